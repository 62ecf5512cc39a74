/* Expressions, from the loosest binding down to unary operators and powers. */
#include "frontend/parse.h"

enum { EXPRESSION_WEIGHT = 2 };

bool parser_starts_expression(TokenKind kind) {
    switch ((int)kind) {
    case TOK_NAME:
    case TOK_NUMBER:
    case TOK_STRING:
    case TOK_LPAREN:
    case TOK_LBRACKET:
    case TOK_LBRACE:
    case TOK_MINUS:
    case TOK_PLUS:
    case TOK_TILDE:
    case TOK_STAR:
    case TOK_DOTS:
    case TOK_NOT:
    case TOK_LAMBDA:
    case TOK_AWAIT:
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE:
        return true;
    default:
        return false;
    }
}

static Ast *unary_node(Parser *parser, Start start, AstOperator op, Ast *operand) {
    Ast *node = parser_node(parser, AST_UNARY, start);
    node->op = op;
    node->a = operand;
    return node;
}

static Ast *binary_node(Parser *parser, Start start, AstOperator op, Ast *left, Ast *right) {
    Ast *node = parser_node(parser, AST_BINARY, start);
    node->op = op;
    node->a = left;
    node->b = right;
    return node;
}

/* ---- arithmetic ---- */

static Ast *await_primary(Parser *parser) {
    if (parser_peek(parser) != TOK_AWAIT)
        return parse_primary(parser);
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *operand = parse_primary(parser), *node = parser_node(parser, AST_AWAIT, start);
    node->a = operand;
    return node;
}

static Ast *power(Parser *parser) {
    Start start = parser_start(parser);
    Ast *base = await_primary(parser);
    if (!parser_accept(parser, TOK_POWER))
        return base;
    parser_enter(parser, 1);
    Ast *exponent = parse_unary(parser);
    parser_leave(parser, 1);
    return binary_node(parser, start, OPR_POW, base, exponent);
}

static AstOperator unary_operator(TokenKind kind) {
    return kind == TOK_MINUS ? OPR_NEG : kind == TOK_PLUS ? OPR_POS : kind == TOK_TILDE ? OPR_INVERT : OPR_NONE;
}

Ast *parse_unary(Parser *parser) {
    AstOperator op = unary_operator(parser_peek(parser));
    if (op == OPR_NONE)
        return power(parser);
    Start start = parser_start(parser);
    parser_take(parser);
    parser_enter(parser, 1);
    Ast *operand = parse_unary(parser);
    parser_leave(parser, 1);
    return unary_node(parser, start, op, operand);
}

typedef struct Binding {
    AstOperator op;
    int strength; /* 0: not a binary operator */
} Binding;

static Binding binary_binding(TokenKind kind) {
    switch ((int)kind) {
    case TOK_BAR:
        return (Binding){OPR_BITOR, 1};
    case TOK_CARET:
        return (Binding){OPR_BITXOR, 2};
    case TOK_AMPERSAND:
        return (Binding){OPR_BITAND, 3};
    case TOK_LSHIFT:
        return (Binding){OPR_LSHIFT, 4};
    case TOK_RSHIFT:
        return (Binding){OPR_RSHIFT, 4};
    case TOK_PLUS:
        return (Binding){OPR_ADD, 5};
    case TOK_MINUS:
        return (Binding){OPR_SUB, 5};
    case TOK_STAR:
        return (Binding){OPR_MUL, 6};
    case TOK_SLASH:
        return (Binding){OPR_TRUEDIV, 6};
    case TOK_FLOORDIV:
        return (Binding){OPR_FLOORDIV, 6};
    case TOK_PERCENT:
        return (Binding){OPR_MOD, 6};
    case TOK_AT:
        return (Binding){OPR_MATMUL, 6};
    default:
        return (Binding){OPR_NONE, 0};
    }
}

/* CPython compiles chains of some 3,000 operators; far longer ones would be a burden for the C compiler. */
enum { MAX_CHAIN = 50000 };

/* Left-associative chains are a loop: their length is not limited by the stack. */
static Ast *binary(Parser *parser, int weakest) {
    Start start = parser_start(parser);
    Ast *left = parse_unary(parser);
    for (int length = 0;; length++) {
        Binding binding = binary_binding(parser_peek(parser));
        if (binding.strength < weakest || binding.strength == 0)
            return left;
        if (length == MAX_CHAIN)
            parser_enter(parser, PARSER_TOO_DEEP);
        parser_take(parser);
        Ast *right = binary(parser, binding.strength + 1);
        left = binary_node(parser, start, binding.op, left, right);
    }
}

Ast *parse_bitwise_or(Parser *parser) {
    return binary(parser, 1);
}

/* ---- comparisons and logic ---- */

/* The comparison operator at the current token, and how many tokens it has. */
static AstOperator comparison_operator(Parser *parser, int *tokens) {
    *tokens = 1;
    switch ((int)parser_peek(parser)) {
    case TOK_LESS:
        return OPR_LT;
    case TOK_LE:
        return OPR_LE;
    case TOK_EQ:
        return OPR_EQ;
    case TOK_NE:
        return OPR_NE;
    case TOK_GREATER:
        return OPR_GT;
    case TOK_GE:
        return OPR_GE;
    case TOK_IN:
        return OPR_IN;
    case TOK_IS:
        *tokens = parser_peek_at(parser, 1) == TOK_NOT ? 2 : 1;
        return *tokens == 2 ? OPR_IS_NOT : OPR_IS;
    case TOK_NOT:
        *tokens = 2;
        return parser_peek_at(parser, 1) == TOK_IN ? OPR_NOT_IN : OPR_NONE;
    default:
        return OPR_NONE;
    }
}

