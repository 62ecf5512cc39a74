/* Calls: direct ones, and dispatch through slots of type records where the target depends on the dynamic class. */
#include "frontend/lower_internal.h"

#include <stdlib.h>
#include <string.h>

typedef struct ShapeCon ShapeCon;

/* ---- graphs of bodies --------------------------------------------------------------------------------- */

static Shape *input_shape(Lower *lower, Body *body, int i) {
    return cell_shape(lower->inf, body_cell(lower->inf, body, body->graph->start->inputs[i]));
}

static Shape *result_shape(Lower *lower, Body *body) {
    return cell_shape(lower->inf, body->result);
}

/* Its class's values are in static variables, which another body does not share. */
static bool makes_class_with_state(Lower *lower, const Body *body) {
    bool has_classes = graph_info(lower->inf, body->graph)->classes;
    for (int i = 0; has_classes && i < lower->inf->class_count; i++) {
        const ClassDef *def = lower->inf->classes[i];
        if (def->site_body == body && class_has_state(lower->inf, def))
            return true;
    }
    return false;
}

static uint64_t signature_key(Lower *lower, Body *body) {
    uint64_t key = hash_u64(HASH_SEED, (uint64_t)(uintptr_t)body->graph);
    for (int i = 0; i < body->graph->start->input_count; i++)
        key = hash_u64(key, (uint64_t)(uintptr_t)input_shape(lower, body, i));
    if (makes_class_with_state(lower, body))
        key = hash_u64(key, body->serial);
    return hash_u64(key, (uint64_t)(uintptr_t)result_shape(lower, body));
}

static const char *body_name(Lower *lower, Body *body) {
    int count = body->graph->start->input_count;
    if (!count)
        return body->graph->name;
    const char *text = "";
    for (int i = 0; i < count; i++)
        text =
            arena_printf(lower->arena, "%s%s%s", text, i ? ", " : "", shape_name(lower, input_shape(lower, body, i)));
    if (strlen(text) > 100)
        text = arena_printf(lower->arena, "%.60s~%016llx", text, (unsigned long long)hash_text(HASH_SEED, text));
    return arena_printf(lower->arena, "%s(%s)", body->graph->name, text);
}

Graph *declare_graph(Lower *lower, const char *name, Type *const *params, int count, Type *result) {
    Graph *graph = program_add_graph(lower->program, unique_name(lower, name));
    graph->type = type_func(lower->types, result, params, count);
    graph->params.count = -1;
    for (int i = 0; i < count; i++)
        block_add_input(graph->start, params[i], NULL);
    block_add_input(graph->return_block, result, NULL);
    block_add_input(graph->except_block, type_ptr(lower->types, lower->program->exception_base), NULL);
    return graph;
}

static void schedule(Lower *lower, Body *body, Graph *graph) {
    int capacity = lower->pending_capacity;
    lower->pending = arena_grow(lower->arena, lower->pending, lower->pending_count, &capacity, sizeof body);
    lower->pending_graphs =
        arena_grow(lower->arena, lower->pending_graphs, lower->pending_count, &lower->pending_capacity, sizeof graph);
    lower->pending[lower->pending_count] = body;
    lower->pending_graphs[lower->pending_count++] = graph;
}

Graph *body_graph(Lower *lower, Body *body) {
    if (body->lowered)
        return body->lowered;
    uint64_t key = signature_key(lower, body);
    Graph *graph = map_get_ptr(&lower->graphs, (void *)(uintptr_t)key);
    if (!graph) {
        int count = body->graph->start->input_count;
        Type **params = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *params);
        for (int i = 0; i < count; i++)
            params[i] = shape_type(lower, input_shape(lower, body, i));
        graph =
            declare_graph(lower, body_name(lower, body), params, count, shape_type(lower, result_shape(lower, body)));
        graph->pyname = body->graph->pyname;
        graph->file = body->graph->file;
        graph->pos = body->graph->pos;
        graph->is_hidden = body->graph->is_hidden;
        graph->is_wrapping = body->graph->is_wrapping;
        graph->is_system = body->graph->is_system;
        graph->always_inline = body->graph->always_inline;
        graph->never_inline = body->graph->never_inline;
        graph->is_generator = body->graph->is_generator;
        for (int i = 0; i < count; i++)
            graph->start->inputs[i]->name = body->graph->start->inputs[i]->name;
        map_set_ptr(lower->arena, &lower->graphs, (void *)(uintptr_t)key, graph);
        schedule(lower, body, graph);
    }
    return body->lowered = graph;
}

