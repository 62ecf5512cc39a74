/* Objects whose length is known at run time only, on the stack if they are short. Private to passes/. */
#ifndef PASSES_ESCAPE_SHORT_H
#define PASSES_ESCAPE_SHORT_H

#include "passes/pass_internal.h"

/* Bytes of the items that there is room for. */
enum { SHORT_BYTES = 128 };

/* The op that makes on the stack what this one makes on the heap. */
OpCode stack_code(OpCode malloc_code);
/* Whether what the op makes may be on the stack if it is short: it holds no pointers, which would be roots, and has a
 * length word. */
bool may_be_short(const Op *op);
/* The object is on the stack if its items fit there, else the malloc makes it. The block ends at the op; what came
 * after it is in a new one. Numbers of blocks and values are stale then. */
void place_if_short(Block *block, int at);

#endif
