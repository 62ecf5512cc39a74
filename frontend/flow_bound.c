/* Which reads of locals may find them unbound: definite assignment over the syntax tree.
 *
 * The state is the set of slots that are bound on every path; unreachable code has them all. A `del` or an except
 * clause's end takes a slot out. Loops and handlers are not iterated: at a loop's head and at a handler every slot that
 * is ever deleted counts as unbound. Each name is visited once; a doubtful one gets Ast.flag. A checked read binds.
 */
#include "frontend/annotation.h"
#include "frontend/flow_internal.h"

#include <string.h>

typedef struct Loop {
    struct Loop *outer;
    uint64_t *at_break;
} Loop;

typedef struct Walk {
    Builder *b;
    const Scope *scope;
    uint64_t *bound;
    uint64_t *deletable;
    int words;
    Loop *loop;
} Walk;

static void walk(Walk *w, const Ast *node);
static void walk_list(Walk *w, const AstList *list);
static void walk_part(void *data, const Ast *node);

/* ---- sets ---- */

static uint64_t *copy_of(Walk *w, const uint64_t *set) {
    uint64_t *copy = arena_alloc(w->b->scratch, (size_t)w->words * sizeof *copy);
    if (w->words)
        memcpy(copy, set, (size_t)w->words * sizeof *copy);
    return copy;
}

static void meet(Walk *w, uint64_t *set, const uint64_t *other) {
    for (int i = 0; i < w->words; i++)
        set[i] &= other[i];
}

static void make_unreachable(Walk *w) {
    for (int i = 0; i < w->words; i++)
        w->bound[i] = ~0ULL;
}

static void forget_deletable(Walk *w) {
    for (int i = 0; i < w->words; i++)
        w->bound[i] &= ~w->deletable[i];
}

static bool is_bound(const Walk *w, int slot) {
    return w->bound[slot / 64] >> (slot % 64) & 1;
}

static void set_bound(Walk *w, int slot, bool value) {
    if (value)
        w->bound[slot / 64] |= 1ULL << (slot % 64);
    else
        w->bound[slot / 64] &= ~(1ULL << (slot % 64));
}

/* ---- names ---- */

/* The slot of a variable of this graph that is not a cell, or -1. */
static int slot_of(Walk *w, const char *name) {
    const Symbol *symbol = scope_find(w->b->module->scopes, w->scope, name);
    if (!symbol || !symbol->definer || symbol->definer->is_captured)
        return -1;
    return scope_slot(w->b->owner, symbol->definer);
}

static void bind(Walk *w, const char *name, bool value) {
    int slot = slot_of(w, name);
    if (slot >= 0)
        set_bound(w, slot, value);
}

static void read(Walk *w, const Ast *node) {
    int slot = slot_of(w, node->name);
    if (slot < 0 || is_bound(w, slot))
        return;
    ((Ast *)node)->flag = true; /* the tree is the front end's own; a NAME has no other use of flag */
    w->b->needs_flag[slot] = true;
    if (w->b->owner->slots[slot]->scope->kind != SCOPE_CLASS)
        set_bound(w, slot, true);
}

static void walk_target(Walk *w, const Ast *node) {
    if (node->kind == AST_NAME) {
        bind(w, node->name, true);
    } else if (node->kind == AST_TUPLE || node->kind == AST_LIST) {
        for (int i = 0; i < node->list.count; i++)
            walk_target(w, node->list.items[i]);
    } else if (node->kind == AST_STARRED) {
        walk_target(w, node->a);
    } else {
        walk(w, node);
    }
}

static void walk_deleted(Walk *w, const Ast *node) {
    if (node->kind == AST_NAME) {
        read(w, node);
        bind(w, node->name, false);
    } else if (node->kind == AST_TUPLE || node->kind == AST_LIST) {
        for (int i = 0; i < node->list.count; i++)
            walk_deleted(w, node->list.items[i]);
    } else {
        walk(w, node);
    }
}

/* ---- control flow ---- */

/* Walks what may be skipped. */
static void walk_maybe(Walk *w, const Ast *node) {
    uint64_t *skipped = copy_of(w, w->bound);
    walk(w, node);
    meet(w, w->bound, skipped);
}

static void walk_two(Walk *w, const AstList *one, const AstList *two) {
    uint64_t *before = copy_of(w, w->bound);
    walk_list(w, one);
    uint64_t *after = w->bound;
    w->bound = before;
    walk_list(w, two);
    meet(w, w->bound, after);
}

