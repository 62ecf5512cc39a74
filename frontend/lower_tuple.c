/* Lowering of tuples: items, slices, operators of those whose length is known; conversion to wider and to open ones. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

static bool is_tuple(const Shape *shape) {
    return shape->count == 1 && shape->cons[0].kind == CON_TUPLE;
}

/* ---- open tuples ---- */

bool is_open_tuple(const Shape *shape) {
    return shape->count == 1 && shape->cons[0].kind == CON_INSTANCE && is_open_tuple_class(shape->cons[0].def);
}

Value *open_tuple_of(Lower *lower, const Typed *items, int count, Shape *shape) {
    Value *array = item_array(lower, shape->cons[0].args[0], items, count);
    Value *object = emit_malloc(lower, con_type(lower, &shape->cons[0]));
    emit_setfield(lower, object, "_items", array);
    return object;
}

static bool widens(const Shape *from, const Shape *to) {
    return !(from->scalars & ~to->scalars) && (!from->count || from->count == to->count);
}

bool tuple_widens(const Shape *from, const Shape *to) {
    if (!is_tuple(from) || !is_tuple(to) || from->cons[0].count != to->cons[0].count)
        return false;
    for (int i = 0; i < from->cons[0].count; i++)
        if (!widens(from->cons[0].args[i], to->cons[0].args[i]))
            return false;
    return true;
}

static Value *remade(Lower *lower, Typed tuple, Shape *to) {
    int count = tuple.shape->cons[0].count;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, i);
    return is_open_tuple(to) ? open_tuple_of(lower, items, count, to) : build_tuple(lower, to, items).value;
}

Value *remake_tuple(Lower *lower, Typed tuple, Shape *to) {
    if (!(tuple.shape->scalars & S_NONE))
        return remade(lower, tuple, to);
    Type *type = shape_type(lower, to);
    Branch branch = emit_branch(lower, emit_is_none(lower, tuple));
    branch_then(lower, &branch);
    Value *none = const_null(lower->program, type);
    branch_else(lower, &branch, none);
    return branch_join(lower, &branch, remade(lower, typed(tuple.value, without_none(lower, tuple.shape)), to), type);
}

static void open_operand(Lower *lower, Typed *operand, Shape *like) {
    Shape *shape = shape_with_scalars(lower->inf, like, operand->shape->scalars);
    *operand = typed(convert(lower, *operand, shape), shape);
}

void open_operands(Lower *lower, Typed *a, Typed *b) {
    if (is_open_tuple(a->shape) && is_tuple(b->shape))
        open_operand(lower, b, a->shape);
    else if (is_open_tuple(b->shape) && is_tuple(a->shape))
        open_operand(lower, a, b->shape);
}

Typed open_tuple_item(Lower *lower, Typed tuple, int i) {
    Shape *item = tuple.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), item);
    Type *array = type_ptr(lower->types, type_array(lower->types, FLAVOUR_GC, type, 0));
    Value *items = emit_getfield(lower, tuple.value, "_items", array);
    return typed(emit(lower, OP_ARRAY_GET, type, items, const_int(lower->program, i), NULL), item);
}

static Typed call_helper(Lower *lower, const char *function, const Typed *actuals, int count) {
    return call_core(lower, ROLE_HELPER, "weft.core.open_tuple", function, actuals, count);
}

Typed tuple_of(Lower *lower, Typed operand) {
    if (is_tuple(operand.shape) && !operand.shape->scalars)
        return operand;
    if (typed_is_empty(operand) || operand.shape->scalars & ~(uint32_t)S_NONE) {
        if (!typed_is_empty(operand))
            lower_error(lower, "T0104", "`%s` has no __iter__", shape_text(lower->inf, operand.shape));
        return typed_nothing(lower);
    }
    operand = require_not_none(lower, operand, "__iter__", false);
    return typed_is_empty(operand) || is_tuple(operand.shape) ? operand : call_helper(lower, "tuple_of", &operand, 1);
}

/* ---- tuples of known length ---- */

Typed build_tuple(Lower *lower, Shape *shape, const Typed *items) {
    struct ShapeCon *con = &shape->cons[0];
    Value *tuple = emit_malloc(lower, con_type(lower, con));
    for (int i = 0; i < con->count; i++)
        if (shape_type(lower, con->args[i])->kind != TY_VOID)
            emit_setfield(lower, tuple, arena_printf(lower->arena, "item%d", i),
                          convert(lower, items[i], con->args[i]));
    return typed(tuple, shape);
}

Typed tuple_slice(Lower *lower, Typed tuple) {
    Shape *result = value_shape(lower, lower->op->result);
    int *at;
    int count = tuple_slice_items(lower->inf, lower->op, tuple.shape->cons[0].count, &at);
    if (count < 0) {
        Typed actuals[4] = {list_of_tuple(lower, tuple), hl_arg(lower, 1), hl_arg(lower, 2), hl_arg(lower, 3)};
        return call_helper(lower, "slice_of", actuals, 4);
    }
    result = single_con_shape(lower, lower->node->made);
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, at[i]);
    return build_tuple(lower, result, items);
}

