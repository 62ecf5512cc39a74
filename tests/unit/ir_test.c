/* The IR's foundations: arenas, maps, types and their layout, constants, reachability, class numbers, diagnostics. */
#include "tests/unit/ir_support.h"
#include "tests/unit/suites.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- arenas and maps ---- */

START_TEST(arena_memory_is_zeroed_and_aligned) {
    Arena *arena = arena_new();
    for (size_t size = 0; size < 40000; size = size * 2 + 1) {
        unsigned char *bytes = arena_alloc(arena, size);
        ck_assert_uint_eq((uintptr_t)bytes % 8, 0);
        for (size_t i = 0; i < size; i++)
            ck_assert_uint_eq(bytes[i], 0);
        memset(bytes, 255, size);
    }
    ck_assert_str_eq(arena_printf(arena, "%d %s", 7, "seven"), "7 seven");
    arena_free(arena);
}
END_TEST

START_TEST(map_finds_what_was_put) {
    Arena *arena = arena_new();
    Map map = {0};
    ck_assert_ptr_null(map_find(&map, 5));
    for (uint64_t key = 0; key < 5000; key++)
        *map_put(arena, &map, key * key << 7) = key + 1;
    ck_assert_uint_eq(map.count, 5000);
    for (uint64_t key = 0; key < 5000; key++)
        ck_assert_uint_eq(*map_find(&map, key * key << 7), key + 1);
    ck_assert_ptr_null(map_find(&map, 3));
    arena_free(arena);
}
END_TEST

START_TEST(interned_strings_are_unique) {
    Arena *arena = arena_new();
    Interner *names = interner_new(arena);
    const char *seven = intern(names, "name 7");
    for (int i = 0; i < 3000; i++)
        intern(names, arena_printf(arena, "name %d", i));
    ck_assert_ptr_eq(intern_n(names, "name 77", 6), seven);
    ck_assert_ptr_ne(intern_n(names, "a\0b", 3), intern_n(names, "a\0c", 3));
    arena_free(arena);
}
END_TEST

/* ---- types ---- */

START_TEST(equal_types_are_one) {
    Arena *arena = arena_new();
    TypeTable *types = type_table_new(arena, interner_new(arena));
    Type *integer = type_simple(types, TY_I64), *node = type_struct(types, "node");
    Type *pair[] = {integer, type_ptr(types, node)}, *swapped[] = {pair[1], integer};
    ck_assert_ptr_eq(type_func(types, integer, pair, 2), type_func(types, integer, pair, 2));
    ck_assert_ptr_ne(type_func(types, integer, pair, 2), type_func(types, integer, swapped, 2));
    ck_assert_ptr_eq(type_array(types, FLAVOUR_GC, integer, 0), type_array(types, FLAVOUR_GC, integer, 0));
    ck_assert_ptr_ne(type_array(types, FLAVOUR_GC, integer, 0), type_array(types, FLAVOUR_RAW, integer, 0));
    ck_assert_ptr_ne(type_array(types, FLAVOUR_GC, integer, 0), type_array(types, FLAVOUR_GC, integer, HINT_NOLENGTH));
    ck_assert_ptr_eq(type_struct(types, "node"), node);
    ck_assert_str_eq(type_text(arena, type_func(types, integer, pair, 2)), "func(i64, ptr(node)) -> i64");
    ck_assert_str_eq(type_text(arena, type_struct(types, "ptr")), "\"ptr\"");
    arena_free(arena);
}
END_TEST

static Type *make_struct(TypeTable *types, const char *name, Flavour flavour, Type *super, const Field *fields,
                         int count) {
    Type *type = type_struct(types, name);
    type_set_fields(types, type, flavour, 0, super, fields, count);
    type_layout(type);
    return type;
}

