/* What an op gives when it looks at a value of which it is known how it was made: the tag of a scalar union, the class
 * of a new object, the length of a new array. Private to passes/. */
#ifndef PASSES_MAKING_H
#define PASSES_MAKING_H

#include "passes/ssa.h"

/* The root or constant that the op's result is; NULL: not known. */
Value *known_by_making(const Ssa *ssa, Program *program, const Op *op);

#endif
