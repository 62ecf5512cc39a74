#include "passes/making.h"

const Op *object_maker(const Ssa *ssa, Value *value) {
    const Op *op = ssa_maker(ssa, ssa_root(ssa, value));
    while (op && op->code == OP_CAST)
        op = ssa_maker(ssa, ssa_root(ssa, op->args[0]));
    return op;
}

static bool is_allocation(const Op *maker) {
    return maker && op_is_malloc(maker);
}

/* Whether the root has its value wherever control comes to the op. */
static bool is_made_before(const Ssa *ssa, const Value *root, const Op *op) {
    const Block *block = ssa->defined_in[op->result->id];
    if (root->is_const)
        return true;
    if (ssa->defined_in[root->id] != block)
        return ssa_dominates(ssa, ssa->defined_in[root->id], block);
    for (int i = 0; i < block->input_count; i++)
        if (block->inputs[i] == root)
            return true;
    const Op *maker = ssa_maker(ssa, root);
    return maker && maker->index < op->index;
}

bool objects_differ(const Ssa *ssa, Value *x, Value *y) {
    const Op *x_maker = object_maker(ssa, x), *y_maker = object_maker(ssa, y);
    bool x_is_new = is_allocation(x_maker), y_is_new = is_allocation(y_maker);
    if (x_is_new && y_is_new)
        return x_maker != y_maker;
    return (x_is_new && is_made_before(ssa, y, x_maker)) || (y_is_new && is_made_before(ssa, x, y_maker));
}

static Value *tag_of(Program *program, const Op *maker) {
    switch ((int)maker->code) {
    case OP_SCALAR_FROM_BOOL:
        return const_int(program, SCALAR_BOOL);
    case OP_SCALAR_FROM_INT:
        return const_int(program, SCALAR_INT);
    case OP_SCALAR_FROM_FLOAT:
        return const_int(program, SCALAR_FLOAT);
    default:
        return NULL;
    }
}

static bool is_inverse(OpCode taking, OpCode making) {
    return (taking == OP_SCALAR_BOOL && making == OP_SCALAR_FROM_BOOL) ||
           (taking == OP_SCALAR_INT && making == OP_SCALAR_FROM_INT) ||
           (taking == OP_SCALAR_FLOAT && making == OP_SCALAR_FROM_FLOAT) ||
           (taking == OP_BITS_FLOAT && making == OP_FLOAT_BITS) ||
           (taking == OP_UINT_TO_INT && making == OP_INT_TO_UINT) ||
           (taking == OP_INT_TO_UINT && making == OP_UINT_TO_INT);
}

static bool is_new_object(const Op *maker) {
    return maker && maker->code == OP_MALLOC && maker->type->kind == TY_STRUCT;
}

static Value *class_of(Program *program, const Op *op, const Op *maker) {
    Data *record = is_new_object(maker) ? maker->type->vtable_data : NULL;
    return record ? const_new(program, op->result->type, (Const){.kind = CONST_DATA, .data = record}) : NULL;
}

/* A cast back to what the object was cast from. */
static Value *uncast(const Ssa *ssa, const Op *op) {
    Value *root = ssa_root(ssa, op->args[0]);
    const Op *maker = ssa_maker(ssa, root);
    while (maker && maker->code == OP_CAST && root->type != op->result->type) {
        root = ssa_root(ssa, maker->args[0]);
        maker = ssa_maker(ssa, root);
    }
    return root->type == op->result->type ? root : NULL;
}

/* What the length of an object is that has been read from a constant table of objects which all have that. */
static Value *length_of_items(Program *program, const Op *maker) {
    const Value *table = maker->code == OP_ARRAY_GET ? maker->args[0] : NULL;
    const Data *data = table && table->is_const && table->constant.kind == CONST_DATA ? table->constant.data : NULL;
    if (!data || !data->has_fixed_items || data->item_count != data->length)
        return NULL;
    for (int i = 0; i < data->item_count; i++) {
        const Const *item = &data->items[i].value;
        if (item->kind != CONST_DATA || item->data->length != data->items[0].value.data->length)
            return NULL;
    }
    return const_int(program, data->items[0].value.data->length);
}

static Value *length_of(const Ssa *ssa, Program *program, const Op *maker) {
    if (is_allocation(maker) && maker->code != OP_MALLOC)
        return ssa_root(ssa, maker->args[0]);
    return maker ? length_of_items(program, maker) : NULL;
}

static Value *known_of_object(const Ssa *ssa, Program *program, const Op *op) {
    const Op *maker = object_maker(ssa, op->args[0]);
    bool is_new = is_allocation(maker);
    switch ((int)op->code) {
    case OP_TYPE_OF:
        return class_of(program, op, maker);
    case OP_IS_INSTANCE:
        return is_new_object(maker) ? const_bool(program, type_is_substruct(maker->type, op->type)) : NULL;
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
        return is_new ? const_bool(program, op->code == OP_PTR_NONNULL) : NULL;
    case OP_ARRAY_LEN:
        return length_of(ssa, program, maker);
    case OP_CAST:
        return uncast(ssa, op);
    default:
        return NULL;
    }
}

Value *known_by_making(const Ssa *ssa, Program *program, const Op *op) {
    const Op *maker = op->arg_count == 1 ? ssa_maker(ssa, ssa_root(ssa, op->args[0])) : NULL;
    if (!maker)
        return NULL;
    if (op->code == OP_SCALAR_TAG)
        return tag_of(program, maker);
    if (is_inverse(op->code, maker->code))
        return ssa_root(ssa, maker->args[0]);
    return op->args[0]->type->kind == TY_PTR ? known_of_object(ssa, program, op) : NULL;
}
