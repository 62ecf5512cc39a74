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
    if (lower->body->breaks_promise && lower->diags->error_count)
        return arena_alloc(lower->diags->arena, sizeof(Diagnostic)); /* what an annotation says is reported already */
    Diagnostic *diag = diag_error(lower->diags, code, user_pos(lower->body, lower->pos), "%s", text);
    report_calls(lower->inf, lower->diags, diag, lower->body);
    return diag;
}

Typed typed_nothing(Lower *lower) {
    return typed(const_void(lower->program), lower->empty_shape);
}

bool typed_is_empty(Typed value) {
    return !value.shape->scalars && !value.shape->count;
}

bool typed_is_single_scalar(Typed value) {
    uint32_t scalars = value.shape->scalars;
    return !value.shape->count && scalars && !(scalars & (scalars - 1));
}

/* ---- captured variables
 * ------------------------------------------------------------------------------------------------- */

static void lower_cell_op(Lower *lower) {
    if (lower->op->code == OP_MAKE_CELL) {
        Shape *shape = value_shape(lower, lower->op->result);
        set_result(lower, typed(emit_malloc_var(lower, OP_MALLOC_VAR, con_type(lower, &shape->cons[0]),
                                                const_int(lower->program, 1)),
                                shape));
        return;
    }
    Typed cell = hl_arg(lower, 0);
    if (typed_is_empty(cell))
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

/* ---- dispatch
 * ------------------------------------------------------------------------------------------------------------------ */

/* What belongs to a class is in static variables. */
static void check_class_once(Lower *lower) {
    const ClassDef *def = lower->node->made ? lower->node->made->def : NULL;
    Graph *graph = root_graph(lower, "_class_again");
    bool runs_once = !lower->body->func && block_is_unconditional(lower->body->graph, lower->hl_block);
    if (!def || !graph || lower->graph->is_hidden || runs_once || !class_has_state(lower->inf, def))
        return;
    Value *flag = static_flag_data(lower, arena_printf(lower->arena, "%s.<made>", def->full_name));
    Branch branch = emit_branch(lower, emit_getfield(lower, flag, "value", ty(lower, TY_BOOL)));
    branch_then(lower, &branch);
    Value *name = string_value(lower, def->name);
    emit_call(lower, graph, &name, 1);
    branch_else(lower, &branch, NULL);
    branch_join(lower, &branch, NULL, NULL);
    emit_setfield(lower, flag, "value", const_bool(lower->program, true));
}

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
        if (!lower_slice_item(lower))
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
    case OP_TO_TUPLE:
        set_result(lower, tuple_of(lower, items_arg(lower, "__iter__")));
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
    case OP_PREFIXED_STR:
        lower_prefixed_str(lower);
        return true;
    case OP_LIST_APPEND:
    case OP_LIST_EXTEND:
    case OP_LIST_PUT:
    case OP_SET_ADD:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
        lower_as_method(lower, collecting_method(lower->op->code));
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
        check_class_once(lower);
        set_result(lower, typed(const_void(lower->program), value_shape(lower, lower->op->result)));
        return true;
    case OP_CLASS_FIELD:
    case OP_ANNOTATE_VALUE:
    case OP_ANNOTATE_ATTRIBUTE:
        return true;
    case OP_SET_VARIABLE:
        lower_set_variable(lower);
        return true;
    case OP_END_VARIABLES:
        emit_op(lower, OP_HOLD_END, NULL, NULL, 0);
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
    case OP_GETATTR_OR:
        lower_getattr_or(lower);
        return true;
    case OP_HASATTR:
        lower_hasattr(lower);
        return true;
    case OP_DELATTR:
        lower_delattr(lower);
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
    case OP_CAUGHT:
        lower_caught(lower);
        return true;
    case OP_ENTER_HANDLER:
    case OP_LEAVE_HANDLER:
    case OP_CURRENT_EXC:
        lower_handler_op(lower);
        return true;
    case OP_YIELD:
    case OP_SENT:
    case OP_THROWN:
        lower_generator_op(lower);
        return true;
    default:
        return false;
    }
}

void lower_op(Lower *lower) {
    const Dunder *dunder = dunder_of(lower->op->code);
    if (dunder) {
        lower_binary(lower, dunder);
    } else if (lower->op->code == OP_LEN && lower->op->args[0] == lower->measured) {
        set_result(lower, lower->measured_length);
    } else if (dunder_unary(lower->op->code)) {
        Shape *result = value_shape(lower, lower->op->result);
        set_result(lower, lower_unary(lower, lower->op->code, hl_arg(lower, 0), result));
    } else if (!lower_protocol(lower) && !lower_building(lower) && !lower_names(lower)) {
        lower_error(lower, "U0001", "not supported yet: this use of `%s`", op_info[lower->op->code].text);
    }
}
