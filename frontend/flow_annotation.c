/* Annotations of the program (those of the library are signatures, see infer_sig.c). Their evaluation, which raises
 * NameError for an unbound name; and ops that tell inference what they promise, in a canonical form: names of builtin
 * classes as they are, others as module.Name, `|` and `[]`; what is not understood promises nothing. */
#include "frontend/annotation.h"
#include "frontend/flow_internal.h"

#include <string.h>

static bool are_noted(const Builder *b) {
    return !b->module->source->is_library;
}

/* ---- evaluation ---- */

/* Builtin classes that may be missing here: as annotations they do no harm. */
static bool is_known_builtin(Builder *b, const char *name) {
    static const char *const others[] = {"complex", "memoryview", "bytearray", "type",    "frozenset",
                                         "slice",   "callable",   "any",       "property"};
    const FlowModule *builtins = flow_find_module(b->flow, "builtins");
    if (builtins && scope_module_binds(builtins->scopes, name))
        return true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!strcmp(others[i], name))
            return true;
    return false;
}

static void evaluate(void *data, const Ast *node) {
    Builder *b = data;
    const char *module, *name;
    if (flow_virtual(b, node, &module, &name))
        return;
    name = flow_builtin_name(b, node);
    if (!name || !is_known_builtin(b, name))
        flow_expr(b, node);
}

static bool are_evaluated(const Builder *b) {
    return !b->module->scopes->lazy_annotations;
}

void flow_evaluate_signature(Builder *b, const Ast *function) {
    if (are_evaluated(b))
        annotation_visit_function(function, evaluate, b);
}

void flow_evaluate_annotation(Builder *b, const Ast *annotation) {
    if (are_evaluated(b) && b->scope->kind != SCOPE_FUNCTION)
        annotation_visit(annotation, evaluate, b);
}

/* ---- canonical form ---- */

/* NULL stands for a type of which nothing is known. */
static const char *canonical(Builder *b, const Scope *scope, const Ast *node);

/* The innermost binding of the name; scopes that cannot be seen from here only make it less certain. */
static const Symbol *binding_of(const Builder *b, const Scope *scope, const char *name) {
    for (; scope; scope = scope->parent) {
        const Symbol *symbol = scope_find(b->module->scopes, scope, name);
        if (symbol && symbol->is_bound && !symbol->is_global)
            return symbol;
    }
    return NULL;
}

static const char *typing_class(const char *name) {
    static const char *const rows[][2] = {{"List", "list"},        {"Dict", "dict"}, {"Set", "set"},
                                          {"Tuple", "tuple"},      {"Text", "str"},  {"FrozenSet", "frozenset"},
                                          {"Callable", "Callable"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i][0], name))
            return rows[i][1];
    return NULL;
}

/* The name in a virtual module that the node means, or NULL. */
static const char *typing_name(Builder *b, const Scope *scope, const Ast *node) {
    const Ast *first = node->kind == AST_ATTRIBUTE ? node->a : node;
    const Symbol *symbol = first->kind == AST_NAME ? binding_of(b, scope, first->name) : NULL;
    if (!symbol || !scope_is_alias(symbol) || strcmp(symbol->alias_module, "typing"))
        return NULL;
    return node->kind == AST_NAME ? symbol->alias_name : symbol->alias_name ? NULL : node->name;
}

static const char *canonical_name(Builder *b, const Scope *scope, const Ast *node) {
    const char *typing = typing_name(b, scope, node);
    if (typing)
        return typing_class(typing);
    const Symbol *symbol = node->kind == AST_NAME ? binding_of(b, scope, node->name) : NULL;
    if (!symbol)
        return node->kind == AST_NAME ? node->name : NULL;
    if (symbol->scope->kind != SCOPE_MODULE || scope_is_alias(symbol) || scope_is_local(symbol))
        return NULL;
    return arena_printf(b->scratch, "%s.%s", b->module->module->name, symbol->name);
}

static const char *either(Builder *b, const char *left, const char *right) {
    return left && right ? arena_printf(b->scratch, "%s|%s", left, right) : NULL;
}

static const char *canonical_union(Builder *b, const Scope *scope, const Ast *items) {
    if (items->kind != AST_TUPLE)
        return canonical(b, scope, items);
    const char *text = items->list.count ? canonical(b, scope, items->list.items[0]) : NULL;
    for (int i = 1; i < items->list.count; i++)
        text = either(b, text, canonical(b, scope, items->list.items[i]));
    return text;
}

static const char *argument(Builder *b, const Scope *scope, const Ast *node) {
    const char *text = node->kind == AST_ELLIPSIS ? "..." : canonical(b, scope, node);
    return text ? text : "?";
}

