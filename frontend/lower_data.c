/* Prebuilt data: string constants (named by content) and the static variables of modules, classes and defaults. */
#include "frontend/lower_internal.h"

#include <string.h>

/* ---- strings: narrowest fixed width, as CPython's compact form ------------------------------------ */

static uint32_t decode(const unsigned char **at) {
    uint32_t c = *(*at)++;
    int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    if (more)
        c &= 0x3fu >> more;
    for (; more; more--)
        c = c << 6 | (*(*at)++ & 0x3fu);
    return c;
}

static int narrowest_shift(const char *text, uint32_t length) {
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    int shift = 0;
    while (at < end) {
        uint32_t c = decode(&at);
        int need = c > 0xffff ? 2 : c > 0xff ? 1 : 0;
        shift = need > shift ? need : shift;
    }
    return shift;
}

static uint32_t widen(char *out, const char *text, uint32_t length, int shift) {
    const unsigned char *at = (const unsigned char *)text, *end = at + length;
    uint32_t size = 0;
    while (at < end) {
        uint32_t c = decode(&at);
        for (int i = 0; i < 1 << shift; i++)
            out[size++] = (char)(c >> 8 * i);
    }
    return size;
}

/* A str object with these characters, `shift` wide. */
static Data *text_data(Lower *lower, const char *name, const char *chars, uint32_t size, int shift) {
    Data *data = program_add_data(lower->program, name, lower->str_type, size);
    data->is_mutable = true; /* the hash is filled in when first asked for */
    data->has_fixed_items = true;
    if (shift)
        data_set(lower->program, data, intern(lower->inf->names, "shift"),
                 (Const){.kind = CONST_INT, .integer = shift});
    if (size)
        data_set(lower->program, data, NULL, (Const){.kind = CONST_BYTES, .text = chars, .length = size});
    return data;
}

static const char *content_name(Lower *lower, const char *kind, const char *text, uint32_t length) {
    uint64_t hash = hash_bytes(HASH_SEED, text, length);
    return intern(lower->inf->names,
                  arena_printf(lower->arena, "%s %016llx %u", kind, (unsigned long long)hash, length));
}

Data *string_data(Lower *lower, const char *text, uint32_t length) {
    const char *name = content_name(lower, "str", text, length);
    Data *data = program_find_data(lower->program, name);
    if (data)
        return data;
    int shift = narrowest_shift(text, length);
    char *wide = arena_alloc(lower->program->arena, (size_t)length * 4 + 1);
    return text_data(lower, name, wide, widen(wide, text, length, shift), shift);
}

Data *bytes_data(Lower *lower, const char *text, uint32_t length) {
    const char *name = content_name(lower, "bytes", text, length);
    Data *data = program_find_data(lower->program, name);
    if (data)
        return data;
    char *chars = arena_alloc(lower->program->arena, (size_t)length + 1);
    memcpy(chars, text, length);
    Data *inner = text_data(lower, content_name(lower, "text of bytes", text, length), chars, length, 0);
    ClassDef *def = class_find_builtin(lower->inf, "bytes");
    data = program_add_data(lower->program, name, inst_type(lower, inst_plain(lower->inf, def)), 0);
    data_set(lower->program, data, intern(lower->inf->names, "_text"), (Const){.kind = CONST_DATA, .data = inner});
    data_set(lower->program, data, intern(lower->inf->names, "_length"), (Const){.kind = CONST_INT, .integer = length});
    return data;
}

Data *ellipsis_data(Lower *lower) {
    const char *name = intern(lower->inf->names, "Ellipsis");
    Data *data = program_find_data(lower->program, name);
    ClassDef *def = class_find_builtin(lower->inf, "_ellipsis");
    return data ? data : program_add_data(lower->program, name, inst_type(lower, inst_plain(lower->inf, def)), 0);
}

Value *string_value(Lower *lower, const char *text) {
    return const_data(lower->program, string_data(lower, text, (uint32_t)strlen(text)));
}

