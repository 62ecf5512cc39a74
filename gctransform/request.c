/* Ops that ask something of the collector become calls of its graphs, which deal in addresses: see ir/collector.def. */
#include "gctransform/weave.h"

/* COLLECTOR_COUNT: none. */
static CollectorCall call_of(const Op *op) {
    switch ((int)op->code) {
    case OP_COLLECT:
        return COLLECTOR_COLLECT;
    case OP_IDENTITY_HASH:
        return COLLECTOR_IDENTITY_HASH;
    case OP_FINALIZER_REGISTER:
        return COLLECTOR_FINALIZER_REGISTER;
    case OP_FINALIZER_NEXT:
        return COLLECTOR_FINALIZER_NEXT;
    case OP_FINALIZER_TAKE:
        return COLLECTOR_FINALIZER_TAKE;
    case OP_FINALIZER_ALL:
        return COLLECTOR_FINALIZER_ALL;
    case OP_WEAK_NEW:
        return COLLECTOR_WEAK_NEW;
    case OP_WEAK_GET:
        return COLLECTOR_WEAK_GET;
    default:
        return COLLECTOR_COUNT;
    }
}

/* The object that the call gives, under the name that it has. What follows goes to a block of its own, for in the block
 * where an address becomes a pointer the object is taken for a new one. */
static Block *convert_result(Inserter *inserter, Value *word, Value *object) {
    Value *address = insert_op(inserter, OP_INT_TO_ADDR, TY_ADDRESS, word, NULL);
    Op *cast = op_new(inserter->block->graph, OP_ADDR_TO_PTR, inserter->pos, NULL, &address, 1);
    cast->result = object;
    block_insert(inserter->block, inserter->at++, cast);
    return block_split(inserter->block, inserter->at);
}

Block *weave_request(const Weave *weave, Block *block, int at) {
    Op *op = block->ops[at];
    CollectorCall code = call_of(op);
    if (code == COLLECTOR_COUNT || !weave->calls[code])
        return NULL;
    block_remove_op(block, at);
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *args[2];
    for (int i = 0; i < op->arg_count; i++)
        args[i] = type_is_gc_ptr(op->args[i]->type) ? insert_address(&inserter, op->args[i]) : op->args[i];
    Op *call = insert_call(&inserter, weave->calls[code], args, op->arg_count);
    if (op->result && type_is_gc_ptr(op->result->type))
        return convert_result(&inserter, call->result, op->result);
    if (op->result)
        call->result = op->result;
    return block;
}
