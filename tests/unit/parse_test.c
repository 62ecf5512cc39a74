/* Tests of the parser's contract (ast.def) and of the module loader. Conformance is tested against CPython itself:
 * tests/parse/compare_ast.py and compare_errors.py. */
#include "frontend/module.h"
#include "runtime/embedded.h"
#include "tests/unit/suites.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- trees ---- */

static Ast *parse(Arena *arena, const char *text, DiagList *diags) {
    SourceFile *file = arena_alloc(arena, sizeof *file);
    *file = (SourceFile){.path = "case.py", .module = "__main__", .text = text, .length = strlen(text)};
    *diags = (DiagList){.arena = arena};
    return ast_parse_module(arena, interner_new(arena), file, diags);
}

typedef struct DumpCase {
    const char *source, *dump; /* the lines after the first */
} DumpCase;

static const DumpCase dump_cases[] = {
    {"x", " list: EXPR 1:0-1:1\n  a: NAME 1:0-1:1 x\n"},
    {"(1,)", " list: EXPR 1:0-1:4\n  a: TUPLE 1:0-1:4\n   list: INT 1:1-1:2 1\n"},
    {"x = 0xFFFF_FFFF_FFFF_FFFF_F",
     " list: ASSIGN 1:0-1:27\n  a: INT 1:4-1:27 295147905179352825855\n  list: NAME 1:0-1:1 x\n"},
    {"9223372036854775807", " list: EXPR 1:0-1:19\n  a: INT 1:0-1:19 9223372036854775807\n"},
    {"9223372036854775808", " list: EXPR 1:0-1:19\n  a: INT 1:0-1:19 9223372036854775808\n"},
    {"1e3 + 2j", " list: EXPR 1:0-1:8\n  a: BINARY 1:0-1:8 +\n   a: FLOAT 1:0-1:3 1000\n   b: COMPLEX 1:6-1:8 2\n"},
    {"a < b is not c",
     " list: EXPR 1:0-1:14\n  a: COMPARE 1:0-1:14 < is-not\n   a: NAME 1:0-1:1 a\n   list: NAME 1:4-1:5 b\n"
     "   list: NAME 1:13-1:14 c\n"},
    {"'a' \"\\u00e9\\ud800\"", " list: EXPR 1:0-1:18\n  a: STR 1:0-1:18 'a\\xc3\\xa9\\xed\\xa0\\x80'\n"},
    {"b'\\xff\\0'", " list: EXPR 1:0-1:9\n  a: BYTES 1:0-1:9 '\\xff\\x00'\n"},
    {"'\\N{greek small letter alpha}'", " list: EXPR 1:0-1:30\n  a: STR 1:0-1:30 '\\xce\\xb1'\n"},
    {"f'a{x = }{y!s:>{w}}'",
     " list: EXPR 1:0-1:20\n  a: JOINED_STR 1:0-1:20\n   list: STR 1:0-1:20 'a'\n   list: FORMATTED 1:0-1:20 114 'x = "
     "'\n"
     "    a: NAME 1:4-1:5 x\n   list: FORMATTED 1:0-1:20 115\n    a: NAME 1:10-1:11 y\n    b: JOINED_STR 1:0-1:20\n"
     "     list: STR 1:0-1:20 '>'\n     list: FORMATTED 1:0-1:20 0\n      a: NAME 1:16-1:17 w\n"},
    {"from ..a.b import c as d", " list: IMPORT_FROM 1:0-1:24 a.b 2\n  list: ALIAS 1:18-1:24 c as=d\n"},
    {"{**a, 1: 2}",
     " list: EXPR 1:0-1:11\n  a: DICT 1:0-1:11\n   list: NONE_ITEM\n   list: INT 1:6-1:7 1\n   list2: NAME 1:3-1:4 a\n"
     "   list2: INT 1:9-1:10 2\n"},
    {"match = case = _ = 1",
     " list: ASSIGN 1:0-1:20\n  a: INT 1:19-1:20 1\n  list: NAME 1:0-1:5 match\n  list: NAME 1:8-1:12 case\n"
     "  list: NAME 1:15-1:16 _\n"},
    {"def f(a, /, b=1, *, c): pass",
     " list: FUNCTION_DEF 1:0-1:28 f\n  a: ARGUMENTS 1\n   list: ARG 1:6-1:7 a\n   list: ARG 1:12-1:13 b\n"
     "    b: INT 1:14-1:15 1\n   list2: ARG 1:20-1:21 c\n  list: PASS 1:24-1:28\n"},
    {"if a: pass\r\nelif b: pass\relse: pass",
     " list: IF 1:0-3:10\n  a: NAME 1:3-1:4 a\n  list: PASS 1:6-1:10\n  list2: IF 2:0-3:10\n   a: NAME 2:5-2:6 b\n"
     "   list: PASS 2:8-2:12\n   list2: PASS 3:6-3:10\n"},
};

