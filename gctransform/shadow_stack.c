/* Roots in local variables. Where the collector may run, every variable that is alive behind the op and points to a gc
 * object stands in a slot of the graph's frame on the shadow stack; if objects move, it is read again from there when
 * it is next used. Per block: a value that stands in its slot already is not stored again.
 *
 * Slots below the top of the frame must hold objects (or NULL) whenever the collector runs. A slot that was above the
 * top while it ran is stale; so is one that was never stored. Objects on the machine stack have slots at the bottom of
 * the frame for as long as the frame lives, because their fields are roots, too.
 */
#include "gctransform/weave.h"

enum { NEVER = -1 };

/* A variable of the block at work that points to a gc object. */
typedef struct Root {
    Value *now;   /* what holds it; NULL: only its slot does */
    int last_use; /* index of an op; op_count: the block's end */
    int slot;     /* NEVER: none yet */
    bool is_saved;
} Root;

typedef struct Roots {
    const Weave *weave;
    const CollectTable *table;
    Arena *scratch;
    Graph *graph;
    Block *block;
    Op **ops; /* the block's, before */
    int op_count;
    Root *roots; /* by value id */
    Value **alive;
    int alive_count, alive_capacity;
    Value **slots;  /* whose slot it is; NULL: free */
    bool *is_fresh; /* slot: what it holds was seen by every collection since it was stored */
    int slot_capacity;
    int base; /* slots of stack objects */
    int top;  /* of the frame, now */
} Roots;

/* ---- ops ---- */

static void append(Roots *roots, OpCode code, const Pos *pos, Value *arg, Value *result, int64_t integer) {
    Op *op = op_new(roots->graph, code, pos, NULL, &arg, arg ? 1 : 0);
    op->result = result;
    op->integer = integer;
    block_append(roots->block, op);
}

static void set_top(Roots *roots, const Pos *pos, int top) {
    if (roots->top != top)
        append(roots, OP_ROOTS_SET, pos, NULL, NULL, top);
    roots->top = top;
}

/* The variable's value where it is used. */
static Value *use(Roots *roots, Value *value, const Pos *pos) {
    if (!is_gc_variable(value))
        return value;
    Root *root = &roots->roots[value->id];
    if (!root->now) {
        root->now = value_new(roots->graph, value->type, value->name);
        append(roots, OP_ROOT_LOAD, pos, NULL, root->now, root->slot);
    }
    return root->now;
}

static void use_all(Roots *roots, Value **values, int count, const Pos *pos) {
    for (int i = 0; i < count; i++)
        values[i] = use(roots, values[i], pos);
}

/* ---- what is alive ---- */

static void define(Roots *roots, Value *value) {
    if (!value || !is_gc_variable(value) || roots->roots[value->id].last_use == NEVER)
        return;
    roots->roots[value->id].now = value;
    roots->alive =
        arena_grow(roots->scratch, roots->alive, roots->alive_count, &roots->alive_capacity, sizeof *roots->alive);
    roots->alive[roots->alive_count++] = value;
}

/* Where the program may see when objects die, what the slot holds is not to be seen by the next collection. */
static void free_slot(Roots *roots, int slot) {
    roots->slots[slot] = NULL;
    if (roots->weave->watches_objects)
        roots->is_fresh[slot] = false;
}

/* Forgets what is not used behind op `at`. */
static void bury(Roots *roots, int at) {
    int kept = 0;
    for (int i = 0; i < roots->alive_count; i++) {
        Value *value = roots->alive[i];
        const Root *root = &roots->roots[value->id];
        if (root->last_use > at)
            roots->alive[kept++] = value;
        else if (root->slot != NEVER)
            free_slot(roots, root->slot);
    }
    roots->alive_count = kept;
}

static void note_uses(Roots *roots, Value *const *values, int count, int at) {
    for (int i = 0; i < count; i++)
        if (is_gc_variable(values[i]))
            roots->roots[values[i]->id].last_use = at;
}

static void forget(Roots *roots, const Value *value) {
    if (value && is_gc_variable(value))
        roots->roots[value->id] = (Root){.last_use = NEVER, .slot = NEVER};
}

static void find_last_uses(Roots *roots) {
    const Block *block = roots->block;
    for (int i = 0; i < block->input_count; i++)
        forget(roots, block->inputs[i]);
    for (int i = 0; i < block->op_count; i++)
        forget(roots, block->ops[i]->result);
    for (int i = 0; i < block->op_count; i++)
        note_uses(roots, block->ops[i]->args, block->ops[i]->arg_count, i);
    for (int i = 0; i < block->exit_count; i++)
        note_uses(roots, block->exits[i]->args, block->exits[i]->arg_count, block->op_count);
    if (block->switch_value)
        note_uses(roots, &roots->block->switch_value, 1, block->op_count);
}

/* ---- slots ---- */

static void grow_slots(Roots *roots, int needed) {
    if (needed <= roots->slot_capacity)
        return;
    int capacity = needed * 2;
    Value **slots = arena_alloc(roots->scratch, (size_t)capacity * sizeof *slots);
    bool *is_fresh = arena_alloc(roots->scratch, (size_t)capacity);
    for (int i = 0; i < roots->slot_capacity; i++) {
        slots[i] = roots->slots[i];
        is_fresh[i] = roots->is_fresh[i];
    }
    roots->slots = slots;
    roots->is_fresh = is_fresh;
    roots->slot_capacity = capacity;
}

static void assign_slot(Roots *roots, Value *value) {
    int slot = roots->base;
    grow_slots(roots, slot + 1);
    while (roots->slots[slot])
        grow_slots(roots, ++slot + 1);
    roots->slots[slot] = value;
    roots->roots[value->id].slot = slot;
}

