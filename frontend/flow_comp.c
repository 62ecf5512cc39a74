/* Comprehensions, inlined with variables of their own, and generator expressions, which are functions.
 *
 * CPython runs a comprehension in a frame of its own, which tracebacks show: its ops' positions say so (inlined_at).
 */
#include "frontend/flow_internal.h"

typedef struct Comprehension {
    const Ast *node;
    const Pos *pos;
    Value *all; /* what is being built; NULL: a generator expression */
} Comprehension;

static void comprehension_loop(Builder *b, const Comprehension *c, int depth, Value *iterator);

static void element(Builder *b, const Comprehension *c) {
    Value *value = flow_expr(b, c->node->a);
    if (c->node->kind == AST_GENERATOR)
        flow_yield_value(b, c->pos, value);
    else if (c->node->kind == AST_LIST_COMP)
        flow_op2(b, OP_LIST_APPEND, c->pos, c->all, value);
    else if (c->node->kind == AST_SET_COMP)
        flow_op2(b, OP_SET_ADD, c->pos, c->all, value);
    else
        flow_op3(b, OP_DICT_SET, c->pos, c->all, value, flow_expr(b, c->node->b));
}

/* The conditions of the part at `depth`, then the parts after it, then the element. */
static void comprehension_body(Builder *b, const Comprehension *c, int depth, Block *head) {
    const Ast *part = c->node->list.items[depth];
    for (int i = 0; i < part->list.count; i++) {
        Outcome outcome = flow_condition(b, part->list.items[i], c->pos);
        flow_merge_into(b, outcome.no, head);
        flow_merge(b, outcome.yes);
    }
    if (!b->block)
        return;
    if (depth + 1 == c->node->list.count) {
        element(b, c);
        return;
    }
    Value *inner = flow_iterable(b, c->node->list.items[depth + 1]->b);
    comprehension_loop(b, c, depth + 1, flow_op1(b, OP_ITER, c->pos, inner));
}

static void comprehension_loop(Builder *b, const Comprehension *c, int depth, Value *iterator) {
    Block *head = ssi_block(b), *end = ssi_block(b);
    if (c->node->list.items[depth]->flag)
        flow_unsupported(b, "U0101", c->node, "`async for`", "there is no event loop at run time", "use a plain `for`");
    ssi_jump(b, head);
    ssi_enter(b, head);
    Value *item = flow_next(b, c->pos, iterator, end);
    flow_assign(b, c->node->list.items[depth]->a, item);
    comprehension_body(b, c, depth, head);
    ssi_jump(b, head);
    ssi_start(b, end);
}

static OpCode build_op(const Ast *node) {
    return node->kind == AST_LIST_COMP ? OP_BUILD_LIST : node->kind == AST_SET_COMP ? OP_BUILD_SET : OP_BUILD_DICT;
}

Value *flow_comprehension(Builder *b, const Ast *node) {
    Value *iterable = flow_iterable(b, node->list.items[0]->b);
    const Pos *outside = flow_pos(b, node);
    Value *iterator = flow_op1(b, OP_ITER, outside, iterable);
    Scope *scope = b->scope;
    const char *function = b->function;
    const Pos *inlined_at = b->inlined_at;
    b->scope = scope_of(b->module->scopes, node);
    b->function = b->scope->name;
    b->inlined_at = outside;
    b->pos_node = NULL;
    Comprehension c = {node, flow_pos(b, node), NULL};
    flow_make_cells(b, b->scope, c.pos);
    c.all = flow_op0(b, build_op(node), c.pos);
    comprehension_loop(b, &c, 0, iterator);
    b->scope = scope;
    b->function = function;
    b->inlined_at = inlined_at;
    b->pos_node = NULL;
    return c.all;
}

Value *flow_generator_expression(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    Value *function = flow_make_function(b, node, NULL, pos);
    Value *iterable = flow_iterable(b, node->list.items[0]->b);
    Value *iterator = flow_op1(b, OP_ITER, pos, iterable);
    return flow_call(b, pos, function, &iterator, 1);
}

void flow_generator_body(Builder *b, const Ast *node) {
    Comprehension c = {node, flow_pos(b, node), NULL};
    comprehension_loop(b, &c, 0, b->graph->start->inputs[0]);
}
