/* The checks of expressions: see parse_scope.c. */
#include "frontend/parse_scope.h"

#include <string.h>

/* ---- parameters and arguments ---- */

static void check_annotation(Checker *checker, const Ast *annotation) {
    if (annotation)
        checker_expression(checker, annotation->kind == AST_STARRED ? annotation->a : annotation);
}

static void check_default(Checker *checker, const Ast *parameter) {
    if (!parameter)
        return;
    checker_expression(checker, parameter->b);
    check_annotation(checker, parameter->a);
}

void checker_defaults(Checker *checker, const Ast *parameters) {
    for (int i = 0; i < parameters->list.count; i++)
        check_default(checker, parameters->list.items[i]);
    for (int i = 0; i < parameters->list2.count; i++)
        check_default(checker, parameters->list2.items[i]);
    check_default(checker, parameters->a);
    check_default(checker, parameters->b);
}

static void check_parameter(Checker *checker, const Ast *node) {
    if (!node)
        return;
    if (checker_flags(checker->frame, node->name) & NAME_PARAM)
        checker_error(checker, node, "duplicate argument '%s' in function definition", node->name);
    checker_bind(checker, node, node->name);
    checker_mark(checker, checker->frame, node->name, NAME_PARAM);
}

void checker_parameters(Checker *checker, const Ast *parameters) {
    for (int i = 0; i < parameters->list.count; i++)
        check_parameter(checker, parameters->list.items[i]);
    for (int i = 0; i < parameters->list2.count; i++)
        check_parameter(checker, parameters->list2.items[i]);
    check_parameter(checker, parameters->a);
    check_parameter(checker, parameters->b);
}

static void check_lambda(Checker *checker, const Ast *node) {
    checker_defaults(checker, node->a);
    Frame frame;
    checker_enter(checker, &frame, FRAME_FUNCTION);
    frame.iterables = frame.outer->iterables;
    checker_parameters(checker, node->a);
    checker_expression(checker, node->b);
    checker_leave(checker);
}

void checker_keywords(Checker *checker, const AstList *keywords) {
    Map seen = {0};
    for (int i = 0; i < keywords->count; i++) {
        const Ast *keyword = keywords->items[i];
        if (keyword->name && !strcmp(keyword->name, "__debug__"))
            checker_error(checker, keyword, "cannot assign to __debug__");
        if (keyword->name && keywords->count > 1 &&
            (*map_put(checker->parser->arena, &seen, (uint64_t)(uintptr_t)keyword->name))++)
            checker_error(checker, keyword, "keyword argument repeated: %s", keyword->name);
        checker_expression(checker, keyword->a);
    }
}

/* ---- targets ---- */

static void check_assigned_items(Checker *checker, const Ast *target) {
    bool has_star = false;
    for (int i = 0; i < target->list.count; i++) {
        const Ast *item = target->list.items[i];
        if (item->kind == AST_STARRED && has_star)
            checker_error(checker, target, "multiple starred expressions in assignment");
        has_star |= item->kind == AST_STARRED;
        checker_assigned(checker, item->kind == AST_STARRED ? item->a : item);
    }
}

void checker_assigned(Checker *checker, const Ast *target) {
    switch ((int)target->kind) {
    case AST_NAME:
        checker_bind(checker, target, target->name);
        return;
    case AST_LIST:
    case AST_TUPLE:
        check_assigned_items(checker, target);
        return;
    case AST_STARRED:
        checker_error(checker, target, "starred assignment target must be in a list or tuple");
        checker_assigned(checker, target->a);
        return;
    case AST_ATTRIBUTE:
        if (strcmp(target->name, "__debug__") == 0)
            checker_error(checker, target, "cannot assign to __debug__");
        checker_expression(checker, target->a);
        return;
    default:
        checker_expression(checker, target);
    }
}

/* ---- comprehensions ---- */

static void mark_iteration_names(Checker *checker, const Ast *target) {
    if (target->kind == AST_NAME) {
        if (checker_flags(checker->frame, target->name) & NAME_GLOBAL)
            checker_error(checker, target, "comprehension inner loop cannot rebind assignment expression target '%s'",
                          target->name);
        checker_mark(checker, checker->frame, target->name, NAME_ITERATION);
    } else if (target->kind == AST_STARRED)
        mark_iteration_names(checker, target->a);
    else if (target->kind == AST_LIST || target->kind == AST_TUPLE)
        for (int i = 0; i < target->list.count; i++)
            mark_iteration_names(checker, target->list.items[i]);
}

static void check_iterable(Checker *checker, const Ast *iterable) {
    checker->frame->iterables++;
    checker_expression(checker, iterable);
    checker->frame->iterables--;
}

static void check_clause(Checker *checker, const Ast *clause, bool is_outermost) {
    mark_iteration_names(checker, clause->a);
    checker_assigned(checker, clause->a);
    if (!is_outermost)
        check_iterable(checker, clause->b);
    checker_expressions(checker, &clause->list);
    checker->frame->has_await |= clause->flag;
}

