/* Ops put before a place in a block. */
#include "gctransform/weave.h"

int position_of(Value *const *values, int count, const Value *value) {
    int at = 0;
    while (at < count && values[at] != value)
        at++;
    return at;
}

Inserter inserter_at_end(Block *block, const Pos *pos) {
    return (Inserter){.block = block, .at = block->op_count, .pos = pos};
}

static Op *insert(Inserter *inserter, OpCode code, Type *type, Value *const *args, int arg_count) {
    Op *op = op_new(inserter->block->graph, code, inserter->pos, type, args, arg_count);
    block_insert(inserter->block, inserter->at++, op);
    return op;
}

Value *insert_op(Inserter *inserter, OpCode code, TypeKind result, Value *x, Value *y) {
    Value *args[] = {x, y};
    Type *type = result == TY_VOID ? NULL : type_simple(inserter->block->graph->program->types, result);
    return insert(inserter, code, type, args, !x ? 0 : y ? 2 : 1)->result;
}

void insert_store(Inserter *inserter, Value *address, Value *offset, Value *word) {
    Value *args[] = {address, offset, word};
    insert(inserter, OP_STORE, NULL, args, 3)->type = word->type;
}

Op *insert_call(Inserter *inserter, Graph *graph, Value *const *args, int arg_count) {
    Op *call = insert(inserter, OP_CALL, graph->type->item, args, arg_count);
    call->graph = graph;
    return call;
}

Value *insert_address(Inserter *inserter, Value *pointer) {
    Value *address = insert_op(inserter, OP_PTR_TO_ADDR, TY_ADDRESS, pointer, NULL);
    return insert_op(inserter, OP_ADDR_TO_INT, TY_I64, address, NULL);
}

/* -1 if the product does not fit, else 0. Of bytes only a negative count is too many: as an unsigned size any other is
 * what it is. */
static Value *insert_excess(Inserter *inserter, Value *count, int64_t item_size) {
    Program *program = inserter->block->graph->program;
    if (item_size == 1)
        return insert_op(inserter, OP_INT_SHR, TY_I64, count, const_int(program, 63));
    Value *limit = const_int(program, (INT64_MAX >> 16) / item_size);
    Value *is_much = insert_op(inserter, OP_INT_ULT, TY_BOOL, limit, count);
    return insert_op(inserter, OP_INT_NEG, TY_I64, insert_op(inserter, OP_BOOL_TO_INT, TY_I64, is_much, NULL), NULL);
}

static Value *insert_product(Inserter *inserter, Value *count, int64_t item_size) {
    if (item_size == 1)
        return count;
    return insert_op(inserter, OP_INT_MUL, TY_I64, count, const_int(inserter->block->graph->program, item_size));
}

static Value *insert_rounded(Inserter *inserter, Value *size, uint32_t unit) {
    Program *program = inserter->block->graph->program;
    size = insert_op(inserter, OP_INT_ADD, TY_I64, size, const_int(program, unit - 1));
    return insert_op(inserter, OP_INT_AND, TY_I64, size, const_int(program, -(int64_t)unit));
}

Value *insert_size(Inserter *inserter, const Op *malloc_op, uint32_t unit) {
    Program *program = inserter->block->graph->program;
    const Type *type = malloc_op->type;
    if (malloc_op->code == OP_MALLOC)
        return const_int(program, (type->size + unit - 1) / unit * unit);
    uint32_t item_size = type_memory_size(type_variable_part(malloc_op->type)->item);
    Value *bytes = insert_product(inserter, malloc_op->args[0], item_size);
    Value *size = insert_op(inserter, OP_INT_ADD, TY_I64, bytes, const_int(program, type->items_offset));
    if (item_size % unit || type->items_offset % unit)
        size = insert_rounded(inserter, size, unit);
    return insert_op(inserter, OP_INT_OR, TY_I64, size, insert_excess(inserter, malloc_op->args[0], item_size));
}
