/* See dunder.h. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"

#include <string.h>

static const Dunder rows[] = {
    {OP_ADD, "+", "__add__", "__radd__", NULL, OP_ADD, "add", false},
    {OP_SUB, "-", "__sub__", "__rsub__", NULL, OP_SUB, "sub", false},
    {OP_MUL, "*", "__mul__", "__rmul__", NULL, OP_MUL, "mul", false},
    {OP_MATMUL, "@", "__matmul__", "__rmatmul__", NULL, OP_MATMUL, "matmul", false},
    {OP_TRUEDIV, "/", "__truediv__", "__rtruediv__", NULL, OP_TRUEDIV, "truediv", false},
    {OP_FLOORDIV, "//", "__floordiv__", "__rfloordiv__", NULL, OP_FLOORDIV, "floordiv", false},
    {OP_MOD, "%", "__mod__", "__rmod__", NULL, OP_MOD, "mod", false},
    {OP_POW, "** or pow()", "__pow__", "__rpow__", NULL, OP_POW, "pow", false},
    {OP_LSHIFT, "<<", "__lshift__", "__rlshift__", NULL, OP_LSHIFT, "lshift", false},
    {OP_RSHIFT, ">>", "__rshift__", "__rrshift__", NULL, OP_RSHIFT, "rshift", false},
    {OP_AND, "&", "__and__", "__rand__", NULL, OP_AND, "and", false},
    {OP_OR, "|", "__or__", "__ror__", NULL, OP_OR, "or", false},
    {OP_XOR, "^", "__xor__", "__rxor__", NULL, OP_XOR, "xor", false},
    {OP_IADD, "+=", "__add__", "__radd__", "__iadd__", OP_ADD, "add", false},
    {OP_ISUB, "-=", "__sub__", "__rsub__", "__isub__", OP_SUB, "sub", false},
    {OP_IMUL, "*=", "__mul__", "__rmul__", "__imul__", OP_MUL, "mul", false},
    {OP_IMATMUL, "@=", "__matmul__", "__rmatmul__", "__imatmul__", OP_MATMUL, "matmul", false},
    {OP_ITRUEDIV, "/=", "__truediv__", "__rtruediv__", "__itruediv__", OP_TRUEDIV, "truediv", false},
    {OP_IFLOORDIV, "//=", "__floordiv__", "__rfloordiv__", "__ifloordiv__", OP_FLOORDIV, "floordiv", false},
    {OP_IMOD, "%=", "__mod__", "__rmod__", "__imod__", OP_MOD, "mod", false},
    {OP_IPOW, "**=", "__pow__", "__rpow__", "__ipow__", OP_POW, "pow", false},
    {OP_ILSHIFT, "<<=", "__lshift__", "__rlshift__", "__ilshift__", OP_LSHIFT, "lshift", false},
    {OP_IRSHIFT, ">>=", "__rshift__", "__rrshift__", "__irshift__", OP_RSHIFT, "rshift", false},
    {OP_IAND, "&=", "__and__", "__rand__", "__iand__", OP_AND, "and", false},
    {OP_IOR, "|=", "__or__", "__ror__", "__ior__", OP_OR, "or", false},
    {OP_IXOR, "^=", "__xor__", "__rxor__", "__ixor__", OP_XOR, "xor", false},
    {OP_LT, "<", "__lt__", "__gt__", NULL, OP_LT, "lt", true},
    {OP_LE, "<=", "__le__", "__ge__", NULL, OP_LE, "le", true},
    {OP_EQ, "==", "__eq__", "__eq__", NULL, OP_EQ, "eq", true},
    {OP_NE, "!=", "__ne__", "__ne__", NULL, OP_NE, "ne", true},
    {OP_GT, ">", "__gt__", "__lt__", NULL, OP_GT, "gt", true},
    {OP_GE, ">=", "__ge__", "__le__", NULL, OP_GE, "ge", true},
};

const Dunder *dunder_of(OpCode code) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return &rows[i];
    return NULL;
}

const char *dunder_unary(OpCode code) {
    static const struct {
        OpCode code;
        const char *method;
    } unary[] = {
        {OP_NEG, "__neg__"},    {OP_POS, "__pos__"},   {OP_INVERT, "__invert__"}, {OP_LEN, "__len__"},
        {OP_TO_STR, "__str__"}, {OP_REPR, "__repr__"}, {OP_HASH, "__hash__"},     {OP_ABS, "__abs__"},
        {OP_ITER, "__iter__"},  {OP_NEXT, "__next__"},
    };
    for (size_t i = 0; i < sizeof unary / sizeof *unary; i++)
        if (unary[i].code == code)
            return unary[i].method;
    return NULL;
}

static bool is_power_of_nonnegative(const Value *right) {
    return right && right->is_const && right->constant.kind == CONST_INT && right->constant.integer >= 0;
}

static uint32_t number_result(OpCode plain, uint32_t a, uint32_t b, const Value *right) {
    uint32_t joined = a | b;
    switch ((int)plain) {
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_FLOORDIV:
    case OP_MOD:
        return joined & S_FLOAT ? S_FLOAT : S_INT;
    case OP_TRUEDIV:
        return S_FLOAT;
    case OP_POW:
        return joined & S_FLOAT ? S_FLOAT : is_power_of_nonnegative(right) ? S_INT : S_INT | S_FLOAT;
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        return joined & S_FLOAT ? 0 : joined == S_BOOL ? S_BOOL : S_INT;
    case OP_LSHIFT:
    case OP_RSHIFT:
        return joined & S_FLOAT ? 0 : S_INT;
    default:
        return 0;
    }
}

uint32_t scalar_result(OpCode code, uint32_t a, uint32_t b, const Value *right) {
    const Dunder *dunder = dunder_of(code);
    if (!dunder || !a || !b)
        return 0;
    if (dunder->code == OP_EQ || dunder->code == OP_NE)
        return S_BOOL;
    uint32_t result = 0;
    for (uint32_t x = S_BOOL; x <= S_FLOAT; x <<= 1)
        for (uint32_t y = S_BOOL; y <= S_FLOAT; y <<= 1)
            if ((a & x) && (b & y))
                result |= dunder->is_comparison ? S_BOOL : number_result(dunder->plain, x, y, right);
    return result;
}

static bool is_single(uint32_t scalars) {
    return scalars && !(scalars & (scalars - 1));
}

static bool is_integer(uint32_t scalars) {
    return scalars == S_INT || scalars == S_BOOL;
}

/* Operands of known single type: int//int and the like have a function each; + - * & | ^ and comparisons are machine
 * operations. */
