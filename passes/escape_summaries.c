/* Summaries are computed callees first, and again where the call graph has cycles until they agree. */
#include "passes/escape_sets.h"

enum { MOST_TURNS = 8 };

typedef struct Callees {
    Graph **items;
    int count, capacity;
} Callees;

typedef struct Summaries {
    Arena *arena;
    const Program *program;
    Callees *callees;
    Graph **order; /* callees first, as far as there are no cycles */
    int order_count;
    EscapeSummary **items;
    uint32_t *computed, *changed; /* by graph index: when */
    uint32_t clock;
} Summaries;

/* ---- call graph ---- */

static void add_callee(Arena *arena, Callees *callees, Graph *graph) {
    callees->items = arena_grow(arena, callees->items, callees->count, &callees->capacity, sizeof *callees->items);
    callees->items[callees->count++] = graph;
}

static void find_callees(const Summaries *summaries, const Graph *graph) {
    Callees *callees = &summaries->callees[graph->index];
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op->code == OP_CALL)
                add_callee(summaries->arena, callees, op->graph);
            for (int k = 0; k < op->graph_count; k++)
                add_callee(summaries->arena, callees, op->graphs[k]);
        }
}

typedef struct Step {
    Graph *graph;
    int next; /* callee */
} Step;

typedef struct Walk {
    bool *is_seen; /* by graph index */
    Step *steps;
    int count;
} Walk;

static void enter(Walk *walk, Graph *graph) {
    if (!walk->is_seen[graph->index])
        walk->steps[walk->count++] = (Step){.graph = graph};
    walk->is_seen[graph->index] = true;
}

static void order_from(Summaries *summaries, Walk *walk, Graph *graph) {
    enter(walk, graph);
    while (walk->count) {
        Step *step = &walk->steps[walk->count - 1];
        const Callees *callees = &summaries->callees[step->graph->index];
        if (step->next < callees->count) {
            enter(walk, callees->items[step->next++]);
            continue;
        }
        summaries->order[summaries->order_count++] = step->graph;
        walk->count--;
    }
}

static void find_order(Summaries *summaries) {
    const Program *program = summaries->program;
    size_t count = (size_t)program->graph_count;
    Walk walk = {.is_seen = arena_alloc(summaries->arena, count),
                 .steps = arena_alloc(summaries->arena, count * sizeof *walk.steps)};
    summaries->order = arena_alloc(summaries->arena, count * sizeof(Graph *));
    for (int i = 0; i < program->graph_count; i++)
        find_callees(summaries, program->graphs[i]);
    for (int i = 0; i < program->graph_count; i++)
        order_from(summaries, &walk, program->graphs[i]);
}

/* ---- summaries ---- */

static bool is_stale(const Summaries *summaries, const Graph *graph) {
    const Callees *callees = &summaries->callees[graph->index];
    uint32_t computed = summaries->computed[graph->index];
    for (int i = 0; i < callees->count && computed; i++)
        if (summaries->changed[callees->items[i]->index] > computed)
            return true;
    return !computed;
}

static EscapeSummary *unknown(const Summaries *summaries) {
    EscapeSummary *summary = arena_alloc(summaries->arena, sizeof *summary);
    summary->is_unknown = true;
    return summary;
}

static void summarise(Summaries *summaries, const Graph *graph, bool gives_up) {
    Arena *scratch = arena_new();
    EscapeSummary **slot = &summaries->items[graph->index], *old = *slot;
    summaries->computed[graph->index] = ++summaries->clock;
    gives_up |= old && old->is_unknown;
    *slot = gives_up ? unknown(summaries)
                     : escape_summary(escape_sets_new(scratch, graph, summaries->items), summaries->arena);
    if (!escape_summary_equal(*slot, old))
        summaries->changed[graph->index] = ++summaries->clock;
    arena_free(scratch);
}

/* What has not come to rest after some turns is given up, which ends it. */
static void summarise_all(Summaries *summaries) {
    bool changed = true;
    for (int turn = 0; changed; turn++) {
        changed = false;
        for (int i = 0; i < summaries->order_count; i++)
            if (is_stale(summaries, summaries->order[i])) {
                summarise(summaries, summaries->order[i], turn >= MOST_TURNS);
                changed = true;
            }
    }
}

EscapeSummaries escape_summaries_new(Arena *arena, const Program *program) {
    size_t count = (size_t)program->graph_count;
    Summaries summaries = {.arena = arena, .program = program};
    summaries.callees = arena_alloc(arena, count * sizeof *summaries.callees);
    summaries.items = arena_alloc(arena, count * sizeof *summaries.items);
    summaries.computed = arena_alloc(arena, count * sizeof *summaries.computed);
    summaries.changed = arena_alloc(arena, count * sizeof *summaries.changed);
    find_order(&summaries);
    summarise_all(&summaries);
    return summaries.items;
}
