/* The first half of symbol tables: scanning a module's tree for what each scope binds and uses. */
#include "frontend/scope.h"

#include "frontend/annotation.h"

#include <string.h>

typedef struct Scan {
    ScopeTable *table;
    Scope *scope;
    bool dead; /* under `if TYPE_CHECKING` */
    int depth; /* of the tree */
} Scan;

static void scan(Scan *s, const Ast *node);
static void scan_target(Scan *s, const Ast *node);
static void scan_list(Scan *s, const AstList *list);

const char *scope_virtual_module(const char *name) {
    static const char *const typing[] = {"typing", "__future__", "abc", "collections.abc"};
    if (!strcmp(name, "weft.lowlevel"))
        return "weft.lowlevel";
    for (size_t i = 0; i < sizeof typing / sizeof typing[0]; i++)
        if (!strcmp(name, typing[i]))
            return "typing";
    return NULL;
}

bool scope_imports_lowlevel(const Ast *node) {
    return !node->integer && node->name && !strcmp(node->name, "weft") && node->list.count == 1 &&
           !strcmp(node->list.items[0]->name, "lowlevel");
}

bool scope_is_type_checking(const Ast *node) {
    return (node->kind == AST_NAME || node->kind == AST_ATTRIBUTE) && !strcmp(node->name, "TYPE_CHECKING");
}

const char *scope_mangle(const ScopeTable *table, const Scope *scope, const char *name) {
    if (!scope->private_class || name[0] != '_' || name[1] != '_' || strchr(name, '.'))
        return name;
    size_t length = strlen(name);
    if (name[length - 1] == '_' && name[length - 2] == '_')
        return name;
    return intern(table->names, arena_printf(table->arena, "_%s%s", scope->private_class, name));
}

Scope *scope_of(const ScopeTable *table, const Ast *node) {
    return map_get_ptr(&table->by_node, node);
}

Symbol *scope_find(const ScopeTable *table, const Scope *scope, const char *name) {
    return map_get_ptr(&scope->symbols, scope_mangle(table, scope, name));
}

static Symbol *symbol_in(ScopeTable *table, Scope *scope, const char *name, const Ast *node) {
    *map_put(table->arena, &table->mentioned, (uint64_t)(uintptr_t)name) = 1;
    name = scope_mangle(table, scope, name);
    Symbol *symbol = map_get_ptr(&scope->symbols, name);
    if (symbol)
        return symbol;
    symbol = arena_alloc(table->arena, sizeof *symbol);
    *symbol = (Symbol){.name = name, .scope = scope, .node = node, .slot = -1};
    map_set_ptr(table->arena, &scope->symbols, name, symbol);
    scope->list = arena_grow(table->arena, scope->list, scope->count, &scope->capacity, sizeof *scope->list);
    scope->list[scope->count++] = symbol;
    return symbol;
}

static Symbol *bind(Scan *s, const char *name, const Ast *node) {
    Symbol *symbol = symbol_in(s->table, s->scope, name, node);
    symbol->is_bound = true;
    symbol->binding_count++;
    return symbol;
}

static Symbol *define(Scan *s, const char *name, const Ast *node) {
    Symbol *symbol = bind(s, name, node);
    symbol->is_defined = true;
    return symbol;
}

static void bind_alias(Scan *s, const char *name, const Ast *node, const char *module, const char *alias) {
    Symbol *symbol = define(s, name, node);
    if (symbol->alias_count && (strcmp(symbol->alias_module, module) || symbol->alias_name != alias))
        return;
    symbol->alias_module = module;
    symbol->alias_name = alias;
    symbol->alias_count++;
}

void scope_bind_module(ScopeTable *table, const char *name, const Ast *node) {
    define(&(Scan){.table = table, .scope = table->module}, name, node);
}

void scope_alias_module(ScopeTable *table, const char *name, const Ast *node, const Symbol *alias) {
    bind_alias(&(Scan){.table = table, .scope = table->module}, name, node, alias->alias_module, alias->alias_name);
}

bool scope_is_alias(const Symbol *symbol) {
    return symbol->alias_count && symbol->alias_count == symbol->binding_count;
}

bool scope_is_local(const Symbol *symbol) {
    return symbol->is_bound && !symbol->is_global && !symbol->is_nonlocal &&
           (symbol->scope->kind != SCOPE_MODULE || symbol->is_private);
}

void scope_error(ScopeTable *table, const Ast *node, const char *code, const char *message) {
    Pos *pos = arena_alloc(table->arena, sizeof *pos);
    *pos = (Pos){.file = table->file,
                 .line = node->line,
                 .column = node->column,
                 .end_line = node->end_line,
                 .end_column = node->end_column};
    diag_error(table->diags, code, pos, "%s", message);
}

/* ---- scopes ---- */