static Ast *comparison(Parser *parser) {
    Start start = parser_start(parser);
    Ast *left = parse_bitwise_or(parser), *node = NULL;
    int tokens, capacity = 0;
    for (AstOperator op; (op = comparison_operator(parser, &tokens)) != OPR_NONE;) {
        while (tokens--)
            parser_take(parser);
        Ast *right = parse_bitwise_or(parser);
        if (!node) {
            node = parser_node(parser, AST_COMPARE, start);
            node->a = left;
        }
        node->operators =
            arena_grow(parser->arena, node->operators, node->list.count, &capacity, sizeof *node->operators);
        node->operators[node->list.count] = op;
        parser_add(parser, &node->list, right);
        parser_close(parser, node);
    }
    return node ? node : left;
}

static Ast *inversion(Parser *parser) {
    if (parser_peek(parser) != TOK_NOT)
        return comparison(parser);
    Start start = parser_start(parser);
    parser_take(parser);
    parser_enter(parser, 1);
    Ast *operand = inversion(parser);
    parser_leave(parser, 1);
    return unary_node(parser, start, OPR_NOT, operand);
}

static Ast *logic(Parser *parser, TokenKind separator, AstOperator op, Ast *(*operand)(Parser *)) {
    Start start = parser_start(parser);
    Ast *first = operand(parser);
    if (parser_peek(parser) != separator)
        return first;
    Ast *node = parser_node(parser, AST_BOOL_OP, start);
    node->op = op;
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, separator))
        parser_add(parser, &node->list, operand(parser));
    parser_close(parser, node);
    return node;
}

static Ast *conjunction(Parser *parser) {
    return logic(parser, TOK_AND, OPR_AND, inversion);
}

Ast *parse_disjunction(Parser *parser) {
    return logic(parser, TOK_OR, OPR_OR, conjunction);
}

/* ---- whole expressions ---- */

Ast *parse_lambda(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *parameters = parse_parameters(parser, TOK_COLON);
    parser_expect(parser, TOK_COLON);
    Ast *body = parse_expression(parser), *node = parser_node(parser, AST_LAMBDA, start);
    node->a = parameters;
    node->b = body;
    return node;
}

static Ast *conditional(Parser *parser) {
    Start start = parser_start(parser);
    int at = parser->at;
    Ast *then = parse_disjunction(parser);
    if (parser->is_diagnosing)
        parse_diagnose_expression(parser, at, then);
    if (!parser_accept(parser, TOK_IF))
        return then;
    Ast *condition = parse_disjunction(parser);
    parser_expect(parser, TOK_ELSE);
    Ast *otherwise = parse_expression(parser), *node = parser_node(parser, AST_CONDITIONAL, start);
    node->a = condition;
    node->b = then;
    node->c = otherwise;
    return node;
}

Ast *parse_expression(Parser *parser) {
    parser_enter(parser, EXPRESSION_WEIGHT);
    Ast *node = parser_peek(parser) == TOK_LAMBDA ? parse_lambda(parser) : conditional(parser);
    parser_leave(parser, EXPRESSION_WEIGHT);
    return node;
}

Ast *parse_named_expression(Parser *parser) {
    if (parser_peek(parser) != TOK_NAME || parser_peek_at(parser, 1) != TOK_WALRUS) {
        int at = parser->at;
        Ast *expression = parse_expression(parser);
        if (parser->is_diagnosing)
            parse_diagnose_named(parser, at, expression);
        return expression;
    }
    Start start = parser_start(parser);
    Token token = parser_take(parser);
    Ast *name = parser_node(parser, AST_NAME, start);
    name->name = parser_token_name(parser, &token);
    parser_take(parser);
    Ast *value = parse_expression(parser), *node = parser_node(parser, AST_NAMED, start);
    node->a = name;
    node->b = value;
    return node;
}

static Ast *starred(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *value = parse_bitwise_or(parser), *node = parser_node(parser, AST_STARRED, start);
    node->a = value;
    return node;
}

static Ast *star_expression(Parser *parser) {
    return parser_peek(parser) == TOK_STAR ? starred(parser) : parse_expression(parser);
}

Ast *parse_star_named_expression(Parser *parser) {
    return parser_peek(parser) == TOK_STAR ? starred(parser) : parse_named_expression(parser);
}

Ast *parse_star_expressions(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = star_expression(parser);
    if (parser_peek(parser) != TOK_COMMA)
        return first;
    Ast *node = parser_node(parser, AST_TUPLE, start);
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, TOK_COMMA) && parser_starts_expression(parser_peek(parser)))
        parser_add(parser, &node->list, star_expression(parser));
    parser_close(parser, node);
    return node;
}

Ast *parse_yield(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstKind kind = parser_accept(parser, TOK_FROM) ? AST_YIELD_FROM : AST_YIELD;
    Ast *value = NULL;
    if (kind == AST_YIELD_FROM)
        value = parse_expression(parser);
    else if (parser_starts_expression(parser_peek(parser)))
        value = parse_star_expressions(parser);
    Ast *node = parser_node(parser, kind, start);
    node->a = value;
    return node;
}

Ast *parse_yield_or_star_expressions(Parser *parser) {
    return parser_peek(parser) == TOK_YIELD ? parse_yield(parser) : parse_star_expressions(parser);
}