START_TEST(test_dump) {
    Arena *arena = arena_new();
    DiagList diags;
    const Ast *tree = parse(arena, dump_cases[_i].source, &diags);
    ck_assert_ptr_nonnull(tree);
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    ast_dump(tree, out);
    fclose(out);
    ck_assert_str_eq(strchr(text, '\n') + 1, dump_cases[_i].dump);
    free(text);
    arena_free(arena);
}
END_TEST

/* `unit` repeated, between two texts. */
static char *repeat(Arena *arena, const char *before, const char *unit, int count, const char *after) {
    size_t head = strlen(before), length = strlen(unit), tail = strlen(after);
    char *text = arena_alloc(arena, head + length * (size_t)count + tail + 1);
    memcpy(text, before, head);
    for (int i = 0; i < count; i++)
        memcpy(text + head + length * (size_t)i, unit, length);
    memcpy(text + head + length * (size_t)count, after, tail);
    return text;
}

typedef struct SizeCase {
    const char *before, *unit;
    int count;
    const char *after, *code; /* NULL: no error */
} SizeCase;

static const SizeCase size_cases[] = {
    {"", "1+", 49000, "1", NULL},
    {"", "1+", 1000000, "1", "P0004"},
    {"x", ".a", 200000, "", NULL},
    {"f", "()", 200000, "", NULL},
    {"if a: b\n", "elif a: b\n", 100000, "else: c\n", NULL},
    {"[", "'a' ", 100000, "]", NULL},
    {"", "-", 2990, "1", NULL},
    {"", "not ", 2990, "1", NULL},
    {"", "lambda: ", 2900, "1", NULL},
    {"", "1 if x else ", 2900, "1", NULL},
    {"x = '", "a", 10000000, "'", NULL},
    {"", "(", 199, "1", "P0001"},
    {"", "(", 100000, "1", "P0004"},
    {"", "-", 100000, "1", "P0004"},
    {"", "lambda: ", 100000, "1", "P0004"},
    {"", "2 ** ", 100000, "1", "P0004"},
    {"x = '", "a", 1000000, "\n", "P0001"},
    {"0x", "f", 200000, "", "P0004"},
    {"f'", "{a:", 100000, "'", "P0001"},
};

START_TEST(test_size) {
    const SizeCase *test = &size_cases[_i];
    Arena *arena = arena_new();
    DiagList diags;
    const Ast *tree = parse(arena, repeat(arena, test->before, test->unit, test->count, test->after), &diags);
    ck_assert_int_eq(tree != NULL, test->code == NULL);
    if (test->code)
        ck_assert_str_eq(diags.items[0]->code, test->code);
    arena_free(arena);
}
END_TEST

typedef struct ErrorCase {
    const char *source, *code;
    uint32_t line, column, end_line, end_column;
} ErrorCase;