static Typed tuple_prefix(Lower *lower, Typed tuple, Shape *shape) {
    int count = shape->cons[0].count;
    if (tuple.shape->cons[0].count == count)
        return tuple;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, i);
    return build_tuple(lower, shape, items);
}

/* Compares what tuples of different lengths have in common. */
static bool order_tuples(Lower *lower, const Dunder *dunder, Typed a, Typed b, Typed *out) {
    int left = a.shape->cons[0].count, right = b.shape->cons[0].count;
    const char *method = tuple_order_method(dunder->code, left, right);
    CallEdge *edge = lower->node->calls;
    while (edge && (edge->role != ROLE_CALL || !edge->self || edge->self->kind != CON_TUPLE ||
                    edge->self->count != (left < right ? left : right)))
        edge = edge->next;
    if (!method || !edge)
        return false;
    a = tuple_prefix(lower, a, single_con_shape(lower, edge->self));
    b = tuple_prefix(lower, b, cell_shape(lower->inf, edge->params[1]));
    *out = call_method(lower, ROLE_CALL, a, method, &b, 1, value_shape(lower, lower->op->result));
    return true;
}

/* Numbers, and objects with an __index__. */
static bool may_count(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind != CON_INSTANCE || !index_method(lower->inf, shape->cons[i].def, S_INT))
            return false;
    return true;
}

bool tuple_operator(Lower *lower, const Dunder *dunder, Typed a, Typed b, Typed *out) {
    Shape *result = value_shape(lower, lower->op->result);
    if (is_tuple(a.shape) && is_tuple(b.shape) && order_tuples(lower, dunder, a, b, out))
        return true;
    Typed tuple = is_tuple(a.shape) ? a : b;
    bool joins = dunder->plain == OP_ADD && is_tuple(a.shape) && is_tuple(b.shape);
    bool repeats = dunder->plain == OP_MUL && is_tuple(tuple.shape) &&
                   (is_tuple(a.shape) ? may_count(lower, b.shape) : !a.shape->count);
    if (!joins && !repeats)
        return false;
    if (repeats && tuple_repeat_count(lower->op, is_tuple(a.shape) ? 1 : 0) < 0) {
        Typed actuals[2] = {list_of_tuple(lower, tuple), is_tuple(a.shape) ? b : a};
        *out = call_helper(lower, "repeat_of", actuals, 2);
        return true;
    }
    if (!is_tuple(result))
        result = single_con_shape(lower, lower->node->made);
    int first = tuple.shape->cons[0].count, count = result->cons[0].count;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = repeats     ? tuple_field(lower, tuple, i % first)
                   : i < first ? tuple_field(lower, a, i)
                               : tuple_field(lower, b, i - first);
    *out = build_tuple(lower, result, items);
    return true;
}

/* t[i] for items of one representation: a chain of tests from item i on. */
static Value *item_chain(Lower *lower, Typed tuple, Value *index, int i, Shape *result) {
    if (i == tuple.shape->cons[0].count) {
        emit_call(lower, root_graph(lower, "_tuple_index"), NULL, 0);
        return undefined(lower, shape_type(lower, result));
    }
    Branch branch =
        emit_branch(lower, emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), index, const_int(lower->program, i), NULL));
    branch_then(lower, &branch);
    Value *mine = convert(lower, tuple_field(lower, tuple, i), result);
    branch_else(lower, &branch, mine);
    Value *other = item_chain(lower, tuple, index, i + 1, result);
    return branch_join(lower, &branch, other, shape_type(lower, result));
}

Typed tuple_item_by_variable(Lower *lower, Typed tuple, Typed index) {
    Shape *result = value_shape(lower, lower->op->result);
    index = as_index(lower, ROLE_HELPER, index, lower->int_shape);
    if (index.shape->count || (index.shape->scalars & ~(uint32_t)(S_BOOL | S_INT))) {
        lower_error(lower, "T0111", "tuple indices must be integers, not %s", shape_text(lower->inf, index.shape));
        return typed_nothing(lower);
    }
    Type *integer = ty(lower, TY_I64);
    Value *i = convert(lower, index, lower->int_shape);
    Branch branch =
        emit_branch(lower, emit(lower, OP_INT_LT, ty(lower, TY_BOOL), i, const_int(lower->program, 0), NULL));
    branch_then(lower, &branch);
    Value *from_end = emit(lower, OP_INT_ADD, integer, i, const_int(lower->program, tuple.shape->cons[0].count), NULL);
    branch_else(lower, &branch, from_end);
    Value *position = branch_join(lower, &branch, i, integer);
    return typed(item_chain(lower, tuple, position, 0, result), result);
}
