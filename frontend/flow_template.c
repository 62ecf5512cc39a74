/* "..".format(..) of a literal becomes what an f-string would be: its fields are taken apart here, so that attributes
 * and items of arguments are found by their static types. A template that is malformed, or that does not fit its
 * arguments, stays a call: the library raises what CPython raises.
 */
#include "frontend/flow_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Template {
    Builder *b;
    const Ast *call;
    const Pos *pos;
    Value **values; /* of the arguments, keywords behind the positional ones; NULL while the template is checked */
    bool is_map;    /* format_map: names are keys of the first argument */
    int next;       /* argument of the next {} */
    bool is_automatic, is_manual;
    bool is_bad;
} Template;

static Value *template_value(Template *t, const char *text, const char *end, int depth);

static Value *refuse(Template *t) {
    t->is_bad = true;
    return t->b->flow->none;
}

static Value *plain_text(Template *t, const char *text, ptrdiff_t length) {
    char *copy = arena_text(t->b->program->arena, text, (size_t)length);
    return flow_const(t->b, (Const){.kind = CONST_STR, .text = copy, .length = (uint32_t)length});
}

/* ---- arguments ---- */

static bool is_number(const char *text, const char *end) {
    if (text == end || end - text > 6)
        return false;
    while (text < end && isdigit((unsigned char)*text))
        text++;
    return text == end;
}

static Value *argument_at(Template *t, int64_t index, int limit) {
    if (index >= limit)
        return refuse(t);
    return t->values ? t->values[index] : NULL;
}

static Value *keyword_argument(Template *t, const char *name, size_t length) {
    for (int i = 0; i < t->call->list2.count; i++) {
        const char *other = t->call->list2.items[i]->name;
        if (strlen(other) == length && !memcmp(other, name, length))
            return argument_at(t, t->call->list.count + i, t->call->list.count + t->call->list2.count);
    }
    return refuse(t);
}

static Value *first_argument(Template *t, const char *name, const char *end) {
    if (t->is_map) {
        if (name == end || is_number(name, end))
            return refuse(t);
        return t->values ? flow_op2(t->b, OP_GETITEM, t->pos, t->values[0], plain_text(t, name, end - name)) : NULL;
    }
    if (name == end)
        t->is_automatic = true;
    else if (is_number(name, end))
        t->is_manual = true;
    else
        return keyword_argument(t, name, (size_t)(end - name));
    if (t->is_automatic && t->is_manual)
        return refuse(t);
    return argument_at(t, name == end ? t->next++ : strtol(name, NULL, 10), t->call->list.count);
}

/* .name or [index] behind an argument; *text goes on behind it. */
static Value *part_of(Template *t, Value *value, const char **text, const char *end) {
    const char *start = ++*text;
    bool is_item = start[-1] == '[';
    while (*text < end && (is_item ? **text != ']' : **text != '.' && **text != '['))
        ++*text;
    const char *stop = *text;
    if (start == stop || (is_item && stop == end))
        return refuse(t);
    *text += is_item;
    if (is_item && *text < end && **text != '.' && **text != '[')
        return refuse(t);
    if (!t->values)
        return NULL;
    if (!is_item)
        return flow_getattr(t->b, t->pos, value, arena_text(t->b->program->arena, start, (size_t)(stop - start)));
    Value *key = is_number(start, stop) ? flow_int(t->b, strtol(start, NULL, 10)) : plain_text(t, start, stop - start);
    return flow_op2(t->b, OP_GETITEM, t->pos, value, key);
}

static Value *argument(Template *t, const char *text, const char *end) {
    const char *stop = text;
    while (stop < end && *stop != '.' && *stop != '[')
        stop++;
    Value *value = first_argument(t, text, stop);
    while (stop < end && !t->is_bad)
        value = part_of(t, value, &stop, end);
    return value;
}

/* ---- fields ---- */

