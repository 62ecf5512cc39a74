/* Reading graph bodies: blocks, ops, exits, variables. */
#include "ir/parse.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- variables ---- */

/* What a TOKEN_VALUE says: a name (or NULL), and a number (or -1). */
typedef struct VariableText {
    const char *name;
    int64_t id;
} VariableText;

/* The end of the name part, which may be quoted. */
static uint32_t name_end(const Token *token) {
    uint32_t at = 0;
    if (*token->text == '"') {
        for (at = 1; at < token->length && token->text[at] != '"'; at++)
            at += token->text[at] == '\\';
        return at + 1;
    }
    while (at < token->length && token->text[at] != '.')
        at++;
    return at;
}

static bool number_of(const char *text, uint32_t length, int64_t *number) {
    *number = 0;
    for (uint32_t i = 0; i < length; i++) {
        if (!isdigit((unsigned char)text[i]) || *number > UINT32_MAX / 2)
            return false;
        *number = *number * 10 + text[i] - '0';
    }
    return length > 0;
}

static VariableText variable_text(Parser *parser) {
    const Token *token = parser->at;
    VariableText text = {NULL, -1};
    if (token->kind != TOKEN_VALUE) {
        parse_expected(parser, "a variable");
        return text;
    }
    parse_skip(parser);
    uint32_t end = name_end(token);
    if (end == token->length && number_of(token->text, end, &text.id))
        return text;
    if (end + 1 < token->length && !number_of(token->text + end + 1, token->length - end - 1, &text.id))
        parse_fail(parser, token, "I0001", "malformed variable: it is written %%name.NUMBER");
    if (end == token->length)
        text.id = -1;
    Token name = *token;
    name.length = end > token->length ? token->length : end;
    if (*name.text == '"') {
        name.text++;
        name.length = name.length >= 2 ? name.length - 2 : 0;
    }
    size_t length;
    char *unescaped = text_unescape(parser->scratch, &name, &length);
    text.name = intern_n(parser->program->names, unescaped, length);
    return text;
}

/* Numbers are odd keys, names (addresses) even ones. */
static uint64_t variable_key(const VariableText *text) {
    return text->id >= 0 ? (uint64_t)text->id * 2 + 1 : (uint64_t)(uintptr_t)text->name;
}

static Value *find_variable(const Parser *parser, const VariableText *text) {
    uint64_t *slot = map_find(&parser->variables, variable_key(text));
    return slot ? (Value *)(uintptr_t)*slot : NULL;
}

static void keep_variable(Parser *parser, const VariableText *text, Value *value) {
    *map_put(parser->scratch, &parser->variables, variable_key(text)) = (uint64_t)(uintptr_t)value;
}

/* A variable mentioned before its definition: its type comes later. */
static Value *unknown_variable(Parser *parser, const VariableText *text, const Token *token) {
    Value *value = value_new(parser->graph, NULL, text->name);
    keep_variable(parser, text, value);
    parser->unknown_tokens = arena_grow(parser->scratch, parser->unknown_tokens, parser->unknown_count,
                                        &parser->token_capacity, sizeof *parser->unknown_tokens);
    parser->unknown_tokens[parser->unknown_count] = token;
    parser->unknown = arena_grow(parser->scratch, parser->unknown, parser->unknown_count, &parser->unknown_capacity,
                                 sizeof *parser->unknown);
    parser->unknown[parser->unknown_count++] = value;
    return value;
}

/* %name.7: type; gives the value if it was mentioned before, else NULL. */
static Value *parse_declared(Parser *parser, VariableText *text, Type **type) {
    const Token *token = parser->at;
    *text = variable_text(parser);
    parse_expect(parser, ':');
    *type = parse_type(parser);
    if (parser->failed)
        return NULL;
    Value *value = find_variable(parser, text);
    if (!value)
        return NULL;
    if (value->type && value->type != *type)
        parse_fail(parser, token, "I0004", "this variable was declared with another type");
    value->type = *type;
    value->name = text->name;
    return value;
}

static Value *parse_declaration(Parser *parser) {
    VariableText text;
    Type *type;
    Value *value = parse_declared(parser, &text, &type);
    if (value || parser->failed)
        return value;
    value = value_new(parser->graph, type, text.name);
    keep_variable(parser, &text, value);
    return value;
}

static void parse_input(Parser *parser, Block *block) {
    VariableText text;
    Type *type;
    Value *known = parse_declared(parser, &text, &type);
    if (parser->failed)
        return;
    Value *input = block_add_input(block, type, text.name);
    if (known)
        block->inputs[block->input_count - 1] = known;
    else
        keep_variable(parser, &text, input);
}

