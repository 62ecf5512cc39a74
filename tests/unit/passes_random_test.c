/* Random programs whose result no pass may change: a property test of all passes, alone and in random orders.
 *
 * A program is a few functions of a number and an object that call each other (later ones earlier ones), allocate,
 * read, write and link objects, raise and handle exceptions, and loop as long as their fuel lasts. The entry calls the
 * last one with several arguments and mixes what it gives, or that it raised. Strings, which `ownership` is about, do
 * not occur.
 */
#include "tests/unit/eval_support.h"
#include "tests/unit/suites.h"

#include "passes/passes.h"

#include <stdlib.h>
#include <string.h>

enum {
    PROGRAMS = 200,
    FUNCTIONS = 4,
    BLOCKS = 9,
    NUMBERS = 3,
    POOL = 64,
    FUEL = 12,
    SHAPES = 4,
    VARIABLES = 3,
    MOST_OPS = 4000000
};

typedef struct Maker {
    uint64_t state;
    Program *program;
    Type *integer, *boolean, *object, *object_ptr, *error, *worse, *base_ptr;
    Data *global, *variables[VARIABLES];
    const Pos *pos;
    Graph *graph; /* being made */
    Graph *functions[FUNCTIONS];
    int function_count;
    Graph *fail;  /* never returns */
    Graph *quiet; /* never raises */
    Graph *walk;  /* calls itself in the end */
    Type *shape, *shape_ptr, *vtable, *shapes[SHAPES];
    Graph *acts[SHAPES], *make_shape;
    Block *blocks[BLOCKS];
    Block *block; /* being filled */
    Value *numbers[POOL], *objects[POOL], *fuel;
    int number_count, object_count;
} Maker;

static uint32_t below(Maker *maker, uint32_t limit) {
    maker->state = maker->state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(maker->state >> 33) % limit;
}

/* ---- single ops ---- */

static Op *append(Maker *maker, OpCode code, Type *type, Value *x, Value *y) {
    Value *args[] = {x, y};
    Op *op = op_new(maker->graph, code, maker->pos, type, args, (x != NULL) + (y != NULL));
    block_append(maker->block, op);
    return op;
}

static Value *pick_number(Maker *maker) {
    if (below(maker, 4) == 0)
        return const_int(maker->program, (int64_t)below(maker, 5) - 2);
    return maker->numbers[below(maker, (uint32_t)maker->number_count)];
}

static Value *pick_object(Maker *maker) {
    if (below(maker, 10) == 0)
        return const_data(maker->program, maker->global);
    return maker->objects[below(maker, (uint32_t)maker->object_count)];
}

static void add_number(Maker *maker, Value *value) {
    if (maker->number_count < POOL)
        maker->numbers[maker->number_count++] = value;
}

static void add_arithmetic(Maker *maker) {
    static const OpCode codes[] = {OP_INT_ADD, OP_INT_SUB, OP_INT_XOR,    OP_INT_AND,
                                   OP_INT_MUL, OP_INT_ADD, OP_INT_ADD_OVF};
    OpCode code = codes[below(maker, sizeof codes / sizeof *codes)];
    Value *x = pick_number(maker);
    add_number(maker, append(maker, code, maker->integer, x, pick_number(maker))->result);
}

static void add_object(Maker *maker) {
    Op *op = append(maker, OP_MALLOC, maker->object_ptr, NULL, NULL);
    op->type = maker->object;
    if (maker->object_count < POOL)
        maker->objects[maker->object_count++] = op->result;
}

static const char *field_name(Maker *maker) {
    return intern(maker->program->names, below(maker, 2) ? "x" : "y");
}

static void add_read(Maker *maker) {
    Op *op = append(maker, OP_GETFIELD, maker->integer, pick_object(maker), NULL);
    op->name = field_name(maker);
    add_number(maker, op->result);
}

/* Of a module variable: the first is written once, the second always the same, the third anything. */
static void add_variable_read(Maker *maker) {
    Value *variable = const_data(maker->program, maker->variables[below(maker, VARIABLES)]);
    Op *op = append(maker, OP_GETFIELD, maker->integer, variable, NULL);
    op->name = intern(maker->program->names, "value");
    add_number(maker, op->result);
}

