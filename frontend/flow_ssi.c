/* Static single information while building: variables become block inputs and link arguments on demand.
 *
 * After Braun et al., "Simple and Efficient Construction of Static Single Assignment Form" (2013), for SSI: a variable
 * that a block reads and does not define becomes an input of the block, and each link to the block owes an argument,
 * which may make an input of the link's source in turn. A block is sealed when all links to it are known; inputs of
 * unsealed ones wait. Debts are paid from a queue, first in first out, so that the arguments of a link come in the
 * order of the target's inputs, and deep graphs need no stack.
 *
 * A definition may name a value of another block that dominates it: it is carried over when it is read. For this a
 * value is itself an (anonymous) variable, defined in its home block.
 */
#include "frontend/flow_internal.h"

typedef struct Demand {
    Block *block;
    uint32_t variable;
} Demand;

typedef struct BlockState {
    uint32_t index;
    bool is_sealed;
    Link **incoming;
    int incoming_count, incoming_capacity;
    uint32_t *waiting; /* variables of inputs of an unsealed block */
    int waiting_count, waiting_capacity;
} BlockState;

static BlockState *state_of(const Block *block) {
    return block->note;
}

static void give_state(Builder *b, Block *block) {
    BlockState *state = arena_alloc(b->scratch, sizeof *state);
    state->index = b->block_count++;
    block->note = state;
}

void ssi_begin(Builder *b) {
    give_state(b, b->graph->start);
    give_state(b, b->graph->return_block);
    give_state(b, b->graph->except_block);
    state_of(b->graph->start)->is_sealed = true;
    for (int i = 0; i < b->owner->slot_count; i++) {
        ssi_variable(b, b->owner->slots[i]->name);
        ssi_variable(b, NULL);
    }
    b->block = b->graph->start;
}

Block *ssi_block(Builder *b) {
    Block *block = block_new(b->graph);
    give_state(b, block);
    return block;
}

bool ssi_is_reached(const Block *block) {
    return state_of(block)->incoming_count > 0;
}

/* ---- variables ---- */

uint32_t ssi_variable(Builder *b, const char *name) {
    if (b->variable_count == b->variable_capacity) {
        int capacity = (int)b->variable_capacity, same = capacity;
        b->names = arena_grow(b->scratch, b->names, (int)b->variable_count, &same, sizeof *b->names);
        b->homes = arena_grow(b->scratch, b->homes, (int)b->variable_count, &capacity, sizeof *b->homes);
        b->variable_capacity = (uint32_t)capacity;
    }
    b->names[b->variable_count] = name;
    b->homes[b->variable_count] = NULL;
    return b->variable_count++;
}

static uint32_t variable_of_value(Builder *b, Value *value) {
    uint64_t *known = map_put(b->scratch, &b->anonymous, (uint64_t)(uintptr_t)value);
    if (!*known) {
        uint32_t variable = ssi_variable(b, value->name);
        b->homes[variable] = value;
        *known = variable + 1;
    }
    return (uint32_t)*known - 1;
}

static uint64_t key_of(const Block *block, uint32_t variable) {
    return (uint64_t)state_of(block)->index << 32 | variable;
}

/* The value that `*variable` has at the end of `block` as far as the block itself tells, else NULL. Follows a
 * definition by a value of another block: then *variable becomes that value's own. */
static Value *find_definition(Builder *b, const Block *block, uint32_t *variable) {
    for (;;) {
        Value *home = b->homes[*variable];
        if (home && home->note == block)
            return home;
        uint64_t *slot = map_find(&b->definitions, key_of(block, *variable));
        if (!slot)
            return block == b->graph->start ? b->flow->undefined : NULL;
        Value *value = (Value *)(uintptr_t)*slot;
        if (value->is_const || value->note == block)
            return value;
        *variable = variable_of_value(b, value);
    }
}

static void define(Builder *b, const Block *block, uint32_t variable, Value *value) {
    *map_put(b->scratch, &b->definitions, key_of(block, variable)) = (uint64_t)(uintptr_t)value;
}