Value *empty_array(Lower *lower, Type *type) {
    const char *name = arena_printf(lower->arena, "no items of %s", type_text(lower->arena, type->item));
    Data *data = program_find_data(lower->program, intern(lower->inf->names, name));
    if (!data)
        data = program_add_data(lower->program, intern(lower->inf->names, name), type, 0);
    return const_data(lower->program, data);
}

Value *latin1_table(Lower *lower) {
    const char *name = intern(lower->inf->names, "strings of one character");
    Data *table = program_find_data(lower->program, name);
    if (table)
        return const_data(lower->program, table);
    Type *item = type_ptr(lower->types, lower->str_type);
    table = program_add_data(lower->program, name, type_array(lower->types, FLAVOUR_GC, item, 0), 256);
    table->has_fixed_items = true;
    for (int c = 0; c < 256; c++) {
        char text[2] = {(char)(c < 0x80 ? c : 0xc0 | c >> 6), (char)(0x80 | (c & 0x3f))};
        Data *data = string_data(lower, text, c < 0x80 ? 1 : 2);
        data_set(lower->program, table, NULL, (Const){.kind = CONST_DATA, .data = data});
    }
    return const_data(lower->program, table);
}

/* ---- static variables ---------------------------------------------------------------------------------- */

/* One mutable raw struct for each variable: what is never used is dropped singly, and a new one changes no other. */
static StaticVar static_var(Lower *lower, const char *owner, const char *name, Cell *cell) {
    StaticVar var = {.shape = cell_shape(lower->inf, cell)};
    var.type = shape_type(lower, var.shape);
    if (!memory_type(lower, var.type))
        return var;
    const char *full = intern(lower->inf->names, arena_printf(lower->arena, "%s.%s", owner, name));
    var.field = intern(lower->inf->names, "value");
    var.data = program_find_data(lower->program, full);
    if (var.data)
        return var;
    Type *type = type_struct(lower->types, intern(lower->inf->names, arena_printf(lower->arena, "variable %s", full)));
    Field field = {.name = var.field, .type = var.type};
    type_set_fields(lower->types, type, FLAVOUR_RAW, 0, NULL, &field, 1);
    var.data = program_add_data(lower->program, full, type, 0);
    var.data->is_mutable = var.data->is_unset = true; /* reads that may come too early have a check (infer_bound.c) */
    return var;
}

StaticVar static_module_var(Lower *lower, const char *module, const char *name) {
    return static_var(lower, module, name, module_var(lower->inf, infer_module(lower->inf, module), name));
}

StaticVar static_class_var(Lower *lower, ClassDef *def, const char *name) {
    return static_var(lower, arena_printf(lower->arena, "%s:class", def->full_name), name,
                      class_member(lower->inf, def, name, true)->cell);
}

StaticVar static_default(Lower *lower, FuncDef *func, int index) {
    return static_var(lower, arena_printf(lower->arena, "%s:default", func->graph->name),
                      arena_printf(lower->arena, "%d", index), func->defaults[index]);
}

Value *static_flag_data(Lower *lower, const char *name) {
    const char *full = intern(lower->inf->names, name);
    Data *data = program_find_data(lower->program, full);
    if (!data) {
        Type *type = type_struct(lower->types, intern(lower->inf->names, "static flag"));
        Field field = {.name = intern(lower->inf->names, "value"), .type = ty(lower, TY_BOOL)};
        if (!type->is_complete)
            type_set_fields(lower->types, type, FLAVOUR_RAW, 0, NULL, &field, 1);
        data = program_add_data(lower->program, full, type, 0);
        data->is_mutable = true;
    }
    return const_data(lower->program, data);
}

Typed load_static(Lower *lower, StaticVar var) {
    if (!var.data)
        return typed(const_void(lower->program), var.shape);
    return typed(emit_getfield(lower, const_data(lower->program, var.data), var.field, var.type), var.shape);
}

void store_static(Lower *lower, StaticVar var, Typed value) {
    if (var.data)
        emit_setfield(lower, const_data(lower->program, var.data), var.field, convert(lower, value, var.shape));
}
