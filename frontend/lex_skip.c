/* Blocks of lines that are left for later. */
#include "frontend/lex.h"

#include <string.h>

static bool begins_with(const char *line, const char *const *words) {
    for (; words && *words; words++)
        if (!strncmp(line, *words, strlen(*words)))
            return true;
    return false;
}

uint32_t lexer_skip_block(Lexer *lexer, uint32_t column, const char *const *words) {
    uint32_t at = lexer->at, lines = 0;
    while (at < lexer->limit) {
        const char *line = lexer->text + at, *first = line;
        while (*first == ' ')
            first++;
        bool is_empty = *first == '\n' || *first == '#';
        if (!is_empty && (uint32_t)(first - line) <= column)
            break;
        if (begins_with(first, words))
            return 0;
        const char *end = memchr(first, '\n', lexer->limit - (uint32_t)(first - lexer->text));
        at = end ? (uint32_t)(end + 1 - lexer->text) : lexer->limit;
        lines++;
    }
    lexer->at = lexer->line_start = at;
    lexer->line += lines;
    return at;
}
