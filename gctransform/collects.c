/* Which graphs may run the collector: when they return, or only on the way out of them with an exception. What is alive
 * in a caller matters only in the first case, unless it handles the exception. */
#include "gctransform/weave.h"

bool *blocks_that_return(Arena *arena, Graph *graph) {
    bool *returns = arena_alloc(arena, (size_t)graph->block_count);
    LinkIndex *links = link_index(arena, graph);
    Block **pending = arena_alloc(arena, (size_t)graph->block_count * sizeof *pending);
    int count = 0;
    returns[graph->return_block->id] = true;
    pending[count++] = graph->return_block;
    while (count) {
        const Block *block = pending[--count];
        for (int i = 0; i < links->counts[block->id]; i++) {
            Block *source = links->incoming[block->id][i]->source;
            if (!returns[source->id])
                pending[count++] = source;
            returns[source->id] = true;
        }
    }
    return returns;
}

typedef struct Analysis {
    const Weave *weave;
    CollectTable table;
    const Graph *recursion_error;
    bool **returns; /* by graph->index, then by block->id: the graph can return from there */
} Analysis;

static bool is_seed(const Weave *weave, const Graph *graph) {
    return graph == weave->calls[COLLECTOR_ALLOCATE] || graph == weave->calls[COLLECTOR_COLLECT];
}

/* Whether one of the op's callees does, by `table`; where nothing is known of them they do. */
static bool callee_does(const bool *table, const Op *op) {
    if (op->code == OP_CALL)
        return table[op->graph->index];
    if (op->code != OP_CALL_INDIRECT)
        return false;
    bool does = op->graph_count == 0;
    for (int i = 0; i < op->graph_count && !does; i++)
        does = table[op->graphs[i]->index];
    return does;
}

bool collects_at(const CollectTable *table, const Op *op) {
    return callee_does(op->propagate ? table->returning : table->raising, op);
}

static bool collects_at_all(const Analysis *analysis, const Op *op) {
    if (op->code == OP_STACK_CHECK)
        return analysis->recursion_error && analysis->table.raising[analysis->recursion_error->index];
    return callee_does(analysis->table.raising, op);
}

/* Whether something changed. */
static bool update_graph(Analysis *analysis, const Graph *graph) {
    bool *returning = &analysis->table.returning[graph->index], *raising = &analysis->table.raising[graph->index];
    bool before_returning = *returning, before_raising = *raising;
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            *raising |= collects_at_all(analysis, block->ops[j]);
            *returning |= analysis->returns[graph->index][block->id] && collects_at(&analysis->table, block->ops[j]);
        }
    }
    return *returning != before_returning || *raising != before_raising;
}

CollectTable collects_compute(Arena *arena, const Weave *weave) {
    const Program *program = weave->program;
    Arena *scratch = arena_new();
    size_t count = (size_t)program->graph_count;
    Analysis analysis = {.weave = weave};
    analysis.table.returning = arena_alloc(arena, count);
    analysis.table.raising = arena_alloc(arena, count);
    analysis.returns = arena_alloc(scratch, count * sizeof *analysis.returns);
    analysis.recursion_error = program_find_graph(program, "weft.core.exceptions._raise_recursion_error");
    for (size_t i = 0; i < count; i++) {
        analysis.returns[i] = blocks_that_return(scratch, program->graphs[i]);
        analysis.table.returning[i] = analysis.table.raising[i] = is_seed(weave, program->graphs[i]);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = count; i-- > 0;)
            if (!analysis.table.returning[i])
                changed |= update_graph(&analysis, program->graphs[i]);
    }
    arena_free(scratch);
    return analysis.table;
}
