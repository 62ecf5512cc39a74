/* Explicitly managed memory: malloc of raw types. */
#include "gctransform/weave.h"

static void insert_store_length(Inserter *inserter, const Op *malloc_op, Value *memory) {
    const Type *type = malloc_op->type;
    if (malloc_op->code != OP_MALLOC && !(type_variable_part(malloc_op->type)->hints & HINT_NOLENGTH))
        insert_store(inserter, memory, const_int(inserter->block->graph->program, type->length_offset),
                     malloc_op->args[0]);
}

static Link *branch(Block *block, bool value, Block *target) {
    return block_add_exit(block, CASE_BOOL, value, target, NULL, 0);
}

/* A new block, entered when there was no memory, that makes a MemoryError pending. `block` jumps on else. */
static Block *raise_without_memory(const Weave *weave, Block *block, const Op *raw_malloc, bool propagate) {
    Inserter inserter = inserter_at_end(block, raw_malloc->pos);
    Value *null = const_new(weave->program, raw_malloc->result->type, (Const){.kind = CONST_INT});
    block_set_switch(block, insert_op(&inserter, OP_ADDR_EQ, TY_BOOL, raw_malloc->result, null));
    block->exits[0]->kind = CASE_BOOL;
    block->exits[0]->integer = false;
    Block *failed = block_new(block->graph);
    failed->pos = raw_malloc->pos;
    branch(block, true, failed);
    Op *call = op_new(block->graph, OP_CALL, raw_malloc->pos, weave->memory_error->type->item, NULL, 0);
    call->graph = weave->memory_error;
    call->propagate = propagate;
    block_append(failed, call);
    return failed;
}

/* Lets `failed` go on where `normal` leads (from `lower`, which `enter` enters), with NULL for the object. */
static void join_failed(Block *failed, Link *to_failed, const Link *enter, const Link *normal, const Value *object) {
    const Block *lower = normal->source;
    Link *join = block_jump(failed, normal->target, NULL, 0);
    for (int i = 0; i < normal->arg_count; i++) {
        Value *value = normal->args[i];
        if (value == object) {
            value = const_null(failed->graph->program, object->type);
        } else if (!value->is_const) {
            link_add_arg(to_failed, enter->args[position_of(lower->inputs, lower->input_count, value)]);
            value = block_add_input(failed, value->type, value->name);
        }
        link_add_arg(join, value);
    }
}

/* Splits the block: what follows the raw_malloc at `at` runs only if there was memory, else MemoryError is raised.
 * Where the malloc does not propagate, a test for a pending exception follows it, right after the op at `last`. */
static void check_memory(const Weave *weave, Block *block, int at, int last, bool propagate) {
    Op *raw_malloc = block->ops[at], *cast = block->ops[last];
    Block *lower = block_split(block, at + 1);
    Link *enter = block->exits[0];
    Block *failed = raise_without_memory(weave, block, raw_malloc, propagate);
    if (propagate) {
        block_append(failed, op_new(block->graph, OP_UNREACHABLE, raw_malloc->pos, NULL, NULL, 0));
        return;
    }
    block_split(lower, last - at);
    join_failed(failed, block->exits[1], enter, lower->exits[0], cast->result);
}

/* The malloc becomes the conversion of the new memory's address. What follows the allocation proper goes to a block of
 * its own. */
void weave_raw_malloc(const Weave *weave, Block *block, int at) {
    Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *size = insert_size(&inserter, op, 1);
    Value *memory = insert_op(&inserter, OP_RAW_MALLOC, TY_ADDRESS, size, NULL);
    int allocation = inserter.at - 1;
    insert_op(&inserter, OP_RAW_ZERO, TY_VOID, memory, size);
    insert_store_length(&inserter, op, memory);
    Op *cast = op_new(block->graph, OP_ADDR_TO_PTR, op->pos, NULL, &memory, 1);
    cast->result = op->result;
    block->ops[inserter.at] = cast;
    if (weave->memory_error && !block->graph->is_system)
        check_memory(weave, block, allocation, inserter.at, op->propagate);
}
