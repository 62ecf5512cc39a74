/* Syntax errors: reporting them, and attempts. */
#include "frontend/parse.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const Pos *make_pos(Parser *parser, Range range) {
    Pos *pos = arena_alloc(parser->arena, sizeof *pos);
    *pos = (Pos){parser->file, NULL, NULL, range.line, range.column, range.end_line, range.end_column};
    return pos;
}

static void report(Parser *parser, const char *code, Range range, const char *help, const char *message) {
    if (range.line == range.end_line && range.column == range.end_column)
        range.end_column++; /* something to underline */
    const char *prefix = parser->is_fstring ? "f-string: " : "";
    if (!strncmp(message, "f-string", 8))
        prefix = "";
    Diagnostic *diag = diag_error(parser->diags, code, make_pos(parser, range), "%s%s", prefix, message);
    if (help)
        diag_help(parser->diags, diag, "%s", help);
}

static const char *format_message(Parser *parser, const char *format, va_list args) {
    char message[512];
    vsnprintf(message, sizeof message, format, args);
    return arena_text(parser->arena, message, strlen(message));
}

/* Leaves the first parse without a report: the second one will find the reason. */
static _Noreturn void give_up(Parser *parser) {
    if (parser->is_attempt)
        longjmp(*parser->escape, 1);
    parser->failure = parser->tokens[parser->filled - 1];
    longjmp(*parser->escape, 1);
}

void parser_fail_in_lexer(Parser *parser) {
    const LexError *error = &parser->lexer.error;
    parser->is_fstring = false;
    report(parser, error->code, error->range, error->help, error->message);
    longjmp(*parser->root, 1);
}

/* An error of the lexer in the rest of the text, or a bracket left open on an earlier line, explains more than
 * an error of the parser. */
static void check_rest(Parser *parser) {
    Lexer *lexer = &parser->lexer;
    uint32_t line = parser->tokens[parser->filled - 1].range.line;
    Token token;
    do
        token = lexer_next(lexer);
    while (token.kind != TOK_ERROR && token.kind != TOK_END);
    bool is_strong = !lexer->error.is_weak || (lexer->level > 0 && line > lexer->brackets[lexer->level - 1].range.line);
    if (token.kind == TOK_ERROR && is_strong)
        parser_fail_in_lexer(parser);
}

static _Noreturn void fail_with(Parser *parser, const char *code, Range range, const char *help, const char *message) {
    check_rest(parser);
    report(parser, code, range, help, message);
    longjmp(*parser->root, 1);
}

void parser_fail(Parser *parser, const char *code, Range range, const char *help, const char *format, ...) {
    if (!parser->is_diagnosing)
        give_up(parser);
    va_list args;
    va_start(args, format);
    const char *message = format_message(parser, format, args);
    va_end(args);
    fail_with(parser, code, range, help, message);
}

void parser_fail_now(Parser *parser, const char *code, Range range, const char *help, const char *format, ...) {
    if (parser->is_attempt)
        longjmp(*parser->escape, 1);
    va_list args;
    va_start(args, format);
    const char *message = format_message(parser, format, args);
    va_end(args);
    fail_with(parser, code, range, help, message);
}

void parser_report(Parser *parser, const char *code, Range range, const char *help, const char *format, ...) {
    va_list args;
    va_start(args, format);
    report(parser, code, range, help, format_message(parser, format, args));
    va_end(args);
}

static _Noreturn void fail_generic(Parser *parser, Token failure) {
    bool is_indentation = failure.kind == TOK_INDENT || failure.kind == TOK_DEDENT;
    if (is_indentation) {
        report(parser, "P0002", failure.range, NULL,
               failure.kind == TOK_INDENT ? "unexpected indent" : "unexpected unindent");
        longjmp(*parser->root, 1);
    }
    parser_fail(parser, "P0001", failure.range, NULL, "invalid syntax");
}

void parser_fail_here(Parser *parser) {
    if (parser->is_diagnosing)
        fail_generic(parser, parser->failure);
    give_up(parser);
}

Ast *parser_attempt(Parser *parser, Ast *(*rule)(Parser *)) {
    jmp_buf escape, *outer_escape = parser->escape;
    bool outer_attempt = parser->is_attempt, outer_diagnosing = parser->is_diagnosing;
    int at = parser->at, depth = parser->depth;
    Range last = parser->last;
    parser->escape = &escape;
    parser->is_attempt = true;
    parser->is_diagnosing = false;
    Ast *volatile result = NULL;
    if (setjmp(escape) == 0)
        result = rule(parser);
    parser->escape = outer_escape;
    parser->is_attempt = outer_attempt;
    parser->is_diagnosing = outer_diagnosing;
    if (!result) {
        parser->at = at;
        parser->depth = depth;
        parser->last = last;
    }
    return result;
}

Range range_join(Range first, Range last) {
    return (Range){first.line, first.column, last.end_line, last.end_column};
}
