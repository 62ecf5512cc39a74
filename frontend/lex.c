/* The lexer: line structure, brackets, names, operators and strings. Numbers are in lex_number.c. */
#include "frontend/lex_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *const token_text[TOK_COUNT] = {
#define TOKEN(kind, text) [TOK_##kind] = text,
#define OPERATOR(kind, text) [TOK_##kind] = text,
#define KEYWORD(kind, text) [TOK_##kind] = text,
#include "frontend/token.def"
};

void lexer_init(Lexer *lexer, Arena *arena, const char *text, uint32_t length) {
    memset(lexer, 0, sizeof *lexer);
    lexer->arena = arena;
    lexer->text = text;
    lexer->limit = length;
    lexer->line = 1;
    lexer->at_line_start = true;
}

void lexer_init_fragment(Lexer *lexer, Arena *arena, const char *text, uint32_t start, uint32_t end, uint32_t line,
                         uint32_t line_start) {
    lexer_init(lexer, arena, text, end);
    lexer->at = start;
    lexer->line = line;
    lexer->line_start = line_start;
    lexer->is_fragment = true;
    lexer->at_line_start = false;
}

void lexer_init_block(Lexer *lexer, Arena *arena, const char *text, uint32_t start, uint32_t end, uint32_t line) {
    lexer_init(lexer, arena, text, end);
    lexer->at = lexer->line_start = start;
    lexer->line = line;
}

/* ---- positions and errors ---- */

Place lexer_place(const Lexer *lexer) {
    return (Place){lexer->at, lexer->line, lexer->at - lexer->line_start};
}

static Range range_from(const Lexer *lexer, Place start) {
    return (Range){start.line, start.column, lexer->line, lexer->at - lexer->line_start};
}

Token lexer_token(Lexer *lexer, TokenKind kind, Place start) {
    return (Token){kind, start.offset, lexer->at, range_from(lexer, start), (uint32_t)lexer->level};
}

static void set_error(Lexer *lexer, const char *code, Range range, const char *help, const char *message) {
    lexer->has_failed = true;
    lexer->error = (LexError){code, message, help, range, false};
}

Token lexer_error(Lexer *lexer, const char *code, Place start, const char *help, const char *format, ...) {
    char message[256];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    Range range = range_from(lexer, start);
    if (range.line == range.end_line && range.column == range.end_column)
        range.end_column++;
    set_error(lexer, code, range, help, arena_text(lexer->arena, message, strlen(message)));
    return lexer_token(lexer, TOK_ERROR, start);
}

static Token lexer_weak_error(Lexer *lexer, const char *code, Place start, const char *help, const char *message) {
    Token token = lexer_error(lexer, code, start, help, "%s", message);
    lexer->error.is_weak = true;
    return token;
}

/* The text ends inside brackets. */
static Token never_closed(Lexer *lexer) {
    const Bracket *open = &lexer->brackets[lexer->level - 1];
    Token token = lexer_error(lexer, "P0001", lexer_place(lexer), NULL, "'%c' was never closed", open->kind);
    lexer->error.range = open->range;
    lexer->error.is_weak = true;
    return token;
}

/* The byte `ahead` of the current one; 0 past the end. */
char lexer_peek(const Lexer *lexer, uint32_t ahead) {
    return lexer->limit - lexer->at > ahead ? lexer->text[lexer->at + ahead] : '\0';
}

static bool at_end(const Lexer *lexer) {
    return lexer->at >= lexer->limit;
}

static void take_newline(Lexer *lexer) {
    lexer->at++;
    lexer->line++;
    lexer->line_start = lexer->at;
}

static void skip_comment(Lexer *lexer) {
    const char *end = memchr(lexer->text + lexer->at, '\n', lexer->limit - lexer->at);
    lexer->at = end ? (uint32_t)(end - lexer->text) : lexer->limit;
}

/* ---- indentation ---- */

/* Takes a backslash and the newline after it. */
static bool join_lines(Lexer *lexer) {
    lexer->at++;
    if (lexer_peek(lexer, 0) == '\n') {
        take_newline(lexer);
        if (!at_end(lexer))
            return true;
    }
    Place here = lexer_place(lexer);
    if (at_end(lexer) && lexer->level > 0)
        never_closed(lexer);
    else if (at_end(lexer))
        lexer_weak_error(lexer, "P0001", here, NULL, "unexpected EOF while parsing");
    else
        lexer_weak_error(lexer, "P0001", here, "remove what follows the backslash, blanks and comments too",
                         "unexpected character after line continuation character");
    return false;
}

typedef struct Indentation {
    uint32_t column, tab_column;
} Indentation;

