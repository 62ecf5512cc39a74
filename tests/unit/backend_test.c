/* Tests of the C backend's text: names, marks of tracebacks, where units are cut, and what changes of a program change
 * in its files. What the generated code computes is tested in backend_run_test.c. */
#include "tests/unit/backend_support.h"
#include "tests/unit/eval_support.h"
#include "tests/unit/suites.h"

#include "backend_c/emit.h"
#include "backend_c/trace.h"

#include <string.h>

/* ---- names ---- */

START_TEST(test_names) {
    static const char *const names[] = {"a.b",  "a__b",   "a._b",    "a_.b",    "a_b",    "a___b",      "aZb",
                                        "aZZb", "a[b]",   "a<b>",    "_a",      "__a__",  "a_",         "a..b",
                                        "a,b",  "a b",    "é",       "a#2",     "main.f", "__main__.f", "f",
                                        "Zff",  "data.f", "trace.f", "place.f", "Zmain.f"};
    enum { COUNT = sizeof names / sizeof *names };
    Arena *arena = arena_new();
    const char *symbols[COUNT];
    for (int i = 0; i < COUNT; i++) {
        symbols[i] = name_function(arena, names[i]);
        ck_assert_uint_eq(strspn(symbols[i], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"),
                          strlen(symbols[i]));
        for (int j = 0; j < i; j++)
            ck_assert_msg(strcmp(symbols[i], symbols[j]) != 0, "%s and %s are both %s", names[i], names[j], symbols[i]);
    }
    ck_assert_str_eq(name_function(arena, "__main__.Point.norm2"), "main__Point__norm2");
    ck_assert_str_eq(name_local(arena, "__x.y__z_"), "xy_z");
    arena_free(arena);
}
END_TEST

/* ---- marks: expectations are what CPython 3.11 prints ---- */

static const struct {
    const char *line;
    uint32_t from, to; /* columns in bytes */
    const char *marks;
} caret_cases[] = {
    {"    (1) + ''", 4, 12, "~~^~~~~~"},
    {"    (1 + 2)  // (0)", 4, 19, "~~~~~~^~~~~~~~~"},
    {"    [1][ (3) ]", 4, 14, "~~~^^^^^~~"},
    {"    (([1]))[3]", 4, 14, "~~~~~^^^^^"},
    {"    (3)*(2)/(0)", 4, 15, "~~~~~~~^^~~"},
    {"    x[ 5 ] = 3", 4, 10, "~^^^^~"},
    {"    d['\xc3\xa9'] + d[1 ]", 4, 11, "~^^^^^"},
    {"    \xc3\xa9  /0", 4, 10, "~~~^~"},
    {"    a /= 0", 4, 10, NULL},
    {"    f = lambda: 1/0; f()", 21, 24, "                 ^^^"},
    {"    f = lambda: 1/0; f()", 16, 19, "            ~^~"},
    {"    not (1/0)", 9, 12, "     ~^~"},
    {"    raise ValueError(1)", 4, 23, NULL},
    {"    len(3) ;x=2", 4, 10, "^^^^^^"},
    {"    return a ** -b + \"x+y\"", 11, 26, "       ~~~~~~~~^~~~~~~"},
    {"    return -a ** b", 11, 18, "       ^^^^^^^"},
    {"    return a.b[c](d)", 11, 17, "       ~~~^^^"},
    {"    return a < b", 11, 16, "       ^^^^^"},
    {"    return f(a, b + c)", 16, 21, "            ~~^~~"},
};

START_TEST(test_marks) {
    Arena *arena = arena_new();
    const char *line = caret_cases[_i].line, *wanted = caret_cases[_i].marks;
    Pos pos = {NULL, "f", NULL, 1, caret_cases[_i].from, 1, caret_cases[_i].to};
    const char *marks = caret_marks(arena, line, (int)strlen(line), &pos);
    ck_assert_msg(!marks == !wanted && (!marks || !strcmp(marks, wanted)), "%s\n    %s\nnot %s", line, marks, wanted);
    arena_free(arena);
}
END_TEST

/* ---- units ---- */

enum { ITEMS = 2000 };

/* Numbers of the items that begin a chunk; `skip` is left out, `grown` costs more. */
static int find_cuts(int *cuts, int skip, int grown) {
    Chunker chunker = {.target = 400};
    int count = 0;
    for (int i = 0; i < ITEMS; i++) {
        char name[32];
        snprintf(name, sizeof name, "module.function_%d", i);
        if (i != skip && chunk_begins(&chunker, name, i == grown ? 60 : 10 + i % 7))
            cuts[count++] = i;
    }
    return count;
}

static int count_common(const int *a, int a_count, const int *b, int b_count) {
    int common = 0;
    for (int i = 0; i < a_count; i++)
        for (int j = 0; j < b_count; j++)
            common += a[i] == b[j];
    return common;
}

START_TEST(test_chunks) {
    int cuts[ITEMS], others[ITEMS];
    int count = find_cuts(cuts, -1, -1);
    ck_assert_int_gt(count, 30);
    ck_assert_int_lt(count, 130);
    int without = find_cuts(others, 1000, -1);
    ck_assert_int_ge(count_common(cuts, count, others, without), count - 3);
    int grown = find_cuts(others, -1, 1000);
    ck_assert_int_ge(count_common(cuts, count, others, grown), count - 3);
}
END_TEST

/* ---- stability ---- */

static const char stable_path[] = "tests/backend/stable.ir";

/* The program with some text replaced by another, emitted. */
static COutput *emit_changed(Arena *arena, const char *from, const char *to) {
    size_t length;
    const char *text = backend_read_file(arena, stable_path, &length);
    Text changed = {.arena = arena};
    for (const char *found; from && (found = strstr(text, from)); text = found + strlen(from)) {
        text_add_n(&changed, text, (size_t)(found - text));
        text_add(&changed, to);
    }
    ck_assert(!from || changed.length);
    text_add(&changed, text);
    Program *program = eval_test_parse(arena, stable_path, text_get(&changed), true);
    backend_transform(program);
    return backend_c_emit(arena, program, &(BackendOptions){.cc = "cc", .output = "prog", .unit_cost = 20});
}

static const CFile *find_file(const COutput *output, const char *name) {
    for (int i = 0; i < output->count; i++)
        if (!strcmp(output->files[i].name, name))
            return &output->files[i];
    return NULL;
}

/* How many C files whose name begins so differ or are new. */
static int count_changed(const COutput *before, const COutput *after, const char *prefix) {
    int changed = 0;
    for (int i = 0; i < after->count; i++) {
        if (strncmp(after->files[i].name, prefix, strlen(prefix)))
            continue;
        const CFile *file = find_file(before, after->files[i].name);
        changed += !file || strcmp(file->text, after->files[i].text) != 0;
    }
    return changed;
}

static int count_files(const COutput *output, const char *prefix) {
    int count = 0;
    for (int i = 0; i < output->count; i++)
        count += !strncmp(output->files[i].name, prefix, strlen(prefix));
    return count;
}

START_TEST(test_deterministic) {
    Arena *arena = arena_new();
    COutput *first = emit_changed(arena, NULL, NULL), *second = emit_changed(arena, NULL, NULL);
    ck_assert_int_eq(first->count, second->count);
    ck_assert_int_eq(count_changed(first, second, ""), 0);
    ck_assert_int_gt(count_files(first, "unit_"), 1);
    arena_free(arena);
}
END_TEST

START_TEST(test_moved_lines) {
    Arena *arena = arena_new();
    COutput *before = emit_changed(arena, NULL, NULL), *after = emit_changed(arena, " !1", " !21");
    ck_assert_int_gt(count_files(before, "trace_"), 1);
    ck_assert_int_eq(count_changed(before, after, C_PLACES_FILE), 1);
    ck_assert_int_eq(count_changed(before, after, ""), 1);
    arena_free(arena);
}
END_TEST

START_TEST(test_changed_body) {
    Arena *arena = arena_new();
    COutput *before = emit_changed(arena, NULL, NULL), *after = emit_changed(arena, "4711", "4712");
    ck_assert_int_eq(count_changed(before, after, "unit_"), 1);
    ck_assert_int_eq(count_changed(before, after, ""), 1);
    arena_free(arena);
}
END_TEST

/* A new class moves the ids of others: only their header and the program's table follow. */
START_TEST(test_new_class) {
    Arena *arena = arena_new();
    COutput *before = emit_changed(arena, NULL, NULL);
    COutput *after = emit_changed(arena, "struct Shape records", "struct Aardvark gc {\n}\nstruct Shape records");
    ck_assert_int_eq(count_changed(before, after, "unit_"), 0);
    ck_assert_int_eq(count_changed(before, after, "data_"), 0);
    ck_assert_int_eq(count_changed(before, after, "weft_ids.h"), 1);
    arena_free(arena);
}
END_TEST

Suite *backend_suite(void) {
    Suite *suite = suite_create("backend_c");
    TCase *tests = tcase_create("text");
    tcase_add_test(tests, test_names);
    tcase_add_loop_test(tests, test_marks, 0, sizeof caret_cases / sizeof *caret_cases);
    tcase_add_test(tests, test_chunks);
    tcase_add_test(tests, test_deterministic);
    tcase_add_test(tests, test_moved_lines);
    tcase_add_test(tests, test_changed_body);
    tcase_add_test(tests, test_new_class);
    suite_add_tcase(suite, tests);
    backend_run_tests(suite);
    return suite;
}
