/* Every memory error that the evaluator reports, provoked once, with its message. */
#include "tests/unit/eval_support.h"

#include <string.h>

static const char preamble[] = "program low entry @main\n"
                               "file \"prog.py\"\n"
                               "struct point label \"Point\" gc {\n  x: i64\n  y: i64\n}\n"
                               "struct point3 gc super point {\n  z: i64\n}\n"
                               "struct \"list[int]\" gc {\n  spare: i64\n  items: array(gc, i64)\n}\n"
                               "struct node raw {\n  left: ptr(node)\n  value: i32\n}\n"
                               "struct bytes raw {\n  data: array(raw, u8, nolength)\n}\n"
                               "struct text raw {\n  data: array(raw, u8)\n}\n"
                               "data &origin: point {\n  x = 7\n}\n"
                               "data &fixed: text length 2 {\n}\n"
                               "graph @main: func() -> i64\n"
                               "  pyname main file \"prog.py\"\n"
                               "{\n"
                               "b0():\n";
static const char ending[] = "  jump return(0)\n"
                             "return(%r.90: i64):\n"
                             "except(%e.91: ptr(point)):\n"
                             "}\n";

typedef struct MemoryCase {
    const char *body;
    const char *message; /* NULL: no error */
} MemoryCase;

#define NEW_LIST "  %l.0: ptr(\"list[int]\") = malloc_var[\"list[int]\"] 2 !3:4-9\n"
#define NEW_RAW "  %a.0: address = raw_malloc 24 !3:0-1\n"

