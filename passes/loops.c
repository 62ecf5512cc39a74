/* Natural loops: for every link back to a block that dominates its source, the blocks from which that is reached. */
#include "passes/loops.h"

#include <stdlib.h>

enum { MOST_MARKS = 20000000 }; /* loops times blocks */

static void add_block(Loop *loop, bool *has, Block *block) {
    if (has[block->id])
        return;
    has[block->id] = true;
    loop->blocks[loop->block_count++] = block;
}

static int by_id(const void *left, const void *right) {
    uint32_t a = (*(Block *const *)left)->id, b = (*(Block *const *)right)->id;
    return (a > b) - (a < b);
}

/* The blocks that reach the head without leaving what it dominates. */
static void fill_loop(const Ssa *ssa, Loop *loop) {
    size_t count = (size_t)ssa->graph->block_count;
    bool *has = arena_alloc(ssa->scratch, count);
    loop->has = has;
    loop->blocks = arena_alloc(ssa->scratch, count * sizeof *loop->blocks);
    add_block(loop, has, loop->head);
    for (int done = 0; done < loop->block_count; done++) {
        const Block *block = loop->blocks[done];
        for (int i = 0; i < ssa->index->counts[block->id]; i++) {
            Block *source = ssa->index->incoming[block->id][i]->source;
            if (block != loop->head || ssa_dominates(ssa, loop->head, source))
                add_block(loop, has, source);
        }
    }
    qsort(loop->blocks, (size_t)loop->block_count, sizeof *loop->blocks, by_id);
}

static bool is_head(const Ssa *ssa, const Block *block) {
    for (int i = 0; i < ssa->index->counts[block->id]; i++)
        if (ssa_dominates(ssa, block, ssa->index->incoming[block->id][i]->source))
            return true;
    return false;
}

static int by_size(const void *left, const void *right) {
    const Loop *a = left, *b = right;
    int order = (a->block_count > b->block_count) - (a->block_count < b->block_count);
    return order ? order : (a->head->id > b->head->id) - (a->head->id < b->head->id);
}

Loops loops_find(const Ssa *ssa) {
    const Graph *graph = ssa->graph;
    Loops loops = {0};
    int capacity = 0;
    for (int i = 0; i < graph->block_count; i++) {
        if (!is_head(ssa, graph->blocks[i]))
            continue;
        if ((int64_t)loops.count * graph->block_count > MOST_MARKS)
            break;
        loops.items = arena_grow(ssa->scratch, loops.items, loops.count, &capacity, sizeof *loops.items);
        loops.items[loops.count] = (Loop){.head = graph->blocks[i]};
        fill_loop(ssa, &loops.items[loops.count++]);
    }
    if (loops.count)
        qsort(loops.items, (size_t)loops.count, sizeof *loops.items, by_size);
    return loops;
}

bool loop_enters(const Loop *loop, const Link *link) {
    return link->target == loop->head && !loop->has[link->source->id];
}

Link *loop_test(const Loop *loop, const Block *block) {
    Link *staying = NULL;
    int count = 0;
    for (int i = 0; i < block->exit_count; i++)
        if (loop->has[block->exits[i]->target->id]) {
            staying = block->exits[i];
            count++;
        }
    return count == 1 && block->exit_count > 1 && block->switch_kind == SWITCH_VALUE ? staying : NULL;
}

bool loop_keeps(const Loop *loop, const Ssa *ssa, Value *value) {
    const Value *root = ssa_root(ssa, value);
    return root->is_const || !loop->has[ssa->defined_in[root->id]->id];
}

const Pos *loop_pos(const Loop *loop) {
    for (int i = 0; i < loop->block_count; i++)
        for (int j = 0; j < loop->blocks[i]->op_count; j++)
            if (loop->blocks[i]->ops[j]->pos)
                return loop->blocks[i]->ops[j]->pos;
    return NULL;
}

/* ---- copies ---- */

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

Block *loop_copy_block(Graph *graph, const Block *block) {
    Block *copy = block_new(graph);
    copy->pos = block->pos;
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = block_add_input(copy, block->inputs[i]->type, block->inputs[i]->name);
    copy_ops(graph, block, copy);
    if (block->switch_kind == SWITCH_VALUE)
        block_set_switch(copy, substituted(block->switch_value));
    for (int i = 0; i < block->exit_count; i++) {
        const Link *exit = block->exits[i];
        Link *made = block_add_exit(copy, exit->kind, exit->integer, exit->target, exit->args, exit->arg_count);
        substitute_all(made->args, made->arg_count);
    }
    return copy;
}