/* Iterates along `elif`. */
static void walk_if(Walk *w, const Ast *node) {
    uint64_t *ends = NULL;
    for (;; node = node->list2.items[0]) {
        walk(w, node->a);
        uint64_t *otherwise = copy_of(w, w->bound);
        walk_list(w, &node->list);
        if (ends)
            meet(w, ends, w->bound);
        else
            ends = w->bound;
        w->bound = otherwise;
        if (node->list2.count != 1 || node->list2.items[0]->kind != AST_IF)
            break;
    }
    walk_list(w, &node->list2);
    meet(w, w->bound, ends);
}

static void walk_conditional(Walk *w, const Ast *node) {
    walk(w, node->a);
    walk_two(w, &(AstList){(Ast *[]){node->b}, 1, 1}, &(AstList){(Ast *[]){node->c}, 1, 1});
}

static void walk_bool_op(Walk *w, const Ast *node) {
    walk(w, node->list.items[0]);
    uint64_t *first = copy_of(w, w->bound);
    for (int i = 1; i < node->list.count; i++)
        walk(w, node->list.items[i]);
    meet(w, w->bound, first);
}

static uint64_t *everything(Walk *w) {
    uint64_t *saved = w->bound;
    w->bound = copy_of(w, saved);
    make_unreachable(w);
    uint64_t *all = w->bound;
    w->bound = saved;
    return all;
}

static void walk_while(Walk *w, const Ast *node) {
    bool value, decided = flow_decided(w->b, node->a, &value);
    Loop loop = {w->loop, everything(w)};
    forget_deletable(w);
    walk(w, node->a);
    uint64_t *end = copy_of(w, w->bound);
    w->loop = &loop;
    walk_list(w, &node->list);
    w->loop = loop.outer;
    w->bound = end;
    if (decided && value)
        make_unreachable(w);
    walk_list(w, &node->list2);
    meet(w, w->bound, loop.at_break);
}

static void walk_for(Walk *w, const Ast *node) {
    Loop loop = {w->loop, everything(w)};
    walk(w, node->b);
    forget_deletable(w);
    uint64_t *end = copy_of(w, w->bound);
    w->loop = &loop;
    walk_target(w, node->a);
    walk_list(w, &node->list);
    w->loop = loop.outer;
    w->bound = end;
    walk_list(w, &node->list2);
    meet(w, w->bound, loop.at_break);
}

static void walk_handlers(Walk *w, const Ast *node, const uint64_t *at_handler, uint64_t *ends) {
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *handler = node->list2.items[i];
        w->bound = copy_of(w, at_handler);
        if (handler->a)
            walk(w, handler->a);
        if (handler->name)
            bind(w, handler->name, true);
        walk_list(w, &handler->list);
        if (handler->name)
            bind(w, handler->name, false);
        meet(w, ends, w->bound);
    }
}

/* The finally part is entered in the weakest state; what was bound before it on the normal way stays so. */
static void walk_finally(Walk *w, const Ast *suite, uint64_t *weakest) {
    uint64_t *normal = w->bound;
    bool is_live = false;
    for (int i = 0; i < w->words; i++)
        is_live |= normal[i] != ~0ULL;
    w->bound = weakest;
    walk_list(w, &suite->list);
    for (int i = 0; i < w->words; i++)
        w->bound[i] = is_live ? w->bound[i] | (normal[i] & ~w->deletable[i]) : ~0ULL;
    if (w->loop)
        for (int i = 0; i < w->words; i++)
            w->loop->at_break[i] &= ~w->deletable[i] | w->bound[i];
}

static void walk_try(Walk *w, const Ast *node) {
    uint64_t *before = w->bound;
    forget_deletable(w);
    w->bound = copy_of(w, before);
    walk_list(w, &node->list);
    if (node->a)
        walk_list(w, &node->a->list);
    uint64_t *ends = w->bound;
    walk_handlers(w, node, before, ends);
    w->bound = ends;
    if (node->b)
        walk_finally(w, node->b, before);
}

/* An exception in the body may be swallowed. */
static void walk_with(Walk *w, const Ast *node) {
    for (int i = 0; i < node->list2.count; i++)
        walk(w, node->list2.items[i]->a);
    uint64_t *swallowed = copy_of(w, w->bound);
    for (int i = 0; i < w->words; i++)
        swallowed[i] &= ~w->deletable[i];
    for (int i = 0; i < node->list2.count; i++)
        if (node->list2.items[i]->b)
            walk_target(w, node->list2.items[i]->b);
    walk_list(w, &node->list);
    meet(w, w->bound, swallowed);
}

