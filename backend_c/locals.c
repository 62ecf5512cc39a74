/* Liveness within blocks, and coalescing across links.
 *
 * A variable is used only in its block, so its live range is an interval of positions there: inputs begin at 0, op k
 * uses its arguments and defines its result at k + 1, the exits use theirs at the end. Two variables of different
 * blocks never conflict; two of one block do if their intervals overlap. A class of variables shares one C local;
 * classes are joined along links, back edges first, unless members conflict. The members of a class in one block are
 * found through a map from (class, block), so joining costs time in proportion to the smaller class; pairs that were
 * refused are remembered. */
#include "backend_c/locals.h"
#include "backend_c/names.h"

#include <string.h>

/* From so many variables on, gcc's parser feels the number of locals. */
enum { HUGE_VALUES = 1000 };

typedef struct Range {
    Value *value;
    int block;                             /* -1: the variable is looked at by nobody */
    int first, last;                       /* interval (first, last] */
    int parent;                            /* union-find */
    int members, member_tail, next_member; /* list of the class, by value id */
    int size;
    int next_here; /* the next member of the same class in the same block, or -1 */
} Range;

typedef struct Coalescer {
    Arena *arena;
    Graph *graph;
    Locals *locals;
    Range *ranges;   /* by value id */
    bool *is_live;   /* by value id */
    Map here;        /* class root << 32 | block -> value id + 1: first member there; of classes of several */
    Map refused;     /* pairs of roots */
    bool reuses;     /* the function is huge */
    Map by_name;     /* name and type -> id of the first variable, + 1 */
    Map free_locals; /* Type -> first local of a list, + 1 */
} Coalescer;

/* ---- liveness ---- */

static bool is_variable(const Value *value) {
    return !value->is_const && value->type->kind != TY_VOID;
}

static void use(Coalescer *work, Value *value, int block, int position) {
    if (!is_variable(value))
        return;
    Range *range = &work->ranges[value->id];
    if (!work->is_live[value->id]) {
        work->is_live[value->id] = true;
        range->block = block;
        range->last = position;
    }
}

static bool op_matters(const Coalescer *work, const Op *op) {
    const int keep = OPF_EFFECT | OPF_RAISES | OPF_FATAL | OPF_COLLECTS;
    bool is_needed = op->result && is_variable(op->result) && work->is_live[op->result->id];
    return is_needed || op->propagate || (op_info[op->code].flags & keep) != 0;
}

/* Exits: an argument matters unless its target, seen already, does not look at it. */
static void scan_exits(Coalescer *work, const Block *block, int end) {
    if (block->switch_kind == SWITCH_VALUE)
        use(work, block->switch_value, (int)block->id, end);
    for (int i = 0; i < block->exit_count; i++) {
        const Link *link = block->exits[i];
        bool is_known = link->target->id > block->id;
        for (int j = 0; j < link->arg_count; j++) {
            const Value *input = link->target->inputs[j];
            if (!is_known || (is_variable(input) && work->is_live[input->id]))
                use(work, link->args[j], (int)block->id, end);
        }
    }
}

static void scan_block(Coalescer *work, Block *block) {
    scan_exits(work, block, block->op_count + 1);
    for (int i = block->op_count - 1; i >= 0; i--) {
        Op *op = block->ops[i];
        bool matters = op_matters(work, op);
        work->locals->op_is_dead[work->locals->op_base[block->id] + i] = !matters;
        if (op->result && is_variable(op->result))
            work->ranges[op->result->id].first = i + 1;
        for (int j = 0; matters && j < op->arg_count; j++)
            use(work, op->args[j], (int)block->id, i + 1);
    }
}

static void scan_graph(Coalescer *work) {
    Graph *graph = work->graph;
    Block *result = graph->return_block;
    if (result->input_count)
        use(work, result->inputs[0], (int)result->id, 1);
    for (int i = graph->block_count - 1; i >= 0; i--)
        scan_block(work, graph->blocks[i]);
}

/* ---- classes ---- */

static int root_of(Coalescer *work, int id) {
    Range *ranges = work->ranges;
    while (ranges[id].parent != id) {
        ranges[id].parent = ranges[ranges[id].parent].parent;
        id = ranges[id].parent;
    }
    return id;
}

static uint64_t here_key(int root, int block) {
    return (uint64_t)(uint32_t)root << 32 | (uint32_t)block;
}

static int first_here(const Coalescer *work, int root, int block) {
    if (work->ranges[root].size == 1)
        return work->ranges[root].block == block ? root : -1;
    uint64_t *slot = map_find(&work->here, here_key(root, block));
    return slot ? (int)*slot - 1 : -1;
}

