/* Statements but those of flow_try.c, flow_class.c, flow_func.c, flow_import.c and flow_match.c. */
#include "frontend/flow_internal.h"

static void if_statement(Builder *b, const Ast *node) {
    Block *after = ssi_block(b);
    for (;;) {
        Outcome outcome = flow_condition(b, node->a, flow_pos(b, node));
        flow_merge(b, outcome.yes);
        flow_statements(b, &node->list);
        ssi_jump(b, after);
        flow_merge(b, outcome.no);
        if (!b->block || node->list2.count != 1 || node->list2.items[0]->kind != AST_IF)
            break;
        node = node->list2.items[0];
    }
    flow_statements(b, &node->list2);
    ssi_jump(b, after);
    ssi_start(b, after);
}

void flow_poll(Builder *b, const Pos *pos) {
    if (b->flow->polls_interrupts && !b->module->source->is_library)
        flow_call(b, pos, flow_builtin(b, pos, "_poll_interrupt"), NULL, 0);
}

typedef struct Loop {
    Block *head, *after;
    const Ast *target; /* NULL: a while loop */
    Value *item;
    Value *iterator; /* if nobody else may have it, else NULL */
    const Pos *pos;
} Loop;

static void loop_body(Builder *b, const AstList *body, const Loop *loop) {
    Context context;
    flow_push(b, &context, CONTEXT_LOOP, NULL);
    context.break_block = loop->after;
    context.continue_block = loop->head;
    context.value = loop->iterator;
    context.pos = loop->pos;
    if (loop->target)
        flow_assign(b, loop->target, loop->item);
    flow_statements(b, body);
    flow_pop(b);
    ssi_jump(b, loop->head);
}

static void while_statement(Builder *b, const Ast *node) {
    Block *head = ssi_block(b), *after = ssi_block(b);
    ssi_jump(b, head);
    ssi_enter(b, head);
    flow_poll(b, flow_pos(b, node));
    bool is_true;
    if (flow_decided(b, node->a, &is_true)) /* perhaps without a normal end, where the variables would end */
        flow_end_variables(b, flow_pos(b, node));
    Outcome outcome = flow_condition(b, node->a, flow_pos(b, node));
    flow_merge(b, outcome.yes);
    loop_body(b, &node->list, &(Loop){.head = head, .after = after});
    flow_merge(b, outcome.no);
    flow_statements(b, &node->list2);
    ssi_jump(b, after);
    ssi_start(b, after);
}

/* Where a call of the program gives the iterable, that may be a generator that ends with the loop: it is marked. */
static bool mark_temporary(Builder *b, const Ast *node, const Value *iterable) {
    if (node->kind != AST_CALL || flow_builtin_name(b, node->a) || !b->last_call || b->last_call->result != iterable)
        return false;
    b->last_call->integer |= 4;
    return true;
}

static void for_statement(Builder *b, const Ast *node) {
    if (node->flag) {
        flow_unsupported(b, "U0101", node, "`async for`", "there is no event loop at run time", "use a plain `for`");
        return;
    }
    Value *iterable = flow_iterable(b, node->b);
    const Pos *pos = flow_pos(b, node);
    bool is_temporary = mark_temporary(b, node->b, iterable);
    Value *iterator = flow_op1(b, OP_ITER, pos, iterable);
    Block *head = ssi_block(b), *after = ssi_block(b), *end = node->list2.count ? ssi_block(b) : after;
    ssi_jump(b, head);
    ssi_enter(b, head);
    flow_poll(b, pos);
    Value *item = flow_next(b, pos, iterator, end);
    loop_body(b, &node->list, &(Loop){head, after, node->a, item, is_temporary ? iterator : NULL, pos});
    if (end != after) {
        ssi_start(b, end);
        flow_statements(b, &node->list2);
        ssi_jump(b, after);
    }
    ssi_start(b, after);
}

/* The last comparison among the tests of a condition: CPython puts a failing assertion there. */
static const Ast *last_comparison(const Ast *test, const Ast *so_far) {
    if (test->kind == AST_COMPARE)
        return test;
    if (test->kind == AST_UNARY && test->op == OPR_NOT)
        return last_comparison(test->a, so_far);
    if (test->kind == AST_CONDITIONAL)
        return last_comparison(test->c, last_comparison(test->b, last_comparison(test->a, so_far)));
    for (int i = 0; test->kind == AST_BOOL_OP && i < test->list.count; i++)
        so_far = last_comparison(test->list.items[i], so_far);
    return so_far;
}

