/* The match statement and its patterns. `match`, `case` and `_` are ordinary names elsewhere. */
#include "frontend/parse.h"

static Ast *pattern(Parser *parser);
static Ast *maybe_star_pattern(Parser *parser);

static bool at_word(Parser *parser, const char *word) {
    return parser_token_is(parser, parser_token(parser, 0), word);
}

/* ---- literals and names ---- */

static Ast *pattern_of(Parser *parser, AstKind kind, Start start, Ast *value) {
    Ast *node = parser_node(parser, kind, start);
    node->a = value;
    return node;
}

static Ast *signed_number(Parser *parser) {
    Start start = parser_start(parser);
    bool is_negative = parser_accept(parser, TOK_MINUS);
    if (parser_peek(parser) != TOK_NUMBER)
        parser_fail_here(parser);
    Ast *number = parse_number(parser);
    if (!is_negative)
        return number;
    Ast *node = parser_node(parser, AST_UNARY, start);
    node->op = OPR_NEG;
    node->a = number;
    return node;
}

/* A number, or a complex one: `-1 + 2j`. */
static Ast *number_expression(Parser *parser) {
    Start start = parser_start(parser);
    Ast *real = signed_number(parser);
    TokenKind sign = parser_peek(parser);
    if (sign != TOK_PLUS && sign != TOK_MINUS)
        return real;
    if ((real->kind == AST_UNARY ? real->a : real)->kind == AST_COMPLEX)
        parser_fail(parser, "P0001", ast_range(real), NULL, "real number required in complex literal");
    parser_take(parser);
    if (parser_peek(parser) != TOK_NUMBER)
        parser_fail_here(parser);
    Ast *imaginary = parse_number(parser);
    if (imaginary->kind != AST_COMPLEX)
        parser_fail(parser, "P0001", ast_range(imaginary), NULL, "imaginary number required in complex literal");
    Ast *node = parser_node(parser, AST_BINARY, start);
    node->op = sign == TOK_PLUS ? OPR_ADD : OPR_SUB;
    node->a = real;
    node->b = imaginary;
    return node;
}

static Ast *name_or_attr(Parser *parser) {
    Start start = parser_start(parser);
    const char *name = parser_expect_name(parser);
    Ast *node = parser_node(parser, AST_NAME, start);
    node->name = name;
    while (parser_accept(parser, TOK_DOT)) {
        const char *attribute = parser_expect_name(parser);
        Ast *outer = parser_node(parser, AST_ATTRIBUTE, start);
        outer->a = node;
        outer->name = attribute;
        node = outer;
    }
    return node;
}

static bool is_singleton(TokenKind kind) {
    return kind == TOK_NONE || kind == TOK_TRUE || kind == TOK_FALSE;
}

static Ast *plain_strings(Parser *parser) {
    Ast *node = parse_strings(parser);
    if (node->kind == AST_JOINED_STR)
        parser_fail(parser, "P0001", ast_range(node), NULL, "patterns may only match literals and attribute lookups");
    return node;
}

/* ---- sequences ---- */

static Ast *star_pattern(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    const char *name = at_word(parser, "_") ? NULL : parser_token_name(parser, parser_token(parser, 0));
    parser_expect(parser, TOK_NAME);
    Ast *node = parser_node(parser, AST_PAT_STAR, start);
    node->name = name;
    return node;
}

static Ast *maybe_star_pattern(Parser *parser) {
    return parser_peek(parser) == TOK_STAR ? star_pattern(parser) : pattern(parser);
}

/* The patterns from the current token up to, and without, `close`. */
static void sequence_items(Parser *parser, AstList *out, TokenKind close) {
    while (parser_peek(parser) != close) {
        parser_add(parser, out, maybe_star_pattern(parser));
        if (!parser_accept(parser, TOK_COMMA))
            return;
    }
}

static Ast *list_pattern(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstList items = {0};
    sequence_items(parser, &items, TOK_RBRACKET);
    parser_expect(parser, TOK_RBRACKET);
    Ast *node = parser_node(parser, AST_PAT_SEQUENCE, start);
    node->list = items;
    return node;
}