/* ---- arguments ------------------------------------------------------------------------------------------- */

static Typed tuple_item(Lower *lower, Typed tuple, int i) {
    if (tuple.shape->count != 1 || tuple.shape->cons[0].kind != CON_TUPLE || i >= tuple.shape->cons[0].count)
        return typed(const_void(lower->program), lower->empty_shape);
    Shape *shape = tuple.shape->cons[0].args[i];
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), shape);
    return typed(emit_getfield(lower, tuple.value, arena_printf(lower->arena, "item%d", i), type), shape);
}

static Typed closure_field(Lower *lower, Value *closure, const char *field, Cell *cell) {
    Shape *shape = cell_shape(lower->inf, cell);
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), shape);
    return typed(emit_getfield(lower, closure, field, type), shape);
}

Typed default_value(Lower *lower, FuncDef *func, int index, Value *closure) {
    const Value *value = func->make->args[index];
    if (value->is_const) {
        Body *outer = lower->body;
        lower->body = func->make_body;
        Typed constant = hl_value(lower, value);
        lower->body = outer;
        return constant;
    }
    if (func->keeps_defaults)
        return closure_field(lower, closure, arena_printf(lower->arena, "default%d", index), func->defaults[index]);
    StaticVar var = static_default(lower, func, index);
    if (!var.data)
        return typed(const_void(lower->program), var.shape);
    return typed(emit_getfield(lower, const_data(lower->program, var.data), var.field, var.type), var.shape);
}

static Typed varargs_tuple(Lower *lower, const CallEdge *edge, int param, Typed self, const Typed *actuals,
                           Shape *shape) {
    const Bound *bound = &edge->bound[param];
    Type *type = con_type(lower, &shape->cons[0]);
    Value *tuple = emit_malloc(lower, type);
    for (int i = 0; i < bound->count; i++) {
        Shape *item = shape->cons[0].args[i];
        if (shape_type(lower, item)->kind == TY_VOID)
            continue;
        const Bound *from = &bound->items[i];
        Typed actual = from->kind == BIND_SELF ? self : actuals[from->index];
        if (from->kind == BIND_TUPLE_ITEM)
            actual = tuple_item(lower, actual, from->item);
        Value *value = convert(lower, actual, item);
        emit_setfield(lower, tuple, arena_printf(lower->arena, "item%d", i), value);
    }
    return typed(tuple, shape);
}

static Typed bound_value(Lower *lower, CallEdge *edge, int param, Typed self, const Typed *actuals, Value *closure,
                         Shape *want) {
    const Bound *bound = &edge->bound[param];
    switch (bound->kind) {
    case BIND_SELF:
        return self;
    case BIND_ARG:
        return actuals[bound->index];
    case BIND_TUPLE_ITEM:
        return tuple_item(lower, actuals[bound->index], bound->item);
    case BIND_STAR_ITEM:
        return open_tuple_item(lower, actuals[bound->index], bound->item);
    case BIND_STAR_DEFAULT:
        return star_or_default(lower, edge, param, actuals, closure);
    case BIND_STAR_REST:
        return star_rest(lower, edge, param, actuals);
    case BIND_DEFAULT:
        return default_value(lower, edge->func, bound->index, closure);
    case BIND_VARARGS:
        return varargs_tuple(lower, edge, param, self, actuals, want);
    case BIND_CAPTURED:
        return closure_field(lower, closure, arena_printf(lower->arena, "cell%d", bound->index),
                             edge->func->captured[bound->index]);
    }
    return typed(undefined(lower, shape_type(lower, want)), want);
}

static const char *param_name(const CallEdge *edge, int i) {
    const Params *params = &edge->func->graph->params;
    return i < params->count + params->keyword_only ? params->names[i] : "args";
}

Typed as_index(Lower *lower, int role, Typed value, const Shape *want) {
    const char *method = NULL;
    if (want->count || value.shape->scalars)
        return value;
    for (int i = 0; i < value.shape->count; i++) {
        const ShapeCon *con = &value.shape->cons[i];
        method = con->kind == CON_INSTANCE ? index_method(lower->inf, con->def, want->scalars) : NULL;
        if (!method)
            return value;
    }
    Shape *result = method && !strcmp(method, "__float__") ? lower->float_shape : lower->int_shape;
    return method ? call_method(lower, role, value, method, NULL, 0, result) : value;
}

