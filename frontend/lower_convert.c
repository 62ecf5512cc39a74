/* Conversion between representations, tests for None and truth, and access to the values of the body at work. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

Typed typed(Value *value, Shape *shape) {
    return (Typed){value, shape};
}

/* ---- values of the high-level body -------------------------------------------------------------------- */

/* u64(18446744073709551615) */
static bool makes_word(Lower *lower) {
    const Op *op = lower->op;
    if (!op || op->code != OP_CALL_PY || op->arg_count != 2)
        return false;
    const Shape *callee = value_shape(lower, op->args[0]);
    return callee->count == 1 && callee->cons[0].kind == CON_CLASS && class_is_word(callee->cons[0].def);
}

static Value *big_literal(Lower *lower, const Value *value) {
    enum { SHOWN = 40 };
    const char *digits = value->constant.text, *rest = strlen(digits) > SHOWN ? "..." : "";
    errno = 0;
    uint64_t bits = strtoull(digits, NULL, 10);
    if (makes_word(lower) && digits[0] != '-' && !errno)
        return const_int(lower->program, (int64_t)bits);
    const Pos *before = lower->pos;
    lower->pos = value->pos ? value->pos : before;
    lower_error(lower, "T0401", "the integer literal %.*s%s does not fit in 64 bits", SHOWN, digits, rest);
    lower->pos = before;
    return const_int(lower->program, 0);
}

static Value *lower_constant(Lower *lower, const Value *value) {
    const Const *constant = &value->constant;
    switch (constant->kind) {
    case CONST_NONE:
        return const_void(lower->program);
    case CONST_BOOL:
        return const_bool(lower->program, constant->boolean);
    case CONST_INT:
        return const_int(lower->program, constant->integer);
    case CONST_FLOAT:
        return const_float(lower->program, constant->number);
    case CONST_STR:
        return const_data(lower->program, string_data(lower, constant->text, constant->length));
    case CONST_BYTES:
        return const_data(lower->program, bytes_data(lower, constant->text, constant->length));
    case CONST_BIGINT:
        return big_literal(lower, value);
    case CONST_COMPLEX:
        lower_error(lower, "U0401", "not supported: complex numbers");
        break;
    case CONST_ELLIPSIS:
        return const_data(lower->program, ellipsis_data(lower));
    case CONST_NULL:
    case CONST_DATA:
    case CONST_GRAPH:
    case CONST_SCALAR:
    case CONST_UNDEFINED:
        break;
    }
    return undefined(lower, shape_type(lower, value_shape(lower, value)));
}

Typed hl_value(Lower *lower, const Value *value) {
    Shape *shape = value_shape(lower, value);
    if (value->is_const)
        return typed(lower_constant(lower, value), shape);
    Value *mapped = lower->value_map[value->id];
    return typed(mapped ? mapped : undefined(lower, shape_type(lower, shape)), shape);
}

Typed hl_arg(Lower *lower, int i) {
    return hl_value(lower, lower->op->args[i]);
}

void set_result(Lower *lower, Typed value) {
    if (!lower->op->result)
        return;
    lower->value_map[lower->op->result->id] = convert(lower, value, value_shape(lower, lower->op->result));
}

/* ---- conversion ----------------------------------------------------------------------------------------- */

static Value *to_scalar(Lower *lower, Typed from) {
    switch ((int)from.value->type->kind) {
    case TY_BOOL:
        return emit(lower, OP_SCALAR_FROM_BOOL, ty(lower, TY_SCALAR), from.value, NULL, NULL);
    case TY_I64:
        return emit(lower, OP_SCALAR_FROM_INT, ty(lower, TY_SCALAR), from.value, NULL, NULL);
    case TY_F64:
        return emit(lower, OP_SCALAR_FROM_FLOAT, ty(lower, TY_SCALAR), from.value, NULL, NULL);
    default:
        return const_new(lower->program, ty(lower, TY_SCALAR), (Const){.kind = CONST_SCALAR, .tag = SCALAR_NONE});
    }
}

