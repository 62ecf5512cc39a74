/* Conditions: short circuits as control flow. The true and the false side of every test are fresh blocks. */
#include "frontend/flow_internal.h"

#include <string.h>

/* ---- lists of open blocks ---- */

static void list_add(Builder *b, BlockList *list, Block *block) {
    BlockNode *node = arena_alloc(b->scratch, sizeof *node);
    node->block = block;
    if (list->last)
        list->last->next = node;
    else
        list->first = node;
    list->last = node;
}

static BlockList list_join(BlockList x, BlockList y) {
    if (!x.first || !y.first)
        return x.first ? x : y;
    x.last->next = y.first;
    return (BlockList){x.first, y.last};
}

void flow_merge_into(Builder *b, BlockList list, Block *target) {
    for (BlockNode *node = list.first; node; node = node->next) {
        ssi_enter(b, node->block);
        ssi_jump(b, target);
    }
}

void flow_merge(Builder *b, BlockList list) {
    b->block = NULL;
    if (!list.first)
        return;
    if (list.first == list.last) {
        ssi_enter(b, list.first->block);
        return;
    }
    Block *join = ssi_block(b);
    flow_merge_into(b, list, join);
    ssi_start(b, join);
}

/* ---- decisions ---- */

static bool constant_truth(const Ast *node, bool *value) {
    switch ((int)node->kind) {
    case AST_TRUE:
    case AST_FALSE:
        *value = node->kind == AST_TRUE;
        return true;
    case AST_NONE:
        *value = false;
        return true;
    case AST_INT:
        *value = node->text || node->integer;
        return true;
    case AST_STR:
        *value = node->length > 0;
        return true;
    default:
        return false;
    }
}

static bool is_module_name(Builder *b, const Ast *node) {
    return node->kind == AST_NAME && !strcmp(node->name, "__name__") && flow_builtin_name(b, node);
}

/* `__name__ == "..."`, either way round. */
static bool decide_module_name(Builder *b, const Ast *node, bool *value) {
    if (node->kind != AST_COMPARE || node->list.count != 1)
        return false;
    const Ast *name = node->a, *text = node->list.items[0];
    if (name->kind == AST_STR) {
        name = node->list.items[0];
        text = node->a;
    }
    AstOperator operator=(AstOperator) node->operators[0];
    if ((operator!= OPR_EQ && operator!= OPR_NE) || text->kind != AST_STR || !is_module_name(b, name))
        return false;
    *value = !strcmp(b->module->module->name, text->text) == (operator== OPR_EQ);
    return true;
}

static bool is_debug(Builder *b, const Ast *node) {
    return node->kind == AST_NAME && !strcmp(node->name, "__debug__") && flow_builtin_name(b, node);
}

bool flow_decided(Builder *b, const Ast *node, bool *value) {
    if (node->kind == AST_UNARY && node->op == OPR_NOT && flow_decided(b, node->a, value)) {
        *value = !*value;
        return true;
    }
    if (scope_is_type_checking(node)) {
        *value = false;
        return true;
    }
    *value = true;
    return constant_truth(node, value) || is_debug(b, node) || decide_module_name(b, node, value);
}

/* ---- tests ---- */

Outcome flow_truth(Builder *b, Value *value, const Pos *pos) {
    Outcome outcome = {{NULL, NULL}, {NULL, NULL}};
    Value *truth = flow_op1(b, OP_TRUTH, pos, value);
    if (!b->block)
        return outcome;
    Block *yes = ssi_block(b), *no = ssi_block(b);
    ssi_branch(b, truth, yes, no);
    list_add(b, &outcome.yes, yes);
    list_add(b, &outcome.no, no);
    return outcome;
}

static Outcome decided_outcome(Builder *b, bool value) {
    Outcome outcome = {{NULL, NULL}, {NULL, NULL}};
    if (b->block)
        list_add(b, value ? &outcome.yes : &outcome.no, b->block);
    b->block = NULL;
    return outcome;
}

/* Where to leave the value of a choice: the variable, or NULL if only its truth matters. */
typedef const uint32_t *Result;

static Outcome test(Builder *b, const Ast *node, const Pos *pos, Result result);

