#include "passes/call_order.h"

typedef struct Step {
    Graph *graph;
    int next; /* callee */
} Step;

typedef struct Walk {
    Arena *arena;
    CallOrder order;
    int order_count;
    bool *is_seen; /* by graph index */
    Step *steps;
    int count;
} Walk;

static void add_callee(Arena *arena, Callees *callees, Graph *graph) {
    callees->items = arena_grow(arena, callees->items, callees->count, &callees->capacity, sizeof *callees->items);
    callees->items[callees->count++] = graph;
}

static void find_callees(Arena *arena, Callees *callees, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op->code == OP_CALL)
                add_callee(arena, callees, op->graph);
            for (int k = 0; k < op->graph_count; k++)
                add_callee(arena, callees, op->graphs[k]);
        }
}

static void enter(Walk *walk, Graph *graph) {
    if (walk->is_seen[graph->index])
        return;
    walk->is_seen[graph->index] = true;
    walk->steps[walk->count++] = (Step){.graph = graph};
    find_callees(walk->arena, &walk->order.callees[graph->index], graph);
}

static void order_from(Walk *walk, Graph *graph) {
    enter(walk, graph);
    while (walk->count) {
        Step *step = &walk->steps[walk->count - 1];
        const Callees *callees = &walk->order.callees[step->graph->index];
        if (step->next < callees->count) {
            enter(walk, callees->items[step->next++]);
            continue;
        }
        walk->order.graphs[walk->order_count++] = step->graph;
        walk->count--;
    }
}

CallOrder call_order_new(Arena *arena, const Program *program) {
    size_t count = (size_t)program->graph_count;
    Walk walk = {.arena = arena, .is_seen = arena_alloc(arena, count)};
    walk.steps = arena_alloc(arena, count * sizeof *walk.steps);
    walk.order.callees = arena_alloc(arena, count * sizeof *walk.order.callees);
    walk.order.graphs = arena_alloc(arena, count * sizeof *walk.order.graphs);
    for (int i = 0; i < program->graph_count; i++)
        order_from(&walk, program->graphs[i]);
    return walk.order;
}
