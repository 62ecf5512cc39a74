/* Ops that ask something of the collector become calls of its graphs, which deal in addresses: see ir/collector.def. */
#include "gctransform/weave.h"

static const struct {
    OpCode op;
    CollectorCall call;
} requests[] = {
    {OP_COLLECT, COLLECTOR_COLLECT},
    {OP_IDENTITY_HASH, COLLECTOR_IDENTITY_HASH},
    {OP_FINALIZER_REGISTER, COLLECTOR_FINALIZER_REGISTER},
    {OP_FINALIZER_NEXT, COLLECTOR_FINALIZER_NEXT},
    {OP_FINALIZER_TAKE, COLLECTOR_FINALIZER_TAKE},
    {OP_FINALIZER_ALL, COLLECTOR_FINALIZER_ALL},
    {OP_WEAK_NEW, COLLECTOR_WEAK_NEW},
    {OP_WEAK_GET, COLLECTOR_WEAK_GET},
};
enum { REQUEST_COUNT = sizeof requests / sizeof *requests };

/* COLLECTOR_COUNT: none. */
static CollectorCall call_of(const Op *op) {
    for (int i = 0; i < REQUEST_COUNT; i++)
        if (requests[i].op == op->code)
            return requests[i].call;
    return COLLECTOR_COUNT;
}

bool is_collector_request(const Op *op) {
    return call_of(op) != COLLECTOR_COUNT;
}

void weave_find_requests(const Program *program, bool *is_unasked) {
    for (int i = 0; i < REQUEST_COUNT; i++)
        is_unasked[requests[i].call] = true;
    for (int i = 0; i < program->graph_count; i++) {
        const Graph *graph = program->graphs[i];
        for (int j = 0; j < graph->block_count; j++)
            for (int k = 0; k < graph->blocks[j]->op_count; k++) {
                CollectorCall call = call_of(graph->blocks[j]->ops[k]);
                if (call != COLLECTOR_COUNT)
                    is_unasked[call] = false;
            }
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
