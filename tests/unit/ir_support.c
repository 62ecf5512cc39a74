/* Random programs for the tests of ir/. */
#include "tests/unit/ir_support.h"

#include <stdlib.h>
#include <string.h>

uint32_t random_below(uint64_t *state, uint32_t limit) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33) % limit;
}

char *printed(Arena *arena, const Program *program) {
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    program_print(program, out);
    fclose(out);
    char *copy = arena_text(arena, text, length);
    free(text);
    return copy;
}

Program *parsed(Arena *arena, const char *text, const char **code) {
    DiagList *diags = arena_alloc(arena, sizeof *diags);
    diags->arena = arena;
    SourceFile *file = arena_alloc(arena, sizeof *file);
    file->path = "text.ir";
    file->text = text;
    file->length = strlen(text);
    Program *program = program_parse(arena, file, diags);
    *code = diags->count ? diags->items[0]->code : NULL;
    return program;
}

enum { MAX_VALUES = 40 };

typedef struct Maker {
    Program *program;
    Graph *graph;
    uint64_t state;
    Pos *pos;
    Value *values[MAX_VALUES]; /* defined in the block at work */
    int value_count;
} Maker;

static Type *random_type(Maker *maker) {
    static const TypeKind kinds[] = {TY_I64, TY_F64, TY_BOOL, TY_SCALAR};
    return type_simple(maker->program->types, kinds[random_below(&maker->state, 4)]);
}

static Value *random_const(Maker *maker, Type *type) {
    static const double numbers[] = {0.0, -0.0, 1.5, 1e300, 5e-324, 0.1, -1.0 / 3.0};
    int64_t integer = (int64_t)(maker->state ^ maker->state << 21);
    double number = numbers[random_below(&maker->state, 7)];
    if (type->kind == TY_I64)
        return const_int(maker->program, random_below(&maker->state, 2) ? integer : integer % 10);
    if (type->kind == TY_F64)
        return const_float(maker->program, number);
    if (type->kind == TY_BOOL)
        return const_bool(maker->program, integer & 1);
    Const scalar = {.kind = CONST_SCALAR, .tag = (ScalarTag)random_below(&maker->state, 4)};
    if (scalar.tag == SCALAR_FLOAT)
        scalar.number = number;
    else
        scalar.integer = scalar.tag == SCALAR_INT ? integer : scalar.tag == SCALAR_BOOL;
    return const_new(maker->program, type, scalar);
}

/* A variable of the type if luck finds one, else a constant. */
static Value *random_value(Maker *maker, Type *type) {
    for (int tries = 0; maker->value_count && tries < 4; tries++) {
        Value *value = maker->values[random_below(&maker->state, (uint32_t)maker->value_count)];
        if (value->type == type)
            return value;
    }
    return random_const(maker, type);
}

static void add_random_op(Maker *maker, Block *block) {
    static const struct {
        OpCode code;
        TypeKind args[2], result;
        int count;
    } ops[] = {{OP_INT_ADD, {TY_I64, TY_I64}, TY_I64, 2},   {OP_INT_MUL_OVF, {TY_I64, TY_I64}, TY_I64, 2},
               {OP_FLOAT_ADD, {TY_F64, TY_F64}, TY_F64, 2}, {OP_INT_LT, {TY_I64, TY_I64}, TY_BOOL, 2},
               {OP_BOOL_NOT, {TY_BOOL}, TY_BOOL, 1},        {OP_SCALAR_FROM_FLOAT, {TY_F64}, TY_SCALAR, 1},
               {OP_FLOAT_EQ, {TY_F64, TY_F64}, TY_BOOL, 2}, {OP_SCALAR_TAG, {TY_SCALAR}, TY_I64, 1}};
    uint32_t pick = random_below(&maker->state, sizeof ops / sizeof *ops);
    TypeTable *types = maker->program->types;
    Value *args[2];
    for (int i = 0; i < ops[pick].count; i++)
        args[i] = random_value(maker, type_simple(types, ops[pick].args[i]));
    Type *result = type_simple(types, ops[pick].result);
    Op *op = op_new(maker->graph, ops[pick].code, maker->pos, result, args, ops[pick].count);
    op->result->name = random_below(&maker->state, 2) ? intern(maker->program->names, "odd name") : NULL;
    block_append(block, op);
    if (maker->value_count < MAX_VALUES)
        maker->values[maker->value_count++] = op->result;
}

static void add_random_exit(Maker *maker, Block *block, CaseKind kind, int64_t integer, Block *target) {
    Link *link = block_add_exit(block, kind, integer, target, NULL, 0);
    for (int i = 0; i < target->input_count; i++)
        link_add_arg(link, random_value(maker, target->inputs[i]->type));
}

