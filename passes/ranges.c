/* ranges: comparisons that come out the same every time are decided, and arithmetic that cannot overflow is not
 * checked.
 *
 * What holds is proven by passes/bounds.h: a counter that a loop compares with a bound needs no check, and neither does
 * an index that is compared with the length anyway. Where only the low bits of a sum, a difference or a product are
 * looked at, it may wrap: they are the same.
 */
#include "passes/bounds.h"

typedef struct Ranger {
    PassContext *context;
    Ssa *ssa;
    Bounds *bounds;
    const Block *block; /* at work */
    int *uses;          /* by value id: how often ops, switches and links use it */
    Op **masked_by;     /* by value id: a use that looks at the low bits only */
} Ranger;

/* x - y <= c */
static bool is_at_most(const Ranger *ranger, Value *x, Value *y, int64_t c) {
    return bounds_prove(ranger->bounds, x, y, c, ranger->block);
}

/* ---- comparisons ---- */

typedef enum Answer { NO, YES, OPEN } Answer;

static Answer is_less(const Ranger *ranger, Value *x, Value *y, bool or_equal) {
    if (is_at_most(ranger, x, y, or_equal ? 0 : -1))
        return YES;
    return is_at_most(ranger, y, x, or_equal ? -1 : 0) ? NO : OPEN;
}

static Answer is_equal(const Ranger *ranger, Value *x, Value *y) {
    if (is_at_most(ranger, x, y, -1) || is_at_most(ranger, y, x, -1))
        return NO;
    return is_at_most(ranger, x, y, 0) && is_at_most(ranger, y, x, 0) ? YES : OPEN;
}

/* As unsigned numbers: a negative one is above all others. */
static Answer is_below(const Ranger *ranger, Value *x, Value *y, bool or_equal) {
    return is_at_most(ranger, NULL, x, 0) && is_at_most(ranger, x, y, or_equal ? 0 : -1) ? YES : OPEN;
}

static Answer negated(Answer answer) {
    return answer == OPEN ? OPEN : answer == YES ? NO : YES;
}

static Answer answer_of(const Ranger *ranger, const Op *op) {
    Value *x = op->arg_count ? op->args[0] : NULL, *y = op->arg_count > 1 ? op->args[1] : NULL;
    switch ((int)op->code) {
    case OP_INT_LT:
        return is_less(ranger, x, y, false);
    case OP_INT_LE:
        return is_less(ranger, x, y, true);
    case OP_INT_GT:
        return is_less(ranger, y, x, false);
    case OP_INT_GE:
        return is_less(ranger, y, x, true);
    case OP_INT_EQ:
        return is_equal(ranger, x, y);
    case OP_INT_NE:
        return negated(is_equal(ranger, x, y));
    case OP_INT_ULT:
        return is_below(ranger, x, y, false);
    case OP_INT_ULE:
        return is_below(ranger, x, y, true);
    default:
        return OPEN;
    }
}

/* ---- arithmetic ---- */

static OpCode unchecked(OpCode code) {
    switch ((int)code) {
    case OP_INT_ADD_OVF:
        return OP_INT_ADD;
    case OP_INT_SUB_OVF:
        return OP_INT_SUB;
    case OP_INT_MUL_OVF:
        return OP_INT_MUL;
    case OP_INT_NEG_OVF:
        return OP_INT_NEG;
    default:
        return OP_COUNT;
    }
}

static bool is_number(const Value *value) {
    return value->is_const && value->constant.kind == CONST_INT;
}

static bool is_small(const Ranger *ranger, Value *x, int bits) {
    __int128 limit = (__int128)1 << bits;
    return bounds_within(ranger->bounds, x, -limit, limit, ranger->block);
}

/* Whether x + added fits in 64 bits. */
static bool fits_with(const Ranger *ranger, Value *x, __int128 added) {
    if (added >= 0)
        return bounds_prove(ranger->bounds, x, NULL, INT64_MAX - added, ranger->block);
    return bounds_prove(ranger->bounds, NULL, x, -(__int128)INT64_MIN + added, ranger->block);
}

/* Sums of small numbers, products of smaller ones, and counting. */
static bool fits(const Ranger *ranger, const Op *op) {
    Value *x = op->args[0], *y = op->arg_count > 1 ? op->args[1] : NULL;
    switch ((int)op->code) {
    case OP_INT_ADD_OVF:
        if (is_number(x) || is_number(y))
            return is_number(y) ? fits_with(ranger, x, y->constant.integer) : fits_with(ranger, y, x->constant.integer);
        return is_small(ranger, x, 62) && is_small(ranger, y, 62) && !is_number(x);
    case OP_INT_SUB_OVF:
        if (is_number(y))
            return fits_with(ranger, x, -(__int128)y->constant.integer);
        return is_small(ranger, x, 62) && is_small(ranger, y, 62);
    case OP_INT_MUL_OVF:
        return is_small(ranger, x, 31) && is_small(ranger, y, 31);
    case OP_INT_NEG_OVF:
        return bounds_prove(ranger->bounds, NULL, x, INT64_MAX, ranger->block);
    default:
        return false;
    }
}

