/* escape: objects that nobody sees once their function has returned are made on the stack.
 *
 * Summaries (passes/escape_sets.h) are computed callees first, and again where the call graph has cycles until they
 * agree. A malloc becomes a stack_alloc if its object neither escapes nor outlives the frame, its class is small and
 * has no finalizer, and, where it is in a loop, the object of the turn before can no longer be reached: only what the
 * block's inputs reach is alive when the op runs again. The size of objects and of all that one function has is
 * bounded.
 */
#include "passes/escape_sets.h"

#include "passes/inline.h"

enum { LARGEST_OBJECT = 256, LARGEST_FRAME = 1024, HEADER = 8, MOST_TURNS = 8 };

typedef struct Callees {
    Graph **items;
    int count, capacity;
} Callees;

typedef struct Escape {
    PassContext *context;
    Arena *arena; /* of all that lasts as long as the pass */
    Callees *callees;
    Graph **order; /* callees first, as far as there are no cycles */
    int order_count;
    EscapeSummary **summaries;
    uint32_t *computed, *changed; /* by graph index: when */
    uint32_t clock;
} Escape;

/* ---- call graph ---- */

static void add_callee(Arena *arena, Callees *callees, Graph *graph) {
    callees->items = arena_grow(arena, callees->items, callees->count, &callees->capacity, sizeof *callees->items);
    callees->items[callees->count++] = graph;
}

static void find_callees(const Escape *escape, const Graph *graph) {
    Callees *callees = &escape->callees[graph->index];
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op->code == OP_CALL)
                add_callee(escape->arena, callees, op->graph);
            for (int k = 0; k < op->graph_count; k++)
                add_callee(escape->arena, callees, op->graphs[k]);
        }
}

typedef struct Step {
    Graph *graph;
    int next; /* callee */
} Step;

typedef struct Walk {
    bool *is_seen; /* by graph index */
    Step *steps;
    int count;
} Walk;

static void enter(Walk *walk, Graph *graph) {
    if (!walk->is_seen[graph->index])
        walk->steps[walk->count++] = (Step){.graph = graph};
    walk->is_seen[graph->index] = true;
}

static void order_from(Escape *escape, Walk *walk, Graph *graph) {
    enter(walk, graph);
    while (walk->count) {
        Step *step = &walk->steps[walk->count - 1];
        const Callees *callees = &escape->callees[step->graph->index];
        if (step->next < callees->count) {
            enter(walk, callees->items[step->next++]);
            continue;
        }
        escape->order[escape->order_count++] = step->graph;
        walk->count--;
    }
}

static void find_order(Escape *escape) {
    const Program *program = escape->context->program;
    size_t count = (size_t)program->graph_count;
    Walk walk = {.is_seen = arena_alloc(escape->arena, count),
                 .steps = arena_alloc(escape->arena, count * sizeof *walk.steps)};
    escape->order = arena_alloc(escape->arena, count * sizeof(Graph *));
    for (int i = 0; i < program->graph_count; i++)
        find_callees(escape, program->graphs[i]);
    for (int i = 0; i < program->graph_count; i++)
        order_from(escape, &walk, program->graphs[i]);
}

/* ---- summaries ---- */

static bool is_stale(const Escape *escape, const Graph *graph) {
    const Callees *callees = &escape->callees[graph->index];
    uint32_t computed = escape->computed[graph->index];
    for (int i = 0; i < callees->count && computed; i++)
        if (escape->changed[callees->items[i]->index] > computed)
            return true;
    return !computed;
}

static EscapeSummary *unknown(const Escape *escape) {
    EscapeSummary *summary = arena_alloc(escape->arena, sizeof *summary);
    summary->is_unknown = true;
    return summary;
}

static void summarise(Escape *escape, const Graph *graph, bool gives_up) {
    Arena *scratch = arena_new();
    EscapeSummary **slot = &escape->summaries[graph->index], *old = *slot;
    escape->computed[graph->index] = ++escape->clock;
    gives_up |= old && old->is_unknown;
    *slot =
        gives_up ? unknown(escape) : escape_summary(escape_sets_new(scratch, graph, escape->summaries), escape->arena);
    if (!escape_summary_equal(*slot, old))
        escape->changed[graph->index] = ++escape->clock;
    arena_free(scratch);
}

