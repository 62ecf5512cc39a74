/* From the last stage to a binary.
 *
 * Every C file, those of the native runtime included, is compiled to an object whose name is a hash of all that
 * decides about its content: compiler, flags, text, and the texts it includes. Objects live in a cache folder, so an
 * unchanged unit is never compiled again, and parallel builds cannot disturb each other.
 */
#include "driver/build.h"

#include "backend_c/backend_c.h"
#include "driver/files.h"
#include "driver/process.h"
#include "driver/toolchain.h"
#include "runtime/embedded.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Unit {
    const CFile *file;
    Digest digest;
    const char *object; /* in the cache */
} Unit;

typedef struct Build {
    Arena *arena;
    const Options *options;
    Toolchain tools;
    CFile *files;
    int file_count;
    Unit *units;
    int unit_count;
    const char *cache;   /* folder of objects */
    const char *scratch; /* removed in the end; beside the objects, so that renaming works */
    const char *sources; /* where the C files are written */
    bool keeps_scratch;  /* as evidence of our bug */
} Build;

static const char native_folder[] = "runtime/native/";

static ExitCode cannot_write(const char *path) {
    say("cannot write %s: %s", path, strerror(errno));
    return EXIT_DIAGNOSTICS;
}

/* ---- C files ------------------------------------------------------------------------------------------ */

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && !strcmp(text + length - tail, end);
}

static bool starts_with(const char *text, const char *start) {
    return !strncmp(text, start, strlen(start));
}

static const char *base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void add_file(Build *build, CFile file) {
    build->files[build->file_count++] = file;
    if (file.is_unit)
        build->unit_count++;
}

/* The C files of the native runtime, under their own names. */
static void add_native(Build *build) {
    for (int i = 0; i < embedded_file_count; i++) {
        const EmbeddedFile *file = &embedded_files[i];
        if (starts_with(file->path, native_folder))
            add_file(build, (CFile){file->path, file->text, file->length, ends_with(file->path, ".c")});
    }
}

/* The names of the native runtime's C files, for the build plan. */
static int native_sources(Arena *arena, const char ***sources) {
    int count = 0;
    *sources = arena_alloc(arena, (size_t)embedded_file_count * sizeof **sources);
    for (int i = 0; i < embedded_file_count; i++)
        if (starts_with(embedded_files[i].path, native_folder) && ends_with(embedded_files[i].path, ".c"))
            (*sources)[count++] = embedded_files[i].path;
    return count;
}

static void emit(Build *build, Road *road, const char *output) {
    const Toolchain *tools = &build->tools;
    const char **sources;
    int source_count = native_sources(build->arena, &sources);
    BackendOptions options = {.line_directives = build->options->debug_info,
                              .cc = tools->cc,
                              .cflags = arena_printf(build->arena, "-I. -I%s %s", native_folder, tools->cflags),
                              .ldflags = tools->ldflags,
                              .output = base_name(output ? output : "program"),
                              .sources = sources,
                              .source_count = source_count};
    double start = report_seconds();
    COutput *c = backend_c_emit(build->arena, road->program, &options);
    report_time(road->report, "C", report_seconds() - start, NULL);
    build->files = arena_alloc(build->arena, (size_t)(c->count + embedded_file_count) * sizeof *build->files);
    for (int i = 0; i < c->count; i++)
        add_file(build, c->files[i]);
    add_native(build);
}

static bool write_files(Build *build) {
    for (int i = 0; i < build->file_count; i++) {
        const CFile *file = &build->files[i];
        const char *path = arena_printf(build->arena, "%s/%s", build->sources, file->name);
        const char *folder = arena_text(build->arena, path, (size_t)(strrchr(path, '/') - path));
        if (!files_make_folder(build->arena, folder) || !files_write(build->arena, path, file->text, file->length)) {
            cannot_write(path);
            return false;
        }
    }
    return true;
}

/* ---- digests ------------------------------------------------------------------------------------------ */