Typed call_edge(Lower *lower, CallEdge *edge, Typed self, const Typed *actuals, Value *closure) {
    Body *body = edge->body;
    if (!body)
        return typed(const_void(lower->program), lower->empty_shape);
    Graph *graph = body_graph(lower, body);
    if (!closure && func_has_state(edge->func))
        closure = method_closure(lower, edge->func);
    if (edge->takes_open)
        check_star(lower, edge, actuals);
    Value **args = arena_alloc(lower->arena, (size_t)(edge->param_count + 1) * sizeof *args);
    for (int i = 0; i < edge->param_count; i++) {
        Shape *want = input_shape(lower, body, i);
        Typed value = bound_value(lower, edge, i, self, actuals, closure, want);
        bool checked = edge->func->is_declared && edge->bound[i].kind != BIND_SELF;
        if (checked)
            value = as_index(lower, index_role(edge->role, i), value, want);
        args[i] = checked ? convert_checked(lower, value, want, param_name(edge, i), callee_name(lower, edge))
                          : convert(lower, value, want);
    }
    Value *result = emit_call(lower, graph, args, edge->param_count);
    if (body->cleans_up && edge->role == ROLE_CALL && lower->op->code == OP_CALL_PY && lower->op->integer & 4)
        emit_setfield(lower, result, "_is_temporary", const_bool(lower->program, true));
    return typed(result, result_shape(lower, body));
}

/* ---- dispatch ------------------------------------------------------------------------------------------------ */

/* What a dispatching call can do, one for each constructor of the receiver. */
typedef struct Target {
    ShapeCon *con;
    CallEdge *edge; /* NULL: a callable object, called by call_value */
} Target;

typedef struct Dispatch {
    Typed receiver;
    const char *name;
    Target *targets;
    int target_count;
    const Typed *actuals;
    int count;
    int role;
    Shape *result;
} Dispatch;

Saved enter_graph(Lower *lower, Graph *graph) {
    Saved saved = {lower->graph, lower->part, lower->under_handler, lower->pos};
    lower->graph = graph;
    lower->under_handler = false;
    lower->part = part_new(lower, graph->start);
    for (int i = 0; i < graph->start->input_count; i++)
        graph->start->inputs[i]->note = lower->part;
    return saved;
}

void leave_graph(Lower *lower, Saved saved) {
    lower->graph = saved.graph;
    lower->part = saved.part;
    lower->under_handler = saved.under_handler;
    lower->pos = saved.pos;
}

static Value *target_self(Lower *lower, const Target *target, Value *receiver) {
    Type *type = con_type(lower, target->con);
    return emit(lower, OP_CAST, type_ptr(lower->types, type), receiver, NULL, NULL);
}

Shape *con_shape_alone(Lower *lower, const ShapeCon *con) {
    Shape one = {.count = 1, .cons = (ShapeCon *)con};
    return shape_with_scalars(lower->inf, &one, 0);
}

/* A callable object unwrapped to what call_value takes for its constructor alone. */
static Typed unwrap_callable(Lower *lower, const Target *target, Value *self) {
    Shape *shape = con_shape_alone(lower, target->con);
    if (target->con->kind == CON_METHOD) {
        Type *type = shape_type(lower, shape);
        return typed(type->kind == TY_VOID ? const_void(lower->program) : emit_getfield(lower, self, "self", type),
                     shape);
    }
    return typed(shape_type(lower, shape)->kind == TY_VOID ? const_void(lower->program) : self, shape);
}

/* How the op passes its arguments: which are keywords, and which is a *args. */
static const char *call_form(Lower *lower) {
    const Op *op = lower->op;
    if (op->code != OP_CALL_PY)
        return "";
    const char *text = op->integer & 1 ? arena_printf(lower->arena, "*%d ", op->arg_count - op->name_count) : "";
    for (int i = 0; i < op->name_count; i++)
        text = arena_printf(lower->arena, "%s%s= ", text, op->names[i]);
    if (!(op->integer & 2))
        return text;
    const Shape *record = hl_arg(lower, op->arg_count - 1).shape;
    for (int i = 0; record->count && i < record->cons[0].count; i++)
        text = arena_printf(lower->arena, "%s%s= ", text, record->cons[0].names[i]);
    return text;
}

static Value *target_closure(Lower *lower, const Dispatch *dispatch, const Target *target) {
    ClassDef *def = target->con->kind == CON_INSTANCE ? target->con->def : NULL;
    return named_closure(lower, def, dispatch->name, target->edge->func);
}

static const char *dispatch_key(Lower *lower, const Dispatch *dispatch) {
    const char *text = arena_printf(lower->arena, "%s(%s", dispatch->name, call_form(lower));
    for (int i = 0; i < dispatch->count; i++)
        text = arena_printf(lower->arena, "%s%s%s", text, i ? ", " : "", shape_name(lower, dispatch->actuals[i].shape));
    return intern(lower->inf->names, arena_printf(lower->arena, "%s) %s", text, shape_name(lower, dispatch->result)));
}