/* ---- values ---- */

static Type *default_type(Parser *parser, const Const *constant) {
    TypeTable *types = parser->program->types;
    if (parser->program->stage == STAGE_FLOW)
        return type_simple(types, TY_PY);
    switch (constant->kind) {
    case CONST_NONE:
        return type_simple(types, TY_VOID);
    case CONST_BOOL:
        return type_simple(types, TY_BOOL);
    case CONST_INT:
        return type_simple(types, TY_I64);
    case CONST_FLOAT:
        return type_simple(types, TY_F64);
    case CONST_SCALAR:
        return type_simple(types, TY_SCALAR);
    case CONST_DATA:
        return constant->data ? type_ptr(types, constant->data->type) : NULL;
    case CONST_GRAPH:
        return constant->graph && constant->graph->type ? type_ptr(types, constant->graph->type) : NULL;
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
        return type_simple(types, TY_PY);
    case CONST_NULL:
    case CONST_UNDEFINED:
        return NULL;
    }
    return NULL;
}

static Value *parse_value(Parser *parser) {
    const Token *token = parser->at;
    if (token->kind == TOKEN_VALUE) {
        VariableText text = variable_text(parser);
        Value *value = find_variable(parser, &text);
        return value ? value : unknown_variable(parser, &text, token);
    }
    Const constant = parse_const(parser);
    Type *type = parse_accept(parser, ':') ? parse_type(parser) : default_type(parser, &constant);
    if (!type) {
        parse_fail(parser, token, "I0002", "this constant needs a type: write 'CONSTANT: TYPE'");
        type = type_simple(parser->program->types, TY_VOID);
    }
    Value *value = const_new(parser->program, type, constant);
    if (parse_accept_word(parser, "at"))
        value->pos = parse_pos(parser);
    return value;
}

typedef struct ValueList {
    Value **items;
    int count, capacity;
} ValueList;