static Scope *open_scope(Scan *s, ScopeKind kind, const Ast *node, const char *name) {
    ScopeTable *table = s->table;
    Scope *scope = arena_alloc(table->arena, sizeof *scope), *parent = s->scope;
    *scope = (Scope){.kind = kind, .node = node, .parent = parent, .name = name};
    scope->owner = kind == SCOPE_MODULE || kind == SCOPE_FUNCTION ? scope : parent->owner;
    scope->private_class = parent ? parent->private_class : NULL;
    map_set_ptr(table->arena, &table->by_node, node, scope);
    if (parent) {
        parent->children = arena_grow(table->arena, parent->children, parent->child_count, &parent->child_capacity,
                                      sizeof *parent->children);
        parent->children[parent->child_count++] = scope;
    }
    s->scope = scope;
    return scope;
}

static void close_scope(Scan *s) {
    s->scope = s->scope->parent;
}

static void bind_param(Scan *s, const Ast *param) {
    if (param)
        bind(s, param->name, param)->is_param = true;
}

/* In the order of the graph's inputs. */
static void bind_params(Scan *s, const Ast *arguments) {
    for (int i = 0; i < arguments->list.count; i++)
        bind_param(s, arguments->list.items[i]);
    for (int i = 0; i < arguments->list2.count; i++)
        bind_param(s, arguments->list2.items[i]);
    bind_param(s, arguments->a);
    bind_param(s, arguments->b);
}

static void scan_defaults(Scan *s, const AstList *params) {
    for (int i = 0; i < params->count; i++)
        if (params->items[i]->b)
            scan(s, params->items[i]->b);
}

static void scan_part(void *data, const Ast *node) {
    scan(data, node);
}

static void scan_annotated(Scan *s, const Ast *node) {
    scan_target(s, node->a);
    if (node->c)
        scan(s, node->c);
    if (!s->table->lazy_annotations && s->scope->kind != SCOPE_FUNCTION)
        annotation_visit(node->b, scan_part, s);
    if (node->a->kind != AST_NAME || !node->flag)
        return;
    Symbol *symbol = symbol_in(s->table, s->scope, node->a->name, node->a);
    symbol->annotated = symbol->annotation_count++ ? NULL : node;
}

static void scan_function(Scan *s, const Ast *node) {
    define(s, node->name, node);
    scan_list(s, &node->list2);
    scan_defaults(s, &node->a->list);
    scan_defaults(s, &node->a->list2);
    if (!s->table->lazy_annotations)
        annotation_visit_function(node, scan_part, s);
    open_scope(s, SCOPE_FUNCTION, node, node->name);
    bind_params(s, node->a);
    scan_list(s, &node->list);
    close_scope(s);
}

static void scan_lambda(Scan *s, const Ast *node) {
    scan_defaults(s, &node->a->list);
    scan_defaults(s, &node->a->list2);
    open_scope(s, SCOPE_FUNCTION, node, "<lambda>");
    bind_params(s, node->a);
    scan(s, node->b);
    close_scope(s);
}

static void scan_class(Scan *s, const Ast *node) {
    define(s, node->name, node);
    scan_list(s, &node->list2);
    if (node->a)
        scan(s, node->a);
    Scope *scope = open_scope(s, SCOPE_CLASS, node, node->name);
    const char *stripped = node->name + strspn(node->name, "_");
    scope->private_class = *stripped ? stripped : NULL;
    scan_list(s, &node->list);
    if (scope_find(s->table, scope, intern(s->table->names, "__format__")))
        s->table->defines_format = true;
    if (scope_find(s->table, scope, intern(s->table->names, "__del__")))
        s->table->defines_finalizer = true;
    close_scope(s);
}

/* ---- binding ---- */

static void scan_target(Scan *s, const Ast *node) {
    if (node->kind == AST_NAME) {
        bind(s, node->name, node);
    } else if (node->kind == AST_TUPLE || node->kind == AST_LIST) {
        for (int i = 0; i < node->list.count; i++)
            scan_target(s, node->list.items[i]);
    } else if (node->kind == AST_STARRED) {
        scan_target(s, node->a);
    } else {
        if (node->kind == AST_ATTRIBUTE && node->a->kind == AST_NAME)
            symbol_in(s->table, s->scope, node->a->name, node->a)->has_attributes = true;
        scan(s, node);
    }
}

static void scan_targets(Scan *s, const AstList *targets) {
    for (int i = 0; i < targets->count; i++)
        scan_target(s, targets->items[i]);
}

static void scan_deleted(Scan *s, const AstList *targets) {
    for (int i = 0; i < targets->count; i++) {
        const Ast *target = targets->items[i];
        if (target->kind == AST_TUPLE || target->kind == AST_LIST)
            scan_deleted(s, &target->list);
        else if (target->kind == AST_NAME)
            bind(s, target->name, target)->is_deleted = true;
        else
            scan(s, target);
    }
}

