/* Replacing variables all at once: the note of a variable is what takes its place. */
#include "passes/pass_internal.h"

Value *substituted(Value *value) {
    return !value->is_const && value->note ? value->note : value;
}

void substitute_all(Value **values, int count) {
    for (int i = 0; i < count; i++)
        values[i] = substituted(values[i]);
}

const Op *block_maker(const Block *block, const Value *value) {
    for (int i = block->op_count - 1; i >= 0 && !value->is_const; i--)
        if (block->ops[i]->result == value)
            return block->ops[i];
    return NULL;
}

void block_substitute(Block *block) {
    for (int i = 0; i < block->op_count; i++)
        substitute_all(block->ops[i]->args, block->ops[i]->arg_count);
    if (block->switch_value)
        block->switch_value = substituted(block->switch_value);
    for (int i = 0; i < block->exit_count; i++)
        substitute_all(block->exits[i]->args, block->exits[i]->arg_count);
}
