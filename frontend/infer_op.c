/* Transfer functions: what each high-level operation does to the sets of its operands and result. Each may run many
 * times; it only ever adds. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"

#include <string.h>

static Cell *arg(Inference *inf, OpNode *node, int i) {
    return body_cell(inf, node->body, node->op->args[i]);
}

static Cell *result_cell(Inference *inf, OpNode *node) {
    return node->op->result ? body_cell(inf, node->body, node->op->result) : cell_new(inf, node->body);
}

void add_plain(Inference *inf, OpNode *node, Cell *cell, const char *class_name) {
    ClassDef *def = class_find_builtin(inf, class_name);
    if (def)
        cell_add_con(inf, cell, &inst_plain(inf, def)->con, &node->node, NULL);
}

static void add_scalars(Inference *inf, OpNode *node, uint32_t scalars) {
    cell_add_scalars(inf, result_cell(inf, node), scalars, &node->node, NULL);
}

/* ---- arithmetic and comparison --------------------------------------------------------------------- */

static void scalar_arithmetic(Inference *inf, OpNode *node, Cell *a, Cell *b) {
    const Op *op = node->op;
    uint32_t x = cell_root(a)->scalars & S_UNION, y = cell_root(b)->scalars & S_UNION;
    if (!x || !y)
        return;
    const char *helper = scalar_helper(inf->arena, op->code, x, y, op->args[1]);
    if (helper) {
        Cell *cells[2] = {cell_new(inf, node->body), cell_new(inf, node->body)};
        cell_add_scalars(inf, cells[0], x, &node->node, NULL);
        cell_add_scalars(inf, cells[1], y, &node->node, NULL);
        infer_call_core(inf, node, ROLE_HELPER, "weft.core.arith", helper, cells, 2);
    }
    add_scalars(inf, node, scalar_result(op->code, x, y, op->args[1]));
}

static bool is_comparable(const Con *a, const Con *b) {
    bool instances = a->kind == CON_INSTANCE && b->kind == CON_INSTANCE;
    return instances ? class_is_comparable(a->inst->def, b->inst->def) : con_same_key(a, b);
}

/* The constructors of `cell` that `con`'s library class can be compared with: its own kind. */
static Cell *comparable_part(Inference *inf, OpNode *node, Con *con, Cell *cell) {
    Cell *part = cell_new(inf, node->body);
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++)
        if (is_comparable(con, cell->cons[i]))
            cell_add_con(inf, part, cell->cons[i], &node->node, cell);
    return part;
}

bool class_compares_itself(Inference *inf, ClassDef *def) {
    return class_lookup(def, intern(inf->names, ITEMS_METHOD), NULL) ||
           class_lookup(def, intern(inf->names, COMPARES_ITSELF), NULL);
}

static bool is_library_con(Inference *inf, Con *con) {
    ClassDef *def = class_of_con(inf, con);
    return def && def->is_library && !class_compares_itself(inf, def);
}

/* What subclasses on the right override goes before the left operand's method. */
static void subclass_arithmetic(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *left, Cell *other) {
    Actuals mirrored = {.cells = &left, .count = 1, .positional = 1};
    for (int i = 0; con->kind == CON_INSTANCE && i < cell_root(other)->con_count; i++) {
        Con *right = cell_root(other)->cons[i];
        if (right->kind != CON_INSTANCE || !reflected_goes_first(inf, dunder, con->inst->def, right->inst->def))
            continue;
        Cell *one = cell_new(inf, node->body);
        cell_add_con(inf, one, right, &node->node, other);
        infer_method(inf, node, ROLE_REFLECTED, one, dunder->code == OP_NE ? "__eq__" : dunder->reflected, &mirrored,
                     result_cell(inf, node));
    }
}

/* Of the right operands those that `con`'s method is asked about. */
static Cell *asked_operands(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *other) {
    if (dunder->is_comparison && is_library_con(inf, con))
        other = comparable_part(inf, node, con, other);
    Cell *asked = other;
    for (int i = 0; con->kind == CON_INSTANCE && i < cell_root(other)->con_count; i++) {
        Con *right = cell_root(other)->cons[i];
        if (right->kind != CON_INSTANCE || !answers_for(inf, con->inst->def, right->inst->def))
            continue;
        asked = cell_new(inf, node->body);
        cell_use(inf, other, &node->node);
    }
    return asked;
}

