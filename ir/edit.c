/* Editing graphs: renumbering, splitting, copying, and removing what cannot be reached. Every function is linear
 * in the size of what it touches and iterative, for a graph may have hundreds of thousands of blocks. */
#include "ir/ir.h"

#include <assert.h>
#include <string.h>

/* ---- renumbering ---- */

/* Depth-first search over blocks. A block is known if known[block->id] is the block itself: no marks to clear, and
 * stale ids (of blocks moved from another graph) do no harm. */
typedef struct Search {
    Arena *arena;
    Block **known;
    int count, capacity;
    struct Frame {
        Block *block;
        int exits_left;
    } * stack;
    int depth, stack_capacity;
    Block **postorder;
    int finished, postorder_capacity;
} Search;

static bool is_known(const Search *search, const Block *block) {
    return block->id < (uint32_t)search->count && search->known[block->id] == block;
}

static void make_known(Search *search, Block *block) {
    search->known = arena_grow(search->arena, search->known, search->count, &search->capacity, sizeof *search->known);
    block->id = (uint32_t)search->count;
    search->known[search->count++] = block;
}

static void push_block(Search *search, Block *block) {
    make_known(search, block);
    search->stack =
        arena_grow(search->arena, search->stack, search->depth, &search->stack_capacity, sizeof *search->stack);
    search->stack[search->depth++] = (struct Frame){block, block->exit_count};
}

/* Fills search->known with what `start` reaches; the exits of a block are visited last to first, so that in reverse
 * postorder the first exit's blocks come first. */
static void search_from(Search *search, Block *start) {
    push_block(search, start);
    while (search->depth) {
        struct Frame *top = &search->stack[search->depth - 1];
        if (top->exits_left) {
            Block *next = top->block->exits[--top->exits_left]->target;
            if (!is_known(search, next))
                push_block(search, next);
            continue;
        }
        search->postorder = arena_grow(search->arena, search->postorder, search->finished, &search->postorder_capacity,
                                       sizeof *search->postorder);
        search->postorder[search->finished++] = top->block;
        search->depth--;
    }
}

/* Most graphs are small. */
enum { SMALL = 48 };

typedef struct SmallRoom {
    Block *known[SMALL], *postorder[SMALL];
    struct Frame stack[SMALL];
} SmallRoom;

/* Room for as many blocks as there are as a rule. */
static void reserve(Search *search, SmallRoom *room, int count) {
    if (count <= SMALL) {
        search->known = room->known;
        search->stack = room->stack;
        search->postorder = room->postorder;
        count = SMALL;
    } else {
        search->known = arena_alloc(search->arena, (size_t)count * sizeof *search->known);
        search->stack = arena_alloc(search->arena, (size_t)count * sizeof *search->stack);
        search->postorder = arena_alloc(search->arena, (size_t)count * sizeof *search->postorder);
    }
    search->capacity = search->stack_capacity = search->postorder_capacity = count;
}

/* The blocks in the order graph->blocks wants. */
static void order_blocks(Arena *arena, Graph *graph) {
    SmallRoom room;
    Search search = {.arena = arena};
    reserve(&search, &room, graph->block_count + 2);
    make_known(&search, graph->return_block);
    make_known(&search, graph->except_block);
    search_from(&search, graph->start);
    int count = search.finished + 2;
    if (count > graph->block_capacity) {
        graph->blocks = arena_alloc(graph->program->arena, (size_t)count * sizeof(Block *));
        graph->block_capacity = count;
    }
    for (int i = 0; i < search.finished; i++)
        graph->blocks[i] = search.postorder[search.finished - 1 - i];
    graph->blocks[search.finished] = graph->return_block;
    graph->blocks[search.finished + 1] = graph->except_block;
    graph->block_count = count;
}

static void number_values(Graph *graph, const Block *block) {
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->id = graph->value_count++;
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            block->ops[i]->result->id = graph->value_count++;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->exception)
            block->exits[i]->exception->id = graph->value_count++;
}

void graph_renumber(Graph *graph) {
    Arena *scratch = arena_new();
    order_blocks(scratch, graph);
    arena_free(scratch);
    graph->value_count = 0;
    for (int i = 0; i < graph->block_count; i++) {
        graph->blocks[i]->id = (uint32_t)i;
        graph->blocks[i]->graph = graph;
        number_values(graph, graph->blocks[i]);
    }
}

/* By block id, how many links lead there; gives their sum. */
static int count_entries(const Graph *graph, int *counts) {
    int sum = 0;
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        sum += block->exit_count;
        for (int j = 0; j < block->exit_count; j++)
            counts[block->exits[j]->target->id]++;
    }
    return sum;
}

