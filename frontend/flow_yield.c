/* `yield` and `yield from`.
 *
 * The exception being handled belongs to who runs: while a generator waits inside a handler of its own, its caller's is
 * the current one, and when it goes on, that of whoever resumed it is kept to be put back. So around a yield the
 * generator leaves its handlers and enters the innermost again.
 */
#include "frontend/flow_internal.h"

#include <string.h>

typedef struct Handlers {
    const Context *inner, *outer; /* of the graph, around the yield; NULL: none */
} Handlers;

static Handlers handlers_around(const Builder *b) {
    Handlers handlers = {NULL, NULL};
    for (const Context *at = b->context; at; at = at->outer)
        if (at->kind == CONTEXT_HANDLER) {
            handlers.inner = handlers.inner ? handlers.inner : at;
            handlers.outer = at;
        }
    return handlers;
}

static bool may_catch_exit(Builder *b, const Ast *type) {
    if (!type)
        return true;
    for (int i = 0; type->kind == AST_TUPLE && i < type->list.count; i++)
        if (may_catch_exit(b, type->list.items[i]))
            return true;
    const char *name = flow_builtin_name(b, type);
    return name && (!strcmp(name, "BaseException") || !strcmp(name, "GeneratorExit"));
}

/* Whether something of the generator's would run if it was thrown away here. */
static bool must_clean_up(Builder *b) {
    for (const Context *at = b->context; at; at = at->outer) {
        if (at->kind == CONTEXT_FINALLY || at->kind == CONTEXT_WITH)
            return true;
        for (int i = 0; at->kind == CONTEXT_TRY && i < at->node->list2.count; i++)
            if (may_catch_exit(b, at->node->list2.items[i]->a))
                return true;
    }
    return false;
}

static void count_cleanup(Builder *b, const Pos *pos, int change) {
    Value *number = flow_int(b, change);
    flow_call(b, pos, flow_builtin(b, pos, "_count_cleanup"), &number, 1);
}

static void suspend(Builder *b, const Pos *pos, Value *value) {
    Handlers handlers = handlers_around(b);
    bool cleans_up = must_clean_up(b);
    if (cleans_up)
        count_cleanup(b, pos, 1);
    if (handlers.outer)
        flow_op1(b, OP_LEAVE_HANDLER, pos, ssi_read(b, handlers.outer->old));
    flow_emit(b, OP_YIELD, pos, &value, 1)->integer = cleans_up;
    if (cleans_up)
        count_cleanup(b, pos, -1);
    if (handlers.outer)
        ssi_write(b, handlers.outer->old, flow_op1(b, OP_ENTER_HANDLER, pos, handlers.inner->value));
}

Value *flow_yield_value(Builder *b, const Pos *pos, Value *value) {
    suspend(b, pos, value);
    Value *sent = flow_op0(b, OP_SENT, pos);
    Value *thrown = flow_op0(b, OP_THROWN, pos);
    flow_call(b, pos, flow_builtin(b, pos, "_raise_thrown"), &thrown, 1);
    return sent;
}

/* What is sent or thrown in goes on to the iterator. */
Value *flow_yield_from(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    Value *iterator = flow_op1(b, OP_ITER, pos, flow_expr(b, node->a));
    uint32_t sent = ssi_variable(b, NULL), thrown = ssi_variable(b, NULL);
    ssi_write(b, sent, b->flow->none);
    ssi_write(b, thrown, b->flow->none);
    Block *head = ssi_block(b), *end = ssi_block(b);
    ssi_jump(b, head);
    ssi_enter(b, head);
    Value *delegate = flow_builtin(b, pos, "_delegate");
    Value *args[3] = {iterator, ssi_read(b, sent), ssi_read(b, thrown)};
    suspend(b, pos, flow_call_until(b, pos, delegate, args, 3, end));
    ssi_write(b, sent, flow_op0(b, OP_SENT, pos));
    ssi_write(b, thrown, flow_op0(b, OP_THROWN, pos));
    ssi_jump(b, head);
    if (!ssi_start(b, end))
        return b->flow->undefined;
    return flow_call(b, pos, flow_builtin(b, pos, "_return_value"), &iterator, 1);
}