static void leave(Builder *b, Result result, Value *value) {
    if (result)
        ssi_write(b, *result, value);
}

/* All but the last operand end the chain if they are `decisive` (false for `and`, true for `or`). */
static Outcome test_bool_op(Builder *b, const Ast *node, const Pos *pos, Result result) {
    BlockList ended = {NULL, NULL};
    bool is_and = node->op == OPR_AND;
    for (int i = 0; i + 1 < node->list.count; i++) {
        Outcome outcome = test(b, node->list.items[i], pos, result);
        ended = list_join(ended, is_and ? outcome.no : outcome.yes);
        flow_merge(b, is_and ? outcome.yes : outcome.no);
    }
    Outcome last = test(b, node->list.items[node->list.count - 1], pos, result);
    if (is_and)
        last.no = list_join(ended, last.no);
    else
        last.yes = list_join(ended, last.yes);
    return last;
}

static Value *compare(Builder *b, AstOperator operator, const Pos * pos, Value *x, Value *y) {
    static const OpCode codes[] = {[OPR_LT] = OP_LT, [OPR_LE] = OP_LE, [OPR_EQ] = OP_EQ, [OPR_NE] = OP_NE,
                                   [OPR_GT] = OP_GT, [OPR_GE] = OP_GE, [OPR_IS] = OP_IS, [OPR_IS_NOT] = OP_IS_NOT};
    if (operator== OPR_IN)
        return flow_op2(b, OP_CONTAINS, pos, y, x);
    if (operator== OPR_NOT_IN)
        return flow_op1(b, OP_NOT, pos, flow_op2(b, OP_CONTAINS, pos, y, x));
    return flow_op2(b, codes[operator], pos, x, y);
}

/* The value of a comparison chain, whose links but the last are collected in *ended if they fail. */
static Value *compare_chain(Builder *b, const Ast *node, Result result, BlockList *ended) {
    const Pos *pos = flow_pos(b, node);
    Value *left = flow_expr(b, node->a), *value = NULL;
    for (int i = 0; i < node->list.count; i++) {
        Value *right = flow_expr(b, node->list.items[i]);
        value = compare(b, (AstOperator)node->operators[i], pos, left, right);
        if (i + 1 < node->list.count) {
            leave(b, result, value);
            Outcome outcome = flow_truth(b, value, pos);
            *ended = list_join(*ended, outcome.no);
            flow_merge(b, outcome.yes);
        }
        left = right;
    }
    return value;
}

/* The few ints, or the few strings, in a display that `in` looks at and that is only written for that; or NULL. Whether
 * one is x or equals x is then whether it equals x. */
static const Ast *compared_members(const Ast *node) {
    enum { MOST_MEMBERS = 8 };
    if (node->kind != AST_COMPARE || node->list.count != 1 ||
        (node->operators[0] != OPR_IN && node->operators[0] != OPR_NOT_IN))
        return NULL;
    const Ast *display = node->list.items[0];
    if ((display->kind != AST_TUPLE && display->kind != AST_LIST) || !display->list.count ||
        display->list.count > MOST_MEMBERS)
        return NULL;
    AstKind kind = display->list.items[0]->kind;
    for (int i = 0; i < display->list.count; i++)
        if (display->list.items[i]->kind != kind || (kind == AST_INT && display->list.items[i]->text))
            return NULL;
    return kind == AST_INT || kind == AST_STR ? display : NULL;
}

/* One comparison after the other, so that no tuple is made and switches come of them. */
static Outcome test_members(Builder *b, const Ast *node, const Ast *display, const Pos *pos) {
    BlockList found = {NULL, NULL};
    Value *x = flow_expr(b, node->a);
    Outcome outcome = {{NULL, NULL}, {NULL, NULL}};
    for (int i = 0; i < display->list.count; i++) {
        if (i)
            flow_merge(b, outcome.no);
        Value *member = flow_expr(b, display->list.items[i]);
        outcome = flow_truth(b, flow_op2(b, OP_EQ, flow_pos(b, node), member, x), pos);
        found = list_join(found, outcome.yes);
    }
    return node->operators[0] == OPR_IN ? (Outcome){found, outcome.no} : (Outcome){outcome.no, found};
}

