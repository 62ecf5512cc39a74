/* Puts the body of a function where its call stands.
 *
 * Variables do not cross blocks except as link arguments, so what is alive after the call is carried through every
 * block of the copy, as its last inputs. Ops of the copy get the call among their positions' "inlined at".
 *
 * Exceptions: a link of the callee to its except block becomes one to the caller's. Under a handler (the call ended a
 * block with exception exits) it goes to the handler that matches, as far as the exception's class is known; and every
 * op of the copy that may raise ends its block with the exits of the call. A `trace_here` stands before a raise: it
 * belongs to the raise statement. Where there is none (the exception is passed on, or the callee is hidden) the call is
 * the place that a traceback would show next.
 */
#include "passes/inline.h"

#include <assert.h>

typedef struct Splice {
    Arena *scratch;
    Graph *caller, *callee;
    const Op *call;
    Link *normal;    /* how it goes on after the call */
    Link **handlers; /* where exceptions go; they no longer are exits of a block */
    int handler_count;
    Value **live; /* the caller's variables that are needed after the call or by a handler */
    int live_count, live_capacity;
    BodyCopy copy;
    Map positions; /* of the callee -> of the caller */
} Splice;

/* ---- positions ---- */

static Pos *pos_copy(Arena *arena, const Pos *pos) {
    Pos *copy = arena_alloc(arena, sizeof *copy);
    *copy = *pos;
    return copy;
}

/* A position in the callee as one in the caller. What is hidden in a file of the user's has no position of its own. */
static const Pos *moved_pos(Splice *splice, const Pos *pos) {
    if (!pos)
        return NULL;
    if (!pos->inlined_at && splice->callee->is_hidden && !(pos->file && pos->file->is_library))
        return splice->call->pos;
    const Pos *known = map_get_ptr(&splice->positions, pos);
    if (known)
        return known;
    Pos *copy = pos_copy(splice->caller->program->arena, pos);
    copy->inlined_at = pos->inlined_at ? moved_pos(splice, pos->inlined_at) : splice->call->pos;
    map_set_ptr(splice->scratch, &splice->positions, pos, copy);
    return copy;
}

/* The call as the end of a position that shows nothing of the caller. */
static const Pos *outermost(const Pos *pos) {
    while (pos->inlined_at)
        pos = pos->inlined_at;
    return pos;
}

/* A traceback that a handler of the callee finds does not show the call, nor a hidden callee. */
static const Pos *local_pos(Splice *splice, const Pos *pos) {
    if (splice->caller->is_hidden == splice->callee->is_hidden || pos->inlined_at)
        return pos;
    Pos *copy = pos_copy(splice->caller->program->arena, pos);
    if (splice->callee->is_hidden)
        copy->line = 0;
    else
        copy->inlined_at = outermost(splice->call->pos);
    return copy;
}

static void move_op(Splice *splice, Op *op) {
    bool is_local = op->code == OP_TRACE_HERE && op->arg_count;
    op->pos = is_local ? local_pos(splice, op->pos) : moved_pos(splice, op->pos);
}

static void move_positions(Splice *splice, Block *block) {
    block->pos = moved_pos(splice, block->pos);
    for (int i = 0; i < block->op_count; i++)
        move_op(splice, block->ops[i]);
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->kind == CASE_EXCEPTION)
            block->exits[i]->depth += pos_depth(splice->call->pos) + 1;
}

/* ---- what is alive ---- */

static void forget(Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        values[i]->note = NULL;
}

/* The note of a live variable is its number, from 1. */
static void collect_live(Splice *splice, const Link *link) {
    for (int i = 0; i < link->arg_count; i++) {
        Value *value = link->args[i];
        if (value->is_const || value->note || value == splice->call->result || value == link->exception)
            continue;
        splice->live =
            arena_grow(splice->scratch, splice->live, splice->live_count, &splice->live_capacity, sizeof *splice->live);
        splice->live[splice->live_count++] = value;
        value->note = (void *)(uintptr_t)splice->live_count;
    }
}

/* What the caller's value is called in a block that carries the live ones. */
static Value *value_in(const Splice *splice, const Block *block, Value *value) {
    if (value->is_const)
        return value;
    return block->inputs[block->input_count - splice->live_count + (int)(uintptr_t)value->note - 1];
}

