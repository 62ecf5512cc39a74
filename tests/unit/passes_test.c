/* Tests of the passes beyond the cases in tests/passes: the manager, counting, size. Random programs are in
 * passes_random_test.c.
 */
#include "tests/unit/suites.h"

#include "passes/passes.h"

#include <string.h>

static const Pos some_pos = {.line = 1};

static Program *new_program(Arena *arena) {
    Program *program = program_new(arena);
    program->stage = STAGE_LOW;
    program->exception_base = type_struct(program->types, "BaseException");
    type_set_fields(program->types, program->exception_base, FLAVOUR_GC, HINT_EXCEPTION, NULL, NULL, 0);
    return program;
}

/* A graph (i64) -> i64 whose start block has its parameter. */
static Graph *new_graph(Program *program, const char *name) {
    Type *integer = type_simple(program->types, TY_I64);
    Graph *graph = program_add_graph(program, name);
    graph->type = type_func(program->types, integer, &integer, 1);
    graph->file = program_add_file(program, "prog.py", "__main__", NULL, 0);
    block_add_input(graph->start, integer, NULL);
    block_add_input(graph->return_block, integer, NULL);
    block_add_input(graph->except_block, type_ptr(program->types, program->exception_base), NULL);
    return graph;
}

static const Pos *position(Graph *graph) {
    Pos *pos = arena_alloc(graph->program->arena, sizeof *pos);
    *pos = some_pos;
    pos->file = graph->file;
    pos->function = "f";
    return pos;
}

static Value *append(Block *block, OpCode code, TypeKind kind, Value *x, Value *y) {
    Value *args[] = {x, y};
    Type *type = type_simple(block->graph->program->types, kind);
    Op *op = op_new(block->graph, code, position(block->graph), type, args, 2);
    block_append(block, op);
    return op->result;
}

static void note_fired(void *data, double seconds, const PassContext *done) {
    (void)seconds;
    *(int64_t *)data += done->fired;
}

/* How often the pass fired. */
static int64_t run_pass(Program *program, PassId pass) {
    int64_t fired = 0;
    PassHooks hooks = {.after = note_fired, .data = &fired, .verify = true};
    const char *wrong = passes_run(program, &(PassPlan){&pass, 1}, &hooks);
    ck_assert_msg(!wrong, "%s", wrong);
    return fired;
}

/* ---- the manager ---- */

START_TEST(test_find) {
    ck_assert_int_eq(pass_find("fold"), PASS_FOLD);
    ck_assert_int_eq(pass_find("join-blocks"), PASS_JOIN_BLOCKS);
    ck_assert_int_eq(pass_find("folds"), PASS_COUNT);
    for (int i = 0; i < PASS_COUNT; i++)
        ck_assert_int_eq((int)pass_find(pass_info[i].text), i);
}
END_TEST

typedef struct Log {
    char text[256];
    int64_t fired;
} Log;

static void log_before(void *data, PassId pass, Program *program) {
    Log *log = data;
    ck_assert_ptr_nonnull(program);
    strcat(strcat(log->text, "<"), pass_info[pass].text);
}

static void log_after(void *data, double seconds, const PassContext *done) {
    Log *log = data;
    ck_assert(seconds >= 0);
    strcat(strcat(log->text, ">"), pass_info[done->pass].text);
    log->fired += done->fired;
}

START_TEST(test_hooks) {
    Arena *arena = arena_new();
    Program *program = new_program(arena);
    Graph *graph = new_graph(program, "f");
    Value *sum = append(graph->start, OP_INT_ADD, TY_I64, const_int(program, 1), const_int(program, 2));
    block_jump(graph->start, graph->return_block, &sum, 1);
    PassId items[] = {PASS_DEAD_CODE, PASS_FOLD};
    PassPlan plan = {items, 2};
    Log log = {0};
    PassHooks hooks = {.before = log_before, .after = log_after, .data = &log, .verify = true};
    ck_assert_ptr_null(passes_run(program, &plan, &hooks));
    ck_assert_str_eq(log.text, "<dead-code>dead-code<fold>fold");
    ck_assert_int_eq(log.fired, 1);
    arena_free(arena);
}
END_TEST

