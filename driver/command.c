/* The verbs. */
#include "driver/command.h"

#include "driver/build.h"
#include "driver/files.h"
#include "driver/process.h"
#include "driver/toolchain.h"
#include "ir/eval.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Road road_new(Arena *arena, const Options *options) {
    return (Road){.arena = arena, .options = options};
}

/* For the commands that end on the road. */
static bool take(Road *road, const char *path, Point stop) {
    bool fine = road_take(road, path, stop);
    report_print(road);
    return fine;
}

static Point whole(Stage stage) {
    return (Point){stage, PASS_COUNT};
}

/* ---- build, run ------------------------------------------------------------------------------------------ */

/* "dir/prog.py" → "prog" + suffix; in the current folder. */
static const char *default_output(Arena *arena, const char *source, const char *suffix) {
    const char *slash = strrchr(source, '/');
    const char *base = slash ? slash + 1 : source;
    const char *dot = strrchr(base, '.');
    if (!strcmp(source, "-") || !dot || dot == base)
        return arena_printf(arena, "a.out%s", suffix);
    return arena_printf(arena, "%.*s%s", (int)(dot - base), base, suffix);
}

static bool print_ir(void *data, FILE *out) {
    files_print_ir(data, out);
    return true;
}

static ExitCode emit_ir(Road *road, const char *source) {
    if (!take(road, source, road->options->after))
        return road->error;
    return files_output(road->arena, road->options->output, print_ir, road) ? EXIT_FINE : EXIT_DIAGNOSTICS;
}

/* Whether both names mean one file that exists. */
static bool same_file(const char *a, const char *b) {
    struct stat info_a, info_b;
    return !stat(a, &info_a) && !stat(b, &info_b) && info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;
}

ExitCode command_build(Arena *arena, const Options *options) {
    const char *source = options->operands[0];
    Binary binary;
    Road road = road_new(arena, options);
    if (options->output && same_file(source, options->output)) {
        say("-o %s would overwrite the source", options->output);
        return EXIT_USAGE;
    }
    if (options->emit == EMIT_IR)
        return emit_ir(&road, source);
    if (!road_take(&road, source, whole(STAGE_GC)))
        return road.error;
    const char *output = options->output;
    ExitCode exit_code;
    if (options->emit == EMIT_C)
        exit_code = build_c_files(&road, default_output(arena, source, ""),
                                  output ? output : default_output(arena, source, "-c"));
    else
        exit_code = build_binary(&road, output ? output : default_output(arena, source, ""), &binary);
    report_print(&road);
    return exit_code;
}

/* Becomes the program; it sees the source's name as sys.argv[0], as under CPython. */
static ExitCode become(Arena *arena, const Binary *binary, char *const *args, int count) {
    char **argv = arena_alloc(arena, (size_t)(count + 1) * sizeof *argv);
    memcpy(argv, args, (size_t)count * sizeof *argv);
    fflush(stdout);
    int program = open(binary->path, O_RDONLY | O_CLOEXEC);
    if (binary->temporary)
        files_remove_tree(binary->temporary);
    if (program >= 0)
        fexecve(program, argv, environ);
    say("cannot run %s: %s", binary->path, strerror(errno));
    return EXIT_DIAGNOSTICS;
}

ExitCode command_run(Arena *arena, const Options *options) {
    Binary binary;
    Road road = road_new(arena, options);
    if (!road_take(&road, options->operands[0], whole(STAGE_GC)))
        return road.error;
    ExitCode exit_code = build_binary(&road, NULL, &binary);
    report_print(&road);
    if (exit_code != EXIT_FINE)
        return exit_code;
    return become(arena, &binary, options->operands, options->operand_count);
}

/* ---- looking ------------------------------------------------------------------------------------------------ */

ExitCode command_check(Arena *arena, const Options *options) {
    Road road = road_new(arena, options);
    return take(&road, options->operands[0], whole(STAGE_LOW)) ? EXIT_FINE : road.error;
}

