/* Leaving a function with an exception pending: as one statement where it happens, which gcc moves out of the way. */
#include "backend_c/function.h"
#include "backend_c/trace.h"

static void push_rows(Function *function, int site, const char *before, const char *after) {
    TraceSite rows = trace_site_rows(function->graph, site);
    for (int i = 0; i < rows.count; i++) {
        text_all(function->out, before, "weft_trace_push(&", unit_trace(function->unit, function->graph), "[", NULL);
        text_int(function->out, rows.rows[i]);
        text_all(function->out, "])", after, NULL);
    }
}

void leave_trace(Function *function, const Pos *pos) {
    push_rows(function, trace_site(function->unit->backend, function->graph, pos), "    ", ";\n");
}

void leave_nothing(Function *function) {
    Type *result = function->graph->type->item;
    if (function->uses_roots) /* the frame is left */
        text_all(function->out, "weft_root_top = ", roots_frame(function), ", ", NULL);
    if (function->parts)
        text_add(function->out, "-1");
    else if (type_is_void(result))
        text_add(function->out, "(void)0");
    else
        c_constant(function->unit, function->out, &(Const){.kind = CONST_UNDEFINED}, result);
    text_add(function->out, ";\n");
}

bool leave_releases(const Function *function) {
    return function->graph->except_block->op_count > 0;
}

/* The except block does the rest. */
static void leave_by_block(Function *function, const Pos *pos, const char *raise) {
    text_all(function->out, "    {\n", raise ? "        " : "", raise ? raise : "", raise ? "();\n" : "", NULL);
    if (pos)
        push_rows(function, trace_site(function->unit->backend, function->graph, pos), "        ", ";\n");
    text_add(function->out, "        goto leave;\n    }\n");
    function->uses_leave = true;
}

void leave_rest(Function *function, const Pos *pos) {
    if (pos)
        push_rows(function, trace_site(function->unit->backend, function->graph, pos), "", ", ");
    leave_nothing(function);
}

void leave_raising(Function *function, const Pos *pos, const char *raise) {
    if (leave_releases(function)) {
        leave_by_block(function, pos, raise);
        return;
    }
    text_add(function->out, "        return ");
    if (raise)
        text_all(function->out, raise, "(), ", NULL);
    leave_rest(function, pos);
}