static Ast *group_or_sequence(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstList items = {0};
    bool is_group = false;
    if (parser_peek(parser) != TOK_RPAREN) {
        Ast *first = maybe_star_pattern(parser);
        parser_add(parser, &items, first);
        is_group = parser_peek(parser) == TOK_RPAREN && first->kind != AST_PAT_STAR;
        if (parser_accept(parser, TOK_COMMA))
            sequence_items(parser, &items, TOK_RPAREN);
        else if (!is_group)
            parser_fail_here(parser);
    }
    parser_expect(parser, TOK_RPAREN);
    if (is_group)
        return items.items[0];
    Ast *node = parser_node(parser, AST_PAT_SEQUENCE, start);
    node->list = items;
    return node;
}

/* ---- mappings and classes ---- */

static Ast *mapping_key(Parser *parser) {
    TokenKind kind = parser_peek(parser);
    if (is_singleton(kind))
        return parse_atom(parser);
    if (kind == TOK_STRING)
        return plain_strings(parser);
    if (kind != TOK_NAME)
        return number_expression(parser);
    Ast *key = name_or_attr(parser);
    if (key->kind == AST_NAME)
        parser_fail_here(parser);
    return key;
}

static Ast *mapping_pattern(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *node = parser_node(parser, AST_PAT_MAPPING, start);
    while (parser_peek(parser) != TOK_RBRACE) {
        if (parser_accept(parser, TOK_POWER)) {
            if (at_word(parser, "_"))
                parser_fail_here(parser);
            node->name = parser_expect_name(parser);
            parser_accept(parser, TOK_COMMA);
            break;
        }
        parser_add(parser, &node->list, mapping_key(parser));
        parser_expect(parser, TOK_COLON);
        parser_add(parser, &node->list2, pattern(parser));
        if (!parser_accept(parser, TOK_COMMA))
            break;
    }
    parser_expect(parser, TOK_RBRACE);
    parser_close(parser, node);
    return node;
}

static Ast *keyword_pattern(Parser *parser) {
    Start start = parser_start(parser);
    const char *name = parser_expect_name(parser);
    parser_take(parser);
    Ast *value = pattern(parser), *node = parser_node(parser, AST_KEYWORD, start);
    node->name = name;
    node->a = value;
    return node;
}

static void class_pattern_argument(Parser *parser, Ast *node) {
    if (parser_peek(parser) == TOK_NAME && parser_peek_at(parser, 1) == TOK_ASSIGN) {
        parser_add(parser, &node->list2, keyword_pattern(parser));
        return;
    }
    Ast *item = pattern(parser);
    if (node->list2.count)
        parser_fail(parser, "P0001", ast_range(item), NULL, "positional patterns follow keyword patterns");
    parser_add(parser, &node->list, item);
}

static Ast *class_pattern(Parser *parser, Start start, Ast *class) {
    parser_take(parser);
    Ast *node = parser_node(parser, AST_PAT_CLASS, start);
    node->a = class;
    while (parser_peek(parser) != TOK_RPAREN) {
        class_pattern_argument(parser, node);
        if (!parser_accept(parser, TOK_COMMA))
            break;
    }
    parser_expect(parser, TOK_RPAREN);
    parser_close(parser, node);
    return node;
}

/* A capture, the wildcard, a dotted name or a class pattern. */
static Ast *name_pattern(Parser *parser) {
    Start start = parser_start(parser);
    Ast *name = name_or_attr(parser);
    if (parser_peek(parser) == TOK_LPAREN)
        return class_pattern(parser, start, name);
    if (name->kind == AST_ATTRIBUTE)
        return pattern_of(parser, AST_PAT_VALUE, start, name);
    Ast *node = parser_node(parser, AST_PAT_AS, start);
    bool is_wildcard = name->name[0] == '_' && !name->name[1];
    node->name = is_wildcard ? NULL : name->name;
    return node;
}

/* ---- patterns ---- */

