/* Lowering of items, slices, membership, displays and unpacking. */
#include "frontend/dunder.h"
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

/* ---- items ------------------------------------------------------------------------------------------------------- */

Typed tuple_field(Lower *lower, Typed tuple, int64_t i) {
    const ShapeCon *con = &tuple.shape->cons[0];
    i += i < 0 ? con->count : 0;
    if ((i < 0 || i >= con->count) && lower->body->graph->params.has_varargs) {
        emit_call(lower, root_graph(lower, "_tuple_index"), NULL, 0); /* a call of another length has brought it here */
        return typed_nothing(lower);
    }
    if (i < 0 || i >= con->count) {
        lower_error(lower, "T0107", "tuple index out of range: the tuple has %d items", con->count);
        return typed_nothing(lower);
    }
    Type *type = shape_type(lower, con->args[i]);
    if (type->kind == TY_VOID)
        return typed(const_void(lower->program), con->args[i]);
    return typed(emit_getfield(lower, tuple.value, arena_printf(lower->arena, "item%d", (int)i), type), con->args[i]);
}

Value *item_array(Lower *lower, Shape *item, const Typed *items, int count) {
    Type *item_type = memory_type(lower, shape_type(lower, item));
    Type *array_type = type_array(lower->types, FLAVOUR_GC, item_type ? item_type : ty(lower, TY_BOOL), 0);
    if (count == 0)
        return empty_array(lower, array_type);
    Value *array = emit_malloc_var(lower, OP_MALLOC_VAR, array_type, const_int(lower->program, count));
    for (int i = 0; i < count && item_type; i++) {
        Value *values[3] = {array, const_int(lower->program, i), convert(lower, items[i], item)};
        emit_op(lower, OP_ARRAY_SET, NULL, values, 3);
    }
    return array;
}

Typed list_object(Lower *lower, ClassInst *inst, const Typed *items, int count) {
    Shape *shape = single_con_shape(lower, &inst->con);
    Value *array = item_array(lower, cell_shape(lower->inf, inst_root(inst)->args[0]), items, count);
    Value *list = emit_malloc(lower, con_type(lower, &shape->cons[0]));
    emit_setfield(lower, list, "_length", const_int(lower->program, count));
    emit_setfield(lower, list, "_items", array);
    return typed(list, shape);
}

static ClassInst *helper_list(Lower *lower) {
    return inst_root(cell_find_con(lower->node->helper, CON_INSTANCE)->inst);
}

Typed list_of_tuple(Lower *lower, Typed tuple) {
    int count = tuple.shape->cons[0].count;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, i);
    return list_object(lower, helper_list(lower), items, count);
}

static void tuple_getitem(Lower *lower, Typed tuple) {
    int64_t index;
    if (tuple_index_known(lower->inf, lower->body, lower->op, &index)) {
        set_result(lower, tuple_field(lower, tuple, index));
        return;
    }
    set_result(lower, tuple_item_by_variable(lower, tuple, hl_arg(lower, 1)));
}

static void array_getitem(Lower *lower, Typed array) {
    Shape *item = array.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    if (type->kind == TY_VOID) {
        set_result(lower, typed(const_void(lower->program), item));
        return;
    }
    Typed index = hl_arg(lower, 1);
    set_result(lower, typed(emit(lower, OP_ARRAY_GET, type, array.value, convert(lower, index, lower->int_shape), NULL),
                            item));
}

static bool may_miss(Lower *lower, const ShapeCon *con) {
    ClassInst inst = {.def = con->def};
    Con probe = {.kind = CON_INSTANCE, .inst = &inst};
    return lower->node->calls &&
           op_call(lower->node, ROLE_HELPER, core_function(lower->inf, "weft.core.checks", "_getitem_missing"), NULL,
                   0) &&
           getitem_may_miss(lower->inf, &probe);
}

Typed items_arg(Lower *lower, const char *action) {
    Typed object = require_not_none(lower, hl_arg(lower, 0), action, false);
    if (object.shape->count && object.shape->cons[0].kind == CON_CLASS)
        return class_items(lower, object, class_items_name(lower->op->code));
    if (!object.shape->count || object.shape->cons[0].kind != CON_INSTANCE)
        return object;
    bool is_unpacked = op_unpacks(lower->op->code) && has_method(lower, object, UNPACK_METHOD);
    const char *method = is_unpacked ? UNPACK_METHOD : ITEMS_METHOD;
    if (!has_method(lower, object, method))
        return object;
    return call_method(lower, ROLE_ITEMS, object, method, NULL, 0, cell_shape(lower->inf, lower->node->items));
}

