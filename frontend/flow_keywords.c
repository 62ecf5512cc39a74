/* The parameter **kwargs. A call's keyword names are known while compiling, so the argument is a *record*: a tuple of
 * the values with their names. A function that only passes it on (`f(**kwargs)`) keeps the record; one that looks into
 * it gets a dict made from it at its start. One that does both, but only reads the dict, keeps the two side by side;
 * once the dict may have changed, its names are not known any more.
 */
#include "frontend/flow_internal.h"

#include <string.h>

typedef struct Scan {
    const ScopeTable *scopes;
    const Symbol *symbol;
    const char *name; /* as in the source */
    bool passes_on, reads, other;
} Scan;

static void scan(Scan *s, const Ast *node);

static bool is_ours(const Scan *s, const Ast *node) {
    return node && node->kind == AST_NAME && node->name == s->name;
}

/* A place where a dict is only looked at. */
static void scan_reader(Scan *s, const Ast *node) {
    if (is_ours(s, node))
        s->reads = true;
    else
        scan(s, node);
}

static void scan_list(Scan *s, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        scan(s, list->items[i]);
}

static void scan_readers(Scan *s, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        scan_reader(s, list->items[i]);
}

static bool is_one_of(const char *name, const char *const *names) {
    for (; *names; names++)
        if (!strcmp(name, *names))
            return true;
    return false;
}

static void scan_call(Scan *s, const Ast *node) {
    static const char *const readers[] = {"items", "keys", "values", "get", "copy", NULL};
    static const char *const builtins[] = {"len", "sorted", "list", "print", "str",       "repr", "bool",
                                           "set", "dict",   "any",  "all",   "enumerate", "iter", NULL};
    const Ast *callee = node->a;
    bool only_reads = callee->kind == AST_NAME && is_one_of(callee->name, builtins);
    if (callee->kind == AST_ATTRIBUTE && is_one_of(callee->name, readers))
        scan_reader(s, callee->a);
    else
        scan(s, callee);
    for (int i = 0; i < node->list.count; i++)
        (only_reads ? scan_reader : scan)(s, node->list.items[i]);
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *keyword = node->list2.items[i];
        if (keyword->name || !is_ours(s, keyword->a))
            scan(s, keyword->a);
        else if (only_reads)
            s->reads = true;
        else
            s->passes_on = true;
    }
}

static void scan_children(Scan *s, const Ast *node) {
    scan(s, node->a);
    scan(s, node->b);
    scan(s, node->c);
    scan(s, node->d);
    scan_list(s, &node->list);
    scan_list(s, &node->list2);
}

/* A nested function may use the variable, or have one of its own of this name. */
static void scan_function(Scan *s, const Ast *node) {
    const Symbol *inner = scope_find(s->scopes, scope_of(s->scopes, node), s->name);
    if (inner && inner->definer == s->symbol)
        scan_children(s, node);
    else
        scan(s, node->a);
    if (node->kind == AST_FUNCTION_DEF)
        scan_list(s, &node->list2);
}

static void scan(Scan *s, const Ast *node) {
    if (!node)
        return;
    switch ((int)node->kind) {
    case AST_NAME:
        s->other |= is_ours(s, node);
        break;
    case AST_CALL:
        scan_call(s, node);
        break;
    case AST_FUNCTION_DEF:
    case AST_LAMBDA:
        scan_function(s, node);
        break;
    case AST_COMPARE:
        scan_reader(s, node->a);
        scan_readers(s, &node->list);
        break;
    case AST_FOR:
    case AST_COMPREHENSION:
        scan(s, node->a);
        scan_reader(s, node->b);
        scan_list(s, &node->list);
        scan_list(s, &node->list2);
        break;
    case AST_IF:
    case AST_WHILE:
        scan_reader(s, node->a);
        scan_list(s, &node->list);
        scan_list(s, &node->list2);
        break;
    case AST_UNARY:
    case AST_FORMATTED:
        scan_reader(s, node->a);
        scan(s, node->b);
        break;
    case AST_DICT:
        scan_list(s, &node->list);
        scan_readers(s, &node->list2);
        break;
    default:
        scan_children(s, node);
        break;
    }
}

static const Ast *keywords_param(const Ast *node) {
    bool is_function = node->kind == AST_FUNCTION_DEF || node->kind == AST_LAMBDA;
    return is_function && node->a ? node->a->b : NULL;
}

void flow_keywords_param(Builder *b, Value *record) {
    if (b->module->source->is_library)
        return;
    const Ast *node = b->owner->node, *param = keywords_param(node);
    Symbol *symbol = scope_find(b->module->scopes, b->scope, param->name);
    Scan s = {.scopes = b->module->scopes, .symbol = symbol, .name = param->name};
    if (node->kind == AST_LAMBDA)
        scan(&s, node->b);
    else
        scan_list(&s, &node->list);
    if (!s.reads && !s.other)
        return;
    const Pos *pos = b->graph->pos;
    Value *dict = flow_call(b, pos, flow_builtin(b, pos, "_keywords_dict"), &record, 1);
    ssi_write(b, 2 * (uint32_t)symbol->slot, dict);
    if (s.other || symbol->is_captured)
        return;
    b->keywords = symbol;
    ssi_write(b, 2 * (uint32_t)symbol->slot + 1, record);
}

Value *flow_keywords_record(Builder *b, const Ast *node) {
    const Symbol *symbol = node->kind == AST_NAME ? scope_find(b->module->scopes, b->scope, node->name) : NULL;
    bool has_record = symbol && symbol->definer && symbol->definer == b->keywords;
    return has_record ? ssi_read(b, 2 * (uint32_t)b->keywords->slot + 1) : flow_expr(b, node);
}
