/* Lowering of operators, protocols, displays and exception ops. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

typedef struct ShapeCon ShapeCon;

Diagnostic *lower_error(Lower *lower, const char *code, const char *format, ...) {
    char text[600];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    Diagnostic *diag = diag_error(lower->diags, code, user_pos(lower->body, lower->pos), "%s", text);
    report_calls(lower->inf, lower->diags, diag, lower->body);
    return diag;
}

static Typed nothing(Lower *lower) {
    return typed(const_void(lower->program), lower->empty_shape);
}

static bool is_empty(Typed value) {
    return !value.shape->scalars && !value.shape->count;
}

static bool is_single_scalar(Typed value) {
    uint32_t scalars = value.shape->scalars;
    return !value.shape->count && scalars && !(scalars & (scalars - 1));
}

/* ---- arithmetic on scalars ------------------------------------------------------------------------ */

static OpCode int_op(Lower *lower, OpCode plain) {
    bool wraps = lower->body->graph->is_wrapping;
    switch ((int)plain) {
    case OP_ADD:
        return wraps ? OP_INT_ADD : OP_INT_ADD_OVF;
    case OP_SUB:
        return wraps ? OP_INT_SUB : OP_INT_SUB_OVF;
    case OP_MUL:
        return wraps ? OP_INT_MUL : OP_INT_MUL_OVF;
    case OP_AND:
        return OP_INT_AND;
    case OP_OR:
        return OP_INT_OR;
    case OP_XOR:
        return OP_INT_XOR;
    case OP_LT:
        return OP_INT_LT;
    case OP_LE:
        return OP_INT_LE;
    case OP_EQ:
        return OP_INT_EQ;
    case OP_NE:
        return OP_INT_NE;
    case OP_GT:
        return OP_INT_GT;
    default:
        return OP_INT_GE;
    }
}

static OpCode float_op(OpCode plain) {
    switch ((int)plain) {
    case OP_ADD:
        return OP_FLOAT_ADD;
    case OP_SUB:
        return OP_FLOAT_SUB;
    case OP_MUL:
        return OP_FLOAT_MUL;
    case OP_LT:
        return OP_FLOAT_LT;
    case OP_LE:
        return OP_FLOAT_LE;
    case OP_EQ:
        return OP_FLOAT_EQ;
    case OP_NE:
        return OP_FLOAT_NE;
    case OP_GT:
        return OP_FLOAT_GT;
    default:
        return OP_FLOAT_GE;
    }
}

static OpCode bool_op(OpCode plain) {
    return plain == OP_AND ? OP_BOOL_AND : plain == OP_OR ? OP_BOOL_OR : OP_BOOL_XOR;
}

static Typed machine_op(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    uint32_t joined = a.shape->scalars | b.shape->scalars;
    bool is_bitwise = dunder->plain == OP_AND || dunder->plain == OP_OR || dunder->plain == OP_XOR;
    bool floats = joined & S_FLOAT;
    if (joined == S_BOOL && is_bitwise)
        return typed(emit(lower, bool_op(dunder->plain), ty(lower, TY_BOOL), a.value, b.value, NULL),
                     lower->bool_shape);
    Shape *shape = floats ? lower->float_shape : lower->int_shape;
    OpCode code = floats ? float_op(dunder->plain) : int_op(lower, dunder->plain);
    Value *x = convert(lower, a, shape), *y = convert(lower, b, shape);
    Shape *result = dunder->is_comparison ? lower->bool_shape : shape;
    return typed(emit(lower, code, shape_type(lower, result), x, y, NULL), result);
}

static Typed scalar_binary(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    const Value *right = lower->op->args[1];
    const char *helper = scalar_helper(lower->arena, lower->op->code, a.shape->scalars, b.shape->scalars, right);
    if (!helper) {
        if (a.shape->scalars == S_NONE && b.shape->scalars == S_NONE)
            return typed(const_bool(lower->program, dunder->code == OP_EQ), lower->bool_shape);
        return machine_op(lower, dunder, a, b);
    }
    Typed actuals[2] = {a, b};
    Typed result = call_core(lower, ROLE_HELPER, "weft.core.arith", helper, actuals, 2);
    return result;
}

/* ---- operators on objects ------------------------------------------------------------------------------ */

static bool may_be_equal(Lower *lower, Typed a, Typed b) {
    (void)lower;
    for (int i = 0; i < a.shape->count; i++)
        for (int k = 0; k < b.shape->count; k++)
            if (a.shape->cons[i].kind == b.shape->cons[k].kind)
                return true;
    return false;
}

static bool is_library_shape(Lower *lower, Shape *shape) {
    (void)lower;
    return shape->cons[0].kind == CON_TUPLE || (shape->cons[0].kind == CON_INSTANCE && shape->cons[0].def->is_library);
}

static bool has_con_of_kind(const Shape *shape, const ShapeCon *con) {
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind == con->kind && shape->cons[i].def == con->def &&
            (con->kind != CON_TUPLE || shape->cons[i].count == con->count))
            return true;
    return false;
}

/* The shape of NotImplemented, if the method of that name gives nothing else for some class of the receiver. */
static Shape *refusal(Lower *lower, int role, Typed receiver, const char *name) {
    for (int i = 0; i < receiver.shape->count; i++)
        for (CallEdge *edge = lower->node->calls; edge; edge = edge->next) {
            if (edge->role != role || !edge->body || !edge->self || edge->self->kind != CON_INSTANCE ||
                edge->self->inst->def != receiver.shape->cons[i].def || strcmp(edge->func->graph->pyname, name))
                continue;
            Shape *shape = cell_shape(lower->inf, edge->body->result);
            if (shape->count == 1 && shape->cons[0].kind == CON_INTRINSIC)
                return shape;
        }
    return NULL;
}

static bool was_called(Lower *lower, int role, Typed receiver, const char *name);
static Value *objects_equal(Lower *lower, Typed a, Typed b);
/* A NaN is the same object as itself: floats of the same bits count as one object. */
static Value *same_float(Lower *lower, Typed a, Typed b) {
    if (a.value->type->kind != TY_F64 || b.value->type->kind != TY_F64)
        return const_bool(lower->program, false);
    Type *integer = ty(lower, TY_I64);
    Value *x = emit(lower, OP_FLOAT_BITS, integer, a.value, NULL, NULL);
    Value *y = emit(lower, OP_FLOAT_BITS, integer, b.value, NULL, NULL);
    return emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), x, y, NULL);
}

static Value *identical(Lower *lower, Typed a, Typed b);

static bool is_function_or_class(const Shape *shape) {
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind != CON_FUNCTION && shape->cons[i].kind != CON_CLASS)
            return false;
    return shape->count > 0;
}

static Typed equal_to_one(Lower *lower, Typed a, void *other) {
    return typed(objects_equal(lower, a, *(Typed *)other), lower->bool_shape);
}

static Value *same_objects(Lower *lower, Typed a, Typed b) {
    if (is_function_or_class(a.shape) && is_function_or_class(b.shape))
        return identical(lower, a, b);
    if (!may_be_equal(lower, a, b) || a.value->type->kind != TY_PTR || b.value->type->kind != TY_PTR)
        return const_bool(lower->program, a.value->type->kind == TY_VOID && a.shape == b.shape);
    return emit(lower, OP_PTR_EQ, ty(lower, TY_BOOL), a.value, b.value, NULL);
}

