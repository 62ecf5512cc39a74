/* V40: raw addresses within objects of the heap. A collector may move the object or free it: what was derived from a
 * pointer counts until the next op that may collect, also along links. */
#include "ir/verify.h"

typedef enum Derived { NOT_DERIVED, VALID, OUTDATED } Derived;

typedef struct Addresses {
    Verifier *verifier;
    unsigned char *entered; /* Derived, by an input's value->id: what links give it */
    unsigned char *states;  /* Derived, by value->id: at the place at work */
    const Value **valid;    /* those of the block at work */
    int valid_count;
    bool *is_dirty; /* by block->id: is to be visited */
} Addresses;

static Derived state_of(const Addresses *addresses, const Value *value) {
    return value->is_const ? NOT_DERIVED : addresses->states[value->id];
}

static void set_state(Addresses *addresses, const Value *value, Derived state) {
    addresses->states[value->id] = (unsigned char)state;
    if (state == VALID)
        addresses->valid[addresses->valid_count++] = value;
}

static void outdate(Addresses *addresses) {
    while (addresses->valid_count)
        set_state(addresses, addresses->valid[--addresses->valid_count], OUTDATED);
}

static bool is_origin(const Op *op) {
    return (op->code == OP_ARRAY_ADDR || op->code == OP_PTR_TO_ADDR) && type_is_gc_ptr(op->args[0]->type);
}

static Derived derive(const Addresses *addresses, const Op *op) {
    bool is_offset = op->code == OP_ADDR_ADD && state_of(addresses, op->args[0]);
    return is_origin(op) || is_offset ? VALID : NOT_DERIVED;
}

static void visit_op(Addresses *addresses, const Op *op) {
    for (int i = 0; i < op->arg_count; i++)
        if (state_of(addresses, op->args[i]) == OUTDATED)
            verify_fail(addresses->verifier, 40, "an address that was derived before an op that may collect");
    if (op_info[op->code].flags & OPF_COLLECTS)
        outdate(addresses);
    if (op->result)
        set_state(addresses, op->result, derive(addresses, op));
}

static void pass_on(Addresses *addresses, const Link *link) {
    for (int i = 0; i < link->arg_count; i++) {
        unsigned char state = (unsigned char)state_of(addresses, link->args[i]);
        unsigned char *input = &addresses->entered[link->target->inputs[i]->id];
        if (*input < state) {
            *input = state;
            addresses->is_dirty[link->target->id] = true;
        }
    }
}

static void visit(Addresses *addresses, const Block *block) {
    addresses->verifier->block = block;
    addresses->valid_count = 0;
    for (int i = 0; i < block->input_count; i++)
        set_state(addresses, block->inputs[i], addresses->entered[block->inputs[i]->id]);
    for (int i = 0; i < block->op_count; i++) {
        addresses->verifier->op = i;
        visit_op(addresses, block->ops[i]);
    }
    for (int i = 0; i < block->exit_count; i++)
        pass_on(addresses, block->exits[i]);
}

static bool has_origin(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (is_origin(graph->blocks[i]->ops[j]))
                return true;
    return false;
}

/* Whether there were any. */
static bool visit_dirty(Addresses *addresses, const Graph *graph) {
    bool visited = false;
    for (int i = 0; i < graph->block_count && !addresses->verifier->message; i++) {
        if (!addresses->is_dirty[i])
            continue;
        addresses->is_dirty[i] = false;
        visit(addresses, graph->blocks[i]);
        visited = true;
    }
    return visited;
}

void verify_addresses(Verifier *verifier, const Graph *graph) {
    if (!has_origin(graph))
        return;
    Addresses addresses = {.verifier = verifier};
    addresses.entered = arena_alloc(verifier->scratch, graph->value_count);
    addresses.states = arena_alloc(verifier->scratch, graph->value_count);
    addresses.valid = arena_alloc(verifier->scratch, graph->value_count * sizeof *addresses.valid);
    addresses.is_dirty = arena_alloc(verifier->scratch, (size_t)graph->block_count);
    for (int i = 0; i < graph->block_count; i++)
        addresses.is_dirty[i] = true;
    while (visit_dirty(&addresses, graph))
        ;
    verifier->block = NULL;
    verifier->op = -1;
}
