/* Atoms, displays and comprehensions; primaries: attributes, calls and subscripts. */
#include "frontend/parse.h"

/* ---- comprehensions ---- */

void parse_comprehension_clauses(Parser *parser, AstList *out) {
    while (parser_peek(parser) == TOK_FOR ||
           (parser_peek(parser) == TOK_ASYNC && parser_peek_at(parser, 1) == TOK_FOR)) {
        Start start = parser_start(parser);
        bool is_async = parser_accept(parser, TOK_ASYNC);
        parser_take(parser);
        Ast *target = parse_for_targets(parser);
        parser_expect(parser, TOK_IN);
        Ast *iterable = parse_disjunction(parser), *node = parser_node(parser, AST_COMPREHENSION, start);
        node->a = target;
        node->b = iterable;
        node->flag = is_async;
        while (parser_accept(parser, TOK_IF))
            parser_add(parser, &node->list, parse_disjunction(parser));
        parser_close(parser, node);
        parser_add(parser, out, node);
    }
}

static bool at_comprehension(Parser *parser) {
    return parser_peek(parser) == TOK_FOR || parser_peek(parser) == TOK_ASYNC;
}

/* A comprehension whose element (and value) are parsed, up to and with the closing bracket. */
static Ast *comprehension(Parser *parser, AstKind kind, Start start, Ast *element, Ast *value, TokenKind close) {
    if (element->kind == AST_STARRED)
        parser_fail(parser, "P0001", ast_range(element), NULL, "iterable unpacking cannot be used in comprehension");
    AstList clauses = {0};
    parse_comprehension_clauses(parser, &clauses);
    parser_expect(parser, close);
    Ast *node = parser_node(parser, kind, start);
    node->a = element;
    node->b = value;
    node->list = clauses;
    return node;
}

/* ---- displays ---- */

/* The items after the first one and its comma, up to and with the closing bracket. */
static void rest_of_items(Parser *parser, AstList *items, TokenKind close) {
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) != close && parser_peek(parser) != TOK_FOR)
        parser_add(parser, items, parse_star_named_expression(parser));
    if (items->count && parser_peek(parser) == TOK_FOR && close != TOK_RPAREN && close != TOK_END)
        parser_fail(parser, "P0001", range_join(ast_range(items->items[0]), parser->last), NULL,
                    "did you forget parentheses around the comprehension target?");
    parser_expect(parser, close);
}

static Ast *display(Parser *parser, AstKind kind, Start start, Ast *first, TokenKind close) {
    AstList items = {0};
    if (first)
        parser_add(parser, &items, first);
    rest_of_items(parser, &items, close);
    Ast *node = parser_node(parser, kind, start);
    node->list = items;
    return node;
}

static Ast *tuple(Parser *parser, Start start, Ast *first, TokenKind close) {
    Ast *node = display(parser, AST_TUPLE, start, first, close);
    node->flag = true;
    return node;
}

static Ast *group_of(Parser *parser, Ast *inner, TokenKind close) {
    if (inner->kind == AST_STARRED && parser_peek(parser) == close)
        parser_fail(parser, "P0001", ast_range(inner), "write a tuple: (*x,)", "cannot use starred expression here");
    parser_expect(parser, close);
    return inner;
}

/* What stands between brackets: a tuple, a generator expression or a group; up to and with `close`. */
Ast *parse_group(Parser *parser, Start start, TokenKind close) {
    if (parser_peek(parser) == TOK_YIELD)
        return group_of(parser, parse_yield(parser), close);
    if (parser_peek(parser) == TOK_POWER)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "cannot use double starred expression here");
    Ast *first = parse_star_named_expression(parser);
    if (at_comprehension(parser))
        return comprehension(parser, AST_GENERATOR, start, first, NULL, close);
    return parser_peek(parser) == TOK_COMMA ? tuple(parser, start, first, close) : group_of(parser, first, close);
}

