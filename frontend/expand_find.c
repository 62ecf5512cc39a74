/* What names mean before anything is analysed: through class statements, function definitions and imports. */
#include "frontend/expand_internal.h"

#include <string.h>

/* ---- nodes ---- */

void expand_place(Ast *node, const Ast *place) {
    node->line = place->line;
    node->column = place->column;
    node->end_line = place->end_line;
    node->end_column = place->end_column;
}

Ast *expand_node(const Expand *expand, AstKind kind, const Ast *place, const char *name) {
    Ast *node = arena_alloc(expand->arena, sizeof *node);
    node->kind = kind;
    node->name = name;
    expand_place(node, place);
    return node;
}

void expand_add(const Expand *expand, AstList *list, Ast *node) {
    list->items = arena_grow(expand->arena, list->items, list->count, &list->capacity, sizeof(Ast *));
    list->items[list->count++] = node;
}

/* ---- meanings ---- */

enum { MAX_HOPS = 16 }; /* imports of imported names */

static Found find_in_list(const Expand *expand, const AstList *list, FlowModule *module, const char *name, int hops);

static const char *source_module(const Expand *expand, const FlowModule *module, const Ast *import) {
    return module_resolve(expand->flow->loader, module->source, import->name, (int)import->integer, NULL);
}

static FlowModule *imported_module(const Expand *expand, const FlowModule *module, const Ast *import) {
    if (!import->integer && (!import->name || scope_virtual_module(import->name) || scope_imports_lowlevel(import)))
        return NULL;
    const char *name = source_module(expand, module, import);
    return name ? flow_find_module(expand->flow, name) : NULL;
}

static Found find_in_import(const Expand *expand, const Ast *node, const FlowModule *module, const char *name,
                            int hops) {
    for (int i = 0; i < node->list.count && hops < MAX_HOPS; i++) {
        const Ast *alias = node->list.items[i];
        bool is_star = !strcmp(alias->name, "*");
        if (!is_star && strcmp(alias->text ? alias->text : alias->name, name) != 0)
            continue;
        FlowModule *from = imported_module(expand, module, node);
        Found found = {0};
        if (from)
            found = find_in_list(expand, &from->source->tree->list, from, is_star ? name : alias->name, hops + 1);
        if (found.node)
            return found;
    }
    return (Found){0};
}

/* ---- what a statement list defines ---- */

/* Where the last definition of each name and the imports stand in a list: modules have thousands of statements, and
 * every call asks. It holds for the list as it was made for; a definition put in place of a statement makes it stale.
 */
struct ListIndex {
    Ast *const *items;
    int count;
    Map definitions; /* interned name -> place + 1 */
    int *imports;
    int import_count, import_capacity;
};

static void index_statement(const Expand *expand, ListIndex *index, const Ast *node, int place) {
    if (node->kind == AST_IMPORT || node->kind == AST_IMPORT_FROM) {
        index->imports = arena_grow(expand->arena, index->imports, index->import_count, &index->import_capacity,
                                    sizeof *index->imports);
        index->imports[index->import_count++] = place;
    } else if (node->kind == AST_CLASS_DEF || node->kind == AST_FUNCTION_DEF) {
        const char *name = intern(expand->program->names, node->name);
        *map_put(expand->arena, &index->definitions, (uint64_t)(uintptr_t)name) = (uint64_t)place + 1;
    }
}

static const ListIndex *index_of_list(const Expand *expand, const AstList *list) {
    ListIndex *index = map_get_ptr(expand->indexes, list);
    if (index && index->items == list->items && index->count == list->count)
        return index;
    index = arena_alloc(expand->arena, sizeof *index);
    *index = (ListIndex){.items = list->items, .count = list->count};
    for (int i = 0; i < list->count; i++)
        if (list->items[i]) /* {**a} */
            index_statement(expand, index, list->items[i], i);
    map_set_ptr(expand->arena, expand->indexes, list, index);
    return index;
}

void expand_put(const Expand *expand, AstList *list, int place, Ast *node) {
    list->items[place] = node;
    map_set_ptr(expand->arena, expand->indexes, list, NULL);
}

static Found find_in_list(const Expand *expand, const AstList *list, FlowModule *module, const char *name, int hops) {
    if (!list->count)
        return (Found){0};
    const ListIndex *index = index_of_list(expand, list);
    name = intern(expand->program->names, name);
    const uint64_t *slot = map_find(&index->definitions, (uint64_t)(uintptr_t)name);
    int place = slot ? (int)*slot - 1 : -1;
    for (int i = index->import_count; i-- && index->imports[i] > place;) {
        const Ast *import = list->items[index->imports[i]];
        Found found = {0};
        if (import->kind == AST_IMPORT_FROM)
            found = find_in_import(expand, import, module, name, hops);
        if (found.node)
            return found;
    }
    return place < 0 ? (Found){0} : (Found){list->items[place], module};
}

/* The module that an import statement binds to `name`, or NULL. */
static FlowModule *module_in_import(const Expand *expand, const Ast *node, const FlowModule *module, const char *name) {
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        if (strcmp(alias->text ? alias->text : alias->name, name) != 0)
            continue;
        if (node->kind == AST_IMPORT)
            return flow_find_module(expand->flow, alias->name);
        const char *package = node->integer || node->name ? source_module(expand, module, node) : NULL;
        if (package)
            return flow_find_module(expand->flow, arena_printf(expand->arena, "%s.%s", package, alias->name));
    }
    return NULL;
}

static FlowModule *find_module(const Expand *expand, const Frame *frame, const char *name) {
    for (; frame; frame = frame->outer) {
        const ListIndex *index = index_of_list(expand, frame->list);
        for (int i = 0; i < index->import_count; i++) {
            FlowModule *found = module_in_import(expand, index->items[index->imports[i]], frame->module, name);
            if (found)
                return found;
        }
    }
    return NULL;
}

Found expand_find(const Expand *expand, const Frame *frame, const Ast *node) {
    if (node->kind == AST_CALL)
        node = node->a;
    Found found = {0};
    if (node->kind == AST_NAME && node->text) {
        FlowModule *home = flow_find_module(expand->flow, node->text);
        return find_in_list(expand, &home->source->tree->list, home, node->name, 0);
    }
    if (node->kind == AST_ATTRIBUTE && node->a->kind == AST_NAME) {
        FlowModule *module = find_module(expand, frame, node->a->name);
        if (module)
            found = find_in_list(expand, &module->source->tree->list, module, node->name, 0);
    }
    for (; node->kind == AST_NAME && frame && !found.node; frame = frame->outer)
        found = find_in_list(expand, frame->list, frame->module, node->name, 0);
    return found;
}

const char *expand_template_of(const Expand *expand, const Ast *definition) {
    return definition ? map_get_ptr(&expand->templates, definition) : NULL;
}

bool expand_has_kind(const char *template, const char *kind) {
    return template && !strncmp(template, kind, strlen(kind));
}

const char *expand_dotted(const Expand *expand, const Ast *node) {
    if (node->kind == AST_NAME)
        return node->name;
    const char *object = node->kind == AST_ATTRIBUTE ? expand_dotted(expand, node->a) : NULL;
    return object ? arena_printf(expand->arena, "%s.%s", object, node->name) : NULL;
}
