/* unroll: loops that constants end after a few turns are written out.
 *
 * From the constants that the one link into a loop passes, its turns are gone through one after the other: which blocks
 * are reached, as far as constants decide, and which constants come there. If after some turns nothing leads back, as
 * many copies of the loop come before it, one a turn. Folding then decides their exits, and drops the loop, to which
 * only the last copy's links still lead. Taking turns out of a loop is right whatever was found out.
 *
 * Only loops with no others in them and without handlers.
 */
#include "passes/loops.h"

#include <limits.h>

enum { MOST_TURNS = 8, MOST_OPS = 240, MOST_ARGS = 5, MOST_LOOPS = 20 };

typedef struct Unroller {
    PassContext *context;
    Arena *scratch; /* of the graph as it is */
    const Ssa *ssa;
    const Loop *loop;
    Value **known;    /* by value id, in the turn at work: the constant that it is, or NULL */
    bool *is_reached; /* by block id, in the turn at work */
    bool *is_touched; /* by block id: a loop that was written out has changed its links, or those that lead to it */
    Value **next;     /* what the head's inputs are in the next turn */
    bool goes_on;     /* something leads back */
    bool is_decided;  /* constants keep the loop from ending */
} Unroller;

/* ---- what a turn does ---- */

static Value *known_value(const Unroller *unroller, Value *value) {
    return value->is_const ? value : unroller->known[value->id];
}

static Value *known_result(const Unroller *unroller, const Op *op) {
    Value *args[MOST_ARGS];
    Op constant = *op;
    constant.args = args;
    if (op->arg_count > MOST_ARGS)
        return NULL;
    for (int i = 0; i < op->arg_count; i++) {
        args[i] = known_value(unroller, op->args[i]);
        if (!args[i])
            return NULL;
    }
    Value *value = op->result && op->arg_count ? op_known(unroller->context->program, &constant) : NULL;
    return value && value->is_const ? value : NULL;
}

/* One more link brings these values. */
static void meet(const Unroller *unroller, Value **known, const Link *link, int input, bool is_first) {
    Value *value = known_value(unroller, link->args[input]);
    bool is_same = is_first || (value && *known && const_equal(&value->constant, &(*known)->constant));
    *known = is_same ? value : NULL;
}

static void take_exit(Unroller *unroller, const Link *link) {
    Block *target = link->target;
    bool goes_back = target == unroller->loop->head;
    if (!unroller->loop->has[target->id])
        return;
    for (int i = 0; i < link->arg_count; i++)
        meet(unroller, goes_back ? &unroller->next[i] : &unroller->known[target->inputs[i]->id], link, i,
             goes_back ? !unroller->goes_on : !unroller->is_reached[target->id]);
    if (goes_back)
        unroller->goes_on = true;
    else
        unroller->is_reached[target->id] = true;
}

static bool is_taken(const Link *link, const Const *value, bool *is_decided) {
    int64_t integer = value->kind == CONST_BOOL ? value->boolean : value->integer;
    bool is_it = !*is_decided && (link->kind == CASE_DEFAULT || link->integer == integer);
    *is_decided |= is_it;
    return is_it;
}

static void leave_block(Unroller *unroller, const Block *block) {
    const Value *value = block->switch_kind == SWITCH_VALUE ? known_value(unroller, block->switch_value) : NULL;
    bool is_known = value && (value->constant.kind == CONST_BOOL || value->constant.kind == CONST_INT);
    bool is_decided = false;
    for (int i = 0; i < block->exit_count; i++)
        if (!is_known || is_taken(block->exits[i], &value->constant, &is_decided))
            take_exit(unroller, block->exits[i]);
        else
            unroller->is_decided |= !unroller->loop->has[block->exits[i]->target->id];
}

