/* How the blocks of random programs end. */
#include "tests/unit/maker.h"

#include <string.h>

static Block *later_block(Maker *maker, int at) {
    int to = at + 1 + (int)maker_below(maker, 3);
    return to < BLOCKS || maker_below(maker, 3) ? maker->blocks[to < BLOCKS ? to : BLOCKS] : maker->graph->return_block;
}

/* A link to a block with numbers, objects and the fuel, or to the return block. */
static Link *add_exit(Maker *maker, CaseKind kind, int64_t value, Block *target, Value *fuel) {
    Value *args[PASSED];
    int count = target == maker->graph->return_block ? 1 : NUMBERS;
    for (int i = 0; i < count; i++)
        args[i] = i == 0 && maker->digest ? maker->digest : maker_pick_number(maker);
    if (count == NUMBERS) {
        Value *newest = maker->objects[maker->object_count - 1];
        for (int i = 0; i < OBJECTS; i++)
            args[NUMBERS + i] = maker_below(maker, 4) ? maker_pick_object(maker) : newest;
        count += OBJECTS;
        args[count++] = fuel;
    }
    return block_add_exit(maker->block, kind, value, target, args, count);
}

/* Back, as long as there is fuel. */
static void end_with_loop(Maker *maker, int at) {
    Value *zero = const_int(maker->program, 0), *one = const_int(maker->program, 1);
    Value *more = maker_append(maker, OP_INT_GT, maker->boolean, maker->fuel, zero)->result;
    Value *less = maker_append(maker, OP_INT_SUB, maker->integer, maker->fuel, one)->result;
    block_set_switch(maker->block, more);
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_BOOL, true, maker->blocks[1 + maker_below(maker, (uint32_t)at + 1) % (BLOCKS - 1)], less);
}

static void end_with_test(Maker *maker, int at) {
    block_set_switch(maker->block, maker_add_comparison(maker));
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_BOOL, true, later_block(maker, at), maker->fuel);
}

/* On with what an object holds, if that is something. */
static void end_with_next(Maker *maker, int at) {
    Op *op = maker_append(maker, OP_GETFIELD, maker->object_ptr, maker_pick_object(maker), NULL);
    op->name = intern(maker->program->names, "next");
    block_set_switch(maker->block, maker_append(maker, OP_PTR_IS_NULL, maker->boolean, op->result, NULL)->result);
    Link *there = add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    if (there->arg_count > NUMBERS)
        there->args[NUMBERS + (int)maker_below(maker, OBJECTS)] = op->result;
    add_exit(maker, CASE_BOOL, true, later_block(maker, at), maker->fuel);
}

static void end_with_switch(Maker *maker, int at) {
    block_set_switch(maker->block, maker_pick_number(maker));
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
    maker->digest = NULL;
    maker->block = next;
}

/* The number that a chain compares: one that is handed on, or a field of the object that is. */
static Value *compared(Maker *maker, bool is_field) {
    if (!is_field)
        return maker->numbers[0];
    Op *op = maker_append(maker, OP_GETFIELD, maker->integer, maker->objects[0], NULL);
    op->name = intern(maker->program->names, "x");
    return op->result;
}

/* All exits of the block pass it. */
static void hand_on(Maker *maker, Value *number) {
    maker->digest = number;
    maker->numbers[1] = number;
    maker->number_count = maker->number_count > 2 ? maker->number_count : 2;
}

