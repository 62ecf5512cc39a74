/* Write barriers: before a pointer is stored into an object the collector is told. Not where the pointer is constant
 * (prebuilt objects are always there, and so are those that point to them), nor where the object was made in the same
 * block and the collector has not run since: it is young. Module variables and stack objects are roots. An array that
 * grows is a new one, into which the old one's items are copied: what the collector knows of them, it may keep. */
#include "gctransform/weave.h"

static bool stores_pointer(const Op *op) {
    switch ((int)op->code) {
    case OP_SETFIELD:
        return type_is_gc_ptr(op->args[1]->type) && !op->args[1]->is_const;
    case OP_ARRAY_SET:
        return type_is_gc_ptr(op->args[2]->type) && !op->args[2]->is_const;
    case OP_ARRAY_COPY:
        return type_is_gc_ptr(type_variable_part(op->args[0]->type->item)->item);
    default:
        return false;
    }
}

/* An object that the block has made since the collector last may have run, or that the collector was told of since. */
typedef enum Youth {
    EMPTY,    /* holds no pointers yet */
    YOUNG,    /* stores of pointers need no barrier */
    ANNOUNCED /* they do: the collector knows what is there */
} Youth;

static Youth *youth_of(const Map *young, const Value *object) {
    return map_get_ptr(young, object);
}

static bool is_young(const Map *young, const Value *object) {
    const Youth *youth = youth_of(young, object);
    return youth && *youth != ANNOUNCED;
}

static void set_youth(Arena *arena, Map *young, const Value *object, Youth what) {
    Youth *youth = arena_alloc(arena, sizeof *youth);
    *youth = what;
    map_set_ptr(arena, young, object, youth);
}

/* A cast is the object itself. */
static void note_young(Arena *arena, Map *young, const CollectTable *table, const Op *op) {
    bool is_same = op->code == OP_CAST || op->code == OP_RESIZE || op->code == OP_SAME_AS;
    if (collects_at(table, op))
        *young = (Map){0};
    else if (op->code == OP_ADDR_TO_PTR || op_is_stack_alloc(op))
        set_youth(arena, young, op->result, EMPTY);
    else if (op->result && is_same && youth_of(young, op->args[0]))
        map_set_ptr(arena, young, op->result, youth_of(young, op->args[0]));
    else if (stores_pointer(op) && is_young(young, op->args[0]))
        *youth_of(young, op->args[0]) = YOUNG;
}

/* Whether the collector is told of the item only, not of the whole object. */
static bool is_item(const Weave *weave, const Op *op) {
    return op->code == OP_ARRAY_SET && weave->calls[COLLECTOR_WRITE_BARRIER_ITEM];
}

/* Gives the place of the store. */
static int insert_barrier(const Weave *weave, Block *block, int at) {
    const Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *args[] = {insert_address(&inserter, op->args[0]), op->args[1]};
    CollectorCall call = is_item(weave, op) ? COLLECTOR_WRITE_BARRIER_ITEM : COLLECTOR_WRITE_BARRIER;
    insert_call(&inserter, weave->calls[call], args, is_item(weave, op) ? 2 : 1);
    return inserter.at;
}

static bool needs_barrier(const Map *young, const Op *op) {
    return stores_pointer(op) && type_is_gc_ptr(op->args[0]->type) && !op->args[0]->is_const &&
           !is_young(young, op->args[0]);
}

static bool is_zero(const Value *value) {
    return value->is_const && value->constant.integer == 0;
}

/* Whether a new array begins with what another one begins with, and the collector wants to know where it comes from. */
static bool is_copy_to_new(const Weave *weave, const Map *young, const Op *op) {
    if (op->code != OP_ARRAY_COPY || !stores_pointer(op) || !weave->calls[COLLECTOR_ARRAY_COPIED])
        return false;
    const Youth *youth = youth_of(young, op->args[0]);
    return youth && *youth == EMPTY && is_zero(op->args[1]) && is_zero(op->args[3]);
}

static int insert_copied(const Weave *weave, Block *block, int at) {
    const Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *args[] = {insert_address(&inserter, op->args[0]), insert_address(&inserter, op->args[2]), op->args[4]};
    insert_call(&inserter, weave->calls[COLLECTOR_ARRAY_COPIED], args, 3);
    return inserter.at;
}

/* The object that the collector was told of is as good as a young one until the collector runs. */
static void weave_block(const Weave *weave, Arena *arena, const CollectTable *table, Block *block) {
    Map young = {0};
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        if (is_copy_to_new(weave, &young, op)) {
            i = insert_copied(weave, block, i);
            *youth_of(&young, op->args[0]) = ANNOUNCED;
        } else if (needs_barrier(&young, op)) {
            i = insert_barrier(weave, block, i);
            if (!is_item(weave, op))
                set_youth(arena, &young, op->args[0], YOUNG);
        }
        note_young(arena, &young, table, op);
    }
}

void weave_barriers(const Weave *weave, const CollectTable *table, Graph *graph) {
    if (graph->is_system)
        return;
    Arena *arena = arena_new();
    int count = graph->block_count, left = weave->options.inlines && !graph->is_cold ? MAX_IN_LINE : 0;
    for (int i = 0; i < count; i++)
        weave_block(weave, arena, table, graph->blocks[i]);
    for (int i = 0; i < count; i++)
        expand_calls(graph->blocks[i], weave->calls[COLLECTOR_WRITE_BARRIER],
                     weave->calls[COLLECTOR_WRITE_BARRIER_ITEM], &left);
    graph_renumber(graph);
    arena_free(arena);
}
