/* Lowering of calls of weft.lowlevel's names: mostly one low-level op each. */
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

typedef struct Args {
    const Typed *items;
    int count;
    Shape *result;
} Args;

static Typed nothing(Lower *lower) {
    return typed(const_void(lower->program), lower->none_shape);
}

static Shape *shape_of_type(Lower *lower, const Type *type) {
    switch ((int)type->kind) {
    case TY_BOOL:
        return lower->bool_shape;
    case TY_I64:
        return lower->int_shape;
    case TY_F64:
        return lower->float_shape;
    case TY_U64:
        return scalar_shape(lower, S_U64);
    case TY_ADDRESS:
        return scalar_shape(lower, S_ADDRESS);
    case TY_SCALAR:
        return lower->union_shape;
    default:
        return lower->none_shape;
    }
}

static Type *code_type(Lower *lower, char code) {
    static const struct {
        char code;
        TypeKind kind;
    } rows[] = {{'b', TY_BOOL},    {'i', TY_I64},    {'u', TY_U64}, {'f', TY_F64},
                {'a', TY_ADDRESS}, {'s', TY_SCALAR}, {'v', TY_VOID}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            return ty(lower, rows[i].kind);
    return NULL;
}

/* Arguments as the signature wants them: bool for int, int for float, unions unwrapped. */
static Value *argument_as(Lower *lower, Typed argument, char code) {
    Type *type = code_type(lower, code);
    if (!type || type->kind == TY_VOID || argument.value->type == type)
        return argument.value;
    return convert(lower, argument, shape_of_type(lower, type));
}

static int signature_args(Lower *lower, const char *signature, const Args *args, int first, Value **out) {
    int count = 0;
    for (int i = first; i < args->count && *signature != '>'; i++, signature++)
        out[count++] = argument_as(lower, args->items[i], *signature);
    return count;
}

static Typed finish(Lower *lower, Op *op) {
    lower_after_raise(lower, op);
    if (!op->result)
        return nothing(lower);
    return typed(op->result, shape_of_type(lower, op->result->type));
}

static Typed native_call(Lower *lower, const Args *args) {
    const Value *name = lower->op->args[1];
    const NativeInfo *native =
        name->is_const && name->constant.kind == CONST_STR ? native_find(name->constant.text) : NULL;
    if (!native)
        return nothing(lower);
    Value *values[8];
    int count = signature_args(lower, native->signature, args, 1, values);
    Type *result = code_type(lower, *(strchr(native->signature, '>') + 1));
    Op *op = emit_op(lower, OP_CALL_NATIVE, result, values, count);
    op->name = intern(lower->inf->names, native->name);
    return finish(lower, op);
}

static Typed plain_op(Lower *lower, OpCode code, const Args *args) {
    const char *signature = op_info[code].signature;
    Value *values[8];
    int count = signature_args(lower, signature, args, 0, values);
    Type *result = code_type(lower, *(strchr(signature, '>') + 1));
    return finish(lower, emit_op(lower, code, result, values, count));
}

/* Arrays of void items keep no items: copying them is nothing. */
static bool is_void_array(Lower *lower, Typed array) {
    const Shape *shape = array.shape;
    return shape->count == 1 && shape->cons[0].kind == CON_ARRAY &&
           shape_type(lower, shape->cons[0].args[0])->kind == TY_VOID;
}

static Typed array_of(Lower *lower, OpCode code, const Args *args) {
    Type *type = con_type(lower, &args->result->cons[0]);
    const Value *count = args->items[0].value;
    bool is_empty = count->is_const && count->constant.kind == CONST_INT && count->constant.integer == 0;
    return typed(is_empty ? empty_array(lower, type) : emit_malloc_var(lower, code, type, args->items[0].value),
                 args->result);
}

static Typed new_array(Lower *lower, const Args *args) {
    return array_of(lower, OP_MALLOC_VAR, args);
}

static Typed unset_array(Lower *lower, const Args *args) {
    return array_of(lower, OP_MALLOC_UNSET, args);
}

static Typed array_clear(Lower *lower, const Args *args) {
    if (is_void_array(lower, args->items[0]))
        return nothing(lower);
    Type *item = args->items[0].value->type->item->item;
    Const zero = {.kind = item->kind == TY_PTR      ? CONST_NULL
                          : item->kind == TY_F64    ? CONST_FLOAT
                          : item->kind == TY_SCALAR ? CONST_SCALAR
                          : item->kind == TY_BOOL   ? CONST_BOOL
                                                    : CONST_INT};
    Value *values[3] = {args->items[0].value, args->items[1].value,
                        const_new(lower->program, type_register(lower->types, item), zero)};
    return finish(lower, emit_op(lower, OP_ARRAY_SET, NULL, values, 3));
}

static Typed str_of(Lower *lower, OpCode code, const Args *args) {
    Value *object = emit_malloc_var(lower, code, lower->str_type, args->items[0].value);
    emit_setfield(lower, object, "shift", args->items[1].value);
    return typed(object, lower->str_shape);
}

static Typed new_str(Lower *lower, const Args *args) {
    return str_of(lower, OP_MALLOC_VAR, args);
}

static Typed unset_str(Lower *lower, const Args *args) {
    return str_of(lower, OP_MALLOC_UNSET, args);
}

/* latin1_str(c): the prebuilt string of one character below 256. */
static Typed latin1_str(Lower *lower, const Args *args) {
    Value *values[2] = {latin1_table(lower), args->items[0].value};
    Type *type = type_ptr(lower->types, lower->str_type);
    return typed(emit_op(lower, OP_ARRAY_GET, type, values, 2)->result, lower->str_shape);
}

static Typed str_resized(Lower *lower, const Args *args) {
    Value *values[2] = {args->items[0].value, args->items[1].value};
    Type *type = type_ptr(lower->types, lower->str_type);
    return typed(emit_op(lower, OP_RESIZE, type, values, 2)->result, lower->str_shape);
}

static Typed str_last_use(Lower *lower, const Args *args) {
    Op *op = emit_op(lower, OP_LAST_USE, ty(lower, TY_BOOL), &args->items[0].value, 1);
    op->name = intern(lower->inf->names, "room");
    return typed(op->result, lower->bool_shape);
}

static Typed text_field(Lower *lower, const Args *args, const char *field) {
    return typed(emit_getfield(lower, args->items[0].value, field, ty(lower, TY_I64)), lower->int_shape);
}

static Typed same_object(Lower *lower, const Args *args) {
    Value *a = args->items[0].value, *b = args->items[1].value;
    if (a->type->kind != TY_PTR || b->type->kind != TY_PTR)
        return typed(const_bool(lower->program, false), lower->bool_shape);
    return typed(emit(lower, OP_PTR_EQ, ty(lower, TY_BOOL), a, b, NULL), lower->bool_shape);
}

static Typed by_arity(Lower *lower, const Args *args) {
    Typed tuple = args->items[0];
    int last = args->count - 2;
    int arity = is_open_tuple(tuple.shape) ? last : tuple.shape->count == 1 ? tuple.shape->cons[0].count : 0;
    if (arity >= last)
        return call_value(lower, ROLE_CALL, args->items[1 + last], &tuple, 1, args->result);
    Typed *items = arena_alloc(lower->arena, (size_t)(arity + 1) * sizeof *items);
    for (int i = 0; i < arity; i++)
        items[i] = tuple_field(lower, tuple, i);
    return call_value(lower, ROLE_CALL, args->items[1 + arity], items, arity, args->result);
}

static Typed name_of_class(Lower *lower, Typed object, void *data) {
    (void)data;
    static const char *const names[] = {[CON_TUPLE] = "tuple", [CON_FUNCTION] = "function", [CON_METHOD] = "method",
                                        [CON_CLASS] = "type",  [CON_MODULE] = "module",     [CON_SUPER] = "super"};
    const struct ShapeCon *con = &object.shape->cons[0];
    bool is_named = con->kind != CON_INSTANCE && con->kind <= CON_SUPER && names[con->kind];
    return typed(string_value(lower, is_named   ? names[con->kind]
                                     : con->def ? con->def->name
                                                : "object"),
                 lower->str_shape);
}

static Typed class_name(Lower *lower, const Args *args) {
    Typed object = args->items[0];
    if (!object.shape->count)
        return typed(string_value(lower, shape_text(lower->inf, object.shape)), lower->str_shape);
    if (object.value->type->kind == TY_PTR && object.shape->cons[0].def && object.shape->cons[0].def->is_exception)
        return typed(emit_class_name(lower, object.value, "class_name"), lower->str_shape);
    return object.shape->count == 1 ? name_of_class(lower, object, NULL)
                                    : by_class(lower, object, lower->str_shape, name_of_class, NULL);
}

/* Whether the class value is one of, or derived from, the classes of the call's second argument. */
static Typed subclass_test(Lower *lower, Typed class_value, void *data) {
    (void)data;
    ClassInst inst = {.def = class_value.shape->cons[0].def};
    Con probe = {.kind = CON_INSTANCE, .inst = &inst};
    bool is_bool = inst.def && inst.def == class_of_scalar(lower->inf, S_BOOL);
    Cell *classes = body_cell(lower->inf, lower->body, lower->op->args[2]);
    bool yes = inst.def &&
               con_is_instance(lower->inf, lower->body->graph, is_bool ? NULL : &probe, is_bool ? S_BOOL : 0, classes);
    return typed(const_bool(lower->program, yes), lower->bool_shape);
}

static Typed is_subclass(Lower *lower, const Args *args) {
    Typed value = args->items[0];
    if (args->count != 2 || !value.shape->count || value.shape->scalars || value.shape->cons[0].kind != CON_CLASS) {
        lower_error(lower, "T0112", "issubclass() arg 1 must be a class, not %s", shape_text(lower->inf, value.shape));
        return nothing(lower);
    }
    return value.shape->count == 1 ? subclass_test(lower, value, NULL)
                                   : by_class(lower, value, lower->bool_shape, subclass_test, NULL);
}

/* defines_method(x, "name"): whether the class of x has that method. */
static Typed defines_method(Lower *lower, const Args *args) {
    const Value *name = lower->op->args[2];
    bool yes =
        name->is_const && name->constant.kind == CONST_STR && has_method(lower, args->items[0], name->constant.text);
    return typed(const_bool(lower->program, yes), lower->bool_shape);
}

static Typed by_method(Lower *lower, const Args *args) {
    Typed asked = args->items[0];
    if (asked.shape->count == 1 && asked.shape->cons[0].kind == CON_ARRAY)
        asked.shape = asked.shape->cons[0].args[0];
    bool yes = !asked.shape->scalars && has_method(lower, asked, lower->op->args[2]->constant.text);
    return call_value(lower, ROLE_CALL, args->items[yes ? 2 : 3], args->items, 1, args->result);
}

static Typed by_code(Lower *lower, const Args *args) {
    const Shape *shape = args->items[0].shape;
    bool is_code = !(shape->scalars & ~(uint32_t)S_NONE);
    for (int i = 0; i < shape->count; i++)
        is_code &= con_is_code(shape->cons[i].kind);
    return call_value(lower, ROLE_CALL, args->items[is_code ? 1 : 2], args->items, 1, args->result);
}

static Typed callable_test(Lower *lower, Typed value, void *data) {
    (void)data;
    ConKind kind = value.shape->cons[0].kind;
    bool yes = kind == CON_FUNCTION || kind == CON_METHOD || kind == CON_CLASS || kind == CON_INTRINSIC ||
               (kind == CON_INSTANCE && has_method(lower, value, "__call__"));
    return typed(const_bool(lower->program, yes), lower->bool_shape);
}

static Typed is_callable(Lower *lower, const Args *args) {
    Typed value = args->items[0];
    if (!value.shape->count)
        return typed(const_bool(lower->program, false), lower->bool_shape);
    if (value.shape->scalars)
        return typed(emit(lower, OP_BOOL_NOT, ty(lower, TY_BOOL), emit_is_none(lower, value), NULL, NULL),
                     lower->bool_shape);
    return value.shape->count == 1 ? callable_test(lower, value, NULL)
                                   : by_class(lower, value, lower->bool_shape, callable_test, NULL);
}

static Typed report_name(Lower *lower, const Args *args) {
    return typed(emit_class_name(lower, args->items[0].value, "report_name"), lower->str_shape);
}

typedef struct Row {
    const char *name;
    OpCode code;
} Row;

static Typed new_object_of(Lower *lower, Typed class_value, void *data) {
    const Args *args = data;
    return instantiate_plain(lower, class_value.shape->cons[0].def, args->items + 1, args->count - 1);
}

static Typed new_object(Lower *lower, const Args *args) {
    Args kept = *args;
    Typed class_value = args->items[0];
    return class_value.shape->count == 1 ? new_object_of(lower, class_value, &kept)
                                         : by_class(lower, class_value, args->result, new_object_of, &kept);
}

static Typed bare_object_of(Lower *lower, Typed class_value, void *data) {
    (void)data;
    ClassDef *def = class_value.shape->cons[0].def;
    Shape *shape = single_con_shape(lower, &inst_made_at(lower->inf, def, lower->node)->con);
    if (raises_abstract(lower, def))
        return typed_nothing(lower);
    return typed(emit_instance(lower, shape), shape);
}

static Typed bare_object(Lower *lower, const Args *args) {
    Typed class_value = args->items[0];
    return class_value.shape->count == 1 ? bare_object_of(lower, class_value, NULL)
                                         : by_class(lower, class_value, args->result, bare_object_of, NULL);
}

static Typed finalize_one(Lower *lower, const Args *args) {
    (void)args;
    return lower_finalize_one(lower);
}

/* free(x): nothing for None. */
static Typed free_object(Lower *lower, const Args *args) {
    const Shape *shape = args->items[0].shape;
    bool may_be = !(shape->scalars & ~(uint32_t)S_NONE) && shape->count <= 1;
    bool is_raw = may_be && shape->count && shape->cons[0].kind == CON_INSTANCE && shape->cons[0].def->is_raw;
    if (is_raw)
        emit(lower, OP_FREE, NULL, args->items[0].value, NULL, NULL);
    else if (!may_be || shape->count)
        lower_error(lower, "T0117",
                    "only objects of explicitly managed classes (`_alloc_flavor_ = \"raw\"`) are freed");
    return typed(const_void(lower->program), lower->none_shape);
}

static Typed identity_hash(Lower *lower, const Args *args) {
    return typed(emit_identity(lower, args->items[0].value), lower->int_shape);
}

/* weak_new(owner, target) */
static Typed weak_new(Lower *lower, const Args *args) {
    Value *target = args->items[1].value;
    if (target->type->kind == TY_PTR && !type_is_gc_ptr(target->type)) {
        lower_error(lower, "T0118", "a weak reference to an object of an explicitly managed class");
        return typed(const_int(lower->program, 0), lower->int_shape);
    }
    return plain_op(lower, OP_WEAK_NEW, args);
}

static Typed weak_target(Lower *lower, const Args *args) {
    Typed like = args->items[1];
    if (like.value->type->kind != TY_PTR)
        return like; /* always None: see weakref.ref */
    return typed(emit(lower, OP_WEAK_GET, like.value->type, args->items[0].value, NULL, NULL), like.shape);
}

static Typed map_tuple(Lower *lower, const Args *args) {
    Typed tuple = args->items[1];
    if (is_open_tuple(tuple.shape))
        return call_core(lower, ROLE_HELPER, "weft.core.open_tuple", "map_open", args->items, 2);
    ClassInst *inst = inst_root(lower->node->made->inst);
    int count = tuple.shape->count ? tuple.shape->cons[0].count : 0;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++) {
        Typed item = tuple_field(lower, tuple, i);
        items[i] = call_value(lower, ROLE_ITEM + i, args->items[0], &item, 1, cell_shape(lower->inf, inst->args[0]));
    }
    return list_object(lower, inst, items, count);
}

