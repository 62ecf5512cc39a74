/* Editing, printing and reading random graphs: whatever is done to them, they stay well-formed and survive text. */
#include "ir/eval.h"
#include "tests/unit/ir_support.h"
#include "tests/unit/suites.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SEEDS = 60, MUTATIONS = 3000, LARGE = 100000 };

static void assert_in_order(Arena *arena, Program *program) {
    const char *message = program_verify(arena, program);
    ck_assert_msg(!message, "%s", message);
}

START_TEST(random_programs_survive_text) {
    for (uint64_t seed = 0; seed < SEEDS; seed++) {
        Arena *arena = arena_new();
        Program *program = random_program(arena, seed, 1 + (int)seed);
        assert_in_order(arena, program);
        const char *text = printed(arena, program), *code;
        Program *again = parsed(arena, text, &code);
        ck_assert_msg(again != NULL, "%s", code);
        assert_in_order(arena, again);
        ck_assert_str_eq(printed(arena, again), text);
        arena_free(arena);
    }
}
END_TEST

START_TEST(renumbering_is_reverse_postorder) {
    Arena *arena = arena_new();
    Graph *graph = random_program(arena, 5, 50)->graphs[0];
    graph_renumber(graph);
    ck_assert_ptr_eq(graph->blocks[0], graph->start);
    ck_assert_ptr_eq(graph->blocks[graph->block_count - 2], graph->return_block);
    ck_assert_ptr_eq(graph->blocks[graph->block_count - 1], graph->except_block);
    LinkIndex *index = link_index(arena, graph);
    for (int i = 1; i < graph->block_count - 2; i++) {
        bool has_earlier = false;
        ck_assert_uint_eq(graph->blocks[i]->id, i);
        for (int j = 0; j < index->counts[i]; j++) {
            ck_assert_ptr_eq(index->incoming[i][j]->target, graph->blocks[i]);
            has_earlier |= index->incoming[i][j]->source->id < (uint32_t)i;
        }
        ck_assert(has_earlier);
    }
    arena_free(arena);
}
END_TEST

/* Splits blocks and links all over the graph. */
static void split_at_random(Graph *graph, uint64_t *state) {
    for (int i = 0; i < 30; i++) {
        Block *block = graph->blocks[random_below(state, (uint32_t)graph->block_count)];
        if (block == graph->return_block || block == graph->except_block)
            continue;
        if (random_below(state, 2))
            link_split(block->exits[random_below(state, (uint32_t)block->exit_count)]);
        else if (block->switch_kind != SWITCH_EXCEPTION)
            block_split(block, (int)random_below(state, (uint32_t)block->op_count + 1));
        else
            block_split(block, (int)random_below(state, (uint32_t)block->op_count));
    }
}

START_TEST(splits_keep_graphs_in_order) {
    for (uint64_t seed = 1; seed < SEEDS; seed++) {
        Arena *arena = arena_new();
        Program *program = random_program(arena, seed, 12);
        uint64_t state = seed;
        split_at_random(program->graphs[0], &state);
        assert_in_order(arena, program);
        arena_free(arena);
    }
}
END_TEST

/* The text of a graph's body, without its name. */
static const char *body_text(Arena *arena, const Graph *graph) {
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    graph_print(graph, out);
    fclose(out);
    const char *copy = arena_text(arena, strchr(text, '{'), length - (size_t)(strchr(text, '{') - text));
    free(text);
    return copy;
}

START_TEST(copies_are_equal_and_separate) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, 9, 40);
    const char *before = body_text(arena, program->graphs[0]);
    Graph *copy = graph_copy(program->graphs[0], "g");
    ck_assert_str_eq(body_text(arena, copy), before);
    assert_in_order(arena, program);
    uint64_t state = 3;
    split_at_random(copy, &state);
    assert_in_order(arena, program);
    ck_assert_str_eq(body_text(arena, program->graphs[0]), before);
    arena_free(arena);
}
END_TEST

/* Changes a few bytes: by others of the text, so that much of it stays nearly right. */
static char *mutated(Arena *arena, const char *text, uint64_t *state) {
    size_t length = strlen(text);
    char *copy = arena_text(arena, text, length);
    for (uint32_t i = 1 + random_below(state, 4); i > 0; i--) {
        size_t at = random_below(state, (uint32_t)length), from = random_below(state, (uint32_t)length);
        size_t count = 1 + random_below(state, 8);
        for (size_t j = 0; j < count && at + j < length && from + j < length; j++)
            copy[at + j] = text[from + j];
    }
    return copy;
}

START_TEST(malformed_text_is_refused_politely) {
    Arena *arena = arena_new();
    const char *text = printed(arena, random_program(arena, 4, 6));
    uint64_t state = 11;
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
        Arena *scratch = arena_new();
        const char *code;
        Program *program = parsed(scratch, mutated(scratch, text, &state), &code);
        ck_assert_int_eq(program == NULL, code != NULL);
        if (program)
            program_verify(scratch, program);
        refused += !program;
        arena_free(scratch);
    }
    ck_assert_int_gt(refused, MUTATIONS / 4);
    ck_assert_int_lt(refused, MUTATIONS);
    arena_free(arena);
}
END_TEST

