/* Programs for the tests of ir/: made at random but well-formed, or read from text. */
#ifndef TESTS_UNIT_IR_SUPPORT_H
#define TESTS_UNIT_IR_SUPPORT_H

#include "ir/ir.h"

/* A reproducible random number below `limit`. */
uint32_t random_below(uint64_t *state, uint32_t limit);
/* A low-level program of one graph, `f`, with `blocks` blocks of arithmetic, switches and exception exits. */
Program *random_program(Arena *arena, uint64_t seed, int blocks);
/* program_print as a string in the arena. */
char *printed(Arena *arena, const Program *program);
/* NULL if the text is malformed; then *code is the error's code. */
Program *parsed(Arena *arena, const char *text, const char **code);

#endif
