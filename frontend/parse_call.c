/* Arguments of calls and parameters of functions. */
#include "frontend/parse.h"

/* ---- arguments ---- */

typedef struct Arguments {
    AstList *positional, *keywords;
    bool has_keyword, has_unpacking; /* so far: `k=v` or `**d`; `**d` */
} Arguments;

static Ast *keyword_argument(Parser *parser) {
    Start start = parser_start(parser);
    Token token = parser_take(parser), equals = parser_take(parser);
    Ast *value = parse_expression(parser), *node = parser_node(parser, AST_KEYWORD, start);
    if (parser_peek(parser) == TOK_FOR)
        parser_fail(parser, "P0001", range_join(token.range, equals.range), NULL,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    node->name = parser_token_name(parser, &token);
    node->a = value;
    return node;
}

static Ast *unpacked_argument(Parser *parser, AstKind kind) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *value = parse_expression(parser), *node = parser_node(parser, kind, start);
    node->a = value;
    return node;
}

/* A generator expression without parentheses of its own takes those of the call, and must be alone in them. */
static Ast *generator_argument(Parser *parser, Ast *element, const Range *open, bool is_first) {
    AstList clauses = {0};
    parse_comprehension_clauses(parser, &clauses);
    bool is_alone = is_first && parser_peek(parser) == TOK_RPAREN;
    bool has_comma = is_first && parser_peek(parser) == TOK_COMMA && parser_peek_at(parser, 1) == TOK_RPAREN;
    Range range = range_join(ast_range(element), parser->last);
    if (!is_alone && (has_comma || !is_first || parser_peek(parser) == TOK_COMMA))
        parser_fail(parser, "P0001", range, NULL, "Generator expression must be parenthesized");
    Ast *node = parser_node(parser, AST_GENERATOR, (Start){open->line, open->column});
    const Token *close = parser_token(parser, 0);
    node->end_line = close->range.end_line;
    node->end_column = close->range.end_column;
    node->a = element;
    node->list = clauses;
    return node;
}

static void positional_argument(Parser *parser, Arguments *args, const Range *open) {
    bool is_walrus = parser_peek(parser) == TOK_NAME && parser_peek_at(parser, 1) == TOK_WALRUS;
    Ast *value = is_walrus ? parse_named_expression(parser) : parse_expression(parser);
    if (parser_peek(parser) == TOK_ASSIGN)
        parser_fail(parser, "P0001", range_join(ast_range(value), parser_token(parser, 0)->range), NULL,
                    "expression cannot contain assignment, perhaps you meant \"==\"?");
    bool is_first = args->positional->count == 0 && args->keywords->count == 0;
    if (open && (parser_peek(parser) == TOK_FOR || parser_peek(parser) == TOK_ASYNC))
        value = generator_argument(parser, value, open, is_first);
    if (args->has_unpacking)
        parser_fail(parser, "P0001", ast_range(value), NULL, "positional argument follows keyword argument unpacking");
    if (args->has_keyword)
        parser_fail(parser, "P0001", ast_range(value), "move it before the keyword arguments, or name it",
                    "positional argument follows keyword argument");
    parser_add(parser, args->positional, value);
}

static bool is_constant_name(TokenKind kind) {
    return kind == TOK_TRUE || kind == TOK_FALSE || kind == TOK_NONE;
}

static void argument(Parser *parser, Arguments *args, const Range *open) {
    if (parser_peek(parser) == TOK_POWER) {
        parser_add(parser, args->keywords, unpacked_argument(parser, AST_KEYWORD));
        args->has_keyword = args->has_unpacking = true;
    } else if (parser_peek(parser) == TOK_STAR) {
        Ast *value = unpacked_argument(parser, AST_STARRED);
        if (args->has_unpacking)
            parser_fail(parser, "P0001", ast_range(value), NULL,
                        "iterable argument unpacking follows keyword argument unpacking");
        parser_add(parser, args->positional, value);
    } else if (parser_peek(parser) == TOK_NAME && parser_peek_at(parser, 1) == TOK_ASSIGN) {
        parser_add(parser, args->keywords, keyword_argument(parser));
        args->has_keyword = true;
    } else {
        if (is_constant_name(parser_peek(parser)) && parser_peek_at(parser, 1) == TOK_ASSIGN)
            parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "cannot assign to %s",
                        token_text[parser_peek(parser)]);
        positional_argument(parser, args, open);
    }
}

void parse_arguments(Parser *parser, AstList *positional, AstList *keywords, const Range *open) {
    Arguments args = {.positional = positional, .keywords = keywords};
    while (parser_peek(parser) != TOK_RPAREN) {
        argument(parser, &args, open);
        if (!parser_accept(parser, TOK_COMMA))
            break;
    }
    parser_expect(parser, TOK_RPAREN);
}