static void walk_pattern(Walk *w, const Ast *node) {
    if (node->kind == AST_PAT_VALUE) {
        walk(w, node->a);
        return;
    }
    if (node->name)
        bind(w, node->name, true);
    if (node->a && node->kind == AST_PAT_CLASS)
        walk(w, node->a);
    else if (node->a)
        walk_pattern(w, node->a);
    const AstList *children = node->kind == AST_PAT_MAPPING ? &node->list2 : &node->list;
    for (int i = 0; i < children->count; i++)
        walk_pattern(w, children->items[i]);
    for (int i = 0; node->kind == AST_PAT_CLASS && i < node->list2.count; i++)
        walk_pattern(w, node->list2.items[i]->a);
}

static void walk_match(Walk *w, const Ast *node) {
    walk(w, node->a);
    uint64_t *before = w->bound, *ends = copy_of(w, before);
    for (int i = 0; i < node->list.count; i++) {
        const Ast *part = node->list.items[i];
        w->bound = copy_of(w, before);
        walk_pattern(w, part->a);
        if (part->b)
            walk(w, part->b);
        walk_list(w, &part->list);
        if (i)
            meet(w, ends, w->bound);
        else
            ends = w->bound;
        if (part->a->kind == AST_PAT_AS && !part->a->a && !part->b)
            break;
        if (i + 1 == node->list.count)
            meet(w, ends, before);
    }
    w->bound = ends;
}

static void walk_jump(Walk *w, const Ast *node) {
    if (node->a)
        walk(w, node->a);
    if (node->b)
        walk(w, node->b);
    if (node->kind == AST_BREAK && w->loop)
        meet(w, w->loop->at_break, w->bound);
    make_unreachable(w);
}

/* ---- scopes ---- */

static void unbind_scope(Walk *w, const Scope *scope) {
    for (int i = 0; i < scope->count; i++)
        if (scope_is_local(scope->list[i]))
            set_bound(w, scope->list[i]->slot, false);
}

static void walk_defaults(Walk *w, const AstList *params) {
    for (int i = 0; i < params->count; i++)
        if (params->items[i]->b)
            walk(w, params->items[i]->b);
}

static void walk_part(void *data, const Ast *node) {
    walk(data, node);
}

static void walk_function(Walk *w, const Ast *node) {
    walk_list(w, &node->list2);
    walk_defaults(w, &node->a->list);
    walk_defaults(w, &node->a->list2);
    if (node->kind == AST_FUNCTION_DEF && !w->b->module->scopes->lazy_annotations)
        annotation_visit_function(node, walk_part, w);
    if (node->kind == AST_FUNCTION_DEF)
        bind(w, node->name, true);
}

static void walk_class(Walk *w, const Ast *node) {
    walk_list(w, &node->list2);
    if (node->a)
        walk(w, node->a);
    const Scope *outer = w->scope;
    w->scope = scope_of(w->b->module->scopes, node);
    unbind_scope(w, w->scope);
    walk_list(w, &node->list);
    w->scope = outer;
    bind(w, node->name, true);
}

static void walk_comprehension(Walk *w, const Ast *node) {
    walk(w, node->list.items[0]->b);
    if (node->kind == AST_GENERATOR)
        return;
    const Scope *outer = w->scope;
    w->scope = scope_of(w->b->module->scopes, node);
    uint64_t *before = copy_of(w, w->bound);
    unbind_scope(w, w->scope);
    for (int i = 0; i < node->list.count; i++) {
        const Ast *part = node->list.items[i];
        if (i)
            walk(w, part->b);
        walk_target(w, part->a);
        walk_list(w, &part->list);
    }
    walk(w, node->a);
    if (node->b)
        walk(w, node->b);
    w->scope = outer;
    w->bound = before;
}

/* ---- everything else ---- */

static void walk_import(Walk *w, const Ast *node) {
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        const char *dot = strchr(alias->name, '.');
        const char *first =
            dot ? intern_n(w->b->program->names, alias->name, (size_t)(dot - alias->name)) : alias->name;
        bind(w, alias->text ? alias->text : first, true);
    }
}

static void walk_list(Walk *w, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i])
            walk(w, list->items[i]);
}

static void walk_children(Walk *w, const Ast *node) {
    const Ast *children[] = {node->a, node->b, node->c, node->d};
    for (int i = 0; i < 4; i++)
        if (children[i])
            walk(w, children[i]);
    walk_list(w, &node->list);
    walk_list(w, &node->list2);
}

