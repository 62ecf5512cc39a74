/* Native functions. What concerns the state of the process (streams, arguments, exit, the traceback in flight) is the
 * evaluator's own, so that evaluations do not disturb each other; what takes addresses is checked against the shadow;
 * the rest calls the C functions of the native runtime by signature.
 */
#include "ir/eval_internal.h"

#include "runtime/native/weft.h"

#include <errno.h>
#include <inttypes.h>

static int64_t int_arg(const Eval *eval, const CodeOp *op, int index) {
    return eval_operand(eval, op, index)->i;
}

static double float_arg(const Eval *eval, const CodeOp *op, int index) {
    return eval_operand(eval, op, index)->f;
}

static uint64_t address_arg(const Eval *eval, const CodeOp *op, int index) {
    return eval_operand(eval, op, index)->u;
}

static void set_int(Eval *eval, const CodeOp *op, int64_t value) {
    eval_set_result(eval, op, (Cell){.i = value});
}

static void set_float(Eval *eval, const CodeOp *op, double value) {
    eval_set_result(eval, op, (Cell){.f = value});
}

/* The `count` bytes at `address`, to be read; NULL: stopped. */
static char *text_at(Eval *eval, const CodeOp *op, uint64_t address, int64_t count) {
    static char nothing[1];
    if (count < 0)
        eval_broken(eval, op->op, "a negative count %" PRId64, count);
    else if (!memory_can_read(eval->memory, address, (uint64_t)count))
        eval_fault(eval, op->op, address);
    else
        return count ? (char *)(uintptr_t)address : nothing;
    return NULL;
}

/* Stores what a native function produced. */
static void give_bytes(Eval *eval, const CodeOp *op, uint64_t address, const void *bytes, int64_t count) {
    if (!memory_write(eval->memory, address, bytes, (uint64_t)count))
        eval_fault(eval, op->op, address);
}

/* ---- streams ---- */

static FILE *stream(Eval *eval, int64_t number) {
    return number == 2 ? eval->err : eval->out;
}

/* Streams of files are the native runtime's; -1 stands for all streams. */
static bool is_file(int64_t number) {
    return number > 2;
}

static void run_out_write(Eval *eval, const CodeOp *op) {
    int64_t count = int_arg(eval, op, 2);
    char *text = text_at(eval, op, address_arg(eval, op, 1), count);
    int64_t number = int_arg(eval, op, 0);
    if (text && is_file(number))
        ((void (*)(int64_t, weft_address, int64_t))op->native)(number, text, count);
    else if (text)
        fwrite(text, 1, (size_t)count, stream(eval, number));
}

static void run_out_flush(Eval *eval, const CodeOp *op) {
    int64_t number = int_arg(eval, op, 0);
    int64_t error = is_file(number) || number < 0 ? weft_out_flush(number) : 0;
    errno = 0;
    if (is_file(number))
        set_int(eval, op, error);
    else
        set_int(eval, op, fflush(stream(eval, int_arg(eval, op, 0))) ? errno : 0);
}

static void run_out_error(Eval *eval, const CodeOp *op) {
    if (is_file(int_arg(eval, op, 0))) {
        set_int(eval, op, weft_out_error(int_arg(eval, op, 0)));
        return;
    }
    FILE *file = stream(eval, int_arg(eval, op, 0));
    set_int(eval, op, ferror(file) ? EIO : 0);
    clearerr(file);
}

static void run_write(Eval *eval, const CodeOp *op) {
    int64_t fd = int_arg(eval, op, 0), count = int_arg(eval, op, 2);
    char *text = text_at(eval, op, address_arg(eval, op, 1), count);
    if (!text)
        return;
    if (fd != 1 && fd != 2) {
        set_int(eval, op, weft_write(fd, text, count));
        return;
    }
    fwrite(text, 1, (size_t)count, stream(eval, fd));
    run_out_flush(eval, op);
}

static void run_read(Eval *eval, const CodeOp *op) {
    uint64_t address = address_arg(eval, op, 1);
    int64_t count = int_arg(eval, op, 2);
    if (count < 0) {
        eval_broken(eval, op->op, "a negative count %" PRId64, count);
        return;
    }
    if (!memory_can_write(eval->memory, address, (uint64_t)count)) {
        eval_fault(eval, op->op, address);
        return;
    }
    int64_t got = weft_read(int_arg(eval, op, 0), (char *)(uintptr_t)address, count);
    if (got > 0)
        memory_mark(eval->memory, address, (uint64_t)got, SHADOW_INITIALISED);
    set_int(eval, op, got);
}

static void run_out_close(Eval *eval, const CodeOp *op) {
    if (is_file(int_arg(eval, op, 0)))
        set_int(eval, op, weft_out_close(int_arg(eval, op, 0)));
    else
        run_out_flush(eval, op);
}

