/* Tests of the native runtime: floats and their texts, single ops, streams, tracebacks, allocation, stack depth. */
#include "tests/unit/suites.h"

#include "runtime/native/weft.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* What the backend would emit. */
static int memory_errors, recursion_errors;

void weft_raise_memory(void);
void weft_raise_recursion(void);

void weft_raise_memory(void) {
    memory_errors++;
}

void weft_raise_recursion(void) {
    recursion_errors++;
}

/* ---- floats as text ---- */

static const char *repr(double x) {
    static char text[64];
    text[weft_float_repr(x, text)] = '\0';
    return text;
}

/* Expected texts are CPython's. */
static const struct {
    double x;
    const char *text;
} reprs[] = {
    {0.0, "0.0"},
    {-0.0, "-0.0"},
    {1.0, "1.0"},
    {-1.5, "-1.5"},
    {0.1, "0.1"},
    {1.0 / 3, "0.3333333333333333"},
    {2.0 / 3, "0.6666666666666666"},
    {123456.789, "123456.789"},
    {1e15, "1000000000000000.0"},
    {9999999999999998.0, "9999999999999998.0"},
    {1e16, "1e+16"},
    {1.2e16, "1.2e+16"},
    {123456789012345680.0, "1.2345678901234568e+17"},
    {1e22, "1e+22"},
    {1e23, "1e+23"},
    {1e100, "1e+100"},
    {0.0001, "0.0001"},
    {0.00012345, "0.00012345"},
    {0.00001, "1e-05"},
    {9.9999e-5, "9.9999e-05"},
    {5e-324, "5e-324"},
    {1e-323, "1e-323"},
    {2.2250738585072014e-308, "2.2250738585072014e-308"},
    {2.225073858507201e-308, "2.225073858507201e-308"},
    {1.7976931348623157e308, "1.7976931348623157e+308"},
    {0x1p-44, "5.684341886080802e-14"}, /* not the nearest of 16 digits, which does not read back */
    {0x1p-1022, "2.2250738585072014e-308"},
    {9007199254740993.0, "9007199254740992.0"},
    {5.0e-5, "5e-05"},
    {4.35, "4.35"},
    {0.1 + 0.2, "0.30000000000000004"},
    {INFINITY, "inf"},
    {-INFINITY, "-inf"},
    {NAN, "nan"},
};

START_TEST(test_repr) {
    ck_assert_str_eq(repr(reprs[_i].x), reprs[_i].text);
}
END_TEST

START_TEST(test_negative_nan) {
    ck_assert_str_eq(repr(-NAN), "nan");
}
END_TEST

static int digit_count(const char *text) {
    int count = 0, zeros = 0;
    for (; *text && *text != 'e'; text++)
        if (*text >= '0' && *text <= '9') {
            zeros = *text == '0' ? zeros + 1 : 0;
            count += count || *text != '0';
        }
    return count - zeros > 0 ? count - zeros : 1;
}

/* The text reads back, and no shorter one among those of printf does. */
START_TEST(test_repr_is_shortest) {
    uint64_t state = 88172645463325252ULL;
    for (int i = 0; i < 20000; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        double x = weft_op_bits_float((int64_t)(i % 3 ? state : state >> (i % 64)));
        if (!isfinite(x))
            continue;
        const char *text = repr(x);
        ck_assert_msg(strtod(text, NULL) == x, "%.17g gives %s", x, text);
        int digits = digit_count(text);
        char shorter[64];
        snprintf(shorter, sizeof shorter, "%.*e", digits > 1 ? digits - 2 : 0, x);
        ck_assert_msg(digits == 1 || strtod(shorter, NULL) != x, "%.17g gives %s", x, text);
    }
}
END_TEST

