/* Looking for the reason of a syntax error: what the second parse does beyond the first. */
#include "frontend/parse.h"

#include <string.h>

/* ---- attempts ---- */

/* `= bitwise_or`, with no further `=` or `:=` after it. */
static Ast *single_equals(Parser *parser) {
    parser_expect(parser, TOK_ASSIGN);
    Ast *value = parse_bitwise_or(parser);
    if (parser_peek(parser) == TOK_ASSIGN || parser_peek(parser) == TOK_WALRUS)
        parser_fail_here(parser);
    return value;
}

static Ast *walrus_value(Parser *parser) {
    parser_expect(parser, TOK_WALRUS);
    return parse_expression(parser);
}

/* `if condition` without an else. */
static Ast *lonely_condition(Parser *parser) {
    parser_expect(parser, TOK_IF);
    Ast *condition = parse_disjunction(parser);
    if (parser_peek(parser) == TOK_ELSE || parser_peek(parser) == TOK_COLON)
        parser_fail_here(parser);
    return condition;
}

/* Runs a rule and undoes it; whether it succeeded. The level of its last token goes to *level. */
static Ast *look_ahead(Parser *parser, Ast *(*rule)(Parser *), uint32_t *level) {
    int at = parser->at;
    Range last = parser->last;
    Ast *found = parser_attempt(parser, rule);
    if (found && level)
        *level = parser->tokens[parser->at - 1].level;
    parser->at = at;
    parser->last = last;
    return found;
}

/* ---- expressions ---- */

static bool is_legacy(Parser *parser, const Token *token) {
    return parser_token_is(parser, token, "print") || parser_token_is(parser, token, "exec");
}

static bool is_soft_keyword(Parser *parser, const Token *token) {
    return parser_token_is(parser, token, "match") || parser_token_is(parser, token, "case") ||
           parser_token_is(parser, token, "_");
}

/* `print x`: the statements of Python 2. */
static void diagnose_legacy(Parser *parser, int at, const Ast *node) {
    const Token *first = &parser->tokens[at];
    if (parser->at != at + 1 || !is_legacy(parser, first) || parser_peek(parser) == TOK_LPAREN)
        return;
    const Ast *rest = look_ahead(parser, parse_star_expressions, NULL);
    if (rest)
        parser_fail(parser, "P0001", range_join(ast_range(node), ast_range(rest)), NULL,
                    "Missing parentheses in call to '%s'. Did you mean %s(...)?", node->name, node->name);
}

static void diagnose_comma(Parser *parser, int at, const Ast *node) {
    const Token *first = &parser->tokens[at];
    bool is_prefix = first->kind == TOK_NAME && first[1].kind == TOK_STRING;
    if (is_prefix || is_soft_keyword(parser, first) || is_legacy(parser, first))
        return;
    uint32_t level = 0;
    const Ast *next = look_ahead(parser, parse_expression, &level);
    if (next && (level > 0 || parser->is_fstring))
        parser_fail(parser, "P0001", range_join(ast_range(node), ast_range(next)), NULL,
                    "invalid syntax. Perhaps you forgot a comma?");
}

void parse_diagnose_expression(Parser *parser, int at, const Ast *node) {
    TokenKind next = parser_peek(parser);
    if (parser_starts_expression(next) && next != TOK_STAR)
        diagnose_comma(parser, at, node);
    const Ast *condition = next == TOK_IF ? look_ahead(parser, lonely_condition, NULL) : NULL;
    if (condition)
        parser_fail(parser, "P0001", range_join(ast_range(node), ast_range(condition)), NULL,
                    "expected 'else' after 'if' expression");
    if (parser_starts_expression(next))
        diagnose_legacy(parser, at, node);
}

/* ---- assignments ---- */

/* Whether what stands before `=` could be meant as the left side of a comparison. */
static bool is_comparable(const Token *first, const Ast *node) {
    if (first->kind == TOK_NOT)
        return false;
    switch ((int)node->kind) {
    case AST_COMPARE:
    case AST_BOOL_OP:
    case AST_CONDITIONAL:
    case AST_LAMBDA:
        return first->range.column != node->column || first->range.line != node->line;
    default:
        break;
    }
    while (node->a && (node->kind == AST_BINARY || node->kind == AST_CALL || node->kind == AST_ATTRIBUTE ||
                       node->kind == AST_SUBSCRIPT))
        node = node->a;
    bool is_bracketed = node->kind == AST_LIST || node->kind == AST_TUPLE || node->kind == AST_GENERATOR;
    return !is_bracketed && first->kind != TOK_TRUE && first->kind != TOK_NONE && first->kind != TOK_FALSE;
}

