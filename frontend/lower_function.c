/* Lowering of function objects, and of the names that callables have. A function that functools.wraps renames keeps
 * its name in the object, for one definition makes wrappers of many functions.
 */
#include "frontend/lower_internal.h"

#include <string.h>

/* ---- names ---------------------------------------------------------------------------------------------- */

/* As in "m.f.<locals>.g#2", without the module and the number. */
const char *func_qualname(Lower *lower, const FuncDef *func) {
    const char *module = func->make->pos->file->module, *name = func->graph->name;
    size_t prefix = strlen(module);
    if (!strncmp(name, module, prefix) && name[prefix] == '.')
        name += prefix + 1;
    return intern_n(lower->inf->names, name, strcspn(name, "#"));
}

static bool is_callable_kind(const Shape *shape) {
    bool is = !shape->scalars && shape->count > 0;
    for (int i = 0; i < shape->count; i++) {
        ConKind kind = shape->cons[i].kind;
        is &= kind == CON_FUNCTION || kind == CON_METHOD || kind == CON_CLASS;
    }
    return is;
}

/* `data` is the field that a renamed function has for it. */
static Typed name_of_one(Lower *lower, Typed receiver, void *data) {
    const struct ShapeCon *con = &receiver.shape->cons[0];
    bool is_qualified = !strcmp(data, "qualname");
    if (con->func && con->func->is_renamed && con->kind == CON_FUNCTION) {
        if (func_has_state(con->func))
            return typed(emit_getfield(lower, receiver.value, data, shape_type(lower, lower->str_shape)),
                         lower->str_shape);
        lower_error(lower, "U0413", "not supported: the name of a function that functools.wraps has renamed");
    }
    const char *name = con->kind == CON_CLASS ? con->def->name : con->func ? con->func->graph->pyname : con->name;
    if (is_qualified)
        name = con->kind == CON_CLASS ? con->def->site->name : con->func ? func_qualname(lower, con->func) : con->name;
    return typed(string_value(lower, name), lower->str_shape);
}

Typed callable_name(Lower *lower, Typed receiver) {
    return by_class(lower, receiver, lower->str_shape, name_of_one, "name");
}

Typed function_qualname(Lower *lower, Typed receiver) {
    return by_class(lower, receiver, lower->str_shape, name_of_one, "qualname");
}

/* ---- docstrings ---- */

bool function_may_be_described(const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        const struct ShapeCon *con = &shape->cons[i];
        if (con->kind != CON_FUNCTION || (con->func->graph->file && con->func->graph->file->is_library))
            return false;
    }
    return shape->count > 0 && !shape->scalars;
}

/* str or None */
static Shape *doc_shape(Lower *lower) {
    Cell *cell = cell_new(lower->inf, NULL);
    cell_add_con(lower->inf, cell, &inst_plain(lower->inf, class_find_builtin(lower->inf, "str"))->con, NULL, NULL);
    cell_add_scalars(lower->inf, cell, S_NONE, NULL, NULL);
    return cell_shape(lower->inf, cell);
}

static Typed doc_of_one(Lower *lower, Typed receiver, void *data) {
    const struct ShapeCon *con = &receiver.shape->cons[0];
    Shape *result = data;
    if (con->func->is_renamed && func_has_state(con->func))
        return typed(emit_getfield(lower, receiver.value, "doc", shape_type(lower, result)), result);
    if (con->func->is_renamed)
        lower_error(lower, "U0413", "not supported: the docstring of a function that functools.wraps has renamed");
    const char *doc = con->func->graph->doc;
    return doc ? typed(string_value(lower, doc), lower->str_shape)
               : typed(const_void(lower->program), lower->none_shape);
}

Typed function_doc(Lower *lower, Typed receiver, Shape *result) {
    return by_class(lower, receiver, result, doc_of_one, result);
}

/* A wrapper gets the docstring of what it wraps. */
static void describe_one(Lower *lower, Typed receiver, Typed wrapped) {
    if (function_may_be_described(wrapped.shape))
        emit_setfield(lower, receiver.value, "doc", function_doc(lower, wrapped, doc_shape(lower)).value);
    else
        lower_error(lower, "U0413", "not supported: the docstring of a function that wraps this");
}

