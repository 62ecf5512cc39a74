/* Flow-graph construction as a whole: modules, then all their graphs. */
#include "frontend/flow_internal.h"

#include <string.h>

Flow *flow_new(Program *program, ModuleLoader *loader) {
    Flow *flow = arena_alloc(program->arena, sizeof *flow);
    Type *py = type_simple(program->types, TY_PY);
    *flow = (Flow){.program = program, .arena = program->arena, .loader = loader, .py = py};
    flow->none = const_new(program, py, (Const){.kind = CONST_NONE});
    flow->yes = const_new(program, py, (Const){.kind = CONST_BOOL, .boolean = true});
    flow->no = const_new(program, py, (Const){.kind = CONST_BOOL, .boolean = false});
    flow->undefined = const_new(program, py, (Const){.kind = CONST_UNDEFINED});
    return flow;
}

/* Whether the module says `name = True` at its top level. */
static bool declares(const Ast *tree, const char *name) {
    for (int i = 0; i < tree->list.count; i++) {
        const Ast *node = tree->list.items[i];
        if (node->kind == AST_ASSIGN && node->a->kind == AST_TRUE && node->list.items[0]->kind == AST_NAME &&
            !strcmp(node->list.items[0]->name, name))
            return true;
    }
    return false;
}

/* from typing import NamedTuple, …: that name has source, in a module of its own. */
static void redirect_import(Flow *flow, AstList *list, int at) {
    Ast *node = list->items[at];
    for (int i = 0; i < node->list.count; i++) {
        if (strcmp(node->list.items[i]->name, "NamedTuple") != 0)
            continue;
        Ast *other = arena_alloc(flow->arena, sizeof *other);
        *other = *node;
        other->name = intern(flow->program->names, "weft.core.namedtuple");
        other->list = (AstList){.count = 1, .capacity = 1};
        other->list.items = arena_alloc(flow->arena, sizeof(Ast *));
        other->list.items[0] = node->list.items[i];
        memmove(&node->list.items[i], &node->list.items[i + 1], (size_t)(node->list.count - i - 1) * sizeof(Ast *));
        node->list.count--;
        list->items = arena_grow(flow->arena, list->items, list->count, &list->capacity, sizeof(Ast *));
        memmove(&list->items[at + 1], &list->items[at], (size_t)(list->count - at) * sizeof(Ast *));
        list->items[at] = other;
        list->count++;
        return;
    }
}

static void redirect_imports(Flow *flow, AstList *list) {
    for (int i = 0; i < list->count; i++) {
        const Ast *node = list->items[i];
        if (node->kind == AST_IMPORT_FROM && !node->integer && node->name && !strcmp(node->name, "typing"))
            redirect_import(flow, list, i);
    }
}

FlowModule *flow_add_module(Flow *flow, const ModuleSource *source) {
    Program *program = flow->program;
    FlowModule *module = arena_alloc(flow->arena, sizeof *module);
    module->flow = flow;
    module->source = source;
    module->module = program_add_module(program, source->name, source->file);
    module->module->is_wrapping = source->is_library && declares(source->tree, "__wrapping__");
    module->module->is_system = source->is_library && declares(source->tree, "__system__");
    redirect_imports(flow, &source->tree->list);
    module->scopes = scope_scan(flow->arena, program->names, source->file, program->diags, source->tree);
    flow->modules = arena_grow(flow->arena, flow->modules, flow->count, &flow->capacity, sizeof *flow->modules);
    flow->modules[flow->count++] = module;
    map_set_ptr(flow->arena, &flow->by_name, module->module->name, module);
    return module;
}

void flow_note_import(FlowModule *module, const char *name) {
    *map_put(module->flow->arena, &module->imports, (uint64_t)(uintptr_t)name) = 1;
}

FlowModule *flow_find_module(const Flow *flow, const char *name) {
    return map_get_ptr(&flow->by_name, intern(flow->program->names, name));
}

int flow_module_count(const Flow *flow) {
    return flow->count;
}

FlowModule *flow_module(const Flow *flow, int index) {
    return flow->modules[index];
}

ScopeTable *flow_scopes(const FlowModule *module) {
    return module->scopes;
}

const ModuleSource *flow_source_of(const FlowModule *module) {
    return module->source;
}

/* ---- public names ---- */

/* The value of a top-level `__all__ = [..]` of strings, or NULL. */
static const Ast *literal_all(const Ast *tree) {
    for (int i = 0; i < tree->list.count; i++) {
        const Ast *node = tree->list.items[i];
        if (node->kind == AST_ASSIGN && node->list.items[0]->kind == AST_NAME &&
            !strcmp(node->list.items[0]->name, "__all__") && (node->a->kind == AST_LIST || node->a->kind == AST_TUPLE))
            return node->a;
    }
    return NULL;
}

