/* Makes random programs: what its parts share. Private to tests/unit/maker_*.c. */
#ifndef TESTS_UNIT_MAKER_H
#define TESTS_UNIT_MAKER_H

#include "tests/unit/maker_program.h"

enum {
    FUNCTIONS = 4,
    BLOCKS = 9,
    NUMBERS = 3,
    OBJECTS = 2,
    PASSED = NUMBERS + OBJECTS + 1, /* from block to block: with the fuel */
    POOL = 64,
    FUEL = 12,
    SHAPES = 4,
    VARIABLES = 3
};

typedef struct Maker {
    uint64_t state;
    Program *program;
    Type *integer, *boolean, *floating, *scalar, *object, *object_ptr, *error, *worse, *base_ptr;
    Data *global, *variables[VARIABLES], *prebuilt[SHAPES];
    const Pos *pos;
    Graph *graph; /* being made */
    Graph *functions[FUNCTIONS];
    int function_count;
    Graph *fail;  /* never returns */
    Graph *quiet; /* never raises */
    Graph *risky; /* may raise one or the other */
    Graph *walk;  /* calls itself in the end */
    Type *shape, *shape_ptr, *vtable, *shapes[SHAPES];
    Graph *acts[SHAPES], *make_shape;
    Block *blocks[BLOCKS + 1]; /* the last mixes what it gets, and returns that */
    Block *block;              /* being filled */
    Value *numbers[POOL], *objects[POOL], *fuel;
    Value *digest; /* of all numbers in the block, if that is passed on */
    int number_count, object_count;
} Maker;

uint32_t maker_below(Maker *maker, uint32_t limit);
/* An op with none, one or two arguments at the end of the block being filled. */
Op *maker_append(Maker *maker, OpCode code, Type *type, Value *x, Value *y);
/* One of the block's, or a constant. */
Value *maker_pick_number(Maker *maker);
/* One of the block's, or the global one. */
Value *maker_pick_object(Maker *maker);
/* It can be picked from now on. */
void maker_add_number(Maker *maker, Value *value);
Value *maker_compare(Maker *maker, Value *x, Value *y);
/* Two numbers that are picked are compared. */
Value *maker_add_comparison(Maker *maker);
void maker_add_object(Maker *maker);
const char *maker_field_name(Maker *maker);
void maker_add_read(Maker *maker);
void maker_write_variable(Maker *maker, uint32_t number, Value *value);
void maker_add_write(Maker *maker);
Op *maker_add_call(Maker *maker);
/* A method of the object is called through its record. */
Op *maker_add_act(Maker *maker, Value *object);
/* The same of an object of some class. */
Op *maker_add_dispatch(Maker *maker);
/* Anything. */
void maker_add_op(Maker *maker);
/* One of two exceptions, as the number says. */
void maker_raise_either(Maker *maker, Value *number);
/* The block being filled ends by raising. */
void maker_raise(Maker *maker);
/* Gives the block being filled, number `at` of its function, its exits. */
void maker_end_block(Maker *maker, int at);

#endif