/* The head's inputs are known as far as they are. */
static void take_turn(Unroller *unroller) {
    const Loop *loop = unroller->loop;
    for (int i = 0; i < loop->block_count; i++)
        unroller->is_reached[loop->blocks[i]->id] = i == 0;
    unroller->goes_on = unroller->is_decided = false;
    for (int i = 0; i < loop->block_count; i++) {
        const Block *block = loop->blocks[i];
        if (!unroller->is_reached[block->id])
            continue;
        for (int j = 0; j < block->op_count; j++)
            if (block->ops[j]->result)
                unroller->known[block->ops[j]->result->id] = known_result(unroller, block->ops[j]);
        leave_block(unroller, block);
    }
}

/* Whether the next turn may be another than this one. */
static bool enter_next(const Unroller *unroller) {
    const Block *head = unroller->loop->head;
    bool is_new = false;
    for (int i = 0; i < head->input_count; i++) {
        Value **known = &unroller->known[head->inputs[i]->id];
        is_new |= unroller->next[i] && (!*known || !const_equal(&unroller->next[i]->constant, &(*known)->constant));
        *known = unroller->next[i];
    }
    return is_new;
}

/* What is known of how often the loop that `link` enters is gone through. */
typedef struct Turns {
    int count;       /* after so many it has ended; 0: unknown, or too many */
    bool is_decided; /* 0, though constants decide all that were looked at */
} Turns;

static Turns count_turns(Unroller *unroller, const Link *link) {
    const Block *head = unroller->loop->head;
    bool is_new = false;
    for (int i = 0; i < head->input_count; i++) {
        unroller->known[head->inputs[i]->id] = link->args[i]->is_const ? link->args[i] : NULL;
        is_new |= link->args[i]->is_const;
    }
    int turns = 0;
    while (turns < MOST_TURNS && is_new) {
        take_turn(unroller);
        turns++;
        if (!unroller->goes_on)
            return (Turns){turns, false};
        is_new = enter_next(unroller);
    }
    return (Turns){0, is_new && unroller->is_decided};
}

/* ---- which loops ---- */

static Link *only_entry(const Unroller *unroller) {
    const LinkIndex *index = unroller->ssa->index;
    const Loop *loop = unroller->loop;
    Link *entry = NULL;
    for (int i = 0; i < index->counts[loop->head->id]; i++) {
        Link *link = index->incoming[loop->head->id][i];
        if (!loop_enters(loop, link))
            continue;
        if (entry)
            return NULL;
        entry = link;
    }
    return entry;
}

/* Whether its turns can be gone through and copied: it has no loop in it and no handler. */
static bool is_simple(const Loop *loop) {
    for (int i = 0; i < loop->block_count; i++) {
        const Block *block = loop->blocks[i];
        if (block->switch_kind == SWITCH_EXCEPTION)
            return false;
        for (int j = 0; j < block->exit_count; j++) {
            const Block *target = block->exits[j]->target;
            if (loop->has[target->id] && target != loop->head && target->id <= block->id)
                return false;
        }
    }
    return true;
}

static int count_ops(const Loop *loop) {
    int count = 0;
    for (int i = 0; i < loop->block_count; i++)
        count += loop->blocks[i]->op_count + 1;
    return count;
}

/* ---- copies ---- */

/* A copy of the loop whose links back lead to `next`. Gives its head. */
static Block *copy_turn(const Unroller *unroller, Block *next) {
    const Loop *loop = unroller->loop;
    Block **copies = arena_alloc(unroller->scratch, (size_t)unroller->ssa->graph->block_count * sizeof *copies);
    for (int i = 0; i < loop->block_count; i++)
        copies[loop->blocks[i]->id] = loop_copy_block(unroller->ssa->graph, loop->blocks[i]);
    for (int i = 0; i < loop->block_count; i++) {
        const Block *copy = copies[loop->blocks[i]->id];
        for (int j = 0; j < copy->exit_count; j++) {
            Block *target = copy->exits[j]->target;
            if (target == loop->head)
                copy->exits[j]->target = next;
            else if (loop->has[target->id])
                copy->exits[j]->target = copies[target->id];
        }
    }
    return copies[loop->head->id];
}