bool lower_slice_item(Lower *lower) {
    static const char *const fields[] = {"start", "stop", "step"};
    Typed object = hl_arg(lower, 0), slice = hl_arg(lower, 1);
    Con *con = slice_con(body_cell(lower->inf, lower->body, lower->op->args[1]));
    if (!con || !object.shape->count || object.shape->cons[0].kind != CON_INSTANCE ||
        !object.shape->cons[0].def->is_library)
        return false;
    Typed actuals[4];
    for (int i = 0; i < 3; i++) {
        Slot *slot = inst_slot(lower->inf, con->inst, intern(lower->inf->names, fields[i]));
        Shape *shape = cell_shape(lower->inf, slot->cell);
        actuals[i] = typed(emit_getfield(lower, slice.value, slot->name, shape_type(lower, shape)), shape);
    }
    bool stores = lower->op->code == OP_SETITEM;
    if (stores)
        actuals[3] = hl_arg(lower, 2);
    const char *method = slice_method(lower->op->code);
    Shape *result = lower->op->result ? value_shape(lower, lower->op->result) : lower->none_shape;
    set_result(lower, call_method(lower, ROLE_CALL, object, method, actuals, 3 + stores, result));
    return true;
}

void lower_getitem(Lower *lower) {
    if (lower_slice_item(lower))
        return;
    Typed object = items_arg(lower, "__getitem__");
    Typed index = hl_arg(lower, 1);
    if (typed_is_empty(object) || typed_is_empty(index))
        return;
    ConKind kind = object.shape->count ? object.shape->cons[0].kind : CON_MODULE;
    if (kind == CON_TUPLE)
        tuple_getitem(lower, object);
    else if (kind == CON_ARRAY)
        array_getitem(lower, object);
    else if (kind == CON_INSTANCE && may_miss(lower, &object.shape->cons[0]))
        set_result(lower,
                   call_core(lower, ROLE_HELPER, "weft.core.checks", "_getitem_missing", (Typed[]){object, index}, 2));
    else if (kind == CON_INSTANCE && has_method(lower, object, "__getitem__"))
        set_result(lower, call_method(lower, ROLE_CALL, object, "__getitem__", &index, 1,
                                      value_shape(lower, lower->op->result)));
    else if (kind == CON_INTRINSIC || kind == CON_CLASS)
        set_result(lower, typed(const_void(lower->program), value_shape(lower, lower->op->result)));
    else if (!raises_instead(lower, object.shape, "TypeError", "'%s' object is not subscriptable",
                             python_type_name(object.shape)))
        lower_error(lower, "T0108", "`%s` object is not subscriptable", shape_text(lower->inf, object.shape));
}

void lower_setitem(Lower *lower) {
    if (lower_slice_item(lower))
        return;
    Typed object = require_not_none(lower, hl_arg(lower, 0), "__setitem__", false);
    Typed actuals[2] = {hl_arg(lower, 1), hl_arg(lower, 2)};
    if (typed_is_empty(object) || typed_is_empty(actuals[0]))
        return;
    if (object.shape->count && object.shape->cons[0].kind == CON_ARRAY) {
        Shape *item = object.shape->cons[0].args[0];
        if (shape_type(lower, item)->kind == TY_VOID)
            return;
        Value *values[3] = {object.value, convert(lower, actuals[0], lower->int_shape),
                            convert(lower, actuals[1], item)};
        emit_op(lower, OP_ARRAY_SET, NULL, values, 3);
        return;
    }
    if (!has_method(lower, object, "__setitem__")) {
        if (!raises_instead(lower, object.shape, "TypeError", "'%s' object does not support item assignment",
                            python_type_name(object.shape)))
            lower_error(lower, "T0109", "`%s` object does not support item assignment",
                        shape_text(lower->inf, object.shape));
        return;
    }
    call_method(lower, ROLE_CALL, object, "__setitem__", actuals, 2, lower->none_shape);
}

