/* "..%d.." % (..) of a literal and a tuple display of as many items becomes the texts of the items, joined. Conversions
 * that format() has, too, are done by it; others stay a `%` of their own. Everything else stays as it is: the library
 * raises what CPython raises.
 */
#include "frontend/flow_internal.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

typedef struct Conversion {
    const char *start, *end; /* in the template, `%` included */
    char type;
    char spec[32]; /* for format(); "" if there is nothing to say */
    bool is_odd;   /* that format() cannot do */
} Conversion;

/* Reads the flags, width and precision behind `%`; what format() would be told goes to the spec. */
static const char *read_spec(Conversion *c, const char *text, const char *end) {
    const char *flags = text;
    while (text < end && *text && strchr("-+ #0", *text))
        text++;
    size_t flag_count = (size_t)(text - flags);
    const char *width = text;
    while (text < end && (isdigit((unsigned char)*text) || *text == '.'))
        text++;
    bool is_left = memchr(flags, '-', flag_count), is_zero = memchr(flags, '0', flag_count);
    const char *point = memchr(width, '.', (size_t)(text - width));
    const char *sign = memchr(flags, '+', flag_count) ? "+" : memchr(flags, ' ', flag_count) ? " " : "";
    c->is_odd = memchr(flags, '#', flag_count) || text - width > 12 || flag_count > 8 || point == text - 1 ||
                (point && memchr(point + 1, '.', (size_t)(text - point - 1)));
    if (!c->is_odd)
        snprintf(c->spec, sizeof c->spec, "%s%s%s%.*s", is_left && width < text && *width != '.' ? "<" : "", sign,
                 is_zero && !is_left ? "0" : "", (int)(text - width), width);
    return text;
}

/* The conversion whose `%` is at `text`; false if it cannot be taken apart. */
static bool read_conversion(Conversion *c, const char *text, const char *end) {
    *c = (Conversion){.start = text};
    text = read_spec(c, text + 1, end);
    if (text == end)
        return false;
    c->type = *text;
    c->end = text + 1;
    if (c->type == '%')
        return c->end - c->start == 2;
    return c->type && strchr("diusraxXocfFeEgG", c->type);
}

static int count_conversions(const char *text, const char *end) {
    int count = 0;
    for (Conversion c; (text = memchr(text, '%', (size_t)(end - text))); text = c.end) {
        if (!read_conversion(&c, text, end))
            return -1;
        count += c.type != '%';
    }
    return count;
}

/* A width or precision of three digits. */
static bool has_long_number(const Conversion *c) {
    const char *text = c->start + 1;
    text += strspn(text, "-+ #0");
    for (int digits = 0; text < c->end; text++) {
        digits = isdigit((unsigned char)*text) ? digits + 1 : 0;
        if (digits == 3)
            return true;
    }
    return false;
}

/* CPython's compiler makes an f-string of a template that asks for nothing but texts: an item is converted before the
 * next one is evaluated. */
static bool converts_in_turn(const char *text, const char *end) {
    for (Conversion c; (text = memchr(text, '%', (size_t)(end - text))); text = c.end) {
        read_conversion(&c, text, end);
        if (!strchr("sra%", c.type) || has_long_number(&c))
            return false;
    }
    return true;
}

static Value *plain_text(Builder *b, const char *text, ptrdiff_t length) {
    return flow_const(b, (Const){.kind = CONST_STR,
                                 .text = arena_text(b->program->arena, text, (size_t)length),
                                 .length = (uint32_t)length});
}

static Value *helper(Builder *b, const Pos *pos, const char *name, Value *value, const Conversion *c) {
    bool has_type = strchr("eEfFgG", c->type);
    char spec[40];
    snprintf(spec, sizeof spec, "%s%.*s", c->spec, has_type, &c->type);
    Value *arguments[2] = {value, plain_text(b, spec, (ptrdiff_t)strlen(spec))};
    return flow_call(b, pos, flow_builtin(b, pos, name), arguments, 2);
}

/* An item of the tuple and, once it is evaluated, its value or, if they are of several types, the sides of a choice. */
typedef struct Item {
    const Ast *node;
    Value *value;
    const HeldChoice *choice;
} Item;

static void evaluate(Builder *b, Item *item) {
    item->choice = flow_hold_choice(b, item->node);
    item->value = item->choice ? NULL : flow_expr(b, item->node);
}

static Value *converted(Builder *b, const Pos *pos, Value *value, const void *data) {
    const Conversion *c = data;
    if ((c->type == 's' || c->type == 'r') && c->end - c->start == 2)
        return flow_op1(b, c->type == 's' ? OP_TO_STR : OP_REPR, pos, value);
    bool is_int = strchr("diu", c->type), is_float = strchr("eEfFgG", c->type);
    if (!c->is_odd && (is_float || (is_int && !memchr(c->spec, '.', strlen(c->spec)))))
        return helper(b, pos, is_int ? "_percent_int" : "_percent_float", value, c);
    Value *tuple = flow_emit(b, OP_BUILD_TUPLE, pos, &value, 1)->result;
    return flow_op2(b, OP_MOD, pos, plain_text(b, c->start, c->end - c->start), tuple);
}

static Value *item_text(Builder *b, const Pos *pos, Item *item, const Conversion *c) {
    if (!item->value && !item->choice) {
        evaluate(b, item);
        pos = flow_pos(b, item->node);
    }
    return item->choice ? flow_convert_choice(b, item->choice, pos, converted, c) : converted(b, pos, item->value, c);
}

static Value *join_pieces(Builder *b, const Pos *pos, const char *text, const char *end, Item *items) {
    Value **pieces = arena_alloc(b->scratch, (size_t)(end - text + 1) * sizeof *pieces);
    int count = 0;
    for (const char *percent; text < end; text = percent) {
        Conversion c = {.end = end};
        percent = memchr(text, '%', (size_t)(end - text));
        if (percent)
            read_conversion(&c, percent, end);
        bool is_sign = c.type == '%';
        const char *stop = !percent ? end : is_sign ? percent + 1 : percent;
        if (stop > text)
            pieces[count++] = plain_text(b, text, stop - text);
        if (percent && !is_sign)
            pieces[count++] = item_text(b, pos, items++, &c);
        percent = c.end;
    }
    if (!count)
        return flow_text(b, "");
    return count == 1 ? pieces[0] : flow_emit(b, OP_BUILD_STRING, pos, pieces, count)->result;
}

Value *flow_percent(Builder *b, const Ast *node) {
    const Ast *template = node->a, *tuple = node->b;
    if (template->kind != AST_STR || tuple->kind != AST_TUPLE)
        return NULL;
    const char *text = template->text, *end = text + template->length;
    int count = tuple->list.count;
    if (count_conversions(text, end) != count)
        return NULL;
    Item *items = arena_alloc(b->scratch, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        if (tuple->list.items[i]->kind == AST_STARRED)
            return NULL;
    bool in_turn = converts_in_turn(text, end);
    for (int i = 0; i < count; i++) {
        items[i] = (Item){.node = tuple->list.items[i]};
        if (!in_turn)
            evaluate(b, &items[i]);
    }
    return join_pieces(b, flow_pos(b, node), text, end, items);
}
