/* Frames, calls, exits and exceptions. Nothing here recurses: the program's stack is data. */
#include "ir/eval_internal.h"

enum { MAX_FRAMES = 1 << 20, MAX_CELLS = 1 << 24 };

/* ---- frames ---- */

static bool grow_cells(Eval *eval, size_t needed) {
    if (needed > MAX_CELLS) {
        eval_limit(eval, "the program's calls are nested too deeply for the evaluator");
        return false;
    }
    size_t capacity = needed * 2;
    Cell *cells = arena_alloc(eval->arena, capacity * sizeof *cells);
    if (eval->cell_capacity)
        memcpy(cells, eval->cells, eval->cell_capacity * sizeof *cells);
    eval->cells = cells;
    eval->cell_capacity = capacity;
    if (eval->depth)
        eval->slots = cells + eval->frame->base;
    return true;
}

static bool grow_frames(Eval *eval) {
    if (eval->depth == MAX_FRAMES) {
        eval_limit(eval, "the program's calls are nested too deeply for the evaluator");
        return false;
    }
    uint32_t capacity = eval->frame_capacity ? eval->frame_capacity * 2 : 64;
    Frame *frames = arena_alloc(eval->arena, capacity * sizeof *frames);
    if (eval->depth)
        memcpy(frames, eval->frames, eval->depth * sizeof *frames);
    eval->frames = frames;
    eval->frame_capacity = capacity;
    return true;
}

/* Makes room for a frame of `code` above the innermost one; its first cell's index, or SIZE_MAX (stopped). */
static size_t reserve_frame(Eval *eval, const Code *code) {
    size_t base = eval->depth ? eval->frame->base + (size_t)eval->frame->code->slot_count : 0;
    size_t end = base + (size_t)code->slot_count + 1;
    if (end > eval->cell_capacity && !grow_cells(eval, end))
        return SIZE_MAX;
    if (eval->depth == eval->frame_capacity && !grow_frames(eval))
        return SIZE_MAX;
    return base;
}

static void push_frame(Eval *eval, const Code *code, size_t base) {
    eval->frame = &eval->frames[eval->depth++];
    *eval->frame = (Frame){.code = code, .block = code->start, .base = base, .roots = eval->root_top};
    eval->slots = eval->cells + base;
    for (int i = 0; i < code->ref_count; i++)
        eval->slots[code->first_ref + i] = (Cell){0};
}

/* False if that was the outermost frame. */
static bool pop_frame(Eval *eval) {
    eval_drop_roots(eval);
    if (--eval->depth == eval->raising_depth)
        eval->raising_depth = 0;
    eval_end_stack(eval);
    if (eval->depth == 0)
        return false;
    eval->frame = &eval->frames[eval->depth - 1];
    eval->slots = eval->cells + eval->frame->base;
    return true;
}

/* The op that the innermost frame is at. */
static const CodeOp *current_op(const Eval *eval) {
    return &eval->frame->block->ops[eval->frame->next - 1];
}

void eval_call(Eval *eval, const CodeOp *op, Code *callee, int first) {
    int count = op->op->arg_count - first;
    if (callee->graph->start->input_count != count) {
        eval_broken(eval, op->op, "`%s` takes %d arguments, not %d", callee->graph->name,
                    callee->graph->start->input_count, count);
        return;
    }
    if (!eval->is_explicit && eval_stack_is_low(eval)) { /* later stages have stack_check */
        eval_raise_recursion(eval, op);
        return;
    }
    eval_decode(eval, callee);
    size_t base = reserve_frame(eval, callee);
    if (base == SIZE_MAX)
        return;
    for (int i = 0; i < count; i++)
        eval->cells[base + (size_t)i] = *eval_operand(eval, op, first + i);
    push_frame(eval, callee, base);
}

/* ---- exits ---- */

static void follow(Eval *eval, const CodeLink *link) {
    int count = link->link->arg_count;
    for (int i = 0; i < count; i++)
        eval->moving[i] = link->args[i] >= 0 ? eval->slots[link->args[i]] : eval->pool[~link->args[i]];
    if (count)
        memcpy(eval->slots, eval->moving, (size_t)count * sizeof *eval->slots);
    eval->frame->block = link->target;
    eval->frame->next = 0;
}

