/* The GC transform: stage exc → gc. Allocation becomes explicit: gc_alloc by the collector's allocator, raw memory by
 * raw_malloc. Classes get their numbers, from which the backend makes type ids.
 */
#include "gctransform/gctransform.h"

#include <assert.h>

const GcInfo gc_info[GC_COUNT] = {
#define GC(code, text, allocator, library, doc) {text, allocator, library, doc},
#include "gctransform/gc.def"
#undef GC
};

typedef struct Transform {
    Program *program;
    const char *allocator, *atomic_allocator, *unset_allocator; /* interned */
    Graph *memory_error;                                        /* () -> void: raises MemoryError; NULL in unit tests */
} Transform;

/* ---- types ---- */

static bool holds_pointers(const Type *type);

static bool fields_hold_pointers(const Type *type) {
    for (const Type *part = type; part; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            if (holds_pointers(part->fields[i].type))
                return true;
    return false;
}

/* Whether memory of this type holds gc pointers. */
static bool holds_pointers(const Type *type) {
    if (type->kind == TY_STRUCT)
        return fields_hold_pointers(type);
    if (type->kind == TY_ARRAY)
        return holds_pointers(type->item);
    return type->kind == TY_PTR && type_is_gc_ptr(type);
}

/* ---- gc objects ---- */

static void rewrite_gc_malloc(const Transform *transform, Op *op) {
    bool is_variable = op->code != OP_MALLOC;
    uint32_t fixed = op->type->items_offset; /* see weft_alloc_boehm_unset */
    bool is_unset = op->code == OP_MALLOC_UNSET && fixed >= 16 && fixed <= 32;
    const char *atomic = is_unset ? transform->unset_allocator : transform->atomic_allocator;
    op->name = holds_pointers(op->type) ? transform->allocator : atomic;
    op->code = is_variable ? OP_GC_ALLOC_VAR : OP_GC_ALLOC;
    if (is_variable)
        return;
    op->args = arena_alloc(transform->program->arena, sizeof *op->args);
    op->args[0] = const_int(transform->program, op->type->size);
    op->arg_count = 1;
}

/* ---- raw memory ---- */

/* Inserts ops before the malloc that is being replaced. */
typedef struct Inserter {
    Block *block;
    int at;
    const Pos *pos;
} Inserter;

static Value *insert_op(Inserter *inserter, OpCode code, TypeKind result, Value *x, Value *y) {
    Program *program = inserter->block->graph->program;
    Value *args[] = {x, y};
    Type *type = result == TY_VOID ? NULL : type_simple(program->types, result);
    Op *op = op_new(inserter->block->graph, code, inserter->pos, type, args, !x ? 0 : y ? 2 : 1);
    block_insert(inserter->block, inserter->at++, op);
    return op->result;
}

/* Bytes of the object; -1, which nobody has, if the product does not fit. */
static Value *insert_size(Inserter *inserter, const Op *malloc_op) {
    Program *program = inserter->block->graph->program;
    const Type *type = malloc_op->type;
    if (malloc_op->code == OP_MALLOC)
        return const_int(program, type->size);
    Value *count = malloc_op->args[0];
    int64_t item_size = type_memory_size(type_variable_part(malloc_op->type)->item);
    Value *bytes = insert_op(inserter, OP_INT_MUL, TY_I64, count, const_int(program, item_size));
    Value *size = insert_op(inserter, OP_INT_ADD, TY_I64, bytes, const_int(program, type->items_offset));
    Value *limit = const_int(program, (INT64_MAX >> 16) / item_size);
    Value *is_much = insert_op(inserter, OP_INT_ULT, TY_BOOL, limit, count);
    Value *bit = insert_op(inserter, OP_BOOL_TO_INT, TY_I64, is_much, NULL);
    return insert_op(inserter, OP_INT_OR, TY_I64, size, insert_op(inserter, OP_INT_NEG, TY_I64, bit, NULL));
}

static void insert_store_length(Inserter *inserter, const Op *malloc_op, Value *memory) {
    Program *program = inserter->block->graph->program;
    const Type *type = malloc_op->type;
    if (malloc_op->code == OP_MALLOC || type_variable_part(malloc_op->type)->hints & HINT_NOLENGTH)
        return;
    Value *args[] = {memory, const_int(program, type->length_offset), malloc_op->args[0]};
    Op *store = op_new(inserter->block->graph, OP_STORE, inserter->pos, NULL, args, 3);
    store->type = type_simple(program->types, TY_I64);
    block_insert(inserter->block, inserter->at++, store);
}

static Link *branch(Block *block, bool value, Block *target) {
    return block_add_exit(block, CASE_BOOL, value, target, NULL, 0);
}

/* A new block, entered when there was no memory, that makes a MemoryError pending. `block` jumps on else. */
static Block *raise_without_memory(const Transform *transform, Block *block, const Op *raw_malloc, bool propagate) {
    Inserter inserter = {.block = block, .at = block->op_count, .pos = raw_malloc->pos};
    Value *null = const_new(transform->program, raw_malloc->result->type, (Const){.kind = CONST_INT});
    block_set_switch(block, insert_op(&inserter, OP_ADDR_EQ, TY_BOOL, raw_malloc->result, null));
    block->exits[0]->kind = CASE_BOOL;
    block->exits[0]->integer = false;
    Block *failed = block_new(block->graph);
    failed->pos = raw_malloc->pos;
    branch(block, true, failed);
    Op *call = op_new(block->graph, OP_CALL, raw_malloc->pos, transform->memory_error->type->item, NULL, 0);
    call->graph = transform->memory_error;
    call->propagate = propagate;
    block_append(failed, call);
    return failed;
}

static int position_of(Value *const *values, int count, const Value *value) {
    int at = 0;
    while (at < count && values[at] != value)
        at++;
    return at;
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
static void check_memory(const Transform *transform, Block *block, int at, int last, bool propagate) {
    Op *raw_malloc = block->ops[at], *cast = block->ops[last];
    Block *lower = block_split(block, at + 1);
    Link *enter = block->exits[0];
    Block *failed = raise_without_memory(transform, block, raw_malloc, propagate);
    if (propagate) {
        block_append(failed, op_new(block->graph, OP_UNREACHABLE, raw_malloc->pos, NULL, NULL, 0));
        return;
    }
    block_split(lower, last - at);
    join_failed(failed, block->exits[1], enter, lower->exits[0], cast->result);
}

/* The malloc becomes the conversion of the new memory's address. What follows the allocation proper goes to a block of
 * its own. */
static void rewrite_raw_malloc(const Transform *transform, Block *block, int at) {
    Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *size = insert_size(&inserter, op);
    Value *memory = insert_op(&inserter, OP_RAW_MALLOC, TY_ADDRESS, size, NULL);
    int allocation = inserter.at - 1;
    insert_op(&inserter, OP_RAW_ZERO, TY_VOID, memory, size);
    insert_store_length(&inserter, op, memory);
    Op *cast = op_new(block->graph, OP_ADDR_TO_PTR, op->pos, NULL, &memory, 1);
    cast->result = op->result;
    block->ops[inserter.at] = cast;
    if (transform->memory_error && !block->graph->is_system)
        check_memory(transform, block, allocation, inserter.at, op->propagate);
}

/* ---- graphs ---- */

static void transform_block(const Transform *transform, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        if (op->code == OP_STACK_ALLOC || op->code == OP_STACK_ALLOC_VAR)
            type_layout(op->type);
        if (op->code != OP_MALLOC && op->code != OP_MALLOC_VAR && op->code != OP_MALLOC_UNSET)
            continue;
        type_layout(op->type);
        if (op->type->flavour == FLAVOUR_GC)
            rewrite_gc_malloc(transform, op);
        else
            rewrite_raw_malloc(transform, block, i);
    }
}

static void transform_graph(const Transform *transform, Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) /* blocks split off come later */
        transform_block(transform, graph->blocks[i]);
    graph_renumber(graph);
}

void gc_transform(Program *program, GcKind kind) {
    assert(program->stage == STAGE_EXC);
    Transform transform = {.program = program};
    transform.allocator = intern(program->names, gc_info[kind].allocator);
    transform.atomic_allocator =
        intern(program->names, arena_printf(program->arena, "%s_atomic", gc_info[kind].allocator));
    transform.unset_allocator =
        intern(program->names, arena_printf(program->arena, "%s_unset", gc_info[kind].allocator));
    transform.memory_error = program_find_graph(program, "weft.core.exceptions._raise_memory_error");
    for (int i = 0; i < program->graph_count; i++)
        transform_graph(&transform, program->graphs[i]);
    program_number_classes(program);
    program->stage = STAGE_GC;
}
