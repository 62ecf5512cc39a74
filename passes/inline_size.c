/* How big a function is to the inliner: how much code there is, and how much of it a median run executes.
 *
 * The expected executions x of the blocks solve x_i - sum of p_ji * x_j = [i is start], p_ji the probability that
 * block j goes on to i. Blocks are eliminated last to first (in reverse postorder), so that only the rows of loop heads
 * ever grow.
 */
#include "passes/inline.h"

#include <math.h>
#include <string.h>

/* What code on the way to an uncaught raise counts: it is there, but never in the way. */
static const double COLD_SHARE = 0.2;

/* ---- static count ---- */

static double call_weight(const Op *op) {
    return op->code == OP_CALL ? 1 + 1.5 + op->arg_count / 2 : 1 + 2 + (op->arg_count - 1) / 2;
}

static double op_weight(const Op *op) {
    switch ((int)op->code) {
    case OP_SAME_AS:
    case OP_CAST:
    case OP_KEEPALIVE:
    case OP_TRACE_HERE:
    case OP_UNREACHABLE:
        return 0;
    case OP_MALLOC:
    case OP_MALLOC_VAR:
    case OP_MALLOC_UNSET:
        return 2;
    case OP_CALL:
    case OP_CALL_INDIRECT:
        return call_weight(op);
    default:
        return 1;
    }
}

static double block_weight(const Block *block) {
    double weight = block->switch_kind != SWITCH_NONE;
    for (int i = 0; i < block->op_count; i++)
        weight += op_weight(block->ops[i]);
    return weight;
}

bool *graph_cold_blocks(Arena *scratch, const Graph *graph) {
    bool *is_cold = arena_alloc(scratch, (size_t)graph->block_count);
    if (graph->is_cold)
        return memset(is_cold, true, (size_t)graph->block_count);
    is_cold[graph->except_block->id] = true;
    for (int i = graph->block_count - 3; i >= 0; i--) {
        const Block *block = graph->blocks[i];
        is_cold[i] = true;
        for (int j = 0; j < block->exit_count; j++)
            is_cold[i] &= block->exits[j]->target->id > block->id && is_cold[block->exits[j]->target->id];
    }
    return is_cold;
}

/* The weights of the blocks, by id. */
static double *block_weights(Arena *scratch, const Graph *graph, bool as_reference) {
    double *weights = arena_alloc(scratch, (size_t)graph->block_count * sizeof *weights);
    const bool *is_cold = as_reference ? NULL : graph_cold_blocks(scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        weights[i] = block_weight(graph->blocks[i]) * (is_cold && is_cold[i] ? COLD_SHARE : 1);
    return weights;
}

double graph_static_count(Arena *scratch, const Graph *graph, bool as_reference) {
    const double *weights = block_weights(scratch, graph, as_reference);
    double count = 0;
    for (int i = 0; i < graph->block_count; i++)
        count += weights[i];
    return count;
}

/* ---- loops ---- */

typedef struct Loops {
    int *head; /* by block id: the head of the innermost loop around it, or -1 */
    int *size; /* by block id of a head: blocks in its loop */
    bool *is_head;
} Loops;

/* A retreating link in reverse postorder leads to an ancestor in the depth-first search. */
static bool is_retreating(const Link *link) {
    return link->source->id >= link->target->id;
}

/* The blocks from which `tail` is reached without passing `head`; marks[id] == mark: in the loop. */
static int collect_loop(const LinkIndex *index, const Link *back, int *marks, int mark, int *members) {
    int count = 0, done = 0;
    marks[back->target->id] = mark;
    members[count++] = (int)back->target->id;
    if (marks[back->source->id] != mark) {
        marks[back->source->id] = mark;
        members[count++] = (int)back->source->id;
    }
    for (done = 1; done < count; done++)
        for (int i = 0; i < index->counts[members[done]]; i++) {
            int id = (int)index->incoming[members[done]][i]->source->id;
            if (marks[id] != mark) {
                marks[id] = mark;
                members[count++] = id;
            }
        }
    return count;
}

static void claim_members(Loops *loops, int head, const int *members, int count) {
    for (int i = 0; i < count; i++) {
        int *owner = &loops->head[members[i]];
        if (*owner < 0 || loops->size[*owner] > count)
            *owner = head;
    }
}

static Loops find_loops(Arena *scratch, Graph *graph) {
    size_t count = (size_t)graph->block_count;
    Loops loops = {.head = arena_alloc(scratch, count * sizeof(int)),
                   .size = arena_alloc(scratch, count * sizeof(int))};
    loops.is_head = arena_alloc(scratch, count);
    LinkIndex *index = link_index(scratch, graph);
    int *marks = arena_alloc(scratch, count * sizeof(int)), *members = arena_alloc(scratch, count * sizeof(int));
    int mark = 0;
    for (size_t i = 0; i < count; i++)
        loops.head[i] = -1;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < index->counts[i]; j++) {
            const Link *link = index->incoming[i][j];
            if (!is_retreating(link))
                continue;
            loops.is_head[i] = true;
            int size = collect_loop(index, link, marks, ++mark, members);
            loops.size[i] = size > loops.size[i] ? size : loops.size[i];
            claim_members(&loops, i, members, size);
        }
    return loops;
}

