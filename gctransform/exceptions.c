/* The exception transform: stage low → exc. Makes raising, testing and handling of exceptions ordinary control flow and
 * ordinary ops; see "Exception transform" in docs/design.md.
 *
 * While an exception is on its way out of a graph it is pending, and its traceback is in flight. A handler takes it:
 * what was in flight moves into the object (attach), for the handler may keep it, or is dropped if the handler does not
 * look at the object. Raising an object puts its traceback back (restore). So nothing is in flight unless an exception
 * is pending.
 */
#include "gctransform/gctransform.h"

#include "ir/effects.h"

#include <assert.h>
#include <string.h>

typedef struct Transform {
    Program *program;
    EffectTable table;
    Type *exception_ptr; /* ptr(BaseException) */
    Arena *scratch;      /* of the graph at work */
} Transform;

/* ---- single ops ---- */

/* An op that cannot raise, with at most one argument. */
static Op *append(Block *block, OpCode code, const Pos *pos, Type *result, Value *arg) {
    Op *op = op_new(block->graph, code, pos, result, &arg, arg ? 1 : 0);
    block_append(block, op);
    return op;
}

static Value *converted(Block *block, const Pos *pos, Value *value, Type *type) {
    return value->type == type ? value : append(block, OP_CAST, pos, type, value)->result;
}

static void call_helper(const Transform *transform, Block *block, const Pos *pos, Graph *helper, Value *exception) {
    if (!helper)
        return;
    Value *arg = converted(block, pos, exception, helper->type->params[0]);
    Op *call = op_new(block->graph, OP_CALL, pos, helper->type->item, &arg, 1);
    call->graph = helper;
    Effects effects = effects_of_op(&transform->table, call);
    call->propagate = effects.raises || effects.fatal;
    block_append(block, call);
}

static void clear_trace(const Transform *transform, Block *block, const Pos *pos) {
    Type *nothing = type_simple(transform->program->types, TY_VOID);
    append(block, OP_CALL_NATIVE, pos, nothing, NULL)->name = intern(transform->program->names, "trace_clear");
}

/* Whether tracebacks show this position: a hidden graph's own code they do not. */
static bool is_shown(const Block *block, const Pos *pos) {
    return pos->inlined_at || !block->graph->is_hidden;
}

/* What a traceback shows of the position where a handler came through `depth` inlined calls; NULL: nothing. The graph's
 * own position, which stays at the end for hidden graphs, is not shown. */
static const Pos *pos_for_handler(const Block *block, const Pos *pos, int depth) {
    const Pos *outermost = pos;
    while (outermost->inlined_at)
        outermost = outermost->inlined_at;
    return depth ? pos_within(block->graph->program->arena, pos, depth, block->graph->is_hidden ? outermost : NULL)
                 : pos;
}

static void trace_here(Block *block, const Pos *pos) {
    if (is_shown(block, pos))
        append(block, OP_TRACE_HERE, pos, NULL, NULL);
}

/* A position for ops that the source has nothing of. */
static const Pos *nearby_pos(const Block *block) {
    if (block->op_count)
        return block->ops[block->op_count - 1]->pos;
    return block->pos ? block->pos : graph_pos(block->graph);
}

/* ---- raising: links to the except block ---- */

static Op *last_op(const Block *block) {
    return block->op_count ? block->ops[block->op_count - 1] : NULL;
}

/* A link with a block of its own for the ops that go before it. */
static Block *block_before(Link *link) {
    return link->source->switch_kind == SWITCH_NONE ? link->source : link_split(link);
}

static void rewrite_raise(const Transform *transform, Link *link) {
    const Pos *pos = nearby_pos(link->source);
    Block *block = block_before(link);
    Op *op = last_op(block);
    bool is_new = op && op->code == OP_TRACE_HERE; /* not a re-raise */
    if (is_new)
        block_remove_op(block, block->op_count - 1);
    call_helper(transform, block, pos, transform->table.helpers.restore, block->exits[0]->args[0]);
    append(block, OP_EXC_SET, pos, NULL, block->exits[0]->args[0]);
    if (is_new)
        trace_here(block, pos);
    block->exits[0]->arg_count = 0;
}

/* A raise whose handler is in the same graph (`trace_here e`): the position goes straight into the object. */
static void rewrite_local_raise(const Transform *transform, Block *block) {
    Op *op = last_op(block);
    if (!op || op->code != OP_TRACE_HERE || block->exits[0]->target == block->graph->except_block)
        return;
    block_remove_op(block, block->op_count - 1);
    if (op->arg_count == 0 || !is_shown(block, op->pos) || !transform->table.helpers.attach)
        return;
    call_helper(transform, block, op->pos, transform->table.helpers.restore, op->args[0]);
    trace_here(block, op->pos);
    call_helper(transform, block, op->pos, transform->table.helpers.attach, op->args[0]);
}

