/* Functions, classes and the entry of random programs.
 *
 * A program is a few functions of a number and an object that call each other (later ones earlier ones), allocate,
 * read, write and link objects, raise and handle exceptions, and loop as long as their fuel lasts. The entry calls the
 * last one with several arguments and mixes what it gives, or that it raised. Strings, which `ownership` is about, do
 * not occur.
 */
#include "tests/unit/maker.h"

#include <string.h>

/* With so many of the parameters: a number, an object. */
static Graph *new_graph(Maker *maker, const char *name, int params) {
    Type *types[] = {maker->integer, maker->object_ptr};
    Graph *graph = program_add_graph(maker->program, name);
    graph->type = type_func(maker->program->types, maker->integer, types, params);
    graph->file = maker->pos->file;
    for (int i = 0; i < params; i++)
        block_add_input(graph->start, types[i], NULL);
    block_add_input(graph->return_block, maker->integer, NULL);
    block_add_input(graph->except_block, maker->base_ptr, NULL);
    return graph;
}

static void fill_block(Maker *maker, int at) {
    Block *block = maker->block = maker->blocks[at];
    maker->number_count = maker->object_count = 0;
    bool is_start = at == 0;
    for (int i = 0; i < (is_start ? 1 : NUMBERS); i++)
        maker_add_number(maker, block->inputs[i]);
    maker->fuel = is_start ? const_int(maker->program, FUEL) : block->inputs[PASSED - 1];
    for (int i = 0; i < (is_start ? 1 : OBJECTS); i++)
        maker->objects[maker->object_count++] = block->inputs[(is_start ? 1 : NUMBERS) + i];
    if (is_start)
        maker_add_object(maker);
    for (uint32_t i = maker_below(maker, 7); i > 0; i--)
        maker_add_op(maker);
    maker_end_block(maker, at);
}

/* Everything that comes there, and what the objects hold, makes up the result. */
static void fill_last_block(Maker *maker) {
    Block *block = maker->block = maker->blocks[BLOCKS];
    Value *sum = block->inputs[PASSED - 1], *factor = const_int(maker->program, 7);
    for (int i = 0; i < NUMBERS + 2 * OBJECTS; i++) {
        Value *value = block->inputs[i < NUMBERS ? i : NUMBERS + (i - NUMBERS) / 2];
        if (i >= NUMBERS) {
            Op *read = maker_append(maker, OP_GETFIELD, maker->integer, value, NULL);
            read->name = intern(maker->program->names, i % 2 ? "x" : "y");
            value = read->result;
        }
        sum = maker_append(maker, OP_INT_MUL, maker->integer, sum, factor)->result;
        sum = maker_append(maker, OP_INT_XOR, maker->integer, sum, value)->result;
    }
    block_jump(block, maker->graph->return_block, &sum, 1);
}

static void make_function(Maker *maker) {
    maker->graph = new_graph(maker, arena_printf(maker->program->arena, "f%d", maker->function_count), 2);
    maker->blocks[0] = maker->graph->start;
    for (int i = 1; i <= BLOCKS; i++) {
        maker->blocks[i] = block_new(maker->graph);
        for (int j = 0; j < NUMBERS + OBJECTS; j++)
            block_add_input(maker->blocks[i], j < NUMBERS ? maker->integer : maker->object_ptr, NULL);
        block_add_input(maker->blocks[i], maker->integer, "fuel");
    }
    for (int i = 0; i < BLOCKS; i++)
        fill_block(maker, i);
    fill_last_block(maker);
    graph_renumber(maker->graph);
    maker->functions[maker->function_count++] = maker->graph;
}

/* The block being filled may call what never returns. */
static void fail_at_times(Maker *maker, Value *x) {
    Block *rest = block_split(maker->block, maker->block->op_count), *failing = block_new(maker->graph);
    Link *link = maker->block->exits[0];
    maker->block->exit_count = 0;
    Value *low = maker_append(maker, OP_INT_AND, maker->integer, x, const_int(maker->program, 3))->result;
    Value *answer = maker_append(maker, OP_INT_EQ, maker->boolean, low, const_int(maker->program, 1))->result;
    block_set_switch(maker->block, answer);
    block_add_exit(maker->block, CASE_BOOL, false, rest, link->args, link->arg_count);
    block_add_exit(maker->block, CASE_BOOL, true, failing, &x, 1);
    Value *number = block_add_input(failing, maker->integer, NULL);
    Op *call = op_new(maker->graph, OP_CALL, maker->pos, maker->integer, &number, 1);
    call->graph = maker->fail;
    block_append(failing, call);
    block_jump(failing, maker->graph->return_block, &call->result, 1);
}