/* Iterates along the left operands; binds before the rightmost in evaluation order do not matter to the others. */
static void walk_binary(Walk *w, const Ast *node) {
    int depth = 0;
    for (const Ast *at = node; at->kind == AST_BINARY; at = at->a)
        depth++;
    const Ast **spine = arena_alloc(w->b->scratch, (size_t)depth * sizeof *spine);
    for (int i = 0; i < depth; i++, node = node->a)
        spine[i] = node;
    walk(w, node);
    while (depth--)
        walk(w, spine[depth]->b);
}

static void walk_assignment(Walk *w, const Ast *node) {
    if (node->kind == AST_AUG_ASSIGN) {
        if (node->a->kind == AST_NAME)
            read(w, node->a);
        walk(w, node->b);
        walk_target(w, node->a);
    } else if (node->kind == AST_ANN_ASSIGN) {
        if (node->c)
            walk(w, node->c);
        if (node->c || node->a->kind != AST_NAME)
            walk_target(w, node->a);
        if (!w->b->module->scopes->lazy_annotations && w->scope->kind != SCOPE_FUNCTION)
            annotation_visit(node->b, walk_part, w);
    } else if (node->kind == AST_NAMED) {
        walk(w, node->b);
        walk_target(w, node->a);
    } else {
        walk(w, node->a);
        for (int i = 0; i < node->list.count; i++)
            walk_target(w, node->list.items[i]);
    }
}

static void walk_assert(Walk *w, const Ast *node) {
    walk(w, node->a);
    if (node->b)
        walk_maybe(w, node->b);
}

static void walk(Walk *w, const Ast *node) {
    switch ((int)node->kind) {
    case AST_NAME:
        if (!node->text)
            read(w, node);
        break;
    case AST_BINARY:
        walk_binary(w, node);
        break;
    case AST_ASSIGN:
    case AST_AUG_ASSIGN:
    case AST_ANN_ASSIGN:
    case AST_NAMED:
        walk_assignment(w, node);
        break;
    case AST_DELETE:
        for (int i = 0; i < node->list.count; i++)
            walk_deleted(w, node->list.items[i]);
        break;
    case AST_IF:
        walk_if(w, node);
        break;
    case AST_CONDITIONAL:
        walk_conditional(w, node);
        break;
    case AST_BOOL_OP:
        walk_bool_op(w, node);
        break;
    case AST_WHILE:
        walk_while(w, node);
        break;
    case AST_FOR:
        walk_for(w, node);
        break;
    case AST_TRY:
        walk_try(w, node);
        break;
    case AST_WITH:
        walk_with(w, node);
        break;
    case AST_MATCH:
        walk_match(w, node);
        break;
    case AST_ASSERT:
        walk_assert(w, node);
        break;
    case AST_RETURN:
    case AST_RAISE:
    case AST_BREAK:
    case AST_CONTINUE:
        walk_jump(w, node);
        break;
    case AST_FUNCTION_DEF:
    case AST_LAMBDA:
        walk_function(w, node);
        break;
    case AST_CLASS_DEF:
        walk_class(w, node);
        break;
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
    case AST_GENERATOR:
        walk_comprehension(w, node);
        break;
    case AST_IMPORT:
    case AST_IMPORT_FROM:
        walk_import(w, node);
        break;
    case AST_GLOBAL:
    case AST_NONLOCAL:
        break;
    default:
        walk_children(w, node);
    }
}

void flow_mark_unbound(Builder *b, const Ast *function) {
    Walk w = {.b = b, .scope = b->owner, .words = (b->owner->slot_count + 63) / 64};
    b->needs_flag = arena_alloc(b->scratch, (size_t)b->owner->slot_count * sizeof *b->needs_flag);
    w.bound = arena_alloc(b->scratch, (size_t)w.words * sizeof *w.bound);
    w.deletable = arena_alloc(b->scratch, (size_t)w.words * sizeof *w.deletable);
    for (int i = 0; i < b->owner->slot_count; i++) {
        const Symbol *symbol = b->owner->slots[i];
        set_bound(&w, i, symbol->is_param || symbol->is_captured);
        if (symbol->is_deleted)
            w.deletable[i / 64] |= 1ULL << (i % 64);
    }
    if (function->kind == AST_FUNCTION_DEF || function->kind == AST_MODULE)
        walk_list(&w, &function->list);
    else if (function->kind == AST_LAMBDA)
        walk(&w, function->b);
}
