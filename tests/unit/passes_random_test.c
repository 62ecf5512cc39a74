/* Random programs (tests/unit/maker_program.c) whose result no pass may change: a property test of all passes, alone
 * and in random orders. FIRST_SEED in the environment makes other programs, and says how often each pass fired.
 */
#include "tests/unit/eval_support.h"
#include "tests/unit/maker_program.h"
#include "tests/unit/suites.h"

#include "passes/passes.h"

#include <stdlib.h>
#include <string.h>

enum { PROGRAMS = 200, MOST_OPS = 4000000 };

typedef struct Outcome {
    int64_t value;
    const char *exception;
    uint64_t ops;
} Outcome;

static Outcome run(Arena *arena, Program *program, uint64_t seed) {
    EvalOptions options = {.err = fopen("/dev/null", "w"), .max_ops = MOST_OPS};
    Const value = {0};
    EvalResult result = graph_eval(arena, program->entry, NULL, 0, &options, &value);
    fclose(options.err);
    bool is_over = result.outcome == EVAL_DONE || result.outcome == EVAL_LIMIT;
    ck_assert_msg(is_over, "seed %d: %s", (int)seed, result.error);
    return (Outcome){value.integer, result.outcome == EVAL_LIMIT ? "limit" : result.exception, result.op_count};
}

static bool is_overflow(const Outcome *outcome) {
    return outcome->exception && !strcmp(outcome->exception, "IntegerOverflow");
}

static bool same(const Outcome *a, const Outcome *b) {
    if (a->exception || b->exception)
        return a->exception && b->exception && !strcmp(a->exception, b->exception);
    return a->value == b->value;
}

static void note_fired(void *data, double seconds, const PassContext *done) {
    (void)seconds;
    *(int64_t *)data += done->fired;
}

/* Runs the passes on a fresh copy of the program; the result is looked at after every one, or in the end only (which is
 * cheaper). fired[pass]: whether it did anything. */
static void check_order(uint64_t seed, const PassId *order, int count, bool each, bool *fired,
                        const Outcome *expected) {
    Arena *arena = arena_new();
    Program *program = maker_program(arena, seed);
    bool may_wrap = false; /* sums of which only the low bits matter */
    for (int i = 0; i < count; i++) {
        int64_t times = 0;
        PassHooks hooks = {.after = note_fired, .data = &times, .verify = true};
        const char *wrong = passes_run(program, &(PassPlan){(PassId *)&order[i], 1}, &hooks);
        ck_assert_msg(!wrong, "seed %d: %s", (int)seed, wrong);
        fired[order[i]] |= times > 0;
        may_wrap |= order[i] == PASS_RANGES;
        if (!each && i < count - 1)
            continue;
        Outcome outcome = run(arena, program, seed);
        ck_assert_msg(same(expected, &outcome) || (may_wrap && is_overflow(expected)),
                      "seed %d: after %s (number %d) %lld %s instead of %lld %s", (int)seed, pass_info[order[i]].text,
                      i, (long long)outcome.value, outcome.exception ? outcome.exception : "",
                      (long long)expected->value, expected->exception ? expected->exception : "");
    }
    arena_free(arena);
}

static int by_size(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* Cold functions are left alone by the passes that this test is about: as a rule there are none. */
static int usual_sequence(PassId *sequence, bool with_cold) {
    int length = 0;
    for (int i = 0; i < SEQUENCE_LENGTH; i++)
        if (with_cold || pass_sequence[i] != PASS_COLD)
            sequence[length++] = pass_sequence[i];
    return length;
}

START_TEST(test_random_programs) {
    enum { LENGTH = 6 };
    int fired_in[PASS_COUNT] = {0}, too_long = 0;
    uint64_t ops[PROGRAMS];
    const char *first_seed = getenv("FIRST_SEED");
    for (int i = 0; i < PROGRAMS; i++) {
        int seed = i + (first_seed ? atoi(first_seed) : 0);
        Arena *arena = arena_new();
        Program *program = maker_program(arena, (uint64_t)seed);
        const char *wrong = program_verify(arena, program);
        ck_assert_msg(!wrong, "seed %d: %s", seed, wrong);
        Outcome expected = run(arena, program, (uint64_t)seed);
        ops[i] = expected.ops;
        arena_free(arena);
        if (expected.ops > MOST_OPS / 2) {
            too_long++;
            continue;
        }
        bool fired[PASS_COUNT] = {0};
        uint64_t state = (uint64_t)seed + 99;
        PassId order[LENGTH];
        for (int j = 0; j < LENGTH; j++)
            order[j] = (PassId)maker_number(&state, PASS_COUNT);
        check_order((uint64_t)seed, order, LENGTH, true, fired, &expected);
        PassId sequence[SEQUENCE_LENGTH];
        int length = usual_sequence(sequence, seed % 4 == 0);
        check_order((uint64_t)seed, sequence, length, false, fired, &expected);
        PassId alone = (PassId)(seed % PASS_COUNT);
        check_order((uint64_t)seed, &alone, 1, true, fired, &expected);
        for (int pass = 0; pass < PASS_COUNT; pass++)
            fired_in[pass] += fired[pass];
    }
    ck_assert_msg(too_long * 20 <= PROGRAMS, "%d programs run too long", too_long);
    qsort(ops, PROGRAMS, sizeof *ops, by_size);
    ck_assert_msg(ops[PROGRAMS / 2] >= 100, "%d operations at the median", (int)ops[PROGRAMS / 2]);
    for (int i = 0; first_seed && i < PASS_COUNT; i++)
        printf("%s %d%s", pass_info[i].text, fired_in[i], i < PASS_COUNT - 1 ? ", " : "\n");
    for (int i = 0; !first_seed && i < PASS_COUNT; i++)
        ck_assert_msg(i == PASS_OWNERSHIP || fired_in[i] * 5 >= PROGRAMS, "%s fired in %d of %d programs",
                      pass_info[i].text, fired_in[i], PROGRAMS);
}
END_TEST

Suite *passes_random_suite(void) {
    Suite *suite = suite_create("passes random");
    TCase *random = tcase_create("random programs");
    tcase_set_timeout(random, 240);
    tcase_add_test(random, test_random_programs);
    suite_add_tcase(suite, random);
    return suite;
}
