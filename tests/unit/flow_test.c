/* Tests of flow-graph construction: graphs as text (tests/flow/graphs/NAME.py beside NAME.flow; BLESS=1 rewrites
 * these), diagnostics, the verifier over CPython's own library, and sizes: that graphs grow in proportion to programs.
 * That graphs do what the program means is tested by tests/flow/interpret.sh. */
#include "frontend/flow.h"
#include "tests/unit/suites.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

/* ---- building ---- */

static const char *write_temporary(Arena *arena, const char *text) {
    char *path = arena_printf(arena, "/tmp/weft-flow-XXXXXX.py");
    int descriptor = mkstemps(path, 3);
    ck_assert_int_ge(descriptor, 0);
    FILE *file = fdopen(descriptor, "w");
    fputs(text, file);
    fclose(file);
    return path;
}

static void verify(Arena *arena, Program *program, const char *path) {
    for (int i = 0; i < program->graph_count; i++) {
        const char *violation = graph_verify(arena, program->graphs[i]);
        ck_assert_msg(!violation, "%s: %s", path, violation);
    }
}

/* The library's graphs wait until they are needed: here all of them are. */
START_TEST(test_late_graphs) {
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    const char *path =
        write_temporary(arena, "import collections, dataclasses, heapq, itertools, random, re, struct\n");
    Program *program = flow_load(arena, &diags, path, true, "weft.gc.generational");
    ck_assert_ptr_nonnull(program);
    int before = program->graph_count;
    frontend_complete(program);
    ck_assert_int_gt(program->graph_count, before); /* nested functions */
    verify(arena, program, path);
    remove(path);
    arena_free(arena);
}
END_TEST

/* The program at `path` alone: what it imports is not looked for. */
static Program *build_alone(Arena *arena, DiagList *diags, const char *path) {
    Program *program = program_new(arena);
    program->diags = diags;
    ModuleLoader *loader = module_loader_new(program, path);
    const ModuleSource *source = module_main(loader);
    if (!source)
        return NULL;
    Flow *flow = flow_new(program, loader);
    flow_add_module(flow, source);
    flow_build(flow);
    verify(arena, program, path);
    return program;
}

static Program *build_text(Arena *arena, DiagList *diags, const char *text) {
    const char *path = write_temporary(arena, text);
    Program *program = build_alone(arena, diags, path);
    remove(path);
    return program;
}

/* ---- graphs as text ---- */

static char *read_file(Arena *arena, const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        return arena_text(arena, "", 0);
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *text = arena_alloc(arena, length + 1);
    ck_assert_uint_eq(fread(text, 1, length, file), length);
    fclose(file);
    return text;
}

static char *print_graphs(Arena *arena, const Program *program) {
    char *buffer;
    size_t size;
    FILE *out = open_memstream(&buffer, &size);
    for (int i = 0; i < program->graph_count; i++)
        graph_print(program->graphs[i], out);
    fclose(out);
    char *text = arena_text(arena, buffer, size);
    free(buffer);
    return text;
}

static void compare_graphs(const char *name) {
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    const char *expected_path = arena_printf(arena, "tests/flow/graphs/%.*s.flow", (int)strlen(name) - 3, name);
    Program *program = flow_load(arena, &diags, arena_printf(arena, "tests/flow/graphs/%s", name), false, NULL);
    ck_assert_msg(program != NULL, "%s: %s", name, diags.count ? diags.items[0]->message : "");
    verify(arena, program, name);
    const char *actual = print_graphs(arena, program);
    if (getenv("BLESS")) {
        FILE *file = fopen(expected_path, "w");
        fputs(actual, file);
        fclose(file);
    }
    const char *expected = read_file(arena, expected_path);
    size_t same = 0;
    while (expected[same] && expected[same] == actual[same])
        same++;
    while (same && actual[same - 1] != '\n')
        same--;
    ck_assert_msg(!strcmp(expected, actual), "%s: expected\n%.400s\nbut got\n%.400s", expected_path, expected + same,
                  actual + same);
    arena_free(arena);
}

START_TEST(test_graphs) {
    DIR *folder = opendir("tests/flow/graphs");
    ck_assert_ptr_nonnull(folder);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (strstr(entry->d_name, ".py")) {
            compare_graphs(entry->d_name);
            count++;
        }
    closedir(folder);
    ck_assert_int_ge(count, 3);
}
END_TEST

/* ---- diagnostics ---- */

static const struct DiagCase {
    const char *text, *code;
    uint32_t line;
} diag_cases[] = {
    {"x = 1\nasync def f():\n    pass\n", "U0101", 2},
    {"def f(a, b):\n    f(**a, **b)\nf(1, 2)\n", "U0102", 2},
    {"class C:\n    def m(self):\n        def inner(): return super()\n", "U0103", 3},
    {"y = eval('1')\n", "U0104", 1},
    {"\nglobals()\n", "U0105", 2},
    {"try:\n    pass\nexcept* ValueError:\n    pass\n", "U0106", 1},
    {"class M(type): pass\nclass C(metaclass=M): pass\n", "U0107", 2},
    {"def f(p, C):\n    match p:\n        case C(1, 2):\n            pass\n", "U0108", 3},
    {"print(__file__)\n", "U0110", 1},
    {"import typing\nx = typing\n", "U0111", 2},
    {"class C:\n    x = 1\n    if x:\n        del x\n", "U0112", 4},
    {"def f():\n    def g():\n        nonlocal x\n        x = 1\n", "N0101", 3},
    {"eval = len\nprint(eval('1'), '__file__')\n", NULL, 0},
    {"if False:\n    eval('1')\n", NULL, 0},
};