START_TEST(large_graphs_take_linear_time) {
    clock_t start = clock();
    Arena *arena = arena_new();
    Program *program = random_program(arena, 2, LARGE);
    Graph *graph = program->graphs[0];
    /* a chain through all blocks, so that none is unreachable and the search is as deep as can be */
    for (int i = 0; i < graph->block_count; i++)
        graph->blocks[i]->exit_count = 0;
    Block *last = graph->start;
    for (int i = 3; i < graph->block_count; i++) {
        Block *block = graph->blocks[i];
        last->switch_kind = SWITCH_NONE;
        last->switch_value = NULL;
        block->input_count = block->op_count = 0;
        block_jump(last, block, NULL, 0);
        last = block;
    }
    Value *zero = const_int(program, 0);
    last->switch_kind = SWITCH_NONE;
    last->switch_value = NULL;
    block_jump(last, graph->return_block, &zero, 1);
    assert_in_order(arena, program);
    ck_assert_int_ge(graph->block_count, LARGE);
    const char *text = printed(arena, program), *code;
    Program *again = parsed(arena, text, &code);
    ck_assert_ptr_nonnull(again);
    graph_copy(again->graphs[0], "g");
    assert_in_order(arena, again);
    arena_free(arena);
    ck_assert_msg((double)(clock() - start) / CLOCKS_PER_SEC < 10, "%.1f s",
                  (double)(clock() - start) / CLOCKS_PER_SEC);
}
END_TEST

/* ---- documentation ---- */

static char *file_text(Arena *arena, const char *path) {
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s (tests run in the project's root)", path);
    char *text = arena_alloc(arena, 1 << 20);
    ck_assert_uint_lt(fread(text, 1, (1 << 20) - 1, file), (1 << 20) - 1);
    fclose(file);
    return text;
}

/* Whether the program runs to its end with status 0, if it has an entry. */
static void assert_runs(Arena *arena, Program *program) {
    if (!program->entry)
        return;
    EvalResult result = program_eval(arena, program, &(EvalOptions){0});
    ck_assert_msg(result.outcome == EVAL_DONE && !result.status, "%s", result.error ? result.error : "status");
}

START_TEST(documented_examples_are_valid) {
    Arena *arena = arena_new();
    int examples = 0;
    char *at = file_text(arena, "docs/ir.md");
    while ((at = strstr(at, "```ir\n"))) {
        char *start = at + strlen("```ir\n"), *end = strstr(start, "```");
        const char *code;
        Program *program = parsed(arena, arena_text(arena, start, (size_t)(end - start)), &code);
        ck_assert_msg(program != NULL, "example %d: %s", examples, code);
        assert_in_order(arena, program);
        assert_runs(arena, program);
        examples++;
        at = end + 3;
    }
    ck_assert_int_ge(examples, 6);
    arena_free(arena);
}
END_TEST

/* ---- what text cannot say: violations made by hand ---- */

static void assert_violates(Arena *arena, Program *program, const char *number) {
    const char *message = program_verify(arena, program);
    ck_assert_msg(message && !strncmp(message, number, 3), "%s", message ? message : "in order");
}

START_TEST(a_block_belongs_to_one_graph) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, 1, 3);
    Graph *copy = graph_copy(program->graphs[0], "g");
    copy->start->exits[0]->source = copy->return_block;
    assert_violates(arena, program, "V01");
    copy->start->exits[0]->source = copy->start;
    assert_in_order(arena, program);
    copy->start = program->graphs[0]->start;
    assert_violates(arena, program, "V01");
    arena_free(arena);
}
END_TEST

START_TEST(the_three_blocks_are_different) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, 1, 3);
    program->graphs[0]->start = program->graphs[0]->return_block;
    assert_violates(arena, program, "V01");
    arena_free(arena);
}
END_TEST

START_TEST(names_and_indices_are_checked) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, 1, 3);
    graph_copy(program->graphs[0], "g")->name = program->graphs[0]->name;
    assert_violates(arena, program, "V31");
    program = random_program(arena, 1, 3);
    program->graphs[0]->index = 7;
    assert_violates(arena, program, "V31");
    arena_free(arena);
}
END_TEST

START_TEST(pictures_name_every_block) {
    Arena *arena = arena_new();
    Program *program = random_program(arena, 8, 10);
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    const char *error = NULL;
    ck_assert(graphs_draw(arena, &(PictureGraph){program->graphs[0], NULL, NULL}, 1, PICTURE_DOT, out, &error));
    fclose(out);
    ck_assert_ptr_eq(strstr(text, "digraph"), text);
    for (int i = 0; i < program->graphs[0]->block_count - 1; i++)
        ck_assert_ptr_nonnull(strstr(text, arena_printf(arena, "g0_b%d", i)));
    free(text);
    arena_free(arena);
}
END_TEST

Suite *ir_graph_suite(void) {
    Suite *suite = suite_create("ir graphs");
    TCase *tests = tcase_create("random graphs");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, random_programs_survive_text);
    tcase_add_test(tests, renumbering_is_reverse_postorder);
    tcase_add_test(tests, splits_keep_graphs_in_order);
    tcase_add_test(tests, copies_are_equal_and_separate);
    tcase_add_test(tests, malformed_text_is_refused_politely);
    tcase_add_test(tests, large_graphs_take_linear_time);
    tcase_add_test(tests, documented_examples_are_valid);
    tcase_add_test(tests, a_block_belongs_to_one_graph);
    tcase_add_test(tests, the_three_blocks_are_different);
    tcase_add_test(tests, names_and_indices_are_checked);
    tcase_add_test(tests, pictures_name_every_block);
    suite_add_tcase(suite, tests);
    return suite;
}