static Typed map_fixed(Lower *lower, const Args *args) {
    const Con *made = lower->node->made;
    int count = made ? made->count : 0;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++) {
        Typed operands[2] = {tuple_field(lower, args->items[1], i)};
        if (args->count > 2)
            operands[1] = tuple_field(lower, args->items[2], i);
        items[i] = call_value(lower, ROLE_ITEM + i, args->items[0], operands, args->count - 1,
                              cell_shape(lower->inf, made->cells[i]));
    }
    return build_tuple(lower, args->result, items);
}

static Typed by_width(Lower *lower, const Args *args) {
    const Shape *item = args->items[0].shape->count ? args->items[0].shape->cons[0].args[0] : NULL;
    bool is_wide = item && item->count == 1 && item->cons[0].kind == CON_TUPLE;
    int64_t width = is_wide ? item->cons[0].count : 0;
    Typed operands[2] = {args->items[0], typed(const_int(lower->program, width), lower->int_shape)};
    return call_value(lower, ROLE_CALL, args->items[is_wide ? 1 : 2], operands, 1 + is_wide, args->result);
}

static Typed keyword_names(Lower *lower, const Args *args) {
    const struct ShapeCon *record = &args->items[0].shape->cons[0];
    int count = args->items[0].shape->count && record->names ? record->count : 0;
    Typed *items = arena_alloc(lower->arena, (size_t)(count + 1) * sizeof *items);
    for (int i = 0; i < count; i++)
        items[i] = typed(string_value(lower, record->names[i]), lower->str_shape);
    return list_object(lower, inst_root(lower->node->made->inst), items, count);
}