/* ---- handling: exits on the last exception ---- */

/* The blocks that find out which handler is meant. `block` is the one being filled; `names` tells what variables of
 * the raising block are called there, `exception` what the fetched exception is. */
typedef struct Dispatch {
    Transform *transform;
    const Op *raising;
    Link **exits; /* the exception exits */
    int exit_count;
    Block *block;
    Map names;
    Value *exception;
} Dispatch;

static Value *name_of(const Dispatch *dispatch, Value *value) {
    return value->is_const ? value : map_get_ptr(&dispatch->names, value);
}

static Value *carry(Dispatch *next, Link *link, Value *value, Value *source) {
    Value *input = block_add_input(next->block, value->type, value->name);
    link_add_arg(link, source);
    map_set_ptr(next->transform->scratch, &next->names, value, input);
    return input;
}

/* The state after following `link` to a fresh block, where exits[from .. to) are still of interest. */
static Dispatch follow(const Dispatch *dispatch, Link *link, int from, int to) {
    Dispatch next = *dispatch;
    next.block = link->target;
    next.names = (Map){0};
    if (dispatch->exception) {
        next.exception = block_add_input(next.block, dispatch->exception->type, NULL);
        link_add_arg(link, dispatch->exception);
    }
    for (int i = from; i < to; i++)
        for (int j = 0; j < dispatch->exits[i]->arg_count; j++) {
            Value *value = dispatch->exits[i]->args[j];
            if (value->is_const || value == dispatch->exits[i]->exception || map_get_ptr(&next.names, value))
                continue;
            carry(&next, link, value, dispatch->exception ? name_of(dispatch, value) : value);
        }
    return next;
}

static Link *branch(const Dispatch *dispatch, bool value) {
    Block *target = block_new(dispatch->block->graph);
    target->pos = dispatch->raising->pos;
    return block_add_exit(dispatch->block, CASE_BOOL, value, target, NULL, 0);
}

static void leave_unhandled(const Dispatch *dispatch) {
    const Pos *pos = dispatch->raising->pos;
    trace_here(dispatch->block, pos);
    append(dispatch->block, OP_EXC_SET, pos, NULL, dispatch->exception);
    block_jump(dispatch->block, dispatch->block->graph->except_block, NULL, 0);
}

/* Hands the exception over to the handler. */
static void enter_exit(const Dispatch *dispatch, const Link *exit) {
    Transform *transform = dispatch->transform;
    Block *block = dispatch->block;
    const Pos *pos = dispatch->raising->pos;
    if (exit_uses_exception(exit) && transform->table.helpers.attach) {
        const Pos *shown = pos_for_handler(block, pos, exit->depth);
        if (shown)
            trace_here(block, shown);
        call_helper(transform, block, pos, transform->table.helpers.attach, dispatch->exception);
    } else {
        clear_trace(transform, block, pos);
    }
    Link *link = block_jump(block, exit->target, NULL, 0);
    for (int i = 0; i < exit->arg_count; i++) {
        bool is_exception = exit->args[i] == exit->exception;
        link_add_arg(link, is_exception ? converted(block, pos, dispatch->exception, exit->exception->type)
                                        : name_of(dispatch, exit->args[i]));
    }
    if (exit->target == block->graph->except_block)
        rewrite_raise(transform, link);
}

/* The chain of tests, in the order of the exits. A fatal exception is an instance of no class. */
static void dispatch_exits(Dispatch dispatch, bool may_be_fatal) {
    Transform *transform = dispatch.transform;
    Type *boolean = type_simple(transform->program->types, TY_BOOL);
    const Pos *pos = dispatch.raising->pos;
    for (int i = 0; i < dispatch.exit_count; i++) {
        Link *exit = dispatch.exits[i];
        if (!exit->exc_type && !may_be_fatal) {
            enter_exit(&dispatch, exit);
            return;
        }
        Op *test = append(dispatch.block, OP_IS_INSTANCE, pos, boolean, dispatch.exception);
        test->type = exit->exc_type ? exit->exc_type : transform->program->exception_base;
        block_set_switch(dispatch.block, test->result);
        Link *no = branch(&dispatch, false);
        Link *yes = branch(&dispatch, true);
        Dispatch matched = follow(&dispatch, yes, i, i + 1);
        enter_exit(&matched, exit);
        dispatch = follow(&dispatch, no, i + 1, dispatch.exit_count);
    }
    leave_unhandled(&dispatch);
}

