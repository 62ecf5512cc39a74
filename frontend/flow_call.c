/* Calls: ordinary ones, and those of builtins by name that are ops or expand here (a table). */
#include "frontend/flow_internal.h"

#include <string.h>

/* ---- ordinary calls ---- */

typedef struct Arguments {
    Value **values; /* [0] is the function */
    int count;
    const char **names;
    int name_count;
    int64_t stars;
} Arguments;

static void add_argument(Arguments *arguments, Value *value) {
    arguments->values[arguments->count++] = value;
}

static bool is_starred(const Ast *node) {
    return node->kind == AST_STARRED;
}

static int count_starred(const AstList *list) {
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += is_starred(list->items[i]);
    return count;
}

static bool is_display(const Ast *node) {
    return (node->kind == AST_LIST || node->kind == AST_TUPLE) && !count_starred(&node->list);
}

/* *[a, b] is a, b. */
static AstList without_starred_displays(Builder *b, const AstList *list) {
    int count = 0;
    for (int i = 0; i < list->count; i++)
        count += is_starred(list->items[i]) && is_display(list->items[i]->a) ? list->items[i]->a->list.count : 1;
    AstList out = {arena_alloc(b->scratch, (size_t)(count + 1) * sizeof *out.items), 0, count};
    for (int i = 0; i < list->count; i++) {
        const Ast *item = list->items[i];
        bool spread = is_starred(item) && is_display(item->a);
        for (int k = 0; k < (spread ? item->a->list.count : 1); k++)
            out.items[out.count++] = spread ? item->a->list.items[k] : list->items[i];
    }
    return out;
}

/* One starred argument at the end stays as it is; otherwise everything from the first starred one on is collected in a
 * tuple. */
static void positional_arguments(Builder *b, const Ast *node, Arguments *arguments) {
    AstList spread = without_starred_displays(b, &node->list);
    const AstList *list = &spread;
    int at = 0;
    for (; at < list->count && !is_starred(list->items[at]); at++)
        add_argument(arguments, flow_expr(b, list->items[at]));
    if (at == list->count)
        return;
    arguments->stars |= 1;
    if (at + 1 == list->count) {
        add_argument(arguments, flow_op1(b, OP_TO_TUPLE, flow_pos(b, node), flow_expr(b, list->items[at]->a)));
        return;
    }
    AstList rest = {list->items + at, list->count - at, list->count - at};
    const Pos *pos = flow_pos(b, node);
    add_argument(arguments, flow_tuple_of(b, pos, &rest));
}

/* {"a": 1, "b": 2}: names known while compiling. */
static bool is_named_display(const Ast *node) {
    if (node->kind != AST_DICT)
        return false;
    for (int i = 0; i < node->list.count; i++)
        if (!node->list.items[i] || node->list.items[i]->kind != AST_STR)
            return false;
    return true;
}

/* **{"a": 1} is a=1. */
static AstList without_displays(Builder *b, const AstList *keywords) {
    int count = 0;
    for (int i = 0; i < keywords->count; i++)
        count += is_named_display(keywords->items[i]->a) ? keywords->items[i]->a->list.count : 1;
    AstList out = {arena_alloc(b->scratch, (size_t)(count + 1) * sizeof *out.items), 0, count};
    for (int i = 0; i < keywords->count; i++) {
        Ast *keyword = keywords->items[i];
        bool spread = !keyword->name && is_named_display(keyword->a);
        for (int k = 0; k < (spread ? keyword->a->list.count : 1); k++) {
            Ast *item = keyword;
            if (spread) {
                item = arena_alloc(b->scratch, sizeof *item);
                *item = (Ast){.kind = AST_KEYWORD,
                              .name = flow_intern(b, keyword->a->list.items[k]->text),
                              .a = keyword->a->list2.items[k]};
            }
            out.items[out.count++] = item;
        }
    }
    return out;
}

static void keyword_arguments(Builder *b, const Ast *node, const AstList *keywords, Arguments *arguments) {
    Value *mapping = NULL;
    for (int i = 0; i < keywords->count; i++) {
        const Ast *keyword = keywords->items[i];
        Value *value = keyword->name ? flow_expr(b, keyword->a) : flow_keywords_record(b, keyword->a);
        if (keyword->name) {
            arguments->names[arguments->name_count++] = keyword->name;
            add_argument(arguments, value);
        } else if (mapping) {
            flow_unsupported(b, "U0102", node, "several `**` arguments in one call",
                             "duplicate names could not be told apart", "merge the dicts before the call");
        } else {
            mapping = value;
        }
    }
    if (!mapping)
        return;
    arguments->stars |= 2;
    add_argument(arguments, mapping);
}