static Ast *parenthesised(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    if (parser_peek(parser) == TOK_RPAREN)
        return tuple(parser, start, NULL, TOK_RPAREN);
    return parse_group(parser, start, TOK_RPAREN);
}

static Ast *list_display(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *first = parser_peek(parser) == TOK_RBRACKET ? NULL : parse_star_named_expression(parser);
    if (first && at_comprehension(parser))
        return comprehension(parser, AST_LIST_COMP, start, first, NULL, TOK_RBRACKET);
    return display(parser, AST_LIST, start, first, TOK_RBRACKET);
}

/* The colon and the value after a key. */
static Ast *dict_value(Parser *parser) {
    Range colon = parser_expect(parser, TOK_COLON).range;
    if (parser_peek(parser) == TOK_STAR)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL,
                    "cannot use a starred expression in a dictionary value");
    if (parser_peek(parser) == TOK_COMMA || parser_peek(parser) == TOK_RBRACE)
        parser_fail(parser, "P0001", colon, NULL, "expression expected after dictionary key and ':'");
    return parse_expression(parser);
}

static void double_starred_kvpair(Parser *parser, AstList *keys, AstList *values) {
    if (parser_accept(parser, TOK_POWER)) {
        parser_add(parser, keys, NULL);
        parser_add(parser, values, parse_bitwise_or(parser));
        return;
    }
    Ast *key = parse_expression(parser);
    Range end = {key->end_line, key->end_column - 1, key->end_line, key->end_column};
    if (parser_peek(parser) != TOK_COLON)
        parser_fail(parser, "P0001", end, NULL, "':' expected after dictionary key");
    parser_add(parser, keys, key);
    parser_add(parser, values, dict_value(parser));
}

static Ast *dict(Parser *parser, Start start, AstList keys, AstList values) {
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) != TOK_RBRACE)
        double_starred_kvpair(parser, &keys, &values);
    parser_expect(parser, TOK_RBRACE);
    Ast *node = parser_node(parser, AST_DICT, start);
    node->list = keys;
    node->list2 = values;
    return node;
}

static Ast *dict_or_comprehension(Parser *parser, Start start, Ast *key) {
    Ast *value = dict_value(parser);
    if (at_comprehension(parser))
        return comprehension(parser, AST_DICT_COMP, start, key, value, TOK_RBRACE);
    AstList keys = {0}, values = {0};
    parser_add(parser, &keys, key);
    parser_add(parser, &values, value);
    return dict(parser, start, keys, values);
}

/* `{`: a dict, a set, or a comprehension of either. */
static Ast *braces(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    if (parser_peek(parser) == TOK_RBRACE || parser_peek(parser) == TOK_POWER) {
        AstList keys = {0}, values = {0};
        Range first = parser_token(parser, 0)->range;
        if (parser_peek(parser) == TOK_POWER)
            double_starred_kvpair(parser, &keys, &values);
        if (parser_peek(parser) == TOK_FOR)
            parser_fail(parser, "P0001", first, NULL, "dict unpacking cannot be used in dict comprehension");
        return dict(parser, start, keys, values);
    }
    Start first_start = parser_start(parser);
    Ast *first = parse_star_named_expression(parser);
    bool is_key = first->kind != AST_STARRED && (first->kind != AST_NAMED || ast_is_parenthesised(first_start, first));
    if (parser_peek(parser) == TOK_COLON && is_key)
        return dict_or_comprehension(parser, start, first);
    if (at_comprehension(parser))
        return comprehension(parser, AST_SET_COMP, start, first, NULL, TOK_RBRACE);
    return display(parser, AST_SET, start, first, TOK_RBRACE);
}

/* ---- atoms ---- */

static Ast *constant(Parser *parser, AstKind kind) {
    Start start = parser_start(parser);
    parser_take(parser);
    return parser_node(parser, kind, start);
}