/* Lets what a method gave flow on, but for NotImplemented. Gives whether that was there. */
static bool take_implemented(Inference *inf, OpNode *node, Cell *got, Cell *result) {
    bool refused = false;
    got = cell_root(got);
    if (result)
        cell_add_scalars(inf, result, got->scalars, &node->node, got);
    for (int i = 0; i < cell_root(got)->con_count; i++) {
        Con *con = cell_root(got)->cons[i];
        if (con->kind == CON_INTRINSIC && !strcmp(con->name, "NotImplemented"))
            refused = true;
        else if (result)
            cell_add_con(inf, result, con, &node->node, got);
    }
    return refused;
}

/* Whether the __eq__ of `right` is asked about a left operand that knows no answer (NULL: a scalar). */
static bool is_asked_back(const Con *left, const Con *right) {
    if (right->kind != CON_INSTANCE)
        return false;
    return !right->inst->def->is_library || class_is_word(right->inst->def) || (left && is_comparable(left, right));
}

/* 3 == x, (1, 2) == x: the __eq__ of x, if its class is the program's. */
static void ask_right_operand(Inference *inf, OpNode *node, const Con *con, Cell *left, Cell *right) {
    Cell *asked = cell_new(inf, node->body);
    right = cell_root(right);
    for (int i = 0; i < right->con_count; i++)
        if (is_asked_back(con, right->cons[i]))
            cell_add_con(inf, asked, right->cons[i], &node->node, right);
    Actuals mirrored = {.cells = &left, .count = 1, .positional = 1};
    infer_method(inf, node, ROLE_REFLECTED, asked, "__eq__", &mirrored, NULL);
}

/* One constructor on the left of a binary operation. */
static void con_arithmetic(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *other) {
    if (con->kind == CON_TUPLE && infer_tuple_operator(inf, node, dunder, con, other))
        return;
    Cell *result = result_cell(inf, node);
    Cell *left = cell_new(inf, node->body);
    cell_add_con(inf, left, con, &node->node, NULL);
    bool equality = dunder->code == OP_EQ || dunder->code == OP_NE;
    Cell *right = asked_operands(inf, node, dunder, con, other);
    Actuals actuals = {.cells = &right, .count = 1, .positional = 1};
    Actuals mirrored = {.cells = &left, .count = 1, .positional = 1};
    Cell *got = cell_new(inf, node->body);
    subclass_arithmetic(inf, node, dunder, con, left, other);
    bool found = dunder->in_place && infer_method(inf, node, ROLE_CALL, left, dunder->in_place, &actuals, got);
    if (!found)
        found = infer_method(inf, node, ROLE_CALL, left, dunder->method, &actuals, got);
    if (equality && dunder->code == OP_NE)
        infer_method(inf, node, ROLE_ITER, left, "__eq__", &actuals, got);
    cell_use(inf, got, &node->node);
    bool refused = take_implemented(inf, node, got, equality ? NULL : result);
    if (equality) {
        add_scalars(inf, node, S_BOOL);
        if (right != other)
            ask_right_operand(inf, node, NULL, left, other);
        if (refused)
            ask_right_operand(inf, node, con, left, other);
    } else if (!found || refused) {
        infer_method(inf, node, ROLE_REFLECTED, other, dunder->reflected, &mirrored, result);
    }
}

/* Scalars on the left of something that is not a scalar: its reflected method. */
static void reflected_arithmetic(Inference *inf, OpNode *node, const Dunder *dunder, Cell *a, Cell *b) {
    Cell *left = cell_new(inf, node->body);
    cell_add_scalars(inf, left, cell_root(a)->scalars, &node->node, NULL);
    Cell *right = cell_new(inf, node->body);
    for (int i = 0; i < cell_root(b)->con_count; i++)
        cell_add_con(inf, right, cell_root(b)->cons[i], &node->node, b);
    Con *tuple = cell_fixed_tuple(right);
    if (tuple && infer_tuple_operator(inf, node, dunder, tuple, left))
        return;
    if (dunder->code == OP_EQ || dunder->code == OP_NE) {
        ask_right_operand(inf, node, NULL, left, right);
        add_scalars(inf, node, S_BOOL);
        return;
    }
    Actuals mirrored = {.cells = &left, .count = 1, .positional = 1};
    infer_method(inf, node, ROLE_REFLECTED, right, dunder->reflected, &mirrored, result_cell(inf, node));
}

