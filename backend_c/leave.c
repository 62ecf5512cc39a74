/* Leaving a function with an exception pending: as one statement where it happens, which gcc moves out of the way. */
#include "backend_c/function.h"
#include "backend_c/trace.h"

static void push_rows(Function *function, int site, const char *before, const char *after) {
    TraceSite rows = trace_site_rows(function->graph, site);
    for (int i = 0; i < rows.count; i++) {
        text_all(function->out, before, "weft_trace_push(&", unit_trace(function->unit, function->graph), "[", NULL);
        text_int(function->out, rows.first + i);
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

void leave_rest(Function *function, const Pos *pos) {
    if (pos)
        push_rows(function, trace_site(function->unit->backend, function->graph, pos), "", ", ");
    leave_nothing(function);
}

void leave_raising(Function *function, const Pos *pos, const char *raise) {
    text_add(function->out, "        return ");
    if (raise)
        text_all(function->out, raise, "(), ", NULL);
    leave_rest(function, pos);
}