/* `a := b` in a comprehension binds in the scope around it. */
static void scan_named(Scan *s, const Ast *node) {
    Scope *inner = s->scope;
    if (node->a->kind == AST_NAME)
        symbol_in(s->table, inner, node->a->name, node->a);
    while (s->scope->kind == SCOPE_COMPREHENSION ||
           (s->scope->kind == SCOPE_FUNCTION && s->scope->node->kind == AST_GENERATOR))
        s->scope = s->scope->parent;
    scan_target(s, node->a);
    s->scope = inner;
    scan(s, node->b);
}

static const char *comprehension_name(const Ast *node) {
    return node->kind == AST_LIST_COMP   ? "<listcomp>"
           : node->kind == AST_SET_COMP  ? "<setcomp>"
           : node->kind == AST_DICT_COMP ? "<dictcomp>"
                                         : "<genexpr>";
}

/* The first iterable belongs to the scope around. */
static void scan_comprehension(Scan *s, const Ast *node) {
    scan(s, node->list.items[0]->b);
    bool is_generator = node->kind == AST_GENERATOR;
    Scope *scope = open_scope(s, is_generator ? SCOPE_FUNCTION : SCOPE_COMPREHENSION, node, comprehension_name(node));
    scope->is_generator = is_generator;
    for (int i = 0; i < node->list.count; i++) {
        const Ast *part = node->list.items[i];
        if (i)
            scan(s, part->b);
        scan_target(s, part->a);
        scan_list(s, &part->list);
    }
    scan(s, node->a);
    if (node->b)
        scan(s, node->b);
    close_scope(s);
}

static void declare(Scan *s, const Ast *node) {
    for (int i = 0; i < node->list.count; i++) {
        Symbol *symbol = symbol_in(s->table, s->scope, node->list.items[i]->name, node->list.items[i]);
        if (node->kind == AST_GLOBAL)
            symbol->is_global = true;
        else
            symbol->is_nonlocal = true;
    }
}

/* ---- imports ---- */

static void scan_import(Scan *s, const Ast *node) {
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        const char *virtual_module = scope_virtual_module(alias->name), *dot = strchr(alias->name, '.');
        const char *first = dot ? intern_n(s->table->names, alias->name, (size_t)(dot - alias->name)) : alias->name;
        if (!virtual_module)
            define(s, alias->text ? alias->text : first, alias);
        else if (alias->text || !dot)
            bind_alias(s, alias->text ? alias->text : first, alias, virtual_module, NULL);
        else
            bind_alias(s, first, alias, first, NULL);
    }
}

static void scan_import_from(Scan *s, const Ast *node) {
    const char *module = node->integer || !node->name ? NULL : scope_virtual_module(node->name);
    bool from_weft = !node->integer && node->name && !strcmp(node->name, "weft");
    bool from_future = !node->integer && node->name && !strcmp(node->name, "__future__");
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        const char *name = alias->text ? alias->text : alias->name;
        if (!strcmp(alias->name, "*"))
            continue;
        s->table->lazy_annotations |= from_future && !strcmp(alias->name, "annotations");
        if (from_weft && !strcmp(alias->name, "lowlevel"))
            bind_alias(s, name, alias, scope_virtual_module("weft.lowlevel"), NULL);
        else if (module)
            bind_alias(s, name, alias, module, alias->name);
        else
            define(s, name, alias);
    }
}

static void note_import(Scan *s, const Ast *node) {
    ScopeTable *table = s->table;
    if (node->kind == AST_IMPORT)
        scan_import(s, node);
    else
        scan_import_from(s, node);
    if (s->dead)
        return;
    table->imports =
        arena_grow(table->arena, table->imports, table->import_count, &table->import_capacity, sizeof *table->imports);
    table->imports[table->import_count++] = node;
}

/* ---- statements and expressions ---- */

/* Iterates along `elif`. */
static void scan_if(Scan *s, const Ast *node) {
    for (;;) {
        bool dead = s->dead;
        scan(s, node->a);
        s->dead = dead || scope_is_type_checking(node->a);
        scan_list(s, &node->list);
        s->dead = dead;
        if (node->list2.count != 1 || node->list2.items[0]->kind != AST_IF)
            break;
        node = node->list2.items[0];
    }
    scan_list(s, &node->list2);
}

/* Iterates along the left operands, whose number nothing limits. */
static void scan_binary(Scan *s, const Ast *node) {
    for (; node->kind == AST_BINARY; node = node->a)
        scan(s, node->b);
    scan(s, node);
}

static void scan_list(Scan *s, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i])
            scan(s, list->items[i]);
}