static Value *from_scalar(Lower *lower, Typed from, Type *to) {
    switch ((int)to->kind) {
    case TY_BOOL:
        return emit(lower, OP_SCALAR_BOOL, to, from.value, NULL, NULL);
    case TY_I64:
        return emit(lower, OP_SCALAR_INT, to, from.value, NULL, NULL);
    case TY_F64:
        return emit(lower, OP_SCALAR_FLOAT, to, from.value, NULL, NULL);
    default:
        return undefined(lower, to);
    }
}

/* A stateless callable becomes an object: prebuilt, of its class. */
static Value *callable_object(Lower *lower, Shape *from, Type *to) {
    Type *type = con_type(lower, &from->cons[0]);
    const char *name = intern(lower->inf->names, arena_printf(lower->arena, "object %s", type->name));
    Data *data = program_find_data(lower->program, name);
    if (!data)
        data = program_add_data(lower->program, name, type, 0);
    return emit(lower, OP_CAST, to, const_data(lower->program, data), NULL, NULL);
}

/* A bound method alone is its receiver; among other callables it is an object that holds it. */
static Value *method_object(Lower *lower, Typed from, Type *to) {
    Type *type = con_type(lower, &from.shape->cons[0]);
    Value *object = emit_malloc(lower, type);
    if (from.value->type->kind != TY_VOID)
        emit_setfield(lower, object, "self", from.value);
    return emit(lower, OP_CAST, to, object, NULL, NULL);
}

static bool is_method_only(const Shape *shape) {
    return shape->count == 1 && !shape->scalars && shape->cons[0].kind == CON_METHOD;
}

/* Whether a bound method alone becomes one among other callables. */
static bool wraps_method(Lower *lower, const Shape *from, Shape *to) {
    const Type *target = shape_type(lower, to);
    return is_method_only(from) && !is_method_only(to) && target->kind == TY_PTR &&
           target->item == lower->callable_type;
}

/* The struct of `object` is the base of no other struct; its only method, __init__, does not look at the instance. */
static bool is_plain_object(Lower *lower, const Type *type) {
    ClassDef *def = class_find_builtin(lower->inf, "object");
    return def && def->plain && def->plain->type == type;
}

static Value *to_pointer(Lower *lower, Typed from, Shape *want) {
    Type *type = from.value->type, *to = shape_type(lower, want);
    if (is_open_tuple(want) && from.shape->count == 1 && from.shape->cons[0].kind == CON_TUPLE)
        return remake_tuple(lower, from, want);
    if (type != to && tuple_widens(from.shape, want))
        return remake_tuple(lower, from, want);
    if (from.shape->count == 0 || (type != to && is_plain_object(lower, to->item)))
        return const_null(lower->program, to);
    if (wraps_method(lower, from.shape, want))
        return method_object(lower, from, to);
    if (type->kind == TY_VOID)
        return callable_object(lower, from.shape, to);
    if (type->kind == TY_PTR)
        return emit(lower, OP_CAST, to, from.value, NULL, NULL);
    return undefined(lower, to);
}

static Value *to_number(Lower *lower, Typed from, Type *to) {
    TypeKind kind = from.value->type->kind;
    if (kind == TY_BOOL && to->kind == TY_I64)
        return emit(lower, OP_BOOL_TO_INT, to, from.value, NULL, NULL);
    if (kind == TY_BOOL && to->kind == TY_F64) {
        Value *integer = emit(lower, OP_BOOL_TO_INT, ty(lower, TY_I64), from.value, NULL, NULL);
        return emit(lower, OP_INT_TO_FLOAT, to, integer, NULL, NULL);
    }
    if (kind == TY_I64 && to->kind == TY_F64)
        return emit(lower, OP_INT_TO_FLOAT, to, from.value, NULL, NULL);
    return undefined(lower, to);
}

bool value_is_undefined(const Value *value) {
    return value->is_const && value->constant.kind == CONST_UNDEFINED;
}

Value *convert(Lower *lower, Typed from, Shape *to) {
    Type *target = shape_type(lower, to);
    Type *source = from.value->type;
    if (target->kind == TY_VOID)
        return const_void(lower->program);
    if (value_is_undefined(from.value) || (!from.shape->scalars && !from.shape->count))
        return undefined(lower, target);
    if (source == target && !wraps_method(lower, from.shape, to))
        return from.value;
    if (target->kind == TY_SCALAR)
        return to_scalar(lower, from);
    if (source->kind == TY_SCALAR)
        return from_scalar(lower, from, target);
    if (target->kind == TY_PTR)
        return to_pointer(lower, from, to);
    return to_number(lower, from, target);
}

