/* Violations of the verifier's invariants that text cannot say: made by hand in a program that is in order. */
#include "tests/unit/ir_support.h"
#include "tests/unit/suites.h"

#include <string.h>

static const char low_text[] = "program low exceptions E\n"
                               "struct E gc exception {\n}\n"
                               "struct P gc {\n  x: i64\n}\n"
                               "data &d: P {\n  x = 1\n}\n"
                               "graph @f: func(i64, bool) -> i64\n{\n"
                               "start(%x: i64, %b: bool):\n"
                               "  switch %b\n    false -> b1(%x)\n    true -> return(%x)\n"
                               "b1(%y: i64):\n"
                               "  %z: i64 = call[@g] %y\n"
                               "  on_exception\n    normal -> b2(%z)\n    except as %c: ptr(E) -> except(%c)\n"
                               "b2(%v: i64):\n"
                               "  %p: ptr(func(i64) -> i64) = same_as @g\n"
                               "  %q: i64 = call_indirect[{@g}] %p, %v\n"
                               "  jump return(%q)\n"
                               "return(%r: i64):\nexcept(%e: ptr(E)):\n}\n"
                               "graph @g: func(i64) -> i64\n{\n"
                               "start(%x: i64):\n  jump return(%x)\n"
                               "return(%r: i64):\nexcept(%e: ptr(E)):\n}\n";

static const char flow_text[] = "program flow\n"
                                "graph @f\n{\n"
                                "start():\n  %t: py = unpack_star[1, {a}] 1\n  jump return(%t)\n"
                                "return(%r: py):\nexcept(%e: py):\n}\n";

typedef struct Place {
    Program *program;
    Graph *f, *g;
    Block *start, *call, *indirect; /* of f; the last two in low_text only */
} Place;

static void value_without_switch(Place *place) {
    place->g->start->switch_value = place->g->start->inputs[0];
}

static void switch_without_value(Place *place) {
    place->start->switch_value = NULL;
}

static void second_normal_exit(Place *place) {
    place->call->exits[1]->kind = CASE_NORMAL;
}

static void exception_that_is_no_struct(Place *place) {
    place->call->exits[1]->exc_type = type_simple(place->program->types, TY_I64);
}

static void exception_without_case(Place *place) {
    place->start->exits[0]->exception = value_new(place->f, place->f->except_block->inputs[0]->type, NULL);
}

static void graph_missing(Place *place) {
    place->indirect->ops[1]->graphs[0] = NULL;
}

static void name_missing(Place *place) {
    place->start->ops[0]->names = arena_alloc(place->program->arena, sizeof(char *));
    place->start->ops[0]->name_count = 1;
}

static void callee_outside(Place *place) {
    Graph *outside = arena_alloc(place->program->arena, sizeof *outside);
    *outside = *place->g;
    place->call->ops[0]->graph = outside;
}

static void callee_without_type(Place *place) {
    place->g->type = NULL;
}

static void gc_type_record(Place *place) {
    type_find_struct(place->program->types, intern(place->program->names, "P"))->vtable =
        place->program->exception_base;
}

static void index_of_data(Place *place) {
    place->program->data[0]->index = 5;
}

typedef struct Violation {
    const char *text;
    void (*make)(Place *place);
    const char *message; /* how it begins */
    const char *part;    /* what it says */
} Violation;

static const Violation violations[] = {
    {low_text, value_without_switch, "V14: graph g", "a switch value, but no switch"},
    {low_text, switch_without_value, "V14: graph f", "a switch without value"},
    {low_text, second_normal_exit, "V17: graph f", "an exit after the first is not an exception case"},
    {low_text, exception_that_is_no_struct, "V17: graph f", "the exception class is not a gc struct"},
    {low_text, exception_without_case, "V17: graph f", "an exception variable without exception case"},
    {low_text, graph_missing, "V13: graph f", "a graph is missing"},
    {flow_text, name_missing, "V13: graph f", "a name is missing"},
    {low_text, callee_outside, "V35: graph f", "graph g is not in the program"},
    {low_text, callee_without_type, "V26: graph f", "graph g has no type"},
    {low_text, gc_type_record, "V33: ", "the type record of struct P is not a raw struct"},
    {low_text, index_of_data, "V31: ", "the data name d or its index is wrong"},
};

START_TEST(violations_by_hand_are_found) {
    const Violation *violation = &violations[_i];
    Arena *arena = arena_new();
    const char *code;
    Place place = {.program = parsed(arena, violation->text, &code)};
    ck_assert_msg(place.program != NULL, "%s", code);
    const char *message = program_verify(arena, place.program);
    ck_assert_msg(!message, "%s", message);
    place.f = place.program->graphs[0];
    place.start = place.f->start;
    if (place.program->graph_count > 1) {
        place.g = place.program->graphs[1];
        place.call = place.start->exits[0]->target;
        place.indirect = place.call->exits[0]->target;
    }
    violation->make(&place);
    message = program_verify(arena, place.program);
    ck_assert_msg(message && !strncmp(message, violation->message, strlen(violation->message)) &&
                      strstr(message, violation->part),
                  "%s, not %s", message ? message : "in order", violation->part);
    arena_free(arena);
}
END_TEST

Suite *ir_violation_suite(void) {
    Suite *suite = suite_create("ir violations");
    TCase *tests = tcase_create("by hand");
    tcase_add_loop_test(tests, violations_by_hand_are_found, 0, sizeof violations / sizeof *violations);
    suite_add_tcase(suite, tests);
    return suite;
}
