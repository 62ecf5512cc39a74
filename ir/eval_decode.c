/* Graphs are decoded into a form that runs fast: operands are slot numbers, fields are offsets, targets are pointers.
 */
#include "ir/eval_internal.h"

/* Where a variable of the block at hand lives. */
typedef struct Home {
    const Value *value;
    const Block *block;
    int32_t slot;
} Home;

typedef struct Decoder {
    Eval *eval;
    Code *code;
    Map blocks; /* Block -> CodeBlock */
    CodeBlock **queue;
    int queue_count, queue_capacity;
    Home *homes; /* by value id */
    uint32_t home_count;
    const Block *block; /* at hand */
    const Op *op;       /* at hand, or NULL */
    int slot_count;     /* of the block at hand */
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
    if (value->id < decoder->home_count)
        decoder->homes[value->id] = (Home){value, decoder->block, slot};
    else
        eval_broken(decoder->eval, decoder->op, "the number of variable %u is not below the graph's value count",
                    (unsigned)value->id);
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
    if (!eval_constant(eval, &value->constant, &cell))
        eval_broken(eval, decoder->op, "an operand is a Python constant, or data outside the program");
    eval->pool = arena_grow(eval->arena, eval->pool, eval->pool_count, &eval->pool_capacity, sizeof *eval->pool);
    eval->pool[eval->pool_count] = cell;
    return ~eval->pool_count++;
}

