/* Floats and their texts. All conversions are the C library's, which are exact in both directions; nothing here
 * rounds. No locale is ever set, so the decimal point is a point.
 */
#include "weft.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- shortest text that reads back ------------------------------------------------------------------ */

/* |x| as d.ddd × 10^exponent; digits without trailing zeros. */
typedef struct Decimal {
    char digits[20];
    int count;
    int exponent;
} Decimal;

static double decimal_value(const Decimal *decimal) {
    char text[40];
    snprintf(text, sizeof text, "%c.%se%d", decimal->digits[0], decimal->digits + 1, decimal->exponent);
    return strtod(text, NULL);
}

/* The decimal of `count` digits that is nearest to x; gives what it reads back as. */
static double nearest_decimal(double x, int count, Decimal *decimal) {
    char text[40];
    snprintf(text, sizeof text, "%.*e", count - 1, x);
    const char *mark = strchr(text, 'e');
    decimal->exponent = atoi(mark + 1);
    decimal->count = count;
    decimal->digits[0] = text[0];
    if (count > 1)
        memcpy(decimal->digits + 1, text + 2, (size_t)count - 1);
    decimal->digits[count] = '\0';
    return strtod(text, NULL);
}

/* The next larger decimal of as many digits. */
static void decimal_increment(Decimal *decimal) {
    int at = decimal->count - 1;
    while (at >= 0 && decimal->digits[at] == '9')
        decimal->digits[at--] = '0';
    if (at >= 0) {
        decimal->digits[at]++;
        return;
    }
    decimal->digits[0] = '1'; /* 99..9 became 00..0 */
    decimal->exponent++;
}

/* Whether some decimal of `count` digits reads back as x; the one nearest to x is stored. If the nearest of all
 * does not, only one further away on the upper side can: a power of two has twice as many neighbours' worth of room
 * above as below, so a larger decimal may be accepted where a nearer smaller one is not. */
static bool decimal_of(double x, int count, Decimal *decimal) {
    double value = nearest_decimal(x, count, decimal);
    if (value < x) {
        decimal_increment(decimal);
        value = decimal_value(decimal);
    }
    return value == x;
}

/* x > 0 and finite. In the normal range any decimal of up to DBL_DIG digits survives the way through a double, so if
 * one reads back as x, rounding x to DBL_DIG digits gives it, followed by zeros. */
static void shortest_decimal(double x, Decimal *decimal) {
    int count = x >= DBL_MIN ? DBL_DIG : 1;
    while (!decimal_of(x, count, decimal))
        count++;
    while (decimal->count > 1 && decimal->digits[decimal->count - 1] == '0')
        decimal->digits[--decimal->count] = '\0';
}

__extension__ typedef unsigned __int128 wide;

enum { EXACT_POWERS = 22 }; /* times a mantissa these still fit 128 bits */

static wide power_of_ten(int exponent) {
    wide power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

/* The integer nearest to mantissa / 2^shift × power, of two the even one. Whether it is from `least` up to ten times
 * that and reads back. */
static bool digits_of(uint64_t mantissa, int shift, wide power, uint64_t least, uint64_t *digits) {
    wide exact = mantissa * power, half = (wide)1 << (shift - 1);
    wide nearest = (exact + half) >> shift;
    wide back = nearest << shift, off = back > exact ? back - exact : exact - back;
    nearest -= off == half && (nearest & 1);
    *digits = (uint64_t)nearest;
    return nearest >= least && nearest < (wide)least * 10 && off * 2 < power;
}

static void store_digits(uint64_t digits, int exponent, Decimal *decimal) {
    char text[24];
    int at = sizeof text;
    while (digits % 10 == 0)
        digits /= 10;
    for (; digits; digits /= 10)
        text[--at] = (char)('0' + digits % 10);
    decimal->count = (int)sizeof text - at;
    decimal->exponent = exponent;
    memcpy(decimal->digits, text + at, (size_t)decimal->count);
    decimal->digits[decimal->count] = '\0';
}

/* The same as shortest_decimal for usual numbers, in integers: a decimal reads back as x if it is nearer to x than half
 * the way to the next double. False for other numbers: powers of two (whose neighbours are at unequal distances), and
 * where the logarithm is a little off. */
static bool shortest_usual(double x, Decimal *decimal) {
    if (x < 1e-5 || x >= 1e15)
        return false;
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(x, &exponent), 53), digits, least = 100000000000000;
    int first = (int)floor(log10(x)), shift = 53 - exponent;
    if (mantissa == (uint64_t)1 << 52 || first >= DBL_DIG)
        return false;
    wide power = power_of_ten(DBL_DIG - 1 - first);
    for (int count = DBL_DIG; count <= 17 && count - 1 - first <= EXACT_POWERS; count++, least *= 10, power *= 10)
        if (digits_of(mantissa, shift, power, least, &digits)) {
            store_digits(digits, first, decimal);
            return true;
        }
    return false;
}