/* The left operand's __eq__ gives NotImplemented: the right one's is asked, then they are compared as objects. */
static Value *equal_by_right(Lower *lower, Typed a, Typed b) {
    if (b.shape->count != 1 || b.shape->scalars || !has_method(lower, b, "__eq__") ||
        !was_called(lower, ROLE_REFLECTED, b, "__eq__"))
        return same_objects(lower, a, b);
    Shape *refused = refusal(lower, ROLE_REFLECTED, b, "__eq__");
    Typed result = call_method(lower, ROLE_REFLECTED, b, "__eq__", &a, 1, refused ? refused : lower->bool_shape);
    return refused ? same_objects(lower, a, b) : truth_of(lower, result);
}

/* e.args passes for a tuple where it is shown, not where it is compared. */
static bool is_exception_args(const Shape *shape) {
    return shape->count && shape->cons[0].kind == CON_INSTANCE && shape->cons[0].def->is_library &&
           !strcmp(shape->cons[0].def->name, "exception_args");
}

/* Neither operand is None here. */
static Value *objects_equal(Lower *lower, Typed a, Typed b) {
    if (is_exception_args(a.shape) || is_exception_args(b.shape))
        lower_error(lower, "U0411", "not supported: comparing the arguments of an exception; compare str() of it");
    if (!a.shape->count)
        return equal_by_right(lower, a, b);
    if (a.shape->count > 1 && a.shape->cons[0].kind == CON_INSTANCE && !has_method(lower, a, "__eq__"))
        return by_class(lower, a, lower->bool_shape, equal_to_one, &b).value;
    bool library = is_library_shape(lower, a.shape);
    if (library && !has_con_of_kind(b.shape, &a.shape->cons[0]))
        return const_bool(lower->program, false);
    if (has_method(lower, a, "__eq__")) {
        int role = lower->op->code == OP_NE ? ROLE_ITER : ROLE_CALL;
        Shape *refused = refusal(lower, role, a, "__eq__");
        if (refused && a.shape->count > 1)
            return by_class(lower, a, lower->bool_shape, equal_to_one, &b).value;
        Typed result = call_method(lower, role, a, "__eq__", &b, 1, refused ? refused : lower->bool_shape);
        if (refused)
            return equal_by_right(lower, a, b);
        return is_empty(result) ? const_bool(lower->program, false) : truth_of(lower, result);
    }
    return same_objects(lower, a, b);
}

static Value *equality_value(Lower *lower, Typed a, Typed b) {
    Type *boolean = ty(lower, TY_BOOL);
    Typed x = typed(a.value, without_none(lower, a.shape)), y = typed(b.value, without_none(lower, b.shape));
    bool a_none = a.shape->scalars & S_NONE, b_none = b.shape->scalars & S_NONE;
    if (!a_none && !b_none)
        return objects_equal(lower, a, b);
    Typed first = a_none ? a : b, second = a_none ? b : a;
    Branch branch = emit_branch(lower, emit_is_none(lower, first));
    branch_then(lower, &branch);
    Value *both = emit_is_none(lower, second);
    branch_else(lower, &branch, both);
    Value *other;
    if (is_empty(a_none ? x : y))
        other = const_bool(lower->program, false);
    else
        other = a_none ? equality_value(lower, x, b) : equality_value(lower, a, y);
    return branch_join(lower, &branch, other, boolean);
}

static Typed object_equality(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    if (dunder->code == OP_NE && !(a.shape->scalars | b.shape->scalars) && a.shape->count &&
        has_method(lower, a, "__ne__") && !is_library_shape(lower, a.shape)) {
        Typed result = call_method(lower, ROLE_CALL, a, "__ne__", &b, 1, lower->bool_shape);
        return typed(truth_of(lower, result), lower->bool_shape);
    }
    Value *equal = equality_value(lower, a, b);
    if (dunder->code == OP_NE)
        equal = emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), equal, NULL, NULL);
    return typed(equal, lower->bool_shape);
}

Typed unsupported_operands(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    lower_error(lower, "T0103",
                dunder->is_comparison ? "'%s' not supported between instances of `%s` and `%s`"
                                      : "unsupported operand types for %s: `%s` and `%s`",
                dunder->symbol, shape_text(lower->inf, a.shape), shape_text(lower->inf, b.shape));
    return nothing(lower);
}

static bool was_called(Lower *lower, int role, Typed receiver, const char *name) {
    const char *interned = intern(lower->inf->names, name);
    for (CallEdge *edge = lower->node->calls; edge; edge = edge->next)
        if (edge->role == role && edge->func->owner && class_lookup(edge->func->owner, interned, NULL) && edge->body &&
            !strcmp(edge->func->graph->pyname, name))
            return true;
    (void)receiver;
    return false;
}

static Typed object_binary(Lower *lower, const Dunder *dunder, Typed a, Typed b);

static bool has_reflected_first(Lower *lower, const Dunder *dunder, const Shape *a, const Shape *b) {
    for (int i = 0; i < a->count; i++)
        for (int k = 0; k < b->count; k++)
            if (a->cons[i].kind == CON_INSTANCE && b->cons[k].kind == CON_INSTANCE &&
                reflected_goes_first(lower->inf, dunder, a->cons[i].def, b->cons[k].def))
                return true;
    return false;
}

typedef struct Operands {
    const Dunder *dunder;
    Typed left, right;
} Operands;

static Typed with_left(Lower *lower, Typed left, void *data) {
    const Operands *operands = data;
    return object_binary(lower, operands->dunder, left, operands->right);
}

static Typed with_right(Lower *lower, Typed right, void *data) {
    const Operands *operands = data;
    return object_binary(lower, operands->dunder, operands->left, right);
}

/* Some class on the right overrides the reflected method of its base on the left. */
static Typed subclass_binary(Lower *lower, Operands operands, Shape *result) {
    if (operands.left.shape->count > 1)
        return by_class(lower, operands.left, result, with_left, &operands);
    operands.right = require_not_none(lower, operands.right, operands.dunder->symbol, false);
    if (operands.right.shape->count > 1)
        return by_class(lower, operands.right, result, with_right, &operands);
    return call_method(lower, ROLE_REFLECTED, operands.right, operands.dunder->reflected, &operands.left, 1, result);
}

static Typed object_binary(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    Shape *result = value_shape(lower, lower->op->result);
    Typed tuple;
    if (tuple_operator(lower, dunder, a, b, &tuple))
        return tuple;
    if (has_reflected_first(lower, dunder, a.shape, b.shape))
        return subclass_binary(lower, (Operands){dunder, require_not_none(lower, a, dunder->symbol, false), b}, result);
    if (a.shape->count) {
        a = require_not_none(lower, a, dunder->symbol, false);
        bool comparable =
            !dunder->is_comparison || !is_library_shape(lower, a.shape) || has_con_of_kind(b.shape, &a.shape->cons[0]);
        if (comparable && dunder->in_place && has_method(lower, a, dunder->in_place))
            return call_method(lower, ROLE_CALL, a, dunder->in_place, &b, 1, result);
        bool found = comparable && has_method(lower, a, dunder->method);
        Shape *refused = found ? refusal(lower, ROLE_CALL, a, dunder->method) : NULL;
        if (refused && a.shape->count > 1)
            return by_class(lower, a, result, with_left, &(Operands){dunder, a, b});
        if (found) {
            Typed value = call_method(lower, ROLE_CALL, a, dunder->method, &b, 1, refused ? refused : result);
            if (!refused)
                return value;
        }
    }
    b = require_not_none(lower, b, dunder->symbol, false);
    if (b.shape->count && has_method(lower, b, dunder->reflected) &&
        was_called(lower, ROLE_REFLECTED, b, dunder->reflected) &&
        !refusal(lower, ROLE_REFLECTED, b, dunder->reflected))
        return call_method(lower, ROLE_REFLECTED, b, dunder->reflected, &a, 1, result);
    return unsupported_operands(lower, dunder, a, b);
}