void lower_as_method(Lower *lower, const char *method) {
    Typed object = require_not_none(lower, hl_arg(lower, 0), method, false);
    Typed actuals[4];
    int count = lower->op->arg_count - 1;
    for (int i = 0; i < count; i++)
        actuals[i] = hl_arg(lower, i + 1);
    if (typed_is_empty(object))
        return;
    if (!has_method(lower, object, method)) {
        lower_error(lower, "T0104", "`%s` has no %s", shape_text(lower->inf, object.shape), method);
        return;
    }
    Shape *result = lower->op->result ? value_shape(lower, lower->op->result) : lower->none_shape;
    set_result(lower, call_method(lower, ROLE_CALL, object, method, actuals, count, result));
}

/* A class derived from list that has a __getitem__ of its own: that gets the slice, list's methods do not. */
static bool hides_slicing(Lower *lower, const Shape *shape) {
    for (int i = 0; i < shape->count; i++) {
        ClassDef *def = shape->cons[i].kind == CON_INSTANCE ? shape->cons[i].def : NULL;
        FuncDef *item = def ? class_method(lower->inf, def, "__getitem__") : NULL;
        FuncDef *slice = item ? class_method(lower->inf, def, "__getslice__") : NULL;
        if (slice && item->owner && !item->owner->is_library && slice->owner && slice->owner->is_library &&
            !class_is_object(slice->owner))
            return true;
    }
    return false;
}

static bool uses(Value *const *values, int count, const Value *value) {
    for (int i = 0; i < count; i++)
        if (values[i] == value)
            return true;
    return false;
}

/* Whether the next op asks for the length of this one's result, and nobody else for anything. */
static bool is_only_measured(const Lower *lower) {
    const Block *block = lower->hl_block;
    const Value *value = lower->op->result;
    int next = (int)(lower->node - lower->body->ops) - lower->info->first_op[block->id] + 1;
    if (next >= block->op_count || block->ops[next]->code != OP_LEN || block->ops[next]->args[0] != value)
        return false;
    for (int i = next + 1; i < block->op_count; i++)
        if (uses(block->ops[i]->args, block->ops[i]->arg_count, value))
            return false;
    for (int i = 0; i < block->exit_count; i++)
        if (uses(block->exits[i]->args, block->exits[i]->arg_count, value))
            return false;
    return true;
}

static bool is_bound(Lower *lower, int arg) {
    const Shape *shape = hl_arg(lower, arg).shape;
    return !shape->count && !(shape->scalars & ~(uint32_t)(S_NONE | S_BOOL | S_INT));
}

static bool is_plain_slice(Lower *lower, Typed object) {
    const Value *step = lower->op->args[3];
    return object.shape == lower->str_shape && is_bound(lower, 1) && is_bound(lower, 2) && step->is_const &&
           step->constant.kind == CONST_NONE;
}

/* len(text[a:b]) makes no text. */
static void lower_slice_length(Lower *lower, Typed object) {
    Typed actuals[3] = {object, hl_arg(lower, 1), hl_arg(lower, 2)};
    lower->measured = lower->op->result;
    lower->measured_length = call_core(lower, ROLE_HELPER, "weft.core.search", "slice_length", actuals, 3);
}

void lower_getslice(Lower *lower) {
    lower->measured = NULL;
    if (hides_slicing(lower, hl_arg(lower, 0).shape))
        lower_error(lower, "U0307", "not supported: slicing %s, which has a `__getitem__` beside that of its base",
                    shape_text(lower->inf, hl_arg(lower, 0).shape));
    Typed object = items_arg(lower, "__getitem__");
    if (object.shape->count && object.shape->cons[0].kind == CON_TUPLE)
        set_result(lower, tuple_slice(lower, object));
    else if (is_plain_slice(lower, object) && is_only_measured(lower))
        lower_slice_length(lower, object);
    else
        lower_as_method(lower, "__getslice__");
}

