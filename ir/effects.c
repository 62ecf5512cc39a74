/* Can-raise analysis: strongly connected components of the call graph (Tarjan's algorithm, iterative), callees first.
 */
#include "ir/effects.h"

#include <stdlib.h>
#include <string.h>

/* ---- call graph ---- */

typedef struct CallGraph {
    int *edges; /* callees of graph i: edges[first[i]] .. edges[first[i + 1] - 1] */
    int *first;
    int edge_count, edge_capacity;
} CallGraph;

typedef struct Analysis {
    Arena *arena;
    Program *program;
    EffectTable table;
    CallGraph calls;
} Analysis;

static void add_edge(Analysis *analysis, const Graph *callee) {
    CallGraph *calls = &analysis->calls;
    if (!callee)
        return;
    calls->edges =
        arena_grow(analysis->arena, calls->edges, calls->edge_count, &calls->edge_capacity, sizeof *calls->edges);
    calls->edges[calls->edge_count++] = (int)callee->index;
}

/* `trace_here e`: becomes calls of both helpers. */
static bool is_local_raise(const Op *op) {
    return op->code == OP_TRACE_HERE && op->arg_count;
}

static void add_op_edges(Analysis *analysis, const Op *op) {
    if (op->code == OP_CALL)
        add_edge(analysis, op->graph);
    else if (op->code == OP_CALL_INDIRECT)
        for (int i = 0; i < op->graph_count; i++)
            add_edge(analysis, op->graphs[i]);
    else if (is_local_raise(op)) {
        add_edge(analysis, analysis->table.helpers.restore);
        add_edge(analysis, analysis->table.helpers.attach);
    }
}

bool exit_uses_exception(const Link *exit) {
    for (int i = 0; i < exit->arg_count; i++)
        if (exit->exception && exit->args[i] == exit->exception)
            return true;
    return false;
}

static void add_block_edges(Analysis *analysis, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        add_op_edges(analysis, block->ops[i]);
    for (int i = 0; i < block->exit_count; i++) {
        if (block->exits[i]->target == block->graph->except_block)
            add_edge(analysis, analysis->table.helpers.restore);
        if (exit_uses_exception(block->exits[i]))
            add_edge(analysis, analysis->table.helpers.attach);
    }
}

static void build_call_graph(Analysis *analysis) {
    Program *program = analysis->program;
    analysis->calls.first = arena_alloc(analysis->arena, (size_t)(program->graph_count + 1) * sizeof(int));
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        graph_renumber(graph);
        for (int j = 0; j < graph->block_count; j++)
            add_block_edges(analysis, graph->blocks[j]);
        analysis->calls.first[i + 1] = analysis->calls.edge_count;
    }
}

/* ---- effects of ops and graphs ---- */

static Effects join(Effects a, Effects b) {
    return (Effects){a.raises || b.raises, a.fatal || b.fatal};
}

static Effects effects_of_helper(const EffectTable *table, const Graph *helper) {
    return helper ? table->of[helper->index] : (Effects){0};
}

static Effects effects_of_targets(const EffectTable *table, const Op *op) {
    Effects effects = {.raises = op->graph_count == 0}; /* nothing is known */
    for (int i = 0; i < op->graph_count; i++)
        effects = join(effects, table->of[op->graphs[i]->index]);
    return effects;
}

Effects effects_of_op(const EffectTable *table, const Op *op) {
    if (op->code == OP_CALL)
        return table->of[op->graph->index];
    if (op->code == OP_CALL_INDIRECT)
        return effects_of_targets(table, op);
    if (is_local_raise(op))
        return join(effects_of_helper(table, table->helpers.restore), effects_of_helper(table, table->helpers.attach));
    int flags = op_info[op->code].flags;
    return (Effects){(flags & OPF_RAISES) != 0, (flags & OPF_FATAL) != 0};
}

static Link *last_exit(const Block *block) {
    return block->exits[block->exit_count - 1];
}

static Effects effects_of_exits(const EffectTable *table, const Block *block) {
    Effects effects = {0};
    for (int i = 0; i < block->exit_count; i++) {
        if (block->exits[i]->target == block->graph->except_block)
            effects = join(join(effects, (Effects){.raises = true}), effects_of_helper(table, table->helpers.restore));
        if (exit_uses_exception(block->exits[i]))
            effects = join(effects, effects_of_helper(table, table->helpers.attach));
    }
    return effects;
}

static Effects effects_of_block(const EffectTable *table, const Block *block) {
    Effects effects = effects_of_exits(table, block);
    for (int i = 0; i < block->op_count; i++) {
        Effects op = effects_of_op(table, block->ops[i]);
        bool is_caught =
            block->switch_kind == SWITCH_EXCEPTION && i == block->op_count - 1 && !last_exit(block)->exc_type;
        effects = join(effects, (Effects){op.raises && !is_caught, op.fatal});
    }
    return effects;
}

static Effects effects_of_graph(const EffectTable *table, const Graph *graph) {
    Effects effects = {0};
    for (int i = 0; i < graph->block_count; i++)
        effects = join(effects, effects_of_block(table, graph->blocks[i]));
    return effects;
}

/* ---- exits that cannot be taken ---- */

/* An exit that only passes the exception on: the same as no exit. */
static bool is_pass_through(const Link *exit) {
    return exit->kind == CASE_EXCEPTION && exit->target == exit->source->graph->except_block && exit->arg_count == 1 &&
           exit->exception && exit->args[0] == exit->exception;
}

