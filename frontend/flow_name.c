/* Names: locals, cells, class variables, module variables, builtins, names of virtual modules. */
#include "frontend/flow_internal.h"

#include <string.h>

static uint32_t variable_of(int slot) {
    return 2 * (uint32_t)slot;
}

static uint32_t flag_of(int slot) {
    return 2 * (uint32_t)slot + 1;
}

static const ScopeTable *scopes(const Builder *b) {
    return b->module->scopes;
}

static bool in_builtins(const Builder *b) {
    return !strcmp(b->module->module->name, "builtins");
}

/* The symbol whose bindings decide what the name means: a local one, the module's, or NULL. */
static const Symbol *origin_of(const Builder *b, const char *name) {
    const Symbol *symbol = scope_find(scopes(b), b->scope, name);
    if (symbol && symbol->definer)
        return symbol->definer;
    return map_get_ptr(&scopes(b)->module->symbols, scope_mangle(scopes(b), b->scope, name));
}

/* ---- virtual modules ---- */

static bool virtual_attribute(Builder *b, const Ast *node, const char **module, const char **name) {
    if (!flow_virtual(b, node->a, module, name) || *name)
        return false;
    if (!strcmp(*module, "weft") && !strcmp(node->name, "lowlevel"))
        *module = "weft.lowlevel";
    else
        *name = node->name;
    return true;
}

bool flow_virtual(Builder *b, const Ast *node, const char **module, const char **name) {
    if (node->kind == AST_ATTRIBUTE)
        return virtual_attribute(b, node, module, name);
    if (node->kind != AST_NAME)
        return false;
    const Symbol *origin = origin_of(b, node->name);
    if (!origin || !scope_is_alias(origin))
        return false;
    *module = origin->alias_module;
    *name = origin->alias_name;
    return true;
}

/* ---- module variables and builtins ---- */

static bool in_loop(const Builder *b) {
    for (const Context *at = b->context; at; at = at->outer)
        if (at->kind == CONTEXT_LOOP)
            return true;
    return false;
}

/* A module variable that hides a builtin is still the builtin where module-level code has not bound it yet. */
static bool not_yet_hidden(Builder *b, const char *name) {
    if (b->owner->kind != SCOPE_MODULE || map_get_ptr(&b->module->stored, name) || in_loop(b))
        return false;
    const FlowModule *builtins = flow_find_module(b->flow, "builtins");
    return builtins && builtins != b->module && scope_module_binds(builtins->scopes, name);
}

static bool means_builtin(Builder *b, const char *name) {
    return !scope_module_binds(scopes(b), name) || not_yet_hidden(b, name);
}

const char *flow_builtin_name(Builder *b, const Ast *node) {
    if (node->kind != AST_NAME)
        return NULL;
    if (node->text)
        return strcmp(node->text, "builtins") ? NULL : node->name;
    const Symbol *symbol = scope_find(scopes(b), b->scope, node->name);
    if (!symbol || (symbol->definer && symbol->definer->scope->kind != SCOPE_CLASS))
        return NULL;
    if (symbol->definer && !node->flag)
        return NULL;
    return in_builtins(b) || means_builtin(b, node->name) ? node->name : NULL;
}

static Value *module_attribute(Builder *b, const Ast *node, const char *name) {
    static const char *const unsupported[] = {"__file__", "__builtins__", "__spec__",        "__loader__",
                                              "__path__", "__package__",  "__annotations__", "__cached__"};
    if (!strcmp(name, "__name__"))
        return flow_text(b, b->module->module->name);
    if (!strcmp(name, "__debug__"))
        return b->flow->yes;
    if (!strcmp(name, "__doc__"))
        return flow_docstring(b, &b->module->source->tree->list);
    for (size_t i = 0; i < sizeof unsupported / sizeof unsupported[0]; i++)
        if (!strcmp(name, unsupported[i])) {
            flow_unsupported(b, "U0110", node, "attributes of the running module",
                             "a compiled program has no module files", "use a constant of your own");
            return b->flow->undefined;
        }
    return NULL;
}

static Value *read_global(Builder *b, const Ast *node, const char *name) {
    if (!means_builtin(b, name))
        return flow_load_global(b, flow_pos(b, node), name, b->module->module->name);
    Value *value = module_attribute(b, node, name);
    return value ? value : flow_load_global(b, flow_pos(b, node), name, "builtins");
}

