/* What the C backend's tests share: compiling a program to a binary, and running that. */
#ifndef TESTS_UNIT_BACKEND_SUPPORT_H
#define TESTS_UNIT_BACKEND_SUPPORT_H

#include "backend_c/backend_c.h"

#include <check.h>

typedef struct RunResult {
    int status;
    const char *output; /* what it wrote to stream 1 */
    size_t length;
} RunResult;

/* A folder for the test's files with the native runtime as a library in it, compiled with sanitizers; and its removal.
 */
void backend_setup(void);
void backend_teardown(void);
/* Brings a program from any low stage to stage gc. */
void backend_transform(Program *program);
/* Emits a program of stage gc, builds it with make (ninja if `huge_cost` is given) and runs it. */
RunResult backend_run(Arena *arena, Program *program, int huge_cost);
char *backend_read_file(Arena *arena, const char *path, size_t *length);

/* backend_run_test.c */
void backend_run_tests(Suite *suite);

#endif
