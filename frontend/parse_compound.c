/* Compound statements but match. */
#include "frontend/parse.h"

/* ---- blocks ---- */

void parse_block(Parser *parser, AstList *out, const char *after, uint32_t line) {
    if (!parser_accept(parser, TOK_NEWLINE)) {
        parse_simple_statements(parser, out);
        return;
    }
    if (parser_peek(parser) != TOK_INDENT)
        parser_fail(parser, "P0002", parser_token(parser, 0)->range, "write `pass` where there is nothing to do",
                    "expected an indented block after %s on line %u", after, line);
    parser_take(parser);
    do
        parse_statement(parser, out);
    while (parser_peek(parser) != TOK_DEDENT && parser_peek(parser) != TOK_END);
    parser_expect(parser, TOK_DEDENT);
}

static void colon_block(Parser *parser, AstList *out, const char *after, uint32_t line) {
    parser_expect_colon(parser);
    parse_block(parser, out, after, line);
}

static void forced_colon_block(Parser *parser, AstList *out, const char *after, uint32_t line) {
    parser_force_colon(parser);
    parse_block(parser, out, after, line);
}

static void else_block(Parser *parser, AstList *out) {
    uint32_t line = parser_start(parser).line;
    if (parser_accept(parser, TOK_ELSE))
        forced_colon_block(parser, out, "'else' statement", line);
}

/* ---- if, while, for ---- */

static Ast *if_clause(Parser *parser, const char *after) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *condition = parse_named_expression(parser), *node = parser_node(parser, AST_IF, start);
    node->a = condition;
    colon_block(parser, &node->list, after, start.line);
    return node;
}

/* An elif is an if in the else part of the one before: built in a loop, since there may be very many. */
static Ast *if_stmt(Parser *parser) {
    Ast *first = if_clause(parser, "'if' statement"), *last = first;
    while (parser_peek(parser) == TOK_ELIF) {
        Ast *next = if_clause(parser, "'elif' statement");
        parser_add(parser, &last->list2, next);
        last = next;
    }
    else_block(parser, &last->list2);
    for (Ast *node = first; node != last; node = node->list2.items[0])
        parser_close(parser, node);
    parser_close(parser, last);
    return first;
}

static Ast *while_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *condition = parse_named_expression(parser), *node = parser_node(parser, AST_WHILE, start);
    node->a = condition;
    colon_block(parser, &node->list, "'while' statement", start.line);
    else_block(parser, &node->list2);
    parser_close(parser, node);
    return node;
}

static Ast *for_stmt(Parser *parser, Start start, bool is_async) {
    uint32_t line = parser_start(parser).line;
    parser_take(parser);
    Ast *target = parse_for_targets(parser);
    parser_expect(parser, TOK_IN);
    Ast *iterable = parse_star_expressions(parser), *node = parser_node(parser, AST_FOR, start);
    node->a = target;
    node->b = iterable;
    node->flag = is_async;
    colon_block(parser, &node->list, "'for' statement", line);
    else_block(parser, &node->list2);
    parser_close(parser, node);
    return node;
}

/* ---- with ---- */

typedef enum WithItems { WITH_VALID, WITH_ANY_TARGET } WithItems;

static Ast *with_item(Parser *parser, WithItems which) {
    Start start = parser_start(parser);
    Ast *context = parse_expression(parser), *target = NULL;
    if (parser_accept(parser, TOK_AS))
        target = which == WITH_VALID ? parse_with_target(parser) : parse_bitwise_or(parser);
    Ast *node = parser_node(parser, AST_WITH_ITEM, start);
    node->a = context;
    node->b = target;
    return node;
}

static Ast *items(Parser *parser, TokenKind close, WithItems which) {
    Ast *node = parser_node(parser, AST_WITH, parser_start(parser));
    do
        parser_add(parser, &node->list2, with_item(parser, which));
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) != close);
    return node;
}

/* `(item, item as target,)` before a colon or, since a forgotten colon is found later, before the end of the line. */
static Ast *bracketed_items(Parser *parser, WithItems which) {
    parser_expect(parser, TOK_LPAREN);
    Ast *node = items(parser, TOK_RPAREN, which);
    parser_expect(parser, TOK_RPAREN);
    if (parser_peek(parser) != TOK_COLON && parser_peek(parser) != TOK_NEWLINE)
        parser_fail_here(parser);
    return node;
}