static const ErrorCase error_cases[] = {
    {"x = 1\n  y = 2\n", "P0002", 2, 0, 2, 2},
    {"if x:\n\ty\n        z\n", "P0003", 3, 0, 3, 8},
    {"if x:\ny\n", "P0002", 2, 0, 2, 1},
    {"a = 1\nb = (a b)\n", "P0001", 2, 5, 2, 8},
    {"# coding: klingon\nx = '\xe9'\n", "P0005", 1, 10, 1, 11},
    {"x = 1\ny = '\xff'\n", "P0005", 2, 5, 2, 6},
    {"x = '\xed\xa0\x80'\n", "P0005", 1, 5, 1, 6},
    {"'\\N{no such name}'", "P0006", 1, 0, 1, 18},
    {"f(\n  1,\n", "P0001", 1, 1, 1, 2},
    {"x = f'{a +}'\n", "P0001", 1, 10, 1, 11},
};

START_TEST(test_error) {
    const ErrorCase *test = &error_cases[_i];
    Arena *arena = arena_new();
    DiagList diags;
    ck_assert_ptr_null(parse(arena, test->source, &diags));
    ck_assert_int_eq(diags.count, 1);
    const Pos *pos = diags.items[0]->pos;
    ck_assert_str_eq(diags.items[0]->code, test->code);
    ck_assert_uint_eq(pos->line, test->line);
    ck_assert_uint_eq(pos->column, test->column);
    ck_assert_uint_eq(pos->end_line, test->end_line);
    ck_assert_uint_eq(pos->end_column, test->end_column);
    arena_free(arena);
}
END_TEST

START_TEST(test_expression) {
    Arena *arena = arena_new();
    Interner *names = interner_new(arena);
    SourceFile file = {.path = "case.py", .text = "", .length = 0};
    DiagList diags = {.arena = arena};
    const Ast *tree = ast_parse_expression(arena, names, &file, &diags, "list[int] | None", 16);
    ck_assert_ptr_nonnull(tree);
    ck_assert_int_eq(tree->kind, AST_BINARY);
    ck_assert_ptr_eq(tree->a->a->name, intern(names, "list"));
    ck_assert_ptr_null(ast_parse_expression(arena, names, &file, &diags, "list[int", 8));
    ck_assert_int_eq(diags.error_count, 1);
    arena_free(arena);
}
END_TEST

/* ---- modules ---- */

typedef struct Folder {
    char path[64];
    Arena *arena;
    Program *program;
    ModuleLoader *loader;
} Folder;

static const char *in_folder(const Folder *folder, const char *name) {
    return arena_printf(folder->arena, "%s/%s", folder->path, name);
}

static void write_file(const Folder *folder, const char *name, const char *text) {
    FILE *out = fopen(in_folder(folder, name), "w");
    ck_assert_ptr_nonnull(out);
    fputs(text, out);
    fclose(out);
}

/* A folder with main.py, helper.py, a package with two modules, a folder without __init__, and a bad module. */
static Folder make_folder(const char *main_name) {
    Folder folder = {.path = "/tmp/weft-parse-test-XXXXXX", .arena = arena_new()};
    ck_assert_ptr_nonnull(mkdtemp(folder.path));
    mkdir(in_folder(&folder, "package"), 0777);
    mkdir(in_folder(&folder, "plain"), 0777);
    write_file(&folder, "main.py", "import helper\n");
    write_file(&folder, "helper.py", "x = 1\n");
    write_file(&folder, "math.py", "x = 1\n");
    write_file(&folder, "bad.py", "x = = 1\n");
    write_file(&folder, "package/__init__.py", "from . import part\n");
    write_file(&folder, "package/part.py", "y = 2\n");
    write_file(&folder, "plain/leaf.py", "z = 3\n");
    folder.program = program_new(folder.arena);
    folder.loader = module_loader_new(folder.program, in_folder(&folder, main_name));
    return folder;
}

