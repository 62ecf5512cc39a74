/* Displays ([..], (..), {..}) with and without starred items, and f-strings. */
#include "frontend/flow_internal.h"

Value **flow_expressions(Builder *b, Ast *const *items, int count) {
    Value **values = arena_alloc(b->scratch, (size_t)count * sizeof *values);
    for (int i = 0; i < count; i++)
        values[i] = flow_expr(b, items[i]);
    return values;
}

/* How many items from `first` on come before a starred one. */
static int count_plain(const AstList *items, int first) {
    int end = first;
    while (end < items->count && items->items[end]->kind != AST_STARRED)
        end++;
    return end - first;
}

/* The items before the first starred one at once, the others one by one. Each starred item of a list leaves room for
 * those up to the next one. */
static Value *collect(Builder *b, const Pos *pos, const AstList *items, OpCode build, OpCode add, OpCode extend) {
    int plain = count_plain(items, 0);
    Value *all = flow_emit(b, build, pos, flow_expressions(b, items->items, plain), plain)->result;
    for (int i = plain; i < items->count; i++) {
        const Ast *item = items->items[i];
        bool starred = item->kind == AST_STARRED;
        Value *value = flow_expr(b, starred ? item->a : item);
        if (starred && extend == OP_LIST_EXTEND)
            flow_op3(b, extend, pos, all, value, flow_int(b, count_plain(items, i + 1)));
        else
            flow_op2(b, starred ? extend : add, pos, all, value);
    }
    return all;
}

static Value *list_of(Builder *b, const Pos *pos, const AstList *items) {
    return collect(b, pos, items, OP_BUILD_LIST, OP_LIST_PUT, OP_LIST_EXTEND);
}

static Value *part_of_tuple(Builder *b, const Pos *pos, const AstList *items, int at, int *end) {
    if (items->items[at]->kind == AST_STARRED) {
        *end = at + 1;
        return flow_op1(b, OP_TO_TUPLE, pos, flow_expr(b, items->items[at]->a));
    }
    for (*end = at; *end < items->count && items->items[*end]->kind != AST_STARRED;)
        ++*end;
    return flow_emit(b, OP_BUILD_TUPLE, pos, flow_expressions(b, items->items + at, *end - at), *end - at)->result;
}

/* Of known length, if that of what is starred is: the tuples between and of the starred items, one after the other. */
Value *flow_tuple_of(Builder *b, const Pos *pos, const AstList *items) {
    if (!items->count)
        return flow_emit(b, OP_BUILD_TUPLE, pos, NULL, 0)->result;
    int at;
    Value *all = part_of_tuple(b, pos, items, 0, &at);
    while (at < items->count)
        all = flow_op2(b, OP_ADD, pos, all, part_of_tuple(b, pos, items, at, &at));
    return all;
}

static int count_plain_keys(const Ast *node) {
    int plain = 0;
    while (plain < node->list.count && node->list.items[plain])
        plain++;
    return plain;
}

static Value *dict(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    int plain = count_plain_keys(node);
    Value **values = arena_alloc(b->scratch, (size_t)plain * 2 * sizeof *values);
    for (int i = 0; i < plain; i++) {
        values[2 * i] = flow_expr(b, node->list.items[i]);
        values[2 * i + 1] = flow_expr(b, node->list2.items[i]);
    }
    Value *all = flow_emit(b, OP_BUILD_DICT, pos, values, 2 * plain)->result;
    for (int i = plain; i < node->list.count; i++) {
        Value *key = node->list.items[i] ? flow_expr(b, node->list.items[i]) : NULL;
        Value *value = flow_expr(b, node->list2.items[i]);
        if (key)
            flow_op3(b, OP_DICT_SET, pos, all, key, value);
        else
            flow_op2(b, OP_DICT_UPDATE, pos, all, value);
    }
    return all;
}

static Value *set(Builder *b, const Ast *node) {
    Value *constant = flow_constant_set(b, node);
    return constant ? constant : collect(b, flow_pos(b, node), &node->list, OP_BUILD_SET, OP_SET_ADD, OP_SET_UPDATE);
}