static void lower_binary(Lower *lower, const Dunder *dunder) {
    Typed a = hl_arg(lower, 0), b = hl_arg(lower, 1);
    Typed result;
    bool equality = dunder->code == OP_EQ || dunder->code == OP_NE;
    if (is_empty(a) || is_empty(b))
        result = nothing(lower);
    else if (!a.shape->count && !b.shape->count)
        result = scalar_binary(lower, dunder, a, b);
    else
        result = equality ? object_equality(lower, dunder, a, b) : object_binary(lower, dunder, a, b);
    if (!a.shape->count && !b.shape->count && !is_empty(a) && !is_empty(b) && !equality &&
        !scalar_result(lower->op->code, a.shape->scalars & ~(uint32_t)S_NONE, b.shape->scalars & ~(uint32_t)S_NONE,
                       lower->op->args[1]) &&
        (a.shape->scalars & S_NUMBER) && (b.shape->scalars & S_NUMBER))
        result = unsupported_operands(lower, dunder, a, b);
    set_result(lower, result);
}

/* ---- unary protocols ---------------------------------------------------------------------------------------- */

static Typed unary_number(Lower *lower, OpCode code, Typed operand) {
    bool is_float = operand.shape->scalars == S_FLOAT;
    Shape *shape = is_float ? lower->float_shape : lower->int_shape;
    Value *value = convert(lower, operand, shape);
    Type *type = shape_type(lower, shape);
    switch ((int)code) {
    case OP_NEG:
        return typed(emit(lower,
                          is_float                          ? OP_FLOAT_NEG
                          : lower->body->graph->is_wrapping ? OP_INT_NEG
                                                            : OP_INT_NEG_OVF,
                          type, value, NULL, NULL),
                     shape);
    case OP_POS:
        return typed(value, shape);
    default:
        return typed(emit(lower, OP_INT_INVERT, type, value, NULL, NULL), shape);
    }
}

static Typed absolute(Lower *lower, Typed operand) {
    if (operand.shape->scalars == S_FLOAT)
        return typed(emit(lower, OP_FLOAT_ABS, ty(lower, TY_F64), operand.value, NULL, NULL), lower->float_shape);
    Value *value = convert(lower, operand, lower->int_shape);
    Type *type = ty(lower, TY_I64);
    Branch branch =
        emit_branch(lower, emit(lower, OP_INT_LT, ty(lower, TY_BOOL), value, const_int(lower->program, 0), NULL));
    branch_then(lower, &branch);
    Value *negated = emit(lower, OP_INT_NEG_OVF, type, value, NULL, NULL);
    branch_else(lower, &branch, negated);
    return typed(branch_join(lower, &branch, value, type), lower->int_shape);
}

static void lacks_protocol(Lower *lower, OpCode code, Typed operand) {
    const char *type = shape_text(lower->inf, operand.shape);
    if (code == OP_LEN)
        lower_error(lower, "T0104", "object of type `%s` has no len()", type);
    else if (code == OP_ITER)
        lower_error(lower, "T0104", "`%s` object is not iterable", type);
    else if (code == OP_NEXT)
        lower_error(lower, "T0104", "`%s` object is not an iterator", type);
    else if (code == OP_ABS)
        lower_error(lower, "T0104", "bad operand type for abs(): `%s`", type);
    else if (code == OP_NEG || code == OP_POS || code == OP_INVERT)
        lower_error(lower, "T0104", "bad operand type for unary %s: `%s`",
                    code == OP_NEG   ? "-"
                    : code == OP_POS ? "+"
                                     : "~",
                    type);
    else
        lower_error(lower, "T0104", "`%s` has no %s", type, dunder_unary(code));
}

