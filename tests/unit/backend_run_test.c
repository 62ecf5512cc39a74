/* What generated programs compute, against the evaluator: the programs of tests/eval, tests/exc and tests/backend, pure
 * ops on edge values, and random graphs that shuffle values along their links: some as they are, some with every
 * function written in parts. */
#include "tests/unit/backend_support.h"
#include "tests/unit/eval_support.h"
#include "tests/unit/ir_support.h"

#include "ir/fold.h"

#include <dirent.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { IN_PARTS = 3 };

/* ---- programs as text ---- */

static int is_program(const struct dirent *entry) {
    const char *dot = strrchr(entry->d_name, '.');
    return dot && !strcmp(dot, ".ir");
}

/* Only programs that say their status and hold nothing that only the evaluator knows, such as that hashes differ. */
static const char *wanted_status(const char *text) {
    static const char *const others[] = {"# broken", "# limit", "# depth", "# memory ", "# exception", "identity_hash"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strstr(text, others[i]))
            return NULL;
    const char *status = strstr(text, "# status");
    return status ? status + strlen("# status") + (status[strlen("# status")] == ':') : NULL;
}

static void check_program(const char *path, int huge_cost) {
    Arena *arena = arena_new();
    size_t length;
    const char *text = backend_read_file(arena, path, &length), *status = wanted_status(text);
    if (status) {
        Program *program = eval_test_parse(arena, path, text, true);
        backend_transform(program);
        ck_assert_ptr_null(program_verify(arena, program));
        RunResult result = backend_run(arena, program, huge_cost);
        ck_assert_msg(result.status == atoi(status), "%s: status %d, not %s", path, result.status, status);
    }
    arena_free(arena);
}

static void check_folder(const char *name, int huge_cost) {
    struct dirent **entries = NULL;
    int count = scandir(name, &entries, is_program, alphasort);
    ck_assert_int_gt(count, 0);
    for (int i = 0; i < count; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", name, entries[i]->d_name);
        check_program(path, huge_cost);
        free(entries[i]);
    }
    free(entries);
}

START_TEST(test_programs) {
    static const char *const folders[] = {"tests/eval", "tests/exc", "tests/backend"};
    check_folder(folders[_i], _i ? IN_PARTS : 0);
}
END_TEST

/* ---- programs made here ---- */

typedef struct Maker {
    Arena *arena;
    Program *program;
    TypeTable *types;
    Type *integer;
    Data *out; /* one i64, whose bytes are written */
    Pos *pos;
    uint64_t state;
} Maker;

static Maker new_maker(Arena *arena, uint64_t seed) {
    Maker maker = {.arena = arena, .program = program_new(arena), .state = seed};
    Program *program = maker.program;
    maker.types = program->types;
    maker.integer = type_simple(maker.types, TY_I64);
    program->stage = STAGE_LOW;
    program->exception_base = type_struct(maker.types, "BaseException");
    type_set_fields(maker.types, program->exception_base, FLAVOUR_GC, HINT_EXCEPTION, NULL, NULL, 0);
    Type *holder = type_struct(maker.types, "out");
    type_set_fields(maker.types, holder, FLAVOUR_RAW, 0, NULL, &(Field){.name = "value", .type = maker.integer}, 1);
    maker.out = program_add_data(program, "out", holder, 0);
    maker.out->is_mutable = true;
    maker.pos = arena_alloc(arena, sizeof *maker.pos);
    *maker.pos = (Pos){program_add_file(program, "made.py", "__main__", "", 0), "f", NULL, 3, 4, 3, 6};
    return maker;
}

static Graph *add_graph(Maker *maker, const char *name, int params) {
    Graph *graph = program_add_graph(maker->program, name);
    Type *types[] = {maker->integer, maker->integer, maker->integer, maker->integer};
    graph->type = type_func(maker->types, maker->integer, types, params);
    graph->file = maker->pos->file;
    graph->pos = maker->pos;
    graph->never_inline = true;
    for (int i = 0; i < params; i++)
        block_add_input(graph->start, maker->integer, "x");
    block_add_input(graph->return_block, maker->integer, "r");
    block_add_input(graph->except_block, type_ptr(maker->types, maker->program->exception_base), "e");
    return graph;
}

