/* Static single information while building: variables become block inputs and link arguments on demand.
 *
 * After Braun et al., "Simple and Efficient Construction of Static Single Assignment Form" (2013), for SSI: a variable
 * that a block reads and does not define becomes an input of the block, and each link to the block owes an argument,
 * which may make an input of the link's source in turn. Debts are paid when the whole graph is there (ssi_finish), so
 * no block needs to be sealed; blocks pay in the reverse order of their beginnings, when most of their successors have
 * demanded what they need, all their debts at once and in the order of their inputs. A loop takes another round.
 *
 * A definition may name a value of another block that dominates it: it is carried over when it is read. For this a
 * value is itself an (anonymous) variable, defined in its home block.
 */
#include "frontend/flow_internal.h"

typedef struct BlockState {
    Block *block;
    int number; /* in b->begun; -1: nothing was built there yet */
    Link **incoming;
    int incoming_count, incoming_capacity;
    Map definitions;   /* variable -> Value at the end of the block */
    uint32_t *demands; /* variables of the inputs that were demanded, in their order */
    int demand_count, demand_capacity;
    int paid; /* so many of them are among the arguments of the incoming links */
} BlockState;

static BlockState *state_of(const Block *block) {
    return block->note;
}

static void give_state(Builder *b, Block *block) {
    BlockState *state = arena_alloc(b->scratch, sizeof *state);
    *state = (BlockState){.block = block, .number = -1};
    block->note = state;
}

/* Makes it the current block. */
static void begin(Builder *b, Block *block) {
    BlockState *state = state_of(block);
    if (state->number < 0) {
        b->begun = arena_grow(b->scratch, b->begun, b->begun_count, &b->begun_capacity, sizeof *b->begun);
        state->number = b->begun_count;
        b->begun[b->begun_count++] = state;
    }
    b->block = block;
}

void ssi_begin(Builder *b) {
    give_state(b, b->graph->start);
    give_state(b, b->graph->return_block);
    give_state(b, b->graph->except_block);
    for (int i = 0; i < b->owner->slot_count; i++) {
        ssi_variable(b, b->owner->slots[i]->name);
        ssi_variable(b, NULL);
    }
    begin(b, b->graph->start);
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
        int count = (int)b->variable_count, names = count, homes = count, versions = count;
        b->names = arena_grow(b->scratch, b->names, count, &names, sizeof *b->names);
        b->homes = arena_grow(b->scratch, b->homes, count, &homes, sizeof *b->homes);
        b->versions = arena_grow(b->scratch, b->versions, count, &versions, sizeof *b->versions);
        b->variable_capacity = (uint32_t)versions;
    }
    b->names[b->variable_count] = name;
    b->homes[b->variable_count] = NULL;
    b->versions[b->variable_count] = 0;
    return b->variable_count++;
}

/* Notes that `value` was read from `variable` in its home block. */
static void note_origin(Builder *b, const Value *value, uint32_t variable) {
    while (b->origin_count <= (int)value->id) {
        b->origins = arena_grow(b->scratch, b->origins, b->origin_count, &b->origin_capacity, sizeof *b->origins);
        b->origins[b->origin_count++] = (Origin){0, UINT32_MAX};
    }
    b->origins[value->id] = (Origin){variable, b->versions[variable]};
}

/* Whether a value of another block is still that of the variable it was read from: at the end of its home, and nothing
 * written to the variable since. Then it crosses as the variable, not twice: inference narrows what is tested, and that
 * is one value. */
