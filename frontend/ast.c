/* The dump of a syntax tree: a line a node, children indented below it. It is designed for comparison with CPython's
 * own tree (tests/parse/compare_ast.py), and walks with a stack of its own, since chains can be very deep.
 */
#include "frontend/ast.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_INDENT = 50 };

typedef struct Item {
    const Ast *node; /* NULL: an absent item of a list */
    const char *label;
    const char *name; /* of a keyword; NULL if absent */
    int depth;
} Item;

typedef struct Dump {
    FILE *out;
    Item *items;
    int count, capacity;
} Dump;

static const char *const kind_text[AST_KIND_COUNT] = {
#define AST(kind, slots, doc) [AST_##kind] = #kind,
#include "frontend/ast.def"
#undef AST
};

static const char *const operator_text[] = {
    [OPR_NONE] = "",     [OPR_ADD] = "+",       [OPR_SUB] = "-",         [OPR_MUL] = "*",    [OPR_MATMUL] = "@",
    [OPR_TRUEDIV] = "/", [OPR_FLOORDIV] = "//", [OPR_MOD] = "%",         [OPR_POW] = "**",   [OPR_LSHIFT] = "<<",
    [OPR_RSHIFT] = ">>", [OPR_BITAND] = "&",    [OPR_BITOR] = "|",       [OPR_BITXOR] = "^", [OPR_NEG] = "-",
    [OPR_POS] = "+",     [OPR_INVERT] = "~",    [OPR_NOT] = "not",       [OPR_AND] = "and",  [OPR_OR] = "or",
    [OPR_LT] = "<",      [OPR_LE] = "<=",       [OPR_EQ] = "==",         [OPR_NE] = "!=",    [OPR_GT] = ">",
    [OPR_GE] = ">=",     [OPR_IS] = "is",       [OPR_IS_NOT] = "is-not", [OPR_IN] = "in",    [OPR_NOT_IN] = "not-in",
};

/* ---- children ---- */

static void push_item(Dump *dump, Item item) {
    if (dump->count == dump->capacity) {
        dump->capacity = dump->capacity ? dump->capacity * 2 : 64;
        dump->items = realloc(dump->items, (size_t)dump->capacity * sizeof *dump->items);
        if (!dump->items)
            abort();
    }
    dump->items[dump->count++] = item;
}

static void push(Dump *dump, const char *label, const Ast *node, int depth) {
    if (node)
        push_item(dump, (Item){.node = node, .label = label, .depth = depth});
}

static void push_list(Dump *dump, const char *label, const AstList *list, int depth) {
    for (int i = 0; i < list->count; i++)
        push_item(dump, (Item){.node = list->items[i], .label = label, .depth = depth});
}

/* Keyword patterns are shown by their patterns, for CPython gives the keywords no range. */
static void push_keyword_patterns(Dump *dump, const AstList *list, int depth) {
    for (int i = 0; i < list->count; i++)
        push_item(dump,
                  (Item){.node = list->items[i]->a, .label = "keyword", .name = list->items[i]->name, .depth = depth});
}

static void push_children(Dump *dump, const Ast *node, int depth) {
    push(dump, "a", node->a, depth);
    push(dump, "b", node->b, depth);
    push(dump, "c", node->c, depth);
    push(dump, "d", node->d, depth);
    if (node->kind != AST_GLOBAL && node->kind != AST_NONLOCAL)
        push_list(dump, "list", &node->list, depth);
    if (node->kind == AST_PAT_CLASS)
        push_keyword_patterns(dump, &node->list2, depth);
    else
        push_list(dump, "list2", &node->list2, depth);
}

static void reverse_from(Dump *dump, int first) {
    for (int low = first, high = dump->count - 1; low < high; low++, high--) {
        Item item = dump->items[low];
        dump->items[low] = dump->items[high];
        dump->items[high] = item;
    }
}

/* ---- one line ---- */

static void print_text(FILE *out, const char *text, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        uint8_t c = (uint8_t)text[i];
        if (c >= 32 && c < 127 && c != '\\' && c != '\'')
            fputc(c, out);
        else
            fprintf(out, "\\x%02x", c);
    }
}

static bool has_range(AstKind kind) {
    return kind != AST_MODULE && kind != AST_ARGUMENTS && kind != AST_COMPREHENSION && kind != AST_WITH_ITEM &&
           kind != AST_MATCH_CASE && kind != AST_SUITE && kind != AST_ARGS;
}

static void print_literal(FILE *out, const Ast *node) {
    if (node->kind == AST_INT && !node->text)
        fprintf(out, " %" PRId64, node->integer);
    else if (node->kind == AST_INT)
        fprintf(out, " %s", node->text);
    else if (node->kind == AST_FLOAT || node->kind == AST_COMPLEX)
        fprintf(out, " %.17g", node->number);
    else if (node->kind == AST_STR || node->kind == AST_BYTES || node->kind == AST_FORMATTED) {
        fputs(" '", out);
        print_text(out, node->text, node->length);
        fputc('\'', out);
    } else if (node->kind == AST_ALIAS && node->text)
        fprintf(out, " as=%s", node->text);
}

static void print_names(FILE *out, const Ast *node) {
    for (int i = 0; i < node->list.count; i++)
        fprintf(out, " %s", node->list.items[i]->name);
}

static void print_operators(FILE *out, const Ast *node) {
    if (node->kind == AST_COMPARE)
        for (int i = 0; i < node->list.count; i++)
            fprintf(out, " %s", operator_text[node->operators[i]]);
    else if (node->op != OPR_NONE)
        fprintf(out, " %s", operator_text[node->op]);
}

static bool shows_integer(AstKind kind) {
    return kind == AST_ARGUMENTS || kind == AST_IMPORT_FROM || kind == AST_FORMATTED;
}

static void print_line(FILE *out, const Item *item) {
    int indent = item->depth < MAX_INDENT ? item->depth : MAX_INDENT;
    fprintf(out, "%*s%s", indent, "", item->label);
    if (item->name)
        fprintf(out, "=%s", item->name);
    const Ast *node = item->node;
    if (!node) {
        fputs(": NONE_ITEM\n", out);
        return;
    }
    fprintf(out, ": %s", kind_text[node->kind]);
    if (has_range(node->kind))
        fprintf(out, " %u:%u-%u:%u", node->line, node->column, node->end_line, node->end_column);
    if (node->name)
        fprintf(out, " %s", node->name);
    print_operators(out, node);
    if (shows_integer(node->kind))
        fprintf(out, " %" PRId64, node->integer);
    if (node->text || node->kind == AST_INT || node->kind == AST_FLOAT || node->kind == AST_COMPLEX)
        print_literal(out, node);
    if (node->flag && node->kind != AST_TUPLE)
        fputs(" flag", out);
    if (node->kind == AST_GLOBAL || node->kind == AST_NONLOCAL)
        print_names(out, node);
    fputc('\n', out);
}

void ast_dump(const Ast *root, FILE *out) {
    Dump dump = {.out = out};
    push(&dump, "root", root, 0);
    while (dump.count) {
        Item item = dump.items[--dump.count];
        print_line(out, &item);
        int first = dump.count;
        if (item.node)
            push_children(&dump, item.node, item.depth + 1);
        reverse_from(&dump, first);
    }
    free(dump.items);
}
