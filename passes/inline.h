/* Inlining in three parts: how big a function is (inline_size.c), how a body comes to stand where the call was
 * (splice.c), and which calls it is done for (inline.c). Private to passes/. */
#ifndef PASSES_INLINE_H
#define PASSES_INLINE_H

#include "passes/pass_internal.h"

/* From this static count on a function is too big, whatever it executes. */
enum { SIZE_LIMIT = 200 };

/* By block id: whether control certainly leaves by an exception from there, or ends. */
bool *graph_cold_blocks(Arena *scratch, const Graph *graph);
/* Sum of the weights of all ops and switches. Cold blocks count less than the others, but not for the reference. */
double graph_static_count(Arena *scratch, const Graph *graph, bool as_reference);
/* By block id: whether the block is in a loop. */
bool *graph_blocks_in_loops(Arena *scratch, Graph *graph);
/* The static count and the cost of a median run: each op's weight times its expected executions, which are the solution
 * of a linear system over the blocks; INFINITY if that has none. Beyond SIZE_LIMIT just the static count. */
double graph_inline_score(Arena *scratch, Graph *graph, bool as_reference);

/* Puts a copy of the callee's body where the call stands. `at` is the place of the call in `block`. The graph is to be
 * renumbered afterwards. What stood after the call moves to a new block; `block` ends before it. */
void splice_call(Arena *scratch, Block *block, int at);
/* About how many values would have to be carried through a callee's blocks. */
int splice_live_count(const Block *block);
/* Whether the callee is one block: its ops can simply stand where the call was, if no handler is to see them raise. */
bool splice_is_straight(const Graph *callee);
/* Replaces in one sweep the calls in `block` for which `wants` holds, whose callees are straight. Gives how many. While
 * `wants` runs, the block has only the ops before the call. */
int splice_straight_calls(Arena *scratch, Block *block, bool (*wants)(void *data, const Block *block, const Op *op),
                          void *data);

#endif
