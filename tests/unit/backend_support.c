/* Programs through the C compiler, for the backend's tests. The generated code and the runtime are compiled with
 * AddressSanitizer and UndefinedBehaviorSanitizer, whose complaints change the exit status. */
#include "tests/unit/backend_support.h"

#include "gctransform/gctransform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char sanitize[] = "-O0 -fsanitize=address,undefined -fno-sanitize-recover=all";
static char folder[64], root[512];

static void must_run(const char *command) {
    ck_assert_msg(system(command) == 0, "failed: %s", command);
}

void backend_setup(void) {
    strcpy(folder, "/tmp/weft-backend-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_ptr_nonnull(getcwd(root, sizeof root));
    char command[2048];
    snprintf(
        command, sizeof command,
        "cd %s && cp %s/runtime/native/weft.h . && gcc %s %s -c %s/runtime/native/*.c && ar rcs native.a *.o && rm *.o",
        folder, root, backend_c_flags, sanitize, root);
    must_run(command);
}

void backend_teardown(void) {
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    must_run(command);
}

void backend_transform(Program *program) {
    if (program->stage == STAGE_LOW) {
        generators_transform(program);
        exceptions_transform(program);
    }
    if (program->stage == STAGE_EXC)
        gc_transform(program, GC_NONE, (GcOptions){.inlines = true});
    program_drop_unreachable(program);
}

char *backend_read_file(Arena *arena, const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "no file %s", path);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = arena_alloc(arena, *length + 1);
    ck_assert_uint_eq(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

static void write_files(Arena *arena, const char *where, const COutput *output) {
    for (int i = 0; i < output->count; i++) {
        FILE *file = fopen(arena_printf(arena, "%s/%s", where, output->files[i].name), "wb");
        ck_assert_ptr_nonnull(file);
        fwrite(output->files[i].text, 1, output->files[i].length, file);
        fclose(file);
    }
}

RunResult backend_run(Arena *arena, Program *program, int huge_cost) {
    BackendOptions options = {.cc = "gcc",
                              .cflags = arena_printf(arena, "%s -I..", sanitize),
                              .ldflags = "../native.a -lm",
                              .output = "prog",
                              .huge_cost = huge_cost};
    const char *where = arena_printf(arena, "%s/program", folder);
    must_run(arena_printf(arena, "rm -rf %s && mkdir %s", where, where));
    write_files(arena, where, backend_c_emit(arena, program, &options));
    must_run(arena_printf(arena, "cd %s && %s", where, huge_cost ? "ninja --quiet" : "make -s"));
    const char *command = "cd %s && ASAN_OPTIONS=detect_leaks=0 timeout 60 ./prog >out";
    int status = system(arena_printf(arena, command, where));
    RunResult result = {.status = WEXITSTATUS(status)};
    result.output = backend_read_file(arena, arena_printf(arena, "%s/out", where), &result.length);
    return result;
}
