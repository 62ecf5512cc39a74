/* C text of types and constants.
 *
 * Structs are flattened: a class's C struct lists the fields of its supers first, so that a unit needs only the struct
 * it accesses. Where the layout of ir/type.c has padding that C would not make, it is written out.
 */
#include "backend_c/emit.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void backend_bug(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "weft: internal error in the C backend: ");
    vfprintf(stderr, format, args);
    fprintf(stderr, "\n");
    va_end(args);
    abort();
}

bool type_is_void(const Type *type) {
    return type->kind == TY_VOID;
}

bool type_is_narrow(const Type *type) {
    return type->kind != TY_I64 && type->kind >= TY_I8 && type->kind <= TY_U32;
}

/* ---- names ---- */

static const char *array_tag(Arena *arena, const Type *type) {
    return arena_printf(arena, "a_%s%s%s_%s", type->flavour == FLAVOUR_GC ? "gc" : "raw",
                        type->hints & HINT_IMMUTABLE ? "_const" : "", type->hints & HINT_NOLENGTH ? "_bare" : "",
                        name_encode(arena, type_text(arena, type->item)));
}

const char *type_tag(Backend *backend, const Type *type) {
    const char *tag = map_get_ptr(&backend->type_texts, type);
    if (tag)
        return tag;
    if (type->kind == TY_STRUCT)
        tag = arena_printf(backend->arena, "s_%s", name_encode(backend->arena, type->name));
    else
        tag = array_tag(backend->arena, type);
    map_set_ptr(backend->arena, &backend->type_texts, type, (void *)(uintptr_t)tag);
    return tag;
}

const char *type_id(Backend *backend, const Type *type) {
    return arena_printf(backend->arena, "ID_%s", type_tag(backend, type));
}

static const char *function_type(Backend *backend, Type *type) {
    Text text = {.arena = backend->arena};
    text_all(&text, "__typeof__(", type_c_text(backend, type->item), " (*)(", NULL);
    int written = 0;
    for (int i = 0; i < type->param_count; i++)
        if (!type_is_void(type->params[i]))
            text_all(&text, written++ ? ", " : "", type_c_text(backend, type->params[i]), NULL);
    text_add(&text, written ? "))" : "void))");
    return text_get(&text);
}

static const char *pointer_type(Backend *backend, Type *target) {
    if (target->kind == TY_FUNC)
        return function_type(backend, target);
    if (target->kind == TY_STRUCT || target->kind == TY_ARRAY)
        return arena_printf(backend->arena, "struct %s *", type_tag(backend, target));
    const char *text = type_is_void(target) ? "void" : type_c_text(backend, target);
    return arena_printf(backend->arena, "%s%s*", text, text[strlen(text) - 1] == '*' ? "" : " ");
}

static const char *simple_type(const Type *type) {
    static const char *const texts[] = {[TY_VOID] = "void",
                                        [TY_BOOL] = "bool",
                                        [TY_I8] = "int8_t",
                                        [TY_I16] = "int16_t",
                                        [TY_I32] = "int32_t",
                                        [TY_I64] = "int64_t",
                                        [TY_U8] = "uint8_t",
                                        [TY_U16] = "uint16_t",
                                        [TY_U32] = "uint32_t",
                                        [TY_U64] = "uint64_t",
                                        [TY_F32] = "float",
                                        [TY_F64] = "double",
                                        [TY_ADDRESS] = "weft_address",
                                        [TY_SCALAR] = "weft_scalar"};
    if (type->kind == TY_PY || type->kind >= TY_STRUCT)
        backend_bug("type without a C form");
    return texts[type->kind];
}

const char *type_c_text(Backend *backend, Type *type) {
    const char *text = map_get_ptr(&backend->type_texts, type);
    if (text)
        return text;
    text = type->kind == TY_PTR ? pointer_type(backend, type->item) : simple_type(type);
    map_set_ptr(backend->arena, &backend->type_texts, type, (void *)(uintptr_t)text);
    return text;
}

void c_declare(Text *text, const char *type, const char *name) {
    text_add(text, type);
    if (type[strlen(type) - 1] != '*')
        text_char(text, ' ');
    text_add(text, name);
}

/* ---- struct definitions ---- */

const char *field_name(Backend *backend, const char *name) {
    const char *known = map_get_ptr(&backend->field_names, name);
    if (known)
        return known;
    known = arena_printf(backend->arena, "f_%s", name_encode(backend->arena, name));
    map_set_ptr(backend->arena, &backend->field_names, name, (void *)(uintptr_t)known);
    return known;
}

typedef struct StructText {
    Backend *backend;
    Text text;
    uint32_t offset; /* where C would put a byte now */
} StructText;

static void write_field(StructText *out, const char *type, const char *name, uint32_t offset, uint32_t size,
                        uint32_t align) {
    uint32_t natural = (out->offset + align - 1) / align * align;
    if (natural < offset) {
        text_printf(&out->text, "    char pad_%u[%u];\n", out->offset, offset - out->offset);
        natural = offset;
    }
    if (natural != offset)
        backend_bug("field %s at offset %u cannot be laid out in C", name, offset);
    text_add(&out->text, "    ");
    c_declare(&out->text, type, name);
    text_add(&out->text, ";\n");
    out->offset = offset + size;
}

static void write_variable_part(StructText *out, const Type *type, Type *array) {
    if (!(array->hints & HINT_NOLENGTH))
        write_field(out, "int64_t", "length", type->length_offset, 8, 8);
    else if (!out->offset)
        text_add(&out->text, "    struct {\n    } none; /* C wants a member before a flexible array */\n");
    type_layout(array->item);
    write_field(out, type_c_text(out->backend, array->item), "items[]", type->items_offset, 0, array->item->align);
}

