/* Import statements. */
#include "frontend/parse.h"

static const char *dotted_name(Parser *parser) {
    const char *name = expect_name(parser);
    while (accept(parser, TOK_DOT)) {
        const char *part = expect_name(parser);
        name = intern(parser->names, arena_printf(parser->arena, "%s.%s", name, part));
    }
    return name;
}

static Ast *alias(Parser *parser, bool is_dotted) {
    Start start = start_here(parser);
    const char *name = is_dotted ? dotted_name(parser) : expect_name(parser), *as_name = NULL;
    if (accept(parser, TOK_AS))
        as_name = expect_name(parser);
    Ast *node = node_new(parser, AST_ALIAS, start);
    node->name = name;
    node->text = as_name;
    return node;
}

Ast *parse_import(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    AstList aliases = {0};
    do
        list_add(parser, &aliases, alias(parser, true));
    while (accept(parser, TOK_COMMA));
    Ast *node = node_new(parser, AST_IMPORT, start);
    node->list = aliases;
    return node;
}

static Ast *star_alias(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    Ast *node = node_new(parser, AST_ALIAS, start);
    node->name = intern(parser->names, "*");
    return node;
}

static void import_from_targets(Parser *parser, AstList *out) {
    if (peek(parser) == TOK_STAR) {
        list_add(parser, out, star_alias(parser));
        return;
    }
    bool has_bracket = accept(parser, TOK_LPAREN);
    do {
        if (out->count && has_bracket && peek(parser) == TOK_RPAREN)
            break;
        if (out->count && !has_bracket && peek(parser) == TOK_NEWLINE)
            fail(parser, "P0001", peek_token(parser, 0)->range, NULL,
                 "trailing comma not allowed without surrounding parentheses");
        list_add(parser, out, alias(parser, false));
    } while (accept(parser, TOK_COMMA));
    if (has_bracket)
        expect(parser, TOK_RPAREN);
}

Ast *parse_import_from(Parser *parser) {
    Start start = start_here(parser);
    take(parser);
    int level = 0;
    while (peek(parser) == TOK_DOT || peek(parser) == TOK_DOTS)
        level += take(parser).kind == TOK_DOTS ? 3 : 1;
    const char *name = level && peek(parser) == TOK_IMPORT ? NULL : dotted_name(parser);
    expect(parser, TOK_IMPORT);
    AstList aliases = {0};
    import_from_targets(parser, &aliases);
    Ast *node = node_new(parser, AST_IMPORT_FROM, start);
    node->name = name;
    node->integer = level;
    node->list = aliases;
    return node;
}
