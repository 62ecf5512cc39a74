/* Generators: a call of a function with `yield` makes an object. Each body of such a function has a class of its own
 * for the generators it makes, derived from the library's class `generator`; generators of several functions that meet
 * are told apart by their class, as instances with a common base are.
 *
 * Attributes of the class, beside the library's: `_sent` and `_thrown`, what it was resumed with, and `_result`, what
 * the function returned. */
#include "frontend/infer_internal.h"

static Cell *slot_cell(Inference *inf, const Body *body, const char *name) {
    return inst_slot(inf, body->generator, intern(inf->names, name))->cell;
}

static ClassDef *generator_class(Inference *inf, Body *body, ClassDef *base) {
    ClassDef *def = arena_alloc(inf->arena, sizeof *def);
    def->name = def->full_name = "generator";
    def->module = base->module;
    def->site = base->site;
    def->site_body = base->site_body;
    class_set_base(def, base);
    def->serial = ++inf->serial;
    def->is_library = true;
    def->generator = body;
    def->con = (Con){.kind = CON_CLASS, .def = def, .serial = def->serial};
    base->subs = arena_grow(inf->arena, base->subs, base->sub_count, &base->sub_capacity, sizeof def);
    base->subs[base->sub_count++] = def;
    return def;
}

static bool has_cleanup(const Graph *graph) {
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->op_count; i++)
            if (graph->blocks[b]->ops[i]->code == OP_YIELD && graph->blocks[b]->ops[i]->integer)
                return true;
    return false;
}

void generator_start(Inference *inf, Body *body) {
    ClassDef *base = class_by_name(inf, "weft.core.generator", "generator");
    Cell *returned = body->result;
    body->yielded = cell_new(inf, body);
    body->cleans_up = has_cleanup(body->graph);
    inf->has_cleanup |= body->cleans_up;
    body->result = cell_new(inf, body);
    if (!base)
        return;
    ClassDef *def = generator_class(inf, body, base);
    body->generator = inst_new(inf, def, hash_u64(HASH_SEED, def->serial) | 1);
    body->generator->is_allocated = true;
    body->generator->con.site_body = body;
    body->generator->con.site = body->func->make;
    cell_add_con(inf, body->result, &body->generator->con, NULL, NULL);
    cell_flow(inf, returned, slot_cell(inf, body, "_result"), NULL);
    inst_slot(inf, body->generator, intern(inf->names, "_result"))->is_set = true;
}

/* What it was resumed with: None, or what some caller sends or throws. */
static void infer_resumed(Inference *inf, OpNode *node, const char *attribute) {
    Cell *result = body_cell(inf, node->body, node->op->result);
    cell_add_scalars(inf, result, S_NONE, &node->node, NULL);
    cell_flow(inf, slot_cell(inf, node->body, attribute), result, &node->node);
}

bool infer_generator_op(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    if (op->code != OP_YIELD && op->code != OP_SENT && op->code != OP_THROWN)
        return false;
    if (!node->body->generator)
        return true;
    if (op->code == OP_YIELD)
        cell_flow(inf, body_cell(inf, node->body, op->args[0]), node->body->yielded, &node->node);
    else
        infer_resumed(inf, node, op->code == OP_SENT ? "_sent" : "_thrown");
    return true;
}

void infer_with_cleanup(Inference *inf, OpNode *node, Cell *operand, Cell *result) {
    operand = cell_root(operand);
    cell_add_scalars(inf, result, S_NONE, &node->node, NULL);
    for (int i = 0; i < operand->con_count; i++) {
        Con *con = operand->cons[i];
        if (con->kind == CON_INSTANCE && con->inst->def->generator && con->inst->def->generator->cleans_up)
            cell_add_con(inf, result, con, &node->node, operand);
    }
}

void infer_resume(Inference *inf, OpNode *node, Cell *generators, Cell *result) {
    generators = cell_root(generators);
    for (int i = 0; i < generators->con_count; i++) {
        Con *con = generators->cons[i];
        if (con->kind == CON_INSTANCE && con->inst->def->generator)
            cell_flow(inf, con->inst->def->generator->yielded, result, &node->node);
    }
}