static Typed scalar_unary(Lower *lower, OpCode code, Typed operand, Shape *result) {
    static const struct {
        OpCode code;
        const char *helper;
    } rows[] = {{OP_NEG, "scalar_neg"},       {OP_POS, "scalar_pos"},   {OP_ABS, "scalar_abs"},
                {OP_INVERT, "scalar_invert"}, {OP_HASH, "scalar_hash"}, {OP_TO_STR, "scalar_str"},
                {OP_REPR, "scalar_repr"}};
    bool single = is_single_scalar(operand) && operand.shape->scalars != S_NONE;
    if (single && code == OP_ABS)
        return absolute(lower, operand);
    if (single && (code == OP_NEG || code == OP_POS || (code == OP_INVERT && operand.shape->scalars != S_FLOAT)))
        return unary_number(lower, code, operand);
    const char *method = dunder_unary(code);
    if (single && code != OP_INVERT) {
        FuncDef *func = class_method(lower->inf, class_of_scalar(lower->inf, operand.shape->scalars), method);
        if (func && op_call(lower->node, ROLE_CALL, func, NULL, operand.shape->scalars))
            return call_method(lower, ROLE_CALL, operand, method, NULL, 0, result);
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return call_core(lower, ROLE_HELPER, scalar_module(rows[i].helper), rows[i].helper, &operand, 1);
    lacks_protocol(lower, code, operand);
    return nothing(lower);
}

/* Mutable containers, and classes that define __eq__ alone. */
static bool is_unhashable(const ShapeCon *con) {
    static const char *const mutable[] = {"list", "dict", "set", "bytearray"};
    if (con->kind != CON_INSTANCE)
        return false;
    for (size_t i = 0; con->def->is_library && i < sizeof mutable / sizeof *mutable; i++)
        if (!strcmp(con->def->name, mutable[i]))
            return true;
    for (const ClassDef *def = con->def; def && !def->is_library; def = def->base) {
        bool has_eq = false;
        for (int i = 0; i < def->member_count; i++) {
            if (!strcmp(def->members[i].name, "__hash__"))
                return false;
            has_eq |= !strcmp(def->members[i].name, "__eq__");
        }
        if (has_eq)
            return true;
    }
    return false;
}

static bool check_hashable(Lower *lower, Typed operand) {
    for (int i = 0; i < operand.shape->count; i++)
        if (is_unhashable(&operand.shape->cons[i])) {
            lower_error(lower, "T0104", "unhashable type: `%s`", operand.shape->cons[i].def->name);
            return false;
        }
    return true;
}

static Typed list_of_tuple(Lower *lower, Typed tuple);

static Typed iterate_tuple(Lower *lower, Typed tuple, Shape *result) {
    Typed list = list_of_tuple(lower, tuple);
    return call_method(lower, ROLE_ITER, list, "__iter__", NULL, 0, result);
}

static const char *default_repr(Lower *lower, Typed operand) {
    const ShapeCon *con = &operand.shape->cons[0];
    switch (con->kind) {
    case CON_CLASS:
        return con->def->is_library ? arena_printf(lower->arena, "<class '%s'>", con->def->name)
                                    : arena_printf(lower->arena, "<class '%s'>", class_display_name(lower, con->def));
    case CON_INSTANCE:
        return arena_printf(lower->arena, "<%s object>", class_display_name(lower, con->def));
    case CON_FUNCTION:
        return arena_printf(lower->arena, "<function %s>", con->func->graph->pyname);
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_METHOD:
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return arena_printf(lower->arena, "<%s>", shape_text(lower->inf, operand.shape));
}

typedef struct UnaryData {
    OpCode code;
    Shape *result;
} UnaryData;

static Typed object_text(Lower *lower, OpCode code, Typed operand, Shape *result);

static Typed text_of_one(Lower *lower, Typed operand, void *data) {
    const UnaryData *unary = data;
    return object_text(lower, unary->code, operand, unary->result);
}

static Typed object_text(Lower *lower, OpCode code, Typed operand, Shape *result) {
    const char *method = code != OP_REPR ? "__str__" : "__repr__";
    if (operand.shape->count > 1 && !has_method(lower, operand, method))
        return by_class(lower, operand, result, text_of_one, &(UnaryData){code, result});
    if (code != OP_REPR && has_method(lower, operand, "__str__"))
        return call_method(lower, code == OP_FORMAT ? ROLE_STR : ROLE_CALL, operand, "__str__", NULL, 0, result);
    if (has_method(lower, operand, "__repr__"))
        return call_method(lower, code != OP_REPR ? ROLE_STR : ROLE_CALL, operand, "__repr__", NULL, 0, result);
    return typed(string_value(lower, default_repr(lower, operand)), lower->str_shape);
}

static Typed text_of(Lower *lower, OpCode code, Typed operand, Shape *result) {
    if (!(operand.shape->scalars & S_NONE))
        return object_text(lower, code, operand, result);
    Typed object = typed(operand.value, without_none(lower, operand.shape));
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    branch_else(lower, &branch, string_value(lower, "None"));
    Value *text = convert(lower, object_text(lower, code, object, result), result);
    return typed(branch_join(lower, &branch, text, shape_type(lower, result)), result);
}

Typed lower_unary(Lower *lower, OpCode code, Typed operand, Shape *result) {
    if (is_empty(operand))
        return nothing(lower);
    if (!operand.shape->count)
        return scalar_unary(lower, code, operand, result);
    if (code == OP_TO_STR || code == OP_REPR)
        return text_of(lower, code, operand, result);
    operand = require_not_none(lower, operand, dunder_unary(code), false);
    const char *method = dunder_unary(code);
    if (code == OP_HASH && !check_hashable(lower, operand))
        return nothing(lower);
    if (code == OP_ITER && operand.shape->cons[0].kind == CON_TUPLE)
        return iterate_tuple(lower, operand, result);
    if (code == OP_LEN && operand.shape->cons[0].kind == CON_TUPLE)
        return typed(const_int(lower->program, operand.shape->cons[0].count), lower->int_shape);
    if (code == OP_HASH && !has_method(lower, operand, method) && operand.value->type->kind == TY_PTR)
        return typed(emit(lower, OP_IDENTITY_HASH, ty(lower, TY_I64), operand.value, NULL, NULL), lower->int_shape);
    if (code == OP_ITER && !has_method(lower, operand, method) && has_method(lower, operand, "__getitem__"))
        return call_core(lower, ROLE_HELPER, "weft.core.iterators", "_iter_by_index", &operand, 1);
    if (!has_method(lower, operand, method)) {
        lacks_protocol(lower, code, operand);
        return nothing(lower);
    }
    return call_method(lower, ROLE_CALL, operand, method, NULL, 0, result);
}

Typed lower_format(Lower *lower, Typed operand, Typed spec) {
    if (is_empty(operand))
        return nothing(lower);
    if (!operand.shape->count && (!is_single_scalar(operand) || operand.shape->scalars == S_NONE)) {
        Typed actuals[2] = {operand, spec};
        return call_core(lower, ROLE_HELPER, scalar_module("scalar_format"), "scalar_format", actuals, 2);
    }
    if (operand.shape->count && !has_method(lower, operand, "__format__"))
        return text_of(lower, OP_FORMAT, operand, lower->str_shape);
    return call_method(lower, ROLE_CALL, operand, "__format__", &spec, 1, lower->str_shape);
}

static void lower_format_op(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    const Value *spec = lower->op->args[1];
    bool is_plain = spec->is_const && spec->constant.kind == CONST_STR && spec->constant.length == 0;
    if (!is_plain && operand.shape->count && !has_method(lower, operand, "__format__"))
        lower_error(lower, "U0403", "not supported: a format specification for `%s`; use str() first",
                    shape_text(lower->inf, operand.shape));
    else
        set_result(lower, lower_format(lower, operand, hl_arg(lower, 1)));
}

/* ---- identity and class tests --------------------------------------------------------------------------------- */

/* Equal strings and tuples may be one object or several: that depends on the implementation. */
static bool may_be_copies(const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        const ShapeCon *con = &shape->cons[i];
        if (con->kind == CON_TUPLE || (con->kind == CON_INSTANCE && con->def->is_library &&
                                       (!strcmp(con->def->name, "str") || !strcmp(con->def->name, "bytes"))))
            return true;
    }
    return false;
}

static Value *no_identity(Lower *lower, Typed a, Typed b) {
    lower_error(lower, "T0106", "`is` between %s and %s asks about object identity, which %s do not have; use ==",
                shape_text(lower->inf, a.shape), shape_text(lower->inf, b.shape),
                may_be_copies(a.shape) ? "strings and tuples" : "numbers");
    return const_bool(lower->program, false);
}

static Value *identical(Lower *lower, Typed a, Typed b) {
    if (a.shape->scalars == S_NONE && !a.shape->count)
        return emit_is_none(lower, b);
    if (b.shape->scalars == S_NONE && !b.shape->count)
        return emit_is_none(lower, a);
    if (may_be_copies(a.shape) && may_be_copies(b.shape) && !lower->body->graph->file->is_library)
        return no_identity(lower, a, b);
    if (a.value->type->kind == TY_PTR && b.value->type->kind == TY_PTR)
        return emit(lower, OP_PTR_EQ, ty(lower, TY_BOOL), a.value, b.value, NULL);
    if (a.shape->count && b.shape->count &&
        a.value->type->kind != b.value->type->kind) { /* one of them a callable object */
        Shape *joined = a.value->type->kind == TY_PTR ? a.shape : b.shape;
        Value *x = convert(lower, a, joined), *y = convert(lower, b, joined);
        if (x->type->kind == TY_PTR && y->type == x->type)
            return emit(lower, OP_PTR_EQ, ty(lower, TY_BOOL), x, y, NULL);
    }
    if (a.value->type->kind == TY_VOID && b.value->type->kind == TY_VOID)
        return const_bool(lower->program, a.shape == b.shape);
    if (a.shape->scalars == S_BOOL && b.shape->scalars == S_BOOL)
        return emit(lower, OP_BOOL_EQ, ty(lower, TY_BOOL), a.value, b.value, NULL);
    if (!(a.shape->scalars & b.shape->scalars) && !(a.shape->count && b.shape->count))
        return const_bool(lower->program, false);
    if (lower->body->graph->is_hidden) /* the library compares by identity first, then by value */
        return same_float(lower, a, b);
    return no_identity(lower, a, b);
}

static void lower_is(Lower *lower) {
    Value *same = identical(lower, hl_arg(lower, 0), hl_arg(lower, 1));
    if (lower->op->code == OP_IS_NOT)
        same = emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), same, NULL, NULL);
    set_result(lower, typed(same, lower->bool_shape));
}

