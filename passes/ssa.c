/* Dominators (Cooper, Harvey, Kennedy: A simple, fast dominance algorithm), roots of variables, and passing values. */
#include "passes/ssa.h"

enum { MOST_BLOCKS_PASSED = 60, ROOM_FACTOR = 4, ROOM = 200 };

/* ---- dominators ---- */

/* Blocks are numbered in reverse postorder but for the last two, which lead nowhere. */
static uint32_t common_dominator(const Ssa *ssa, uint32_t a, uint32_t b) {
    while (a != b) {
        while (a > b)
            a = ssa->idom[a];
        while (b > a)
            b = ssa->idom[b];
    }
    return a;
}

/* UINT32_MAX: none of the blocks before has been seen. */
static uint32_t dominator_of(const Ssa *ssa, uint32_t id) {
    uint32_t dominator = UINT32_MAX;
    for (int i = 0; i < ssa->index->counts[id]; i++) {
        uint32_t source = ssa->index->incoming[id][i]->source->id;
        if (ssa->idom[source] != UINT32_MAX)
            dominator = dominator == UINT32_MAX ? source : common_dominator(ssa, source, dominator);
    }
    return dominator;
}

static void find_dominators(Ssa *ssa) {
    uint32_t count = (uint32_t)ssa->graph->block_count;
    ssa->idom = arena_alloc(ssa->scratch, count * sizeof *ssa->idom);
    for (uint32_t i = 1; i < count; i++)
        ssa->idom[i] = UINT32_MAX;
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 1; i < count; i++) {
            uint32_t dominator = dominator_of(ssa, i);
            changed |= dominator != ssa->idom[i];
            ssa->idom[i] = dominator;
        }
    }
    for (uint32_t i = 1; i < count; i++)
        if (ssa->idom[i] == UINT32_MAX)
            ssa->idom[i] = i;
}

/* A dominator's number is smaller than those it dominates. */
static void number_tree(Ssa *ssa) {
    uint32_t count = (uint32_t)ssa->graph->block_count, next_root = 0;
    uint32_t *size = arena_alloc(ssa->scratch, count * sizeof *size);
    uint32_t *next = arena_alloc(ssa->scratch, count * sizeof *next);
    ssa->enter = arena_alloc(ssa->scratch, count * sizeof *ssa->enter);
    ssa->leave = arena_alloc(ssa->scratch, count * sizeof *ssa->leave);
    for (uint32_t i = count; i-- > 0;) {
        size[i]++;
        if (ssa->idom[i] != i)
            size[ssa->idom[i]] += size[i];
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *slot = ssa->idom[i] == i ? &next_root : &next[ssa->idom[i]];
        ssa->enter[i] = *slot;
        next[i] = *slot + 1;
        *slot += size[i];
        ssa->leave[i] = *slot;
    }
}

bool ssa_dominates(const Ssa *ssa, const Block *above, const Block *below) {
    return ssa->enter[above->id] <= ssa->enter[below->id] && ssa->enter[below->id] < ssa->leave[above->id];
}

/* ---- roots ---- */

bool ssa_is_same(const Value *a, const Value *b) {
    return a == b || (a->is_const && b->is_const && a->type == b->type && const_equal(&a->constant, &b->constant));
}

uint64_t ssa_hash(const Value *root) {
    if (!root->is_const)
        return root->id;
    return hash_u64(hash_u64(HASH_SEED, (uint64_t)root->constant.kind), (uint64_t)root->constant.integer);
}

Value *ssa_root(const Ssa *ssa, Value *value) {
    while (!value->is_const && ssa->roots[value->id])
        value = ssa->roots[value->id];
    return value;
}

void ssa_unite(Ssa *ssa, const Value *value, Value *root) {
    ssa->roots[value->id] = root;
}

const Op *ssa_maker(const Ssa *ssa, const Value *root) {
    return root->is_const ? NULL : ssa->makers[root->id];
}

