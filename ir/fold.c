/* Pure operations on numbers: see fold.h. All wrapping arithmetic is done unsigned, where C defines it. */
#include "ir/fold.h"

#include <math.h>
#include <string.h>

static bool put_int(Cell *result, int64_t value) {
    result->i = value;
    return true;
}

static bool put_uint(Cell *result, uint64_t value) {
    result->u = value;
    return true;
}

static bool put_float(Cell *result, double value) {
    result->f = value;
    return true;
}

static bool put_scalar(Cell *result, ScalarTag tag, uint64_t bits) {
    result->tag = tag;
    result->u = bits;
    return true;
}

static bool is_count(int64_t count) {
    return count >= 0 && count <= 63;
}

static int64_t divide(int64_t a, int64_t b) {
    return b == -1 ? (int64_t)(0 - (uint64_t)a) : a / b;
}

static int64_t remainder_of(int64_t a, int64_t b) {
    return b == -1 ? 0 : a % b;
}

static int64_t floor_divide(int64_t a, int64_t b) {
    int64_t quotient = divide(a, b);
    return remainder_of(a, b) != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static int64_t floor_modulo(int64_t a, int64_t b) {
    int64_t remainder = remainder_of(a, b);
    return remainder != 0 && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

static bool shift_left_checked(int64_t a, int64_t count, Cell *result) {
    if (count < 0 || (count > 63 && a != 0))
        return false;
    int64_t shifted = a == 0 ? 0 : (int64_t)((uint64_t)a << count);
    if (a != 0 && shifted >> count != a)
        return false;
    return put_int(result, shifted);
}

static uint64_t multiply_high(uint64_t a, uint64_t b) {
    return (uint64_t)(((unsigned __int128)a * b) >> 64);
}

static bool float_to_int(double value, Cell *result) {
    if (!(value >= -0x1p63 && value < 0x1p63))
        return false;
    return put_int(result, (int64_t)value);
}

static bool checked_add(int64_t a, int64_t b, Cell *result) {
    int64_t sum;
    return !__builtin_add_overflow(a, b, &sum) && put_int(result, sum);
}

static bool checked_sub(int64_t a, int64_t b, Cell *result) {
    int64_t difference;
    return !__builtin_sub_overflow(a, b, &difference) && put_int(result, difference);
}

static bool checked_mul(int64_t a, int64_t b, Cell *result) {
    int64_t product;
    return !__builtin_mul_overflow(a, b, &product) && put_int(result, product);
}

/* The cast to int: ops that are not pure functions of numbers are the default, on purpose; a test
 * checks that every op with OPF_FOLDS and a numeric signature is here. */
bool op_compute(OpCode code, const Cell *a, const Cell *b, Cell *r) {
    switch ((int)code) {
    case OP_INT_ADD:
    case OP_UINT_ADD:
    case OP_ADDR_ADD:
        return put_uint(r, a->u + b->u);
    case OP_INT_SUB:
    case OP_UINT_SUB:
    case OP_ADDR_SUB:
        return put_uint(r, a->u - b->u);
    case OP_INT_MUL:
    case OP_UINT_MUL:
        return put_uint(r, a->u * b->u);
    case OP_INT_NEG:
        return put_uint(r, 0 - a->u);
    case OP_INT_ADD_OVF:
        return checked_add(a->i, b->i, r);
    case OP_INT_SUB_OVF:
        return checked_sub(a->i, b->i, r);
    case OP_INT_MUL_OVF:
        return checked_mul(a->i, b->i, r);
    case OP_INT_NEG_OVF:
        return checked_sub(0, a->i, r);
    case OP_INT_AND:
    case OP_UINT_AND:
    case OP_BOOL_AND:
        return put_uint(r, a->u & b->u);
    case OP_INT_OR:
    case OP_UINT_OR:
    case OP_BOOL_OR:
        return put_uint(r, a->u | b->u);
    case OP_INT_XOR:
    case OP_UINT_XOR:
    case OP_BOOL_XOR:
        return put_uint(r, a->u ^ b->u);
    case OP_INT_INVERT:
    case OP_UINT_INVERT:
        return put_uint(r, ~a->u);
    case OP_INT_SHL:
    case OP_UINT_SHL:
        return is_count(b->i) && put_uint(r, a->u << b->i);
    case OP_INT_SHR:
        return is_count(b->i) && put_int(r, a->i >> b->i);
    case OP_INT_USHR:
    case OP_UINT_SHR:
        return is_count(b->i) && put_uint(r, a->u >> b->i);
    case OP_INT_SHL_OVF:
        return shift_left_checked(a->i, b->i, r);
    case OP_INT_DIV:
        return b->i != 0 && put_int(r, divide(a->i, b->i));
    case OP_INT_REM:
        return b->i != 0 && put_int(r, remainder_of(a->i, b->i));
    case OP_INT_FLOORDIV:
        return b->i != 0 && put_int(r, floor_divide(a->i, b->i));
    case OP_INT_MOD:
        return b->i != 0 && put_int(r, floor_modulo(a->i, b->i));
    case OP_INT_UDIV:
    case OP_UINT_DIV:
        return b->u != 0 && put_uint(r, a->u / b->u);
    case OP_INT_UREM:
    case OP_UINT_REM:
        return b->u != 0 && put_uint(r, a->u % b->u);
    case OP_INT_UMULHI:
        return put_uint(r, multiply_high(a->u, b->u));
    case OP_INT_LT:
        return put_int(r, a->i < b->i);
    case OP_INT_LE:
        return put_int(r, a->i <= b->i);
    case OP_INT_GT:
        return put_int(r, a->i > b->i);
    case OP_INT_GE:
        return put_int(r, a->i >= b->i);
    case OP_INT_EQ:
    case OP_UINT_EQ:
    case OP_BOOL_EQ:
    case OP_ADDR_EQ:
    case OP_PTR_EQ:
        return put_int(r, a->u == b->u);
    case OP_INT_NE:
    case OP_UINT_NE:
    case OP_PTR_NE:
        return put_int(r, a->u != b->u);
    case OP_INT_ULT:
    case OP_UINT_LT:
    case OP_ADDR_LT:
        return put_int(r, a->u < b->u);
    case OP_INT_ULE:
    case OP_UINT_LE:
        return put_int(r, a->u <= b->u);
    case OP_INT_TO_BOOL:
    case OP_PTR_NONNULL:
        return put_int(r, a->u != 0);
    case OP_BOOL_NOT:
    case OP_PTR_IS_NULL:
        return put_int(r, a->u == 0);
    case OP_INT_TO_FLOAT:
        return put_float(r, (double)a->i);
    case OP_INT_TO_UINT:
    case OP_UINT_TO_INT:
    case OP_INT_TO_ADDR:
    case OP_ADDR_TO_INT:
    case OP_BOOL_TO_INT:
    case OP_FLOAT_BITS:
    case OP_BITS_FLOAT:
    case OP_PTR_TO_ADDR:
    case OP_ADDR_TO_PTR:
    case OP_CAST:
        return put_uint(r, a->u);
    case OP_SAME_AS:
        *r = *a;
        return true;
    case OP_FLOAT_ADD:
        return put_float(r, a->f + b->f);
    case OP_FLOAT_SUB:
        return put_float(r, a->f - b->f);
    case OP_FLOAT_MUL:
        return put_float(r, a->f * b->f);
    case OP_FLOAT_DIV:
        return put_float(r, a->f / b->f);
    case OP_FLOAT_NEG:
        return put_float(r, -a->f);
    case OP_FLOAT_ABS:
        return put_float(r, fabs(a->f));
    case OP_FLOAT_SQRT:
        return put_float(r, sqrt(a->f));
    case OP_FLOAT_FLOOR:
        return put_float(r, floor(a->f));
    case OP_FLOAT_LT:
        return put_int(r, a->f < b->f);
    case OP_FLOAT_LE:
        return put_int(r, a->f <= b->f);
    case OP_FLOAT_EQ:
        return put_int(r, a->f == b->f);
    case OP_FLOAT_NE:
        return put_int(r, a->f != b->f);
    case OP_FLOAT_GT:
        return put_int(r, a->f > b->f);
    case OP_FLOAT_GE:
        return put_int(r, a->f >= b->f);
    case OP_FLOAT_TO_INT:
        return float_to_int(a->f, r);
    case OP_SCALAR_FROM_BOOL:
        return put_scalar(r, SCALAR_BOOL, a->u);
    case OP_SCALAR_FROM_INT:
        return put_scalar(r, SCALAR_INT, a->u);
    case OP_SCALAR_FROM_FLOAT:
        return put_scalar(r, SCALAR_FLOAT, a->u);
    case OP_SCALAR_TAG:
        return put_int(r, a->tag);
    case OP_SCALAR_BOOL:
        return a->tag == SCALAR_BOOL && put_uint(r, a->u);
    case OP_SCALAR_INT:
        return (a->tag == SCALAR_INT || a->tag == SCALAR_BOOL) && put_uint(r, a->u);
    case OP_SCALAR_FLOAT:
        return a->tag == SCALAR_FLOAT && put_uint(r, a->u);
    default:
        return false;
    }
}

bool cell_from_const(const Const *constant, Cell *cell) {
    *cell = (Cell){0};
    switch (constant->kind) {
    case CONST_BOOL:
        return put_int(cell, constant->boolean);
    case CONST_INT:
        return put_int(cell, constant->integer);
    case CONST_FLOAT:
        return put_float(cell, constant->number);
    case CONST_SCALAR:
        return put_scalar(cell, constant->tag,
                          constant->tag == SCALAR_BOOL ? constant->boolean : (uint64_t)constant->integer);
    case CONST_NONE:
    case CONST_NULL:
    case CONST_UNDEFINED:
        return true;
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
    case CONST_DATA:
    case CONST_GRAPH:
        return false;
    }
    return false;
}

Const cell_to_const(TypeKind kind, const Cell *cell) {
    switch ((int)kind) {
    case TY_VOID:
        return (Const){.kind = CONST_NONE};
    case TY_BOOL:
        return (Const){.kind = CONST_BOOL, .boolean = cell->i != 0};
    case TY_F64:
        return (Const){.kind = CONST_FLOAT, .number = cell->f};
    case TY_SCALAR:
        return (Const){.kind = CONST_SCALAR, .tag = (ScalarTag)cell->tag, .integer = cell->i};
    default:
        return (Const){.kind = CONST_INT, .integer = cell->i};
    }
}

/* Addresses have no number yet: only identity, nullness and renames of them fold. */
static bool fold_pointer(OpCode code, const Const *args, Const *result) {
    bool is_address = args[0].kind == CONST_DATA || args[0].kind == CONST_GRAPH;
    switch ((int)code) {
    case OP_PTR_EQ:
    case OP_PTR_NE:
        *result = (Const){.kind = CONST_BOOL, .boolean = const_equal(&args[0], &args[1]) == (code == OP_PTR_EQ)};
        return true;
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
        *result = (Const){.kind = CONST_BOOL, .boolean = is_address == (code == OP_PTR_NONNULL)};
        return true;
    case OP_CAST:
    case OP_SAME_AS:
        *result = args[0];
        return true;
    case OP_PTR_TO_ADDR:
        *result = (Const){.kind = CONST_INT, .integer = 0};
        return !is_address;
    default:
        return false;
    }
}

static bool is_pointer_const(const Const *constant) {
    return constant->kind == CONST_NULL || constant->kind == CONST_DATA || constant->kind == CONST_GRAPH;
}

static TypeKind result_kind(OpCode code) {
    switch (strchr(op_info[code].signature, '>')[1]) {
    case 'b':
        return TY_BOOL;
    case 'f':
        return TY_F64;
    case 's':
        return TY_SCALAR;
    default:
        return TY_I64;
    }
}

bool op_fold(OpCode code, const Const *args, int arg_count, Const *result) {
    Cell cells[2] = {{0}, {0}}, value = {0};
    if (arg_count < 1 || arg_count > 2)
        return false;
    for (int i = 0; i < arg_count; i++)
        if (args[i].kind == CONST_UNDEFINED)
            return false;
    if (code == OP_SAME_AS) {
        *result = args[0];
        return true;
    }
    for (int i = 0; i < arg_count; i++)
        if (is_pointer_const(&args[i]))
            return fold_pointer(code, args, result);
    for (int i = 0; i < arg_count; i++)
        if (!cell_from_const(&args[i], &cells[i]))
            return false;
    if (!op_compute(code, &cells[0], &cells[1], &value))
        return false;
    *result = code == OP_ADDR_TO_PTR ? (Const){.kind = CONST_NULL} : cell_to_const(result_kind(code), &value);
    return code != OP_ADDR_TO_PTR || value.u == 0;
}