/* One number is compared with several constants, in blocks of their own. */
static void end_with_chain(Maker *maker, int at) {
    bool is_field = maker_below(maker, 3) == 0;
    for (uint32_t left = 2 + maker_below(maker, 2); left > 0; left--) {
        OpCode code = maker_below(maker, 3) ? OP_INT_EQ : OP_INT_NE;
        Value *number = const_int(maker->program, (int64_t)maker_below(maker, 4) - 1);
        if (maker_below(maker, 2))
            maker_add_number(maker,
                             maker_append(maker, OP_INT_ADD, maker->integer, maker_pick_number(maker), number)->result);
        Value *same = maker_append(maker, code, maker->boolean, compared(maker, is_field), number)->result;
        if (maker_below(maker, 3) == 0)
            maker_add_write(maker);
        if (maker_below(maker, 2))
            hand_on(maker, maker_append(maker, OP_BOOL_TO_INT, maker->integer, same, NULL)->result);
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

/* Two numbers are compared twice. */
static void end_with_order(Maker *maker, int at) {
    Value *x = maker_pick_number(maker), *y = maker_pick_number(maker);
    block_set_switch(maker->block, maker_compare(maker, x, y));
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    Block *next = block_new(maker->graph);
    Link *link = block_add_exit(maker->block, CASE_BOOL, true, next, NULL, 0);
    maker->numbers[0] = x;
    maker->numbers[1] = y;
    maker->number_count = 2;
    enter_next(maker, next, link);
    block_set_switch(next, maker_compare(maker, maker->numbers[0], maker->numbers[1]));
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    add_exit(maker, CASE_BOOL, true, later_block(maker, at), maker->fuel);
}

/* A method of one of several prebuilt objects is called. */
static void end_with_shapes(Maker *maker, int at) {
    Block *from = maker->block, *next = block_new(maker->graph);
    Value *passed[] = {maker_pick_number(maker), maker->objects[0], maker->fuel};
    block_set_switch(from, maker_pick_number(maker));
    Value *object = block_add_input(next, maker->shape_ptr, NULL);
    for (int i = 0; i < 3; i++) {
        Value *shape = const_data(maker->program, maker->prebuilt[maker_below(maker, SHAPES)]);
        shape = const_new(maker->program, maker->shape_ptr, shape->constant);
        Value *args[] = {shape, passed[0], passed[1], passed[2]};
        block_add_exit(from, i == 2 ? CASE_DEFAULT : CASE_INT, i, next, args, 4);
    }
    maker->block = next;
    maker->number_count = maker->object_count = 1;
    maker->numbers[0] = block_add_input(next, maker->integer, NULL);
    maker->objects[0] = block_add_input(next, maker->object_ptr, NULL);
    maker->fuel = block_add_input(next, maker->integer, "fuel");
    maker->digest = NULL;
    maker_add_read(maker);
    maker_add_number(maker, maker_add_act(maker, object)->result);
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

/* A field is read before and after an object's may have been written. */
static void end_with_detour(Maker *maker, int at) {
    maker_add_read(maker);
    maker->numbers[0] = maker->numbers[maker->number_count - 1];
    block_set_switch(maker->block, maker_add_comparison(maker));
    Block *from = maker->block, *detour = block_new(maker->graph), *next = block_new(maker->graph);
    Value *object = maker->objects[0], *other = maker_pick_object(maker), *fuel = maker->fuel;
    Link *link = block_add_exit(from, CASE_BOOL, false, next, NULL, 0);
    block_add_exit(from, CASE_BOOL, true, detour, (Value *[]){object, other, fuel}, 3);
    maker->number_count = 1;
    enter_next(maker, next, link);
    maker->block = detour;
    Value *inputs[] = {block_add_input(detour, object->type, NULL), block_add_input(detour, other->type, NULL),
                       block_add_input(detour, fuel->type, NULL)};
    Op *write = maker_append(maker, OP_SETFIELD, NULL, inputs[1], const_int(maker->program, maker_below(maker, 9)));
    write->name = maker_field_name(maker);
    block_jump(detour, next, (Value *[]){inputs[2], inputs[0], inputs[2]}, 3);
    maker->block = next;
    maker_add_read(maker);
    maker_add_read(maker);
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

static Value *add_exception(Maker *maker, Type *type) {
    Op *op = maker_append(maker, OP_MALLOC, type_ptr(maker->program->types, type), NULL, NULL);
    op->type = type;
    return maker_append(maker, OP_CAST, maker->base_ptr, op->result, NULL)->result;
}

static void raise_value(Maker *maker, Value *exception) {
    if (maker_below(maker, 2))
        maker_append(maker, OP_TRACE_HERE, NULL, NULL, NULL);
    block_jump(maker->block, maker->graph->except_block, &exception, 1);
}

/* One of two exceptions, as the number says. */
void maker_raise_either(Maker *maker, Value *number) {
    Block *raising = block_new(maker->graph), *from = maker->block;
    Value *exception = block_add_input(raising, maker->base_ptr, NULL);
    Value *zero = const_int(maker->program, 0);
    block_set_switch(from, maker_append(maker, OP_INT_GT, maker->boolean, number, zero)->result);
    for (int i = 0; i < 2; i++) {
        maker->block = block_new(maker->graph);
        block_add_exit(from, CASE_BOOL, i, maker->block, NULL, 0);
        Value *value = add_exception(maker, i ? maker->error : maker->worse);
        block_jump(maker->block, raising, &value, 1);
    }
    maker->block = raising;
    raise_value(maker, exception);
}

void maker_raise(Maker *maker) {
    raise_value(maker, add_exception(maker, maker_below(maker, 2) ? maker->error : maker->worse));
}

static void end_with_raise(Maker *maker, int at) {
    Value *seldom = const_int(maker->program, (int64_t)maker_below(maker, 9));
    block_set_switch(maker->block,
                     maker_below(maker, 3)
                         ? maker_append(maker, OP_INT_EQ, maker->boolean, maker_pick_number(maker), seldom)->result
                         : maker_add_comparison(maker));
    add_exit(maker, CASE_BOOL, false, later_block(maker, at), maker->fuel);
    Block *raising = block_new(maker->graph);
    Value *number = maker_pick_number(maker);
    Link *link = block_add_exit(maker->block, CASE_BOOL, true, raising, &number, 1);
    number = block_add_input(raising, link->args[0]->type, NULL);
    maker->block = raising;
    uint32_t kind = maker_below(maker, 4);
    if (kind == 0) {
        maker_raise(maker);
        return;
    }
    if (kind < 3) {
        maker_raise_either(maker, number);
        return;
    }
    Op *call = maker_append(maker, OP_CALL, maker->integer, const_int(maker->program, 0), NULL);
    call->graph = maker->fail;
    block_jump(raising, maker->graph->return_block, &call->result, 1);
}

static void end_with_handler(Maker *maker, int at) {
    uint32_t kind = maker_below(maker, 6);
    if (kind == 0)
        maker_add_dispatch(maker);
    else if (kind > 2 && maker->function_count)
        maker_add_call(maker);
    else
        maker_append(maker, OP_CALL, maker->integer, maker_pick_number(maker), NULL)->graph = kind == 1 ? maker->fail
                                                                                              : kind == 2
                                                                                                  ? maker->risky
                                                                                                  : maker->quiet;
    block_set_last_exception(maker->block);
    add_exit(maker, CASE_NORMAL, 0, later_block(maker, at), maker->fuel);
    Type *const types[] = {maker->error, maker->worse, NULL};
    for (uint32_t i = maker_below(maker, 3); i < 3; i += 1 + maker_below(maker, 2))
        add_exit(maker, CASE_EXCEPTION, 0, later_block(maker, at), maker->fuel)->exc_type = types[i];
    if (maker->block->exit_count == 1)
        add_exit(maker, CASE_EXCEPTION, 0, later_block(maker, at), maker->fuel);
}

/* A sum of what a field holds, as often as the fuel lasts, or a few times; the loop tests first. */
static void end_with_while(Maker *maker, int at) {
    Value *zero = const_int(maker->program, 0), *one = const_int(maker->program, 1);
    Value *few = const_int(maker->program, maker_below(maker, 4));
    Value *start[] = {maker_below(maker, 2) ? few : maker->fuel, maker_pick_number(maker), maker_pick_object(maker)};
    Block *head = block_new(maker->graph), *body = block_new(maker->graph), *after = block_new(maker->graph);
    block_jump(maker->block, head, start, 3);
    Block *const parts[] = {head, body, after};
    Value *in[3][3];
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            in[i][k] = block_add_input(parts[i], start[k]->type, NULL);
    maker->block = head;
    block_set_switch(head, maker_append(maker, OP_INT_GT, maker->boolean, in[0][0], zero)->result);
    block_add_exit(head, CASE_BOOL, false, after, in[0], 3);
    block_add_exit(head, CASE_BOOL, true, body, in[0], 3);
    maker->block = body;
    Op *read = maker_append(maker, OP_GETFIELD, maker->integer, in[1][2], NULL);
    read->name = maker_field_name(maker);
    if (maker_below(maker, 2))
        maker_append(maker, OP_SETFIELD, NULL, in[1][2], in[1][1])->name = maker_field_name(maker);
    Value *sum = maker_append(maker, OP_INT_ADD, maker->integer, in[1][1], read->result)->result;
    Value *left = maker_append(maker, OP_INT_SUB, maker->integer, in[1][0], one)->result;
    block_jump(body, head, (Value *[]){left, sum, in[1][2]}, 3);
    maker->block = after;
    maker->fuel = in[2][0];
    maker->numbers[0] = in[2][1];
    maker->objects[0] = in[2][2];
    maker->number_count = maker->object_count = 1;
    maker->digest = NULL;
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

/* ---- loops about a scalar ---- */

enum { COUNT, SCALAR, NUMBER, OBJECT, CARRIED };

static Block *carrying_block(Maker *maker, Value *const *like, Value **inputs) {
    Block *block = block_new(maker->graph);
    for (int i = 0; i < CARRIED; i++)
        inputs[i] = block_add_input(block, like[i]->type, NULL);
    return block;
}

/* Whether the scalar is a float: to the second block, else to the first. */
static void end_with_tag(Maker *maker, Value *const *values, Block *other, Block *is_float) {
    Value *tag = maker_append(maker, OP_SCALAR_TAG, maker->integer, values[SCALAR], NULL)->result;
    Value *wanted = const_int(maker->program, SCALAR_FLOAT);
    block_set_switch(maker->block, maker_append(maker, OP_INT_EQ, maker->boolean, tag, wanted)->result);
    block_add_exit(maker->block, CASE_BOOL, false, other, values, CARRIED);
    block_add_exit(maker->block, CASE_BOOL, true, is_float, values, CARRIED);
}

static void pass_float(Maker *maker, Value **values, Value *x, Block *to) {
    Value *half = const_float(maker->program, 0.5);
    Value *sum = maker_append(maker, OP_FLOAT_ADD, maker->floating, x, half)->result;
    values[SCALAR] = maker_append(maker, OP_SCALAR_FROM_FLOAT, maker->scalar, sum, NULL)->result;
    block_jump(maker->block, to, values, CARRIED);
}

/* A turn: what is no float yet becomes one, at once or at times. */
static void fill_turn(Maker *maker, Value *const *values, bool is_none, Block *head) {
    Value *floats[CARRIED], *others[CARRIED], *joined[CARRIED];
    Block *is_float = carrying_block(maker, values, floats), *other = carrying_block(maker, values, others);
    Block *join = carrying_block(maker, values, joined);
    end_with_tag(maker, values, other, is_float);
    maker->block = is_float;
    pass_float(maker, floats, maker_append(maker, OP_SCALAR_FLOAT, maker->floating, floats[SCALAR], NULL)->result,
               join);
    maker->block = other;
    if (maker_below(maker, 2)) {
        Value *inputs[CARRIED];
        Block *at_times = carrying_block(maker, values, inputs);
        block_set_switch(other, maker_compare(maker, others[COUNT], others[NUMBER]));
        block_add_exit(other, CASE_BOOL, false, join, others, CARRIED);
        block_add_exit(other, CASE_BOOL, true, at_times, others, CARRIED);
        memcpy(others, inputs, sizeof inputs);
        maker->block = at_times;
    }
    Value *number =
        is_none ? others[NUMBER] : maker_append(maker, OP_SCALAR_INT, maker->integer, others[SCALAR], NULL)->result;
    pass_float(maker, others, maker_append(maker, OP_INT_TO_FLOAT, maker->floating, number, NULL)->result, join);
    maker->block = join;
    Op *read = maker_append(maker, OP_GETFIELD, maker->integer, joined[OBJECT], NULL);
    read->name = maker_field_name(maker);
    joined[NUMBER] = maker_append(maker, OP_INT_ADD, maker->integer, joined[NUMBER], read->result)->result;
    joined[COUNT] =
        maker_append(maker, OP_INT_SUB, maker->integer, joined[COUNT], const_int(maker->program, 1))->result;
    block_jump(join, head, joined, CARRIED);
}

static Value *first_scalar(Maker *maker, bool is_none) {
    Const nothing = {.kind = CONST_SCALAR, .tag = SCALAR_NONE};
    Const number = {.kind = CONST_SCALAR, .tag = SCALAR_INT, .integer = maker_below(maker, 5)};
    if (is_none || maker_below(maker, 2))
        return const_new(maker->program, maker->scalar, is_none ? nothing : number);
    return maker_append(maker, OP_SCALAR_FROM_INT, maker->scalar, maker_pick_number(maker), NULL)->result;
}

/* An int, or None, that becomes a float in a loop, and counts in the end. */
static void end_with_scalar(Maker *maker, int at) {
    bool is_none = maker_below(maker, 2);
    Value *start[] = {maker->fuel, first_scalar(maker, is_none), maker_pick_number(maker), maker_pick_object(maker)};
    Value *in[5][CARRIED], *zero = const_int(maker->program, 0);
    Block *parts[5];
    for (int i = 0; i < 5; i++)
        parts[i] = carrying_block(maker, start, in[i]);
    Block *head = parts[0], *turn = parts[1], *after = parts[2], *is_float = parts[3], *last = parts[4];
    block_jump(maker->block, head, start, CARRIED);
    maker->block = head;
    block_set_switch(head, maker_append(maker, OP_INT_GT, maker->boolean, in[0][COUNT], zero)->result);
    block_add_exit(head, CASE_BOOL, false, after, in[0], CARRIED);
    block_add_exit(head, CASE_BOOL, true, turn, in[0], CARRIED);
    maker->block = turn;
    fill_turn(maker, in[1], is_none, head);
    maker->block = after;
    end_with_tag(maker, in[2], last, is_float);
    maker->block = is_float;
    Value *x = maker_append(maker, OP_SCALAR_FLOAT, maker->floating, in[3][SCALAR], NULL)->result;
    Value *bits = maker_append(maker, OP_FLOAT_BITS, maker->integer, x, NULL)->result;
    in[3][NUMBER] = maker_append(maker, OP_INT_XOR, maker->integer, bits, in[3][NUMBER])->result;
    block_jump(is_float, last, in[3], CARRIED);
    maker->block = last;
    maker->fuel = in[4][COUNT];
    maker->numbers[0] = in[4][NUMBER];
    maker->objects[0] = in[4][OBJECT];
    maker->number_count = maker->object_count = 1;
    maker->digest = NULL;
    add_exit(maker, CASE_NONE, 0, later_block(maker, at), maker->fuel);
}

/* Of what is in the block: nothing that went wrong shall be lost. */
static Value *digest(Maker *maker) {
    Value *sum = maker->numbers[0], *factor = const_int(maker->program, 7);
    for (int i = 1; i < maker->number_count; i++) {
        sum = maker_append(maker, OP_INT_MUL, maker->integer, sum, factor)->result;
        sum = maker_append(maker, OP_INT_XOR, maker->integer, sum, maker->numbers[i])->result;
    }
    return sum;
}

void maker_end_block(Maker *maker, int at) {
    maker->digest = maker_below(maker, 3) ? digest(maker) : NULL;
    uint32_t kind = maker_below(maker, 16);
    if (kind == 15)
        end_with_scalar(maker, at);
    else if (kind == 14)
        end_with_shapes(maker, at);
    else if (kind == 12)
        end_with_order(maker, at);
    else if (kind == 13 || kind == 8)
        end_with_detour(maker, at);
    else if (kind == 9)
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
