/* follow-objects: readies objects that are passed to functions for malloc removal ("clever").
 *
 * Where an object that is made here escapes from nothing but its function (passes/escape_sets.h), the calls that get it
 * are what keeps it; and where a call gives a new object that stays here, that call is. Such calls are inlined up to a
 * higher score than others. The removal itself comes after.
 */
#include "passes/escape_sets.h"

#include "passes/inline.h"

enum { ROUNDS = 2, THRESHOLD = 50, GIVING_THRESHOLD = 120, GROWTH_FACTOR = 2, GROWTH_ROOM = 400, CARRY_ROOM = 8000 };

typedef struct Follower {
    PassContext *context;
    EscapeSummaries summaries;
    double *scores;    /* by graph index; 0: not known yet */
    Graph *graph;      /* at work */
    double room;       /* how much it may still grow */
    double carry_room; /* how many values may still be carried through blocks of callees */
    EscapeSets *sets;
    Map local;  /* sets of which an object is made here and stays */
    Map wanted; /* the calls */
} Follower;

/* ---- which calls ---- */

static bool stays(const EscapeSet *set) {
    return !set->escapes && !set->outlives;
}

static bool may_go(const Type *type) {
    return type->kind == TY_STRUCT && type->flavour == FLAVOUR_GC && !type_variable_part((Type *)type) &&
           !(type->hints & (HINT_FINALIZER | HINT_EXCEPTION));
}

static void find_local(Follower *follower) {
    for (int i = 0; i < follower->graph->block_count; i++)
        for (int j = 0; j < follower->graph->blocks[i]->op_count; j++) {
            const Op *op = follower->graph->blocks[i]->ops[j];
            if (op->code != OP_MALLOC || !may_go(op->type))
                continue;
            const EscapeSet *set = escape_set_of(follower->sets, op->result);
            if (stays(set))
                *map_put(follower->context->scratch, &follower->local, (uint64_t)(uintptr_t)set) = 1;
        }
}

static bool gets_local(const Follower *follower, const Op *op) {
    for (int i = 0; i < op->arg_count; i++) {
        const Value *arg = op->args[i];
        if (!arg->is_const && type_is_gc_ptr(arg->type) &&
            map_find(&follower->local, (uint64_t)(uintptr_t)escape_set_of(follower->sets, arg)))
            return true;
    }
    return false;
}

/* Whether the callee makes what it gives, which then stays here. */
static bool gives_local(const Follower *follower, const Op *op) {
    const EscapeSummary *summary = follower->summaries[op->graph->index];
    if (!op->result || !type_is_gc_ptr(op->result->type) || !may_go(op->result->type->item) || summary->is_unknown ||
        !stays(escape_set_of(follower->sets, op->result)))
        return false;
    int node = summary->roots[summary->root_count - 1];
    bool is_param = false;
    for (int i = 0; i < summary->root_count - 1; i++)
        is_param |= summary->roots[i] == node;
    return !is_param && !summary->is_open[node] && !summary->escapes[node];
}

static bool calls_itself(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (graph->blocks[i]->ops[j]->graph == graph)
                return true;
    return false;
}

static double score_of(const Follower *follower, Graph *graph) {
    double *score = &follower->scores[graph->index];
    if (*score == 0)
        *score = graph->never_inline || graph->is_generator || calls_itself(graph)
                     ? GIVING_THRESHOLD
                     : graph_inline_score(follower->context->scratch, graph, false);
    return *score;
}

/* Whether the callee is small enough. */
static bool is_candidate(const Follower *follower, const Op *op) {
    return op->code == OP_CALL && op->graph != follower->graph && score_of(follower, op->graph) < GIVING_THRESHOLD;
}

static bool has_candidate(const Follower *follower) {
    for (int i = 0; i < follower->graph->block_count; i++)
        for (int j = 0; j < follower->graph->blocks[i]->op_count; j++)
            if (is_candidate(follower, follower->graph->blocks[i]->ops[j]))
                return true;
    return false;
}

/* Whether inlining it lets an object go. What it gives may hold others, which then may go, too. */
static bool is_worthwhile(const Follower *follower, const Op *op) {
    return (score_of(follower, op->graph) < THRESHOLD && gets_local(follower, op)) || gives_local(follower, op);
}

static void find_wanted(Follower *follower) {
    const bool *is_cold = NULL;
    for (int i = 0; i < follower->graph->block_count; i++) {
        const Block *block = follower->graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            const Op *op = block->ops[j];
            if (!is_candidate(follower, op) || !is_worthwhile(follower, op))
                continue;
            if (!is_cold)
                is_cold = graph_cold_blocks(follower->context->scratch, follower->graph);
            if (!is_cold[i])
                *map_put(follower->context->scratch, &follower->wanted, (uint64_t)(uintptr_t)op) = 1;
        }
    }
}

/* ---- inlining them ---- */

static bool wants_call(void *data, const Block *block, const Op *op) {
    Follower *follower = data;
    if (!map_find(&follower->wanted, (uint64_t)(uintptr_t)op))
        return false;
    double size = score_of(follower, op->graph);
    double carried = splice_is_straight(op->graph) ? 0 : splice_live_count(block) * (double)op->graph->block_count;
    if (size > follower->room || carried > follower->carry_room)
        return false;
    follower->room -= size;
    follower->carry_room -= carried;
    follower->context->fired++;
    return true;
}

static void inline_wanted(Follower *follower, Block *block) {
    splice_straight_calls(follower->context->scratch, block, wants_call, follower);
    for (int at = block->op_count - 1; at >= 0; at--)
        if (block->ops[at]->code == OP_CALL && wants_call(follower, block, block->ops[at]))
            splice_call(follower->context->scratch, block, at);
}

/* Whether anything was inlined. */
static bool follow_in(Follower *follower, Graph *graph) {
    follower->graph = graph;
    if (!has_candidate(follower))
        return false;
    Arena *scratch = arena_new();
    follower->local = follower->wanted = (Map){0};
    follower->sets = escape_sets_new(scratch, graph, follower->summaries);
    find_local(follower);
    find_wanted(follower);
    arena_free(scratch);
    int64_t before = follower->context->fired;
    int count = graph->block_count; /* what is added is not looked at again */
    for (int i = 0; i < count && follower->wanted.count; i++)
        inline_wanted(follower, graph->blocks[i]);
    if (follower->context->fired == before)
        return false;
    graph_renumber(graph);
    follower->scores[graph->index] = 0;
    pass_count(follower->context, "calls", follower->context->fired - before);
    return true;
}

/* Summaries stay right: functions do what they did. */
static void follow_objects(Follower *follower, Graph *graph) {
    follower->room = GROWTH_FACTOR * graph->value_count + GROWTH_ROOM;
    follower->carry_room = CARRY_ROOM;
    for (int round = 0; round < ROUNDS && follow_in(follower, graph); round++)
        pass_fold(follower->context, graph);
}

void pass_follow_objects(PassContext *context, Graph *unused) {
    (void)unused;
    Follower follower = {.context = context};
    follower.summaries = escape_summaries_new(context->scratch, context->program);
    follower.scores = arena_alloc(context->scratch, (size_t)context->program->graph_count * sizeof(double));
    for (int i = 0; i < context->program->graph_count; i++)
        follow_objects(&follower, context->program->graphs[i]);
}
