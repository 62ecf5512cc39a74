/* inline: puts small functions' bodies in place of their calls.
 *
 * Functions are chosen smallest first, from a heap; ties are broken by fewer callers, then by name. A chosen function
 * is put into its callers, whose scores then are stale: they are recomputed when they come to the top. Only callers
 * that might still be chosen themselves are treated so; the others, the big ones, get all chosen functions in one sweep
 * at the end, which keeps the whole linear.
 *
 * What is called in one place only moves there unless it is very big: nothing grows.
 *
 * A function somewhat too big is put in place of those calls whose constant arguments make up for it; the reference
 * (--inline-heuristic=reference) does not do so.
 *
 * Not inlined are functions that call themselves, and calls on the way to an uncaught raise or in code that runs once.
 */
#include "passes/inline.h"

#include "passes/call_order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ONCE_LIMIT = 500,
    MOST_CONSTANTS = 3,
    QUIET_BONUS = 2,
    GROWTH_FACTOR = 4,
    GROWTH_ROOM = 2000,
    CARRY_FACTOR = 30,
    CARRY_ROOM = 20000
};

typedef struct Node {
    Graph *graph;
    double score, size; /* size: the static count */
    bool is_big;        /* waits for the sweep */
    bool is_stale;      /* the score is of an earlier body */
    bool is_chosen, is_recursive;
    bool raises;    /* itself: a link leads to the except block */
    bool is_shared; /* it is not only called directly */
    bool runs_once; /* for all that is known: a module's body, or what such a function calls once outside of loops */
    int uses;       /* how many calls of it there are, in functions that something reaches */
    int *callers;   /* of those that are not big, by index; each once */
    int caller_count, caller_capacity;
    int *callees;
    int callee_count, callee_capacity;
    double room;       /* how much it may still grow */
    double carry_room; /* how many values may still be carried through blocks of callees */
} Node;

typedef struct Inliner {
    PassContext *context;
    Arena *scratch;
    Node *nodes; /* by graph index */
    Map edges;   /* caller << 32 | callee */
    int *heap;
    int heap_count;
    const Graph *only; /* the function being put into its callers; NULL: all that are chosen */
    Node *caller;      /* being rewritten */
    bool *in_loop;     /* the caller's blocks, by id; NULL: it may run more than once */
    Map refused;       /* calls about which a remark was made */
} Inliner;

static Node *node_of(const Inliner *inliner, const Graph *graph) {
    return &inliner->nodes[graph->index];
}

/* ---- the call graph ---- */

static void add_edge(Inliner *inliner, Node *caller, Node *callee) {
    uint64_t key = (uint64_t)caller->graph->index << 32 | callee->graph->index;
    if (map_find(&inliner->edges, key))
        return;
    *map_put(inliner->scratch, &inliner->edges, key) = 1;
    if (caller == callee)
        caller->is_recursive = true;
    caller->callees = arena_grow(inliner->scratch, caller->callees, caller->callee_count, &caller->callee_capacity,
                                 sizeof *caller->callees);
    caller->callees[caller->callee_count++] = (int)callee->graph->index;
    callee->callers = arena_grow(inliner->scratch, callee->callers, callee->caller_count, &callee->caller_capacity,
                                 sizeof *callee->callers);
    callee->callers[callee->caller_count++] = (int)caller->graph->index;
}

static void add_calls(Inliner *inliner, Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (graph->blocks[i]->ops[j]->code == OP_CALL)
                add_edge(inliner, node_of(inliner, graph), node_of(inliner, graph->blocks[i]->ops[j]->graph));
}

static double size_of(const Inliner *inliner, Graph *graph) {
    return graph_static_count(inliner->scratch, graph, inliner->context->params->reference_heuristic);
}

static double score_of(const Inliner *inliner, Graph *graph) {
    return graph_inline_score(inliner->scratch, graph, inliner->context->params->reference_heuristic);
}

static bool raises_itself(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            if (graph->blocks[i]->exits[j]->target == graph->except_block)
                return true;
    return false;
}

static void measure(Inliner *inliner, Node *node) {
    node->size = size_of(inliner, node->graph);
    node->score = node->graph->always_inline ? 0 : score_of(inliner, node->graph);
    node->is_big = node->size >= SIZE_LIMIT;
    node->is_stale = false;
    node->raises = raises_itself(node->graph);
}

static void share(const Inliner *inliner, const Const *constant) {
    if (constant->kind == CONST_GRAPH)
        node_of(inliner, constant->graph)->is_shared = true;
}

static void share_all(const Inliner *inliner, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        if (values[i]->is_const)
            share(inliner, &values[i]->constant);
}

/* Calls of the function's callees come, or go. */
static void add_uses(const Inliner *inliner, const Graph *graph, int by) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (graph->blocks[i]->ops[j]->code == OP_CALL)
                node_of(inliner, graph->blocks[i]->ops[j]->graph)->uses += by;
}