/* One of the blocks that have inputs by now; the last one is the return block. */
static Block *random_target(Maker *maker, Block **blocks, int count) {
    return blocks[1 + random_below(&maker->state, (uint32_t)count)];
}

/* A call of the graph itself whose exceptions are handled: by another block, or by leaving. */
static void end_with_call(Maker *maker, Block *block, Block **blocks, int count) {
    Value *args[] = {random_value(maker, type_simple(maker->program->types, TY_I64))};
    Op *call = op_new(maker->graph, OP_CALL, maker->pos, type_simple(maker->program->types, TY_I64), args, 1);
    call->graph = maker->graph;
    block_append(block, call);
    block_set_last_exception(block);
    add_random_exit(maker, block, CASE_NORMAL, 0, random_target(maker, blocks, count));
    add_random_exit(maker, block, CASE_EXCEPTION, 0, random_target(maker, blocks, count));
    Type *exception = maker->graph->except_block->inputs[0]->type;
    Link *out = block_add_exit(block, CASE_EXCEPTION, 0, maker->graph->except_block, NULL, 0);
    out->exc_type = exception->item;
    out->exception = value_new(maker->graph, exception, NULL);
    link_add_arg(out, out->exception);
}

static void end_block(Maker *maker, Block *block, Block **blocks, int count) {
    TypeTable *types = maker->program->types;
    uint32_t kind = random_below(&maker->state, 4);
    if (kind == 0) {
        add_random_exit(maker, block, CASE_NONE, 0, random_target(maker, blocks, count));
    } else if (kind == 1) {
        block_set_switch(block, random_value(maker, type_simple(types, TY_BOOL)));
        for (int i = 0; i < 2; i++)
            add_random_exit(maker, block, CASE_BOOL, i, random_target(maker, blocks, count));
    } else if (kind == 2) {
        block_set_switch(block, random_value(maker, type_simple(types, TY_I64)));
        for (int i = 0; i < 3; i++)
            add_random_exit(maker, block, CASE_INT, 7 - i * 9, random_target(maker, blocks, count));
        add_random_exit(maker, block, CASE_DEFAULT, 0, random_target(maker, blocks, count));
    } else {
        end_with_call(maker, block, blocks, count);
    }
}

/* The graph's frame: parameter, result and exception; the blocks with random inputs. */
static Block **random_blocks(Maker *maker, int count) {
    Program *program = maker->program;
    TypeTable *types = program->types;
    Type *integer = type_simple(types, TY_I64);
    Graph *graph = maker->graph;
    graph->type = type_func(types, integer, &integer, 1);
    block_add_input(graph->return_block, integer, NULL);
    block_add_input(graph->except_block, type_ptr(types, program->exception_base), NULL);
    Block **blocks = arena_alloc(program->arena, (size_t)(count + 1) * sizeof *blocks);
    blocks[0] = graph->start;
    block_add_input(graph->start, integer, intern(program->names, "x"));
    for (int i = 1; i < count; i++) {
        blocks[i] = block_new(graph);
        for (uint32_t j = random_below(&maker->state, 4); j > 0; j--)
            block_add_input(blocks[i], random_type(maker), NULL);
    }
    blocks[count] = graph->return_block;
    return blocks;
}

Program *random_program(Arena *arena, uint64_t seed, int count) {
    Maker maker = {.program = program_new(arena), .state = seed * 77 + 1};
    maker.program->stage = STAGE_LOW;
    maker.program->exception_base = type_struct(maker.program->types, "BaseException");
    type_set_fields(maker.program->types, maker.program->exception_base, FLAVOUR_GC, HINT_EXCEPTION, NULL, NULL, 0);
    maker.graph = program_add_graph(maker.program, "f");
    maker.graph->file = program_add_file(maker.program, "random.py", "__main__", NULL, 0);
    maker.pos = arena_alloc(arena, sizeof *maker.pos);
    *maker.pos = (Pos){maker.graph->file, "f", NULL, 3, 4, 5, 6};
    Block **blocks = random_blocks(&maker, count);
    for (int i = 0; i < count; i++) {
        maker.value_count = 0;
        for (int j = 0; j < blocks[i]->input_count; j++)
            maker.values[maker.value_count++] = blocks[i]->inputs[j];
        for (uint32_t j = random_below(&maker.state, 6); j > 0; j--)
            add_random_op(&maker, blocks[i]);
        end_block(&maker, blocks[i], blocks, count);
    }
    return maker.program;
}