static void add_live_inputs(const Splice *splice, Block *block) {
    for (int i = 0; i < splice->live_count; i++)
        block_add_input(block, splice->live[i]->type, splice->live[i]->name);
}

static void pass_live(const Splice *splice, Link *link, const Block *from) {
    for (int i = 0; i < splice->live_count; i++)
        link_add_arg(link, from->inputs[from->input_count - splice->live_count + i]);
}

static void carry_live(const Splice *splice) {
    const BodyCopy *copy = &splice->copy;
    for (int i = 0; i < copy->block_count; i++)
        if (copy->blocks[i] != copy->except_block)
            add_live_inputs(splice, copy->blocks[i]);
    for (int i = 0; i < copy->block_count; i++)
        for (int j = 0; j < copy->blocks[i]->exit_count; j++)
            if (copy->blocks[i]->exits[j]->target != copy->except_block)
                pass_live(splice, copy->blocks[i]->exits[j], copy->blocks[i]);
}

/* ---- handlers ---- */

typedef enum Match { MATCH_NO, MATCH_MAYBE, MATCH_YES } Match;

static bool uses_exception(const Link *exit) {
    for (int i = 0; i < exit->arg_count; i++)
        if (exit->exception && exit->args[i] == exit->exception)
            return true;
    return false;
}

/* The most that is known of a raised value's class; *is_exact: it is no subclass. */
static const Type *class_of(const Block *block, const Value *value, bool *is_exact) {
    const Type *type = value->type->item;
    for (int i = block->op_count - 1; i >= 0 && !value->is_const; i--) {
        const Op *op = block->ops[i];
        if (op->result != value || op->code != OP_CAST)
            continue;
        value = op->args[0];
        if (type_is_substruct(value->type->item, type))
            type = value->type->item;
    }
    bool is_data = value->is_const && value->constant.kind == CONST_DATA;
    *is_exact = is_data;
    for (int i = 0; i < block->op_count && !*is_exact; i++)
        *is_exact = block->ops[i]->result == value && block->ops[i]->code == OP_MALLOC;
    return is_data ? value->constant.data->type : type;
}

static Match match_class(const Type *type, bool is_exact, const Type *handled) {
    if (!handled || type_is_substruct(type, handled))
        return MATCH_YES;
    return !is_exact && type_is_substruct(handled, type) ? MATCH_MAYBE : MATCH_NO;
}

static Op *append(Block *block, OpCode code, const Pos *pos, Type *type, Value *arg) {
    Op *op = op_new(block->graph, code, pos, type, &arg, arg ? 1 : 0);
    block_append(block, op);
    return op;
}

/* `block` carries the live values and has the exception as its first input. */
static void enter_handler(const Splice *splice, Block *block, const Link *handler, const Pos *pos) {
    Value *exception = block->inputs[0];
    bool uses = uses_exception(handler);
    Value *raised = exception;
    if (uses && handler->exception->type != exception->type)
        raised = append(block, OP_CAST, pos, handler->exception->type, exception)->result;
    const Pos *end = splice->caller->is_hidden ? outermost(pos) : NULL;
    pos = handler->depth ? pos_within(splice->caller->program->arena, pos, handler->depth, end) : pos;
    if (uses && pos)
        append(block, OP_TRACE_HERE, pos, NULL, exception);
    Link *link = block_jump(block, handler->target, NULL, 0);
    for (int i = 0; i < handler->arg_count; i++)
        link_add_arg(link, handler->args[i] == handler->exception ? raised : value_in(splice, block, handler->args[i]));
}

static Block *carrying_block(const Splice *splice, const Pos *pos) {
    Block *block = block_new(splice->caller);
    block->pos = pos;
    block_add_input(block, splice->copy.except_block->inputs[0]->type, NULL);
    add_live_inputs(splice, block);
    return block;
}

static Block *branch(const Splice *splice, Block *block, bool value, const Pos *pos) {
    Block *target = carrying_block(splice, pos);
    block_add_exit(block, CASE_BOOL, value, target, block->inputs, block->input_count);
    return target;
}

