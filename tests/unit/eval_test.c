/* Tests of the evaluator: pure ops one by one, and whole programs, tests/eval/NAME.ir, whose first lines say what is
 * expected: # depth N          the call depth at which stack_check raises # output TEXT      what is written to stream
 * 1 # status N, # exception NAME, # memory TEXT, # broken TEXT, # limit
 */
#include "tests/unit/eval_support.h"
#include "tests/unit/suites.h"

#include "ir/eval_internal.h"

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- pure ops ---- */

static Const of_int(int64_t value) {
    return (Const){.kind = CONST_INT, .integer = value};
}

static Const of_float(double value) {
    return (Const){.kind = CONST_FLOAT, .number = value};
}

typedef struct IntCase {
    OpCode code;
    int64_t a, b, result;
    bool fails;
} IntCase;

static const IntCase int_cases[] = {
    {OP_INT_ADD, INT64_MAX, 1, INT64_MIN, false},
    {OP_INT_NEG, INT64_MIN, 0, INT64_MIN, false},
    {OP_INT_ADD_OVF, INT64_MAX, 1, 0, true},
    {OP_INT_ADD_OVF, INT64_MAX, -1, INT64_MAX - 1, false},
    {OP_INT_SUB_OVF, INT64_MIN, 1, 0, true},
    {OP_INT_MUL_OVF, INT64_MIN, -1, 0, true},
    {OP_INT_MUL_OVF, 3037000500, 3037000500, 0, true},
    {OP_INT_MUL_OVF, 3037000499, 3037000499, 9223372030926249001, false},
    {OP_INT_NEG_OVF, INT64_MIN, 0, 0, true},
    {OP_INT_FLOORDIV, -7, 2, -4, false},
    {OP_INT_FLOORDIV, 7, -2, -4, false},
    {OP_INT_FLOORDIV, -7, -2, 3, false},
    {OP_INT_FLOORDIV, -8, 2, -4, false},
    {OP_INT_FLOORDIV, INT64_MIN, -1, INT64_MIN, false},
    {OP_INT_FLOORDIV, 1, 0, 0, true},
    {OP_INT_MOD, -7, 2, 1, false},
    {OP_INT_MOD, 7, -2, -1, false},
    {OP_INT_MOD, -8, 2, 0, false},
    {OP_INT_MOD, INT64_MIN, -1, 0, false},
    {OP_INT_MOD, 1, 0, 0, true},
    {OP_INT_DIV, -7, 2, -3, false},
    {OP_INT_DIV, INT64_MIN, -1, INT64_MIN, false},
    {OP_INT_DIV, 1, 0, 0, true},
    {OP_INT_REM, -7, 2, -1, false},
    {OP_INT_REM, INT64_MIN, -1, 0, false},
    {OP_INT_UDIV, -1, 2, INT64_MAX, false},
    {OP_INT_UREM, -1, 10, 5, false},
    {OP_INT_UMULHI, -1, -1, -2, false},
    {OP_INT_SHL, 1, 63, INT64_MIN, false},
    {OP_INT_SHL, 1, 64, 0, true},
    {OP_INT_SHR, -1, 63, -1, false},
    {OP_INT_SHR, 1, -1, 0, true},
    {OP_INT_USHR, -1, 63, 1, false},
    {OP_INT_SHL_OVF, 1, 62, (int64_t)1 << 62, false},
    {OP_INT_SHL_OVF, 1, 63, 0, true},
    {OP_INT_SHL_OVF, -1, 63, INT64_MIN, false},
    {OP_INT_SHL_OVF, 0, 1000, 0, false},
    {OP_INT_SHL_OVF, 1, 1000, 0, true},
    {OP_INT_INVERT, 0, 0, -1, false},
    {OP_UINT_SHR, -1, 60, 15, false},
    {OP_UINT_DIV, -1, 0, 0, true},
};

START_TEST(test_int_ops) {
    const IntCase *row = &int_cases[_i];
    Const args[] = {of_int(row->a), of_int(row->b)}, result = of_int(0);
    int count = op_info[row->code].signature[1] == '>' ? 1 : 2;
    ck_assert_int_eq(op_fold(row->code, args, count, &result), !row->fails);
    if (!row->fails)
        ck_assert_int_eq(result.integer, row->result);
}
END_TEST

