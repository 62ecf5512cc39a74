/* Lowering of unary protocols: arithmetic, len, iter, hash, and texts of values. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

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

static bool raises_protocol(Lower *lower, OpCode code, const Shape *shape) {
    const char *type = python_type_name(shape);
    if (code == OP_LEN)
        return raises_instead(lower, shape, "TypeError", "object of type '%s' has no len()", type);
    if (code == OP_ITER)
        return raises_instead(lower, shape, "TypeError", "'%s' object is not iterable", type);
    if (code == OP_NEXT)
        return raises_instead(lower, shape, "TypeError", "'%s' object is not an iterator", type);
    if (code == OP_ABS)
        return raises_instead(lower, shape, "TypeError", "bad operand type for abs(): '%s'", type);
    if (code == OP_NEG || code == OP_POS || code == OP_INVERT)
        return raises_instead(lower, shape, "TypeError", "bad operand type for unary %s: '%s'",
                              code == OP_NEG   ? "-"
                              : code == OP_POS ? "+"
                                               : "~",
                              type);
    return false;
}

static void lacks_protocol(Lower *lower, OpCode code, Typed operand) {
    if (raises_protocol(lower, code, operand.shape))
        return;
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
    bool single = typed_is_single_scalar(operand) && operand.shape->scalars != S_NONE;
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
    return typed_nothing(lower);
}

static bool is_mutable_container(const ClassDef *def) {
    static const char *const names[] = {"list", "dict", "set", "bytearray"};
    for (size_t i = 0; def->is_library && i < sizeof names / sizeof *names; i++)
        if (!strcmp(def->name, names[i]))
            return true;
    return false;
}

static bool has_member(Lower *lower, const ClassDef *def, const char *name) {
    return class_member(lower->inf, (ClassDef *)def, intern(lower->inf->names, name), false);
}

/* Mutable containers, and the program's classes that define __eq__ alone. The library's have a __hash__ that raises. */
static bool is_unhashable(Lower *lower, const ShapeCon *con) {
    if (con->kind != CON_INSTANCE)
        return false;
    for (const ClassDef *def = con->def; def; def = class_next(con->def, def)) {
        if (is_mutable_container(def))
            return true;
        if (has_member(lower, def, "__hash__"))
            return false;
        if (!def->is_library && has_member(lower, def, "__eq__"))
            return true;
    }
    return false;
}

static bool check_hashable(Lower *lower, Typed operand) {
    for (int i = 0; i < operand.shape->count; i++)
        if (is_unhashable(lower, &operand.shape->cons[i])) {
            const char *name = operand.shape->cons[i].def->name;
            if (!raises_instead(lower, operand.shape, "TypeError", "unhashable type: '%s'", name))
                lower_error(lower, "T0104", "unhashable type: `%s`", name);
            return false;
        }
    return true;
}

static Typed iterate_tuple(Lower *lower, Typed tuple, Shape *result) {
    Shape *shape = cell_shape(lower->inf, lower->node->helper);
    Typed open = typed(convert(lower, tuple, shape), shape);
    return call_method(lower, ROLE_ITER, open, "__iter__", NULL, 0, result);
}

static const char *class_repr(Lower *lower, const ClassDef *def) {
    while (def->is_library && def->base && !strcmp(def->base->name, def->name))
        def = def->base; /* one of several implementations */
    bool is_builtin = def->is_library && (!strncmp(def->module, "weft.", 5) || !strcmp(def->module, "builtins"));
    if (class_lookup((ClassDef *)def, intern(lower->inf->names, CLASS_MEMBERS), NULL))
        return arena_printf(lower->arena, "<enum '%s'>", def->name);
    const char *name = is_builtin        ? def->name
                       : def->is_library ? arena_printf(lower->arena, "%s.%s", def->module, def->name)
                                         : class_display_name(lower, def);
    return arena_printf(lower->arena, "<class '%s'>", name);
}