static void write_variable(Maker *maker, uint32_t number, Value *value) {
    Value *variable = const_data(maker->program, maker->variables[number]);
    append(maker, OP_SETFIELD, NULL, variable, value)->name = intern(maker->program->names, "value");
}

static void add_variable_write(Maker *maker) {
    if (below(maker, 2))
        write_variable(maker, 1, const_int(maker->program, 4));
    else
        write_variable(maker, 2, pick_number(maker));
}

static void add_write(Maker *maker) {
    bool is_global = below(maker, 8) == 0;
    Value *object = is_global ? const_data(maker->program, maker->global) : pick_object(maker);
    const char *unread = below(maker, 8) ? NULL : intern(maker->program->names, "z");
    append(maker, OP_SETFIELD, NULL, object, pick_number(maker))->name = unread ? unread : field_name(maker);
}

/* Objects get linked, and the links looked at. */
static void add_link(Maker *maker) {
    Value *object = pick_object(maker);
    const char *name = intern(maker->program->names, "next");
    if (below(maker, 2)) {
        append(maker, OP_SETFIELD, NULL, object, pick_object(maker))->name = name;
        return;
    }
    Op *op = append(maker, OP_GETFIELD, maker->object_ptr, object, NULL);
    op->name = name;
    Value *other = below(maker, 2) ? pick_object(maker) : NULL;
    Op *test = append(maker, other ? OP_PTR_EQ : OP_PTR_IS_NULL, maker->boolean, op->result, other);
    add_number(maker, append(maker, OP_BOOL_TO_INT, maker->integer, test->result, NULL)->result);
}

static Op *add_call(Maker *maker) {
    Value *number = pick_number(maker);
    Op *op = append(maker, OP_CALL, maker->integer, number, pick_object(maker));
    op->graph = maker->functions[below(maker, (uint32_t)maker->function_count)];
    return op;
}

/* A method of an object of some class is called through its record. */
static void add_dispatch(Maker *maker) {
    Op *object = append(maker, OP_CALL, maker->shape_ptr, pick_number(maker), NULL);
    object->graph = maker->make_shape;
    Op *record = append(maker, OP_TYPE_OF, type_ptr(maker->program->types, maker->vtable), object->result, NULL);
    Op *method =
        append(maker, OP_GETFIELD, type_ptr(maker->program->types, maker->acts[0]->type), record->result, NULL);
    method->name = intern(maker->program->names, "act");
    Value *args[] = {method->result, object->result, pick_number(maker)};
    Op *call = op_new(maker->graph, OP_CALL_INDIRECT, maker->pos, maker->integer, args, 3);
    call->graphs = memcpy(arena_alloc(maker->program->arena, sizeof maker->acts), maker->acts, sizeof maker->acts);
    call->graph_count = SHAPES;
    block_append(maker->block, call);
    add_number(maker, call->result);
}

static void add_walk(Maker *maker) {
    Op *steps = append(maker, OP_INT_AND, maker->integer, pick_number(maker), const_int(maker->program, 0xff));
    Op *call = append(maker, OP_CALL, maker->integer, pick_number(maker), steps->result);
    call->graph = maker->walk;
    add_number(maker, call->result);
}

static void add_op(Maker *maker) {
    uint32_t kind = below(maker, 12);
    if (kind == 11 && below(maker, 4) == 0)
        add_variable_write(maker);
    else if (kind == 11)
        add_variable_read(maker);
    else if (kind == 10 && below(maker, 4) == 0)
        add_walk(maker);
    else if (kind == 10)
        add_dispatch(maker);
    else if (kind < 4)
        add_arithmetic(maker);
    else if (kind < 5)
        add_object(maker);
    else if (kind < 7)
        add_read(maker);
    else if (kind < 8)
        add_write(maker);
    else if (kind < 9 || !maker->function_count)
        add_link(maker);
    else
        add_number(maker, add_call(maker)->result);
}

/* ---- exits ---- */

static Block *later_block(Maker *maker, int at) {
    int to = at + 1 + (int)below(maker, 3);
    return to < BLOCKS ? maker->blocks[to] : maker->graph->return_block;
}

/* A link to a block with numbers, an object and the fuel, or to the return block. */
static Link *add_exit(Maker *maker, CaseKind kind, int64_t value, Block *target, Value *fuel) {
    Value *args[NUMBERS + 2];
    int count = target == maker->graph->return_block ? 1 : NUMBERS;
    for (int i = 0; i < count; i++)
        args[i] = pick_number(maker);
    if (count == NUMBERS) {
        args[count++] = pick_object(maker);
        args[count++] = fuel;
    }
    return block_add_exit(maker->block, kind, value, target, args, count);
}