/* CPython's fast path for methods, which decides the position of the call. */
static bool is_method_call(const Ast *node) {
    if (node->a->kind != AST_ATTRIBUTE || count_starred(&node->list))
        return false;
    for (int i = 0; i < node->list2.count; i++)
        if (!node->list2.items[i]->name)
            return false;
    return node->list.count + node->list2.count + (node->list2.count > 0) < 30;
}

/* A call of `function`, or if it is NULL of what stands before the arguments. */
static Value *ordinary_call(Builder *b, const Ast *node, Value *function) {
    AstList spread = without_starred_displays(b, &node->list);
    AstList keywords = without_displays(b, &node->list2);
    int most = spread.count + keywords.count + 1;
    Arguments arguments = {.values = arena_alloc(b->scratch, (size_t)most * sizeof(Value *)),
                           .names = arena_alloc(b->program->arena, (size_t)keywords.count * sizeof(char *))};
    add_argument(&arguments, function ? function : flow_expr(b, node->a));
    positional_arguments(b, node, &arguments);
    keyword_arguments(b, node, &keywords, &arguments);
    const Pos *pos = is_method_call(node) ? flow_pos_method(b, node) : flow_pos(b, node);
    Op *op = flow_emit(b, OP_CALL_PY, pos, arguments.values, arguments.count);
    op->integer = arguments.stars;
    op->names = arguments.names;
    op->name_count = arguments.name_count;
    return op->result;
}

/* ---- builtins ---- */

typedef Value *Expansion(Builder *b, const Ast *node);

/* The keyword argument called `name` and its number, or NULL. */
static const Ast *find_keyword(const Ast *node, const char *name, int *number) {
    for (int i = 0; i < node->list2.count; i++)
        if (node->list2.items[i]->name && !strcmp(node->list2.items[i]->name, name)) {
            *number = i;
            return node->list2.items[i]->a;
        }
    return NULL;
}

typedef struct PrintOptions {
    Value *sep, *end, *file, *flush;
} PrintOptions;

static bool is_plain_print(const Ast *node) {
    static const char *const known[] = {"sep", "end", "file", "flush"};
    int found = 0, number;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        found += find_keyword(node, known[i], &number) != NULL;
    return found == node->list2.count;
}

static PrintOptions print_options(Builder *b, const Ast *node) {
    PrintOptions options = {flow_text(b, " "), flow_text(b, "\n"), b->flow->none, b->flow->no};
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *keyword = node->list2.items[i];
        bool defaults = keyword->a->kind == AST_NONE;
        Value *value = flow_expr(b, keyword->a);
        if (!strcmp(keyword->name, "file"))
            options.file = value;
        else if (!strcmp(keyword->name, "flush"))
            options.flush = value;
        else if (!defaults && !strcmp(keyword->name, "sep"))
            options.sep = value;
        else if (!defaults)
            options.end = value;
    }
    return options;
}

static void print_write(Builder *b, const Pos *pos, Value *text, Value *file) {
    flow_call(b, pos, flow_builtin(b, pos, "_print_write"), (Value *[]){text, file}, 2);
}

/* An argument of print(): a value or, if they are of several types, the sides of a choice. */
typedef struct Printed {
    Value *value;
    const HeldChoice *choice;
    bool starred;
} Printed;

static Printed printed(Builder *b, const Pos *pos, const Ast *item) {
    if (is_starred(item)) {
        Value *items = flow_expr(b, item->a);
        return (Printed){flow_call(b, pos, flow_builtin(b, pos, "_print_items"), &items, 1), NULL, true};
    }
    const HeldChoice *choice = flow_hold_choice(b, item);
    return (Printed){choice ? NULL : flow_expr(b, item), choice, false};
}

static Value *to_str(Builder *b, const Pos *pos, Value *value, const void *data) {
    (void)data;
    return flow_op1(b, OP_TO_STR, pos, value);
}

/* Writes a separator, if something was written, and the argument; gives whether nothing has been written yet. */
static Value *print_argument(Builder *b, const Pos *pos, Printed item, const PrintOptions *options, Value *is_first) {
    if (item.starred)
        return flow_call(b, pos, flow_builtin(b, pos, "_print_all"),
                         (Value *[]){item.value, options->sep, options->file, is_first}, 4);
    if (is_first == b->flow->no)
        print_write(b, pos, options->sep, options->file);
    else if (is_first != b->flow->yes)
        flow_call(b, pos, flow_builtin(b, pos, "_print_sep"), (Value *[]){options->sep, options->file, is_first}, 3);
    Value *text =
        item.choice ? flow_convert_choice(b, item.choice, pos, to_str, NULL) : to_str(b, pos, item.value, NULL);
    print_write(b, pos, text, options->file);
    return b->flow->no;
}

