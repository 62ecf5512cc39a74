/* Tests of the exception and the GC transform: every program of tests/exc is run before and after each of them. Its
 * first lines say what is expected: # status: N, # exception: NAME # trace: LINE     what the program writes to stream
 * 2 from stage exc on, without indentation # only: exc       not to be run before the transform
 */
#include "tests/unit/eval_support.h"
#include "tests/unit/suites.h"

#include "gctransform/gctransform.h"
#include "passes/passes.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

typedef struct Case {
    Arena *arena;
    const char *path, *text;
    const char *exception; /* or NULL */
    int status;
    const char *trace; /* "" if none is expected */
} Case;

static const char *read_text(Arena *arena, const char *path) {
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "cannot open %s", path);
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *text = arena_alloc(arena, length + 1);
    ck_assert_uint_eq(fread(text, 1, length, file), length);
    fclose(file);
    return text;
}

/* The texts of all lines `# key: text`, a newline after each. */
static const char *directives(Arena *arena, const char *text, const char *key) {
    const char *mark = arena_printf(arena, "# %s: ", key), *all = "";
    for (const char *at = text; (at = strstr(at, mark)) != NULL;) {
        at += strlen(mark);
        all = arena_printf(arena, "%s%.*s\n", all, (int)strcspn(at, "\n"), at);
    }
    return all;
}

static const char *directive(Arena *arena, const char *text, const char *key) {
    const char *all = directives(arena, text, key);
    return *all ? arena_text(arena, all, strcspn(all, "\n")) : NULL;
}

static const char *without_indentation(Arena *arena, const char *text) {
    char *result = arena_alloc(arena, strlen(text) + 1), *to = result;
    bool begins = true;
    for (; *text; text++) {
        if (!begins || *text != ' ')
            *to++ = *text;
        begins = *text == '\n' || (begins && *text == ' ');
    }
    return result;
}

static void expect(const Case *test, const char *when, Program *program) {
    char *text = NULL;
    size_t length = 0;
    EvalOptions options = {.err = open_memstream(&text, &length), .max_ops = 50000000};
    EvalResult result = eval_test_run(test->arena, program, options, NULL);
    fclose(options.err);
    ck_assert_msg(result.outcome == EVAL_DONE, "%s %s: %s", test->path, when, result.error);
    ck_assert_msg(result.status == test->status, "%s %s: status %d", test->path, when, result.status);
    ck_assert_msg(!test->exception == !result.exception &&
                      (!test->exception || !strcmp(test->exception, result.exception)),
                  "%s %s: exception %s", test->path, when, result.exception ? result.exception : "none");
    if (program->stage > STAGE_LOW)
        ck_assert_str_eq(without_indentation(test->arena, text), test->trace);
    free(text);
}

static void verify(const Case *test, const char *when, Program *program) {
    const char *wrong = program_verify(test->arena, program);
    ck_assert_msg(!wrong, "%s %s: %s", test->path, when, wrong);
}

static void run_all_passes(const Case *test, const char *when, Program *program) {
    PassId all[] = {PASS_FOLD, PASS_DEAD_CODE, PASS_JOIN_BLOCKS, PASS_FOLD};
    PassPlan plan = {all, sizeof all / sizeof *all};
    PassHooks hooks = {.verify = true};
    const char *wrong = passes_run(program, &plan, &hooks);
    ck_assert_msg(!wrong, "%s %s: %s", test->path, when, wrong);
    expect(test, when, program);
}

/* Through both transforms, with all passes run at one of the three stages. */
static void check_road(const Case *test, int passes_at, GcKind kind) {
    Program *program = eval_test_parse(test->arena, test->path, test->text, true);
    bool is_only_explicit = directive(test->arena, test->text, "only") != NULL;
    if (!is_only_explicit)
        expect(test, "at stage low", program);
    if (passes_at == STAGE_LOW && !is_only_explicit)
        run_all_passes(test, "after passes at stage low", program);
    exceptions_transform(program);
    ck_assert_int_eq(program->stage, STAGE_EXC);
    verify(test, "at stage exc", program);
    expect(test, "at stage exc", program);
    if (passes_at == STAGE_EXC)
        run_all_passes(test, "after passes at stage exc", program);
    gc_transform(program, kind, (GcOptions){.inlines = true});
    ck_assert_int_eq(program->stage, STAGE_GC);
    verify(test, "at stage gc", program);
    expect(test, "at stage gc", program);
    if (passes_at == STAGE_GC)
        run_all_passes(test, "after passes at stage gc", program);
}

static int is_program(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    return dot && !strcmp(dot, ".ir");
}

static int list_programs(struct dirent ***entries) {
    int count = scandir("tests/exc", entries, is_program, alphasort);
    return count < 0 ? 0 : count;
}

START_TEST(test_program) {
    struct dirent **entries;
    ck_assert_int_gt(list_programs(&entries), _i);
    Case test = {.arena = arena_new()};
    test.path = arena_printf(test.arena, "tests/exc/%s", entries[_i]->d_name);
    test.text = read_text(test.arena, test.path);
    const char *status = directive(test.arena, test.text, "status");
    test.status = status ? atoi(status) : 0;
    test.exception = directive(test.arena, test.text, "exception");
    test.trace = directives(test.arena, test.text, "trace");
    check_road(&test, STAGE_LOW, GC_NONE);
    check_road(&test, STAGE_EXC, GC_BOEHM);
    check_road(&test, STAGE_GC, GC_NONE);
    arena_free(test.arena);
}
END_TEST

/* ---- what the transforms leave ---- */