void lower_contains(Lower *lower) {
    Typed container = require_not_none(lower, hl_arg(lower, 0), "__contains__", false);
    Typed item = hl_arg(lower, 1);
    if (typed_is_empty(container) || typed_is_empty(item))
        return;
    if (!container.shape->count) {
        const char *type = python_type_name(container.shape);
        if (!raises_instead(lower, container.shape, "TypeError", "argument of type '%s' is not iterable", type))
            lower_error(lower, "T0104", "argument of type `%s` is not iterable", type);
        return;
    }
    if (container.shape->cons[0].kind == CON_TUPLE)
        container = list_of_tuple(lower, container);
    if (has_method(lower, container, "__contains__")) {
        Shape *given = cell_shape(lower->inf, lower->node->items);
        Typed found = call_method(lower, ROLE_CALL, container, "__contains__", &item, 1, given);
        set_result(lower, typed(typed_is_empty(found) ? const_bool(lower->program, false) : truth_of(lower, found),
                                lower->bool_shape));
        return;
    }
    Typed actuals[2] = {container, item};
    set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.checks", "_contains", actuals, 2));
}

/* ---- displays
 * -------------------------------------------------------------------------------------------------------- */

static Typed *all_args(Lower *lower) {
    Typed *items = arena_alloc(lower->arena, (size_t)(lower->op->arg_count + 1) * sizeof *items);
    for (int i = 0; i < lower->op->arg_count; i++)
        items[i] = hl_arg(lower, i);
    return items;
}

void lower_build_tuple(Lower *lower) {
    if (value_shape(lower, lower->op->result)->count)
        set_result(lower, build_tuple(lower, single_con_shape(lower, lower->node->made), all_args(lower)));
}

void lower_build_list(Lower *lower) {
    ClassInst *inst = inst_root(lower->node->made->inst);
    set_result(lower, list_object(lower, inst, all_args(lower), lower->op->arg_count));
}

void lower_build_by_calls(Lower *lower, const char *class_name, const char *method, int stride) {
    Typed object = instantiate(lower, class_find_builtin(lower->inf, class_name), NULL, 0);
    Typed *items = all_args(lower);
    for (int i = 0; i < lower->op->arg_count; i += stride)
        call_method(lower, ROLE_CALL, object, method, &items[i], stride, lower->none_shape);
    set_result(lower, object);
}

void lower_build_string(Lower *lower) {
    int count = lower->op->arg_count;
    const char *helper = concat_helper(count);
    Typed *pieces = all_args(lower);
    Typed list = {0};
    if (!helper) {
        list = list_object(lower, helper_list(lower), pieces, count);
        pieces = &list;
    }
    set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.checks", helper ? helper : "_concat", pieces,
                                helper ? count : 1));
}

void lower_prefixed_str(Lower *lower) {
    Typed pieces[2] = {hl_arg(lower, 0), hl_arg(lower, 1)}, spec = hl_arg(lower, 2);
    if (typed_is_empty(pieces[1]))
        return;
    if (is_prefixed_number(pieces[1].shape->scalars, pieces[1].shape->count)) {
        set_result(lower, call_core(lower, ROLE_HELPER, "weft.core.checks", "_prefixed", pieces, 2));
        return;
    }
    pieces[1] = spec.shape->count ? lower_format(lower, pieces[1], spec)
                                  : lower_unary(lower, OP_TO_STR, pieces[1], lower->str_shape);
    if (!typed_is_empty(pieces[1]))
        set_result(lower, call_core(lower, ROLE_ITEM, "weft.core.checks", "_concat2", pieces, 2));
}

static bool refuses_unpacking(Lower *lower, Typed operand) {
    if (operand.shape->count)
        return false;
    const char *type = python_type_name(operand.shape);
    if (!raises_instead(lower, operand.shape, "TypeError", "cannot unpack non-iterable %s object", type))
        lower_error(lower, "T0104", "cannot unpack non-iterable `%s` object", type);
    return true;
}

static bool raises_count(Lower *lower, int count, int wanted) {
    return count > wanted ? raises_instead(lower, NULL, "ValueError", "too many values to unpack (expected %d)", wanted)
                          : raises_instead(lower, NULL, "ValueError",
                                           "not enough values to unpack (expected %d, got %d)", wanted, count);
}