/* Measures the blanks at the beginning of a line, and takes them. */
static Indentation take_blanks(Lexer *lexer) {
    Indentation in = {0, 0}, joined = {0, 0};
    for (;;) {
        char c = lexer_peek(lexer, 0);
        if (c == ' ')
            in = (Indentation){in.column + 1, in.tab_column + 1};
        else if (c == '\t')
            in = (Indentation){(in.column / 8 + 1) * 8, in.tab_column + 1};
        else if (c == '\f')
            in = joined = (Indentation){0, 0};
        else if (c == '\\') {
            if (!joined.column)
                joined = in;
            if (!join_lines(lexer))
                return in;
            continue;
        } else
            return joined.column ? joined : in;
        lexer->at++;
    }
}

static void inconsistent_tabs(Lexer *lexer) {
    lexer_weak_error(lexer, "P0003", (Place){lexer->line_start, lexer->line, 0}, "indent with four spaces a level",
                     "inconsistent use of tabs and spaces in indentation");
}

static void open_indent(Lexer *lexer, Indentation in) {
    if (lexer->indent_count + 1 >= MAX_INDENTS) {
        lexer_weak_error(lexer, "P0002", lexer_place(lexer), NULL, "too many levels of indentation");
        return;
    }
    if (in.tab_column <= lexer->tab_indents[lexer->indent_count]) {
        inconsistent_tabs(lexer);
        return;
    }
    lexer->indent_count++;
    lexer->indents[lexer->indent_count] = in.column;
    lexer->tab_indents[lexer->indent_count] = in.tab_column;
    lexer->pending = 1;
}

static void close_indents(Lexer *lexer, Indentation in) {
    while (lexer->indent_count > 0 && in.column < lexer->indents[lexer->indent_count]) {
        lexer->indent_count--;
        lexer->pending--;
    }
    if (in.column != lexer->indents[lexer->indent_count])
        lexer_weak_error(lexer, "P0002", (Place){lexer->line_start, lexer->line, 0}, NULL,
                         "unindent does not match any outer indentation level");
    else if (in.tab_column != lexer->tab_indents[lexer->indent_count])
        inconsistent_tabs(lexer);
}

/* Skips blank lines, then compares the next line's indentation with the open ones. */
static void measure_indentation(Lexer *lexer) {
    Indentation in = take_blanks(lexer);
    while (!lexer->has_failed && (lexer_peek(lexer, 0) == '#' || lexer_peek(lexer, 0) == '\n')) {
        skip_comment(lexer);
        if (!at_end(lexer))
            take_newline(lexer);
        in = take_blanks(lexer);
    }
    lexer->at_line_start = false;
    if (lexer->has_failed)
        return;
    if (at_end(lexer))
        in = (Indentation){0, 0};
    uint32_t current = lexer->indents[lexer->indent_count];
    if (in.column > current)
        open_indent(lexer, in);
    else if (in.column < current)
        close_indents(lexer, in);
    else if (in.tab_column != lexer->tab_indents[lexer->indent_count])
        inconsistent_tabs(lexer);
}

/* ---- brackets ---- */

static bool is_opening(TokenKind kind) {
    return kind == TOK_LPAREN || kind == TOK_LBRACKET || kind == TOK_LBRACE;
}

static char opening_of(char closing) {
    return closing == ')' ? '(' : closing == ']' ? '[' : '{';
}

static Token open_bracket(Lexer *lexer, TokenKind kind, Place start) {
    if (lexer->level >= MAX_BRACKETS)
        return lexer_error(lexer, "P0004", start, "name parts of the expression", "too many nested parentheses");
    Token token = lexer_token(lexer, kind, start);
    lexer->brackets[lexer->level++] = (Bracket){lexer->text[start.offset], token.range};
    return token;
}

static Token close_bracket(Lexer *lexer, TokenKind kind, Place start) {
    char closing = lexer->text[start.offset];
    if (lexer->level == 0)
        return lexer_error(lexer, "P0001", start, NULL, "unmatched '%c'", closing);
    const Bracket *open = &lexer->brackets[--lexer->level];
    if (open->kind == opening_of(closing))
        return lexer_token(lexer, kind, start);
    if (open->range.line == lexer->line)
        return lexer_error(lexer, "P0001", start, NULL,
                           "closing parenthesis '%c' does not match opening parenthesis '%c'", closing, open->kind);
    return lexer_error(lexer, "P0001", start, NULL,
                       "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u", closing,
                       open->kind, open->range.line);
}

/* ---- operators ---- */

static const struct Operator {
    char text[4];
    uint8_t length;
    TokenKind kind;
} operators[] = {
#define OPERATOR(kind, text) {text, sizeof text - 1, TOK_##kind},
#include "frontend/token.def"
};

