/* Lowering of names, attributes and functions. */
#include "frontend/lower_internal.h"
#include "frontend/suggest.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

static Value *late_flag(Lower *lower, ClassDef *def) {
    return static_flag_data(lower, arena_printf(lower->arena, "%s:class.%s.<set>", def->full_name, lower->op->name));
}

/* The class's own attribute; before it is first assigned to, the base's. */
static Typed load_class_var(Lower *lower, ClassDef *home) {
    Typed unknown = typed(const_void(lower->program), lower->empty_shape);
    ClassMember *member = class_lookup(home, lower->op->name, NULL);
    if (member->is_in_body)
        return load_static(lower, static_class_var(lower, home, lower->op->name));
    Branch branch = emit_branch(lower, emit_getfield(lower, late_flag(lower, home), "value", ty(lower, TY_BOOL)));
    branch_then(lower, &branch);
    Typed mine = load_static(lower, static_class_var(lower, home, lower->op->name));
    branch_else(lower, &branch, mine.value);
    ClassDef *next = NULL;
    if (super_lookup(home, home, lower->op->name, &next)) {
        unknown = load_class_var(lower, next);
    } else {
        Value *args[2] = {string_value(lower, home->name), string_value(lower, lower->op->name)};
        emit_call(lower, root_graph(lower, "_unset_class_attribute"), args, 2);
    }
    Value *other = convert(lower, unknown, mine.shape);
    return typed(branch_join(lower, &branch, other, mine.value->type), mine.shape);
}

static Typed items_of_class(Lower *lower, Typed receiver, void *data) {
    ClassDef *home = NULL;
    const char *name = intern(lower->inf->names, data);
    class_lookup(receiver.shape->cons[0].def, name, &home);
    return load_static(lower, static_class_var(lower, home, name));
}

Typed class_items(Lower *lower, Typed receiver, const char *name) {
    const Shape *shape = receiver.shape;
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind != CON_CLASS ||
            !class_lookup(shape->cons[i].def, intern(lower->inf->names, name), NULL))
            return receiver;
    if (!shape->count)
        return receiver;
    void *data = (void *)(uintptr_t)name;
    return shape->count == 1
               ? items_of_class(lower, receiver, data)
               : by_class(lower, receiver, cell_shape(lower->inf, lower->node->items), items_of_class, data);
}

static const char *type_name(Lower *lower, const ShapeCon *con) {
    Shape one = {.count = 1, .cons = (ShapeCon *)con};
    return shape_text(lower->inf, shape_with_scalars(lower->inf, &one, 0));
}

/* ---- reading ---------------------------------------------------------------------------------------- */

static Slot *receiver_slot(Typed receiver, Lower *lower, ClassInst **home) {
    ClassInst *inst = shape_base_inst(lower, receiver.shape, NULL);
    *home = inst;
    return inst_find_slot(inst, lower->op->name);
}

/* The class instance along the bases that has the slot itself. */
static ClassInst *inst_of_slot(ClassInst *inst, const Slot *slot) {
    for (; inst; inst = inst->base ? inst_root(inst->base) : NULL)
        if (slot >= inst->slots && slot < inst->slots + inst->slot_count)
            return inst;
    return NULL;
}

static bool all_instances(const Shape *shape) {
    for (int i = 0; i < shape->count; i++)
        if (shape->cons[i].kind != CON_INSTANCE)
            return false;
    return shape->count > 0;
}

static Typed slot_value(Lower *lower, Typed receiver, Slot *slot) {
    Shape *shape = cell_shape(lower->inf, slot->cell);
    Type *type = shape_type(lower, shape);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), shape);
    return typed(emit_getfield(lower, receiver.value, slot->name, type), shape);
}

static Typed class_default(Lower *lower, Typed receiver, Shape *result);

static Typed attr_fallback(Lower *lower, Typed receiver, Shape *result) {
    Typed name = typed(string_value(lower, lower->op->name), lower->str_shape);
    return call_method(lower, ROLE_HELPER, receiver, "__getattr__", &name, 1, result);
}

