/* switches: chains of comparisons of one value with integer constants become one exit switch.
 *
 * A chain begins at a block whose exit compares (`x == 1`, `x != 1`, the truth of x, or a switch on x) and goes on as
 * long as the exit for "none of these" leads to a block that compares the same value and does nothing that the program
 * could notice. What such a block hands on, the head of the chain must know: the constant that the comparison came
 * out as, an input, or pure arithmetic, which moves to the head. A block that others enter, too, stays there for them;
 * it is no head of its own, so that the whole stays linear. Loop heads are never skipped: a loop would get a second
 * entry. Of equal constants the first one counts.
 *
 * Strings come in through their lengths, with which the library compares them first.
 */
#include "passes/pass_internal.h"

enum { MOST_OPS = 12, MOST_MOVED = 4, FEWEST_CASES = 2 };

/* What the exit of a block compares with constants. */
typedef struct Test {
    Value *value;   /* NULL: the exit is something else */
    const Op *op;   /* the comparison; NULL: a switch */
    int64_t number; /* of the comparison */
    Link *equal;    /* of the comparison */
    Link *other;    /* the exit for everything else */
} Test;

typedef struct Case {
    int64_t number;
    const Link *link; /* the exit of the chain's block that was taken */
    Value **args;     /* in the head's terms */
} Case;

/* In a chain the note of a variable of the block at work is what it is in the head; NULL: not known there. */
typedef struct Switcher {
    PassContext *context;
    const bool *is_head; /* by block id: a block further on links to it */
    bool *is_skipped;    /* by block id: a chain goes past it */
    Block *head;
    Value *value;       /* of the head: what the chain compares */
    const Op *compared; /* the head's comparison */
    Case *cases;
    int case_count, case_capacity;
    Map numbers; /* of the cases */
    Case other;  /* where the chain ends */
    int moved;   /* ops moved to the head for the block at work */
    int tests;   /* blocks in the chain */
} Switcher;

/* ---- tests ---- */

static bool is_number(const Value *value) {
    return value->is_const && value->constant.kind == CONST_INT;
}

static Link *exit_for(const Block *block, bool value) {
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->kind == CASE_BOOL && block->exits[i]->integer == value)
            return block->exits[i];
    return NULL;
}

static Test comparison(const Block *block, const Op *op) {
    bool is_truth = op->code == OP_INT_TO_BOOL;
    if (!is_truth && op->code != OP_INT_EQ && op->code != OP_INT_NE)
        return (Test){0};
    int at = !is_truth && is_number(op->args[0]) ? 1 : 0;
    if (op->args[at]->is_const || !(is_truth || is_number(op->args[1 - at])))
        return (Test){0};
    bool equal = op->code == OP_INT_EQ;
    return (Test){.value = op->args[at],
                  .op = op,
                  .number = is_truth ? 0 : op->args[1 - at]->constant.integer,
                  .equal = exit_for(block, equal),
                  .other = exit_for(block, !equal)};
}

static Test test_of(const Block *block) {
    const Value *value = block->switch_kind == SWITCH_VALUE ? block->switch_value : NULL;
    if (!value || value->is_const || !block->exit_count)
        return (Test){0};
    if (value->type->kind == TY_BOOL) {
        const Op *op = block_maker(block, value);
        return op ? comparison(block, op) : (Test){0};
    }
    Link *last = block->exits[block->exit_count - 1];
    if (value->type->kind != TY_I64 || last->kind != CASE_DEFAULT)
        return (Test){0};
    return (Test){.value = block->switch_value, .other = last};
}

/* ---- values in the head's terms ---- */

/* Whether the op may run where it did not: it only computes, from whatever arguments. */
static bool is_total(const Op *op) {
    switch ((int)op->code) {
    case OP_INT_ADD:
    case OP_INT_SUB:
    case OP_INT_MUL:
    case OP_INT_AND:
    case OP_INT_OR:
    case OP_INT_XOR:
    case OP_INT_EQ:
    case OP_INT_NE:
    case OP_INT_LT:
    case OP_INT_LE:
    case OP_INT_GT:
    case OP_INT_GE:
    case OP_INT_TO_BOOL:
    case OP_BOOL_TO_INT:
    case OP_BOOL_NOT:
    case OP_SCALAR_FROM_INT:
    case OP_CAST:
        return true;
    default:
        return false;
    }
}

