/* Calls that never return: `self.fail(…)`, `sys.exit(…)`. What stands behind them is not reached, so a function that
 * ends with one does not give None there.
 *
 * A link out of a block waits for the calls in the block that have no result so far. When there is no other work, those
 * links go on whose calls come to a return, if without a value: one that is in error, say, so that the errors behind it
 * are found, too. The library's functions are taken to return unless they have no way to: to wait for them would
 * change the order of work for nothing. */
#include "frontend/infer_internal.h"

static bool has_return(Graph *graph) {
    flow_complete(graph);
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->exit_count; i++)
            if (graph->blocks[b]->exits[i]->target == graph->return_block)
                return true;
    return false;
}

static bool may_return(const CallEdge *call) {
    Graph *graph = call->func->graph;
    if (graph->file->is_library)
        return call->func->is_declared || has_return(graph);
    return !call->body || call->body->reached[graph->return_block->id];
}

bool call_never_returns(const OpNode *node) {
    for (const CallEdge *call = node->calls; call; call = call->next)
        if (may_return(call))
            return false;
    return node->calls;
}

static bool is_silent(Inference *inf, Body *body, const Op *op) {
    return op->code == OP_CALL_PY && op->result && !body->graph->file->is_library &&
           cell_is_empty(body_cell(inf, body, op->result));
}

static bool is_open(Inference *inf, const OpNode *call) {
    return call->node.queued || cell_is_empty(body_cell(inf, call->body, call->op->args[0])) ||
           call_never_returns(call);
}

/* The first call of the link's block that has not been looked at, or does not return; an exception may come out of the
 * last op itself. */
static OpNode *silent_call(Inference *inf, const LinkNode *node) {
    const Block *block = node->link->source;
    int count = block->op_count - (node->link->kind == CASE_EXCEPTION);
    OpNode *ops = &node->body->ops[graph_info(inf, node->body->graph)->first_op[block->id]];
    for (int i = 0; i < count; i++)
        if (is_silent(inf, node->body, block->ops[i]) && is_open(inf, &ops[i]))
            return &ops[i];
    return NULL;
}

bool waits_for_return(Inference *inf, LinkNode *node) {
    OpNode *call = node->takes_no_return || node->active ? NULL : silent_call(inf, node);
    if (!call)
        return false;
    if (call->node.queued) { /* asked again behind it */
        node_push(inf, &node->node);
        return true;
    }
    cell_use(inf, body_cell(inf, node->body, call->op->result), &node->node);
    if (!node->is_listed) {
        inf->stalled =
            arena_grow(inf->arena, inf->stalled, inf->stalled_count, &inf->stalled_capacity, sizeof *inf->stalled);
        inf->stalled[inf->stalled_count++] = node;
    }
    node->is_listed = true;
    return true;
}

bool release_stalled(Inference *inf) {
    int kept = 0;
    bool released = false;
    for (int i = 0; i < inf->stalled_count; i++) {
        LinkNode *node = inf->stalled[i];
        const OpNode *call = silent_call(inf, node);
        if (call && call_never_returns(call)) {
            inf->stalled[kept++] = node;
            continue;
        }
        node->is_listed = false;
        if (node->active) /* the result has come, and woke it */
            continue;
        node->takes_no_return = true;
        released = true;
        node_push(inf, &node->node);
    }
    inf->stalled_count = kept;
    return released;
}
