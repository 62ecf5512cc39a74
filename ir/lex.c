/* Tokens of the text form. */
#include "ir/text.h"

#include <ctype.h>
#include <string.h>

typedef struct Lexer {
    Arena *arena;
    const char *at, *end, *line_start;
    uint32_t line;
    bool begins_line;
    Token *tokens;
    int count, capacity;
} Lexer;

static char peek(const Lexer *lexer, int ahead) {
    return lexer->end - lexer->at > ahead ? lexer->at[ahead] : '\0';
}

static bool is_word_start(char c) {
    return isalpha((unsigned char)c) || c == '_';
}

static bool is_word_part(char c) {
    return isalnum((unsigned char)c) || c == '_' || c == '.';
}

/* Adds a token that ends at lexer->at. */
static void add_token(Lexer *lexer, TokenKind kind, const char *start, const char *text, const char *text_end) {
    lexer->tokens = arena_grow(lexer->arena, lexer->tokens, lexer->count, &lexer->capacity, sizeof *lexer->tokens);
    lexer->tokens[lexer->count++] = (Token){.kind = kind,
                                            .begins_line = lexer->begins_line,
                                            .line = lexer->line,
                                            .column = (uint32_t)(start - lexer->line_start),
                                            .length = (uint32_t)(text_end - text),
                                            .text = text};
    lexer->begins_line = false;
}

static void skip_blanks(Lexer *lexer) {
    while (lexer->at < lexer->end) {
        if (*lexer->at == '\n') {
            lexer->line++;
            lexer->line_start = lexer->at + 1;
            lexer->begins_line = true;
        } else if (*lexer->at == '#') {
            while (peek(lexer, 1) && peek(lexer, 1) != '\n')
                lexer->at++;
        } else if (*lexer->at != ' ' && *lexer->at != '\t' && *lexer->at != '\r') {
            return;
        }
        lexer->at++;
    }
}

/* Moves behind the closing quote; false if there is none on this line. */
static bool skip_string(Lexer *lexer) {
    for (lexer->at++; lexer->at < lexer->end && *lexer->at != '\n'; lexer->at++) {
        if (*lexer->at == '\\' && peek(lexer, 1) && peek(lexer, 1) != '\n')
            lexer->at++;
        else if (*lexer->at == '"') {
            lexer->at++;
            return true;
        }
    }
    return false;
}

static void lex_string(Lexer *lexer, TokenKind kind, int prefix) {
    const char *start = lexer->at;
    lexer->at += prefix;
    const char *text = lexer->at + 1;
    if (skip_string(lexer))
        add_token(lexer, kind, start, text, lexer->at - 1);
    else
        add_token(lexer, TOKEN_BAD, start, start, lexer->at);
}

static void lex_word(Lexer *lexer) {
    const char *start = lexer->at;
    while (is_word_part(peek(lexer, 0)))
        lexer->at++;
    add_token(lexer, TOKEN_WORD, start, start, lexer->at);
}

static void lex_number(Lexer *lexer) {
    const char *start = lexer->at;
    if (*lexer->at == '-')
        lexer->at++;
    while (is_word_part(peek(lexer, 0)) ||
           ((peek(lexer, 0) == '+' || peek(lexer, 0) == '-') && lexer->at[-1] == 'e' && isdigit(peek(lexer, 1))))
        lexer->at++;
    add_token(lexer, TOKEN_NUMBER, start, start, lexer->at);
}

/* The token's text is all behind the percent sign; parse_graph.c takes it apart. */
static void lex_value(Lexer *lexer) {
    const char *start = lexer->at++;
    bool good = true;
    if (peek(lexer, 0) == '"')
        good = skip_string(lexer);
    while (is_word_part(peek(lexer, 0)))
        lexer->at++;
    if (lexer->at == start + 1)
        good = false;
    add_token(lexer, good ? TOKEN_VALUE : TOKEN_BAD, start, start + 1, lexer->at);
}

static void lex_pos(Lexer *lexer) {
    const char *start = lexer->at++;
    while (isdigit((unsigned char)peek(lexer, 0)) || peek(lexer, 0) == ':' || peek(lexer, 0) == '-')
        lexer->at++;
    add_token(lexer, TOKEN_POS, start, start + 1, lexer->at);
}

static void lex_punctuation(Lexer *lexer) {
    const char *start = lexer->at;
    TokenKind kind = strchr("@&(){}[]:,=-", *start) ? TOKEN_PUNCTUATION : TOKEN_BAD;
    lexer->at++;
    if (*start == '-' && peek(lexer, 0) == '>') {
        kind = TOKEN_ARROW;
        lexer->at++;
    } else if (*start == '.' && peek(lexer, 0) == '.' && peek(lexer, 1) == '.') {
        kind = TOKEN_DOTS;
        lexer->at += 2;
    }
    add_token(lexer, kind, start, start, lexer->at);
}

static void lex_token(Lexer *lexer) {
    char c = *lexer->at, next = peek(lexer, 1);
    if (c == '"')
        lex_string(lexer, TOKEN_STRING, 0);
    else if (c == 'b' && next == '"')
        lex_string(lexer, TOKEN_BYTES, 1);
    else if (is_word_start(c))
        lex_word(lexer);
    else if (isdigit((unsigned char)c) || (c == '-' && (isdigit((unsigned char)next) || next == 'i')))
        lex_number(lexer);
    else if (c == '%')
        lex_value(lexer);
    else if (c == '!')
        lex_pos(lexer);
    else
        lex_punctuation(lexer);
}

Token *text_tokens(Arena *arena, const char *text, size_t length, int *count) {
    Lexer lexer = {.arena = arena, .at = text, .end = text + length, .line_start = text, .line = 1};
    lexer.begins_line = true;
    for (skip_blanks(&lexer); lexer.at < lexer.end; skip_blanks(&lexer))
        lex_token(&lexer);
    lexer.begins_line = true;
    add_token(&lexer, TOKEN_END, lexer.at, lexer.at, lexer.at);
    *count = lexer.count;
    return lexer.tokens;
}

static int hex_digit(char c) {
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

char *text_unescape(Arena *arena, const Token *token, size_t *length) {
    char *out = arena_alloc(arena, token->length + 1), *to = out;
    const char *at = token->text, *end = at + token->length;
    while (at < end) {
        if (*at != '\\') {
            *to++ = *at++;
        } else if (end - at >= 4 && at[1] == 'x' && hex_digit(at[2]) >= 0 && hex_digit(at[3]) >= 0) {
            *to++ = (char)(hex_digit(at[2]) << 4 | hex_digit(at[3]));
            at += 4;
        } else if (at + 1 < end) {
            *to++ = at[1] == 'n' ? '\n' : at[1] == 't' ? '\t' : at[1];
            at += 2;
        } else {
            at++;
        }
    }
    *length = (size_t)(to - out);
    return out;
}
