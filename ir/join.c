/* Joining a block with the one it jumps to. */
#include "ir/ir.h"

#include <assert.h>

/* Block inputs are replaced by what the jump passes: it is in their notes. Other variables have themselves as note. */
static void mark(Value *value) {
    if (value)
        value->note = value;
}

static void mark_definitions(const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        mark(block->ops[i]->result);
    for (int i = 0; i < block->exit_count; i++)
        mark(block->exits[i]->exception);
}

static void rename_all(Value **values, int count) {
    for (int i = 0; i < count; i++)
        if (!values[i]->is_const)
            values[i] = values[i]->note;
}

static void rename_uses(Block *block) {
    for (int i = 0; i < block->op_count; i++)
        rename_all(block->ops[i]->args, block->ops[i]->arg_count);
    if (block->switch_value)
        rename_all(&block->switch_value, 1);
    for (int i = 0; i < block->exit_count; i++)
        rename_all(block->exits[i]->args, block->exits[i]->arg_count);
}

void block_join(Block *block) {
    assert(block->switch_kind == SWITCH_NONE && block->exit_count == 1 && block->exits[0]->target != block);
    const Link *jump = block->exits[0];
    Block *target = jump->target;
    mark_definitions(target);
    for (int i = 0; i < target->input_count; i++)
        target->inputs[i]->note = jump->args[i];
    rename_uses(target);
    for (int i = 0; i < target->op_count; i++)
        block_append(block, target->ops[i]);
    block->switch_kind = target->switch_kind;
    block->switch_value = target->switch_value;
    block->exits = target->exits;
    block->exit_count = target->exit_count;
    block->exit_capacity = target->exit_capacity;
    for (int i = 0; i < block->exit_count; i++)
        block->exits[i]->source = block;
    target->exits = NULL;
    target->exit_count = target->exit_capacity = target->op_count = 0;
    target->switch_kind = SWITCH_NONE;
    target->switch_value = NULL;
}