START_TEST(test_verifier_names_the_pass) {
    Arena *arena = arena_new();
    Program *program = new_program(arena);
    Graph *graph = new_graph(program, "f");
    block_jump(graph->start, graph->return_block, NULL, 0); /* lacks an argument */
    PassId items[] = {PASS_JOIN_BLOCKS};
    PassPlan plan = {items, 1};
    PassHooks hooks = {.verify = true};
    const char *message = passes_run(program, &plan, &hooks);
    ck_assert_msg(message && !strncmp(message, "after pass join-blocks: V05", 27), "%s", message ? message : "NULL");
    arena_free(arena);
}
END_TEST

START_TEST(test_refuses_flow) {
    Arena *arena = arena_new();
    Program *program = new_program(arena);
    program->stage = STAGE_FLOW;
    PassId items[] = {PASS_FOLD};
    ck_assert_ptr_nonnull(passes_run(program, &(PassPlan){items, 1}, NULL));
    ck_assert_ptr_null(passes_run(program, &(PassPlan){NULL, 0}, NULL));
    arena_free(arena);
}
END_TEST

/* ---- size ---- */

enum { LARGE = 100000 };

START_TEST(test_large_block) {
    Arena *arena = arena_new();
    Program *program = new_program(arena);
    Graph *graph = new_graph(program, "f");
    Value *dead = graph->start->inputs[0], *sum = const_int(program, 0), *one = const_int(program, 1);
    for (int i = 0; i < LARGE; i++) {
        sum = append(graph->start, OP_INT_ADD, TY_I64, sum, one);
        dead = append(graph->start, OP_INT_ADD, TY_I64, dead, one);
    }
    block_jump(graph->start, graph->return_block, &sum, 1);
    ck_assert_int_eq(run_pass(program, PASS_FOLD), LARGE);
    ck_assert_int_eq(graph->start->exits[0]->args[0]->constant.integer, LARGE);
    ck_assert_int_eq(run_pass(program, PASS_DEAD_CODE), LARGE);
    ck_assert_int_eq(graph->start->op_count, 0);
    arena_free(arena);
}
END_TEST

/* A chain of blocks, each with a decided exit to the next one, an undecided value and a constant on the way. */
static Block *build_chain(Graph *graph) {
    Program *program = graph->program;
    Type *integer = type_simple(program->types, TY_I64);
    Block *block = graph->start;
    Value *x = block->inputs[0], *n = const_int(program, 0);
    for (int i = 0; i < LARGE; i++) {
        Block *next = block_new(graph);
        Value *args[] = {x, n};
        x = block_add_input(next, integer, NULL);
        n = block_add_input(next, integer, NULL);
        block_set_switch(block, append(block, OP_INT_EQ, TY_BOOL, args[1], const_int(program, -1)));
        block_add_exit(block, CASE_BOOL, false, next, args, 2);
        block_add_exit(block, CASE_BOOL, true, graph->return_block, args, 1);
        n = append(next, OP_INT_ADD, TY_I64, n, const_int(program, 1));
        block = next;
    }
    block_jump(block, graph->return_block, &x, 1);
    return block;
}

START_TEST(test_long_chain) {
    Arena *arena = arena_new();
    Program *program = new_program(arena);
    Graph *graph = new_graph(program, "f");
    build_chain(graph);
    ck_assert_int_eq(run_pass(program, PASS_FOLD), 3 * LARGE);
    ck_assert_int_eq(run_pass(program, PASS_DEAD_CODE), LARGE); /* the counter */
    ck_assert_int_eq(run_pass(program, PASS_JOIN_BLOCKS), LARGE);
    ck_assert_int_eq(graph->block_count, 3);
    ck_assert_ptr_eq(graph->start->exits[0]->args[0], graph->start->inputs[0]);
    arena_free(arena);
}
END_TEST

Suite *passes_suite(void) {
    Suite *suite = suite_create("passes");
    TCase *manager = tcase_create("manager");
    tcase_add_test(manager, test_find);
    tcase_add_test(manager, test_hooks);
    tcase_add_test(manager, test_verifier_names_the_pass);
    tcase_add_test(manager, test_refuses_flow);
    suite_add_tcase(suite, manager);
    TCase *size = tcase_create("size");
    tcase_set_timeout(size, 60);
    tcase_add_test(size, test_large_block);
    tcase_add_test(size, test_long_chain);
    suite_add_tcase(suite, size);
    return suite;
}
