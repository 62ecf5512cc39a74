/* Leaving statements early, and what happens then: raise, return, break, continue, try, with.
 *
 * Contexts (flow_internal.h) say what is around the current statement. Where control leaves some of them, their parts
 * (finally bodies, calls of __exit__, the end of a handler) are built again, in the context outside of each.
 */
#include "frontend/flow_internal.h"

/* ---- contexts ---- */

void flow_push(Builder *b, Context *context, ContextKind kind, Block *handler) {
    *context = (Context){.kind = kind, .outer = b->context, .handler = handler};
    b->context = context;
}

void flow_pop(Builder *b) {
    b->context = b->context->outer;
}

/* A block for exceptions; its input is the exception. */
static Block *handler_block(Builder *b) {
    Block *block = ssi_block(b);
    ssi_add_input(b, block, NULL);
    return block;
}

static void leave_handler(Builder *b, const Pos *pos, Value *old) {
    flow_op1(b, OP_LEAVE_HANDLER, pos, old);
}

static Value *call_exit(Builder *b, const Pos *pos, Value *exit, Value *type, Value *exception) {
    return flow_call(b, pos, exit, (Value *[]){type, exception, b->flow->none}, 3);
}

/* What has to be done when control leaves `context` other than by an exception. */
static void leave_context(Builder *b, const Context *context) {
    Value *none = b->flow->none;
    switch (context->kind) {
    case CONTEXT_FINALLY:
        flow_statements(b, &context->node->list);
        break;
    case CONTEXT_WITH:
        call_exit(b, context->pos, context->value, none, none);
        break;
    case CONTEXT_HANDLER:
        leave_handler(b, context->pos, ssi_read(b, context->old));
        break;
    case CONTEXT_NAME:
        flow_unbind_name(b, context->pos, context->node->name);
        break;
    case CONTEXT_LOOP:
        if (context->value)
            flow_call(b, context->pos, flow_builtin(b, context->pos, "_drop_iterator"), &context->value, 1);
        break;
    case CONTEXT_TRY:
        break;
    }
}

static void leave_until(Builder *b, const Context *until) {
    Context *saved = b->context;
    while (b->context != until && b->block) {
        const Context *left = b->context;
        b->context = left->outer;
        leave_context(b, left);
    }
    b->context = saved;
}

/* The parser has checked that there is a loop. */
void flow_break(Builder *b, bool is_continue) {
    const Context *loop = b->context;
    while (loop->kind != CONTEXT_LOOP)
        loop = loop->outer;
    leave_until(b, is_continue ? loop : loop->outer);
    ssi_jump(b, is_continue ? loop->continue_block : loop->break_block);
}

void flow_return(Builder *b, const Ast *node) {
    Value *value = node->a ? flow_expr(b, node->a) : b->flow->none;
    if (node->a)
        flow_note_result(b, node->a, value);
    leave_until(b, NULL);
    flow_end_variables(b, flow_pos(b, node));
    ssi_jump_with(b, b->graph->return_block, value);
}

/* ---- raise ---- */

void flow_raise_value(Builder *b, Value *exception) {
    for (const Context *at = b->context; at; at = at->outer)
        if (at->handler) {
            ssi_jump_with(b, at->handler, exception);
            return;
        }
    ssi_jump_with(b, b->graph->except_block, exception);
}

void flow_raise(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    if (!node->a) {
        flow_raise_value(b, flow_op0(b, OP_CURRENT_EXC, pos));
        return;
    }
    Value *operand = flow_expr(b, node->a);
    Value *cause = node->b ? flow_expr(b, node->b) : NULL;
    Value *exception = flow_op1(b, OP_EXC_VALUE, pos, operand);
    if (cause)
        flow_op2(b, OP_SET_CAUSE, pos, exception, cause);
    flow_end_variables(b, pos);
    flow_raise_value(b, exception);
}

/* ---- try ---- */

/* A handler in the making: its end has to be built for exceptions in it, too. */
typedef struct Handling {
    Context context;
    Value *exception;
    const Pos *pos;
} Handling;

/* Loops and most handlers of the library drop the StopIteration that its iterators share: only others look at it. */
static Value *caught(Builder *b, const Pos *pos, bool is_dropped) {
    Value *exception = b->block->inputs[0];
    return is_dropped ? exception : flow_op1(b, OP_CAUGHT, pos, exception);
}

/* The current block is that of the handler. */
static void begin_handling(Builder *b, Handling *handling, const Pos *pos, bool drops) {
    handling->pos = pos;
    handling->exception = caught(b, pos, drops);
    uint32_t old = ssi_variable(b, NULL);
    ssi_write(b, old, flow_op1(b, OP_ENTER_HANDLER, pos, handling->exception));
    flow_push(b, &handling->context, CONTEXT_HANDLER, handler_block(b));
    handling->context.value = handling->exception;
    handling->context.old = old;
    handling->context.pos = pos;
}

/* After flow_pop: the way of exceptions raised in the handler. */
static void end_handling(Builder *b, const Handling *handling) {
    if (!ssi_start(b, handling->context.handler))
        return;
    Value *exception = caught(b, handling->pos, b->graph->is_hidden);
    leave_handler(b, handling->pos, ssi_read(b, handling->context.old));
    flow_raise_value(b, exception);
}

/* On the way out the exception is raised again. */
static void raise_again(Builder *b, const Handling *handling) {
    leave_handler(b, handling->pos, ssi_read(b, handling->context.old));
    flow_raise_value(b, handling->exception);
}

