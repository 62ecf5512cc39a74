/* One table of what Python's operators mean: the methods they call, how scalars combine, and which function of
 * weft.core.arith does what has no machine operation. Read by inference and by lowering. */
#ifndef FRONTEND_DUNDER_H
#define FRONTEND_DUNDER_H

#include "ir/ir.h"

typedef struct Dunder {
    OpCode code;
    const char *symbol;    /* for messages */
    const char *method;    /* "__add__" */
    const char *reflected; /* "__radd__", for comparisons the mirrored one, or NULL */
    const char *in_place;  /* "__iadd__" or NULL */
    OpCode plain;          /* of an in-place op: the plain one; else itself */
    const char *stem;      /* "add": of the functions in weft.core.arith */
    bool is_comparison;
} Dunder;

/* The row of a binary or comparison op, or NULL. */
const Dunder *dunder_of(OpCode code);
/* The method a unary op calls ("__len__"), or NULL. */
const char *dunder_unary(OpCode code);

/* The scalars (S_… bits of frontend/infer_internal.h) that `a op b` can give; 0 where CPython raises TypeError. */
uint32_t scalar_result(OpCode code, uint32_t a, uint32_t b, const Value *right);
/* The function of weft.core.arith for operands of these sets, or NULL if it is a machine operation. */
/* The core module that has the function `scalar_…`. */
const char *scalar_module(const char *function);
const char *scalar_helper(Arena *arena, OpCode code, uint32_t a, uint32_t b, const Value *right);
/* The function of weft.core.checks that makes one string of so many, or NULL: then it is `_concat` of a list. */
const char *concat_helper(int count);
/* Whether the function `_prefixed` of weft.core.checks makes a str and the text of this behind it. */
bool is_prefixed_number(uint32_t scalars, int con_count);
/* The method of a list, set or dict that an op of a display or a comprehension calls. */
const char *collecting_method(OpCode code);

#endif
