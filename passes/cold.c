/* cold-functions: functions that are only called on ways to an uncaught raise are cold, and so are modules' bodies
 * without loops, which run once.
 *
 * What is reached is found from the entry, and from every function that is used as a value, through the calls in blocks
 * that are not cold themselves (graph_cold_blocks). Code and time are saved where nothing is gained: passes that make
 * loops and objects cheaper do not look at cold functions, nothing is inlined into them, and collectors' fast paths
 * do not stand in line there.
 */
#include "passes/inline.h"
#include "passes/pass_internal.h"

typedef struct Finder {
    PassContext *context;
    bool *is_hot;    /* by graph index */
    Graph **pending; /* hot ones whose calls are still to be followed */
    int pending_count;
} Finder;

static void reach(Finder *finder, Graph *graph) {
    if (finder->is_hot[graph->index])
        return;
    finder->is_hot[graph->index] = true;
    finder->pending[finder->pending_count++] = graph;
}

static void reach_constant(Finder *finder, const Value *value) {
    if (value->is_const && value->constant.kind == CONST_GRAPH)
        reach(finder, value->constant.graph);
}

/* Functions as values may be called from anywhere. */
static void reach_values(Finder *finder, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            for (int k = 0; k < block->ops[j]->arg_count; k++)
                reach_constant(finder, block->ops[j]->args[k]);
        for (int j = 0; j < block->exit_count; j++)
            for (int k = 0; k < block->exits[j]->arg_count; k++)
                reach_constant(finder, block->exits[j]->args[k]);
    }
}

/* By block id: where only exceptions that the program does not handle lead in its entry. */
static void mark_handlers(const Graph *entry, bool *is_cold) {
    for (int i = 0; i < entry->block_count; i++) {
        const Block *block = entry->blocks[i];
        for (int j = 0; j < block->exit_count; j++)
            is_cold[block->exits[j]->target->id] |= block->exits[j]->kind == CASE_EXCEPTION;
    }
}

static void reach_callees(Finder *finder, const Graph *graph) {
    bool *is_cold = graph_cold_blocks(finder->context->scratch, graph);
    if (graph == graph->program->entry)
        mark_handlers(graph, is_cold);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count && !is_cold[i]; j++)
            if (graph->blocks[i]->ops[j]->code == OP_CALL)
                reach(finder, graph->blocks[i]->ops[j]->graph);
}

static void reach_roots(Finder *finder) {
    const Program *program = finder->context->program;
    for (int i = 0; i < program->graph_count; i++) {
        if (program->graphs[i]->keep || program->graphs[i] == program->entry)
            reach(finder, program->graphs[i]);
        reach_values(finder, program->graphs[i]);
    }
    for (int i = 0; i < program->data_count; i++)
        for (int j = 0; j < program->data[i]->item_count; j++)
            if (program->data[i]->items[j].value.kind == CONST_GRAPH)
                reach(finder, program->data[i]->items[j].value.graph);
}

void pass_cold(PassContext *context, Graph *graph) {
    (void)graph;
    const Program *program = context->program;
    if (!program->entry)
        return;
    Finder finder = {.context = context};
    finder.is_hot = arena_alloc(context->scratch, (size_t)program->graph_count);
    finder.pending = arena_alloc(context->scratch, (size_t)program->graph_count * sizeof(Graph *));
    reach_roots(&finder);
    while (finder.pending_count)
        reach_callees(&finder, finder.pending[--finder.pending_count]);
    for (int i = 0; i < program->graph_count; i++) {
        Graph *each = program->graphs[i];
        bool is_cold = !finder.is_hot[i] || (graph_runs_once(each) && !graph_has_loops(context->scratch, each));
        context->fired += is_cold && !each->is_cold;
        each->is_cold |= is_cold;
    }
}