static Outcome test_compare(Builder *b, const Ast *node, const Pos *pos, Result result) {
    const Ast *members = result ? NULL : compared_members(node);
    if (members)
        return test_members(b, node, members, pos);
    BlockList ended = {NULL, NULL};
    Value *value = compare_chain(b, node, result, &ended);
    leave(b, result, value);
    Outcome outcome = flow_truth(b, value, node->list.count > 1 ? flow_pos(b, node) : pos);
    outcome.no = list_join(ended, outcome.no);
    return outcome;
}

static Outcome test_conditional(Builder *b, const Ast *node, const Pos *pos, Result result) {
    Outcome condition = test(b, node->a, result ? flow_pos(b, node) : pos, NULL);
    flow_merge(b, condition.yes);
    Outcome one = test(b, node->b, pos, result);
    flow_merge(b, condition.no);
    Outcome two = test(b, node->c, pos, result);
    return (Outcome){list_join(one.yes, two.yes), list_join(one.no, two.no)};
}

static Outcome test(Builder *b, const Ast *node, const Pos *pos, Result result) {
    bool value;
    if (!result && flow_decided(b, node, &value))
        return decided_outcome(b, value);
    if (node->kind == AST_BOOL_OP)
        return test_bool_op(b, node, pos, result);
    if (node->kind == AST_COMPARE)
        return test_compare(b, node, pos, result);
    if (node->kind == AST_CONDITIONAL)
        return test_conditional(b, node, pos, result);
    if (!result && node->kind == AST_UNARY && node->op == OPR_NOT) {
        Outcome outcome = test(b, node->a, pos, NULL);
        return (Outcome){outcome.no, outcome.yes};
    }
    Value *tested = flow_expr(b, node);
    leave(b, result, tested);
    return flow_truth(b, tested, pos);
}

Outcome flow_condition(Builder *b, const Ast *node, const Pos *pos) {
    return test(b, node, pos, NULL);
}

/* ---- values ---- */