static void define(const Ssa *ssa, Block *block) {
    for (int i = 0; i < block->input_count; i++)
        ssa->defined_in[block->inputs[i]->id] = block;
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result) {
            ssa->defined_in[block->ops[i]->result->id] = block;
            ssa->makers[block->ops[i]->result->id] = block->ops[i];
        }
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->exception)
            ssa->defined_in[block->exits[i]->exception->id] = block;
}

static Ssa *analyse(Arena *scratch, Graph *graph, int room) {
    Ssa *ssa = arena_alloc(scratch, sizeof *ssa);
    *ssa = (Ssa){.scratch = scratch, .graph = graph, .index = link_index(scratch, graph), .room = room};
    ssa->value_count = graph->value_count + (uint32_t)ssa->room;
    ssa->roots = arena_alloc(scratch, ssa->value_count * sizeof(Value *));
    ssa->defined_in = arena_alloc(scratch, ssa->value_count * sizeof(Block *));
    ssa->makers = arena_alloc(scratch, ssa->value_count * sizeof(Op *));
    find_dominators(ssa);
    number_tree(ssa);
    for (int i = 0; i < graph->block_count; i++)
        define(ssa, graph->blocks[i]);
    ssa_find_roots(ssa);
    return ssa;
}

Ssa *ssa_new(Arena *scratch, Graph *graph) {
    return analyse(scratch, graph, 0);
}

Ssa *ssa_new_with_room(Arena *scratch, Graph *graph) {
    return analyse(scratch, graph, (int)graph->value_count * ROOM_FACTOR + ROOM);
}

/* ---- passing values ---- */

static uint64_t *place(Ssa *ssa, const Value *root, const Block *block) {
    return map_put(ssa->scratch, &ssa->here, (uint64_t)block->id << 32 | root->id);
}

/* The root's name in the block, if it has one. */
static Value *name_in(Ssa *ssa, Value *root, const Block *block) {
    if (ssa->defined_in[root->id] == block)
        return root;
    uint64_t *slot = place(ssa, root, block);
    for (int i = 0; i < block->input_count && !*slot; i++)
        if (ssa_root(ssa, block->inputs[i]) == root)
            *slot = (uint64_t)(uintptr_t)block->inputs[i];
    return (Value *)(uintptr_t)*slot;
}

/* The blocks that the root must be passed to, `block` first; 0: too many. */
static int find_way(Ssa *ssa, Value *root, Block *block, Block **way) {
    Map seen = {0};
    int count = 0;
    way[count++] = block;
    *map_put(ssa->scratch, &seen, block->id) = 1;
    for (int done = 0; done < count; done++)
        for (int i = 0; i < ssa->index->counts[way[done]->id]; i++) {
            Block *source = ssa->index->incoming[way[done]->id][i]->source;
            if (map_find(&seen, source->id) || name_in(ssa, root, source))
                continue;
            if (count == MOST_BLOCKS_PASSED || block_has_fixed_inputs(source))
                return 0;
            *map_put(ssa->scratch, &seen, source->id) = 1;
            way[count++] = source;
        }
    return count;
}

static void pass_to(Ssa *ssa, Value *root, Block *block) {
    Value *input = block_add_input(block, root->type, root->name);
    ssa->roots[input->id] = root;
    ssa->defined_in[input->id] = block;
    *place(ssa, root, block) = (uint64_t)(uintptr_t)input;
}

Value *ssa_value_in(Ssa *ssa, Value *root, Block *block) {
    Value *name = root->is_const ? root : name_in(ssa, root, block);
    if (name || block_has_fixed_inputs(block))
        return name;
    Block *way[MOST_BLOCKS_PASSED];
    int count = find_way(ssa, root, block, way);
    if (!count || count > ssa->room)
        return NULL;
    ssa->room -= count;
    for (int i = 0; i < count; i++)
        pass_to(ssa, root, way[i]);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < ssa->index->counts[way[i]->id]; j++) {
            Link *link = ssa->index->incoming[way[i]->id][j];
            link_add_arg(link, name_in(ssa, root, link->source));
        }
    return name_in(ssa, root, block);
}