static void enqueue(Builder *b, Block *block, uint32_t variable) {
    b->queue = arena_grow(b->scratch, b->queue, b->queue_count, &b->queue_capacity, sizeof *b->queue);
    b->queue[b->queue_count++] = (Demand){block, variable};
}

static void wait_for_seal(Builder *b, BlockState *state, uint32_t variable) {
    state->waiting =
        arena_grow(b->scratch, state->waiting, state->waiting_count, &state->waiting_capacity, sizeof *state->waiting);
    state->waiting[state->waiting_count++] = variable;
}

/* The variable's value at the end of `block`: a definition there, or a new input. */
static Value *demand(Builder *b, Block *block, uint32_t variable) {
    Value *value = find_definition(b, block, &variable);
    if (value)
        return value;
    Value *input = ssi_add_input(b, block, b->names[variable]);
    define(b, block, variable, input);
    if (state_of(block)->is_sealed)
        enqueue(b, block, variable);
    else
        wait_for_seal(b, state_of(block), variable);
    return input;
}

static void pay_debts(Builder *b) {
    for (int i = 0; i < b->queue_count; i++) {
        Demand debt = b->queue[i];
        BlockState *state = state_of(debt.block);
        for (int j = 0; j < state->incoming_count; j++) {
            Link *link = state->incoming[j];
            link_add_arg(link, demand(b, link->source, debt.variable));
        }
    }
    b->queue_count = 0;
}

void ssi_write(Builder *b, uint32_t variable, Value *value) {
    if (!b->block)
        return;
    if (!value->is_const && !value->name)
        value->name = b->names[variable];
    define(b, b->block, variable, value);
}

Value *ssi_read(Builder *b, uint32_t variable) {
    if (!b->block)
        return b->flow->undefined;
    Value *value = demand(b, b->block, variable);
    pay_debts(b);
    return value;
}

Value *ssi_use(Builder *b, Value *value) {
    if (value->is_const || value->note == b->block || !b->block)
        return value;
    return ssi_read(b, variable_of_value(b, value));
}

/* ---- blocks and links ---- */

Value *ssi_add_input(Builder *b, Block *block, const char *name) {
    Value *input = block_add_input(block, b->flow->py, name);
    input->note = block;
    return input;
}

void ssi_seal(Builder *b, Block *block) {
    BlockState *state = state_of(block);
    state->is_sealed = true;
    for (int i = 0; i < state->waiting_count; i++)
        enqueue(b, block, state->waiting[i]);
    pay_debts(b);
}

void ssi_enter(Builder *b, Block *block) {
    b->block = ssi_is_reached(block) ? block : NULL;
}

bool ssi_start(Builder *b, Block *block) {
    ssi_seal(b, block);
    ssi_enter(b, block);
    return b->block != NULL;
}

Link *ssi_exit(Builder *b, Block *source, CaseKind kind, Block *target, Value *value) {
    Link *link = block_add_exit(source, kind, 0, target, &value, value ? 1 : 0);
    BlockState *state = state_of(target);
    state->incoming = arena_grow(b->scratch, state->incoming, state->incoming_count, &state->incoming_capacity,
                                 sizeof *state->incoming);
    state->incoming[state->incoming_count++] = link;
    return link;
}

void ssi_jump(Builder *b, Block *target) {
    if (b->block)
        ssi_exit(b, b->block, CASE_NONE, target, NULL);
    b->block = NULL;
}

void ssi_jump_with(Builder *b, Block *target, Value *value) {
    if (b->block)
        ssi_exit(b, b->block, CASE_NONE, target, ssi_use(b, value));
    b->block = NULL;
}

void ssi_branch(Builder *b, Value *condition, Block *yes, Block *no) {
    if (!b->block)
        return;
    block_set_switch(b->block, ssi_use(b, condition));
    ssi_exit(b, b->block, CASE_BOOL, no, NULL);
    ssi_exit(b, b->block, CASE_BOOL, yes, NULL)->integer = 1;
    b->block = NULL;
}
