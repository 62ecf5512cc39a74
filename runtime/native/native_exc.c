/* The pending exception, and the traceback in flight: rows pushed while an exception leaves frame after frame. */
#include "weft.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *weft_exc;

static const weft_header fatal_exception = WEFT_IMMORTAL | WEFT_ID_FATAL;

void weft_overflow(void) {
    weft_exc_set((void *)(uintptr_t)&fatal_exception);
}

bool weft_is_fatal(const void *exception) {
    return exception == &fatal_exception;
}

/* ---- rows -------------------------------------------------------------------------------------- */

/* The first HALF rows are kept in `rows[0..HALF)`; later ones go round in the rest, so that both ends survive. */
enum { HALF = 1 << 19 };

static const weft_trace_row **rows;
static int64_t row_capacity;
static int64_t row_pushed; /* since the last clear, forgotten ones included */

static bool rows_grow(void) {
    int64_t capacity = row_capacity ? row_capacity * 2 : 64;
    const weft_trace_row **larger = realloc(rows, (size_t)capacity * sizeof *rows);
    if (larger == NULL)
        return false;
    rows = larger;
    row_capacity = capacity;
    return true;
}

void weft_trace_push(const weft_trace_row *row) {
    int64_t at = row_pushed < HALF ? row_pushed : HALF + row_pushed % HALF;
    if (at >= row_capacity && !rows_grow())
        return;
    rows[at] = row;
    row_pushed++;
}

void weft_trace_push_row(int64_t row) {
    weft_trace_push((const weft_trace_row *)(intptr_t)row);
}

int64_t weft_trace_count(void) {
    return row_pushed < 2 * HALF ? row_pushed : 2 * HALF;
}

static const weft_trace_row *row_at(int64_t index) {
    int64_t number = index < HALF ? index : index + row_pushed - weft_trace_count();
    return rows[number < HALF ? number : HALF + number % HALF];
}

int64_t weft_trace_get(int64_t index) {
    return (int64_t)(intptr_t)row_at(index);
}

void weft_trace_clear(void) {
    row_pushed = 0;
}

/* ---- printing ------------------------------------------------------------------------------------- */

static void put(const char *text) {
    weft_out_write(2, (weft_address)(uintptr_t)text, (int64_t)strlen(text));
}

static void put_line(const char *text) {
    if (text == NULL || text[0] == '\0')
        return;
    put("    ");
    put(text);
    put("\n");
}

static int line_of(const weft_trace_row *row) {
    return row->place->line + row->line;
}

static void print_row(const weft_trace_row *row) {
    char number[48];
    snprintf(number, sizeof number, "\", line %d, in ", line_of(row));
    put("  File \"");
    put(row->place->file);
    put(number);
    put(row->place->function);
    put("\n");
    put_line(row->text);
    put_line(row->marks);
}

void weft_trace_print(int64_t row) {
    print_row((const weft_trace_row *)(intptr_t)row);
}

static bool rows_same(const weft_trace_row *row, const weft_trace_row *other) {
    return row == other ||
           (line_of(row) == line_of(other) && strcmp(row->place->function, other->place->function) == 0 &&
            strcmp(row->place->file, other->place->file) == 0);
}

int64_t weft_trace_same_line(int64_t row, int64_t other) {
    return rows_same((const weft_trace_row *)(intptr_t)row, (const weft_trace_row *)(intptr_t)other);
}

static void print_repetition(int64_t count) {
    char text[80];
    snprintf(text, sizeof text, "  [Previous line repeated %lld more time%s]\n", (long long)count,
             count == 1 ? "" : "s");
    put(text);
}

void weft_trace_show(void) {
    enum { SHOWN = 3 }; /* of a run of equal rows, as CPython */
    const weft_trace_row *last = NULL;
    int64_t run = 0;
    for (int64_t i = weft_trace_count() - 1; i >= 0; i--) {
        const weft_trace_row *row = row_at(i);
        bool repeats = last != NULL && rows_same(last, row);
        if (!repeats && run > SHOWN)
            print_repetition(run - SHOWN);
        run = repeats ? run + 1 : 1;
        last = row;
        if (run <= SHOWN)
            print_row(row);
    }
    if (run > SHOWN)
        print_repetition(run - SHOWN);
}

void weft_trace_fatal(void) {
    put("Traceback (most recent call last):\n");
    weft_trace_show();
    put("OverflowError: integer result does not fit in 64 bits (CPython would compute it; use a float, or "
        "weft.ovfcheck(...) for an error that can be caught)\n");
}
