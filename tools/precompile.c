/* Compiles a collector, when Weft is built, to what gctransform/collector.c makes part of programs.
 *
 * Usage: precompile NAME > NAME.ir
 */
#include "frontend/frontend.h"
#include "gctransform/gctransform.h"
#include "passes/passes.h"

#include <stdlib.h>
#include <string.h>

static GcKind kind_of(const char *name) {
    for (int i = 0; i < GC_COUNT; i++)
        if (!strcmp(gc_info[i].text, name) && *gc_info[i].module)
            return (GcKind)i;
    fprintf(stderr, "precompile: there is no collector '%s'\n", name);
    exit(2);
}

/* From the source of an empty program to stage exc. NULL after diagnostics. */
static Program *compile(Arena *arena, DiagList *diags, GcKind kind) {
    Program *program = frontend_load(arena, diags, "/dev/null", gc_info[kind].module);
    Inference *inference = program ? frontend_infer(program, &(InferOptions){0}) : NULL;
    if (!inference || !frontend_lower(inference))
        return NULL;
    inference_free(inference);
    generators_transform(program);
    PassParams params = pass_params('s'); /* larger functions are no faster here */
    PassHooks hooks = {.verify = true, .params = &params};
    const char *wrong = passes_run(program, &(PassPlan){(PassId *)pass_sequence, SEQUENCE_LENGTH}, &hooks);
    if (wrong) {
        fprintf(stderr, "precompile: %s\n", wrong);
        exit(1);
    }
    exceptions_transform(program);
    return program;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fputs("usage: precompile NAME\n", stderr);
        return 2;
    }
    GcKind kind = kind_of(argv[1]);
    Arena *arena = arena_new();
    DiagList diags = {.arena = arena};
    Program *program = compile(arena, &diags, kind);
    diag_render(&diags, stderr, DIAG_HUMAN, false, 20);
    if (!program)
        return 1;
    const Op *wrong = collector_extract(program, kind);
    if (wrong) {
        fprintf(stderr, "%s:%u: a collector's module may only set variables to constants\n", wrong->pos->file->path,
                (unsigned)wrong->pos->line);
        return 1;
    }
    program_print(program, stdout);
    arena_free(arena);
    return fflush(stdout) || ferror(stdout);
}
