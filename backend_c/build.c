/* The build plan: build.ninja, a Makefile that does the same, and compile_commands.json for tools. */
#include "backend_c/emit.h"

#include <string.h>

/* Warnings of generated code are errors, but for those that say nothing about it: comparisons that are constant after
 * inlining, and guesses about values on paths that are never taken (an object that is compared with one on the stack,
 * and then returned); and gcc 12's check of indentation takes quadratic time. */
const char backend_c_flags[] =
    "-std=gnu11 -D_GNU_SOURCE -Wall -Werror -Wno-misleading-indentation -Wno-address -Wno-tautological-compare "
    "-Wno-unused-but-set-variable -Wno-unused-function "
    "-Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread "
    "-Wno-maybe-uninitialized -Wno-nonnull -Wno-return-local-addr -Wno-unknown-warning-option -ffp-contract=off "
    "-fno-strict-aliasing";

typedef struct Plan {
    Backend *backend;
    const char **sources, **objects;
    int count, capacity, object_capacity;
    const char *cc, *cflags, *ldflags, *output;
} Plan;

static void add_source(Plan *plan, const char *source) {
    Arena *arena = plan->backend->arena;
    const char *base = strrchr(source, '/');
    base = base ? base + 1 : source;
    plan->sources = arena_grow(arena, plan->sources, plan->count, &plan->capacity, sizeof *plan->sources);
    plan->objects = arena_grow(arena, plan->objects, plan->count, &plan->object_capacity, sizeof *plan->objects);
    plan->sources[plan->count] = source;
    plan->objects[plan->count++] = arena_printf(arena, "%.*s.o", (int)strlen(base) - 2, base);
}

static Plan make_plan(Backend *backend) {
    const BackendOptions *options = backend->options;
    Plan plan = {.backend = backend};
    plan.cc = options->cc ? options->cc : "cc";
    plan.cflags = arena_printf(backend->arena, "%s %s", backend_c_flags, options->cflags ? options->cflags : "");
    plan.ldflags = options->ldflags ? options->ldflags : "";
    plan.output = options->output ? options->output : "a.out";
    for (int i = 0; i < backend->output->count; i++)
        if (backend->output->files[i].is_unit)
            add_source(&plan, backend->output->files[i].name);
    for (int i = 0; i < options->source_count; i++)
        add_source(&plan, options->sources[i]);
    return plan;
}

/* `value` with `escape` before every byte of `special`. */
static void escaped(Text *text, const char *value, const char *special, const char *escape) {
    for (; *value; value++) {
        if (strchr(special, *value))
            text_add(text, escape);
        text_char(text, *value);
    }
}

/* ---- ninja ---- */

static void ninja_path(Text *text, const char *path) {
    escaped(text, path, "$ :", "$");
}

static void ninja_variable(Text *text, const char *name, const char *value) {
    text_all(text, name, " = ", NULL);
    escaped(text, value, "$", "$");
    text_char(text, '\n');
}

static void write_ninja(const Plan *plan) {
    Text text = {.arena = plan->backend->arena};
    ninja_variable(&text, "cc", plan->cc);
    ninja_variable(&text, "cflags", plan->cflags);
    ninja_variable(&text, "ldflags", plan->ldflags);
    text_add(&text, "\nrule cc\n  command = $cc $cflags -MMD -MF $out.d -c $in -o $out\n  depfile = $out.d\n"
                    "  deps = gcc\n  description = CC $in\n\n"
                    "rule link\n  command = $cc $cflags $in -o $out $ldflags\n  description = LINK $out\n\n");
    for (int i = 0; i < plan->count; i++) {
        text_all(&text, "build ", plan->objects[i], ": cc ", NULL);
        ninja_path(&text, plan->sources[i]);
        text_char(&text, '\n');
    }
    text_add(&text, "build ");
    ninja_path(&text, plan->output);
    text_add(&text, ": link");
    for (int i = 0; i < plan->count; i++)
        text_all(&text, " ", plan->objects[i], NULL);
    text_add(&text, "\ndefault ");
    ninja_path(&text, plan->output);
    text_char(&text, '\n');
    output_file(plan->backend, "build.ninja", &text, false);
}

/* ---- make ---- */

static void make_variable(Text *text, const char *name, const char *value) {
    text_all(text, name, " = ", NULL);
    escaped(text, value, "$", "$");
    text_char(text, '\n');
}

static void make_path(Text *text, const char *path) {
    for (; *path; path++) {
        text_add(text, *path == '$' ? "$" : strchr(" #:", *path) ? "\\" : "");
        text_char(text, *path);
    }
}

static void write_makefile(const Plan *plan) {
    Text text = {.arena = plan->backend->arena};
    make_variable(&text, "CC", plan->cc);
    make_variable(&text, "CFLAGS", plan->cflags);
    make_variable(&text, "LDFLAGS", plan->ldflags);
    text_add(&text, "OBJECTS =");
    for (int i = 0; i < plan->count; i++)
        text_all(&text, " \\\n    ", plan->objects[i], NULL);
    text_add(&text, "\n\n");
    make_path(&text, plan->output);
    text_add(&text, ": $(OBJECTS)\n\t$(CC) $(CFLAGS) $(OBJECTS) -o '$@' $(LDFLAGS)\n\n");
    for (int i = 0; i < plan->count; i++) {
        text_all(&text, plan->objects[i], ": ", NULL);
        make_path(&text, plan->sources[i]);
        text_add(&text, "\n\t$(CC) $(CFLAGS) -MMD -MF $@.d -c '$<' -o $@\n");
    }
    text_add(&text, "\n-include $(OBJECTS:=.d)\n");
    output_file(plan->backend, "Makefile", &text, false);
}

/* ---- compile_commands.json ---- */

static void json_text(Text *text, const char *value) {
    text_char(text, '"');
    escaped(text, value, "\"\\", "\\");
    text_char(text, '"');
}

static void write_commands(const Plan *plan) {
    Arena *arena = plan->backend->arena;
    Text text = {.arena = arena};
    text_add(&text, "[");
    for (int i = 0; i < plan->count; i++) {
        text_add(&text, i ? ",\n " : "\n ");
        text_add(&text, "{\"directory\": \".\", \"file\": ");
        json_text(&text, plan->sources[i]);
        text_add(&text, ", \"command\": ");
        json_text(&text, arena_printf(arena, "%s %s -c '%s' -o %s", plan->cc, plan->cflags, plan->sources[i],
                                      plan->objects[i]));
        text_add(&text, "}");
    }
    text_add(&text, "\n]\n");
    output_file(plan->backend, "compile_commands.json", &text, false);
}

void build_emit(Backend *backend) {
    Plan plan = make_plan(backend);
    write_ninja(&plan);
    write_makefile(&plan);
    write_commands(&plan);
}
