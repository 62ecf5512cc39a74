/* Names, strings and numbers as they stand in the text form. */
#include "ir/text.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

const char *const hint_text[HINT_COUNT] = {"immutable", "vtable", "finalizer", "nolength", "exception"};

bool text_is_word(const char *name) {
    if (!isalpha((unsigned char)*name) && *name != '_')
        return false;
    for (; *name; name++)
        if (!isalnum((unsigned char)*name) && *name != '_' && *name != '.')
            return false;
    return true;
}

bool text_is_struct_word(const char *name) {
    static const char *const reserved[] = {
#define TYPE(kind, text, size) text,
#include "ir/type.def"
#undef TYPE
        "ptr", "array", "func"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (!strcmp(name, reserved[i]))
            return false;
    return text_is_word(name);
}

static char *put_escaped(char *at, unsigned char byte, bool ascii) {
    static const char digits[] = "0123456789abcdef";
    if (byte == '"' || byte == '\\') {
        *at++ = '\\';
        *at++ = (char)byte;
    } else if (byte < 32 || byte == 127 || (ascii && byte > 127)) {
        *at++ = '\\';
        *at++ = 'x';
        *at++ = digits[byte >> 4];
        *at++ = digits[byte & 15];
    } else {
        *at++ = (char)byte;
    }
    return at;
}

const char *text_quoted(Arena *arena, const char *text, size_t length, bool ascii) {
    char *out = arena_alloc(arena, length * 4 + 3), *at = out;
    *at++ = '"';
    for (size_t i = 0; i < length; i++)
        at = put_escaped(at, (unsigned char)text[i], ascii);
    *at = '"';
    return out;
}

const char *text_float(Arena *arena, double number) {
    if (isinf(number))
        return number < 0 ? "-inf" : "inf";
    if (isnan(number)) { /* bit by bit: a NaN has a sign and a payload */
        uint64_t bits;
        memcpy(&bits, &number, sizeof bits);
        return bits == 0x7ff8000000000000u ? "nan" : arena_printf(arena, "nan(0x%llx)", (unsigned long long)bits);
    }
    for (int precision = 15;; precision++) {
        const char *text = arena_printf(arena, "%.*g", precision, number);
        if (precision < 17 && strtod(text, NULL) != number)
            continue;
        return strpbrk(text, ".e") ? text : arena_printf(arena, "%s.0", text);
    }
}