static Graph *make_shim(Lower *lower, const Dispatch *dispatch, const Target *target, Type *func_type,
                        const char *key) {
    const char *name = arena_printf(lower->arena, "%s of %s", key, con_type(lower, target->con)->name);
    Graph *shim = declare_graph(lower, name, func_type->params, func_type->param_count, func_type->item);
    shim->pyname = dispatch->name;
    shim->file = lower->graph->file;
    shim->is_hidden = true;
    Saved saved = enter_graph(lower, shim);
    Typed *actuals = arena_alloc(lower->arena, (size_t)(dispatch->count + 1) * sizeof *actuals);
    for (int i = 0; i < dispatch->count; i++)
        actuals[i] = typed(shim->start->inputs[i + 1], dispatch->actuals[i].shape);
    Value *self = target_self(lower, target, shim->start->inputs[0]);
    Typed result;
    if (target->edge)
        result = call_edge(lower, target->edge, typed(self, con_shape_alone(lower, target->con)), actuals,
                           target_closure(lower, dispatch, target));
    else
        result = call_value(lower, dispatch->role, unwrap_callable(lower, target, self), actuals, dispatch->count,
                            dispatch->result);
    Value *value = convert(lower, result, dispatch->result);
    emit_jump(lower, shim->return_block, &value, 1);
    leave_graph(lower, saved);
    graph_renumber(shim);
    return shim;
}

static Slotting *find_slot(Lower *lower, ClassRecord *record, const char *key, Type *func_type) {
    for (int i = 0; i < record->slot_count; i++)
        if (record->slots[i].key == key)
            return &record->slots[i];
    record->slots =
        arena_grow(lower->arena, record->slots, record->slot_count, &record->slot_capacity, sizeof *record->slots);
    Slotting *slot = &record->slots[record->slot_count++];
    const char *name = strlen(key) > 60 ? arena_printf(lower->arena, "%.40s~%016llx", key,
                                                       (unsigned long long)hash_text(HASH_SEED, key))
                                        : key;
    name = intern(lower->inf->names, arena_printf(lower->arena, "%s.%s", record->type->name, name));
    *slot = (Slotting){.key = key, .name = name, .func_type = func_type};
    return slot;
}

static bool has_target(const Slotting *slot, const Type *type) {
    for (int i = 0; i < slot->target_count; i++)
        if (slot->targets[i].type == type)
            return true;
    return false;
}

static Typed emit_dispatch(Lower *lower, const Dispatch *dispatch, ClassRecord *record) {
    Type **params = arena_alloc(lower->arena, (size_t)(dispatch->count + 2) * sizeof *params);
    params[0] = type_ptr(lower->types, record->type);
    for (int i = 0; i < dispatch->count; i++)
        params[i + 1] = dispatch->actuals[i].value->type;
    Type *func_type = type_func(lower->types, shape_type(lower, dispatch->result), params, dispatch->count + 1);
    const char *key = dispatch_key(lower, dispatch);
    find_slot(lower, record, key, func_type);
    Graph **graphs = arena_alloc(lower->arena, (size_t)(dispatch->target_count + 1) * sizeof *graphs);
    for (int i = 0; i < dispatch->target_count; i++) {
        Type *type = con_type(lower, dispatch->targets[i].con);
        record_of(lower, type, NULL);
        if (!has_target(find_slot(lower, record, key, func_type), type)) {
            Graph *shim = make_shim(lower, dispatch, &dispatch->targets[i], func_type, key);
            Slotting *slot = find_slot(lower, record, key, func_type);
            slot->targets = arena_grow(lower->arena, slot->targets, slot->target_count, &slot->target_capacity,
                                       sizeof *slot->targets);
            slot->targets[slot->target_count].type = type;
            slot->targets[slot->target_count++].graph = shim;
        }
        Slotting *slot = find_slot(lower, record, key, func_type);
        for (int k = 0; k < slot->target_count; k++)
            if (slot->targets[k].type == type)
                graphs[i] = slot->targets[k].graph;
    }
    Slotting *slot = find_slot(lower, record, key, func_type);
    Value *self = emit(lower, OP_CAST, params[0], dispatch->receiver.value, NULL, NULL);
    Value *vtable = emit(lower, OP_TYPE_OF, type_ptr(lower->types, vtable_of(lower, record->type)), self, NULL, NULL);
    Value **args = arena_alloc(lower->arena, (size_t)(dispatch->count + 2) * sizeof *args);
    args[0] = emit_getfield(lower, vtable, slot->name, type_ptr(lower->types, func_type));
    args[1] = self;
    for (int i = 0; i < dispatch->count; i++)
        args[i + 2] = dispatch->actuals[i].value;
    Op *op = emit_op(lower, OP_CALL_INDIRECT, func_type->item, args, dispatch->count + 2);
    op->graphs = graphs;
    op->graph_count = dispatch->target_count;
    lower_after_raise(lower, op);
    return typed(op->result ? op->result : const_void(lower->program), dispatch->result);
}

