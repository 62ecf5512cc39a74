/* The C compiler. */
#include "driver/toolchain.h"

#include "backend_c/backend_c.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *from_environment(const char *name) {
    const char *text = getenv(name);
    return text ? text : "";
}

static const char *choose_cc(Arena *arena) {
    const char *cc = from_environment("CC");
    if (*cc)
        return cc;
    return files_find_program(arena, "cc") ? "cc" : "gcc";
}

static Words split(Arena *arena, const char *text) {
    Words words = {arena_alloc(arena, (strlen(text) / 2 + 2) * sizeof(char *)), 0};
    char *copy = arena_text(arena, text, strlen(text));
    for (char *word = strtok(copy, " \t\n"); word; word = strtok(NULL, " \t\n"))
        words.items[words.count++] = word;
    return words;
}

/* The program a word of CC names, by place, size and time: a new compiler makes new objects. */
static void add_program(Digest *digest, Arena *arena, const char *word) {
    struct stat info = {0};
    const char *path = files_find_program(arena, word);
    digest_text(digest, word);
    if (!path || stat(path, &info))
        return;
    digest_text(digest, path);
    digest_add(digest, &info.st_size, sizeof info.st_size);
    digest_add(digest, &info.st_mtim.tv_sec, sizeof info.st_mtim.tv_sec);
}

static Digest identify(const Toolchain *tools) {
    Digest digest = digest_new();
    Words words = split(tools->arena, tools->cc);
    for (int i = 0; i < words.count; i++)
        add_program(&digest, tools->arena, words.items[i]);
    digest_text(&digest, backend_c_flags);
    digest_text(&digest, tools->cflags);
    char folder[4096];
    if (tools->debug_info && getcwd(folder, sizeof folder))
        digest_text(&digest, folder); /* debuggers look for sources from here */
    return digest;
}

/* -O0 still asks the C compiler for a little: its -O0 is slow to run and uses the stack heavily. */
static const char *optimisation(char level) {
    switch (level) {
    case '0':
        return "-O1";
    case '3':
        return "-O3";
    case 's':
        return "-Os";
    default:
        return "-O2";
    }
}

static const char *const gc_define[GC_COUNT] = {
#define GC(code, text, module, moves, bumps, barrier, allocator, library, doc) "-DWEFT_GC_" #code,
#include "gctransform/gc.def"
#undef GC
};

Toolchain toolchain_new(Arena *arena, const Options *options) {
    Toolchain tools = {.arena = arena, .cc = choose_cc(arena), .debug_info = options->debug_info};
    tools.cflags = arena_printf(arena, "%s%s %s %s", optimisation(options->level), options->debug_info ? " -g" : "",
                                gc_define[options->gc], from_environment("CFLAGS"));
    tools.ldflags = arena_printf(arena, "%s %s -lm", from_environment("LDFLAGS"), gc_info[options->gc].library);
    tools.identity = identify(&tools);
    return tools;
}

static const char **join(Arena *arena, Words a, Words b, Words c) {
    const Words parts[] = {a, b, c};
    const char **all = arena_alloc(arena, (size_t)(a.count + b.count + c.count + 1) * sizeof *all);
    int count = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < parts[i].count; j++)
            all[count++] = parts[i].items[j];
    return all;
}

static Words words_of(const char *const *items) {
    Words words = {(const char **)items, 0};
    while (items[words.count])
        words.count++;
    return words;
}

const char **toolchain_compile(const Toolchain *tools, const char *const *extra) {
    Arena *arena = tools->arena;
    const char *command = arena_printf(arena, "%s %s %s", tools->cc, backend_c_flags, tools->cflags);
    return join(arena, split(arena, command), words_of(extra), (Words){0});
}

const char **toolchain_link(const Toolchain *tools, const char *const *extra) {
    Arena *arena = tools->arena;
    const char *command = arena_printf(arena, "%s %s", tools->cc, tools->cflags);
    return join(arena, split(arena, command), words_of(extra), split(arena, tools->ldflags));
}

/* ---- whose fault ------------------------------------------------------------------------------------- */

/* Whether "cc FLAGS probe.c -o probe LIBRARIES" works. */
static bool works(const Toolchain *tools, const char *folder, const char *flags, const char *libraries, bool verbose) {
    Arena *arena = tools->arena;
    const char *rest[] = {arena_printf(arena, "%s/probe.c", folder), "-o", arena_printf(arena, "%s/probe", folder),
                          NULL};
    const char **start = join(arena, split(arena, tools->cc), split(arena, flags), words_of(rest));
    Job job = {.argv = join(arena, words_of(start), split(arena, libraries), (Words){0}),
               .label = "probe",
               .log = arena_printf(arena, "%s/probe.log", folder)};
    return jobs_run(arena, &job, 1, 1, folder, verbose) == JOBS_FINE;
}

static bool write_probe(const Toolchain *tools, const char *folder, const char *text) {
    return files_write(tools->arena, arena_printf(tools->arena, "%s/probe.c", folder), text, strlen(text));
}

Fault toolchain_probe(const Toolchain *tools, GcKind gc, const char *folder, bool verbose) {
    static const char trivial[] = "#include <stdio.h>\nint main(void) { return puts(\"\") < 0; }\n";
    static const char boehm[] = "#include <gc.h>\nint main(void) { GC_INIT(); return !GC_MALLOC(8); }\n";
    Words cc = split(tools->arena, tools->cc);
    if (!cc.count || !files_find_program(tools->arena, cc.items[0]))
        return FAULT_NO_COMPILER;
    if (!write_probe(tools, folder, trivial))
        return FAULT_NONE;
    if (!works(tools, folder, "", "", verbose))
        return FAULT_COMPILER;
    if (!works(tools, folder, from_environment("CFLAGS"), from_environment("LDFLAGS"), verbose))
        return FAULT_USER_FLAGS;
    if (gc != GC_BOEHM || !write_probe(tools, folder, boehm))
        return FAULT_NONE;
    return works(tools, folder, from_environment("CFLAGS"), tools->ldflags, verbose) ? FAULT_NONE : FAULT_LIBRARY;
}

void toolchain_advise(const Toolchain *tools, Fault fault, GcKind gc) {
    switch (fault) {
    case FAULT_NO_COMPILER:
        say("no C compiler: '%s' was not found\n  install one (Debian: apt-get install gcc libc6-dev), or set CC",
            tools->cc);
        break;
    case FAULT_COMPILER:
        say("the C compiler '%s' cannot build even an empty program\n  install it completely (Debian: apt-get install "
            "gcc "
            "libc6-dev), or set CC",
            tools->cc);
        break;
    case FAULT_USER_FLAGS:
        say("the C compiler '%s' does not work with CFLAGS='%s' LDFLAGS='%s'", tools->cc, from_environment("CFLAGS"),
            from_environment("LDFLAGS"));
        break;
    case FAULT_LIBRARY:
        say("the library of --gc=%s is missing\n  install it (Debian: apt-get install libgc-dev), or build with "
            "--gc=none",
            gc_info[gc].text);
        break;
    case FAULT_NONE:
        break;
    }
}