static void start_class(Coalescer *work, Value *value) {
    Range *range = &work->ranges[value->id];
    int id = (int)value->id;
    range->value = value;
    range->parent = range->members = range->member_tail = id;
    range->next_member = range->next_here = -1;
    range->size = 1;
}

static bool overlaps(const Range *a, const Range *b) {
    int first = a->first > b->first ? a->first : b->first;
    int last = a->last < b->last ? a->last : b->last;
    return first < last;
}

static bool classes_conflict(const Coalescer *work, int small, int large) {
    for (int id = work->ranges[small].members; id >= 0; id = work->ranges[id].next_member) {
        const Range *range = &work->ranges[id];
        int other = first_here(work, large, range->block);
        while (other >= 0 && work->ranges[other].first >= range->last)
            other = work->ranges[other].next_here;
        if (other >= 0 && overlaps(range, &work->ranges[other]))
            return true;
    }
    return false;
}

/* Puts a member into its class's list for its block, which is sorted, latest first. */
static void insert_here(Coalescer *work, int root, int id) {
    Range *range = &work->ranges[id];
    uint64_t *slot = map_put(work->arena, &work->here, here_key(root, range->block));
    int before = -1, after = (int)*slot - 1;
    while (after >= 0 && work->ranges[after].first >= range->last) {
        before = after;
        after = work->ranges[after].next_here;
    }
    range->next_here = after;
    if (before < 0)
        *slot = (uint64_t)id + 1;
    else
        work->ranges[before].next_here = id;
}

static void absorb(Coalescer *work, int small, int large) {
    Range *ranges = work->ranges;
    if (ranges[large].size == 1)
        insert_here(work, large, large);
    for (int id = ranges[small].members; id >= 0; id = ranges[id].next_member)
        insert_here(work, large, id);
    ranges[small].parent = large;
    ranges[ranges[large].member_tail].next_member = ranges[small].members;
    ranges[large].member_tail = ranges[small].member_tail;
    ranges[large].size += ranges[small].size;
}

static void try_join(Coalescer *work, const Value *a, const Value *b) {
    if (a->type != b->type || !work->is_live[a->id] || !work->is_live[b->id])
        return;
    int small = root_of(work, (int)a->id), large = root_of(work, (int)b->id);
    if (small == large)
        return;
    if (work->ranges[small].size > work->ranges[large].size) {
        int swap = small;
        small = large;
        large = swap;
    }
    uint64_t pair = here_key(small, large);
    if (map_find(&work->refused, pair))
        return;
    if (classes_conflict(work, small, large))
        *map_put(work->arena, &work->refused, pair) = 1;
    else
        absorb(work, small, large);
}

static void join_link(Coalescer *work, const Link *link) {
    for (int i = 0; i < link->arg_count; i++)
        if (is_variable(link->args[i]))
            try_join(work, link->args[i], link->target->inputs[i]);
}

static void join_links(Coalescer *work, bool back_edges) {
    for (int i = 0; i < work->graph->block_count; i++) {
        Block *block = work->graph->blocks[i];
        for (int j = 0; j < block->exit_count; j++)
            if ((block->exits[j]->target->id <= block->id) == back_edges &&
                block->exits[j]->target != work->graph->return_block)
                join_link(work, block->exits[j]);
    }
}

/* Joins what the source calls by one name, where it can be one local. */
static void join_named(Coalescer *work, Value *value) {
    if (!value->name)
        return;
    uint64_t key = hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)value->name), value->type->index);
    uint64_t *slot = map_put(work->arena, &work->by_name, key);
    if (!*slot)
        *slot = (uint64_t)value->id + 1;
    else
        try_join(work, value, work->ranges[*slot - 1].value);
}

/* ---- locals ---- */

/* Visits every variable that gets a local, in order of definition. The return block's input needs none. */
static void for_each_variable(Coalescer *work, void (*visit)(Coalescer *, Value *)) {
    Graph *graph = work->graph;
    for (int i = 0; i < graph->block_count; i++) {
        Block *block = graph->blocks[i];
        if (block == graph->return_block)
            continue;
        for (int j = 0; j < block->input_count; j++)
            if (is_variable(block->inputs[j]) && (work->is_live[block->inputs[j]->id] || block == graph->start))
                visit(work, block->inputs[j]);
        for (int j = 0; j < block->op_count; j++) {
            Value *result = block->ops[j]->result;
            if (result && is_variable(result) && work->is_live[result->id])
                visit(work, result);
        }
    }
}