static bool is_still_variable(const Builder *b, const Value *value, uint32_t *variable) {
    if ((int)value->id >= b->origin_count)
        return false;
    *variable = b->origins[value->id].variable;
    if (b->origins[value->id].version != b->versions[*variable])
        return false;
    const BlockState *home = state_of(value->note);
    const uint64_t *slot = map_find(&home->definitions, *variable);
    return slot && (const Value *)(uintptr_t)*slot == value;
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

/* The value that `*variable` has at the end of `block` as far as the block itself tells, else NULL. Follows a
 * definition by a value of another block: then *variable becomes that value's own. */
static Value *find_definition(Builder *b, const Block *block, uint32_t *variable) {
    for (;;) {
        Value *home = b->homes[*variable];
        if (home && home->note == block)
            return home;
        uint64_t *slot = map_find(&state_of(block)->definitions, *variable);
        if (!slot)
            return block == b->graph->start ? b->flow->undefined : NULL;
        Value *value = (Value *)(uintptr_t)*slot;
        if (value->is_const || value->note == block)
            return value;
        *variable = variable_of_value(b, value);
    }
}

static void define(Builder *b, const Block *block, uint32_t variable, Value *value) {
    *map_put(b->scratch, &state_of(block)->definitions, variable) = (uint64_t)(uintptr_t)value;
}

/* The variable's value at the end of `block`: a definition there, or a new input. */
static Value *demand(Builder *b, Block *block, uint32_t variable) {
    Value *value = find_definition(b, block, &variable);
    if (value)
        return value;
    BlockState *state = state_of(block);
    value = ssi_add_input(b, block, b->names[variable]);
    define(b, block, variable, value);
    state->demands =
        arena_grow(b->scratch, state->demands, state->demand_count, &state->demand_capacity, sizeof *state->demands);
    state->demands[state->demand_count++] = variable;
    if (state->number > b->last_debtor)
        b->last_debtor = state->number;
    return value;
}

static void pay_debts(Builder *b, BlockState *state) {
    int first = state->paid;
    state->paid = state->demand_count;
    for (int j = 0; j < state->incoming_count; j++)
        for (int i = first; i < state->paid; i++)
            link_add_arg(state->incoming[j], demand(b, state->incoming[j]->source, state->demands[i]));
}

void ssi_finish(Builder *b) {
    while (b->last_debtor >= 0) {
        int from = b->last_debtor;
        b->last_debtor = -1;
        for (int i = from; i >= 0; i--)
            while (b->begun[i]->paid < b->begun[i]->demand_count)
                pay_debts(b, b->begun[i]);
    }
}

void ssi_write(Builder *b, uint32_t variable, Value *value) {
    if (!b->block)
        return;
    if (!value->is_const && !value->name)
        value->name = b->names[variable];
    b->versions[variable]++;
    define(b, b->block, variable, value);
}

Value *ssi_read(Builder *b, uint32_t variable) {
    if (!b->block)
        return b->flow->undefined;
    Value *value = demand(b, b->block, variable);
    if (!value->is_const && !b->homes[variable]) {
        define(b, b->block, variable, value);
        note_origin(b, value, variable);
    }
    return value;
}

Value *ssi_use(Builder *b, Value *value) {
    if (value->is_const || value->note == b->block || !b->block)
        return value;
    uint32_t variable;
    return ssi_read(b, is_still_variable(b, value, &variable) ? variable : variable_of_value(b, value));
}

/* ---- blocks and links ---- */

Value *ssi_add_input(Builder *b, Block *block, const char *name) {
    Value *input = block_add_input(block, b->flow->py, name);
    input->note = block;
    return input;
}

void ssi_enter(Builder *b, Block *block) {
    if (ssi_is_reached(block) || state_of(block)->number >= 0)
        begin(b, block);
    else
        b->block = NULL;
}

/* A block that is reached by one plain jump only and in which nothing was built yet: then its source may go on instead.
 */
static bool is_continuation(const Block *block) {
    const BlockState *state = state_of(block);
    return state->incoming_count == 1 && state->incoming[0]->kind == CASE_NONE && !block->input_count;
}

bool ssi_start(Builder *b, Block *block) {
    if (is_continuation(block)) {
        b->block = state_of(block)->incoming[0]->source;
        b->block->exit_count = 0;
        return true;
    }
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
