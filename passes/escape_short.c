#include "passes/escape_short.h"

#include "passes/loops.h"

OpCode stack_code(OpCode malloc_code) {
    return malloc_code == OP_MALLOC       ? OP_STACK_ALLOC
           : malloc_code == OP_MALLOC_VAR ? OP_STACK_ALLOC_VAR
                                          : OP_STACK_ALLOC_UNSET;
}

bool may_be_short(const Op *op) {
    bool is_variable = op->code == OP_MALLOC_VAR || op->code == OP_MALLOC_UNSET;
    const Type *array = is_variable ? type_variable_part(op->type) : NULL;
    return array && !op->args[0]->is_const && !(array->hints & HINT_NOLENGTH) && array->item->kind != TY_STRUCT &&
           !type_holds_pointers(op->type);
}

static Op *insert_op(Block *block, int at, const Op *model, OpCode code, Type *result, Value *const *args, int count) {
    Op *op = op_new(block->graph, code, model->pos, result, args, count);
    block_insert(block, at, op);
    return op;
}

/* The block's only op, a malloc, becomes an object on the stack with room for so many items. */
static void make_on_stack(Block *block, int64_t most) {
    Op *op = block->ops[0];
    Value *room = const_int(block->graph->program, most);
    Op *made = insert_op(block, 0, op, stack_code(op->code), op->result->type, &room, 1);
    made->type = op->type;
    Value *args[] = {made->result, op->args[0]};
    Op *resize = insert_op(block, 1, op, OP_RESIZE, NULL, args, 2);
    resize->result = op->result;
    block_remove_op(block, 2);
}

void place_if_short(Block *block, int at) {
    const Op *op = block->ops[at];
    Program *program = block->graph->program;
    int64_t most = SHORT_BYTES / (int64_t)type_memory_size(type_variable_part(op->type)->item);
    Value *limits[] = {op->args[0], const_int(program, most)};
    block_split(block, at + 1);
    Block *many = block_split(block, at), *few = loop_copy_block(block->graph, many);
    make_on_stack(few, most);
    Link *to_many = block->exits[0];
    Type *truth = type_simple(program->types, TY_BOOL);
    block_set_switch(block, insert_op(block, at, op, OP_INT_ULE, truth, limits, 2)->result);
    to_many->kind = CASE_BOOL;
    to_many->integer = false;
    block_add_exit(block, CASE_BOOL, true, few, to_many->args, to_many->arg_count);
}
