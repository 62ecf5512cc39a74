/* From a path to the flow graphs of a whole program: builtins, the main module, and everything imported, transitively.
 */
#include "frontend/flow.h"

#include <string.h>

typedef struct Load {
    Program *program;
    ModuleLoader *loader;
    Flow *flow;
    FlowModule *importer; /* whose imports are being loaded */
} Load;

static const Pos *pos_of(Load *load, const FlowModule *module, const Ast *node) {
    Pos *pos = arena_alloc(load->program->arena, sizeof *pos);
    *pos = (Pos){.file = flow_source_of(module)->file,
                 .function = "<module>",
                 .line = node->line,
                 .column = node->column,
                 .end_line = node->end_line,
                 .end_column = node->end_column};
    return pos;
}

static bool load_one(Load *load, const char *name, const Pos *importer) {
    if (load->importer)
        flow_note_import(load->importer, name);
    if (flow_find_module(load->flow, name))
        return true;
    const ModuleSource *source = module_import(load->loader, name, importer);
    if (source && !source->is_virtual)
        flow_add_module(load->flow, source);
    return source != NULL;
}

/* a, a.b and a.b.c; but the core library and the collectors do not need what programs import as `weft`. */
static bool load_dotted(Load *load, const char *name, const Pos *importer) {
    if (!strncmp(name, "weft.core.", strlen("weft.core.")) || !strncmp(name, "weft.gc.", strlen("weft.gc.")))
        return load_one(load, name, importer);
    for (const char *dot = name; dot;) {
        dot = strchr(dot, '.');
        size_t length = dot ? (size_t)(dot - name) : strlen(name);
        if (!load_one(load, intern_n(load->program->names, name, length), importer))
            return false;
        dot = dot ? dot + 1 : NULL;
    }
    return true;
}

static bool binds(const Load *load, const char *module, const char *name) {
    const FlowModule *found = flow_find_module(load->flow, module);
    return found && scope_module_binds(flow_scopes(found), name);
}

/* `from package import name`: a submodule if the package binds no such name. */
static void load_submodules(Load *load, const char *package, const Ast *node, const Pos *pos) {
    for (int i = 0; i < node->list.count; i++) {
        const char *name = node->list.items[i]->name;
        if (!strcmp(name, "*") || binds(load, package, name))
            continue;
        const char *dotted = intern(load->program->names, arena_printf(load->program->arena, "%s.%s", package, name));
        if (module_exists(load->loader, dotted))
            load_one(load, dotted, pos);
    }
}

static const char *imported_from(Load *load, const FlowModule *module, const Ast *node, const Pos *pos) {
    if (!node->integer && node->name && (scope_virtual_module(node->name) || scope_imports_lowlevel(node)))
        return NULL;
    return module_resolve(load->loader, flow_source_of(module), node->name, (int)node->integer, pos);
}

static void load_import(Load *load, const FlowModule *module, const Ast *node) {
    const Pos *pos = pos_of(load, module, node);
    if (node->kind == AST_IMPORT_FROM) {
        const char *name = imported_from(load, module, node, pos);
        if (name && load_dotted(load, name, pos))
            load_submodules(load, name, node, pos);
        return;
    }
    for (int i = 0; i < node->list.count; i++)
        if (!scope_virtual_module(node->list.items[i]->name))
            load_dotted(load, node->list.items[i]->name, pos);
}

/* Loads what the modules from number `first` on import, and what these import. */
static void load_imports(Load *load, int first) {
    for (int i = first; i < flow_module_count(load->flow); i++) {
        FlowModule *module = flow_module(load->flow, i);
        const ScopeTable *scopes = flow_scopes(module);
        load->importer = module;
        for (int j = 0; j < scopes->import_count; j++)
            load_import(load, module, scopes->imports[j]);
    }
    load->importer = NULL;
}

/* ---- from m import * ---- */

static bool copy_names(const FlowModule *from, FlowModule *to, const Ast *node) {
    int count;
    bool changed = false;
    const char **names = flow_public_names(from, &count);
    for (int i = 0; i < count; i++) {
        if (scope_module_binds(flow_scopes(to), names[i]))
            continue;
        const Symbol *symbol = map_get_ptr(&flow_scopes(from)->module->symbols, names[i]);
        if (!symbol)
            continue;
        if (scope_is_alias(symbol))
            scope_alias_module(flow_scopes(to), names[i], node, symbol);
        else
            scope_bind_module(flow_scopes(to), names[i], node);
        changed = true;
    }
    return changed;
}

static bool copy_stars(Load *load, FlowModule *module) {
    const ScopeTable *scopes = flow_scopes(module);
    bool changed = false;
    for (int i = 0; i < scopes->import_count; i++) {
        const Ast *node = scopes->imports[i];
        if (node->kind != AST_IMPORT_FROM || strcmp(node->list.items[0]->name, "*"))
            continue;
        const char *name = imported_from(load, module, node, pos_of(load, module, node));
        const FlowModule *from = name ? flow_find_module(load->flow, name) : NULL;
        if (from && from != module)
            changed |= copy_names(from, module, node);
    }
    return changed;
}

/* Modules may import each other's imported names: until nothing changes. */
static void expand_stars(Load *load) {
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < flow_module_count(load->flow); i++)
            changed |= copy_stars(load, flow_module(load->flow, i));
    }
}

/* ---- the whole ---- */

static bool load_builtins(Load *load) {
    if (!load_one(load, intern(load->program->names, "builtins"), NULL))
        return false;
    load_imports(load, 0);
    return true;
}

static bool load_main(Load *load) {
    const ModuleSource *source = module_main(load->loader);
    if (!source)
        return false;
    int first = flow_module_count(load->flow);
    flow_add_module(load->flow, source);
    load_imports(load, first);
    return true;
}

/* The collector's module and those it imports, not the packages that they are in. */
static bool load_collector(Load *load) {
    int first = flow_module_count(load->flow);
    if (!load->program->collector)
        return true;
    if (!load_one(load, load->program->collector, NULL))
        return false;
    load_imports(load, first);
    return true;
}

Program *flow_load(Arena *arena, DiagList *diags, const char *path, bool with_builtins, const char *collector) {
    Program *program = program_new(arena);
    program->diags = diags;
    program->collector = collector ? intern(program->names, collector) : NULL;
    ModuleLoader *loader = module_loader_new(program, path);
    Load load = {.program = program, .loader = loader, .flow = flow_new(program, loader)};
    bool loaded = (!with_builtins || (load_builtins(&load) && load_collector(&load))) && load_main(&load);
    if (!loaded || diags->error_count)
        return NULL;
    flow_expand(load.flow);
    expand_stars(&load);
    flow_build(load.flow);
    if (diags->error_count) {
        if (with_builtins) /* what else is wrong belongs into the same list */
            frontend_infer(program, &(InferOptions){0});
        return NULL;
    }
    program->entry = program_find_module(program, "__main__")->body;
    return program;
}

void frontend_complete(Program *program) {
    flow_complete_all(program, 0);
}

Program *frontend_load(Arena *arena, DiagList *diags, const char *path, const char *collector) {
    return flow_load(arena, diags, path, true, collector);
}
