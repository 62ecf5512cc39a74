/* Inference of what raises and handles exceptions. */
#include "frontend/infer_internal.h"

static Cell *arg(Inference *inf, OpNode *node, int i) {
    return body_cell(inf, node->body, node->op->args[i]);
}

static Cell *result_cell(Inference *inf, OpNode *node) {
    return node->op->result ? body_cell(inf, node->body, node->op->result) : cell_new(inf, node->body);
}

/* The exceptions that a value names: itself, or a new one of the class. */
static void flow_exceptions(Inference *inf, OpNode *node, Cell *from, Cell *to) {
    Actuals none = {0};
    for (int i = 0; i < cell_root(from)->con_count; i++) {
        Con *con = cell_root(from)->cons[i];
        if (con->kind == CON_CLASS)
            cell_flow(inf, infer_instantiate(inf, node, con->def, &none), to, &node->node);
        else if (con->kind == CON_INSTANCE && con->inst->def->is_exception)
            cell_add_con(inf, to, con, &node->node, from);
    }
    cell_flow(inf, to, inf->raised, &node->node);
}

void infer_exc_value(Inference *inf, OpNode *node) {
    Cell *result = result_cell(inf, node);
    flow_exceptions(inf, node, arg(inf, node, 0), result);
    if (!cell_is_empty(result))
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_exc_prepare", &result, 1);
}

bool may_be_stop(Inference *inf, Cell *exception) {
    const ClassDef *stop = class_find_builtin(inf, "StopIteration");
    exception = cell_root(exception);
    for (int i = 0; i < exception->con_count; i++)
        if (exception->cons[i]->kind == CON_INSTANCE && exception->cons[i]->inst->def == stop)
            return true;
    return false;
}

void infer_caught(Inference *inf, OpNode *node) {
    Cell *exception = arg(inf, node, 0);
    cell_flow(inf, exception, result_cell(inf, node), &node->node);
    if (may_be_stop(inf, exception))
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_caught", &exception, 1);
}

/* A cause is read as any exception may be: as one of those that are raised anywhere. */
void infer_set_cause(Inference *inf, OpNode *node) {
    Cell *operand = arg(inf, node, 1), *exception = cell_new(inf, node->body), *cause = cell_new(inf, node->body);
    flow_exceptions(inf, node, operand, exception);
    cell_flow(inf, exception, cause, &node->node);
    cell_add_scalars(inf, cause, cell_root(operand)->scalars & S_NONE, &node->node, operand);
    Cell *cells[2] = {arg(inf, node, 0), cause};
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_set_cause", cells, 2);
}

void infer_handler_op(Inference *inf, OpNode *node) {
    ClassDef *def = class_find_builtin(inf, "BaseException");
    Cell *result = result_cell(inf, node);
    Cell *operand = node->op->arg_count ? arg(inf, node, 0) : NULL;
    if (node->op->code == OP_CURRENT_EXC) {
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_current_exc", NULL, 0);
        cell_flow(inf, inf->raised, result, &node->node);
    } else if (node->op->code == OP_ENTER_HANDLER) {
        if (def)
            cell_add_con(inf, result, &inst_plain(inf, def)->con, &node->node, NULL);
        cell_add_scalars(inf, result, S_NONE, &node->node, NULL);
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_enter_handler", &operand, 1);
    } else {
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.exceptions", "_leave_handler", &operand, 1);
    }
}
