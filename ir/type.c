/* The type table: hash-consing of composite types, nominal structs, layout, and type text. */
#include "ir/type.h"
#include "ir/text.h"

#include <assert.h>
#include <string.h>

enum { HEADER_SIZE = 8, POINTER_SIZE = 8, LENGTH_SIZE = 8, MANY_FIELDS = 8 };

static const struct {
    const char *text;
    uint32_t size;
} simple_types[] = {
#define TYPE(kind, text, size) {text, size},
#include "ir/type.def"
#undef TYPE
};

/* ---- the table ---- */

static Type *add_type(TypeTable *table, TypeKind kind) {
    Type *type = arena_alloc(table->arena, sizeof *type);
    type->kind = kind;
    type->index = (uint32_t)table->count;
    table->all = arena_grow(table->arena, table->all, table->count, &table->capacity, sizeof *table->all);
    table->all[table->count++] = type;
    return type;
}

TypeTable *type_table_new(Arena *arena, Interner *names) {
    TypeTable *table = arena_alloc(arena, sizeof *table);
    table->arena = arena;
    table->names = names;
    for (int kind = 0; kind < TY_STRUCT; kind++) /* so that all[kind] is the simple type */
        add_type(table, (TypeKind)kind);
    return table;
}

Type *type_simple(TypeTable *table, TypeKind kind) {
    assert(kind < TY_STRUCT);
    return table->all[kind];
}

static uint64_t composite_hash(const Type *type) {
    uint64_t hash = hash_u64(HASH_SEED, (uint64_t)type->kind << 32 | type->hints << 1 | type->flavour);
    hash = hash_u64(hash, type->item->index);
    for (int i = 0; i < type->param_count; i++)
        hash = hash_u64(hash, type->params[i]->index);
    return hash;
}

static bool composite_equal(const Type *a, const Type *b) {
    if (a->kind != b->kind || a->flavour != b->flavour || a->hints != b->hints || a->item != b->item)
        return false;
    return a->param_count == b->param_count &&
           (!a->param_count || !memcmp(a->params, b->params, (size_t)a->param_count * sizeof *a->params));
}

/* The canonical type equal to `wanted`. Colliding hashes are told apart by hashing on. */
static Type *find_or_add(TypeTable *table, const Type *wanted) {
    uint64_t hash = composite_hash(wanted);
    for (uint64_t *slot; (slot = map_find(&table->composite, hash)); hash = hash_u64(hash, 1)) {
        Type *found = (Type *)(uintptr_t)*slot;
        if (composite_equal(found, wanted))
            return found;
    }
    Type *type = add_type(table, wanted->kind);
    uint32_t index = type->index;
    *type = *wanted;
    type->index = index;
    if (wanted->param_count) {
        type->params = arena_alloc(table->arena, (size_t)wanted->param_count * sizeof *type->params);
        memcpy(type->params, wanted->params, (size_t)wanted->param_count * sizeof *type->params);
    }
    *map_put(table->arena, &table->composite, hash) = (uint64_t)(uintptr_t)type;
    return type;
}

Type *type_ptr(TypeTable *table, Type *target) {
    Type wanted = {.kind = TY_PTR, .item = target};
    return find_or_add(table, &wanted);
}

Type *type_array(TypeTable *table, Flavour flavour, Type *item, uint32_t hints) {
    Type wanted = {.kind = TY_ARRAY, .flavour = flavour, .hints = hints, .item = item};
    return find_or_add(table, &wanted);
}

Type *type_func(TypeTable *table, Type *result, Type *const *params, int count) {
    Type wanted = {.kind = TY_FUNC, .item = result, .params = (Type **)params, .param_count = count};
    return find_or_add(table, &wanted);
}

/* ---- structs ---- */

Type *type_find_struct(const TypeTable *table, const char *name) {
    return map_get_ptr(&table->structs, intern(table->names, name));
}

Type *type_struct(TypeTable *table, const char *name) {
    const char *interned = intern(table->names, name);
    Type *type = map_get_ptr(&table->structs, interned);
    if (type)
        return type;
    type = add_type(table, TY_STRUCT);
    type->name = interned;
    map_set_ptr(table->arena, &table->structs, interned, type);
    return type;
}