static int64_t put_exponential(const Decimal *decimal, char *to) {
    int length = sprintf(to, "%c%s%s", decimal->digits[0], decimal->count > 1 ? "." : "", decimal->digits + 1);
    return length + sprintf(to + length, "e%c%02d", decimal->exponent < 0 ? '-' : '+', abs(decimal->exponent));
}

static char *put(char *to, const char *from, int count) {
    memcpy(to, from, (size_t)count);
    return to + count;
}

static int64_t put_fraction(const Decimal *decimal, char *to) {
    char *at = put(to, "0.0000", 1 - decimal->exponent);
    return put(at, decimal->digits, decimal->count) - to;
}

static int64_t put_positional(const Decimal *decimal, char *to) {
    int whole = decimal->exponent + 1;
    if (whole < decimal->count) {
        char *at = put(put(to, decimal->digits, whole), ".", 1);
        return put(at, decimal->digits + whole, decimal->count - whole) - to;
    }
    char *at = put(to, decimal->digits, decimal->count);
    at = put(at, "0000000000000000", whole - decimal->count);
    return put(at, ".0", 2) - to;
}

static int64_t put_finite(double x, char *to) {
    Decimal decimal;
    if (x == 0)
        return sprintf(to, "0.0");
    if (!shortest_usual(x, &decimal))
        shortest_decimal(x, &decimal);
    if (decimal.exponent < -4 || decimal.exponent >= 16)
        return put_exponential(&decimal, to);
    return decimal.exponent < 0 ? put_fraction(&decimal, to) : put_positional(&decimal, to);
}

int64_t weft_float_repr(double x, weft_address to) {
    char text[40];
    int64_t length = 0;
    if (isnan(x)) {
        length = sprintf(text, "nan");
    } else {
        if (signbit(x))
            text[length++] = '-';
        length += isinf(x) ? sprintf(text + length, "inf") : put_finite(fabs(x), text + length);
    }
    memcpy(to, text, (size_t)length);
    return length;
}

/* ---- formats ---------------------------------------------------------------------------------------------- */

enum { FORMAT_LIMIT = 1600 };

/* |x| times a power of ten, rounded as printf does: exactly, to even where it lies in the middle. x is m × 2^-shift,
 * so the product fits 128 bits. False if it is not below 2^64. */
static bool scaled(double x, int precision, uint64_t *result) {
    static const uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    int exponent;
    wide product = (wide)(uint64_t)ldexp(frexp(fabs(x), &exponent), 53) * powers[precision];
    int shift = 53 - exponent;
    if (shift <= 0 || shift > 100) { /* a large number; one below 10^-14 */
        *result = 0;
        return shift > 100;
    }
    wide quotient = product >> shift, rest = product - (quotient << shift), half = (wide)1 << (shift - 1);
    quotient += rest > half || (rest == half && (quotient & 1));
    *result = (uint64_t)quotient;
    return quotient >> 64 == 0;
}

/* %.*f without a C library's care for all cases; 0 where it is needed. */
static int64_t put_fixed(double x, int precision, char *to) {
    uint64_t digits;
    if (precision > 9 || !isfinite(x) || !scaled(x, precision, &digits))
        return 0;
    char text[32];
    int at = sizeof text, left = precision;
    do {
        if (left-- == 0 && precision)
            text[--at] = '.';
        text[--at] = (char)('0' + digits % 10);
        digits /= 10;
    } while (digits || left >= 0);
    if (signbit(x))
        text[--at] = '-';
    memcpy(to, text + at, sizeof text - (size_t)at);
    return (int64_t)sizeof text - at;
}