START_TEST(layout_follows_alignment) {
    Arena *arena = arena_new();
    TypeTable *types = type_table_new(arena, interner_new(arena));
    Type *byte = type_simple(types, TY_U8), *half = type_simple(types, TY_I16), *word = type_simple(types, TY_I64);
    Field fields[] = {{"a", byte, 0, false}, {"b", half, 0, false}, {"c", byte, 0, false}};
    Type *raw = make_struct(types, "raw", FLAVOUR_RAW, NULL, fields, 3);
    ck_assert_uint_eq(raw->fields[1].offset, 2);
    ck_assert_uint_eq(raw->size, 6);
    Type *gc = make_struct(types, "gc", FLAVOUR_GC, NULL, fields, 3);
    ck_assert_uint_eq(gc->fields[0].offset, 8);
    ck_assert_uint_eq(gc->size, 16);
    Field tail[] = {{"n", word, 0, false}, {"items", type_array(types, FLAVOUR_GC, half, 0), 0, false}};
    Type *variable = make_struct(types, "variable", FLAVOUR_GC, gc, tail, 2);
    ck_assert_uint_eq(variable->fields[0].offset, 16);
    ck_assert_uint_eq(variable->length_offset, 24);
    ck_assert_uint_eq(variable->items_offset, 32);
    ck_assert_uint_eq(variable->size, 32);
    ck_assert_ptr_eq(type_variable_part(variable)->item, half);
    ck_assert_ptr_eq(type_field(variable, intern(types->names, "b")), &gc->fields[1]);
    ck_assert(type_is_substruct(variable, gc) && !type_is_substruct(gc, variable));
    arena_free(arena);
}
END_TEST

START_TEST(fields_are_found_among_many) {
    Arena *arena = arena_new();
    TypeTable *types = type_table_new(arena, interner_new(arena));
    Field fields[300];
    for (int i = 0; i < 300; i++)
        fields[i] = (Field){arena_printf(arena, "v%d", i), type_simple(types, TY_I64), 0, false};
    Type *vars = make_struct(types, "vars", FLAVOUR_RAW, NULL, fields, 300);
    for (int i = 0; i < 300; i++)
        ck_assert_uint_eq(type_field(vars, intern(types->names, fields[i].name))->offset, 8 * i);
    ck_assert_ptr_null(type_field(vars, intern(types->names, "v300")));
    arena_free(arena);
}
END_TEST

START_TEST(memory_types_widen) {
    Arena *arena = arena_new();
    TypeTable *types = type_table_new(arena, interner_new(arena));
    for (TypeKind kind = TY_I8; kind <= TY_U32; kind++)
        ck_assert_int_eq(type_register(types, type_simple(types, kind))->kind, TY_I64);
    ck_assert_int_eq(type_register(types, type_simple(types, TY_U64))->kind, TY_U64);
    ck_assert_int_eq(type_register(types, type_simple(types, TY_F32))->kind, TY_F64);
    ck_assert_int_eq(type_register(types, type_simple(types, TY_BOOL))->kind, TY_BOOL);
    arena_free(arena);
}
END_TEST

/* ---- constants and tables ---- */

START_TEST(constants_compare_by_bits) {
    Const zero = {.kind = CONST_FLOAT, .number = 0.0}, minus = {.kind = CONST_FLOAT, .number = -0.0};
    Const nan = {.kind = CONST_FLOAT, .number = NAN}, none = {.kind = CONST_NONE};
    Const text = {.kind = CONST_STR, .text = "a\0b", .length = 3},
          other = {.kind = CONST_STR, .text = "a\0c", .length = 3};
    ck_assert(!const_equal(&zero, &minus) && const_equal(&nan, &nan) && !const_equal(&zero, &none));
    ck_assert(const_equal(&text, &text) && !const_equal(&text, &other));
}
END_TEST

START_TEST(op_table_is_consistent) {
    for (int i = 0; i < OP_COUNT; i++) {
        ck_assert_ptr_nonnull(strchr(op_info[i].signature, '>'));
        ck_assert_msg((op_info[i].level == HIGH) == (i < OP_INT_ADD), "%s", op_info[i].text);
        ck_assert_msg(!(op_info[i].flags & OPF_FOLDS && op_info[i].flags & (OPF_EFFECT | OPF_READS)), "%s",
                      op_info[i].text);
    }
    ck_assert(native_find("sin")->is_pure && !native_find("no such function"));
}
END_TEST

