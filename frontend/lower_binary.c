/* Lowering of operators: machine operations on scalars, methods of objects, equality. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

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
    const ShapeCon *con = &shape->cons[0];
    return con->kind == CON_TUPLE ||
           (con->kind == CON_INSTANCE && con->def->is_library && !class_compares_itself(lower->inf, con->def));
}

static bool is_comparable(const ShapeCon *a, const ShapeCon *b) {
    if (a->kind != b->kind)
        return false;
    return a->kind == CON_INSTANCE ? class_is_comparable(a->def, b->def)
                                   : a->def == b->def && (a->kind != CON_TUPLE || a->count == b->count);
}

static bool has_comparable(const Shape *shape, const ShapeCon *con) {
    for (int i = 0; i < shape->count; i++)
        if (is_comparable(&shape->cons[i], con))
            return true;
    return false;
}

/* Whether this call of the op asks the method of that name of the class. */
static bool asks(Lower *lower, const CallEdge *edge, int role, const ShapeCon *con, const char *name) {
    return edge->role == role && edge->body && edge->self && edge->self->kind == CON_INSTANCE &&
           edge->self->inst->def == con->def && edge->func == class_method(lower->inf, con->def, name);
}

/* The shape of NotImplemented, if the method of that name gives nothing else for some class of the receiver. */
static Shape *refusal(Lower *lower, int role, Typed receiver, const char *name) {
    for (int i = 0; i < receiver.shape->count; i++)
        for (CallEdge *edge = lower->node->calls; edge; edge = edge->next) {
            if (!asks(lower, edge, role, &receiver.shape->cons[i], name))
                continue;
            Shape *shape = cell_shape(lower->inf, edge->body->result);
            if (shape->count == 1 && shape->cons[0].kind == CON_INTRINSIC)
                return shape;
        }
    return NULL;
}

static bool is_bool_or_refused(const Shape *shape) {
    return !(shape->scalars & ~(uint32_t)S_BOOL) &&
           (!shape->count || (shape->count == 1 && shape->cons[0].kind == CON_INTRINSIC));
}

/* What == and != give is a bool everywhere. */
static void require_bool(Lower *lower, int role, Typed receiver, const char *name) {
    for (int i = 0; i < receiver.shape->count; i++)
        for (CallEdge *edge = lower->node->calls; edge; edge = edge->next) {
            Shape *shape = asks(lower, edge, role, &receiver.shape->cons[i], name)
                               ? cell_shape(lower->inf, edge->body->result)
                               : NULL;
            if (shape && !is_bool_or_refused(shape))
                lower_error(lower, "U0417", "not supported: `%s` of `%s` gives %s, not a bool; return bool(...)", name,
                            receiver.shape->cons[i].def->name, shape_text(lower->inf, shape));
        }
}

static bool was_called(Lower *lower, int role, Typed receiver, const char *name);
static Value *objects_equal(Lower *lower, Typed a, Typed b);
/* A NaN is the same object as itself: floats of the same bits count as one object. */
Value *same_float(Lower *lower, Typed a, Typed b) {
    if (a.value->type->kind != TY_F64 || b.value->type->kind != TY_F64)
        return const_bool(lower->program, false);
    Type *integer = ty(lower, TY_I64);
    Value *x = emit(lower, OP_FLOAT_BITS, integer, a.value, NULL, NULL);
    Value *y = emit(lower, OP_FLOAT_BITS, integer, b.value, NULL, NULL);
    return emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), x, y, NULL);
}

Value *identical(Lower *lower, Typed a, Typed b);

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

static bool answers_left(Lower *lower, Typed a, Typed b) {
    return a.shape->count == 1 && b.shape->count == 1 && a.shape->cons[0].kind == CON_INSTANCE &&
           b.shape->cons[0].kind == CON_INSTANCE && answers_for(lower->inf, a.shape->cons[0].def, b.shape->cons[0].def);
}

