#include "passes/escape_short.h"

static bool has_pointer_fields(const Type *type) {
    for (const Type *part = type; part && part->kind == TY_STRUCT; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            if (part->fields[i].type->kind == TY_PTR)
                return true;
    return false;
}

OpCode stack_code(OpCode malloc_code) {
    return malloc_code == OP_MALLOC       ? OP_STACK_ALLOC
           : malloc_code == OP_MALLOC_VAR ? OP_STACK_ALLOC_VAR
                                          : OP_STACK_ALLOC_UNSET;
}

bool may_be_short(const Op *op) {
    bool is_variable = op->code == OP_MALLOC_VAR || op->code == OP_MALLOC_UNSET;
    const Type *array = is_variable ? type_variable_part(op->type) : NULL;
    return array && !op->args[0]->is_const && !(array->hints & HINT_NOLENGTH) && array->item->kind != TY_PTR &&
           array->item->kind != TY_STRUCT && !has_pointer_fields(op->type);
}

/* What goes over the link goes through the new block on it. Gives what `value` is there. */
static Value *pass_through(Link *link, Block *between, const Link *onward, Value *value, const Value *made) {
    Value *here = NULL;
    block_jump(between, onward->target, NULL, 0);
    for (int i = 0; i < onward->arg_count; i++) {
        Value *arg = onward->args[i];
        if (arg != made && !arg->is_const) {
            link_add_arg(link, arg);
            arg = block_add_input(between, arg->type, arg->name);
            here = onward->args[i] == value ? arg : here;
        }
        link_add_arg(between->exits[0], arg);
    }
    if (here)
        return here;
    link_add_arg(link, value);
    return block_add_input(between, value->type, value->name);
}

static Value *append_op(Block *block, const Op *model, OpCode code, Type *result, Value *const *args, int count) {
    Op *op = op_new(block->graph, code, model->pos, result, args, count);
    op->type = op_info[code].attributes & ATTR_TYPE ? model->type : NULL;
    block_append(block, op);
    return op->result;
}

static void replace_arg(const Link *link, const Value *from, Value *to) {
    for (int i = 0; i < link->arg_count; i++)
        if (link->args[i] == from)
            link->args[i] = to;
}

static Value *make_short(Block *block, const Op *malloc_op, int64_t most, Value *length) {
    Value *room = const_int(block->graph->program, most);
    Value *args[] = {append_op(block, malloc_op, stack_code(malloc_op->code), malloc_op->result->type, &room, 1),
                     length};
    return append_op(block, malloc_op, OP_RESIZE, malloc_op->result->type, args, 2);
}

void place_if_short(Block *block, int at) {
    Op *op = block->ops[at];
    Program *program = block->graph->program;
    int64_t most = SHORT_BYTES / (int64_t)type_memory_size(type_variable_part(op->type)->item);
    block_split(block, at + 1);
    block_remove_op(block, at);
    const Link onward = *block->exits[0];
    block->exit_count = 0;
    Value *length = op->args[0], *limits[] = {length, const_int(program, most)};
    block_set_switch(block, append_op(block, op, OP_INT_ULE, type_simple(program->types, TY_BOOL), limits, 2));
    Block *few = block_new(block->graph), *many = block_new(block->graph);
    few->pos = many->pos = op->pos;
    Link *to_many = block_add_exit(block, CASE_BOOL, false, many, NULL, 0);
    Link *to_few = block_add_exit(block, CASE_BOOL, true, few, NULL, 0);
    Value *made = make_short(few, op, most, pass_through(to_few, few, &onward, length, op->result));
    replace_arg(few->exits[0], op->result, made);
    op->args[0] = pass_through(to_many, many, &onward, length, op->result);
    block_append(many, op);
}
