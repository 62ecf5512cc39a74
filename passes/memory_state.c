/* States of memory by numbering: a write makes a new one, and so does a block where links bring different ones.
 * Optimistic, so that a state goes round a loop that does not write. */
#include "passes/memory_state.h"

#include <string.h>

enum { MAX_ROUNDS = 60, MOST_CLASSES = 120, MOST_STATES = 4000000 };

/* ---- classes ---- */

int memory_class(const MemoryStates *memory, const Op *op) {
    const void *key = memory_key(op);
    const uint64_t *slot = key ? map_find(&memory->classes, (uint64_t)(uintptr_t)key) : NULL;
    return slot && (int)*slot <= memory->class_count ? (int)*slot - 1 : NO_CLASS;
}

/* A field of an immutable object of fixed size; strings are filled after they have been made, and cache their hash. */
bool memory_is_lasting(const Op *op) {
    Type *type = op->args[0]->type->item;
    return op->code == OP_GETFIELD && type->hints & HINT_IMMUTABLE && !type_variable_part(type);
}

/* The exception transform will write to exceptions where they are handled. */
static bool is_tracked(const Op *op) {
    bool is_read = op->code == OP_GETFIELD || op->code == OP_ARRAY_GET;
    return is_read && memory_key(op) && !(op->args[0]->type->item->hints & HINT_EXCEPTION);
}

/* Only what is read needs a class. */
static void find_classes(MemoryStates *memory) {
    const Graph *graph = memory->ssa->graph;
    memory->written_as = arena_alloc(memory->ssa->scratch, MOST_CLASSES * sizeof(int));
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count && memory->class_count < MOST_CLASSES; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (!is_tracked(op))
                continue;
            uint64_t *slot = map_put(memory->ssa->scratch, &memory->classes, (uint64_t)(uintptr_t)memory_key(op));
            if (*slot)
                continue;
            memory->written_as[memory->class_count] = memory_writes_class(memory->writes, memory_key(op));
            *slot = (uint64_t)++memory->class_count;
        }
}

/* ---- states ---- */

static void set_all(const MemoryStates *memory, uint32_t *states, uint32_t state) {
    for (int i = 0; i < memory->class_count; i++)
        states[i] = state;
}

static void set_written(const MemoryStates *memory, const Op *op, uint32_t *states) {
    for (int i = 0; i < memory->class_count; i++)
        if (memory_call_writes(memory->writes, op, memory->written_as[i]))
            states[i] = op->index;
}

void memory_pass(const MemoryStates *memory, const Op *op, uint32_t *states) {
    int class = memory_class(memory, op);
    if (memory_has_finalizers(memory->writes) && op_info[op->code].flags & OPF_COLLECTS)
        set_all(memory, states, op->index);
    else if (!memory_op_is_quiet(op))
        set_written(memory, op, states);
    else if (class != NO_CLASS && op_info[op->code].flags & OPF_EFFECT)
        states[class] = op->index;
}

static uint32_t *entry_of(const MemoryStates *memory, const Block *block) {
    return memory->entry + (size_t)block->id * (size_t)memory->class_count;
}

void memory_enter(const MemoryStates *memory, const Block *block, uint32_t *states) {
    if (memory->class_count)
        memcpy(states, entry_of(memory, block), (size_t)memory->class_count * sizeof *states);
}

/* What the block leaves behind: 0 where it does not write. */
static void find_written(const MemoryStates *memory, const Block *block, uint32_t *written) {
    for (int i = 0; i < block->op_count; i++)
        memory_pass(memory, block->ops[i], written);
}

/* The state that all links into the block bring, 0 if nothing is known yet, or `own` if they differ. */
static uint32_t met_state(const MemoryStates *memory, const uint32_t *written, const Block *block, int class,
                          uint32_t own) {
    const LinkIndex *index = memory->ssa->index;
    uint32_t met = 0;
    for (int i = 0; i < index->counts[block->id]; i++) {
        const Block *source = index->incoming[block->id][i]->source;
        uint32_t state = written[source->id * (uint32_t)memory->class_count + (uint32_t) class];
        state = state ? state : entry_of(memory, source)[class];
        if (state && met && state != met)
            return own;
        met = state ? state : met;
    }
    return met;
}

static bool update_entry(const MemoryStates *memory, const uint32_t *written, const Block *block, uint32_t own) {
    uint32_t *entry = entry_of(memory, block);
    bool changed = false;
    for (int class = 0; class < memory->class_count; class ++) {
        uint32_t state = entry[class] == own ? own : met_state(memory, written, block, class, own);
        changed |= state != entry[class];
        entry[class] = state;
    }
    return changed;
}

/* `first_own`: the first state's number that no op has; each block has one of its own. */
static void find_entries(MemoryStates *memory, uint32_t first_own) {
    const Ssa *ssa = memory->ssa;
    size_t size = (size_t)ssa->graph->block_count * (size_t)memory->class_count;
    uint32_t *written = arena_alloc(ssa->scratch, size * sizeof *written);
    memory->entry = arena_alloc(ssa->scratch, size * sizeof *memory->entry);
    for (int i = 0; i < ssa->graph->block_count; i++)
        find_written(memory, ssa->graph->blocks[i], written + (size_t)i * (size_t)memory->class_count);
    set_all(memory, entry_of(memory, ssa->graph->start), first_own);
    bool *is_settled = arena_alloc(ssa->scratch, (size_t)ssa->graph->block_count), changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
        changed = false;
        for (int i = 1; i < ssa->graph->block_count; i++) {
            const Block *block = ssa->graph->blocks[i];
            bool was_settled = is_settled[i];
            is_settled[i] = true;
            if (!was_settled && update_entry(memory, written, block, first_own + (uint32_t)i))
                changed |= block_unsettle_targets(block, is_settled);
        }
    }
    for (int i = 0; changed && i < ssa->graph->block_count; i++)
        set_all(memory, entry_of(memory, ssa->graph->blocks[i]), first_own + (uint32_t)i);
}

static uint32_t number_ops(const Graph *graph) {
    uint32_t count = 0;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            graph->blocks[i]->ops[j]->index = ++count;
    return count;
}

MemoryStates *memory_states_new(Ssa *ssa, const MemoryWrites *writes) {
    MemoryStates *memory = arena_alloc(ssa->scratch, sizeof *memory);
    *memory = (MemoryStates){.ssa = ssa, .writes = writes};
    uint32_t op_count = number_ops(ssa->graph);
    find_classes(memory);
    if ((int64_t)ssa->graph->block_count * memory->class_count > MOST_STATES)
        memory->class_count = 0;
    if (memory->class_count)
        find_entries(memory, op_count + 1);
    return memory;
}