static void infer_binary(Inference *inf, OpNode *node, const Dunder *dunder) {
    Cell *a = arg(inf, node, 0), *b = arg(inf, node, 1);
    if (cell_is_empty(a) || cell_is_empty(b))
        return;
    infer_open_operands(inf, node, &a, &b);
    scalar_arithmetic(inf, node, a, b);
    if (cell_root(a)->scalars && cell_root(b)->con_count)
        reflected_arithmetic(inf, node, dunder, a, b);
    for (int i = 0; i < cell_root(a)->con_count; i++)
        con_arithmetic(inf, node, dunder, cell_root(a)->cons[i], b);
}

ClassInst *inst_for_list(Inference *inf, OpNode *node) {
    if (!node->helper) {
        node->helper = cell_new(inf, node->body);
        OpNode site = {.node = node->node, .body = node->body, .op = node->op};
        cell_add_con(inf, node->helper, &inst_for_site(inf, class_find_builtin(inf, "list"), &site)->con, NULL, NULL);
    }
    return cell_find_con(node->helper, CON_INSTANCE)->inst;
}

/* ---- unary operations ------------------------------------------------------------------------------------ */

Cell *cons_only(Inference *inf, OpNode *node, Cell *cell) {
    Cell *part = cell_new(inf, node->body);
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++)
        if (!cell_hides_tuple(cell, cell->cons[i]))
            cell_add_con(inf, part, cell->cons[i], &node->node, cell);
    return part;
}

static bool is_union(uint32_t scalars) {
    return (scalars & (scalars - 1)) != 0;
}

static void unary_helper(Inference *inf, OpNode *node, const char *function, Cell *operand) {
    Cell *part = cell_new(inf, node->body);
    cell_add_scalars(inf, part, cell_root(operand)->scalars, &node->node, NULL);
    infer_call_core(inf, node, ROLE_HELPER, scalar_module(function), function, &part, 1);
}

/* A single scalar type's own method, if its class has one. */
static bool scalar_method(Inference *inf, OpNode *node, OpCode code, uint32_t scalars) {
    if (is_union(scalars) || scalars == S_NONE)
        return false;
    Cell *part = cell_new(inf, node->body);
    cell_add_scalars(inf, part, scalars, &node->node, NULL);
    return infer_method(inf, node, ROLE_CALL, part, dunder_unary(code), &(Actuals){0}, NULL);
}

static void unary_scalars(Inference *inf, OpNode *node, OpCode code, Cell *operand, Cell *result) {
    uint32_t scalars = cell_root(operand)->scalars & S_UNION;
    if (!scalars)
        return;
    switch ((int)code) {
    case OP_NEG:
    case OP_POS:
    case OP_ABS: {
        uint32_t numbers = (scalars & S_FLOAT) | (scalars & (S_INT | S_BOOL) ? S_INT : 0);
        if (code == OP_ABS)
            unary_helper(inf, node, "scalar_abs", operand);
        cell_add_scalars(inf, result, numbers, &node->node, NULL);
        if (is_union(scalars) || scalars == S_NONE)
            unary_helper(inf, node,
                         code == OP_NEG   ? "scalar_neg"
                         : code == OP_POS ? "scalar_pos"
                                          : "scalar_abs",
                         operand);
        break;
    }
    case OP_INVERT:
        cell_add_scalars(inf, result, scalars & (S_INT | S_BOOL) ? S_INT : 0, &node->node, NULL);
        if (is_union(scalars) || scalars == S_NONE || scalars == S_FLOAT)
            unary_helper(inf, node, "scalar_invert", operand);
        break;
    case OP_HASH:
        cell_add_scalars(inf, result, S_INT, &node->node, NULL);
        if (!scalar_method(inf, node, code, scalars))
            unary_helper(inf, node, "scalar_hash", operand);
        break;
    case OP_TO_STR:
    case OP_REPR:
        add_plain(inf, node, result, "str");
        if (!scalar_method(inf, node, code, scalars))
            unary_helper(inf, node, code == OP_REPR ? "scalar_repr" : "scalar_str", operand);
        break;
    default:
        break;
    }
}