static bool con_matches(Lower *lower, const ShapeCon *con, uint32_t scalar, Cell *classes) {
    Con probe = {.kind = con ? con->kind : CON_INTRINSIC, .count = con ? con->count : 0};
    if (con && con->kind == CON_INSTANCE) {
        ClassInst inst = {.def = con->def};
        probe.inst = &inst;
        return con_is_instance(lower->inf, &probe, 0, classes);
    }
    return con_is_instance(lower->inf, con ? &probe : NULL, scalar, classes);
}

static Value *scalar_test(Lower *lower, Typed value, Cell *classes) {
    Value *result = const_bool(lower->program, false);
    static const struct {
        uint32_t bit;
        ScalarTag tag;
    } rows[] = {{S_NONE, SCALAR_NONE}, {S_BOOL, SCALAR_BOOL}, {S_INT, SCALAR_INT}, {S_FLOAT, SCALAR_FLOAT}};
    Value *tag = emit(lower, OP_SCALAR_TAG, ty(lower, TY_I64), value.value, NULL, NULL);
    for (size_t i = 0; i < 4; i++) {
        if (!(value.shape->scalars & rows[i].bit) || !con_matches(lower, NULL, rows[i].bit, classes))
            continue;
        Value *test = emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), tag, const_int(lower->program, rows[i].tag), NULL);
        result = result->is_const ? test : emit(lower, OP_BOOL_OR, ty(lower, TY_BOOL), result, test, NULL);
    }
    return result;
}

static Value *class_test(Lower *lower, Typed value, Cell *classes) {
    Value *result = NULL;
    for (int i = 0; i < value.shape->count; i++) {
        if (!con_matches(lower, &value.shape->cons[i], 0, classes))
            continue;
        Op *test = emit_op(lower, OP_IS_INSTANCE, ty(lower, TY_BOOL), &value.value, 1);
        test->type = con_type(lower, &value.shape->cons[i]);
        result = result ? emit(lower, OP_BOOL_OR, ty(lower, TY_BOOL), result, test->result, NULL) : test->result;
    }
    return result ? result : const_bool(lower->program, false);
}

static void count_matches(Lower *lower, Typed value, Cell *classes, int *yes, int *no) {
    for (int i = 0; i < value.shape->count; i++)
        ++*(con_matches(lower, &value.shape->cons[i], 0, classes) ? yes : no);
    for (int i = 0; i < S_COUNT; i++)
        if (value.shape->scalars >> i & 1)
            ++*(con_matches(lower, NULL, 1u << i, classes) ? yes : no);
}

static Value *instance_test(Lower *lower, Typed value, Cell *classes) {
    int yes = 0, no = 0;
    count_matches(lower, value, classes, &yes, &no);
    if (!yes || !no)
        return const_bool(lower->program, yes > 0);
    if (value.value->type->kind == TY_SCALAR)
        return scalar_test(lower, value, classes);
    if (!(value.shape->scalars & S_NONE))
        return class_test(lower, value, classes);
    Branch branch = emit_branch(lower, emit_is_none(lower, value));
    branch_then(lower, &branch);
    branch_else(lower, &branch, const_bool(lower->program, con_matches(lower, NULL, S_NONE, classes)));
    Typed object = typed(value.value, without_none(lower, value.shape));
    return branch_join(lower, &branch, instance_test(lower, object, classes), ty(lower, TY_BOOL));
}

static void lower_isinstance(Lower *lower) {
    Cell *classes = body_cell(lower->inf, lower->body, lower->op->args[1]);
    set_result(lower, typed(instance_test(lower, hl_arg(lower, 0), classes), lower->bool_shape));
}

static void lower_truth(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    Value *value = is_empty(operand) ? const_bool(lower->program, false) : truth_of(lower, operand);
    if (lower->op->code == OP_NOT)
        value = emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), value, NULL, NULL);
    set_result(lower, typed(value, lower->bool_shape));
}

/* ---- items ------------------------------------------------------------------------------------------------------- */

Typed tuple_field(Lower *lower, Typed tuple, int64_t i) {
    const ShapeCon *con = &tuple.shape->cons[0];
    i += i < 0 ? con->count : 0;
    if (i < 0 || i >= con->count) {
        lower_error(lower, "T0107", "tuple index out of range: the tuple has %d items", con->count);
        return nothing(lower);
    }
    Type *type = shape_type(lower, con->args[i]);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), con->args[i]);
    return typed(emit_getfield(lower, tuple.value, arena_printf(lower->arena, "item%d", (int)i), type), con->args[i]);
}

Typed list_object(Lower *lower, ClassInst *inst, const Typed *items, int count) {
    Shape *shape = single_con_shape(lower, &inst->con);
    Shape *item = cell_shape(lower->inf, inst_root(inst)->args[0]);
    Type *item_type = memory_type(lower, shape_type(lower, item));
    Type *array_type = type_array(lower->types, FLAVOUR_GC, item_type ? item_type : ty(lower, TY_BOOL), 0);
    Value *array = emit_malloc_var(lower, array_type, const_int(lower->program, count));
    for (int i = 0; i < count && item_type; i++) {
        Value *values[3] = {array, const_int(lower->program, i), convert(lower, items[i], item)};
        emit_op(lower, OP_ARRAY_SET, NULL, values, 3);
    }
    Value *list = emit_malloc(lower, con_type(lower, &shape->cons[0]));
    emit_setfield(lower, list, "_length", const_int(lower->program, count));
    emit_setfield(lower, list, "_items", array);
    return typed(list, shape);
}

static ClassInst *helper_list(Lower *lower) {
    return inst_root(cell_find_con(lower->node->helper, CON_INSTANCE)->inst);
}

static Typed list_of_tuple(Lower *lower, Typed tuple) {
    int count = tuple.shape->cons[0].count;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, i);
    return list_object(lower, helper_list(lower), items, count);
}

static void tuple_getitem(Lower *lower, Typed tuple) {
    const Value *index = lower->op->args[1];
    if (index->is_const && index->constant.kind == CONST_INT) {
        set_result(lower, tuple_field(lower, tuple, index->constant.integer));
        return;
    }
    set_result(lower, tuple_item_by_variable(lower, tuple, hl_arg(lower, 1)));
}

static void array_getitem(Lower *lower, Typed array) {
    Shape *item = array.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    if (type->kind == TY_VOID) {
        set_result(lower, typed(const_void(lower->program), item));
        return;
    }
    Typed index = hl_arg(lower, 1);
    set_result(lower, typed(emit(lower, OP_ARRAY_GET, type, array.value, convert(lower, index, lower->int_shape), NULL),
                            item));
}