static Ast *parenthesised_items(Parser *parser) {
    return bracketed_items(parser, WITH_VALID);
}

static Ast *wrong_items(Parser *parser) {
    return bracketed_items(parser, WITH_ANY_TARGET);
}

/* With is_diagnosing: fails for the invalid target of items that are fine otherwise. */
static Ast *first_items(Parser *parser) {
    if (parser_peek(parser) != TOK_LPAREN)
        return NULL;
    int at = parser->at;
    Ast *node = parser_attempt(parser, parenthesised_items);
    if (node || !parser->is_diagnosing || !parser_attempt(parser, wrong_items))
        return node;
    parser->at = at;
    return parenthesised_items(parser);
}

static Ast *with_stmt(Parser *parser, Start start, bool is_async) {
    uint32_t line = parser_start(parser).line;
    parser_take(parser);
    Ast *node = first_items(parser);
    if (!node)
        node = items(parser, TOK_COUNT, WITH_VALID);
    node->line = start.line;
    node->column = start.column;
    node->flag = is_async;
    colon_block(parser, &node->list, "'with' statement", line);
    parser_close(parser, node);
    return node;
}

/* ---- try ---- */

static Ast *handler(Parser *parser, bool is_star) {
    Start start = parser_start(parser);
    parser_take(parser);
    if (is_star)
        parser_expect(parser, TOK_STAR);
    if (is_star && (parser_peek(parser) == TOK_COLON || parser_peek(parser) == TOK_NEWLINE))
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected one or more exception types");
    Ast *type = NULL;
    const char *name = NULL;
    if (is_star || (parser_peek(parser) != TOK_COLON && parser_peek(parser) != TOK_NEWLINE))
        type = parse_expression(parser);
    if (type && parser_peek(parser) == TOK_COMMA)
        parser_fail(parser, "P0001", range_join(ast_range(type), parser_token(parser, 0)->range),
                    "write except (A, B):", "multiple exception types must be parenthesized");
    if (type && parser_accept(parser, TOK_AS))
        name = parser_expect_name(parser);
    Ast *node = parser_node(parser, AST_HANDLER, start);
    node->a = type;
    node->name = name;
    colon_block(parser, &node->list, is_star ? "'except*' statement" : "'except' statement", start.line);
    parser_close(parser, node);
    return node;
}

static Ast *suite(Parser *parser, TokenKind keyword, const char *after) {
    Start start = parser_start(parser);
    if (!parser_accept(parser, keyword))
        return NULL;
    Ast *node = parser_node(parser, AST_SUITE, start);
    forced_colon_block(parser, &node->list, after, start.line);
    parser_close(parser, node);
    return node;
}

static void handlers(Parser *parser, Ast *node) {
    node->flag = parser_peek(parser) == TOK_EXCEPT && parser_peek_at(parser, 1) == TOK_STAR;
    while (parser_peek(parser) == TOK_EXCEPT) {
        Range range = parser_token(parser, 0)->range;
        bool is_star = parser_peek_at(parser, 1) == TOK_STAR;
        parser_add(parser, &node->list2, handler(parser, is_star));
        if (is_star != node->flag)
            parser_fail(parser, "P0001", range, NULL, "cannot have both 'except' and 'except*' on the same 'try'");
    }
}

static Ast *try_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *node = parser_node(parser, AST_TRY, start);
    forced_colon_block(parser, &node->list, "'try' statement", start.line);
    handlers(parser, node);
    if (node->list2.count)
        node->a = suite(parser, TOK_ELSE, "'else' statement");
    node->b = suite(parser, TOK_FINALLY, "'finally' statement");
    if (node->list2.count == 0 && !node->b)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected 'except' or 'finally' block");
    parser_close(parser, node);
    return node;
}

/* ---- functions and classes ---- */

/* Notes where the body begins, instead of parsing it: the next token is still unread. Bodies that say something of the
 * module, or what kind of function they belong to, cannot wait. */
static bool postpone_body(Parser *parser, Ast *node) {
    static const char *const words[] = {"global ", "import ", "from ", "yield ", NULL};
    if (!parser->postpones || parser_peek(parser) != TOK_NEWLINE || parser->filled != parser->at + 1)
        return false;
    uint32_t start = parser->lexer.at, line = parser->lexer.line;
    if (!lexer_skip_block(&parser->lexer, node->column, words))
        return false;
    parser_take(parser);
    node->integer = (int64_t)start << 32 | line;
    return true;
}

