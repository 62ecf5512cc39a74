/* Import statements. */
#include "frontend/parse.h"

#include <string.h>

static const char *dotted_name(Parser *parser) {
    const char *name = parser_expect_name(parser);
    if (parser_peek(parser) != TOK_DOT)
        return name;
    Text text = {0};
    parser_text_add(parser, &text, name, (uint32_t)strlen(name));
    while (parser_accept(parser, TOK_DOT)) {
        const char *part = parser_expect_name(parser);
        parser_text_add(parser, &text, ".", 1);
        parser_text_add(parser, &text, part, (uint32_t)strlen(part));
    }
    return intern_n(parser->names, text.bytes, text.length);
}

static Ast *alias(Parser *parser, bool is_dotted) {
    Start start = parser_start(parser);
    const char *name = is_dotted ? dotted_name(parser) : parser_expect_name(parser), *as_name = NULL;
    if (parser_accept(parser, TOK_AS))
        as_name = parser_expect_name(parser);
    Ast *node = parser_node(parser, AST_ALIAS, start);
    node->name = name;
    node->text = as_name;
    return node;
}

Ast *parse_import(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    AstList aliases = {0};
    do
        parser_add(parser, &aliases, alias(parser, true));
    while (parser_accept(parser, TOK_COMMA));
    Ast *node = parser_node(parser, AST_IMPORT, start);
    node->list = aliases;
    return node;
}

static Ast *star_alias(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    Ast *node = parser_node(parser, AST_ALIAS, start);
    node->name = intern(parser->names, "*");
    return node;
}

static void import_from_targets(Parser *parser, AstList *out) {
    if (parser_peek(parser) == TOK_STAR) {
        parser_add(parser, out, star_alias(parser));
        return;
    }
    bool has_bracket = parser_accept(parser, TOK_LPAREN);
    do {
        if (out->count && has_bracket && parser_peek(parser) == TOK_RPAREN)
            break;
        if (out->count && !has_bracket && parser_peek(parser) == TOK_NEWLINE)
            parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL,
                        "trailing comma not allowed without surrounding parentheses");
        parser_add(parser, out, alias(parser, false));
    } while (parser_accept(parser, TOK_COMMA));
    if (has_bracket)
        parser_expect(parser, TOK_RPAREN);
}

Ast *parse_import_from(Parser *parser) {
    Start start = parser_start(parser);
    parser_take(parser);
    int level = 0;
    while (parser_peek(parser) == TOK_DOT || parser_peek(parser) == TOK_DOTS)
        level += parser_take(parser).kind == TOK_DOTS ? 3 : 1;
    const char *name = level && parser_peek(parser) == TOK_IMPORT ? NULL : dotted_name(parser);
    parser_expect(parser, TOK_IMPORT);
    AstList aliases = {0};
    import_from_targets(parser, &aliases);
    Ast *node = parser_node(parser, AST_IMPORT_FROM, start);
    node->name = name;
    node->integer = level;
    node->list = aliases;
    return node;
}
