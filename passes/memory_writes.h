/* What functions may write, they themselves and what they call. Private to passes/.
 *
 * A class of memory is what one key stands for: a field of a struct (its Field), the items of an array type (that). */
#ifndef PASSES_MEMORY_WRITES_H
#define PASSES_MEMORY_WRITES_H

#include "passes/pass_internal.h"

typedef struct MemoryWrites MemoryWrites;

/* The class that a getfield, setfield, share, array_get, array_set or array_copy reads or writes; NULL: another op. */
const void *memory_key(const Op *op);
/* Whether the op leaves all memory of the program alone, or writes only the class of its key. */
bool memory_op_is_quiet(const Op *op);

MemoryWrites *memory_writes_new(Arena *scratch, const Program *program);
/* Whether the program has finalizers, which may write anything wherever memory is allocated. */
bool memory_has_finalizers(const MemoryWrites *writes);
/* The number that `writes` has for a class; NO_WRITES: nothing writes it. */
enum { NO_WRITES = -1 };
int memory_writes_class(const MemoryWrites *writes, const void *key);
/* Whether what the op calls may write the class, or (NO_WRITES) anything at all that has no class. */
bool memory_call_writes(const MemoryWrites *writes, const Op *op, int class);

#endif
