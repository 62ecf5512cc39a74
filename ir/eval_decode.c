/* Graphs are decoded into a form that runs fast: operands are slot numbers, fields are offsets, targets are pointers.
 * The program has been verified: what the verifier guarantees is not asked again.
 */
#include "ir/eval_internal.h"

typedef struct Decoder {
    Eval *eval;
    Code *code;
    Map blocks; /* Block -> CodeBlock */
    CodeBlock **queue;
    int queue_count, queue_capacity;
    int32_t *slots; /* of the variables, by value id */
    int slot_count; /* of the block at hand */
} Decoder;

Code *eval_code(Eval *eval, Graph *graph) {
    Code *code = map_get_ptr(&eval->codes, graph);
    if (!code) {
        code = arena_alloc(eval->arena, sizeof *code);
        code->graph = graph;
        map_set_ptr(eval->arena, &eval->codes, graph, code);
    }
    return code;
}

Access access_of(const Type *type, uint32_t offset) {
    return (Access){.kind = type->kind, .size = type_memory_size(type), .offset = offset};
}

/* ---- values ---- */

static int32_t define(Decoder *decoder, const Value *value) {
    int32_t slot = decoder->slot_count++;
    decoder->slots[value->id] = slot;
    return slot;
}

bool eval_constant(Eval *eval, const Const *constant, Cell *cell) {
    if (constant->kind == CONST_DATA) {
        const uint64_t *address = map_find(&eval->data, (uint64_t)(uintptr_t)constant->data);
        *cell = (Cell){.u = address ? *address : 0};
        return address != NULL;
    }
    if (constant->kind == CONST_GRAPH) {
        *cell = (Cell){.u = (uint64_t)(uintptr_t)constant->graph};
        return true;
    }
    return cell_from_const(constant, cell);
}

static int32_t add_constant(Decoder *decoder, const Value *value) {
    Eval *eval = decoder->eval;
    Cell cell = {0};
    eval_constant(eval, &value->constant, &cell);
    eval->pool = arena_grow(eval->arena, eval->pool, eval->pool_count, &eval->pool_capacity, sizeof *eval->pool);
    eval->pool[eval->pool_count] = cell;
    return ~eval->pool_count++;
}

static int32_t operand(Decoder *decoder, const Value *value) {
    return value->is_const ? add_constant(decoder, value) : decoder->slots[value->id];
}

static int32_t *operands(Decoder *decoder, Value *const *values, int count) {
    int32_t *slots = arena_alloc(decoder->eval->arena, (size_t)(count < 2 ? 2 : count) * sizeof *slots);
    for (int i = 0; i < count; i++)
        slots[i] = operand(decoder, values[i]);
    if (count == 1)
        slots[1] = slots[0];
    return slots;
}

/* ---- ops ---- */

static void decode_field(CodeOp *code) {
    Type *type = code->op->args[0]->type->item;
    type_layout(type);
    const Field *field = type_field(type, code->op->name);
    code->access = access_of(field->type, field->offset);
}

/* How the variable part of argument `index` is accessed. */
static void decode_array(const Op *op, int index, Access *access) {
    Type *type = op->args[index]->type->item;
    type_layout(type);
    const Type *array = type_variable_part(type);
    *access = access_of(array->item, type->items_offset);
    access->has_length = !(array->hints & HINT_NOLENGTH);
    access->length_offset = access->has_length ? type->length_offset : 0;
}