static void run_file_open(Eval *eval, const CodeOp *op) {
    int64_t length = int_arg(eval, op, 1);
    char *path = text_at(eval, op, address_arg(eval, op, 0), length);
    if (path)
        set_int(eval, op, weft_file_open(path, length, int_arg(eval, op, 2)));
}

static void run_path_act(Eval *eval, const CodeOp *op) {
    int64_t length = int_arg(eval, op, 2), other_length = int_arg(eval, op, 4);
    char *path = text_at(eval, op, address_arg(eval, op, 1), length);
    char *other = path ? text_at(eval, op, address_arg(eval, op, 3), other_length) : NULL;
    if (other)
        set_int(eval, op, weft_path_act(int_arg(eval, op, 0), path, length, other, other_length));
}

static void run_path_text(Eval *eval, const CodeOp *op) {
    int64_t length = int_arg(eval, op, 2), capacity = int_arg(eval, op, 4);
    uint64_t to = address_arg(eval, op, 3);
    char *name = text_at(eval, op, address_arg(eval, op, 1), length);
    if (!name)
        return;
    if (capacity < 0 || !memory_can_write(eval->memory, to, (uint64_t)capacity)) {
        eval_fault(eval, op->op, to);
        return;
    }
    int64_t got = weft_path_text(int_arg(eval, op, 0), name, length, (char *)(uintptr_t)to, capacity);
    if (got > 0)
        memory_mark(eval->memory, to, (uint64_t)got, SHADOW_INITIALISED);
    set_int(eval, op, got);
}

static void run_error_text(Eval *eval, const CodeOp *op) {
    char text[128];
    int64_t length = weft_error_text(int_arg(eval, op, 0), text);
    give_bytes(eval, op, address_arg(eval, op, 1), text, length);
    set_int(eval, op, length);
}

static void run_find_byte(Eval *eval, const CodeOp *op) {
    int64_t count = int_arg(eval, op, 1);
    char *text = text_at(eval, op, address_arg(eval, op, 0), count);
    if (text)
        set_int(eval, op, weft_find_byte(text, count, int_arg(eval, op, 2)));
}

typedef int64_t Search(weft_address text, int64_t count, weft_address part, int64_t length);

static void run_search(Eval *eval, const CodeOp *op, Search *search) {
    int64_t count = int_arg(eval, op, 1), length = int_arg(eval, op, 3);
    char *text = text_at(eval, op, address_arg(eval, op, 0), count);
    char *part = text ? text_at(eval, op, address_arg(eval, op, 2), length) : NULL;
    if (part)
        set_int(eval, op, search(text, count, part, length));
}

static void run_find_bytes(Eval *eval, const CodeOp *op) {
    run_search(eval, op, weft_find_bytes);
}

static void run_count_bytes(Eval *eval, const CodeOp *op) {
    run_search(eval, op, weft_count_bytes);
}

static void run_load_wide(Eval *eval, const CodeOp *op) {
    int64_t shift = int_arg(eval, op, 1);
    char *bytes = text_at(eval, op, address_arg(eval, op, 0), shift == 1 ? 2 : 4);
    if (bytes)
        set_int(eval, op, weft_load_wide(bytes, shift));
}

static void run_load_word(Eval *eval, const CodeOp *op) {
    char *bytes = text_at(eval, op, address_arg(eval, op, 0), 8);
    if (bytes)
        set_int(eval, op, weft_load_word(bytes));
}

static void run_store_word(Eval *eval, const CodeOp *op) {
    int64_t word = int_arg(eval, op, 1);
    give_bytes(eval, op, address_arg(eval, op, 0), &word, sizeof word);
}

static void run_exit(Eval *eval, const CodeOp *op) {
    eval->result.status = (int)(int_arg(eval, op, 0) & 255);
    eval->is_stopped = true;
}

/* ---- arguments ---- */

static const char *argument(Eval *eval, const CodeOp *op) {
    int64_t index = int_arg(eval, op, 0);
    if (index >= 0 && index < eval->options->argc)
        return eval->options->argv[index];
    eval_broken(eval, op->op, "there is no argument %" PRId64, index);
    return NULL;
}

static void run_arg_count(Eval *eval, const CodeOp *op) {
    set_int(eval, op, eval->options->argc);
}

static void run_arg_length(Eval *eval, const CodeOp *op) {
    const char *text = argument(eval, op);
    if (text)
        set_int(eval, op, (int64_t)strlen(text));
}

static void run_arg_copy(Eval *eval, const CodeOp *op) {
    const char *text = argument(eval, op);
    if (text)
        give_bytes(eval, op, address_arg(eval, op, 1), text, (int64_t)strlen(text));
}

