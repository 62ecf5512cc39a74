/* What --time-passes, --stats and --dump print on standard error. */
#include "driver/command.h"

#include <fnmatch.h>
#include <regex.h>
#include <string.h>
#include <time.h>

typedef struct Entry {
    const char *name;
    double seconds;
    const PassContext *pass; /* NULL: a stage */
} Entry;

typedef struct Report {
    Arena *arena;
    Entry *entries;
    int count, capacity;
} Report;

Report *report_new(Arena *arena) {
    Report *report = arena_alloc(arena, sizeof *report);
    report->arena = arena;
    return report;
}

double report_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void report_time(Report *report, const char *name, double seconds, const PassContext *pass) {
    if (pass) {
        PassContext *copy = arena_alloc(report->arena, sizeof *copy);
        *copy = *pass;
        pass = copy;
    }
    report->entries =
        arena_grow(report->arena, report->entries, report->count, &report->capacity, sizeof *report->entries);
    report->entries[report->count++] = (Entry){name, seconds, pass};
}

static void print_times_as_json(const Report *report) {
    fputs("[", stderr);
    for (int i = 0; i < report->count; i++) {
        const Entry *entry = &report->entries[i];
        fprintf(stderr, "%s\n  {\"%s\": \"%s\", \"ms\": %.3f}", i ? "," : "", entry->pass ? "pass" : "stage",
                entry->name, entry->seconds * 1000);
    }
    fputs("\n]\n", stderr);
}

static void print_times(const Report *report) {
    double total = 0;
    for (int i = 0; i < report->count; i++) {
        const Entry *entry = &report->entries[i];
        bool is_pass = entry->pass;
        fprintf(stderr, "%10.2f ms  %s%s\n", entry->seconds * 1000, is_pass ? "  " : "", entry->name);
        total += is_pass ? 0 : entry->seconds;
    }
    fprintf(stderr, "%10.2f ms  total\n", total * 1000);
}

static int64_t count_ops(const Program *program, int64_t *blocks) {
    int64_t ops = *blocks = 0;
    for (int i = 0; i < program->graph_count; i++) {
        const Graph *graph = program->graphs[i];
        *blocks += graph->block_count;
        for (int j = 0; j < graph->block_count; j++)
            ops += graph->blocks[j]->op_count;
    }
    return ops;
}

static void add_counters(PassContext *sum, const PassContext *counted) {
    sum->fired += counted->fired;
    for (int i = 0; i < counted->counter_count; i++)
        pass_count(sum, counted->counters[i].name, counted->counters[i].count);
}

/* What a pass has done at all its places. */
static void print_counts(const Report *report, PassId pass) {
    PassContext sum = {0};
    int runs = 0;
    for (int i = 0; i < report->count; i++)
        if (report->entries[i].pass && report->entries[i].pass->pass == pass) {
            add_counters(&sum, report->entries[i].pass);
            runs++;
        }
    if (runs)
        fprintf(stderr, "%10lld  %s\n", (long long)sum.fired, pass_info[pass].text);
    for (int i = 0; i < sum.counter_count; i++)
        fprintf(stderr, "%10lld  %s: %s\n", (long long)sum.counters[i].count, pass_info[pass].text,
                sum.counters[i].name);
}

static void print_numbers(const Road *road) {
    const Report *report = road->report;
    int64_t blocks;
    int64_t ops = count_ops(road->program, &blocks);
    fprintf(stderr, "%10d  graphs\n%10lld  blocks\n%10lld  operations\n%10d  data\n", road->program->graph_count,
            (long long)blocks, (long long)ops, road->program->data_count);
    InferStats stats = road->infer_stats;
    if (stats.rounds)
        fprintf(stderr,
                "%10d  inference: rounds\n%10d  inference: contexts\n%10d  inference: cells\n"
                "%10d  inference: splits\n",
                stats.rounds, stats.contexts, stats.cells, stats.splits);
    for (int pass = 0; pass < PASS_COUNT; pass++)
        print_counts(report, (PassId)pass);
}

void report_print(const Road *road) {
    if (road->options->time_passes && road->options->times_as_json)
        print_times_as_json(road->report);
    else if (road->options->time_passes)
        print_times(road->report);
    if (road->options->stats && road->program)
        print_numbers(road);
}

bool report_selects(const Graph *graph, const char *glob, bool library) {
    if (!glob)
        return library || !graph->is_hidden;
    const char *prefix = "__main__.";
    bool in_main = !strncmp(graph->name, prefix, strlen(prefix));
    return !fnmatch(glob, graph->name, 0) || (in_main && !fnmatch(glob, graph->name + strlen(prefix), 0));
}

bool report_selects_variants(const Graph *graph, const char *glob, bool library) {
    char pattern[256];
    if (report_selects(graph, glob, library))
        return true;
    if (!glob || snprintf(pattern, sizeof pattern, "%s[[#(]*", glob) >= (int)sizeof pattern)
        return false;
    return report_selects(graph, pattern, library);
}

void report_remark(const Road *road, RemarkKind kind, PassId pass, const Pos *pos, const char *text) {
    const Options *options = road->options;
    if (!options->remarks[kind])
        return;
    const char *line = arena_printf(road->arena, "%s: %s: %s", kind == REMARK_APPLIED ? "applied" : "missed",
                                    pass_info[pass].text, text);
    if (options->remarks_regex) {
        regex_t regex; /* it was looked at when the option was read */
        regcomp(&regex, options->remarks_regex, REG_EXTENDED | REG_NOSUB);
        bool matches = !regexec(&regex, line, 0, NULL, 0);
        regfree(&regex);
        if (!matches)
            return;
    }
    if (pos && pos->file)
        fprintf(stderr, "%s:%u: ", pos->file->path, pos->line);
    fprintf(stderr, "%s\n", line);
}

static void print_dump(const Road *road, const DumpRequest *request) {
    for (int i = 0; i < road->program->graph_count; i++)
        if (report_selects_variants(road->program->graphs[i], request->glob, false))
            graph_print(road->program->graphs[i], stderr);
}

static void draw_dump(const Road *road, const DumpRequest *request) {
    int count = 0;
    PictureGraph *shown = arena_alloc(road->arena, (size_t)(road->program->graph_count + 1) * sizeof *shown);
    const char *error;
    for (int i = 0; i < road->program->graph_count; i++)
        if (report_selects_variants(road->program->graphs[i], request->glob, false))
            shown[count++].graph = road->program->graphs[i];
    graphs_draw(road->arena, shown, count, PICTURE_DOT, stderr, &error);
}

void report_dumps(const Road *road, bool before, Point point) {
    for (int i = 0; i < road->options->dump_count; i++) {
        const DumpRequest *request = &road->options->dumps[i];
        if (request->before != before || request->point.stage != point.stage || request->point.pass != point.pass)
            continue;
        fprintf(stderr, "# %s %s\n", before ? "before" : "after", point_text(point));
        if (road->options->dumps_drawn)
            draw_dump(road, request);
        else
            print_dump(road, request);
    }
}