enum { /* how many operators have more than one character */
       FIRST_SHORT = 0
#define OPERATOR(kind, text) +(sizeof text > 2)
#include "frontend/token.def"
};

static Token take_operator(Lexer *lexer, Place start) {
    const char *here = lexer->text + lexer->at;
    bool may_be_long = strchr("=*/<>.", lexer_peek(lexer, 1)) != NULL;
    for (size_t i = may_be_long ? 0 : FIRST_SHORT; i < sizeof operators / sizeof *operators; i++) {
        const struct Operator *op = &operators[i];
        if (*here != op->text[0] || lexer->limit - lexer->at < op->length || memcmp(here, op->text, op->length) != 0)
            continue;
        lexer->at += op->length;
        if (is_opening(op->kind))
            return open_bracket(lexer, op->kind, start);
        if (op->kind == TOK_RPAREN || op->kind == TOK_RBRACKET || op->kind == TOK_RBRACE)
            return close_bracket(lexer, op->kind, start);
        return lexer_token(lexer, op->kind, start);
    }
    lexer->at++;
    if ((*here > 0 && *here < ' ') || *here == 127)
        return lexer_error(lexer, "P0001", start, "delete it", "invalid non-printable character U+%04X", *here);
    return lexer_token(lexer, TOK_UNKNOWN, start);
}

/* ---- strings ---- */

/* Whether text[start, at) is a string prefix: in any case one of b, u, r, f, br, rb, fr, rf. */
static bool is_string_prefix(const char *text, uint32_t length) {
    if (length == 1)
        return strchr("bBuUrRfF", text[0]) != NULL;
    if (length != 2)
        return length == 0;
    bool has_raw = (text[0] | 32) == 'r' || (text[1] | 32) == 'r';
    char other = (text[0] | 32) == 'r' ? text[1] | 32 : text[0] | 32;
    return has_raw && (other == 'b' || other == 'f');
}

static Token unterminated_string(Lexer *lexer, Place start, int quotes) {
    bool is_after_newline = at_end(lexer) && lexer->text[lexer->at - 1] == '\n';
    uint32_t line = lexer->line - is_after_newline;
    lexer->line = start.line;
    lexer->line_start = start.offset - start.column;
    lexer->at = start.offset + (uint32_t)quotes;
    if (quotes == 3)
        return lexer_error(lexer, "P0001", start, NULL,
                           "unterminated triple-quoted string literal (detected at line %u)", line);
    return lexer_error(lexer, "P0001", start, "close the quote, or use three quotes for a text of several lines",
                       "unterminated string literal (detected at line %u)", line);
}

/* Takes a string whose opening quote is the current byte; `start` is where its prefix begins. */
static Token take_string(Lexer *lexer, Place start) {
    char quote = lexer_peek(lexer, 0);
    int quotes = lexer_peek(lexer, 1) == quote && lexer_peek(lexer, 2) == quote ? 3 : 1, closing = 0;
    lexer->at += (uint32_t)quotes;
    while (closing < quotes) {
        char c = lexer_peek(lexer, 0);
        if (at_end(lexer) || (c == '\n' && quotes == 1))
            return unterminated_string(lexer, start, quotes);
        closing = c == quote ? closing + 1 : 0;
        if (c == '\\') {
            lexer->at++;
            if (at_end(lexer))
                continue;
        }
        if (lexer_peek(lexer, 0) == '\n')
            take_newline(lexer);
        else
            lexer->at++;
    }
    return lexer_token(lexer, TOK_STRING, start);
}

/* ---- names ---- */

static const struct Keyword {
    const char *text;
    uint32_t length;
    TokenKind kind;
} keywords[] = {
#define KEYWORD(kind, text) {text, sizeof text - 1, TOK_##kind},
#include "frontend/token.def"
};

static TokenKind name_kind(const char *text, uint32_t length) {
    size_t count = length >= 2 && length <= 8 ? sizeof keywords / sizeof *keywords : 0;
    for (size_t i = 0; i < count && keywords[i].text[0] <= *text; i++)
        if (keywords[i].text[0] == *text && keywords[i].length == length && !memcmp(keywords[i].text, text, length))
            return keywords[i].kind;
    return TOK_NAME;
}

bool lexer_is_ascii_name_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
}