static Typed merge_keywords(Lower *lower, const Args *args) {
    const ShapeCon *merged = &args->result->cons[0];
    Typed *items = arena_alloc(lower->arena, (size_t)(merged->count + 1) * sizeof *items);
    for (int i = 0; i < merged->count; i++) {
        const ShapeCon *second = &args->items[1].shape->cons[0];
        int at = record_position(second->names, second->count, merged->names[i]);
        const ShapeCon *first = &args->items[0].shape->cons[0];
        items[i] =
            at >= 0 ? tuple_field(lower, args->items[1], at)
                    : tuple_field(lower, args->items[0], record_position(first->names, first->count, merged->names[i]));
    }
    return build_tuple(lower, args->result, items);
}

static Typed by_constant(Lower *lower, const Args *args) {
    int which = constant_choice(body_cell(lower->inf, lower->body, lower->op->args[1]), args->count);
    return call_value(lower, ROLE_CALL, args->items[which], args->items, which == 1, args->result);
}

static bool is_plain_class(const ClassDef *def) {
    for (; def; def = def->base)
        if (def->is_library && !class_is_object(def))
            return false;
    return true;
}

static Typed clone(Lower *lower, Typed object) {
    Type *type = con_type(lower, &object.shape->cons[0]);
    Value *copy = emit_instance(lower, object.shape);
    for (const Type *at = type; at; at = at->super)
        for (int i = 0; i < at->field_count; i++) {
            Value *value = emit_getfield(lower, object.value, at->fields[i].name, at->fields[i].type);
            emit_setfield(lower, copy, at->fields[i].name, value);
        }
    return typed(copy, object.shape);
}

