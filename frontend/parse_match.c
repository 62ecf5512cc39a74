/* The match statement and its patterns. `match`, `case` and `_` are ordinary names elsewhere. */
#include "frontend/parse.h"

static Ast *pattern(Parser *parser);
static Ast *maybe_star_pattern(Parser *parser);

static bool at_word(Parser *parser, const char *word) {
    return token_is(parser, peek_token(parser, 0), word);
}

/* ---- literals and names ---- */

static Ast *pattern_of(Parser *parser, AstKind kind, Start start, Ast *value) {
    Ast *node = node_new(parser, kind, start);
    node->a = value;
    return node;
}

static Ast *signed_number(Parser *parser) {
    Start start = start_here(parser);
    bool is_negative = accept(parser, TOK_MINUS);
    if (peek(parser) != TOK_NUMBER)
        fail_here(parser);
    Ast *number = parse_number(parser);
    if (!is_negative)
        return number;
    Ast *node = node_new(parser, AST_UNARY, start);
    node->op = OPR_NEG;
    node->a = number;
    return node;
}

/* A number, or a complex one: `-1 + 2j`. */
static Ast *number_expression(Parser *parser) {
    Start start = start_here(parser);
    Ast *real = signed_number(parser);
    TokenKind sign = peek(parser);
    if (sign != TOK_PLUS && sign != TOK_MINUS)
        return real;
    if ((real->kind == AST_UNARY ? real->a : real)->kind == AST_COMPLEX)
        fail(parser, "P0001", node_range(real), NULL, "real number required in complex literal");
    take(parser);
    if (peek(parser) != TOK_NUMBER)
        fail_here(parser);
    Ast *imaginary = parse_number(parser);
    if (imaginary->kind != AST_COMPLEX)
        fail(parser, "P0001", node_range(imaginary), NULL, "imaginary number required in complex literal");
    Ast *node = node_new(parser, AST_BINARY, start);
    node->op = sign == TOK_PLUS ? OPR_ADD : OPR_SUB;
    node->a = real;
    node->b = imaginary;
    return node;
}

static Ast *name_or_attr(Parser *parser) {
    Start start = start_here(parser);
    const char *name = expect_name(parser);
    Ast *node = node_new(parser, AST_NAME, start);
    node->name = name;
    while (accept(parser, TOK_DOT)) {
        const char *attribute = expect_name(parser);
        Ast *outer = node_new(parser, AST_ATTRIBUTE, start);
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
        fail(parser, "P0001", node_range(node), NULL, "patterns may only match literals and attribute lookups");
    return node;
}

/* ---- sequences ---- */

static Ast *star_pattern(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    const char *name = at_word(parser, "_") ? NULL : token_name(parser, peek_token(parser, 0));
    expect(parser, TOK_NAME);
    Ast *node = node_new(parser, AST_PAT_STAR, start);
    node->name = name;
    return node;
}

static Ast *maybe_star_pattern(Parser *parser) {
    return peek(parser) == TOK_STAR ? star_pattern(parser) : pattern(parser);
}

/* The patterns from the current token up to, and without, `close`. */
static void sequence_items(Parser *parser, AstList *out, TokenKind close) {
    while (peek(parser) != close) {
        list_add(parser, out, maybe_star_pattern(parser));
        if (!accept(parser, TOK_COMMA))
            return;
    }
}

static Ast *list_pattern(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    AstList items = {0};
    sequence_items(parser, &items, TOK_RBRACKET);
    expect(parser, TOK_RBRACKET);
    Ast *node = node_new(parser, AST_PAT_SEQUENCE, start);
    node->list = items;
    return node;
}

static Ast *group_or_sequence(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    AstList items = {0};
    bool is_group = false;
    if (peek(parser) != TOK_RPAREN) {
        Ast *first = maybe_star_pattern(parser);
        list_add(parser, &items, first);
        is_group = peek(parser) == TOK_RPAREN && first->kind != AST_PAT_STAR;
        if (accept(parser, TOK_COMMA))
            sequence_items(parser, &items, TOK_RPAREN);
        else if (!is_group)
            fail_here(parser);
    }
    expect(parser, TOK_RPAREN);
    if (is_group)
        return items.items[0];
    Ast *node = node_new(parser, AST_PAT_SEQUENCE, start);
    node->list = items;
    return node;
}

/* ---- mappings and classes ---- */

static Ast *mapping_key(Parser *parser) {
    TokenKind kind = peek(parser);
    if (is_singleton(kind))
        return parse_atom(parser);
    if (kind == TOK_STRING)
        return plain_strings(parser);
    if (kind != TOK_NAME)
        return number_expression(parser);
    Ast *key = name_or_attr(parser);
    if (key->kind == AST_NAME)
        fail_here(parser);
    return key;
}

static Ast *mapping_pattern(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    Ast *node = node_new(parser, AST_PAT_MAPPING, start);
    while (peek(parser) != TOK_RBRACE) {
        if (accept(parser, TOK_POWER)) {
            node->name = expect_name(parser);
            accept(parser, TOK_COMMA);
            break;
        }
        list_add(parser, &node->list, mapping_key(parser));
        expect_colon(parser);
        list_add(parser, &node->list2, pattern(parser));
        if (!accept(parser, TOK_COMMA))
            break;
    }
    expect(parser, TOK_RBRACE);
    node_close(parser, node);
    return node;
}

static Ast *keyword_pattern(Parser *parser) {
    Start start = start_here(parser);
    const char *name = expect_name(parser);
    take(parser);
    Ast *value = pattern(parser), *node = node_new(parser, AST_KEYWORD, start);
    node->name = name;
    node->a = value;
    return node;
}

static void class_pattern_argument(Parser *parser, Ast *node) {
    if (peek(parser) == TOK_NAME && peek_at(parser, 1) == TOK_ASSIGN) {
        list_add(parser, &node->list2, keyword_pattern(parser));
        return;
    }
    Ast *item = pattern(parser);
    if (node->list2.count)
        fail(parser, "P0001", node_range(item), NULL, "positional patterns follow keyword patterns");
    list_add(parser, &node->list, item);
}

static Ast *class_pattern(Parser *parser, Start start, Ast *class) {
    take(parser);
    Ast *node = node_new(parser, AST_PAT_CLASS, start);
    node->a = class;
    while (peek(parser) != TOK_RPAREN) {
        class_pattern_argument(parser, node);
        if (!accept(parser, TOK_COMMA))
            break;
    }
    expect(parser, TOK_RPAREN);
    node_close(parser, node);
    return node;
}

/* A capture, the wildcard, a dotted name or a class pattern. */
static Ast *name_pattern(Parser *parser) {
    Start start = start_here(parser);
    Ast *name = name_or_attr(parser);
    if (peek(parser) == TOK_LPAREN)
        return class_pattern(parser, start, name);
    if (name->kind == AST_ATTRIBUTE)
        return pattern_of(parser, AST_PAT_VALUE, start, name);
    Ast *node = node_new(parser, AST_PAT_AS, start);
    bool is_wildcard = name->name[0] == '_' && !name->name[1];
    node->name = is_wildcard ? NULL : name->name;
    return node;
}

/* ---- patterns ---- */

static Ast *closed_pattern(Parser *parser) {
    Start start = start_here(parser);
    TokenKind kind = peek(parser);
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
        fail_here(parser);
    }
}