static void remove_folder(const Folder *folder) {
    static const char *const names[] = {"main.py",         "helper.py",    "math.py", "bad.py", "package/__init__.py",
                                        "package/part.py", "plain/leaf.py"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(in_folder(folder, names[i]));
    rmdir(in_folder(folder, "package"));
    rmdir(in_folder(folder, "plain"));
    rmdir(folder->path);
    arena_free(folder->arena);
}

static const char *last_code(const Folder *folder) {
    const DiagList *diags = folder->program->diags;
    return diags->count ? diags->items[diags->count - 1]->code : "";
}

START_TEST(test_module_found) {
    Folder folder = make_folder("main.py");
    const ModuleSource *main_source = module_main(folder.loader);
    ck_assert_ptr_nonnull(main_source);
    ck_assert_str_eq(main_source->name, "__main__");
    ck_assert_str_eq(main_source->path, in_folder(&folder, "main.py"));
    const ModuleSource *helper = module_import(folder.loader, "helper", NULL);
    ck_assert_ptr_nonnull(helper);
    ck_assert_str_eq(helper->path, in_folder(&folder, "helper.py"));
    ck_assert_ptr_eq(helper, module_import(folder.loader, "helper", NULL));
    const ModuleSource *package = module_import(folder.loader, "package", NULL);
    ck_assert(package && package->is_package);
    const ModuleSource *part = module_import(folder.loader, "package.part", NULL);
    ck_assert(part && !part->is_package && part->tree->list.count == 1);
    const ModuleSource *plain = module_import(folder.loader, "plain", NULL);
    ck_assert(plain && plain->is_package && plain->tree->list.count == 0);
    ck_assert(module_exists(folder.loader, "plain.leaf"));
    ck_assert(!module_exists(folder.loader, "plain.other"));
    ck_assert_int_eq(folder.program->diags->count, 0);
    remove_folder(&folder);
}
END_TEST

START_TEST(test_module_library) {
    Folder folder = make_folder("main.py");
    const ModuleSource *builtins = module_import(folder.loader, "builtins", NULL);
    ck_assert_msg(builtins && builtins->is_library, "%s", last_code(&folder));
    ck_assert_str_eq(builtins->path, "runtime/core/builtins.py");
    const ModuleSource *list = module_import(folder.loader, "weft.core.list", NULL);
    ck_assert(list && list->file->is_library);
    const ModuleSource *lowlevel = module_import(folder.loader, "weft.lowlevel", NULL);
    ck_assert(lowlevel && lowlevel->is_virtual && !lowlevel->tree);
    const ModuleSource *math = module_import(folder.loader, "math", NULL);
    ck_assert_msg(!math || math->is_library, "a file math.py must not hide the built-in module");
    remove_folder(&folder);
}
END_TEST

START_TEST(test_module_errors) {
    Folder folder = make_folder("main.py");
    ck_assert_ptr_null(module_import(folder.loader, "halper", NULL));
    ck_assert_str_eq(last_code(&folder), "M0001");
    ck_assert_str_eq(folder.program->diags->items[0]->help, "did you mean `helper`?");
    ck_assert_ptr_null(module_import(folder.loader, "halper", NULL));
    ck_assert_int_eq(folder.program->diags->count, 1);
    ck_assert_ptr_null(module_import(folder.loader, "tkinter", NULL));
    ck_assert_str_eq(last_code(&folder), "M0002");
    ck_assert_ptr_null(module_import(folder.loader, "bad", NULL));
    ck_assert_str_eq(last_code(&folder), "P0001");
    remove_folder(&folder);
}
END_TEST

START_TEST(test_module_unreadable) {
    static const char *const paths[] = {"nosuch.py", "package"};
    for (int i = 0; i < 2; i++) {
        Folder folder = make_folder(paths[i]);
        ck_assert_ptr_null(module_main(folder.loader));
        ck_assert_str_eq(last_code(&folder), "M0003");
        remove_folder(&folder);
    }
}
END_TEST

START_TEST(test_module_resolve) {
    Folder folder = make_folder("main.py");
    ModuleLoader *loader = folder.loader;
    const ModuleSource *package = module_import(loader, "package", NULL);
    const ModuleSource *part = module_import(loader, "package.part", NULL);
    ck_assert_str_eq(module_resolve(loader, part, "sys", 0, NULL), "sys");
    ck_assert_str_eq(module_resolve(loader, package, NULL, 1, NULL), "package");
    ck_assert_str_eq(module_resolve(loader, package, "part", 1, NULL), "package.part");
    ck_assert_str_eq(module_resolve(loader, part, "other.x", 1, NULL), "package.other.x");
    ck_assert_int_eq(folder.program->diags->count, 0);
    ck_assert_ptr_null(module_resolve(loader, part, "x", 2, NULL));
    ck_assert_str_eq(last_code(&folder), "M0004");
    ck_assert_ptr_null(module_resolve(loader, module_main(loader), "x", 1, NULL));
    remove_folder(&folder);
}
END_TEST

/* ---- the library, whose functions get their bodies late ---- */

static char *dump_text(const Ast *node) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < node->list.count; i++)
        ast_dump(node->list.items[i], out);
    fclose(out);
    return text;
}

