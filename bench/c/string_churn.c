/* Strings in great numbers: bench/programs/string_churn.py in C; with -DUSE_GC nothing is freed by hand. A string knows
 * its length, and what only serves to make one is on the stack. */
#include <stdio.h>
#include <string.h>
#include "memory.h"

#define KEPT 4096
#define OLD 24

typedef struct String {
    size_t length;
    char text[];
} String;

static String *new_key(long number, const String *old) {
    char digits[24];
    size_t count = (size_t)snprintf(digits, sizeof digits, "key-%ld:", number);
    size_t rest = old && old->length > OLD ? OLD : old ? old->length : 0;
    String *key = new_memory(sizeof *key + count + rest);
    key->length = count + rest;
    memcpy(key->text, digits, count);
    if (rest > 0) {
        memcpy(key->text + count, old->text, rest);
    }
    return key;
}

int main(int argc, char **argv) {
    START_MEMORY();
    long count = argc > 1 ? atol(argv[1]) : 1000000;
    String **kept = new_memory(KEPT * sizeof *kept);
    memset(kept, 0, KEPT * sizeof *kept);
    size_t total = 0, length = 0;
    for (long n = 0; n < count; n++) {
        String *key = new_key(n * 7919 % 1000003, kept[n * 31 % KEPT]);
        DROP(kept[n % KEPT]);
        kept[n % KEPT] = key;
        total += key->length + (unsigned char)key->text[key->length - 1];
    }
    for (int i = 0; i < KEPT; i++) {
        length += kept[i] ? kept[i]->length : 0;
        DROP(kept[i]);
    }
    DROP(kept);
    printf("%zu %zu\n", total, length);
}
