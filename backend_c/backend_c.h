/* Stage `gc` graphs → C11 files and a build plan. */
#ifndef BACKEND_C_BACKEND_C_H
#define BACKEND_C_BACKEND_C_H

#include "ir/ir.h"

/* What the generated C needs from the C compiler; the build plan puts it before `cflags`. */
extern const char backend_c_flags[];

typedef struct BackendOptions {
    bool line_directives;       /* -g: emit #line */
    int unit_cost;              /* estimated lines of C a unit may hold; 0: 4000 */
    int huge_cost;              /* functions beyond so many lines are written in parts; 0: 8000 */
    const char *cc;             /* C compiler command, may have several words */
    const char *cflags;         /* complete, in order */
    const char *ldflags;        /* libraries included */
    const char *output;         /* the binary, as the build files name it */
    const char *const *sources; /* further C files of the build, relative to its folder: the native runtime's */
    int source_count;
} BackendOptions;

typedef struct CFile {
    const char
        *name; /* relative, e.g. "unit_main_0.c", "weft_types.h", "build.ninja", "Makefile", "compile_commands.json" */
    const char *text;
    size_t length;
    bool is_unit; /* to be compiled */
} CFile;

typedef struct COutput {
    CFile *files;
    int count, capacity;
} COutput;

/* Everything but the native runtime's own sources, which the driver adds. Deterministic: same program, same bytes. */
COutput *backend_c_emit(Arena *arena, Program *program, const BackendOptions *options);

#endif
