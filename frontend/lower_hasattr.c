/* hasattr(x, "name") and getattr(x, "name", default): whether there is the attribute is a question for the class and,
 * where not every instance has it, for the object.
 */
#include "frontend/lower_internal.h"

typedef struct ShapeCon ShapeCon;

static bool class_has(const ShapeCon *con, Lower *lower) {
    ClassDef *def = con->kind == CON_TUPLE ? tuple_class(lower->inf, con->count) : con->def;
    return def && class_lookup(def, lower->op->name, NULL);
}

static Value *slot_is_set(Lower *lower, Typed receiver, ClassInst *inst, Slot *slot) {
    while (inst && (slot < inst->slots || slot >= inst->slots + inst->slot_count))
        inst = inst->base ? inst_root(inst->base) : NULL;
    SlotState state = slot_state(lower, inst, slot);
    if (state == SLOT_SURE)
        return const_bool(lower->program, true);
    if (state == SLOT_FLAGGED)
        return emit_getfield(lower, receiver.value, slot_flag_name(lower, slot), ty(lower, TY_BOOL));
    Typed value = typed(NULL, cell_shape(lower->inf, slot->cell));
    Value *stored = emit_getfield(lower, receiver.value, slot->name, shape_type(lower, value.shape));
    return emit(lower, OP_PTR_NONNULL, ty(lower, TY_BOOL), stored, NULL, NULL);
}

/* CPython's builtin objects have attributes that Weft's do not. */
static void refuse_builtin(Lower *lower, Typed receiver) {
    lower_error(lower, "U0306",
                "not supported: whether %s has an attribute `%s`, because only classes of the program without "
                "`__getattr__` are known",
                shape_text(lower->inf, receiver.shape), lower->op->name);
}

/* For a receiver that has one constructor and is not None. */
static Typed has_one(Lower *lower, Typed receiver, void *data) {
    (void)data;
    const ShapeCon *con = &receiver.shape->cons[0];
    if (function_keeps_attributes(receiver.shape))
        return typed(function_has_attr(lower, receiver), lower->bool_shape);
    bool has_member = class_has(con, lower);
    ClassInst *inst = con->kind == CON_INSTANCE ? shape_base_inst(lower, receiver.shape, NULL) : NULL;
    Slot *slot = inst && !has_member ? inst_find_slot(inst, lower->op->name) : NULL;
    bool is_known = con->kind == CON_INSTANCE || con->kind == CON_CLASS || con->kind == CON_MODULE;
    bool has_fallback = con->kind == CON_INSTANCE && has_method(lower, receiver, "__getattr__");
    if (!has_member && (has_fallback || !slot) && (has_fallback || !is_known || !con->def || con->def->is_library))
        refuse_builtin(lower, receiver);
    Value *value =
        slot && slot->is_set ? slot_is_set(lower, receiver, inst, slot) : const_bool(lower->program, has_member);
    return typed(value, lower->bool_shape);
}

static bool scalar_has(Lower *lower, Typed receiver) {
    for (int i = 0; i < S_COUNT; i++) {
        ClassDef *def = receiver.shape->scalars >> i & 1 ? class_of_scalar(lower->inf, 1u << i) : NULL;
        if (def && class_lookup(def, lower->op->name, NULL))
            return true;
    }
    if (receiver.shape->scalars & ~(uint32_t)S_NONE)
        refuse_builtin(lower, receiver);
    return false;
}

/* None has no attributes to speak of. */
static Branch enter_not_none(Lower *lower, Typed *receiver) {
    Branch branch = emit_branch(lower, emit_is_none(lower, *receiver));
    branch_then(lower, &branch);
    *receiver = typed(receiver->value, without_none(lower, receiver->shape));
    return branch;
}

void lower_hasattr(Lower *lower) {
    Typed receiver = hl_arg(lower, 0);
    Value *no = const_bool(lower->program, false);
    Value *has = no;
    if (!receiver.shape->count) {
        has = const_bool(lower->program, scalar_has(lower, receiver));
    } else if (receiver.shape->scalars & S_NONE) {
        Branch branch = enter_not_none(lower, &receiver);
        branch_else(lower, &branch, no);
        Value *found = by_class(lower, receiver, lower->bool_shape, has_one, NULL).value;
        has = branch_join(lower, &branch, found, ty(lower, TY_BOOL));
    } else {
        has = by_class(lower, receiver, lower->bool_shape, has_one, NULL).value;
    }
    set_result(lower, typed(has, lower->bool_shape));
}

/* The attribute of a receiver of one constructor, or the default. */
static Typed get_one(Lower *lower, Typed receiver, void *data) {
    Shape *result = value_shape(lower, lower->op->result);
    Typed other = *(Typed *)data;
    Value *has = has_one(lower, receiver, NULL).value;
    if (has->is_const)
        return has->constant.boolean ? lower_attr_of(lower, receiver, result) : other;
    Branch branch = emit_branch(lower, has);
    branch_then(lower, &branch);
    Value *mine = convert(lower, lower_attr_of(lower, receiver, result), result);
    branch_else(lower, &branch, mine);
    return typed(branch_join(lower, &branch, convert(lower, other, result), shape_type(lower, result)), result);
}

void lower_getattr_or(Lower *lower) {
    Typed receiver = hl_arg(lower, 0), other = hl_arg(lower, 1);
    Shape *result = value_shape(lower, lower->op->result);
    if (!receiver.shape->count) {
        set_result(lower, scalar_has(lower, receiver) ? lower_attr_of(lower, receiver, result) : other);
    } else if (receiver.shape->scalars & S_NONE) {
        Branch branch = enter_not_none(lower, &receiver);
        branch_else(lower, &branch, convert(lower, other, result));
        Value *found = convert(lower, by_class(lower, receiver, result, get_one, &other), result);
        set_result(lower, typed(branch_join(lower, &branch, found, shape_type(lower, result)), result));
    } else {
        set_result(lower, by_class(lower, receiver, result, get_one, &other));
    }
}