static void write_struct_fields(StructText *out, const Type *type) {
    if (type->super)
        write_struct_fields(out, type->super);
    for (int i = 0; i < type->field_count; i++) {
        const Field *field = &type->fields[i];
        if (field->type->kind == TY_ARRAY) {
            write_variable_part(out, type, field->type);
            continue;
        }
        type_layout(field->type);
        write_field(out, type_c_text(out->backend, field->type), field_name(out->backend, field->name), field->offset,
                    type_memory_size(field->type), field->type->align);
    }
}

const char *type_c_definition(Backend *backend, Type *type) {
    const char *known = map_get_ptr(&backend->struct_texts, type);
    if (known)
        return known;
    type_layout(type);
    StructText out = {backend, {.arena = backend->arena}, 0};
    text_all(&out.text, "struct ", type_tag(backend, type), " {\n", NULL);
    if (type->flavour == FLAVOUR_GC)
        write_field(&out, "weft_header", "header", 0, 8, 8);
    if (type->kind == TY_ARRAY)
        write_variable_part(&out, type, type);
    else
        write_struct_fields(&out, type);
    text_add(&out.text, "};\n");
    known = text_get(&out.text);
    map_set_ptr(backend->arena, &backend->struct_texts, type, (void *)(uintptr_t)known);
    return known;
}

/* ---- constants ---- */

void c_int(Text *text, int64_t value) {
    if (value == INT64_MIN) {
        text_add(text, "INT64_MIN");
    } else if (value > INT32_MAX || value < -INT32_MAX) {
        text_add(text, "INT64_C(");
        text_int(text, value);
        text_char(text, ')');
    } else {
        text_int(text, value);
    }
}

static void c_uint(Text *text, uint64_t value) {
    text_printf(text, "UINT64_C(%llu)", (unsigned long long)value);
}

static void c_float(Text *text, double value) {
    if (isnan(value))
        text_add(text, signbit(value) ? "-__builtin_nan(\"\")" : "__builtin_nan(\"\")");
    else if (isinf(value))
        text_add(text, value < 0 ? "-__builtin_inf()" : "__builtin_inf()");
    else
        text_printf(text, "%a", value);
}

static void c_scalar(Text *text, const Const *constant) {
    int64_t bits = constant->integer;
    if (constant->tag == SCALAR_FLOAT)
        memcpy(&bits, &constant->number, sizeof bits);
    else if (constant->tag == SCALAR_NONE)
        bits = 0;
    text_add(text, "(weft_scalar){");
    text_int(text, constant->tag);
    text_add(text, ", ");
    c_int(text, bits);
    text_char(text, '}');
}

/* Zero of any register type: what stands for a value that is never looked at. */
static void c_zero(Text *text, const Type *type) {
    if (type->kind == TY_SCALAR)
        text_add(text, "(weft_scalar){0, 0}");
    else if (type->kind == TY_PTR || type->kind == TY_ADDRESS)
        text_add(text, "NULL");
    else
        text_add(text, "0");
}

/* `expression`, converted where its own type is another one. */
static void c_converted(Unit *unit, Text *text, const char *expression, const Type *own, Type *type) {
    if (type->kind == TY_ADDRESS)
        text_all(text, "(weft_address)", expression, NULL);
    else if (type->kind == TY_PTR && type->item != own)
        text_all(text, "((", unit_type(unit, type), ")", expression, ")", NULL);
    else
        text_add(text, expression);
}

static void c_number(Text *text, const Const *constant, const Type *type) {
    if (type->kind == TY_U64) {
        c_uint(text, (uint64_t)constant->integer);
    } else if (type->kind == TY_ADDRESS) {
        text_add(text, "(weft_address)");
        c_uint(text, (uint64_t)constant->integer);
    } else {
        if (type_is_narrow(type)) /* it may have to be cut */
            text_all(text, "(", simple_type(type), ")", NULL);
        c_int(text, constant->integer);
    }
}

void c_constant(Unit *unit, Text *text, const Const *constant, Type *type) {
    switch (constant->kind) {
    case CONST_NULL:
        text_add(text, "NULL");
        return;
    case CONST_BOOL:
        text_add(text, constant->boolean ? "true" : "false");
        return;
    case CONST_INT:
        c_number(text, constant, type);
        return;
    case CONST_FLOAT:
        c_float(text, constant->number);
        return;
    case CONST_DATA:
        c_converted(unit, text, unit_data(unit, constant->data), constant->data->type, type);
        return;
    case CONST_GRAPH:
        c_converted(unit, text, unit_function(unit, constant->graph), constant->graph->type, type);
        return;
    case CONST_SCALAR:
        c_scalar(text, constant);
        return;
    case CONST_UNDEFINED:
        c_zero(text, type);
        return;
    case CONST_NONE:
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
        break;
    }
    backend_bug("a constant of kind %d has no C form", constant->kind);
}

void c_signature(Unit *unit, Text *text, const Graph *graph, const char *const *parameters) {
    const CGraph *info = graph->note;
    text_add(text, info->is_static ? "static " : "");
    /* Into what runs once, the C compiler may put hot functions that are called there only. */
    bool is_cold = info->never_returns || (graph->is_cold && !graph_runs_once(graph));
    text_add(text, is_cold ? "WEFT_COLD " : "");
    c_declare(text, unit_type(unit, graph->type->item), info->symbol);
    text_char(text, '(');
    int written = 0;
    for (int i = 0; i < graph->type->param_count; i++) {
        if (type_is_void(graph->type->params[i]))
            continue;
        text_add(text, written++ ? ", " : "");
        const char *type = unit_type(unit, graph->type->params[i]);
        if (parameters)
            c_declare(text, type, parameters[i]);
        else
            text_add(text, type);
    }
    text_add(text, written ? ")" : "void)");
}
