/* Verifying types, constants and data. */
#include "ir/verify.h"

#include <string.h>

/* ---- types ---- */

static bool is_memory_type(const Type *type) {
    return type->kind != TY_VOID && type->kind != TY_PY && type->kind != TY_FUNC && type->kind != TY_ARRAY;
}

/* Whether items of this type can stand one after the other. */
static bool is_item_type(const Type *type) {
    return is_memory_type(type) &&
           (type->kind != TY_STRUCT || (type->is_complete && !type_variable_part((Type *)type)));
}

static void check_field(Verifier *verifier, const Type *type, int at) {
    const Field *field = &type->fields[at];
    bool is_last_array = field->type->kind == TY_ARRAY && at == type->field_count - 1;
    const Type *stored = is_last_array ? field->type->item : field->type;
    if (!is_item_type(stored))
        verify_fail(verifier, 33, "field %s of struct %s cannot be of type %s", field->name, type->name,
                    verify_type_text(verifier, field->type));
    /* structs inlined by value must have been created before: so none contains itself */
    if (stored->kind == TY_STRUCT && (stored->index >= type->index || stored->flavour != FLAVOUR_RAW))
        verify_fail(verifier, 33, "field %s of struct %s inlines a later or a gc struct", field->name, type->name);
    if (type->super && type_field(type->super, field->name))
        verify_fail(verifier, 33, "field %s of struct %s hides one of its super", field->name, type->name);
}

static void check_struct(Verifier *verifier, const Type *type) {
    Type *super = type->super;
    if (super && (super->kind != TY_STRUCT || !super->is_complete || super->flavour != type->flavour))
        verify_fail(verifier, 33, "the super of struct %s is not a complete struct of its flavour", type->name);
    else if (super && type_variable_part(super))
        verify_fail(verifier, 33, "the super of struct %s is variable-sized", type->name);
    for (int i = 0; i < type->field_count; i++)
        check_field(verifier, type, i);
    if (type->vtable && (type->vtable->kind != TY_STRUCT || type->vtable->flavour != FLAVOUR_RAW))
        verify_fail(verifier, 33, "the type record of struct %s is not a raw struct", type->name);
    if (type->vtable_data && (!type->vtable || !type_is_substruct(type->vtable_data->type, type->vtable)))
        verify_fail(verifier, 33, "the type record of struct %s is of a wrong type", type->name);
}

void verify_types(Verifier *verifier) {
    const TypeTable *types = verifier->program->types;
    for (int i = 0; i < types->count && !verifier->message; i++) {
        const Type *type = types->all[i];
        if (type->kind == TY_STRUCT && type->is_complete)
            check_struct(verifier, type);
        else if (type->kind == TY_ARRAY && type->item->kind != TY_STRUCT && !is_item_type(type->item))
            verify_fail(verifier, 33, "no array can have items of type %s", verify_type_text(verifier, type->item));
    }
}

/* ---- constants ---- */

bool verify_callable_as(const Type *a, const Type *b) {
    if (a == b)
        return true;
    if (!a || !b || a->kind != b->kind)
        return false;
    if (a->kind == TY_PTR)
        return (a->item->kind == TY_FUNC) == (b->item->kind == TY_FUNC);
    if (a->kind != TY_FUNC || a->param_count != b->param_count || !verify_callable_as(a->item, b->item))
        return false;
    for (int i = 0; i < a->param_count; i++)
        if (a->params[i] != b->params[i] && (a->params[i]->kind != TY_PTR || b->params[i]->kind != TY_PTR))
            return false;
    return true;
}

static bool data_is_in(const Program *program, const Data *data) {
    return data && data->index < (uint32_t)program->data_count && program->data[data->index] == data;
}

static bool graph_is_in(const Program *program, const Graph *graph) {
    return graph && graph->index < (uint32_t)program->graph_count && program->graphs[graph->index] == graph;
}

static bool is_integer(const Type *type) {
    return type->kind >= TY_I8 && type->kind <= TY_U64;
}