/* ---- floats as text ---- */

static void run_float_repr(Eval *eval, const CodeOp *op) {
    char text[64];
    int64_t length = weft_float_repr(float_arg(eval, op, 0), text);
    give_bytes(eval, op, address_arg(eval, op, 1), text, length);
    set_int(eval, op, length);
}

static void run_float_format(Eval *eval, const CodeOp *op) {
    char text[2048];
    int64_t length = weft_float_format(float_arg(eval, op, 0), int_arg(eval, op, 1), int_arg(eval, op, 2),
                                       int_arg(eval, op, 3), text);
    give_bytes(eval, op, address_arg(eval, op, 4), text, length);
    set_int(eval, op, length);
}

static void run_float_parse(Eval *eval, const CodeOp *op) {
    int64_t length = int_arg(eval, op, 1);
    char *text = text_at(eval, op, address_arg(eval, op, 0), length);
    double value = 0;
    if (!text)
        return;
    int64_t is_float = weft_float_parse(text, length, (char *)&value);
    if (is_float)
        give_bytes(eval, op, address_arg(eval, op, 2), &value, sizeof value);
    set_int(eval, op, is_float);
}

/* ---- the traceback in flight: a row is a position ---- */

static const Pos *row_arg(Eval *eval, const CodeOp *op, int index) {
    uint64_t row = address_arg(eval, op, index);
    if (map_find(&eval->trace_rows, row))
        return (const Pos *)(uintptr_t)row;
    eval_broken(eval, op->op, "argument %d is no row of a traceback", index);
    return NULL;
}

static void run_trace_count(Eval *eval, const CodeOp *op) {
    set_int(eval, op, eval->trace_count);
}

static void run_trace_get(Eval *eval, const CodeOp *op) {
    int64_t index = int_arg(eval, op, 0);
    if (index < 0 || index >= eval->trace_count)
        eval_broken(eval, op->op, "the traceback has no row %" PRId64, index);
    else
        set_int(eval, op, (int64_t)(intptr_t)eval->trace[index]);
}

static void run_trace_clear(Eval *eval, const CodeOp *op) {
    (void)op;
    eval->trace_count = 0;
}

static void run_trace_push_row(Eval *eval, const CodeOp *op) {
    const Pos *row = row_arg(eval, op, 0);
    if (!row)
        return;
    eval->trace = arena_grow(eval->arena, eval->trace, eval->trace_count, &eval->trace_capacity, sizeof *eval->trace);
    eval->trace[eval->trace_count++] = row;
}

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && !strcmp(a, b));
}

static const char *row_path(const Pos *row) {
    return row->file ? row->file->path : "?";
}

static const char *row_function(const Pos *row) {
    return row->function ? row->function : "?";
}

static bool same_row(const Pos *a, const Pos *b) {
    return a->line == b->line && same_text(row_function(a), row_function(b)) && same_text(row_path(a), row_path(b));
}

static void run_trace_same(Eval *eval, const CodeOp *op) {
    const Pos *a = row_arg(eval, op, 0), *b = row_arg(eval, op, 1);
    if (a && b)
        set_int(eval, op, same_row(a, b));
}

/* Without the line of carets, which is made only for compiled programs. */
static void print_row(Eval *eval, const Pos *row) {
    int length = 0;
    const char *text =
        row->file && !row->file->is_generated ? source_line(eval->arena, row->file, (int)row->line, &length) : NULL;
    fprintf(eval->err, "  File \"%s\", line %u, in %s\n", row_path(row), (unsigned)row->line, row_function(row));
    for (; text && length && (*text == ' ' || *text == '\t'); text++)
        length--;
    if (text && length)
        fprintf(eval->err, "    %.*s\n", length, text);
}

static void run_trace_print(Eval *eval, const CodeOp *op) {
    const Pos *row = row_arg(eval, op, 0);
    if (row)
        print_row(eval, row);
}

static void print_repetition(Eval *eval, int count) {
    if (count > 0)
        fprintf(eval->err, "  [Previous line repeated %d more time%s]\n", count, count == 1 ? "" : "s");
}

void eval_trace_show(Eval *eval) {
    enum { SHOWN = 3 }; /* of equal rows in a run */
    int run = 0;
    for (int i = eval->trace_count - 1; i >= 0; i--) {
        bool repeats = run > 0 && same_row(eval->trace[i], eval->trace[i + 1]);
        if (!repeats)
            print_repetition(eval, run - SHOWN);
        run = repeats ? run + 1 : 1;
        if (run <= SHOWN)
            print_row(eval, eval->trace[i]);
    }
    print_repetition(eval, run - SHOWN);
}