static void function_body(Parser *parser, Ast *node, uint32_t line) {
    bool postpones = parser->postpones;
    parser->postpones = false;
    parse_block(parser, &node->list, "function definition", line);
    parser->postpones = postpones;
}

static Ast *function_def(Parser *parser, Start start, bool is_async, AstList decorators) {
    uint32_t line = parser_start(parser).line;
    parser_take(parser);
    const char *name = parser_expect_name(parser);
    if (parser_peek(parser) != TOK_LPAREN)
        parser_fail_now(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected '('");
    parser_expect(parser, TOK_LPAREN);
    Ast *parameters = parse_parameters(parser, TOK_RPAREN), *node;
    parser_expect(parser, TOK_RPAREN);
    Ast *returns = NULL;
    if (parser_peek(parser) == TOK_ARROW && parser_starts_expression(parser_peek_at(parser, 1))) {
        parser_take(parser);
        returns = parse_expression(parser);
    }
    node = parser_node(parser, AST_FUNCTION_DEF, start);
    node->name = name;
    node->a = parameters;
    node->b = returns;
    node->flag = is_async;
    node->list2 = decorators;
    parser_force_colon(parser);
    if (!postpone_body(parser, node))
        function_body(parser, node, line);
    parser_close(parser, node);
    return node;
}

static Ast *class_bases(Parser *parser) {
    Start start = parser_start(parser);
    if (parser_peek(parser) != TOK_LPAREN)
        return NULL;
    parser_take(parser);
    AstList positional = {0}, keywords = {0};
    parse_arguments(parser, &positional, &keywords, NULL);
    if (positional.count + keywords.count == 0)
        return NULL;
    Ast *node = parser_node(parser, AST_ARGS, start);
    node->list = positional;
    node->list2 = keywords;
    return node;
}

static Ast *class_def(Parser *parser, AstList decorators) {
    Start start = parser_start(parser);
    parser_take(parser);
    const char *name = parser_expect_name(parser);
    Ast *bases = class_bases(parser), *node = parser_node(parser, AST_CLASS_DEF, start);
    node->name = name;
    node->a = bases;
    node->list2 = decorators;
    colon_block(parser, &node->list, "class definition", start.line);
    parser_close(parser, node);
    return node;
}

static Ast *async_stmt(Parser *parser, AstList decorators) {
    Start start = parser_start(parser);
    parser_take(parser);
    if (parser_peek(parser) == TOK_DEF)
        return function_def(parser, start, true, decorators);
    if (decorators.count == 0 && parser_peek(parser) == TOK_FOR)
        return for_stmt(parser, start, true);
    if (decorators.count == 0 && parser_peek(parser) == TOK_WITH)
        return with_stmt(parser, start, true);
    parser_fail_here(parser);
}

static Ast *decorated(Parser *parser) {
    AstList decorators = {0};
    while (parser_accept(parser, TOK_AT)) {
        parser_add(parser, &decorators, parse_named_expression(parser));
        parser_expect(parser, TOK_NEWLINE);
    }
    if (parser_peek(parser) == TOK_CLASS)
        return class_def(parser, decorators);
    if (parser_peek(parser) == TOK_ASYNC)
        return async_stmt(parser, decorators);
    if (parser_peek(parser) != TOK_DEF)
        parser_fail_here(parser);
    return function_def(parser, parser_start(parser), false, decorators);
}

/* NULL if none begins here. */
Ast *parse_compound_statement(Parser *parser) {
    AstList none = {0};
    switch ((int)parser_peek(parser)) {
    case TOK_IF:
        return if_stmt(parser);
    case TOK_WHILE:
        return while_stmt(parser);
    case TOK_FOR:
        return for_stmt(parser, parser_start(parser), false);
    case TOK_WITH:
        return with_stmt(parser, parser_start(parser), false);
    case TOK_TRY:
        return try_stmt(parser);
    case TOK_DEF:
        return function_def(parser, parser_start(parser), false, none);
    case TOK_CLASS:
        return class_def(parser, none);
    case TOK_ASYNC:
        return async_stmt(parser, none);
    case TOK_AT:
        return decorated(parser);
    case TOK_NAME:
        return parser_token_is(parser, parser_token(parser, 0), "match") ? parse_match_statement(parser) : NULL;
    default:
        return NULL;
    }
}