static Value *choose_bool_op(Builder *b, const Ast *node) {
    uint32_t result = ssi_variable(b, NULL);
    Block *end = ssi_block(b);
    int last = node->list.count - 1;
    for (int i = 0; i < last; i++) {
        Outcome outcome = test(b, node->list.items[i], flow_pos(b, node), &result);
        flow_merge_into(b, node->op == OPR_AND ? outcome.no : outcome.yes, end);
        flow_merge(b, node->op == OPR_AND ? outcome.yes : outcome.no);
    }
    ssi_write(b, result, flow_expr(b, node->list.items[last]));
    ssi_jump(b, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}

static Value *choose_members(Builder *b, const Ast *node, const Ast *display) {
    uint32_t result = ssi_variable(b, NULL);
    Block *end = ssi_block(b);
    Outcome outcome = test_members(b, node, display, flow_pos(b, node));
    flow_merge(b, outcome.yes);
    ssi_write(b, result, b->flow->yes);
    ssi_jump(b, end);
    flow_merge(b, outcome.no);
    ssi_write(b, result, b->flow->no);
    ssi_jump(b, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}

static Value *choose_compare(Builder *b, const Ast *node) {
    const Ast *members = compared_members(node);
    if (members)
        return choose_members(b, node, members);
    uint32_t result = ssi_variable(b, NULL);
    BlockList ended = {NULL, NULL};
    Value *value = compare_chain(b, node, &result, &ended);
    if (!ended.first)
        return value;
    Block *end = ssi_block(b);
    ssi_write(b, result, value);
    ssi_jump(b, end);
    flow_merge_into(b, ended, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}

static Value *choose_conditional(Builder *b, const Ast *node) {
    bool decision;
    if (flow_decided(b, node->a, &decision))
        return flow_expr(b, decision ? node->b : node->c);
    uint32_t result = ssi_variable(b, NULL);
    Block *end = ssi_block(b);
    Outcome condition = flow_condition(b, node->a, flow_pos(b, node));
    flow_merge(b, condition.yes);
    ssi_write(b, result, flow_expr(b, node->b));
    ssi_jump(b, end);
    flow_merge(b, condition.no);
    ssi_write(b, result, flow_expr(b, node->c));
    ssi_jump(b, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}

Value *flow_choice(Builder *b, const Ast *node) {
    if (node->kind == AST_BOOL_OP)
        return choose_bool_op(b, node);
    if (node->kind == AST_COMPARE)
        return choose_compare(b, node);
    Value *value = choose_conditional(b, node);
    if (!value->is_const && !value->pos)
        value->pos = flow_pos(b, node);
    return value;
}

/* ---- values that are only shown ---- */

/* What `print(x if c else "none")` shows need not have one type: each side is kept in a variable of its own, with a
 * flag that says whether it was chosen, until it is converted. */
struct HeldChoice {
    int count;
    uint32_t *values, *flags;
};

static bool is_choice(const Ast *node) {
    return node->kind == AST_CONDITIONAL || (node->kind == AST_BOOL_OP && node->op == OPR_OR && node->list.count == 2);
}

static const Ast *first_side(const Ast *node) {
    return node->kind == AST_CONDITIONAL ? node->b : node->list.items[0];
}

static const Ast *second_side(const Ast *node) {
    return node->kind == AST_CONDITIONAL ? node->c : node->list.items[1];
}

static int count_sides(const Ast *node, bool texts) {
    if (is_choice(node))
        return (node->kind == AST_CONDITIONAL ? count_sides(node->b, texts) : !texts) +
               count_sides(second_side(node), texts);
    return !texts || node->kind == AST_STR || node->kind == AST_JOINED_STR;
}

static void keep_side(Builder *b, HeldChoice *held, Value *value) {
    if (value)
        ssi_write(b, held->values[held->count], value);
    ssi_write(b, held->flags[held->count++], b->flow->yes);
}

static void hold_side(Builder *b, HeldChoice *held, const Ast *node) {
    if (!is_choice(node)) {
        keep_side(b, held, flow_expr(b, node));
        return;
    }
    bool is_or = node->kind == AST_BOOL_OP;
    Block *end = ssi_block(b);
    Outcome condition = is_or ? test(b, first_side(node), flow_pos(b, node), &held->values[held->count])
                              : flow_condition(b, node->a, flow_pos(b, node));
    flow_merge(b, condition.yes);
    if (is_or)
        keep_side(b, held, NULL);
    else
        hold_side(b, held, first_side(node));
    ssi_jump(b, end);
    flow_merge(b, condition.no);
    hold_side(b, held, second_side(node));
    ssi_jump(b, end);
    ssi_start(b, end);
}

HeldChoice *flow_hold_choice(Builder *b, const Ast *node) {
    int count = count_sides(node, false), texts = count_sides(node, true);
    if (!is_choice(node) || !texts || texts == count)
        return NULL;
    HeldChoice *held = arena_alloc(b->scratch, sizeof *held);
    held->values = arena_alloc(b->scratch, (size_t)count * sizeof *held->values);
    held->flags = arena_alloc(b->scratch, (size_t)count * sizeof *held->flags);
    for (int i = 0; i < count; i++) {
        held->values[i] = ssi_variable(b, NULL);
        held->flags[i] = ssi_variable(b, NULL);
        ssi_write(b, held->values[i], b->flow->undefined);
        ssi_write(b, held->flags[i], b->flow->no);
    }
    hold_side(b, held, node);
    return held;
}

Value *flow_convert_choice(Builder *b, const HeldChoice *held, const Pos *pos, ConvertChoice *convert,
                           const void *data) {
    uint32_t result = ssi_variable(b, NULL);
    Block *end = ssi_block(b);
    for (int i = 0; i + 1 < held->count; i++) {
        Outcome chosen = flow_truth(b, ssi_read(b, held->flags[i]), pos);
        flow_merge(b, chosen.yes);
        ssi_write(b, result, convert(b, pos, ssi_read(b, held->values[i]), data));
        ssi_jump(b, end);
        flow_merge(b, chosen.no);
    }
    ssi_write(b, result, convert(b, pos, ssi_read(b, held->values[held->count - 1]), data));
    ssi_jump(b, end);
    ssi_start(b, end);
    return ssi_read(b, result);
}