static Token invalid_character(Lexer *lexer, uint32_t character, int length) {
    Place here = lexer_place(lexer);
    lexer->at += (uint32_t)length;
    bool is_blank = character == 0xA0 || (character >= 0x2000 && character <= 0x200F) || character == 0xFEFF ||
                    character == 0x3000 || (character >= 0x80 && character < 0xA0) ||
                    (character >= 0x2028 && character <= 0x202F) || (character >= 0x205F && character <= 0x206F);
    if (is_blank)
        return lexer_error(lexer, "P0001", here, "use a plain space, or delete it",
                           "invalid non-printable character U+%04X", character);
    bool is_quote = character >= 0x2018 && character <= 0x201F;
    return lexer_error(lexer, "P0001", here, is_quote ? "use a straight quote, ' or \"" : NULL,
                       "invalid character '%.*s' (U+%04X)", length, lexer->text + here.offset, character);
}

static Token changed_character(Lexer *lexer, uint32_t character, int length) {
    Place here = lexer_place(lexer);
    lexer->at += (uint32_t)length;
    return lexer_error(
        lexer, "P0006", here, "use the ordinary form of the letter",
        "the character '%.*s' (U+%04X) in a name is not supported, because CPython replaces it by another", length,
        lexer->text + here.offset, character);
}

static Token take_name(Lexer *lexer, Place start) {
    while (!at_end(lexer)) {
        char c = lexer_peek(lexer, 0);
        int length = 1;
        if (c & 0x80) {
            uint32_t character = lexer_utf8_decode(lexer->text + lexer->at, &length);
            bool is_first = lexer->at == start.offset;
            if (is_first ? !lexer_is_name_start(character) : !lexer_is_name_part(character))
                return invalid_character(lexer, character, length);
            if (lexer_is_changed_name_part(character))
                return changed_character(lexer, character, length);
        } else if (!lexer_is_ascii_name_part(c))
            break;
        lexer->at += (uint32_t)length;
    }
    const char *text = lexer->text + start.offset;
    uint32_t length = lexer->at - start.offset;
    char next = lexer_peek(lexer, 0);
    if ((next == '"' || next == '\'') && is_string_prefix(text, length))
        return take_string(lexer, start);
    return lexer_token(lexer, name_kind(text, length), start);
}

/* ---- the next token ---- */

/* Skips blanks, comments, joined lines, and newlines inside brackets. */
static void skip_blanks(Lexer *lexer) {
    while (!at_end(lexer)) {
        char c = lexer_peek(lexer, 0);
        if (c == ' ' || c == '\t' || c == '\f')
            lexer->at++;
        else if (c == '#')
            skip_comment(lexer);
        else if (c == '\n' && (lexer->level > 0 || lexer->is_fragment))
            take_newline(lexer);
        else if (c != '\\' || !join_lines(lexer))
            return;
    }
}

static Token end_of_line(Lexer *lexer) {
    Place start = lexer_place(lexer);
    Token token = lexer_token(lexer, TOK_NEWLINE, start);
    lexer->line_has_token = false;
    lexer->at_line_start = true;
    if (!at_end(lexer)) {
        token.end++;
        token.range.end_column++;
        take_newline(lexer);
    }
    return token;
}

static Token pending_indent(Lexer *lexer) {
    bool is_indent = lexer->pending > 0;
    lexer->pending += is_indent ? -1 : 1;
    if (is_indent)
        return lexer_token(lexer, TOK_INDENT, (Place){lexer->line_start, lexer->line, 0});
    return lexer_token(lexer, TOK_DEDENT, lexer_place(lexer));
}

static Token take_token(Lexer *lexer) {
    Place start = lexer_place(lexer);
    char c = lexer_peek(lexer, 0);
    lexer->line_has_token = true;
    if ((c >= '0' && c <= '9') || (c == '.' && lexer_peek(lexer, 1) >= '0' && lexer_peek(lexer, 1) <= '9'))
        return lexer_take_number(lexer, start);
    if (lexer_is_ascii_name_part(c) || (c & 0x80))
        return take_name(lexer, start);
    if (c == '"' || c == '\'')
        return take_string(lexer, start);
    return take_operator(lexer, start);
}

Token lexer_next(Lexer *lexer) {
    if (lexer->at_line_start && !lexer->has_failed)
        measure_indentation(lexer);
    if (!lexer->has_failed && lexer->pending)
        return pending_indent(lexer);
    if (!lexer->has_failed)
        skip_blanks(lexer);
    if (lexer->has_failed)
        return (Token){TOK_ERROR, lexer->at, lexer->at, lexer->error.range, (uint32_t)lexer->level};
    if (!at_end(lexer) && lexer_peek(lexer, 0) != '\n')
        return take_token(lexer);
    if (lexer->level > 0 && !lexer->is_fragment)
        return never_closed(lexer);
    if (!lexer->is_fragment && (lexer->line_has_token || !at_end(lexer)))
        return end_of_line(lexer);
    return lexer_token(lexer, TOK_END, lexer_place(lexer));
}
