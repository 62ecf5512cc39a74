/* Lowering of identity, class and truth tests. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

/* ---- identity and class tests --------------------------------------------------------------------------------- */

/* Equal strings and tuples may be one object or several: that depends on the implementation. */
static bool may_be_copies(const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        const ShapeCon *con = &shape->cons[i];
        if (con->kind == CON_TUPLE ||
            (con->kind == CON_INSTANCE && con->def->is_library &&
             (!strcmp(con->def->name, "str") || !strcmp(con->def->name, "bytes") || is_open_tuple_class(con->def))))
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

/* `x is True` of a scalar union: there is one True and one False. */
static Value *same_bool(Lower *lower, Typed any, Typed boolean) {
    if (!(any.shape->scalars & S_BOOL))
        return const_bool(lower->program, false);
    Value *tag = emit(lower, OP_SCALAR_TAG, ty(lower, TY_I64), any.value, NULL, NULL);
    Value *is_bool = emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), tag, const_int(lower->program, SCALAR_BOOL), NULL);
    Branch branch = emit_branch(lower, is_bool);
    branch_then(lower, &branch);
    Value *same =
        emit(lower, OP_BOOL_EQ, ty(lower, TY_BOOL), convert(lower, any, lower->bool_shape), boolean.value, NULL);
    branch_else(lower, &branch, same);
    return branch_join(lower, &branch, const_bool(lower->program, false), ty(lower, TY_BOOL));
}

Value *identical(Lower *lower, Typed a, Typed b) {
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
    if (b.shape->scalars == S_BOOL && !a.shape->count && !b.shape->count && a.value->type->kind == TY_SCALAR)
        return same_bool(lower, a, b);
    if (a.shape->scalars == S_BOOL && !a.shape->count && !b.shape->count && b.value->type->kind == TY_SCALAR)
        return same_bool(lower, b, a);
    if (!(a.shape->scalars & b.shape->scalars) && !(a.shape->count && b.shape->count))
        return const_bool(lower->program, false);
    if (lower->body->graph->is_hidden) /* the library compares by identity first, then by value */
        return same_float(lower, a, b);
    return no_identity(lower, a, b);
}

void lower_is(Lower *lower) {
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
        return con_is_instance(lower->inf, lower->body->graph, &probe, 0, classes);
    }
    return con_is_instance(lower->inf, lower->body->graph, con ? &probe : NULL, scalar, classes);
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

void lower_isinstance(Lower *lower) {
    Cell *classes = body_cell(lower->inf, lower->body, lower->op->args[1]);
    set_result(lower, typed(instance_test(lower, hl_arg(lower, 0), classes), lower->bool_shape));
}

void lower_truth(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    Value *value = typed_is_empty(operand) ? const_bool(lower->program, false) : truth_of(lower, operand);
    if (lower->op->code == OP_NOT)
        value = emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), value, NULL, NULL);
    set_result(lower, typed(value, lower->bool_shape));
}
