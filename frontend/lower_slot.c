/* Attributes that may be read before they are set. Where no constructor is sure to set one, or the class has an
 * attribute of the same name (the default until the instance has its own), a read tests: a pointer that None is not
 * among for NULL, anything else by a flag beside it.
 */
#include "frontend/lower_internal.h"

#include <string.h>

enum { CALL_DEPTH = 6 };

static bool sets_always(Lower *lower, Body *body, const char *name, int depth);

static bool is_receiver(const Body *body, const Value *value) {
    const Params *params = &body->graph->params;
    return !value->is_const && params->count > 0 && value->name && !strcmp(value->name, params->names[0]);
}

/* Whether this op sets self.name, itself or through methods it calls on self. */
static bool op_sets(Lower *lower, Body *body, const OpNode *node, const char *name, int depth) {
    const Op *op = node->op;
    if (!op)
        return false;
    if (op->code == OP_SETATTR)
        return op->name == name && is_receiver(body, op->args[0]);
    if (op->code != OP_CALL_PY || depth >= CALL_DEPTH || !node->calls)
        return false;
    for (const CallEdge *edge = node->calls; edge; edge = edge->next)
        if (edge->role != ROLE_CALL || !edge->self || edge->self->kind != CON_INSTANCE || !edge->body ||
            edge->self->inst->def->is_library || !sets_always(lower, edge->body, name, depth + 1))
            return false;
    return true;
}

static bool block_sets(Lower *lower, Body *body, const GraphInfo *info, const Block *block, const char *name,
                       int depth) {
    for (int i = 0; i < block->op_count; i++)
        if (op_sets(lower, body, &body->ops[info->first_op[block->id] + i], name, depth))
            return true;
    return false;
}

/* Whether every way from the start to the return passes an op that sets the attribute. */
static bool sets_always(Lower *lower, Body *body, const char *name, int depth) {
    const Graph *graph = body->graph;
    const GraphInfo *info = graph_info(lower->inf, body->graph);
    bool *seen = arena_alloc(lower->arena, (size_t)graph->block_count + 1);
    const Block **stack = arena_alloc(lower->arena, (size_t)(graph->block_count + 1) * sizeof *stack);
    int count = 0;
    stack[count++] = graph->start;
    seen[graph->start->id] = true;
    while (count) {
        const Block *block = stack[--count];
        if (block == graph->return_block)
            return false;
        if (!body->reached[block->id] || block_sets(lower, body, info, block, name, depth))
            continue;
        for (int i = 0; i < block->exit_count; i++) {
            const Block *next = block->exits[i]->target;
            if (next != graph->except_block && !seen[next->id]) {
                seen[next->id] = true;
                stack[count++] = next;
            }
        }
    }
    return true;
}

/* Methods of classes with several bases have a body for each class. */
static Body *own_init_body(Lower *lower, const FuncDef *func, const ClassDef *def) {
    for (int i = 0; i < lower->inf->body_count; i++) {
        Body *body = lower->inf->body_list[i];
        if (body->func != func || !body->graph->start->input_count)
            continue;
        const Con *self = cell_find_con(body_cell(lower->inf, body, body->graph->start->inputs[0]), CON_INSTANCE);
        if (self && self->inst->def == def)
            return body;
    }
    return NULL;
}

static Body *init_body(Lower *lower, const ClassInst *inst) {
    FuncDef *func = class_method(lower->inf, inst->def, "__init__");
    if (func && inst->def->mro)
        return own_init_body(lower, func, inst->def);
    if (!lower->bodies_of.capacity)
        for (int i = lower->inf->body_count - 1; i >= 0; i--)
            if (lower->inf->body_list[i]->func)
                map_set_ptr(lower->arena, &lower->bodies_of, lower->inf->body_list[i]->func, lower->inf->body_list[i]);
    return func ? map_get_ptr(&lower->bodies_of, func) : NULL;
}

static bool set_by_constructor(Lower *lower, ClassInst *inst, const char *name) {
    if (inst->is_allocated) {
        Body *body = init_body(lower, inst);
        if (!body || !sets_always(lower, body, name, 0))
            return false;
    }
    for (int i = 0; i < inst->sub_count; i++)
        if (!set_by_constructor(lower, inst_root(inst->subs[i]), name))
            return false;
    return true;
}

static bool has_class_member(Lower *lower, ClassInst *inst, const char *name) {
    if (class_lookup(inst->def, name, NULL))
        return true;
    for (int i = 0; i < inst->sub_count; i++)
        if (has_class_member(lower, inst_root(inst->subs[i]), name))
            return true;
    return false;
}

SlotState slot_state(Lower *lower, ClassInst *home, Slot *slot) {
    if (slot->state)
        return slot->state - 1;
    SlotState state = SLOT_SURE;
    if (!slot->is_declared && !home->def->is_library) {
        Type *type = shape_type(lower, cell_shape(lower->inf, slot->cell));
        bool nullable = cell_root(slot->cell)->scalars & S_NONE;
        if (slot->is_deleted || has_class_member(lower, home, slot->name))
            state = SLOT_FLAGGED;
        else if (!set_by_constructor(lower, home, slot->name))
            state = type->kind == TY_PTR && !nullable ? SLOT_NULL_IF_UNSET : SLOT_FLAGGED;
    }
    slot->state = state + 1;
    return state;
}

const char *slot_flag_name(Lower *lower, const Slot *slot) {
    return intern(lower->inf->names, arena_printf(lower->arena, "%s.is_set", slot->name));
}