/* Whether the constant can be of `type`, a register or memory type but py. */
static bool fits(const Verifier *verifier, const Const *constant, const Type *type) {
    switch (constant->kind) {
    case CONST_NONE:
        return type->kind == TY_VOID;
    case CONST_BOOL:
        return type->kind == TY_BOOL;
    case CONST_INT:
        return is_integer(type) || type->kind == TY_ADDRESS;
    case CONST_FLOAT:
        return type->kind == TY_F64 || type->kind == TY_F32;
    case CONST_SCALAR:
        return type->kind == TY_SCALAR;
    case CONST_NULL:
        return type->kind == TY_PTR;
    case CONST_DATA:
        return data_is_in(verifier->program, constant->data) &&
               (type->kind == TY_ADDRESS ||
                (type->kind == TY_PTR && type_is_substruct(constant->data->type, type->item)));
    case CONST_GRAPH:
        return type->kind == TY_PTR && graph_is_in(verifier->program, constant->graph) &&
               verify_callable_as(type->item, constant->graph->type);
    case CONST_UNDEFINED:
        return true;
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
        return false;
    }
    return false;
}

static bool fits_py(const Const *constant) {
    switch (constant->kind) {
    case CONST_NULL:
    case CONST_DATA:
    case CONST_GRAPH:
    case CONST_SCALAR:
        return false;
    case CONST_NONE:
    case CONST_BOOL:
    case CONST_INT:
    case CONST_BIGINT:
    case CONST_FLOAT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
    case CONST_UNDEFINED:
        return true;
    }
    return false;
}

static bool is_register_type(const Type *type) {
    if (type->kind == TY_PTR || type->kind == TY_ADDRESS || type->kind == TY_SCALAR)
        return true;
    return type->kind == TY_VOID || type->kind == TY_BOOL || type->kind == TY_I64 || type->kind == TY_U64 ||
           type->kind == TY_F64;
}

void verify_value(Verifier *verifier, const Value *value) {
    bool is_flow = verifier->program->stage == STAGE_FLOW;
    if (is_flow ? value->type->kind != TY_PY : !is_register_type(value->type))
        verify_fail(verifier, 36, "no value of this stage has type %s", verify_type_text(verifier, value->type));
    else if (value->is_const && !(is_flow ? fits_py(&value->constant) : fits(verifier, &value->constant, value->type)))
        verify_fail(verifier, 35, "a constant that does not fit its type %s, or points out of the program",
                    verify_type_text(verifier, value->type));
}

/* ---- data ---- */

/* Items that a constant stands for in the variable part: a run of bytes is several. */
static int64_t run_length(const Const *constant) {
    return constant->kind == CONST_BYTES ? constant->length : 1;
}

static bool fits_item(const Verifier *verifier, const Const *constant, const Type *item) {
    if (constant->kind == CONST_BYTES)
        return item->kind == TY_U8 || item->kind == TY_I8;
    return constant->kind != CONST_UNDEFINED && fits(verifier, constant, item);
}

static void check_item(Verifier *verifier, const Data *data, const DataItem *item, int64_t *used) {
    if (!item->field) {
        const Type *variable = type_variable_part(data->type);
        *used += run_length(&item->value);
        if (!variable || *used > data->length)
            verify_fail(verifier, 32, "data %s has more items than its length", data->name);
        else if (!fits_item(verifier, &item->value, variable->item))
            verify_fail(verifier, 32, "an item of data %s is not of type %s", data->name,
                        verify_type_text(verifier, variable->item));
        return;
    }
    const Field *field = data->type->kind == TY_STRUCT ? type_field(data->type, item->field) : NULL;
    if (!field)
        verify_fail(verifier, 32, "data %s has no field %s", data->name, item->field);
    else if (item->value.kind == CONST_UNDEFINED || !fits(verifier, &item->value, field->type))
        verify_fail(verifier, 32, "field %s of data %s cannot have this value", item->field, data->name);
}

void verify_data(Verifier *verifier, const Data *data) {
    Type *type = data->type;
    if (type->kind != TY_ARRAY && (type->kind != TY_STRUCT || !type->is_complete)) {
        verify_fail(verifier, 32, "data %s is of type %s", data->name, verify_type_text(verifier, type));
        return;
    }
    if (data->length < 0 || (data->length && !type_variable_part(type)))
        verify_fail(verifier, 32, "data %s has a wrong length", data->name);
    if (data->is_unset && (!data->is_mutable || type->flavour != FLAVOUR_RAW || data->item_count))
        verify_fail(verifier, 32, "data %s cannot be unset", data->name);
    int64_t used = 0;
    for (int i = 0; i < data->item_count; i++)
        check_item(verifier, data, &data->items[i], &used);
}
