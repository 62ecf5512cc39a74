/* Random programs, whose result no pass may change. */
#ifndef TESTS_UNIT_MAKER_PROGRAM_H
#define TESTS_UNIT_MAKER_PROGRAM_H

#include "ir/ir.h"

/* A number from 0 to limit - 1. */
uint32_t maker_number(uint64_t *state, uint32_t limit);
/* At stage low; the entry gives a number. The same seed makes the same program. */
Program *maker_program(Arena *arena, uint64_t seed);

#endif