static void unary_method(Inference *inf, OpNode *node, OpCode code, Cell *operand, Cell *result) {
    Cell *cons = cons_only(inf, node, operand);
    Actuals none = {0};
    infer_method(inf, node, ROLE_CALL, cons, dunder_unary(code), &none, code == OP_LEN ? NULL : result);
    if (code == OP_TO_STR)
        infer_method(inf, node, ROLE_STR, cons, "__repr__", &none, result);
    if (code == OP_LEN || code == OP_HASH)
        cell_add_scalars(inf, result, S_INT, &node->node, NULL);
    if (code == OP_TO_STR || code == OP_REPR)
        add_plain(inf, node, result, "str");
}

/* A list of a tuple's items, made at this op. */
Cell *tuple_as_list(Inference *inf, OpNode *node, Con *tuple) {
    ClassInst *list = inst_root(inst_for_list(inf, node));
    for (int i = 0; i < tuple->count; i++)
        cell_flow(inf, tuple->cells[i], list->args[0], &node->node);
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, &list->con, &node->node, NULL);
    return cell;
}

/* A tuple is iterated as an open one, so that the iterators of both are of one class. */
static void iterate_tuple(Inference *inf, OpNode *node, Con *con, Cell *result) {
    Cell *cell = tuple_as_open(inf, node, con);
    Actuals none = {0};
    infer_method(inf, node, ROLE_ITER, cell, "__iter__", &none, result);
}

/* A class without __iter__ is iterated by __getitem__. */
static void iterate_by_index(Inference *inf, OpNode *node, Con *con, Cell *result) {
    ClassDef *def = class_of_con(inf, con);
    if (!class_method(inf, def, "__getitem__") || class_method(inf, def, "__iter__"))
        return;
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, con, &node->node, NULL);
    cell_flow(inf, infer_call_core(inf, node, ROLE_HELPER, "weft.core.iterators", "_iter_by_index", &cell, 1), result,
              &node->node);
}

void infer_unary(Inference *inf, OpNode *node, OpCode code, Cell *operand, Cell *result) {
    if (code == OP_ITER || code == OP_LEN)
        operand = infer_class_items(inf, node, operand, CLASS_MEMBERS);
    Cell *cell = cell_root(operand);
    if (cell_is_empty(cell))
        return;
    unary_scalars(inf, node, code, operand, result);
    if (!cell->con_count)
        return;
    for (int i = 0; code == OP_ITER && i < cell_root(operand)->con_count; i++) {
        Con *con = cell_root(operand)->cons[i];
        if (con->kind == CON_TUPLE && !cell_hides_tuple(operand, con))
            iterate_tuple(inf, node, con, result);
        else if (con->kind != CON_TUPLE)
            iterate_by_index(inf, node, con, result);
    }
    unary_method(inf, node, code, operand, result);
}

static void truth_of(Inference *inf, OpNode *node, Cell *operand) {
    if (cell_is_empty(operand))
        return;
    add_scalars(inf, node, S_BOOL);
    if (is_union(cell_root(operand)->scalars & S_UNION))
        unary_helper(inf, node, "scalar_truth", operand);
    if (!cell_root(operand)->con_count)
        return;
    Cell *cons = cons_only(inf, node, operand);
    Actuals none = {0};
    for (int i = 0; i < cons->con_count; i++) {
        Cell *one = cell_new(inf, node->body);
        cell_add_con(inf, one, cons->cons[i], NULL, NULL);
        if (!infer_method(inf, node, ROLE_CALL, one, "__bool__", &none, NULL))
            infer_method(inf, node, ROLE_REFLECTED, one, "__len__", &none, NULL);
    }
}