/* Some methods are what lowering puts into slots: they only call an earlier one. */
static void make_act(Maker *maker, int number) {
    Graph *graph = maker->graph = program_add_graph(maker->program, arena_printf(maker->program->arena, "a%d", number));
    Type *params[] = {maker->shape_ptr, maker->integer};
    graph->type = type_func(maker->program->types, maker->integer, params, 2);
    graph->file = maker->pos->file;
    bool forwards = number && maker_below(maker, 2);
    graph->is_hidden = forwards;
    Value *self = block_add_input(graph->start, maker->shape_ptr, NULL);
    Value *x = block_add_input(graph->start, maker->integer, NULL);
    block_add_input(graph->return_block, maker->integer, NULL);
    block_add_input(graph->except_block, maker->base_ptr, NULL);
    maker->block = graph->start;
    Op *op = maker_append(maker, OP_INT_MUL, maker->integer, x, const_int(maker->program, number + 2));
    if (forwards) {
        maker->block->op_count = 0;
        op = maker_append(maker, OP_CALL, maker->integer, self, x);
        op->graph = maker->acts[maker_below(maker, (uint32_t)number)];
    }
    block_jump(graph->start, graph->return_block, &op->result, 1);
    if (!forwards && maker_below(maker, 3) == 0)
        fail_at_times(maker, x);
    graph_renumber(graph);
    maker->acts[number] = graph;
}

/* The class depends on the two low bits of the argument. */
static void make_shapes(Maker *maker) {
    Graph *graph = maker->graph = program_add_graph(maker->program, "shape");
    graph->type = type_func(maker->program->types, maker->shape_ptr, &maker->integer, 1);
    graph->file = maker->pos->file;
    Value *n = block_add_input(graph->start, maker->integer, NULL);
    block_add_input(graph->return_block, maker->shape_ptr, NULL);
    block_add_input(graph->except_block, maker->base_ptr, NULL);
    maker->block = graph->start;
    Op *low = maker_append(maker, OP_INT_AND, maker->integer, n, const_int(maker->program, SHAPES - 1));
    block_set_switch(graph->start, low->result);
    for (int i = 0; i < SHAPES; i++) {
        maker->block = block_new(graph);
        block_add_exit(graph->start, i == SHAPES - 1 ? CASE_DEFAULT : CASE_INT, i, maker->block, NULL, 0);
        Op *object = maker_append(maker, OP_MALLOC, type_ptr(maker->program->types, maker->shapes[i]), NULL, NULL);
        object->type = maker->shapes[i];
        Value *shape = maker_append(maker, OP_CAST, maker->shape_ptr, object->result, NULL)->result;
        block_jump(maker->block, graph->return_block, &shape, 1);
    }
    graph_renumber(graph);
    maker->make_shape = graph;
}

/* Four classes, each with its record and below the base or an earlier one. */
static void make_classes(Maker *maker) {
    TypeTable *types = maker->program->types;
    maker->shape = type_struct(types, "Shape");
    maker->shape_ptr = type_ptr(types, maker->shape);
    type_set_fields(types, maker->shape, FLAVOUR_GC, 0, NULL, NULL, 0);
    Type *params[] = {maker->shape_ptr, maker->integer};
    const char *act = intern(maker->program->names, "act");
    Field slot = {.name = act, .type = type_ptr(types, type_func(types, maker->integer, params, 2))};
    maker->vtable = maker->shape->vtable = type_struct(types, "Shape.type");
    type_set_fields(types, maker->vtable, FLAVOUR_RAW, HINT_IMMUTABLE | HINT_VTABLE, NULL, &slot, 1);
    for (int i = 0; i < SHAPES; i++) {
        make_act(maker, i);
        Type *type = maker->shapes[i] = type_struct(types, arena_printf(maker->program->arena, "Shape%d", i));
        uint32_t super = maker_below(maker, (uint32_t)i + 1);
        type_set_fields(types, type, FLAVOUR_GC, 0, super ? maker->shapes[super - 1] : maker->shape, NULL, 0);
        type->vtable = maker->vtable;
        type->vtable_data =
            program_add_data(maker->program, arena_printf(maker->program->arena, "record%d", i), maker->vtable, 0);
        maker->prebuilt[i] =
            program_add_data(maker->program, arena_printf(maker->program->arena, "shape%d", i), type, 0);
        data_set(maker->program, type->vtable_data, act, (Const){.kind = CONST_GRAPH, .graph = maker->acts[i]});
    }
    make_shapes(maker);
}