/* Back, as long as there is fuel. */
static void end_with_loop(Maker *maker, int at) {
    Value *zero = const_int(maker->program, 0), *one = const_int(maker->program, 1);
    Value *more = append(maker, OP_INT_GT, maker->boolean, maker->fuel, zero)->result;
    Value *less = append(maker, OP_INT_SUB, maker->integer, maker->fuel, one)->result;
    block_set_switch(maker->block, more);
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_BOOL, true, maker->blocks[1 + below(maker, (uint32_t)at + 1) % (BLOCKS - 1)], less);
}

static void end_with_test(Maker *maker, int at) {
    Value *x = pick_number(maker);
    block_set_switch(maker->block, append(maker, OP_INT_LT, maker->boolean, x, pick_number(maker))->result);
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_BOOL, true, later_block(maker, at), maker->fuel);
}

/* On with what an object holds, if that is something. */
static void end_with_next(Maker *maker, int at) {
    Op *op = append(maker, OP_GETFIELD, maker->object_ptr, pick_object(maker), NULL);
    op->name = intern(maker->program->names, "next");
    block_set_switch(maker->block, append(maker, OP_PTR_IS_NULL, maker->boolean, op->result, NULL)->result);
    Link *there = add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    if (there->arg_count > NUMBERS)
        there->args[NUMBERS] = op->result;
    add_exit(maker, CASE_BOOL, true, later_block(maker, at), maker->fuel);
}

static void end_with_switch(Maker *maker, int at) {
    block_set_switch(maker->block, pick_number(maker));
    add_exit(maker, CASE_INT, 1, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_INT, -1, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_DEFAULT, 0, later_block(maker, at), maker->fuel);
}

/* The block being filled becomes one that only `link` enters: with the numbers, the object and the fuel of before. */
static void enter_next(Maker *maker, Block *next, Link *link) {
    Value *object = maker->objects[0], *fuel = maker->fuel;
    int count = maker->number_count < NUMBERS ? maker->number_count : NUMBERS;
    for (int i = 0; i < count; i++) {
        link_add_arg(link, maker->numbers[i]);
        maker->numbers[i] = block_add_input(next, maker->integer, NULL);
    }
    link_add_arg(link, object);
    link_add_arg(link, fuel);
    maker->objects[0] = block_add_input(next, maker->object_ptr, NULL);
    maker->fuel = block_add_input(next, maker->integer, "fuel");
    maker->number_count = count;
    maker->object_count = 1;
    maker->block = next;
}

/* The number that a chain compares: one that is handed on, or a field of the object that is. */
static Value *compared(Maker *maker, bool is_field) {
    if (!is_field)
        return maker->numbers[0];
    Op *op = append(maker, OP_GETFIELD, maker->integer, maker->objects[0], NULL);
    op->name = intern(maker->program->names, "x");
    return op->result;
}