/* What has not come to rest after some turns is given up, which ends it. */
static void summarise_all(Escape *escape) {
    bool changed = true;
    for (int turn = 0; changed; turn++) {
        changed = false;
        for (int i = 0; i < escape->order_count; i++)
            if (is_stale(escape, escape->order[i])) {
                summarise(escape, escape->order[i], turn >= MOST_TURNS);
                changed = true;
            }
    }
}

/* ---- decisions ---- */

typedef struct Frame {
    PassContext *context;
    Graph *graph;
    EscapeSets *sets;
    const bool *in_loop;
    uint32_t size; /* of what is on the stack */
} Frame;

/* Its layout is not yet fixed: a bound. */
static uint32_t size_of(const Type *type) {
    uint32_t size = HEADER;
    for (const Type *part = type; part; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            size += part->fields[i].type->kind == TY_SCALAR ? 16 : 8;
    return size;
}

/* Why objects of the class are never on the stack, or NULL. */
static const char *unfit(const Type *type) {
    if (type->kind != TY_STRUCT || type->flavour != FLAVOUR_GC || type_variable_part((Type *)type))
        return "its memory has no fixed size";
    if (type->hints & HINT_FINALIZER)
        return "its class has a finalizer";
    if (type->hints & HINT_EXCEPTION)
        return "it is an exception";
    return size_of(type) > LARGEST_OBJECT ? "it is too large for the stack" : NULL;
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
    const char *reason = unfit(op->type);
    *pos = NULL;
    if (reason)
        return reason;
    if (frame->graph->is_generator)
        return "the frame of a generator does not last";
    if (set->escapes || set->outlives)
        return way_out(frame, set, pos);
    if (frame->in_loop[block->id] && escape_reaches(frame->sets, block->inputs, block->input_count, op->result))
        return "the next turn of the loop may still use it";
    return frame->size + size_of(op->type) > LARGEST_FRAME ? "the function's frame is full" : NULL;
}

static void remark(const Frame *frame, const Op *op, const char *reason, const Pos *pos) {
    if (reason)
        remark_kept(frame->context, op, reason, pos);
    else
        pass_remark(frame->context, REMARK_APPLIED, op->pos, "allocation of `%s` is on the stack",
                    remark_class(op->type));
}

static void place(Frame *frame, Block *block, int at) {
    Op *op = block->ops[at];
    frame->size += size_of(op->type);
    op->code = OP_STACK_ALLOC;
    if (at == block->op_count - 1)
        block_drop_handlers(block);
    frame->context->fired++;
    pass_count(frame->context, "in loops", frame->in_loop[block->id]);
}

static void look_at_block(Frame *frame, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        const Pos *pos;
        if (op->code != OP_MALLOC || op->type->flavour != FLAVOUR_GC)
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
            if (graph->blocks[i]->ops[j]->code == OP_MALLOC)
                return true;
    return false;
}

static void look_at_graph(const Escape *escape, Graph *graph) {
    Arena *scratch = arena_new();
    Frame frame = {.context = escape->context, .graph = graph};
    frame.sets = escape_sets_new(scratch, graph, escape->summaries);
    frame.in_loop = graph_blocks_in_loops(scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        look_at_block(&frame, graph->blocks[i]);
    graph_renumber(graph);
    arena_free(scratch);
}

void pass_escape(PassContext *context, Graph *unused) {
    (void)unused;
    size_t count = (size_t)context->program->graph_count;
    Escape escape = {.context = context, .arena = context->scratch};
    escape.callees = arena_alloc(escape.arena, count * sizeof *escape.callees);
    escape.summaries = arena_alloc(escape.arena, count * sizeof *escape.summaries);
    escape.computed = arena_alloc(escape.arena, count * sizeof *escape.computed);
    escape.changed = arena_alloc(escape.arena, count * sizeof *escape.changed);
    find_order(&escape);
    summarise_all(&escape);
    for (int i = 0; i < context->program->graph_count; i++)
        if (has_malloc(context->program->graphs[i]))
            look_at_graph(&escape, context->program->graphs[i]);
}