/* The brace that closes the field which starts at `text`, or NULL. */
static const char *field_end(const char *text, const char *end) {
    for (int depth = 1; text < end; text++) {
        depth += *text == '{' ? 1 : *text == '}' ? -1 : 0;
        if (!depth)
            return text;
    }
    return NULL;
}

static const char *name_end(const char *text, const char *end) {
    for (bool in_item = false; text < end; text++) {
        in_item = *text == '[' || (in_item && *text != ']');
        if (!in_item && (*text == '!' || *text == ':'))
            break;
    }
    return text;
}

static Value *field(Template *t, const char *text, const char *end, int depth) {
    const char *at = name_end(text, end);
    if (memchr(text, '{', (size_t)(at - text)) || memchr(text, '}', (size_t)(at - text)))
        return refuse(t);
    char conversion = 0;
    Value *value = argument(t, text, at);
    if (at < end && *at == '!') {
        conversion = at + 1 < end ? at[1] : 'x';
        at += 2;
        if (!memchr("rsa", conversion, 3) || (at < end && *at != ':'))
            return refuse(t);
    }
    Value *spec = at + 1 < end ? template_value(t, at + 1, end, depth - 1) : NULL;
    return t->values && !t->is_bad ? flow_formatted(t->b, t->pos, value, conversion, spec) : NULL;
}

static Value *joined(Template *t, Value **pieces, int count) {
    if (!t->values)
        return NULL;
    return count == 1 ? pieces[0] : flow_emit(t->b, OP_BUILD_STRING, t->pos, pieces, count)->result;
}

static Value *template_value(Template *t, const char *text, const char *end, int depth) {
    Value **pieces = arena_alloc(t->b->scratch, (size_t)(end - text + 1) * sizeof *pieces);
    char *plain = arena_alloc(t->b->scratch, (size_t)(end - text + 1));
    int count = 0, length = 0;
    while (text < end && !t->is_bad) {
        char c = *text++;
        if ((c == '{' || c == '}') && (text == end || *text != c)) {
            const char *stop = c == '{' && depth >= 0 ? field_end(text, end) : NULL;
            if (!stop)
                return refuse(t);
            if (length && t->values)
                pieces[count++] = plain_text(t, plain, length);
            length = 0;
            pieces[count++] = field(t, text, stop, depth);
            text = stop + 1;
            continue;
        }
        text += c == '{' || c == '}';
        plain[length++] = c;
    }
    if (t->values && (length || !count))
        pieces[count++] = plain_text(t, plain, length);
    return joined(t, pieces, count);
}

/* ---- calls ---- */

static bool has_plain_arguments(const Ast *call) {
    for (int i = 0; i < call->list.count; i++)
        if (call->list.items[i]->kind == AST_STARRED)
            return false;
    for (int i = 0; i < call->list2.count; i++)
        if (!call->list2.items[i]->name)
            return false;
    return true;
}

Value *flow_template(Builder *b, const Ast *node) {
    const Ast *method = node->a;
    if (method->kind != AST_ATTRIBUTE || method->a->kind != AST_STR || !has_plain_arguments(node))
        return NULL;
    bool is_map = !strcmp(method->name, "format_map");
    if (!(is_map ? node->list.count == 1 && !node->list2.count : !strcmp(method->name, "format")))
        return NULL;
    const char *text = method->a->text, *end = text + method->a->length;
    Template t = {.b = b, .call = node, .pos = flow_pos_method(b, node), .is_map = is_map};
    template_value(&t, text, end, 1);
    if (t.is_bad)
        return NULL;
    int count = node->list.count + node->list2.count;
    t.values = arena_alloc(b->scratch, (size_t)(count + 1) * sizeof *t.values);
    for (int i = 0; i < count; i++)
        t.values[i] =
            flow_expr(b, i < node->list.count ? node->list.items[i] : node->list2.items[i - node->list.count]->a);
    t.next = 0;
    return template_value(&t, text, end, 1);
}