/* The left operand's __eq__ gives NotImplemented: the right one's is asked, then they are compared as objects. */
static Value *equal_by_right(Lower *lower, Typed a, Typed b) {
    bool is_unrelated = b.shape->count && is_library_shape(lower, b.shape) && a.shape->count &&
                        !has_comparable(a.shape, &b.shape->cons[0]) && !answers_left(lower, a, b);
    if (is_unrelated || b.shape->count != 1 || b.shape->scalars || !has_method(lower, b, "__eq__") ||
        !was_called(lower, ROLE_REFLECTED, b, "__eq__"))
        return same_objects(lower, a, b);
    require_bool(lower, ROLE_REFLECTED, b, "__eq__");
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
    if (!a.shape->count || answers_left(lower, a, b))
        return equal_by_right(lower, a, b);
    if (a.shape->count > 1 && a.shape->cons[0].kind == CON_INSTANCE && !has_method(lower, a, "__eq__"))
        return by_class(lower, a, lower->bool_shape, equal_to_one, &b).value;
    bool library = is_library_shape(lower, a.shape);
    if (library && !has_comparable(b.shape, &a.shape->cons[0]))
        return equal_by_right(lower, a, b);
    if (has_method(lower, a, "__eq__")) {
        int role = lower->op->code == OP_NE ? ROLE_ITER : ROLE_CALL;
        require_bool(lower, role, a, "__eq__");
        Shape *refused = refusal(lower, role, a, "__eq__");
        if (refused && a.shape->count > 1)
            return by_class(lower, a, lower->bool_shape, equal_to_one, &b).value;
        Typed result = call_method(lower, role, a, "__eq__", &b, 1, refused ? refused : lower->bool_shape);
        if (refused)
            return equal_by_right(lower, a, b);
        return typed_is_empty(result) ? const_bool(lower->program, false) : truth_of(lower, result);
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
    if (typed_is_empty(a_none ? x : y))
        other = const_bool(lower->program, false);
    else
        other = a_none ? equality_value(lower, x, b) : equality_value(lower, a, y);
    return branch_join(lower, &branch, other, boolean);
}

static Typed object_equality(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    if (dunder->code == OP_NE && !(a.shape->scalars | b.shape->scalars) && a.shape->count &&
        has_method(lower, a, "__ne__") && !is_library_shape(lower, a.shape)) {
        require_bool(lower, ROLE_CALL, a, "__ne__");
        Typed result = call_method(lower, ROLE_CALL, a, "__ne__", &b, 1, lower->bool_shape);
        return typed(truth_of(lower, result), lower->bool_shape);
    }
    Value *equal = equality_value(lower, a, b);
    if (dunder->code == OP_NE)
        equal = emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), equal, NULL, NULL);
    return typed(equal, lower->bool_shape);
}

