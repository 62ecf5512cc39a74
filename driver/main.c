/* weft: the road a program takes.
 *
 *   load        source → flow graphs                     frontend/
 *   infer       the type of everything                   frontend/
 *   lower       flow → low-level graphs                  frontend/, with the library in runtime/
 *   generators  low: generator graphs become functions   gctransform/
 *   passes      low → better low                         passes/
 *   exceptions  low → exc: exceptions made explicit      gctransform/
 *   gc          exc → gc: memory made explicit           gctransform/
 *   C           gc → C11 files                           backend_c/, called by driver/build.c
 *   cc          C → a binary                             driver/cc.c
 *
 * A printed program (*.ir) enters the road where it was printed.
 */
#include "driver/command.h"

#include "driver/files.h"
#include "runtime/embedded.h"

#include <errno.h>
#include <malloc.h>
#include <stdarg.h>
#include <string.h>

void say(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("weft: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

static bool fail(Road *road, ExitCode error) {
    road->error = error;
    return false;
}

/* The diagnostics so far are errors of the program. */
static bool refuse(Road *road) {
    return fail(road, EXIT_DIAGNOSTICS);
}

static bool broken(Road *road, const char *after, const char *message) {
    say("bug in Weft: after %s: %s", after, message);
    return fail(road, EXIT_BUG);
}

/* ---- the stations ------------------------------------------------------------------------------- */

static bool infer(Road *road) {
    InferOptions options = {.shuffle_seed = road->options->shuffle_seed};
    road->inference = frontend_infer(road->program, &options);
    if (!road->inference)
        return refuse(road);
    road->infer_stats = inference_stats(road->inference);
    if (road->options->types)
        inference_print_types(road->inference, stdout);
    return true;
}

static bool lower(Road *road) {
    if (!frontend_lower(road->inference))
        return refuse(road); /* in whose messages are types */
    inference_free(road->inference);
    road->inference = NULL;
    return true;
}

static bool split_generators(Road *road) {
    generators_transform(road->program);
    return true;
}

static void before_pass(void *data, PassId pass, Program *program) {
    Road *road = data;
    report_dumps(road, true, (Point){STAGE_LOW, pass});
    if (road->diff && road->options->diff == pass)
        diff_before(road->diff, program);
}

static void after_pass(void *data, double seconds, const PassContext *done) {
    Road *road = data;
    report_time(road->report, pass_info[done->pass].text, seconds, done);
    report_dumps(road, false, (Point){STAGE_LOW, done->pass});
    if (road->diff && road->options->diff == done->pass)
        diff_after(road->diff, done->program);
}

static void remark(void *data, RemarkKind kind, PassId pass, const Pos *pos, const char *text) {
    report_remark(data, kind, pass, pos, text);
}

static void bisect(void *data, int64_t number, PassId pass, const Graph *graph, bool runs) {
    (void)data;
    fprintf(stderr, "bisect: %s (%lld) %s on %s\n", runs ? "running" : "NOT running", (long long)number,
            pass_info[pass].text, graph ? graph->name : "the program");
}

static PassParams settled_params(const Options *options) {
    PassParams params = pass_params(options->level);
    if (options->inline_threshold >= 0)
        params.inline_threshold = options->inline_threshold;
    params.reference_heuristic = options->reference_heuristic;
    return params;
}

static bool optimise(Road *road) {
    const Options *options = road->options;
    PassParams params = settled_params(options);
    PassHooks hooks = {.before = before_pass, .after = after_pass, .data = road, .params = &params};
    hooks.bisect = bisect;
    if (options->remarks[REMARK_APPLIED] || options->remarks[REMARK_MISSED])
        hooks.remark = remark;
    hooks.verify = options->verify;
    hooks.has_limit = options->has_bisect_limit;
    hooks.limit = (int64_t)options->bisect_limit;
    const char *message = passes_run(road->program, &road->plan, &hooks);
    return !message || broken(road, "the passes", message);
}

static bool weave_exceptions(Road *road) {
    exceptions_transform(road->program);
    return true;
}

static bool add_collector(Road *road) {
    GcKind kind = road->options->gc;
    const EmbeddedFile *text = embedded_find(arena_printf(road->arena, "runtime/gc/%s.ir", gc_info[kind].text));
    SourceFile *file = arena_alloc(road->arena, sizeof *file);
    *file = (SourceFile){.path = text->path, .module = "", .text = text->text, .length = text->length};
    return collector_add(road->program, kind, file, &road->diags) || refuse(road);
}

static bool weave_memory(Road *road) {
    if (collector_is_missing(road->program, road->options->gc) && !add_collector(road))
        return false;
    GcOptions options = {.inlines = road->options->level != '0', .counts_naively = road->options->counts_naively};
    if (gc_transform(road->program, road->options->gc, options))
        return true;
    say("the program was made for another collector than --gc=%s", gc_info[road->options->gc].text);
    return fail(road, EXIT_USAGE);
}

/* ---- the road ------------------------------------------------------------------------------------- */

typedef struct Station {
    const char *name;
    Stage from, to;
    bool (*run)(Road *road);
} Station;

static const Station stations[] = {
    {"infer", STAGE_FLOW, STAGE_FLOW, infer},
    {"lower", STAGE_FLOW, STAGE_LOW, lower},
    {"generators", STAGE_LOW, STAGE_LOW, split_generators},
    {"passes", STAGE_LOW, STAGE_LOW, optimise},
    {"exceptions", STAGE_LOW, STAGE_EXC, weave_exceptions},
    {"gc", STAGE_EXC, STAGE_GC, weave_memory},
};

/* Times and verifies what the station `name` has done, and shows it if it is a new stage. */
static bool arrive(Road *road, const char *name, double start, bool is_new_stage) {
    report_time(road->report, name, report_seconds() - start, NULL);
    if (is_new_stage)
        report_dumps(road, false, (Point){road->program->stage, PASS_COUNT});
    const char *message = road->options->verify ? program_verify(road->arena, road->program) : NULL;
    return !message || broken(road, name, message);
}

/* A printed program may be anybody's work: what is wrong with it is not our bug. */
static bool check_text(Road *road, const char *path) {
    const char *message = program_verify(road->arena, road->program);
    if (message)
        say("%s: %s", path, message);
    return !message || refuse(road);
}

static bool load(Road *road, const char *path) {
    double start = report_seconds();
    bool is_ir = files_is_ir(path);
    road->program = is_ir ? files_load_ir(road, path) : frontend_load(road->arena, &road->diags, path, NULL);
    if (!road->program)
        return refuse(road);
    if (is_ir && !check_text(road, path))
        return false;
    if (road->options->dump_count || road->stop.stage == STAGE_FLOW)
        frontend_complete(road->program);
    return arrive(road, "load", start, true);
}

/* Cuts the plan after the last run of the pass to stop at; the rest is road->left. */
static bool stop_at_pass(Road *road) {
    PassPlan *plan = &road->plan;
    int count = plan->count;
    while (count && plan->items[count - 1] != road->stop.pass)
        count--;
    if (!count) {
        say("the pass '%s' is not among those that would run", pass_info[road->stop.pass].text);
        return fail(road, EXIT_USAGE);
    }
    road->left = (PassPlan){plan->items + count, plan->count - count};
    plan->count = count;
    return true;
}

/* A printed program may be further along than the stop. */
static bool check_stop(Road *road, const char *path) {
    bool wants_pass = road->stop.pass != PASS_COUNT;
    if (road->program->stage > road->stop.stage && !road->or_later) {
        say("'%s' is already at stage %s, past %s", path, stage_text[road->program->stage], point_text(road->stop));
        return fail(road, EXIT_USAGE);
    }
    return !wants_pass || road->program->stage > STAGE_LOW || stop_at_pass(road);
}

static bool wanted(const Road *road, const Station *station) {
    Stage now = road->program->stage, stop = road->stop.stage;
    bool goes_on = stop > STAGE_LOW || road->stop.pass != PASS_COUNT;
    if (station->run == split_generators)
        return now == STAGE_LOW && (goes_on || road->is_evaluated);
    if (station->run == optimise)
        return now == STAGE_LOW && goes_on;
    return now == station->from && stop > station->from;
}

static bool travel(Road *road, const char *path) {
    if (!load(road, path) || !check_stop(road, path))
        return false;
    for (size_t i = 0; i < sizeof stations / sizeof *stations; i++) {
        const Station *station = &stations[i];
        if (!wanted(road, station))
            continue;
        double start = report_seconds();
        bool is_new_stage = station->from != station->to;
        if (is_new_stage)
            report_dumps(road, true, (Point){station->to, PASS_COUNT});
        if (!station->run(road) || !arrive(road, station->name, start, is_new_stage))
            return false;
    }
    return true;
}

static bool is_wanted(const Options *options, PassId pass) {
    int level = options->level == 's' ? 2 : options->level - '0';
    if (options->feature[pass])
        return options->feature[pass] > 0;
    if (pass == PASS_FOLLOW_OBJECTS && options->feature[PASS_MALLOC_REMOVAL] < 0)
        return false; /* that is what it does */
    return level >= pass_info[pass].level;
}

/* The passes of the level, with -f and -fno-; or exactly those of --passes. */
static PassPlan plan_passes(Arena *arena, const Options *options) {
    if (options->has_passes)
        return options->passes;
    PassPlan plan = {.items = arena_alloc(arena, SEQUENCE_LENGTH * sizeof(PassId))};
    for (int i = 0; i < SEQUENCE_LENGTH; i++) {
        PassId pass = pass_sequence[i];
        if (is_wanted(options, pass))
            plan.items[plan.count++] = pass;
    }
    return plan;
}

static void set_out(Road *road) {
    road->diags.arena = road->arena;
    road->report = report_new(road->arena);
    road->plan = plan_passes(road->arena, road->options);
}

static bool show_diagnostics(Road *road, bool fine) {
    if (road->diags.count)
        diag_render(&road->diags, stderr, road->options->json ? DIAG_JSON : DIAG_HUMAN, road->options->colour, 20);
    return fine;
}

bool road_take(Road *road, const char *path, Point stop) {
    set_out(road);
    road->stop = stop;
    return show_diagnostics(road, travel(road, path));
}

bool road_optimise(Road *road, const char *path) {
    set_out(road);
    road->stop = (Point){STAGE_GC, PASS_COUNT};
    bool fine = load(road, path) && optimise(road);
    report_print(road);
    return show_diagnostics(road, fine);
}

/* Passes come and go with arenas of their own: memory that is given back to the system is cleared again, page by page,
 * when the next one asks for it. */
static void keep_memory(void) {
    enum { KEPT = 64 << 20, LARGE_PIECE = 4 << 20, STEP = 1 << 20 };
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, LARGE_PIECE);
    mallopt(M_TOP_PAD, STEP);
}

int main(int argc, char **argv) {
    keep_memory();
    Arena *arena = arena_new();
    Options options;
    ExitCode exit_code = EXIT_BUG;
    const char *misplaced = pass_sequence_check();
    if (misplaced)
        say("bug in Weft: the pass '%s' does not find what it requires in the default order", misplaced);
    else if (options_read(arena, argc, argv, &options, &exit_code))
        exit_code = command_info[options.command].run(arena, &options);
    if ((fflush(stdout) || ferror(stdout)) && exit_code == EXIT_FINE) {
        say("cannot write standard output: %s", strerror(errno));
        exit_code = EXIT_DIAGNOSTICS;
    }
    arena_free(arena);
    return exit_code;
}