void infer_format(Inference *inf, OpNode *node, Cell *operand, Cell *spec, Cell *result) {
    if (cell_is_empty(operand))
        return;
    add_plain(inf, node, result, "str");
    Actuals actuals = {.cells = &spec, .count = 1, .positional = 1};
    uint32_t scalars = cell_root(operand)->scalars & S_UNION;
    if (is_union(scalars) || scalars == S_NONE) {
        Cell *cells[2] = {cell_new(inf, node->body), spec};
        cell_add_scalars(inf, cells[0], scalars, &node->node, NULL);
        infer_call_core(inf, node, ROLE_HELPER, scalar_module("scalar_format"), "scalar_format", cells, 2);
        operand = cons_only(inf, node, operand);
    }
    if (!infer_method(inf, node, ROLE_CALL, operand, "__format__", &actuals, NULL)) {
        infer_method(inf, node, ROLE_STR, cons_only(inf, node, operand), "__str__", &(Actuals){0}, NULL);
        infer_method(inf, node, ROLE_STR, cons_only(inf, node, operand), "__repr__", &(Actuals){0}, NULL);
    }
}

/* ---- items, slices, membership ------------------------------------------------------------------------------- */

/* Base[T] in a class statement is the base; Generic[T] and Generic[T, U] name the variables. */
static void type_variables(Inference *inf, OpNode *node, Con *con) {
    if (con->kind == CON_CLASS || strcmp(con->name, "Generic")) { /* also List[int], Optional[T] */
        cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
        return;
    }
    Cell *index = cell_root(arg(inf, node, 1));
    Con *only = cell_single(index);
    const char *list = only && only->kind == CON_INTRINSIC ? only->name + strlen("TypeVar:") : "";
    for (int i = 0; only && only->kind == CON_TUPLE && i < only->count; i++) {
        Con *one = cell_single(only->cells[i]);
        cell_use(inf, only->cells[i], &node->node);
        if (!one || one->kind != CON_INTRINSIC)
            return;
        list = arena_printf(inf->arena, "%s%s%s", list, i ? "," : "", one->name + strlen("TypeVar:"));
    }
    if (!*list)
        return;
    Con *made = made_con(inf, node, CON_INTRINSIC, 0);
    made->name = intern(inf->names, arena_printf(inf->arena, "Generic:%s", list));
    cell_add_con(inf, result_cell(inf, node), made, &node->node, NULL);
}

/* A class of the program derived from dict that has __missing__, and dict's own __getitem__. */
bool getitem_may_miss(Inference *inf, Con *con) {
    ClassDef *def = con->kind == CON_INSTANCE ? con->inst->def : NULL;
    if (!def || def->is_library || !class_method(inf, def, "__missing__"))
        return false;
    FuncDef *getitem = class_method(inf, def, "__getitem__");
    return getitem && getitem->owner && getitem->owner->is_library && !strcmp(getitem->owner->name, "dict");
}

static void infer_getitem(Inference *inf, OpNode *node) {
    Cell *object = infer_items(inf, node);
    Cell *index = arg(inf, node, 1);
    if (cell_is_empty(object) || cell_is_empty(index))
        return;
    for (int i = 0; i < cell_root(object)->con_count; i++) {
        Con *con = cell_root(object)->cons[i];
        if (con->kind == CON_TUPLE && !cell_hides_tuple(object, con))
            infer_tuple_item(inf, node, con);
        else if (con->kind == CON_ARRAY)
            cell_flow(inf, con->cells[0], result_cell(inf, node), &node->node);
        else if (con->kind == CON_INTRINSIC || con->kind == CON_CLASS)
            type_variables(inf, node, con);
    }
    if (infer_slice_item(inf, node, object, index))
        return;
    Actuals actuals = {.cells = &index, .count = 1, .positional = 1};
    Cell *instances = cell_new(inf, node->body);
    for (int i = 0; i < cell_root(object)->con_count; i++)
        if (getitem_may_miss(inf, cell_root(object)->cons[i]))
            cell_flow(inf,
                      infer_call_core(inf, node, ROLE_HELPER, "weft.core.checks", "_getitem_missing",
                                      (Cell *[]){object, index}, 2),
                      result_cell(inf, node), &node->node);
        else if (cell_root(object)->cons[i]->kind == CON_INSTANCE)
            cell_add_con(inf, instances, cell_root(object)->cons[i], &node->node, object);
    infer_method(inf, node, ROLE_CALL, instances, "__getitem__", &actuals, result_cell(inf, node));
}

