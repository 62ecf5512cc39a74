/* Collecting the positions that a graph's traceback entries need, and writing their tables. */
#include "backend_c/trace.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Lines of one function that are this far apart belong to different places: what stands between them is another
 * function (of a module's code, of methods that share a name) or else long enough to be edited by itself. */
enum { APART = 5 };

typedef struct Row {
    const Pos *pos; /* without what it is inlined at */
    int place;
} Row;

struct TraceRows {
    const Pos **places; /* the first line of each */
    Row *rows;
    TraceSite *sites; /* [0] is the empty one */
    const Pos **site_pos;
    int place_count, row_count, row_capacity, site_count, site_capacity, pos_capacity;
    Map row_by_hash, site_by_hash;
};

static bool row_equal(const Pos *a, const Pos *b) {
    return a == b ||
           (a->file == b->file && a->line == b->line && a->column == b->column && a->end_line == b->end_line &&
            a->end_column == b->end_column && !strcmp(a->function, b->function));
}

static uint64_t row_hash(uint64_t hash, const Pos *pos) {
    hash = hash_u64(hash, (uint64_t)pos->line << 32 | pos->column);
    return hash_u64(hash, (uint64_t)pos->end_line << 32 | pos->end_column);
}

static uint64_t site_hash(const Pos *pos) {
    uint64_t hash = HASH_SEED;
    for (; pos; pos = pos->inlined_at)
        hash = row_hash(hash, pos);
    return hash;
}

/* ---- finding what is there already ---- */

typedef bool Same(const TraceRows *rows, int index, const Pos *pos);

static bool same_row(const TraceRows *rows, int index, const Pos *pos) {
    return row_equal(rows->rows[index].pos, pos);
}

static bool same_site(const TraceRows *rows, int index, const Pos *pos) {
    const Pos *other = rows->site_pos[index];
    for (; pos && other && row_equal(pos, other); pos = pos->inlined_at)
        other = other->inlined_at;
    return !pos && !other;
}

/* The index in `map` of what is the same; if there is none, -1, and `hash` is free to be put there. */
static int find(const TraceRows *rows, const Map *map, uint64_t *hash, Same *same, const Pos *pos) {
    for (const uint64_t *slot; (slot = map_find(map, *hash)); *hash = hash_u64(*hash, 1))
        if (same(rows, (int)*slot, pos))
            return (int)*slot;
    return -1;
}

static int row_of(Backend *backend, TraceRows *rows, const Pos *pos) {
    uint64_t hash = row_hash(HASH_SEED, pos);
    int row = find(rows, &rows->row_by_hash, &hash, same_row, pos);
    if (row >= 0)
        return row;
    rows->rows = arena_grow(backend->arena, rows->rows, rows->row_count, &rows->row_capacity, sizeof *rows->rows);
    rows->rows[rows->row_count] = (Row){.pos = pos};
    *map_put(backend->arena, &rows->row_by_hash, hash) = (uint64_t)rows->row_count;
    return rows->row_count++;
}

/* ---- sites ---- */

/* Library frames are invisible; so is what has no place in the source. */
static bool is_shown(const Graph *graph, const Pos *pos) {
    return !pos->file->is_library && pos->line && (pos->inlined_at || !graph->is_hidden);
}

static TraceRows *rows_of(Backend *backend, Graph *graph) {
    CGraph *info = graph->note;
    if (info->rows)
        return info->rows;
    TraceRows *rows = info->rows = arena_alloc(backend->arena, sizeof *rows);
    rows->sites = arena_grow(backend->arena, rows->sites, 0, &rows->site_capacity, sizeof *rows->sites);
    rows->site_pos = arena_grow(backend->arena, rows->site_pos, 0, &rows->pos_capacity, sizeof *rows->site_pos);
    rows->site_count = 1;
    return rows;
}

static TraceSite make_site(Backend *backend, Graph *graph, TraceRows *rows, const Pos *pos) {
    TraceSite site = {0};
    for (int capacity = 0; pos; pos = pos->inlined_at) {
        if (!is_shown(graph, pos))
            continue;
        site.rows = arena_grow(backend->arena, site.rows, site.count, &capacity, sizeof *site.rows);
        site.rows[site.count++] = row_of(backend, rows, pos);
    }
    return site;
}

int trace_site(Backend *backend, Graph *graph, const Pos *pos) {
    TraceRows *rows = rows_of(backend, graph);
    uint64_t hash = site_hash(pos);
    int found = find(rows, &rows->site_by_hash, &hash, same_site, pos);
    if (found >= 0)
        return found;
    TraceSite site = make_site(backend, graph, rows, pos);
    if (!site.count)
        return 0;
    rows->sites = arena_grow(backend->arena, rows->sites, rows->site_count, &rows->site_capacity, sizeof *rows->sites);
    rows->site_pos =
        arena_grow(backend->arena, rows->site_pos, rows->site_count, &rows->pos_capacity, sizeof *rows->site_pos);
    rows->sites[rows->site_count] = site;
    rows->site_pos[rows->site_count] = pos;
    *map_put(backend->arena, &rows->site_by_hash, hash) = (uint64_t)rows->site_count;
    return rows->site_count++;
}

TraceSite trace_site_rows(const Graph *graph, int site) {
    const CGraph *info = graph->note;
    return info->rows->sites[site];
}

/* ---- places ---- */

static int by_place(const void *a, const void *b) {
    const Pos *x = (*(Row *const *)a)->pos, *y = (*(Row *const *)b)->pos;
    int order = strcmp(x->file->path, y->file->path);
    if (!order)
        order = strcmp(x->function, y->function);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static bool is_apart(const Pos *before, const Pos *pos) {
    return before->file != pos->file || strcmp(before->function, pos->function) || pos->line - before->line >= APART;
}

static void find_places(Backend *backend, TraceRows *rows) {
    Row **sorted = arena_alloc(backend->arena, (size_t)rows->row_count * sizeof *sorted);
    rows->places = arena_alloc(backend->arena, (size_t)rows->row_count * sizeof *rows->places);
    for (int i = 0; i < rows->row_count; i++)
        sorted[i] = &rows->rows[i];
    qsort(sorted, (size_t)rows->row_count, sizeof *sorted, by_place);
    for (int i = 0; i < rows->row_count; i++) {
        if (i == 0 || is_apart(sorted[i - 1]->pos, sorted[i]->pos))
            rows->places[rows->place_count++] = sorted[i]->pos;
        sorted[i]->place = rows->place_count - 1;
    }
}

/* ---- tables ---- */

static void write_text(Text *text, const char *bytes) {
    if (bytes)
        text_literal(text, bytes, strlen(bytes));
    else
        text_add(text, "NULL");
}

/* A program that was read as text knows its source files by path only. If the file is gone, tracebacks do without. */
static void load_source(Arena *arena, SourceFile *source) {
    FILE *file = source->text ? NULL : fopen(source->path, "rb");
    if (!file)
        return;
    Text text = {.arena = arena};
    char buffer[4096];
    for (size_t length; (length = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_add_n(&text, buffer, length);
    fclose(file);
    source->text = text_get(&text);
    source->length = text.length;
}

/* The line without what surrounds it, and the marks below it. */
static void write_source(Backend *backend, Text *text, const Pos *pos) {
    int length;
    load_source(backend->arena, pos->file);
    const char *line = pos->file->is_generated ? NULL : source_line(backend->arena, pos->file, (int)pos->line, &length);
    if (!line) {
        text_add(text, "NULL, NULL");
        return;
    }
    const char *marks = caret_marks(backend->arena, line, length, pos);
    while (length && isspace((unsigned char)line[length - 1]))
        length--;
    while (length && isspace((unsigned char)*line))
        line++, length--;
    text_literal(text, line, (size_t)length);
    text_add(text, ", ");
    write_text(text, marks);
}

static void write_row(Unit *unit, const Graph *graph, const Row *row) {
    const CGraph *info = graph->note;
    uint32_t line = row->pos->line - info->rows->places[row->place]->line;
    text_printf(&unit->code, "    {&%s[%d], %u, ", info->place, row->place, line);
    write_source(unit->backend, &unit->code, row->pos);
    text_add(&unit->code, "},\n");
}

static void write_table(Unit *unit, Graph *graph) {
    const CGraph *info = graph->note;
    find_places(unit->backend, info->rows);
    text_all(&unit->declarations, "extern const weft_trace_place ", info->place, "[];\n", NULL);
    text_all(&unit->code, "const weft_trace_row ", unit_trace(unit, graph), "[] = {\n", NULL);
    for (int i = 0; i < info->rows->row_count; i++)
        write_row(unit, graph, &info->rows->rows[i]);
    text_add(&unit->code, "};\n");
}

static bool has_table(const Graph *graph) {
    const CGraph *info = graph->note;
    return info->rows && info->rows->row_count;
}

static void tables_emit(Backend *backend) {
    Chunker chunker = {.target = backend->options->unit_cost};
    Unit *unit = NULL;
    for (int i = 0; i < backend->ordered_count; i++) {
        Graph *graph = backend->ordered[i];
        if (!has_table(graph))
            continue;
        const CGraph *info = graph->note;
        if (chunk_begins(&chunker, graph->name, info->rows->row_count)) {
            if (unit)
                unit_finish(unit);
            unit = unit_new(backend, unit_file(backend, "trace", graph->name), -1);
        }
        write_table(unit, graph);
    }
    if (unit)
        unit_finish(unit);
}

static void write_places(Unit *unit, const Graph *graph) {
    const CGraph *info = graph->note;
    text_all(&unit->code, "const weft_trace_place ", info->place, "[] = {\n", NULL);
    for (int i = 0; i < info->rows->place_count; i++) {
        const Pos *first = info->rows->places[i];
        text_add(&unit->code, "    {");
        write_text(&unit->code, first->file->path);
        text_add(&unit->code, ", ");
        write_text(&unit->code, first->function);
        text_printf(&unit->code, ", %u},\n", first->line);
    }
    text_add(&unit->code, "};\n");
}

static void places_emit(Backend *backend) {
    Unit *unit = unit_new(backend, C_PLACES_FILE, -1);
    for (int i = 0; i < backend->ordered_count; i++)
        if (has_table(backend->ordered[i]))
            write_places(unit, backend->ordered[i]);
    if (unit->code.length)
        unit_finish(unit);
}

void trace_emit_units(Backend *backend) {
    tables_emit(backend);
    places_emit(backend);
}
