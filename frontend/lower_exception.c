/* Lowering of what raises and handles exceptions, and of type(). */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

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
void check_caught(Lower *lower, Cell *classes) {
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

void lower_exc_value(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    if (typed_is_empty(operand) || (!operand.shape->count && check_exception(lower, operand)))
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

void lower_set_cause(Lower *lower) {
    Typed cause = hl_arg(lower, 1);
    if (cause.shape->count == 1 && cause.shape->cons[0].kind == CON_CLASS)
        cause = instantiate(lower, cause.shape->cons[0].def, NULL, 0);
    if (cause.shape->count)
        cause = exception_base_value(lower, cause);
    Typed actuals[2] = {exception_base_value(lower, hl_arg(lower, 0)), cause};
    call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_set_cause", actuals, 2);
}

void lower_caught(Lower *lower) {
    Typed exception = hl_arg(lower, 0);
    if (may_be_stop(lower->inf, body_cell(lower->inf, lower->body, lower->op->args[0]))) {
        Typed base = exception_base_value(lower, exception);
        base = call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_caught", &base, 1);
        exception.value = emit(lower, OP_CAST, shape_type(lower, exception.shape), base.value, NULL, NULL);
    }
    set_result(lower, exception);
}

void lower_handler_op(Lower *lower) {
    Typed operand = lower->op->arg_count ? hl_arg(lower, 0) : typed_nothing(lower);
    if (lower->op->code == OP_CURRENT_EXC) {
        set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_current_exc", NULL, 0));
    } else if (lower->op->code == OP_ENTER_HANDLER) {
        Typed base = exception_base_value(lower, operand);
        set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_enter_handler", &base, 1));
    } else {
        call_core(lower, ROLE_HELPER, "weft.core.exceptions", "_leave_handler", &operand, 1);
    }
}

void lower_check_bound(Lower *lower) {
    Typed flag = hl_arg(lower, 0);
    Branch branch = emit_branch(lower, flag.value);
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    call_root(lower, lower->body->func ? "_unbound_local" : "_unbound_global", string_value(lower, lower->op->name));
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

void lower_type_of(Lower *lower) {
    Shape *result = value_shape(lower, lower->op->result);
    if (result->count > 1)
        set_result(lower, typed(class_of_value(lower, hl_arg(lower, 0), result), result));
    else
        set_result(lower, typed(const_void(lower->program), result));
}