/* ---- programs ---- */

static const char classes[] = "program low entry @main exceptions E\n"
                              "struct E gc exception {\n}\n"
                              "struct B gc super A {\n}\nstruct A records V record &av gc {\n}\n"
                              "struct C records V record &cv gc super A {\n}\nstruct D gc super B {\n}\n"
                              "struct V raw immutable vtable {\n  f: ptr(func() -> i64)\n  g: ptr(func() -> i64)\n}\n"
                              "data &av: V {\n  f = @slot_a\n  g = @unread\n}\ndata &cv: V {\n  f = @slot_c\n}\n"
                              "data &unused: V {\n  f = @only_unused\n}\n";

static Program *class_program(Arena *arena) {
    static const char *const names[] = {"main", "slot_a", "slot_c", "called", "only_unused", "kept", "dead", "unread"};
    char *text = arena_printf(arena, "%s", classes);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        text = arena_printf(arena,
                            "%sgraph @%s: func() -> i64 %s\n{\nb0():\n%s  jump return(0)\n"
                            "return(%%r: i64):\nexcept(%%e: ptr(E)):\n}\n",
                            text, names[i], i == 5 ? "keep" : "",
                            i == 0   ? "  %x.1: ptr(A) = malloc[A]\n  %y.2: i64 = call[@called]\n"
                                       "  %t.3: ptr(V) = type_of %x.1\n  %f.4: ptr(func() -> i64) = getfield[f] %t.3\n"
                            : i == 6 ? "  %x.1: ptr(C) = malloc[C]\n"
                                     : "");
    const char *code;
    Program *program = parsed(arena, text, &code);
    ck_assert_msg(program != NULL, "%s", code);
    ck_assert_ptr_null(program_verify(arena, program));
    return program;
}

START_TEST(unreachable_parts_are_dropped) {
    Arena *arena = arena_new();
    Program *program = class_program(arena);
    program_drop_unreachable(program);
    static const char *const left[] = {"main", "slot_a", "called", "kept"};
    ck_assert_int_eq(program->graph_count, 4);
    for (int i = 0; i < 4; i++) {
        ck_assert_str_eq(program->graphs[i]->name, left[i]);
        ck_assert_uint_eq(program->graphs[i]->index, i);
    }
    ck_assert_int_eq(program->data_count, 1);
    ck_assert_int_eq(program->data[0]->item_count, 1); /* nobody reads g */
    ck_assert_ptr_nonnull(type_find_struct(program->types, "A")->vtable_data);
    ck_assert_ptr_null(type_find_struct(program->types, "C")->vtable_data);
    ck_assert_ptr_null(program_find_graph(program, "dead"));
    ck_assert_ptr_null(program_verify(arena, program));
    arena_free(arena);
}
END_TEST

START_TEST(class_numbers_are_preorder) {
    Arena *arena = arena_new();
    Program *program = class_program(arena);
    program_number_classes(program);
    static const struct {
        const char *name;
        uint32_t first, last;
    } expected[] = {{"E", 1, 1}, {"A", 2, 5}, {"B", 3, 4}, {"D", 4, 4}, {"C", 5, 5}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const Type *type = type_find_struct(program->types, expected[i].name);
        ck_assert_uint_eq(type->class_first, expected[i].first);
        ck_assert_uint_eq(type->class_last, expected[i].last);
    }
    arena_free(arena);
}
END_TEST

/* ---- diagnostics ---- */

static char *rendered(const DiagList *list, DiagFormat format, int limit) {
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    diag_render(list, out, format, false, limit);
    fclose(out);
    return text;
}