/* Cuts ":FUNCTION" off "FILE:FUNCTION"; NULL if there is none. */
static const char *cut_function(char *operand) {
    char *colon = strrchr(operand, ':');
    if (!colon || strchr(colon, '/'))
        return NULL;
    *colon = '\0';
    return colon + 1;
}

typedef struct Picture {
    Arena *arena;
    PictureGraph *graphs;
    int count;
    PictureFormat format;
    const char *error;
} Picture;

static bool draw(void *data, FILE *out) {
    Picture *picture = data;
    return graphs_draw(picture->arena, picture->graphs, picture->count, picture->format, out, &picture->error);
}

static PictureFormat picture_format(const Options *options) {
    const char *name = options->format;
    if (!name && options->output && strrchr(options->output, '.'))
        name = strrchr(options->output, '.') + 1;
    if (name && !strcmp(name, "svg"))
        return PICTURE_SVG;
    return name && !strcmp(name, "png") ? PICTURE_PNG : PICTURE_DOT;
}

/* The graphs meant by FILE:FUNCTION: a name or a glob, for a specialised function all its variants ("f" means "f[...]"
 * and "f.<locals>..." only if there is no "f" itself). */
static int select_graphs(const Road *road, const char *function, PictureGraph *selected) {
    int count = 0;
    for (int i = 0; i < road->program->graph_count; i++)
        if (report_selects(road->program->graphs[i], function, road->options->library))
            selected[count++].graph = road->program->graphs[i];
    if (count || !function)
        return count;
    for (int i = 0; i < road->program->graph_count; i++)
        if (report_selects_variants(road->program->graphs[i], function, true))
            selected[count++].graph = road->program->graphs[i];
    return count;
}

static int select_or_say(const Road *road, const char *function, PictureGraph **selected) {
    *selected = arena_alloc(road->arena, (size_t)road->program->graph_count * sizeof **selected + 1);
    int count = select_graphs(road, function, *selected);
    if (!count && function)
        say("no function '%s' at this stage (weft dump lists all)", function);
    return count;
}

/* The functions that the pass of --diff changes. */
static int compare_or_say(const Road *road, PictureGraph **shown) {
    int count = diff_picture(road->diff, road->options->diff, shown);
    if (!count)
        say("the pass '%s' changes none of these functions", pass_info[road->options->diff].text);
    return count;
}

ExitCode command_graph(Arena *arena, const Options *options) {
    const char *function = cut_function(options->operands[0]);
    Road road = road_new(arena, options);
    bool is_diff = options->diff != PASS_COUNT;
    if (is_diff)
        road.diff = diff_new(arena, function, options->library);
    if (!take(&road, options->operands[0], is_diff ? (Point){STAGE_LOW, options->diff} : options->after))
        return road.error;
    Picture picture = {.arena = arena, .format = picture_format(options)};
    picture.count = is_diff ? compare_or_say(&road, &picture.graphs) : select_or_say(&road, function, &picture.graphs);
    if (!picture.count)
        return EXIT_DIAGNOSTICS;
    bool fine = files_output(arena, options->output, draw, &picture);
    if (picture.error)
        say("cannot draw: %s", picture.error);
    return fine ? EXIT_FINE : EXIT_DIAGNOSTICS;
}

static bool print_graphs(void *data, FILE *out) {
    Picture *text = data;
    for (int i = 0; i < text->count; i++)
        graph_print(text->graphs[i].graph, out);
    return true;
}

ExitCode command_dump(Arena *arena, const Options *options) {
    const char *function = cut_function(options->operands[0]);
    Road road = road_new(arena, options);
    if (!function)
        return emit_ir(&road, options->operands[0]);
    if (!take(&road, options->operands[0], options->after))
        return road.error;
    Picture text = {.arena = arena};
    text.count = select_or_say(&road, function, &text.graphs);
    if (!text.count)
        return EXIT_DIAGNOSTICS;
    return files_output(arena, options->output, print_graphs, &text) ? EXIT_FINE : EXIT_DIAGNOSTICS;
}

/* ---- opt, eval ------------------------------------------------------------------------------------------------ */

