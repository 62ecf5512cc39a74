/* Aspects woven into low-level graphs: exceptions, then memory. See docs/design.md. */
#ifndef GCTRANSFORM_GCTRANSFORM_H
#define GCTRANSFORM_GCTRANSFORM_H

#include "ir/ir.h"

/* One row a collector (gctransform/gc.def). */
typedef enum GcKind {
#define GC(code, text, module, moves, barrier, allocator, library, doc) GC_##code,
#include "gctransform/gc.def"
#undef GC
    GC_COUNT
} GcKind;

typedef struct GcInfo {
    const char *text;   /* --gc= */
    const char *module; /* of a collector in restricted Python; "": a native allocator */
    bool moves;         /* objects */
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

/* stage exc → gc. False if the program was read without the collector's module. */
bool gc_transform(Program *program, GcKind kind, GcOptions options);

#endif
