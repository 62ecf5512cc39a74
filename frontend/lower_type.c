/* Representation: shapes become register types, classes become gc structs, dispatch becomes type records. */
#include "frontend/lower_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

Type *ty(Lower *lower, TypeKind kind) {
    return type_simple(lower->types, kind);
}

const char *unique_name(Lower *lower, const char *base) {
    const char *name = intern(lower->inf->names, base);
    uint64_t *count = map_put(lower->arena, &lower->used_names, (uint64_t)(uintptr_t)name);
    if (++*count == 1)
        return name;
    return intern(lower->inf->names, arena_printf(lower->arena, "%s'%d", base, (int)*count));
}

/* ---- names of shapes ---------------------------------------------------------------------------- */

static const char *short_name(Lower *lower, const char *text) {
    if (strlen(text) <= 90)
        return text;
    return arena_printf(lower->arena, "%.60s~%016llx", text, (unsigned long long)hash_text(HASH_SEED, text));
}

/* Functions of one definition may capture values of several types: those that hold anything are numbered. */
static const char *function_name(Lower *lower, FuncDef *func) {
    if (func->numbered_name || !func_has_state(func))
        return func->numbered_name ? func->numbered_name : func->graph->name;
    uint64_t count = ++*map_put(lower->arena, &lower->functions_of, (uint64_t)(uintptr_t)func->graph);
    return func->numbered_name =
               count == 1 ? func->graph->name : arena_printf(lower->arena, "%s'%d", func->graph->name, (int)count);
}