Value *flow_display(Builder *b, const Ast *node) {
    switch ((int)node->kind) {
    case AST_LIST:
        return list_of(b, flow_pos(b, node), &node->list);
    case AST_SET:
        return set(b, node);
    case AST_DICT:
        return dict(b, node);
    default:
        return flow_tuple_of(b, flow_pos(b, node), &node->list);
    }
}

/* ---- f-strings ---- */

static Value *convert(Builder *b, const Pos *pos, Value *value, char conversion) {
    if (conversion == 's')
        return flow_op1(b, OP_TO_STR, pos, value);
    if (conversion == 'r')
        return flow_op1(b, OP_REPR, pos, value);
    return flow_call(b, pos, flow_builtin(b, pos, "ascii"), &value, 1);
}

/* `{x}` is format(x, ""), which is str(x) unless a class defines __format__: so str(x) where none does. */
Value *flow_formatted(Builder *b, const Pos *pos, Value *value, char conversion, Value *spec) {
    if (conversion)
        value = convert(b, pos, value, conversion);
    if (spec)
        return flow_op2(b, OP_FORMAT, pos, value, spec);
    if (conversion)
        return value;
    return b->flow->defines_format ? flow_op2(b, OP_FORMAT, pos, value, flow_text(b, ""))
                                   : flow_op1(b, OP_TO_STR, pos, value);
}

typedef struct Formatting {
    char conversion;
    Value *spec;
} Formatting;

static Value *format_side(Builder *b, const Pos *pos, Value *value, const void *data) {
    const Formatting *how = data;
    return flow_formatted(b, pos, value, how->conversion, how->spec);
}

static Value *formatted(Builder *b, const Ast *node, const Pos *pos) {
    char conversion = node->integer > 0 ? (char)node->integer : 0;
    if (node->text && !conversion && !node->b)
        conversion = 'r';
    const HeldChoice *choice = flow_hold_choice(b, node->a);
    Value *value = choice ? NULL : flow_expr(b, node->a);
    Value *spec = node->b ? flow_expr(b, node->b) : NULL; /* as CPython: before the conversion */
    if (choice)
        return flow_convert_choice(b, choice, pos, format_side, &(Formatting){conversion, spec});
    return flow_formatted(b, pos, value, conversion, spec);
}

/* f"text{x}" */
static bool is_prefixed(const Ast *node) {
    const Ast *const *items = (const Ast *const *)node->list.items;
    if (node->list.count != 2 || items[0]->kind == AST_FORMATTED || items[1]->kind != AST_FORMATTED)
        return false;
    const Ast *piece = items[1];
    return piece->integer <= 0 && !piece->text && !piece->b && piece->a->kind != AST_CONDITIONAL &&
           piece->a->kind != AST_BOOL_OP;
}

Value *flow_joined_str(Builder *b, const Ast *node) {
    const Pos *pos = flow_pos(b, node);
    if (is_prefixed(node)) {
        Value *prefix = flow_expr(b, node->list.items[0]);
        Value *value = flow_expr(b, node->list.items[1]->a);
        Value *spec = b->flow->defines_format ? flow_text(b, "") : b->flow->none;
        return flow_op3(b, OP_PREFIXED_STR, pos, prefix, value, spec);
    }
    Value **pieces = arena_alloc(b->scratch, (size_t)node->list.count * 2 * sizeof *pieces);
    int count = 0;
    for (int i = 0; i < node->list.count; i++) {
        const Ast *piece = node->list.items[i];
        if (piece->kind != AST_FORMATTED) {
            pieces[count++] = flow_expr(b, piece);
            continue;
        }
        if (piece->text)
            pieces[count++] = flow_text(b, piece->text);
        pieces[count++] = formatted(b, piece, pos);
    }
    if (count == 0)
        return flow_text(b, "");
    return count == 1 ? pieces[0] : flow_emit(b, OP_BUILD_STRING, pos, pieces, count)->result;
}