/* Whether the block changed. */
static bool prune_block(Analysis *analysis, Block *block) {
    int before = block->exit_count;
    bool raises = effects_of_op(&analysis->table, block->ops[block->op_count - 1]).raises;
    while (block->exit_count > 1 && (!raises || is_pass_through(last_exit(block))))
        link_remove(last_exit(block));
    if (block->exit_count == 1) {
        block->switch_kind = SWITCH_NONE;
        block->exits[0]->kind = CASE_NONE;
    }
    analysis->table.pruned += before - block->exit_count;
    return block->exit_count < before;
}

static void prune_graph(Analysis *analysis, Graph *graph) {
    bool changed = false;
    for (int i = 0; i < graph->block_count; i++)
        if (graph->blocks[i]->switch_kind == SWITCH_EXCEPTION)
            changed |= prune_block(analysis, graph->blocks[i]);
    if (changed)
        graph_renumber(graph);
}

/* ---- components ---- */

typedef struct Visit {
    int node, next_edge;
} Visit;

typedef struct Tarjan {
    Analysis *analysis;
    int *order; /* when the node was found, from 1; 0: not yet */
    int *low;
    bool *on_stack, *on_path;
    int *stack;
    Visit *path;
    int found, stacked, depth;
} Tarjan;

/* All of a component's callees outside are done. */
static void finish_component(Analysis *analysis, const int *nodes, int count) {
    Effects *of = analysis->table.of;
    bool is_cycle = count > 1 || analysis->table.breaks_cycle[nodes[0]];
    Effects effects = {.raises = is_cycle};
    for (int i = 0; i < count; i++)
        of[nodes[i]] = effects;
    for (int i = 0; i < count; i++) {
        Graph *graph = analysis->program->graphs[nodes[i]];
        prune_graph(analysis, graph);
        effects = join(effects, effects_of_graph(&analysis->table, graph));
    }
    for (int i = 0; i < count; i++)
        of[nodes[i]] = effects;
}

static void enter_node(Tarjan *tarjan, int node) {
    tarjan->order[node] = tarjan->low[node] = ++tarjan->found;
    tarjan->on_stack[node] = tarjan->on_path[node] = true;
    tarjan->stack[tarjan->stacked++] = node;
    tarjan->path[tarjan->depth++] = (Visit){node, tarjan->analysis->calls.first[node]};
}

static void follow_edge(Tarjan *tarjan, int from, int to) {
    if (!tarjan->order[to]) {
        enter_node(tarjan, to);
        return;
    }
    if (tarjan->on_path[to])
        tarjan->analysis->table.breaks_cycle[to] = true; /* every cycle has an edge back into the path */
    if (tarjan->on_stack[to] && tarjan->order[to] < tarjan->low[from])
        tarjan->low[from] = tarjan->order[to];
}

static void leave_node(Tarjan *tarjan) {
    int node = tarjan->path[--tarjan->depth].node;
    tarjan->on_path[node] = false;
    if (tarjan->depth) {
        int parent = tarjan->path[tarjan->depth - 1].node;
        if (tarjan->low[node] < tarjan->low[parent])
            tarjan->low[parent] = tarjan->low[node];
    }
    if (tarjan->low[node] != tarjan->order[node])
        return;
    int from = tarjan->stacked;
    do
        tarjan->on_stack[tarjan->stack[--from]] = false;
    while (tarjan->stack[from] != node);
    finish_component(tarjan->analysis, tarjan->stack + from, tarjan->stacked - from);
    tarjan->stacked = from;
}

static void visit_from(Tarjan *tarjan, int root) {
    const CallGraph *calls = &tarjan->analysis->calls;
    enter_node(tarjan, root);
    while (tarjan->depth) {
        Visit *top = &tarjan->path[tarjan->depth - 1];
        if (top->next_edge < calls->first[top->node + 1])
            follow_edge(tarjan, top->node, calls->edges[top->next_edge++]);
        else
            leave_node(tarjan);
    }
}

static void visit_all(Analysis *analysis) {
    size_t count = (size_t)analysis->program->graph_count;
    Tarjan tarjan = {.analysis = analysis};
    tarjan.order = arena_alloc(analysis->arena, count * sizeof(int));
    tarjan.low = arena_alloc(analysis->arena, count * sizeof(int));
    tarjan.stack = arena_alloc(analysis->arena, count * sizeof(int));
    tarjan.on_stack = arena_alloc(analysis->arena, count);
    tarjan.on_path = arena_alloc(analysis->arena, count);
    tarjan.path = arena_alloc(analysis->arena, count * sizeof(Visit));
    for (int i = 0; i < (int)count; i++)
        if (!tarjan.order[i])
            visit_from(&tarjan, i);
}

/* The library's function of this name. It is kept; variants of it that the program itself calls are not. */
static Graph *find_helper(const Program *program, const char *name) {
    size_t length = strlen(name);
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        if (graph->keep && !strncmp(graph->name, name, length) && strchr("(", graph->name[length]))
            return graph;
    }
    return NULL;
}

static Helpers find_helpers(const Program *program) {
    return (Helpers){.attach = find_helper(program, "weft.core.exceptions._exc_attach"),
                     .restore = find_helper(program, "weft.core.exceptions._exc_restore")};
}

EffectTable effects_compute(Arena *arena, Program *program) {
    Analysis analysis = {.arena = arena, .program = program, .table.helpers = find_helpers(program)};
    size_t count = (size_t)program->graph_count;
    analysis.table.of = arena_alloc(arena, count * sizeof(Effects));
    analysis.table.breaks_cycle = arena_alloc(arena, count);
    build_call_graph(&analysis);
    visit_all(&analysis);
    return analysis.table;
}