static void make_fail(Maker *maker) {
    maker->graph = maker->fail = new_graph(maker, "fail", 1);
    maker->block = maker->graph->start;
    maker_raise(maker);
    graph_renumber(maker->graph);
}

/* risky(x): 3 - x if x > 0; else it raises. */
static void make_risky(Maker *maker) {
    maker->graph = maker->risky = new_graph(maker, "risky", 1);
    maker->block = maker->graph->start;
    Value *x = maker->block->inputs[0], *zero = const_int(maker->program, 0), *three = const_int(maker->program, 3);
    Value *less = maker_append(maker, OP_INT_SUB, maker->integer, three, x)->result;
    block_set_switch(maker->block, maker_append(maker, OP_INT_GT, maker->boolean, x, zero)->result);
    Block *raising = block_new(maker->graph);
    block_add_exit(maker->block, CASE_BOOL, false, raising, &x, 1);
    block_add_exit(maker->block, CASE_BOOL, true, maker->graph->return_block, &less, 1);
    maker->block = raising;
    maker_raise_either(
        maker,
        maker_append(maker, OP_INT_ADD, maker->integer, block_add_input(raising, maker->integer, NULL), three)->result);
    graph_renumber(maker->graph);
}

static void make_quiet(Maker *maker) {
    maker->graph = maker->quiet = new_graph(maker, "quiet", 1);
    maker->block = maker->graph->start;
    Value *number = maker->block->inputs[0];
    Op *op = maker_append(maker, OP_INT_XOR, maker->integer, number, const_int(maker->program, 5));
    block_jump(maker->block, maker->graph->return_block, &op->result, 1);
    graph_renumber(maker->graph);
}

/* walk(x, steps): x when no steps are left, else walk(other things made of both, steps - 1), from two places. */
static void make_walk(Maker *maker) {
    static const OpCode codes[] = {OP_INT_ADD, OP_INT_XOR, OP_INT_MUL, OP_INT_SUB};
    Graph *graph = maker->graph = maker->walk = program_add_graph(maker->program, "walk");
    Type *params[] = {maker->integer, maker->integer};
    graph->type = type_func(maker->program->types, maker->integer, params, 2);
    graph->file = maker->pos->file;
    Value *x = block_add_input(graph->start, maker->integer, NULL);
    Value *steps = block_add_input(graph->start, maker->integer, NULL);
    block_add_input(graph->return_block, maker->integer, NULL);
    block_add_input(graph->except_block, maker->base_ptr, NULL);
    maker->block = graph->start;
    Value *zero = const_int(maker->program, 0), *one = const_int(maker->program, 1);
    block_set_switch(graph->start, maker_append(maker, OP_INT_LE, maker->boolean, steps, zero)->result);
    Block *more = block_new(graph);
    block_add_exit(graph->start, CASE_BOOL, false, more, (Value *[]){x, steps}, 2);
    block_add_exit(graph->start, CASE_BOOL, true, graph->return_block, &x, 1);
    x = block_add_input(more, maker->integer, NULL);
    steps = block_add_input(more, maker->integer, NULL);
    maker->block = more;
    Value *less = maker_append(maker, OP_INT_SUB, maker->integer, steps, one)->result;
    block_set_switch(more, maker_append(maker, OP_INT_LT, maker->boolean, x, steps)->result);
    for (int i = 0; i < 2; i++) {
        maker->block = block_new(graph);
        block_add_exit(more, CASE_BOOL, i, maker->block, (Value *[]){x, less}, 2);
        Value *y = block_add_input(maker->block, maker->integer, NULL);
        Value *left = block_add_input(maker->block, maker->integer, NULL);
        Value *z = maker_append(maker, codes[maker_below(maker, 4)], maker->integer, y, left)->result;
        Op *call = maker_append(maker, OP_CALL, maker->integer, z, left);
        call->graph = graph;
        bool is_last = i == 0 || maker_below(maker, 3);
        Value *result = is_last ? call->result : y;
        block_jump(maker->block, graph->return_block, &result, 1);
    }
    graph_renumber(graph);
}

/* result = result * 31 + function(argument), or + 1 if that raised, for all functions; then the global object's fields.
 */
