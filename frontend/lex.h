/* The lexer of Python 3.11: text in, tokens out, one at a time.
 *
 * It owns line structure (NEWLINE, INDENT, DEDENT, line joining), bracket matching and the extent of literals; the
 * values of literals are decoded by the parser. The text must be valid UTF-8 with `\n` line ends: see
 * parse_normalise_source. After its first error it yields ERROR tokens for ever.
 */
#ifndef FRONTEND_LEX_H
#define FRONTEND_LEX_H

#include "ir/arena.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum TokenKind {
#define TOKEN(kind, text) TOK_##kind,
#define OPERATOR(kind, text) TOK_##kind,
#define KEYWORD(kind, text) TOK_##kind,
#include "frontend/token.def"
    TOK_COUNT
} TokenKind;

extern const char *const token_text[TOK_COUNT];

/* Where something stands: lines from 1, columns in bytes from 0, end exclusive. */
typedef struct Range {
    uint32_t line, column, end_line, end_column;
} Range;

typedef struct Token {
    TokenKind kind;
    uint32_t start, end; /* offsets in the text */
    Range range;
    uint32_t level; /* open brackets around it */
} Token;

typedef struct LexError {
    const char *code, *message, *help; /* help may be NULL */
    Range range;
    bool is_weak; /* explains less than a syntax error before it */
} LexError;

enum { MAX_BRACKETS = 200, MAX_INDENTS = 100 };

typedef struct Bracket {
    char kind;
    Range range;
} Bracket;

typedef struct Lexer {
    Arena *arena;
    const char *text;
    uint32_t at, limit;        /* offsets in the text */
    uint32_t line, line_start; /* current line and the offset of its first byte */
    bool is_fragment;          /* an expression inside other text: newlines are blanks */
    bool at_line_start;        /* indentation is still to be measured */
    bool line_has_token;       /* the logical line needs a NEWLINE */
    bool has_failed;
    int pending; /* INDENTs (positive) or DEDENTs (negative) to hand out */
    int indent_count;
    uint32_t indents[MAX_INDENTS + 1], tab_indents[MAX_INDENTS + 1]; /* with tab stops of 8 and of 1 */
    int level;
    Bracket brackets[MAX_BRACKETS];
    LexError error;
} Lexer;

/* A lexer for a whole file. */
void lexer_init(Lexer *lexer, Arena *arena, const char *text, uint32_t length);
/* A lexer for the expression text[start, end), which begins in line `line`, whose first byte is at `line_start`. */
void lexer_init_fragment(Lexer *lexer, Arena *arena, const char *text, uint32_t start, uint32_t end, uint32_t line,
                         uint32_t line_start);
/* A lexer for the lines text[start, end), of which `line` is the first. */
void lexer_init_block(Lexer *lexer, Arena *arena, const char *text, uint32_t start, uint32_t end, uint32_t line);
Token lexer_next(Lexer *lexer);

/* The character at text (valid UTF-8), its length in bytes in *length. */
uint32_t lexer_utf8_decode(const char *text, int *length);
/* Appends the UTF-8 form of `character` (surrogates as three bytes) to `out`; returns the number of bytes. */
int lexer_utf8_encode(uint32_t character, char *out);
/* Whether a character (not ASCII) may begin or continue an identifier. */
bool lexer_is_name_start(uint32_t character);
bool lexer_is_name_part(uint32_t character);
/* Whether CPython may replace such a character of an identifier by another (normal form NFKC). */
bool lexer_is_changed_name_part(uint32_t character);

/* At the beginning of a line: takes the lines that are indented deeper than `column`, and what is blank among and
 * behind them, unless one of them begins with one of the words (each with a blank behind it; NULL ends them). Gives
 * where they end; 0 if they were not taken. For text that is known to have no errors. */
uint32_t lexer_skip_block(Lexer *lexer, uint32_t column, const char *const *words);

#endif
