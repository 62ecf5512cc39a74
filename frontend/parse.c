/* The parser's entry points, its token buffer and its nodes. */
#include "frontend/parse.h"

#include <string.h>

enum { MAX_DEPTH = PARSER_TOO_DEEP - 1, KEPT_TOKENS = 512 };

/* ---- tokens ---- */

static void fill_token(Parser *parser) {
    parser->tokens = arena_grow(parser->arena, parser->tokens, parser->filled, &parser->capacity, sizeof(Token));
    Token token = lexer_next(&parser->lexer);
    if (token.kind == TOK_ERROR)
        parser_fail_in_lexer(parser);
    parser->tokens[parser->filled++] = token;
}

const Token *parser_token(Parser *parser, int ahead) {
    while (parser->filled <= parser->at + ahead)
        fill_token(parser);
    return &parser->tokens[parser->at + ahead];
}

TokenKind parser_peek_at(Parser *parser, int ahead) {
    return parser_token(parser, ahead)->kind;
}

TokenKind parser_peek(Parser *parser) {
    return parser_token(parser, 0)->kind;
}

Token parser_take(Parser *parser) {
    Token token = *parser_token(parser, 0);
    parser->at++;
    if (token.kind != TOK_NEWLINE && token.kind != TOK_INDENT && token.kind != TOK_DEDENT && token.kind != TOK_END)
        parser->last = token.range;
    return token;
}

bool parser_accept(Parser *parser, TokenKind kind) {
    if (parser_peek(parser) != kind)
        return false;
    parser_take(parser);
    return true;
}

Token parser_expect(Parser *parser, TokenKind kind) {
    if (parser_peek(parser) != kind)
        parser_fail_here(parser);
    return parser_take(parser);
}

void parser_force_colon(Parser *parser) {
    if (!parser_accept(parser, TOK_COLON))
        parser_fail_now(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected ':'");
}

void parser_expect_colon(Parser *parser) {
    if (parser_peek(parser) == TOK_NEWLINE)
        parser_fail(parser, "P0001", parser_token(parser, 0)->range, NULL, "expected ':'");
    parser_expect(parser, TOK_COLON);
}

const char *parser_token_name(Parser *parser, const Token *token) {
    return intern_n(parser->names, parser->lexer.text + token->start, token->end - token->start);
}

bool parser_token_is(Parser *parser, const Token *token, const char *word) {
    size_t length = strlen(word);
    return token->kind == TOK_NAME && token->end - token->start == length &&
           memcmp(parser->lexer.text + token->start, word, length) == 0;
}

const char *parser_expect_name(Parser *parser) {
    Token token = parser_expect(parser, TOK_NAME);
    return parser_token_name(parser, &token);
}

/* Between statements nothing is undone any more: the tokens taken so far are dropped. */
static void drop_tokens(Parser *parser) {
    if (parser->at < KEPT_TOKENS || parser->is_attempt)
        return;
    parser->filled -= parser->at;
    memmove(parser->tokens, parser->tokens + parser->at, (size_t)parser->filled * sizeof(Token));
    parser->at = 0;
}

void parser_enter(Parser *parser, int weight) {
    parser->depth += weight;
    if (parser->depth > MAX_DEPTH)
        parser_fail_now(parser, "P0004", parser_token(parser, 0)->range, "name parts of the expression",
                        "too many nested expressions");
}

void parser_leave(Parser *parser, int weight) {
    parser->depth -= weight;
}

/* ---- nodes ---- */

Start parser_start(Parser *parser) {
    const Token *token = parser_token(parser, 0);
    return (Start){token->range.line, token->range.column};
}

void parser_close(const Parser *parser, Ast *node) {
    node->end_line = parser->last.end_line;
    node->end_column = parser->last.end_column;
}

Ast *parser_node(Parser *parser, AstKind kind, Start start) {
    Ast *node = arena_alloc(parser->arena, sizeof *node);
    node->kind = kind;
    node->line = start.line;
    node->column = start.column;
    parser_close(parser, node);
    return node;
}

void parser_add(Parser *parser, AstList *list, Ast *item) {
    list->items = arena_grow(parser->arena, list->items, list->count, &list->capacity, sizeof(Ast *));
    list->items[list->count++] = item;
}

Range ast_range(const Ast *node) {
    return (Range){node->line, node->column, node->end_line, node->end_column};
}

bool ast_is_parenthesised(Start start, const Ast *node) {
    return start.line != node->line || start.column != node->column;
}

/* ---- entry points ---- */

Ast *parse_file(Parser *parser) {
    Ast *module = parser_node(parser, AST_MODULE, (Start){1, 0});
    while (parser_peek(parser) != TOK_END) {
        parse_statement(parser, &module->list);
        drop_tokens(parser);
    }
    parser_close(parser, module);
    return module;
}

static Ast *parse_alone(Parser *parser) {
    Ast *expression = parse_expression(parser);
    parser_expect(parser, TOK_END);
    return expression;
}

/* Runs `rule`; NULL if it failed. */
static Ast *run(Parser *parser, Ast *(*rule)(Parser *)) {
    jmp_buf escape;
    parser->escape = parser->root = &escape;
    return setjmp(escape) == 0 ? rule(parser) : NULL;
}

Ast *parse_run(Parser *parser, Ast *(*rule)(Parser *)) {
    Parser fresh = *parser;
    int errors = parser->diags->error_count;
    Ast *tree = run(parser, rule);
    if (tree || parser->is_attempt || parser->diags->error_count > errors)
        return tree;
    fresh.is_diagnosing = true;
    fresh.failure = parser->failure;
    return run(&fresh, rule);
}

Ast *ast_parse_module(Arena *arena, Interner *names, SourceFile *file, DiagList *diags) {
    if (!file->is_library && !parse_normalise_source(arena, file, diags))
        return NULL;
    int errors = diags->error_count;
    Parser parser = {.arena = arena, .names = names, .file = file, .diags = diags, .last = {1, 0, 1, 0}};
    parser.postpones = file->is_library;
    lexer_init(&parser.lexer, arena, file->text, (uint32_t)file->length);
    Ast *module = parse_run(&parser, parse_file);
    if (module && !file->is_library)
        parse_check_scopes(&parser, module);
    return diags->error_count == errors ? module : NULL;
}

static Ast *parse_body(Parser *parser) {
    Ast *suite = parser_node(parser, AST_SUITE, (Start){parser->lexer.line, 0});
    parser_expect(parser, TOK_INDENT);
    while (parser_peek(parser) != TOK_DEDENT)
        parse_statement(parser, &suite->list);
    return suite;
}

Ast *ast_parse_body(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, Ast *function) {
    Parser parser = {.arena = arena, .names = names, .file = file, .diags = diags, .last = {1, 0, 1, 0}};
    uint32_t start = (uint32_t)(function->integer >> 32), line = (uint32_t)function->integer;
    Lexer skipped;
    lexer_init(&skipped, arena, file->text, (uint32_t)file->length);
    skipped.at = start;
    lexer_init_block(&parser.lexer, arena, file->text, start, lexer_skip_block(&skipped, function->column, NULL), line);
    Ast *suite = parse_run(&parser, parse_body);
    if (!suite)
        return NULL;
    function->integer = 0;
    function->list = suite->list;
    return function;
}

Ast *ast_parse_expression(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, const char *text,
                          size_t length) {
    Parser parser = {.arena = arena, .names = names, .file = file, .diags = diags, .last = {1, 0, 1, 0}};
    lexer_init_fragment(&parser.lexer, arena, text, 0, (uint32_t)length, 1, 0);
    return parse_run(&parser, parse_alone);
}
