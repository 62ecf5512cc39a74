/* Collecting the positions that a graph's traceback entries need, and writing their tables. */
#include "backend_c/trace.h"

#include <ctype.h>
#include <string.h>

struct TraceRows {
    const Pos **rows;
    int row_count, row_capacity;
    TraceSite *sites; /* [0] is the empty one */
    const Pos **site_pos;
    int site_count, site_capacity, pos_capacity;
    Map by_hash; /* content of a position -> site */
};

static bool pos_equal(const Pos *a, const Pos *b) {
    while (a && b) {
        if (a == b)
            return true;
        if (a->file != b->file || a->line != b->line || a->column != b->column || a->end_line != b->end_line ||
            a->end_column != b->end_column || strcmp(a->function, b->function))
            return false;
        a = a->inlined_at;
        b = b->inlined_at;
    }
    return a == b;
}

static uint64_t pos_hash(const Pos *pos) {
    uint64_t hash = HASH_SEED;
    for (; pos; pos = pos->inlined_at) {
        hash = hash_u64(hash, (uint64_t)pos->line << 32 | pos->column);
        hash = hash_u64(hash, (uint64_t)pos->end_line << 32 | pos->end_column);
        hash = hash_text(hash, pos->file->path);
    }
    return hash;
}

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

static int add_site(Backend *backend, Graph *graph, TraceRows *rows, const Pos *pos) {
    TraceSite site = {rows->row_count, 0};
    const Pos *whole = pos;
    for (; pos; pos = pos->inlined_at) {
        if (!is_shown(graph, pos))
            continue;
        rows->rows = arena_grow(backend->arena, rows->rows, rows->row_count, &rows->row_capacity, sizeof *rows->rows);
        rows->rows[rows->row_count++] = pos;
        site.count++;
    }
    if (!site.count)
        return 0;
    rows->sites = arena_grow(backend->arena, rows->sites, rows->site_count, &rows->site_capacity, sizeof *rows->sites);
    rows->site_pos =
        arena_grow(backend->arena, rows->site_pos, rows->site_count, &rows->pos_capacity, sizeof *rows->site_pos);
    rows->sites[rows->site_count] = site;
    rows->site_pos[rows->site_count] = whole;
    return rows->site_count++;
}

int trace_site(Backend *backend, Graph *graph, const Pos *pos) {
    TraceRows *rows = rows_of(backend, graph);
    uint64_t hash = pos_hash(pos);
    for (uint64_t *slot; (slot = map_find(&rows->by_hash, hash)); hash = hash_u64(hash, 1))
        if (!*slot || pos_equal(rows->site_pos[*slot], pos))
            return (int)*slot;
    int site = add_site(backend, graph, rows, pos);
    if (site)
        *map_put(backend->arena, &rows->by_hash, hash) = (uint64_t)site;
    return site;
}

TraceSite trace_site_rows(const Graph *graph, int site) {
    const CGraph *info = graph->note;
    return info->rows->sites[site];
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

static void write_row(Backend *backend, Text *text, const Pos *pos) {
    text_add(text, "    {");
    write_text(text, pos->file->path);
    text_add(text, ", ");
    write_text(text, pos->function);
    uint32_t end = pos->end_line == pos->line ? pos->end_column : 0;
    text_printf(text, ", %u, %u, %u, ", pos->line, pos->column, end);
    write_source(backend, text, pos);
    text_add(text, "},\n");
}

static void write_table(Unit *unit, Graph *graph) {
    const CGraph *info = graph->note;
    text_all(&unit->code, "const weft_trace_row ", unit_trace(unit, graph), "[] = {\n", NULL);
    for (int i = 0; i < info->rows->row_count; i++)
        write_row(unit->backend, &unit->code, info->rows->rows[i]);
    text_add(&unit->code, "};\n");
}

static bool has_table(const Graph *graph) {
    const CGraph *info = graph->note;
    return info->rows && info->rows->row_count;
}

void trace_emit_units(Backend *backend) {
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
