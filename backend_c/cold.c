/* Side exits: raising, appending the position, leaving. They stand at the end of the function, one for each traceback
 * site. */
#include "backend_c/function.h"
#include "backend_c/trace.h"

static const struct {
    int reason;
    const char *label, *call;
} reasons[] = {{EXIT_OVERFLOW, "overflow", "weft_overflow"},
               {EXIT_MEMORY, "memory", "weft_memory_exceeded"},
               {EXIT_RECURSION, "recursion", "weft_stack_exceeded"}};
enum { REASONS = sizeof reasons / sizeof *reasons };

static ColdExit *exit_of(Function *function, int site) {
    uint64_t *slot = map_put(function->scratch, &function->exit_of_site, (uint64_t)site);
    if (!*slot) {
        function->exits = arena_grow(function->scratch, function->exits, function->exit_count, &function->exit_capacity,
                                     sizeof *function->exits);
        function->exits[function->exit_count++] = (ColdExit){site, 0};
        *slot = (uint64_t)function->exit_count;
    }
    return &function->exits[*slot - 1];
}

static void write_label(Function *function, const char *kind, int site) {
    text_add(function->out, kind);
    text_int(function->out, site);
}

static const char *reason_label(int reason) {
    for (int i = 0; i < REASONS; i++)
        if (reasons[i].reason == reason)
            return reasons[i].label;
    return "raise";
}

void cold_goto(Function *function, const Pos *pos, int reason) {
    int site = pos ? trace_site(function->unit->backend, function->graph, pos) : 0;
    if (!site && reason == EXIT_PENDING) {
        cold_return(function);
        return;
    }
    exit_of(function, site)->reasons |= reason;
    text_add(function->out, "goto ");
    write_label(function, reason_label(reason), site);
    text_add(function->out, ";\n");
}

static void push_rows(Function *function, int site) {
    if (!site)
        return;
    TraceSite rows = trace_site_rows(function->graph, site);
    for (int i = 0; i < rows.count; i++) {
        text_all(function->out, "    weft_trace_push(&", unit_trace(function->unit, function->graph), "[", NULL);
        text_int(function->out, rows.first + i);
        text_add(function->out, "]);\n");
    }
}

void cold_trace(Function *function, const Pos *pos) {
    push_rows(function, trace_site(function->unit->backend, function->graph, pos));
}

void cold_return(Function *function) {
    Type *result = function->graph->type->item;
    text_add(function->out, "return");
    if (!type_is_void(result)) {
        text_char(function->out, ' ');
        c_constant(function->unit, function->out, &(Const){.kind = CONST_UNDEFINED}, result);
    }
    text_add(function->out, ";\n");
}

/* The last reason falls into the common end, those before jump there. */
static void emit_exit(Function *function, const ColdExit *cold) {
    int left = cold->reasons & ~EXIT_PENDING;
    bool is_shared = (cold->reasons & (cold->reasons - 1)) != 0;
    for (int i = 0; i < REASONS; i++) {
        if (!(left & reasons[i].reason))
            continue;
        left &= ~reasons[i].reason;
        write_label(function, reasons[i].label, cold->site);
        text_all(function->out, ":\n    ", reasons[i].call, "();\n", NULL);
        if (left) {
            text_add(function->out, "    goto ");
            write_label(function, "raise", cold->site);
            text_add(function->out, ";\n");
        }
    }
    if (is_shared || cold->reasons == EXIT_PENDING) {
        write_label(function, "raise", cold->site);
        text_add(function->out, ":\n");
    }
    push_rows(function, cold->site);
    text_add(function->out, "    ");
    cold_return(function);
}

void cold_emit(Function *function) {
    for (int i = 0; i < function->exit_count; i++)
        emit_exit(function, &function->exits[i]);
}