/* ---- low bits ---- */

static bool is_mask(const Op *op) {
    if (op->arg_count != 2 || !is_number(op->args[1]) || op->args[1]->constant.integer <= 0)
        return false;
    int64_t number = op->args[1]->constant.integer;
    return op->code == OP_INT_AND || (op->code == OP_INT_MOD && (number & (number - 1)) == 0);
}

static void count_all(const Ranger *ranger, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        if (!values[i]->is_const)
            ranger->uses[values[i]->id]++;
}

static void count_uses(const Ranger *ranger, const Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        count_all(ranger, op->args, op->arg_count);
        if (is_mask(op) && !op->args[0]->is_const)
            ranger->masked_by[op->args[0]->id] = op;
    }
    if (block->switch_value)
        count_all(ranger, &block->switch_value, 1);
    for (int i = 0; i < block->exit_count; i++)
        count_all(ranger, block->exits[i]->args, block->exits[i]->arg_count);
}

static bool only_low_bits_matter(const Ranger *ranger, const Op *op) {
    return ranger->uses[op->result->id] == 1 && ranger->masked_by[op->result->id];
}

/* ---- the pass ---- */

static void decide(const Ranger *ranger, Op *op, Answer answer) {
    Value *value = const_bool(ranger->context->program, answer == YES);
    op->code = OP_SAME_AS;
    op->args = arena_alloc(ranger->context->program->arena, sizeof *op->args);
    op->args[0] = value;
    op->arg_count = 1;
    op->result->note = value;
    ranger->context->fired++;
    pass_count(ranger->context, "comparisons decided", 1);
}

static void uncheck(const Ranger *ranger, Op *op) {
    op->code = unchecked(op->code);
    op->propagate = false;
    ranger->context->fired++;
    pass_count(ranger->context, "checks removed", 1);
}

static void rewrite(const Ranger *ranger, Op *op) {
    Answer answer = answer_of(ranger, op);
    if (answer != OPEN)
        decide(ranger, op, answer);
    else if (unchecked(op->code) != OP_COUNT && (only_low_bits_matter(ranger, op) || fits(ranger, op)))
        uncheck(ranger, op);
}

/* Blocks further on have not been looked at. */
static bool is_dead(const Ranger *ranger, const Block *block) {
    const LinkIndex *index = ranger->ssa->index;
    for (int i = 0; i < index->counts[block->id]; i++)
        if (!bounds_is_cut(ranger->bounds, index->incoming[block->id][i]))
            return false;
    return index->counts[block->id] > 0;
}

static void cut_exits(const Ranger *ranger, const Block *block, const Value *decided) {
    for (int i = 0; i < block->exit_count; i++)
        if (!decided || (block->exits[i]->kind == CASE_BOOL && block->exits[i]->integer != decided->constant.boolean))
            bounds_cut(ranger->bounds, block->exits[i]);
}

static void rewrite_block(Ranger *ranger, Block *block) {
    ranger->block = block;
    if (is_dead(ranger, block)) {
        cut_exits(ranger, block, NULL);
        return;
    }
    for (int i = 0; i < block->op_count; i++)
        if (!(block->switch_kind == SWITCH_EXCEPTION && i == block->op_count - 1))
            rewrite(ranger, block->ops[i]);
    const Value *decided = block->switch_kind == SWITCH_VALUE ? substituted(block->switch_value) : NULL;
    if (decided && decided->is_const)
        cut_exits(ranger, block, decided);
}

void pass_ranges(PassContext *context, Graph *graph) {
    Ssa *ssa = ssa_new(context->scratch, graph);
    Ranger ranger = {.context = context, .ssa = ssa, .bounds = bounds_new(ssa)};
    ranger.uses = arena_alloc(context->scratch, ssa->value_count * sizeof *ranger.uses);
    ranger.masked_by = arena_alloc(context->scratch, ssa->value_count * sizeof(Op *));
    for (int i = 0; i < graph->block_count; i++)
        count_uses(&ranger, graph->blocks[i]);
    graph_set_notes(graph, NULL);
    for (int i = 0; i < graph->block_count; i++)
        rewrite_block(&ranger, graph->blocks[i]);
}