static bool in_async_function(const Frame *frame) {
    while (frame->kind == FRAME_COMPREHENSION)
        frame = frame->outer;
    return frame->kind == FRAME_FUNCTION && frame->is_async;
}

/* The first iterable belongs to the frame around; everything else to a frame of its own. */
static void check_comprehension(Checker *checker, const Ast *node) {
    check_iterable(checker, node->list.items[0]->b);
    Frame frame;
    checker_enter(checker, &frame, FRAME_COMPREHENSION);
    frame.comprehension = node->kind;
    frame.iterables = frame.outer->iterables;
    for (int i = 0; i < node->list.count; i++)
        check_clause(checker, node->list.items[i], i == 0);
    checker_expression(checker, node->a);
    checker_expression(checker, node->b);
    checker_leave(checker);
    if (!frame.has_await || node->kind == AST_GENERATOR)
        return;
    if (checker->frame->kind == FRAME_COMPREHENSION)
        checker->frame->has_await = true;
    else if (!in_async_function(checker->frame))
        checker_error(checker, node, "asynchronous comprehension outside of an asynchronous function");
}

/* An assignment expression binds in the first frame around that is no comprehension. */
static void check_named(Checker *checker, const Ast *node) {
    const char *name = node->a->name;
    Frame *frame = checker->frame;
    if (frame->iterables > 0)
        checker_error(checker, node, "assignment expression cannot be used in a comprehension iterable expression");
    for (; frame->kind == FRAME_COMPREHENSION; frame = frame->outer) {
        if (checker_flags(frame, name) & NAME_ITERATION)
            checker_error(checker, node->a, "assignment expression cannot rebind comprehension iteration variable '%s'",
                          name);
        checker_mark(checker, frame, name, NAME_GLOBAL);
    }
    if (frame != checker->frame && frame->kind == FRAME_CLASS)
        checker_error(checker, node, "assignment expression within a comprehension cannot be used in a class body");
    if (strcmp(name, "__debug__") == 0)
        checker_error(checker, node->a, "cannot assign to __debug__");
    checker_mark(checker, frame, name, NAME_BOUND);
    checker_expression(checker, node->b);
}

/* ---- yield and await ---- */

static void check_yield(Checker *checker, const Ast *node) {
    Frame *frame = checker->frame;
    frame->has_yield = true;
    if (frame->kind == FRAME_COMPREHENSION)
        checker_error(checker, node, "'yield' inside %s", ast_expression_name(&(Ast){.kind = frame->comprehension}));
    else if (frame->kind != FRAME_FUNCTION)
        checker_error(checker, node, "'yield' outside function");
    else if (frame->is_async && node->kind == AST_YIELD_FROM)
        checker_error(checker, node, "'yield from' inside async function");
    checker_expression(checker, node->a);
}

static void check_await(Checker *checker, const Ast *node) {
    Frame *frame = checker->frame;
    frame->has_await = true;
    if (frame->kind == FRAME_MODULE || frame->kind == FRAME_CLASS)
        checker_error(checker, node, "'await' outside function");
    else if (frame->kind == FRAME_FUNCTION && !frame->is_async)
        checker_error(checker, node, "'await' outside async function");
    checker_expression(checker, node->a);
}

/* ---- expressions ---- */

void checker_expressions(Checker *checker, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        checker_expression(checker, list->items[i]);
}

void checker_starred_expressions(Checker *checker, const AstList *list) {
    for (int i = 0; i < list->count; i++)
        checker_expression(checker, list->items[i]->kind == AST_STARRED ? list->items[i]->a : list->items[i]);
}

/* Checks all of `node` but its first child. False if that was the rest of it, too. */
static bool check_but_first(Checker *checker, const Ast *node) {
    switch ((int)node->kind) {
    case AST_NAME:
        checker_mark(checker, checker->frame, node->name, NAME_USED);
        return false;
    case AST_LAMBDA:
        check_lambda(checker, node);
        return false;
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
    case AST_GENERATOR:
        check_comprehension(checker, node);
        return false;
    case AST_NAMED:
        check_named(checker, node);
        return false;
    case AST_YIELD:
    case AST_YIELD_FROM:
        check_yield(checker, node);
        return false;
    case AST_AWAIT:
        check_await(checker, node);
        return false;
    case AST_LIST:
    case AST_TUPLE:
    case AST_SET:
        checker_starred_expressions(checker, &node->list);
        return false;
    case AST_CALL:
        checker_starred_expressions(checker, &node->list);
        checker_keywords(checker, &node->list2);
        return true;
    case AST_STARRED:
        checker_error(checker, node, "can't use starred expression here");
        return true;
    default:
        checker_expression(checker, node->b);
        checker_expression(checker, node->c);
        checker_expressions(checker, &node->list);
        checker_expressions(checker, &node->list2);
        return true;
    }
}

/* Loops along the first children, since chains of operators and calls can be very long. */
void checker_expression(Checker *checker, const Ast *node) {
    while (node && check_but_first(checker, node))
        node = node->a;
}