static void store_global(Builder *b, const Pos *pos, const char *name, Value *value) {
    Op *op = flow_emit(b, OP_STORE_GLOBAL, pos, &value, 1);
    op->name = name;
    op->module = b->module->module->name;
    if (b->owner->kind == SCOPE_MODULE)
        map_set_ptr(b->program->arena, &b->module->stored, name, b->module);
}

static void delete_global(Builder *b, const Pos *pos, const char *name) {
    Op *op = flow_emit(b, OP_DEL_GLOBAL, pos, NULL, 0);
    op->name = name;
    op->module = b->module->module->name;
}

/* ---- locals ---- */

static bool keeps_variables(const Builder *b) {
    return b->flow->watches_objects && !b->module->source->is_library;
}

void flow_set_variable(Builder *b, const Pos *pos, int slot, Value *value) {
    if (keeps_variables(b))
        flow_emit(b, OP_SET_VARIABLE, pos, &value, value != NULL)->integer = slot;
}

void flow_end_variables(Builder *b, const Pos *pos) {
    if (keeps_variables(b))
        flow_emit(b, OP_END_VARIABLES, pos, NULL, 0);
}

static void check_bound(Builder *b, const Ast *node, int slot, const char *name) {
    Value *flag = ssi_read(b, flag_of(slot));
    flow_named(b, OP_CHECK_BOUND, flow_pos(b, node), name, &flag, 1);
    ssi_write(b, flag_of(slot), b->flow->yes);
}

static void write_local(Builder *b, const Pos *pos, int slot, Value *value, bool is_bound) {
    ssi_write(b, variable_of(slot), value);
    if (b->needs_flag[slot])
        ssi_write(b, flag_of(slot), is_bound ? b->flow->yes : b->flow->no);
    if (b->owner->slots[slot]->scope->kind != SCOPE_COMPREHENSION)
        flow_set_variable(b, pos, slot, is_bound ? value : NULL);
}