static const struct {
    double x;
    char type;
    int precision, flags;
    const char *text;
} formats[] = {
    {2.5, 'f', 0, 0, "2"},
    {3.5, 'f', 0, 0, "4"},
    {2.5, 'f', 0, 1, "2."},
    {2.675, 'f', 2, 0, "2.67"},
    {-0.0, 'f', 1, 0, "-0.0"},
    {1e22, 'f', 2, 0, "10000000000000000000000.00"},
    {1234.5, 'e', 3, 0, "1.234e+03"},
    {1e-10, 'E', 1, 0, "1.0E-10"},
    {1e100, 'e', 0, 0, "1e+100"},
    {123456789.0, 'g', 6, 0, "1.23457e+08"},
    {0.0001, 'g', 6, 0, "0.0001"},
    {1.0, 'g', 6, 1, "1.00000"},
    {NAN, 'f', 2, 0, "nan"},
    {-NAN, 'f', 2, 0, "nan"},
    {-INFINITY, 'F', 2, 0, "-INF"},
};

START_TEST(test_format) {
    static char text[2000];
    int64_t length = weft_float_format(formats[_i].x, formats[_i].type, formats[_i].precision, formats[_i].flags, text);
    text[length] = '\0';
    ck_assert_str_eq(text, formats[_i].text);
}
END_TEST

START_TEST(test_format_is_bounded) {
    char text[1608];
    memset(text, '!', sizeof text);
    int64_t length = weft_float_format(1.7976931348623157e308, 'f', 5000, 0, text);
    ck_assert_int_eq(length, 1600);
    ck_assert_int_eq(text[1600], '!');
}
END_TEST

static const struct {
    const char *text;
    double value;
} numbers[] = {
    {"1", 1},
    {"-2.5", -2.5},
    {"+.5", .5},
    {"5.", 5},
    {"1e3", 1000},
    {"1E-3", .001},
    {"1e+3", 1000},
    {"inf", INFINITY},
    {"-Infinity", -INFINITY},
    {"+INF", INFINITY},
    {"nan", NAN},
    {"0.1", 0.1},
    {"1e400", INFINITY},
    {"1e-400", 0},
    {"2.4703282292062327208e-324", 0},
    {"2.4703282292062328e-324", 5e-324},
    {"00012.50", 12.5},
    {"9007199254740993", 9007199254740992.0},
};

START_TEST(test_parse) {
    char text[64];
    double value = 77;
    strcpy(text, numbers[_i].text);
    ck_assert_int_eq(weft_float_parse(text, (int64_t)strlen(text), (char *)&value), 1);
    ck_assert_str_eq(repr(value), repr(numbers[_i].value));
}
END_TEST

START_TEST(test_parse_refuses) {
    static const char *const bad[] = {"",   "+",       ".",      "e5",    "1e",  "1e+", "0x10",      "1_0", " 1", "1 ",
                                      "in", "infinit", "nan(1)", "1.2.3", "--1", "1f",  "infinityx", "+-1", "٣"};
    double value = 77;
    char text[64];
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        strcpy(text, bad[i]);
        ck_assert_msg(!weft_float_parse(text, (int64_t)strlen(text), (char *)&value), "'%s' was accepted", bad[i]);
    }
    ck_assert(!weft_float_parse((char[]){'1', 0, '2'}, 3, (char *)&value));
    ck_assert(value == 77);
}
END_TEST

START_TEST(test_parse_long) {
    static char text[5000];
    double value = 0;
    memset(text, '0', sizeof text);
    memcpy(text, "1.", 2);
    ck_assert_int_eq(weft_float_parse(text, sizeof text, (char *)&value), 1);
    ck_assert(value == 1);
}
END_TEST

/* ---- single ops ---- */