/* ---- functools.wraps ------------------------------------------------------------------------------------ */

bool function_is_wrapper(Lower *lower, Typed receiver) {
    (void)lower;
    for (int i = 0; i < receiver.shape->count; i++) {
        const struct ShapeCon *con = &receiver.shape->cons[i];
        if (con->kind != CON_FUNCTION || !con->func->is_renamed || !func_has_state(con->func))
            return false;
    }
    return true;
}

static Typed wrapped_by_one(Lower *lower, Typed receiver, void *data) {
    (void)data;
    Shape *shape = cell_shape(lower->inf, receiver.shape->cons[0].func->wrapped);
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), shape);
    return typed(emit_getfield(lower, receiver.value, "wrapped", type), shape);
}

Typed function_wrapped(Lower *lower, Typed receiver, Shape *result) {
    return by_class(lower, receiver, result, wrapped_by_one, NULL);
}

static Typed rename_one(Lower *lower, Typed receiver, void *data) {
    Typed *wrapped = data;
    FuncDef *func = receiver.shape->cons[0].kind == CON_FUNCTION ? receiver.shape->cons[0].func : NULL;
    if (func && func_has_state(func) && is_callable_kind(wrapped->shape)) {
        emit_setfield(lower, receiver.value, "name", callable_name(lower, *wrapped).value);
        emit_setfield(lower, receiver.value, "qualname", function_qualname(lower, *wrapped).value);
        Shape *shape = cell_shape(lower->inf, func->wrapped);
        if (shape_type(lower, shape)->kind != TY_VOID)
            emit_setfield(lower, receiver.value, "wrapped", convert(lower, *wrapped, shape));
        if (func->is_described)
            describe_one(lower, receiver, *wrapped);
    }
    return typed(const_void(lower->program), lower->none_shape);
}

void function_rename(Lower *lower, Typed receiver, Typed wrapped) {
    if (receiver.shape->count)
        by_class(lower, receiver, lower->none_shape, rename_one, &wrapped);
}

static void set_name(Lower *lower, Value *closure, const char *name, const char *qualname) {
    emit_setfield(lower, closure, "name", string_value(lower, name));
    emit_setfield(lower, closure, "qualname", string_value(lower, qualname));
}

/* ---- attributes of the program ---- */

bool function_keeps_attributes(const Shape *shape) {
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind != CON_FUNCTION || !shape->cons[i].func->graph->has_attributes)
            return false;
    return shape->count > 0;
}

static const FuncAttr *attr_of(Lower *lower, Typed function) {
    return func_attr(lower->inf, function.shape->cons[0].func, lower->op->name);
}

static const char *flag_name(Lower *lower) {
    return arena_printf(lower->arena, "has.%s", lower->op->name);
}

Value *function_has_attr(Lower *lower, Typed function) {
    const FuncAttr *attr = attr_of(lower, function);
    if (!attr || cell_is_empty(attr->cell))
        return const_bool(lower->program, false);
    return emit_getfield(lower, function.value, flag_name(lower), ty(lower, TY_BOOL));
}

static Typed attr_of_one(Lower *lower, Typed function, void *data) {
    (void)data;
    Branch branch = emit_branch(lower, function_has_attr(lower, function));
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    raise_unset_of(lower, "function");
    branch_join(lower, &branch, NULL, NULL);
    const FuncAttr *attr = attr_of(lower, function);
    Shape *shape = attr ? cell_shape(lower->inf, attr->cell) : lower->none_shape;
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), shape);
    return typed(emit_getfield(lower, function.value, arena_printf(lower->arena, "attr.%s", attr->name), type), shape);
}

Typed function_attr(Lower *lower, Typed receiver, Shape *result) {
    return by_class(lower, receiver, result, attr_of_one, NULL);
}

static Typed set_attr_of_one(Lower *lower, Typed function, void *data) {
    const FuncAttr *attr = attr_of(lower, function);
    if (attr && !cell_is_empty(attr->cell)) {
        Shape *shape = cell_shape(lower->inf, attr->cell);
        emit_setfield(lower, function.value, flag_name(lower), const_bool(lower->program, true));
        if (shape_type(lower, shape)->kind != TY_VOID)
            emit_setfield(lower, function.value, arena_printf(lower->arena, "attr.%s", attr->name),
                          convert(lower, *(Typed *)data, shape));
    }
    return typed(const_void(lower->program), lower->none_shape);
}