/* print(a, b, ..): each argument is converted just before it is written, as CPython does. */
static Value *expand_print(Builder *b, const Ast *node) {
    if (!is_plain_print(node))
        return NULL;
    AstList spread = without_starred_displays(b, &node->list);
    Printed *items = arena_alloc(b->scratch, (size_t)spread.count * sizeof *items);
    const Pos *pos = flow_pos(b, node);
    for (int i = 0; i < spread.count; i++)
        items[i] = printed(b, pos, spread.items[i]);
    PrintOptions options = print_options(b, node);
    Value *is_first = b->flow->yes;
    for (int i = 0; i < spread.count; i++)
        is_first = print_argument(b, pos, items[i], &options, is_first);
    flow_call(b, pos, flow_builtin(b, pos, "_print_end"), (Value *[]){options.end, options.file, options.flush}, 3);
    return b->flow->none;
}

static Value *nest(Builder *b, const Ast *node, const char *pair) {
    if (node->list.count < 2 || node->list2.count || count_starred(&node->list))
        return NULL;
    Value **values = arena_alloc(b->scratch, (size_t)node->list.count * sizeof *values);
    for (int i = 0; i < node->list.count; i++)
        values[i] = flow_expr(b, node->list.items[i]);
    const Pos *pos = flow_pos(b, node);
    Value *best = values[0];
    for (int i = 1; i < node->list.count; i++)
        best = flow_call(b, pos, flow_builtin(b, pos, pair), (Value *[]){best, values[i]}, 2);
    return best;
}

static Value *expand_min(Builder *b, const Ast *node) {
    return nest(b, node, "_min2");
}

static Value *expand_max(Builder *b, const Ast *node) {
    return nest(b, node, "_max2");
}

/* open() with a binary mode gives another class of files. */
static Value *expand_open(Builder *b, const Ast *node) {
    int number;
    const Ast *mode = node->list.count > 1 ? node->list.items[1] : find_keyword(node, "mode", &number);
    if (!mode || mode->kind != AST_STR || !memchr(mode->text, 'b', mode->length))
        return NULL;
    return ordinary_call(b, node, flow_builtin(b, flow_pos(b, node), "_open_binary"));
}

static bool is_in_method(const Builder *b) {
    const Scope *owner = b->owner;
    return b->scope == owner && owner->kind == SCOPE_FUNCTION && owner->parent->kind == SCOPE_CLASS &&
           owner->count > 0 && owner->list[0]->is_param;
}

/* super(C, self) in a method of C. */
static bool is_explicit_super(const Builder *b, const Ast *node) {
    const Scope *owner = b->owner;
    return node->list.count == 2 && !node->list2.count && owner->kind == SCOPE_FUNCTION &&
           owner->parent->kind == SCOPE_CLASS && node->list.items[0]->kind == AST_NAME &&
           !strcmp(node->list.items[0]->name, owner->parent->name);
}

static Value *expand_super(Builder *b, const Ast *node) {
    if (is_explicit_super(b, node))
        return flow_op1(b, OP_SUPER, flow_pos(b, node), flow_expr(b, node->list.items[1]));
    if (node->list.count || node->list2.count || !is_in_method(b)) {
        flow_unsupported(b, "U0103", node, "`super()` here",
                         "it needs the first parameter of a method of the class around it",
                         "call it directly in the method");
        return b->flow->undefined;
    }
    Ast self = {.kind = AST_NAME, .name = b->owner->node->a->list.items[0]->name};
    Value *object = flow_read_name(b, &self);
    return flow_op1(b, OP_SUPER, flow_pos(b, node), object);
}

static Value *expand_format(Builder *b, const Ast *node) {
    if (node->list.count != 1 || node->list2.count || count_starred(&node->list))
        return NULL;
    Value *value = flow_expr(b, node->list.items[0]);
    return flow_op2(b, OP_FORMAT, flow_pos(b, node), value, flow_text(b, ""));
}

/* dict(a=1, b=2) is a display; dict(x, a=1) adds to a dict made from x. */
static Value *expand_dict(Builder *b, const Ast *node) {
    if (!node->list2.count || node->list.count > 1 || count_starred(&node->list))
        return NULL;
    const Pos *pos = flow_pos(b, node);
    Value *dict;
    if (node->list.count) {
        Value *items = flow_expr(b, node->list.items[0]);
        dict = flow_call(b, pos, flow_builtin(b, pos, "dict"), &items, 1);
    } else {
        dict = flow_emit(b, OP_BUILD_DICT, pos, NULL, 0)->result;
    }
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *keyword = node->list2.items[i];
        if (keyword->name)
            flow_op3(b, OP_DICT_SET, pos, dict, flow_text(b, keyword->name), flow_expr(b, keyword->a));
        else
            flow_emit(b, OP_DICT_UPDATE, pos, (Value *[]){dict, flow_expr(b, keyword->a)}, 2);
    }
    return dict;
}