/* One number is compared with several constants, in blocks of their own. */
static void end_with_chain(Maker *maker, int at) {
    bool is_field = below(maker, 3) == 0;
    for (uint32_t left = 2 + below(maker, 2); left > 0; left--) {
        OpCode code = below(maker, 3) ? OP_INT_EQ : OP_INT_NE;
        Value *number = const_int(maker->program, (int64_t)below(maker, 4) - 1);
        if (below(maker, 2))
            add_number(maker, append(maker, OP_INT_ADD, maker->integer, pick_number(maker), number)->result);
        Value *same = append(maker, code, maker->boolean, compared(maker, is_field), number)->result;
        if (below(maker, 3) == 0)
            add_write(maker);
        if (below(maker, 2))
            add_number(maker, append(maker, OP_BOOL_TO_INT, maker->integer, same, NULL)->result);
        block_set_switch(maker->block, same);
        Block *next = block_new(maker->graph);
        Link *other = NULL;
        for (int value = 0; value < 2; value++) {
            if (value == (code == OP_INT_EQ))
                add_exit(maker, CASE_BOOL, value, later_block(maker, at), maker->fuel);
            else
                other = block_add_exit(maker->block, CASE_BOOL, value, next, NULL, 0);
        }
        enter_next(maker, next, other);
    }
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

static void raise(Maker *maker) {
    Type *type = below(maker, 2) ? maker->error : maker->worse;
    Op *op = append(maker, OP_MALLOC, type_ptr(maker->program->types, type), NULL, NULL);
    op->type = type;
    Value *base = append(maker, OP_CAST, maker->base_ptr, op->result, NULL)->result;
    if (below(maker, 2))
        append(maker, OP_TRACE_HERE, NULL, NULL, NULL);
    block_jump(maker->block, maker->graph->except_block, &base, 1);
}

static void end_with_raise(Maker *maker, int at) {
    Value *x = pick_number(maker);
    block_set_switch(maker->block, append(maker, OP_INT_GT, maker->boolean, x, pick_number(maker))->result);
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    Block *raising = block_new(maker->graph);
    block_add_exit(maker->block, CASE_BOOL, true, raising, NULL, 0);
    maker->block = raising;
    if (below(maker, 2)) {
        raise(maker);
        return;
    }
    Op *call = append(maker, OP_CALL, maker->integer, const_int(maker->program, 0), NULL);
    call->graph = maker->fail;
    block_jump(raising, maker->graph->return_block, &call->result, 1);
}

static void end_with_handler(Maker *maker, int at) {
    bool is_quiet = !maker->function_count || below(maker, 2);
    if (is_quiet)
        append(maker, OP_CALL, maker->integer, pick_number(maker), NULL)->graph = maker->quiet;
    else
        add_call(maker);
    block_set_last_exception(maker->block);
    add_exit(maker, CASE_NORMAL, 0, later_block(maker, at), maker->fuel);
    Type *const types[] = {maker->error, maker->worse, NULL};
    for (uint32_t i = below(maker, 3); i < 3; i += 1 + below(maker, 2))
        add_exit(maker, CASE_EXCEPTION, 0, later_block(maker, at), maker->fuel)->exc_type = types[i];
    if (maker->block->exit_count == 1)
        add_exit(maker, CASE_EXCEPTION, 0, later_block(maker, at), maker->fuel);
}

/* A sum of what a field holds, as often as the fuel lasts, or a few times; the loop tests first. */
static void end_with_while(Maker *maker, int at) {
    Value *zero = const_int(maker->program, 0), *one = const_int(maker->program, 1);
    Value *few = const_int(maker->program, below(maker, 4));
    Value *start[] = {below(maker, 2) ? few : maker->fuel, pick_number(maker), pick_object(maker)};
    Block *head = block_new(maker->graph), *body = block_new(maker->graph), *after = block_new(maker->graph);
    block_jump(maker->block, head, start, 3);
    Block *const parts[] = {head, body, after};
    Value *in[3][3];
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            in[i][k] = block_add_input(parts[i], start[k]->type, NULL);
    maker->block = head;
    block_set_switch(head, append(maker, OP_INT_GT, maker->boolean, in[0][0], zero)->result);
    block_add_exit(head, CASE_BOOL, false, after, in[0], 3);
    block_add_exit(head, CASE_BOOL, true, body, in[0], 3);
    maker->block = body;
    Op *read = append(maker, OP_GETFIELD, maker->integer, in[1][2], NULL);
    read->name = field_name(maker);
    if (below(maker, 2))
        append(maker, OP_SETFIELD, NULL, in[1][2], in[1][1])->name = field_name(maker);
    Value *sum = append(maker, OP_INT_ADD, maker->integer, in[1][1], read->result)->result;
    Value *left = append(maker, OP_INT_SUB, maker->integer, in[1][0], one)->result;
    block_jump(body, head, (Value *[]){left, sum, in[1][2]}, 3);
    maker->block = after;
    maker->fuel = in[2][0];
    maker->numbers[0] = in[2][1];
    maker->objects[0] = in[2][2];
    maker->number_count = maker->object_count = 1;
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

static void end_block(Maker *maker, int at) {
    uint32_t kind = below(maker, 12);
    if (kind == 9)
        end_with_chain(maker, at);
    else if (kind < 3)
        end_with_loop(maker, at);
    else if (kind < 5)
        end_with_test(maker, at);
    else if (kind == 5)
        end_with_raise(maker, at);
    else if (kind == 7)
        end_with_switch(maker, at);
    else if (kind == 11)
        end_with_while(maker, at);
    else if (kind == 10)
        end_with_next(maker, at);
    else if (kind == 6)
        end_with_handler(maker, at);
    else
        add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

/* ---- functions ---- */

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
        add_number(maker, block->inputs[i]);
    maker->fuel = is_start ? const_int(maker->program, FUEL) : block->inputs[NUMBERS + 1];
    maker->objects[maker->object_count++] = block->inputs[is_start ? 1 : NUMBERS];
    if (is_start)
        add_object(maker);
    for (uint32_t i = below(maker, 7); i > 0; i--)
        add_op(maker);
    end_block(maker, at);
}

static void make_function(Maker *maker) {
    maker->graph = new_graph(maker, arena_printf(maker->program->arena, "f%d", maker->function_count), 2);
    maker->blocks[0] = maker->graph->start;
    for (int i = 1; i < BLOCKS; i++) {
        maker->blocks[i] = block_new(maker->graph);
        for (int j = 0; j < NUMBERS; j++)
            block_add_input(maker->blocks[i], maker->integer, NULL);
        block_add_input(maker->blocks[i], maker->object_ptr, NULL);
        block_add_input(maker->blocks[i], maker->integer, "fuel");
    }
    for (int i = 0; i < BLOCKS; i++)
        fill_block(maker, i);
    graph_renumber(maker->graph);
    maker->functions[maker->function_count++] = maker->graph;
}

/* Some methods are what lowering puts into slots: they only call an earlier one. */
static void make_act(Maker *maker, int number) {
    Graph *graph = maker->graph = program_add_graph(maker->program, arena_printf(maker->program->arena, "a%d", number));
    Type *params[] = {maker->shape_ptr, maker->integer};
    graph->type = type_func(maker->program->types, maker->integer, params, 2);
    graph->file = maker->pos->file;
    bool forwards = number && below(maker, 2);
    graph->is_hidden = forwards;
    Value *self = block_add_input(graph->start, maker->shape_ptr, NULL);
    Value *x = block_add_input(graph->start, maker->integer, NULL);
    block_add_input(graph->return_block, maker->integer, NULL);
    block_add_input(graph->except_block, maker->base_ptr, NULL);
    maker->block = graph->start;
    Op *op = append(maker, OP_INT_MUL, maker->integer, x, const_int(maker->program, number + 2));
    if (forwards) {
        maker->block->op_count = 0;
        op = append(maker, OP_CALL, maker->integer, self, x);
        op->graph = maker->acts[below(maker, (uint32_t)number)];
    }
    block_jump(graph->start, graph->return_block, &op->result, 1);
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
    Op *low = append(maker, OP_INT_AND, maker->integer, n, const_int(maker->program, SHAPES - 1));
    block_set_switch(graph->start, low->result);
    for (int i = 0; i < SHAPES; i++) {
        maker->block = block_new(graph);
        block_add_exit(graph->start, i == SHAPES - 1 ? CASE_DEFAULT : CASE_INT, i, maker->block, NULL, 0);
        Op *object = append(maker, OP_MALLOC, type_ptr(maker->program->types, maker->shapes[i]), NULL, NULL);
        object->type = maker->shapes[i];
        Value *shape = append(maker, OP_CAST, maker->shape_ptr, object->result, NULL)->result;
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
        uint32_t super = below(maker, (uint32_t)i + 1);
        type_set_fields(types, type, FLAVOUR_GC, 0, super ? maker->shapes[super - 1] : maker->shape, NULL, 0);
        type->vtable = maker->vtable;
        type->vtable_data =
            program_add_data(maker->program, arena_printf(maker->program->arena, "record%d", i), maker->vtable, 0);
        data_set(maker->program, type->vtable_data, act, (Const){.kind = CONST_GRAPH, .graph = maker->acts[i]});
    }
    make_shapes(maker);
}

static void make_fail(Maker *maker) {
    maker->graph = maker->fail = new_graph(maker, "fail", 1);
    maker->block = maker->graph->start;
    raise(maker);
    graph_renumber(maker->graph);
}

static void make_quiet(Maker *maker) {
    maker->graph = maker->quiet = new_graph(maker, "quiet", 1);
    maker->block = maker->graph->start;
    Value *number = maker->block->inputs[0];
    Op *op = append(maker, OP_INT_XOR, maker->integer, number, const_int(maker->program, 5));
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
    block_set_switch(graph->start, append(maker, OP_INT_LE, maker->boolean, steps, zero)->result);
    Block *more = block_new(graph);
    block_add_exit(graph->start, CASE_BOOL, false, more, (Value *[]){x, steps}, 2);
    block_add_exit(graph->start, CASE_BOOL, true, graph->return_block, &x, 1);
    x = block_add_input(more, maker->integer, NULL);
    steps = block_add_input(more, maker->integer, NULL);
    maker->block = more;
    Value *less = append(maker, OP_INT_SUB, maker->integer, steps, one)->result;
    block_set_switch(more, append(maker, OP_INT_LT, maker->boolean, x, steps)->result);
    for (int i = 0; i < 2; i++) {
        maker->block = block_new(graph);
        block_add_exit(more, CASE_BOOL, i, maker->block, (Value *[]){x, less}, 2);
        Value *y = block_add_input(maker->block, maker->integer, NULL);
        Value *left = block_add_input(maker->block, maker->integer, NULL);
        Value *z = append(maker, codes[below(maker, 4)], maker->integer, y, left)->result;
        Op *call = append(maker, OP_CALL, maker->integer, z, left);
        call->graph = graph;
        block_jump(maker->block, graph->return_block, &call->result, 1);
    }
    graph_renumber(graph);
}

/* result = result * 31 + function(argument), or + 1 if that raised; then the global object's field. */
static void make_entry(Maker *maker) {
    static const int64_t arguments[] = {0, 1, -1, 7, 1000};
    maker->graph = new_graph(maker, "entry", 0);
    maker->block = maker->graph->start;
    Value *sum = const_int(maker->program, 0), *factor = const_int(maker->program, 31);
    for (uint32_t i = 0; i < VARIABLES; i++)
        write_variable(maker, i, const_int(maker->program, i + 3));
    for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++) {
        Value *scaled = append(maker, OP_INT_MUL, maker->integer, sum, factor)->result;
        Value *object = const_data(maker->program, maker->global);
        Op *call = append(maker, OP_CALL, maker->integer, const_int(maker->program, arguments[i]), object);
        call->graph = maker->functions[maker->function_count - 1];
        Block *next = block_new(maker->graph);
        Value *before = block_add_input(next, maker->integer, NULL),
              *more = block_add_input(next, maker->integer, NULL);
        block_set_last_exception(maker->block);
        block_add_exit(maker->block, CASE_NORMAL, 0, next, (Value *[]){scaled, call->result}, 2);
        block_add_exit(maker->block, CASE_EXCEPTION, 0, next, (Value *[]){scaled, const_int(maker->program, 1)}, 2);
        maker->block = next;
        sum = append(maker, OP_INT_ADD, maker->integer, before, more)->result;
    }
    Op *last = append(maker, OP_GETFIELD, maker->integer, const_data(maker->program, maker->global), NULL);
    last->name = intern(maker->program->names, "x");
    sum = append(maker, OP_INT_XOR, maker->integer, sum, last->result)->result;
    block_jump(maker->block, maker->graph->return_block, &sum, 1);
    graph_renumber(maker->graph);
    maker->program->entry = maker->graph;
}

static void make_types(Maker *maker) {
    Program *program = maker->program;
    TypeTable *types = program->types;
    maker->integer = type_simple(types, TY_I64);
    maker->boolean = type_simple(types, TY_BOOL);
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

static Program *random_program(Arena *arena, uint64_t seed) {
    Maker maker = {.state = seed * 7919 + 17, .program = program_new(arena)};
    maker.program->stage = STAGE_LOW;
    Pos *pos = arena_alloc(arena, sizeof *pos);
    *pos = (Pos){.file = program_add_file(maker.program, "prog.py", "__main__", NULL, 0), .function = "f", .line = 1};
    maker.pos = pos;
    make_types(&maker);
    make_classes(&maker);
    make_fail(&maker);
    make_quiet(&maker);
    make_walk(&maker);
    for (int i = 0; i < FUNCTIONS; i++)
        make_function(&maker);
    make_entry(&maker);
    return maker.program;
}

/* ---- the property ---- */

typedef struct Outcome {
    int64_t value;
    const char *exception;
    uint64_t ops;
} Outcome;

static Outcome run(Arena *arena, Program *program) {
    EvalOptions options = {.err = fopen("/dev/null", "w"), .max_ops = MOST_OPS};
    Const value = {0};
    EvalResult result = graph_eval(arena, program->entry, NULL, 0, &options, &value);
    fclose(options.err);
    ck_assert_msg(result.outcome == EVAL_DONE || result.outcome == EVAL_LIMIT, "%s", result.error);
    return (Outcome){value.integer, result.outcome == EVAL_LIMIT ? "limit" : result.exception, result.op_count};
}

static bool same(const Outcome *a, const Outcome *b) {
    if (a->exception || b->exception)
        return a->exception && b->exception && !strcmp(a->exception, b->exception);
    return a->value == b->value;
}

static void note_fired(void *data, double seconds, const PassContext *done) {
    (void)seconds;
    *(int64_t *)data += done->fired;
}

/* Runs the passes on a fresh copy of the program; the result is looked at after every one, or in the end only (which is
 * cheaper). fired[pass]: whether it did anything. */
static void check_order(uint64_t seed, const PassId *order, int count, bool each, bool *fired,
                        const Outcome *expected) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, seed);
    for (int i = 0; i < count; i++) {
        int64_t times = 0;
        PassHooks hooks = {.after = note_fired, .data = &times, .verify = true};
        const char *wrong = passes_run(program, &(PassPlan){(PassId *)&order[i], 1}, &hooks);
        ck_assert_msg(!wrong, "seed %d: %s", (int)seed, wrong);
        fired[order[i]] |= times > 0;
        if (!each && i < count - 1)
            continue;
        Outcome outcome = run(arena, program);
        ck_assert_msg(same(expected, &outcome), "seed %d: after %s (number %d) %lld %s instead of %lld %s", (int)seed,
                      pass_info[order[i]].text, i, (long long)outcome.value, outcome.exception ? outcome.exception : "",
                      (long long)expected->value, expected->exception ? expected->exception : "");
    }
    arena_free(arena);
}

