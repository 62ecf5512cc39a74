/* Source files, positions and diagnostics.
 *
 * A diagnostic has a code, a primary range, any number of labelled secondary ranges, notes and one help
 * line; it is rendered with source excerpts and carets, or as JSON. Errors are collected (at most 20 are shown).
 */
#ifndef IR_DIAG_H
#define IR_DIAG_H

#include "ir/arena.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct SourceFile {
    const char *path;   /* as shown to the user (and in tracebacks) */
    const char *module; /* dotted module name, interned */
    const char *text;   /* whole content, NUL-terminated; NULL if only the path is known (parsed IR) */
    size_t length;
    const char **lines; /* start of each line; lines[0] is line 1; filled lazily by source_line */
    int line_count;
    bool is_generated; /* written by an expansion: tracebacks name it, but show no line of it */
    bool is_library;   /* embedded runtime source: its frames are hidden from tracebacks */
} SourceFile;

/* A source range: lines from 1, columns in bytes from 0, end exclusive. Hash-consed by nobody; shared freely.
 * `function` is the name a traceback shows ("<module>", "f", ...). `inlined_at` is the position of the
 * call through which this code came here, NULL if it was not inlined. */
typedef struct Pos {
    SourceFile *file;
    const char *function;
    const struct Pos *inlined_at;
    uint32_t line, column, end_line, end_column;
} Pos;

/* Through how many inlined calls the position came into its graph. */
int pos_depth(const Pos *pos);
/* The position as a handler sees it that itself came through `depth` calls: what is further out is not part of it.
 * `end` (may be NULL) takes the place of that. NULL if nothing is left. */
const Pos *pos_within(Arena *arena, const Pos *pos, int depth, const Pos *end);

/* Line `number` (from 1) of `file`, its length without the newline in *length; NULL if there is none. */
const char *source_line(Arena *arena, SourceFile *file, int number, int *length);

typedef struct DiagLabel {
    const Pos *pos;
    const char *text;
} DiagLabel;

typedef struct Diagnostic {
    const char *code; /* "T0102"; letters: P syntax, N names, M modules, T types, U unsupported, W warnings */
    bool is_warning;
    const char *message;
    const Pos *pos; /* may be NULL: no source position */
    DiagLabel *labels;
    int label_count, label_capacity;
    const char **notes;
    int note_count, note_capacity;
    const char *help; /* may be NULL */
} Diagnostic;

typedef struct DiagList {
    Arena *arena;
    Diagnostic **items;
    int count, capacity;
    int error_count;
} DiagList;

/* Adds a diagnostic; the texts are copied into list->arena. The result may be given labels, notes and help.
 * A second error of the same code at the same position is dropped (a scratch Diagnostic is returned). */
Diagnostic *diag_error(DiagList *list, const char *code, const Pos *pos, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_label(DiagList *list, Diagnostic *diag, const Pos *pos, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void diag_note(DiagList *list, Diagnostic *diag, const char *format, ...) __attribute__((format(printf, 3, 4)));
void diag_help(DiagList *list, Diagnostic *diag, const char *format, ...) __attribute__((format(printf, 3, 4)));

typedef enum DiagFormat { DIAG_HUMAN, DIAG_JSON } DiagFormat;

/* Writes all diagnostics in source order, `limit` at most (then a line says how many more). */
void diag_render(const DiagList *list, FILE *out, DiagFormat format, bool colour, int limit);

#endif
