/* The group of type records, and the type ids.
 *
 * Every class has a record in one immutable object: a head (range of ids, sizes, name, the collector's layout record),
 * then its vtable if it has one.
 * A class's id is its record's offset in units of 8 bytes, in preorder of the classes: type_of is an addition,
 * is_instance a range test. The ids are constants of a header that only units with such ops include, by name: so no
 * unit's text changes when classes come and go.
 */
#include "backend_c/emit.h"

#include <stdlib.h>
#include <string.h>

enum { HEAD_SIZE = 32, UNIT_OF_ID = 8 };

static int by_preorder(const void *a, const void *b) {
    const Type *x = *(Type *const *)a, *y = *(Type *const *)b;
    return (x->class_first > y->class_first) - (x->class_first < y->class_first);
}

static int by_text(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_class(Backend *backend, Type *type) {
    backend->classes = arena_grow(backend->arena, backend->classes, backend->class_count, &backend->class_capacity,
                                  sizeof *backend->classes);
    backend->classes[backend->class_count++] = type;
}

void group_number(Backend *backend) {
    program_number_classes(backend->program);
    const TypeTable *types = backend->program->types;
    for (int i = 0; i < types->count; i++) {
        Type *type = types->all[i];
        if (type->kind != TY_STRUCT || type->flavour != FLAVOUR_GC || !type->is_complete)
            continue;
        add_class(backend, type);
        if (type->vtable_data)
            ((CData *)type->vtable_data->note)->record_of = type;
    }
    if (backend->class_count)
        qsort(backend->classes, (size_t)backend->class_count, sizeof *backend->classes, by_preorder);
    backend->struct_count = backend->class_count;
}

/* Arrays whose id some unit mentioned follow the classes, sorted by their text. */
static void add_arrays(Backend *backend) {
    qsort(backend->arrays, (size_t)backend->array_count, sizeof *backend->arrays, by_text);
    for (int i = 0; i < backend->array_count; i++)
        add_class(backend, map_get_ptr(&backend->array_types, backend->arrays[i]));
}

void group_need_array(Backend *backend, Type *type) {
    const char *text = intern(backend->program->names, type_text(backend->arena, type));
    if (map_get_ptr(&backend->array_types, text))
        return;
    map_set_ptr(backend->arena, &backend->array_types, text, type);
    backend->arrays = arena_grow(backend->arena, backend->arrays, backend->array_count, &backend->array_capacity,
                                 sizeof *backend->arrays);
    backend->arrays[backend->array_count++] = text;
}

/* ---- ids ---- */

static bool has_vtable(const Type *type) {
    return type->kind == TY_STRUCT && type->vtable_data;
}

static uint32_t record_size(const Type *type) {
    if (!has_vtable(type))
        return HEAD_SIZE;
    return HEAD_SIZE + (type_memory_size(type->vtable_data->type) + UNIT_OF_ID - 1) / UNIT_OF_ID * UNIT_OF_ID;
}

/* The id of each class, by its place in the group, and one more: of what would follow. Offset 0 is nobody's. */
static uint32_t *find_ids(Backend *backend) {
    uint32_t *ids = arena_alloc(backend->arena, ((size_t)backend->class_count + 1) * sizeof *ids);
    ids[0] = 1;
    for (int i = 0; i < backend->class_count; i++)
        ids[i + 1] = ids[i] + record_size(backend->classes[i]) / UNIT_OF_ID;
    return ids;
}

/* The place in the group of the last class that derives from the one at `at`. */
static int last_of(const Backend *backend, int at) {
    if (at >= backend->struct_count)
        return at;
    const Type *type = backend->classes[at];
    while (at + 1 < backend->struct_count && backend->classes[at + 1]->class_first <= type->class_last)
        at++;
    return at;
}

void group_emit_ids(Backend *backend) {
    add_arrays(backend);
    backend->ids = find_ids(backend);
    Text text = {.arena = backend->arena};
    text_add(&text, "/* Type ids: offsets of the classes' records in the group, in units of 8 bytes. */\n"
                    "extern const struct weft_group " C_GROUP ";\n");
    text_printf(&text, "#define WEFT_RECORD(id) ((const char *)&" C_GROUP " + %d * (uint64_t)(id) + %d)\n", UNIT_OF_ID,
                HEAD_SIZE);
    text_printf(&text, "#define WEFT_LAYOUT(id) (*(weft_address const *)(WEFT_RECORD(id) - 8))\n");
    text_add(&text, "enum {\n    LAST_ID_none,\n");
    for (int i = 0; i < backend->class_count; i++) {
        const char *id = type_id(backend, backend->classes[i]);
        text_printf(&text, "    %s = %u,\n    LAST_%s = %u,\n", id, backend->ids[i], id,
                    backend->ids[last_of(backend, i)]);
    }
    text_add(&text, "};\n");
    output_file(backend, C_IDS_FILE, &text, false);
}

/* ---- the group ---- */

static void write_layout(Unit *unit, const Type *type, int at) {
    text_add(&unit->code, "    struct {\n        struct weft_type_head head;\n");
    if (has_vtable(type))
        text_all(&unit->code, "        struct ", unit_struct(unit, type->vtable_data->type), " record;\n", NULL);
    text_printf(&unit->code, "    } r%d;\n", at);
}

static void write_layout_record(Unit *unit, const Type *type) {
    Data *layout = program_find_layout(unit->backend->program, type);
    if (layout)
        text_all(&unit->code, ", (weft_address)", unit_data(unit, layout), NULL);
    else
        text_add(&unit->code, ", NULL");
}

static void write_record(Unit *unit, Type *type, int at) {
    Backend *backend = unit->backend;
    const Type *array = type_variable_part(type);
    type_layout(type);
    const char *id = unit_id(unit, type);
    text_all(&unit->code, "    {{", id, ", LAST_", id, NULL);
    text_printf(&unit->code, ", %u, %u, ", type->size, array ? type_memory_size(array->item) : 0);
    const char *name = type->kind == TY_STRUCT ? type->name : type_text(backend->arena, type);
    text_literal(&unit->code, name, strlen(name));
    write_layout_record(unit, type);
    text_add(&unit->code, "}");
    if (has_vtable(type)) {
        text_add(&unit->code, ", ");
        data_initialiser(unit, &unit->code, type->vtable_data);
    }
    text_printf(&unit->code, "}, /* r%d */\n", at);
}

static void write_asserts(Unit *unit) {
    Backend *backend = unit->backend;
    for (int i = 0; i < backend->class_count; i++)
        text_printf(&unit->code, "_Static_assert(offsetof(struct weft_group, r%d) == %d * (size_t)%s, \"type id\");\n",
                    i, UNIT_OF_ID, unit_id(unit, backend->classes[i]));
}

void group_emit(Backend *backend, Unit *unit) {
    text_add(&unit->code, "\nstruct weft_type_head {\n    uint32_t first, last, size, item_size;\n"
                          "    const char *name;\n    weft_address layout; /* for the collector */\n};\n\nstruct "
                          "weft_group {\n    uint64_t none;\n");
    for (int i = 0; i < backend->class_count; i++)
        write_layout(unit, backend->classes[i], i);
    text_add(&unit->code, "};\n");
    write_asserts(unit);
    unit->uses_ids = true;
    text_add(&unit->code, "\nconst struct weft_group " C_GROUP " = {\n    0,\n");
    for (int i = 0; i < backend->class_count; i++)
        write_record(unit, backend->classes[i], i);
    text_add(&unit->code, "};\n");
}

/* ---- layout ---- */

static void assert_offset(Unit *unit, const char *tag, const char *field, uint32_t offset) {
    text_printf(&unit->code, "_Static_assert(offsetof(struct %s, %s) == %u, \"layout\");\n", tag, field, offset);
}

static void assert_variable_part(Unit *unit, const char *tag, const Type *type, const Type *array) {
    if (!(array->hints & HINT_NOLENGTH))
        assert_offset(unit, tag, "length", type->length_offset);
    assert_offset(unit, tag, "items", type->items_offset);
}

static void assert_fields(Unit *unit, const char *tag, const Type *type) {
    if (type->super)
        assert_fields(unit, tag, type->super);
    for (int i = 0; i < type->field_count; i++)
        if (type->fields[i].type->kind != TY_ARRAY)
            assert_offset(unit, tag, field_name(unit->backend, type->fields[i].name), type->fields[i].offset);
}

void layout_emit(Backend *backend, Unit *unit) {
    text_char(&unit->code, '\n');
    for (int i = 0; i < backend->laid_out_count; i++) {
        Type *type = backend->laid_out[i], *array = type_variable_part(type);
        const char *tag = unit_struct(unit, type);
        assert_fields(unit, tag, type);
        if (array)
            assert_variable_part(unit, tag, type, array);
        else
            text_printf(&unit->code, "_Static_assert(sizeof(struct %s) == %u, \"layout\");\n", tag, type->size);
    }
}