/* getattr(x, "name") and its kin, where the name is a constant: else NULL. */
static const char *constant_name(Builder *b, const Ast *node, int least, int most) {
    if (node->list.count < least || node->list.count > most || node->list2.count || count_starred(&node->list) ||
        node->list.items[1]->kind != AST_STR)
        return NULL;
    return flow_intern(b, node->list.items[1]->text);
}

static Value *named_op(Builder *b, const Ast *node, OpCode code, const char *name, int other) {
    if (!name)
        return NULL;
    Value *values[2] = {flow_expr(b, node->list.items[0]), other ? flow_expr(b, node->list.items[2]) : NULL};
    Value *result = flow_named(b, code, flow_pos(b, node), name, values, 1 + other);
    return result ? result : b->flow->none;
}

static Value *expand_getattr(Builder *b, const Ast *node) {
    int other = node->list.count == 3;
    return named_op(b, node, other ? OP_GETATTR_OR : OP_GETATTR, constant_name(b, node, 2, 3), other);
}

static Value *expand_hasattr(Builder *b, const Ast *node) {
    return named_op(b, node, OP_HASATTR, constant_name(b, node, 2, 2), 0);
}

static Value *expand_setattr(Builder *b, const Ast *node) {
    return named_op(b, node, OP_SETATTR, constant_name(b, node, 3, 3), 1);
}

static Value *expand_delattr(Builder *b, const Ast *node) {
    return named_op(b, node, OP_DELATTR, constant_name(b, node, 2, 2), 0);
}

static Value *refuse_code(Builder *b, const Ast *node) {
    flow_unsupported(b, "U0104", node, "running source text", "the whole program is compiled ahead of time",
                     "write the code into the program, or keep functions in a dict");
    return b->flow->undefined;
}

static Value *refuse_names(Builder *b, const Ast *node) {
    flow_unsupported(b, "U0105", node, "namespaces as dicts", "variables become registers and fields",
                     "keep the values in a dict of your own");
    return b->flow->undefined;
}

/* Calls with `count` plain positional arguments become `code`, if there is one; others are tried with `expand`. */
static const struct Row {
    const char *name;
    int count;
    OpCode code;
    Expansion *expand;
} rows[] = {
    {"len", 1, OP_LEN, NULL},
    {"str", 1, OP_TO_STR, NULL},
    {"repr", 1, OP_REPR, NULL},
    {"hash", 1, OP_HASH, NULL},
    {"abs", 1, OP_ABS, NULL},
    {"iter", 1, OP_ITER, NULL},
    {"next", 1, OP_NEXT, NULL},
    {"type", 1, OP_TYPE_PY, NULL},
    {"bool", 1, OP_TRUTH, NULL},
    {"isinstance", 2, OP_ISINSTANCE, NULL},
    {"format", 2, OP_FORMAT, expand_format},
    {"print", -1, OP_COUNT, expand_print},
    {"min", -1, OP_COUNT, expand_min},
    {"max", -1, OP_COUNT, expand_max},
    {"dict", -1, OP_COUNT, expand_dict},
    {"open", -1, OP_COUNT, expand_open},
    {"super", -1, OP_COUNT, expand_super},
    {"getattr", -1, OP_COUNT, expand_getattr},
    {"hasattr", -1, OP_COUNT, expand_hasattr},
    {"setattr", -1, OP_COUNT, expand_setattr},
    {"delattr", -1, OP_COUNT, expand_delattr},
    {"eval", -1, OP_COUNT, refuse_code},
    {"exec", -1, OP_COUNT, refuse_code},
    {"compile", -1, OP_COUNT, refuse_code},
    {"__import__", -1, OP_COUNT, refuse_code},
    {"globals", -1, OP_COUNT, refuse_names},
    {"locals", -1, OP_COUNT, refuse_names},
    {"vars", -1, OP_COUNT, refuse_names},
};

static const struct Row *find_row(const char *name) {
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (!strcmp(rows[i].name, name))
            return &rows[i];
    return NULL;
}

static Value *call_op(Builder *b, const Ast *node, const struct Row *row) {
    Value *values[2];
    for (int i = 0; i < row->count; i++)
        values[i] = flow_expr(b, node->list.items[i]);
    return flow_emit(b, row->code, flow_pos(b, node), values, row->count)->result;
}

/* NULL if the call is an ordinary one. */
static Value *builtin_call(Builder *b, const Ast *node) {
    const char *name = flow_builtin_name(b, node->a);
    const struct Row *row = name ? find_row(name) : NULL;
    if (!row)
        return NULL;
    if (row->count == node->list.count && !node->list2.count && !count_starred(&node->list))
        return call_op(b, node, row);
    return row->expand ? row->expand(b, node) : NULL;
}

Value *flow_call_expr(Builder *b, const Ast *node) {
    Value *value = builtin_call(b, node);
    if (!value)
        value = flow_template(b, node);
    return value ? value : ordinary_call(b, node, NULL);
}