static void remark_missed(const Unroller *unroller, Turns turns, int ops) {
    const Pos *pos = loop_pos(unroller->loop);
    if (turns.count)
        pass_remark(unroller->context, REMARK_MISSED, pos, "loop stays: it would be %d copies of %d operations",
                    turns.count, ops);
    else if (turns.is_decided)
        pass_remark(unroller->context, REMARK_MISSED, pos, "loop stays: it does not end in %d turns", MOST_TURNS);
}

/* What is known of loops that have none of these blocks still holds. */
static void touch(const Unroller *unroller, const Link *entry) {
    const Loop *loop = unroller->loop;
    unroller->is_touched[entry->source->id] = true;
    for (int i = 0; i < loop->block_count; i++) {
        unroller->is_touched[loop->blocks[i]->id] = true;
        for (int j = 0; j < loop->blocks[i]->exit_count; j++)
            unroller->is_touched[loop->blocks[i]->exits[j]->target->id] = true;
    }
}

static bool has_touched(const Unroller *unroller) {
    for (int i = 0; i < unroller->loop->block_count; i++)
        if (unroller->is_touched[unroller->loop->blocks[i]->id])
            return true;
    return false;
}

/* Or says why not, if that is all that is asked. */
static bool unroll(Unroller *unroller, bool asks) {
    const Loop *loop = unroller->loop;
    bool is_wanted = !has_touched(unroller) && !block_has_fixed_inputs(loop->head) && is_simple(loop);
    int ops = is_wanted ? count_ops(loop) : 0;
    Link *entry = is_wanted && (asks || ops <= MOST_OPS) ? only_entry(unroller) : NULL;
    Turns turns = entry ? count_turns(unroller, entry) : (Turns){0};
    bool is_small = turns.count && turns.count * ops <= MOST_OPS;
    if (entry && asks && !is_small)
        remark_missed(unroller, turns, ops);
    if (asks || !is_small)
        return false;
    touch(unroller, entry);
    Block *first = loop->head;
    for (int i = 0; i < turns.count; i++)
        first = copy_turn(unroller, first);
    entry->target = first;
    pass_count(unroller->context, "turns", turns.count);
    pass_remark(unroller->context, REMARK_APPLIED, loop_pos(loop), "loop is written out: %d copies", turns.count);
    return true;
}

/* Unrolls loops of the graph that have nothing to do with each other, `most` at most; how many. */
static int unroll_some(PassContext *context, Graph *graph, int most, bool asks) {
    Arena *scratch = arena_new();
    Unroller unroller = {.context = context, .scratch = scratch, .ssa = ssa_new(scratch, graph)};
    Loops loops = loops_find(unroller.ssa);
    unroller.known = arena_alloc(scratch, graph->value_count * sizeof(Value *) + 1);
    unroller.next = arena_alloc(scratch, graph->value_count * sizeof(Value *) + 1);
    unroller.is_reached = arena_alloc(scratch, (size_t)graph->block_count);
    unroller.is_touched = arena_alloc(scratch, (size_t)graph->block_count);
    int count = 0;
    for (int i = 0; i < loops.count && count < most; i++) {
        unroller.loop = &loops.items[i];
        count += unroll(&unroller, asks);
    }
    arena_free(scratch);
    return count;
}

void pass_unroll(PassContext *context, Graph *graph) {
    if (!graph_has_loops(context->scratch, graph))
        return;
    int left = MOST_LOOPS;
    for (int count; left && (count = unroll_some(context, graph, left, false)); left -= count) {
        context->fired += count;
        graph_renumber(graph);
        pass_fold(context, graph);
    }
    if (pass_has_remarks(context))
        unroll_some(context, graph, INT_MAX, true);
}
