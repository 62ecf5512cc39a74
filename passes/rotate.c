/* rotate: a loop that tests first whether it goes on gets a copy of the test before it, so that what stands in its body
 * runs at least once when control comes there, and a block before the body for what the loop computes again and again.
 *
 * The test's block is the loop's head; the links from outside go to the copy, whose link into the loop leads to what
 * becomes the new head. (Loop inversion: Muchnick, Advanced Compiler Design, 18.3.) */
#include "passes/loops.h"

enum { MOST_COPIED_OPS = 12 };

/* Whether the loop tests at its end already. */
static bool tests_last(const Ssa *ssa, const Loop *loop) {
    for (int i = 0; i < ssa->index->counts[loop->head->id]; i++) {
        const Block *source = ssa->index->incoming[loop->head->id][i]->source;
        if (loop->has[source->id] && loop_test(loop, source))
            return true;
    }
    return false;
}

static bool may_rotate(const Ssa *ssa, const Loop *loop) {
    const Link *staying = loop_test(loop, loop->head);
    return staying && staying->target != loop->head && !block_has_fixed_inputs(loop->head) &&
           loop->head->op_count <= MOST_COPIED_OPS && !tests_last(ssa, loop);
}

static void rotate(const Ssa *ssa, const Loop *loop) {
    Block *copy = loop_copy_block(ssa->graph, loop->head);
    for (int i = 0; i < ssa->index->counts[loop->head->id]; i++) {
        Link *link = ssa->index->incoming[loop->head->id][i];
        if (loop_enters(loop, link))
            link->target = copy;
    }
}

void pass_rotate(PassContext *context, Graph *graph) {
    if (!graph_has_loops(context->scratch, graph))
        return;
    const Ssa *ssa = ssa_new(context->scratch, graph);
    Loops loops = loops_find(ssa);
    bool *may = arena_alloc(context->scratch, (size_t)loops.count + 1);
    for (int i = 0; i < loops.count; i++) /* before links lead to blocks without a number */
        may[i] = may_rotate(ssa, &loops.items[i]);
    int64_t before = context->fired;
    for (int i = 0; i < loops.count; i++)
        if (may[i]) {
            rotate(ssa, &loops.items[i]);
            context->fired++;
        }
    if (context->fired > before)
        graph_renumber(graph);
}