/* Completes the late functions in the list, and compares them with those of the whole tree's list. Gives how many were
 * late. */
static int compare_functions(Arena *arena, SourceFile *file, Interner *names, const AstList *whole, AstList *late) {
    static const char *const cannot_wait[] = {": YIELD", ": GLOBAL", ": IMPORT"};
    DiagList diags = {.arena = arena};
    int count = 0;
    ck_assert_int_eq(whole->count, late->count);
    for (int i = 0; i < late->count; i++) {
        Ast *node = late->items[i];
        if (node->kind == AST_CLASS_DEF)
            count += compare_functions(arena, file, names, &whole->items[i]->list, &node->list);
        if (node->kind != AST_FUNCTION_DEF || !node->integer)
            continue;
        count++;
        ck_assert_ptr_nonnull(ast_parse_body(arena, names, file, &diags, node));
        char *wanted = dump_text(whole->items[i]), *got = dump_text(node);
        ck_assert_msg(!strcmp(wanted, got), "%s: %s: %s\n\n%s", file->path, node->name, wanted, got);
        for (size_t k = 0; k < sizeof cannot_wait / sizeof *cannot_wait; k++)
            ck_assert_msg(!strstr(got, cannot_wait[k]), "%s: %s must not be late", file->path, node->name);
        free(wanted);
        free(got);
    }
    return count;
}

START_TEST(test_late_bodies) {
    Arena *arena = arena_new();
    int count = 0;
    for (int i = 0; i < embedded_file_count; i++) {
        const EmbeddedFile *embedded = &embedded_files[i];
        if (strcmp(embedded->path + strlen(embedded->path) - 3, ".py") != 0)
            continue;
        SourceFile file = {.path = embedded->path, .text = embedded->text, .length = embedded->length};
        DiagList diags = {.arena = arena};
        Interner *names = interner_new(arena);
        const Ast *whole = ast_parse_module(arena, names, &file, &diags);
        ck_assert_msg(whole != NULL, "%s: %s", file.path, diags.count ? diags.items[0]->message : "");
        file.is_library = true;
        Ast *late = ast_parse_module(arena, names, &file, &diags);
        ck_assert_ptr_nonnull(late);
        count += compare_functions(arena, &file, names, &whole->list, &late->list);
    }
    ck_assert_int_gt(count, 2000);
    arena_free(arena);
}
END_TEST

Suite *parse_suite(void) {
    Suite *suite = suite_create("parse");
    TCase *trees = tcase_create("trees");
    tcase_set_timeout(trees, 60);
    tcase_add_loop_test(trees, test_dump, 0, sizeof dump_cases / sizeof *dump_cases);
    tcase_add_loop_test(trees, test_size, 0, sizeof size_cases / sizeof *size_cases);
    tcase_add_loop_test(trees, test_error, 0, sizeof error_cases / sizeof *error_cases);
    tcase_add_test(trees, test_expression);
    tcase_add_test(trees, test_late_bodies);
    suite_add_tcase(suite, trees);
    TCase *modules = tcase_create("modules");
    tcase_add_test(modules, test_module_found);
    tcase_add_test(modules, test_module_library);
    tcase_add_test(modules, test_module_errors);
    tcase_add_test(modules, test_module_unreadable);
    tcase_add_test(modules, test_module_resolve);
    suite_add_tcase(suite, modules);
    return suite;
}