static bool compare(OpCode code, Const a, Const b) {
    Const args[] = {a, b}, result = {0};
    ck_assert(op_fold(code, args, 2, &result));
    ck_assert_int_eq(result.kind, CONST_BOOL);
    return result.boolean;
}

START_TEST(test_comparisons) {
    Const nan = of_float(NAN), zero = of_float(0.0), minus_zero = of_float(-0.0);
    ck_assert(!compare(OP_FLOAT_EQ, nan, nan));
    ck_assert(compare(OP_FLOAT_NE, nan, nan));
    ck_assert(!compare(OP_FLOAT_LT, nan, zero) && !compare(OP_FLOAT_GE, nan, zero));
    ck_assert(!compare(OP_FLOAT_LE, zero, nan) && !compare(OP_FLOAT_GT, zero, nan));
    ck_assert(compare(OP_FLOAT_EQ, zero, minus_zero));
    ck_assert(compare(OP_INT_LT, of_int(-1), of_int(0)));
    ck_assert(!compare(OP_INT_ULT, of_int(-1), of_int(0)));
    ck_assert(!compare(OP_UINT_LE, of_int(-1), of_int(0)));
    ck_assert(compare(OP_ADDR_LT, of_int(1), of_int(-1)));
}
END_TEST

static bool fold_float(OpCode code, double value, Const *result) {
    Const arg = of_float(value);
    return op_fold(code, &arg, 1, result);
}

START_TEST(test_float_to_int) {
    Const result;
    ck_assert(fold_float(OP_FLOAT_TO_INT, -1.9, &result));
    ck_assert_int_eq(result.integer, -1);
    ck_assert(fold_float(OP_FLOAT_TO_INT, -0x1p63, &result));
    ck_assert_int_eq(result.integer, INT64_MIN);
    ck_assert(!fold_float(OP_FLOAT_TO_INT, 0x1p63, &result));
    ck_assert(!fold_float(OP_FLOAT_TO_INT, NAN, &result));
    ck_assert(!fold_float(OP_FLOAT_TO_INT, -INFINITY, &result));
    ck_assert(fold_float(OP_FLOAT_BITS, -0.0, &result));
    ck_assert_int_eq(result.integer, INT64_MIN);
}
END_TEST

START_TEST(test_scalars) {
    Const arg = {.kind = CONST_BOOL, .boolean = true}, scalar, result;
    ck_assert(op_fold(OP_SCALAR_FROM_BOOL, &arg, 1, &scalar));
    ck_assert_int_eq(scalar.kind, CONST_SCALAR);
    ck_assert(op_fold(OP_SCALAR_TAG, &scalar, 1, &result) && result.integer == SCALAR_BOOL);
    ck_assert(op_fold(OP_SCALAR_INT, &scalar, 1, &result) && result.integer == 1);
    ck_assert(op_fold(OP_SCALAR_BOOL, &scalar, 1, &result) && result.boolean);
    ck_assert(!op_fold(OP_SCALAR_FLOAT, &scalar, 1, &result));
    arg = of_float(2.5);
    ck_assert(op_fold(OP_SCALAR_FROM_FLOAT, &arg, 1, &scalar));
    ck_assert(!op_fold(OP_SCALAR_INT, &scalar, 1, &result));
    ck_assert(op_fold(OP_SCALAR_FLOAT, &scalar, 1, &result) && result.number == 2.5);
}
END_TEST

/* An argument of the kind the signature's letter names, small enough for every precondition. */
static Const sample(char letter, OpCode code) {
    switch (letter) {
    case 'b':
        return (Const){.kind = CONST_BOOL, .boolean = true};
    case 'f':
        return of_float(1.5);
    case 's':
        return (Const){.kind = CONST_SCALAR,
                       .tag = code == OP_SCALAR_BOOL    ? SCALAR_BOOL
                              : code == OP_SCALAR_FLOAT ? SCALAR_FLOAT
                                                        : SCALAR_INT};
    default:
        return of_int(3);
    }
}

/* Whether the signature speaks of numbers only. */
static bool is_numeric(const char *signature) {
    return strspn(signature, "biufas>") == strlen(signature);
}

START_TEST(test_every_pure_op_folds) {
    for (int code = 0; code < OP_COUNT; code++) {
        const OpInfo *info = &op_info[code];
        if (!(info->flags & OPF_FOLDS) || info->level == HIGH || info->attributes || !is_numeric(info->signature))
            continue;
        Const args[2], result;
        int count = 0;
        for (const char *letter = info->signature; *letter != '>'; letter++)
            args[count++] = sample(*letter, (OpCode)code);
        ck_assert_msg(op_fold((OpCode)code, args, count, &result), "%s does not fold", info->text);
    }
}
END_TEST

