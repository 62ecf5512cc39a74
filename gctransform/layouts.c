/* Layout records: what a collector knows of each type, as constant data of words that its code reads; and the table of
 * static memory that holds pointers. The words of a record are described in docs/collectors.md.
 */
#include "gctransform/weave.h"

enum { FLAG_POINTER_ITEMS = 1, FLAG_FINALIZER = 2, FLAG_NO_HEADER = 8, WORD = 8 };

static void append(Program *program, Data *data, Const value) {
    data->items = arena_grow(program->arena, data->items, data->item_count, &data->item_capacity, sizeof *data->items);
    data->items[data->item_count++] = (DataItem){.value = value};
    data->length = data->item_count;
}

static void append_word(Program *program, Data *data, int64_t word) {
    append(program, data, (Const){.kind = CONST_INT, .integer = word});
}

static Data *new_words(Program *program, const char *name, TypeKind item) {
    Type *type = type_array(program->types, FLAVOUR_RAW, type_simple(program->types, item), HINT_NOLENGTH);
    type_layout(type);
    return program_add_data(program, intern(program->names, name), type, 0);
}

/* ---- records ---- */

static int64_t flags_of(const Type *type, const Type *array) {
    bool has_finalizer = type->kind == TY_STRUCT && type->hints & HINT_FINALIZER;
    return (array && type_is_gc_ptr(array->item) ? FLAG_POINTER_ITEMS : 0) | (has_finalizer ? FLAG_FINALIZER : 0) |
           (type->flavour == FLAVOUR_GC ? 0 : FLAG_NO_HEADER);
}

/* Strings that grow in place have more memory than their length says: see `resize`. */
static int64_t room_offset(const Program *program, const Type *type, const Type *array) {
    const Field *room = type->kind == TY_STRUCT && array ? type_field(type, intern(program->names, "room")) : NULL;
    return room ? room->offset : 0;
}

static int pointer_fields(const Type *type, uint32_t *offsets) {
    int count = 0;
    for (const Type *part = type; part && part->kind == TY_STRUCT; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            if (type_is_gc_ptr(part->fields[i].type)) {
                if (offsets)
                    offsets[count] = part->fields[i].offset;
                count++;
            }
    return count;
}

static void append_pointers(Program *program, Data *data, const Type *type) {
    int count = pointer_fields(type, NULL);
    uint32_t *offsets = arena_alloc(program->arena, ((size_t)count + 1) * sizeof *offsets);
    pointer_fields(type, offsets);
    append_word(program, data, count);
    for (int i = count; i-- > 0;) /* bases come last: mostly in ascending order this way */
        append_word(program, data, offsets[i]);
}

static Data *make_record(Program *program, Type *type) {
    type_layout(type);
    const Type *array = type_variable_part(type);
    bool has_length = array && !(array->hints & HINT_NOLENGTH);
    Data *data =
        new_words(program, arena_printf(program->arena, "weft.gc.layout.%s", type_text(program->arena, type)), TY_I64);
    append_word(program, data, array ? type->items_offset : (type->size + WORD - 1) / WORD * WORD);
    append_word(program, data, has_length ? type_memory_size(array->item) : 0);
    append_word(program, data, has_length ? type->length_offset : 0);
    append_word(program, data, array ? type->items_offset : 0);
    append_word(program, data, flags_of(type, array));
    append_word(program, data, room_offset(program, type, array));
    append_pointers(program, data, type);
    return data;
}

static Data *record_of(Program *program, Type *type) {
    Data *known = program_find_layout(program, type);
    return known ? known : make_record(program, type);
}

static void record_graph(Program *program, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op_is_gc_malloc(op) || op_is_stack_alloc(op))
                record_of(program, op->type);
        }
}

/* ---- static roots ---- */

static Data *make_table(Program *program) {
    Data *table = new_words(program, "weft.gc.static_roots", TY_ADDRESS);
    int count = program->data_count;
    for (int i = 0; i < count; i++) {
        Data *data = program->data[i];
        if (data->type->flavour == FLAVOUR_GC)
            record_of(program, data->type);
        if (!data->is_mutable || !type_holds_pointers(data->type))
            continue;
        data->is_unset = false; /* the collector reads it before the program does */
        append(program, table, (Const){.kind = CONST_DATA, .data = data});
        append(program, table, (Const){.kind = CONST_DATA, .data = record_of(program, data->type)});
    }
    append(program, table, (Const){.kind = CONST_INT});
    return table;
}

static void point_to_table(Program *program, Data *table, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            Op *op = graph->blocks[i]->ops[j];
            if (op->code != OP_STATIC_ROOTS)
                continue;
            op->code = OP_PTR_TO_ADDR;
            op->args = arena_alloc(program->arena, sizeof *op->args);
            op->args[0] = const_data(program, table);
            op->arg_count = 1;
        }
}

void weave_layouts(const Weave *weave) {
    Program *program = weave->program;
    for (int i = 0; i < program->graph_count; i++)
        record_graph(program, program->graphs[i]);
    Data *table = make_table(program);
    for (int i = 0; i < program->graph_count; i++)
        point_to_table(program, table, program->graphs[i]);
}
