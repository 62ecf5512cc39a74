/* Units: what one C file defines, and the declarations it needs for that. */
#include "backend_c/emit.h"

#include <string.h>

Unit *unit_new(Backend *backend, const char *name, int index) {
    Unit *unit = arena_alloc(backend->arena, sizeof *unit);
    unit->backend = backend;
    unit->name = name;
    unit->index = index;
    unit->forwards.arena = unit->structs.arena = unit->declarations.arena = unit->code.arena = backend->arena;
    return unit;
}

const char *unit_file(Backend *backend, const char *kind, const char *first) {
    const char *readable = name_local(backend->arena, first);
    return arena_printf(backend->arena, "%s_%s_%08x.c", kind, readable, (unsigned)hash_text(HASH_SEED, first));
}

void output_file(Backend *backend, const char *name, const Text *text, bool is_unit) {
    COutput *output = backend->output;
    output->files = arena_grow(backend->arena, output->files, output->count, &output->capacity, sizeof *output->files);
    output->files[output->count++] = (CFile){name, text_get(text), text->length, is_unit};
}

void unit_finish(Unit *unit) {
    Text file = {.arena = unit->backend->arena};
    text_add(&file, "#include \"" C_HEADER_FILE "\"\n");
    if (unit->uses_ids)
        text_add(&file, "#include \"" C_IDS_FILE "\"\n");
    const Text *parts[] = {&unit->forwards, &unit->structs, &unit->declarations, &unit->code};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i]->length && *text_get(parts[i]) != '\n')
            text_char(&file, '\n');
        text_add_n(&file, text_get(parts[i]), parts[i]->length);
    }
    output_file(unit->backend, unit->name, &file, true);
}

/* Whether `thing` is new to this set. */
static bool first_time(Unit *unit, Map *set, const void *thing) {
    uint64_t *slot = map_put(unit->backend->arena, set, (uint64_t)(uintptr_t)thing);
    return !(*slot)++;
}

/* Declares the structs that the C text of `type` names. */
static void mention(Unit *unit, Type *type) {
    if (type->kind < TY_STRUCT || !first_time(unit, &unit->mentioned, type))
        return;
    if (type->kind == TY_PTR) {
        mention(unit, type->item);
    } else if (type->kind == TY_FUNC) {
        mention(unit, type->item);
        for (int i = 0; i < type->param_count; i++)
            mention(unit, type->params[i]);
    } else {
        text_all(&unit->forwards, "struct ", type_tag(unit->backend, type), ";\n", NULL);
    }
}

const char *unit_type(Unit *unit, Type *type) {
    mention(unit, type);
    return type_c_text(unit->backend, type);
}

static void mention_fields(Unit *unit, Type *type) {
    if (type->kind == TY_ARRAY) {
        mention(unit, type->item);
        return;
    }
    if (type->super)
        mention_fields(unit, type->super);
    for (int i = 0; i < type->field_count; i++)
        mention(unit, type->fields[i].type->kind == TY_ARRAY ? type->fields[i].type->item : type->fields[i].type);
}

static void note_layout(Backend *backend, Type *type) {
    uint64_t *slot = map_put(backend->arena, &backend->layouts, (uint64_t)(uintptr_t)type);
    if ((*slot)++)
        return;
    backend->laid_out = arena_grow(backend->arena, backend->laid_out, backend->laid_out_count,
                                   &backend->laid_out_capacity, sizeof *backend->laid_out);
    backend->laid_out[backend->laid_out_count++] = type;
}

const char *unit_struct(Unit *unit, Type *type) {
    if (first_time(unit, &unit->completed, type)) {
        mention(unit, type);
        mention_fields(unit, type);
        text_add(&unit->structs, type_c_definition(unit->backend, type));
        note_layout(unit->backend, type);
    }
    return type_tag(unit->backend, type);
}

const char *unit_function(Unit *unit, Graph *graph) {
    if (first_time(unit, &unit->declared, graph)) {
        c_signature(unit, &unit->declarations, graph, NULL);
        text_add(&unit->declarations, ";\n");
    }
    return ((const CGraph *)graph->note)->symbol;
}

const char *unit_trace(Unit *unit, Graph *graph) {
    const CGraph *info = graph->note;
    if (first_time(unit, &unit->traced, graph))
        text_all(&unit->declarations, "extern const weft_trace_row ", info->trace, "[];\n", NULL);
    return info->trace;
}

const char *unit_data(Unit *unit, Data *data) {
    const CData *info = data->note;
    if (info->record_of) {
        mention(unit, data->type);
        return arena_printf(unit->backend->arena, "((struct %s *)WEFT_RECORD(%s))", type_tag(unit->backend, data->type),
                            unit_id(unit, info->record_of));
    }
    if (first_time(unit, &unit->declared, data)) {
        mention(unit, data->type);
        text_all(&unit->declarations, "extern struct ", type_tag(unit->backend, data->type), " ", info->symbol, ";\n",
                 NULL);
    }
    return arena_printf(unit->backend->arena, "(&%s)", info->symbol);
}

const char *unit_id(Unit *unit, Type *type) {
    unit->uses_ids = true;
    if (type->kind == TY_ARRAY)
        group_need_array(unit->backend, type);
    return type_id(unit->backend, type);
}