START_TEST(test_ops) {
    int64_t result;
    ck_assert_int_eq(weft_op_int_floordiv(-7, 2), -4);
    ck_assert_int_eq(weft_op_int_floordiv(7, -2), -4);
    ck_assert_int_eq(weft_op_int_floordiv(INT64_MIN, -1), INT64_MIN);
    ck_assert_int_eq(weft_op_int_mod(-7, 2), 1);
    ck_assert_int_eq(weft_op_int_mod(7, -2), -1);
    ck_assert_int_eq(weft_op_int_mod(INT64_MIN, -1), 0);
    ck_assert_int_eq(weft_op_int_div(INT64_MIN, -1), INT64_MIN);
    ck_assert_int_eq(weft_op_int_rem(INT64_MIN, -1), 0);
    ck_assert_int_eq(weft_op_int_umulhi(-1, -1), -2);
    ck_assert(!weft_op_int_shl_ovf(-1, 63, &result));
    ck_assert_int_eq(result, INT64_MIN);
    ck_assert(weft_op_int_shl_ovf(1, 63, &result));
    ck_assert(weft_op_int_shl_ovf(1, 64, &result));
    ck_assert(!weft_op_int_shl_ovf(0, 1000, &result));
    ck_assert_int_eq(result, 0);
    ck_assert(weft_op_int_neg_ovf(INT64_MIN, &result));
    ck_assert_int_eq(weft_op_float_bits(weft_op_bits_float(0x7ff8000000000001)), 0x7ff8000000000001);
    ck_assert(weft_var_size(16, 8, INT64_MAX) > WEFT_MAX_BYTES);
    ck_assert(weft_var_size(16, 8, -1) > WEFT_MAX_BYTES);
    ck_assert_uint_ge(weft_var_size(16, 8, 3), 40);
    ck_assert_int_eq(weft_frexp_exponent(8), 4);
    ck_assert(weft_ldexp(1, INT64_MAX) == INFINITY);
}
END_TEST

/* ---- streams and tracebacks: what reaches the file descriptor ---- */

static FILE *redirected;

static void redirect(int fd) {
    redirected = tmpfile();
    ck_assert_ptr_nonnull(redirected);
    dup2(fileno(redirected), fd);
    weft_streams_start();
}

static const char *written(void) {
    static char text[1 << 16];
    rewind(redirected);
    text[fread(text, 1, sizeof text - 1, redirected)] = '\0';
    return text;
}

static void out(int stream, const char *text) {
    weft_out_write(stream, (char *)(uintptr_t)text, (int64_t)strlen(text));
}

START_TEST(test_stdout_is_buffered) {
    redirect(1);
    out(1, "one\ntwo\n");
    ck_assert_str_eq(written(), "");
    ck_assert_int_eq(weft_out_flush(1), 0);
    ck_assert_str_eq(written(), "one\ntwo\n");
}
END_TEST

START_TEST(test_stderr_goes_by_lines) {
    redirect(2);
    out(2, "one");
    ck_assert_str_eq(written(), "");
    out(2, " two\nthree");
    ck_assert_str_eq(written(), "one two\nthree");
}
END_TEST

START_TEST(test_long_output) {
    static char text[50000];
    memset(text, 'x', sizeof text - 1);
    redirect(1);
    for (int i = 0; i < 5; i++)
        out(1, text);
    weft_out_flush(1);
    ck_assert_int_eq(lseek(fileno(redirected), 0, SEEK_END), 5 * (int)(sizeof text - 1));
}
END_TEST

START_TEST(test_lost_output_gives_120) {
    redirect(2);
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    dup2(fileno(full), 1);
    weft_streams_start();
    out(1, "text");
    ck_assert_int_eq(weft_out_flush(1), 28);
    ck_assert_int_eq(weft_streams_finish(0), 120);
    ck_assert_str_eq(written(), "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n"
                                "OSError: [Errno 28] No space left on device\n");
}
END_TEST

/* The first two are the same line, reached from two places. */
static const weft_trace_place places[] = {{"a.py", "f", 3}, {"a.py", "f", 1}, {"b.py", "<module>", 1}};
static const weft_trace_row rows[] = {
    {&places[0], 0, "g(x)", "^^^^"}, {&places[1], 2, "g(x)", NULL}, {&places[2], 0, NULL, NULL}};

