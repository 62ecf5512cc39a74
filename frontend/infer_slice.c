/* A slice object as an index: of a library class, that is its slicing method; a class of the program gets the object.
 */
#include "frontend/infer_internal.h"

#include <string.h>

Con *slice_con(Cell *index) {
    Con *con = cell_single(index);
    bool is_slice =
        con && con->kind == CON_INSTANCE && con->inst->def->is_library && !strcmp(con->inst->def->name, "slice");
    return is_slice ? con : NULL;
}

const char *slice_method(OpCode code) {
    return code == OP_GETITEM ? "__getslice__" : code == OP_SETITEM ? "__setslice__" : "__delslice__";
}

bool infer_slice_item(Inference *inf, OpNode *node, Cell *object, Cell *index) {
    static const char *const fields[] = {"start", "stop", "step"};
    Con *slice = slice_con(index);
    if (!slice)
        return false;
    Cell *cells[4];
    for (int i = 0; i < 3; i++) {
        cells[i] = inst_slot(inf, slice->inst, intern(inf->names, fields[i]))->cell;
        cell_use(inf, cells[i], &node->node);
    }
    bool stores = node->op->code == OP_SETITEM;
    if (stores)
        cells[3] = body_cell(inf, node->body, node->op->args[2]);
    Cell *library = cell_new(inf, node->body);
    for (int i = 0; i < cell_root(object)->con_count; i++) {
        Con *con = cell_root(object)->cons[i];
        if (con->kind == CON_INSTANCE && con->inst->def->is_library)
            cell_add_con(inf, library, con, &node->node, object);
    }
    if (cell_is_empty(library))
        return false;
    Actuals actuals = {.cells = cells, .count = 3 + stores, .positional = 3 + stores};
    Cell *result = node->op->result ? body_cell(inf, node->body, node->op->result) : NULL;
    infer_method(inf, node, ROLE_CALL, library, slice_method(node->op->code), &actuals, result);
    return true;
}

static bool is_bound(Cell *cell) {
    cell = cell_root(cell);
    return !cell->con_count && !(cell->scalars & ~(uint32_t)(S_NONE | S_BOOL | S_INT));
}

void infer_slice_length(Inference *inf, OpNode *node) {
    Cell *cells[3];
    for (int i = 0; i < 3; i++)
        cells[i] = body_cell(inf, node->body, node->op->args[i]);
    const Con *text = cell_find_con(cells[0], CON_INSTANCE);
    if (text && text->inst->def == class_find_builtin(inf, "str") && is_bound(cells[1]) && is_bound(cells[2]))
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.search", "slice_length", cells, 3);
}
