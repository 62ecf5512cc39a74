/* UTF-8, and which characters beyond ASCII make identifiers. */
#include "frontend/lex.h"

uint32_t lexer_utf8_decode(const char *text, int *length) {
    const uint8_t *b = (const uint8_t *)text;
    if (b[0] < 0x80) {
        *length = 1;
        return b[0];
    }
    *length = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    uint32_t character = b[0] & (0x7Fu >> *length);
    for (int i = 1; i < *length; i++)
        character = character << 6 | (b[i] & 0x3F);
    return character;
}

int lexer_utf8_encode(uint32_t character, char *out) {
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    int length = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (int i = length - 1; i > 0; i--, character >>= 6)
        out[i] = (char)(0x80 | (character & 0x3F));
    out[0] = (char)(0xF00u >> length | character);
    return length;
}

typedef struct CharRange {
    uint32_t first, last;
} CharRange;

static const CharRange start_ranges[] = {
#define START(first, last) {first, last},
#include "frontend/identifier.def"
};

static const CharRange part_ranges[] = {
#define PART(first, last) {first, last},
#include "frontend/identifier.def"
};

static const CharRange changed_ranges[] = {
#define CHANGED(first, last) {first, last},
#include "frontend/identifier.def"
};

static bool is_in(const CharRange *ranges, size_t count, uint32_t character) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (ranges[middle].last < character)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && ranges[low].first <= character;
}

bool lexer_is_name_start(uint32_t character) {
    return is_in(start_ranges, sizeof start_ranges / sizeof *start_ranges, character);
}

bool lexer_is_name_part(uint32_t character) {
    return lexer_is_name_start(character) || is_in(part_ranges, sizeof part_ranges / sizeof *part_ranges, character);
}

bool lexer_is_changed_name_part(uint32_t character) {
    return is_in(changed_ranges, sizeof changed_ranges / sizeof *changed_ranges, character);
}