START_TEST(test_traceback) {
    redirect(2);
    weft_trace_push(&rows[0]);
    ck_assert(weft_trace_same_line(weft_trace_get(0), (int64_t)(intptr_t)&rows[1]));
    ck_assert(!weft_trace_same_line(weft_trace_get(0), (int64_t)(intptr_t)&rows[2]));
    for (int i = 0; i < 4; i++)
        weft_trace_push_row((int64_t)(intptr_t)&rows[1]);
    weft_trace_push(&rows[2]);
    ck_assert_int_eq(weft_trace_count(), 6);
    weft_trace_show();
    ck_assert_str_eq(written(), "  File \"b.py\", line 1, in <module>\n"
                                "  File \"a.py\", line 3, in f\n    g(x)\n"
                                "  File \"a.py\", line 3, in f\n    g(x)\n"
                                "  File \"a.py\", line 3, in f\n    g(x)\n"
                                "  [Previous line repeated 2 more times]\n");
    weft_trace_clear();
    ck_assert_int_eq(weft_trace_count(), 0);
}
END_TEST

START_TEST(test_endless_traceback_keeps_both_ends) {
    weft_trace_push(&rows[0]);
    for (int i = 0; i < 3000000; i++)
        weft_trace_push(&rows[1]);
    weft_trace_push(&rows[2]);
    int64_t count = weft_trace_count();
    ck_assert_int_lt(count, 3000000);
    ck_assert_int_ge(count, 1000000);
    ck_assert_ptr_eq((void *)(intptr_t)weft_trace_get(0), (void *)(intptr_t)&rows[0]);
    ck_assert_ptr_eq((void *)(intptr_t)weft_trace_get(count / 2 + 1), (void *)(intptr_t)&rows[1]);
    ck_assert_ptr_eq((void *)(intptr_t)weft_trace_get(count - 1), (void *)(intptr_t)&rows[2]);
}
END_TEST

START_TEST(test_overflow_is_fatal) {
    weft_overflow();
    ck_assert(WEFT_PENDING());
    ck_assert_uint_eq(weft_type_id(weft_exc), WEFT_ID_FATAL);
    void *exception = weft_exc_fetch();
    ck_assert(weft_is_fatal(exception));
    ck_assert(!WEFT_PENDING());
}
END_TEST

/* ---- memory and stack ---- */

static bool is_zero(const char *memory, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (memory[i])
            return false;
    return true;
}

START_TEST(test_bump) {
    char *last = NULL;
    for (int i = 0; i < 100000; i++) {
        uint64_t size = (uint64_t)(i % 90) + 8;
        char *memory = weft_alloc_bump(size);
        ck_assert(memory != NULL && memory != last && (uintptr_t)memory % 8 == 0);
        ck_assert(is_zero(memory, size));
        memset(memory, 0xff, size);
        last = memory;
    }
    char *large = weft_alloc_bump(10 << 20);
    ck_assert(is_zero(large, 10 << 20));
    ck_assert_ptr_null(weft_alloc_bump(WEFT_MAX_BYTES + 1));
    ck_assert_ptr_null(weft_raw_malloc(-1));
    weft_memory_exceeded();
    ck_assert_int_eq(memory_errors, 1);
}
END_TEST

static __attribute__((noinline)) int64_t dig(int64_t depth) {
    volatile char frame[100];
    frame[depth % 100] = 1;
    return weft_stack_low() ? depth : dig(depth + 1) + frame[depth % 100] - 1;
}

/* Under a hard limit, so that nothing is raised and the process not started again. */
START_TEST(test_stack_limit) {
    char *arguments[] = {"weft", NULL};
    struct rlimit limit = {4 << 20, 4 << 20};
    ck_assert_int_eq(setrlimit(RLIMIT_STACK, &limit), 0);
    weft_stack_start(arguments);
    ck_assert(!weft_stack_low());
    int64_t depth = dig(0);
    ck_assert_int_gt(depth, 5000);
    ck_assert_int_lt(depth, 50000);
    weft_stack_exceeded();
    ck_assert_int_eq(recursion_errors, 1);
}
END_TEST

/* ---- calls aside ---- */

static int64_t told[3];
static uint64_t frames; /* the addresses of all frames */

