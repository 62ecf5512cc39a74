/* Pure operations on numbers, shared by the evaluator and the constant folder, so that both
 * agree on every corner: floor division, shift counts, overflow, not-a-number.
 */
#ifndef IR_FOLD_H
#define IR_FOLD_H

#include "ir/ir.h"

/* A run-time value of any register type: bool (0 or 1) and i64 in `i`, u64, address and pointers in `u`, float in `f`.
 * `tag` is a ScalarTag for values of type scalar and meaningless for all others. */
typedef struct Cell {
    int64_t tag;
    union {
        int64_t i;
        uint64_t u;
        double f;
    };
} Cell;

/* Computes a pure op whose arguments and result are numbers, scalars, addresses or pointers; `b` is ignored
 * by unary ops. `result` may alias an argument. False, with *result untouched, if `code` is no such op, overflows
 * (FATAL ops) or is used against its precondition: division by zero, a shift count outside 0..63, a float beyond 64
 * bits, a wrong scalar tag. */
bool op_compute(OpCode code, const Cell *a, const Cell *b, Cell *result);

/* The same on constants, plus pointer comparisons, casts and renames of NULL, data and graph addresses. The
 * kind of *result follows from the op; its type is that of the op's result. */
bool op_fold(OpCode code, const Const *args, int arg_count, Const *result);

/* The cell of a constant number, bool, scalar, void, NULL or undefined value; false for addresses of data and graphs
 * and for Python constants. */
bool cell_from_const(const Const *constant, Cell *cell);
/* The constant of register type `kind` (a number, bool, scalar, void or address) in `cell`. */
Const cell_to_const(TypeKind kind, const Cell *cell);

#endif