/* ---- a chain of class tests --------------------------------------------------------------------------------- */

/* is_instance also holds for subclasses: derived classes are to be tested before their bases. */
static void sort_derived_first(Shape *shape) {
    for (int i = 1; i < shape->count; i++) {
        ShapeCon con = shape->cons[i];
        int at = i;
        for (int k = 0; k < i; k++)
            if (con.def && shape->cons[k].def && class_is_subclass(con.def, shape->cons[k].def)) {
                at = k;
                break;
            }
        memmove(&shape->cons[at + 1], &shape->cons[at], (size_t)(i - at) * sizeof *shape->cons);
        shape->cons[at] = con;
    }
}

static Value *class_chain(Lower *lower, Typed receiver, int i, Shape *result, ByClass *function, void *data) {
    ShapeCon *con = &receiver.shape->cons[i];
    Type *type = type_ptr(lower->types, con_type(lower, con));
    bool is_last = i + 1 == receiver.shape->count;
    Branch branch;
    if (!is_last) {
        Op *test = emit_op(lower, OP_IS_INSTANCE, ty(lower, TY_BOOL), &receiver.value, 1);
        test->type = type->item;
        branch = emit_branch(lower, test->result);
        branch_then(lower, &branch);
    }
    Value *self = emit(lower, OP_CAST, type, receiver.value, NULL, NULL);
    Value *mine = convert(lower, function(lower, typed(self, con_shape_alone(lower, con)), data), result);
    if (is_last)
        return mine;
    branch_else(lower, &branch, mine);
    Value *other = class_chain(lower, receiver, i + 1, result, function, data);
    return branch_join(lower, &branch, other, shape_type(lower, result));
}

Typed by_class(Lower *lower, Typed receiver, Shape *result, ByClass *function, void *data) {
    if (receiver.shape->count == 1)
        return typed(convert(lower, function(lower, receiver, data), result), result);
    Shape sorted = *receiver.shape;
    sorted.cons = arena_alloc(lower->arena, (size_t)(sorted.count + 1) * sizeof *sorted.cons);
    memcpy(sorted.cons, receiver.shape->cons, (size_t)sorted.count * sizeof *sorted.cons);
    sort_derived_first(&sorted);
    Shape *kept = arena_alloc(lower->arena, sizeof *kept);
    *kept = sorted;
    return typed(class_chain(lower, typed(receiver.value, kept), 0, result, function, data), result);
}

/* ---- methods --------------------------------------------------------------------------------------------------- */

static ClassDef *shape_con_class(Lower *lower, const ShapeCon *con) {
    if (con->kind == CON_TUPLE)
        return tuple_class(lower->inf, con->count);
    return con->kind == CON_INSTANCE ? con->def : NULL;
}

static bool edge_receives(const CallEdge *edge, const ShapeCon *con) {
    if (!edge->self || edge->self->kind != con->kind)
        return false;
    if (con->kind == CON_INSTANCE)
        return edge->self->inst->def == con->def;
    return con->kind != CON_TUPLE || edge->self->count == con->count;
}

static CallEdge *method_edge(Lower *lower, int role, const ShapeCon *con, const FuncDef *func) {
    for (CallEdge *edge = lower->node->calls; edge; edge = edge->next)
        if (edge->role == role && edge->func == func && edge_receives(edge, con))
            return edge;
    return NULL;
}

static FuncDef *con_method(Lower *lower, const ShapeCon *con, const char *name) {
    return class_method(lower->inf, shape_con_class(lower, con), name);
}

bool has_method(Lower *lower, Typed receiver, const char *name) {
    for (int i = 0; i < receiver.shape->count; i++)
        if (!con_method(lower, &receiver.shape->cons[i], name))
            return false;
    return receiver.shape->count > 0;
}

