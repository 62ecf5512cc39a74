/* escape: objects that nobody sees once their function has returned are made on the stack.
 *
 * A malloc becomes a stack_alloc if its object neither escapes nor outlives the frame, its class is small and
 * has no finalizer, and, where it is in a loop, the object of the turn before can no longer be reached: only what the
 * block's inputs reach is alive when the op runs again. The size of objects and of all that one function has is
 * bounded. What has a length that is not constant is on the stack if it turns out to be short (escape_short.h).
 */
#include "passes/escape_sets.h"

#include "passes/escape_short.h"
#include "passes/inline.h"

enum { LARGEST_OBJECT = 256, LARGEST_FRAME = 1024, HEADER = 8, WORD = 8, SCALAR = 16 };

/* ---- decisions ---- */

typedef struct Frame {
    PassContext *context;
    Graph *graph;
    EscapeSets *sets;
    const bool *in_loop;
    bool watches; /* the program may see when objects die */
    int64_t size; /* of what is on the stack */
    struct Place {
        Block *block;
        int at;
    } * short_ones; /* what is to be there if it is short */
    int short_count, short_capacity;
} Frame;

/* Its layout is not yet fixed: a bound. */
static int64_t size_of(const Op *op) {
    int64_t size = HEADER;
    for (const Type *part = op->type; part && part->kind == TY_STRUCT; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            size += part->fields[i].type->kind == TY_SCALAR ? SCALAR : WORD;
    if (!op->arg_count)
        return size;
    if (!op->args[0]->is_const)
        return size + WORD + SHORT_BYTES;
    return size + WORD + op->args[0]->constant.integer * (int64_t)type_memory_size(type_variable_part(op->type)->item);
}

/* Why objects of the class are never on the stack, or NULL. */
static const char *unfit(const Op *op) {
    if (op->type->hints & HINT_FINALIZER)
        return "its class has a finalizer";
    if (op->type->hints & HINT_EXCEPTION)
        return "it is an exception";
    return size_of(op) > LARGEST_OBJECT ? "it is too large for the stack" : NULL;
}

/* How the object gets away, with a position if one is known. */
static const char *way_out(const Frame *frame, const EscapeSet *set, const Pos **pos) {
    *pos = set->why ? set->where : set->user ? set->user->pos : NULL;
    if (set->why || !set->user)
        return set->why ? set->why : "an object that leaves the function holds it";
    if (set->user->code == OP_CALL)
        return remark_call(frame->context->scratch, set->user->graph);
    return remark_store(frame->context->scratch, set->user);
}

/* Why the malloc stays; NULL: it need not. */
static const char *reason_to_keep(const Frame *frame, const Block *block, const Op *op, const Pos **pos) {
    const EscapeSet *set = escape_set_of(frame->sets, op->result);
    const char *reason = unfit(op);
    *pos = NULL;
    if (reason)
        return reason;
    if (frame->watches && type_holds_pointers(op->type))
        return "it would keep alive what it refers to until its function returns";
    if (frame->graph->is_generator)
        return "the frame of a generator does not last";
    if (set->escapes || set->outlives)
        return way_out(frame, set, pos);
    if (may_be_short(op) && block->switch_kind == SWITCH_EXCEPTION && op == block->ops[block->op_count - 1])
        return "a handler waits for its MemoryError";
    if (frame->in_loop[block->id] && escape_reaches(frame->sets, block->inputs, block->input_count, op->result))
        return "the next turn of the loop may still use it";
    return frame->size + size_of(op) > LARGEST_FRAME ? "the function's frame is full" : NULL;
}

static void remark(const Frame *frame, const Op *op, const char *reason, const Pos *pos) {
    if (reason)
        remark_kept(frame->context, op, reason, pos);
    else
        pass_remark(frame->context, REMARK_APPLIED, op->pos, "allocation of `%s` is on the stack%s",
                    remark_class(op->type), may_be_short(op) ? " if it is short" : "");
}

/* Later: what follows moves to another block then. */
static void place_later(Frame *frame, Block *block, int at) {
    frame->short_ones = arena_grow(frame->sets->scratch, frame->short_ones, frame->short_count, &frame->short_capacity,
                                   sizeof *frame->short_ones);
    frame->short_ones[frame->short_count++] = (struct Place){block, at};
}

static void place(Frame *frame, Block *block, int at) {
    Op *op = block->ops[at];
    frame->size += size_of(op);
    if (may_be_short(op)) {
        place_later(frame, block, at);
        return;
    }
    op->code = stack_code(op->code);
    if (at == block->op_count - 1)
        block_drop_handlers(block);
    frame->context->fired++;
    pass_count(frame->context, "in loops", frame->in_loop[block->id]);
}

static bool is_constant_length(const Value *length) {
    return length->is_const && length->constant.integer >= 0 && length->constant.integer <= LARGEST_OBJECT;
}

/* Whether it makes an object of which the size is known, or that may turn out to be short. */
static bool is_malloc(const Op *op) {
    return op_is_gc_malloc(op) && (op->code == OP_MALLOC || is_constant_length(op->args[0]) || may_be_short(op));
}

static void look_at_block(Frame *frame, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        const Pos *pos;
        if (!is_malloc(op))
            continue;
        const char *reason = reason_to_keep(frame, block, op, &pos);
        remark(frame, op, reason, pos);
        if (!reason)
            place(frame, block, i);
    }
}

static bool has_malloc(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (is_malloc(graph->blocks[i]->ops[j]))
                return true;
    return false;
}

static void look_at_graph(PassContext *context, Graph *graph, EscapeSummaries summaries, bool watches) {
    Arena *scratch = arena_new();
    Frame frame = {.context = context, .graph = graph, .watches = watches};
    frame.sets = escape_sets_new(scratch, graph, summaries);
    frame.in_loop = graph_blocks_in_loops(scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        look_at_block(&frame, graph->blocks[i]);
    for (int i = frame.short_count; i-- > 0;) { /* last to first: what stands before keeps its place */
        place_if_short(frame.short_ones[i].block, frame.short_ones[i].at);
        context->fired++;
        pass_count(context, "if short", 1);
    }
    graph_renumber(graph);
    arena_free(scratch);
}

void pass_escape(PassContext *context, Graph *unused) {
    (void)unused;
    EscapeSummaries summaries = escape_summaries_new(context->scratch, context->program);
    bool watches = program_watches_objects(context->program);
    for (int i = 0; i < context->program->graph_count; i++)
        if (!context->program->graphs[i]->is_cold && has_malloc(context->program->graphs[i]))
            look_at_graph(context, context->program->graphs[i], summaries, watches);
}