const char *python_type_name(const Shape *shape) {
    static const char *const scalars[] = {"NoneType", "bool", "int", "float"};
    if (!shape->count) {
        int bit = 0;
        while (bit < 3 && !(shape->scalars >> bit & 1))
            bit++;
        return scalars[bit];
    }
    switch (shape->cons[0].kind) {
    case CON_INSTANCE:
        return shape->cons[0].def->name;
    case CON_TUPLE:
        return "tuple";
    case CON_METHOD:
        return "method";
    case CON_CLASS:
        return "type";
    case CON_FUNCTION:
    case CON_ARRAY:
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return "function";
}

/* The items of tuples are compared only where those before them are equal: what has no order may stand last. */
static bool raises_unordered(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    const SourceFile *file = lower->body->graph->file;
    Graph *graph = root_graph(lower, "_unordered");
    if (!dunder->is_comparison || !graph || !file || strncmp(file->module, "weft.core.tuple", 15))
        return false;
    Value *args[3] = {string_value(lower, dunder->symbol), string_value(lower, python_type_name(a.shape)),
                      string_value(lower, python_type_name(b.shape))};
    emit_call(lower, graph, args, 3);
    return true;
}

static bool is_sequence(const char *type) {
    return !strcmp(type, "str") || !strcmp(type, "list") || !strcmp(type, "tuple") || !strcmp(type, "bytes");
}

/* CPython's message, whose sequences say it in words of their own. */
static const char *operands_message(Lower *lower, const Dunder *dunder, const char *left, const char *right) {
    if (dunder->is_comparison)
        return arena_printf(lower->arena, "'%s' not supported between instances of '%s' and '%s'", dunder->symbol, left,
                            right);
    if (!strcmp(left, "bytes") && dunder->plain == OP_ADD)
        return arena_printf(lower->arena, "can't concat %s to bytes", right);
    if (is_sequence(left) && dunder->plain == OP_ADD)
        return arena_printf(lower->arena, "can only concatenate %s (not \"%s\") to %s", left, right, left);
    if ((is_sequence(left) || is_sequence(right)) && dunder->plain == OP_MUL)
        return arena_printf(lower->arena, "can't multiply sequence by non-int of type '%s'",
                            is_sequence(left) ? right : left);
    return arena_printf(lower->arena, "unsupported operand type(s) for %s: '%s' and '%s'", dunder->symbol, left, right);
}

static bool raises_operands(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    return is_well_known(lower, b.shape) &&
           raises_instead(lower, a.shape, "TypeError", "%s",
                          operands_message(lower, dunder, python_type_name(a.shape), python_type_name(b.shape)));
}

static Typed left_not_none(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    return require_not_none(lower, a, operands_message(lower, dunder, "NoneType", python_type_name(b.shape)), false);
}

static Typed right_not_none(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    return require_not_none(lower, b, operands_message(lower, dunder, python_type_name(a.shape), "NoneType"), false);
}

Typed unsupported_operands(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    if (raises_unordered(lower, dunder, a, b) || raises_operands(lower, dunder, a, b))
        return typed_nothing(lower);
    lower_error(lower, "T0103",
                dunder->is_comparison ? "'%s' not supported between instances of `%s` and `%s`"
                                      : "unsupported operand types for %s: `%s` and `%s`",
                dunder->symbol, shape_text(lower->inf, a.shape), shape_text(lower->inf, b.shape));
    return typed_nothing(lower);
}

static bool was_called(Lower *lower, int role, Typed receiver, const char *name) {
    for (CallEdge *edge = lower->node->calls; edge; edge = edge->next)
        for (int i = 0; edge->role == role && edge->body && i < receiver.shape->count; i++)
            if (edge->func == class_method(lower->inf, receiver.shape->cons[i].def, name))
                return true;
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
    operands.right = right_not_none(lower, operands.dunder, operands.left, operands.right);
    if (operands.right.shape->count > 1)
        return by_class(lower, operands.right, result, with_right, &operands);
    return call_method(lower, ROLE_REFLECTED, operands.right, operands.dunder->reflected, &operands.left, 1, result);
}

/* Whether the body is one of the library's that promises a bool and would return something else: what a comparison of
 * items gave. */
static bool breaks_promise(Lower *lower) {
    const FuncDef *func = lower->body->func;
    return func && func->is_declared && !strcmp(func->graph->params.returns, "bool") &&
           !is_bool_or_refused(cell_shape(lower->inf, lower->body->result));
}

static Typed object_binary(Lower *lower, const Dunder *dunder, Typed a, Typed b) {
    Shape *result = value_shape(lower, lower->op->result);
    Typed tuple;
    if (dunder->is_comparison && breaks_promise(lower)) {
        require_bool(lower, ROLE_CALL, a, dunder->method);
        require_bool(lower, ROLE_REFLECTED, b, dunder->reflected);
    }
    if (tuple_operator(lower, dunder, a, b, &tuple))
        return tuple;
    if (has_reflected_first(lower, dunder, a.shape, b.shape))
        return subclass_binary(lower, (Operands){dunder, left_not_none(lower, dunder, a, b), b}, result);
    if (a.shape->count) {
        a = left_not_none(lower, dunder, a, b);
        bool comparable =
            !dunder->is_comparison || !is_library_shape(lower, a.shape) || has_comparable(b.shape, &a.shape->cons[0]);
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
    b = right_not_none(lower, dunder, a, b);
    if (b.shape->count && has_method(lower, b, dunder->reflected) &&
        was_called(lower, ROLE_REFLECTED, b, dunder->reflected) &&
        !refusal(lower, ROLE_REFLECTED, b, dunder->reflected))
        return call_method(lower, ROLE_REFLECTED, b, dunder->reflected, &a, 1, result);
    return unsupported_operands(lower, dunder, a, b);
}

void lower_binary(Lower *lower, const Dunder *dunder) {
    Typed a = hl_arg(lower, 0), b = hl_arg(lower, 1);
    open_operands(lower, &a, &b);
    Typed result;
    bool equality = dunder->code == OP_EQ || dunder->code == OP_NE;
    if (typed_is_empty(a) || typed_is_empty(b))
        result = typed_nothing(lower);
    else if (!a.shape->count && !b.shape->count)
        result = scalar_binary(lower, dunder, a, b);
    else
        result = equality ? object_equality(lower, dunder, a, b) : object_binary(lower, dunder, a, b);
    if (!a.shape->count && !b.shape->count && !typed_is_empty(a) && !typed_is_empty(b) && !equality &&
        !scalar_result(lower->op->code, a.shape->scalars & ~(uint32_t)S_NONE, b.shape->scalars & ~(uint32_t)S_NONE,
                       lower->op->args[1]) &&
        (a.shape->scalars & S_NUMBER) && (b.shape->scalars & S_NUMBER))
        result = unsupported_operands(lower, dunder, a, b);
    set_result(lower, result);
}
