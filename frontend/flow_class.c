/* Class statements: the body is part of the graph around, with variables of its own. */
#include "frontend/flow_internal.h"

#include <string.h>

static bool is_abstract_metaclass(Builder *b, const Ast *keyword) {
    const char *module, *name;
    return keyword->name && !strcmp(keyword->name, "metaclass") && flow_virtual(b, keyword->a, &module, &name) &&
           name && !strcmp(name, "ABCMeta");
}

/* The metaclass ABCMeta counts as another base: like the class ABC it says that abstract methods are looked for. */
static int keyword_bases(Builder *b, const AstList *keywords, Value **bases) {
    int count = 0;
    for (int i = 0; i < keywords->count; i++)
        if (is_abstract_metaclass(b, keywords->items[i]))
            bases[count++] = flow_expr(b, keywords->items[i]->a);
        else
            flow_unsupported(b, "U0107", keywords->items[i], "keyword arguments of a class statement",
                             "classes are laid out at compile time", "use a class decorator or a base class");
    return count;
}

static Value *new_class(Builder *b, const Ast *node, const Scope *scope, const Pos *pos) {
    int count = node->a ? node->a->list.count : 0;
    int room = count + (node->a ? node->a->list2.count : 0);
    Value **bases = arena_alloc(b->scratch, (size_t)room * sizeof *bases);
    for (int i = 0; i < count; i++) {
        const Ast *base = node->a->list.items[i];
        bases[i] = b->flow->undefined;
        if (base->kind == AST_STARRED)
            flow_unsupported(b, "U0107", base, "starred bases", "classes are laid out at compile time",
                             "name the bases");
        else
            bases[i] = flow_expr(b, base);
    }
    if (node->a)
        count += keyword_bases(b, &node->a->list2, bases + count);
    return flow_named(b, OP_CLASS_NEW, pos, scope->qualname, bases, count);
}

/* No name of the body is bound when it begins, also in a loop. */
static void forget_names(Builder *b, const Scope *scope) {
    for (int i = 0; i < scope->count; i++) {
        const Symbol *symbol = scope->list[i];
        if (scope_is_local(symbol) && b->needs_flag[symbol->slot])
            ssi_write(b, 2 * (uint32_t)symbol->slot + 1, b->flow->no);
    }
}

static void class_body(Builder *b, const Ast *node, Scope *scope, Value *class_value, const Pos *pos) {
    Scope *outer = b->scope;
    const char *function = b->function;
    const Pos *inlined_at = b->inlined_at;
    Value *outer_class = b->class_value;
    b->scope = scope;
    b->function = scope->name;
    b->inlined_at = pos;
    b->class_value = class_value;
    b->pos_node = NULL;
    forget_names(b, scope);
    flow_statements(b, &node->list);
    b->scope = outer;
    b->function = function;
    b->inlined_at = inlined_at;
    b->class_value = outer_class;
    b->pos_node = NULL;
}

static bool derives_from_builtin(Builder *b, const Ast *node) {
    for (int i = 0; node->a && i < node->a->list.count; i++)
        if (node->a->list.items[i]->kind == AST_NAME && flow_builtin_name(b, node->a->list.items[i]))
            return true;
    return false;
}

static bool binds(const Scope *scope, const char *name) {
    for (int i = 0; i < scope->count; i++)
        if (!strcmp(scope->list[i]->name, name) && scope_is_local(scope->list[i]))
            return true;
    return false;
}

/* The library's containers have a __bool__, CPython's do not: there a __len__ of the subclass says what is true. */
static void length_is_truth(Builder *b, const Ast *node, const Scope *scope, Value *class_value, const Pos *pos) {
    if (!binds(scope, "__len__") || binds(scope, "__bool__") || !derives_from_builtin(b, node))
        return;
    Value *args[2] = {class_value, flow_builtin(b, pos, "_truth_of_length")};
    flow_named(b, OP_CLASS_SET, pos, flow_intern(b, "__bool__"), args, 2);
}

static const Ast *docstring(const AstList *body) {
    const Ast *first = body->count && body->items[0]->kind == AST_EXPR ? body->items[0]->a : NULL;
    return first && first->kind == AST_STR ? first : NULL;
}

Value *flow_docstring(Builder *b, const AstList *body) {
    const Ast *text = docstring(body);
    return text ? flow_str(b, text->text, text->length) : b->flow->none;
}

void flow_describe(Builder *b, const Ast *function, Graph *graph) {
    const Ast *text = b->flow->reads_docstrings ? docstring(&function->list) : NULL;
    if (text && memchr(text->text, 0, text->length))
        flow_unsupported(b, "U0110", text, "`__doc__` in a program with such a docstring", "it holds a NUL", "drop it");
    else if (text)
        graph->doc = arena_text(b->program->arena, text->text, text->length);
}

/* Dataclasses and named tuples have a text of their own if they have no docstring. */
static bool may_be_described(const Ast *node) {
    bool may = node->list2.count > 0;
    for (int i = 0; node->a && i < node->a->list.count; i++) {
        const Ast *base = node->a->list.items[i];
        may |= (base->kind == AST_NAME || base->kind == AST_ATTRIBUTE) && !strcmp(base->name, "NamedTuple");
    }
    return may;
}

/* Each class has a __doc__ of its own, if anybody asks for one. */
static void set_docstring(Builder *b, const Ast *node, const Scope *scope, Value *class_value, const Pos *pos) {
    if (!b->flow->reads_docstrings || b->module->source->is_library || binds(scope, "__doc__"))
        return;
    Value *args[2] = {class_value, flow_docstring(b, &node->list)};
    if (args[1] == b->flow->none && may_be_described(node))
        flow_unsupported(b, "U0110", node, "`__doc__` in a program with such a class that has no docstring",
                         "CPython makes a text of its attributes", "write a docstring");
    flow_named(b, OP_CLASS_SET, pos, flow_intern(b, "__doc__"), args, 2);
}

void flow_class(Builder *b, const Ast *node) {
    Scope *scope = scope_of(b->module->scopes, node);
    Value **decorators = flow_decorators(b, &node->list2);
    const Pos *pos = flow_pos(b, node);
    Value *class_value = new_class(b, node, scope, pos);
    class_body(b, node, scope, class_value, pos);
    set_docstring(b, node, scope, class_value, pos);
    length_is_truth(b, node, scope, class_value, pos);
    Value *result = flow_decorate(b, &node->list2, decorators, class_value);
    flow_write_name(b, pos, node->name, result);
}