static const char *canonical_arguments(Builder *b, const Scope *scope, const char *name, const Ast *items) {
    if (!strcmp(name, "Callable"))
        return name;
    if (items->kind != AST_TUPLE)
        return arena_printf(b->scratch, "%s[%s]", name, argument(b, scope, items));
    const char *text = name;
    for (int i = 0; i < items->list.count; i++)
        text = arena_printf(b->scratch, "%s%c%s", text, i ? ',' : '[', argument(b, scope, items->list.items[i]));
    return items->list.count ? arena_printf(b->scratch, "%s]", text) : arena_printf(b->scratch, "%s[]", text);
}

static const char *canonical_subscript(Builder *b, const Scope *scope, const Ast *node) {
    static const char *const wrappers[] = {"Final", "ClassVar", "Annotated"};
    const char *typing = typing_name(b, scope, node->a);
    if (typing && !strcmp(typing, "Optional"))
        return either(b, canonical(b, scope, node->b), "None");
    if (typing && !strcmp(typing, "Union"))
        return canonical_union(b, scope, node->b);
    for (size_t i = 0; typing && i < sizeof wrappers / sizeof *wrappers; i++)
        if (!strcmp(typing, wrappers[i]))
            return canonical(b, scope, node->b->kind == AST_TUPLE ? node->b->list.items[0] : node->b);
    const char *name = canonical_name(b, scope, node->a);
    return name ? canonical_arguments(b, scope, name, node->b) : NULL;
}

/* A forward reference. */
static const char *canonical_text(Builder *b, const Scope *scope, const Ast *node) {
    DiagList ignored = {.arena = b->scratch};
    const Ast *inner = ast_parse_expression(b->scratch, b->program->names, b->module->source->file, &ignored,
                                            node->text, node->length);
    return inner && !ignored.count && inner->kind != AST_STR ? canonical(b, scope, inner) : NULL;
}

static const char *canonical(Builder *b, const Scope *scope, const Ast *node) {
    switch ((int)node->kind) {
    case AST_NONE:
        return "None";
    case AST_NAME:
    case AST_ATTRIBUTE:
        return canonical_name(b, scope, node);
    case AST_SUBSCRIPT:
        return canonical_subscript(b, scope, node);
    case AST_STR:
        return canonical_text(b, scope, node);
    case AST_BINARY:
        if (node->op != OPR_BITOR)
            return NULL;
        return either(b, canonical(b, scope, node->a), canonical(b, scope, node->b));
    default:
        return NULL;
    }
}

/* ---- promises ---- */

/* `value` is what the annotation of `name` speaks of. A literal None beside an annotation belongs to it. */
static Op *note(Builder *b, OpCode code, const Scope *scope, const Ast *annotation, const Ast *beside, const char *name,
                Value *value) {
    const char *text = annotation && b->block && are_noted(b) ? canonical(b, scope, annotation) : NULL;
    if (text && beside && beside->kind == AST_NONE)
        text = either(b, text, "None");
    if (!text)
        return NULL;
    Op *op = flow_emit(b, code, flow_pos(b, annotation), &value, 1);
    op->name = flow_intern(b, name);
    op->module = flow_intern(b, text);
    return op;
}

static void note_params(Builder *b, const AstList *params, int at) {
    for (int i = 0; i < params->count; i++) {
        const Ast *param = params->items[i];
        note(b, OP_ANNOTATE_VALUE, b->scope->parent, param->a, param->b, param->name, b->graph->start->inputs[at + i]);
    }
}

void flow_note_params(Builder *b, const Ast *function) {
    if (function->kind != AST_FUNCTION_DEF)
        return;
    note_params(b, &function->a->list, 0);
    note_params(b, &function->a->list2, function->a->list.count);
}

void flow_note_result(Builder *b, const Ast *expression, Value *value) {
    const Ast *function = b->owner->node;
    if (function->kind != AST_FUNCTION_DEF || b->owner->is_generator)
        return;
    Op *op = note(b, OP_ANNOTATE_VALUE, b->owner->parent, function->b, NULL, "return", value);
    if (op)
        op->pos = flow_pos(b, expression);
}

void flow_note_variable(Builder *b, const Symbol *symbol, Value *value) {
    const Ast *statement = symbol->annotated;
    if (statement)
        note(b, OP_ANNOTATE_VALUE, symbol->scope, statement->b, statement->c, symbol->name, value);
}

/* `x: T` in a class body, `self.x: T` in a method. */
void flow_note_attribute(Builder *b, const Ast *statement) {
    const Ast *target = statement->a;
    bool in_class = b->scope->kind == SCOPE_CLASS && target->kind == AST_NAME && statement->flag;
    if (in_class)
        note(b, OP_ANNOTATE_ATTRIBUTE, b->scope, statement->b, statement->c,
             scope_mangle(b->module->scopes, b->scope, target->name), b->class_value);
    else if (target->kind == AST_ATTRIBUTE && target->a->kind == AST_NAME && are_noted(b))
        note(b, OP_ANNOTATE_ATTRIBUTE, b->scope, statement->b, statement->c,
             scope_mangle(b->module->scopes, b->scope, target->name), flow_expr(b, target->a));
}