LinkIndex *link_index(Arena *arena, Graph *graph) {
    LinkIndex *index = arena_alloc(arena, sizeof *index);
    index->incoming = arena_alloc(arena, (size_t)graph->block_count * sizeof *index->incoming);
    index->counts = arena_alloc(arena, (size_t)graph->block_count * sizeof *index->counts);
    int links = count_entries(graph, index->counts);
    Link **rest = arena_alloc(arena, (size_t)links * sizeof *rest);
    for (int i = 0; i < graph->block_count; i++) {
        index->incoming[i] = rest;
        rest += index->counts[i];
        index->counts[i] = 0;
    }
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->exit_count; j++) {
            uint32_t id = block->exits[j]->target->id;
            index->incoming[id][index->counts[id]++] = block->exits[j];
        }
    }
    return index;
}

/* ---- small edits ---- */

/* Removes item `at` of an array of pointers. */
static void remove_item(void *items, int *count, int at) {
    void **pointers = items;
    assert(at >= 0 && at < *count);
    memmove(pointers + at, pointers + at + 1, (size_t)(*count - at - 1) * sizeof *pointers);
    (*count)--;
}

void block_remove_op(Block *block, int at) {
    remove_item(block->ops, &block->op_count, at);
}

void block_remove_input(Block *block, int at) {
    remove_item(block->inputs, &block->input_count, at);
}

void link_remove_arg(Link *link, int at) {
    remove_item(link->args, &link->arg_count, at);
}

void link_remove(Link *link) {
    Block *source = link->source;
    int at = 0;
    while (source->exits[at] != link)
        at++;
    remove_item(source->exits, &source->exit_count, at);
}

static void replace_in(Value **values, int count, const Value *from, Value *to) {
    for (int i = 0; i < count; i++)
        if (values[i] == from)
            values[i] = to;
}

void block_replace_value(Block *block, Value *from, Value *to) {
    for (int i = 0; i < block->op_count; i++)
        replace_in(block->ops[i]->args, block->ops[i]->arg_count, from, to);
    if (block->switch_value == from)
        block->switch_value = to;
    for (int i = 0; i < block->exit_count; i++)
        replace_in(block->exits[i]->args, block->exits[i]->arg_count, from, to);
}

Block *link_split(Link *link) {
    Block *target = link->target;
    Block *middle = block_new(link->source->graph);
    middle->pos = target->pos;
    for (int i = 0; i < target->input_count; i++)
        block_add_input(middle, target->inputs[i]->type, target->inputs[i]->name);
    block_jump(middle, target, middle->inputs, middle->input_count);
    link->target = middle;
    return middle;
}

/* ---- splitting ---- */

typedef struct Split {
    Arena *scratch;
    Block *upper, *lower;
    Map renamed; /* variable -> what it is called in the lower block */
    Link *link;
} Split;

/* Gives `value`, used in the lower block, its name there: as an input if it was defined above. */
static Value *cross(Split *split, Value *value) {
    if (!value || value->is_const)
        return value;
    Value *known = map_get_ptr(&split->renamed, value);
    if (!known) {
        known = block_add_input(split->lower, value->type, value->name);
        link_add_arg(split->link, value);
        map_set_ptr(split->scratch, &split->renamed, value, known);
    }
    return known;
}

static void cross_all(Split *split, Value **values, int count) {
    for (int i = 0; i < count; i++)
        values[i] = cross(split, values[i]);
}

static void define_in_lower(Split *split, Value *value) {
    if (value)
        map_set_ptr(split->scratch, &split->renamed, value, value);
}

static void move_exits(Block *from, Block *to) {
    to->switch_kind = from->switch_kind;
    to->switch_value = from->switch_value;
    to->exits = from->exits;
    to->exit_count = from->exit_count;
    to->exit_capacity = from->exit_capacity;
    for (int i = 0; i < to->exit_count; i++)
        to->exits[i]->source = to;
    from->switch_kind = SWITCH_NONE;
    from->switch_value = NULL;
    from->exits = NULL;
    from->exit_count = from->exit_capacity = 0;
}

Block *block_split(Block *block, int at) {
    assert(at >= 0 && at <= block->op_count);
    Split split = {.scratch = arena_new(), .upper = block, .lower = block_new(block->graph)};
    Block *lower = split.lower;
    lower->pos = at < block->op_count ? block->ops[at]->pos : block->pos;
    move_exits(block, lower);
    split.link = block_jump(block, lower, NULL, 0);
    for (int i = at; i < block->op_count; i++)
        block_append(lower, block->ops[i]);
    block->op_count = at;
    for (int i = 0; i < lower->op_count; i++) {
        cross_all(&split, lower->ops[i]->args, lower->ops[i]->arg_count);
        define_in_lower(&split, lower->ops[i]->result);
    }
    lower->switch_value = cross(&split, lower->switch_value);
    for (int i = 0; i < lower->exit_count; i++) {
        define_in_lower(&split, lower->exits[i]->exception);
        cross_all(&split, lower->exits[i]->args, lower->exits[i]->arg_count);
    }
    arena_free(split.scratch);
    return lower;
}