/* Fills `block` with the search for the handler of a raise. */
static void find_handler(const Splice *splice, Block *block, const Type *type, bool is_exact, const Pos *pos) {
    Type *boolean = type_simple(splice->caller->program->types, TY_BOOL);
    for (int i = 0; i < splice->handler_count; i++) {
        const Link *handler = splice->handlers[i];
        Match match = match_class(type, is_exact, handler->exc_type);
        if (match == MATCH_NO)
            continue;
        if (match == MATCH_YES) {
            enter_handler(splice, block, handler, pos);
            return;
        }
        Op *test = append(block, OP_IS_INSTANCE, pos, boolean, block->inputs[0]);
        test->type = handler->exc_type;
        block_set_switch(block, test->result);
        Block *next = branch(splice, block, false, pos);
        enter_handler(splice, branch(splice, block, true, pos), handler, pos);
        block = next;
    }
    append(block, OP_TRACE_HERE, pos, NULL, NULL);
    block_jump(block, splice->caller->except_block, block->inputs, 1);
}

/* A link of the copy to its except block. */
static void rewrite_raise(const Splice *splice, Link *link) {
    Block *source = link->source;
    const Pos *pos = splice->call->pos;
    bool is_exact;
    const Type *type = class_of(source, link->args[0], &is_exact);
    const Op *last = source->op_count ? source->ops[source->op_count - 1] : NULL;
    if (source->switch_kind == SWITCH_NONE && last && last->code == OP_TRACE_HERE && !last->arg_count) {
        pos = last->pos;
        source->op_count--;
    }
    link->target = carrying_block(splice, pos);
    pass_live(splice, link, source);
    find_handler(splice, link->target, type, is_exact, pos);
}

static void rewrite_raises(const Splice *splice) {
    const BodyCopy *copy = &splice->copy;
    for (int i = 0; i < copy->block_count; i++)
        for (int j = 0; j < copy->blocks[i]->exit_count; j++)
            if (copy->blocks[i]->exits[j]->target == copy->except_block)
                rewrite_raise(splice, copy->blocks[i]->exits[j]);
}

/* Whether the handler might see what the op raises. Allocation raises MemoryError. */
static bool handler_sees(const Splice *splice, const Op *op, const Link *handler) {
    (void)splice;
    if (!(op_info[op->code].flags & OPF_RAISES))
        return false;
    if (!op_is_malloc(op) || !handler->exc_type)
        return true;
    const Type *memory_error = type_find_struct(splice->caller->program->types, "MemoryError");
    return memory_error && type_is_substruct(memory_error, handler->exc_type);
}

static bool is_seen(const Splice *splice, const Op *op) {
    for (int i = 0; i < splice->handler_count; i++)
        if (handler_sees(splice, op, splice->handlers[i]))
            return true;
    return false;
}

/* Gives the block, which ends in an op that may raise, the exits of the call; `carrier` is the block itself. */
static void add_handler_exits(const Splice *splice, Block *block) {
    const Op *op = block->ops[block->op_count - 1];
    for (int i = 0; i < splice->handler_count; i++) {
        const Link *handler = splice->handlers[i];
        if (!handler_sees(splice, op, handler))
            continue;
        Link *exit = block_add_exit(block, CASE_EXCEPTION, 0, handler->target, NULL, 0);
        exit->exc_type = handler->exc_type;
        exit->depth = handler->depth;
        if (handler->exception)
            exit->exception = value_new(splice->caller, handler->exception->type, handler->exception->name);
        for (int j = 0; j < handler->arg_count; j++)
            link_add_arg(exit, handler->args[j] == handler->exception ? exit->exception
                                                                      : value_in(splice, block, handler->args[j]));
    }
}

/* Splits the block after every op whose exception a handler sees, last to first: so each op moves once. */
static void guard_ops(const Splice *splice, Block *block) {
    int at = block->op_count - 1;
    if (block->switch_kind == SWITCH_EXCEPTION) {
        if (block->exits[block->exit_count - 1]->exc_type)
            add_handler_exits(splice, block);
        at--;
    }
    for (; at >= 0; at--) {
        if (!is_seen(splice, block->ops[at]))
            continue;
        block_split(block, at + 1);
        block->switch_kind = SWITCH_EXCEPTION;
        block->exits[0]->kind = CASE_NORMAL;
        add_handler_exits(splice, block);
    }
}

/* ---- the call ---- */

/* Where it goes on after the call; splits the block if need be. */
static void take_exits(Splice *splice, Block *block, int at) {
    bool has_handlers = block->switch_kind == SWITCH_EXCEPTION && at == block->op_count - 1;
    if (!has_handlers)
        block_split(block, at + 1);
    splice->normal = block->exits[0];
    splice->handlers = block->exits + 1;
    splice->handler_count = block->exit_count - 1;
    for (int i = 0; i < block->exit_count; i++)
        forget(block->exits[i]->args, block->exits[i]->arg_count);
    for (int i = 0; i < block->exit_count; i++)
        collect_live(splice, block->exits[i]);
}