static void lower_getitem(Lower *lower) {
    Typed object = require_not_none(lower, hl_arg(lower, 0), "__getitem__", false);
    Typed index = hl_arg(lower, 1);
    if (is_empty(object) || is_empty(index))
        return;
    ConKind kind = object.shape->count ? object.shape->cons[0].kind : CON_MODULE;
    if (kind == CON_TUPLE)
        tuple_getitem(lower, object);
    else if (kind == CON_ARRAY)
        array_getitem(lower, object);
    else if (kind == CON_INSTANCE && has_method(lower, object, "__getitem__"))
        set_result(lower, call_method(lower, ROLE_CALL, object, "__getitem__", &index, 1,
                                      value_shape(lower, lower->op->result)));
    else if (kind == CON_INTRINSIC || kind == CON_CLASS)
        set_result(lower, typed(const_void(lower->program), value_shape(lower, lower->op->result)));
    else
        lower_error(lower, "T0108", "`%s` object is not subscriptable", shape_text(lower->inf, object.shape));
}

static void lower_setitem(Lower *lower) {
    Typed object = require_not_none(lower, hl_arg(lower, 0), "__setitem__", false);
    Typed actuals[2] = {hl_arg(lower, 1), hl_arg(lower, 2)};
    if (is_empty(object) || is_empty(actuals[0]))
        return;
    if (object.shape->count && object.shape->cons[0].kind == CON_ARRAY) {
        Shape *item = object.shape->cons[0].args[0];
        if (shape_type(lower, item)->kind == TY_VOID)
            return;
        Value *values[3] = {object.value, convert(lower, actuals[0], lower->int_shape),
                            convert(lower, actuals[1], item)};
        emit_op(lower, OP_ARRAY_SET, NULL, values, 3);
        return;
    }
    if (!has_method(lower, object, "__setitem__")) {
        lower_error(lower, "T0109", "`%s` object does not support item assignment",
                    shape_text(lower->inf, object.shape));
        return;
    }
    call_method(lower, ROLE_CALL, object, "__setitem__", actuals, 2, lower->none_shape);
}

static void lower_as_method(Lower *lower, const char *method) {
    Typed object = require_not_none(lower, hl_arg(lower, 0), method, false);
    Typed actuals[4];
    int count = lower->op->arg_count - 1;
    for (int i = 0; i < count; i++)
        actuals[i] = hl_arg(lower, i + 1);
    if (is_empty(object))
        return;
    if (!has_method(lower, object, method)) {
        lower_error(lower, "T0104", "`%s` has no %s", shape_text(lower->inf, object.shape), method);
        return;
    }
    Shape *result = lower->op->result ? value_shape(lower, lower->op->result) : lower->none_shape;
    set_result(lower, call_method(lower, ROLE_CALL, object, method, actuals, count, result));
}

static void lower_getslice(Lower *lower) {
    Typed object = hl_arg(lower, 0);
    if (object.shape->count && object.shape->cons[0].kind == CON_TUPLE)
        set_result(lower, tuple_slice(lower, object));
    else
        lower_as_method(lower, "__getslice__");
}

static void lower_contains(Lower *lower) {
    Typed container = require_not_none(lower, hl_arg(lower, 0), "__contains__", false);
    Typed item = hl_arg(lower, 1);
    if (is_empty(container) || is_empty(item))
        return;
    if (container.shape->count && container.shape->cons[0].kind == CON_TUPLE)
        container = list_of_tuple(lower, container);
    if (has_method(lower, container, "__contains__")) {
        Typed found = call_method(lower, ROLE_CALL, container, "__contains__", &item, 1, lower->bool_shape);
        set_result(lower, typed(is_empty(found) ? const_bool(lower->program, false) : truth_of(lower, found),
                                lower->bool_shape));
        return;
    }
    Typed actuals[2] = {container, item};
    set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.checks", "_contains", actuals, 2));
}

/* ---- displays
 * -------------------------------------------------------------------------------------------------------- */

static Typed *all_args(Lower *lower) {
    Typed *items = arena_alloc(lower->arena, (size_t)(lower->op->arg_count + 1) * sizeof *items);
    for (int i = 0; i < lower->op->arg_count; i++)
        items[i] = hl_arg(lower, i);
    return items;
}

static void lower_build_tuple(Lower *lower) {
    Shape *shape = value_shape(lower, lower->op->result);
    if (shape->count == 1 && shape->cons[0].kind == CON_TUPLE)
        set_result(lower, build_tuple(lower, shape, all_args(lower)));
}

static void lower_build_list(Lower *lower) {
    ClassInst *inst = inst_root(lower->node->made->inst);
    set_result(lower, list_object(lower, inst, all_args(lower), lower->op->arg_count));
}

static void lower_build_by_calls(Lower *lower, const char *class_name, const char *method, int stride) {
    Typed object = instantiate(lower, class_find_builtin(lower->inf, class_name), NULL, 0);
    Typed *items = all_args(lower);
    for (int i = 0; i < lower->op->arg_count; i += stride)
        call_method(lower, ROLE_CALL, object, method, &items[i], stride, lower->none_shape);
    set_result(lower, object);
}

static void lower_build_string(Lower *lower) {
    Typed list = list_object(lower, helper_list(lower), all_args(lower), lower->op->arg_count);
    set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.checks", "_concat", &list, 1));
}

static void lower_unpack(Lower *lower) {
    Typed operand = require_not_none(lower, hl_arg(lower, 0), "unpack", false);
    Shape *result = value_shape(lower, lower->op->result);
    if (is_empty(operand) || result->count != 1)
        return;
    int count = (int)lower->op->integer;
    if (operand.shape->cons[0].kind == CON_TUPLE) {
        if (operand.shape->cons[0].count != count)
            lower_error(lower, "T0110", "cannot unpack a tuple of %d items into %d targets",
                        operand.shape->cons[0].count, count);
        Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
        for (int i = 0; i < count && i < operand.shape->cons[0].count; i++)
            items[i] = tuple_field(lower, operand, i);
        if (operand.shape->cons[0].count == count)
            set_result(lower, operand.shape == result ? operand : build_tuple(lower, result, items));
        return;
    }
    Typed actuals[2] = {operand, typed(const_int(lower->program, count), lower->int_shape)};
    Typed list = call_core(lower, ROLE_HELPER, "weft.core.checks", "_unpack", actuals, 2);
    if (is_empty(list))
        return;
    Shape *item = list.shape->cons[0].args[0];
    Type *item_type = shape_type(lower, item);
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    Type *array_type =
        type_array(lower->types, FLAVOUR_GC, memory_type(lower, item_type) ? item_type : ty(lower, TY_BOOL), 0);
    Value *array = emit_getfield(lower, list.value, "_items", type_ptr(lower->types, array_type));
    for (int i = 0; i < count; i++)
        items[i] = typed(item_type->kind == TY_VOID
                             ? const_void(lower->program)
                             : emit(lower, OP_ARRAY_GET, item_type, array, const_int(lower->program, i), NULL),
                         item);
    set_result(lower, build_tuple(lower, result, items));
}

static Value *list_item(Lower *lower, Typed list, int i, Type *type) {
    if (type->kind == TY_VOID)
        return const_void(lower->program);
    Type *array = type_ptr(lower->types, type_array(lower->types, FLAVOUR_GC, type, 0));
    Value *items = emit_getfield(lower, list.value, "_items", array);
    return emit(lower, OP_ARRAY_GET, type, items, const_int(lower->program, i), NULL);
}