static Ast *or_pattern(Parser *parser) {
    Start start = start_here(parser);
    Ast *first = closed_pattern(parser);
    if (peek(parser) != TOK_BAR)
        return first;
    Ast *node = node_new(parser, AST_PAT_OR, start);
    list_add(parser, &node->list, first);
    while (accept(parser, TOK_BAR))
        list_add(parser, &node->list, closed_pattern(parser));
    node_close(parser, node);
    return node;
}

static Ast *pattern(Parser *parser) {
    Start start = start_here(parser);
    Ast *inner = or_pattern(parser);
    if (!accept(parser, TOK_AS))
        return inner;
    if (at_word(parser, "_"))
        fail(parser, "P0001", peek_token(parser, 0)->range, NULL, "cannot use '_' as a target");
    if (peek(parser) != TOK_NAME && starts_expression(peek(parser)))
        fail(parser, "P0001", peek_token(parser, 0)->range, NULL, "invalid pattern target");
    const char *name = expect_name(parser);
    Ast *node = node_new(parser, AST_PAT_AS, start);
    node->a = inner;
    node->name = name;
    return node;
}

/* The pattern of a case: a sequence pattern needs no brackets here. */
static Ast *patterns(Parser *parser) {
    Start start = start_here(parser);
    Ast *first = maybe_star_pattern(parser);
    if (first->kind == AST_PAT_STAR && peek(parser) != TOK_COMMA)
        fail_here(parser);
    if (peek(parser) != TOK_COMMA)
        return first;
    Ast *node = node_new(parser, AST_PAT_SEQUENCE, start);
    list_add(parser, &node->list, first);
    while (accept(parser, TOK_COMMA) && peek(parser) != TOK_COLON && peek(parser) != TOK_IF)
        list_add(parser, &node->list, maybe_star_pattern(parser));
    node_close(parser, node);
    return node;
}

/* ---- the statement ---- */

static Ast *case_block(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    Ast *case_pattern = patterns(parser), *node = node_new(parser, AST_MATCH_CASE, start);
    node->a = case_pattern;
    if (accept(parser, TOK_IF))
        node->b = parse_named_expression(parser);
    expect_colon(parser);
    parse_block(parser, &node->list, "'case' statement", start.line);
    node_close(parser, node);
    return node;
}

static Ast *subject_expr(Parser *parser) {
    Start start = start_here(parser);
    Ast *first = parse_star_named_expression(parser);
    if (peek(parser) != TOK_COMMA) {
        if (first->kind == AST_STARRED)
            fail_here(parser);
        return first;
    }
    Ast *node = node_new(parser, AST_TUPLE, start);
    list_add(parser, &node->list, first);
    while (accept(parser, TOK_COMMA) && starts_expression(peek(parser)))
        list_add(parser, &node->list, parse_star_named_expression(parser));
    node_close(parser, node);
    return node;
}

/* `match subject:` and the line end and indentation before the first case. */
static Ast *match_head(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    Ast *subject = subject_expr(parser), *node = node_new(parser, AST_MATCH, start);
    node->a = subject;
    expect(parser, TOK_COLON);
    expect(parser, TOK_NEWLINE);
    expect(parser, TOK_INDENT);
    if (!at_word(parser, "case"))
        fail_here(parser);
    return node;
}

/* NULL if the name `match` begins something else. */
Ast *parse_match_statement(Parser *parser) {
    Ast *node = starts_expression(peek_at(parser, 1)) ? attempt(parser, match_head) : NULL;
    if (!node)
        return NULL;
    while (at_word(parser, "case"))
        list_add(parser, &node->list, case_block(parser));
    expect(parser, TOK_DEDENT);
    node_close(parser, node);
    return node;
}