static int count_ops(const Program *program, const char *graph_name, OpCode code) {
    const Graph *graph = program_find_graph(program, graph_name);
    int count = 0;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            count += graph->blocks[i]->ops[j]->code == code;
    return count;
}

static Program *load(Arena *arena, const char *path) {
    return eval_test_parse(arena, path, read_text(arena, path), true);
}

START_TEST(test_idle_checks_go) {
    Arena *arena = arena_new();
    Program *program = load(arena, "tests/exc/handlers.ir");
    exceptions_transform(program);
    ck_assert_int_eq(count_ops(program, "m.h", OP_EXC_PENDING), 0);
    ck_assert_int_eq(count_ops(program, "m.any", OP_EXC_PENDING), 1);
    ck_assert_int_eq(program_find_graph(program, "m.h")->block_count, 3);
    const Block *start = program_find_graph(program, "main")->start;
    for (int i = 0; i < start->op_count; i++) {
        const Op *op = start->ops[i];
        bool can_raise = op->code == OP_CALL && strcmp(op->graph->name, "m.h") != 0;
        ck_assert_msg(op->propagate == can_raise, "op %d", i);
    }
    arena_free(arena);
}
END_TEST

START_TEST(test_one_stack_check_a_cycle) {
    Arena *arena = arena_new();
    Program *program = load(arena, "tests/exc/recursion.ir");
    exceptions_transform(program);
    int pair = count_ops(program, "m.even", OP_STACK_CHECK) + count_ops(program, "m.odd", OP_STACK_CHECK);
    ck_assert_int_eq(pair, 1);
    ck_assert_int_eq(count_ops(program, "m.self", OP_STACK_CHECK), 1);
    ck_assert_int_eq(count_ops(program, "main", OP_STACK_CHECK), 0);
    arena_free(arena);
}
END_TEST

/* The evaluator ends at once on overflow, so that it does not notice a handler that would catch the fatal exception. */
START_TEST(test_fatal_is_no_exception) {
    Arena *arena = arena_new();
    Program *program = load(arena, "tests/exc/fatal.ir");
    exceptions_transform(program);
    ck_assert_int_eq(count_ops(program, "m.g", OP_IS_INSTANCE), 2); /* KeyError, and for `except:` BaseException */
    PassId fold[] = {PASS_FOLD};
    ck_assert_ptr_null(passes_run(program, &(PassPlan){fold, 1}, NULL));
    ck_assert_int_eq(count_ops(program, "m.g", OP_IS_INSTANCE), 2);
    arena_free(arena);
}
END_TEST

START_TEST(test_atomic_allocation) {
    Arena *arena = arena_new();
    Program *program = load(arena, "tests/exc/trace.ir");
    exceptions_transform(program);
    gc_transform(program, GC_BOEHM, (GcOptions){.inlines = true});
    const Graph *attach = program_find_graph(program, "weft.core.exceptions._exc_attach");
    const Graph *inner = program_find_graph(program, "m.inner");
    ck_assert_int_eq(attach->start->ops[1]->code, OP_GC_ALLOC_VAR);
    ck_assert_str_eq(attach->start->ops[1]->name, "boehm_atomic"); /* an array of integers */
    ck_assert_int_eq(inner->start->ops[0]->code, OP_GC_ALLOC);
    ck_assert_str_eq(inner->start->ops[0]->name, "boehm"); /* inherits a pointer */
    ck_assert_int_eq(inner->start->ops[0]->args[0]->constant.integer, 16);
    arena_free(arena);
}
END_TEST

/* A chain of calls as long as this must neither overflow the stack nor take more than linear time. */
START_TEST(test_long_call_chain) {
    enum { LENGTH = 100000 };
    Arena *arena = arena_new();
    Program *program = program_new(arena);
    program->stage = STAGE_LOW;
    Type *nothing = type_simple(program->types, TY_VOID);
    Type *type = type_func(program->types, nothing, NULL, 0);
    Type *exception = type_struct(program->types, "BaseException");
    type_set_fields(program->types, exception, FLAVOUR_GC, HINT_EXCEPTION, NULL, NULL, 0);
    program->exception_base = exception;
    static const Pos pos = {.line = 1};
    Graph *last = NULL;
    for (int i = 0; i < LENGTH; i++) {
        Graph *graph = program_add_graph(program, arena_printf(arena, "f%d", i));
        graph->type = type;
        block_add_input(graph->return_block, nothing, NULL);
        block_add_input(graph->except_block, type_ptr(program->types, exception), NULL);
        if (last) {
            Op *call = op_new(graph, OP_CALL, &pos, nothing, NULL, 0);
            call->graph = last;
            block_append(graph->start, call);
        }
        Value *none = const_void(program);
        block_jump(graph->start, graph->return_block, &none, 1);
        last = graph;
    }
    exceptions_transform(program);
    ck_assert(!last->start->ops[0]->propagate);
    arena_free(arena);
}
END_TEST

Suite *gctransform_suite(void) {
    Suite *suite = suite_create("gctransform");
    TCase *programs = tcase_create("programs");
    tcase_set_timeout(programs, 60);
    struct dirent **entries;
    int count = list_programs(&entries);
    tcase_add_loop_test(programs, test_program, 0, count ? count : 1); /* none: fails */
    suite_add_tcase(suite, programs);
    TCase *shape = tcase_create("shape");
    tcase_set_timeout(shape, 30);
    tcase_add_test(shape, test_idle_checks_go);
    tcase_add_test(shape, test_one_stack_check_a_cycle);
    tcase_add_test(shape, test_fatal_is_no_exception);
    tcase_add_test(shape, test_atomic_allocation);
    tcase_add_test(shape, test_long_call_chain);
    suite_add_tcase(suite, shape);
    return suite;
}