static int by_size(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

START_TEST(test_random_programs) {
    enum { LENGTH = 6 };
    int fired_in[PASS_COUNT] = {0}, too_long = 0;
    uint64_t ops[PROGRAMS];
    for (int seed = 0; seed < PROGRAMS; seed++) {
        Arena *arena = arena_new();
        Program *program = random_program(arena, (uint64_t)seed);
        const char *wrong = program_verify(arena, program);
        ck_assert_msg(!wrong, "seed %d: %s", seed, wrong);
        Outcome expected = run(arena, program);
        ops[seed] = expected.ops;
        arena_free(arena);
        if (expected.ops > MOST_OPS / 2) {
            too_long++;
            continue;
        }
        bool fired[PASS_COUNT] = {0};
        Maker order_maker = {.state = (uint64_t)seed + 99};
        PassId order[LENGTH];
        for (int i = 0; i < LENGTH; i++)
            order[i] = (PassId)below(&order_maker, PASS_COUNT);
        check_order((uint64_t)seed, order, LENGTH, true, fired, &expected);
        check_order((uint64_t)seed, pass_sequence, SEQUENCE_LENGTH, false, fired, &expected);
        PassId alone = (PassId)(seed % PASS_COUNT);
        check_order((uint64_t)seed, &alone, 1, true, fired, &expected);
        for (int i = 0; i < PASS_COUNT; i++)
            fired_in[i] += fired[i];
    }
    ck_assert_msg(too_long * 20 <= PROGRAMS, "%d programs run too long", too_long);
    qsort(ops, PROGRAMS, sizeof *ops, by_size);
    ck_assert_msg(ops[PROGRAMS / 2] >= 100, "%d operations at the median", (int)ops[PROGRAMS / 2]);
    for (int i = 0; i < PASS_COUNT; i++)
        ck_assert_msg(i == PASS_OWNERSHIP || fired_in[i] * 5 >= PROGRAMS, "%s fired in %d of %d programs",
                      pass_info[i].text, fired_in[i], PROGRAMS);
}
END_TEST

Suite *passes_random_suite(void) {
    Suite *suite = suite_create("passes random");
    TCase *random = tcase_create("random programs");
    tcase_set_timeout(random, 240);
    tcase_add_test(random, test_random_programs);
    suite_add_tcase(suite, random);
    return suite;
}