START_TEST(test_every_native_is_known) {
#define NATIVE(name, signature, pure, doc)                                                  \
    {                                                                                       \
        CodeOp op = {0};                                                                    \
        ck_assert_msg(eval_native_find(#name, &op) &&                                       \
                          op.native_arg_count == (int)(strchr(signature, '>') - signature), \
                      "%s cannot be called", #name);                                        \
    }
#include "ir/native.def"
#undef NATIVE
    CodeOp op = {0};
    ck_assert(!eval_native_find("no_such_function", &op));
}
END_TEST

/* ---- one graph on constants ---- */

START_TEST(test_graph_eval) {
    Arena *arena = arena_new();
    Program *program = eval_test_parse(arena, "graph.ir",
                                       "program low exceptions E\n"
                                       "struct E gc exception {\n}\n"
                                       "graph @f: func(i64, scalar) -> scalar\n  pyname f file -\n{\n"
                                       "b0(%a.0: i64, %s.1: scalar):\n"
                                       "  %b.2: i64 = scalar_int %s.1\n"
                                       "  %c.3: i64 = int_mul_ovf %a.0, %b.2\n"
                                       "  %r.4: scalar = scalar_from_int %c.3\n"
                                       "  jump return(%r.4)\n"
                                       "return(%r.5: scalar):\nexcept(%e.6: ptr(E)):\n}\n",
                                       false);
    Graph *graph = program_find_graph(program, "f");
    Const args[] = {of_int(6), {.kind = CONST_SCALAR, .tag = SCALAR_INT, .integer = 7}}, value = {0};
    char *text = NULL;
    size_t length = 0;
    EvalOptions options = {.err = open_memstream(&text, &length)};
    EvalResult result = graph_eval(arena, graph, args, 2, &options, &value);
    ck_assert_msg(result.outcome == EVAL_DONE, "%s", result.error);
    ck_assert_int_eq(value.kind, CONST_SCALAR);
    ck_assert_int_eq(value.tag, SCALAR_INT);
    ck_assert_int_eq(value.integer, 42);
    args[0] = of_int(INT64_MAX);
    result = graph_eval(arena, graph, args, 2, &options, &value);
    ck_assert_int_eq(result.outcome, EVAL_DONE);
    ck_assert_str_eq(result.exception, "IntegerOverflow");
    ck_assert_int_eq(result.status, 1);
    args[1] = (Const){.kind = CONST_SCALAR, .tag = SCALAR_FLOAT, .number = 1.5};
    result = graph_eval(arena, graph, args, 2, &options, &value);
    ck_assert_int_eq(result.outcome, EVAL_BROKEN);
    ck_assert_msg(strstr(result.error, "precondition (op `scalar_int %s.1`, graph f"), "%s", result.error);
    result = graph_eval(arena, graph, args, 1, &options, NULL);
    ck_assert_str_eq(result.error, "`f` takes 2 arguments, not 1");
    args[0] = (Const){.kind = CONST_STR, .text = "", .length = 0};
    result = graph_eval(arena, graph, args, 2, &options, NULL);
    ck_assert_str_eq(result.error, "argument 0 of `f` is no run-time constant");
    fclose(options.err);
    ck_assert_msg(strstr(text, "line 9, in f\n    %c.3: i64 = int_mul_ovf %a.0, %b.2\nOverflowError: "), "%s", text);
    free(text);
    arena_free(arena);
}
END_TEST

/* What is no runnable program is refused before anything runs. */
START_TEST(test_refused) {
    Arena *arena = arena_new();
    Program *program = eval_test_parse(arena, "flow.ir", "program flow\n", true);
    EvalResult result = program_eval(arena, program, NULL);
    ck_assert_int_eq(result.outcome, EVAL_BROKEN);
    ck_assert_str_eq(result.error, "high-level graphs cannot be executed");
    program = eval_test_parse(arena, "wrong.ir", "program low\nstruct s raw {\n}\ndata &d: s {\n  x = 1\n}\n", false);
    result = program_eval(arena, program, NULL);
    ck_assert_int_eq(result.outcome, EVAL_BROKEN);
    ck_assert_msg(strstr(result.error, "V32: "), "%s", result.error);
    arena_free(arena);
}
END_TEST

/* ---- programs in tests/eval ---- */

static char *read_file(Arena *arena, const char *path) {
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "cannot open %s", path);
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = arena_alloc(arena, (size_t)length + 1);
    ck_assert_uint_eq(fread(text, 1, (size_t)length, file), (size_t)length);
    fclose(file);
    return text;
}

/* What stands behind "# key " in the text; NULL if there is no such line. */
static const char *expectation(Arena *arena, const char *text, const char *key) {
    const char *mark = arena_printf(arena, "# %s ", key);
    const char *found = strstr(text, mark);
    if (!found)
        return NULL;
    found += strlen(mark);
    return arena_text(arena, found, strcspn(found, "\n"));
}

static void expect_error(Arena *arena, const char *text, const char *key, const EvalResult *result,
                         EvalOutcome outcome) {
    const char *wanted = expectation(arena, text, key);
    if (!wanted)
        return;
    ck_assert_int_eq(result->outcome, outcome);
    ck_assert_msg(strstr(result->error, wanted) != NULL, "error: %s\nwanted: %s", result->error, wanted);
}

static void check_program(const char *path) {
    Arena *arena = arena_new();
    const char *text = read_file(arena, path), *output = NULL;
    const char *depth = expectation(arena, text, "depth"), *status = expectation(arena, text, "status");
    EvalOptions options = {.max_depth = depth ? (uint32_t)atoi(depth) : 0, .max_ops = 50000000};
    Program *program = eval_test_parse(arena, path, text, !strstr(text, "# broken "));
    EvalResult result = eval_test_run(arena, program, options, &output);
    const char *exception = expectation(arena, text, "exception"), *written = expectation(arena, text, "output");
    expect_error(arena, text, "memory", &result, EVAL_MEMORY_ERROR);
    expect_error(arena, text, "broken", &result, EVAL_BROKEN);
    if (strstr(text, "# limit"))
        ck_assert_int_eq(result.outcome, EVAL_LIMIT);
    if (status || exception)
        ck_assert_msg(result.outcome == EVAL_DONE, "%s: %s", path, result.error);
    if (status)
        ck_assert_msg(result.status == atoi(status), "%s: status %d", path, result.status);
    ck_assert_msg(!exception == !result.exception && (!exception || !strcmp(exception, result.exception)),
                  "%s: exception %s", path, result.exception ? result.exception : "none");
    if (written)
        ck_assert_str_eq(output, written);
    arena_free(arena);
}

static int is_program(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    return dot && !strcmp(dot, ".ir");
}

/* The programs of tests/eval, sorted; gives their number. */
static int list_programs(Arena *arena, const char ***paths) {
    struct dirent **entries = NULL;
    int count = scandir("tests/eval", &entries, is_program, alphasort);
    *paths = arena_alloc(arena, (size_t)(count + 1) * sizeof **paths);
    for (int i = 0; i < count; i++) {
        (*paths)[i] = arena_printf(arena, "tests/eval/%s", entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return count < 0 ? 0 : count;
}

static int count_programs(void) {
    Arena *arena = arena_new();
    const char **paths;
    int count = list_programs(arena, &paths);
    arena_free(arena);
    return count;
}

START_TEST(test_program) {
    Arena *arena = arena_new();
    const char **paths;
    ck_assert_int_gt(list_programs(arena, &paths), _i);
    check_program(paths[_i]);
    arena_free(arena);
}
END_TEST

Suite *eval_suite(void) {
    Suite *suite = suite_create("eval");
    TCase *pure = tcase_create("pure ops");
    tcase_add_loop_test(pure, test_int_ops, 0, sizeof int_cases / sizeof *int_cases);
    tcase_add_test(pure, test_comparisons);
    tcase_add_test(pure, test_float_to_int);
    tcase_add_test(pure, test_scalars);
    tcase_add_test(pure, test_every_pure_op_folds);
    suite_add_tcase(suite, pure);
    TCase *programs = tcase_create("programs");
    tcase_set_timeout(programs, 60);
    tcase_add_test(programs, test_every_native_is_known);
    tcase_add_test(programs, test_graph_eval);
    tcase_add_test(programs, test_refused);
    int count = count_programs();
    tcase_add_loop_test(programs, test_program, 0, count ? count : 1); /* none: fails */
    suite_add_tcase(suite, programs);
    eval_memory_tests(suite);
    return suite;
}
