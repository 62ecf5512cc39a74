/* From the variables of a graph to the locals of a C function. */
#ifndef BACKEND_C_LOCALS_H
#define BACKEND_C_LOCALS_H

#include "ir/ir.h"

typedef struct Local {
    Type *type;
    const char *name;
    int next_free; /* while locals are assigned */
} Local;

typedef struct Locals {
    Local *items;
    int count, capacity;
    int *of_value;    /* by value id: the local that holds it, or -1: nobody looks at it */
    bool *op_is_dead; /* by position in block order, see locals_op_base */
    int *op_base;     /* by block id: number of the block's first op */
} Locals;

/* Assigns a local to every variable that is looked at (and to every parameter that is not void). Variables share a
 * local where a link passes one to the other and they are never needed at the same time; so an unchanged link argument
 * costs nothing. The graph must have been renumbered. */
Locals *locals_assign(Arena *arena, Graph *graph);
/* Whether nobody needs op `at` of the block. */
bool locals_op_is_dead(const Locals *locals, const Block *block, int at);
/* The local of a variable, or -1. */
int locals_of(const Locals *locals, const Value *value);

#endif