static void scan_children(Scan *s, const Ast *node) {
    const Ast *children[] = {node->a, node->b, node->c, node->d};
    for (int i = 0; i < 4; i++)
        if (children[i])
            scan(s, children[i]);
    scan_list(s, &node->list);
    scan_list(s, &node->list2);
}

/* What an except clause says it catches. */
static bool is_interrupt(const Ast *type) {
    bool is = !type || (type->kind == AST_NAME &&
                        (!strcmp(type->name, "KeyboardInterrupt") || !strcmp(type->name, "BaseException")));
    for (int i = 0; type && type->kind == AST_TUPLE && i < type->list.count; i++)
        is |= is_interrupt(type->list.items[i]);
    return is;
}

static void note_stop_value(Scan *s, const Ast *node) {
    bool catches = node->kind == AST_HANDLER && node->name && node->a && node->a->kind == AST_NAME &&
                   !strcmp(node->a->name, "StopIteration");
    if (catches)
        *map_put(s->table->arena, &s->table->stop_names, (uint64_t)(uintptr_t)node->name) = 1;
    if (node->kind == AST_ATTRIBUTE && node->a->kind == AST_NAME && !strcmp(node->name, "value") &&
        map_find(&s->table->stop_names, (uint64_t)(uintptr_t)node->a->name))
        s->table->reads_stop_value = true;
}

static void scan_named_part(Scan *s, const Ast *node) {
    note_stop_value(s, node);
    s->table->catches_interrupts |= node->kind == AST_HANDLER && is_interrupt(node->a);
    if (node->name)
        bind(s, node->name, node)->is_deleted |= node->kind == AST_HANDLER;
    scan_children(s, node);
}

static void scan_node(Scan *s, const Ast *node) {
    switch ((int)node->kind) {
    case AST_FUNCTION_DEF:
        scan_function(s, node);
        break;
    case AST_LAMBDA:
        scan_lambda(s, node);
        break;
    case AST_CLASS_DEF:
        scan_class(s, node);
        break;
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
    case AST_GENERATOR:
        scan_comprehension(s, node);
        break;
    case AST_NAME:
        if (!node->text)
            symbol_in(s->table, s->scope, node->name, node);
        break;
    case AST_ATTRIBUTE:
        *map_put(s->table->arena, &s->table->attributes, (uint64_t)(uintptr_t)node->name) = 1;
        note_stop_value(s, node);
        scan(s, node->a);
        break;
    case AST_NAMED:
        scan_named(s, node);
        break;
    case AST_ASSIGN:
        scan(s, node->a);
        scan_targets(s, &node->list);
        break;
    case AST_AUG_ASSIGN:
        scan_target(s, node->a);
        scan(s, node->b);
        break;
    case AST_ANN_ASSIGN:
        scan_annotated(s, node);
        break;
    case AST_FOR:
        scan(s, node->b);
        scan_target(s, node->a);
        scan_list(s, &node->list);
        scan_list(s, &node->list2);
        break;
    case AST_WITH_ITEM:
        scan(s, node->a);
        if (node->b)
            scan_target(s, node->b);
        break;
    case AST_DELETE:
        scan_deleted(s, &node->list);
        break;
    case AST_IF:
        scan_if(s, node);
        break;
    case AST_BINARY:
        scan_binary(s, node);
        break;
    case AST_GLOBAL:
    case AST_NONLOCAL:
        declare(s, node);
        break;
    case AST_IMPORT:
    case AST_IMPORT_FROM:
        note_import(s, node);
        break;
    case AST_HANDLER:
    case AST_PAT_MAPPING:
    case AST_PAT_STAR:
    case AST_PAT_AS:
        scan_named_part(s, node);
        break;
    case AST_YIELD:
    case AST_YIELD_FROM:
        s->scope->owner->is_generator = s->scope->owner->kind == SCOPE_FUNCTION;
        scan_children(s, node);
        break;
    default:
        scan_children(s, node);
    }
}

/* Everything after the scan recurses over the tree as it does: CPython gives up at half the depth. */
enum { DEEPEST = 6000 };

static void scan(Scan *s, const Ast *node) {
    if (++s->depth < DEEPEST)
        scan_node(s, node);
    else if (s->depth == DEEPEST)
        scope_error(s->table, node, "P0004", "too many nested expressions");
    s->depth--;
}

void scope_scan_body(ScopeTable *table, Scope *scope) {
    scan_list(&(Scan){.table = table, .scope = scope}, &scope->node->list);
}

ScopeTable *scope_scan(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, const Ast *module) {
    ScopeTable *table = arena_alloc(arena, sizeof *table);
    *table = (ScopeTable){.arena = arena, .names = names, .file = file, .diags = diags};
    table->lazy_annotations = file->is_library;
    Scan s = {.table = table};
    table->module = open_scope(&s, SCOPE_MODULE, module, "<module>");
    scan_list(&s, &module->list);
    return table;
}