static const char *shape_con_name(Lower *lower, const ShapeCon *con) {
    ClassDef *def = shape_con_class(lower, con);
    return def ? def->name : shape_text(lower->inf, con_shape_alone(lower, con));
}

static Typed call_scalar_method(Lower *lower, int role, Typed receiver, const char *name, const Typed *actuals) {
    uint32_t scalars = receiver.shape->scalars;
    if (scalars & (scalars - 1)) {
        lower_error(lower, "U0402",
                    "not supported: calling `%s` on %s, because the method differs by type; test the type first", name,
                    shape_text(lower->inf, receiver.shape));
        return typed_nothing(lower);
    }
    FuncDef *func = class_method(lower->inf, class_of_scalar(lower->inf, scalars), name);
    CallEdge *edge = func ? op_call(lower->node, role, func, NULL, scalars) : NULL;
    if (!edge) {
        if (!raises_attribute(lower, receiver.shape, name))
            lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_text(lower->inf, receiver.shape), name);
        return typed_nothing(lower);
    }
    return call_edge(lower, edge, receiver, actuals, NULL);
}

/* One target for all: no dispatch. A difference in the receiver's parameter type alone is a cast. */
static bool same_target(Lower *lower, const Target *targets, int count) {
    for (int i = 0; i < count; i++)
        if (!targets[i].edge->body || (i && func_has_state(targets[i].edge->func)) ||
            body_graph(lower, targets[i].edge->body) != body_graph(lower, targets[0].edge->body))
            return false;
    return true;
}

static Typed dispatch_targets(Lower *lower, Dispatch *dispatch) {
    if (dispatch->target_count && same_target(lower, dispatch->targets, dispatch->target_count))
        return call_edge(lower, dispatch->targets[0].edge, dispatch->receiver, dispatch->actuals,
                         target_closure(lower, dispatch, &dispatch->targets[0]));
    Type *type;
    ClassInst *base = shape_base_inst(lower, dispatch->receiver.shape, &type);
    return emit_dispatch(lower, dispatch, record_of(lower, type, base));
}

Typed call_method(Lower *lower, int role, Typed receiver, const char *name, const Typed *actuals, int count,
                  Shape *result) {
    receiver = require_not_none(lower, receiver, name, true);
    Shape *shape = receiver.shape;
    if (!shape->count)
        return shape->scalars ? call_scalar_method(lower, role, receiver, name, actuals) : typed_nothing(lower);
    Dispatch dispatch = {
        .receiver = receiver, .name = name, .actuals = actuals, .count = count, .role = role, .result = result};
    dispatch.targets = arena_alloc(lower->arena, (size_t)(shape->count + 1) * sizeof *dispatch.targets);
    for (int i = 0; i < shape->count; i++) {
        ShapeCon *con = &shape->cons[i];
        FuncDef *func = con_method(lower, con, name);
        CallEdge *edge = func ? method_edge(lower, role, con, func) : NULL;
        if (!func) {
            if (shape->count > 1 || !raises_attribute(lower, shape, name))
                lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_con_name(lower, con), name);
            return typed_nothing(lower);
        }
        if (edge && edge->body)
            dispatch.targets[dispatch.target_count++] = (Target){con, edge};
    }
    if (!dispatch.target_count)
        return typed_nothing(lower);
    return dispatch_targets(lower, &dispatch);
}

Typed call_method_of(Lower *lower, int role, Typed receiver, FuncDef *func, const Typed *actuals) {
    CallEdge *edge = method_edge(lower, role, &receiver.shape->cons[0], func);
    return edge ? call_edge(lower, edge, receiver, actuals, NULL) : typed_nothing(lower);
}

Typed call_accessor(Lower *lower, Typed receiver, FuncDef *func, const Typed *value, Value *closure) {
    CallEdge *edge = method_edge(lower, ROLE_CALL, &receiver.shape->cons[0], func);
    return edge ? call_edge(lower, edge, receiver, value, closure) : typed_nothing(lower);
}

Typed call_fixed_method(Lower *lower, int role, Typed receiver, FuncDef *func, const Typed *actuals) {
    for (CallEdge *edge = lower->node->calls; edge; edge = edge->next)
        if (edge->role == role && edge->func == func && edge->body)
            return call_edge(lower, edge, receiver, actuals, NULL);
    return typed_nothing(lower);
}

Typed call_core(Lower *lower, int role, const char *module, const char *function, const Typed *actuals, int count) {
    (void)count;
    FuncDef *func = core_function(lower->inf, module, function);
    CallEdge *edge = func ? op_call(lower->node, role, func, NULL, 0) : NULL;
    return edge ? call_edge(lower, edge, typed_nothing(lower), actuals, NULL) : typed_nothing(lower);
}

