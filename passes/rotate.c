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

/* The note of a variable of the block is its copy. */
static void copy_ops(Graph *graph, const Block *from, Block *to) {
    for (int i = 0; i < from->op_count; i++) {
        Op *op = op_copy(graph, from->ops[i]);
        substitute_all(op->args, op->arg_count);
        if (op->result) {
            op->result = value_new(graph, op->result->type, op->result->name);
            from->ops[i]->result->note = op->result;
        }
        block_append(to, op);
    }
}

static Block *copy_block(Graph *graph, const Block *block) {
    Block *copy = block_new(graph);
    copy->pos = block->pos;
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = block_add_input(copy, block->inputs[i]->type, block->inputs[i]->name);
    copy_ops(graph, block, copy);
    block_set_switch(copy, substituted(block->switch_value));
    for (int i = 0; i < block->exit_count; i++) {
        const Link *exit = block->exits[i];
        Link *made = block_add_exit(copy, exit->kind, exit->integer, exit->target, exit->args, exit->arg_count);
        substitute_all(made->args, made->arg_count);
    }
    return copy;
}

static void rotate(const Ssa *ssa, const Loop *loop) {
    Block *copy = copy_block(ssa->graph, loop->head);
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