static void infer_setitem(Inference *inf, OpNode *node) {
    Cell *object = arg(inf, node, 0);
    Cell *cells[2] = {arg(inf, node, 1), arg(inf, node, 2)};
    if (infer_slice_item(inf, node, object, cells[0]))
        return;
    Con *array = cell_find_con(object, CON_ARRAY);
    if (array)
        cell_flow(inf, cells[1], array->cells[0], &node->node);
    Actuals actuals = {.cells = cells, .count = 2, .positional = 2};
    infer_method(inf, node, ROLE_CALL, cons_only(inf, node, object), "__setitem__", &actuals, NULL);
}

/* An operation that is a method call on its first operand. */
static void infer_as_method(Inference *inf, OpNode *node, const char *method) {
    Cell *cells[4];
    int count = node->op->arg_count - 1;
    for (int i = 0; i < count; i++)
        cells[i] = arg(inf, node, i + 1);
    Actuals actuals = {.cells = cells, .count = count, .positional = count};
    infer_method(inf, node, ROLE_CALL, cons_only(inf, node, arg(inf, node, 0)), method, &actuals,
                 result_cell(inf, node));
}

static void infer_getslice(Inference *inf, OpNode *node) {
    Con *tuple = cell_fixed_tuple(infer_items(inf, node));
    if (tuple)
        infer_tuple_slice(inf, node, tuple);
    else
        infer_as_method(inf, node, "__getslice__");
    infer_slice_length(inf, node);
}

static void infer_contains(Inference *inf, OpNode *node) {
    Cell *container = arg(inf, node, 0);
    Cell *item = arg(inf, node, 1);
    if (cell_is_empty(container) || cell_is_empty(item))
        return;
    add_scalars(inf, node, S_BOOL);
    Actuals actuals = {.cells = &item, .count = 1, .positional = 1};
    Con *tuple = cell_fixed_tuple(container);
    if (tuple)
        container = tuple_as_list(inf, node, tuple);
    if (!node->items)
        node->items = cell_new(inf, node->body);
    cell_use(inf, node->items, &node->node);
    if (infer_method(inf, node, ROLE_CALL, cons_only(inf, node, container), "__contains__", &actuals, node->items)) {
        truth_of(inf, node, node->items);
        return;
    }
    Cell *cells[2] = {container, item};
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.checks", "_contains", cells, 2);
}

/* ---- building -------------------------------------------------------------------------------------------------- */

Con *made_con(Inference *inf, OpNode *node, ConKind kind, int count) {
    if (!node->made || node->made->kind != kind) {
        node->made = con_new(inf, kind);
        node->made->count = count;
        node->made->cells = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof(Cell *));
        for (int i = 0; i < count; i++) {
            node->made->cells[i] = cell_new(inf, node->body);
            open_if_noted(inf, node->made->cells[i], node->op, (uint64_t)i);
        }
        node->made->site_body = node->body;
        node->made->site = node->op;
    }
    return node->made;
}

static void infer_build_tuple(Inference *inf, OpNode *node) {
    Con *con = made_con(inf, node, CON_TUPLE, node->op->arg_count);
    for (int i = 0; i < con->count; i++)
        cell_flow(inf, arg(inf, node, i), con->cells[i], &node->node);
    for (int i = 0; i < con->count; i++)
        if (cell_is_empty(arg(inf, node, i)))
            return;
    cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
}

static ClassInst *build_instance(Inference *inf, OpNode *node, const char *class_name) {
    ClassInst *inst = inst_for_site(inf, class_find_builtin(inf, class_name), node);
    cell_add_con(inf, result_cell(inf, node), &inst->con, &node->node, NULL);
    return inst;
}

static void infer_build_list(Inference *inf, OpNode *node) {
    ClassInst *inst = build_instance(inf, node, "list");
    for (int i = 0; i < node->op->arg_count; i++)
        cell_flow(inf, arg(inf, node, i), inst->args[0], &node->node);
    Actuals none = {0};
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, &inst->con, NULL, NULL);
    infer_method(inf, node, ROLE_INIT, cell, "__init__", &none, NULL);
}