static void named_clause(Builder *b, const Ast *clause, Value *exception) {
    const Pos *pos = flow_pos(b, clause);
    Context context;
    flow_write_name(b, pos, clause->name, exception);
    flow_push(b, &context, CONTEXT_NAME, handler_block(b));
    context.node = clause;
    context.pos = pos;
    context.copy = ssi_variable(b, clause->name);
    context.has_copy = true;
    ssi_write(b, context.copy, exception);
    flow_statements(b, &clause->list);
    flow_pop(b);
    flow_unbind_name(b, pos, clause->name);
    Block *after = b->block;
    if (ssi_start(b, context.handler)) {
        Value *raised = b->block->inputs[0];
        flow_unbind_name(b, pos, clause->name);
        flow_raise_value(b, raised);
    }
    b->block = after;
}

/* Returns with the way on which the clause did not match. */
static void clause(Builder *b, const Ast *clause, Handling *handling, Block *after) {
    BlockList mismatch = {NULL, NULL};
    if (clause->a) {
        const Pos *pos = flow_pos(b, clause);
        Value *type = flow_expr(b, clause->a);
        Value *match = flow_op2(b, OP_EXC_MATCH, pos, handling->exception, type);
        Outcome outcome = flow_truth(b, match, pos);
        mismatch = outcome.no;
        flow_merge(b, outcome.yes);
    }
    if (clause->name)
        named_clause(b, clause, handling->exception);
    else
        flow_statements(b, &clause->list);
    if (b->block)
        leave_handler(b, handling->pos, ssi_read(b, handling->context.old));
    ssi_jump(b, after);
    flow_merge(b, mismatch);
}

static bool names_exception(const Ast *node) {
    for (int i = 0; i < node->list2.count; i++)
        if (((const Ast *)node->list2.items[i])->name)
            return true;
    return false;
}

static void handlers(Builder *b, const Ast *node, Block *after) {
    Handling handling;
    begin_handling(b, &handling, flow_pos(b, node), b->graph->is_hidden && !names_exception(node));
    for (int i = 0; i < node->list2.count && b->block; i++)
        clause(b, node->list2.items[i], &handling, after);
    flow_pop(b);
    if (b->block)
        raise_again(b, &handling);
    end_handling(b, &handling);
}

static void try_except(Builder *b, const Ast *node) {
    Context context;
    Block *handler = handler_block(b), *after = ssi_block(b);
    flow_push(b, &context, CONTEXT_TRY, handler);
    context.node = node;
    flow_statements(b, &node->list);
    flow_pop(b);
    if (node->a)
        flow_statements(b, &node->a->list);
    ssi_jump(b, after);
    if (ssi_start(b, handler))
        handlers(b, node, after);
    ssi_start(b, after);
}

static void finally_after_exception(Builder *b, const Ast *suite) {
    Handling handling;
    begin_handling(b, &handling, flow_pos(b, suite), b->graph->is_hidden);
    flow_statements(b, &suite->list);
    flow_pop(b);
    if (b->block)
        raise_again(b, &handling);
    end_handling(b, &handling);
}

static void try_finally(Builder *b, const Ast *node) {
    Context context;
    Block *handler = handler_block(b);
    flow_push(b, &context, CONTEXT_FINALLY, handler);
    context.node = node->b;
    if (node->list2.count)
        try_except(b, node);
    else
        flow_statements(b, &node->list);
    flow_pop(b);
    flow_statements(b, &node->b->list);
    Block *after = b->block;
    if (ssi_start(b, handler))
        finally_after_exception(b, node->b);
    b->block = after;
}

void flow_try(Builder *b, const Ast *node) {
    if (node->flag)
        flow_unsupported(b, "U0106", node, "`except*`", "exception groups are not there yet", "use `except`");
    else if (node->b)
        try_finally(b, node);
    else
        try_except(b, node);
}

/* ---- with ---- */

static void exit_after_exception(Builder *b, const Pos *pos, Value *exit, Block *after) {
    Handling handling;
    begin_handling(b, &handling, pos, b->graph->is_hidden);
    Value *type = flow_op1(b, OP_TYPE_PY, pos, handling.exception);
    Value *result = call_exit(b, pos, exit, type, handling.exception);
    Outcome swallowed = flow_truth(b, result, pos);
    flow_pop(b);
    flow_merge(b, swallowed.yes);
    leave_handler(b, pos, ssi_read(b, handling.context.old));
    ssi_jump(b, after);
    flow_merge(b, swallowed.no);
    raise_again(b, &handling);
    end_handling(b, &handling);
}

static void with_items(Builder *b, const Ast *node, int at) {
    if (at == node->list2.count) {
        flow_statements(b, &node->list);
        return;
    }
    const Ast *item = node->list2.items[at];
    Value *manager = flow_expr(b, item->a);
    const Pos *pos = flow_pos(b, node);
    Value *enter = flow_getattr(b, pos, manager, "__enter__");
    Value *exit = flow_getattr(b, pos, manager, "__exit__");
    Value *entered = flow_call(b, pos, enter, NULL, 0);
    Context context;
    Block *handler = handler_block(b), *after = ssi_block(b);
    flow_push(b, &context, CONTEXT_WITH, handler);
    context.value = exit;
    context.pos = pos;
    if (item->b)
        flow_assign(b, item->b, entered);
    with_items(b, node, at + 1);
    flow_pop(b);
    if (b->block)
        call_exit(b, pos, exit, b->flow->none, b->flow->none);
    ssi_jump(b, after);
    if (ssi_start(b, handler))
        exit_after_exception(b, pos, exit, after);
    ssi_start(b, after);
}

void flow_with(Builder *b, const Ast *node) {
    if (node->flag)
        flow_unsupported(b, "U0101", node, "`async with`", "there is no event loop at run time", "use a plain `with`");
    else
        with_items(b, node, 0);
}
