/* Simple statements. */
#include "frontend/parse.h"

/* ---- assignments and expressions ---- */

static AstOperator augmented_operator(TokenKind kind) {
    switch ((int)kind) {
    case TOK_PLUS_ASSIGN:
        return OPR_ADD;
    case TOK_MINUS_ASSIGN:
        return OPR_SUB;
    case TOK_STAR_ASSIGN:
        return OPR_MUL;
    case TOK_SLASH_ASSIGN:
        return OPR_TRUEDIV;
    case TOK_PERCENT_ASSIGN:
        return OPR_MOD;
    case TOK_AND_ASSIGN:
        return OPR_BITAND;
    case TOK_OR_ASSIGN:
        return OPR_BITOR;
    case TOK_XOR_ASSIGN:
        return OPR_BITXOR;
    case TOK_AT_ASSIGN:
        return OPR_MATMUL;
    case TOK_LSHIFT_ASSIGN:
        return OPR_LSHIFT;
    case TOK_RSHIFT_ASSIGN:
        return OPR_RSHIFT;
    case TOK_POWER_ASSIGN:
        return OPR_POW;
    case TOK_FLOORDIV_ASSIGN:
        return OPR_FLOORDIV;
    default:
        return OPR_NONE;
    }
}

static bool is_single_target(const Ast *node) {
    return node->kind == AST_NAME || node->kind == AST_ATTRIBUTE || node->kind == AST_SUBSCRIPT;
}

/* `target op= value`; the operator is the current token. */
static Ast *augmented_assignment(Parser *parser, Start start, Ast *target, int at) {
    AstOperator op = augmented_operator(parser_peek(parser));
    if (parser->is_diagnosing && !is_single_target(target) && !parse_diagnose_augmented(parser, at))
        parser_fail_here(parser);
    if (!is_single_target(target))
        parser_fail(parser, "P0001", ast_range(target), NULL, "'%s' is an illegal expression for augmented assignment",
                    ast_expression_name(target));
    parser_take(parser);
    Ast *value = parse_yield_or_star_expressions(parser), *node = parser_node(parser, AST_AUG_ASSIGN, start);
    node->a = target;
    node->op = op;
    node->b = value;
    return node;
}

/* `target: annotation [= value]`; the colon is the current token. */
static Ast *annotated_assignment(Parser *parser, Start start, Ast *target, int at) {
    if (parser->is_diagnosing && !is_single_target(target) && !parse_diagnose_annotation(parser, at))
        parser_fail_here(parser);
    if (target->kind == AST_LIST || target->kind == AST_TUPLE)
        parser_fail(parser, "P0001", ast_range(target), NULL, "only single target (not %s) can be annotated",
                    ast_expression_name(target));
    if (!is_single_target(target))
        parser_fail(parser, "P0001", ast_range(target), NULL, "illegal target for annotation");
    parser_take(parser);
    Ast *annotation = parse_expression(parser), *value = NULL;
    if (parser_accept(parser, TOK_ASSIGN))
        value = parse_yield_or_star_expressions(parser);
    Ast *node = parser_node(parser, AST_ANN_ASSIGN, start);
    node->a = target;
    node->b = annotation;
    node->c = value;
    node->flag = target->kind == AST_NAME && !ast_is_parenthesised(start, target);
    return node;
}

/* `first = ... = value`; the first equals sign is the current token. */
static Ast *assignment(Parser *parser, Start start, Ast *first, int at) {
    AstList targets = {0};
    Ast *value = first;
    while (parser_peek(parser) == TOK_ASSIGN) {
        if (parser->is_diagnosing && !parse_is_target(value))
            parse_diagnose_assignment(parser, at);
        if (value->kind == AST_YIELD || value->kind == AST_YIELD_FROM)
            parser_fail(parser, "P0001", ast_range(value), NULL, "assignment to yield expression not possible");
        parse_check_target(parser, value, TARGET_ASSIGN);
        parser_take(parser);
        parser_add(parser, &targets, value);
        value = parse_yield_or_star_expressions(parser);
    }
    Ast *node = parser_node(parser, AST_ASSIGN, start);
    node->list = targets;
    node->a = value;
    return node;
}