START_TEST(test_diagnostics) {
    const struct DiagCase *expected = &diag_cases[_i];
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    build_text(arena, &diags, expected->text);
    ck_assert_msg(diags.count == (expected->code ? 1 : 0), "%d diagnostics for %s", diags.count, expected->text);
    if (expected->code) {
        ck_assert_str_eq(diags.items[0]->code, expected->code);
        ck_assert_uint_eq(diags.items[0]->pos->line, expected->line);
    }
    arena_free(arena);
}
END_TEST

/* ---- CPython's own library ---- */

START_TEST(test_library) {
    DIR *folder = opendir("/usr/lib/python3.11");
    int count = 0;
    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        if (!strstr(entry->d_name, ".py"))
            continue;
        Arena *arena = arena_new();
        DiagList diags = {.arena = arena};
        build_alone(arena, &diags, arena_printf(arena, "/usr/lib/python3.11/%s", entry->d_name));
        for (int i = 0; i < diags.count; i++)
            ck_assert_msg(diags.items[i]->code[0] == 'U', "%s: %s", entry->d_name, diags.items[i]->message);
        arena_free(arena);
        count++;
    }
    if (folder)
        closedir(folder);
    ck_assert_msg(!folder || count > 100, "%d files", count);
}
END_TEST

/* ---- sizes ---- */

static long count_arguments(const Program *program) {
    long count = 0;
    for (int i = 0; i < program->graph_count; i++)
        for (int j = 0; j < program->graphs[i]->block_count; j++) {
            const Block *block = program->graphs[i]->blocks[j];
            for (int k = 0; k < block->exit_count; k++)
                count += block->exits[k]->arg_count;
        }
    return count;
}

/* One function of `count` statements over `variables` live locals. */
static const char *large_function(Arena *arena, int count, int variables) {
    char *buffer;
    size_t size;
    FILE *out = open_memstream(&buffer, &size);
    fputs("def large(p):\n", out);
    for (int i = 0; i < variables; i++)
        fprintf(out, "    v%d = p\n", i);
    for (int i = 0; i < count; i++) {
        int x = i * 7 % variables, y = i * 13 % variables;
        if (i % 4)
            fprintf(out, "    v%d = v%d + v%d\n", x, y, (x + y) % variables);
        else
            fprintf(out, "    if v%d:\n        v%d = v%d\n", x, y, x);
    }
    fputs("    return p", out);
    for (int i = 0; i < variables; i++)
        fprintf(out, " + v%d", i);
    fputs("\n", out);
    fclose(out);
    const char *text = arena_text(arena, buffer, size);
    free(buffer);
    return text;
}

static long arguments_of(const char *text) {
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    long count = count_arguments(build_text(arena, &diags, text));
    ck_assert_int_eq(diags.count, 0);
    arena_free(arena);
    return count;
}

START_TEST(test_large_function) {
    Arena *arena = arena_new();
    long small = arguments_of(large_function(arena, 2000, 100));
    long large = arguments_of(large_function(arena, 20000, 100));
    ck_assert_msg(large < small * 105 / 10, "%ld arguments, then %ld", small, large);
    arena_free(arena);
}
END_TEST

/* A dead variable is carried nowhere: each block has what is read, and no more. */
START_TEST(test_no_dead_arguments) {
    long count =
        arguments_of("def f(a, b):\n    x = b\n    if a:\n        x = 1\n    if a:\n        return 2\n    return b\n");
    long dead = arguments_of("def f(a, b):\n    if a:\n        pass\n    if a:\n        return 2\n    return b\n");
    ck_assert_int_eq(count, dead);
}
END_TEST

static const char *repeated(Arena *arena, const char *begin, const char *piece, int count, const char *end) {
    size_t length = strlen(piece), first = strlen(begin);
    char *text = arena_alloc(arena, first + (size_t)count * length + strlen(end) + 1);
    strcpy(text, begin);
    for (int i = 0; i < count; i++)
        memcpy(text + first + (size_t)i * length, piece, length);
    strcpy(text + first + (size_t)count * length, end);
    return text;
}

/* What no nesting limit bounds must not use the C stack: sums, elif chains, many blocks. */
START_TEST(test_depth) {
    Arena *arena = arena_new();
    arguments_of(repeated(arena, "def f(x):\n    return x", " + x", 49000, "\n"));
    arguments_of(repeated(arena, "def f(x):\n    if x: pass\n", "    elif x == 1: x = 2\n", 20000, "    return x\n"));
    arguments_of(repeated(arena, "def f(x, y):\n", "    x = y if x else x\n", 50000, "    return x\n"));
    arena_free(arena);
}
END_TEST

/* What CPython refuses as too deep is refused, too. */
START_TEST(test_too_deep) {
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    const char *path = write_temporary(arena, repeated(arena, "x = y", ".a()", 50000, "\n"));
    ck_assert_ptr_null(flow_load(arena, &diags, path, false, NULL));
    remove(path);
    ck_assert_int_eq(diags.count, 1);
    ck_assert_str_eq(diags.items[0]->code, "P0004");
    arena_free(arena);
}
END_TEST

Suite *flow_suite(void) {
    Suite *suite = suite_create("flow");
    TCase *test = tcase_create("flow");
    tcase_set_timeout(test, 120);
    tcase_add_test(test, test_graphs);
    tcase_add_loop_test(test, test_diagnostics, 0, sizeof diag_cases / sizeof diag_cases[0]);
    tcase_add_test(test, test_library);
    tcase_add_test(test, test_late_graphs);
    tcase_add_test(test, test_large_function);
    tcase_add_test(test, test_no_dead_arguments);
    tcase_add_test(test, test_depth);
    tcase_add_test(test, test_too_deep);
    suite_add_tcase(suite, test);
    return suite;
}
