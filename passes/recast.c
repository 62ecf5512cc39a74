/* An object that is passed on under two types, as itself and cast, is passed once and cast again: then it is one
 * variable, which can become its fields. */
#include "passes/ssa.h"

/* Another input of the block that is what `root` was cast from; NULL: there is none. */
static Value *find_source(const Ssa *ssa, const Block *block, const Value *root) {
    const Op *cast = ssa_maker(ssa, root);
    if (!cast || cast->code != OP_CAST)
        return NULL;
    const Value *source = ssa_root(ssa, cast->args[0]);
    for (int i = 0; i < block->input_count; i++)
        if (!block->inputs[i]->note && ssa_root(ssa, block->inputs[i]) == source)
            return block->inputs[i];
    return NULL;
}

static void recast(const Ssa *ssa, Block *block, int input, Value *source) {
    Value *value = block->inputs[input];
    const Op *maker = ssa_maker(ssa, ssa_root(ssa, value));
    Op *cast = op_new(block->graph, OP_CAST, maker->pos, value->type, &source, 1);
    block_insert(block, 0, cast);
    value->note = cast->result;
    block_remove_input(block, input);
    for (int i = 0; i < ssa->index->counts[block->id]; i++)
        link_remove_arg(ssa->index->incoming[block->id][i], input);
}

/* Whether any input went. The last inputs go first, so that a cast of a cast comes behind it. */
static bool recast_block(const Ssa *ssa, Block *block) {
    bool any = false;
    for (int i = block->input_count - 1; i >= 0; i--) {
        Value *root = ssa_root(ssa, block->inputs[i]);
        Value *source = root == block->inputs[i] ? NULL : find_source(ssa, block, root);
        if (source)
            recast(ssa, block, i, source);
        any |= source != NULL;
    }
    if (any)
        block_substitute(block);
    return any;
}

void recast_inputs(Arena *scratch, Graph *graph) {
    const Ssa *ssa = ssa_new_with_room(scratch, graph);
    bool any = false;
    graph_set_notes(graph, NULL);
    for (int i = 0; i < graph->block_count; i++)
        if (!block_has_fixed_inputs(graph->blocks[i]))
            any |= recast_block(ssa, graph->blocks[i]);
    if (any)
        graph_changed(graph);
}