static Ast *name(Parser *parser) {
    Start start = parser_start(parser);
    Token token = parser_take(parser);
    Ast *node = parser_node(parser, AST_NAME, start);
    node->name = parser_token_name(parser, &token);
    return node;
}

Ast *parse_atom(Parser *parser) {
    switch ((int)parser_peek(parser)) {
    case TOK_NAME:
        return name(parser);
    case TOK_NUMBER:
        return parse_number(parser);
    case TOK_STRING:
        return parse_strings(parser);
    case TOK_NONE:
        return constant(parser, AST_NONE);
    case TOK_TRUE:
        return constant(parser, AST_TRUE);
    case TOK_FALSE:
        return constant(parser, AST_FALSE);
    case TOK_DOTS:
        return constant(parser, AST_ELLIPSIS);
    case TOK_LPAREN:
        return parenthesised(parser);
    case TOK_LBRACKET:
        return list_display(parser);
    case TOK_LBRACE:
        return braces(parser);
    default:
        parser_fail_here(parser);
    }
}

/* ---- primaries ---- */

static Ast *slice(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = parser_peek(parser) == TOK_COLON ? NULL : parse_named_expression(parser);
    if (parser_peek(parser) != TOK_COLON || (first && first->kind == AST_NAMED && !ast_is_parenthesised(start, first)))
        return first;
    Ast *parts[3] = {first};
    for (int i = 1; i <= 2 && parser_accept(parser, TOK_COLON); i++)
        if (parser_starts_expression(parser_peek(parser)))
            parts[i] = parse_expression(parser);
    Ast *node = parser_node(parser, AST_SLICE, start);
    node->a = parts[0];
    node->b = parts[1];
    node->c = parts[2];
    return node;
}

static Ast *slice_or_starred(Parser *parser) {
    if (parser_peek(parser) != TOK_STAR)
        return slice(parser);
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *value = parse_expression(parser), *node = parser_node(parser, AST_STARRED, start);
    node->a = value;
    return node;
}

Ast *parse_slices(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = slice_or_starred(parser);
    if (parser_peek(parser) != TOK_COMMA && (first->kind != AST_STARRED || ast_is_parenthesised(start, first)))
        return first;
    Ast *node = parser_node(parser, AST_TUPLE, start);
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) != TOK_RBRACKET)
        parser_add(parser, &node->list, slice_or_starred(parser));
    parser_close(parser, node);
    return node;
}

static Ast *attribute(Parser *parser, Start start, Ast *object) {
    parser_take(parser);
    const char *attribute_name = parser_expect_name(parser);
    Ast *node = parser_node(parser, AST_ATTRIBUTE, start);
    node->a = object;
    node->name = attribute_name;
    return node;
}

static Ast *call(Parser *parser, Start start, Ast *function) {
    Range open = parser_take(parser).range;
    AstList positional = {0}, keywords = {0};
    parse_arguments(parser, &positional, &keywords, &open);
    Ast *node = parser_node(parser, AST_CALL, start);
    node->a = function;
    node->list = positional;
    node->list2 = keywords;
    return node;
}

static Ast *subscript(Parser *parser, Start start, Ast *object) {
    parser_take(parser);
    Ast *index = parse_slices(parser);
    parser_expect(parser, TOK_RBRACKET);
    Ast *node = parser_node(parser, AST_SUBSCRIPT, start);
    node->a = object;
    node->b = index;
    return node;
}

Ast *parse_primary(Parser *parser) {
    Start start = parser_start(parser);
    parser_enter(parser, 1);
    Ast *node = parse_atom(parser);
    parser_leave(parser, 1);
    for (;;) {
        if (parser_peek(parser) == TOK_DOT)
            node = attribute(parser, start, node);
        else if (parser_peek(parser) == TOK_LPAREN)
            node = call(parser, start, node);
        else if (parser_peek(parser) == TOK_LBRACKET)
            node = subscript(parser, start, node);
        else
            return node;
    }
}