/* A name of a class body that may not be bound there yet: else the module's. */
static Value *read_class_variable(Builder *b, const Ast *node, int slot, const char *name) {
    if (!node->flag)
        return ssi_read(b, variable_of(slot));
    Value *flag = ssi_read(b, flag_of(slot));
    if (flag->is_const && flag->constant.kind == CONST_BOOL)
        return flag->constant.boolean ? ssi_read(b, variable_of(slot)) : read_global(b, node, name);
    uint32_t result = ssi_variable(b, name);
    Block *end = ssi_block(b);
    Outcome outcome = flow_truth(b, flag, flow_pos(b, node));
    flow_merge(b, outcome.yes);
    ssi_write(b, result, ssi_read(b, variable_of(slot)));
    ssi_jump(b, end);
    flow_merge(b, outcome.no);
    ssi_write(b, result, read_global(b, node, name));
    ssi_jump(b, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}

Value *flow_cell(Builder *b, const Symbol *definer) {
    return ssi_read(b, variable_of(scope_slot(b->owner, definer)));
}

static Value *read_variable(Builder *b, const Ast *node, Symbol *definer) {
    int slot = scope_slot(b->owner, definer);
    if (definer->is_captured)
        return flow_cell_get(b, flow_pos(b, node), definer);
    if (definer->scope->kind == SCOPE_CLASS)
        return read_class_variable(b, node, slot, definer->name);
    if (node->flag)
        check_bound(b, node, slot, definer->name);
    Value *value = ssi_read(b, variable_of(slot));
    if (!value->is_const && !value->pos)
        value->pos = flow_pos(b, node);
    return value;
}

static Value *read_virtual(Builder *b, const Ast *node, const char *module, const char *name) {
    if (name)
        return flow_load_global(b, flow_pos(b, node), name, module);
    flow_unsupported(b, "U0111", node, "this module as a value", "it has no code of its own at run time",
                     "use the names in it");
    return b->flow->undefined;
}

/* The innermost except clause around that binds the module variable: each clause has a value of its own class in it. */
static Context *clause_binding(Builder *b, const char *name) {
    for (Context *context = b->owner->kind == SCOPE_MODULE ? b->context : NULL; context; context = context->outer)
        if (context->kind == CONTEXT_NAME && context->node->name == name)
            return context->has_copy ? context : NULL;
    return NULL;
}

Value *flow_read_name(Builder *b, const Ast *node) {
    if (node->text)
        return flow_load_global(b, flow_pos(b, node), node->name, node->text);
    const char *module, *name;
    if (flow_virtual(b, node, &module, &name))
        return read_virtual(b, node, module, name);
    const Symbol *symbol = scope_find(scopes(b), b->scope, node->name);
    if (symbol && symbol->definer)
        return read_variable(b, node, symbol->definer);
    const Context *clause = clause_binding(b, node->name);
    if (clause)
        return ssi_read(b, clause->copy);
    return read_global(b, node, scope_mangle(scopes(b), b->scope, node->name));
}

/* `del` of the name stands in the class body itself: then the name is a variable of that body and no attribute. */
static bool is_class_temporary(const Symbol *symbol) {
    const AstList *body = &symbol->scope->node->list;
    for (int i = 0; symbol->is_deleted && i < body->count; i++)
        for (int k = 0; body->items[i]->kind == AST_DELETE && k < body->items[i]->list.count; k++) {
            const Ast *target = body->items[i]->list.items[k];
            if (target->kind == AST_NAME && !strcmp(target->name, symbol->name))
                return true;
        }
    return false;
}

static void set_class_name(Builder *b, const Pos *pos, const Symbol *symbol, Value *value) {
    if (map_find(&b->deleted, (uint64_t)(uintptr_t)symbol))
        flow_unsupported(b, "U0112", symbol->node, "binding a name in a class body after its `del`",
                         "a class's attributes are known statically", "use another name");
    else if (!is_class_temporary(symbol))
        flow_named(b, OP_CLASS_SET, pos, symbol->name, (Value *[]){b->class_value, value}, 2);
}

void flow_write_name(Builder *b, const Pos *pos, const char *name, Value *value) {
    const Symbol *symbol = scope_find(scopes(b), b->scope, name);
    Symbol *definer = symbol->definer;
    const Symbol *origin = origin_of(b, name);
    if (origin)
        flow_note_variable(b, origin, value);
    if (!definer) {
        Context *clause = clause_binding(b, name);
        store_global(b, pos, symbol->name, value);
        if (clause)
            ssi_write(b, clause->copy, value);
    } else if (definer->is_captured) {
        flow_cell_set(b, pos, definer, flow_cell(b, definer), value);
    } else {
        write_local(b, pos, scope_slot(b->owner, definer), value, true);
        if (definer->scope->kind == SCOPE_CLASS)
            set_class_name(b, pos, definer, value);
    }
}

void flow_delete_name(Builder *b, const Ast *node) {
    const Symbol *symbol = scope_find(scopes(b), b->scope, node->name);
    Symbol *definer = symbol->definer;
    if (!definer) {
        Context *clause = clause_binding(b, node->name);
        delete_global(b, flow_pos(b, node), symbol->name);
        if (clause)
            clause->has_copy = false;
    } else if (definer->is_captured) {
        flow_cell_get(b, flow_pos(b, node), definer);
        flow_cell_unbind(b, flow_pos(b, node), definer);
    } else if (definer->scope->kind == SCOPE_CLASS && !is_class_temporary(definer)) {
        flow_unsupported(b, "U0112", node, "`del` of a name under a condition in a class body",
                         "a class's attributes are known statically",
                         "leave the name out, or let it start with an underscore");
    } else {
        int slot = scope_slot(b->owner, definer);
        if (definer->scope->kind == SCOPE_CLASS)
            *map_put(b->scratch, &b->deleted, (uint64_t)(uintptr_t)definer) = 1;
        if (node->flag)
            check_bound(b, node, slot, definer->name);
        write_local(b, flow_pos(b, node), slot, b->flow->undefined, false);
    }
}

void flow_unbind_name(Builder *b, const Pos *pos, const char *name) {
    const Symbol *symbol = scope_find(scopes(b), b->scope, name);
    Symbol *definer = symbol->definer;
    if (!definer) {
        Context *clause = clause_binding(b, name);
        if (clause)
            clause->has_copy = false;
        store_global(b, pos, symbol->name, b->flow->none);
        delete_global(b, pos, symbol->name);
    } else if (definer->is_captured) {
        flow_cell_unbind(b, pos, definer);
    } else {
        write_local(b, pos, scope_slot(b->owner, definer), b->flow->undefined, false);
    }
}

void flow_make_cells(Builder *b, const Scope *scope, const Pos *pos) {
    for (int i = 0; i < scope->count; i++) {
        Symbol *symbol = scope->list[i];
        if (!scope_is_local(symbol) || !symbol->is_captured)
            continue;
        Value *cell = flow_cell_new(b, pos, symbol);
        if (symbol->is_param)
            flow_cell_set(b, pos, symbol, cell, flow_cell(b, symbol));
        ssi_write(b, variable_of(symbol->slot), cell);
        flow_set_variable(b, pos, symbol->slot, cell);
    }
}
