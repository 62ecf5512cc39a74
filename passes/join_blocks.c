/* join-blocks: a block that only jumps, to a block that nothing else enters, takes that block over. */
#include "passes/pass_internal.h"

static bool can_join(const Block *block, const LinkIndex *index) {
    if (block->switch_kind != SWITCH_NONE || block->exit_count != 1)
        return false;
    const Block *target = block->exits[0]->target;
    return target != block && !block_has_fixed_inputs(target) && index->counts[target->id] == 1;
}

void pass_join_blocks(PassContext *context, Graph *graph) {
    LinkIndex *index = link_index(context->scratch, graph);
    int64_t before = context->fired;
    /* In reverse postorder a chain is met at its head; a block taken over has no exits and joins nothing. */
    for (int i = 0; i < graph->block_count; i++)
        while (can_join(graph->blocks[i], index)) {
            block_join(graph->blocks[i]);
            context->fired++;
        }
    if (context->fired > before)
        graph_renumber(graph);
}