static void make_entry(Maker *maker) {
    static const int64_t arguments[] = {0, 1, -1, 7, 1000, 2, -5, 3};
    maker->graph = new_graph(maker, "entry", 0);
    maker->block = maker->graph->start;
    Value *sum = const_int(maker->program, 0), *factor = const_int(maker->program, 31);
    for (uint32_t i = 0; i < VARIABLES; i++)
        maker_write_variable(maker, i, const_int(maker->program, i + 3));
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++) {
        Value *scaled = maker_append(maker, OP_INT_MUL, maker->integer, sum, factor)->result;
        Value *object = const_data(maker->program, maker->global);
        Op *call = maker_append(maker, OP_CALL, maker->integer, const_int(maker->program, arguments[i]), object);
        call->graph = maker->functions[FUNCTIONS - 1 - i % FUNCTIONS];
        Block *next = block_new(maker->graph);
        Value *before = block_add_input(next, maker->integer, NULL),
              *more = block_add_input(next, maker->integer, NULL);
        block_set_last_exception(maker->block);
        block_add_exit(maker->block, CASE_NORMAL, 0, next, (Value *[]){scaled, call->result}, 2);
        block_add_exit(maker->block, CASE_EXCEPTION, 0, next, (Value *[]){scaled, const_int(maker->program, 1)}, 2);
        maker->block = next;
        sum = maker_append(maker, OP_INT_ADD, maker->integer, before, more)->result;
    }
    for (int i = 0; i < 2; i++) {
        Op *last = maker_append(maker, OP_GETFIELD, maker->integer, const_data(maker->program, maker->global), NULL);
        last->name = intern(maker->program->names, i ? "y" : "x");
        sum = maker_append(maker, OP_INT_XOR, maker->integer, sum, last->result)->result;
    }
    block_jump(maker->block, maker->graph->return_block, &sum, 1);
    graph_renumber(maker->graph);
    maker->program->entry = maker->graph;
}

static void make_types(Maker *maker) {
    Program *program = maker->program;
    TypeTable *types = program->types;
    maker->integer = type_simple(types, TY_I64);
    maker->boolean = type_simple(types, TY_BOOL);
    maker->floating = type_simple(types, TY_F64);
    maker->scalar = type_simple(types, TY_SCALAR);
    program->exception_base = type_struct(types, "BaseException");
    type_set_fields(types, program->exception_base, FLAVOUR_GC, HINT_EXCEPTION, NULL, NULL, 0);
    maker->base_ptr = type_ptr(types, program->exception_base);
    maker->error = type_struct(types, "Error");
    type_set_fields(types, maker->error, FLAVOUR_GC, HINT_EXCEPTION, program->exception_base, NULL, 0);
    maker->worse = type_struct(types, "Worse");
    type_set_fields(types, maker->worse, FLAVOUR_GC, HINT_EXCEPTION, maker->error, NULL, 0);
    maker->object = type_struct(types, "Object");
    maker->object_ptr = type_ptr(types, maker->object);
    Field fields[] = {{.name = intern(program->names, "x"), .type = maker->integer},
                      {.name = intern(program->names, "y"), .type = maker->integer},
                      {.name = intern(program->names, "next"), .type = maker->object_ptr},
                      {.name = intern(program->names, "z"), .type = maker->integer}}; /* never read */
    type_set_fields(types, maker->object, FLAVOUR_GC, 0, NULL, fields, 4);
    maker->global = program_add_data(program, "global", maker->object, 0);
    maker->global->is_mutable = true;
    Type *variable = type_struct(types, "variable");
    type_set_fields(types, variable, FLAVOUR_RAW, 0, NULL,
                    &(Field){.name = intern(program->names, "value"), .type = maker->integer}, 1);
    for (int i = 0; i < VARIABLES; i++) {
        maker->variables[i] = program_add_data(program, arena_printf(program->arena, "variable%d", i), variable, 0);
        maker->variables[i]->is_mutable = maker->variables[i]->is_unset = true;
    }
}

Program *maker_program(Arena *arena, uint64_t seed) {
    Maker maker = {.state = seed * 7919 + 17, .program = program_new(arena)};
    maker.program->stage = STAGE_LOW;
    Pos *pos = arena_alloc(arena, sizeof *pos);
    *pos = (Pos){.file = program_add_file(maker.program, "prog.py", "__main__", NULL, 0), .function = "f", .line = 1};
    maker.pos = pos;
    make_types(&maker);
    make_fail(&maker);
    make_risky(&maker);
    make_classes(&maker);
    make_quiet(&maker);
    make_walk(&maker);
    for (int i = 0; i < FUNCTIONS; i++)
        make_function(&maker);
    make_entry(&maker);
    return maker.program;
}
