/* A growing piece of text in an arena: all C is written through it. */
#ifndef BACKEND_C_TEXT_H
#define BACKEND_C_TEXT_H

#include "ir/arena.h"

typedef struct Text {
    Arena *arena;
    char *bytes; /* NUL-terminated once something was added; NULL before */
    size_t length, capacity;
} Text;

void text_add(Text *text, const char *part);
void text_add_n(Text *text, const char *part, size_t length);
void text_char(Text *text, char byte);
void text_int(Text *text, int64_t value);
/* Appends the parts up to a terminating NULL. */
void text_all(Text *text, ...) __attribute__((sentinel));
/* For the rare places where speed does not matter. */
void text_printf(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* `length` bytes as a C string literal, quotes included: printable ASCII stays, the rest is octal. */
void text_literal(Text *text, const char *bytes, size_t length);
/* The text so far, never NULL. */
const char *text_get(const Text *text);

#endif
