/* weft graph --diff=PASS: what a pass does to functions, before and after side by side, changed blocks in another
 * colour.
 *
 * Of a pass with several places each function is shown where the pass first changes it. The state before lives on in a
 * program of its own. Variables belong to one block, so a block is the same if it says the same with its variables
 * numbered from its own beginning; where a link leads counts by what stands there.
 */
#include "driver/command.h"

#include <string.h>

typedef struct Pair {
    Graph *before, *after; /* copies; after is NULL if the function is gone */
} Pair;

struct Diff {
    Arena *arena;
    const char *glob;
    bool library;
    Program *shadow; /* of the run under way */
    Map is_done;     /* interned names of functions in `pairs` */
    Pair *pairs;
    int count, capacity;
};

Diff *diff_new(Arena *arena, const char *glob, bool library) {
    Diff *diff = arena_alloc(arena, sizeof *diff);
    *diff = (Diff){.arena = arena, .glob = glob, .library = library};
    return diff;
}

/* ---- what a block says ---- */

static uint64_t hash_pointer(uint64_t hash, const void *pointer) {
    return hash_u64(hash, (uint64_t)(uintptr_t)pointer);
}

/* The note of a variable is its number in its block. */
static uint64_t hash_value(uint64_t hash, const Value *value) {
    hash = hash_pointer(hash, value->type);
    if (!value->is_const)
        return hash_pointer(hash, value->note);
    hash = hash_u64(hash_u64(hash, (uint64_t)value->constant.kind + 1), (uint64_t)value->constant.tag);
    return hash_u64(hash, (uint64_t)value->constant.integer);
}

static uint64_t hash_values(uint64_t hash, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        hash = hash_value(hash, values[i]);
    return hash_u64(hash, (uint64_t)count);
}

static uint64_t hash_op(uint64_t hash, const Op *op) {
    hash = hash_u64(hash_u64(hash, (uint64_t)op->code), (uint64_t)op->integer);
    hash = hash_pointer(hash_pointer(hash_pointer(hash, op->name), op->module), op->type);
    hash = hash_pointer(hash, op->graph ? op->graph->name : NULL);
    for (int i = 0; i < op->graph_count; i++)
        hash = hash_pointer(hash, op->graphs[i]->name);
    return hash_values(hash, op->args, op->arg_count);
}

static void number(Value *value, uintptr_t *count) {
    if (value)
        value->note = (void *)++*count;
}

static uint64_t hash_block(const Block *block) {
    uint64_t hash = HASH_SEED;
    uintptr_t count = 0;
    for (int i = 0; i < block->input_count; i++)
        number(block->inputs[i], &count);
    hash = hash_values(hash, block->inputs, block->input_count);
    for (int i = 0; i < block->op_count; i++) {
        hash = hash_op(hash, block->ops[i]);
        number(block->ops[i]->result, &count);
    }
    hash = hash_u64(hash, (uint64_t)block->switch_kind);
    if (block->switch_value)
        hash = hash_value(hash, block->switch_value);
    for (int i = 0; i < block->exit_count; i++) {
        const Link *exit = block->exits[i];
        number(exit->exception, &count);
        hash = hash_u64(hash_u64(hash, (uint64_t)exit->kind), (uint64_t)exit->integer);
        hash = hash_values(hash_pointer(hash, exit->exc_type), exit->args, exit->arg_count);
    }
    return hash;
}

/* What each block says, and if wanted what the blocks say that it leads to; by block id. */
static uint64_t *hash_blocks(Arena *arena, const Graph *graph, bool with_targets) {
    size_t size = (size_t)graph->block_count * sizeof(uint64_t);
    uint64_t *alone = arena_alloc(arena, size), *hashes = arena_alloc(arena, size);
    for (int i = 0; i < graph->block_count; i++)
        hashes[i] = alone[i] = hash_block(graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count && with_targets; j++)
            hashes[i] = hash_u64(hashes[i], alone[graph->blocks[i]->exits[j]->target->id]);
    return hashes;
}

/* Marks the blocks of `graph` that have no equal in `other`, or too few. Gives how many. */
static int mark_changed(Arena *arena, const Graph *graph, const Graph *other, bool with_targets, Map *marked) {
    Map there = {0};
    int count = 0;
    const uint64_t *of_other = other ? hash_blocks(arena, other, with_targets) : NULL;
    for (int i = 0; other && i < other->block_count; i++)
        ++*map_put(arena, &there, of_other[i]);
    const uint64_t *hashes = hash_blocks(arena, graph, with_targets);
    for (int i = 0; i < graph->block_count; i++) {
        uint64_t *left = map_put(arena, &there, hashes[i]);
        if (*left) {
            --*left;
            continue;
        }
        *map_put(arena, marked, (uint64_t)(uintptr_t)graph->blocks[i]) = 1;
        count++;
    }
    return count;
}

/* ---- before and after ---- */

static Program *shadow_of(Arena *arena, const Program *program) {
    Program *shadow = arena_alloc(arena, sizeof *shadow);
    *shadow = *program;
    shadow->arena = arena;
    shadow->graphs = NULL;
    shadow->graph_count = shadow->graph_capacity = 0;
    shadow->graph_names = (Map){0};
    return shadow;
}

void diff_before(Diff *diff, const Program *program) {
    diff->shadow = shadow_of(diff->arena, program);
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        if (report_selects_variants(graph, diff->glob, diff->library) && !map_get_ptr(&diff->is_done, graph->name))
            graph_copy_into(graph, diff->shadow, graph->name);
    }
}

static bool is_changed(Arena *arena, const Graph *before, const Graph *after, bool with_targets) {
    Map marked = {0};
    return !after || mark_changed(arena, before, after, with_targets, &marked) ||
           mark_changed(arena, after, before, with_targets, &marked);
}

void diff_after(Diff *diff, const Program *program) {
    Program *shadow = shadow_of(diff->arena, program);
    for (int i = 0; i < diff->shadow->graph_count; i++) {
        Graph *before = diff->shadow->graphs[i], *after = program_find_graph(program, before->name);
        if (!is_changed(diff->arena, before, after, true))
            continue;
        diff->pairs = arena_grow(diff->arena, diff->pairs, diff->count, &diff->capacity, sizeof *diff->pairs);
        diff->pairs[diff->count++] = (Pair){before, after ? graph_copy_into(after, shadow, before->name) : NULL};
        map_set_ptr(diff->arena, &diff->is_done, before->name, before);
    }
}

/* ---- the picture ---- */

/* Where only links changed, the blocks that they leave are in another colour. */
static PictureGraph picture_of(const Diff *diff, Graph *graph, const Graph *other, const char *title) {
    Map *marked = arena_alloc(diff->arena, sizeof *marked);
    mark_changed(diff->arena, graph, other, !is_changed(diff->arena, graph, other, false), marked);
    return (PictureGraph){graph, title, marked};
}

int diff_picture(const Diff *diff, PassId pass, PictureGraph **shown) {
    int count = 0;
    *shown = arena_alloc(diff->arena, (size_t)(2 * diff->count + 1) * sizeof **shown);
    for (int i = 0; i < diff->count; i++) {
        Graph *before = diff->pairs[i].before, *after = diff->pairs[i].after;
        const char *name = before->name, *text = pass_info[pass].text;
        (*shown)[count++] = picture_of(diff, before, after, arena_printf(diff->arena, "%s before %s", name, text));
        if (after)
            (*shown)[count++] = picture_of(diff, after, before, arena_printf(diff->arena, "%s after %s", name, text));
    }
    return count;
}