static void assert_statement(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, last_comparison(node->a, node));
    Outcome outcome = flow_condition(b, node->a, flow_pos(b, node));
    flow_merge(b, outcome.no);
    if (b->block) {
        Value *error = flow_builtin(b, pos, "AssertionError");
        if (node->b) {
            Value *message = flow_expr(b, node->b);
            error = flow_call(b, pos, error, &message, 1);
        }
        flow_raise_value(b, flow_op1(b, OP_EXC_VALUE, pos, error));
    }
    flow_merge(b, outcome.yes);
}

static bool has_starred(const AstList *list) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i]->kind == AST_STARRED)
            return true;
    return false;
}

/* a, b = x, y: no tuple is made for it. */
static bool is_parallel(const Ast *node) {
    if (node->list.count != 1 || node->a->kind != AST_TUPLE)
        return false;
    const Ast *target = node->list.items[0];
    return (target->kind == AST_TUPLE || target->kind == AST_LIST) && target->list.count == node->a->list.count &&
           !has_starred(&target->list) && !has_starred(&node->a->list);
}

/* All values first, as the tuple would hold them. */
static void assign_in_parallel(Builder *b, const Ast *node) {
    int count = node->a->list.count;
    Value **values = flow_expressions(b, node->a->list.items, count);
    for (int i = 0; i < count; i++)
        flow_assign(b, node->list.items[0]->list.items[i], values[i]);
}

static void assign_statement(Builder *b, const Ast *node) {
    if (is_parallel(node)) {
        assign_in_parallel(b, node);
        return;
    }
    Value *value = flow_expr(b, node->a);
    for (int i = 0; i < node->list.count; i++)
        flow_assign(b, node->list.items[i], value);
}

static void note_field(Builder *b, const Ast *node) {
    Op *op = flow_emit(b, OP_CLASS_FIELD, flow_pos(b, node), &b->class_value, 1);
    op->name = scope_mangle(b->module->scopes, b->scope, node->a->name);
    op->module = flow_source(b, node->b);
}

/* Annotations in class bodies make fields; all are promises that inference checks. */
static void annotated_assignment(Builder *b, const Ast *node) {
    if (b->scope->kind == SCOPE_CLASS && node->flag && node->a->kind == AST_NAME)
        note_field(b, node);
    if (node->c)
        flow_assign(b, node->a, flow_expr(b, node->c));
    flow_evaluate_annotation(b, node->b);
    flow_note_attribute(b, node);
}

static bool is_constant(const Ast *node) {
    return node->kind >= AST_INT && node->kind <= AST_ELLIPSIS;
}

static void expression_statement(Builder *b, const Ast *node) {
    if (!is_constant(node))
        flow_expr(b, node);
}

static void delete_statement(Builder *b, const Ast *node) {
    for (int i = 0; i < node->list.count; i++)
        flow_delete(b, node->list.items[i]);
}

static void statement(Builder *b, const Ast *node) {
    switch ((int)node->kind) {
    case AST_EXPR:
        expression_statement(b, node->a);
        break;
    case AST_ASSIGN:
        assign_statement(b, node);
        break;
    case AST_AUG_ASSIGN:
        flow_aug_assign(b, node);
        break;
    case AST_ANN_ASSIGN:
        annotated_assignment(b, node);
        break;
    case AST_IF:
        if_statement(b, node);
        break;
    case AST_WHILE:
        while_statement(b, node);
        break;
    case AST_FOR:
        for_statement(b, node);
        break;
    case AST_RETURN:
        flow_return(b, node);
        break;
    case AST_BREAK:
    case AST_CONTINUE:
        flow_break(b, node->kind == AST_CONTINUE);
        break;
    case AST_RAISE:
        flow_raise(b, node);
        break;
    case AST_TRY:
        flow_try(b, node);
        break;
    case AST_WITH:
        flow_with(b, node);
        break;
    case AST_ASSERT:
        assert_statement(b, node);
        break;
    case AST_DELETE:
        delete_statement(b, node);
        break;
    case AST_FUNCTION_DEF:
        flow_function(b, node);
        break;
    case AST_CLASS_DEF:
        flow_class(b, node);
        break;
    case AST_IMPORT:
        flow_import(b, node);
        break;
    case AST_IMPORT_FROM:
        flow_import_from(b, node);
        break;
    case AST_MATCH:
        flow_match(b, node);
        break;
    default: /* pass, global, nonlocal */
        break;
    }
}

void flow_statements(Builder *b, const AstList *list) {
    for (int i = 0; i < list->count && b->block; i++)
        statement(b, list->items[i]);
}
