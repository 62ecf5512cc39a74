/* Which variables need no reference of their own, because somebody else keeps the object alive.
 *
 * All follows from what a graph, with all that it calls, may store where. A *place* is a field of a class, or the items
 * of a type of arrays. Parameters last: the caller keeps them. So does what is found in a place of an object that
 * lasts, if nothing in the graph stores into such places; and what only ever gets such values. Within a block, what is
 * found in a place is borrowed from its object, which is then kept for longer, if nothing is stored there before the
 * last use.
 */
#include "gctransform/weave.h"

enum { BITS = 64, LOOK = 200 /* ops that are looked at */ };

struct Places {
    Map numbers; /* Field or array type -> number + 1 */
    int count;
    uint64_t **stored; /* by graph->index: bits of places */
    int words;
};

/* What names the place of a load, store or copy of pointers; NULL: the op is none of these. */
static const void *place_of(const Op *op) {
    const Type *type = op->arg_count ? op->args[0]->type->item : NULL;
    switch ((int)op->code) {
    case OP_SETFIELD:
        return type_is_gc_ptr(op->args[1]->type) ? type_field(type, op->name) : NULL;
    case OP_GETFIELD:
        return type_is_gc_ptr(op->result->type) ? type_field(type, op->name) : NULL;
    case OP_ARRAY_GET:
    case OP_ARRAY_SET:
    case OP_ARRAY_COPY: {
        Type *array = type_variable_part((Type *)type);
        return type_is_gc_ptr(array->item) ? array->item : NULL;
    }
    default:
        return NULL;
    }
}

static bool is_load(const Op *op) {
    return op->code == OP_GETFIELD || op->code == OP_ARRAY_GET;
}

static int number_of(const Places *places, const void *place) {
    const uint64_t *known = map_find(&places->numbers, (uint64_t)(uintptr_t)place);
    return known ? (int)*known - 1 : -1;
}

/* ---- what graphs store ---- */

static void number_places(Arena *arena, Places *places, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            const void *place = is_load(op) ? NULL : place_of(op);
            if (place && number_of(places, place) < 0)
                *map_put(arena, &places->numbers, (uint64_t)(uintptr_t)place) = (uint64_t)++places->count;
        }
}

static void set_bit(uint64_t *bits, int at) {
    bits[at / BITS] |= (uint64_t)1 << at % BITS;
}

static void note_own_stores(const Places *places, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            const void *place = is_load(op) ? NULL : place_of(op);
            if (place)
                set_bit(places->stored[graph->index], number_of(places, place));
        }
}

static bool add_all(const Places *places, uint64_t *to, const uint64_t *bits) {
    bool changed = false;
    for (int i = 0; i < places->words; i++) {
        changed |= (bits[i] & ~to[i]) != 0;
        to[i] |= bits[i];
    }
    return changed;
}

/* The graphs that an op may call are called `count` and `graph(i)`; those of a pointer may be unknown. */
static int callee_count(const Op *op) {
    return op->code == OP_CALL ? 1 : op->code == OP_CALL_INDIRECT ? op->graph_count : 0;
}

static const Graph *callee(const Op *op, int i) {
    return op->code == OP_CALL ? op->graph : op->graphs[i];
}

static bool calls_anything(const Op *op) {
    return op->code == OP_CALL_INDIRECT && !op->graph_count;
}

static bool add_callees(const Places *places, const Graph *graph) {
    uint64_t *stored = places->stored[graph->index];
    bool changed = false;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            for (int k = 0; k < callee_count(op); k++)
                changed |= add_all(places, stored, places->stored[callee(op, k)->index]);
            for (int k = 0; k < places->count && calls_anything(op); k++)
                set_bit(stored, k);
        }
    return changed;
}

Places *places_compute(Arena *arena, const Program *program) {
    Places *places = arena_alloc(arena, sizeof *places);
    for (int i = 0; i < program->graph_count; i++)
        number_places(arena, places, program->graphs[i]);
    places->words = places->count / BITS + 1;
    places->stored = arena_alloc(arena, ((size_t)program->graph_count + 1) * sizeof *places->stored);
    for (int i = 0; i < program->graph_count; i++) {
        places->stored[i] = arena_alloc(arena, (size_t)places->words * sizeof(uint64_t));
        note_own_stores(places, program->graphs[i]);
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = program->graph_count; i-- > 0;)
            changed |= add_callees(places, program->graphs[i]);
    }
    return places;
}