static void run_trace_show(Eval *eval, const CodeOp *op) {
    (void)op;
    eval_trace_show(eval);
}

/* ---- plain C functions, by signature ---- */

static void run_f_f(Eval *eval, const CodeOp *op) {
    set_float(eval, op, ((double (*)(double))op->native)(float_arg(eval, op, 0)));
}

static void run_ff_f(Eval *eval, const CodeOp *op) {
    set_float(eval, op, ((double (*)(double, double))op->native)(float_arg(eval, op, 0), float_arg(eval, op, 1)));
}

static void run_fi_f(Eval *eval, const CodeOp *op) {
    set_float(eval, op, ((double (*)(double, int64_t))op->native)(float_arg(eval, op, 0), int_arg(eval, op, 1)));
}

static void run_f_i(Eval *eval, const CodeOp *op) {
    set_int(eval, op, ((int64_t(*)(double))op->native)(float_arg(eval, op, 0)));
}

static void run_f(Eval *eval, const CodeOp *op) {
    set_float(eval, op, ((double (*)(void))op->native)());
}

static void run_nothing(Eval *eval, const CodeOp *op) {
    (void)eval;
    op->native();
}

static void run_i(Eval *eval, const CodeOp *op) {
    set_int(eval, op, ((int64_t(*)(void))op->native)());
}

static void run_i_i(Eval *eval, const CodeOp *op) {
    set_int(eval, op, ((int64_t(*)(int64_t))op->native)(int_arg(eval, op, 0)));
}

static void run_ii_i(Eval *eval, const CodeOp *op) {
    set_int(eval, op, ((int64_t(*)(int64_t, int64_t))op->native)(int_arg(eval, op, 0), int_arg(eval, op, 1)));
}

static void run_iii_i(Eval *eval, const CodeOp *op) {
    set_int(eval, op,
            ((int64_t(*)(int64_t, int64_t, int64_t))op->native)(int_arg(eval, op, 0), int_arg(eval, op, 1),
                                                                int_arg(eval, op, 2)));
}

/* ---- tables ---- */

typedef struct NativeRow {
    const char *name; /* or signature */
    NativeRun *run;
} NativeRow;

static const NativeRow own_functions[] = {
    {"write", run_write},
    {"read", run_read},
    {"out_write", run_out_write},
    {"out_flush", run_out_flush},
    {"out_error", run_out_error},
    {"out_bytes", run_out_write},
    {"out_close", run_out_close},
    {"file_open", run_file_open},
    {"path_act", run_path_act},
    {"path_text", run_path_text},
    {"error_text", run_error_text},
    {"find_byte", run_find_byte},
    {"find_bytes", run_find_bytes},
    {"load_wide", run_load_wide},
    {"load_word", run_load_word},
    {"store_word", run_store_word},
    {"count_bytes", run_count_bytes},
    {"exit", run_exit},
    {"trace_count", run_trace_count},
    {"trace_get", run_trace_get},
    {"trace_clear", run_trace_clear},
    {"trace_push_row", run_trace_push_row},
    {"trace_same_line", run_trace_same},
    {"trace_print", run_trace_print},
    {"trace_show", run_trace_show},
    {"arg_count", run_arg_count},
    {"arg_length", run_arg_length},
    {"arg_copy", run_arg_copy},
    {"float_repr", run_float_repr},
    {"float_format", run_float_format},
    {"float_parse", run_float_parse},
};

static const NativeRow by_signature[] = {
    {"f>f", run_f_f}, {"ff>f", run_ff_f},  {"fi>f", run_fi_f}, {"f>i", run_f_i},   {">f", run_f},
    {">i", run_i},    {">n", run_nothing}, {"i>i", run_i_i},   {"ii>i", run_ii_i}, {"iii>i", run_iii_i},
};

static const struct {
    const char *name, *signature;
    void (*function)(void);
} c_functions[] = {
#define NATIVE(name, signature, pure, doc) {#name, signature, (void (*)(void))weft_##name},
#include "ir/native.def"
#undef NATIVE
};

static NativeRun *find_row(const NativeRow *rows, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(rows[i].name, name))
            return rows[i].run;
    return NULL;
}

bool eval_native_find(const char *name, CodeOp *op) {
    for (size_t i = 0; i < sizeof c_functions / sizeof *c_functions; i++) {
        if (strcmp(c_functions[i].name, name))
            continue;
        const char *signature = c_functions[i].signature;
        op->native = c_functions[i].function;
        op->native_arg_count = (int)(strchr(signature, '>') - signature);
        op->run = find_row(own_functions, sizeof own_functions / sizeof *own_functions, name);
        if (!op->run)
            op->run = find_row(by_signature, sizeof by_signature / sizeof *by_signature, signature);
        return op->run != NULL;
    }
    return false;
}