/* The file that `#include "name"` means, found as the compiler will: beside the units, or in the native runtime. */
static const CFile *find_file(const Build *build, const char *name) {
    for (int i = 0; i < build->file_count; i++) {
        const char *candidate = build->files[i].name;
        if (!strcmp(candidate, name))
            return &build->files[i];
        if (starts_with(candidate, native_folder) && !strcmp(candidate + strlen(native_folder), name))
            return &build->files[i];
    }
    return NULL;
}

/* Adds the file's text and, before it, those it includes; each once. */
static void digest_file(const Build *build, Digest *digest, const CFile *file, bool *seen) {
    if (seen[file - build->files])
        return;
    seen[file - build->files] = true;
    for (const char *line = file->text; line; line = strchr(line, '\n')) {
        line += *line == '\n';
        static const char include[] = "#include \"";
        if (strncmp(line, include, sizeof include - 1))
            continue;
        const char *name = line + sizeof include - 1;
        const CFile *included = find_file(build, arena_text(build->arena, name, strcspn(name, "\"\n")));
        if (included)
            digest_file(build, digest, included, seen);
    }
    digest_text(digest, file->name);
    digest_add(digest, file->text, file->length);
}

static void find_units(Build *build) {
    build->units = arena_alloc(build->arena, (size_t)build->unit_count * sizeof *build->units);
    int count = 0;
    for (int i = 0; i < build->file_count; i++) {
        if (!build->files[i].is_unit)
            continue;
        Unit *unit = &build->units[count++];
        *unit = (Unit){.file = &build->files[i], .digest = build->tools.identity};
        bool *seen = arena_alloc(build->arena, (size_t)build->file_count);
        digest_file(build, &unit->digest, unit->file, seen);
        unit->object = arena_printf(build->arena, "%s/%s.o", build->cache, digest_name(build->arena, unit->digest));
    }
}

/* ---- folders -------------------------------------------------------------------------------------------- */

static const char *cache_folder(Arena *arena) {
    const char *xdg = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (xdg && *xdg == '/')
        return arena_printf(arena, "%s/weft", xdg);
    return home && *home == '/' ? arena_printf(arena, "%s/.cache/weft", home) : NULL;
}

/* Without a usable cache folder the scratch folder serves as one. */
static bool open_folders(Build *build) {
    const char *temporary = getenv("TMPDIR");
    build->cache = cache_folder(build->arena);
    if (build->cache && files_make_folder(build->arena, build->cache))
        build->scratch = files_temporary(build->arena, build->cache);
    if (!build->scratch) {
        temporary = temporary && *temporary == '/' ? temporary : "/tmp";
        build->scratch = files_temporary(build->arena, temporary);
        build->cache = build->scratch;
    }
    build->sources = build->options->keep_c ? build->options->keep_c : build->scratch;
    if (build->scratch && files_make_folder(build->arena, build->sources))
        return true;
    cannot_write(build->scratch ? build->sources : temporary);
    return false;
}

typedef struct Cached {
    const char *path;
    time_t used;
    off_t size;
} Cached;

static int by_age(const void *a, const void *b) {
    time_t x = ((const Cached *)a)->used, y = ((const Cached *)b)->used;
    return (x > y) - (x < y);
}

/* Removes what has not been used for longest until the cache is below its limit. */
static void trim_cache(Build *build) {
    enum { LIMIT = 256 << 20 };
    DIR *folder = opendir(build->cache);
    Cached *items = NULL;
    int count = 0, capacity = 0;
    off_t total = 0;
    struct stat info;
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        const char *path = arena_printf(build->arena, "%s/%s", build->cache, entry->d_name);
        if (stat(path, &info) || !S_ISREG(info.st_mode))
            continue;
        items = arena_grow(build->arena, items, count, &capacity, sizeof *items);
        items[count++] = (Cached){path, info.st_mtime, info.st_size};
        total += info.st_size;
    }
    if (folder)
        closedir(folder);
    if (total > LIMIT)
        qsort(items, (size_t)count, sizeof *items, by_age);
    for (int i = 0; i < count && total > LIMIT; i++)
        if (!unlink(items[i].path))
            total -= items[i].size;
}

/* Whether the cached file is there; it counts as used now. */
static bool is_cached(const char *path) {
    return !utimensat(AT_FDCWD, path, NULL, 0);
}