static void share_in_graph(const Inliner *inliner, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            const Op *op = block->ops[j];
            share_all(inliner, op->args, op->arg_count);
            if (op->code != OP_CALL && op->graph)
                node_of(inliner, op->graph)->is_shared = true;
        }
        for (int j = 0; j < block->exit_count; j++)
            share_all(inliner, block->exits[j]->args, block->exits[j]->arg_count);
    }
}

/* Where functions are used, and how often. */
static void survey_uses(const Inliner *inliner) {
    const Program *program = inliner->context->program;
    node_of(inliner, program->entry)->is_shared = true;
    for (int i = 0; i < program->graph_count; i++) {
        inliner->nodes[i].is_shared |= program->graphs[i]->keep;
        add_uses(inliner, program->graphs[i], 1);
        share_in_graph(inliner, program->graphs[i]);
    }
    for (int i = 0; i < program->data_count; i++)
        for (int j = 0; j < program->data[i]->item_count; j++)
            share(inliner, &program->data[i]->items[j].value);
}

/* What this function, which runs once, calls nowhere else. */
static void spread_runs_once(Inliner *inliner, Graph *graph) {
    const bool *in_loop = graph_blocks_in_loops(inliner->scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count && !in_loop[i]; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op->code == OP_CALL && node_of(inliner, op->graph)->uses == 1)
                node_of(inliner, op->graph)->runs_once |= !node_of(inliner, op->graph)->is_shared;
        }
}

/* Callers first. */
static void survey_runs(Inliner *inliner) {
    Graph **graphs = call_order_new(inliner->scratch, inliner->context->program).graphs;
    for (int i = inliner->context->program->graph_count; i-- > 0;) {
        Node *node = node_of(inliner, graphs[i]);
        node->runs_once |= graph_runs_once(graphs[i]);
        if (node->runs_once)
            spread_runs_once(inliner, graphs[i]);
    }
}

static void survey(Inliner *inliner) {
    Program *program = inliner->context->program;
    for (int i = 0; i < program->graph_count; i++) {
        Node *node = &inliner->nodes[i];
        node->graph = program->graphs[i];
        measure(inliner, node);
        node->room = GROWTH_FACTOR * node->size + GROWTH_ROOM;
        node->carry_room = CARRY_FACTOR * node->size + CARRY_ROOM;
    }
    for (int i = 0; i < program->graph_count; i++)
        add_calls(inliner, program->graphs[i]);
    survey_uses(inliner);
    survey_runs(inliner);
}

/* ---- the heap ---- */

static bool comes_before(const Inliner *inliner, int a, int b) {
    const Node *x = &inliner->nodes[a], *y = &inliner->nodes[b];
    if (x->score != y->score)
        return x->score < y->score;
    if (x->caller_count != y->caller_count)
        return x->caller_count < y->caller_count;
    return strcmp(x->graph->name, y->graph->name) < 0;
}

static void swap(Inliner *inliner, int i, int j) {
    int node = inliner->heap[i];
    inliner->heap[i] = inliner->heap[j];
    inliner->heap[j] = node;
}

static void heap_push(Inliner *inliner, int node) {
    int at = inliner->heap_count++;
    inliner->heap[at] = node;
    for (; at && comes_before(inliner, inliner->heap[at], inliner->heap[(at - 1) / 2]); at = (at - 1) / 2)
        swap(inliner, at, (at - 1) / 2);
}

static int heap_pop(Inliner *inliner) {
    int top = inliner->heap[0], at = 0;
    inliner->heap[0] = inliner->heap[--inliner->heap_count];
    for (;;) {
        int child = 2 * at + 1;
        if (child + 1 < inliner->heap_count && comes_before(inliner, inliner->heap[child + 1], inliner->heap[child]))
            child++;
        if (child >= inliner->heap_count || !comes_before(inliner, inliner->heap[child], inliner->heap[at]))
            return top;
        swap(inliner, at, child);
        at = child;
    }
}

/* ---- single calls ---- */

/* A function as its author knows it: without module __main__ and argument types. */
static const char *short_name(const Inliner *inliner, const Graph *graph) {
    const char *name = graph->name, *main = "__main__.";
    if (!strncmp(name, main, strlen(main)))
        name += strlen(main);
    return arena_printf(inliner->scratch, "%.*s", (int)strcspn(name, "("), name);
}

static bool refuse(Inliner *inliner, const Op *op, const char *why) {
    if (pass_has_remarks(inliner->context) && !map_find(&inliner->refused, (uint64_t)(uintptr_t)op)) {
        *map_put(inliner->scratch, &inliner->refused, (uint64_t)(uintptr_t)op) = 1;
        pass_remark(inliner->context, REMARK_MISSED, op->pos, "call of `%s` kept in `%s`: %s",
                    short_name(inliner, op->graph), short_name(inliner, inliner->caller->graph), why);
    }
    return false;
}