static const MemoryCase cases[] = {
    /* what is allowed */
    {NEW_LIST "  array_set %l.0, 1, 5 !4:0-1\n  %v.1: i64 = array_get %l.0, 1 !5:0-1\n"
              "  array_copy %l.0, 0, %l.0, 1, 1 !6:0-1\n  array_copy %l.0, 2, %l.0, 2, 0 !6:0-1\n"
              "  %b.2: address = array_addr %l.0, 2 !7:0-1\n",
     NULL},
    {NEW_RAW "  store[i64] %a.0, 16, 1 !4:0-1\n  %v.1: i64 = load[i64] %a.0, 16 !5:0-1\n  raw_free %a.0 !6:0-1\n",
     NULL},
    {NEW_RAW "  arena_retire %a.0, 24 !4:0-1\n  arena_reserve %a.0, 24 !5:0-1\n  raw_zero %a.0, 24 !6:0-1\n"
             "  %v.1: i64 = load[i64] %a.0, 8 !7:0-1\n",
     NULL},
    {NEW_RAW "  %b.1: address = raw_malloc 24 !4:0-1\n  raw_copy %b.1, %a.0, 24 !5:0-1\n", NULL},
    {"  %a.0: address = raw_malloc -1 !3:0-1\n  store[i64] %a.0, 0, 1 !4:0-1\n",
     "access through NULL (op `store[i64] %a.0, 0, 1`, graph main, prog.py:4)"},
    /* NULL */
    {"  %p.0: ptr(point) = same_as null: ptr(point) !3:0-1\n  %v.1: i64 = getfield[y] %p.0 !12:2-5\n",
     "access through NULL, at offset 16 (op `getfield[y] %p.0`, graph main, prog.py:12)"},
    {"  setfield[x] null: ptr(point), 1 !4:0-1\n", "access through NULL, at offset 8 (op `setfield[x] null, 1`"},
    {"  %n.0: i64 = array_len null: ptr(\"list[int]\") !4:0-1\n", "access through NULL"},
    {"  %b.0: bool = is_instance[point] null: ptr(point) !4:0-1\n", "access through NULL"},
    {"  %h.0: i64 = identity_hash null: ptr(point) !4:0-1\n", "access through NULL"},
    /* uninitialised, freed, retired, constant, unallocated */
    {NEW_RAW "  store[i32] %a.0, 8, 1 !4:0-1\n  %v.1: i64 = load[i64] %a.0, 8 !5:0-1\n",
     "read of uninitialised memory, at offset 12 of a 24-byte raw block allocated at prog.py:3 (op `load[i64] %a.0, "
     "8`, "
     "graph main, prog.py:5)"},
    {NEW_RAW
     "  %b.1: address = raw_malloc 24 !4:0-1\n  raw_copy %b.1, %a.0, 24 !5:0-1\n  %v.2: i64 = load[i64] %b.1, 0 "
     "!6:0-1\n",
     "read of uninitialised memory, at offset 0 of a 24-byte raw block allocated at prog.py:4"},
    {NEW_RAW "  raw_free %a.0 !7:0-1\n  store[i64] %a.0, 0, 1 !8:0-1\n",
     "use after free, at offset 0 of a 24-byte raw block allocated at prog.py:3 and freed at prog.py:7"},
    {"  %n.0: ptr(node) = malloc[node] !3:0-1\n  free %n.0 !4:0-1\n  %v.1: i64 = getfield[value] %n.0 !5:0-1\n",
     "use after free, at offset 8 of a 16-byte object of `node` allocated at prog.py:3 and freed at prog.py:4"},
    {NEW_RAW "  raw_zero %a.0, 24 !4:0-1\n  arena_retire %a.0, 16 !5:0-1\n  %v.1: i64 = load[i64] %a.0, 8 !6:0-1\n",
     "access to retired memory, at offset 8 of a 24-byte raw block allocated at prog.py:3"},
    {NEW_RAW "  arena_reserve %a.0, 32 !4:0-1\n", "access out of bounds, just past the end of a 24-byte raw block"},
    {"  setfield[x] &origin, 1 !4:0-1\n", "write to constant data, at offset 8 of the 24-byte data `origin`"},
    {"  %a.0: address = int_to_addr 1000000 !3:0-1\n  %v.1: i64 = load[i64] %a.0, 0 !4:0-1\n",
     "access to memory that was never allocated (op `load[i64] %a.0, 0`"},
    /* bounds */
    {NEW_RAW "  store[i64] %a.0, 32, 1 !4:0-1\n", "access out of bounds, 8 bytes past the end of a 24-byte raw block"},
    {NEW_RAW "  store[i64] %a.0, 20, 1 !4:0-1\n", "access out of bounds, just past the end of a 24-byte raw block"},
    {NEW_RAW "  %b.1: address = raw_malloc 16 !4:0-1\n  %c.2: i64 = load[i8] %b.1, -8 !5:0-1\n",
     "access out of bounds, 8 bytes before the start of a 16-byte raw block allocated at prog.py:4"},
    {"  %p.0: ptr(point) = malloc[point] !3:0-1\n  %q.1: ptr(point3) = cast %p.0 !4:0-1\n"
     "  %v.2: i64 = getfield[z] %q.1 !5:0-1\n",
     "access out of bounds, just past the end of a 24-byte object of `point` allocated at prog.py:3 (op `getfield[z] "
     "%q.1`"},
    {NEW_LIST "  %v.1: i64 = array_get %l.0, 2 !4:0-1\n",
     "index 2 is out of range for length 2, in a 40-byte object of `list[int]` allocated at prog.py:3 (op `array_get "
     "%l.0, 2`, graph main, prog.py:4)"},
    {NEW_LIST "  array_set %l.0, -1, 0 !4:0-1\n", "index -1 is out of range for length 2"},
    {NEW_LIST "  array_copy %l.0, 1, %l.0, 0, 2 !4:0-1\n", "2 items from index 1 are out of range for length 2"},
    {NEW_LIST "  %b.1: address = array_addr %l.0, 3 !4:0-1\n", "index 2 is out of range for length 2"},
    {NEW_LIST "  %b.1: address = array_addr %l.0, -1 !4:0-1\n", "index -1 is negative"},
    {"  %b.0: ptr(bytes) = malloc_var[bytes] 3 !3:0-1\n  array_set %b.0, 2, 255 !4:0-1\n  array_set %b.0, 5, 1 "
     "!5:0-1\n",
     "access out of bounds, 2 bytes past the end of a 3-byte object of `bytes` allocated at prog.py:3"},
    {"  %b.0: ptr(bytes) = malloc_var[bytes] 3 !3:0-1\n  %c.1: ptr(bytes) = malloc_var[bytes] 3 !4:0-1\n"
     "  array_copy %c.1, 0, %b.0, 0, 100 !5:0-1\n",
     "access out of bounds"},
    /* free */
    {NEW_RAW "  raw_free %a.0 !4:0-1\n  raw_free %a.0 !5:0-1\n",
     "double free, at offset 0 of a 24-byte raw block allocated at prog.py:3 and freed at prog.py:4 (op `raw_free "
     "%a.0`, graph main, prog.py:5)"},
    {NEW_RAW "  %b.1: address = addr_add %a.0, 8 !4:0-1\n  raw_free %b.1 !5:0-1\n",
     "free of an interior pointer, at offset 8 of a 24-byte raw block"},
    {"  %a.0: address = int_to_addr 0 !3:0-1\n  raw_free %a.0 !5:0-1\n", "free of NULL"},
    {"  %p.0: ptr(point) = malloc[point] !3:0-1\n  %a.1: address = ptr_to_addr %p.0 !3:0-1\n  raw_free %a.1 !5:0-1\n",
     "free of memory that is not raw, at offset 0 of a 24-byte object of `point`"},
    /* ranges of bytes */
    {NEW_RAW "  raw_copy %a.0, %a.0, 25 !4:0-1\n", "access out of bounds, just past the end of a 24-byte raw block"},
    {NEW_RAW "  raw_zero %a.0, 32 !4:0-1\n", "access out of bounds, just past the end of a 24-byte raw block"},
    {NEW_RAW "  arena_retire %a.0, 32 !4:0-1\n", "access out of bounds"},
    {"  %b.0: ptr(bytes) = malloc_var[bytes] 3 !3:0-1\n  %c.1: address = array_addr %b.0, 100000 !4:0-1\n",
     "access out of bounds"},
    {NEW_RAW "  %b.1: ptr(bytes) = addr_to_ptr %a.0 !4:0-1\n  %c.2: ptr(bytes) = malloc_var[bytes] 3 !5:0-1\n"
             "  %n.3: i64 = array_compare %c.2, 0, %b.1, 0, 3 !6:0-1\n",
     "read of uninitialised memory, at offset 0 of a 24-byte raw block"},
    {NEW_LIST "  %n.1: i64 = array_compare %l.0, 0, %l.0, 1, 2 !4:0-1\n", "2 items from index 1 are out of range"},
    {"  array_copy &fixed, 0, &fixed, 1, 1 !4:0-1\n", "write to constant data"},
    /* native functions */
    {"  %a.0: address = raw_malloc 4 !3:0-1\n  %n.1: i64 = call_native[read] 0, %a.0, 5 !4:0-1\n",
     "access out of bounds, just past the end of a 4-byte raw block"},
    {"  %a.0: address = int_to_addr 1000000 !3:0-1\n  raw_free %a.0 !4:0-1\n",
     "access to memory that was never allocated"},
    {NEW_RAW "  %n.1: i64 = call_native[write] 1, %a.0, 4 !4:0-1\n", "read of uninitialised memory, at offset 0"},
    {NEW_RAW "  call_native[out_write] 1, %a.0, 25 !4:0-1\n", "read of uninitialised memory, at offset 0"},
    {"  %a.0: address = raw_malloc 4 !3:0-1\n  %n.1: i64 = call_native[float_repr] 0.125, %a.0 !4:0-1\n",
     "access out of bounds, just past the end of a 4-byte raw block"},
};

