/* Expressions: constants, operators, attributes, and the way to the other kinds. */
#include "frontend/flow_internal.h"

#include <stdlib.h>
#include <string.h>

OpCode flow_binary_op(AstOperator operator, bool in_place) {
    static const OpCode codes[][2] = {
        [OPR_ADD] = {OP_ADD, OP_IADD},
        [OPR_SUB] = {OP_SUB, OP_ISUB},
        [OPR_MUL] = {OP_MUL, OP_IMUL},
        [OPR_MATMUL] = {OP_MATMUL, OP_IMATMUL},
        [OPR_TRUEDIV] = {OP_TRUEDIV, OP_ITRUEDIV},
        [OPR_FLOORDIV] = {OP_FLOORDIV, OP_IFLOORDIV},
        [OPR_MOD] = {OP_MOD, OP_IMOD},
        [OPR_POW] = {OP_POW, OP_IPOW},
        [OPR_LSHIFT] = {OP_LSHIFT, OP_ILSHIFT},
        [OPR_RSHIFT] = {OP_RSHIFT, OP_IRSHIFT},
        [OPR_BITAND] = {OP_AND, OP_IAND},
        [OPR_BITOR] = {OP_OR, OP_IOR},
        [OPR_BITXOR] = {OP_XOR, OP_IXOR},
    };
    return codes[operator][in_place];
}

static bool is_text(const Value *value) {
    return value->is_const && value->constant.kind == CONST_STR;
}

/* The sum of two string literals, if it is not too long, is one, as in CPython; else NULL. */
static Value *joined(Builder *b, const Ast *node, const Value *left, const Value *right) {
    enum { LONG = 4096 };
    if (node->op != OPR_ADD || !is_text(left) || !is_text(right))
        return NULL;
    size_t first = left->constant.length, length = first + right->constant.length;
    if (length > LONG)
        return NULL;
    char *text = arena_alloc(b->program->arena, length + 1);
    memcpy(text, left->constant.text, first);
    memcpy(text + first, right->constant.text, length - first);
    Value *value = flow_str(b, text, length);
    value->pos = flow_pos(b, node);
    return value;
}

/* Iterates along the left operands, whose number nothing limits. */
static Value *binary(Builder *b, const Ast *node) {
    int depth = 0;
    for (const Ast *at = node; at->kind == AST_BINARY; at = at->a)
        depth++;
    const Ast **spine = arena_alloc(b->scratch, (size_t)depth * sizeof *spine);
    for (int i = 0; i < depth; i++, node = node->a)
        spine[i] = node;
    Value *value = flow_binary_op(spine[depth - 1]->op, false) == OP_MOD ? flow_percent(b, spine[depth - 1]) : NULL;
    if (value)
        depth--;
    else
        value = flow_expr(b, node);
    while (depth--) {
        Value *right = flow_expr(b, spine[depth]->b);
        Value *text = joined(b, spine[depth], value, right);
        OpCode code = flow_binary_op(spine[depth]->op, false);
        value = text ? text : flow_op2(b, code, flow_pos(b, spine[depth]), value, right);
    }
    return value;
}

/* ---- constants ---- */

static Value *integer(Builder *b, const Ast *node) {
    if (!node->text)
        return flow_int(b, node->integer);
    return flow_const(b, (Const){.kind = CONST_BIGINT, .text = node->text, .length = (uint32_t)strlen(node->text)});
}

static Value *negative_integer(Builder *b, const Ast *node) {
    if (!node->text)
        return flow_int(b, -node->integer);
    if (!strcmp(node->text, "9223372036854775808"))
        return flow_int(b, INT64_MIN);
    const char *text = arena_printf(b->program->arena, "-%s", node->text);
    return flow_const(b, (Const){.kind = CONST_BIGINT, .text = text, .length = (uint32_t)strlen(text)});
}

/* -literal is a constant, too. */
/* Notes where a constant stands; those that the whole program shares (None, True, False) stand nowhere. */
static Value *placed(Builder *b, const Ast *node, Value *value) {
    if (value != b->flow->yes && value != b->flow->no && value != b->flow->none)
        value->pos = flow_pos(b, node);
    return value;
}

static Value *unary(Builder *b, const Ast *node) {
    if (node->op == OPR_NEG && node->a->kind == AST_INT)
        return placed(b, node, negative_integer(b, node->a));
    if (node->op == OPR_NEG && node->a->kind == AST_FLOAT)
        return placed(b, node, flow_const(b, (Const){.kind = CONST_FLOAT, .number = -node->a->number}));
    OpCode code = node->op == OPR_NEG      ? OP_NEG
                  : node->op == OPR_POS    ? OP_POS
                  : node->op == OPR_INVERT ? OP_INVERT
                                           : OP_NOT;
    Value *operand = flow_expr(b, node->a);
    return flow_op1(b, code, flow_pos(b, node), operand);
}

