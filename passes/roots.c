/* Which block inputs are always one value: those that get, by whatever way round, only themselves and that one.
 *
 * Inputs that pass one another on in a circle (strongly connected components) and get one value from outside are that
 * value. If they get several, those that do so are variables of their own, and the others are looked at again without
 * them (Braun, Buchwald, Hack, Leissa, Mallon, Zwinkau: Simple and Efficient Construction of Static Single Assignment
 * Form, 2013, section 3.2). Components are found in the order in which they feed one another (Tarjan). */
#include "passes/ssa.h"

enum { DEEPEST = 60 };

typedef struct Input {
    Value *value; /* NULL: no input that links pass */
    const Block *block;
    int at;          /* its place among the block's inputs */
    uint32_t part;   /* the set of inputs that is looked at */
    uint32_t number; /* in the order of the search in that part; 0: not found so far */
    uint32_t low;
    bool is_open; /* on the stack of the search */
    uint32_t component;
} Input;

typedef struct Frame {
    uint32_t id;
    int next; /* of the links into its block */
} Frame;

typedef struct Search {
    const Ssa *ssa;
    Input *inputs; /* by value id */
    uint32_t parts, numbers, components;
} Search;

/* A component, or the inputs to look at. */
typedef struct Set {
    uint32_t *ids;
    int count;
} Set;

static Value *operand(const Search *search, const Input *input, int link) {
    return ssa_root(search->ssa, search->ssa->index->incoming[input->block->id][link]->args[input->at]);
}

static int operand_count(const Search *search, const Input *input) {
    return search->ssa->index->counts[input->block->id];
}

static void settle(Search *search, Set part, uint32_t part_number, int depth);

/* The one value that the component gets from outside; NULL if there are several, or none. Those inputs that are fed
 * only from inside come first in `set` afterwards, and *inner is how many. */
static Value *only_feed(const Search *search, Set set, uint32_t component, int *inner) {
    Value *feed = NULL;
    bool several = false;
    *inner = 0;
    for (int i = 0; i < set.count; i++) {
        const Input *input = &search->inputs[set.ids[i]];
        bool is_inner = true;
        for (int k = 0; k < operand_count(search, input); k++) {
            Value *root = operand(search, input, k);
            if (!root->is_const && search->inputs[root->id].component == component)
                continue;
            is_inner = false;
            several |= feed && !ssa_is_same(feed, root);
            feed = root;
        }
        if (!is_inner)
            continue;
        uint32_t swap = set.ids[*inner];
        set.ids[(*inner)++] = set.ids[i];
        set.ids[i] = swap;
    }
    return several ? NULL : feed;
}

static void settle_component(Search *search, Set set, int depth) {
    uint32_t component = ++search->components;
    for (int i = 0; i < set.count; i++)
        search->inputs[set.ids[i]].component = component;
    int inner;
    Value *feed = only_feed(search, set, component, &inner);
    if (feed)
        for (int i = 0; i < set.count; i++)
            search->ssa->roots[set.ids[i]] = feed;
    else if (inner && inner < set.count && depth < DEEPEST) {
        uint32_t part = ++search->parts;
        for (int i = 0; i < inner; i++) {
            Input *input = &search->inputs[set.ids[i]];
            input->part = part;
            input->number = 0;
        }
        settle(search, (Set){set.ids, inner}, part, depth + 1);
    }
}

typedef struct Walk {
    Frame *frames;
    int depth;
    uint32_t *open; /* found, and not in a component yet */
    int open_count;
} Walk;

static void enter(Search *search, Walk *walk, uint32_t id) {
    Input *input = &search->inputs[id];
    input->number = input->low = ++search->numbers;
    input->is_open = true;
    walk->frames[walk->depth++] = (Frame){id, 0};
    walk->open[walk->open_count++] = id;
}

static void close_component(Search *search, Walk *walk, uint32_t id, int depth) {
    int first = walk->open_count;
    do
        search->inputs[walk->open[--first]].is_open = false;
    while (walk->open[first] != id);
    Set set = {arena_alloc(search->ssa->scratch, (size_t)(walk->open_count - first) * sizeof *set.ids), 0};
    for (; first + set.count < walk->open_count; set.count++)
        set.ids[set.count] = walk->open[first + set.count];
    walk->open_count = first;
    settle_component(search, set, depth);
}

/* The next operand of the topmost input: entered if it is new. */
static void follow(Search *search, Walk *walk, uint32_t part) {
    Frame *top = &walk->frames[walk->depth - 1];
    Input *input = &search->inputs[top->id];
    const Value *next = operand(search, input, top->next++);
    Input *fed = next->is_const ? NULL : &search->inputs[next->id];
    if (!fed || !fed->value || fed->part != part)
        return;
    if (!fed->number)
        enter(search, walk, next->id);
    else if (fed->is_open && fed->number < input->low)
        input->low = fed->number;
}

static void leave(Search *search, Walk *walk, int depth) {
    uint32_t id = walk->frames[--walk->depth].id;
    const Input *input = &search->inputs[id];
    if (walk->depth) {
        Input *above = &search->inputs[walk->frames[walk->depth - 1].id];
        above->low = input->low < above->low ? input->low : above->low;
    }
    if (input->low == input->number)
        close_component(search, walk, id, depth);
}

static void settle(Search *search, Set part, uint32_t part_number, int depth) {
    Walk walk = {arena_alloc(search->ssa->scratch, (size_t)part.count * sizeof *walk.frames), 0,
                 arena_alloc(search->ssa->scratch, (size_t)part.count * sizeof *walk.open), 0};
    for (int i = 0; i < part.count; i++) {
        if (!search->inputs[part.ids[i]].number)
            enter(search, &walk, part.ids[i]);
        while (walk.depth) {
            const Frame *top = &walk.frames[walk.depth - 1];
            if (top->next < operand_count(search, &search->inputs[top->id]))
                follow(search, &walk, part_number);
            else
                leave(search, &walk, depth);
        }
    }
}

/* The inputs of a block with one way in are what is passed there: most, and settled at once where that way comes from
 * above. (From below it may be a circle of blocks that nothing leads to.) */
static bool takes_all(const Search *search, const Block *block) {
    const LinkIndex *index = search->ssa->index;
    return !block_has_fixed_inputs(block) && index->counts[block->id] == 1 &&
           index->incoming[block->id][0]->source->id < block->id;
}

static void take_all(Search *search, const Block *block) {
    const Link *link = search->ssa->index->incoming[block->id][0];
    for (int i = 0; i < block->input_count; i++)
        search->ssa->roots[block->inputs[i]->id] = ssa_root(search->ssa, link->args[i]);
}

static void note_inputs(Search *search, const Block *block, Set *all) {
    for (int i = 0; i < block->input_count; i++) {
        uint32_t id = block->inputs[i]->id;
        search->inputs[id] = (Input){.value = block->inputs[i], .block = block, .at = i};
        all->ids[all->count++] = id;
    }
}

void ssa_find_roots(Ssa *ssa) {
    const Graph *graph = ssa->graph;
    Search search = {.ssa = ssa};
    search.inputs = arena_alloc(ssa->scratch, graph->value_count * sizeof *search.inputs);
    Set all = {arena_alloc(ssa->scratch, graph->value_count * sizeof *all.ids), 0};
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        if (takes_all(&search, block))
            take_all(&search, block);
        else if (!block_has_fixed_inputs(block))
            note_inputs(&search, block, &all);
    }
    settle(&search, all, 0, 0);
}