static void write_slot(Lower *lower, Typed receiver, Typed value);

/* Whether the attribute is a cached_property of the receiver's classes. */
static bool is_cached_property(Lower *lower, const Shape *shape) {
    int cached = 0;
    for (int i = 0; i < shape->count; i++) {
        FuncDef *func = shape->cons[i].def ? class_method(lower->inf, shape->cons[i].def, lower->op->name) : NULL;
        cached += func && func->is_cached;
    }
    if (cached && cached < shape->count)
        lower_error(lower, "U0416",
                    "not supported: `%s` is a cached_property in some of the receiver's classes, but not in all",
                    lower->op->name);
    return cached && cached == shape->count;
}

static Value *compute_cached(Lower *lower, Typed receiver, Shape *shape) {
    Typed value = call_method(lower, ROLE_CALL, receiver, lower->op->name, NULL, 0, shape);
    write_slot(lower, receiver, value);
    return convert(lower, value, shape);
}

void raise_unset_of(Lower *lower, const char *class_name) {
    Graph *graph = root_graph(lower, "_unset_attribute");
    Value *args[2] = {string_value(lower, class_name), string_value(lower, lower->op->name)};
    if (graph)
        emit_call(lower, graph, args, 2);
}

static Typed raise_unset_of_one(Lower *lower, Typed receiver, void *data) {
    (void)data;
    raise_unset_of(lower, receiver.shape->cons[0].def->name);
    return typed(const_void(lower->program), lower->none_shape);
}

static void raise_unset(Lower *lower, Typed receiver) {
    by_class(lower, receiver, lower->none_shape, raise_unset_of_one, NULL);
}

/* No instance attribute: the class's, or AttributeError. */
static Value *value_if_unset(Lower *lower, Typed receiver, Shape *shape) {
    if (is_cached_property(lower, receiver.shape))
        return compute_cached(lower, receiver, shape);
    if (class_lookup(receiver.shape->cons[0].def, lower->op->name, NULL))
        return convert(lower, class_default(lower, receiver, shape), shape);
    if (has_method(lower, receiver, "__getattr__"))
        return convert(lower, attr_fallback(lower, receiver, shape), shape);
    raise_unset(lower, receiver);
    return undefined(lower, shape_type(lower, shape));
}

static Typed read_slot(Lower *lower, Typed receiver, Slot *slot, ClassInst *home) {
    SlotState state = slot_state(lower, home, slot);
    Shape *shape = cell_shape(lower->inf, slot->cell);
    Typed plain = state == SLOT_FLAGGED ? typed(const_void(lower->program), shape) : slot_value(lower, receiver, slot);
    if (state == SLOT_SURE)
        return plain;
    Type *boolean = ty(lower, TY_BOOL);
    Value *is_set = state == SLOT_FLAGGED ? emit_getfield(lower, receiver.value, slot_flag_name(lower, slot), boolean)
                                          : emit(lower, OP_PTR_NONNULL, boolean, plain.value, NULL, NULL);
    Shape *result = value_shape(lower, lower->op->result);
    Branch branch = emit_branch(lower, is_set);
    branch_then(lower, &branch);
    Value *mine = convert(lower, slot_value(lower, receiver, slot), result);
    branch_else(lower, &branch, mine);
    Value *other = value_if_unset(lower, receiver, result);
    return typed(branch_join(lower, &branch, other, shape_type(lower, result)), result);
}

/* The member of the receiver's class, when it is the same for all constructors of the receiver. */
static ClassMember *common_member(Lower *lower, Typed receiver, ClassDef **home) {
    ClassMember *found = NULL;
    for (int i = 0; i < receiver.shape->count; i++) {
        const ShapeCon *con = &receiver.shape->cons[i];
        ClassDef *def = con->kind == CON_TUPLE ? tuple_class(lower->inf, con->count) : con->def;
        ClassMember *member = def ? class_lookup(def, lower->op->name, home) : NULL;
        if (!member || (found && found->cell != member->cell))
            return NULL;
        found = member;
    }
    return found;
}

