/* The second half of symbol tables: where each name lives, which variables are captured, qualified names. */
#include "frontend/scope.h"

#include <string.h>

bool scope_module_binds(const ScopeTable *table, const char *name) {
    Symbol *symbol = map_get_ptr(&table->module->symbols, name);
    return symbol && symbol->is_bound;
}

int scope_slot(const Scope *owner, const Symbol *definer) {
    if (definer->scope->owner == owner)
        return definer->slot;
    const uint64_t *slot = map_find(&owner->free_slots, (uint64_t)(uintptr_t)definer);
    return slot ? (int)*slot - 1 : -1;
}

static int add_slot(ScopeTable *table, Scope *owner, Symbol *symbol) {
    owner->slots =
        arena_grow(table->arena, owner->slots, owner->slot_count, &owner->slot_capacity, sizeof *owner->slots);
    owner->slots[owner->slot_count] = symbol;
    return owner->slot_count++;
}

/* Makes the cell of `definer` reach `owner` through all functions between. */
static void capture(ScopeTable *table, Scope *owner, Symbol *definer) {
    definer->is_captured = true;
    for (; owner != definer->scope->owner; owner = owner->parent->owner) {
        if (map_find(&owner->free_slots, (uint64_t)(uintptr_t)definer))
            return;
        owner->free =
            arena_grow(table->arena, owner->free, owner->free_count, &owner->free_capacity, sizeof *owner->free);
        owner->free[owner->free_count++] = definer;
        uint64_t *slot = map_put(table->arena, &owner->free_slots, (uint64_t)(uintptr_t)definer);
        *slot = (uint64_t)add_slot(table, owner, definer) + 1;
    }
}

/* The variable of a function around `scope` (classes do not count) that `name` means there, or NULL. */
static Symbol *find_around(const Scope *scope, const char *name) {
    for (const Scope *at = scope->parent; at; at = at->parent) {
        Symbol *symbol = at->kind == SCOPE_CLASS ? NULL : map_get_ptr(&at->symbols, name);
        if (symbol && symbol->is_global)
            return NULL;
        if (symbol && scope_is_local(symbol))
            return symbol;
    }
    return NULL;
}

/* ---- module variables that only the module's own code uses ---- */

/* Not in a slot of the module: a function means it, or a class body that falls back on it. */
static bool needs_module(const ScopeTable *table, const Symbol *symbol) {
    const Scope *scope = symbol->scope;
    if (symbol->is_global || (scope->kind == SCOPE_CLASS && symbol->is_bound))
        return true;
    return scope->owner != table->module && !scope_is_local(symbol) && !find_around(scope, symbol->name);
}

static void note_shared(ScopeTable *table, const Scope *scope, Map *shared) {
    for (int i = 0; i < scope->count; i++)
        if (needs_module(table, scope->list[i]))
            *map_put(table->arena, shared, (uint64_t)(uintptr_t)scope->list[i]->name) = 1;
    for (int i = 0; i < scope->child_count; i++)
        note_shared(table, scope->children[i], shared);
}

/* What lives through many blocks costs an input in each. */
enum { MOST_PRIVATE = 256 };

void scope_hide(ScopeTable *table, bool (*is_public)(void *data, const char *name), void *data) {
    Map shared = {0};
    Symbol **hidden = arena_alloc(table->arena, (size_t)(table->module->count + 1) * sizeof *hidden);
    int count = 0;
    note_shared(table, table->module, &shared);
    for (int i = 0; i < table->module->count; i++) {
        Symbol *symbol = table->module->list[i];
        bool is_plain = symbol->is_bound && !symbol->is_defined && !symbol->annotation_count;
        if (is_plain && strncmp(symbol->name, "__", 2) != 0 && !map_find(&shared, (uint64_t)(uintptr_t)symbol->name) &&
            !is_public(data, symbol->name))
            hidden[count++] = symbol;
    }
    for (int i = 0; i < count && count <= MOST_PRIVATE; i++)
        hidden[i]->is_private = true;
}

/* ---- resolving ---- */

static void resolve_global(ScopeTable *table, Symbol *symbol) {
    if (symbol->is_bound && symbol->scope->kind != SCOPE_MODULE)
        scope_bind_module(table, symbol->name, symbol->node);
}

static void resolve_symbol(ScopeTable *table, Symbol *symbol) {
    Scope *scope = symbol->scope;
    if (symbol->is_global) {
        resolve_global(table, symbol);
        return;
    }
    if (scope_is_local(symbol)) {
        symbol->definer = symbol;
        return;
    }
    if (scope->kind == SCOPE_MODULE)
        return;
    symbol->definer = find_around(scope, symbol->name);
    if (!symbol->definer && symbol->is_nonlocal)
        scope_error(table, symbol->node, "N0101",
                    arena_printf(table->arena, "no binding for nonlocal '%s' found", symbol->name));
    if (symbol->definer && symbol->definer->scope->owner != scope->owner && !scope_is_alias(symbol->definer))
        capture(table, scope->owner, symbol->definer);
}

static const char *qualified_name(ScopeTable *table, const Scope *scope) {
    const Scope *parent = scope->parent;
    if (!parent || parent->kind == SCOPE_MODULE)
        return scope->name;
    Symbol *symbol = scope_find(table, parent, scope->name);
    if (symbol && symbol->is_global)
        return scope->name;
    const char *middle = parent->kind == SCOPE_CLASS ? "." : ".<locals>.";
    return intern(table->names, arena_printf(table->arena, "%s%s%s", parent->qualname, middle, scope->name));
}

/* Slots first, so that parameters come first and in order. Those of the first `done` names are known. */
static void assign_slots(ScopeTable *table, Scope *scope, int done) {
    scope->qualname = qualified_name(table, scope);
    for (int i = done; i < scope->count; i++)
        if (scope_is_local(scope->list[i]))
            scope->list[i]->slot = add_slot(table, scope->owner, scope->list[i]);
    for (int i = 0; i < scope->child_count; i++)
        assign_slots(table, scope->children[i], 0);
}

/* What is said of a name counts where it is defined. */
static void pass_attributes(ScopeTable *table, const Symbol *symbol) {
    Symbol *definer = symbol->definer ? symbol->definer : scope_find(table, table->module, symbol->name);
    if (symbol->has_attributes && definer)
        definer->has_attributes = true;
}

static void resolve_scope(ScopeTable *table, Scope *scope, int done) {
    int count = scope->count;
    for (int i = done; i < count; i++) {
        resolve_symbol(table, scope->list[i]);
        pass_attributes(table, scope->list[i]);
    }
    for (int i = 0; i < scope->child_count; i++)
        resolve_scope(table, scope->children[i], 0);
}

void scope_complete(ScopeTable *table, Scope *scope) {
    int done = scope->count;
    scope_scan_body(table, scope);
    assign_slots(table, scope, done);
    resolve_scope(table, scope, done);
}

void scope_resolve(ScopeTable *table) {
    assign_slots(table, table->module, 0);
    resolve_scope(table, table->module, 0);
}
