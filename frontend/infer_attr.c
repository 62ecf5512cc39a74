/* Names, functions, attributes and what can be called. */
#include "frontend/infer_internal.h"

#include <string.h>

static Cell *arg(Inference *inf, OpNode *node, int i) {
    return body_cell(inf, node->body, node->op->args[i]);
}

static Cell *result_cell(Inference *inf, OpNode *node) {
    return node->op->result ? body_cell(inf, node->body, node->op->result) : cell_new(inf, node->body);
}

/* ---- names ------------------------------------------------------------------------------------------ */

static void add_intrinsic(Inference *inf, OpNode *node, const char *name) {
    Con *con = made_con(inf, node, CON_INTRINSIC, 0);
    con->name = intern(inf->names, name);
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* Builtins that the compiler itself understands. */
static bool is_compiler_builtin(const char *name) {
    static const char *const names[] = {"property",       "staticmethod", "classmethod",
                                        "NotImplemented", "issubclass",   "callable"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

void infer_load_global(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    if (!strcmp(op->module, "weft.lowlevel") || !strcmp(op->module, "typing") ||
        (!strcmp(op->module, "builtins") && is_compiler_builtin(op->name))) {
        add_intrinsic(inf, node, op->name);
        return;
    }
    Cell *cell = module_var(inf, infer_module(inf, op->module), op->name);
    cell_flow(inf, cell, result_cell(inf, node), &node->node);
}

static bool has_full_signature(const Graph *graph) {
    const Params *params = &graph->params;
    if (!graph->file || !graph->file->is_library || !params->returns || params->has_varargs || params->has_kwargs)
        return false;
    for (int i = 0; i < params->count + params->keyword_only; i++)
        if (!params->annotations[i] && (i > 0 || strcmp(params->names[i], "self")))
            return false;
    return true;
}

static bool is_system_type(const char *annotation) {
    return !annotation || !strcmp(annotation, "int") || !strcmp(annotation, "bool") || !strcmp(annotation, "None");
}

/* With anything else in the signature, of which calls would be analysed, the function would never get a body. */
static void check_system_signature(Inference *inf, OpNode *node) {
    const Params *params = &node->op->graph->params;
    if (!node->op->graph->is_system)
        return;
    bool is_right = is_system_type(params->returns);
    for (int i = 0; i < params->count; i++)
        is_right &= is_system_type(params->annotations[i]);
    if (!is_right)
        infer_error(inf, node, "X0001",
                    "the signature of %s, a function of system code, has other types than int, bool and None: "
                    "parameters that are functions have no annotation",
                    node->op->graph->name);
}

/* A definition that runs once keeps its defaults in static variables. */
static bool keeps_defaults(Inference *inf, const OpNode *node, const FuncDef *func) {
    bool any = false;
    for (int i = 0; i < func->default_count + func->kwdefault_count; i++)
        any |= !node->op->args[i]->is_const;
    if (!any || node->body->func)
        return any;
    const Graph *graph = node->body->graph;
    const GraphInfo *info = graph_info(inf, node->body->graph);
    for (int b = 0; b < graph->block_count; b++) {
        const Block *block = graph->blocks[b];
        int first = info->first_op[block->id];
        if ((int)node->op->index >= first && (int)node->op->index < first + block->op_count)
            return !block_is_unconditional(graph, block);
    }
    return true;
}

static FuncDef *func_new(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    FuncDef *func = arena_alloc(inf->arena, sizeof *func);
    func->graph = op->graph;
    func->con = (Con){.kind = CON_FUNCTION, .func = func, .serial = ++inf->serial};
    func->make = op;
    func->make_body = node->body;
    func->default_count = (int)op->integer;
    func->kwdefault_count = op->name_count;
    func->kwdefault_names = op->names;
    func->captured_count = op->arg_count - func->default_count - func->kwdefault_count;
    func->is_declared = has_full_signature(op->graph);
    func->defaults = arena_alloc(inf->arena, (size_t)(op->arg_count + 1) * sizeof(Cell *));
    for (int i = 0; i < op->arg_count; i++) {
        func->defaults[i] = cell_new(inf, NULL);
        cell_flow(inf, arg(inf, node, i), func->defaults[i], &node->node);
    }
    func->keeps_defaults = keeps_defaults(inf, node, func);
    func->captured = func->defaults + func->default_count + func->kwdefault_count;
    return func;
}

void infer_make_function(Inference *inf, OpNode *node) {
    if (!node->made) {
        check_system_signature(inf, node);
        node->made = &func_new(inf, node)->con;
    }
    cell_add_con(inf, result_cell(inf, node), node->made, &node->node, NULL);
}

/* ---- reading attributes --------------------------------------------------------------------------------- */

/* The class that the attribute's home must be visible from: the common base of the receivers. */
static ClassDef *receivers_base(Cell *receivers) {
    ClassDef *base = NULL;
    receivers = cell_root(receivers);
    for (int i = 0; i < receivers->con_count; i++) {
        Con *con = receivers->cons[i];
        if (con->kind != CON_INSTANCE)
            continue;
        base = base ? class_common_base(base, con->inst->def) : con->inst->def;
    }
    return base;
}

static Slot *visible_slot(Inference *inf, Con *con, ClassDef *base, const char *name) {
    ClassInst *inst = base && !class_is_object(base) ? inst_of_base(con->inst, base) : NULL;
    return inst_slot(inf, inst ? inst : con->inst, name);
}

/* The bound method that this op makes: one for each name, and for each function whose name is fixed. */
static Con *method_con(Inference *inf, OpNode *node, const char *name, FuncDef *func) {
    Cell *result = cell_root(result_cell(inf, node));
    for (int i = 0; i < result->con_count; i++)
        if (result->cons[i]->kind == CON_METHOD && result->cons[i]->name == name && result->cons[i]->func == func)
            return result->cons[i];
    Con *con = con_new(inf, CON_METHOD);
    con->count = 1;
    con->cells = arena_alloc(inf->arena, sizeof *con->cells);
    con->cells[0] = cell_new(inf, node->body);
    con->site_body = node->body;
    con->site = node->op;
    con->name = name;
    con->func = func;
    cell_add_con(inf, result, con, &node->node, NULL);
    return con;
}

/* A class method: its function is known, and its first argument is the class. */
static void class_method_con(Inference *inf, OpNode *node, ClassDef *def, FuncDef *func) {
    const char *home = func->owner ? func->owner->full_name : "";
    const char *name = arena_printf(inf->arena, "class.%s.%s", home, node->op->name);
    Con *method = method_con(inf, node, intern(inf->names, name), func);
    cell_add_con(inf, method->cells[0], &def->con, &node->node, NULL);
}

/* What a cached_property gives becomes the instance's attribute. */
static void cached_value(Inference *inf, OpNode *node, Con *self, FuncDef *func) {
    Actuals none = {0};
    Cell *got = infer_call(inf, node, ROLE_CALL, func, self, 0, &none);
    Slot *slot = visible_slot(inf, self, receivers_base(arg(inf, node, 0)), node->op->name);
    slot->is_set = true;
    cell_flow(inf, got, slot->cell, &node->node);
    cell_flow(inf, slot->cell, result_cell(inf, node), &node->node);
}

/* A library object that binds as a function does: what its method BINDS gives for the instance. */
static bool binds_itself(Inference *inf, OpNode *node, Con *con, Con *self) {
    FuncDef *func = con->kind == CON_INSTANCE && self ? binding_method(inf, con->inst->def) : NULL;
    if (!func)
        return false;
    Cell *object = cell_new(inf, node->body);
    cell_add_con(inf, object, self, &node->node, NULL);
    Actuals actuals = {.cells = &object, .count = 1, .positional = 1};
    cell_flow(inf, infer_call(inf, node, ROLE_HELPER, func, con, 0, &actuals), result_cell(inf, node), &node->node);
    return true;
}

/* A member found on the class of an instance or scalar: functions bind, everything else is the value. */
static void member_value(Inference *inf, OpNode *node, Cell *member, Con *self, uint32_t scalar) {
    cell_use(inf, member, &node->node);
    member = cell_root(member);
    cell_add_scalars(inf, result_cell(inf, node), member->scalars, &node->node, member);
    for (int i = 0; i < member->con_count; i++) {
        Con *con = member->cons[i];
        FuncDef *func = con->kind == CON_FUNCTION ? con->func : NULL;
        if (func && func->is_property) {
            Actuals none = {0};
            cell_flow(inf, infer_call(inf, node, ROLE_CALL, func, self, scalar, &none), result_cell(inf, node),
                      &node->node);
        } else if (func && func->is_cached && self && self->kind == CON_INSTANCE) {
            cached_value(inf, node, self, func);
        } else if (func && func->is_class_method) {
            class_method_con(inf, node, self ? class_of_con(inf, self) : class_of_scalar(inf, scalar), func);
        } else if (func && !func->is_static) {
            Con *method = method_con(inf, node, node->op->name, NULL);
            if (self)
                cell_add_con(inf, method->cells[0], self, &node->node, NULL);
            cell_add_scalars(inf, method->cells[0], scalar, &node->node, NULL);
        } else if (!binds_itself(inf, node, con, self)) {
            cell_add_con(inf, result_cell(inf, node), con, &node->node, member);
        }
    }
}

/* What __getattr__ gives for a name that the instance may not have. */
static void attr_fallback(Inference *inf, OpNode *node, Con *con, FuncDef *fallback) {
    Cell *name = cell_new(inf, node->body);
    cell_add_con(inf, name, &inst_plain(inf, class_find_builtin(inf, "str"))->con, &node->node, NULL);
    Actuals actuals = {.cells = &name, .count = 1, .positional = 1};
    cell_flow(inf, infer_call(inf, node, ROLE_HELPER, fallback, con, 0, &actuals), result_cell(inf, node), &node->node);
}

/* Whether __init__ sets self.name on every way: then __getattr__ is not asked. */
static bool is_set_by_init(Inference *inf, ClassDef *def, const char *name) {
    FuncDef *init = class_method(inf, def, "__init__");
    if (init)
        flow_complete(init->graph);
    for (int b = 0; init && b < init->graph->block_count; b++) {
        const Block *block = init->graph->blocks[b];
        for (int i = 0; i < block->op_count; i++) {
            const Op *op = block->ops[i];
            const char *receiver = op->code == OP_SETATTR && !op->args[0]->is_const ? op->args[0]->name : NULL;
            if (receiver && op->name == name && !strcmp(receiver, init->graph->params.names[0]) &&
                block_is_unconditional(init->graph, block))
                return true;
        }
    }
    return false;
}

static FuncDef *attr_hook(Inference *inf, ClassDef *def, const char *name) {
    FuncDef *hook = def->is_library ? NULL : class_method(inf, def, "__getattr__");
    return hook && !is_set_by_init(inf, def, name) ? hook : NULL;
}

void watch_slot(Inference *inf, ClassDef *def, const char *name, OpNode *node) {
    Use *list = map_get_ptr(&def->slot_watchers, (void *)(uintptr_t)name);
    use_add(inf, &list, &node->node);
    map_set_ptr(inf->arena, &def->slot_watchers, (void *)(uintptr_t)name, list);
}

static void instance_attr(Inference *inf, OpNode *node, Con *con, ClassDef *base) {
    const char *name = node->op->name;
    FuncDef *fallback = attr_hook(inf, con->inst->def, name);
    ClassMember *member = class_lookup(con->inst->def, name, NULL);
    Slot *slot = inst_find_slot(con->inst, name);
    use_add(inf, &con->inst->def->watchers, &node->node);
    if (member)
        member_value(inf, node, member->cell, con, 0);
    if (fallback && !member)
        attr_fallback(inf, node, con, fallback);
    if ((member || fallback) && !slot) {
        watch_slot(inf, con->inst->def, name, node);
        return;
    }
    slot = visible_slot(inf, con, base, name);
    if (!slot->read_at && !fallback && node->op->code == OP_GETATTR)
        slot->read_at = node->op->pos;
    cell_flow(inf, slot->cell, result_cell(inf, node), &node->node);
}

static void add_str(Inference *inf, OpNode *node) {
    ClassDef *def = class_find_builtin(inf, "str");
    if (def)
        cell_add_con(inf, result_cell(inf, node), &inst_plain(inf, def)->con, &node->node, NULL);
}

/* object.__new__, which is nowhere written. */
static void object_new(Inference *inf, OpNode *node) {
    if (strcmp(node->op->name, "__new__") != 0)
        return;
    Con *con = made_con(inf, node, CON_INTRINSIC, 0);
    con->name = intern(inf->names, "bare_object");
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

static void class_attr(Inference *inf, OpNode *node, ClassDef *def) {
    if (!strcmp(node->op->name, "__name__") || !strcmp(node->op->name, "__qualname__") ||
        !strcmp(node->op->name, "__module__")) {
        add_str(inf, node);
        return;
    }
    use_add(inf, &def->watchers, &node->node);
    if (!class_is_complete(def) && !inf->takes_empty) { /* what comes may hide its base's */
        wait_again(inf, node);
        return;
    }
    ClassMember *member = class_lookup(def, node->op->name, NULL);
    if (!member) {
        object_new(inf, node);
        return;
    }
    cell_use(inf, member->cell, &node->node);
    Con *function = cell_find_con(member->cell, CON_FUNCTION);
    if (function && function->func->is_class_method) {
        class_method_con(inf, node, def, function->func);
        return;
    }
    cell_add_all(inf, result_cell(inf, node), member->cell,
                 &node->node); /* no edge: what comes may be a class method */
}

static void super_property(Inference *inf, OpNode *node, Con *con, FuncDef *func) {
    Actuals none = {0};
    Cell *self = con->cells[0];
    cell_use(inf, self, &node->node);
    for (int i = 0; i < cell_root(self)->con_count; i++)
        cell_flow(inf, infer_call(inf, node, ROLE_CALL, func, cell_root(self)->cons[i], 0, &none),
                  result_cell(inf, node), &node->node);
}

/* Methods of classes with several bases are analysed for one class at a time, see infer_context.c. */
static ClassDef *super_receiver(const Con *con) {
    const Cell *self = cell_root(con->cells[0]);
    const Con *first = self->con_count ? self->cons[0] : NULL;
    if (!first)
        return NULL;
    return first->kind == CON_INSTANCE ? first->inst->def : first->kind == CON_CLASS ? first->def : NULL;
}

static void super_attr(Inference *inf, OpNode *node, Con *con) {
    ClassDef *home = NULL;
    cell_use(inf, con->cells[0], &node->node);
    ClassMember *member = super_lookup(super_receiver(con), con->def, node->op->name, &home);
    Con *function = member ? cell_find_con(member->cell, CON_FUNCTION) : NULL;
    if (!function) {
        if (member)
            cell_add_all(inf, result_cell(inf, node), member->cell, &node->node);
        else
            object_new(inf, node);
        return;
    }
    if (function->func->is_cached) {
        infer_error(inf, node, "U0416", "not supported: a cached_property by super()");
        return;
    }
    if (function->func->is_property) {
        super_property(inf, node, con, function->func);
        return;
    }
    if (function->func->is_static) {
        cell_add_con(inf, result_cell(inf, node), function, &node->node, member->cell);
        return;
    }
    const char *name = arena_printf(inf->arena, "super.%s.%s", home->full_name, node->op->name);
    Con *method = method_con(inf, node, intern(inf->names, name), function->func);
    cell_flow(inf, con->cells[0], method->cells[0], &node->node);
}

/* @x.setter, @x.deleter, @x.getter */
static bool is_property_decorator(const char *name) {
    return !strcmp(name, "setter") || !strcmp(name, "deleter");
}

/* @Base.x.setter leaves the property of the base as it is. */
static FuncDef *property_to_extend(Inference *inf, const OpNode *node, FuncDef *getter) {
    const Value *value = node->op->args[0];
    const Op *op = value->is_const ? NULL : graph_info(inf, node->body->graph)->def_op[value->id];
    if (!op || op->code != OP_GETATTR)
        return getter;
    FuncDef *copy = func_copy(inf, getter);
    copy->extended = getter;
    return copy;
}

static void add_property_decorator(Inference *inf, OpNode *node, FuncDef *getter) {
    Con *con = made_con(inf, node, CON_INTRINSIC, 0);
    con->name = intern(inf->names, arena_printf(inf->arena, "property.%s", node->op->name));
    con->func = con->func ? con->func : property_to_extend(inf, node, getter);
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* A docstring, or None. */
static void add_docstring(Inference *inf, OpNode *node, FuncDef *func) {
    if (func->graph->file && func->graph->file->is_library)
        return;
    func->is_described = true;
    add_str(inf, node);
    cell_add_scalars(inf, result_cell(inf, node), S_NONE, &node->node, NULL);
}

static void con_attr(Inference *inf, OpNode *node, Con *con, ClassDef *base) {
    if (con->kind == CON_INSTANCE && !strcmp(node->op->name, "__class__")) {
        cell_add_con(inf, result_cell(inf, node), &con->inst->def->con, &node->node, NULL);
        return;
    }
    switch (con->kind) {
    case CON_INSTANCE:
        instance_attr(inf, node, con, base);
        break;
    case CON_TUPLE: {
        ClassMember *member = class_lookup(class_of_con(inf, con), node->op->name, NULL);
        if (member)
            member_value(inf, node, member->cell, con, 0);
        break;
    }
    case CON_CLASS:
        class_attr(inf, node, con->def);
        break;
    case CON_MODULE:
        if (!strcmp(node->op->name, "__name__"))
            add_str(inf, node);
        else if (program_find_module(inf->program, con->name))
            cell_flow(inf, module_var(inf, infer_module(inf, con->name), node->op->name), result_cell(inf, node),
                      &node->node);
        break;
    case CON_SUPER:
        super_attr(inf, node, con);
        break;
    case CON_FUNCTION:
        if (!strcmp(node->op->name, "__name__") || !strcmp(node->op->name, "__qualname__"))
            add_str(inf, node);
        else if (!strcmp(node->op->name, "__doc__"))
            add_docstring(inf, node, con->func);
        else if (!strcmp(node->op->name, "__wrapped__"))
            cell_flow(inf, func_wrapped(inf, con->func), result_cell(inf, node), &node->node);
        else if (is_property_decorator(node->op->name) && con->func->is_property)
            add_property_decorator(inf, node, con->func);
        else if (func_attr(inf, con->func, node->op->name))
            cell_flow(inf, func_attr(inf, con->func, node->op->name)->cell, result_cell(inf, node), &node->node);
        break;
    case CON_METHOD:
        if (!strcmp(node->op->name, "__name__"))
            add_str(inf, node);
        break;
    case CON_ARRAY:
    case CON_INTRINSIC:
        break;
    }
}

void infer_getattr(Inference *inf, OpNode *node) {
    Cell *receivers = arg(inf, node, 0);
    ClassDef *base = receivers_base(receivers);
    for (int i = 0; i < S_COUNT; i++) {
        uint32_t bit = cell_root(receivers)->scalars & 1u << i;
        ClassDef *def = bit ? class_of_scalar(inf, bit) : NULL;
        ClassMember *member = def ? class_lookup(def, node->op->name, NULL) : NULL;
        if (member)
            member_value(inf, node, member->cell, NULL, bit);
    }
    for (int i = 0; i < cell_root(receivers)->con_count; i++)
        con_attr(inf, node, cell_root(receivers)->cons[i], base);
}

/* ---- writing attributes ------------------------------------------------------------------------------------ */

static void wake_all(Inference *inf, const Use *use) {
    for (; use; use = use->next)
        node_push(inf, use->node);
}

/* Those that found the name in the class only, and those that asked for all attributes. */
static void wake_readers(Inference *inf, const ClassDef *def, const char *name) {
    wake_all(inf, map_get_ptr(&def->slot_watchers, (void *)(uintptr_t)name));
    wake_all(inf, map_get_ptr(&def->slot_watchers, NULL));
}

static void wake_sub_readers(Inference *inf, const ClassDef *def, const char *name) {
    for (int i = 0; i < def->sub_count; i++) {
        wake_readers(inf, def->subs[i], name);
        wake_sub_readers(inf, def->subs[i], name);
    }
}

static void wake_subs(Inference *inf, const ClassDef *def) {
    wake_all(inf, def->watchers);
    for (int i = 0; i < def->sub_count; i++)
        wake_subs(inf, def->subs[i]);
}

static void set_on_instance(Inference *inf, OpNode *node, Con *con, ClassDef *base, Cell *value) {
    bool is_new = !inst_find_slot(con->inst, node->op->name);
    Slot *slot = visible_slot(inf, con, base, node->op->name);
    slot->is_set = true;
    cell_flow(inf, value, slot->cell, &node->node);
    for (const ClassDef *at = is_new ? con->inst->def : NULL; at; at = class_next(con->inst->def, at))
        wake_readers(inf, at, node->op->name);
    if (is_new)
        wake_sub_readers(inf, con->inst->def, node->op->name);
}

/* Until a subclass has its own attribute, reads give the base's. */
static void set_on_class(Inference *inf, OpNode *node, ClassDef *def, Cell *value) {
    bool is_new = !class_member(inf, def, node->op->name, false);
    ClassMember *member = class_member(inf, def, node->op->name, true);
    member->is_assigned = true;
    cell_flow(inf, value, member->cell, &node->node);
    ClassMember *inherited = super_lookup(def, def, node->op->name, NULL);
    use_add(inf, &def->watchers, &node->node);
    if (!member->is_in_body && inherited)
        cell_flow(inf, inherited->cell, member->cell, &node->node);
    if (is_new)
        wake_subs(inf, def);
}

/* A setter or deleter that is not known yet may come: property(get, made()). */
static void call_accessor(Inference *inf, OpNode *node, FuncDef *accessor, Con *self, const Actuals *actuals) {
    if (accessor)
        infer_call(inf, node, ROLE_CALL, accessor, self, 0, actuals);
    else if (!inf->takes_empty)
        wait_again(inf, node);
}

void infer_setattr(Inference *inf, OpNode *node) {
    Cell *receivers = arg(inf, node, 0);
    Cell *value = arg(inf, node, 1);
    ClassDef *base = receivers_base(receivers);
    for (int i = 0; i < cell_root(receivers)->con_count; i++) {
        Con *con = cell_root(receivers)->cons[i];
        FuncDef *property = con->kind == CON_INSTANCE ? class_property(inf, con->inst->def, node->op->name) : NULL;
        if (property) {
            call_accessor(inf, node, property->setter, con, &(Actuals){.cells = &value, .count = 1, .positional = 1});
        } else if (con->kind == CON_INSTANCE) {
            if (class_has_room(inf, node->body->graph, con->inst->def, node->op->name))
                set_on_instance(inf, node, con, base, value);
        } else if (con->kind == CON_CLASS) {
            set_on_class(inf, node, con->def, value);
        } else if (con->kind == CON_FUNCTION && func_attr(inf, con->func, node->op->name)) {
            cell_flow(inf, value, func_attr(inf, con->func, node->op->name)->cell, &node->node);
        } else if (con->kind == CON_MODULE) {
            cell_flow(inf, value, module_var(inf, infer_module(inf, con->name), node->op->name), &node->node);
        }
    }
}

void infer_delattr(Inference *inf, OpNode *node) {
    Cell *receivers = arg(inf, node, 0);
    ClassDef *base = receivers_base(receivers);
    for (int i = 0; i < cell_root(receivers)->con_count; i++) {
        Con *con = cell_root(receivers)->cons[i];
        FuncDef *property = con->kind == CON_INSTANCE ? class_property(inf, con->inst->def, node->op->name) : NULL;
        if (property)
            call_accessor(inf, node, property->deleter, con, &(Actuals){0});
        else if (con->kind == CON_INSTANCE)
            visible_slot(inf, con, base, node->op->name)->is_deleted = true;
    }
}

/* The class in whose body a function stands that is not its method itself, for a decorator took it. */
static ClassDef *class_around(Inference *inf, const FuncDef *func) {
    const char *name = func->graph->name, *dot = strrchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : 0;
    for (int i = 0; i < inf->class_count; i++) {
        const char *full = inf->classes[i]->full_name;
        if (inf->classes[i]->site_body == func->make_body && !strncmp(full, name, length) &&
            (full[length] == '\0' || full[length] == '\''))
            return inf->classes[i];
    }
    return NULL;
}

void infer_super(Inference *inf, OpNode *node) {
    FuncDef *func = node->body->func;
    if (func && !func->owner)
        func->owner = class_around(inf, func);
    if (!func || !func->owner) {
        infer_error(inf, node, "T0205", "super() is used outside a method");
        return;
    }
    if (func->is_static && strcmp(func->graph->pyname, "__new__")) {
        infer_error(inf, node, "T0205", "super() is used in a static method, which has no object");
        return;
    }
    Con *con = made_con(inf, node, CON_SUPER, 1);
    con->def = func->owner;
    cell_flow(inf, arg(inf, node, 0), con->cells[0], &node->node);
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* ---- calling --------------------------------------------------------------------------------------------------- */

static void init_exception(Inference *inf, OpNode *node, ClassDef *def, Con *con, FuncDef *init,
                           const Actuals *actuals) {
    FuncDef *base_init = class_method(inf, class_find_builtin(inf, "BaseException"), "__init__");
    Actuals positional = *actuals;
    positional.count = positional.positional;
    if (base_init && base_init != init && !def->is_library)
        infer_call(inf, node, ROLE_ARGS, base_init, con, 0, &positional);
}

/* The op is analysed again when the class gets the method. */
static FuncDef *watched_method(Inference *inf, OpNode *node, ClassDef *def, const char *name) {
    ClassMember *member = class_lookup(def, intern(inf->names, name), NULL);
    if (member)
        cell_use(inf, member->cell, &node->node);
    else
        use_add(inf, &def->watchers, &node->node);
    return class_method(inf, def, name);
}

/* What the __new__ of a class of the program gave is initialised if it is of the class. */
static void init_made(Inference *inf, OpNode *node, const ClassDef *def, Cell *made, const Actuals *actuals) {
    cell_use(inf, made, &node->node);
    for (int i = 0; i < cell_root(made)->con_count; i++) {
        Con *con = cell_root(made)->cons[i];
        ClassDef *class = con->kind == CON_INSTANCE ? con->inst->def : NULL;
        FuncDef *init = class && class_is_subclass(class, def) ? watched_method(inf, node, class, "__init__") : NULL;
        if (init && !(init->owner && class_is_object(init->owner)))
            infer_call(inf, node, ROLE_INIT, init, con, 0, actuals);
    }
}

Cell *infer_instantiate(Inference *inf, OpNode *node, ClassDef *def, const Actuals *actuals) {
    use_add(inf, &def->watchers, &node->node);
    if (!class_is_complete(def) && !inf->takes_empty) {
        wait_again(inf, node);
        return cell_new(inf, node->body);
    }
    FuncDef *make = watched_method(inf, node, def, "__new__");
    if (!make)
        return infer_new_object(inf, node, def, actuals);
    Cell *made = infer_call(inf, node, ROLE_CALL, make, &def->con, 0, actuals);
    if (graph_is_written(make->graph))
        init_made(inf, node, def, made, actuals);
    return made;
}

void infer_finalizer(Inference *inf, OpNode *node, Con *con) {
    FuncDef *finalizer = watched_method(inf, node, con->inst->def, "__del__");
    if (!finalizer)
        return;
    inf->has_finalizers = true;
    infer_call(inf, node, ROLE_DEL, finalizer, con, 0, &(Actuals){0});
}

Cell *infer_new_object(Inference *inf, OpNode *node, ClassDef *def, const Actuals *actuals) {
    ClassInst *inst = inst_for_site(inf, def, node);
    Cell *result = cell_new(inf, node->body);
    cell_add_con(inf, result, &inst->con, &node->node, NULL);
    use_add(inf, &def->watchers, &node->node);
    infer_finalizer(inf, node, &inst->con);
    FuncDef *init = watched_method(inf, node, def, "__init__");
    if (def->is_exception)
        init_exception(inf, node, def, &inst->con, init, actuals);
    if (init)
        infer_call(inf, node, ROLE_INIT, init, &inst->con, 0, actuals);
    return result;
}

static void call_method_con(Inference *inf, OpNode *node, int role, Con *con, const Actuals *actuals, Cell *result) {
    Cell *self = con->cells[0];
    cell_use(inf, self, &node->node);
    if (!con->func) {
        infer_method(inf, node, role, self, con->name, actuals, result);
        return;
    }
    for (int i = 0; i < cell_root(self)->con_count; i++)
        cell_flow(inf, infer_call(inf, node, role, con->func, cell_root(self)->cons[i], 0, actuals), result,
                  &node->node);
}

FuncDef *func_for_arguments(Inference *inf, FuncDef *func, const char *const *names, int name_count, int positional) {
    static const struct {
        const char *function, *keyword; /* NULL: several arguments */
        const char *variant;
    } rows[] = {{"min", "default", "_min_default"},
                {"max", "default", "_max_default"},
                {"zip", "strict", "_zip_strict"},
                {"min", NULL, "_min_args"},
                {"max", NULL, "_max_args"}};
    for (size_t i = 0; func->graph->is_hidden && i < sizeof rows / sizeof *rows; i++) {
        if (strcmp(func->graph->pyname, rows[i].function) != 0)
            continue;
        bool fits = !rows[i].keyword && positional > 1;
        for (int k = 0; rows[i].keyword && k < name_count; k++)
            fits |= !strcmp(names[k], rows[i].keyword);
        FuncDef *other = fits ? core_function(inf, "builtins", rows[i].variant) : NULL;
        if (other)
            return other;
    }
    return func;
}

static Cell *call_function(Inference *inf, OpNode *node, int role, FuncDef *func, const Actuals *actuals) {
    func = func_for_arguments(inf, func, actuals->names, actuals->count - actuals->positional,
                              actuals->positional + actuals->has_star);
    return infer_call(inf, node, role, func, NULL, 0, actuals);
}

/* @x.setter: the property goes on with it. */
static void extend_property(Inference *inf, OpNode *node, const Con *decorator, const Actuals *actuals, Cell *result) {
    Con *function = actuals->count == 1 ? cell_find_con(actuals->cells[0], CON_FUNCTION) : NULL;
    FuncDef *getter = decorator->func;
    if (!function)
        return;
    if (!strcmp(decorator->name, "property.setter"))
        getter->setter = function->func;
    else
        getter->deleter = function->func;
    cell_add_con(inf, result, &getter->con, &node->node, NULL);
}

static void call_con(Inference *inf, OpNode *node, int role, Con *con, const Actuals *actuals, Cell *result) {
    switch (con->kind) {
    case CON_FUNCTION:
        cell_flow(inf, call_function(inf, node, role, con->func, actuals), result, &node->node);
        break;
    case CON_METHOD:
        call_method_con(inf, node, role, con, actuals, result);
        break;
    case CON_CLASS:
        cell_flow(inf, infer_instantiate(inf, node, con->def, actuals), result, &node->node);
        break;
    case CON_INSTANCE: {
        Cell *self = cell_new(inf, node->body);
        cell_add_con(inf, self, con, &node->node, NULL);
        infer_method(inf, node, role, self, "__call__", actuals, result);
        break;
    }
    case CON_INTRINSIC:
        if (con->func)
            extend_property(inf, node, con, actuals, result);
        else
            infer_intrinsic(inf, node, con->name, actuals, result);
        break;
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_MODULE:
    case CON_SUPER:
        break;
    }
}

void infer_call_cell(Inference *inf, OpNode *node, int role, Cell *callee, const Actuals *actuals, Cell *result) {
    for (int i = 0; i < cell_root(callee)->con_count; i++)
        call_con(inf, node, role, cell_root(callee)->cons[i], actuals, result);
}

/* f(**kwargs): the record's values become arguments of their own. */
static bool spread_record(Inference *inf, OpNode *node, Actuals *actuals) {
    Cell *last = actuals->cells[--actuals->count];
    cell_use(inf, last, &node->node);
    Con *record = keywords_record(last);
    if (!record && !cell_is_empty(last))
        infer_error(
            inf, node, "U0303",
            "not supported: **keywords in a call, because their names are not known; write them: f(a=d[\"a\"])");
    if (!record)
        return false;
    int named = actuals->count - actuals->positional, count = actuals->count + record->count;
    Cell **cells = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *cells);
    const char **names = arena_alloc(inf->arena, (size_t)(named + record->count + 1) * sizeof *names);
    memcpy(cells, actuals->cells, (size_t)actuals->count * sizeof *cells);
    memcpy(names, actuals->names, (size_t)named * sizeof *names);
    memcpy(cells + actuals->count, record->cells, (size_t)record->count * sizeof *cells);
    memcpy(names + named, record->names, (size_t)record->count * sizeof *names);
    actuals->cells = cells;
    actuals->names = names;
    actuals->count = count;
    return true;
}

void infer_call_op(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    int count = op->arg_count - 1;
    Cell **cells = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *cells);
    for (int i = 0; i < count; i++)
        cells[i] = arg(inf, node, i + 1);
    Actuals actuals = {.cells = cells,
                       .count = count,
                       .positional = count - op->name_count - (op->integer & 2) / 2,
                       .names = op->names,
                       .has_star = op->integer & 1};
    if (op->integer & 2 && !spread_record(inf, node, &actuals))
        return;
    infer_call_cell(inf, node, ROLE_CALL, arg(inf, node, 0), &actuals, result_cell(inf, node));
}
