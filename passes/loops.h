/* Natural loops. Private to passes/. */
#ifndef PASSES_LOOPS_H
#define PASSES_LOOPS_H

#include "passes/ssa.h"

typedef struct Loop {
    Block *head;    /* every way into the loop leads through it */
    Block **blocks; /* in reverse postorder, the head first */
    int block_count;
    const bool *has; /* by block id */
} Loop;

typedef struct Loops {
    Loop *items; /* inner ones before those around them */
    int count;
} Loops;

/* The graph's loops, those with the same head as one. Very many in a very large function are left out. */
Loops loops_find(const Ssa *ssa);
/* Whether the link leads from outside the loop to its head. */
bool loop_enters(const Loop *loop, const Link *link);
/* The exit that stays in the loop, if the block is a test: one exit stays, others leave. NULL: it is none. */
Link *loop_test(const Loop *loop, const Block *block);
/* Whether the value is the same in every run through the loop: its root is made outside. */
bool loop_keeps(const Loop *loop, const Ssa *ssa, Value *value);
/* Where the source has the loop: its first op. */
const Pos *loop_pos(const Loop *loop);
/* A copy of the block, whose exits lead where those of the block do and which has no handlers. Uses the notes of the
 * block's variables. */
Block *loop_copy_block(Graph *graph, const Block *block);

#endif