START_TEST(diagnostics_show_the_source) {
    Arena *arena = arena_new();
    DiagList list = {.arena = arena};
    const char *text = "name = \"x\"\n\tä = 1 + name\nlast";
    SourceFile file = {.path = "prog.py", .text = text, .length = strlen(text)};
    Pos sum = {.file = &file, .line = 2, .column = 6, .end_line = 2, .end_column = 14};
    Pos name = {.file = &file, .line = 1, .column = 0, .end_line = 1, .end_column = 4};
    Diagnostic *diag = diag_error(&list, "T0102", &sum, "%s do not add", "int and str");
    diag_label(&list, diag, &name, "a str");
    diag_help(&list, diag, "convert with str()");
    diag_note(&list, diag_error(&list, "T0102", &sum, "again"), "dropped");
    diag_error(&list, "W0001", &name, "unused");
    ck_assert_int_eq(list.count, 2);
    ck_assert_int_eq(list.error_count, 1);
    char *shown = rendered(&list, DIAG_HUMAN, 20);
    ck_assert_str_eq(shown, "warning[W0001]: unused\n --> prog.py:1:1\n1 | name = \"x\"\n  | ^^^^\n\n"
                            "error[T0102]: int and str do not add\n --> prog.py:2:7\n1 | name = \"x\"\n  | ---- a str\n"
                            "2 |     ä = 1 + name\n  |         ^^^^^^^^\n  = help: convert with str()\n\n");
    free(shown);
    shown = rendered(&list, DIAG_JSON, 1);
    ck_assert_str_eq(shown, "[{\"severity\": \"warning\", \"code\": \"W0001\", \"message\": \"unused\", \"range\": "
                            "{\"file\": \"prog.py\", \"line\": 1, \"column\": 1, \"end_line\": 1, \"end_column\": 5}, "
                            "\"labels\": [], \"notes\": [], \"help\": null}]\n");
    free(shown);
    arena_free(arena);
}
END_TEST

START_TEST(long_lines_and_odd_positions_are_shown) {
    Arena *arena = arena_new();
    DiagList list = {.arena = arena};
    char *line = arena_alloc(arena, 5001);
    memset(line, 'x', 5000);
    SourceFile file = {.path = "long.py", .text = line, .length = 5000};
    SourceFile unknown = {.path = "gone.py"};
    Pos far = {.file = &file, .line = 1, .column = 4000, .end_line = 9, .end_column = 3};
    Pos beyond = {.file = &file, .line = 7, .column = 99999, .end_line = 7, .end_column = 5};
    Pos gone = {.file = &unknown, .line = 12, .column = 1, .end_line = 12, .end_column = 2};
    diag_error(&list, "P0001", &far, "far right");
    diag_error(&list, "P0002", &beyond, "beyond the end");
    diag_label(&list, diag_error(&list, "P0003", NULL, "nowhere"), NULL, "nothing");
    diag_error(&list, "P0004", &gone, "no text");
    char *shown = rendered(&list, DIAG_HUMAN, 3);
    ck_assert_ptr_nonnull(strstr(shown, "long.py:7:100000"));
    ck_assert_ptr_nonnull(strstr(shown, "... and 1 more"));
    ck_assert_uint_lt(strlen(shown), 800);
    free(shown);
    arena_free(arena);
}
END_TEST

Suite *ir_suite(void) {
    Suite *suite = suite_create("ir");
    TCase *tests = tcase_create("foundations");
    tcase_add_test(tests, arena_memory_is_zeroed_and_aligned);
    tcase_add_test(tests, map_finds_what_was_put);
    tcase_add_test(tests, interned_strings_are_unique);
    tcase_add_test(tests, equal_types_are_one);
    tcase_add_test(tests, layout_follows_alignment);
    tcase_add_test(tests, fields_are_found_among_many);
    tcase_add_test(tests, memory_types_widen);
    tcase_add_test(tests, constants_compare_by_bits);
    tcase_add_test(tests, op_table_is_consistent);
    tcase_add_test(tests, unreachable_parts_are_dropped);
    tcase_add_test(tests, class_numbers_are_preorder);
    tcase_add_test(tests, diagnostics_show_the_source);
    tcase_add_test(tests, long_lines_and_odd_positions_are_shown);
    suite_add_tcase(suite, tests);
    return suite;
}