static int add_local(Coalescer *work, Type *type) {
    Locals *locals = work->locals;
    locals->items = arena_grow(work->arena, locals->items, locals->count, &locals->capacity, sizeof *locals->items);
    locals->items[locals->count] = (Local){type, NULL, -1};
    return locals->count++;
}

/* In huge functions a variable that shares its local with nobody gives it back after its last use. */
static bool is_temporary(const Coalescer *work, const Value *value) {
    const Range *range = &work->ranges[value->id];
    return work->reuses && range->size == 1 && range->parent == (int)value->id && range->first > 0;
}

static void give_local(Coalescer *work, Value *value) {
    if (is_temporary(work, value))
        return;
    int root = root_of(work, (int)value->id);
    int *of_root = &work->locals->of_value[root];
    if (*of_root < 0)
        *of_root = add_local(work, value->type);
    work->locals->of_value[value->id] = *of_root;
    Local *local = &work->locals->items[*of_root];
    if (!local->name && value->name)
        local->name = value->name;
}

static void acquire(Coalescer *work, const Value *value) {
    uint64_t *head = map_put(work->arena, &work->free_locals, (uint64_t)(uintptr_t)value->type);
    int local = *head ? (int)*head - 1 : add_local(work, value->type);
    if (*head)
        *head = (uint64_t)(work->locals->items[local].next_free + 1);
    work->locals->of_value[value->id] = local;
}

/* Gives the local back if the variable's last use was at `position`. */
static void release(Coalescer *work, const Value *value, int position) {
    if (!is_variable(value) || !is_temporary(work, value) || work->ranges[value->id].last != position)
        return;
    uint64_t *head = map_put(work->arena, &work->free_locals, (uint64_t)(uintptr_t)value->type);
    int local = work->locals->of_value[value->id];
    work->locals->items[local].next_free = (int)*head - 1;
    *head = (uint64_t)local + 1;
    work->ranges[value->id].last = 0; /* once */
}

static void give_temporaries(Coalescer *work, const Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        if (locals_op_is_dead(work->locals, block, i))
            continue;
        for (int j = 0; j < op->arg_count; j++)
            release(work, op->args[j], i + 1);
        if (op->result && is_variable(op->result) && work->is_live[op->result->id] && is_temporary(work, op->result))
            acquire(work, op->result);
    }
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            release(work, block->ops[i]->result, block->op_count + 1);
}

static void name_locals(Arena *arena, Locals *locals) {
    for (int i = 0; i < locals->count; i++) {
        Local *local = &locals->items[i];
        const char *hint = local->name ? name_local(arena, local->name) : "v";
        local->name = arena_printf(arena, "%s_%d", hint, i);
    }
}

static void prepare(Coalescer *work) {
    Graph *graph = work->graph;
    Arena *arena = work->arena;
    Locals *locals = work->locals;
    size_t values = graph->value_count + 1;
    work->ranges = arena_alloc(arena, values * sizeof *work->ranges);
    work->is_live = arena_alloc(arena, values);
    locals->of_value = arena_alloc(arena, values * sizeof *locals->of_value);
    memset(locals->of_value, -1, values * sizeof *locals->of_value);
    locals->op_base = arena_alloc(arena, (size_t)graph->block_count * sizeof *locals->op_base);
    int ops = 0;
    for (int i = 0; i < graph->block_count; i++) {
        locals->op_base[graph->blocks[i]->id] = ops;
        ops += graph->blocks[i]->op_count;
    }
    locals->op_is_dead = arena_alloc(arena, (size_t)ops + 1);
}

Locals *locals_assign(Arena *arena, Graph *graph) {
    Coalescer work = {.arena = arena, .graph = graph, .locals = arena_alloc(arena, sizeof *work.locals)};
    work.reuses = graph->value_count > HUGE_VALUES;
    prepare(&work);
    scan_graph(&work);
    for_each_variable(&work, start_class);
    join_links(&work, true);
    join_links(&work, false);
    for_each_variable(&work, join_named);
    for_each_variable(&work, give_local);
    for (int i = 0; work.reuses && i < graph->block_count; i++)
        give_temporaries(&work, graph->blocks[i]);
    name_locals(arena, work.locals);
    return work.locals;
}

bool locals_op_is_dead(const Locals *locals, const Block *block, int at) {
    return locals->op_is_dead[locals->op_base[block->id] + at];
}

int locals_of(const Locals *locals, const Value *value) {
    return value->is_const || value->type->kind == TY_VOID ? -1 : locals->of_value[value->id];
}
