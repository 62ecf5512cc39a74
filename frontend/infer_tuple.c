/* Tuples in inference: slices and operators whose result's length is known, and the class `tuple` itself. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"

static Cell *result_cell(Inference *inf, OpNode *node) {
    return node->op->result ? body_cell(inf, node->body, node->op->result) : cell_new(inf, node->body);
}

/* Python's slice.indices with the absent bounds filled in. */
static int64_t clamp_bound(int64_t bound, int64_t count, int64_t low, int64_t high) {
    bound += bound < 0 ? count : 0;
    return bound < low ? low : bound > high ? high : bound;
}

int tuple_slice_items(Inference *inf, const Op *op, int count, int **items) {
    int64_t bounds[3] = {0, 0, 1};
    bool given[3] = {false, false, false};
    for (int i = 0; i < 3; i++) {
        const Value *value = op->args[i + 1];
        given[i] = value->is_const && value->constant.kind == CONST_INT;
        if (given[i])
            bounds[i] = value->constant.integer;
        else if (!value->is_const || value->constant.kind != CONST_NONE)
            return -1;
    }
    int64_t step = bounds[2];
    if (step == 0)
        return -1;
    int64_t low = step < 0 ? -1 : 0, high = step < 0 ? count - 1 : count;
    int64_t at = given[0] ? clamp_bound(bounds[0], count, low, high) : step < 0 ? high : low;
    int64_t end = given[1] ? clamp_bound(bounds[1], count, low, high) : step < 0 ? low : high;
    int n = 0;
    *items = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof **items);
    for (; step < 0 ? at > end : at < end; at += step)
        (*items)[n++] = (int)at;
    return n;
}

void infer_tuple_slice(Inference *inf, OpNode *node, Con *con) {
    int *items;
    int count = tuple_slice_items(inf, node->op, con->count, &items);
    if (count < 0)
        return;
    Con *made = made_con(inf, node, CON_TUPLE, count);
    for (int i = 0; i < count; i++)
        cell_flow(inf, con->cells[items[i]], made->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

int tuple_repeat_count(const Op *op, int side) {
    const Value *times = op->args[side];
    if (!times->is_const || times->constant.kind != CONST_INT)
        return -1;
    return times->constant.integer < 0 ? 0 : times->constant.integer > 4096 ? -1 : (int)times->constant.integer;
}

static void repeat_tuple(Inference *inf, OpNode *node, Con *con, int times) {
    Con *made = made_con(inf, node, CON_TUPLE, con->count * times);
    for (int i = 0; i < made->count; i++)
        cell_flow(inf, con->cells[i % con->count], made->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

static void join_tuples(Inference *inf, OpNode *node, Con *a, Con *b) {
    Con *made = made_con(inf, node, CON_TUPLE, a->count + b->count);
    for (int i = 0; i < made->count && i < a->count + b->count; i++)
        cell_flow(inf, i < a->count ? a->cells[i] : b->cells[i - a->count], made->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

bool infer_tuple_operator(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *other) {
    Con *right = cell_find_con(other, CON_TUPLE);
    if (dunder->plain == OP_ADD && right) {
        join_tuples(inf, node, con, right);
        return true;
    }
    int side = node->op->args[0]->is_const ? 0 : 1;
    int times = dunder->plain == OP_MUL ? tuple_repeat_count(node->op, side) : -1;
    if (times >= 0)
        repeat_tuple(inf, node, con, times);
    return times >= 0;
}