/* What the op needs beyond its operands; the default, on purpose, is nothing. */
static void decode_attributes(Decoder *decoder, CodeOp *code) {
    switch ((int)code->code) {
    case OP_GETFIELD:
    case OP_SETFIELD:
    case OP_SHARE:
        decode_field(code);
        break;
    case OP_ARRAY_LEN:
    case OP_ARRAY_GET:
    case OP_ARRAY_SET:
    case OP_ARRAY_ADDR:
    case OP_RESIZE:
        decode_array(code->op, 0, &code->access);
        break;
    case OP_ARRAY_COPY:
    case OP_ARRAY_COMPARE:
        decode_array(code->op, 0, &code->access);
        decode_array(code->op, 2, &code->source);
        break;
    case OP_LOAD:
    case OP_STORE:
        code->access = access_of(code->op->type, 0);
        break;
    case OP_MALLOC:
    case OP_MALLOC_VAR:
    case OP_MALLOC_UNSET:
    case OP_STACK_ALLOC:
    case OP_STACK_ALLOC_VAR:
    case OP_STACK_ALLOC_UNSET:
    case OP_GC_ALLOC:
    case OP_GC_ALLOC_VAR:
        type_layout(code->op->type);
        break;
    case OP_CALL:
        code->callee = eval_code(decoder->eval, code->op->graph);
        break;
    case OP_CALL_NATIVE:
        eval_native_find(code->op->name, code);
        break;
    default:
        break;
    }
}

static void decode_op(Decoder *decoder, const Op *op, CodeOp *code) {
    code->op = op;
    code->code = op->code;
    code->args = operands(decoder, op->args, op->arg_count);
    decode_attributes(decoder, code);
    code->result = op->result ? define(decoder, op->result) : -1;
    if ((op->code == OP_REF_SAVE || op->code == OP_REF_LOAD) && op->integer >= decoder->code->ref_count)
        decoder->code->ref_count = (int)op->integer + 1;
}

/* ---- blocks ---- */

static CodeBlock *block_code(Decoder *decoder, const Block *block) {
    CodeBlock *code = map_get_ptr(&decoder->blocks, block);
    if (code)
        return code;
    Eval *eval = decoder->eval;
    code = arena_alloc(eval->arena, sizeof *code);
    code->block = block;
    map_set_ptr(eval->arena, &decoder->blocks, block, code);
    decoder->queue =
        arena_grow(eval->arena, decoder->queue, decoder->queue_count, &decoder->queue_capacity, sizeof *decoder->queue);
    decoder->queue[decoder->queue_count++] = code;
    return code;
}

static void decode_link(Decoder *decoder, const Link *link, CodeLink *code) {
    Eval *eval = decoder->eval;
    code->link = link;
    code->exception = link->exception ? define(decoder, link->exception) : -1;
    code->args = operands(decoder, link->args, link->arg_count);
    code->target = block_code(decoder, link->target);
    if (eval->moving_capacity < link->arg_count) {
        eval->moving_capacity = link->arg_count * 2;
        eval->moving = arena_alloc(eval->arena, (size_t)eval->moving_capacity * sizeof *eval->moving);
    }
}

static void decode_block(Decoder *decoder, CodeBlock *code) {
    const Block *block = code->block;
    Arena *arena = decoder->eval->arena;
    decoder->slot_count = 0;
    for (int i = 0; i < block->input_count; i++)
        define(decoder, block->inputs[i]);
    code->op_count = block->op_count;
    code->ops = arena_alloc(arena, (size_t)block->op_count * sizeof *code->ops);
    for (int i = 0; i < block->op_count; i++)
        decode_op(decoder, block->ops[i], &code->ops[i]);
    if (block->switch_kind == SWITCH_VALUE)
        code->switch_slot = operand(decoder, block->switch_value);
    code->exit_count = block->exit_count;
    code->exits = arena_alloc(arena, (size_t)block->exit_count * sizeof *code->exits);
    for (int i = 0; i < block->exit_count; i++)
        decode_link(decoder, block->exits[i], &code->exits[i]);
    if (decoder->code->slot_count < decoder->slot_count)
        decoder->code->slot_count = decoder->slot_count;
}

void eval_decode(Eval *eval, Code *code) {
    if (code->is_decoded)
        return;
    Decoder decoder = {.eval = eval, .code = code};
    decoder.slots = arena_alloc(eval->arena, (code->graph->value_count + 1) * sizeof *decoder.slots);
    code->start = block_code(&decoder, code->graph->start);
    code->except = block_code(&decoder, code->graph->except_block);
    for (int i = 0; i < decoder.queue_count; i++)
        decode_block(&decoder, decoder.queue[i]);
    code->first_ref = code->slot_count;
    code->slot_count += code->ref_count;
    code->is_decoded = true;
}