void function_set_attr(Lower *lower, Typed receiver, Typed value) {
    by_class(lower, receiver, lower->none_shape, set_attr_of_one, &value);
}

/* ---- function objects ------------------------------------------------------------------------------------ */

static void store_defaults(Lower *lower, FuncDef *func, Value *closure) {
    for (int i = 0; i < func->default_count + func->kwdefault_count; i++) {
        if (lower->op->args[i]->is_const)
            continue;
        Shape *want = cell_shape(lower->inf, func->defaults[i]);
        if (!closure)
            store_static(lower, static_default(lower, func, i), hl_arg(lower, i));
        else if (shape_type(lower, want)->kind != TY_VOID)
            emit_setfield(lower, closure, arena_printf(lower->arena, "default%d", i),
                          convert(lower, hl_arg(lower, i), want));
    }
}

void lower_make_function(Lower *lower) {
    Shape *shape = value_shape(lower, lower->op->result);
    if (shape->count != 1 || shape->cons[0].kind != CON_FUNCTION)
        return;
    FuncDef *func = lower->node->made->func;
    if (!func_has_state(func)) {
        store_defaults(lower, func, NULL);
        set_result(lower, typed(const_void(lower->program), shape));
        return;
    }
    Value *closure = emit_malloc(lower, con_type(lower, &shape->cons[0]));
    store_defaults(lower, func, func->keeps_defaults ? closure : NULL);
    int first = func->default_count + func->kwdefault_count;
    for (int i = 0; i < func->captured_count; i++) {
        Shape *want = cell_shape(lower->inf, func->captured[i]);
        emit_setfield(lower, closure, arena_printf(lower->arena, "cell%d", i),
                      convert(lower, hl_arg(lower, first + i), want));
    }
    if (func->is_renamed) /* until functools.wraps says otherwise */
        set_name(lower, closure, func->graph->pyname, func_qualname(lower, func));
    if (func->is_renamed && func->is_described && func->graph->doc)
        emit_setfield(lower, closure, "doc", string_value(lower, func->graph->doc));
    set_result(lower, typed(closure, shape));
}

/* ---- of methods ---- */

static Value *closure_in(Lower *lower, ClassDef *home, const char *name, FuncDef *func) {
    StaticVar var = static_class_var(lower, home, name);
    if (!var.data)
        return NULL;
    Value *value = emit_getfield(lower, const_data(lower->program, var.data), var.field, var.type);
    return convert(lower, typed(value, var.shape), single_con_shape(lower, &func->con));
}

Value *named_closure(Lower *lower, ClassDef *def, const char *name, FuncDef *func) {
    ClassDef *home = NULL;
    ClassMember *member = def ? class_lookup(def, intern(lower->inf->names, name), &home) : NULL;
    bool holds = member && cell_find_con(member->cell, CON_FUNCTION) == &func->con;
    return holds && func_has_state(func) ? closure_in(lower, home, member->name, func) : NULL;
}

Value *getter_closure(Lower *lower, FuncDef *getter) {
    FuncDef *first = getter;
    while (first->extended)
        first = first->extended;
    Value *closure = method_closure(lower, first);
    return emit(lower, OP_CAST, shape_type(lower, single_con_shape(lower, &getter->con)), closure, NULL, NULL);
}

Value *method_closure(Lower *lower, FuncDef *func) {
    Value *found = NULL;
    for (int i = 0; func->owner && i < func->owner->member_count; i++) {
        ClassMember *member = &func->owner->members[i];
        if (cell_find_con(member->cell, CON_FUNCTION) != &func->con)
            continue;
        if (found)
            lower_error(lower, "U0418", "not supported: this use of `%s`, a function that is several methods of `%s`",
                        func->graph->pyname, func->owner->name);
        found = found ? found : closure_in(lower, func->owner, member->name, func);
    }
    if (found)
        return found;
    lower_error(lower, "U0418", "not supported: this use of `%s`, a function that another has made, as a method",
                func->graph->pyname);
    return const_null(lower->program, con_type(lower, &single_con_shape(lower, &func->con)->cons[0]));
}
