/* dead-stores: writes to fields that are written again before anybody can look, and zeros written to new objects, whose
 * memory is zero.
 *
 * Block by block. From the end: a field of an object that is about to be written is not looked at, up to an op that
 * reads that field of some object, may leave the block, or does what is not known. From the start: a new object that
 * nothing but its fields' stores and reads has used yet has zeros in the fields that were not written.
 */
#include "passes/pass_internal.h"

enum { MOST_PLACES = 64 };

/* A field of an object. */
typedef struct Place {
    const Value *object;
    const Field *field; /* NULL: the object itself, new */
} Place;

typedef struct Places {
    Place items[MOST_PLACES];
    int count;
} Places;

static bool has(const Places *places, const Value *object, const Field *field) {
    for (int i = 0; i < places->count; i++)
        if (places->items[i].object == object && places->items[i].field == field)
            return true;
    return false;
}

static void add(Places *places, const Value *object, const Field *field) {
    if (places->count < MOST_PLACES && !has(places, object, field))
        places->items[places->count++] = (Place){object, field};
}

static void remove_if(Places *places, const Value *object, const Field *field) {
    int kept = 0;
    for (int i = 0; i < places->count; i++)
        if (places->items[i].object != object && (!field || places->items[i].field != field))
            places->items[kept++] = places->items[i];
    places->count = kept;
}

/* The variable of the block that was cast to this one; notes are what casts were made of. */
static const Value *uncast(const Value *value) {
    while (!value->is_const && value->note)
        value = value->note;
    return value;
}

static const Field *field_of(const Op *op) {
    return type_field(op->args[0]->type->item, op->name);
}

static bool is_field_store(const Op *op) {
    return op->code == OP_SETFIELD && !op->args[0]->is_const;
}

/* ---- written again ---- */

/* What may see any field: whatever leaves the block, calls, and does not only write. */
static bool is_barrier(const Op *op) {
    bool only_writes = op->code == OP_SETFIELD || op->code == OP_ARRAY_SET || op->code == OP_KEEPALIVE;
    const int seen = OPF_RAISES | OPF_FATAL | OPF_EFFECT | OPF_COLLECTS;
    return !only_writes && (op_info[op->code].flags & (seen | OPF_READS)) && op->code != OP_GETFIELD &&
           op->code != OP_ARRAY_GET;
}

/* Goes on before the op. Whether the op is a store that nobody sees. */
static bool look_back(Places *later, const Op *op) {
    if (is_field_store(op)) {
        const Value *object = uncast(op->args[0]);
        const Field *field = field_of(op);
        bool is_dead = has(later, object, field);
        add(later, object, field);
        return is_dead;
    }
    if (op->code == OP_GETFIELD)
        remove_if(later, NULL, field_of(op));
    else if (is_barrier(op))
        later->count = 0;
    return false;
}

static int drop_overwritten(Block *block) {
    Places later = {.count = 0};
    int dropped = 0;
    for (int i = block->op_count - 1; i >= 0; i--)
        if (look_back(&later, block->ops[i])) {
            block_remove_op(block, i);
            dropped++;
        }
    return dropped;
}

/* ---- zeros ---- */

static bool is_zero(const Value *value) {
    const Const *constant = &value->constant;
    if (!value->is_const)
        return false;
    switch ((int)constant->kind) {
    case CONST_NULL:
        return true;
    case CONST_BOOL:
        return !constant->boolean;
    case CONST_SCALAR:
        return constant->tag == SCALAR_NONE;
    case CONST_INT:
    case CONST_FLOAT:
        return constant->integer == 0; /* not -0.0 */
    default:
        return false;
    }
}

static bool is_new_object(const Op *op) {
    return (op->code == OP_MALLOC || op->code == OP_STACK_ALLOC) && op->type->kind == TY_STRUCT;
}

/* What others have may be written by anybody. */
static void let_go(Places *known, const Op *op, int from) {
    for (int i = from; i < op->arg_count; i++)
        if (!op->args[i]->is_const)
            remove_if(known, uncast(op->args[i]), NULL);
}

/* `known` holds the new objects and the fields of them that were written. Whether the op writes a zero over one. */
static bool look_forward(Places *known, const Op *op) {
    if (is_new_object(op))
        add(known, op->result, NULL);
    if (!is_field_store(op)) {
        if (op->code != OP_CAST && op->code != OP_GETFIELD)
            let_go(known, op, 0);
        return false;
    }
    const Value *object = uncast(op->args[0]);
    bool is_known = has(known, object, NULL), is_first = is_known && !has(known, object, field_of(op));
    let_go(known, op, 1);
    if (is_first && is_zero(op->args[1]))
        return true;
    if (is_known)
        add(known, object, field_of(op));
    if (known->count == MOST_PLACES)
        known->count = 0;
    return false;
}

static int drop_zeros(Block *block) {
    Places known = {.count = 0};
    int kept = 0, count = block->op_count;
    for (int i = 0; i < count; i++)
        if (!look_forward(&known, block->ops[i]))
            block->ops[kept++] = block->ops[i];
    block->op_count = kept;
    return count - kept;
}

/* ---- blocks ---- */

static void note_casts(const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            block->ops[i]->result->note = block->ops[i]->code == OP_CAST ? block->ops[i]->args[0] : NULL;
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = NULL;
}

void pass_dead_stores(PassContext *context, Graph *graph) {
    int overwritten = 0, zeros = 0;
    for (int i = 0; i < graph->block_count; i++) {
        note_casts(graph->blocks[i]);
        overwritten += drop_overwritten(graph->blocks[i]);
        zeros += drop_zeros(graph->blocks[i]);
    }
    context->fired += overwritten + zeros;
    pass_count(context, "overwritten", overwritten);
    pass_count(context, "zeros", zeros);
}
