/* A small system graph's body in place of a call. It raises nothing and has no handlers, so all that is to do is to
 * carry what is alive after the call through the copied blocks. */
#include "gctransform/weave.h"

static int carried_count(const Link *link, const Value *result) {
    int count = 0;
    for (int i = 0; i < link->arg_count; i++)
        count += link->args[i] != result && !link->args[i]->is_const;
    return count;
}

static void carry_through(const Link *normal, const Value *result, const BodyCopy *copy) {
    for (int i = 0; i < copy->block_count; i++)
        for (int j = 0; j < normal->arg_count && copy->blocks[i] != copy->except_block; j++)
            if (normal->args[j] != result && !normal->args[j]->is_const)
                block_add_input(copy->blocks[i], normal->args[j]->type, normal->args[j]->name);
}

static void pass_inputs(Link *link, const Block *from, int count) {
    for (int i = 0; i < count; i++)
        link_add_arg(link, from->inputs[from->input_count - count + i]);
}

/* The return block goes on where the call's block did. */
static void leave(Block *end, const Link *normal, const Value *result, int count) {
    Link *link = block_jump(end, normal->target, NULL, 0);
    int carried = end->input_count - count;
    for (int i = 0; i < normal->arg_count; i++) {
        Value *value = normal->args[i];
        link_add_arg(link, value == result ? end->inputs[0] : value->is_const ? value : end->inputs[carried++]);
    }
}

/* Whether the body's first block is the head of a loop. */
static bool is_entered_again(const BodyCopy *copy) {
    for (int i = 0; i < copy->block_count; i++)
        for (int j = 0; j < copy->blocks[i]->exit_count; j++)
            if (copy->blocks[i]->exits[j]->target == copy->start)
                return true;
    return false;
}

Block *expand_call(Block *block, int at) {
    Op *call = block->ops[at];
    block_split(block, at + 1);
    const Link *normal = block->exits[0];
    BodyCopy copy = graph_copy_body(call->graph, block->graph);
    int count = carried_count(normal, call->result);
    carry_through(normal, call->result, &copy);
    for (int i = 0; i < copy.block_count; i++) {
        Block *from = copy.blocks[i];
        from->pos = call->pos;
        for (int j = 0; j < from->op_count; j++)
            from->ops[j]->pos = call->pos;
        for (int j = 0; j < from->exit_count; j++)
            pass_inputs(from->exits[j], from, count);
    }
    leave(copy.return_block, normal, call->result, count);
    block_join(copy.return_block);
    block_remove_op(block, at);
    block->exits = NULL;
    block->exit_count = block->exit_capacity = 0;
    Link *enter = block_jump(block, copy.start, call->args, call->arg_count);
    for (int i = 0; i < normal->arg_count; i++)
        if (normal->args[i] != call->result && !normal->args[i]->is_const)
            link_add_arg(enter, normal->args[i]);
    if (!is_entered_again(&copy))
        block_join(block);
    return copy.return_block;
}

/* Last to first: so what stands before keeps its place. */
void expand_calls(Block *block, const Graph *one, const Graph *other, int *left) {
    for (int i = block->op_count - 1; i >= 0 && *left; i--) {
        const Op *op = block->ops[i];
        if (op->code != OP_CALL || (op->graph != one && op->graph != other))
            continue;
        expand_call(block, i);
        (*left)--;
    }
}
