/* Running programs given as text: shared by the evaluator's tests. */
#include "tests/unit/eval_support.h"

#include <stdlib.h>
#include <string.h>

Program *eval_test_parse(Arena *arena, const char *path, const char *text, bool verify) {
    SourceFile *file = arena_alloc(arena, sizeof *file);
    *file = (SourceFile){.path = path, .text = text, .length = strlen(text)};
    DiagList *diags = arena_alloc(arena, sizeof *diags);
    diags->arena = arena;
    Program *program = program_parse(arena, file, diags);
    if (!program) {
        diag_render(diags, stderr, DIAG_HUMAN, false, 20);
        ck_abort_msg("%s does not parse", path);
    }
    const char *wrong = verify ? program_verify(arena, program) : NULL;
    if (wrong)
        ck_abort_msg("%s: %s", path, wrong);
    return program;
}

EvalResult eval_test_run(Arena *arena, Program *program, EvalOptions options, const char **output) {
    char *text = NULL;
    size_t length = 0;
    options.out = open_memstream(&text, &length);
    FILE *null = options.err ? NULL : fopen("/dev/null", "w");
    options.err = options.err ? options.err : null;
    EvalResult result = program_eval(arena, program, &options);
    fclose(options.out);
    if (null)
        fclose(null);
    if (output)
        *output = arena_text(arena, text, length);
    free(text);
    return result;
}