static const char *program_text(Arena *arena, const char *body) {
    return arena_printf(arena, "%s%s%s", preamble, body, ending);
}

START_TEST(test_memory) {
    Arena *arena = arena_new();
    const MemoryCase *row = &cases[_i];
    Program *program = eval_test_parse(arena, "case.ir", program_text(arena, row->body), true);
    EvalResult result = eval_test_run(arena, program, (EvalOptions){0}, NULL);
    if (row->message) {
        ck_assert_int_eq(result.outcome, EVAL_MEMORY_ERROR);
        ck_assert_msg(strstr(result.error, row->message) != NULL, "error: %s\nwanted: %s", result.error, row->message);
    } else {
        ck_assert_msg(result.outcome == EVAL_DONE, "%s", result.error);
    }
    arena_free(arena);
}
END_TEST

/* ---- other misuse ---- */

static const MemoryCase misuses[] = {
    {NEW_LIST "  array_copy %l.0, 0, %l.0, 1, -1 !4:0-1\n", "a negative count -1 (op `array_copy"},
    {NEW_LIST "  %v.1: i64 = array_compare %l.0, 0, %l.0, 1, -2 !4:0-1\n", "a negative count -2"},
    {NEW_RAW "  raw_copy %a.0, %a.0, -8 !4:0-1\n", "a negative size -8"},
    {NEW_RAW "  raw_zero %a.0, -8 !4:0-1\n", "a negative size -8"},
    {NEW_RAW "  arena_reserve %a.0, -8 !4:0-1\n", "a negative size -8"},
    {NEW_RAW "  arena_retire %a.0, -8 !4:0-1\n", "a negative size -8"},
    {"  %b.0: ptr(bytes) = malloc_var[bytes] 3 !3:0-1\n  %n.1: i64 = array_len %b.0 !4:0-1\n",
     "the array has no length word"},
    {NEW_RAW "  raw_zero %a.0, 24 !4:0-1\n  %p.1: ptr(point) = addr_to_ptr %a.0 !5:0-1\n"
             "  %i.2: i64 = type_id %p.1 !6:0-1\n",
     "the object's header names no gc type (op `type_id %p.1`, graph main, prog.py:6)"},
    {NEW_RAW "  store[u8] %a.0, 0, 7 !4:0-1\n  %b.1: bool = load[bool] %a.0, 0 !5:0-1\n"
             "  switch %b.1\n    false -> b1()\n    true -> b1()\nb1():\n",
     "no exit for the switch value 7"},
    {"  %a.0: address = raw_malloc 4 !3:0-1\n  %n.1: i64 = call_native[write] 1, %a.0, -4 !4:0-1\n",
     "a negative count -4"},
    {"  %a.0: address = raw_malloc 4 !3:0-1\n  %n.1: i64 = call_native[read] 0, %a.0, -4 !4:0-1\n",
     "a negative count -4"},
    {"  %n.0: i64 = call_native[arg_length] 9 !4:0-1\n", "there is no argument 9"},
    {"  %a.0: address = raw_malloc 4 !3:0-1\n  call_native[arg_copy] -1, %a.0 !4:0-1\n", "there is no argument -1"},
    {"  %n.0: i64 = call_native[trace_get] 0 !4:0-1\n", "the traceback has no row 0"},
    {"  call_native[trace_print] 5 !4:0-1\n", "argument 0 is no row of a traceback"},
};