static Typed copy_one(Lower *lower, Typed object, void *data) {
    const ShapeCon *con = &object.shape->cons[0];
    if (has_method(lower, object, "__copy__"))
        return call_method(lower, ROLE_CALL, object, "__copy__", NULL, 0, data);
    if (con_is_code(con->kind))
        return object;
    if (con->kind != CON_INSTANCE || !is_plain_class(con->def)) {
        lower_error(lower, "U0412", "not supported: copy() of %s", shape_text(lower->inf, object.shape));
        return object;
    }
    return clone(lower, object);
}

static Typed copy_object(Lower *lower, const Args *args) {
    return by_class(lower, args->items[0], args->result, copy_one, args->result);
}

/* One attribute of the copy, so far the original's, becomes f(it), if it is set. */
static void deepen(Lower *lower, Typed copy, ClassInst *home, Slot *slot, Typed function) {
    Shape *shape = cell_shape(lower->inf, slot->cell);
    Type *type = shape_type(lower, shape);
    if (!slot->is_set || slot->is_moved || !shape->count || type->kind != TY_PTR)
        return;
    SlotState state = slot_state(lower, home, slot);
    Type *boolean = ty(lower, TY_BOOL);
    Typed value = typed(emit_getfield(lower, copy.value, slot->name, type), shape);
    Value *is_set = state == SLOT_SURE      ? const_bool(lower->program, true)
                    : state == SLOT_FLAGGED ? emit_getfield(lower, copy.value, slot_flag_name(lower, slot), boolean)
                                            : emit(lower, OP_PTR_NONNULL, boolean, value.value, NULL, NULL);
    Branch branch = emit_branch(lower, is_set);
    branch_then(lower, &branch);
    int role = part_role(copy.shape->cons[0].def, slot->name);
    Value *made = convert(lower, call_value(lower, role, function, &value, 1, shape), shape);
    branch_else(lower, &branch, made);
    emit_setfield(lower, copy.value, slot->name, branch_join(lower, &branch, value.value, type));
}