static Value *add_op(Maker *maker, Block *block, OpCode code, Type *type, Value *x, Value *y) {
    Value *args[] = {x, y};
    Op *op = op_new(block->graph, code, maker->pos, type, args, !x ? 0 : y ? 2 : 1);
    block_append(block, op);
    return op->result;
}

/* Writes the value's 8 bytes to stream 1. */
static void add_output(Maker *maker, Block *block, Value *value) {
    Value *out = const_data(maker->program, maker->out);
    add_op(maker, block, OP_SETFIELD, NULL, out, value);
    block->ops[block->op_count - 1]->name = intern(maker->program->names, "value");
    Value *address = add_op(maker, block, OP_PTR_TO_ADDR, type_simple(maker->types, TY_ADDRESS), out, NULL);
    Value *args[] = {const_int(maker->program, 1), address, const_int(maker->program, 8)};
    Op *write = op_new(block->graph, OP_CALL_NATIVE, maker->pos, NULL, args, 3);
    write->name = intern(maker->program->names, "out_write");
    block_append(block, write);
}

static void return_int(Maker *maker, Block *block, Value *value) {
    (void)maker;
    block_jump(block, block->graph->return_block, &value, 1);
}

/* The evaluator's output and the binary's are the same; functions are written whole, and also `in_parts`. */
static void compare_runs(Maker *maker, bool in_parts) {
    ck_assert_ptr_null(program_verify(maker->arena, maker->program));
    char *wanted = NULL;
    size_t length = 0;
    EvalOptions options = {.out = open_memstream(&wanted, &length)};
    EvalResult evaluated = program_eval(maker->arena, maker->program, &options);
    fclose(options.out);
    ck_assert_msg(evaluated.outcome == EVAL_DONE, "%s", evaluated.error);
    ck_assert_uint_gt(length, 0);
    backend_transform(maker->program);
    for (int huge_cost = 0; huge_cost <= (in_parts ? IN_PARTS : 0); huge_cost += IN_PARTS) {
        RunResult result = backend_run(maker->arena, maker->program, huge_cost);
        ck_assert_int_eq(result.status, evaluated.status);
        ck_assert_uint_eq(result.length, length);
        for (size_t i = 0; i < length; i++)
            ck_assert_msg(result.output[i] == wanted[i], "output %zu differs", i / 8);
    }
    free(wanted);
}

/* ---- pure ops ---- */

static const int64_t integers[] = {0,         1,          -1, 2, -7, 63, 64, INT64_MAX, INT64_MIN, INT64_MIN + 1,
                                   1LL << 32, 12345678901};
static const double floats[] = {
    0.0, -0.0, 1.0, -2.5, 0.1, 1e300, -1e300, DBL_MIN, INFINITY, -INFINITY, 4503599627370497.5};

static int edge_count(char code) {
    return code == 'b'   ? 2
           : code == 'f' ? (int)(sizeof floats / sizeof *floats)
                         : (int)(sizeof integers / sizeof *integers);
}

static Const edge_const(char code, int at) {
    if (code == 'b')
        return (Const){.kind = CONST_BOOL, .boolean = at};
    if (code == 'f')
        return (Const){.kind = CONST_FLOAT, .number = floats[at]};
    return (Const){.kind = CONST_INT, .integer = integers[at]};
}

static TypeKind kind_of(char code) {
    return code == 'b' ? TY_BOOL : code == 'f' ? TY_F64 : code == 'u' ? TY_U64 : code == 'i' ? TY_I64 : TY_VOID;
}

/* The bits of an edge value come in as an integer, so that the C compiler cannot see them. */
static Value *from_bits(Maker *maker, Block *block, char code, Value *bits) {
    static const struct {
        char code;
        OpCode op;
    } conversions[] = {{'b', OP_INT_TO_BOOL}, {'f', OP_BITS_FLOAT}, {'u', OP_INT_TO_UINT}};
    for (size_t i = 0; i < sizeof conversions / sizeof *conversions; i++)
        if (conversions[i].code == code)
            return add_op(maker, block, conversions[i].op, type_simple(maker->types, kind_of(code)), bits, NULL);
    return bits;
}

static Value *to_bits(Maker *maker, Block *block, char code, Value *value) {
    OpCode op = code == 'b' ? OP_BOOL_TO_INT : code == 'f' ? OP_FLOAT_BITS : OP_UINT_TO_INT;
    return code == 'i' ? value : add_op(maker, block, op, maker->integer, value, NULL);
}

