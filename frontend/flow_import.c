/* Import statements. */
#include "frontend/flow_internal.h"
#include "frontend/suggest.h"

#include <string.h>

static Value *import_module(Builder *b, const Pos *pos, const char *name) {
    Op *op = flow_emit(b, OP_IMPORT_MODULE, pos, NULL, 0);
    op->module = name;
    return op->result;
}

/* An imported submodule is an attribute of its package, unless the package gives the name a meaning of its own. */
static void bind_submodule(Builder *b, const Pos *pos, const char *parent, const char *name, Value *module) {
    const FlowModule *package = parent ? flow_find_module(b->flow, parent) : NULL;
    const Symbol *symbol = package ? map_get_ptr(&package->scopes->module->symbols, name) : NULL;
    if (!package || (symbol && symbol->is_bound))
        return;
    Op *op = flow_emit(b, OP_STORE_GLOBAL, pos, &module, 1);
    op->name = name;
    op->module = parent;
}

/*
 * Imports a.b.c as a, a.b and a.b.c; gives the last, and the first in *first. System code runs nothing but system
 * code: the package it lies in is the program's.
 */
static Value *import_dotted(Builder *b, const Pos *pos, const char *name, Value **first) {
    if (b->module->module->is_system)
        return *first = import_module(b, pos, name);
    Value *last = NULL;
    *first = NULL;
    for (const char *dot = name; dot;) {
        dot = strchr(dot, '.');
        size_t length = dot ? (size_t)(dot - name) : strlen(name);
        const char *whole = intern_n(b->program->names, name, length);
        last = import_module(b, pos, whole);
        const char *tail = strrchr(whole, '.');
        if (tail)
            bind_submodule(b, pos, intern_n(b->program->names, whole, (size_t)(tail - whole)), flow_intern(b, tail + 1),
                           last);
        if (!*first)
            *first = last;
        dot = dot ? dot + 1 : NULL;
    }
    return last;
}

/* A binding that scope.c resolves by itself, without code. */
static bool is_alias(Builder *b, const char *name) {
    const Symbol *symbol = scope_find(b->module->scopes, b->scope, name);
    const Symbol *origin =
        symbol->definer ? symbol->definer : map_get_ptr(&b->module->scopes->module->symbols, symbol->name);
    return origin && scope_is_alias(origin);
}

static void bind_virtual(Builder *b, const Ast *alias, const char *module) {
    const char *name = alias->text ? alias->text : alias->name;
    const Pos *pos = flow_pos(b, alias);
    if (!is_alias(b, name))
        flow_write_name(b, pos, name, flow_load_global(b, pos, alias->name, module));
}

/* Reads of the name mean the module's names; this cannot be if the name means something else, too. */
static void import_virtual(Builder *b, const Ast *alias) {
    const char *dot = strchr(alias->name, '.');
    const char *name = alias->text ? alias->text
                       : dot       ? intern_n(b->program->names, alias->name, (size_t)(dot - alias->name))
                                   : alias->name;
    if (!is_alias(b, name))
        flow_unsupported(b, "U0111", alias, "a second meaning of the name of this module",
                         "it has no code of its own at run time", "import it under a name of its own");
}

void flow_import(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        if (scope_virtual_module(alias->name)) {
            import_virtual(b, alias);
            continue;
        }
        Value *first, *last = import_dotted(b, pos, alias->name, &first);
        const char *dot = strchr(alias->name, '.');
        if (alias->text)
            flow_write_name(b, pos, alias->text, last);
        else
            flow_write_name(b, pos,
                            dot ? intern_n(b->program->names, alias->name, (size_t)(dot - alias->name)) : alias->name,
                            first);
    }
}

/* The value of `name` in the module `from`: a variable, a name of a virtual module, or a submodule; NULL if there is
 * none. */
static Value *imported_value(Builder *b, const Pos *pos, const FlowModule *from, const char *name) {
    const Symbol *symbol = map_get_ptr(&from->scopes->module->symbols, name);
    const char *dotted = flow_intern(b, arena_printf(b->scratch, "%s.%s", from->module->name, name));
    if (from->module == b->module->module && flow_find_module(b->flow, dotted)) /* from . import its own submodule */
        return import_module(b, pos, dotted);
    if (symbol && symbol->is_bound && scope_is_alias(symbol) && symbol->alias_name)
        return flow_load_global(b, pos, symbol->alias_name, symbol->alias_module);
    if (symbol && symbol->is_bound)
        return flow_load_global(b, pos, name, from->module->name);
    return flow_find_module(b->flow, dotted) ? import_module(b, pos, dotted) : NULL;
}

static void report_missing(Builder *b, const Ast *alias, const FlowModule *from) {
    DiagList *diags = b->program->diags;
    Suggestion suggestion = suggestion_for(alias->name);
    int count;
    const char **names = flow_public_names(from, &count);
    for (int i = 0; i < count; i++)
        suggest_name(&suggestion, names[i]);
    Diagnostic *diag = diag_error(diags, "M0110", flow_pos(b, alias), "cannot import name '%s' from '%s'", alias->name,
                                  from->module->name);
    if (suggestion.best)
        diag_help(diags, diag, "did you mean `%s`?", suggestion.best);
}

static void import_name(Builder *b, const Ast *alias, const Pos *pos, const FlowModule *from) {
    const char *name = alias->text ? alias->text : alias->name;
    Value *value = imported_value(b, pos, from, alias->name);
    if (!value) {
        report_missing(b, alias, from);
        value = b->flow->undefined;
    }
    flow_write_name(b, pos, name, value);
}

static void import_star(Builder *b, const Pos *pos, const FlowModule *from) {
    int count;
    const char **names = flow_public_names(from, &count);
    for (int i = 0; i < count; i++) {
        const Symbol *here = map_get_ptr(&b->module->scopes->module->symbols, names[i]);
        if (here && !scope_is_alias(here))
            flow_write_name(b, pos, names[i], imported_value(b, pos, from, names[i]));
    }
}

void flow_import_from(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    const char *virtual_module = node->integer || !node->name ? NULL : scope_virtual_module(node->name);
    for (int i = 0; virtual_module && i < node->list.count; i++)
        bind_virtual(b, node->list.items[i], virtual_module);
    if (virtual_module || scope_imports_lowlevel(node))
        return;
    const char *name = module_resolve(b->flow->loader, b->module->source, node->name, (int)node->integer, pos);
    const FlowModule *from = name ? flow_find_module(b->flow, name) : NULL;
    if (!from)
        return; /* reported when it was looked up */
    Value *first;
    import_dotted(b, pos, name, &first);
    for (int i = 0; i < node->list.count; i++) {
        if (!strcmp(node->list.items[i]->name, "*"))
            import_star(b, pos, from);
        else
            import_name(b, node->list.items[i], pos, from);
    }
}