bool convert_is_free(Lower *lower, Typed from, Shape *to) {
    Type *target = shape_type(lower, to);
    return from.value->type == target || from.value->is_const || target->kind == TY_VOID;
}

/* ---- None ----------------------------------------------------------------------------------------------- */

static Value *tag_is(Lower *lower, Value *scalar, ScalarTag tag) {
    Value *actual = emit(lower, OP_SCALAR_TAG, ty(lower, TY_I64), scalar, NULL, NULL);
    return emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), actual, const_int(lower->program, tag), NULL);
}

Value *emit_is_none(Lower *lower, Typed operand) {
    if (!(operand.shape->scalars & S_NONE))
        return const_bool(lower->program, false);
    if (operand.value->type->kind == TY_SCALAR)
        return tag_is(lower, operand.value, SCALAR_NONE);
    if (operand.value->type->kind == TY_PTR)
        return emit(lower, OP_PTR_IS_NULL, ty(lower, TY_BOOL), operand.value, NULL, NULL);
    return const_bool(lower->program, true);
}

static void raise_none_error(Lower *lower, const char *what, bool is_attribute) {
    Graph *graph = root_graph(lower, is_attribute ? "_none_attribute" : "_none_operand");
    if (!graph)
        return;
    Value *text = string_value(lower, what);
    emit_call(lower, graph, &text, 1);
}

Typed require_not_none(Lower *lower, Typed operand, const char *what, bool is_attribute) {
    Shape *shape = without_none(lower, operand.shape);
    if (shape == operand.shape)
        return operand;
    if (!shape->scalars && !shape->count) {
        raise_none_error(lower, what, is_attribute);
        return typed(undefined(lower, ty(lower, TY_VOID)), shape);
    }
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    raise_none_error(lower, what, is_attribute);
    emit_unreachable(lower);
    branch_else(lower, &branch, NULL);
    branch_join(lower, &branch, NULL, NULL);
    return typed(convert(lower, operand, shape), shape);
}

/* ---- declared parameters ---------------------------------------------------------------------------------- */

static uint32_t acceptable_scalars(const Shape *to) {
    uint32_t scalars = to->scalars;
    if (scalars & S_INT)
        scalars |= S_BOOL;
    if (scalars & S_FLOAT)
        scalars |= S_INT | S_BOOL;
    return scalars;
}

/* Containers of one class are what the parameter takes if their items are, too. */
static bool accepts_instance(Lower *lower, struct ShapeCon *want, struct ShapeCon *con) {
    if (!class_is_subclass(con->def, want->def))
        return false;
    return !want->def->type_var_count || type_is_substruct(con_type(lower, con), con_type(lower, want));
}

static bool accepts_con(Lower *lower, const Shape *to, struct ShapeCon *con) {
    if (con->kind == CON_TUPLE && is_open_tuple(to))
        return true;
    for (int i = 0; i < to->count; i++) {
        struct ShapeCon *want = &to->cons[i];
        if (want->kind == con->kind && (con->kind != CON_INSTANCE || accepts_instance(lower, want, con)))
            return true;
    }
    return false;
}

/* None is not what is wrong about an operand: that is found out at run time. */
static Typed not_none(Lower *lower, Typed operand) {
    return operand.shape->count ? typed(operand.value, without_none(lower, operand.shape)) : operand;
}

static bool raises_argument(Lower *lower, const Shape *shape, const char *callee) {
    const char *type = python_type_name(shape);
    if (!strcmp(callee, "str.__getitem__"))
        return raises_instead(lower, shape, "TypeError", "string indices must be integers, not '%s'", type);
    if (!strcmp(callee, "list.__getitem__") || !strcmp(callee, "list.__setitem__"))
        return raises_instead(lower, shape, "TypeError", "list indices must be integers or slices, not %s", type);
    return (!strcmp(callee, "range.__init__") || !strcmp(callee, "chr")) &&
           raises_instead(lower, shape, "TypeError", "'%s' object cannot be interpreted as an integer", type);
}

