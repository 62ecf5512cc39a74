/* Module variables and imports. A module's variables are static memory; its body runs at the first import. */
#include "frontend/lower_internal.h"

#include <string.h>

/* ---- variables that a read may find unbound: with a flag beside them ---- */

static Value *bound_flag(Lower *lower, const char *module, const char *name) {
    if (!module_var_needs_check(lower->inf, module, name))
        return NULL;
    return static_flag_data(lower, arena_printf(lower->arena, "%s.%s.<bound>", module, name));
}

/* Set once the module's body has run to its end. */
static Value *done_flag(Lower *lower, const char *module) {
    return static_flag_data(lower, arena_printf(lower->arena, "%s.<done>", module));
}

static Value *flag_value(Lower *lower, Value *flag) {
    return emit_getfield(lower, flag, "value", ty(lower, TY_BOOL));
}

/* Calls what raises the exception: `m.x`, `from m import x`, or x itself. */
static void emit_unbound(Lower *lower, const char *module, const char *name) {
    bool is_attr = lower->op->code == OP_GETATTR, is_own = !strcmp(module, lower->body->graph->file->module);
    if (!is_attr && is_own) {
        Value *text = string_value(lower, name);
        emit_call(lower, root_graph(lower, "_unbound_global"), &text, 1);
        return;
    }
    const Module *found = program_find_module(lower->program, module);
    Value *args[] = {string_value(lower, module), string_value(lower, name),
                     flag_value(lower, done_flag(lower, module)), string_value(lower, found->file->path)};
    emit_call(lower, root_graph(lower, is_attr ? "_unset_module_attribute" : "_unbound_import"), args, is_attr ? 3 : 4);
}

static void check_bound(Lower *lower, const char *module, const char *name) {
    Value *flag = bound_flag(lower, module, name);
    if (!flag || !root_graph(lower, "_unbound_global"))
        return;
    Branch branch = emit_branch(lower, flag_value(lower, flag));
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    emit_unbound(lower, module, name);
    emit_unreachable(lower);
    branch_join(lower, &branch, NULL, NULL);
}

static void set_bound(Lower *lower, const char *module, const char *name, bool bound) {
    Value *flag = bound_flag(lower, module, name);
    if (flag)
        emit_setfield(lower, flag, "value", const_bool(lower->program, bound));
}

/* ---- reading and writing ---- */

Typed lower_module_attr(Lower *lower, const char *module) {
    if (!strcmp(lower->op->name, "__name__"))
        return typed(string_value(lower, module), lower->str_shape);
    if (!program_find_module(lower->program, module))
        return typed_nothing(lower);
    check_bound(lower, module, lower->op->name);
    Typed value = load_static(lower, static_module_var(lower, module, lower->op->name));
    if (!value.shape->scalars && !value.shape->count)
        lower_error(lower, "T0302", "module `%s` has no attribute `%s`", module, lower->op->name);
    return value;
}

void lower_set_module_attr(Lower *lower, const char *module, Typed value) {
    store_static(lower, static_module_var(lower, module, lower->op->name), value);
    set_bound(lower, module, lower->op->name, true);
}

static bool is_virtual_module(Lower *lower, const char *module) {
    return !strcmp(module, "weft.lowlevel") || !strcmp(module, "typing") ||
           !program_find_module(lower->program, module);
}

static void load_global(Lower *lower, const Op *op) {
    Shape *shape = value_shape(lower, op->result);
    bool is_intrinsic = shape->count == 1 && shape->cons[0].kind == CON_INTRINSIC;
    if (is_virtual_module(lower, op->module) || is_intrinsic) {
        set_result(lower, typed(const_void(lower->program), shape));
        return;
    }
    bool is_stored = map_find(&infer_module(lower->inf, op->module)->stored, (uint64_t)(uintptr_t)op->name);
    if (!is_stored && lower->graph->is_hidden) /* in the program's own code inference has seen it */
        lower_error(lower, "N0101", "name `%s` is never bound", op->name);
    if (!is_stored && !shape->count && !shape->scalars &&
        raises_instead(lower, NULL, "NameError", "name '%s' is not defined", op->name))
        return;
    check_bound(lower, op->module, op->name);
    set_result(lower, load_static(lower, static_module_var(lower, op->module, op->name)));
}

void lower_global(Lower *lower) {
    const Op *op = lower->op;
    if (op->code == OP_STORE_GLOBAL) {
        store_static(lower, static_module_var(lower, op->module, op->name), hl_arg(lower, 0));
        set_bound(lower, op->module, op->name, true);
    } else if (op->code == OP_DEL_GLOBAL) {
        check_bound(lower, op->module, op->name);
        set_bound(lower, op->module, op->name, false);
    } else {
        load_global(lower, op);
    }
}

/* A module's body runs at the first import: a graph that tests and sets a flag. */
static Graph *import_graph(Lower *lower, const char *module, Body *body) {
    const char *name = intern(lower->inf->names, arena_printf(lower->arena, "%s.<import>", module));
    Graph *graph = program_find_graph(lower->program, name);
    if (graph)
        return graph;
    graph = program_add_graph(lower->program, name);
    graph->type = type_func(lower->types, ty(lower, TY_VOID), NULL, 0);
    graph->params.count = -1;
    graph->is_hidden = true;
    graph->is_system = body->graph->is_system;
    graph->file = body->graph->file;
    graph->pyname = "<import>";
    block_add_input(graph->return_block, ty(lower, TY_VOID), NULL);
    block_add_input(graph->except_block, type_ptr(lower->types, lower->program->exception_base), NULL);
    Graph *outer = lower->graph;
    Part *outer_part = lower->part;
    bool outer_handler = lower->under_handler;
    lower->graph = graph;
    lower->under_handler = false;
    lower->part = part_new(lower, graph->start);
    Value *flag = static_flag_data(lower, arena_printf(lower->arena, "%s.<imported>", module));
    Branch branch = emit_branch(lower, emit_getfield(lower, flag, "value", ty(lower, TY_BOOL)));
    branch_then(lower, &branch);
    branch_else(lower, &branch, NULL);
    emit_setfield(lower, flag, "value", const_bool(lower->program, true));
    emit_call(lower, body_graph(lower, body), NULL, 0);
    if (module_needs_checks(lower->inf, module))
        emit_setfield(lower, done_flag(lower, module), "value", const_bool(lower->program, true));
    branch_join(lower, &branch, NULL, NULL);
    Value *result = const_void(lower->program);
    emit_jump(lower, graph->return_block, &result, 1);
    lower->graph = outer;
    lower->part = outer_part;
    lower->under_handler = outer_handler;
    graph_renumber(graph);
    return graph;
}

void lower_import(Lower *lower, const char *module) {
    Body *body = infer_module(lower->inf, module)->body;
    if (body)
        emit_call(lower, import_graph(lower, module, body), NULL, 0);
}