/* The display's items are put in by method calls, all from one site. */
static void infer_build_by_calls(Inference *inf, OpNode *node, const char *class_name, const char *method, int stride) {
    ClassInst *inst = build_instance(inf, node, class_name);
    Cell *self = cell_new(inf, node->body);
    cell_add_con(inf, self, &inst->con, &node->node, NULL);
    Actuals none = {0};
    infer_method(inf, node, ROLE_INIT, self, "__init__", &none, NULL);
    Cell *joined[2] = {cell_new(inf, node->body), cell_new(inf, node->body)};
    for (int i = 0; i < stride && i < inst->def->type_var_count; i++)
        open_if_noted(inf, joined[i], node->op, (uintptr_t)inst->def->type_vars[i]);
    for (int i = 0; i < node->op->arg_count; i++)
        cell_flow(inf, arg(inf, node, i), joined[i % stride], &node->node);
    Actuals actuals = {.cells = joined, .count = stride, .positional = stride};
    if (node->op->arg_count)
        infer_method(inf, node, ROLE_CALL, self, method, &actuals, NULL);
}

/* ---- cells of captured variables ----------------------------------------------------------------------------------
 */

static void infer_cell_op(Inference *inf, OpNode *node) {
    if (node->op->code == OP_MAKE_CELL) {
        cell_add_con(inf, result_cell(inf, node), made_con(inf, node, CON_ARRAY, 1), &node->node, NULL);
        return;
    }
    Con *con = cell_find_con(arg(inf, node, 0), CON_ARRAY);
    if (con && node->op->code == OP_CELL_GET)
        cell_flow(inf, con->cells[0], result_cell(inf, node), &node->node);
    else if (con && node->op->code == OP_CELL_SET)
        cell_flow(inf, arg(inf, node, 1), con->cells[0], &node->node);
}

static void infer_type(Inference *inf, OpNode *node) {
    Cell *operand = cell_root(arg(inf, node, 0));
    Cell *result = result_cell(inf, node);
    for (int i = 0; i < S_COUNT; i++) {
        ClassDef *def = operand->scalars >> i & 1 ? class_of_scalar(inf, 1u << i) : NULL;
        if (def)
            cell_add_con(inf, result, &def->con, &node->node, NULL);
    }
    for (int i = 0; i < operand->con_count; i++) {
        ClassDef *def = class_of_con(inf, operand->cons[i]);
        if (def)
            cell_add_con(inf, result, &def->con, &node->node, NULL);
    }
}

static void infer_helper_method(Inference *inf, OpNode *node, const char *method) {
    infer_as_method(inf, node, method);
}

/* ---- dispatch
 * --------------------------------------------------------------------------------------------------------- */

static bool infer_simple(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    switch ((int)op->code) {
    case OP_IS:
    case OP_IS_NOT:
    case OP_ISINSTANCE:
    case OP_EXC_MATCH:
        if (!cell_is_empty(arg(inf, node, 0)))
            add_scalars(inf, node, S_BOOL);
        return true;
    case OP_NOT:
    case OP_TRUTH:
        truth_of(inf, node, arg(inf, node, 0));
        return true;
    case OP_GETITEM:
        infer_getitem(inf, node);
        return true;
    case OP_SETITEM:
    case OP_DICT_SET:
        infer_setitem(inf, node);
        return true;
    case OP_DELITEM:
        if (!infer_slice_item(inf, node, arg(inf, node, 0), arg(inf, node, 1)))
            infer_helper_method(inf, node, "__delitem__");
        return true;
    case OP_GETSLICE:
        infer_getslice(inf, node);
        return true;
    case OP_SETSLICE:
        infer_helper_method(inf, node, "__setslice__");
        return true;
    case OP_DELSLICE:
        infer_helper_method(inf, node, "__delslice__");
        return true;
    case OP_CONTAINS:
        infer_contains(inf, node);
        return true;
    case OP_FORMAT:
        infer_format(inf, node, arg(inf, node, 0), arg(inf, node, 1), result_cell(inf, node));
        return true;
    case OP_TYPE_PY:
        infer_type(inf, node);
        return true;
    case OP_CHECK_BOUND:
    case OP_ANNOTATE_VALUE: /* see infer_annotation.c */
    case OP_ANNOTATE_ATTRIBUTE:
    case OP_SET_VARIABLE:
    case OP_END_VARIABLES:
        return true;
    default:
        return false;
    }
}