Value *convert_checked(Lower *lower, Typed from, Shape *to, const char *param, const char *callee) {
    uint32_t wrong = from.shape->scalars & ~acceptable_scalars(to);
    bool bad_con = false;
    for (int i = 0; i < from.shape->count; i++)
        bad_con |= !accepts_con(lower, to, &from.shape->cons[i]);
    if (bad_con || (wrong & ~(uint32_t)S_NONE) || (wrong && from.shape->scalars == S_NONE && !from.shape->count)) {
        const Dunder *dunder = dunder_of(lower->op->code);
        if (dunder)
            unsupported_operands(lower, dunder, not_none(lower, hl_arg(lower, 0)), not_none(lower, hl_arg(lower, 1)));
        else if (!raises_argument(lower, not_none(lower, from).shape, callee))
            lower_error(lower, "T0105", "argument `%s` of %s() must be %s, not %s", param, callee,
                        shape_text(lower->inf, to), shape_text(lower->inf, from.shape));
        return undefined(lower, shape_type(lower, to));
    }
    if (wrong)
        from = require_not_none(lower, from, arena_printf(lower->arena, "%s() argument `%s`", callee, param), false);
    if (from.value->type->kind == TY_SCALAR && shape_type(lower, to)->kind != TY_SCALAR &&
        from.shape->scalars != to->scalars) {
        /* bool or int for float: through the library, by tag */
        Graph *graph = root_graph(lower, shape_type(lower, to)->kind == TY_F64 ? "_as_float" : "_as_int");
        Value *value = from.value;
        if (graph)
            return emit_call(lower, graph, &value, 1);
    }
    return convert(lower, from, to);
}

/* ---- truth -------------------------------------------------------------------------------------------------- */

static Value *truth_of_object(Lower *lower, Typed operand);

static Typed truth_of_one(Lower *lower, Typed operand, void *data) {
    (void)data;
    return typed(truth_of_object(lower, operand), lower->bool_shape);
}

static Value *truth_of_object(Lower *lower, Typed operand) {
    Shape *bool_shape = lower->bool_shape;
    if (operand.shape->count > 1 && !has_method(lower, operand, "__bool__") &&
        operand.shape->cons[0].kind == CON_INSTANCE)
        return by_class(lower, operand, bool_shape, truth_of_one, NULL).value;
    if (operand.shape->cons[0].kind == CON_TUPLE)
        return const_bool(lower->program, operand.shape->cons[0].count > 0);
    if (operand.shape->cons[0].kind != CON_INSTANCE)
        return const_bool(lower->program, true);
    check_answers(lower, ROLE_CALL, "__bool__", S_BOOL);
    if (has_method(lower, operand, "__bool__"))
        return convert(lower, call_method(lower, ROLE_CALL, operand, "__bool__", NULL, 0, bool_shape), bool_shape);
    if (has_method(lower, operand, "__len__")) {
        Value *length = length_of(lower, ROLE_REFLECTED, operand);
        return emit(lower, OP_INT_TO_BOOL, ty(lower, TY_BOOL), length, NULL, NULL);
    }
    return const_bool(lower->program, true);
}

Value *truth_of(Lower *lower, Typed operand) {
    Type *boolean = ty(lower, TY_BOOL);
    switch ((int)operand.value->type->kind) {
    case TY_BOOL:
        return operand.value;
    case TY_I64:
        return emit(lower, OP_INT_TO_BOOL, boolean, operand.value, NULL, NULL);
    case TY_F64:
        return emit(lower, OP_FLOAT_NE, boolean, operand.value, const_float(lower->program, 0.0), NULL);
    case TY_SCALAR:
        return call_core(lower, ROLE_HELPER, "weft.core.arith", "scalar_truth", &operand, 1).value;
    case TY_VOID:
        return const_bool(lower->program, operand.shape->count > 0);
    case TY_PTR:
        break;
    default:
        return const_bool(lower->program, true);
    }
    if (!(operand.shape->scalars & S_NONE))
        return truth_of_object(lower, operand);
    Typed object = typed(operand.value, without_none(lower, operand.shape));
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    branch_else(lower, &branch, const_bool(lower->program, false));
    return branch_join(lower, &branch, truth_of_object(lower, object), boolean);
}
