/* What can leave a graph: exceptions, and the fatal end. */
#ifndef IR_EFFECTS_H
#define IR_EFFECTS_H

#include "ir/ir.h"

typedef struct Effects {
    bool raises; /* an exception that a handler can see */
    bool fatal;  /* the pending end of the program */
} Effects;

/* The library's graphs that the exception transform calls; NULL where the program has none (unit tests). */
typedef struct Helpers {
    Graph *attach;  /* (BaseException) -> void: the in-flight traceback becomes the exception's */
    Graph *restore; /* (BaseException) -> void: the exception's traceback becomes the one in flight */
} Helpers;

typedef struct EffectTable {
    Effects *of;        /* by graph->index */
    bool *breaks_cycle; /* by graph->index: every cycle of the call graph has such a graph */
    Helpers helpers;
    int64_t pruned; /* exits that went because they cannot be taken */
} EffectTable;

/* Computes both tables, in `arena`, callees first, cycles of the call graph merged; linear in the program's size. A
 * cycle raises (RecursionError). On the way exception exits that cannot be taken are removed, and so is what only they
 * reached: dead handlers raise nothing. */
EffectTable effects_compute(Arena *arena, Program *program);

/* What this op can leave pending. */
Effects effects_of_op(const EffectTable *table, const Op *op);

/* Whether the exit hands its exception on. */
bool exit_uses_exception(const Link *exit);

#endif
