/* dead-code: removes operations without effect whose results nobody needs, and block inputs nobody needs with
 * what links pass for them. Needs spread backwards from effects, switches and results, so that values which only keep
 * each other alive round a loop die, too. */
#include "passes/pass_internal.h"

/* Where a variable comes from: an op, an input of `block`, or (both NULL) a link. */
typedef struct Origin {
    const Op *op;
    const Block *block;
    int input;
    bool is_needed;
} Origin;

typedef struct Liveness {
    PassContext *context;
    Graph *graph;
    LinkIndex *index;
    Origin *origins;   /* by value id */
    uint32_t *pending; /* ids of needed values whose own needs are not yet known */
    int pending_count;
} Liveness;

static bool is_removable(const Op *op) {
    int flags = op_info[op->code].flags;
    bool is_pure = (flags & (OPF_FOLDS | OPF_READS)) && !(flags & (OPF_RAISES | OPF_EFFECT | OPF_FATAL));
    return is_pure && op->result && !op->propagate;
}

/* The last op of such a block gives the block its exits. */
static bool is_anchor(const Block *block, int at) {
    return block->switch_kind == SWITCH_EXCEPTION && at == block->op_count - 1;
}

static void need(Liveness *liveness, const Value *value) {
    if (value->is_const || liveness->origins[value->id].is_needed)
        return;
    liveness->origins[value->id].is_needed = true;
    liveness->pending[liveness->pending_count++] = value->id;
}

static void need_all(Liveness *liveness, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        need(liveness, values[i]);
}

static void record_origins(Liveness *liveness, const Block *block) {
    for (int i = 0; i < block->input_count; i++)
        liveness->origins[block->inputs[i]->id] = (Origin){.block = block, .input = i};
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            liveness->origins[block->ops[i]->result->id] = (Origin){.op = block->ops[i]};
}

static void need_roots(Liveness *liveness, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (!is_removable(block->ops[i]) || is_anchor(block, i))
            need_all(liveness, block->ops[i]->args, block->ops[i]->arg_count);
    if (block->switch_value)
        need(liveness, block->switch_value);
    for (int i = 0; i < block->exit_count; i++)
        if (block_has_fixed_inputs(block->exits[i]->target))
            need_all(liveness, block->exits[i]->args, block->exits[i]->arg_count);
}

static void spread(Liveness *liveness) {
    while (liveness->pending_count) {
        Origin origin = liveness->origins[liveness->pending[--liveness->pending_count]];
        if (origin.op)
            need_all(liveness, origin.op->args, origin.op->arg_count);
        if (!origin.block)
            continue;
        for (int i = 0; i < liveness->index->counts[origin.block->id]; i++)
            need(liveness, liveness->index->incoming[origin.block->id][i]->args[origin.input]);
    }
}

/* ---- removal ---- */

static bool is_needed(const Liveness *liveness, const Value *value) {
    return value->is_const || liveness->origins[value->id].is_needed;
}

static void remove_ops(const Liveness *liveness, Block *block) {
    int kept = 0, count = block->op_count;
    for (int i = 0; i < count; i++) {
        Op *op = block->ops[i];
        if (!is_removable(op) || is_anchor(block, i) || is_needed(liveness, op->result))
            block->ops[kept++] = op;
    }
    block->op_count = kept;
    liveness->context->fired += count - kept;
}

static void remove_inputs(const Liveness *liveness, Block *block) {
    if (block_has_fixed_inputs(block))
        return;
    for (int i = block->input_count - 1; i >= 0; i--) {
        if (is_needed(liveness, block->inputs[i]))
            continue;
        block_remove_input(block, i);
        for (int j = 0; j < liveness->index->counts[block->id]; j++)
            link_remove_arg(liveness->index->incoming[block->id][j], i);
        liveness->context->fired++;
    }
}

static void forget_exceptions(const Liveness *liveness, Block *block) {
    for (int i = 0; i < block->exit_count; i++) {
        Link *exit = block->exits[i];
        if (!exit->exception || is_needed(liveness, exit->exception))
            continue;
        exit->exception = NULL;
        liveness->context->fired++;
    }
}

void pass_dead_code(PassContext *context, Graph *graph) {
    int64_t before = context->fired;
    Arena *arena = context->scratch;
    Liveness liveness = {.context = context, .graph = graph, .index = link_index(arena, graph)};
    liveness.origins = arena_alloc(arena, graph->value_count * sizeof(Origin));
    liveness.pending = arena_alloc(arena, graph->value_count * sizeof(uint32_t));
    for (int i = 0; i < graph->block_count; i++)
        record_origins(&liveness, graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        need_roots(&liveness, graph->blocks[i]);
    spread(&liveness);
    for (int i = 0; i < graph->block_count; i++) {
        remove_ops(&liveness, graph->blocks[i]);
        remove_inputs(&liveness, graph->blocks[i]);
    }
    for (int i = 0; i < graph->block_count; i++)
        forget_exceptions(&liveness, graph->blocks[i]);
    if (context->fired > before)
        graph_renumber(graph);
}
