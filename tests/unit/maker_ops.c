/* What the blocks of random programs do. */
#include "tests/unit/maker.h"

#include <string.h>

uint32_t maker_number(uint64_t *state, uint32_t limit) {
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (uint32_t)(*state >> 33) % limit;
}

uint32_t maker_below(Maker *maker, uint32_t limit) {
    return maker_number(&maker->state, limit);
}

Op *maker_append(Maker *maker, OpCode code, Type *type, Value *x, Value *y) {
    Value *args[] = {x, y};
    Op *op = op_new(maker->graph, code, maker->pos, type, args, (x != NULL) + (y != NULL));
    block_append(maker->block, op);
    return op;
}

Value *maker_pick_number(Maker *maker) {
    if (maker_below(maker, 200) == 0)
        return const_int(maker->program, INT64_MAX - maker_below(maker, 3));
    if (maker_below(maker, 4) == 0)
        return const_int(maker->program, (int64_t)maker_below(maker, 5) - 2);
    return maker->numbers[maker_below(maker, (uint32_t)maker->number_count)];
}

Value *maker_pick_object(Maker *maker) {
    if (maker_below(maker, 10) == 0)
        return const_data(maker->program, maker->global);
    return maker->objects[maker_below(maker, (uint32_t)maker->object_count)];
}

void maker_add_number(Maker *maker, Value *value) {
    if (maker->number_count < POOL)
        maker->numbers[maker->number_count++] = value;
}

static void add_arithmetic(Maker *maker) {
    static const OpCode codes[] = {OP_INT_ADD, OP_INT_SUB, OP_INT_XOR,    OP_INT_AND,
                                   OP_INT_MUL, OP_INT_ADD, OP_INT_ADD_OVF};
    OpCode code = codes[maker_below(maker, sizeof codes / sizeof *codes)];
    Value *x = maker_pick_number(maker);
    maker_add_number(maker, maker_append(maker, code, maker->integer, x, maker_pick_number(maker))->result);
}

Value *maker_compare(Maker *maker, Value *x, Value *y) {
    static const OpCode codes[] = {OP_INT_LT, OP_INT_LE, OP_INT_GT, OP_INT_GE, OP_INT_EQ, OP_INT_NE, OP_INT_ULT};
    return maker_append(maker, codes[maker_below(maker, sizeof codes / sizeof *codes)], maker->boolean, x, y)->result;
}

Value *maker_add_comparison(Maker *maker) {
    Value *x = maker_pick_number(maker);
    return maker_compare(maker, x, maker_pick_number(maker));
}

static void add_answer(Maker *maker) {
    Value *answer = maker_add_comparison(maker);
    maker_add_number(maker, maker_append(maker, OP_BOOL_TO_INT, maker->integer, answer, NULL)->result);
}

void maker_add_object(Maker *maker) {
    Op *op = maker_append(maker, OP_MALLOC, maker->object_ptr, NULL, NULL);
    op->type = maker->object;
    if (maker->object_count < POOL)
        maker->objects[maker->object_count++] = op->result;
}

const char *maker_field_name(Maker *maker) {
    return intern(maker->program->names, maker_below(maker, 2) ? "x" : "y");
}

void maker_add_read(Maker *maker) {
    Op *op = maker_append(maker, OP_GETFIELD, maker->integer, maker_pick_object(maker), NULL);
    op->name = maker_field_name(maker);
    maker_add_number(maker, op->result);
}

/* Of a module variable: the first is written once, the second always the same, the third anything. */
static void add_variable_read(Maker *maker) {
    Value *variable = const_data(maker->program, maker->variables[maker_below(maker, VARIABLES)]);
    Op *op = maker_append(maker, OP_GETFIELD, maker->integer, variable, NULL);
    op->name = intern(maker->program->names, "value");
    maker_add_number(maker, op->result);
}

void maker_write_variable(Maker *maker, uint32_t number, Value *value) {
    Value *variable = const_data(maker->program, maker->variables[number]);
    maker_append(maker, OP_SETFIELD, NULL, variable, value)->name = intern(maker->program->names, "value");
}

static void add_variable_write(Maker *maker) {
    if (maker_below(maker, 2))
        maker_write_variable(maker, 1, const_int(maker->program, 4));
    else
        maker_write_variable(maker, 2, maker_pick_number(maker));
}

void maker_add_write(Maker *maker) {
    bool is_global = maker_below(maker, 8) == 0;
    Value *object = is_global ? const_data(maker->program, maker->global) : maker_pick_object(maker);
    const char *unread = maker_below(maker, 8) ? NULL : intern(maker->program->names, "z");
    maker_append(maker, OP_SETFIELD, NULL, object, maker_pick_number(maker))->name =
        unread ? unread : maker_field_name(maker);
}