static void add_value(Parser *parser, ValueList *list) {
    list->items = arena_grow(parser->scratch, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = parse_value(parser);
}

/* ---- ops ---- */

static void parse_name_list(Parser *parser, Op *op) {
    int capacity = 0;
    parse_expect(parser, '{');
    while (!parser->failed && !parse_at(parser, '}')) {
        if (op->name_count)
            parse_expect(parser, ',');
        op->names = arena_grow(parser->arena, op->names, op->name_count, &capacity, sizeof *op->names);
        op->names[op->name_count++] = parse_name(parser);
    }
    parse_expect(parser, '}');
}

static void parse_graph_list(Parser *parser, Op *op) {
    int capacity = 0;
    parse_expect(parser, '{');
    while (!parser->failed && !parse_at(parser, '}')) {
        if (op->graph_count)
            parse_expect(parser, ',');
        op->graphs = arena_grow(parser->arena, op->graphs, op->graph_count, &capacity, sizeof *op->graphs);
        op->graphs[op->graph_count++] = parse_graph_name(parser);
    }
    parse_expect(parser, '}');
}

static void parse_attribute(Parser *parser, Op *op, int attribute) {
    switch (attribute) {
    case ATTR_NAME:
        op->name = parse_name(parser);
        break;
    case ATTR_MODULE:
        op->module = parse_name(parser);
        break;
    case ATTR_TYPE:
        op->type = parse_accept(parser, '-') ? NULL : parse_type(parser);
        break;
    case ATTR_GRAPH:
        op->graph = parse_graph_name(parser);
        break;
    case ATTR_INT:
        op->integer = parse_integer(parser);
        break;
    case ATTR_NAMES:
        parse_name_list(parser, op);
        break;
    case ATTR_GRAPHS:
        parse_graph_list(parser, op);
        break;
    }
}

static void parse_attributes(Parser *parser, Op *op) {
    int attributes = op_info[op->code].attributes;
    char before = '[';
    for (int attribute = ATTR_NAME; attribute <= ATTR_GRAPHS; attribute <<= 1) {
        if (!(attributes & attribute))
            continue;
        parse_expect(parser, before);
        parse_attribute(parser, op, attribute);
        before = ',';
    }
    if (attributes)
        parse_expect(parser, ']');
}

static bool parse_code(Parser *parser, OpCode *code) {
    const Token *token = parser->at;
    if (token->kind != TOKEN_WORD) {
        parse_expected(parser, "an operation, an exit or a label");
        return false;
    }
    parse_skip(parser);
    const char *text = intern_n(parser->program->names, token->text, token->length);
    uint64_t *slot = map_find(&parser->ops, (uint64_t)(uintptr_t)text);
    if (!slot) {
        parse_fail(parser, token, "I0003", "there is no operation '%s'", text);
        return false;
    }
    *code = (OpCode)(*slot - 1);
    return true;
}

static bool line_goes_on(const Parser *parser) {
    return !parser->at->begins_line && parser->at->kind != TOKEN_END;
}

static void expect_line_end(Parser *parser) {
    if (line_goes_on(parser) && !parse_at(parser, '}'))
        parse_expected(parser, "the end of the line");
}

/* Where an op without a position is: its place in the text itself. */
static const Pos *place_in_text(Parser *parser, const Token *token) {
    Pos *pos = arena_alloc(parser->arena, sizeof *pos);
    pos->file = parse_ir_file(parser);
    pos->function = parser->graph->pyname;
    pos->line = pos->end_line = token->line;
    pos->column = token->column;
    pos->end_column = token->column + token->length;
    return pos;
}

static void parse_op(Parser *parser, Block *block) {
    const Token *token = parser->at;
    Value *result = NULL;
    if (token->kind == TOKEN_VALUE) {
        result = parse_declaration(parser);
        parse_expect(parser, '=');
    }
    OpCode code;
    if (!parse_code(parser, &code))
        return;
    Op attributes = {.code = code};
    parse_attributes(parser, &attributes);
    ValueList args = {0};
    while (line_goes_on(parser) && parser->at->kind != TOKEN_POS && !parse_at_word(parser, "propagate")) {
        if (args.count)
            parse_expect(parser, ',');
        add_value(parser, &args);
    }
    attributes.propagate = parse_accept_word(parser, "propagate");
    const Pos *pos = parse_pos(parser);
    expect_line_end(parser);
    if (parser->failed)
        return;
    Op *op = op_new(parser->graph, code, pos ? pos : place_in_text(parser, token), NULL, args.items, args.count);
    attributes.args = op->args;
    attributes.arg_count = op->arg_count;
    attributes.pos = op->pos;
    attributes.result = result;
    *op = attributes;
    block_append(block, op);
}

/* ---- blocks and exits ---- */

/* The block called by the label that stands next. */
static Block *parse_label(Parser *parser) {
    const Token *token = parser->at;
    if (token->kind != TOKEN_WORD) {
        parse_expected(parser, "a label");
        return parser->graph->return_block;
    }
    parse_skip(parser);
    const char *label = intern_n(parser->program->names, token->text, token->length);
    Block *block = map_get_ptr(&parser->labels, label);
    if (!block) {
        block = block_new(parser->graph);
        map_set_ptr(parser->scratch, &parser->labels, label, block);
        map_set_ptr(parser->scratch, &parser->label_uses, block, (void *)token);
    }
    return block;
}

static void parse_exit_target(Parser *parser, Block *block, const Link *shape) {
    Block *target = parse_label(parser);
    ValueList args = {0};
    parse_expect(parser, '(');
    while (!parser->failed && !parse_at(parser, ')')) {
        if (args.count)
            parse_expect(parser, ',');
        add_value(parser, &args);
    }
    parse_expect(parser, ')');
    expect_line_end(parser);
    if (parser->failed)
        return;
    Link *link = block_add_exit(block, shape->kind, shape->integer, target, args.items, args.count);
    link->exc_name = shape->exc_name;
    link->exc_type = shape->exc_type;
    link->exception = shape->exception;
    link->depth = shape->depth;
}

/* except [NAME] [type TYPE] [as %e.7: TYPE] [depth N] */
static void parse_exception_case(Parser *parser, Link *shape) {
    shape->kind = CASE_EXCEPTION;
    bool has_name =
        parser->at->kind == TOKEN_STRING || (parser->at->kind == TOKEN_WORD && !parse_at_word(parser, "type") &&
                                             !parse_at_word(parser, "as") && !parse_at_word(parser, "depth"));
    if (has_name)
        shape->exc_name = parse_name(parser);
    if (parse_accept_word(parser, "type"))
        shape->exc_type = parse_type(parser);
    if (parse_accept_word(parser, "as"))
        shape->exception = parse_declaration(parser);
    if (parse_accept_word(parser, "depth"))
        shape->depth = (int)parse_integer(parser);
}

static bool parse_case_word(Parser *parser, Link *shape) {
    static const struct {
        const char *word;
        CaseKind kind;
        int64_t integer;
    } cases[] = {{"jump", CASE_NONE, 0},       {"false", CASE_BOOL, 0},    {"true", CASE_BOOL, 1},
                 {"default", CASE_DEFAULT, 0}, {"normal", CASE_NORMAL, 0}, {"except", CASE_EXCEPTION, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (parse_accept_word(parser, cases[i].word)) {
            shape->kind = cases[i].kind;
            shape->integer = cases[i].integer;
            return true;
        }
    return false;
}

/* True if an exit or switch line stood next. */
static bool parse_exit(Parser *parser, Block *block) {
    Link shape = {.kind = CASE_INT};
    if (parse_accept_word(parser, "switch")) {
        block_set_switch(block, parse_value(parser));
        expect_line_end(parser);
        return true;
    }
    if (parse_accept_word(parser, "on_exception")) {
        block_set_last_exception(block);
        expect_line_end(parser);
        return true;
    }
    if (parser->at->kind == TOKEN_NUMBER)
        shape.integer = parse_integer(parser);
    else if (!parse_case_word(parser, &shape))
        return false;
    if (shape.kind == CASE_EXCEPTION)
        parse_exception_case(parser, &shape);
    if (shape.kind != CASE_NONE && !parse_accept_arrow(parser))
        parse_expected(parser, "'->'");
    parse_exit_target(parser, block, &shape);
    return true;
}

/* label(%x.1: type, ...): */
static Block *parse_block_head(Parser *parser) {
    const Token *token = parser->at;
    Block *block = parse_label(parser);
    if (map_get_ptr(&parser->defined, block))
        parse_fail(parser, token, "I0004", "this block was defined before");
    map_set_ptr(parser->scratch, &parser->defined, block, block);
    parse_expect(parser, '(');
    while (!parser->failed && !parse_at(parser, ')')) {
        if (block->input_count)
            parse_expect(parser, ',');
        parse_input(parser, block);
    }
    parse_expect(parser, ')');
    parse_expect(parser, ':');
    block->pos = parse_pos(parser);
    expect_line_end(parser);
    return block;
}

static bool at_label(const Parser *parser) {
    const Token *next = parser->at + 1;
    return parser->at->kind == TOKEN_WORD && next <= parser->end && next->kind == TOKEN_PUNCTUATION &&
           *next->text == '(';
}

static void check_labels(Parser *parser) {
    for (int i = 0; i < parser->graph->block_count && !parser->failed; i++) {
        Block *block = parser->graph->blocks[i];
        const Token *use = map_get_ptr(&parser->label_uses, block);
        if (use && !map_get_ptr(&parser->defined, block))
            parse_fail(parser, use, "I0003", "there is no block '%.*s'", (int)use->length, use->text);
    }
}

static void check_variables(Parser *parser) {
    for (int i = 0; i < parser->unknown_count && !parser->failed; i++) {
        const Token *token = parser->unknown_tokens[i];
        if (!parser->unknown[i]->type)
            parse_fail(parser, token, "I0003", "the variable %%%.*s is not defined anywhere", (int)token->length,
                       token->text);
    }
}

static void begin_body(Parser *parser, Graph *graph) {
    parser->graph = graph;
    parser->labels = parser->defined = parser->label_uses = parser->variables = (Map){0};
    parser->unknown_count = 0;
    Interner *names = parser->program->names;
    map_set_ptr(parser->scratch, &parser->labels, intern(names, "return"), graph->return_block);
    map_set_ptr(parser->scratch, &parser->labels, intern(names, "except"), graph->except_block);
    const Token *first = parser->at;
    if (first->kind != TOKEN_WORD)
        return;
    const char *label = intern_n(names, first->text, first->length);
    if (!map_get_ptr(&parser->labels, label)) /* the first block is the start block, whatever it is called */
        map_set_ptr(parser->scratch, &parser->labels, label, graph->start);
}

void parse_body(Parser *parser, Graph *graph) {
    parse_expect(parser, '{');
    begin_body(parser, graph);
    Block *block = NULL;
    while (!parser->failed && !parse_at(parser, '}')) {
        if (at_label(parser))
            block = parse_block_head(parser);
        else if (!block)
            parse_expected(parser, "a label");
        else if (!parse_exit(parser, block))
            parse_op(parser, block);
    }
    parse_expect(parser, '}');
    check_labels(parser);
    check_variables(parser);
    if (!parser->failed)
        graph_renumber(graph);
    parser->graph = NULL;
}