void type_set_fields(TypeTable *table, Type *type, Flavour flavour, uint32_t hints, Type *super, const Field *fields,
                     int count) {
    assert(type->kind == TY_STRUCT && !type->is_complete);
    type->flavour = flavour;
    type->hints = hints;
    type->super = super;
    type->field_count = count;
    type->is_complete = true;
    type->fields = arena_alloc(table->arena, (size_t)count * sizeof *type->fields);
    for (int i = 0; i < count; i++) {
        type->fields[i] = (Field){intern(table->names, fields[i].name), fields[i].type, 0, fields[i].is_final};
        if (count > MANY_FIELDS)
            *map_put(table->arena, &type->field_numbers, (uint64_t)(uintptr_t)type->fields[i].name) = (uint64_t)i;
    }
}

void type_add_fields(TypeTable *table, Type *type, const Field *fields, int count) {
    int old = type->field_count;
    Field *all = arena_alloc(table->arena, (size_t)(old + count) * sizeof *all);
    for (int i = 0; i < old + count; i++)
        all[i] = i < old ? type->fields[i] : fields[i - old];
    type->is_complete = type->laid_out = false;
    type_set_fields(table, type, type->flavour, type->hints, type->super, all, old + count);
}

void type_keep_fields(TypeTable *table, Type *type, const bool *is_kept) {
    int count = 0;
    assert(!type->laid_out);
    for (int i = 0; i < type->field_count; i++)
        if (is_kept[i])
            type->fields[count++] = type->fields[i];
    type->is_complete = false;
    type->field_numbers = (Map){0};
    type_set_fields(table, type, type->flavour, type->hints, type->super, type->fields, count);
}

static const Field *own_field(const Type *type, const char *name) {
    if (type->field_count > MANY_FIELDS) {
        uint64_t *slot = map_find(&type->field_numbers, (uint64_t)(uintptr_t)name);
        return slot ? &type->fields[*slot] : NULL;
    }
    for (int i = 0; i < type->field_count; i++)
        if (type->fields[i].name == name)
            return &type->fields[i];
    return NULL;
}

const Field *type_field(const Type *type, const char *name) {
    for (; type; type = type->super) {
        const Field *field = own_field(type, name);
        if (field)
            return field;
    }
    return NULL;
}

Type *type_variable_part(Type *type) {
    if (type->kind == TY_ARRAY)
        return type;
    if (type->kind != TY_STRUCT || !type->field_count)
        return NULL;
    Type *last = type->fields[type->field_count - 1].type;
    return last->kind == TY_ARRAY ? last : NULL;
}

bool type_is_substruct(const Type *type, const Type *base) {
    while (type && type != base)
        type = type->super;
    return type != NULL;
}

bool type_is_gc_ptr(const Type *type) {
    return type->kind == TY_PTR && (type->item->kind == TY_STRUCT || type->item->kind == TY_ARRAY) &&
           type->item->flavour == FLAVOUR_GC;
}

