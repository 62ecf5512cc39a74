/* What --time-passes, --stats and --dump print on standard error. */
#include "driver/command.h"

#include <fnmatch.h>
#include <string.h>
#include <time.h>

typedef struct Entry {
    const char *name;
    double seconds;
    int64_t fired;
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

void report_time(Report *report, const char *name, double seconds, int64_t fired) {
    report->entries =
        arena_grow(report->arena, report->entries, report->count, &report->capacity, sizeof *report->entries);
    report->entries[report->count++] = (Entry){name, seconds, fired};
}

static void print_times(const Report *report) {
    double total = 0;
    for (int i = 0; i < report->count; i++) {
        const Entry *entry = &report->entries[i];
        bool is_pass = entry->fired >= 0;
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

static void print_numbers(const Road *road) {
    const Report *report = road->report;
    int64_t blocks;
    int64_t ops = count_ops(road->program, &blocks);
    fprintf(stderr, "%10d  graphs\n%10lld  blocks\n%10lld  operations\n%10d  data\n", road->program->graph_count,
            (long long)blocks, (long long)ops, road->program->data_count);
    if (road->inference) {
        InferStats stats = inference_stats(road->inference);
        fprintf(stderr,
                "%10d  inference: rounds\n%10d  inference: contexts\n%10d  inference: cells\n"
                "%10d  inference: splits\n",
                stats.rounds, stats.contexts, stats.cells, stats.splits);
    }
    for (int i = 0; i < report->count; i++)
        if (report->entries[i].fired >= 0)
            fprintf(stderr, "%10lld  %s\n", (long long)report->entries[i].fired, report->entries[i].name);
}

void report_print(const Road *road) {
    if (road->options->time_passes)
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

void report_dumps(const Road *road, bool before, Point point) {
    for (int i = 0; i < road->options->dump_count; i++) {
        const DumpRequest *request = &road->options->dumps[i];
        if (request->before != before || request->point.stage != point.stage || request->point.pass != point.pass)
            continue;
        fprintf(stderr, "# %s %s\n", before ? "before" : "after", point_text(point));
        for (int j = 0; j < road->program->graph_count; j++)
            if (report_selects(road->program->graphs[j], request->glob, false))
                graph_print(road->program->graphs[j], stderr);
    }
}
