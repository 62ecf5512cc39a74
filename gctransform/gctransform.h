/* Aspects woven into low-level graphs: exceptions, then memory. See docs/design.md. */
#ifndef GCTRANSFORM_GCTRANSFORM_H
#define GCTRANSFORM_GCTRANSFORM_H

#include "ir/ir.h"

/* One row a collector (gctransform/gc.def). */
typedef enum GcKind {
#define GC(code, text, module, moves, bumps, barrier, allocator, library, doc) GC_##code,
#include "gctransform/gc.def"
#undef GC
    GC_COUNT
} GcKind;

typedef struct GcInfo {
    const char *text;   /* --gc= */
    const char *module; /* of a collector in restricted Python; "": a native allocator */
    bool moves;         /* objects */
    bool bumps;         /* memory is handed out one piece behind the other */
    bool has_barrier;
    const char
        *allocator; /* native: the name attribute of gc_alloc; "<name>_atomic" for types that hold no gc pointers */
    const char *library; /* linker flag, or "" */
    const char *doc;
} GcInfo;
extern const GcInfo gc_info[GC_COUNT];

/* stage low: generator graphs become two functions each */
void generators_transform(Program *program);
/* stage low → exc */
void exceptions_transform(Program *program);
typedef struct GcOptions {
    bool inlines;        /* allocation has its fast path in line */
    bool counts_naively; /* reference counting: every variable has its reference */
} GcOptions;

/* collector.c: a collector's graphs, which come to programs as text. */

/* Of a program at stage exc that was loaded with the collector's module only the collector is left. NULL, or what a
 * module of the collector's does beside setting variables to constants. */
const Op *collector_extract(Program *program, GcKind kind);
/* The collector's function of that purpose, or NULL. */
Graph *collector_find_graph(const Program *program, GcKind kind, CollectorCall call);
/* Whether the program, if at stage exc, still needs the collector's graphs. */
bool collector_is_missing(const Program *program, GcKind kind);
/* Adds them, from the text of an extracted program. False after diagnostics. */
bool collector_add(Program *program, GcKind kind, SourceFile *text, DiagList *diags);

/* stage exc → gc. False if the collector's graphs are missing. */
bool gc_transform(Program *program, GcKind kind, GcOptions options);

#endif