static Typed deep_instance(Lower *lower, Typed object, const Args *args) {
    if (has_method(lower, object, "__deepcopy__"))
        return call_method(lower, ROLE_CALL, object, "__deepcopy__", &args->items[1], 1, args->result);
    if (!is_plain_class(object.shape->cons[0].def)) {
        lower_error(lower, "U0412", "not supported: copy() of %s", shape_text(lower->inf, object.shape));
        return object;
    }
    Typed copy = clone(lower, object);
    call_value(lower, ROLE_ITER, args->items[2], &copy, 1, lower->none_shape);
    ClassInst *inst = shape_base_inst(lower, object.shape, NULL);
    for (; inst; inst = inst->base ? inst_root(inst->base) : NULL)
        for (int i = 0; i < inst->slot_count; i++)
            deepen(lower, copy, inst, &inst->slots[i], args->items[3]);
    return copy;
}

static Typed deep_tuple(Lower *lower, Typed tuple, const Args *args) {
    const Con *made = lower->node->made;
    Typed *items = arena_alloc(lower->arena, (size_t)(made->count + 1) * sizeof *items);
    for (int i = 0; i < made->count; i++) {
        Typed item = tuple_field(lower, tuple, i);
        items[i] = call_value(lower, ROLE_ITEM + i, args->items[3], &item, 1, cell_shape(lower->inf, made->cells[i]));
    }
    return build_tuple(lower, single_con_shape(lower, lower->node->made), items);
}