static bool has_property(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        FuncDef *func = shape->cons[i].def ? class_method(lower->inf, shape->cons[i].def, lower->op->name) : NULL;
        if (func && func->is_property)
            return true;
    }
    return false;
}

/* What a class's attribute gives for an instance, see BINDS. */
static Typed bind_member(Lower *lower, Typed value, Typed receiver) {
    const ShapeCon *con = value.shape->count == 1 ? &value.shape->cons[0] : NULL;
    FuncDef *func = con && con->kind == CON_INSTANCE ? binding_method(lower->inf, con->def) : NULL;
    return func ? call_method_of(lower, ROLE_HELPER, value, func, &receiver) : value;
}

/* A class attribute that differs between the classes of the receiver. */
static Typed member_of_class(Lower *lower, Typed receiver, void *data) {
    const ShapeCon *con = &receiver.shape->cons[0];
    ClassDef *home = NULL;
    (void)data;
    if (class_lookup(con->def, lower->op->name, &home))
        return bind_member(lower, load_class_var(lower, home), receiver);
    bool may_follow = con->def && !con->def->is_library && lower->diags->error_count; /* from what is wrong elsewhere */
    if (!may_follow && !raises_attribute(lower, receiver.shape, lower->op->name))
        lower_error(lower, "T0301", "`%s` has no attribute `%s`", type_name(lower, con), lower->op->name);
    return typed_nothing(lower);
}

static Typed class_default(Lower *lower, Typed receiver, Shape *result) {
    ClassDef *home = NULL;
    if (common_member(lower, receiver, &home))
        return bind_member(lower, load_class_var(lower, home), receiver);
    if (receiver.shape->count == 1)
        return member_of_class(lower, receiver, NULL);
    return by_class(lower, receiver, result, member_of_class, NULL);
}

static FuncDef *attr_method(Lower *lower, const ShapeCon *con) {
    return con->def ? class_method(lower->inf, con->def, lower->op->name) : NULL;
}

static bool has_class_method(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        FuncDef *func = attr_method(lower, &shape->cons[i]);
        if (func && func->is_class_method)
            return true;
    }
    return false;
}

/* A class method of a class or of an instance: what it binds is the class. */
static Typed bind_class_method(Lower *lower, Typed receiver, void *data) {
    Shape *result = data;
    const ShapeCon *con = &receiver.shape->cons[0];
    FuncDef *func = attr_method(lower, con);
    for (int i = 0; i < result->count; i++) {
        const ShapeCon *method = &result->cons[i];
        if (method->kind != CON_METHOD || method->func != func)
            continue;
        Typed class = typed(const_void(lower->program), single_con_shape(lower, &con->def->con));
        return typed(convert(lower, class, method->args[0]), con_shape_alone(lower, method));
    }
    return typed_nothing(lower);
}

static bool any_has_member(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++)
        if (class_lookup(shape->cons[i].def, lower->op->name, NULL))
            return true;
    return false;
}

static Typed instance_attr(Lower *lower, Typed receiver, Shape *result);

/* Of several classes some have the attribute and some do not. */
static bool some_lack_member(Lower *lower, Typed receiver) {
    ClassInst *home;
    if (receiver.shape->count < 2 || !all_instances(receiver.shape) || !any_has_member(lower, receiver.shape))
        return false;
    Slot *slot = receiver_slot(receiver, lower, &home);
    for (int i = 0; i < receiver.shape->count && !(slot && slot->is_set); i++)
        if (!class_lookup(receiver.shape->cons[i].def, lower->op->name, NULL))
            return true;
    return false;
}

