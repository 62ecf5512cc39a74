/* tail-calls: a function that ends in a call of itself starts again instead.
 *
 * The frame that is left out would be missing from the traceback of whatever the inner call raises. So nothing else in
 * the function may raise or end the program; then only RecursionError is left. How deep recursion may be is not
 * promised, but that endless recursion is an error is: after some turns there is a real call, and the stack still
 * runs out. Functions that ask whether an argument is used for the last time are left alone: in later turns it would
 * be no argument. And in a later turn an argument could be an object in the frame of the turn before, which has ended.
 */
#include "passes/ssa.h"

#include "ir/effects.h"

enum { TURNS = 100 };

typedef struct Looper {
    PassContext *context;
    Arena *scratch; /* of the graph at work */
    Graph *graph;
    Block **sites; /* blocks that end in a call of the graph, whose result is the graph's */
    int site_count;
} Looper;

/* ---- which ---- */

/* The call of the graph that ends the block, after which it returns; or NULL. */
static const Op *tail_call(const Block *block) {
    const Graph *graph = block->graph;
    if (!block->op_count || block->switch_kind != SWITCH_NONE || block->exit_count != 1 ||
        block->exits[0]->target != graph->return_block)
        return NULL;
    const Op *op = block->ops[block->op_count - 1];
    bool is_self = op->code == OP_CALL && op->graph == graph;
    bool is_returned = is_self && (block->exits[0]->args[0] == op->result || op->result->type->kind == TY_VOID);
    return is_returned ? op : NULL;
}

static void find_sites(Looper *looper) {
    looper->site_count = 0;
    for (int i = 0; i < looper->graph->block_count; i++)
        if (tail_call(looper->graph->blocks[i]))
            looper->sites[looper->site_count++] = looper->graph->blocks[i];
}

static bool has_tail_calls(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        if (tail_call(graph->blocks[i]))
            return true;
    return false;
}

static bool has_stack_objects(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (op_is_stack_alloc(graph->blocks[i]->ops[j]))
                return true;
    return false;
}

/* The op of the block after which the function's frame may be seen, or which wants to know what a parameter is. */
static const Op *find_obstacle(const EffectTable *table, const Block *block) {
    const Op *call = tail_call(block);
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        Effects effects = effects_of_op(table, op);
        if ((op != call && (effects.raises || effects.fatal)) || op->code == OP_LAST_USE || op->code == OP_TRACE_HERE)
            return op;
    }
    return NULL;
}

static bool leads_out(const Block *block) {
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->target == block->graph->except_block)
            return true;
    return false;
}

/* Whether no traceback can show the graph's frame. */
static bool is_invisible(const Looper *looper, const EffectTable *table) {
    for (int i = 0; i < looper->graph->block_count; i++) {
        const Block *block = looper->graph->blocks[i];
        const Op *obstacle = find_obstacle(table, block);
        if (obstacle)
            pass_remark(looper->context, REMARK_MISSED, obstacle->pos,
                        "calls of `%s` at its own end stay: a traceback from here would show them",
                        looper->graph->pyname);
        if (obstacle || leads_out(block))
            return false;
    }
    return true;
}

/* ---- rewriting ---- */

static Op *append(Block *block, OpCode code, const Pos *pos, TypeKind type, Value *x, int64_t y) {
    Program *program = block->graph->program;
    Value *args[] = {x, const_int(program, y)};
    Op *op = op_new(block->graph, code, pos, type_simple(program->types, type), args, 2);
    block_append(block, op);
    return op;
}

static int number_of_param(const Graph *graph, const Value *value) {
    int number = 0;
    while (graph->start->inputs[number] != value)
        number++;
    return number;
}

/* Ends the site with a jump to the head, or with the call when no turns are left. */
static void start_again(const Looper *looper, Block *site, Block *head, Value *turns) {
    const Op *call = site->ops[site->op_count - 1];
    const Link *entry = looper->graph->start->exits[0];
    Value **args = arena_alloc(looper->scratch, (size_t)entry->arg_count * sizeof *args);
    for (int i = 0; i < entry->arg_count - 1; i++)
        args[i] = call->args[number_of_param(looper->graph, entry->args[i])];
    const Pos *pos = call->pos;
    Block *real = block_split(site, site->op_count - 1);
    Link *to_real = site->exits[0];
    args[entry->arg_count - 1] = append(site, OP_INT_SUB, pos, TY_I64, turns, 1)->result;
    Value *more = append(site, OP_INT_GT, pos, TY_BOOL, turns, 0)->result;
    site->exit_count = 0;
    block_set_switch(site, more);
    block_add_exit(site, CASE_BOOL, false, real, to_real->args, to_real->arg_count);
    block_add_exit(site, CASE_BOOL, true, head, args, entry->arg_count);
    looper->context->fired++;
    pass_remark(looper->context, REMARK_APPLIED, pos, "the call of `%s` at its own end is a jump",
                looper->graph->pyname);
}

/* What was the start block becomes the head of the loop, with the number of turns that are left as its last input. */
static Block *make_head(const Looper *looper) {
    Graph *graph = looper->graph;
    Block *head = block_split(graph->start, 0);
    block_add_input(head, type_simple(graph->program->types, TY_I64), NULL);
    link_add_arg(graph->start->exits[0], const_int(graph->program, TURNS));
    graph_renumber(graph);
    return head;
}

static void make_loop(Looper *looper) {
    Block *head = make_head(looper);
    Value *turns = head->inputs[head->input_count - 1];
    find_sites(looper);
    Ssa *ssa = ssa_new_with_room(looper->scratch, looper->graph);
    Value **names = arena_alloc(looper->scratch, (size_t)looper->site_count * sizeof *names);
    for (int i = 0; i < looper->site_count; i++)
        names[i] = ssa_value_in(ssa, turns, looper->sites[i]);
    for (int i = 0; i < looper->site_count; i++)
        if (names[i])
            start_again(looper, looper->sites[i], head, names[i]);
    graph_renumber(looper->graph);
}

static void rewrite_graph(PassContext *context, const EffectTable *table, Graph *graph) {
    Looper looper = {.context = context, .scratch = arena_new(), .graph = graph};
    looper.sites = arena_alloc(looper.scratch, (size_t)(graph->block_count + 1) * sizeof(Block *));
    if (is_invisible(&looper, table))
        make_loop(&looper);
    arena_free(looper.scratch);
}

void pass_tail_calls(PassContext *context, Graph *graph) {
    (void)graph;
    Program *program = context->program;
    bool has_any = false;
    for (int i = 0; i < program->graph_count; i++)
        has_any |= has_tail_calls(program->graphs[i]);
    if (!has_any)
        return;
    EffectTable table = effects_compute(context->scratch, program);
    for (int i = 0; i < program->graph_count; i++)
        if (has_tail_calls(program->graphs[i]) && !has_stack_objects(program->graphs[i]))
            rewrite_graph(context, &table, program->graphs[i]);
}