ExitCode command_opt(Arena *arena, const Options *options) {
    Road road = road_new(arena, options);
    if (!files_is_ir(options->operands[0])) {
        say("opt wants a printed program (FILE.ir); weft dump makes one");
        return EXIT_USAGE;
    }
    if (!road_optimise(&road, options->operands[0]))
        return road.error;
    return files_output(arena, options->output, print_ir, &road) ? EXIT_FINE : EXIT_DIAGNOSTICS;
}

ExitCode command_eval(Arena *arena, const Options *options) {
    Road road = road_new(arena, options);
    if (options->at.stage == STAGE_FLOW) {
        say("the evaluator runs low-level graphs: --at=low or later");
        return EXIT_USAGE;
    }
    road.is_evaluated = true;
    road.or_later = !options->has_at;
    if (!take(&road, options->operands[0], options->at))
        return road.error;
    EvalOptions eval = {.argc = options->operand_count, .argv = options->operands, .max_ops = options->max_ops};
    EvalResult result = program_eval(arena, road.program, &eval);
    if (options->stats)
        fprintf(stderr, "%10llu  operations\n%10llu  allocations\n", (unsigned long long)result.op_count,
                (unsigned long long)result.alloc_count);
    if (result.outcome == EVAL_DONE)
        return (ExitCode)result.status;
    say("%s", result.error);
    return result.outcome == EVAL_LIMIT ? EXIT_DIAGNOSTICS : EXIT_BUG;
}

/* ---- lists ------------------------------------------------------------------------------------------------------ */

ExitCode command_passes(Arena *arena, const Options *options) {
    (void)arena, (void)options;
    for (int i = 0; i < PASS_COUNT; i++)
        printf("%-14s -O%d  %s\n", pass_info[i].text, pass_info[i].level, pass_info[i].doc);
    printf("The default order:");
    for (int i = 0; i < SEQUENCE_LENGTH; i++)
        printf(" %s", pass_info[pass_sequence[i]].text);
    printf("\n");
    return EXIT_FINE;
}

ExitCode command_gcs(Arena *arena, const Options *options) {
    (void)arena, (void)options;
    for (int i = 0; i < GC_COUNT; i++)
        printf("%-13s %s\n", gc_info[i].text, gc_info[i].doc);
    return EXIT_FINE;
}

/* ---- doctor --------------------------------------------------------------------------------------------------------
 */

static bool verdict(bool fine, const char *what, const char *advice) {
    printf("%-4s %s%s%s\n", fine ? "ok" : "--", what, fine ? "" : ": ", fine ? "" : advice);
    return fine;
}

static bool check_toolchain(const Toolchain *tools, GcKind gc, bool verbose) {
    Arena *arena = tools->arena;
    const char *folder = files_temporary(arena, "/tmp");
    if (!folder)
        return verdict(false, "temporary files", "/tmp is not writable");
    interrupts_hold();
    Fault fault = toolchain_probe(tools, gc, folder, verbose);
    files_remove_tree(folder);
    if (interrupts_release())
        exit(EXIT_INTERRUPTED);
    bool has_compiler = fault == FAULT_NONE || fault == FAULT_LIBRARY;
    verdict(has_compiler, arena_printf(arena, "C compiler '%s'", tools->cc), "see below");
    if (has_compiler)
        verdict(fault == FAULT_NONE, "library of --gc=boehm", "see below");
    fflush(stdout);
    toolchain_advise(tools, fault, gc);
    return fault == FAULT_NONE;
}

ExitCode command_doctor(Arena *arena, const Options *options) {
    Toolchain tools = toolchain_new(arena, options);
    bool fine = check_toolchain(&tools, options->gc, options->verbose);
    void *graphviz = dlopen("libgvc.so.6", RTLD_LAZY);
    verdict(graphviz, "libgvc (svg and png pictures)", "optional; Debian: apt-get install libgvc6");
    verdict(files_find_program(arena, "ninja"), "ninja (for --keep-c's build.ninja)",
            "optional; Debian: apt-get install ninja-build");
    verdict(files_find_program(arena, "python3.11"), "python3.11 (to compare with)",
            "optional; Debian: apt-get install python3.11");
    return fine ? EXIT_FINE : EXIT_TOOLCHAIN;
}
