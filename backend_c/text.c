/* Buffered text building: amortised constant time a byte, no formatting on the common paths. */
#include "backend_c/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void reserve(Text *text, size_t more) {
    if (text->length + more + 1 <= text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity * 2 : 256;
    while (capacity < text->length + more + 1)
        capacity *= 2;
    char *bytes = arena_alloc(text->arena, capacity);
    if (text->length)
        memcpy(bytes, text->bytes, text->length);
    text->bytes = bytes;
    text->capacity = capacity;
}

void text_add_n(Text *text, const char *part, size_t length) {
    reserve(text, length);
    memcpy(text->bytes + text->length, part, length);
    text->length += length;
    text->bytes[text->length] = 0;
}

void text_add(Text *text, const char *part) {
    text_add_n(text, part, strlen(part));
}

void text_char(Text *text, char byte) {
    text_add_n(text, &byte, 1);
}

void text_int(Text *text, int64_t value) {
    char digits[24], *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--at = '-';
    text_add_n(text, at, (size_t)(digits + sizeof digits - at));
}

void text_all(Text *text, ...) {
    va_list parts;
    va_start(parts, text);
    for (const char *part; (part = va_arg(parts, const char *));)
        text_add(text, part);
    va_end(parts);
}

void text_printf(Text *text, const char *format, ...) {
    va_list parts, again;
    va_start(parts, format);
    va_copy(again, parts);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    reserve(text, (size_t)length + 1);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, parts);
    va_end(parts);
    text->length += (size_t)length;
}

static void literal_byte(Text *text, unsigned char byte) {
    if (byte == '\n') {
        text_add_n(text, "\\n", 2);
    } else if (byte < 32 || byte > 126 || byte == '?') { /* `?`: no trigraphs */
        char escape[4] = {'\\', (char)('0' + (byte >> 6)), (char)('0' + (byte >> 3 & 7)), (char)('0' + (byte & 7))};
        text_add_n(text, escape, 4);
    } else {
        if (byte == '"' || byte == '\\')
            text_char(text, '\\');
        text_char(text, (char)byte);
    }
}

void text_literal(Text *text, const char *bytes, size_t length) {
    text_char(text, '"');
    for (size_t i = 0; i < length; i++)
        literal_byte(text, (unsigned char)bytes[i]);
    text_char(text, '"');
}

const char *text_get(const Text *text) {
    return text->length ? text->bytes : "";
}