void parse_diagnose_named(Parser *parser, int at, const Ast *node) {
    const Token first = parser->tokens[at];
    if (parser_peek(parser) == TOK_WALRUS && look_ahead(parser, walrus_value, NULL))
        parser_fail(parser, "P0001", ast_range(node), NULL, "cannot use assignment expressions with %s",
                    ast_expression_name(node));
    if (parser_peek(parser) != TOK_ASSIGN)
        return;
    const Ast *value = look_ahead(parser, single_equals, NULL);
    if (value && node->kind == AST_NAME && first.kind == TOK_NAME)
        parser_fail(parser, "P0001", range_join(ast_range(node), ast_range(value)), NULL,
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    if (value && is_comparable(&first, node))
        parser_fail(parser, "P0001", ast_range(node), NULL,
                    "cannot assign to %s here. Maybe you meant '==' instead of '='?", ast_expression_name(node));
}

void parse_diagnose_assignment(Parser *parser, int at) {
    int now = parser->at;
    Range last = parser->last;
    parser->at = at;
    if (parser_peek(parser) != TOK_YIELD)
        do
            parse_star_named_expression(parser);
        while (parser_accept(parser, TOK_COMMA) && parser_starts_expression(parser_peek(parser)));
    parser->at = now;
    parser->last = last;
}

static Ast *annotation(Parser *parser) {
    parser_expect(parser, TOK_COLON);
    return parse_expression(parser);
}

bool parse_diagnose_annotation(Parser *parser, int at) {
    parse_diagnose_assignment(parser, at);
    return look_ahead(parser, annotation, NULL);
}

static Ast *augmented_value(Parser *parser) {
    parser_take(parser);
    return parse_yield_or_star_expressions(parser);
}

bool parse_diagnose_augmented(Parser *parser, int at) {
    parse_diagnose_assignment(parser, at);
    return look_ahead(parser, augmented_value, NULL);
}

/* ---- parameters and statements ---- */

/* `(name, name)` in place of a parameter, as Python 2 had it; the closing bracket's range. */
static Ast *bracketed_names(Parser *parser) {
    Start start = parser_start(parser);
    parser_expect(parser, TOK_LPAREN);
    do
        parser_expect(parser, TOK_NAME);
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) == TOK_NAME);
    parser_expect(parser, TOK_RPAREN);
    return parser_node(parser, AST_TUPLE, start);
}

void parse_diagnose_parameter(Parser *parser, TokenKind end) {
    const Ast *names = look_ahead(parser, bracketed_names, NULL);
    if (names)
        parser_fail(parser, "P0001", ast_range(names), NULL, "%s parameters cannot be parenthesized",
                    end == TOK_RPAREN ? "Function" : "Lambda expression");
}

/* `match subject` at the end of a line; `case` is on a later one. */
static Ast *match_without_colon(Parser *parser) {
    parser_take(parser);
    bool is_call = parser_peek(parser) == TOK_LPAREN || parser_peek(parser) == TOK_LBRACKET;
    Ast *subject = parse_match_subject(parser);
    Ast *end = parser_node(parser, AST_PASS, parser_start(parser));
    parser_expect(parser, TOK_NEWLINE);
    if (is_call && parser_peek(parser) != TOK_INDENT)
        parser_fail_here(parser);
    return subject ? end : NULL;
}

static Ast *match_without_block(Parser *parser) {
    parser_take(parser);
    Ast *subject = parse_match_subject(parser);
    parser_expect(parser, TOK_COLON);
    parser_expect(parser, TOK_NEWLINE);
    if (parser_peek(parser) == TOK_INDENT)
        parser_fail_here(parser);
    return subject;
}

void parse_diagnose_match(Parser *parser) {
    const Ast *end = look_ahead(parser, match_without_colon, NULL);
    uint32_t line = parser_token(parser, 0)->range.line;
    if (end)
        parser_fail(parser, "P0001", (Range){end->line, end->column, end->line, end->column + 1}, NULL, "expected ':'");
    if (look_ahead(parser, match_without_block, NULL))
        parser_fail(parser, "P0002", parser_token(parser, 0)->range, NULL,
                    "expected an indented block after 'match' statement on line %u", line);
}
