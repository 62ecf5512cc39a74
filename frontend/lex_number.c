/* The extent of numeric literals; their values are the business of parse_number.c. */
#include "frontend/lex_internal.h"

#include <string.h>

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_digit_of(char c, int base) {
    int value = is_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
    return value < base;
}

static Token invalid_literal(Lexer *lexer, Place start, const char *kind) {
    return lexer_error(lexer, "P0001", start, NULL, "invalid %s literal", kind);
}

/* Takes digits with single underscores between them. False if an underscore is not followed by a digit. */
static bool take_digits(Lexer *lexer, int base) {
    for (;;) {
        while (is_digit_of(lexer_peek(lexer, 0), base))
            lexer->at++;
        if (lexer_peek(lexer, 0) != '_')
            return true;
        lexer->at++;
        if (!is_digit_of(lexer_peek(lexer, 0), base))
            return false;
    }
}

static bool starts_word(const Lexer *lexer, const char *word) {
    size_t length = strlen(word);
    return lexer->limit - lexer->at >= length && memcmp(lexer->text + lexer->at, word, length) == 0;
}

/* A number may be followed at once by a keyword that can stand there (`1if x else 2`), but by no other name. */
static bool is_end_of_number(const Lexer *lexer) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (starts_word(lexer, words[i]))
            return true;
    char c = lexer_peek(lexer, 0);
    return !lexer_is_ascii_name_part(c) && !(c & 0x80);
}

static Token finish(Lexer *lexer, Place start, const char *kind) {
    if (!is_end_of_number(lexer))
        return invalid_literal(lexer, start, kind);
    return lexer_token(lexer, TOK_NUMBER, start);
}

static Token take_based(Lexer *lexer, Place start, int base, const char *kind) {
    lexer->at += 2;
    if (lexer_peek(lexer, 0) == '_')
        lexer->at++;
    bool has_digits = is_digit_of(lexer_peek(lexer, 0), base);
    bool is_valid = has_digits && take_digits(lexer, base);
    char c = lexer_peek(lexer, 0);
    if (is_digit(c)) {
        lexer->at++;
        return lexer_error(lexer, "P0001", start, NULL, "invalid digit '%c' in %s literal", c, kind);
    }
    return is_valid ? finish(lexer, start, kind) : invalid_literal(lexer, start, kind);
}

/* Takes `e`, sign and digits if they are there. False for an exponent without digits. */
static bool take_exponent(Lexer *lexer) {
    if ((lexer_peek(lexer, 0) | 32) != 'e')
        return true;
    bool has_sign = lexer_peek(lexer, 1) == '+' || lexer_peek(lexer, 1) == '-';
    if (!is_digit(lexer_peek(lexer, has_sign ? 2 : 1)))
        return !has_sign; /* `1else` is fine; `1ex` is found by the check of the end */
    lexer->at += has_sign ? 2 : 1;
    return take_digits(lexer, 10);
}

static Token take_decimal(Lexer *lexer, Place start) {
    bool is_float = false;
    if (lexer_peek(lexer, 0) != '.' && !take_digits(lexer, 10))
        return invalid_literal(lexer, start, "decimal");
    uint32_t digits = lexer->at - start.offset;
    if (lexer_peek(lexer, 0) == '.') {
        lexer->at++;
        is_float = true;
        if (is_digit(lexer_peek(lexer, 0)) && !take_digits(lexer, 10))
            return invalid_literal(lexer, start, "decimal");
    }
    uint32_t mantissa_end = lexer->at;
    if (!take_exponent(lexer))
        return invalid_literal(lexer, start, "decimal");
    is_float |= lexer->at > mantissa_end;
    if ((lexer_peek(lexer, 0) | 32) == 'j') {
        lexer->at++;
        return finish(lexer, start, "imaginary");
    }
    const char *text = lexer->text + start.offset;
    if (!is_float && text[0] == '0' && strspn(text, "0_") < digits)
        return lexer_error(lexer, "P0001", start, "drop the zeros, or write 0o for octal",
                           "leading zeros in decimal integer literals are not permitted; "
                           "use an 0o prefix for octal integers");
    return finish(lexer, start, "decimal");
}

Token lexer_take_number(Lexer *lexer, Place start) {
    if (lexer_peek(lexer, 0) == '0')
        switch (lexer_peek(lexer, 1) | 32) {
        case 'x':
            return take_based(lexer, start, 16, "hexadecimal");
        case 'o':
            return take_based(lexer, start, 8, "octal");
        case 'b':
            return take_based(lexer, start, 2, "binary");
        default:
            break;
        }
    return take_decimal(lexer, start);
}