static Value *edge_bits(Maker *maker, char code, int at) {
    Const value = edge_const(code, at);
    Cell cell;
    ck_assert(cell_from_const(&value, &cell));
    return const_int(maker->program, cell.i);
}

/* A graph that applies one op to two integers' bits. */
static Graph *op_graph(Maker *maker, OpCode code, const char *signature) {
    Graph *graph = add_graph(maker, arena_printf(maker->arena, "op.%s", op_info[code].text), 2);
    bool is_unary = signature[1] == '>';
    char result = signature[is_unary ? 2 : 3];
    Value *x = from_bits(maker, graph->start, signature[0], graph->start->inputs[0]);
    Value *y = is_unary ? NULL : from_bits(maker, graph->start, signature[1], graph->start->inputs[1]);
    Value *value = add_op(maker, graph->start, code, type_simple(maker->types, kind_of(result)), x, y);
    return_int(maker, graph->start, to_bits(maker, graph->start, result, value));
    return graph;
}

static bool is_numeric(const char *signature) {
    size_t length = strlen(signature);
    return (length == 3 || length == 4) && strspn(signature, "biuf>") == length;
}

/* Calls of the op's graph for all pairs of edge values on which the op is defined, and whose result is no nan (its sign
 * is free). */
static int add_op_calls(Maker *maker, Block *block, OpCode code) {
    const char *signature = op_info[code].signature;
    Graph *graph = op_graph(maker, code, signature);
    bool is_unary = signature[1] == '>';
    int calls = 0;
    for (int i = 0; i < edge_count(signature[0]); i++)
        for (int j = 0; j < (is_unary ? 1 : edge_count(signature[1])); j++) {
            Const args[] = {edge_const(signature[0], i), edge_const(is_unary ? 'i' : signature[1], j)}, result;
            if (!op_fold(code, args, is_unary ? 1 : 2, &result) || (result.kind == CONST_FLOAT && isnan(result.number)))
                continue;
            Value *x = edge_bits(maker, signature[0], i), *y = edge_bits(maker, is_unary ? 'i' : signature[1], j);
            Value *value = add_op(maker, block, OP_CALL, maker->integer, x, y);
            block->ops[block->op_count - 1]->graph = graph;
            add_output(maker, block, value);
            calls++;
        }
    return calls;
}

START_TEST(test_ops) {
    Arena *arena = arena_new();
    Maker maker = new_maker(arena, 1);
    Graph *main_graph = maker.program->entry = add_graph(&maker, "main", 0);
    int ops = 0;
    for (int code = 0; code < OP_COUNT; code++)
        if (op_info[code].level == LOW && (op_info[code].flags & OPF_FOLDS) && is_numeric(op_info[code].signature)) {
            ck_assert_msg(add_op_calls(&maker, main_graph->start, (OpCode)code) > 0, "%s", op_info[code].text);
            ops++;
        }
    ck_assert_int_gt(ops, 60);
    return_int(&maker, main_graph->start, const_int(maker.program, 0));
    compare_runs(&maker, false);
    arena_free(arena);
}
END_TEST

/* ---- links ---- */

static Value *random_variable(Maker *maker, Value *const *values, int count) {
    return values[random_below(&maker->state, (uint32_t)count)];
}

/* Few names, so that different variables often share one. */
static const char *random_name(Maker *maker) {
    static const char *const names[] = {"a", "b", "c", NULL};
    const char *name = names[random_below(&maker->state, 4)];
    return name ? intern(maker->program->names, name) : NULL;
}

/* Some arithmetic; inputs[0] is the fuel. Gives the number of values. */
static int random_ops(Maker *maker, Block *block, Value **values) {
    static const OpCode codes[] = {OP_INT_ADD, OP_INT_XOR, OP_INT_SUB, OP_INT_MUL};
    int count = block->input_count;
    memcpy(values, block->inputs, (size_t)count * sizeof *values);
    for (uint32_t left = random_below(&maker->state, 5); left > 0; left--) {
        Value *x = random_variable(maker, values, count), *y = random_variable(maker, values, count);
        values[count] = add_op(maker, block, codes[random_below(&maker->state, 4)], maker->integer, x, y);
        values[count++]->name = random_name(maker);
    }
    return count;
}