static Ast *expression_statement(Parser *parser) {
    Start start = parser_start(parser);
    bool is_yield = parser_peek(parser) == TOK_YIELD;
    int at = parser->at;
    Ast *value = parse_yield_or_star_expressions(parser);
    if (parser->is_diagnosing && parser_peek(parser) == TOK_WALRUS)
        parse_diagnose_assignment(parser, at);
    if (parser_peek(parser) == TOK_ASSIGN)
        return assignment(parser, start, value, at);
    if (parser_peek(parser) == TOK_COLON && !is_yield)
        return annotated_assignment(parser, start, value, at);
    if (augmented_operator(parser_peek(parser)) != OPR_NONE)
        return augmented_assignment(parser, start, value, at);
    Ast *node = parser_node(parser, AST_EXPR, start);
    node->a = value;
    return node;
}

/* ---- statements with a keyword ---- */

static Ast *bare_statement(Parser *parser, AstKind kind) {
    Start start = parser_start(parser);
    parser_take(parser);
    return parser_node(parser, kind, start);
}

static Ast *return_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *value = parser_starts_expression(parser_peek(parser)) ? parse_star_expressions(parser) : NULL;
    Ast *node = parser_node(parser, AST_RETURN, start);
    node->a = value;
    return node;
}

static Ast *raise_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *exception = NULL, *cause = NULL;
    if (parser_starts_expression(parser_peek(parser))) {
        exception = parse_expression(parser);
        if (parser_accept(parser, TOK_FROM))
            cause = parse_expression(parser);
    }
    Ast *node = parser_node(parser, AST_RAISE, start);
    node->a = exception;
    node->b = cause;
    return node;
}

static Ast *assert_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *condition = parse_expression(parser);
    Ast *message = parser_accept(parser, TOK_COMMA) ? parse_expression(parser) : NULL;
    Ast *node = parser_node(parser, AST_ASSERT, start);
    node->a = condition;
    node->b = message;
    return node;
}

static Ast *del_stmt(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstList targets = {0};
    do {
        Ast *target = parse_star_named_expression(parser);
        parse_check_target(parser, target, TARGET_DELETE);
        parser_add(parser, &targets, target);
    } while (parser_accept(parser, TOK_COMMA) && parser_starts_expression(parser_peek(parser)));
    Ast *node = parser_node(parser, AST_DELETE, start);
    node->list = targets;
    return node;
}

static Ast *names_stmt(Parser *parser, AstKind kind) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstList names = {0};
    do {
        Start name_start = parser_start(parser);
        const char *name = parser_expect_name(parser);
        Ast *item = parser_node(parser, AST_NAME, name_start);
        item->name = name;
        parser_add(parser, &names, item);
    } while (parser_accept(parser, TOK_COMMA));
    Ast *node = parser_node(parser, kind, start);
    node->list = names;
    return node;
}

static Ast *simple_stmt(Parser *parser) {
    switch ((int)parser_peek(parser)) {
    case TOK_RETURN:
        return return_stmt(parser);
    case TOK_RAISE:
        return raise_stmt(parser);
    case TOK_PASS:
        return bare_statement(parser, AST_PASS);
    case TOK_BREAK:
        return bare_statement(parser, AST_BREAK);
    case TOK_CONTINUE:
        return bare_statement(parser, AST_CONTINUE);
    case TOK_DEL:
        return del_stmt(parser);
    case TOK_ASSERT:
        return assert_stmt(parser);
    case TOK_IMPORT:
        return parse_import(parser);
    case TOK_FROM:
        return parse_import_from(parser);
    case TOK_GLOBAL:
        return names_stmt(parser, AST_GLOBAL);
    case TOK_NONLOCAL:
        return names_stmt(parser, AST_NONLOCAL);
    default:
        return expression_statement(parser);
    }
}

void parse_simple_statements(Parser *parser, AstList *out) {
    do
        parser_add(parser, out, simple_stmt(parser));
    while (parser_accept(parser, TOK_SEMICOLON) && parser_peek(parser) != TOK_NEWLINE);
    parser_expect(parser, TOK_NEWLINE);
}

void parse_statement(Parser *parser, AstList *out) {
    Ast *compound = parse_compound_statement(parser);
    if (compound)
        parser_add(parser, out, compound);
    else
        parse_simple_statements(parser, out);
}