static Typed attr_if_there(Lower *lower, Typed receiver, void *data) {
    if (any_has_member(lower, receiver.shape) || has_method(lower, receiver, "__getattr__"))
        return instance_attr(lower, receiver, data);
    raise_unset(lower, receiver);
    return typed_nothing(lower);
}

static Typed instance_attr(Lower *lower, Typed receiver, Shape *result) {
    ClassInst *home;
    if (some_lack_member(lower, receiver))
        return by_class(lower, receiver, result, attr_if_there, result);
    if (has_class_method(lower, receiver.shape))
        return by_class(lower, receiver, result, bind_class_method, result);
    if (has_property(lower, receiver.shape))
        return call_method(lower, ROLE_CALL, receiver, lower->op->name, NULL, 0, result);
    Slot *slot = all_instances(receiver.shape) ? receiver_slot(receiver, lower, &home) : NULL;
    if (slot && slot->is_set)
        return read_slot(lower, receiver, slot, inst_of_slot(home, slot));
    if (all_instances(receiver.shape) && !any_has_member(lower, receiver.shape) &&
        has_method(lower, receiver, "__getattr__"))
        return attr_fallback(lower, receiver, result);
    if (result->count == 1 && result->cons[0].kind == CON_METHOD)
        return typed(convert(lower, receiver, result->cons[0].args[0]), result);
    return class_default(lower, receiver, result);
}

static Typed class_attr(Lower *lower, Typed receiver, Shape *result);

static Typed attr_of_one_class(Lower *lower, Typed receiver, void *data) {
    return class_attr(lower, receiver, data);
}

static Typed class_attr(Lower *lower, Typed receiver, Shape *result) {
    const ShapeCon *con = &receiver.shape->cons[0];
    ClassDef *home = NULL;
    if (has_class_method(lower, receiver.shape))
        return by_class(lower, receiver, result, bind_class_method, result);
    if (receiver.shape->count > 1)
        return by_class(lower, receiver, result, attr_of_one_class, result);
    if (!strcmp(lower->op->name, "__name__"))
        return typed(string_value(lower, con->def->name), lower->str_shape);
    if (!strcmp(lower->op->name, "__qualname__"))
        return typed(string_value(lower, con->def->site->name), lower->str_shape);
    if (!strcmp(lower->op->name, "__module__"))
        return typed(string_value(lower, con->def->is_library ? "builtins" : con->def->module), lower->str_shape);
    if (result->count == 1 && result->cons[0].kind == CON_INTRINSIC)
        return typed(const_void(lower->program), result);
    if (!class_lookup(con->def, lower->op->name, &home)) {
        Suggestion suggestion = suggestion_for(lower->op->name);
        suggest_members(&suggestion, con->def);
        Diagnostic *diag =
            lower_error(lower, "T0301", "class `%s` has no attribute `%s`", con->def->name, lower->op->name);
        if (suggestion.best)
            diag_help(lower->diags, diag, "did you mean `%s`?", suggestion.best);
        return typed_nothing(lower);
    }
    if (result->count == 1 && result->cons[0].kind == CON_METHOD)
        return typed(const_void(lower->program), result);
    return load_class_var(lower, home);
}

static Typed scalar_attr(Lower *lower, Typed receiver, Shape *result) {
    uint32_t scalars = receiver.shape->scalars;
    ClassDef *def = scalars & (scalars - 1) ? NULL : class_of_scalar(lower->inf, scalars);
    FuncDef *func = def ? class_method(lower->inf, def, lower->op->name) : NULL;
    if (func && func->is_property)
        return call_method(lower, ROLE_CALL, receiver, lower->op->name, NULL, 0, result);
    if (result->count == 1 && result->cons[0].kind == CON_METHOD)
        return typed(convert(lower, receiver, result->cons[0].args[0]), result);
    if (!raises_attribute(lower, receiver.shape, lower->op->name))
        lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_text(lower->inf, receiver.shape),
                    lower->op->name);
    return typed_nothing(lower);
}