static int32_t operand(Decoder *decoder, const Value *value) {
    if (value->is_const)
        return add_constant(decoder, value);
    const Home *home = value->id < decoder->home_count ? &decoder->homes[value->id] : NULL;
    if (home && home->value == value && home->block == decoder->block)
        return home->slot;
    eval_broken(decoder->eval, decoder->op, "variable %u is used outside its block or before its definition",
                (unsigned)value->id);
    return 0;
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

/* The type that argument `index` points to; NULL (stopped) if it is no pointer to a struct or array. */
static Type *pointee(Decoder *decoder, const Op *op, int index) {
    Type *type = index < op->arg_count ? op->args[index]->type : NULL;
    if (type && type->kind == TY_PTR && (type->item->kind == TY_STRUCT || type->item->kind == TY_ARRAY))
        return type->item;
    eval_broken(decoder->eval, op, "argument %d is no pointer to a struct or array", index);
    return NULL;
}

static bool is_accessible(const Type *type) {
    return type->kind != TY_PY && type->kind != TY_STRUCT && type->kind != TY_ARRAY && type->kind != TY_FUNC;
}

static void set_access(Decoder *decoder, const Op *op, const Type *type, uint32_t offset, Access *access) {
    if (!type || !is_accessible(type))
        eval_broken(decoder->eval, op, "no value of this type can be in memory");
    else
        *access = access_of(type, offset);
}

static void decode_field(Decoder *decoder, CodeOp *code) {
    Type *type = pointee(decoder, code->op, 0);
    if (!type)
        return;
    type_layout(type);
    const Field *field = type->kind == TY_STRUCT && code->op->name ? type_field(type, code->op->name) : NULL;
    if (field)
        set_access(decoder, code->op, field->type, field->offset, &code->access);
    else
        eval_broken(decoder->eval, code->op, "`%s` has no such field", type_text(decoder->eval->arena, type));
}

/* How the variable part of argument `index` is accessed. */
static void decode_array(Decoder *decoder, const Op *op, int index, Access *access) {
    Type *type = pointee(decoder, op, index);
    Type *array = type ? type_variable_part(type) : NULL;
    if (!array) {
        eval_broken(decoder->eval, op, "the object has no variable part");
        return;
    }
    type_layout(type);
    set_access(decoder, op, array->item, type->items_offset, access);
    access->has_length = !(array->hints & HINT_NOLENGTH);
    access->length_offset = access->has_length ? type->length_offset : 0;
}

static void decode_two_arrays(Decoder *decoder, CodeOp *code) {
    decode_array(decoder, code->op, 0, &code->access);
    decode_array(decoder, code->op, 2, &code->source);
    if (code->access.size != code->source.size)
        eval_broken(decoder->eval, code->op, "the item types differ");
}

static void decode_type(Decoder *decoder, CodeOp *code) {
    Type *type = code->op->type;
    if (!type || (type->kind != TY_STRUCT && type->kind != TY_ARRAY))
        eval_broken(decoder->eval, code->op, "the type attribute is no struct or array");
    else
        type_layout(type);
}

static void decode_call(Decoder *decoder, CodeOp *code) {
    if (!code->op->graph)
        eval_broken(decoder->eval, code->op, "the call names no graph");
    else
        code->callee = eval_code(decoder->eval, code->op->graph);
}

static void decode_native(Decoder *decoder, CodeOp *code) {
    if (!code->op->name || !eval_native_find(code->op->name, code))
        eval_broken(decoder->eval, code->op, "the evaluator knows no such native function");
    else if (code->op->arg_count != code->native_arg_count)
        eval_broken(decoder->eval, code->op, "the native function takes %d arguments", code->native_arg_count);
}

/* What the op needs beyond its operands; the default, on purpose, is nothing. */
static void decode_attributes(Decoder *decoder, CodeOp *code) {
    switch ((int)code->code) {
    case OP_GETFIELD:
    case OP_SETFIELD:
        decode_field(decoder, code);
        break;
    case OP_ARRAY_LEN:
    case OP_ARRAY_GET:
    case OP_ARRAY_SET:
    case OP_ARRAY_ADDR:
        decode_array(decoder, code->op, 0, &code->access);
        break;
    case OP_ARRAY_COPY:
    case OP_ARRAY_COMPARE:
        decode_two_arrays(decoder, code);
        break;
    case OP_LOAD:
    case OP_STORE:
        set_access(decoder, code->op, code->op->type, 0, &code->access);
        break;
    case OP_MALLOC:
    case OP_MALLOC_VAR:
    case OP_GC_ALLOC:
    case OP_GC_ALLOC_VAR:
        decode_type(decoder, code);
        break;
    case OP_CALL:
        decode_call(decoder, code);
        break;
    case OP_CALL_NATIVE:
        decode_native(decoder, code);
        break;
    default:
        break;
    }
}

/* How many arguments an op's signature asks for at least. */
static int least_arg_count(const char *signature) {
    int count = 0;
    for (; *signature != '>'; signature++)
        count += *signature == '.' ? -1 : 1;
    return count;
}

static void decode_op(Decoder *decoder, const Op *op, CodeOp *code) {
    decoder->op = op;
    code->op = op;
    code->code = op->code;
    if (op->arg_count < least_arg_count(op_info[op->code].signature))
        eval_broken(decoder->eval, op, "too few arguments");
    code->args = operands(decoder, op->args, op->arg_count);
    decode_attributes(decoder, code);
    code->result = op->result ? define(decoder, op->result) : -1;
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
    if (link->arg_count != link->target->input_count)
        eval_broken(eval, decoder->op, "a link has %d arguments, its target %d inputs", link->arg_count,
                    link->target->input_count);
    if (eval->moving_capacity < link->arg_count) {
        eval->moving_capacity = link->arg_count * 2;
        eval->moving = arena_alloc(eval->arena, (size_t)eval->moving_capacity * sizeof *eval->moving);
    }
}

static void decode_block(Decoder *decoder, CodeBlock *code) {
    const Block *block = code->block;
    Arena *arena = decoder->eval->arena;
    decoder->block = block;
    decoder->op = NULL;
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

bool eval_decode(Eval *eval, Code *code) {
    if (code->is_decoded)
        return true;
    Decoder decoder = {.eval = eval, .code = code, .home_count = code->graph->value_count};
    decoder.homes = arena_alloc(eval->arena, decoder.home_count * sizeof *decoder.homes);
    code->start = block_code(&decoder, code->graph->start);
    for (int i = 0; i < decoder.queue_count && !eval->is_stopped; i++)
        decode_block(&decoder, decoder.queue[i]);
    code->is_decoded = true;
    return !eval->is_stopped;
}
