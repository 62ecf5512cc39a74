/* Calls of the program's functions: what stands there if they do not come back, or are slow paths. */
#include "backend_c/function.h"

static void after_call(Function *function, const Op *op) {
    if (!op->propagate)
        return;
    text_add(function->out, "    if (WEFT_PENDING())\n");
    leave_raising(function, op->pos, NULL);
}

static void write_call(Function *function, const Op *op) {
    text_all(function->out, unit_function(function->unit, op->graph), "(", NULL);
    op_arguments(function, op, 0);
}

static void call_for_good(Function *function, const Op *op) {
    text_add(function->out, "    return ");
    write_call(function, op);
    text_add(function->out, ", ");
    leave_rest(function, op->pos);
}

/* See weft.h. */
static void call_aside(Function *function, const Op *op) {
    text_add(function->out, "    WEFT_ASIDE_CALL_");
    text_int(function->out, op->arg_count);
    text_all(function->out, "(", unit_function(function->unit, op->graph), ", ", NULL);
    op_arguments(function, op, 0);
    text_add(function->out, ";\n");
    after_call(function, op);
}

bool call_is_for_good(const Op *op) {
    return op->code == OP_CALL && op->propagate && ((const CGraph *)op->graph->note)->never_returns;
}

void call_emit(Function *function, const Op *op) {
    if (call_is_for_good(op) && !leave_releases(function)) {
        call_for_good(function, op);
        return;
    }
    if (((const CGraph *)op->graph->note)->is_aside) {
        call_aside(function, op);
        return;
    }
    op_begin(function, op);
    write_call(function, op);
    text_add(function->out, ";\n");
    after_call(function, op);
}

void call_indirect_emit(Function *function, const Op *op) {
    op_begin(function, op);
    value_emit(function, op->args[0]);
    text_char(function->out, '(');
    op_arguments(function, op, 1);
    text_add(function->out, ";\n");
    after_call(function, op);
}