static Typed class_of_instance(Lower *lower, Typed receiver, void *data) {
    (void)data;
    return typed(const_void(lower->program), single_con_shape(lower, &receiver.shape->cons[0].def->con));
}

static Typed super_attr(Lower *lower, Typed receiver, Shape *result) {
    const ShapeCon *con = &receiver.shape->cons[0];
    Typed self = typed(receiver.value, con->args[0]);
    ClassDef *home = NULL;
    ClassDef *class = con->args[0]->count ? con->args[0]->cons[0].def : NULL;
    ClassMember *member = super_lookup(class, con->def, lower->op->name, &home);
    FuncDef *func = member ? class_method(lower->inf, home, lower->op->name) : NULL;
    if (func && func->is_property)
        return call_fixed_method(lower, ROLE_CALL, self, func, NULL);
    if (result->count == 1 && result->cons[0].kind == CON_INTRINSIC)
        return typed(const_void(lower->program), result);
    if (member && (!func || func->is_static))
        return load_class_var(lower, home);
    if (result->count == 1)
        return typed(convert(lower, self, result->cons[0].args[0]), result);
    lower_error(lower, "T0301", "`super` object has no attribute `%s`", lower->op->name);
    return typed_nothing(lower);
}

/* Code that takes either an object with methods or a function may stand in a branch that is never run. CPython's
 * functions have attributes with such names that there are not here. */
static Typed attr_of_function(Lower *lower, Typed receiver) {
    const char *kind = receiver.shape->cons[0].kind == CON_METHOD ? "method of an object" : "function";
    if (!strncmp(lower->op->name, "__", 2) && strcmp(lower->op->name, "__wrapped__") != 0) {
        lower_error(lower, "U0413", "not supported: the attribute `%s` of a %s", lower->op->name, kind);
        return typed_nothing(lower);
    }
    lower_error(lower, "W0301", "`%s` has no attribute `%s`: this raises AttributeError",
                shape_text(lower->inf, receiver.shape), lower->op->name);
    raise_unset_of(lower, "function");
    return typed_nothing(lower);
}

Typed lower_attr_of(Lower *lower, Typed receiver, Shape *result) {
    if (all_instances(receiver.shape) && !strcmp(lower->op->name, "__class__"))
        return by_class(lower, receiver, result, class_of_instance, NULL);
    if (!receiver.shape->count)
        return receiver.shape->scalars ? scalar_attr(lower, receiver, result) : typed_nothing(lower);
    const ShapeCon *con = &receiver.shape->cons[0];
    switch (con->kind) {
    case CON_INSTANCE:
    case CON_TUPLE:
        return instance_attr(lower, receiver, result);
    case CON_CLASS:
        return class_attr(lower, receiver, result);
    case CON_MODULE:
        return lower_module_attr(lower, con->name);
    case CON_SUPER:
        return super_attr(lower, receiver, result);
    case CON_FUNCTION:
    case CON_METHOD:
        if (!strcmp(lower->op->name, "__name__"))
            return callable_name(lower, receiver);
        if (!strcmp(lower->op->name, "__doc__") && function_may_be_described(receiver.shape))
            return function_doc(lower, receiver, result);
        if (con->kind == CON_METHOD)
            break;
        if (!strcmp(lower->op->name, "__qualname__"))
            return function_qualname(lower, receiver);
        if (!strcmp(lower->op->name, "__wrapped__") && function_is_wrapper(lower, receiver))
            return function_wrapped(lower, receiver, result);
        if (con->func->is_property && result->count == 1 && result->cons[0].kind == CON_INTRINSIC)
            return typed(const_void(lower->program), result);
        if (function_keeps_attributes(receiver.shape))
            return function_attr(lower, receiver, result);
        break;
    case CON_ARRAY:
    case CON_INTRINSIC:
        break;
    }
    bool is_method = con->kind == CON_METHOD && !strncmp(lower->op->name, "__", 2);
    if ((con->kind == CON_FUNCTION || is_method) && receiver.shape->count == 1)
        return attr_of_function(lower, receiver);
    lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_text(lower->inf, receiver.shape), lower->op->name);
    return typed_nothing(lower);
}

