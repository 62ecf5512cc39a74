/* Numbers as Python prints them, so that the C programs' output can be compared with the examples'. */
#ifndef PYTHON_TEXT_H
#define PYTHON_TEXT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char text[32];
} FloatText;

/* The shortest digits that read back as the number, with a point; for numbers that need no exponent. */
static inline FloatText float_text(double number) {
    FloatText made;
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(made.text, sizeof made.text, "%.*g", digits, number);
        if (strtod(made.text, NULL) == number) {
            break;
        }
    }
    if (!strpbrk(made.text, ".en")) {
        strcat(made.text, ".0");
    }
    return made;
}

#endif