void lower_unpack(Lower *lower) {
    Typed operand = items_arg(lower, "unpack");
    Shape *result = value_shape(lower, lower->op->result);
    if (typed_is_empty(operand) || result->count != 1 || refuses_unpacking(lower, operand))
        return;
    int count = (int)lower->op->integer;
    if (operand.shape->cons[0].kind == CON_TUPLE) {
        if (operand.shape->cons[0].count != count && !raises_count(lower, operand.shape->cons[0].count, count))
            lower_error(lower, "T0110", "cannot unpack a tuple of %d items into %d targets",
                        operand.shape->cons[0].count, count);
        Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
        for (int i = 0; i < count && i < operand.shape->cons[0].count; i++)
            items[i] = tuple_field(lower, operand, i);
        if (operand.shape->cons[0].count == count)
            set_result(lower, operand.shape == result ? operand : build_tuple(lower, result, items));
        return;
    }
    Typed actuals[2] = {operand, typed(const_int(lower->program, count), lower->int_shape)};
    Typed list = call_core(lower, ROLE_HELPER, "weft.core.checks", "_unpack", actuals, 2);
    if (typed_is_empty(list))
        return;
    Shape *item = list.shape->cons[0].args[0];
    Type *item_type = shape_type(lower, item);
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    Type *array_type =
        type_array(lower->types, FLAVOUR_GC, memory_type(lower, item_type) ? item_type : ty(lower, TY_BOOL), 0);
    Value *array = emit_getfield(lower, list.value, "_items", type_ptr(lower->types, array_type));
    for (int i = 0; i < count; i++)
        items[i] = typed(item_type->kind == TY_VOID
                             ? const_void(lower->program)
                             : emit(lower, OP_ARRAY_GET, item_type, array, const_int(lower->program, i), NULL),
                         item);
    set_result(lower, build_tuple(lower, result, items));
}

static Value *list_item(Lower *lower, Typed list, int i, Type *type) {
    if (type->kind == TY_VOID)
        return const_void(lower->program);
    Type *array = type_ptr(lower->types, type_array(lower->types, FLAVOUR_GC, type, 0));
    Value *items = emit_getfield(lower, list.value, "_items", array);
    return emit(lower, OP_ARRAY_GET, type, items, const_int(lower->program, i), NULL);
}

static Typed unpack_known(Lower *lower, Typed tuple, Shape *result, int before, int after) {
    int count = tuple.shape->cons[0].count;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    Typed *parts = arena_alloc(lower->arena, (size_t)(before + after + 1) * sizeof *parts);
    for (int i = 0; i < count; i++)
        items[i] = tuple_field(lower, tuple, i);
    ClassInst *list = helper_list(lower);
    memcpy(parts, items, (size_t)before * sizeof *parts);
    parts[before] = list_object(lower, list, items + before, count - before - after);
    memcpy(parts + before + 1, items + count - after, (size_t)after * sizeof *parts);
    return build_tuple(lower, result, parts);
}

/* The helper gives the middle, having left the items before and after in a list of its own: the tuple (ends, middle).
 */
void lower_unpack_star(Lower *lower) {
    Typed operand = items_arg(lower, "unpack");
    Shape *result = value_shape(lower, lower->op->result);
    if (typed_is_empty(operand) || result->count != 1)
        return;
    int before = (int)(lower->op->integer & 255), after = (int)(lower->op->integer >> 8);
    bool is_tuple = operand.shape->cons[0].kind == CON_TUPLE;
    if (is_tuple && operand.shape->cons[0].count >= before + after) {
        set_result(lower, unpack_known(lower, operand, result, before, after));
        return;
    }
    if (is_tuple)
        operand = list_of_tuple(lower, operand);
    Typed actuals[3] = {operand, typed(const_int(lower->program, before), lower->int_shape),
                        typed(const_int(lower->program, after), lower->int_shape)};
    Typed pair = call_core(lower, is_tuple ? ROLE_ITER : ROLE_HELPER, "weft.core.checks", "_unpack_star", actuals, 3);
    if (typed_is_empty(pair))
        return;
    Typed list = tuple_field(lower, pair, 0), middle = tuple_field(lower, pair, 1);
    Shape *item = list.shape->cons[0].args[0];
    Type *type = shape_type(lower, item);
    Typed *items = arena_alloc(lower->arena, (size_t)(before + after + 1) * sizeof *items);
    for (int i = 0; i < before + 1 + after; i++)
        items[i] = i == before ? middle : typed(list_item(lower, list, i < before ? i : i - 1, type), item);
    set_result(lower, build_tuple(lower, result, items));
}