Graph *root_graph_in(Lower *lower, const char *module, const char *function) {
    FuncDef *func = core_function(lower->inf, module, function);
    CallEdge *edge = func ? op_call(lower->inf->root_node, ROLE_CALL, func, NULL, 0) : NULL;
    return edge && edge->body ? body_graph(lower, edge->body) : NULL;
}

Graph *root_graph(Lower *lower, const char *function) {
    Graph *graph = root_graph_in(lower, "weft.core.exceptions", function);
    return graph ? graph : root_graph_in(lower, "weft.core.checks", function);
}

/* ---- instances ------------------------------------------------------------------------------------------------------
 */

static void init_call(Lower *lower, int role, FuncDef *func, Typed self, const Typed *actuals) {
    CallEdge *edge = func ? method_edge(lower, role, &self.shape->cons[0], func) : NULL;
    if (edge)
        call_edge(lower, edge, self, actuals,
                  role == ROLE_INIT ? named_closure(lower, self.shape->cons[0].def, "__init__", func) : NULL);
}

/* Whether a call of the class that fits no parameters was lowered to what raises. */
static bool raises_init(Lower *lower, const ClassDef *def, const FuncDef *init) {
    bool is_object = init->owner && class_is_object(init->owner);
    return is_object ? raises_instead(lower, NULL, "TypeError", "%s() takes no arguments", def->name)
                     : raises_binding(lower, init, 1);
}

Typed instantiate_plain(Lower *lower, ClassDef *def, const Typed *actuals, int count) {
    ClassInst *inst = inst_made_at(lower->inf, def, lower->node);
    Shape *shape = single_con_shape(lower, &inst->con);
    Typed self = typed(emit_instance(lower, shape), shape);
    FuncDef *init = class_method(lower->inf, def, "__init__");
    if (def->is_exception && !def->is_library)
        init_call(lower, ROLE_ARGS,
                  class_method(lower->inf, class_find_builtin(lower->inf, "BaseException"), "__init__"), self, actuals);
    if (init && !method_edge(lower, ROLE_INIT, &shape->cons[0], init) && raises_init(lower, def, init))
        return self;
    init_call(lower, ROLE_INIT, init, self, actuals);
    if (!init && count)
        lower_error(lower, "T0201", "%s() takes no arguments", def->name);
    return self;
}

typedef struct Making {
    const ClassDef *def;
    const Typed *actuals;
} Making;

static Typed init_one(Lower *lower, Typed object, void *data) {
    const Making *making = data;
    const ShapeCon *con = &object.shape->cons[0];
    if (con->kind == CON_INSTANCE && class_is_subclass(con->def, making->def))
        init_call(lower, ROLE_INIT, class_method(lower->inf, con->def, "__init__"), object, making->actuals);
    return typed(const_void(lower->program), lower->none_shape);
}

/* What the __new__ of a class of the program gave is initialised if it is of the class. */
static void init_made(Lower *lower, const ClassDef *def, Typed made, const Typed *actuals) {
    Typed object = typed(made.value, without_none(lower, made.shape));
    Making making = {def, actuals};
    if (!object.shape->count || object.shape->scalars)
        return;
    if (!(made.shape->scalars & S_NONE)) {
        by_class(lower, object, lower->none_shape, init_one, &making);
        return;
    }
    Branch branch = emit_branch(lower, emit_is_none(lower, made));
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    by_class(lower, object, lower->none_shape, init_one, &making);
    branch_join(lower, &branch, NULL, NULL);
}

Typed instantiate(Lower *lower, ClassDef *def, const Typed *actuals, int count) {
    if (raises_abstract(lower, def))
        return typed_nothing(lower);
    FuncDef *make = class_method(lower->inf, def, "__new__");
    if (!make)
        return instantiate_plain(lower, def, actuals, count);
    CallEdge *edge = op_call(lower->node, ROLE_CALL, make, &def->con, 0);
    Typed self = typed(const_void(lower->program), single_con_shape(lower, &def->con));
    if (!edge)
        return typed_nothing(lower);
    Typed made = call_edge(lower, edge, self, actuals, NULL);
    if (graph_is_written(make->graph))
        init_made(lower, def, made, actuals);
    return made;
}

/* ---- values that are called
 * -------------------------------------------------------------------------------------------- */

static Typed not_callable(Lower *lower, Shape *shape) {
    if (!raises_instead(lower, shape, "TypeError", "'%s' object is not callable", python_type_name(shape)))
        lower_error(lower, "T0206", "%s is not callable", shape_text(lower->inf, shape));
    return typed_nothing(lower);
}

