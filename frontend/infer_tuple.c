/* Tuples in inference: slices and operators whose result's length is known, and open tuples, whose length is not.
 *
 * An open tuple is an instance of the library's class weft.core.open_tuple.tuple. Where it meets a tuple of known
 * length in a cell, the cell is represented as an open tuple (the shape leaves out the other), and lowering converts on
 * the way there. So tuple(xs), the keys (1, 2) and slices by variables go together. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"

#include <string.h>

static const char open_module[] = "weft.core.open_tuple";

static Cell *result_cell(Inference *inf, OpNode *node) {
    return node->op->result ? body_cell(inf, node->body, node->op->result) : cell_new(inf, node->body);
}

/* ---- open tuples ---- */

bool is_open_tuple_class(const ClassDef *def) {
    return def->primitive && !strcmp(def->primitive, "open_tuple");
}

bool con_is_open_tuple(const Con *con) {
    return con->kind == CON_INSTANCE && is_open_tuple_class(con->inst->def);
}

Con *cell_open_tuple(Cell *cell) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++)
        if (con_is_open_tuple(cell->cons[i]))
            return cell->cons[i];
    return NULL;
}

Con *cell_fixed_tuple(Cell *cell) {
    Con *con = cell_find_con(cell, CON_TUPLE);
    return con && !cell_open_tuple(cell) ? con : NULL;
}

bool cell_hides_tuple(Cell *cell, const Con *con) {
    cell = cell_root(cell);
    for (int i = 0; con->kind == CON_TUPLE && i < cell->con_count; i++)
        if (cell->cons[i] != con && (cell->cons[i]->kind == CON_TUPLE || con_is_open_tuple(cell->cons[i])))
            return true;
    return false;
}

static void add_items(Inference *inf, Con *fixed, Con *open) {
    for (int i = 0; i < fixed->count; i++)
        cell_flow(inf, fixed->cells[i], inst_root(open->inst)->args[0], NULL);
}

void infer_meet_tuples(Inference *inf, Cell *cell, Con *con) {
    bool is_open = con_is_open_tuple(con);
    if (!is_open && con->kind != CON_TUPLE)
        return;
    for (int i = 0; i < cell_root(cell)->con_count; i++) {
        Con *other = cell_root(cell)->cons[i];
        if (is_open && other->kind == CON_TUPLE)
            add_items(inf, other, con);
        else if (!is_open && con_is_open_tuple(other))
            add_items(inf, con, other);
    }
}

/* The open tuple that the op makes besides its result; false: the class is not there yet. */
static bool make_helper(Inference *inf, OpNode *node) {
    ClassDef *def = class_by_name(inf, open_module, "tuple");
    if (def && !node->helper) {
        node->helper = cell_new(inf, node->body);
        OpNode site = {.node = node->node, .body = node->body, .op = node->op};
        cell_add_con(inf, node->helper, &inst_for_site(inf, def, &site)->con, NULL, NULL);
    }
    return def != NULL;
}

Cell *tuple_as_open(Inference *inf, OpNode *node, Con *tuple) {
    if (!make_helper(inf, node)) {
        wait_again(inf, node);
        return cell_new(inf, node->body);
    }
    add_items(inf, tuple, cell_open_tuple(node->helper));
    return node->helper;
}

/* `cell` with the open tuple among its own. */
static Cell *opened(Inference *inf, OpNode *node, Cell *cell, Con *open) {
    Cell *joined = cell_new(inf, node->body);
    cell_add_con(inf, joined, open, &node->node, NULL);
    cell_add_all(inf, joined, cell, &node->node);
    cell_use(inf, cell, &node->node);
    return joined;
}

void infer_open_operands(Inference *inf, OpNode *node, Cell **a, Cell **b) {
    Con *left = cell_open_tuple(*a), *right = cell_open_tuple(*b);
    if (left && cell_fixed_tuple(*b))
        *b = opened(inf, node, *b, left);
    else if (right && cell_fixed_tuple(*a))
        *a = opened(inf, node, *a, right);
}

static void flow_helper(Inference *inf, OpNode *node, const char *function, Cell **cells, int count, Cell *result) {
    cell_flow(inf, infer_call_core(inf, node, ROLE_HELPER, open_module, function, cells, count), result, &node->node);
}