/* The helper gives the middle, having left the items before and after in a list of its own: the tuple (ends, middle).
 */
static void lower_unpack_star(Lower *lower) {
    Typed operand = require_not_none(lower, hl_arg(lower, 0), "unpack", false);
    Shape *result = value_shape(lower, lower->op->result);
    if (is_empty(operand) || result->count != 1)
        return;
    int before = (int)(lower->op->integer & 255), after = (int)(lower->op->integer >> 8);
    if (operand.shape->cons[0].kind == CON_TUPLE)
        operand = list_of_tuple(lower, operand);
    Typed actuals[3] = {operand, typed(const_int(lower->program, before), lower->int_shape),
                        typed(const_int(lower->program, after), lower->int_shape)};
    Typed pair = call_core(lower, ROLE_HELPER, "weft.core.checks", "_unpack_star", actuals, 3);
    if (is_empty(pair))
        return;
    Typed list = tuple_field(lower, pair, 0), middle = tuple_field(lower, pair, 1);
    Shape *item = list.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    Typed *items = arena_alloc(lower->arena, (size_t)(before + after + 1) * sizeof *items);
    for (int i = 0; i < before + 1 + after; i++)
        items[i] = i == before ? middle : typed(list_item(lower, list, i < before ? i : i - 1, type), item);
    set_result(lower, build_tuple(lower, result, items));
}

/* ---- captured variables
 * ------------------------------------------------------------------------------------------------- */

static void lower_cell_op(Lower *lower) {
    if (lower->op->code == OP_MAKE_CELL) {
        Shape *shape = value_shape(lower, lower->op->result);
        set_result(lower, typed(emit_malloc_var(lower, con_type(lower, &shape->cons[0]), const_int(lower->program, 1)),
                                shape));
        return;
    }
    Typed cell = hl_arg(lower, 0);
    if (is_empty(cell))
        return;
    Shape *item = cell.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    if (lower->op->code == OP_CELL_GET) {
        Value *value = type->kind == TY_VOID
                           ? const_void(lower->program)
                           : emit(lower, OP_ARRAY_GET, type, cell.value, const_int(lower->program, 0), NULL);
        set_result(lower, typed(value, item));
    } else if (type->kind != TY_VOID) {
        Value *values[3] = {cell.value, const_int(lower->program, 0), convert(lower, hl_arg(lower, 1), item)};
        emit_op(lower, OP_ARRAY_SET, NULL, values, 3);
    }
}

/* ---- exceptions
 * -------------------------------------------------------------------------------------------------------------- */

static Typed exception_base_value(Lower *lower, Typed value) {
    Shape *shape =
        single_con_shape(lower, &inst_plain(lower->inf, class_find_builtin(lower->inf, "BaseException"))->con);
    return typed(emit(lower, OP_CAST, type_ptr(lower->types, lower->program->exception_base), value.value, NULL, NULL),
                 shape);
}

/* The one StopIteration of library iterators: prebuilt, for loops drop it unseen. */
static Value *prebuilt_stop(Lower *lower, ClassDef *def) {
    Type *type = inst_type(lower, inst_plain(lower->inf, def));
    const char *name = intern(lower->inf->names, "prebuilt StopIteration");
    Data *data = program_find_data(lower->program, name);
    if (!data) {
        data = program_add_data(lower->program, name, type, 0);
        data->is_mutable = true;
    }
    return const_data(lower->program, data);
}

static void call_root(Lower *lower, const char *function, Value *argument) {
    Graph *graph = root_graph(lower, function);
    if (graph)
        emit_call(lower, graph, &argument, 1);
}

static bool check_exception(Lower *lower, Typed operand) {
    bool fits = !(operand.shape->scalars & ~(uint32_t)S_NONE);
    for (int i = 0; i < operand.shape->count; i++) {
        const ShapeCon *con = &operand.shape->cons[i];
        fits &= (con->kind == CON_CLASS || con->kind == CON_INSTANCE) && con->def->is_exception;
    }
    if (!fits)
        lower_error(lower, "T0111", "exceptions must derive from BaseException, and `%s` does not",
                    shape_text(lower->inf, operand.shape));
    return fits;
}

/* What an except clause names: a class of exceptions, or a tuple of such. */
static void check_caught(Lower *lower, Cell *classes) {
    classes = cell_root(classes);
    bool fits = !classes->scalars;
    for (int i = 0; i < classes->con_count; i++) {
        const Con *con = classes->cons[i];
        if (con->kind == CON_TUPLE)
            for (int k = 0; k < con->count; k++)
                check_caught(lower, con->cells[k]);
        else
            fits &= con->kind == CON_CLASS && con->def->is_exception;
    }
    if (!fits)
        lower_error(lower, "T0111", "only classes derived from BaseException can be caught, and %s is none",
                    cell_text(lower->inf, classes));
}

static void lower_exc_value(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    if (is_empty(operand) || (!operand.shape->count && check_exception(lower, operand)))
        return;
    const ShapeCon *con = &operand.shape->cons[0];
    if (!check_exception(lower, operand))
        return;
    if (con->kind == CON_CLASS && con->def->is_library && !strcmp(con->def->name, "StopIteration") &&
        lower->body->graph->is_hidden) {
        Shape *shape = single_con_shape(lower, &inst_plain(lower->inf, con->def)->con);
        set_result(lower, typed(prebuilt_stop(lower, con->def), shape));
        return;
    }
    Typed exception = con->kind == CON_CLASS ? instantiate(lower, con->def, NULL, 0) : operand;
    bool handled = lower->under_handler;
    Typed base = exception_base_value(lower, exception);
    call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_exc_prepare", &base, 1);
    if (handled) /* it goes straight to the handler, which wants the traceback in the object */
        emit_op(lower, OP_TRACE_HERE, NULL, &base.value, 1);
    set_result(lower, exception);
}

static void lower_set_cause(Lower *lower) {
    Typed cause = hl_arg(lower, 1);
    if (cause.shape->count == 1 && cause.shape->cons[0].kind == CON_CLASS)
        cause = instantiate(lower, cause.shape->cons[0].def, NULL, 0);
    if (cause.shape->count)
        cause = exception_base_value(lower, cause);
    Typed actuals[2] = {exception_base_value(lower, hl_arg(lower, 0)), cause};
    call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_set_cause", actuals, 2);
}

static void lower_handler_op(Lower *lower) {
    Typed operand = lower->op->arg_count ? hl_arg(lower, 0) : nothing(lower);
    if (lower->op->code == OP_CURRENT_EXC) {
        set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_current_exc", NULL, 0));
    } else if (lower->op->code == OP_ENTER_HANDLER) {
        Typed base = exception_base_value(lower, operand);
        set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_enter_handler", &base, 1));
    } else {
        call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_leave_handler", &operand, 1);
    }
}

static void lower_check_bound(Lower *lower) {
    Typed flag = hl_arg(lower, 0);
    Branch branch = emit_branch(lower, flag.value);
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    call_root(lower, "_unbound_local", string_value(lower, lower->op->name));
    emit_unreachable(lower);
    branch_join(lower, &branch, NULL, NULL);
}