static Typed deep_one(Lower *lower, Typed object, void *data) {
    const Args *args = data;
    ConKind kind = object.shape->count ? object.shape->cons[0].kind : CON_FUNCTION;
    if (is_open_tuple(object.shape) || kind == CON_METHOD)
        lower_error(lower, "U0412", "not supported: copy() of %s", shape_text(lower->inf, object.shape));
    else if (kind == CON_TUPLE)
        return deep_tuple(lower, object, args);
    else if (kind == CON_INSTANCE)
        return deep_instance(lower, object, args);
    return object;
}

static Typed deep_object(Lower *lower, const Args *args) {
    Args kept = *args;
    return by_class(lower, args->items[0], args->result, deep_one, &kept);
}

static Typed object_at(Lower *lower, const Args *args) {
    Type *type = shape_type(lower, args->result);
    return typed(emit(lower, OP_ADDR_TO_PTR, type, args->items[0].value, NULL, NULL), args->result);
}

static Typed py_format(Lower *lower, const Args *args) {
    Typed operand = args->items[0], text = lower_format(lower, operand, args->items[1]);
    if (!operand.shape->count || has_method(lower, operand, "__format__"))
        return text;
    Typed actuals[3] = {text, args->items[1], class_name(lower, args)};
    return call_core(lower, ROLE_HELPER, "weft.core.checks", "_plain_format", actuals, 3);
}

