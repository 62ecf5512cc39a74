/* Strings made of pieces. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"

void infer_build_string(Inference *inf, OpNode *node) {
    const char *helper = concat_helper(node->op->arg_count);
    add_plain(inf, node, body_cell(inf, node->body, node->op->result), "str");
    Cell *pieces[4];
    pieces[0] = cell_new(inf, node->body);
    if (helper) {
        add_plain(inf, node, pieces[0], "str");
        pieces[1] = pieces[2] = pieces[3] = pieces[0];
    } else {
        ClassInst *inst = inst_root(inst_for_list(inf, node));
        add_plain(inf, node, inst->args[0], "str");
        cell_add_con(inf, pieces[0], &inst->con, NULL, NULL);
    }
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.checks", helper ? helper : "_concat", pieces,
                    helper ? node->op->arg_count : 1);
}

/* A str, and behind it str() of something: of a number the helper makes both at once. */
void infer_prefixed_str(Inference *inf, OpNode *node) {
    Cell *operand = body_cell(inf, node->body, node->op->args[1]),
         *spec = body_cell(inf, node->body, node->op->args[2]);
    Cell *text = cell_new(inf, node->body), *number = cell_new(inf, node->body);
    uint32_t scalars = cell_root(operand)->scalars;
    add_plain(inf, node, body_cell(inf, node->body, node->op->result), "str");
    add_plain(inf, node, text, "str");
    if (is_prefixed_number(scalars, cell_root(operand)->con_count)) {
        cell_add_scalars(inf, number, scalars, &node->node, NULL);
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.checks", "_prefixed", (Cell *[]){text, number}, 2);
        return;
    }
    if (cell_root(spec)->con_count)
        infer_format(inf, node, operand, spec, text);
    else
        infer_unary(inf, node, OP_TO_STR, operand, text);
    infer_call_core(inf, node, ROLE_ITEM, "weft.core.checks", "_concat2", (Cell *[]){text, text}, 2);
}