void lower_getattr(Lower *lower) {
    Typed receiver = require_not_none(lower, hl_arg(lower, 0), lower->op->name, true);
    set_result(lower, lower_attr_of(lower, receiver, value_shape(lower, lower->op->result)));
}

/* ---- writing ------------------------------------------------------------------------------------------ */

static void write_slot(Lower *lower, Typed receiver, Typed value) {
    ClassInst *home;
    Slot *slot = receiver_slot(receiver, lower, &home);
    if (!slot)
        return;
    Shape *shape = cell_shape(lower->inf, slot->cell);
    if (slot_state(lower, inst_of_slot(home, slot), slot) == SLOT_FLAGGED)
        emit_setfield(lower, receiver.value, slot_flag_name(lower, slot), const_bool(lower->program, true));
    if (shape_type(lower, shape)->kind == TY_VOID)
        return;
    Value *stored = convert(lower, value, shape);
    emit_setfield(lower, receiver.value, slot->name, stored);
}

static void refuse_to_set(Lower *lower, ClassDef *def) {
    bool is_member = class_lookup(def, lower->op->name, NULL) != NULL;
    Graph *graph = root_graph(lower, is_member ? "_read_only_attribute" : "_unset_attribute");
    Value *args[2] = {string_value(lower, def->name), string_value(lower, lower->op->name)};
    if (graph)
        emit_call(lower, graph, args, 2);
}

static void lacks_accessor(Lower *lower, Typed receiver, const char *what) {
    const char *name = lower->op->name, *class = receiver.shape->cons[0].def->name;
    if (!raises_instead(lower, receiver.shape, "AttributeError", "property '%s' of '%s' object has no %s", name, class,
                        what))
        lower_error(lower, "T0303", "property `%s` of `%s` has no %s", name, class, what);
}

/* What a decorator has made below @x.setter is kept beside x, see flow_func.c; NULL: the function has no state. */
static Value *accessor_closure(Lower *lower, ClassDef *def, FuncDef *func, const char *what) {
    if (!func_has_state(func))
        return NULL;
    const char *name = intern(lower->inf->names, arena_printf(lower->arena, "%s.%s", lower->op->name, what));
    ClassDef *home = NULL, *kept = NULL;
    class_lookup(def, lower->op->name, &home);
    class_lookup(def, name, &kept);
    Value *closure = home == kept ? named_closure(lower, def, name, func) : NULL;
    if (!closure)
        lower_error(lower, "U0418", "not supported: this use of `%s`, a function that another has made, as a method",
                    func->graph->pyname);
    return closure;
}

/* Sets a property, or the attribute of a class that has none of this name. */
static Typed set_one(Lower *lower, Typed receiver, void *data) {
    Typed *value = data;
    ClassDef *def = receiver.shape->cons[0].def;
    FuncDef *property = class_property(lower->inf, def, lower->op->name);
    if (!property && !class_has_room(lower->inf, lower->body->graph, def, lower->op->name))
        refuse_to_set(lower, def);
    else if (!property)
        write_slot(lower, receiver, *value);
    else if (!property->setter)
        lacks_accessor(lower, receiver, "setter");
    else
        call_accessor(lower, receiver, property->setter, value,
                      accessor_closure(lower, def, property->setter, "setter"));
    return typed(const_void(lower->program), lower->none_shape);
}

/* Deletes a property, or the attribute of a class that has none of this name. */
static Typed delete_one(Lower *lower, Typed receiver, void *data) {
    (void)data;
    ClassDef *def = receiver.shape->cons[0].def;
    FuncDef *property = class_property(lower->inf, def, lower->op->name);
    if (property && property->deleter)
        call_accessor(lower, receiver, property->deleter, NULL,
                      accessor_closure(lower, def, property->deleter, "deleter"));
    else if (property)
        lacks_accessor(lower, receiver, "deleter");
    return typed(const_void(lower->program), lower->none_shape);
}