/* One field is written, perhaps read, and written again. */
static void add_writes(Maker *maker) {
    if (maker_below(maker, 2))
        maker_add_object(maker);
    Value *object = maker_below(maker, 2) ? maker_pick_object(maker) : maker->objects[maker->object_count - 1];
    const char *name = maker_field_name(maker);
    maker_append(maker, OP_SETFIELD, NULL, object, maker_pick_number(maker))->name = name;
    if (maker_below(maker, 2)) {
        Op *read = maker_append(maker, OP_GETFIELD, maker->integer, object, NULL);
        read->name = name;
        maker_add_number(maker, read->result);
    }
    Value *value = maker_below(maker, 2) ? maker_pick_number(maker) : const_int(maker->program, 0);
    maker_append(maker, OP_SETFIELD, NULL, object, value)->name = name;
}

/* Objects get linked, and the links looked at. */
static void add_link(Maker *maker) {
    Value *object = maker_pick_object(maker);
    const char *name = intern(maker->program->names, "next");
    if (maker_below(maker, 2)) {
        maker_append(maker, OP_SETFIELD, NULL, object, maker_pick_object(maker))->name = name;
        return;
    }
    Op *op = maker_append(maker, OP_GETFIELD, maker->object_ptr, object, NULL);
    op->name = name;
    Value *other = maker_below(maker, 2) ? maker_pick_object(maker) : NULL;
    Op *test = maker_append(maker, other ? OP_PTR_EQ : OP_PTR_IS_NULL, maker->boolean, op->result, other);
    maker_add_number(maker, maker_append(maker, OP_BOOL_TO_INT, maker->integer, test->result, NULL)->result);
}

Op *maker_add_call(Maker *maker) {
    Value *number = maker_pick_number(maker);
    Op *op = maker_append(maker, OP_CALL, maker->integer, number, maker_pick_object(maker));
    op->graph = maker->functions[maker_below(maker, (uint32_t)maker->function_count)];
    return op;
}

Op *maker_add_act(Maker *maker, Value *object) {
    Op *record = maker_append(maker, OP_TYPE_OF, type_ptr(maker->program->types, maker->vtable), object, NULL);
    Op *method =
        maker_append(maker, OP_GETFIELD, type_ptr(maker->program->types, maker->acts[0]->type), record->result, NULL);
    method->name = intern(maker->program->names, "act");
    Value *args[] = {method->result, object, maker_pick_number(maker)};
    Op *call = op_new(maker->graph, OP_CALL_INDIRECT, maker->pos, maker->integer, args, 3);
    call->graphs = memcpy(arena_alloc(maker->program->arena, sizeof maker->acts), maker->acts, sizeof maker->acts);
    call->graph_count = SHAPES;
    block_append(maker->block, call);
    return call;
}

Op *maker_add_dispatch(Maker *maker) {
    Op *object = maker_append(maker, OP_CALL, maker->shape_ptr, maker_pick_number(maker), NULL);
    object->graph = maker->make_shape;
    return maker_add_act(maker, object->result);
}

static void add_walk(Maker *maker) {
    Op *steps =
        maker_append(maker, OP_INT_AND, maker->integer, maker_pick_number(maker), const_int(maker->program, 0xff));
    Op *call = maker_append(maker, OP_CALL, maker->integer, maker_pick_number(maker), steps->result);
    call->graph = maker->walk;
    maker_add_number(maker, call->result);
}

void maker_add_op(Maker *maker) {
    uint32_t kind = maker_below(maker, 14);
    if (kind == 13)
        add_answer(maker);
    else if (kind == 12)
        add_writes(maker);
    else if (kind == 11 && maker_below(maker, 4) == 0)
        add_variable_write(maker);
    else if (kind == 11)
        add_variable_read(maker);
    else if (kind == 10 && maker_below(maker, 4) == 0)
        add_walk(maker);
    else if (kind == 10)
        maker_add_number(maker, maker_add_dispatch(maker)->result);
    else if (kind < 4)
        add_arithmetic(maker);
    else if (kind < 5)
        maker_add_object(maker);
    else if (kind < 7)
        maker_add_read(maker);
    else if (kind < 8)
        maker_add_write(maker);
    else if (kind < 9 || !maker->function_count)
        add_link(maker);
    else
        maker_add_number(maker, maker_add_call(maker)->result);
}