/* Whether the call ends the block, and a handler that does not look at the exception waits for what it raises. */
static bool is_quietly_handled(const Block *block, const Op *op) {
    bool is_last = block->op_count && op == block->ops[block->op_count - 1];
    if (block->switch_kind != SWITCH_EXCEPTION || !is_last)
        return false;
    const Link *handler = block->exits[1];
    for (int i = 0; i < handler->arg_count; i++)
        if (handler->args[i] == handler->exception)
            return false;
    return true;
}

/* Inlining moves it then, and nothing grows. */
static bool is_called_once(const Inliner *inliner, const Node *node) {
    return node->uses == 1 && !node->is_shared && node->size < ONCE_LIMIT &&
           !inliner->context->params->reference_heuristic;
}

/* Then a call costs nothing, and a big caller makes all passes slower. */
static bool is_run_once(const Inliner *inliner, const Block *block) {
    return inliner->in_loop && !inliner->in_loop[block->id];
}

/* A copy of the callee takes the place of a call. */
static void move_uses(const Inliner *inliner, Node *callee) {
    add_uses(inliner, callee->graph, 1);
    callee->uses--;
    if (!callee->uses && !callee->is_shared)
        add_uses(inliner, callee->graph, -1);
}

/* The score that a callee may have. A constant argument decides things in the body, so that not all of it stays; and
 * where a handler drops what the body raises (the end of an iteration), the raise becomes a jump. */
static double limit_of_call(const Inliner *inliner, const Block *block, const Op *op) {
    const PassParams *params = inliner->context->params;
    int bonus = 0;
    if (params->reference_heuristic)
        return params->inline_threshold;
    if (is_called_once(inliner, node_of(inliner, op->graph)) && !is_run_once(inliner, block))
        return INFINITY;
    for (int i = 0; i < op->arg_count && bonus < MOST_CONSTANTS; i++)
        bonus += op->args[i]->is_const && op->args[i]->type->kind != TY_VOID;
    bool becomes_jump = node_of(inliner, op->graph)->raises && is_quietly_handled(block, op);
    return params->inline_threshold * (1 + bonus + (becomes_jump ? QUIET_BONUS : 0));
}

/* Whether this call is to be replaced now. What it adds counts. */
static bool wants_call(void *data, const Block *block, const Op *op) {
    Inliner *inliner = data;
    Node *callee = node_of(inliner, op->graph);
    if (!callee->is_chosen || callee->is_recursive || callee == inliner->caller ||
        (inliner->only && op->graph != inliner->only))
        return false;
    if (callee->score >= limit_of_call(inliner, block, op))
        return false;
    if (callee->size > inliner->caller->room && !op->graph->always_inline)
        return refuse(inliner, op, "the caller has grown too much");
    double carried = splice_is_straight(op->graph) ? 0 : splice_live_count(block) * (double)op->graph->block_count;
    if (carried > inliner->caller->carry_room && !op->graph->always_inline)
        return refuse(inliner, op, "too many values are alive there");
    inliner->caller->room -= callee->size;
    inliner->caller->carry_room -= carried;
    inliner->context->fired++;
    move_uses(inliner, callee);
    if (pass_has_remarks(inliner->context))
        pass_remark(inliner->context, REMARK_APPLIED, op->pos, "`%s` into `%s` (score %.1f)",
                    short_name(inliner, op->graph), short_name(inliner, inliner->caller->graph), callee->score);
    return true;
}

/* ---- whole callers ---- */

/* The blocks where inlining does not pay. */
static bool *find_skipped_blocks(const Inliner *inliner, Graph *graph) {
    bool *is_skipped = graph_cold_blocks(inliner->scratch, graph);
    if (!graph_runs_once(graph))
        return is_skipped;
    for (int i = 0; i < graph->block_count; i++)
        is_skipped[i] |= !inliner->in_loop[i];
    return is_skipped;
}

static void rewrite_block(Inliner *inliner, Block *block) {
    splice_straight_calls(inliner->scratch, block, wants_call, inliner);
    for (int at = block->op_count - 1; at >= 0; at--)
        if (block->ops[at]->code == OP_CALL && wants_call(inliner, block, block->ops[at]))
            splice_call(inliner->scratch, block, at);
}

static bool has_calls(const Inliner *inliner, const Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        if (op->code == OP_CALL &&
            (inliner->only ? op->graph == inliner->only : node_of(inliner, op->graph)->is_chosen))
            return true;
    }
    return false;
}