static Ast *closed_pattern(Parser *parser) {
    Start start = parser_start(parser);
    TokenKind kind = parser_peek(parser);
    switch ((int)kind) {
    case TOK_NONE:
    case TOK_TRUE:
    case TOK_FALSE: {
        Ast *value = parse_atom(parser);
        return pattern_of(parser, AST_PAT_SINGLETON, start, value);
    }
    case TOK_STRING: {
        Ast *value = plain_strings(parser);
        return pattern_of(parser, AST_PAT_VALUE, start, value);
    }
    case TOK_NUMBER:
    case TOK_MINUS: {
        Ast *value = number_expression(parser);
        return pattern_of(parser, AST_PAT_VALUE, start, value);
    }
    case TOK_NAME:
        return name_pattern(parser);
    case TOK_LPAREN:
        return group_or_sequence(parser);
    case TOK_LBRACKET:
        return list_pattern(parser);
    case TOK_LBRACE:
        return mapping_pattern(parser);
    default:
        parser_fail_here(parser);
    }
}

static Ast *or_pattern(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = closed_pattern(parser);
    if (parser_peek(parser) != TOK_BAR)
        return first;
    Ast *node = parser_node(parser, AST_PAT_OR, start);
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, TOK_BAR))
        parser_add(parser, &node->list, closed_pattern(parser));
    parser_close(parser, node);
    return node;
}

static Ast *pattern(Parser *parser) {
    Start start = parser_start(parser);
    Ast *inner = or_pattern(parser);
    if (!parser_accept(parser, TOK_AS))
        return inner;
    if (at_word(parser, "_"))
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "cannot use '_' as a target");
    if (parser_peek(parser) != TOK_NAME && parser_starts_expression(parser_peek(parser)))
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "invalid pattern target");
    const char *name = parser_expect_name(parser);
    Ast *node = parser_node(parser, AST_PAT_AS, start);
    node->a = inner;
    node->name = name;
    return node;
}

/* The pattern of a case: a sequence pattern needs no brackets here. */
static Ast *patterns(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = maybe_star_pattern(parser);
    if (first->kind == AST_PAT_STAR && parser_peek(parser) != TOK_COMMA)
        parser_fail_here(parser);
    if (parser_peek(parser) != TOK_COMMA)
        return first;
    Ast *node = parser_node(parser, AST_PAT_SEQUENCE, start);
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, TOK_COMMA) && parser_peek(parser) != TOK_COLON && parser_peek(parser) != TOK_IF)
        parser_add(parser, &node->list, maybe_star_pattern(parser));
    parser_close(parser, node);
    return node;
}

/* ---- the statement ---- */

static Ast *case_block(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *case_pattern = patterns(parser), *node = parser_node(parser, AST_MATCH_CASE, start);
    node->a = case_pattern;
    if (parser_accept(parser, TOK_IF))
        node->b = parse_named_expression(parser);
    parser_expect_colon(parser);
    parse_block(parser, &node->list, "'case' statement", start.line);
    parser_close(parser, node);
    return node;
}

Ast *parse_match_subject(Parser *parser) {
    Start start = parser_start(parser);
    Ast *first = parse_star_named_expression(parser);
    if (parser_peek(parser) != TOK_COMMA) {
        if (first->kind == AST_STARRED)
            parser_fail_here(parser);
        return first;
    }
    Ast *node = parser_node(parser, AST_TUPLE, start);
    parser_add(parser, &node->list, first);
    while (parser_accept(parser, TOK_COMMA) && parser_starts_expression(parser_peek(parser)))
        parser_add(parser, &node->list, parse_star_named_expression(parser));
    parser_close(parser, node);
    return node;
}

/* `match subject:` and the line end and indentation before the first case. */
static Ast *match_head(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *subject = parse_match_subject(parser), *node = parser_node(parser, AST_MATCH, start);
    node->a = subject;
    parser_expect(parser, TOK_COLON);
    parser_expect(parser, TOK_NEWLINE);
    parser_expect(parser, TOK_INDENT);
    if (!at_word(parser, "case"))
        parser_fail_here(parser);
    return node;
}

/* NULL if the name `match` begins something else. */
Ast *parse_match_statement(Parser *parser) {
    Ast *node = parser_starts_expression(parser_peek_at(parser, 1)) ? parser_attempt(parser, match_head) : NULL;
    if (!node && parser->is_diagnosing)
        parse_diagnose_match(parser);
    if (!node)
        return NULL;
    while (at_word(parser, "case"))
        parser_add(parser, &node->list, case_block(parser));
    parser_expect(parser, TOK_DEDENT);
    parser_close(parser, node);
    return node;
}