static Value *in_head(Switcher *switcher, const Block *block, Value *value);

static Value *move_to_head(Switcher *switcher, const Block *block, const Op *op) {
    if (!is_total(op) || ++switcher->moved > MOST_MOVED)
        return NULL;
    Op *copy = op_copy(switcher->head->graph, op);
    copy->args = arena_alloc(switcher->head->graph->program->arena, (size_t)op->arg_count * sizeof(Value *));
    for (int i = 0; i < op->arg_count; i++) {
        copy->args[i] = in_head(switcher, block, op->args[i]);
        if (!copy->args[i])
            return NULL;
    }
    copy->result = value_new(switcher->head->graph, op->result->type, op->result->name);
    block_append(switcher->head, copy);
    op->result->note = copy->result;
    return copy->result;
}

/* What the variable of a block of the chain is called in the head, or NULL. */
static Value *in_head(Switcher *switcher, const Block *block, Value *value) {
    if (value->is_const || block == switcher->head)
        return value;
    if (value->note)
        return value->note;
    const Op *op = block_maker(block, value);
    return op ? move_to_head(switcher, block, op) : NULL;
}

/* The arguments of the block's exit in the head's terms; NULL: the head does not know them. */
static Value **args_in_head(Switcher *switcher, const Link *link) {
    Value **args = arena_alloc(switcher->context->scratch, (size_t)(link->arg_count + 1) * sizeof *args);
    for (int i = 0; i < link->arg_count; i++) {
        args[i] = in_head(switcher, link->source, link->args[i]);
        if (!args[i])
            return NULL;
    }
    return args;
}

/* ---- chains ---- */

static void add_case(Switcher *switcher, int64_t number, const Link *link, Value **args) {
    uint64_t *slot = map_put(switcher->context->scratch, &switcher->numbers, (uint64_t)number);
    if (*slot)
        return;
    *slot = 1;
    switcher->cases = arena_grow(switcher->context->scratch, switcher->cases, switcher->case_count,
                                 &switcher->case_capacity, sizeof *switcher->cases);
    switcher->cases[switcher->case_count++] = (Case){number, link, args};
}

/* Whether the program could notice if the op did not run. */
static bool is_noticed(const Op *op) {
    return op_info[op->code].flags & (OPF_EFFECT | OPF_RAISES | OPF_FATAL | OPF_COLLECTS | OPF_COLLECTS_RAISING);
}

static bool is_quiet(const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (is_noticed(block->ops[i]))
            return false;
    return true;
}

static bool is_repeated(const Op *op, const Op *before) {
    if (!before->result || op->code != before->code || op->name != before->name || op->type != before->type ||
        op->result->type != before->result->type || op->arg_count != before->arg_count)
        return false;
    for (int i = 0; i < op->arg_count; i++) {
        const Value *arg = op->args[i]->is_const ? op->args[i] : op->args[i]->note;
        bool are_equal_constants = arg && arg->is_const && before->args[i]->is_const &&
                                   const_equal(&arg->constant, &before->args[i]->constant);
        if (arg != before->args[i] && !are_equal_constants)
            return false;
    }
    return true;
}

/* What the head has computed or read already: nothing happens between its last effect and the end of the chain. */
static Value *known_in_head(const Switcher *switcher, const Op *op) {
    const Block *head = switcher->head;
    if (!op->result || !(op_info[op->code].flags & (OPF_FOLDS | OPF_READS)))
        return NULL;
    for (int i = head->op_count - 1; i >= 0 && head->op_count - i <= MOST_OPS && !is_noticed(head->ops[i]); i--)
        if (is_repeated(op, head->ops[i]))
            return head->ops[i]->result;
    return NULL;
}