const char **flow_public_names(const FlowModule *module, int *count) {
    const Ast *all = literal_all(module->source->tree);
    const Scope *scope = module->scopes->module;
    int most = all ? all->list.count : scope->count;
    const char **names = arena_alloc(module->flow->arena, (size_t)most * sizeof *names);
    *count = 0;
    for (int i = 0; all && i < most; i++)
        if (all->list.items[i]->kind == AST_STR)
            names[(*count)++] = intern(module->flow->program->names, all->list.items[i]->text);
    for (int i = 0; !all && i < most; i++)
        if (scope->list[i]->is_bound && scope->list[i]->name[0] != '_')
            names[(*count)++] = scope->list[i]->name;
    return names;
}

/* ---- private variables ---- */

static void add_importer(FlowModule *module, FlowModule *importer) {
    for (int i = 0; i < module->flow->count; i++) {
        FlowModule *other = module->flow->modules[i];
        bool is_last = other->importer_count && other->importers[other->importer_count - 1] == importer;
        if (other->source->is_library || is_last ||
            !map_find(&module->imports, (uint64_t)(uintptr_t)other->module->name))
            continue;
        other->importers = arena_grow(module->flow->arena, other->importers, other->importer_count,
                                      &other->importer_capacity, sizeof importer);
        other->importers[other->importer_count++] = importer;
        add_importer(other, importer);
    }
}

/* Whether a module's import statements name it. */
static bool imports_name(const ScopeTable *scopes, const char *name) {
    for (int i = 0; i < scopes->import_count; i++) {
        const AstList *list = &scopes->imports[i]->list;
        for (int k = 0; scopes->imports[i]->kind == AST_IMPORT_FROM && k < list->count; k++)
            if (list->items[k]->name == name || !strcmp(list->items[k]->name, "*"))
                return true;
    }
    return false;
}

/* Whether the module's own code mentions a function that takes the names of attributes as text. */
static bool names_attributes(const FlowModule *module) {
    static const char *const functions[] = {"getattr", "setattr", "hasattr", "delattr"};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (map_find(&module->scopes->mentioned,
                     (uint64_t)(uintptr_t)intern(module->flow->program->names, functions[i])))
            return true;
    return false;
}

/* A builtin, or what another module may mean by a name. */
static bool is_public(void *data, const char *name) {
    const FlowModule *module = data, *builtins = flow_find_module(module->flow, "builtins");
    if (!builtins || scope_module_binds(builtins->scopes, name))
        return true;
    for (int i = 0; i < module->importer_count; i++) {
        const ScopeTable *scopes = module->importers[i]->scopes;
        if (map_find(&scopes->attributes, (uint64_t)(uintptr_t)name) || imports_name(scopes, name) ||
            names_attributes(module->importers[i]))
            return true;
    }
    return false;
}

/* They have no stores that diagnostics could suggest them by. */
static void list_locals(FlowModule *module) {
    const Scope *scope = module->scopes->module;
    Module *listed = module->module;
    listed->locals = arena_alloc(module->flow->arena, (size_t)(scope->count + 1) * sizeof *listed->locals);
    for (int i = 0; i < scope->count; i++)
        if (scope_is_local(scope->list[i]))
            listed->locals[listed->local_count++] = scope->list[i]->name;
}

static void hide_variables(Flow *flow) {
    for (int i = 0; i < flow->count; i++)
        if (!flow->modules[i]->source->is_library)
            add_importer(flow->modules[i], flow->modules[i]);
    for (int i = 0; i < flow->count; i++) {
        if (flow->modules[i]->source->is_library)
            continue;
        scope_hide(flow->modules[i]->scopes, is_public, flow->modules[i]);
        list_locals(flow->modules[i]);
    }
}

/* ---- building ---- */

void flow_complete_all(const Program *program, int first) {
    for (int i = first; i < program->graph_count; i++) /* there will be more */
        flow_complete(program->graphs[i]);
}

static void build_module(FlowModule *module) {
    Scope *scope = module->scopes->module;
    Graph *graph = flow_new_graph(module, scope, "<module>");
    Pos *pos = arena_alloc(module->flow->arena, sizeof *pos);
    *pos = (Pos){.file = module->source->file, .function = scope->name, .line = 1, .end_line = 1};
    graph->pos = pos;
    module->module->body = graph;
    flow_build_graph(module, graph, scope);
    if (!module->source->is_library)
        flow_complete_all(module->flow->program, (int)graph->index);
}

void flow_build(Flow *flow) {
    hide_variables(flow);
    for (int i = 0; i < flow->count; i++) {
        scope_resolve(flow->modules[i]->scopes);
        const ScopeTable *scopes = flow->modules[i]->scopes;
        bool is_library = flow->modules[i]->source->is_library;
        flow->defines_format |= scopes->defines_format && !is_library;
        flow->reads_stop_value |= scopes->reads_stop_value && !is_library;
        const char *doc = intern(scopes->names, "__doc__");
        flow->reads_docstrings |= !is_library && map_find(&scopes->attributes, (uint64_t)(uintptr_t)doc);
        flow->polls_interrupts |= scopes->catches_interrupts && !is_library;
        flow->watches_objects |= scopes->defines_finalizer && !is_library;
    }
    flow->watches_objects |= flow_find_module(flow, "weakref") != NULL;
    for (int i = 0; i < flow->count; i++)
        build_module(flow->modules[i]);
    flow_tables(flow->program);
}