static void follow_switch(Eval *eval, const CodeBlock *block) {
    int32_t at = block->switch_slot;
    int64_t value = at >= 0 ? eval->slots[at].i : eval->pool[~at].i;
    for (int i = 0; i < block->exit_count; i++) {
        const Link *link = block->exits[i].link;
        if (link->kind == CASE_DEFAULT || link->integer == value) {
            follow(eval, &block->exits[i]);
            return;
        }
    }
    eval_broken(eval, NULL, "no exit for the switch value %lld", (long long)value);
}

static void leave_normally(Eval *eval) {
    Cell value = eval->frame->block->block->input_count ? eval->slots[0] : (Cell){0};
    if (eval->pending && !eval->frame->code->graph->is_system) {
        eval_broken(eval, NULL, "the graph returns while an exception is pending");
        return;
    }
    if (eval->root_top != eval->frame->roots) {
        eval_broken(eval, NULL, "the graph returns with roots in its frame");
        return;
    }
    if (pop_frame(eval)) {
        eval_set_result(eval, current_op(eval), value);
        return;
    }
    eval->has_returned = true;
    eval->returned = value;
    eval->is_stopped = true;
}

/* ---- exceptions ---- */

void eval_trace(Eval *eval, const Pos *pos) {
    bool is_hidden = eval->frame->code->graph->is_hidden;
    for (; pos; pos = pos->inlined_at) {
        if ((pos->file && pos->file->is_library) || !pos->line || (is_hidden && !pos->inlined_at))
            continue;
        eval->trace =
            arena_grow(eval->arena, eval->trace, eval->trace_count, &eval->trace_capacity, sizeof *eval->trace);
        eval->trace[eval->trace_count++] = pos;
        *map_put(eval->arena, &eval->trace_rows, (uint64_t)(uintptr_t)pos) = 1;
    }
}

static void end_uncaught(Eval *eval, uint64_t exception) {
    const Type *type = eval_dynamic_type(eval, NULL, exception);
    if (!type)
        return;
    eval_fatal(eval, type->label ? type->label : type->kind == TY_STRUCT ? type->name : "?");
}

/* As the native runtime does for the end that no handler sees. */
void eval_overflow(Eval *eval) {
    eval->trace_count = 0;
    for (uint32_t i = eval->depth; i-- > 0;) {
        eval->frame = &eval->frames[i];
        eval_trace(eval, current_op(eval)->op->pos);
    }
    fputs("Traceback (most recent call last):\n", eval->err);
    eval_trace_show(eval);
    fputs("OverflowError: integer result does not fit in 64 bits (CPython would compute it; use a float, or "
          "weft.ovfcheck(...) for an error that can be caught)\n",
          eval->err);
    eval_fatal(eval, "IntegerOverflow");
}

void eval_fatal(Eval *eval, const char *name) {
    eval->result.exception = name;
    eval->result.status = 1;
    eval->is_stopped = true;
}

static bool handles(const Eval *eval, const Link *link, const Type *type) {
    if (link->kind != CASE_EXCEPTION)
        return false;
    const Type *base = link->exc_type ? link->exc_type : eval->program->exception_base;
    return !base || type_is_substruct(type, base);
}

/* The exit that takes an exception of this type raised by the innermost frame's current op; NULL if there is none. */
static const CodeLink *find_handler(const Eval *eval, const Type *type) {
    const CodeBlock *block = eval->frame->block;
    if (block->block->switch_kind != SWITCH_EXCEPTION || eval->frame->next != block->op_count)
        return NULL;
    for (int i = 0; i < block->exit_count; i++)
        if (handles(eval, block->exits[i].link, type))
            return &block->exits[i];
    return NULL;
}

/* Implicit exceptions: from handler to handler. */
static void unwind(Eval *eval, uint64_t exception) {
    const Type *type = eval_dynamic_type(eval, current_op(eval)->op, exception);
    if (!type)
        return;
    do {
        const CodeLink *link = find_handler(eval, type);
        if (link) {
            if (link->exception >= 0)
                eval->slots[link->exception] = (Cell){.u = exception};
            follow(eval, link);
            return;
        }
    } while (pop_frame(eval));
    end_uncaught(eval, exception);
}

/* Between a call of a collector and the test of its result stands what makes an object of it and restores the roots. */
static bool belongs_to_call(OpCode code) {
    return code == OP_INT_TO_ADDR || code == OP_ADDR_TO_PTR || code == OP_ROOT_LOAD || code == OP_ROOTS_SET;
}