static void close_folders(Build *build) {
    if (build->scratch && !build->keeps_scratch)
        files_remove_tree(build->scratch);
}

/* ---- when the C compiler fails ---------------------------------------------------------------------- */

static const Job *failed_job(const Job *jobs, int count) {
    for (int i = 0; i < count; i++)
        if (jobs[i].status || jobs[i].error)
            return &jobs[i];
    return jobs;
}

static bool mentions(const char *log, const char *text) {
    return log && strstr(log, text);
}

static void show_log(const char *log) {
    enum { MAX_LINES = 30 };
    const char *end = log;
    for (int i = 0; i < MAX_LINES && *end; i++)
        end += strcspn(end, "\n") + (end[strcspn(end, "\n")] == '\n');
    fprintf(stderr, "%.*s", (int)(end - log), log);
}

static ExitCode report_bug(Build *build, const Job *job, const char *log) {
    const char *script = "";
    for (int i = 0; job->argv[i]; i++)
        script = arena_printf(build->arena, "%s%s'%s'", script, i ? " " : "", job->argv[i]);
    const char *path = arena_printf(build->arena, "%s/reproduce.sh", build->sources);
    files_write(build->arena, path, script, strlen(script));
    build->keeps_scratch = true;
    say("bug in Weft: the C compiler does not accept what was generated for %s\n"
        "  please report it together with the folder %s (reproduce.sh has the command)",
        job->label, build->sources);
    if (log)
        show_log(log);
    return EXIT_BUG;
}

/* What the command writes: the word behind -o. */
static const char *output_of(const Job *job) {
    for (int i = 0; job->argv[i] && job->argv[i + 1]; i++)
        if (!strcmp(job->argv[i], "-o"))
            return job->argv[i + 1];
    return job->label;
}

static ExitCode explain_failure(Build *build, const Job *jobs, int count) {
    const Job *job = failed_job(jobs, count);
    size_t length;
    const char *log = files_read(build->arena, job->log, &length);
    if (mentions(log, "No space left on device") || mentions(log, "Disk quota exceeded")) {
        say("the disk is full: the C compiler could not write %s", output_of(job));
        return EXIT_DIAGNOSTICS;
    }
    GcKind gc = build->options->gc;
    Fault fault = toolchain_probe(&build->tools, gc, build->scratch, build->options->verbose);
    toolchain_advise(&build->tools, fault, gc);
    if (fault != FAULT_NONE)
        return EXIT_TOOLCHAIN;
    if (mentions(log, "Killed") || WIFSIGNALED(job->status)) {
        say("the C compiler was killed while it compiled %s (out of memory?)", job->label);
        return EXIT_DIAGNOSTICS;
    }
    return report_bug(build, job, log);
}

static ExitCode run_jobs(Build *build, Job *jobs, int count) {
    const Options *options = build->options;
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    int parallel = options->jobs ? options->jobs : processors > 0 ? (int)processors : 1;
    switch (jobs_run(build->arena, jobs, count, parallel, build->scratch, options->verbose)) {
    case JOBS_FINE:
        return EXIT_FINE;
    case JOBS_INTERRUPTED:
        return EXIT_INTERRUPTED;
    case JOBS_FAILED:
        break;
    }
    return explain_failure(build, jobs, count);
}

/* ---- compile and link ----------------------------------------------------------------------------------- */

static Job compile_job(Build *build, const Unit *unit, int index) {
    Arena *arena = build->arena;
    const char *extra[] = {
        arena_printf(arena, "-I%s", build->sources),
        arena_printf(arena, "-I%s/%s", build->sources, native_folder),
        arena_printf(arena, "-fdebug-prefix-map=%s/=", build->sources),
        "-c",
        arena_printf(arena, "%s/%s", build->sources, unit->file->name),
        "-o",
        arena_printf(arena, "%s/%d.o", build->scratch, index),
        NULL,
    };
    return (Job){.argv = toolchain_compile(&build->tools, extra),
                 .label = unit->file->name,
                 .log = arena_printf(arena, "%s/%d.log", build->scratch, index)};
}

