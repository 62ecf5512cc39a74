/* Summaries are computed callees first, and again where the call graph has cycles until they agree. */
#include "passes/escape_sets.h"

#include "passes/call_order.h"

enum { MOST_TURNS = 8 };

typedef struct Summaries {
    Arena *arena;
    const Program *program;
    CallOrder order;
    EscapeSummary **items;
    uint32_t *computed, *changed; /* by graph index: when */
    uint32_t clock;
} Summaries;

/* ---- summaries ---- */

static bool is_stale(const Summaries *summaries, const Graph *graph) {
    const Callees *callees = &summaries->order.callees[graph->index];
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
        for (int i = 0; i < summaries->program->graph_count; i++)
            if (is_stale(summaries, summaries->order.graphs[i])) {
                summarise(summaries, summaries->order.graphs[i], turn >= MOST_TURNS);
                changed = true;
            }
    }
}

EscapeSummaries escape_summaries_new(Arena *arena, const Program *program) {
    size_t count = (size_t)program->graph_count;
    Summaries summaries = {.arena = arena, .program = program};
    summaries.order = call_order_new(arena, program);
    summaries.items = arena_alloc(arena, count * sizeof *summaries.items);
    summaries.computed = arena_alloc(arena, count * sizeof *summaries.computed);
    summaries.changed = arena_alloc(arena, count * sizeof *summaries.changed);
    summarise_all(&summaries);
    return summaries.items;
}