static bool infer_building(Inference *inf, OpNode *node) {
    switch ((int)node->op->code) {
    case OP_BUILD_TUPLE:
        infer_build_tuple(inf, node);
        return true;
    case OP_BUILD_LIST:
        infer_build_list(inf, node);
        return true;
    case OP_BUILD_SET:
        infer_build_by_calls(inf, node, "set", "add", 1);
        return true;
    case OP_BUILD_DICT:
        infer_build_by_calls(inf, node, "dict", "__setitem__", 2);
        return true;
    case OP_BUILD_STRING:
        infer_build_string(inf, node);
        return true;
    case OP_PREFIXED_STR:
        infer_prefixed_str(inf, node);
        return true;
    case OP_LIST_APPEND:
    case OP_LIST_EXTEND:
    case OP_LIST_PUT:
    case OP_SET_ADD:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE:
        infer_as_method(inf, node, collecting_method(node->op->code));
        return true;
    case OP_UNPACK:
        infer_unpack(inf, node);
        return true;
    case OP_UNPACK_STAR:
        infer_unpack_star(inf, node);
        return true;
    case OP_TO_TUPLE:
        infer_tuple_of(inf, node, infer_items(inf, node), result_cell(inf, node));
        return true;
    default:
        return false;
    }
}

static bool infer_names(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    switch ((int)op->code) {
    case OP_LOAD_GLOBAL:
        infer_load_global(inf, node);
        return true;
    case OP_STORE_GLOBAL:
        *map_put(inf->arena, &infer_module(inf, op->module)->stored, (uint64_t)(uintptr_t)op->name) = 1;
        cell_flow(inf, arg(inf, node, 0), module_var(inf, infer_module(inf, op->module), op->name), &node->node);
        return true;
    case OP_DEL_GLOBAL:
        return true;
    case OP_MAKE_CELL:
    case OP_CELL_GET:
    case OP_CELL_SET:
        infer_cell_op(inf, node);
        return true;
    case OP_MAKE_FUNCTION:
        infer_make_function(inf, node);
        return true;
    case OP_CLASS_NEW:
        infer_class_new(inf, node);
        return true;
    case OP_CLASS_SET:
        infer_class_set(inf, node);
        return true;
    case OP_CLASS_FIELD:
        infer_class_field(inf, node);
        return true;
    case OP_IMPORT_MODULE: {
        Con *con = made_con(inf, node, CON_MODULE, 0);
        con->name = op->module;
        infer_module(inf, op->module);
        infer_module_body(inf, op->module);
        cell_add_con(inf, result_cell(inf, node), con, &node->node, NULL);
        return true;
    }
    case OP_GETATTR:
        infer_getattr(inf, node);
        return true;
    case OP_GETATTR_OR:
        infer_getattr(inf, node);
        cell_flow(inf, arg(inf, node, 1), result_cell(inf, node), &node->node);
        return true;
    case OP_HASATTR:
        add_scalars(inf, node, S_BOOL);
        return true;
    case OP_DELATTR:
        infer_delattr(inf, node);
        return true;
    case OP_SETATTR:
        infer_setattr(inf, node);
        return true;
    case OP_CALL_PY:
        infer_call_op(inf, node);
        return true;
    case OP_SUPER:
        infer_super(inf, node);
        return true;
    case OP_EXC_VALUE:
        infer_exc_value(inf, node);
        return true;
    case OP_SET_CAUSE:
        infer_set_cause(inf, node);
        return true;
    case OP_CAUGHT:
        infer_caught(inf, node);
        return true;
    case OP_ENTER_HANDLER:
    case OP_LEAVE_HANDLER:
    case OP_CURRENT_EXC:
        infer_handler_op(inf, node);
        return true;
    default:
        return false;
    }
}

void infer_op(Inference *inf, OpNode *node) {
    const Dunder *dunder = dunder_of(node->op->code);
    if (dunder) {
        infer_binary(inf, node, dunder);
        return;
    }
    if (dunder_unary(node->op->code)) {
        infer_unary(inf, node, node->op->code, arg(inf, node, 0), result_cell(inf, node));
        return;
    }
    if (infer_simple(inf, node) || infer_building(inf, node) || infer_names(inf, node) || infer_generator_op(inf, node))
        return;
    infer_error(inf, node, "U0001", "not supported yet: this use of `%s`", op_info[node->op->code].text);
}
