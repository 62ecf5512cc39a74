/* What an op gives when it looks at a value of which it is known how it was made: the tag of a scalar union, the class
 * of a new object, the length of a new array. Private to passes/. */
#ifndef PASSES_MAKING_H
#define PASSES_MAKING_H

#include "passes/ssa.h"

/* The root or constant that the op's result is; NULL: not known. */
Value *known_by_making(const Ssa *ssa, Program *program, const Op *op);

/* The op that made the object, whatever it has been cast to; or NULL. */
const Op *object_maker(const Ssa *ssa, Value *value);
/* Whether two roots are surely not one object: one of them was made when the other was there already, or by another op.
 * Ops are numbered (memory_states_new). */
bool objects_differ(const Ssa *ssa, Value *x, Value *y);

#endif
