/* merge-inputs: block inputs that every link gives the same value become one. Optimistic: all inputs of a block that
 * have one type are taken for equal until a link shows otherwise, so equal values that go round a loop are found, too.
 */
#include "passes/pass_internal.h"

enum { MAX_ROUNDS = 50, FEW = 12 };

typedef struct Merger {
    Arena *scratch;
    Graph *graph;
    LinkIndex *index;
    int count;        /* of inputs that went */
    uint32_t *leader; /* by value id, of inputs: the id of the first input of its block that is taken for equal */
} Merger;

/* What stands for a link's argument. */
static uint64_t identity(const Merger *merger, const Value *value) {
    if (!value->is_const)
        return merger->leader[value->id];
    uint64_t hash = hash_u64(HASH_SEED, (uint64_t)value->constant.kind);
    return hash_u64(hash_u64(hash, (uint64_t)value->constant.tag), (uint64_t)value->constant.integer);
}

static bool is_same(const Merger *merger, const Value *a, const Value *b) {
    if (a->is_const || b->is_const)
        return a->is_const && b->is_const && const_equal(&a->constant, &b->constant);
    return merger->leader[a->id] == merger->leader[b->id];
}

static bool stay_equal(const Merger *merger, const Block *block, int i, int j) {
    if (merger->leader[block->inputs[i]->id] != merger->leader[block->inputs[j]->id])
        return false;
    for (int k = 0; k < merger->index->counts[block->id]; k++) {
        const Link *link = merger->index->incoming[block->id][k];
        if (!is_same(merger, link->args[i], link->args[j]))
            return false;
    }
    return true;
}

/* A number that inputs have in common if they stay equal. */
static uint64_t signature(const Merger *merger, const Block *block, int input) {
    uint64_t hash = hash_u64(HASH_SEED, merger->leader[block->inputs[input]->id]);
    for (int k = 0; k < merger->index->counts[block->id]; k++)
        hash = hash_u64(hash, identity(merger, merger->index->incoming[block->id][k]->args[input]));
    return hash;
}

/* The first input that the one at `at` stays equal to, among few. */
static int find_among_few(const Merger *merger, const Block *block, int at) {
    int i = 0;
    while (i < at && !stay_equal(merger, block, i, at))
        i++;
    return i;
}

/* The same among many: `first` maps signatures to the first input that has it, plus 1. */
static int find_among_many(const Merger *merger, const Block *block, Map *first, int at) {
    uint64_t *slot = map_put(merger->scratch, first, signature(merger, block, at));
    if (!*slot || !stay_equal(merger, block, (int)*slot - 1, at))
        *slot = (uint64_t)at + 1;
    return (int)*slot - 1;
}

static bool has_shared_leader(const Merger *merger, const Block *block) {
    for (int i = 0; i < block->input_count; i++)
        if (merger->leader[block->inputs[i]->id] != block->inputs[i]->id)
            return true;
    return false;
}

/* Whether some inputs of the block turn out to differ. */
static bool refine(const Merger *merger, const Block *block) {
    Map first = {0};
    bool changed = false;
    if (!has_shared_leader(merger, block))
        return false;
    uint32_t *leaders = arena_alloc(merger->scratch, (size_t)block->input_count * sizeof *leaders);
    for (int i = 0; i < block->input_count; i++) {
        bool are_few = block->input_count <= FEW;
        int leader = are_few ? find_among_few(merger, block, i) : find_among_many(merger, block, &first, i);
        leaders[i] = block->inputs[leader]->id;
    }
    for (int i = 0; i < block->input_count; i++) {
        changed |= merger->leader[block->inputs[i]->id] != leaders[i];
        merger->leader[block->inputs[i]->id] = leaders[i];
    }
    return changed;
}

/* The first input that has the type of the one at `at`, among few. */
static int find_type_among_few(const Block *block, int at) {
    int i = 0;
    while (block->inputs[i]->type != block->inputs[at]->type)
        i++;
    return i;
}

/* The same among many: `first` maps types to the first input, plus 1. */
static int find_type_among_many(const Merger *merger, const Block *block, Map *first, int at) {
    uint64_t *slot = map_put(merger->scratch, first, (uint64_t)(uintptr_t)block->inputs[at]->type);
    if (!*slot)
        *slot = (uint64_t)at + 1;
    return (int)*slot - 1;
}

static void assume_equal(const Merger *merger, const Block *block) {
    Map first = {0};
    bool are_few = block->input_count <= FEW;
    for (int i = 0; i < block->input_count && !block_has_fixed_inputs(block); i++) {
        int leader = are_few ? find_type_among_few(block, i) : find_type_among_many(merger, block, &first, i);
        merger->leader[block->inputs[i]->id] = block->inputs[leader]->id;
    }
}

/* Whether a block further up has to be looked at again. */
static bool settle(const Merger *merger, const Block *block, bool *is_settled) {
    is_settled[block->id] = true;
    if (block->input_count <= 1 || block_has_fixed_inputs(block))
        return false;
    return refine(merger, block) && block_unsettle_targets(block, is_settled);
}

/* False: it takes too long. */
static bool find_equal(const Merger *merger) {
    const Graph *graph = merger->graph;
    for (int i = 0; i < graph->block_count; i++)
        assume_equal(merger, graph->blocks[i]);
    bool *is_settled = arena_alloc(merger->scratch, (size_t)graph->block_count), changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (int i = 0; i < graph->block_count; i++)
            if (!is_settled[i])
                changed |= settle(merger, graph->blocks[i], is_settled);
    }
    return !changed;
}

/* ---- rewriting ---- */

static Value *leader_of(const Merger *merger, const Block *block, Value *input) {
    for (int i = 0; i < block->input_count; i++)
        if (block->inputs[i]->id == merger->leader[input->id])
            return block->inputs[i];
    return input;
}

static void remove_input(Merger *merger, Block *block, int at) {
    block_remove_input(block, at);
    for (int k = 0; k < merger->index->counts[block->id]; k++)
        link_remove_arg(merger->index->incoming[block->id][k], at);
    merger->count++;
}

/* The variables' notes say what takes their place. */
static void merge_block(Merger *merger, Block *block) {
    bool any = false;
    for (int i = 0; i < block->input_count; i++) {
        bool is_leader = merger->leader[block->inputs[i]->id] == block->inputs[i]->id;
        block->inputs[i]->note = is_leader ? NULL : leader_of(merger, block, block->inputs[i]);
        any |= !is_leader;
    }
    if (!any)
        return;
    block_substitute(block);
    for (int i = block->input_count - 1; i >= 0; i--)
        if (block->inputs[i]->note)
            remove_input(merger, block, i);
}

int merge_inputs(Arena *scratch, Graph *graph) {
    Merger merger = {.scratch = scratch, .graph = graph, .index = link_index(scratch, graph)};
    merger.leader = arena_alloc(scratch, graph->value_count * sizeof *merger.leader);
    for (uint32_t i = 0; i < graph->value_count; i++)
        merger.leader[i] = i;
    if (!find_equal(&merger))
        return 0;
    graph_set_notes(graph, NULL);
    for (int i = 0; i < graph->block_count; i++)
        if (!block_has_fixed_inputs(graph->blocks[i]))
            merge_block(&merger, graph->blocks[i]);
    if (merger.count)
        graph_changed(graph);
    return merger.count;
}

void pass_merge_inputs(PassContext *context, Graph *graph) {
    context->fired += merge_inputs(context->scratch, graph);
}