/* Whether anything was inlined. */
static bool rewrite_caller(Inliner *inliner, Node *caller) {
    Graph *graph = caller->graph;
    int64_t before = inliner->context->fired;
    if (!caller->uses && !caller->is_shared) /* nothing reaches it any more; its calls do not count */
        return false;
    inliner->caller = caller;
    inliner->in_loop = caller->runs_once ? graph_blocks_in_loops(inliner->scratch, graph) : NULL;
    const bool *is_skipped = find_skipped_blocks(inliner, graph);
    int count = graph->block_count; /* what is added is not looked at again */
    for (int i = 0; i < count; i++)
        if (!is_skipped[i] && has_calls(inliner, graph->blocks[i]))
            rewrite_block(inliner, graph->blocks[i]);
    if (inliner->context->fired == before)
        return false;
    graph_renumber(graph);
    return true;
}

static void inherit_callees(Inliner *inliner, Node *caller, const Node *callee) {
    for (int i = 0; i < callee->callee_count; i++)
        add_edge(inliner, caller, &inliner->nodes[callee->callees[i]]);
}

/* Puts a chosen function into those of its callers that are not big. */
static void put_into_callers(Inliner *inliner, Node *callee) {
    inliner->only = callee->graph;
    for (int i = 0; i < callee->caller_count; i++) { /* the list may grow by callers that get calls of it */
        Node *caller = &inliner->nodes[callee->callers[i]];
        if (caller == callee || caller->is_big || !rewrite_caller(inliner, caller))
            continue;
        caller->is_stale = true;
        caller->size = size_of(inliner, caller->graph);
        caller->is_big = caller->size >= SIZE_LIMIT;
        inherit_callees(inliner, caller, callee);
    }
}

static bool may_be_chosen(const Node *node) {
    return !node->is_recursive && !node->graph->never_inline && (!node->is_big || node->graph->always_inline);
}

static void choose_all(Inliner *inliner) {
    const PassParams *params = inliner->context->params;
    double limit = params->inline_threshold * (params->reference_heuristic ? 1 : 1 + MOST_CONSTANTS + QUIET_BONUS);
    while (inliner->heap_count) {
        int index = heap_pop(inliner);
        Node *node = &inliner->nodes[index];
        if (!may_be_chosen(node))
            continue;
        if (node->is_stale) {
            measure(inliner, node);
            heap_push(inliner, index);
            continue;
        }
        if (node->score >= limit)
            return;
        node->is_chosen = true;
        put_into_callers(inliner, node);
    }
}

static void choose_called_once(Inliner *inliner) {
    for (int i = 0; i < inliner->context->program->graph_count; i++) {
        Node *node = &inliner->nodes[i];
        if (node->is_chosen || node->is_recursive || node->graph->never_inline || !is_called_once(inliner, node))
            continue;
        node->is_chosen = true;
        put_into_callers(inliner, node);
    }
}

/* ---- the sweep ---- */

static const char *reason(const Inliner *inliner, const Block *block, const Op *op) {
    const Node *callee = node_of(inliner, op->graph);
    if (callee->is_recursive)
        return "it calls itself";
    if (op->graph->never_inline)
        return "it is never inlined";
    if (callee->is_chosen && callee->score < limit_of_call(inliner, block, op))
        return "the call is not on a path that matters";
    return arena_printf(inliner->scratch, "its score is %.1f, the threshold %.1f",
                        isfinite(callee->score) ? callee->score : 1e9, limit_of_call(inliner, block, op));
}

static void remark_rest(Inliner *inliner, Node *caller) {
    inliner->caller = caller;
    inliner->in_loop = NULL;
    for (int i = 0; i < caller->graph->block_count; i++) {
        const Block *block = caller->graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            if (block->ops[j]->code == OP_CALL)
                refuse(inliner, block->ops[j], reason(inliner, block, block->ops[j]));
    }
}

/* Callees first: what is called once has what is chosen inlined when it moves. */
static void sweep(Inliner *inliner) {
    int count = inliner->context->program->graph_count;
    Graph **graphs = call_order_new(inliner->scratch, inliner->context->program).graphs;
    inliner->only = NULL;
    for (int i = 0; i < count; i++)
        rewrite_caller(inliner, node_of(inliner, graphs[i]));
    for (int i = 0; i < count && pass_has_remarks(inliner->context); i++)
        if (!inliner->nodes[i].graph->is_hidden)
            remark_rest(inliner, &inliner->nodes[i]);
}

void pass_inline(PassContext *context, Graph *graph) {
    (void)graph;
    size_t count = (size_t)context->program->graph_count;
    Inliner inliner = {.context = context, .scratch = context->scratch};
    inliner.nodes = arena_alloc(context->scratch, count * sizeof(Node));
    inliner.heap = arena_alloc(context->scratch, count * sizeof(int));
    survey(&inliner);
    for (size_t i = 0; i < count; i++)
        heap_push(&inliner, (int)i);
    choose_all(&inliner);
    choose_called_once(&inliner);
    sweep(&inliner);
}