void infer_tuple_of(Inference *inf, OpNode *node, Cell *operand, Cell *result) {
    Cell *others = cell_new(inf, node->body);
    for (int i = 0; i < cell_root(operand)->con_count; i++) {
        Con *con = cell_root(operand)->cons[i];
        cell_add_con(inf, con->kind == CON_TUPLE ? result : others, con, &node->node, operand);
    }
    if (!cell_is_empty(others))
        flow_helper(inf, node, "tuple_of", &others, 1, result);
}

/* ---- operations on tuples of known length ---- */

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
    if (count < 0) {
        Cell *cells[4] = {tuple_as_list(inf, node, con)};
        for (int i = 1; i < 4; i++)
            cells[i] = body_cell(inf, node->body, node->op->args[i]);
        flow_helper(inf, node, "slice_of", cells, 4, result_cell(inf, node));
        return;
    }
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

static void repeat_openly(Inference *inf, OpNode *node, Con *con, Cell *times) {
    Cell *cells[2] = {tuple_as_list(inf, node, con), times};
    flow_helper(inf, node, "repeat_of", cells, 2, result_cell(inf, node));
}

static void repeat_tuple(Inference *inf, OpNode *node, Con *con, int times) {
    Con *made = made_con(inf, node, CON_TUPLE, con->count * times);
    for (int i = 0; i < made->count; i++)
        cell_flow(inf, con->cells[i % con->count], made->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

/* A tuple that grows in a loop has no length that is known. */
static void grow_tuple(Inference *inf, OpNode *node) {
    if (make_helper(inf, node))
        cell_flow(inf, node->helper, result_cell(inf, node), &node->node);
}

static void join_tuples(Inference *inf, OpNode *node, Con *a, Con *b) {
    Con *made = made_con(inf, node, CON_TUPLE, a->count + b->count);
    if (made->count != a->count + b->count)
        grow_tuple(inf, node);
    for (int i = 0; i < made->count && i < a->count + b->count; i++)
        cell_flow(inf, i < a->count ? a->cells[i] : b->cells[i - a->count], made->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

/* Tuples of different lengths: what both have is compared; if that is equal, the longer one is greater. */
const char *tuple_order_method(OpCode code, int left, int right) {
    if (left == right || (code != OP_LT && code != OP_LE && code != OP_GT && code != OP_GE))
        return NULL;
    if (code == OP_LT || code == OP_LE)
        return left < right ? "__le__" : "__lt__";
    return left < right ? "__gt__" : "__ge__";
}

static Cell *tuple_prefix(Inference *inf, OpNode *node, Con *con, int count) {
    Con *prefix = con;
    if (con->count != count) {
        prefix = con_new(inf, CON_TUPLE);
        prefix->count = count;
        prefix->cells = con->cells;
    }
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, prefix, &node->node, NULL);
    return cell;
}

static bool order_tuples(Inference *inf, OpNode *node, const Dunder *dunder, Con *left, Con *right) {
    const char *method = tuple_order_method(dunder->code, left->count, right->count);
    if (!method)
        return false;
    int count = left->count < right->count ? left->count : right->count;
    Cell *second = tuple_prefix(inf, node, right, count);
    Actuals actuals = {.cells = &second, .count = 1, .positional = 1};
    infer_method(inf, node, ROLE_CALL, tuple_prefix(inf, node, left, count), method, &actuals, result_cell(inf, node));
    return true;
}

enum { MEET_DEPTH = 8 }; /* tuples may hold themselves, until their owners are split */

static void meet_items(Inference *inf, OpNode *node, const Con *left, const Con *right, int depth);

static void meet(Inference *inf, OpNode *node, Con *left, Con *right, int depth) {
    if (left == right || depth == MEET_DEPTH)
        return;
    if (left->kind == CON_TUPLE && right->kind == CON_TUPLE) {
        meet_items(inf, node, left, right, depth + 1);
    } else if (left->kind == CON_INSTANCE && con_same_key(left, right) && left->inst->def->is_library &&
               left->inst->def->type_var_count) {
        Cell *both = cell_new(inf, NULL);
        cell_add_con(inf, both, left, &node->node, NULL);
        cell_add_con(inf, both, right, &node->node, NULL);
    }
}

/* Containers that are compared get one type, also those in tuples: the comparison of these is a body of its own (its
 * signature), and what its lists have in common would not come back from there. */
static void meet_items(Inference *inf, OpNode *node, const Con *left, const Con *right, int depth) {
    for (int i = 0; i < left->count && i < right->count; i++) {
        cell_use(inf, left->cells[i], &node->node);
        cell_use(inf, right->cells[i], &node->node);
        for (int k = 0; k < cell_root(left->cells[i])->con_count; k++)
            for (int n = 0; n < cell_root(right->cells[i])->con_count; n++)
                meet(inf, node, cell_root(left->cells[i])->cons[k], cell_root(right->cells[i])->cons[n], depth);
    }
}

bool infer_tuple_operator(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *other) {
    Con *right = cell_fixed_tuple(other);
    if (right && dunder->is_comparison)
        meet_items(inf, node, con, right, 0);
    if (right && order_tuples(inf, node, dunder, con, right))
        return true;
    if (dunder->plain == OP_ADD && right) {
        join_tuples(inf, node, con, right);
        return true;
    }
    int side = node->op->args[0]->is_const ? 0 : 1;
    int times = dunder->plain == OP_MUL ? tuple_repeat_count(node->op, side) : -1;
    if (times >= 0)
        repeat_tuple(inf, node, con, times);
    else if (dunder->plain == OP_MUL)
        repeat_openly(inf, node, con, other);
    return dunder->plain == OP_MUL;
}

bool tuple_index_known(Inference *inf, Body *body, const Op *op, int64_t *index) {
    const Value *value = op->args[1];
    if (value->is_const && value->constant.kind == CONST_INT) {
        *index = value->constant.integer;
        return true;
    }
    if (value->is_const)
        return false;
    /* A function's own variables may differ between contexts that share their code. */
    const Op *load = graph_info(inf, body->graph)->def_op[value->id];
    return (!body->func || (load && load->code == OP_LOAD_GLOBAL)) && cell_knows(body_cell(inf, body, value), index);
}

void infer_tuple_item(Inference *inf, OpNode *node, Con *con) {
    Cell *result = result_cell(inf, node);
    int64_t i;
    if (tuple_index_known(inf, node->body, node->op, &i)) {
        i += i < 0 ? con->count : 0;
        if (i >= 0 && i < con->count)
            cell_flow(inf, con->cells[i], result, &node->node);
        return;
    }
    infer_indices(inf, node, ROLE_HELPER, body_cell(inf, node->body, node->op->args[1]), S_INT);
    for (int i = 0; i < con->count; i++)
        cell_flow(inf, con->cells[i], result, &node->node);
}

/* ---- unpacking ---- */

void infer_unpack(Inference *inf, OpNode *node) {
    Cell *operand = infer_items(inf, node);
    Con *con = made_con(inf, node, CON_TUPLE, (int)node->op->integer);
    Con *tuple = cell_fixed_tuple(operand);
    for (int i = 0; tuple && i < con->count && tuple->count == con->count; i++)
        cell_flow(inf, tuple->cells[i], con->cells[i], &node->node);
    Cell *cons = cons_only(inf, node, operand);
    if (cons->con_count > (cell_find_con(cons, CON_TUPLE) != NULL)) {
        Cell *count = cell_new(inf, node->body);
        cell_add_scalars(inf, count, S_INT, NULL, NULL);
        Cell *cells[2] = {cons, count};
        Cell *list = infer_call_core(inf, node, ROLE_HELPER, "weft.core.checks", "_unpack", cells, 2);
        cell_use(inf, list, &node->node);
        Con *made = cell_find_con(list, CON_INSTANCE);
        for (int i = 0; made && i < con->count; i++)
            cell_flow(inf, inst_root(made->inst)->args[0], con->cells[i], &node->node);
    }
    if (!cell_is_empty(operand))
        cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* a, *b, c = (1, "x", 2.5, 3): each item has its type, and the list only what is between. */
static void unpack_known(Inference *inf, OpNode *node, const Con *tuple, int before, int after) {
    Con *con = made_con(inf, node, CON_TUPLE, before + 1 + after), middle = *tuple;
    middle.count = tuple->count - before - after;
    middle.cells = tuple->cells + before;
    cell_flow(inf, tuple_as_list(inf, node, &middle), con->cells[before], &node->node);
    for (int i = 0; i < before; i++)
        cell_flow(inf, tuple->cells[i], con->cells[i], &node->node);
    for (int i = 0; i < after; i++)
        cell_flow(inf, tuple->cells[tuple->count - after + i], con->cells[before + 1 + i], &node->node);
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* a, *b, c = x: a list of everything first, then its parts. */
void infer_unpack_star(Inference *inf, OpNode *node) {
    Cell *operand = infer_items(inf, node);
    if (cell_is_empty(operand))
        return;
    int before = (int)(node->op->integer & 255), after = (int)(node->op->integer >> 8);
    Con *tuple = cell_fixed_tuple(operand);
    if (tuple && tuple->count >= before + after) {
        unpack_known(inf, node, tuple, before, after);
        return;
    }
    Con *con = made_con(inf, node, CON_TUPLE, before + 1 + after);
    Cell *count = cell_new(inf, node->body);
    cell_add_scalars(inf, count, S_INT, NULL, NULL);
    Cell *cells[3] = {cons_only(inf, node, operand), count, count};
    if (tuple)
        cells[0] = tuple_as_list(inf, node, tuple);
    /* an open tuple that comes later must not meet the list */
    int role = tuple ? ROLE_ITER : ROLE_HELPER;
    Cell *result = infer_call_core(inf, node, role, "weft.core.checks", "_unpack_star", cells, 3);
    cell_use(inf, result, &node->node);
    Con *pair = cell_find_con(result, CON_TUPLE);
    if (pair)
        cell_use(inf, pair->cells[0], &node->node);
    Con *ends = pair ? cell_find_con(pair->cells[0], CON_INSTANCE) : NULL;
    for (int i = 0; ends && i < con->count; i++)
        cell_flow(inf, i == before ? pair->cells[1] : inst_root(ends->inst)->args[0], con->cells[i], &node->node);
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

/* ---- named tuples: objects whose method `_weft_items` gives a tuple ---- */

static bool all_have(Inference *inf, const Cell *objects, const char *method) {
    for (int i = 0; i < objects->con_count; i++) {
        const Con *con = objects->cons[i];
        if (con->kind != CON_INSTANCE || !class_lookup(con->inst->def, intern(inf->names, method), NULL))
            return false;
    }
    return objects->con_count > 0;
}

Cell *infer_class_items(Inference *inf, OpNode *node, Cell *classes, const char *name) {
    name = intern(inf->names, name);
    bool all = cell_root(classes)->con_count > 0;
    for (int i = 0; i < cell_root(classes)->con_count; i++) {
        const Con *con = cell_root(classes)->cons[i];
        ClassMember *member = con->kind == CON_CLASS ? class_lookup(con->def, name, NULL) : NULL;
        if (con->kind == CON_CLASS && !member)
            use_add(inf, &con->def->watchers, &node->node);
        all &= member != NULL;
        if (!member)
            continue;
        if (!node->items)
            node->items = cell_new(inf, node->body);
        cell_flow(inf, member->cell, node->items, &node->node);
    }
    if (!all)
        return classes;
    cell_use(inf, node->items, &node->node);
    return node->items;
}

bool op_unpacks(OpCode code) {
    return code == OP_UNPACK || code == OP_UNPACK_STAR;
}

const char *class_items_name(OpCode code) {
    return code == OP_GETITEM ? MEMBERS_BY_NAME : CLASS_MEMBERS;
}

Cell *infer_items(Inference *inf, OpNode *node) {
    Cell *object = cell_root(body_cell(inf, node->body, node->op->args[0]));
    if (object->con_count && object->cons[0]->kind == CON_CLASS)
        return infer_class_items(inf, node, object, class_items_name(node->op->code));
    bool is_unpacked = op_unpacks(node->op->code) && all_have(inf, object, UNPACK_METHOD);
    if (!is_unpacked && !all_have(inf, object, ITEMS_METHOD))
        return object;
    if (!node->items)
        node->items = cell_new(inf, node->body);
    infer_method(inf, node, ROLE_ITEMS, object, is_unpacked ? UNPACK_METHOD : ITEMS_METHOD, &(Actuals){0}, node->items);
    cell_use(inf, node->items, &node->node);
    return node->items;
}