static const char *default_repr(Lower *lower, Typed operand) {
    const ShapeCon *con = &operand.shape->cons[0];
    switch (con->kind) {
    case CON_CLASS:
        return class_repr(lower, con->def);
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

void check_answers(Lower *lower, int role, const char *method, uint32_t scalars) {
    for (const CallEdge *edge = lower->node->calls; edge; edge = edge->next) {
        if (edge->role != role || !edge->body || !graph_is_written(edge->func->graph) ||
            strcmp(edge->func->graph->pyname, method) != 0)
            continue;
        Cell *result = cell_root(edge->body->result);
        if ((result->scalars & ~scalars) || result->con_count)
            lower_error(lower, "T0104", "%s should return %s, and returns %s", method,
                        scalars == S_BOOL ? "a bool" : "an int", cell_text(lower->inf, result));
    }
}

static bool has_own_length(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        const FuncDef *func = class_method(lower->inf, shape->cons[i].def, "__len__");
        if (func && graph_is_written(func->graph))
            return true;
    }
    return false;
}

Value *length_of(Lower *lower, int role, Typed operand) {
    check_answers(lower, role, "__len__", S_INT | S_BOOL);
    Typed got = call_method(lower, role, operand, "__len__", NULL, 0, lower->int_shape);
    Value *length = convert(lower, got, lower->int_shape);
    Graph *refuse = root_graph(lower, "_negative_length");
    if (!has_own_length(lower, operand.shape) || !refuse)
        return length;
    Value *zero = const_int(lower->program, 0);
    Branch branch = emit_branch(lower, emit(lower, OP_INT_LT, ty(lower, TY_BOOL), length, zero, NULL));
    branch_then(lower, &branch);
    emit_call(lower, refuse, NULL, 0);
    emit_unreachable(lower);
    branch_else(lower, &branch, NULL);
    branch_join(lower, &branch, NULL, NULL);
    return lower_use(lower, length);
}

/* None, unlike an object that is missing, has a hash. */
static Typed hash_of_optional(Lower *lower, Typed operand, Shape *result) {
    Typed object = typed(operand.value, without_none(lower, operand.shape));
    Typed none = typed(const_void(lower->program), lower->none_shape);
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    branch_else(lower, &branch, convert(lower, scalar_unary(lower, OP_HASH, none, result), lower->int_shape));
    Value *hash = convert(lower, lower_unary(lower, OP_HASH, object, result), lower->int_shape);
    return typed(branch_join(lower, &branch, hash, shape_type(lower, lower->int_shape)), lower->int_shape);
}

Typed lower_unary(Lower *lower, OpCode code, Typed operand, Shape *result) {
    if (typed_is_empty(operand))
        return typed_nothing(lower);
    if (!operand.shape->count)
        return scalar_unary(lower, code, operand, result);
    if (code == OP_TO_STR || code == OP_REPR)
        return text_of(lower, code, operand, result);
    if (code == OP_HASH && !check_hashable(lower, operand))
        return typed_nothing(lower);
    if (code == OP_HASH && (operand.shape->scalars & S_NONE))
        return hash_of_optional(lower, operand, result);
    operand = require_not_none(lower, operand, dunder_unary(code), false);
    if (code == OP_ITER || code == OP_LEN)
        operand = class_items(lower, operand, CLASS_MEMBERS);
    const char *method = dunder_unary(code);
    if (code == OP_ITER && operand.shape->cons[0].kind == CON_TUPLE)
        return iterate_tuple(lower, operand, result);
    if (code == OP_LEN && operand.shape->cons[0].kind == CON_TUPLE)
        return typed(const_int(lower->program, operand.shape->cons[0].count), lower->int_shape);
    if (code == OP_HASH && !has_method(lower, operand, method) && operand.value->type->kind == TY_PTR)
        return typed(emit_identity(lower, operand.value), lower->int_shape);
    if (code == OP_ITER && !has_method(lower, operand, method) && has_method(lower, operand, "__getitem__"))
        return call_core(lower, ROLE_HELPER, "weft.core.iterators", "_iter_by_index", &operand, 1);
    if (!has_method(lower, operand, method)) {
        lacks_protocol(lower, code, operand);
        return typed_nothing(lower);
    }
    if (code == OP_LEN)
        return typed(length_of(lower, ROLE_CALL, operand), lower->int_shape);
    return call_method(lower, ROLE_CALL, operand, method, NULL, 0, result);
}

static Typed format_scalar(Lower *lower, Typed operand, Typed spec) {
    Typed actuals[2] = {operand, spec};
    return call_core(lower, ROLE_HELPER, scalar_module("scalar_format"), "scalar_format", actuals, 2);
}

Typed lower_format(Lower *lower, Typed operand, Typed spec) {
    if (typed_is_empty(operand))
        return typed_nothing(lower);
    if (!operand.shape->count && (!typed_is_single_scalar(operand) || operand.shape->scalars == S_NONE))
        return format_scalar(lower, operand, spec);
    if (operand.shape->count && !has_method(lower, operand, "__format__"))
        return text_of(lower, OP_FORMAT, operand, lower->str_shape);
    if (!operand.shape->count || !(operand.shape->scalars & S_NONE))
        return call_method(lower, ROLE_CALL, operand, "__format__", &spec, 1, lower->str_shape);
    Typed object = typed(operand.value, without_none(lower, operand.shape));
    Branch branch = emit_branch(lower, emit_is_none(lower, operand));
    branch_then(lower, &branch);
    Typed none = format_scalar(lower, typed(const_void(lower->program), lower->none_shape), spec);
    branch_else(lower, &branch, none.value);
    Typed text = call_method(lower, ROLE_CALL, object, "__format__", &spec, 1, lower->str_shape);
    return typed(branch_join(lower, &branch, text.value, shape_type(lower, lower->str_shape)), lower->str_shape);
}

void lower_format_op(Lower *lower) {
    Typed operand = hl_arg(lower, 0);
    const Value *spec = lower->op->args[1];
    bool is_plain = spec->is_const && spec->constant.kind == CONST_STR && spec->constant.length == 0;
    if (!is_plain && operand.shape->count && !has_method(lower, operand, "__format__"))
        lower_error(lower, "U0403", "not supported: a format specification for `%s`; use str() first",
                    shape_text(lower->inf, operand.shape));
    else
        set_result(lower, lower_format(lower, operand, hl_arg(lower, 1)));
}
