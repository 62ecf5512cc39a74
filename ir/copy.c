/* Copies of whole graph bodies, for specialisation and inlining. */
#include "ir/ir.h"

#include <string.h>

typedef struct Copier {
    Arena *scratch;
    Graph *into;
    Map blocks, values; /* original -> copy */
    Block **pending;    /* originals in the order found; copied from the front */
    int count, capacity;
} Copier;

/* The copy of a block, still empty when it is first asked for. */
static Block *copied_block(Copier *copier, Block *block) {
    Block *copy = map_get_ptr(&copier->blocks, block);
    if (copy)
        return copy;
    copy = block_new(copier->into);
    map_set_ptr(copier->scratch, &copier->blocks, block, copy);
    copier->pending =
        arena_grow(copier->scratch, copier->pending, copier->count, &copier->capacity, sizeof *copier->pending);
    copier->pending[copier->count++] = block;
    return copy;
}

static Value *copied_value(Copier *copier, Value *value) {
    if (!value || value->is_const)
        return value;
    Value *copy = map_get_ptr(&copier->values, value);
    if (!copy) {
        copy = value_new(copier->into, value->type, value->name);
        map_set_ptr(copier->scratch, &copier->values, value, copy);
    }
    return copy;
}

Op *op_copy(Graph *into, const Op *op) {
    Op *copy = op_new(into, op->code, op->pos, NULL, op->args, op->arg_count);
    Value **args = copy->args;
    *copy = *op;
    copy->args = args;
    if (op->graph_count) {
        size_t size = (size_t)op->graph_count * sizeof *op->graphs;
        copy->graphs = memcpy(arena_alloc(into->program->arena, size), op->graphs, size);
    }
    return copy;
}

static void copy_op(Copier *copier, const Op *op, Block *to) {
    Op *copy = op_copy(copier->into, op);
    for (int i = 0; i < op->arg_count; i++)
        copy->args[i] = copied_value(copier, op->args[i]);
    copy->result = copied_value(copier, op->result);
    block_append(to, copy);
}

static void copy_exit(Copier *copier, const Link *link, Block *to) {
    Link *copy =
        block_add_exit(to, link->kind, link->integer, copied_block(copier, link->target), link->args, link->arg_count);
    copy->exc_name = link->exc_name;
    copy->exc_type = link->exc_type;
    copy->depth = link->depth;
    copy->exception = copied_value(copier, link->exception);
    for (int i = 0; i < copy->arg_count; i++)
        copy->args[i] = copied_value(copier, copy->args[i]);
}

static void copy_block(Copier *copier, const Block *block, Block *to) {
    to->pos = block->pos;
    for (int i = 0; i < block->input_count; i++) {
        Value *input = block_add_input(to, block->inputs[i]->type, block->inputs[i]->name);
        map_set_ptr(copier->scratch, &copier->values, block->inputs[i], input);
    }
    for (int i = 0; i < block->op_count; i++)
        copy_op(copier, block->ops[i], to);
    to->switch_kind = block->switch_kind;
    to->switch_value = copied_value(copier, block->switch_value);
    for (int i = 0; i < block->exit_count; i++)
        copy_exit(copier, block->exits[i], to);
}

/* Copies everything reachable from the blocks that are already pending. */
static void copy_pending(Copier *copier) {
    for (int i = 0; i < copier->count; i++)
        copy_block(copier, copier->pending[i], copied_block(copier, copier->pending[i]));
}

BodyCopy graph_copy_body(Graph *from, Graph *into) {
    Copier copier = {.scratch = arena_new(), .into = into};
    BodyCopy copy = {.start = copied_block(&copier, from->start)};
    copy.return_block = copied_block(&copier, from->return_block);
    copy.except_block = copied_block(&copier, from->except_block);
    copy_pending(&copier);
    copy.block_count = copier.count;
    copy.blocks = arena_alloc(into->program->arena, (size_t)copier.count * sizeof *copy.blocks);
    for (int i = 0; i < copier.count; i++)
        copy.blocks[i] = copied_block(&copier, copier.pending[i]);
    arena_free(copier.scratch);
    return copy;
}

Graph *graph_copy_into(Graph *graph, Program *program, const char *name) {
    Graph *copy = program_add_graph(program, name);
    Graph fresh = *copy;
    *copy = *graph;
    copy->program = program;
    copy->name = fresh.name;
    copy->index = fresh.index;
    copy->blocks = fresh.blocks;
    copy->block_count = 0; /* the empty start, return and except block of a new graph are not needed */
    copy->block_capacity = fresh.block_capacity;
    copy->value_count = 0;
    copy->note = NULL;
    BodyCopy body = graph_copy_body(graph, copy);
    copy->start = body.start;
    copy->return_block = body.return_block;
    copy->except_block = body.except_block;
    graph_renumber(copy);
    return copy;
}

Graph *graph_copy(Graph *graph, const char *name) {
    return graph_copy_into(graph, graph->program, name);
}
