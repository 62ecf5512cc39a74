/* Dhrystone: examples/pystone.py in C. Records are allocated where the Python program makes them; texts are pointers to
 * constants, and places in them are bytes. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "memory.h"

typedef enum { IDENT_1, IDENT_2, IDENT_3, IDENT_4, IDENT_5 } Ident;

#define SIDE 51

static const char some_string[] = "DHRYSTONE PROGRAM, SOME STRING";
static const char first_string[] = "DHRYSTONE PROGRAM, 1'ST STRING";
static const char second_string[] = "DHRYSTONE PROGRAM, 2'ND STRING";
static const char third_string[] = "DHRYSTONE PROGRAM, 3'RD STRING";

typedef struct Record {
    struct Record *next_record;
    Ident discriminant, enumeration;
    long number;
    const char *text;
} Record;

static long world_number;
static bool world_flag;
static char first_char, second_char;
static long vector[SIDE], matrix[SIDE][SIDE];
static Record *world_record;

static Record *new_record(Record *next, Ident enumeration, long number, const char *text) {
    Record *record = new_memory(sizeof *record);
    *record = (Record){next, IDENT_1, enumeration, number, text};
    return record;
}

static Record *copy_record(const Record *record) {
    Record *made = new_memory(sizeof *made);
    *made = *record;
    return made;
}

static long add_two(long a, long b) {
    long local = a + 2;
    return b + local;
}

static bool is_third(Ident enumeration) {
    return enumeration == IDENT_3;
}

static Ident next_enumeration(Ident enumeration) {
    Ident result = is_third(enumeration) ? enumeration : IDENT_4;
    switch (enumeration) {
    case IDENT_1:
        return IDENT_1;
    case IDENT_2:
        return world_number > 100 ? IDENT_1 : IDENT_4;
    case IDENT_3:
        return IDENT_2;
    case IDENT_5:
        return IDENT_3;
    default:
        return result;
    }
}

static Record *advance_record(Record *record) {
    if (world_record) {
        record = world_record->next_record;
    } else {
        world_number = 100;
    }
    world_record->number = add_two(10, world_number);
    return record;
}

/* The record that was the next one is nobody's afterwards. */
static Record *transform_record(Record *record) {
    Record *old = record->next_record, *following = copy_record(world_record);
    record->next_record = following;
    record->number = 5;
    following->number = record->number;
    following->next_record = record->next_record;
    following->next_record = advance_record(following->next_record);
    if (following->discriminant == IDENT_1) {
        following->number = 6;
        following->enumeration = next_enumeration(record->enumeration);
        following->next_record = world_record->next_record;
        following->number = add_two(following->number, 10);
    } else {
        record = copy_record(following);
    }
    DROP(old);
    return record;
}

static long count_down(long number) {
    long result = number + 10;
    Ident enumeration = IDENT_2;
    do {
        if (first_char == 'A') {
            result--;
            number = result - world_number;
            enumeration = IDENT_1;
        }
    } while (enumeration != IDENT_1);
    return number;
}

static void set_second_char(void) {
    bool flag = first_char == 'A';
    world_flag = flag || world_flag;
    second_char = 'B';
}

static void set_first_char(void) {
    first_char = 'A';
    world_flag = false;
}

static void fill_arrays(long a, long b) {
    long place = a + 5;
    vector[place] = b;
    vector[place + 1] = vector[place];
    vector[place + 30] = place;
    for (long column = place; column < place + 2; column++) {
        matrix[place][column] = place;
    }
    matrix[place][place - 1]++;
    matrix[place + 20][place] = vector[place];
    world_number = 5;
}

static Ident compare_chars(char a, char b) {
    char first = a, second = first;
    if (second != b) {
        return IDENT_1;
    }
    first_char = first;
    return IDENT_2;
}

static bool compare_strings(const char *a, const char *b) {
    int place = 2;
    char found = ' ';
    while (place <= 2) {
        if (compare_chars(a[place], b[place + 1]) == IDENT_1) {
            found = 'A';
            place++;
        }
    }
    if ('W' <= found && found < 'Z') {
        place = 7;
    }
    if (found == 'R') {
        return true;
    }
    if (strcmp(a, b) > 0) {
        world_number = place + 7;
        return true;
    }
    return false;
}

/* ---- the checks at the end: 1 if a value is wrong, else 0 ------------------------------------------ */

static int check(const char *part, const char *name, long value, long expected) {
    printf("%s%s: %ld\n", part, name, value);
    if (value != expected) {
        printf("  should be %ld\n", expected);
    }
    return value != expected;
}

static int check_text(const char *part, const char *name, const char *value, const char *expected) {
    printf("%s%s: %s\n", part, name, value);
    return strcmp(value, expected) != 0;
}

static int check_record(const char *part, const Record *record, Ident enumeration, long number) {
    int wrong = check(part, " discriminant", record->discriminant, IDENT_1);
    wrong += check(part, " enumeration", record->enumeration, enumeration);
    wrong += check(part, " number", record->number, number);
    return wrong + check_text(part, " text", record->text, some_string);
}

static int check_world(long passes) {
    int wrong = check("", "number", world_number, 5);
    printf("flag: %s\n", world_flag ? "True" : "False");
    wrong += !world_flag;
    wrong += check_text("", "characters", (char[]){first_char, second_char, 0}, "AB");
    wrong += check("", "vector", vector[8], 7);
    wrong += check("", "matrix", matrix[8][7], passes + 10);
    wrong += check_record("record", world_record, IDENT_3, 17);
    return wrong + check_record("next record", world_record->next_record, IDENT_2, 18);
}

/* ---- the loop ---------------------------------------------------------------------------------------- */

static int run(long passes) {
    const char *text_1 = first_string, *text_2 = "";
    long a = 0, b = 0, c = 0;
    Ident enumeration = IDENT_1;
    matrix[8][7] = 10;
    for (long index = 1; index <= passes; index++) {
        set_first_char();
        set_second_char();
        a = 2;
        b = 3;
        text_2 = second_string;
        enumeration = IDENT_2;
        world_flag = !compare_strings(text_1, text_2);
        while (a < b) {
            c = 5 * a - b;
            c = add_two(a, b);
            a++;
        }
        fill_arrays(a, c);
        world_record = transform_record(world_record);
        for (char letter = 'A'; letter <= second_char; letter++) {
            if (enumeration == compare_chars(letter, 'C')) {
                enumeration = next_enumeration(IDENT_1);
                text_2 = third_string;
                b = index;
                world_number = index;
            }
        }
        b = b * a;
        a = b / c;
        b = 7 * (b - c) - a;
        a = count_down(a);
    }
    int wrong = check("local ", "numbers", a * 10000 + b * 100 + c, 51307);
    wrong += check("local ", "enumeration", enumeration, IDENT_2);
    wrong += check_text("first ", "text", text_1, first_string);
    return wrong + check_text("second ", "text", text_2, second_string);
}

int main(int argc, char **argv) {
    START_MEMORY();
    long passes = argc > 1 ? atol(argv[1]) : 2000000;
    world_record = new_record(new_record(NULL, IDENT_1, 0, ""), IDENT_3, 40, some_string);
    int wrong = run(passes);
    wrong += check_world(passes);
    printf("%ld passes, %d wrong values\n", passes, wrong);
}
