/* Which module variables may be read while unbound: only their reads carry a check.
 *
 * The program is followed in the order in which modules run: what a call in a module's body can reach has been read
 * once it is past. A variable is safe if its first binding is unconditional and comes before anything that could read
 * it, and nothing deletes it. Each body is visited once, so the walk is linear in the program.
 */
#include "frontend/infer_internal.h"

#include <string.h>

typedef struct Walk {
    Inference *inf;
    Map seen; /* bodies visited by calls */
    Body **stack;
    int count, capacity;
} Walk;

static VarState *state_of(Inference *inf, const char *module, const char *name) {
    ModuleVars *vars = infer_module(inf, module);
    module_var(inf, vars, name);
    uint64_t *index = map_find(&vars->index, (uint64_t)(uintptr_t)name);
    if ((int)*index >= vars->state_capacity) {
        int capacity = vars->count * 2 + 8;
        VarState *states = arena_alloc(inf->arena, (size_t)capacity * sizeof *states);
        for (int i = 0; i < vars->state_capacity; i++)
            states[i] = vars->states[i];
        vars->states = states;
        vars->state_capacity = capacity;
    }
    return &vars->states[*index];
}

bool module_var_needs_check(Inference *inf, const char *module, const char *name) {
    return state_of(inf, module, name)->may_be_unbound;
}

bool module_needs_checks(Inference *inf, const char *module) {
    const ModuleVars *vars = infer_module(inf, module);
    for (int i = 0; i < vars->state_capacity; i++)
        if (vars->states[i].may_be_unbound)
            return true;
    return false;
}

static void note_read(Walk *walk, const char *module, const char *name) {
    VarState *state = state_of(walk->inf, module, name);
    if (!state->is_bound)
        state->may_be_unbound = true;
}

/* m.x, where m is a module of the program. */
static void note_attribute(Walk *walk, const OpNode *node) {
    const Cell *receiver = cell_root(body_cell(walk->inf, node->body, node->op->args[0]));
    for (int i = 0; i < receiver->con_count; i++)
        if (receiver->cons[i]->kind == CON_MODULE && program_find_module(walk->inf->program, receiver->cons[i]->name) &&
            strcmp(node->op->name, "__name__") != 0)
            note_read(walk, receiver->cons[i]->name, node->op->name);
}

static void push_body(Walk *walk, Body *body) {
    if (!body || map_find(&walk->seen, (uint64_t)(uintptr_t)body))
        return;
    *map_put(walk->inf->arena, &walk->seen, (uint64_t)(uintptr_t)body) = 1;
    walk->stack = arena_grow(walk->inf->arena, walk->stack, walk->count, &walk->capacity, sizeof body);
    walk->stack[walk->count++] = body;
}

static void push_calls(Walk *walk, const OpNode *node) {
    for (CallEdge *edge = node->calls; edge; edge = edge->next)
        push_body(walk, edge->body);
}

static void run_module(Walk *walk, const char *name);

/* An op of a function that has been called: everything may happen now, in any order. */
static void visit_called_op(Walk *walk, const OpNode *node) {
    const Op *op = node->op;
    if (op->code == OP_LOAD_GLOBAL)
        note_read(walk, op->module, op->name);
    else if (op->code == OP_GETATTR)
        note_attribute(walk, node);
    else if (op->code == OP_DEL_GLOBAL)
        state_of(walk->inf, op->module, op->name)->may_be_unbound = true;
    else if (op->code == OP_IMPORT_MODULE)
        run_module(walk, op->module);
    push_calls(walk, node);
}

static void visit_reachable(Walk *walk) {
    while (walk->count) {
        Body *body = walk->stack[--walk->count];
        GraphInfo *info = graph_info(walk->inf, body->graph);
        for (int i = 0; i < info->op_count; i++)
            if (body->ops[i].op)
                visit_called_op(walk, &body->ops[i]);
    }
}

bool block_is_unconditional(const Graph *graph, const Block *block) {
    for (const Block *at = graph->start;; at = at->exits[0]->target) {
        if (at == block)
            return true;
        if (at->exit_count != 1)
            return false;
    }
}

static void visit_module_op(Walk *walk, const OpNode *node, bool unconditional) {
    const Op *op = node->op;
    if (op->code == OP_STORE_GLOBAL) {
        VarState *state = state_of(walk->inf, op->module, op->name);
        state->is_bound |= unconditional;
        return;
    }
    visit_called_op(walk, node);
    visit_reachable(walk);
}

static void run_module(Walk *walk, const char *name) {
    Body *body = infer_module(walk->inf, name)->body;
    if (!body || map_find(&walk->seen, (uint64_t)(uintptr_t)body))
        return;
    *map_put(walk->inf->arena, &walk->seen, (uint64_t)(uintptr_t)body) = 1;
    GraphInfo *info = graph_info(walk->inf, body->graph);
    for (int b = 0; b < body->graph->block_count; b++) {
        Block *block = body->graph->blocks[b];
        if (!body->reached[block->id])
            continue;
        bool unconditional = block_is_unconditional(body->graph, block);
        for (int i = 0; i < block->op_count; i++)
            visit_module_op(walk, &body->ops[info->first_op[block->id] + i], unconditional);
    }
}

void infer_bound(Inference *inf) {
    Walk walk = {.inf = inf};
    for (int i = 0; i < inf->program->module_count; i++) /* the library binds its names before anything runs */
        if (inf->program->modules[i]->file->is_library && infer_module(inf, inf->program->modules[i]->name)->body)
            for (int k = 0; k < infer_module(inf, inf->program->modules[i]->name)->count; k++)
                state_of(inf, inf->program->modules[i]->name,
                         infer_module(inf, inf->program->modules[i]->name)->names[k])
                    ->is_bound = true;
    run_module(&walk, intern(inf->names, "__main__"));
}
