/* What the files of the lexer share. */
#ifndef FRONTEND_LEX_INTERNAL_H
#define FRONTEND_LEX_INTERNAL_H

#include "frontend/lex.h"

typedef struct Place {
    uint32_t offset, line, column;
} Place;

Place lexer_place(const Lexer *lexer);
/* The token from `start` to the current byte. */
Token lexer_token(Lexer *lexer, TokenKind kind, Place start);
/* Records the lexer's error, from `start` to the current byte, and returns an ERROR token. `help` may be NULL. */
Token lexer_error(Lexer *lexer, const char *code, Place start, const char *help, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
char lexer_peek(const Lexer *lexer, uint32_t ahead);
bool lexer_is_ascii_name_part(char c);
/* Takes the number that begins at the current byte. */
Token lexer_take_number(Lexer *lexer, Place start);

#endif