static void enter_copy(const Splice *splice, Block *block) {
    block->op_count--;
    block->switch_kind = SWITCH_NONE;
    block->exits = NULL;
    block->exit_count = block->exit_capacity = 0;
    Link *link = block_jump(block, splice->copy.start, splice->call->args, splice->call->arg_count);
    for (int i = 0; i < splice->live_count; i++)
        link_add_arg(link, splice->live[i]);
}

static void leave_copy(const Splice *splice) {
    Block *block = splice->copy.return_block;
    Link *link = block_jump(block, splice->normal->target, NULL, 0);
    for (int i = 0; i < splice->normal->arg_count; i++) {
        Value *value = splice->normal->args[i];
        link_add_arg(link, value == splice->call->result ? block->inputs[0] : value_in(splice, block, value));
    }
}

void splice_call(Arena *scratch, Block *block, int at) {
    const Op *call = block->ops[at];
    assert(call->code == OP_CALL && call->graph != block->graph);
    Splice splice = {.scratch = scratch, .caller = block->graph, .callee = call->graph, .call = call};
    take_exits(&splice, block, at);
    splice.copy = graph_copy_body(call->graph, block->graph);
    for (int i = 0; i < splice.copy.block_count; i++)
        move_positions(&splice, splice.copy.blocks[i]);
    carry_live(&splice);
    rewrite_raises(&splice);
    leave_copy(&splice);
    for (int i = 0; i < splice.copy.block_count && splice.handler_count; i++)
        guard_ops(&splice, splice.copy.blocks[i]);
    enter_copy(&splice, block);
}

/* ---- bodies of one block ---- */

bool splice_is_straight(const Graph *callee) {
    const Block *start = callee->start;
    return start->switch_kind == SWITCH_NONE && start->exit_count == 1 &&
           start->exits[0]->target == callee->return_block;
}

static void forget_definitions(const Block *block) {
    forget(block->inputs, block->input_count);
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            block->ops[i]->result->note = NULL;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->exception)
            block->exits[i]->exception->note = NULL;
}

/* Appends the ops of the callee's one block; its result takes the place of the call's. */
static void append_body(Splice *splice, Block *block) {
    const Block *body = splice->callee->start;
    for (int i = 0; i < body->input_count; i++)
        body->inputs[i]->note = splice->call->args[i];
    for (int i = 0; i < body->op_count; i++) {
        Op *op = op_copy(splice->caller, body->ops[i]);
        substitute_all(op->args, op->arg_count);
        move_op(splice, op);
        if (op->result) {
            op->result = value_new(splice->caller, op->result->type, op->result->name);
            op->result->note = NULL;
            body->ops[i]->result->note = op->result;
        }
        block_append(block, op);
    }
    splice->call->result->note = substituted(body->exits[0]->args[0]);
}

int splice_straight_calls(Arena *scratch, Block *block, bool (*wants)(void *data, const Block *block, const Op *op),
                          void *data) {
    Op **ops = block->ops;
    int count = block->op_count, spliced = 0;
    int open = block->switch_kind == SWITCH_EXCEPTION ? count - 1 : count; /* what handlers may see stays a call */
    forget_definitions(block);
    block->ops = NULL;
    block->op_count = block->op_capacity = 0;
    for (int i = 0; i < count; i++) {
        Op *op = ops[i];
        substitute_all(op->args, op->arg_count);
        if (i >= open || op->code != OP_CALL || !splice_is_straight(op->graph) || !wants(data, block, op)) {
            block_append(block, op);
            continue;
        }
        Splice splice = {.scratch = scratch, .caller = block->graph, .callee = op->graph, .call = op};
        append_body(&splice, block);
        spliced++;
    }
    if (block->switch_value)
        block->switch_value = substituted(block->switch_value);
    for (int i = 0; i < block->exit_count; i++)
        substitute_all(block->exits[i]->args, block->exits[i]->arg_count);
    return spliced;
}

int splice_live_count(const Block *block) {
    int count = 0;
    for (int i = 0; i < block->exit_count; i++)
        count += block->exits[i]->arg_count;
    return count;
}