/* Overwrites the registers that a function may. */
#ifdef __x86_64__
#define SPOIL                                                                                          \
    __asm__ volatile("xorl %%eax, %%eax\n movq %%rax, %%rcx\n movq %%rax, %%rdx\n movq %%rax, %%rsi\n" \
                     "movq %%rax, %%rdi\n movq %%rax, %%r8\n movq %%rax, %%r9\n movq %%rax, %%r10\n"   \
                     "movq %%rax, %%r11\n"                                                             \
                     :                                                                                 \
                     :                                                                                 \
                     : "memory", "rax", "rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11")
#else
#define SPOIL
#endif

void tell_one(int64_t a);
void tell_two(int64_t a, int64_t b);
void tell_three(int64_t a, int64_t b, int64_t c);

__attribute__((noinline)) void tell_three(int64_t a, int64_t b, int64_t c) {
    frames |= (uint64_t)(uintptr_t)__builtin_frame_address(0);
    told[0] += a;
    told[1] += b;
    told[2] += c;
    SPOIL;
}
WEFT_ASIDE(tell_three)

__attribute__((noinline)) void tell_two(int64_t a, int64_t b) {
    tell_three(a, b, 0);
}
WEFT_ASIDE(tell_two)

__attribute__((noinline)) void tell_one(int64_t a) {
    tell_two(a, 0);
}
WEFT_ASIDE(tell_one)

/* More is alive at the calls than there are registers; without other calls it may lie in the red zone. */
static __attribute__((noinline)) int64_t walk(const int64_t *n, int64_t times, double x) {
    int64_t a = n[0], b = n[1], c = n[2], d = n[3], e = n[4], f = n[5], g = n[6], h = n[7], i = n[8], j = n[9];
    int64_t k = n[10], l = n[11], m = n[12], o = n[13], p = n[14], q = n[15];
    for (; times; times--) {
        if (times % 3 == 0)
            WEFT_ASIDE_CALL_1(tell_one, a);
        else if (times % 3 == 1)
            WEFT_ASIDE_CALL_2(tell_two, b, c);
        else
            WEFT_ASIDE_CALL_3(tell_three, d, e, f);
        a += b, b += c, c += d, d += e, e += f, f += g, g += h, h += i, i += j, j += k, k += l, l += m, m += o;
        o += p, p += q, q += times, x = x * 2 + (double)a;
    }
    return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ o ^ p ^ q ^ (int64_t)x;
}

START_TEST(test_calls_aside) {
    static const int64_t numbers[16] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};
    ck_assert_int_eq(walk(numbers, 6, 0.5), 941);
    ck_assert_int_eq(told[0], 255);
    ck_assert_int_eq(told[1], 272);
    ck_assert_int_eq(told[2], 87);
    ck_assert_uint_eq(frames % 16, 0);
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof *(table))

Suite *native_suite(void) {
    Suite *suite = suite_create("native");
    TCase *text = tcase_create("floats as text");
    tcase_add_loop_test(text, test_repr, 0, COUNT(reprs));
    tcase_add_test(text, test_negative_nan);
    tcase_add_test(text, test_repr_is_shortest);
    tcase_add_loop_test(text, test_format, 0, COUNT(formats));
    tcase_add_test(text, test_format_is_bounded);
    tcase_add_loop_test(text, test_parse, 0, COUNT(numbers));
    tcase_add_test(text, test_parse_refuses);
    tcase_add_test(text, test_parse_long);
    suite_add_tcase(suite, text);
    TCase *process = tcase_create("process");
    tcase_add_test(process, test_ops);
    tcase_add_test(process, test_stdout_is_buffered);
    tcase_add_test(process, test_stderr_goes_by_lines);
    tcase_add_test(process, test_long_output);
    tcase_add_test(process, test_lost_output_gives_120);
    tcase_add_test(process, test_traceback);
    tcase_add_test(process, test_endless_traceback_keeps_both_ends);
    tcase_add_test(process, test_overflow_is_fatal);
    tcase_add_test(process, test_bump);
    tcase_add_test(process, test_stack_limit);
    tcase_add_test(process, test_calls_aside);
    suite_add_tcase(suite, process);
    return suite;
}