static ExitCode compile_units(Build *build) {
    Job *jobs = arena_alloc(build->arena, (size_t)build->unit_count * sizeof *jobs);
    int *missing = arena_alloc(build->arena, (size_t)build->unit_count * sizeof *missing);
    int count = 0;
    for (int i = 0; i < build->unit_count; i++) {
        if (is_cached(build->units[i].object))
            continue;
        missing[count] = i;
        jobs[count++] = compile_job(build, &build->units[i], i);
    }
    if ((count || build->options->keep_c) && !write_files(build))
        return EXIT_DIAGNOSTICS;
    ExitCode exit_code = count ? run_jobs(build, jobs, count) : EXIT_FINE;
    for (int i = 0; i < count; i++) { /* what has become of the others is worth keeping after a failure, too */
        const char *object = build->units[missing[i]].object;
        if (jobs[i].ended && !jobs[i].status &&
            rename(arena_printf(build->arena, "%s/%d.o", build->scratch, missing[i]), object))
            exit_code = cannot_write(object);
    }
    return exit_code;
}

static ExitCode link_to(Build *build, const char *output) {
    const char *temporary = files_beside(build->arena, output);
    if (!temporary)
        return cannot_write(output);
    const char **extra = arena_alloc(build->arena, (size_t)(build->unit_count + 3) * sizeof *extra);
    for (int i = 0; i < build->unit_count; i++)
        extra[i] = build->units[i].object;
    extra[build->unit_count] = "-o";
    extra[build->unit_count + 1] = temporary;
    Job job = {.argv = toolchain_link(&build->tools, extra),
               .label = output,
               .log = arena_printf(build->arena, "%s/link.log", build->scratch)};
    ExitCode exit_code = run_jobs(build, &job, 1);
    if (exit_code == EXIT_FINE && rename(temporary, output))
        exit_code = cannot_write(output);
    if (exit_code != EXIT_FINE)
        unlink(temporary);
    trim_cache(build);
    return exit_code;
}

/* Where the binary of exactly these objects is cached. */
static const char *cached_binary(Build *build) {
    Digest digest = build->tools.identity;
    digest_text(&digest, build->tools.ldflags);
    for (int i = 0; i < build->unit_count; i++)
        digest_add(&digest, &build->units[i].digest, sizeof(Digest));
    return arena_printf(build->arena, "%s/%s", build->cache, digest_name(build->arena, digest));
}

static ExitCode compile_and_link(Build *build, Road *road, const char *output, Binary *binary) {
    emit(build, road, output);
    find_units(build);
    bool to_cache = !output;
    *binary = (Binary){.path = to_cache ? cached_binary(build) : output};
    if (to_cache && is_cached(binary->path) && !build->options->keep_c)
        return EXIT_FINE;
    double start = report_seconds();
    ExitCode exit_code = compile_units(build);
    if (exit_code == EXIT_FINE)
        exit_code = link_to(build, binary->path);
    if (to_cache && build->cache == build->scratch && exit_code == EXIT_FINE) {
        build->keeps_scratch = true; /* nowhere else to run it from */
        binary->temporary = build->scratch;
    }
    report_time(road->report, "cc", report_seconds() - start, NULL);
    return exit_code;
}

ExitCode build_binary(Road *road, const char *output, Binary *binary) {
    Build build = {.arena = road->arena, .options = road->options};
    build.tools = toolchain_new(road->arena, road->options);
    interrupts_hold();
    ExitCode exit_code = EXIT_DIAGNOSTICS;
    if (open_folders(&build))
        exit_code = compile_and_link(&build, road, output, binary);
    close_folders(&build);
    return interrupts_release() ? EXIT_INTERRUPTED : exit_code;
}

ExitCode build_c_files(Road *road, const char *output, const char *folder) {
    Build build = {.arena = road->arena, .options = road->options, .sources = folder};
    build.tools = toolchain_new(road->arena, road->options);
    if (!files_make_folder(road->arena, folder))
        return cannot_write(folder);
    emit(&build, road, output);
    return write_files(&build) ? EXIT_FINE : EXIT_DIAGNOSTICS;
}
