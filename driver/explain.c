/* `weft explain`: what a diagnostic's code means, at length. */
#include "driver/command.h"

#include <string.h>

typedef struct Explanation {
    const char *code, *title, *why, *example, *remedy;
} Explanation;

static const Explanation explanations[] = {
#define EXPLAIN(code, title, why, example, remedy) {code, title, why, example, remedy},
#include "driver/explain.def"
#undef EXPLAIN
};

enum { COUNT = sizeof explanations / sizeof *explanations, WIDTH = 96 };

/* Prints running text with lines of at most WIDTH columns. */
static void put_text(const char *text) {
    int column = 0;
    while (*text) {
        int length = (int)strcspn(text, " ");
        if (column && column + 1 + length > WIDTH) {
            putchar('\n');
            column = 0;
        }
        column += printf("%s%.*s", column ? " " : "", length, text);
        text += length;
        text += strspn(text, " ");
    }
    putchar('\n');
}

static void put_example(const char *text) {
    putchar('\n');
    while (*text) {
        int length = (int)strcspn(text, "\n");
        printf("%s%.*s\n", length ? "    " : "", length, text);
        text += length + (text[length] == '\n');
    }
    putchar('\n');
}

static void explain(const Explanation *row) {
    printf("%s: %s\n\n", row->code, row->title);
    put_text(row->why);
    put_example(row->example);
    put_text(row->remedy);
}

static const Explanation *find(const char *code) {
    for (int i = 0; i < COUNT; i++)
        if (!strcasecmp(explanations[i].code, code))
            return &explanations[i];
    return NULL;
}

static ExitCode unknown(const char *code) {
    const char *codes[COUNT];
    for (int i = 0; i < COUNT; i++)
        codes[i] = explanations[i].code;
    const char *nearest = help_nearest(code, codes, COUNT);
    if (nearest)
        say("explain: unknown code '%s': did you mean '%s'?", code, nearest);
    else
        say("explain: unknown code '%s' (`weft explain` lists them)", code);
    return EXIT_USAGE;
}

ExitCode command_explain(Arena *arena, const Options *options) {
    (void)arena;
    for (int i = 0; i < COUNT && !options->operand_count; i++)
        printf("%s  %s\n", explanations[i].code, explanations[i].title);
    for (int i = 0; i < options->operand_count; i++) {
        const Explanation *row = find(options->operands[i]);
        if (!row)
            return unknown(options->operands[i]);
        if (i)
            putchar('\n');
        explain(row);
    }
    return EXIT_FINE;
}