static Value *constant(Builder *b, const Ast *node) {
    switch ((int)node->kind) {
    case AST_INT:
        return integer(b, node);
    case AST_FLOAT:
        return flow_const(b, (Const){.kind = CONST_FLOAT, .number = node->number});
    case AST_COMPLEX:
        return flow_const(b, (Const){.kind = CONST_COMPLEX, .number = node->number});
    case AST_STR:
        return flow_str(b, node->text, node->length);
    case AST_BYTES:
        return flow_const(b, (Const){.kind = CONST_BYTES, .text = node->text, .length = node->length});
    case AST_ELLIPSIS:
        return flow_const(b, (Const){.kind = CONST_ELLIPSIS});
    case AST_TRUE:
        return b->flow->yes;
    case AST_FALSE:
        return b->flow->no;
    default:
        return b->flow->none;
    }
}

/* ---- others ---- */

/* type(x).__name__ is a question of its own: it has an answer also where x has one of several scalar types. */
static const Ast *operand_of_type_name(Builder *b, const Ast *node) {
    const Ast *call = node->a;
    if (call->kind != AST_CALL || strcmp(node->name, "__name__") || call->list.count != 1 || call->list2.count ||
        call->list.items[0]->kind == AST_STARRED)
        return NULL;
    const char *name = flow_builtin_name(b, call->a);
    return name && !strcmp(name, "type") ? call->list.items[0] : NULL;
}

static Value *attribute(Builder *b, const Ast *node) {
    const Ast *operand = operand_of_type_name(b, node);
    if (operand) {
        Value *value = flow_expr(b, operand);
        return flow_call(b, flow_pos(b, node), flow_builtin(b, flow_pos(b, node), "_type_name"), &value, 1);
    }
    const char *module, *name;
    if (flow_virtual(b, node, &module, &name) && name)
        return flow_load_global(b, flow_pos(b, node), name, module);
    Value *object = flow_expr(b, node->a);
    const char *mangled = scope_mangle(b->module->scopes, b->scope, node->name);
    return flow_getattr(b, flow_pos_attribute(b, node), object, mangled);
}

static Value *named(Builder *b, const Ast *node) {
    Value *value = flow_expr(b, node->b);
    flow_assign(b, node->a, value);
    return value;
}

static Value *await(Builder *b, const Ast *node) {
    flow_unsupported(b, "U0101", node, "`await`", "there is no event loop at run time", "use generators or threads");
    return b->flow->undefined;
}

static Value *slice(Builder *b, const Ast *node) {
    const Ast *parts[] = {node->a, node->b, node->c};
    Value *values[3];
    for (int i = 0; i < 3; i++)
        values[i] = parts[i] ? flow_expr(b, parts[i]) : b->flow->none;
    const Pos *pos = flow_pos(b, node);
    return flow_call(b, pos, flow_builtin(b, pos, "slice"), values, 3);
}

Value *flow_expr(Builder *b, const Ast *node) {
    switch ((int)node->kind) {
    case AST_NAME:
        return flow_read_name(b, node);
    case AST_BINARY:
        return binary(b, node);
    case AST_UNARY:
        return unary(b, node);
    case AST_BOOL_OP:
    case AST_COMPARE:
    case AST_CONDITIONAL:
        return flow_choice(b, node);
    case AST_CALL:
        return flow_call_expr(b, node);
    case AST_ATTRIBUTE:
        return attribute(b, node);
    case AST_SUBSCRIPT:
        return flow_subscript(b, node);
    case AST_SLICE:
        return slice(b, node);
    case AST_NAMED:
        return named(b, node);
    case AST_LAMBDA:
        return flow_lambda(b, node);
    case AST_LIST:
    case AST_TUPLE:
    case AST_SET:
    case AST_DICT:
        return flow_display(b, node);
    case AST_LIST_COMP:
    case AST_SET_COMP:
    case AST_DICT_COMP:
        return flow_comprehension(b, node);
    case AST_GENERATOR:
        return flow_generator_expression(b, node);
    case AST_JOINED_STR:
        return flow_joined_str(b, node);
    case AST_YIELD:
        return flow_yield_value(b, flow_pos(b, node), node->a ? flow_expr(b, node->a) : b->flow->none);
    case AST_YIELD_FROM:
        return flow_yield_from(b, node);
    case AST_AWAIT:
        return await(b, node);
    default:
        return placed(b, node, constant(b, node));
    }
}