/* ---- parameters ---- */

typedef struct Parameters {
    Ast *node;
    TokenKind end;
    bool has_default, has_slash, has_star, has_bare_star;
    Range star;
} Parameters;

/* A parameter with its annotation; `may_star`: after `*`, the annotation may be starred. */
static Ast *parameter(Parser *parser, const Parameters *params, bool may_star) {
    Start start = parser_start(parser);
    const char *name = parser_expect_name(parser);
    Ast *annotation = NULL;
    if (params->end == TOK_RPAREN && parser_accept(parser, TOK_COLON))
        annotation = may_star && parser_peek(parser) == TOK_STAR ? unpacked_argument(parser, AST_STARRED)
                                                                 : parse_expression(parser);
    Ast *node = parser_node(parser, AST_ARG, start);
    node->name = name;
    node->a = annotation;
    return node;
}

static void parameter_default(Parser *parser, const Parameters *params, Ast *node) {
    if (!parser_accept(parser, TOK_ASSIGN))
        return;
    if (parser_peek(parser) == params->end || parser_peek(parser) == TOK_COMMA)
        parser_fail(parser, "P0001", parser->last, NULL, "expected default value expression");
    node->b = parse_expression(parser);
}

static void slash(Parser *parser, Parameters *params) {
    Token token = parser_take(parser);
    if (params->has_slash)
        parser_fail(parser, "P0001", token.range, NULL, "/ may appear only once");
    if (params->has_star)
        parser_fail(parser, "P0001", token.range, NULL, "/ must be ahead of *");
    if (params->node->list.count == 0 && parser_peek(parser) != TOK_COMMA)
        parser_fail_here(parser);
    if (params->node->list.count == 0)
        parser_fail(parser, "P0001", token.range, NULL, "at least one argument must precede /");
    if (parser_peek(parser) == TOK_STAR)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected comma between / and *");
    params->has_slash = true;
    params->node->integer = params->node->list.count;
}

static void star(Parser *parser, Parameters *params) {
    Token token = parser_take(parser);
    if (params->has_star)
        parser_fail(parser, "P0001", token.range, NULL, "* argument may appear only once");
    params->has_star = true;
    params->star = token.range;
    if (parser_peek(parser) == TOK_COMMA || parser_peek(parser) == params->end) {
        params->has_bare_star = true;
        return;
    }
    params->node->a = parameter(parser, params, true);
    if (parser_peek(parser) == TOK_ASSIGN)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL,
                    "var-positional argument cannot have default value");
}

static void double_star(Parser *parser, Parameters *params) {
    parser_take(parser);
    params->node->b = parameter(parser, params, false);
    if (parser_peek(parser) == TOK_ASSIGN)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL,
                    "var-keyword argument cannot have default value");
}

static void plain_parameter(Parser *parser, Parameters *params) {
    Ast *node = parameter(parser, params, false);
    parameter_default(parser, params, node);
    if (params->has_star) {
        parser_add(parser, &params->node->list2, node);
        return;
    }
    if (!node->b && params->has_default)
        parser_fail(parser, "P0001", ast_range(node), "give it a default, too, or move it forward",
                    "non-default argument follows default argument");
    params->has_default |= node->b != NULL;
    parser_add(parser, &params->node->list, node);
}

static void one_parameter(Parser *parser, Parameters *params) {
    if (params->node->b)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL,
                    "arguments cannot follow var-keyword argument");
    if (parser_peek(parser) == TOK_SLASH)
        slash(parser, params);
    else if (parser_peek(parser) == TOK_STAR)
        star(parser, params);
    else if (parser_peek(parser) == TOK_POWER)
        double_star(parser, params);
    else {
        if (parser->is_diagnosing && !params->has_star && parser_peek(parser) == TOK_LPAREN)
            parse_diagnose_parameter(parser, params->end);
        plain_parameter(parser, params);
    }
}

Ast *parse_parameters(Parser *parser, TokenKind end) {
    Start start = parser_start(parser);
    Parameters params = {.node = parser_node(parser, AST_ARGUMENTS, start), .end = end};
    while (parser_peek(parser) != end) {
        one_parameter(parser, &params);
        if (!parser_accept(parser, TOK_COMMA))
            break;
    }
    if (params.has_bare_star && params.node->list2.count == 0)
        parser_fail(parser, "P0001", params.star, NULL, "named arguments must follow bare *");
    parser_close(parser, params.node);
    if (parser_start(parser).line == start.line && parser_start(parser).column == start.column) {
        params.node->end_line = start.line; /* no parameters: an empty range */
        params.node->end_column = start.column;
    }
    return params.node;
}