static Typed same_tuple(Lower *lower, const Args *args) {
    return tuple_of(lower, args->items[0]);
}

/* Among generators with and without cleanup none is closed: the check at the end finds those left. */
static Typed with_cleanup(Lower *lower, const Args *args) {
    Typed operand = args->items[0];
    return operand.shape->count && operand.shape->count == args->result->count ? operand : nothing(lower);
}

static Typed resume(Lower *lower, const Args *args) {
    return lower_resume(lower, args->items[0], args->result);
}

static Typed as_word(Lower *lower, const Args *args) {
    return typed(convert(lower, args->items[1], lower->int_shape), args->result);
}

static Typed word_bits(Lower *lower, const Args *args) {
    return typed(args->items[0].value, lower->int_shape);
}

static Typed mark_renamed(Lower *lower, const Args *args) {
    function_rename(lower, args->items[0], args->items[1]);
    return args->items[0];
}

static Typed out_of_line(Lower *lower, const Args *args) {
    (void)lower;
    return args->items[0];
}

static Value *to_address(Lower *lower, Value *value) {
    return emit(lower, OP_INT_TO_ADDR, ty(lower, TY_ADDRESS), value, NULL, NULL);
}

/* Addresses are ints in the program; where the op wants or gives an address it is converted. */
static Typed memory_op(Lower *lower, OpCode code, TypeKind kind, const Args *args) {
    const char *signature = op_info[code].signature, *result = strchr(signature, '>') + 1;
    Value *values[3];
    for (int i = 0; i < args->count; i++) {
        values[i] = convert(lower, args->items[i], lower->int_shape);
        if (signature[i] == 'a')
            values[i] = to_address(lower, values[i]);
    }
    Type *type = *result == 'n' ? NULL : ty(lower, *result == 'a' ? TY_ADDRESS : TY_I64);
    Op *op = emit_op(lower, code, type, values, args->count);
    op->type = kind == TY_VOID ? NULL : ty(lower, kind);
    if (*result == 'n')
        return nothing(lower);
    Value *value = *result == 'a' ? emit(lower, OP_ADDR_TO_INT, ty(lower, TY_I64), op->result, NULL, NULL) : op->result;
    return typed(value, lower->int_shape);
}

static bool lower_memory(Lower *lower, const char *name, const Args *args, Typed *out) {
    static const struct {
        const char *name;
        OpCode code;
        TypeKind kind;
    } rows[] = {
#define MEMORY(name, op, type) {name, OP_##op, TY_##type},
#include "frontend/memory.def"
#undef MEMORY
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name)) {
            *out = memory_op(lower, rows[i].code, rows[i].kind, args);
            return true;
        }
    return false;
}

static const Row protocol_rows[] = {
    {"py_len", OP_LEN},   {"py_str", OP_TO_STR}, {"py_repr", OP_REPR}, {"py_hash", OP_HASH},
    {"py_iter", OP_ITER}, {"py_next", OP_NEXT},  {"py_abs", OP_ABS},
};
static const Row byte_rows[] = {{"byte_len", OP_ARRAY_LEN}, {"byte_get", OP_ARRAY_GET}, {"byte_set", OP_ARRAY_SET}};