/* Takes the exception exits off the block. */
static Link **take_exception_exits(const Transform *transform, Block *block, int *count) {
    *count = block->exit_count - 1;
    Link **exits = arena_alloc(transform->scratch, (size_t)*count * sizeof *exits);
    memcpy(exits, block->exits + 1, (size_t)*count * sizeof *exits);
    block->exit_count = 1;
    return exits;
}

static void rewrite_handler(Transform *transform, Block *block) {
    Op *raising = last_op(block);
    Type *boolean = type_simple(transform->program->types, TY_BOOL);
    Dispatch dispatch = {.transform = transform, .raising = raising, .block = block};
    dispatch.exits = take_exception_exits(transform, block, &dispatch.exit_count);
    raising->propagate = false;
    block_set_switch(block, append(block, OP_EXC_PENDING, raising->pos, boolean, NULL)->result);
    block->exits[0]->kind = CASE_BOOL;
    block->exits[0]->integer = false;
    Dispatch handling = follow(&dispatch, branch(&dispatch, true), 0, dispatch.exit_count);
    Op *fetch = append(handling.block, OP_EXC_FETCH, raising->pos, transform->exception_ptr, NULL);
    handling.exception = fetch->result;
    dispatch_exits(handling, effects_of_op(&transform->table, raising).fatal);
}

/* ---- graphs ---- */

static void mark_propagation(const Transform *transform, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        Effects effects = effects_of_op(&transform->table, block->ops[i]);
        block->ops[i]->propagate = effects.raises || effects.fatal;
    }
}

static void transform_block(Transform *transform, Block *block) {
    mark_propagation(transform, block);
    if (block->switch_kind == SWITCH_NONE && block->exit_count == 1)
        rewrite_local_raise(transform, block);
    Link **exits = block->exits;
    int exit_count = block->switch_kind == SWITCH_EXCEPTION ? 1 : block->exit_count;
    if (block->switch_kind == SWITCH_EXCEPTION)
        rewrite_handler(transform, block);
    for (int i = 0; i < exit_count; i++)
        if (exits[i]->target == block->graph->except_block)
            rewrite_raise(transform, exits[i]);
}

static void insert_stack_check(Graph *graph) {
    if (graph->is_system)
        return;
    Op *check = op_new(graph, OP_STACK_CHECK, graph->pos ? graph->pos : nearby_pos(graph->start), NULL, NULL, 0);
    check->propagate = true;
    block_insert(graph->start, 0, check);
}

static int find_local_raise(const Block *block) {
    int at = 0;
    while (at < block->op_count && (block->ops[at]->code != OP_TRACE_HERE || !block->ops[at]->arg_count))
        at++;
    return at;
}

/* Passes may have joined a raise with what its handler does: it gets back a block that it ends. */
static void isolate_local_raises(Graph *graph) {
    int count = graph->block_count;
    for (int i = 0; i < count; i++) {
        Block *block = graph->blocks[i];
        for (int at; (at = find_local_raise(block)) < block->op_count;) {
            bool ends = at == block->op_count - 1 && block->switch_kind == SWITCH_NONE;
            if (ends)
                break;
            block = block_split(block, at + 1);
        }
    }
    graph_renumber(graph);
}

static void transform_graph(Transform *transform, Graph *graph) {
    transform->scratch = arena_new();
    isolate_local_raises(graph);
    int count = graph->block_count; /* the blocks made here need no transformation */
    for (int i = 0; i < count; i++)
        transform_block(transform, graph->blocks[i]);
    if (transform->table.breaks_cycle[graph->index])
        insert_stack_check(graph);
    block_remove_input(graph->except_block, 0);
    graph_renumber(graph);
    arena_free(transform->scratch);
}

/* No later transform calls the helpers by name, and handlers that were removed called functions that nobody needs now.
 */
static void drop_unused(Program *program, Helpers helpers) {
    Graph *graphs[] = {helpers.attach, helpers.restore};
    for (size_t i = 0; i < sizeof graphs / sizeof *graphs; i++)
        if (graphs[i])
            graphs[i]->keep = false;
    if (program->entry)
        program_drop_unreachable(program);
}

void exceptions_transform(Program *program) {
    assert(program->stage == STAGE_LOW);
    Arena *arena = arena_new();
    Transform transform = {.program = program};
    transform.table = effects_compute(arena, program);
    if (program->exception_base)
        transform.exception_ptr = type_ptr(program->types, program->exception_base);
    for (int i = 0; i < program->graph_count; i++)
        transform_graph(&transform, program->graphs[i]);
    drop_unused(program, transform.table.helpers);
    program->stage = STAGE_EXC;
    arena_free(arena);
}