static const char *single_helper(Arena *arena, const Dunder *dunder, uint32_t a, uint32_t b, const Value *right) {
    bool integers = is_integer(a) && is_integer(b);
    switch ((int)dunder->plain) {
    case OP_ADD:
    case OP_SUB:
    case OP_MUL:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        return NULL;
    case OP_POW:
        if (integers)
            return is_power_of_nonnegative(right) ? "int_pow_int" : "int_pow";
        return "float_pow";
    default:
        break;
    }
    if (!dunder->is_comparison)
        return arena_printf(arena, "%s_%s", integers ? "int" : "float", dunder->stem);
    if (integers || (a == S_FLOAT && b == S_FLOAT))
        return NULL;
    return arena_printf(arena, a == S_FLOAT ? "float_%s_int" : "int_%s_float", dunder->stem);
}

/* Sums, differences and products of numbers of which one is surely a float, whatever the other is. */
static bool is_mixed(const Dunder *dunder, uint32_t a, uint32_t b) {
    bool has_function = dunder->plain == OP_ADD || dunder->plain == OP_SUB || dunder->plain == OP_MUL;
    return has_function && !((a | b) & S_NONE) && (a == S_FLOAT || b == S_FLOAT);
}

const char *scalar_helper(Arena *arena, OpCode code, uint32_t a, uint32_t b, const Value *right) {
    const Dunder *dunder = dunder_of(code);
    if (!dunder || !a || !b)
        return NULL;
    if (is_single(a) && is_single(b) && a != S_NONE && b != S_NONE) {
        if (!scalar_result(code, a, b, right))
            return arena_printf(arena, "scalar_%s", dunder->stem);
        return single_helper(arena, dunder, a, b, right);
    }
    if (a == S_NONE && b == S_NONE && (code == OP_EQ || code == OP_NE))
        return NULL;
    return arena_printf(arena, "%s_%s", is_mixed(dunder, a, b) ? "mixed" : "scalar", dunder->stem);
}

const char *scalar_module(const char *function) {
    static const char *const textual[] = {"scalar_str", "scalar_repr", "scalar_hash", "scalar_format"};
    for (size_t i = 0; i < sizeof textual / sizeof *textual; i++)
        if (!strcmp(textual[i], function))
            return "weft.core.number";
    return "weft.core.arith";
}

bool is_prefixed_number(uint32_t scalars, int con_count) {
    return !con_count && scalars && !(scalars & ~(uint32_t)S_UNION);
}

const char *collecting_method(OpCode code) {
    switch ((int)code) {
    case OP_LIST_APPEND:
        return "append";
    case OP_LIST_EXTEND:
        return "_extend_starred";
    case OP_LIST_PUT:
        return "_put";
    case OP_SET_ADD:
        return "add";
    default: /* OP_SET_UPDATE, OP_DICT_UPDATE */
        return "update";
    }
}

const char *concat_helper(int count) {
    static const char *const names[] = {"_concat2", "_concat3", "_concat4"};
    return count >= 2 && count <= 4 ? names[count - 2] : NULL;
}