static bool lower_table(Lower *lower, const char *name, const Args *args, Typed *out) {
    for (size_t i = 0; i < sizeof protocol_rows / sizeof *protocol_rows; i++)
        if (!strcmp(protocol_rows[i].name, name)) {
            *out = lower_unary(lower, protocol_rows[i].code, args->items[0], args->result);
            return true;
        }
    for (size_t i = 0; i < sizeof byte_rows / sizeof *byte_rows; i++)
        if (!strcmp(byte_rows[i].name, name)) {
            Value *values[3];
            int count = signature_args(lower, "pii>", args, 0, values);
            *out = finish(lower, emit_op(lower, byte_rows[i].code,
                                         byte_rows[i].code == OP_ARRAY_SET ? NULL : ty(lower, TY_I64), values, count));
            return true;
        }
    for (int code = 0; code < OP_COUNT; code++)
        if (op_info[code].level == LOW && !strcmp(op_info[code].text, name)) {
            bool skip = (code == OP_ARRAY_COPY && is_void_array(lower, args->items[0]));
            *out = skip ? nothing(lower) : plain_op(lower, (OpCode)code, args);
            return true;
        }
    return false;
}

static bool lower_named(Lower *lower, const char *name, const Args *args, Typed *out) {
    static const struct {
        const char *name;
        Typed (*function)(Lower *, const Args *);
    } rows[] = {
        {"native", native_call},
        {"new_array", new_array},
        {"unset_array", unset_array},
        {"unset_str", unset_str},
        {"array_clear", array_clear},
        {"new_str", new_str},
        {"latin1_str", latin1_str},
        {"str_resized", str_resized},
        {"str_last_use", str_last_use},
        {"by_arity", by_arity},
        {"class_name", class_name},
        {"same_object", same_object},
        {"by_width", by_width},
        {"map_tuple", map_tuple},
        {"map_fixed", map_fixed},
        {"issubclass", is_subclass},
        {"callable", is_callable},
        {"same_tuple", same_tuple},
        {"report_name", report_name},
        {"keyword_names", keyword_names},
        {"resume", resume},
        {"new_object", new_object},
        {"bare_object", bare_object},
        {"finalize_one", finalize_one},
        {"weak_target", weak_target},
        {"free", free_object},
        {"identity_hash", identity_hash},
        {"weak_new", weak_new},
        {"copy_object", copy_object},
        {"by_constant", by_constant},
        {"by_method", by_method},
        {"by_code", by_code},
        {"with_cleanup", with_cleanup},
        {"merge_keywords", merge_keywords},
        {"defines_method", defines_method},
        {"deep_object", deep_object},
        {"object_at", object_at},
        {"mark_renamed", mark_renamed},
        {"out_of_line", out_of_line},
        {"as_word", as_word},
        {"word_bits", word_bits},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name)) {
            *out = rows[i].function(lower, args);
            return true;
        }
    return false;
}

/* Reads and writes of a string's fields. */
static bool lower_text_field(Lower *lower, const char *name, const Args *args, Typed *out) {
    static const struct {
        const char *reader, *writer, *field;
    } rows[] = {{"str_shift", "", "shift"}, {"str_hash", "str_set_hash", "hash"}, {"str_room", "str_set_room", "room"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].reader, name)) {
            *out = text_field(lower, args, rows[i].field);
            return true;
        } else if (!strcmp(rows[i].writer, name)) {
            emit_setfield(lower, args->items[0].value, rows[i].field, args->items[1].value);
            return true;
        }
    return false;
}

Typed lower_intrinsic(Lower *lower, const char *name, const Typed *actuals, int count, Shape *result) {
    Args args = {actuals, count, result};
    Typed out = nothing(lower);
    if (lower_named(lower, name, &args, &out))
        return out;
    if (lower_text_field(lower, name, &args, &out) || lower_memory(lower, name, &args, &out))
        return out;
    if (!strcmp(name, "py_format"))
        return py_format(lower, &args);
    if (intrinsic_is_mark(name) && count == 1)
        return actuals[0];
    if (!strncmp(name, "property.", 9) && result->count == 1 && func_has_state(result->cons[0].func))
        return typed(getter_closure(lower, result->cons[0].func), result);
    if (count && is_binding_mark(name))
        return typed(actuals[0].value, result);
    if (!strcmp(name, "cast"))
        return count == 2 ? actuals[1] : out;
    lower_table(lower, name, &args, &out);
    if (result->count && out.value->type->kind == TY_VOID) /* typing, decorators: values without representation */
        out.shape = result;
    return out;
}