static void save(Roots *roots, const Pos *pos, Value *value) {
    Root *root = &roots->roots[value->id];
    if (root->slot == NEVER)
        assign_slot(roots, value);
    if (!root->is_saved)
        append(roots, OP_ROOT_SAVE, pos, root->now, NULL, root->slot);
    root->is_saved = roots->is_fresh[root->slot] = true;
}

static Value *null_root(const Roots *roots) {
    Program *program = roots->weave->program;
    return const_null(program, type_ptr(program->types, program->exception_base));
}

/* Free slots below `top` must not be stale. */
static void fill_gaps(Roots *roots, const Pos *pos, int top) {
    for (int i = roots->base; i < top; i++) {
        if (!roots->slots[i] && !roots->is_fresh[i])
            append(roots, OP_ROOT_SAVE, pos, null_root(roots), NULL, i);
        roots->is_fresh[i] = true;
    }
}

/* Before the op at `at`, which may collect. */
static void save_alive(Roots *roots, const Op *op, int at) {
    int top = roots->base;
    for (int i = 0; i < roots->alive_count; i++) {
        if (roots->roots[roots->alive[i]->id].last_use <= at)
            continue;
        save(roots, op->pos, roots->alive[i]);
        int slot = roots->roots[roots->alive[i]->id].slot;
        top = slot >= top ? slot + 1 : top;
    }
    fill_gaps(roots, op->pos, top);
    for (int i = top; i < roots->slot_capacity; i++)
        roots->is_fresh[i] = false;
    set_top(roots, op->pos, top);
}

static void move_alive(Roots *roots) {
    for (int i = 0; i < roots->alive_count; i++)
        roots->roots[roots->alive[i]->id].now = NULL;
}

/* ---- blocks ---- */

static bool is_stack_root(const Op *op) {
    return op_is_stack_alloc(op) && type_holds_pointers(op->type);
}

static void weave_op(Roots *roots, Op *op, int at, int *stack_objects) {
    use_all(roots, op->args, op->arg_count, op->pos);
    bool collects = collects_at(roots->table, op);
    if (collects)
        save_alive(roots, op, at);
    block_append(roots->block, op);
    bury(roots, at);
    if (collects && roots->weave->info->moves)
        move_alive(roots);
    define(roots, op->result);
    if (is_stack_root(op))
        append(roots, OP_ROOT_SAVE, op->pos, op->result, NULL, (*stack_objects)++);
}

static void start_block(Roots *roots, Block *block) {
    roots->block = block;
    find_last_uses(roots);
    roots->alive_count = 0;
    roots->top = roots->base;
    for (int i = 0; i < roots->slot_capacity; i++) {
        roots->slots[i] = NULL;
        roots->is_fresh[i] = false;
    }
    for (int i = 0; i < block->input_count; i++)
        define(roots, block->inputs[i]);
    roots->ops = block->ops;
    roots->op_count = block->op_count;
    block->ops = NULL;
    block->op_count = block->op_capacity = 0;
}

static const Pos *end_pos(const Roots *roots) {
    return roots->op_count ? roots->ops[roots->op_count - 1]->pos : graph_pos(roots->graph);
}

static void end_block(Roots *roots) {
    Block *block = roots->block;
    for (int i = 0; i < block->exit_count; i++)
        use_all(roots, block->exits[i]->args, block->exits[i]->arg_count, end_pos(roots));
    if (block->switch_value)
        block->switch_value = use(roots, block->switch_value, end_pos(roots));
    if (block->exit_count)
        set_top(roots, end_pos(roots), roots->base);
}

/* No stack object is there yet. */
static void enter_frame(Roots *roots) {
    for (int i = 0; i < roots->base; i++)
        append(roots, OP_ROOT_SAVE, end_pos(roots), null_root(roots), NULL, i);
    append(roots, OP_ROOTS_SET, end_pos(roots), NULL, NULL, roots->base);
}

static void weave_block(Roots *roots, Block *block, int *stack_objects) {
    start_block(roots, block);
    if (block == roots->graph->start && roots->base)
        enter_frame(roots);
    for (int i = 0; i < roots->op_count; i++)
        weave_op(roots, roots->ops[i], i, stack_objects);
    end_block(roots);
}

static bool needs_roots(Roots *roots) {
    bool needs = false;
    for (int i = 0; i < roots->graph->block_count; i++) {
        const Block *block = roots->graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            needs |= collects_at(roots->table, block->ops[j]);
            roots->base += is_stack_root(block->ops[j]);
        }
    }
    return needs;
}

/* Links to the return block leave the frame. */
static void leave_frame(Roots *roots) {
    Graph *graph = roots->graph;
    int count = graph->block_count;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++) {
            Link *exit = graph->blocks[i]->exits[j];
            if (exit->target != graph->return_block)
                continue;
            roots->block = exit->source->exit_count > 1 ? link_split(exit) : exit->source;
            const Block *block = exit->source;
            append(roots, OP_ROOTS_SET, block->op_count ? block->ops[block->op_count - 1]->pos : graph_pos(graph), NULL,
                   NULL, 0);
        }
    graph_renumber(graph);
}

void weave_roots(const Weave *weave, const CollectTable *table, Graph *graph) {
    if (graph->is_system)
        return;
    Roots roots = {.weave = weave, .table = table, .scratch = arena_new(), .graph = graph};
    if (needs_roots(&roots)) {
        roots.roots = arena_alloc(roots.scratch, ((size_t)graph->value_count + 1) * sizeof *roots.roots);
        int stack_objects = 0;
        for (int i = 0; i < graph->block_count; i++)
            weave_block(&roots, graph->blocks[i], &stack_objects);
        graph_renumber(graph);
        if (roots.base)
            leave_frame(&roots);
    }
    arena_free(roots.scratch);
}