static bool fields_hold_pointers(const Type *type) {
    for (const Type *part = type; part; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            if (type_holds_pointers(part->fields[i].type))
                return true;
    return false;
}

bool type_holds_pointers(const Type *type) {
    if (type->kind == TY_STRUCT)
        return fields_hold_pointers(type);
    if (type->kind == TY_ARRAY)
        return type_holds_pointers(type->item);
    return type_is_gc_ptr(type);
}

/* ---- layout ---- */

static uint32_t round_up(uint32_t value, uint32_t align) {
    return (value + align - 1) / align * align;
}

uint32_t type_memory_size(const Type *type) {
    if (type->kind < TY_STRUCT)
        return simple_types[type->kind].size;
    if (type->kind == TY_PTR)
        return POINTER_SIZE;
    type_layout((Type *)type);
    return type->size;
}

static uint32_t memory_align(Type *type) {
    type_layout(type);
    return type->align;
}

/* Places length word and items from `offset` on; `size` ends up as the offset of the first item. */
static void layout_variable_part(Type *type, const Type *array, uint32_t offset) {
    uint32_t item_align = memory_align(array->item);
    if (!(array->hints & HINT_NOLENGTH)) {
        type->length_offset = round_up(offset, LENGTH_SIZE);
        offset = type->length_offset + LENGTH_SIZE;
        if (type->align < LENGTH_SIZE)
            type->align = LENGTH_SIZE;
    }
    if (type->align < item_align)
        type->align = item_align;
    type->items_offset = round_up(offset, item_align);
    type->size = type->items_offset;
}

static void layout_struct(Type *type) {
    uint32_t offset = type->flavour == FLAVOUR_GC ? HEADER_SIZE : 0;
    type->align = type->flavour == FLAVOUR_GC ? HEADER_SIZE : 1;
    if (type->super) {
        type_layout(type->super);
        offset = type->super->size;
        type->align = type->super->align;
    }
    for (int i = 0; i < type->field_count; i++) {
        Field *field = &type->fields[i];
        if (field->type->kind == TY_ARRAY) {
            layout_variable_part(type, field->type, offset);
            field->offset = type->items_offset;
            return;
        }
        uint32_t align = memory_align(field->type);
        if (type->align < align)
            type->align = align;
        field->offset = round_up(offset, align);
        offset = field->offset + type_memory_size(field->type);
    }
    type->size = round_up(offset, type->align);
}

static void layout_array(Type *type) {
    bool is_gc = type->flavour == FLAVOUR_GC;
    type->align = is_gc ? HEADER_SIZE : 1;
    layout_variable_part(type, type, is_gc ? HEADER_SIZE : 0);
}

static void layout_word(Type *type) {
    type->size = type->kind < TY_STRUCT ? simple_types[type->kind].size : POINTER_SIZE;
    type->align = !type->size ? 1 : type->size > POINTER_SIZE ? POINTER_SIZE : type->size;
}

void type_layout(Type *type) {
    if (type->laid_out)
        return;
    type->laid_out = true; /* first, so that a type that contains itself ends; the verifier rejects it */
    if (type->kind == TY_STRUCT)
        layout_struct(type);
    else if (type->kind == TY_ARRAY)
        layout_array(type);
    else
        layout_word(type);
}

Type *type_register(TypeTable *table, Type *type) {
    if (type->kind >= TY_I8 && type->kind <= TY_U32)
        return type_simple(table, TY_I64);
    if (type->kind == TY_F32)
        return type_simple(table, TY_F64);
    return type;
}

/* ---- text ---- */

static const char *hints_text(Arena *arena, uint32_t hints) {
    const char *text = "";
    for (int i = 0; i < HINT_COUNT; i++)
        if (hints & 1u << i)
            text = arena_printf(arena, "%s, %s", text, hint_text[i]);
    return text;
}

static const char *array_text(Arena *arena, const Type *type) {
    return arena_printf(arena, "array(%s, %s%s)", type->flavour == FLAVOUR_GC ? "gc" : "raw",
                        type_text(arena, type->item), hints_text(arena, type->hints));
}

static const char *func_text(Arena *arena, const Type *type) {
    const char *text = "func(";
    for (int i = 0; i < type->param_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : "", type_text(arena, type->params[i]));
    return arena_printf(arena, "%s) -> %s", text, type_text(arena, type->item));
}

const char *type_text(Arena *arena, const Type *type) {
    if (type->kind < TY_STRUCT)
        return simple_types[type->kind].text;
    if (type->kind == TY_STRUCT)
        return text_is_struct_word(type->name) ? type->name : text_quoted(arena, type->name, strlen(type->name), false);
    if (type->kind == TY_ARRAY)
        return array_text(arena, type);
    if (type->kind == TY_FUNC)
        return func_text(arena, type);
    return arena_printf(arena, "ptr(%s)", type_text(arena, type->item));
}

bool types_have_finalizers(const TypeTable *types) {
    for (int i = 0; i < types->count; i++)
        if (types->all[i]->kind == TY_STRUCT && types->all[i]->hints & HINT_FINALIZER)
            return true;
    return false;
}
