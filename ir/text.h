/* What the text form's writer (print.c) and reader (lex.c, parse.c) agree on; private to ir/. */
#ifndef IR_TEXT_H
#define IR_TEXT_H

#include "ir/ir.h"

/* Flags as words: X(field, word). */
#define GRAPH_FLAGS(X)                \
    X(is_hidden, "hidden")            \
    X(is_wrapping, "wrapping")        \
    X(is_system, "system")            \
    X(always_inline, "always_inline") \
    X(never_inline, "never_inline")   \
    X(is_cold, "cold")                \
    X(is_generator, "generator")      \
    X(has_attributes, "attributes")   \
    X(keep, "keep")

/* Hints as words, bit by bit. */
enum { HINT_COUNT = 5 };
extern const char *const hint_text[HINT_COUNT];

/* Whether a name can stand unquoted: letters, digits, '_' and '.', not beginning with a digit or '.'. */
bool text_is_word(const char *name);
/* As above, and no other type's text. */
bool text_is_struct_word(const char *name);
/* A double-quoted string in the arena. Quote, backslash and control characters are escaped as \" \\ \xHH; bytes from
 * 0x80 on too if `ascii`. */
const char *text_quoted(Arena *arena, const char *text, size_t length, bool ascii);
/* The shortest decimal text that reads back as this number; always with '.', 'e', or a word. */
const char *text_float(Arena *arena, double number);

/* ---- tokens (lex.c) ---- */

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_BAD,    /* a character or literal that is none */
    TOKEN_WORD,   /* name.with.dots */
    TOKEN_STRING, /* "text" */
    TOKEN_BYTES,  /* b"text" */
    TOKEN_NUMBER, /* -12, 1.5e-7, -inf, 12n, 1.5j, 0x7ff */
    TOKEN_VALUE,  /* %name.7, %7, %name, %"any name".7 */
    TOKEN_POS,    /* !12:4-12:9 */
    TOKEN_ARROW,  /* -> */
    TOKEN_DOTS,   /* ... */
    TOKEN_PUNCTUATION
} TokenKind;

typedef struct Token {
    TokenKind kind;
    bool begins_line;
    uint32_t line, column, length;
    const char *text; /* in the source; for strings without quotes and prefix */
} Token;

/* All tokens of a text, TOKEN_END last. */
Token *text_tokens(Arena *arena, const char *text, size_t length, int *count);
/* Resolves the escapes of a TOKEN_STRING or TOKEN_BYTES. */
char *text_unescape(Arena *arena, const Token *token, size_t *length);

#endif