/* Whether the next op that the innermost frame runs asks for a pending exception. */
static bool is_tested_next(const Eval *eval) {
    const CodeBlock *block = eval->frame->block;
    int next = eval->frame->next;
    for (;;) {
        while (next < block->op_count && belongs_to_call(block->ops[next].code))
            next++;
        if (next < block->op_count || block->exit_count != 1)
            break;
        block = block->exits[0].target;
        next = 0;
    }
    return next < block->op_count && block->ops[next].code == OP_EXC_PENDING;
}

/* The innermost graph goes on in its except block if there is something to do. */
static bool enter_except_block(Eval *eval) {
    Frame *frame = eval->frame;
    frame->block = frame->code->except;
    frame->next = 0;
    return frame->block->op_count > 0;
}

/* Explicit exceptions: an op with `propagate` leaves its graph; any other hands over to the test behind it. */
static void propagate(Eval *eval) {
    do {
        const CodeOp *op = current_op(eval);
        if (!op->op->propagate) {
            if (!is_tested_next(eval))
                eval_broken(eval, op->op, "an exception is pending after an op that does not propagate it");
            return;
        }
        if (op->code != OP_STACK_CHECK) /* CPython finds out before the callee has a frame */
            eval_trace(eval, op->op->pos);
        if (enter_except_block(eval))
            return;
    } while (pop_frame(eval));
    end_uncaught(eval, eval->pending);
}

void eval_raise(Eval *eval, uint64_t exception) {
    if (!eval->is_explicit) {
        unwind(eval, exception);
        return;
    }
    eval->pending = exception;
    propagate(eval);
}

/* Without a library: an instance whose fields are all zero. */
static void raise_instance(Eval *eval, const char *class_name) {
    Type *type = type_find_struct(eval->program->types, class_name);
    if (!type) {
        eval_fatal(eval, class_name);
        return;
    }
    BlockInfo info = {BLOCK_OBJECT, SHADOW_INITIALISED, type, NULL, current_op(eval)->op->pos};
    eval_raise(eval, eval_new_object(eval, type, 0, &info));
}

void eval_raise_library(Eval *eval, const CodeOp *op, const char *graph_name, const char *class_name) {
    Graph *graph = program_find_graph(eval->program, graph_name);
    if (eval->raising_depth) {
        eval_fatal(eval, class_name);
    } else if (graph) {
        eval->raising_depth = eval->depth;
        eval_call(eval, op, eval_code(eval, graph), op->op->arg_count);
    } else {
        raise_instance(eval, class_name);
    }
}

bool eval_stack_is_low(const Eval *eval) {
    return eval->depth > eval->max_depth && !eval->raising_depth; /* making the exception may use more */
}

void eval_raise_recursion(Eval *eval, const CodeOp *op) {
    eval_raise_library(eval, op, "weft.core.exceptions._raise_recursion_error", "RecursionError");
}

/* The except block was reached: the call of this graph raises. */
static void leave_raising(Eval *eval) {
    uint64_t exception = eval->pending;
    if (!eval->is_explicit && eval->frame->block->block->input_count)
        exception = eval->slots[0].u;
    if (!exception)
        eval_broken(eval, NULL, "the except block is reached without an exception");
    else if (!pop_frame(eval))
        end_uncaught(eval, exception);
    else
        eval_raise(eval, exception);
}

/* ---- the loop ---- */

static void take_exit(Eval *eval) {
    const CodeBlock *block = eval->frame->block;
    const Graph *graph = eval->frame->code->graph;
    if (block->block == graph->return_block)
        leave_normally(eval);
    else if (block->block == graph->except_block)
        leave_raising(eval);
    else if (block->block->switch_kind == SWITCH_VALUE)
        follow_switch(eval, block);
    else
        follow(eval, &block->exits[0]);
}

void eval_run(Eval *eval, Code *code, const Cell *args, int arg_count) {
    eval_decode(eval, code);
    size_t base = reserve_frame(eval, code);
    if (base == SIZE_MAX)
        return;
    if (arg_count)
        memcpy(eval->cells + base, args, (size_t)arg_count * sizeof *args);
    push_frame(eval, code, base);
    while (!eval->is_stopped) {
        Frame *frame = eval->frame;
        if (frame->next == frame->block->op_count) {
            take_exit(eval);
            continue;
        }
        if (eval->result.op_count == eval->max_ops) {
            eval_limit(eval, "the evaluation takes too many operations");
            return;
        }
        eval->result.op_count++;
        eval_op(eval, &frame->block->ops[frame->next++]);
    }
}
