/* The values of numeric literals. */
#include "frontend/parse.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DECIMAL_DIGITS = 4300, MAX_BASED_DIGITS = 100000 };

/* The literal without underscores. */
static char *clean_digits(Parser *parser, const Token *token) {
    const char *source = parser->lexer.text + token->start;
    uint32_t length = token->end - token->start, count = 0;
    char *digits = arena_alloc(parser->arena, length + 1);
    for (uint32_t i = 0; i < length; i++)
        if (source[i] != '_')
            digits[count++] = source[i];
    return digits;
}

static int base_of(const char *digits) {
    if (digits[0] != '0')
        return 10;
    char letter = digits[1] | 32;
    return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
}

static int digit_value(char c) {
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* The value if it fits in 63 bits. */
static bool small_value(const char *digits, int base, int64_t *value) {
    *value = 0;
    for (; *digits; digits++)
        if (__builtin_mul_overflow(*value, (int64_t)base, value) ||
            __builtin_add_overflow(*value, (int64_t)digit_value(*digits), value))
            return false;
    return true;
}

/* Writes a number given in units of 10**9, least significant first. */
static char *print_units(Parser *parser, const uint32_t *units, int count) {
    char *text = arena_alloc(parser->arena, (size_t)count * 9 + 1);
    char *out = text + (size_t)count * 9;
    for (int i = 0; i < count; i++)
        for (uint32_t unit = units[i], j = 0; j < 9; j++, unit /= 10)
            *--out = (char)('0' + unit % 10);
    while (*out == '0' && out[1])
        out++;
    return out;
}

/* Decimal digits of a number written in base 2, 8 or 16. Quadratic, hence the limit of its caller. */
static char *to_decimal(Parser *parser, const char *digits, int base) {
    int count = 1;
    uint32_t *units = arena_alloc(parser->arena, (strlen(digits) * 4 / 29 + 2) * sizeof *units);
    while (*digits) {
        uint64_t carry = 0, factor = 1; /* of the next digits, at most seven at once */
        for (int i = 0; i < 7 && *digits; i++, digits++, factor *= (uint64_t)base)
            carry = carry * (uint64_t)base + (uint64_t)digit_value(*digits);
        for (int i = 0; i < count; i++) {
            carry += units[i] * factor;
            units[i] = (uint32_t)(carry % 1000000000);
            carry /= 1000000000;
        }
        if (carry)
            units[count++] = (uint32_t)carry;
    }
    return print_units(parser, units, count);
}

static void check_size(Parser *parser, const Token *token, size_t digits, int base) {
    if (base == 10 && digits > MAX_DECIMAL_DIGITS)
        parser_fail_now(parser, "P0001", token->range, "consider hexadecimal for huge integer literals",
                        "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits",
                        MAX_DECIMAL_DIGITS, digits);
    if (digits > MAX_BASED_DIGITS)
        parser_fail_now(parser, "P0004", token->range, NULL, "integer literal of more than %d digits is not supported",
                        MAX_BASED_DIGITS);
}

static void integer_value(Parser *parser, const Token *token, char *digits, Ast *node) {
    int base = base_of(digits);
    if (base != 10)
        digits += 2;
    while (digits[0] == '0' && digits[1])
        digits++;
    if (small_value(digits, base, &node->integer))
        return;
    size_t count = strlen(digits);
    check_size(parser, token, count, base);
    node->text = base == 10 ? digits : to_decimal(parser, digits, base);
    node->length = (uint32_t)strlen(node->text);
    node->integer = 0;
}

Ast *parse_number(Parser *parser) {
    Start start = parser_start(parser);
    Token token = parser_take(parser);
    char *digits = clean_digits(parser, &token);
    size_t length = strlen(digits);
    bool is_based = base_of(digits) != 10, is_imaginary = !is_based && (digits[length - 1] | 32) == 'j';
    bool is_float = !is_based && !is_imaginary && strpbrk(digits, ".eE");
    Ast *node = parser_node(parser, is_imaginary ? AST_COMPLEX : is_float ? AST_FLOAT : AST_INT, start);
    if (is_imaginary)
        digits[length - 1] = '\0';
    if (is_imaginary || is_float)
        node->number = strtod(digits, NULL);
    else
        integer_value(parser, &token, digits, node);
    return node;
}