/* type(x): among several classes, the class object of the dynamic one. */
static Typed class_of_one(Lower *lower, Typed object, void *data) {
    (void)data;
    const ShapeCon *con = &object.shape->cons[0];
    ClassDef *def = con->kind == CON_TUPLE ? tuple_class(lower->inf, con->count) : con->def;
    return typed(const_void(lower->program), def ? single_con_shape(lower, &def->con) : lower->empty_shape);
}

static Value *class_of_scalar_value(Lower *lower, Typed operand, uint32_t scalars, Shape *result) {
    static const ScalarTag tags[] = {SCALAR_NONE, SCALAR_BOOL, SCALAR_INT, SCALAR_FLOAT};
    int bit = 0;
    while (!(scalars >> bit & 1))
        bit++;
    ClassDef *def = class_of_scalar(lower->inf, 1u << bit);
    Value *mine = convert(lower, typed(const_void(lower->program), single_con_shape(lower, &def->con)), result);
    if (!(scalars & (scalars - 1)))
        return mine;
    Value *tag = emit(lower, OP_SCALAR_TAG, ty(lower, TY_I64), operand.value, NULL, NULL);
    Branch branch =
        emit_branch(lower, emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), tag, const_int(lower->program, tags[bit]), NULL));
    branch_then(lower, &branch);
    branch_else(lower, &branch, mine);
    Value *other = class_of_scalar_value(lower, operand, scalars & (scalars - 1), result);
    return branch_join(lower, &branch, other, shape_type(lower, result));
}

static Value *class_of_value(Lower *lower, Typed operand, Shape *result) {
    if (!operand.shape->count)
        return class_of_scalar_value(lower, operand, operand.shape->scalars, result);
    if (!operand.shape->scalars)
        return by_class(lower, operand, result, class_of_one, NULL).value;
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    Value *none = class_of_scalar_value(lower, operand, S_NONE, result);
    branch_else(lower, &branch, none);
    Typed object = typed(operand.value, without_none(lower, operand.shape));
    Value *other = by_class(lower, object, result, class_of_one, NULL).value;
    return branch_join(lower, &branch, other, shape_type(lower, result));
}

static void lower_type_of(Lower *lower) {
    Shape *result = value_shape(lower, lower->op->result);
    if (result->count > 1)
        set_result(lower, typed(class_of_value(lower, hl_arg(lower, 0), result), result));
    else
        set_result(lower, typed(const_void(lower->program), result));
}

/* ---- dispatch
 * ------------------------------------------------------------------------------------------------------------------ */

static bool lower_protocol(Lower *lower) {
    const Op *op = lower->op;
    switch ((int)op->code) {
    case OP_IS:
    case OP_IS_NOT:
        lower_is(lower);
        return true;
    case OP_ISINSTANCE:
    case OP_EXC_MATCH:
        if (lower->op->code == OP_EXC_MATCH)
            check_caught(lower, body_cell(lower->inf, lower->body, lower->op->args[1]));
        lower_isinstance(lower);
        return true;
    case OP_NOT:
    case OP_TRUTH:
        lower_truth(lower);
        return true;
    case OP_GETITEM:
        lower_getitem(lower);
        return true;
    case OP_SETITEM:
    case OP_DICT_SET:
        lower_setitem(lower);
        return true;
    case OP_DELITEM:
        lower_as_method(lower, "__delitem__");
        return true;
    case OP_GETSLICE:
        lower_getslice(lower);
        return true;
    case OP_SETSLICE:
        lower_as_method(lower, "__setslice__");
        return true;
    case OP_DELSLICE:
        lower_as_method(lower, "__delslice__");
        return true;
    case OP_CONTAINS:
        lower_contains(lower);
        return true;
    case OP_FORMAT:
        lower_format_op(lower);
        return true;
    case OP_CHECK_BOUND:
        lower_check_bound(lower);
        return true;
    case OP_TYPE_PY:
        lower_type_of(lower);
        return true;
    default:
        return false;
    }
}

static bool lower_building(Lower *lower) {
    switch ((int)lower->op->code) {
    case OP_BUILD_TUPLE:
        lower_build_tuple(lower);
        return true;
    case OP_BUILD_LIST:
        lower_build_list(lower);
        return true;
    case OP_BUILD_SET:
        lower_build_by_calls(lower, "set", "add", 1);
        return true;
    case OP_BUILD_DICT:
        lower_build_by_calls(lower, "dict", "__setitem__", 2);
        return true;
    case OP_BUILD_STRING:
        lower_build_string(lower);
        return true;
    case OP_LIST_APPEND:
        lower_as_method(lower, "append");
        return true;
    case OP_LIST_EXTEND:
        lower_as_method(lower, "extend");
        return true;
    case OP_SET_ADD:
        lower_as_method(lower, "add");
        return true;
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
        lower_as_method(lower, "update");
        return true;
    case OP_UNPACK:
        lower_unpack(lower);
        return true;
    case OP_UNPACK_STAR:
        lower_unpack_star(lower);
        return true;
    default:
        return false;
    }
}

static bool lower_names(Lower *lower) {
    switch ((int)lower->op->code) {
    case OP_LOAD_GLOBAL:
    case OP_STORE_GLOBAL:
    case OP_DEL_GLOBAL:
        lower_global(lower);
        return true;
    case OP_MAKE_CELL:
    case OP_CELL_GET:
    case OP_CELL_SET:
        lower_cell_op(lower);
        return true;
    case OP_MAKE_FUNCTION:
        lower_make_function(lower);
        return true;
    case OP_CLASS_NEW:
        set_result(lower, typed(const_void(lower->program), value_shape(lower, lower->op->result)));
        return true;
    case OP_CLASS_FIELD:
        return true;
    case OP_CLASS_SET:
        lower_class_set(lower);
        return true;
    case OP_IMPORT_MODULE:
        lower_import(lower, lower->op->module);
        set_result(lower, typed(const_void(lower->program), value_shape(lower, lower->op->result)));
        return true;
    case OP_GETATTR:
        lower_getattr(lower);
        return true;
    case OP_SETATTR:
        lower_setattr(lower);
        return true;
    case OP_CALL_PY:
        lower_call_op(lower);
        return true;
    case OP_SUPER: {
        Typed self = hl_arg(lower, 0);
        Shape *shape = value_shape(lower, lower->op->result);
        if (shape->count == 1)
            set_result(lower, typed(convert(lower, self, shape->cons[0].args[0]), shape));
        return true;
    }
    case OP_EXC_VALUE:
        lower_exc_value(lower);
        return true;
    case OP_SET_CAUSE: {
        lower_set_cause(lower);
        return true;
    }
    case OP_ENTER_HANDLER:
    case OP_LEAVE_HANDLER:
    case OP_CURRENT_EXC:
        lower_handler_op(lower);
        return true;
    default:
        return false;
    }
}

void lower_op(Lower *lower) {
    const Dunder *dunder = dunder_of(lower->op->code);
    if (dunder) {
        lower_binary(lower, dunder);
    } else if (dunder_unary(lower->op->code)) {
        Shape *result = value_shape(lower, lower->op->result);
        set_result(lower, lower_unary(lower, lower->op->code, hl_arg(lower, 0), result));
    } else if (!lower_protocol(lower) && !lower_building(lower) && !lower_names(lower)) {
        lower_error(lower, "U0001", "not supported yet: this use of `%s`", op_info[lower->op->code].text);
    }
}