START_TEST(test_misuse) {
    Arena *arena = arena_new();
    Program *program = eval_test_parse(arena, "case.ir", program_text(arena, misuses[_i].body), true);
    EvalResult result = eval_test_run(arena, program, (EvalOptions){0}, NULL);
    ck_assert_int_eq(result.outcome, EVAL_BROKEN);
    ck_assert_msg(strstr(result.error, misuses[_i].message) != NULL, "error: %s", result.error);
    arena_free(arena);
}
END_TEST

/* Frees of many blocks: chunks leave the quarantine, and the memory in use stays bounded. */
START_TEST(test_quarantine) {
    Arena *arena = arena_new();
    const char *body = "  jump b1(0)\n"
                       "b1(%i.0: i64):\n"
                       "  %a.1: address = raw_malloc 1000000 !3:0-1\n"
                       "  store[i64] %a.1, 999992, %i.0 !4:0-1\n"
                       "  %v.2: i64 = load[i64] %a.1, 999992 !4:0-1\n"
                       "  raw_free %a.1 !5:0-1\n"
                       "  %j.3: i64 = int_add %v.2, 1 !6:0-1\n"
                       "  %c.4: bool = int_lt %j.3, 500 !6:0-1\n"
                       "  switch %c.4\n    false -> b2()\n    true -> b1(%j.3)\n"
                       "b2():\n";
    Program *program = eval_test_parse(arena, "case.ir", program_text(arena, body), true);
    EvalResult result = eval_test_run(arena, program, (EvalOptions){0}, NULL);
    ck_assert_msg(result.outcome == EVAL_DONE, "%s", result.error);
    arena_free(arena);
}
END_TEST

void eval_memory_tests(Suite *suite) {
    TCase *memory = tcase_create("memory");
    tcase_add_loop_test(memory, test_memory, 0, sizeof cases / sizeof *cases);
    tcase_add_loop_test(memory, test_misuse, 0, sizeof misuses / sizeof *misuses);
    tcase_add_test(memory, test_quarantine);
    suite_add_tcase(suite, memory);
}
