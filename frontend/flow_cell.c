/* Captured variables: cells. A cell whose variable is surely bound before anything can read it is a bare one; else it
 * is an object of the library that knows whether it is bound (weft.core.cell).
 */
#include "frontend/flow_internal.h"

#include <string.h>

static bool mentions(const Ast *node, const char *name);

static bool list_mentions(const AstList *list, const char *name) {
    for (int i = 0; i < list->count; i++)
        if (mentions(list->items[i], name))
            return true;
    return false;
}

static bool mentions(const Ast *node, const char *name) {
    if (!node)
        return false;
    bool has_name = node->kind == AST_NAME || node->kind == AST_FUNCTION_DEF || node->kind == AST_CLASS_DEF ||
                    node->kind == AST_HANDLER || node->kind == AST_PAT_AS || node->kind == AST_PAT_STAR ||
                    node->kind == AST_PAT_MAPPING || node->kind == AST_ALIAS;
    return (has_name && node->name == name) || mentions(node->a, name) || mentions(node->b, name) ||
           mentions(node->c, name) || mentions(node->d, name) || list_mentions(&node->list, name) ||
           list_mentions(&node->list2, name);
}

static bool is_target(const Ast *node, const char *name) {
    if (node->kind == AST_NAME)
        return node->name == name;
    if (node->kind == AST_TUPLE || node->kind == AST_LIST)
        for (int i = 0; i < node->list.count; i++)
            if (is_target(node->list.items[i], name))
                return true;
    return false;
}

/* Whether the statement, when it is done, has bound the name, and nothing could read it before. */
static bool surely_binds(const Ast *node, const char *name) {
    if (node->kind == AST_FUNCTION_DEF)
        return node->name == name && !node->list2.count && !mentions(node->a, name);
    if (node->kind == AST_ASSIGN)
        return node->list.count == 1 && is_target(node->list.items[0], name) && !mentions(node->a, name);
    return node->kind == AST_ANN_ASSIGN && node->c && is_target(node->a, name) && !mentions(node->c, name);
}

static bool is_surely_bound(const Symbol *symbol) {
    const Scope *scope = symbol->scope;
    if (symbol->is_deleted)
        return false;
    if (symbol->is_param || scope->kind == SCOPE_COMPREHENSION || scope->node->kind != AST_FUNCTION_DEF)
        return true;
    const AstList *body = &scope->node->list;
    for (int i = 0; i < body->count; i++)
        if (mentions(body->items[i], symbol->node->name))
            return surely_binds(body->items[i], symbol->node->name);
    return false;
}

/* Decided once: a variable has one kind of cell. */
static bool is_bare(Symbol *symbol) {
    if (!symbol->cell_kind)
        symbol->cell_kind = is_surely_bound(symbol) ? 1 : 2;
    return symbol->cell_kind == 1;
}

static Value *call(Builder *b, const Pos *pos, const char *function, Value *const *values, int count) {
    return flow_call(b, pos, flow_builtin(b, pos, function), (Value **)values, count);
}

Value *flow_cell_new(Builder *b, const Pos *pos, Symbol *symbol) {
    return is_bare(symbol) ? flow_named(b, OP_MAKE_CELL, pos, symbol->name, NULL, 0) : call(b, pos, "_cell", NULL, 0);
}

Value *flow_cell_get(Builder *b, const Pos *pos, Symbol *symbol) {
    Value *cell = flow_cell(b, symbol);
    if (is_bare(symbol))
        return flow_named(b, OP_CELL_GET, pos, symbol->name, &cell, 1);
    const char *function = symbol->scope->owner == b->owner ? "_cell_local" : "_cell_free";
    return call(b, pos, function, (Value *[]){cell, flow_text(b, symbol->name)}, 2);
}

void flow_cell_set(Builder *b, const Pos *pos, Symbol *symbol, Value *cell, Value *value) {
    if (is_bare(symbol))
        flow_named(b, OP_CELL_SET, pos, symbol->name, (Value *[]){cell, value}, 2);
    else
        call(b, pos, "_cell_set", (Value *[]){cell, value}, 2);
}

void flow_cell_unbind(Builder *b, const Pos *pos, Symbol *symbol) {
    Value *cell = flow_cell(b, symbol);
    call(b, pos, "_cell_unbind", &cell, 1);
}
