/* no-return: what stands behind a call that never returns goes.
 *
 * A function never returns if no way through it reaches its return block, calls that never return ending a way. What
 * leads only to such a call is then seen to be cold: nothing is inlined there, and what the call seemed to fall back
 * into no longer joins (the checks in the library end in a call that raises).
 */
#include "passes/pass_internal.h"

typedef struct Finder {
    PassContext *context;
    bool *never_returns; /* by graph index */
    Block **pending;     /* of the graph at work */
} Finder;

/* The place behind the first call that never returns, or -1. */
static int end_of(const Finder *finder, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->code == OP_CALL && finder->never_returns[block->ops[i]->graph->index])
            return i + 1;
    return -1;
}

/* The exits that can be taken: a call that never returns may still come to a handler. */
static int first_exit(const Finder *finder, const Block *block) {
    int end = end_of(finder, block);
    if (end < 0)
        return 0;
    return block->switch_kind == SWITCH_EXCEPTION && end == block->op_count ? 1 : block->exit_count;
}

static bool returns(const Finder *finder, Graph *graph) {
    int count = 0;
    bool *is_seen = arena_alloc(finder->context->scratch, (size_t)graph->block_count);
    finder->pending[count++] = graph->start;
    while (count) {
        const Block *block = finder->pending[--count];
        for (int i = first_exit(finder, block); i < block->exit_count; i++) {
            Block *target = block->exits[i]->target;
            if (target == graph->return_block)
                return true;
            if (!is_seen[target->id])
                finder->pending[count++] = target;
            is_seen[target->id] = true;
        }
    }
    return false;
}

static void find_all(Finder *finder) {
    const Program *program = finder->context->program;
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < program->graph_count; i++)
            if (!finder->never_returns[i] && !returns(finder, program->graphs[i]))
                changed = finder->never_returns[i] = true;
    }
}

static void append_unreachable(Block *block, const Pos *pos) {
    block_append(block, op_new(block->graph, OP_UNREACHABLE, pos, NULL, NULL, 0));
}

/* Ends the block behind the call before `end`. */
static void cut(Block *block, int end) {
    const Pos *pos = block->ops[end - 1]->pos;
    if (block->switch_kind == SWITCH_EXCEPTION && end == block->op_count) {
        Block *nowhere = block_new(block->graph);
        append_unreachable(nowhere, pos);
        block->exits[0]->target = nowhere;
        block->exits[0]->arg_count = 0;
        return;
    }
    block->op_count = end;
    block->switch_kind = SWITCH_NONE;
    block->switch_value = NULL;
    block->exit_count = 0;
    append_unreachable(block, pos);
}

/* Whether the block goes on behind the call. */
static bool goes_on(const Block *block, int end) {
    if (block->switch_kind == SWITCH_EXCEPTION && end == block->op_count)
        return block->exits[0]->target->exit_count > 0;
    return end == block->op_count || block->ops[end]->code != OP_UNREACHABLE;
}

static void cut_all(Finder *finder, Graph *graph) {
    int64_t before = finder->context->fired;
    for (int i = 0; i < graph->block_count; i++) {
        int end = end_of(finder, graph->blocks[i]);
        if (end < 0 || !goes_on(graph->blocks[i], end))
            continue;
        cut(graph->blocks[i], end);
        finder->context->fired++;
    }
    if (finder->context->fired > before)
        graph_renumber(graph);
}

void pass_no_return(PassContext *context, Graph *graph) {
    (void)graph;
    const Program *program = context->program;
    int most_blocks = 0;
    for (int i = 0; i < program->graph_count; i++) {
        most_blocks = program->graphs[i]->block_count > most_blocks ? program->graphs[i]->block_count : most_blocks;
    }
    Finder finder = {.context = context};
    finder.never_returns = arena_alloc(context->scratch, (size_t)program->graph_count);
    finder.pending = arena_alloc(context->scratch, (size_t)most_blocks * sizeof(Block *));
    find_all(&finder);
    for (int i = 0; i < program->graph_count; i++)
        cut_all(&finder, program->graphs[i]);
}