static const char *con_name(Lower *lower, ShapeCon *con) {
    switch (con->kind) {
    case CON_INSTANCE:
        return con_type(lower, con)->name;
    case CON_TUPLE:
    case CON_ARRAY: {
        const char *text = con->kind == CON_TUPLE ? "tuple[" : "array[";
        for (int i = 0; i < con->count; i++)
            text = arena_printf(lower->arena, "%s%s%s", text, i ? ", " : "", shape_name(lower, con->args[i]));
        return short_name(lower, arena_printf(lower->arena, "%s]", text));
    }
    case CON_FUNCTION:
        return function_name(lower, con->func);
    case CON_METHOD:
        return arena_printf(lower->arena, "%s of %s", con->name, shape_name(lower, con->args[0]));
    case CON_CLASS:
        return arena_printf(lower->arena, "type %s", con->def->full_name);
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return con->name ? con->name : "super";
}

const char *shape_name(Lower *lower, Shape *shape) {
    static const char *const names[S_COUNT] = {"None", "bool", "int", "float", "u64", "address"};
    const char *text = "";
    for (int i = 1; i < S_COUNT; i++)
        if (shape->scalars >> i & 1)
            text = arena_printf(lower->arena, "%s%s%s", text, *text ? "|" : "", names[i]);
    for (int i = 0; i < shape->count; i++)
        text = short_name(
            lower, arena_printf(lower->arena, "%s%s%s", text, *text ? "|" : "", con_name(lower, &shape->cons[i])));
    if (shape->scalars & S_NONE)
        text = arena_printf(lower->arena, "%s%sNone", text, *text ? "|" : "");
    return short_name(lower, *text ? text : "nothing");
}

/* ---- structs ----------------------------------------------------------------------------------------- */

Type *memory_type(Lower *lower, Type *register_type) {
    (void)lower;
    return register_type->kind == TY_VOID ? NULL : register_type;
}

static void add_field(Lower *lower, Field *fields, int *count, const char *name, Shape *shape) {
    Type *type = memory_type(lower, shape_type(lower, shape));
    if (type)
        fields[(*count)++] = (Field){.name = intern(lower->inf->names, name), .type = type};
}

static Type *tuple_struct(Lower *lower, ShapeCon *con) {
    Type *type = type_struct(lower->types, con_name(lower, con));
    if (type->is_complete || type->label)
        return type;
    type->label = "tuple";
    Field *fields = arena_alloc(lower->arena, (size_t)(con->count + 1) * sizeof *fields);
    int count = 0;
    for (int i = 0; i < con->count; i++)
        add_field(lower, fields, &count, arena_printf(lower->arena, "item%d", i), con->args[i]);
    type_set_fields(lower->types, type, FLAVOUR_GC, HINT_IMMUTABLE, NULL, fields, count);
    return type;
}

Type *text_struct(Lower *lower, const char *name) {
    Type *type = type_struct(lower->types, intern(lower->inf->names, name));
    if (type->is_complete)
        return type;
    Field fields[4];
    int count = 0;
    fields[count++] = (Field){.name = intern(lower->inf->names, "hash"), .type = ty(lower, TY_I64)};
    fields[count++] = (Field){.name = intern(lower->inf->names, "shift"), .type = ty(lower, TY_U8)};
    fields[count++] = (Field){.name = intern(lower->inf->names, "room"), .type = ty(lower, TY_U8)};
    fields[count++] = (Field){.name = intern(lower->inf->names, "chars"),
                              .type = type_array(lower->types, FLAVOUR_RAW, ty(lower, TY_U8), 0)};
    type_set_fields(lower->types, type, FLAVOUR_GC, 0, NULL, fields, count);
    type->label = type->name;
    return type;
}

/* Classes of the core have names of their own; those of modules may be called alike. */
static const char *library_name(const ClassDef *def) {
    return strncmp(def->module, "weft.core", 9) ? def->full_name : def->name;
}

static const char *inst_name(Lower *lower, ClassInst *inst) {
    if (inst->def->type_var_count || inst->def->is_template) {
        const char *text = arena_printf(lower->arena, "%s[", library_name(inst->def));
        int count = inst->def->type_var_count ? inst->def->type_var_count : inst->slot_count;
        for (int i = 0; i < count; i++) {
            bool is_arg = inst->def->type_var_count;
            if (!is_arg && inst->slots[i].is_moved)
                continue;
            Cell *cell = is_arg ? inst->args[i] : inst->slots[i].cell;
            text = arena_printf(lower->arena, "%s%s%s%s%s", text, i ? ", " : "", is_arg ? "" : inst->slots[i].name,
                                is_arg ? "" : ": ", shape_name(lower, cell_shape(lower->inf, cell)));
        }
        return short_name(lower,
                          arena_printf(lower->arena, "%s%s]", text, is_open_tuple_class(inst->def) ? ", ..." : ""));
    }
    if (inst->def->generator)
        return arena_printf(lower->arena, "generator %s", inst->def->generator->graph->name);
    return inst->def->is_library ? library_name(inst->def) : inst->def->full_name;
}

/* A class name may stand for several classes (other modules, contexts): the later ones get a suffix. */
static Type *named_struct(Lower *lower, ClassInst *inst) {
    const char *name = intern(lower->inf->names, inst_name(lower, inst));
    bool structural = inst->def->type_var_count || inst->def->is_template;
    if (structural)
        return type_struct(lower->types, name);
    return type_struct(lower->types, unique_name(lower, name));
}

static Slot *sorted_slots(Lower *lower, ClassInst *inst, int *count) {
    Slot *slots = arena_alloc(lower->arena, (size_t)(inst->slot_count + 1) * sizeof *slots);
    *count = 0;
    for (int i = 0; i < inst->slot_count; i++) {
        if (inst->slots[i].is_moved)
            continue;
        int at = (*count)++;
        for (; at > 0 && strcmp(slots[at - 1].name, inst->slots[i].name) > 0; at--)
            slots[at] = slots[at - 1];
        slots[at] = inst->slots[i];
    }
    return slots;
}

static void complete_struct(Lower *lower, Type *type, ClassInst *inst, Type *super) {
    int slot_count;
    Slot *slots = sorted_slots(lower, inst, &slot_count);
    Field *fields = arena_alloc(lower->arena, (size_t)(2 * slot_count + 1) * sizeof *fields);
    int count = 0;
    for (int i = 0; i < slot_count; i++) {
        if (cell_is_empty(slots[i].cell))
            continue;
        add_field(lower, fields, &count, slots[i].name, cell_shape(lower->inf, slots[i].cell));
        if (slot_state(lower, inst, inst_find_slot(inst, slots[i].name)) == SLOT_FLAGGED)
            add_field(lower, fields, &count, slot_flag_name(lower, &slots[i]), lower->bool_shape);
    }
    int hints = inst->def->is_exception ? HINT_EXCEPTION : 0;
    hints |= class_method(lower->inf, inst->def, "__del__") ? HINT_FINALIZER : 0;
    type_set_fields(lower->types, type, inst->def->is_raw ? FLAVOUR_RAW : FLAVOUR_GC, hints, super, fields, count);
    type->label = inst->def->name;
    if (inst->def->is_exception)
        map_set_ptr(lower->arena, &lower->exception_classes, type, inst->def);
}

static bool is_named(const ClassInst *inst, const char *name) {
    return inst->def->is_library && inst->def->primitive && !strcmp(inst->def->primitive, name);
}

/* Another instance may have made the struct: the attributes are this one's own all the same. */
static void declare_slots(Lower *lower, ClassInst *inst) {
    for (; inst; inst = inst->base ? inst_root(inst->base) : NULL)
        for (int i = 0; i < inst->def->field_count && inst->def->is_library; i++)
            inst_slot(lower->inf, inst, inst->def->fields[i].name);
}

Type *inst_type(Lower *lower, ClassInst *inst) {
    inst = inst_root(inst);
    if (inst->type)
        return inst->type;
    if (is_named(inst, "str"))
        return inst->type = lower->str_type;
    Type *type = inst->type = named_struct(lower, inst);
    declare_slots(lower, inst);
    if (type->is_complete || type->label)
        return type;
    type->label = inst->def->name;
    Type *super = inst->base && !class_is_object(inst_root(inst->base)->def) ? inst_type(lower, inst->base) : NULL;
    complete_struct(lower, type, inst, super);
    record_of(lower, type, inst);
    return type;
}

static ClassInst *con_inst(Lower *lower, ShapeCon *con) {
    if (con->inst)
        return con->inst;
    /* structural: an instance with these very shapes */
    Shape shape = {.count = 1, .cons = con};
    uint64_t key = HASH_SEED;
    key = hash_u64(key, (uint64_t)(uintptr_t)con->def);
    for (int i = 0; i < con->count; i++)
        key = hash_u64(hash_u64(key, con->names ? (uint64_t)(uintptr_t)con->names[i] : 0),
                       (uint64_t)(uintptr_t)con->args[i]);
    ClassInst *inst = map_get_ptr(&lower->structs, (void *)(uintptr_t)key);
    if (!inst) {
        Cell *cell = shape_cell(lower->inf, &shape);
        inst = inst_root(cell_root(cell)->cons[0]->inst);
        map_set_ptr(lower->arena, &lower->structs, (void *)(uintptr_t)key, inst);
    }
    return inst;
}

/* A function made in several contexts has a struct for each representation of what it holds. */
static const char *closure_name(Lower *lower, FuncDef *func) {
    const char *text = "";
    for (int i = 0; i < func->captured_count; i++)
        text = arena_printf(lower->arena, "%s, %s", text, shape_name(lower, cell_shape(lower->inf, func->captured[i])));
    int defaults = func->keeps_defaults ? func->default_count + func->kwdefault_count : 0;
    for (int i = 0; i < defaults; i++)
        text =
            arena_printf(lower->arena, "%s, =%s", text, shape_name(lower, cell_shape(lower->inf, func->defaults[i])));
    if (func->is_renamed)
        text = arena_printf(lower->arena, "%s of %s", text, shape_name(lower, cell_shape(lower->inf, func->wrapped)));
    const char *name = arena_printf(lower->arena, "function %s%s", func->graph->name, text);
    return intern(lower->inf->names, short_name(lower, name));
}

static Type *closure_struct(Lower *lower, FuncDef *func) {
    Type *type = type_struct(lower->types, closure_name(lower, func));
    if (type->is_complete || type->label)
        return type;
    type->label = "function";
    int defaults = func->keeps_defaults ? func->default_count + func->kwdefault_count : 0;
    int attrs = 0;
    for (const FuncAttr *attr = func->attrs; attr; attr = attr->next)
        attrs++;
    Field *fields =
        arena_alloc(lower->arena, (size_t)(defaults + func->captured_count + 5 + 2 * attrs) * sizeof *fields);
    int count = 0;
    for (int i = 0; i < defaults; i++)
        if (!func->make->args[i]->is_const)
            add_field(lower, fields, &count, arena_printf(lower->arena, "default%d", i),
                      cell_shape(lower->inf, func->defaults[i]));
    for (int i = 0; i < func->captured_count; i++)
        add_field(lower, fields, &count, arena_printf(lower->arena, "cell%d", i),
                  cell_shape(lower->inf, func->captured[i]));
    if (func->is_renamed) {
        add_field(lower, fields, &count, "name", lower->str_shape);
        add_field(lower, fields, &count, "qualname", lower->str_shape);
        add_field(lower, fields, &count, "wrapped", cell_shape(lower->inf, func->wrapped));
    }
    if (func->is_renamed && func->is_described)
        add_field(lower, fields, &count, "doc", lower->str_shape);
    for (const FuncAttr *attr = func->attrs; attr; attr = attr->next) {
        add_field(lower, fields, &count, arena_printf(lower->arena, "has.%s", attr->name), lower->bool_shape);
        add_field(lower, fields, &count, arena_printf(lower->arena, "attr.%s", attr->name),
                  cell_shape(lower->inf, attr->cell));
    }
    type_set_fields(lower->types, type, FLAVOUR_GC, 0, lower->callable_type, fields, count);
    return type;
}

static Type *wrapper_struct(Lower *lower, ShapeCon *con) {
    Type *type = type_struct(lower->types, intern(lower->inf->names, con_name(lower, con)));
    if (type->is_complete || type->label)
        return type;
    type->label = con->kind == CON_CLASS ? "type" : "method";
    Field fields[1];
    int count = 0;
    if (con->kind == CON_METHOD)
        add_field(lower, fields, &count, "self", con->args[0]);
    type_set_fields(lower->types, type, FLAVOUR_GC, 0, lower->callable_type, fields, count);
    return type;
}

Type *con_type(Lower *lower, ShapeCon *con) {
    switch (con->kind) {
    case CON_INSTANCE:
        return inst_type(lower, con_inst(lower, con));
    case CON_TUPLE:
        return tuple_struct(lower, con);
    case CON_ARRAY: {
        Type *item = memory_type(lower, shape_type(lower, con->args[0]));
        return type_array(lower->types, FLAVOUR_GC, item ? item : ty(lower, TY_BOOL), 0);
    }
    case CON_FUNCTION:
        return closure_struct(lower, con->func);
    case CON_METHOD:
    case CON_CLASS:
        return wrapper_struct(lower, con);
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return NULL;
}

/* ---- register types -------------------------------------------------------------------------------------- */

static Type *scalars_type(Lower *lower, uint32_t scalars) {
    switch (scalars) {
    case 0:
    case S_NONE:
        return ty(lower, TY_VOID);
    case S_BOOL:
        return ty(lower, TY_BOOL);
    case S_INT:
        return ty(lower, TY_I64);
    case S_FLOAT:
        return ty(lower, TY_F64);
    case S_U64:
        return ty(lower, TY_U64);
    case S_ADDRESS:
        return ty(lower, TY_ADDRESS);
    default:
        return ty(lower, TY_SCALAR);
    }
}

ClassInst *shape_base_inst(Lower *lower, Shape *shape, Type **type) {
    ClassInst *inst = con_inst(lower, &shape->cons[0]);
    ClassDef *base = inst->def;
    for (int i = 1; i < shape->count; i++)
        base = class_common_base(base, shape->cons[i].def);
    inst = inst_of_base(inst, base);
    if (type)
        *type = inst_type(lower, inst);
    return inst;
}

static bool is_stateless(Shape *shape) {
    if (shape->count != 1 || shape->scalars)
        return false;
    ShapeCon *con = &shape->cons[0];
    return con->kind == CON_CLASS || con->kind == CON_MODULE || con->kind == CON_INTRINSIC ||
           (con->kind == CON_FUNCTION && !func_has_state(con->func));
}

static Type *single_type(Lower *lower, Shape *shape) {
    ShapeCon *con = &shape->cons[0];
    if (is_stateless(shape))
        return ty(lower, TY_VOID);
    if ((con->kind == CON_METHOD || con->kind == CON_SUPER) && !shape->scalars)
        return shape_type(lower, con->args[0]);
    if (con->kind == CON_INSTANCE && class_is_word(con->def))
        return ty(lower, TY_I64);
    return type_ptr(lower->types, con_type(lower, con));
}

Type *shape_type(Lower *lower, Shape *shape) {
    if (shape->type)
        return shape->type;
    if (!shape->count)
        return shape->type = scalars_type(lower, shape->scalars);
    if (shape->count == 1)
        return shape->type = single_type(lower, shape);
    Type *type = lower->callable_type;
    if (shape->cons[0].kind == CON_INSTANCE)
        shape_base_inst(lower, shape, &type);
    return shape->type = type_ptr(lower->types, type);
}

Shape *value_shape(Lower *lower, const Value *value) {
    return cell_shape(lower->inf, body_cell(lower->inf, lower->body, value));
}

Shape *scalar_shape(Lower *lower, uint32_t scalars) {
    Cell *cell = cell_new(lower->inf, NULL);
    cell_add_scalars(lower->inf, cell, scalars, NULL, NULL);
    return cell_shape(lower->inf, cell);
}

Shape *single_con_shape(Lower *lower, Con *con) {
    Cell *cell = cell_new(lower->inf, NULL);
    cell_add_con(lower->inf, cell, con, NULL, NULL);
    return cell_shape(lower->inf, cell);
}

Shape *without_none(Lower *lower, Shape *shape) {
    return shape->scalars & S_NONE ? shape_with_scalars(lower->inf, shape, shape->scalars & ~(uint32_t)S_NONE) : shape;
}

/* ---- type records ------------------------------------------------------------------------------------------- */

ClassRecord *record_of(Lower *lower, Type *type, ClassInst *inst) {
    ClassRecord *record = map_get_ptr(&lower->records, type);
    if (record)
        return record;
    record = arena_alloc(lower->arena, sizeof *record);
    record->type = type;
    record->inst = inst;
    map_set_ptr(lower->arena, &lower->records, type, record);
    lower->record_list =
        arena_grow(lower->arena, lower->record_list, lower->record_count, &lower->record_capacity, sizeof record);
    lower->record_list[lower->record_count++] = record;
    return record;
}

static ClassRecord *record_with_slots(Lower *lower, const Type *type) {
    for (; type; type = type->super) {
        ClassRecord *record = map_get_ptr(&lower->records, type);
        if (record && (record->slot_count || type == lower->program->exception_base))
            return record;
    }
    return NULL;
}

Type *vtable_of(Lower *lower, Type *type) {
    if (!record_with_slots(lower, type))
        return NULL;
    if (!type->vtable)
        type->vtable = type_struct(lower->types,
                                   intern(lower->inf->names, arena_printf(lower->arena, "vtable of %s", type->name)));
    return type->vtable;
}

static void complete_vtable(Lower *lower, Type *type) {
    if (!type || !vtable_of(lower, type) || type->vtable->is_complete)
        return;
    if (type->super)
        complete_vtable(lower, type->super);
    ClassRecord *record = map_get_ptr(&lower->records, type);
    int slot_count = record ? record->slot_count : 0;
    Field *fields = arena_alloc(lower->arena, (size_t)(slot_count + 2) * sizeof *fields);
    int count = 0;
    for (int i = 0; type == lower->program->exception_base && i < 2; i++)
        fields[count++] = (Field){.name = intern(lower->inf->names, i ? "report_name" : "class_name"),
                                  .type = type_ptr(lower->types, lower->str_type)};
    for (int i = 0; i < slot_count; i++)
        fields[count++] =
            (Field){.name = record->slots[i].name, .type = type_ptr(lower->types, record->slots[i].func_type)};
    type_set_fields(lower->types, type->vtable, FLAVOUR_RAW, HINT_IMMUTABLE | HINT_VTABLE,
                    type->super ? type->super->vtable : NULL, fields, count);
}

static Graph *slot_target(const Slotting *slot, const Type *type) {
    for (int i = 0; i < slot->target_count; i++)
        if (slot->targets[i].type == type)
            return slot->targets[i].graph;
    return NULL;
}

static void set_text(Lower *lower, Data *data, const char *field, const char *text) {
    Data *string = string_data(lower, text, (uint32_t)strlen(text));
    data_set(lower->program, data, intern(lower->inf->names, field), (Const){.kind = CONST_DATA, .data = string});
}

/* The name of an exception's class as tracebacks show it. */
static const char *report_name(Lower *lower, const Type *type) {
    const ClassDef *def = map_get_ptr(&lower->exception_classes, type);
    if (!def || (def->is_library && !strncmp(def->module, "weft.core", 9)))
        return type->label;
    return strcmp(def->module, "__main__") ? class_display_name(lower, def) : def->site->name;
}

static void fill_record(Lower *lower, Type *type) {
    const char *name = arena_printf(lower->arena, "record of %s", type->name);
    Data *data = program_add_data(lower->program, intern(lower->inf->names, name), type->vtable, 0);
    type->vtable_data = data;
    if (type_is_substruct(type, lower->program->exception_base)) {
        set_text(lower, data, "class_name", type->label);
        set_text(lower, data, "report_name", report_name(lower, type));
    }
    for (const Type *at = type; at; at = at->super) {
        ClassRecord *record = map_get_ptr(&lower->records, at);
        for (int i = 0; record && i < record->slot_count; i++) {
            Graph *graph = slot_target(&record->slots[i], type);
            if (graph)
                data_set(lower->program, data, record->slots[i].name, (Const){.kind = CONST_GRAPH, .graph = graph});
        }
    }
}

const char *class_display_name(Lower *lower, const ClassDef *def) {
    return arena_printf(lower->arena, "%s.%s", def->module, def->site->name);
}

Value *emit_class_name(Lower *lower, Value *exception, const char *field) {
    Type *base = lower->program->exception_base;
    Value *self = emit(lower, OP_CAST, type_ptr(lower->types, base), exception, NULL, NULL);
    Value *vtable = emit(lower, OP_TYPE_OF, type_ptr(lower->types, vtable_of(lower, base)), self, NULL, NULL);
    return emit_getfield(lower, vtable, field, type_ptr(lower->types, lower->str_type));
}

void lower_finish_records(Lower *lower) {
    for (int i = 0; i < lower->record_count; i++)
        complete_vtable(lower, lower->record_list[i]->type);
    for (int i = 0; i < lower->record_count; i++)
        if (lower->record_list[i]->type->vtable)
            fill_record(lower, lower->record_list[i]->type);
}
