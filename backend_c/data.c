/* Prebuilt objects as C initialisers, and the units that hold them. */
#include "backend_c/emit.h"

#include <stdlib.h>
#include <string.h>

enum { ITEMS_A_LINE = 16 };

static bool is_text(const Data *data, const DataItem *item) {
    return item->value.kind == CONST_BYTES && !item->field && (int64_t)item->value.length == data->length;
}

/* Bytes one by one, for runs beside other items. */
static int64_t write_bytes(Text *text, const Const *bytes, int64_t written) {
    for (uint32_t i = 0; i < bytes->length; i++, written++)
        text_printf(text, "%s%d",
                    written % ITEMS_A_LINE ? ", "
                    : written              ? ",\n        "
                                           : "",
                    (unsigned char)bytes->text[i]);
    return written;
}

static int64_t write_item(Unit *unit, Text *text, const Const *value, Type *type, int64_t written) {
    if (value->kind == CONST_BYTES)
        return write_bytes(text, value, written);
    text_add(text, written % ITEMS_A_LINE ? ", " : written ? ",\n        " : "");
    c_constant(unit, text, value, type);
    return written + 1;
}

static void write_items(Unit *unit, Text *text, const Data *data, Type *item_type) {
    int64_t written = 0;
    text_add(text, ".items = {");
    for (int i = 0; i < data->item_count; i++)
        if (!data->items[i].field)
            written = write_item(unit, text, &data->items[i].value, item_type, written);
    if (written < data->length) { /* the rest is zero */
        text_printf(text, "%s[%lld] = ", written ? ", " : "", (long long)data->length - 1);
        c_constant(unit, text, &(Const){.kind = CONST_UNDEFINED}, item_type);
    }
    text_char(text, '}');
}

static const DataItem *whole_text(const Data *data) {
    for (int i = 0; i < data->item_count; i++)
        if (is_text(data, &data->items[i]))
            return &data->items[i];
    return NULL;
}

static void write_variable_part(Unit *unit, Text *text, const Data *data, const Type *array, const char *separator) {
    if (!(array->hints & HINT_NOLENGTH)) {
        text_printf(text, "%s.length = %lld", separator, (long long)data->length);
        separator = ", ";
    }
    if (!data->length)
        return;
    text_add(text, separator);
    const DataItem *bytes = whole_text(data);
    if (bytes) {
        text_add(text, ".items = ");
        text_literal(text, bytes->value.text, bytes->value.length);
    } else {
        write_items(unit, text, data, array->item);
    }
}

static void write_field(Unit *unit, Text *text, const Data *data, const DataItem *item) {
    const Field *field = type_field(data->type, item->field);
    if (!field)
        backend_bug("no field %s in data %s", item->field, data->name);
    text_all(text, ".", field_name(unit->backend, field->name), " = ", NULL);
    c_constant(unit, text, &item->value, field->type);
}

void data_initialiser(Unit *unit, Text *text, const Data *data) {
    const char *separator = "";
    text_char(text, '{');
    if (data->type->flavour == FLAVOUR_GC) {
        text_all(text, ".header = ", unit_id(unit, data->type), " | WEFT_IMMORTAL", NULL);
        separator = ", ";
    }
    for (int i = 0; i < data->item_count; i++) {
        if (!data->items[i].field)
            continue;
        text_add(text, separator);
        write_field(unit, text, data, &data->items[i]);
        separator = ", ";
    }
    Type *array = type_variable_part(data->type);
    if (array)
        write_variable_part(unit, text, data, array, separator);
    text_char(text, '}');
}

static void write_data(Unit *unit, Data *data) {
    const CData *info = data->note;
    unit_data(unit, data);
    text_all(&unit->code, "struct ", unit_struct(unit, data->type), " ", info->symbol, " = ", NULL);
    data_initialiser(unit, &unit->code, data);
    text_add(&unit->code, ";\n");
}

static int by_name(const void *a, const void *b) {
    return strcmp((*(Data *const *)a)->name, (*(Data *const *)b)->name);
}

/* All data but the records of the group, sorted by name. */
static Data **sorted_data(Backend *backend, int *count) {
    const Program *program = backend->program;
    Data **sorted = arena_alloc(backend->arena, ((size_t)program->data_count + 1) * sizeof *sorted);
    *count = 0;
    for (int i = 0; i < program->data_count; i++)
        if (!((CData *)program->data[i]->note)->record_of)
            sorted[(*count)++] = program->data[i];
    qsort(sorted, (size_t)*count, sizeof *sorted, by_name);
    return sorted;
}

void data_emit_units(Backend *backend) {
    int count;
    Data **sorted = sorted_data(backend, &count);
    Chunker chunker = {.target = backend->options->unit_cost};
    Unit *unit = NULL;
    for (int i = 0; i < count; i++) {
        if (chunk_begins(&chunker, sorted[i]->name, 1 + sorted[i]->item_count / 4)) {
            if (unit)
                unit_finish(unit);
            unit = unit_new(backend, unit_file(backend, "data", sorted[i]->name), -1);
        }
        write_data(unit, sorted[i]);
    }
    if (unit)
        unit_finish(unit);
}
