/* What the evaluator's tests share: running a program given as text. */
#ifndef TESTS_UNIT_EVAL_SUPPORT_H
#define TESTS_UNIT_EVAL_SUPPORT_H

#include "ir/eval.h"

#include <check.h>

/* Parses `text`; a failure to parse, or to verify if that is asked for, fails the test. */
Program *eval_test_parse(Arena *arena, const char *path, const char *text, bool verify);
/* Runs it; what it writes to stream 1 goes to *output (in the arena) unless that is NULL. */
EvalResult eval_test_run(Arena *arena, Program *program, EvalOptions options, const char **output);

/* eval_memory_test.c */
void eval_memory_tests(Suite *suite);

#endif