static bool graph_stores(const Places *places, const Graph *graph, int number) {
    return number >= 0 && places->stored[graph->index][number / BITS] >> number % BITS & 1;
}

/* Whether the op may change what `load` found. */
static bool may_change(const Places *places, const Op *op, const Op *load) {
    const void *place = place_of(load);
    if (calls_anything(op) || (!is_load(op) && place_of(op) == place))
        return true;
    bool changes = false;
    for (int i = 0; i < callee_count(op); i++)
        changes |= graph_stores(places, callee(op, i), number_of(places, place));
    return changes;
}

/* ---- what lasts ---- */

static bool lasts(const bool *lasting, const Value *value) {
    return value->is_const || lasting[value->id];
}

static bool is_alias(const Op *op) {
    return op->code == OP_CAST || op->code == OP_SAME_AS;
}

/* Places that own what they hold. */
static bool is_owner(const Value *container) {
    return type_is_gc_ptr(container->type) || container->is_const;
}

static bool result_lasts(const Places *places, const bool *lasting, const Graph *graph, const Op *op) {
    if (is_alias(op))
        return lasts(lasting, op->args[0]);
    return is_load(op) && is_owner(op->args[0]) && lasts(lasting, op->args[0]) &&
           !graph_stores(places, graph, number_of(places, place_of(op)));
}

/* Takes back what was assumed of variables; whether there was something. */
static bool refute_op(const Places *places, bool *lasting, const Graph *graph, const Op *op) {
    if (!op->result || !lasting[op->result->id] || result_lasts(places, lasting, graph, op))
        return false;
    lasting[op->result->id] = false;
    return true;
}

static bool refute_link(bool *lasting, const Link *link) {
    bool changed = false;
    for (int i = 0; i < link->arg_count; i++) {
        bool *target = &lasting[link->target->inputs[i]->id];
        changed |= *target && !lasts(lasting, link->args[i]);
        *target &= lasts(lasting, link->args[i]);
    }
    return changed;
}

static bool refute_block(const Places *places, bool *lasting, const Block *block) {
    bool changed = false;
    for (int i = 0; i < block->op_count; i++)
        changed |= refute_op(places, lasting, block->graph, block->ops[i]);
    for (int i = 0; i < block->exit_count; i++)
        changed |= refute_link(lasting, block->exits[i]);
    return changed;
}

/* All pointers are assumed to last, but for the result: that must be handed over. */
static void assume_all(bool *lasting, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->input_count; j++)
            lasting[block->inputs[j]->id] = type_is_gc_ptr(block->inputs[j]->type) && block != graph->return_block;
        for (int j = 0; j < block->op_count; j++)
            if (block->ops[j]->result)
                lasting[block->ops[j]->result->id] = type_is_gc_ptr(block->ops[j]->result->type);
    }
}

bool *lasting_values(Arena *arena, const Places *places, const Graph *graph) {
    bool *lasting = arena_alloc(arena, (size_t)graph->value_count + 1);
    assume_all(lasting, graph);
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < graph->block_count; i++)
            changed |= refute_block(places, lasting, graph->blocks[i]);
    }
    return lasting;
}

/* ---- within a block ---- */

bool is_unchanged(const Places *places, const Block *block, int load, int last_use) {
    if (last_use - load > LOOK)
        return false;
    int end = last_use < block->op_count ? last_use + 1 : block->op_count;
    for (int i = load + 1; i < end; i++)
        if (may_change(places, block->ops[i], block->ops[load]))
            return false;
    return true;
}

/* Whether somebody else may know of the object when the op has run. */
static bool ends_first(const Op *op, const Value *object) {
    bool ends = callee_count(op) || calls_anything(op) || op->code == OP_ARRAY_COPY;
    for (int i = 0; i < op->arg_count; i++)
        ends |= op->args[i] == object && (i || !place_of(op));
    return ends;
}

static bool is_same_place(const Op *a, const Op *b) {
    if (a->code != b->code || a->args[0] != b->args[0])
        return false;
    if (a->code == OP_SETFIELD)
        return a->name == b->name;
    return !a->args[1]->is_const || !b->args[1]->is_const ||
           a->args[1]->constant.integer == b->args[1]->constant.integer;
}

bool is_first_store(const Block *block, int at) {
    const Op *store = block->ops[at];
    for (int i = at - 1; i >= 0 && i > at - LOOK; i--) {
        const Op *op = block->ops[i];
        if (op->result == store->args[0])
            return op_is_gc_malloc(op);
        if (is_same_place(op, store) || ends_first(op, store->args[0]))
            return false;
    }
    return false;
}