bool *graph_blocks_in_loops(Arena *scratch, Graph *graph) {
    Loops loops = find_loops(scratch, graph);
    bool *in_loop = arena_alloc(scratch, (size_t)graph->block_count);
    for (int i = 0; i < graph->block_count; i++)
        in_loop[i] = loops.head[i] >= 0;
    return in_loop;
}

/* ---- the linear system ---- */

typedef struct Term {
    int column;
    double factor;
} Term;

typedef struct Row {
    Term *terms;
    int count, capacity;
    double constant;
} Row;

typedef struct System {
    Arena *scratch;
    Row *rows;
    int count;
    const bool *is_head;
} System;

static void row_add(System *system, Row *row, int column, double factor) {
    for (int i = 0; i < row->count; i++)
        if (row->terms[i].column == column) {
            row->terms[i].factor += factor;
            return;
        }
    row->terms = arena_grow(system->scratch, row->terms, row->count, &row->capacity, sizeof *row->terms);
    row->terms[row->count++] = (Term){column, factor};
}

/* Removes the column from the row and gives its factor. */
static double row_take(Row *row, int column) {
    for (int i = 0; i < row->count; i++)
        if (row->terms[i].column == column) {
            double factor = row->terms[i].factor;
            row->terms[i] = row->terms[--row->count];
            return factor;
        }
    return 0;
}

/* Staying in a loop is likelier than leaving it; beyond that all exits are alike. */
static void add_exits(System *system, const Loops *loops, const Block *block) {
    int head = loops->head[block->id], staying = 0;
    for (int i = 0; i < block->exit_count; i++)
        staying += head >= 0 && loops->head[block->exits[i]->target->id] == head;
    int leaving = block->exit_count - staying;
    for (int i = 0; i < block->exit_count; i++) {
        int target = (int)block->exits[i]->target->id;
        bool stays = head >= 0 && loops->head[target] == head;
        double share = staying && leaving ? (stays ? 0.7 / staying : 0.3 / leaving) : 1.0 / block->exit_count;
        row_add(system, &system->rows[target], (int)block->id, share);
    }
}

/* Puts the row of block k, solved for it, into the rows that mention it: those of loop heads before it. False: there is
 * no solution. */
static bool eliminate(System *system, int k) {
    Row *row = &system->rows[k];
    double rest = 1 - row_take(row, k);
    if (!(fabs(rest) > 1e-9))
        return false;
    row->constant /= rest;
    for (int i = 0; i < row->count; i++)
        row->terms[i].factor /= rest;
    for (int i = 0; i < k; i++) {
        double factor = system->is_head[i] ? row_take(&system->rows[i], k) : 0;
        if (factor == 0)
            continue;
        system->rows[i].constant += factor * row->constant;
        for (int j = 0; j < row->count; j++)
            row_add(system, &system->rows[i], row->terms[j].column, factor * row->terms[j].factor);
    }
    return true;
}

/* The expected executions of the blocks go to x. */
static bool solve(System *system, double *x) {
    for (int k = system->count - 1; k >= 0; k--)
        if (!eliminate(system, k))
            return false;
    for (int k = 0; k < system->count; k++) {
        const Row *row = &system->rows[k];
        x[k] = row->constant;
        for (int i = 0; i < row->count; i++)
            x[k] += row->terms[i].factor * x[row->terms[i].column];
    }
    return true;
}

static double execution_cost(Arena *scratch, Graph *graph, const double *weights) {
    size_t count = (size_t)graph->block_count;
    Loops loops = find_loops(scratch, graph);
    System system = {.scratch = scratch, .count = graph->block_count, .is_head = loops.is_head};
    system.rows = arena_alloc(scratch, count * sizeof(Row));
    system.rows[graph->start->id].constant = 1;
    for (int i = 0; i < graph->block_count; i++)
        add_exits(&system, &loops, graph->blocks[i]);
    double *x = arena_alloc(scratch, count * sizeof *x), cost = 0;
    if (!solve(&system, x))
        return INFINITY;
    for (int i = 0; i < graph->block_count; i++)
        cost += x[i] * weights[i];
    return cost < 1e9 ? cost : INFINITY;
}

double graph_inline_score(Arena *scratch, Graph *graph, bool as_reference) {
    double count = graph_static_count(scratch, graph, as_reference);
    if (count >= SIZE_LIMIT)
        return count;
    return count + 0.9999 * execution_cost(scratch, graph, block_weights(scratch, graph, as_reference));
}