int64_t weft_float_format(double x, int64_t type, int64_t precision, int64_t flags, weft_address to) {
    int64_t fixed = type == 'f' && !flags ? put_fixed(x, (int)precision, to) : 0;
    if (fixed)
        return fixed;
    char format[8], text[FORMAT_LIMIT + 1];
    if (isnan(x))
        x = fabs(x); /* no sign, as Python */
    snprintf(format, sizeof format, "%%%s.*%c", flags & 1 ? "#" : "", (char)type);
    int length = snprintf(text, sizeof text, format, (int)precision, x);
    if (length > FORMAT_LIMIT)
        length = FORMAT_LIMIT;
    memcpy(to, text, (size_t)length);
    return length;
}

/* ---- reading ---------------------------------------------------------------------------------------------- */

static const char *skip_digits(const char *at) {
    while (isdigit((unsigned char)*at))
        at++;
    return at;
}

/* The end of digits [. digits] [e [+-] digits] with at least one digit before the exponent; NULL if there is no number.
 */
static const char *skip_number(const char *at) {
    const char *end = skip_digits(at);
    bool has_digits = end > at;
    if (*end == '.') {
        const char *fraction = end + 1;
        end = skip_digits(fraction);
        has_digits |= end > fraction;
    }
    if (!has_digits)
        return NULL;
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1 + (end[1] == '+' || end[1] == '-');
        if (!isdigit((unsigned char)*exponent))
            return NULL;
        end = skip_digits(exponent);
    }
    return end;
}

static bool is_word(const char *text, const char *word) {
    while (*text && tolower((unsigned char)*text) == *word) {
        text++;
        word++;
    }
    return *text == '\0' && *word == '\0';
}

static bool is_float_text(const char *text, const char *end) {
    text += *text == '+' || *text == '-';
    if (is_word(text, "inf") || is_word(text, "infinity") || is_word(text, "nan"))
        return true;
    return skip_number(text) == end;
}

/* Digits with at most one point among them, few enough to be exact: their quotient is rounded once, so it is right. */
static bool parse_usual(const char *text, int64_t length, double *result) {
    int64_t value = 0;
    int point = -1;
    double power = 1;
    if (length > DBL_DIG + 1 || length == 0 || !isdigit((unsigned char)text[length - 1]))
        return false;
    for (int i = 0; i < length; i++)
        if (isdigit((unsigned char)text[i])) {
            value = value * 10 + (text[i] - '0');
            power *= point < 0 ? 1 : 10;
        } else if (text[i] == '.' && point < 0) {
            point = i;
        } else {
            return false;
        }
    *result = (double)value / power;
    return point >= 0 || length <= DBL_DIG;
}

int64_t weft_float_parse(weft_address text, int64_t length, weft_address result) {
    double usual;
    if (parse_usual(text, length, &usual)) {
        memcpy(result, &usual, sizeof usual);
        return 1;
    }
    char small[128];
    char *copy = (size_t)length < sizeof small ? small : malloc((size_t)length + 1);
    if (copy == NULL)
        return 0;
    memcpy(copy, text, (size_t)length);
    copy[length] = '\0';
    bool is_float = strlen(copy) == (size_t)length && is_float_text(copy, copy + length);
    if (is_float) {
        double value = strtod(copy, NULL);
        memcpy(result, &value, sizeof value);
    }
    if (copy != small)
        free(copy);
    return is_float;
}

/* ---- parts --------------------------------------------------------------------------------------------------- */

double weft_ldexp(double x, int64_t exponent) {
    int clamped = exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : (int)exponent;
    return ldexp(x, clamped);
}

double weft_frexp_mantissa(double x) {
    int exponent;
    return frexp(x, &exponent);
}

int64_t weft_frexp_exponent(double x) {
    int exponent = 0;
    if (isfinite(x))
        frexp(x, &exponent);
    return exponent;
}