static void unset_slot(Lower *lower, Typed receiver) {
    ClassInst *home;
    Slot *slot = receiver_slot(receiver, lower, &home);
    if (!slot || !slot->is_set) {
        lower_error(lower, "T0301", "`%s` has no attribute `%s`", type_name(lower, &receiver.shape->cons[0]),
                    lower->op->name);
        return;
    }
    if (slot_state(lower, inst_of_slot(home, slot), slot) != SLOT_FLAGGED)
        return;
    const char *flag = slot_flag_name(lower, slot);
    Branch branch = emit_branch(lower, emit_getfield(lower, receiver.value, flag, ty(lower, TY_BOOL)));
    branch_then(lower, &branch);
    emit_setfield(lower, receiver.value, flag, const_bool(lower->program, false));
    branch_else(lower, &branch, NULL);
    raise_unset(lower, receiver);
    branch_join(lower, &branch, NULL, NULL);
}

void lower_delattr(Lower *lower) {
    Typed receiver = require_not_none(lower, hl_arg(lower, 0), lower->op->name, true);
    if (typed_is_empty(receiver))
        return;
    if (!all_instances(receiver.shape))
        lower_error(lower, "U0305",
                    "not supported: deleting attribute `%s` of %s, because only instances lose attributes",
                    lower->op->name, shape_text(lower->inf, receiver.shape));
    else if (has_property(lower, receiver.shape))
        by_class(lower, receiver, lower->none_shape, delete_one, NULL);
    else
        unset_slot(lower, receiver);
}

static bool lacks_room(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        const ShapeCon *con = &shape->cons[i];
        if (con->kind == CON_INSTANCE && !class_has_room(lower->inf, lower->body->graph, con->def, lower->op->name))
            return true;
    }
    return false;
}

static Typed set_class_var(Lower *lower, Typed receiver, void *data) {
    ClassDef *def = receiver.shape->cons[0].def;
    ClassMember *member = class_lookup(def, lower->op->name, NULL);
    store_static(lower, static_class_var(lower, def, lower->op->name), *(Typed *)data);
    if (!member->is_in_body)
        emit_setfield(lower, late_flag(lower, def), "value", const_bool(lower->program, true));
    return typed(const_void(lower->program), lower->none_shape);
}

void lower_setattr(Lower *lower) {
    Typed receiver = require_not_none(lower, hl_arg(lower, 0), lower->op->name, true);
    Typed value = hl_arg(lower, 1);
    if (!receiver.shape->count) {
        if (receiver.shape->scalars)
            lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_text(lower->inf, receiver.shape),
                        lower->op->name);
        return;
    }
    const ShapeCon *con = &receiver.shape->cons[0];
    if (con->kind == CON_INSTANCE && (has_property(lower, receiver.shape) || lacks_room(lower, receiver.shape)))
        by_class(lower, receiver, lower->none_shape, set_one, &value);
    else if (con->kind == CON_INSTANCE)
        write_slot(lower, receiver, value);
    else if (con->kind == CON_CLASS)
        by_class(lower, receiver, lower->none_shape, set_class_var, &value);
    else if (con->kind == CON_MODULE)
        lower_set_module_attr(lower, con->name, value);
    else if (function_keeps_attributes(receiver.shape))
        function_set_attr(lower, receiver, value);
    else
        lower_error(lower, "T0301", "`%s` has no attribute `%s`", shape_text(lower->inf, receiver.shape),
                    lower->op->name);
}

void lower_class_set(Lower *lower) {
    Typed target = hl_arg(lower, 0);
    if (target.shape->count == 1 && target.shape->cons[0].kind == CON_CLASS)
        store_static(lower, static_class_var(lower, target.shape->cons[0].def, lower->op->name), hl_arg(lower, 1));
}