static Typed call_one(Lower *lower, int role, Typed callee, const Typed *actuals, int count, Shape *result) {
    ShapeCon *con = &callee.shape->cons[0];
    switch (con->kind) {
    case CON_FUNCTION: {
        bool is_call = lower->op->code == OP_CALL_PY;
        int names = is_call ? lower->op->name_count : 0;
        int star = is_call && lower->op->integer & 1; /* counts as several */
        FuncDef *func = func_for_arguments(lower->inf, con->func, lower->op->names, names, count - names + star);
        CallEdge *edge = op_call(lower->node, role, func, NULL, 0);
        if (!edge)
            raises_binding(lower, func, 0);
        return edge ? call_edge(lower, edge, typed_nothing(lower), actuals, callee.value) : typed_nothing(lower);
    }
    case CON_METHOD: {
        Typed receiver = typed(callee.value, con->args[0]);
        return con->func ? call_fixed_method(lower, role, receiver, con->func, actuals)
                         : call_method(lower, role, receiver, con->name, actuals, count, result);
    }
    case CON_CLASS:
        return instantiate(lower, con->def, actuals, count);
    case CON_INTRINSIC:
        return lower_intrinsic(lower, con->name, actuals, count, result);
    case CON_INSTANCE:
        if (con_method(lower, con, "__call__"))
            return call_method(lower, role, callee, "__call__", actuals, count, result);
        break;
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_MODULE:
    case CON_SUPER:
        break;
    }
    return not_callable(lower, callee.shape);
}

Typed call_value(Lower *lower, int role, Typed callee, const Typed *actuals, int count, Shape *result) {
    callee = require_not_none(lower, callee, "__call__", true);
    Shape *shape = callee.shape;
    if (!shape->count) {
        return shape->scalars ? not_callable(lower, shape) : typed_nothing(lower);
    }
    if (shape->count == 1)
        return call_one(lower, role, callee, actuals, count, result);
    if (shape->cons[0].kind == CON_INSTANCE)
        return call_method(lower, role, callee, "__call__", actuals, count, result);
    Dispatch dispatch = {
        .receiver = callee, .name = "call", .actuals = actuals, .count = count, .role = role, .result = result};
    dispatch.targets = arena_alloc(lower->arena, (size_t)(shape->count + 1) * sizeof *dispatch.targets);
    for (int i = 0; i < shape->count; i++)
        dispatch.targets[dispatch.target_count++] = (Target){&shape->cons[i], NULL};
    return emit_dispatch(lower, &dispatch, record_of(lower, lower->callable_type, NULL));
}

static bool is_record(const Shape *shape) {
    return shape->count == 1 && shape->cons[0].kind == CON_TUPLE && shape->cons[0].names;
}

/* The arguments of a call with **kwargs: the record's values become arguments of their own. */
static Typed *spread_record(Lower *lower, const Typed *actuals, int *count) {
    Typed record = actuals[--*count];
    int more = record.shape->cons[0].count;
    Typed *out = arena_alloc(lower->arena, (size_t)(*count + more + 1) * sizeof *out);
    memcpy(out, actuals, (size_t)*count * sizeof *out);
    for (int i = 0; i < more; i++)
        out[(*count)++] = tuple_item(lower, record, i);
    return out;
}

void lower_call_op(Lower *lower) {
    int count = lower->op->arg_count - 1;
    int positional = count - lower->op->name_count - (lower->op->integer & 2) / 2;
    Typed *actuals = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *actuals);
    for (int i = 0; i < count; i++)
        actuals[i] = hl_arg(lower, i + 1);
    const Typed *star = lower->op->integer & 1 ? &actuals[positional - 1] : NULL;
    if (lower->op->integer & 2) {
        if (!is_record(actuals[count - 1].shape))
            return;
        actuals = spread_record(lower, actuals, &count);
    }
    if (star && (star->shape->scalars || star->shape->count != 1 ||
                 (star->shape->cons[0].kind != CON_TUPLE && !is_open_tuple(star->shape)))) {
        if (star->shape->scalars || star->shape->count)
            lower_error(lower, "U0304", "not supported: *%s in a call, because its length is not known",
                        shape_text(lower->inf, star->shape));
        return;
    }
    Shape *result = lower->op->result ? value_shape(lower, lower->op->result) : lower->none_shape;
    set_result(lower, call_value(lower, ROLE_CALL, hl_arg(lower, 0), actuals, count, result));
}