/* The notes of what the block computes: before its test, or on one of the exits, which says what a comparison came out
 * as, and so what was computed from that. */
static void enter(const Switcher *switcher, const Block *block, const Test *test, const Link *exit) {
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = switcher->other.args[i];
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        bool is_outcome = exit && op == test->op;
        if (op->result)
            op->result->note =
                is_outcome ? const_bool(switcher->context->program, exit->integer) : known_in_head(switcher, op);
    }
}

/* Takes the block's cases and its other exit into the chain. False: it cannot be part of it. */
static bool take(Switcher *switcher, const Block *block, const Test *test) {
    Case *taken = arena_alloc(switcher->context->scratch, (size_t)block->exit_count * sizeof *taken);
    for (int i = 0; i < block->exit_count; i++) {
        const Link *exit = block->exits[i];
        if (block != switcher->head)
            enter(switcher, block, test, exit);
        taken[i] = (Case){test->op ? test->number : exit->integer, exit, args_in_head(switcher, exit)};
        if (!taken[i].args)
            return false;
    }
    for (int i = 0; i < block->exit_count; i++) {
        if (taken[i].link == test->other)
            switcher->other = taken[i];
        else
            add_case(switcher, taken[i].number, taken[i].link, taken[i].args);
    }
    switcher->tests++;
    return true;
}

/* Whether the chain's last exit leads to a block that goes on with it; then that block is part of it. */
static bool go_on(Switcher *switcher) {
    Block *block = switcher->other.link->target;
    if (block_has_fixed_inputs(block) || block == switcher->head || switcher->is_head[block->id])
        return false;
    Test test = test_of(block);
    if (!test.value || !test.other || block->op_count > MOST_OPS)
        return false;
    enter(switcher, block, &test, NULL);
    if (test.value->note != switcher->value)
        return false;
    switcher->moved = 0;
    if (!is_quiet(block) || !take(switcher, block, &test)) {
        const Op *op = test.op;
        if (op)
            pass_remark(switcher->context, REMARK_MISSED, op->pos,
                        "comparison with %lld kept out of the switch: what stands before it is needed",
                        (long long)test.number);
        return false;
    }
    switcher->is_skipped[block->id] = true;
    return true;
}

static void write_switch(Switcher *switcher) {
    Block *head = switcher->head;
    head->exit_count = 0;
    block_set_switch(head, switcher->value);
    for (int i = 0; i < switcher->case_count; i++) {
        const Case *taken = &switcher->cases[i];
        block_add_exit(head, CASE_INT, taken->number, taken->link->target, taken->args, taken->link->arg_count);
    }
    const Case *other = &switcher->other;
    block_add_exit(head, CASE_DEFAULT, 0, other->link->target, other->args, other->link->arg_count);
    switcher->context->fired++;
    pass_count(switcher->context, "switches", 1);
    pass_count(switcher->context, "tests in them", switcher->tests);
    if (switcher->compared)
        pass_remark(switcher->context, REMARK_APPLIED, switcher->compared->pos,
                    "%d comparisons with constants are one switch", switcher->tests);
}

static void start(Switcher *switcher, Block *block) {
    Test test = test_of(block);
    if (!test.value || !test.other || switcher->is_skipped[block->id])
        return;
    switcher->head = block;
    switcher->value = test.value;
    switcher->compared = test.op;
    switcher->case_count = switcher->tests = 0;
    switcher->numbers = (Map){0};
    int op_count = block->op_count;
    take(switcher, block, &test);
    while (go_on(switcher))
        ;
    if (switcher->tests >= FEWEST_CASES)
        write_switch(switcher);
    else
        block->op_count = op_count;
}

void pass_switches(PassContext *context, Graph *graph) {
    Switcher switcher = {.context = context, .is_head = graph_loop_heads(context->scratch, graph)};
    switcher.is_skipped = arena_alloc(context->scratch, (size_t)graph->block_count);
    int64_t before = context->fired;
    for (int i = 0; i < graph->block_count; i++)
        start(&switcher, graph->blocks[i]);
    if (context->fired > before)
        graph_renumber(graph);
}
