/* What passes know of memory: which reads see the same writes. Private to passes/.
 *
 * Memory is divided into classes that do not overlap: a field of a struct, the items of arrays of a type. Each class
 * has a state, a number that changes with whatever may write there. Two reads of one place in one state give the same
 * (the memory part of static single assignment, numbered as values are). */
#ifndef PASSES_MEMORY_STATE_H
#define PASSES_MEMORY_STATE_H

#include "passes/memory_writes.h"
#include "passes/ssa.h"

typedef struct MemoryStates {
    const Ssa *ssa;
    const MemoryWrites *writes;
    Map classes;     /* key -> class + 1, of those that the function reads */
    int *written_as; /* by class: its number in `writes` */
    int class_count;
    uint32_t *entry; /* the states at the start of blocks: by block id * class_count + class */
} MemoryStates;

enum { NO_CLASS = -1 };

/* Numbers the ops (their field `index`). */
MemoryStates *memory_states_new(Ssa *ssa, const MemoryWrites *writes);
/* What the op reads or writes, a getfield, array_get, setfield, array_set; NO_CLASS: unknown, or something else. */
int memory_class(const MemoryStates *memory, const Op *op);
/* Whether what it reads never changes. */
bool memory_is_lasting(const Op *op);
/* The states at the start of the block, in memory of the caller's. */
void memory_enter(const MemoryStates *memory, const Block *block, uint32_t *states);
/* The states after the op. */
void memory_pass(const MemoryStates *memory, const Op *op, uint32_t *states);

#endif