static void random_link(Maker *maker, Block *block, int64_t integer, Block *target, Value *fuel, Value **values,
                        int count) {
    Link *link = block_add_exit(block, CASE_BOOL, integer, target, NULL, 0);
    link_add_arg(link, fuel);
    for (int i = 1; i < target->input_count; i++)
        link_add_arg(link, random_variable(maker, values, count));
}

enum { BLOCKS = 9, MOST_INPUTS = 7, GRAPHS = 40 };

/* Ends in a test of the fuel: out of it, everything is mixed into the result; else on to one of two blocks. */
static void end_random_block(Maker *maker, Block *block, Block **blocks, Value **values, int count) {
    Graph *graph = block->graph;
    TypeTable *types = maker->types;
    Value *fuel = add_op(maker, block, OP_INT_SUB, maker->integer, block->inputs[0], const_int(maker->program, 1));
    Value *is_out = add_op(maker, block, OP_INT_LT, type_simple(types, TY_BOOL), fuel, const_int(maker->program, 0));
    Value *mixed = const_int(maker->program, 17);
    for (int i = 1; i < count; i++) {
        mixed = add_op(maker, block, OP_INT_MUL, maker->integer, mixed, const_int(maker->program, 31));
        mixed = add_op(maker, block, OP_INT_ADD, maker->integer, mixed, values[i]);
    }
    Block *choice = block_new(graph);
    for (int i = 0; i < count; i++)
        block_add_input(choice, maker->integer, random_name(maker));
    block_set_switch(block, is_out);
    Link *on = block_add_exit(block, CASE_BOOL, 0, choice, NULL, 0);
    link_add_arg(on, fuel);
    for (int i = 1; i < count; i++)
        link_add_arg(on, values[i]);
    block_add_exit(block, CASE_BOOL, 1, graph->return_block, &mixed, 1);
    Value *odd = add_op(maker, choice, OP_INT_AND, maker->integer, random_variable(maker, choice->inputs, count),
                        const_int(maker->program, 1));
    block_set_switch(choice, add_op(maker, choice, OP_INT_TO_BOOL, type_simple(types, TY_BOOL), odd, NULL));
    for (int i = 0; i < 2; i++)
        random_link(maker, choice, i, blocks[random_below(&maker->state, BLOCKS)], choice->inputs[0], choice->inputs,
                    count);
}

static Graph *random_graph(Maker *maker, int number) {
    Graph *graph = add_graph(maker, arena_printf(maker->arena, "random.%d", number), 3);
    Block *blocks[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
        blocks[i] = block_new(graph);
        for (uint32_t j = 2 + random_below(&maker->state, MOST_INPUTS - 2); j > 0; j--)
            block_add_input(blocks[i], maker->integer, random_name(maker));
    }
    Value *values[MOST_INPUTS + 8];
    Link *enter = block_jump(graph->start, blocks[0], NULL, 0);
    for (int i = 0; i < blocks[0]->input_count; i++)
        link_add_arg(enter, i < 3 ? graph->start->inputs[i] : const_int(maker->program, i));
    for (int i = 0; i < BLOCKS; i++) {
        int count = random_ops(maker, blocks[i], values);
        end_random_block(maker, blocks[i], blocks, values, count);
    }
    return graph;
}

START_TEST(test_links) {
    Arena *arena = arena_new();
    Maker maker = new_maker(arena, 4711);
    Block *block = (maker.program->entry = add_graph(&maker, "main", 0))->start;
    for (int i = 0; i < GRAPHS; i++) {
        Value *args[] = {const_int(maker.program, 40 + i), const_int(maker.program, i * 3),
                         const_int(maker.program, i)};
        Graph *graph = random_graph(&maker, i);
        Op *call = op_new(block->graph, OP_CALL, maker.pos, maker.integer, args, 3);
        call->graph = graph;
        block_append(block, call);
        add_output(&maker, block, call->result);
    }
    return_int(&maker, block, const_int(maker.program, 0));
    compare_runs(&maker, true);
    arena_free(arena);
}
END_TEST

void backend_run_tests(Suite *suite) {
    TCase *tests = tcase_create("compiled programs");
    tcase_set_timeout(tests, 600);
    tcase_add_unchecked_fixture(tests, backend_setup, backend_teardown);
    tcase_add_loop_test(tests, test_programs, 0, 3);
    tcase_add_test(tests, test_ops);
    tcase_add_test(tests, test_links);
    suite_add_tcase(suite, tests);
}
