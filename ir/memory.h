/* The evaluator's simulated memory: byte-addressed blocks in real host memory, with a shadow state for every byte.
 *
 * Blocks are carved from chunks by bumping and their addresses are never used again, so an address stays attributable
 * to its block for as long as the chunk exists: also after the block was freed. A chunk all of whose blocks are freed
 * goes into a bounded quarantine and is then given back. Every block is followed by a red zone that belongs to it,
 * never accessible. Finding the block of an address takes a search among the (few, large) chunks and one table look-up.
 */
#ifndef IR_MEMORY_H
#define IR_MEMORY_H

#include "ir/ir.h"

#include <string.h>

/* The numbers matter: bit 1 set and nothing above it means readable. */
typedef enum Shadow {
    SHADOW_UNALLOCATED = 0,
    SHADOW_UNINITIALISED = 1,
    SHADOW_INITIALISED = 2,
    SHADOW_CONSTANT = 3, /* initialised and write-protected */
    SHADOW_FREED = 4,
    SHADOW_RETIRED = 5
} Shadow;

typedef enum BlockKind { BLOCK_RAW, BLOCK_OBJECT, BLOCK_STACK, BLOCK_DATA } BlockKind;

typedef struct MemoryBlock {
    uint64_t start, size;
    uint64_t serial; /* order of allocation, from 1 */
    BlockKind kind;
    bool is_freed;
    const Type *type;                   /* what it was allocated as; NULL: plain bytes */
    const char *name;                   /* BLOCK_DATA: of the data */
    const Pos *allocated_at, *freed_at; /* may be NULL */
} MemoryBlock;

typedef struct MemoryChunk {
    uint64_t base, size, used;
    uint8_t *shadow;
    uint32_t *owners; /* for each granule of 16 bytes: index into blocks, plus 1; 0: not handed out */
    MemoryBlock *blocks;
    int block_count, block_capacity, live_count;
    bool is_mapped; /* the base is from mmap */
} MemoryChunk;

typedef enum FaultKind {
    FAULT_NONE,
    FAULT_NULL,
    FAULT_UNALLOCATED,
    FAULT_OUT_OF_BOUNDS,
    FAULT_UNINITIALISED,
    FAULT_FREED,
    FAULT_RETIRED,
    FAULT_CONSTANT,
    FAULT_FREE_NULL,
    FAULT_FREE_TWICE,
    FAULT_FREE_INTERIOR,
    FAULT_FREE_NOT_RAW
} FaultKind;

typedef struct Memory {
    MemoryChunk **chunks; /* by ascending base */
    int chunk_count, chunk_capacity;
    MemoryChunk *recent;      /* where the last look-up ended */
    MemoryChunk *open;        /* where small blocks come from */
    MemoryChunk *open_stack;  /* those on the stack: collectors rely on their addresses not being among the heap's */
    uint64_t stack_end;       /* where the next such chunk should begin */
    MemoryChunk none;         /* empty: stands for "no chunk" */
    MemoryChunk **quarantine; /* ring of chunks without a live block */
    int quarantine_next;
    uint64_t serial;
    /* the last fault: what, and the first byte concerned */
    FaultKind fault;
    uint64_t fault_address;
} Memory;

/* What a new block is. */
typedef struct BlockInfo {
    BlockKind kind;
    Shadow shadow; /* of all its bytes, which are zero */
    const Type *type;
    const char *name;
    const Pos *pos;
} BlockInfo;

Memory *memory_new(void);
void memory_free(Memory *memory);

/* A new zeroed block, aligned to 16 bytes; 0 if there is not that much memory. */
uint64_t memory_allocate(Memory *memory, uint64_t size, const BlockInfo *info);
/* Frees the raw block that starts at `address`. False: see memory->fault. */
bool memory_release(Memory *memory, uint64_t address, const Pos *pos);
/* The live object on the stack at `address` ends: with its frame (`pos` NULL), or because the op at `pos` ran again. */
void memory_end(Memory *memory, uint64_t address, const Pos *pos);
/* The block whose bytes or red zone include `address`, freed or not; NULL if there is none. */
MemoryBlock *memory_block(Memory *memory, uint64_t address);
/* Sets the shadow of a range inside one live block. False: see memory->fault. */
bool memory_mark(Memory *memory, uint64_t address, uint64_t size, Shadow shadow);

/* Whether all bytes of the range may be read / written / copied from (initialised or not). False: see memory->fault. */
bool memory_can_read(Memory *memory, uint64_t address, uint64_t size);
bool memory_can_write(Memory *memory, uint64_t address, uint64_t size);
bool memory_can_copy(Memory *memory, uint64_t address, uint64_t size);
/* Copies the bytes out of / into the memory, if that is allowed. False: see memory->fault. */
bool memory_read(Memory *memory, uint64_t address, void *bytes, uint64_t size);
bool memory_write(Memory *memory, uint64_t address, const void *bytes, uint64_t size);
/* As memmove and memset(0), shadow included. False: see memory->fault. */
bool memory_copy(Memory *memory, uint64_t to, uint64_t from, uint64_t size);
bool memory_zero(Memory *memory, uint64_t address, uint64_t size);
/* Records a fault found by the caller; gives false. */
bool memory_set_fault(Memory *memory, FaultKind fault, uint64_t address);

/* Whether both addresses belong to the same block (or its red zone). */
bool memory_same_block(Memory *memory, uint64_t a, uint64_t b);

/* The last fault in words: what happened, and where that is in relation to the block of `base` (0: to the block
 * found at the faulty address). */
const char *memory_fault_text(Arena *arena, Memory *memory, uint64_t base);
/* "a 24-byte object of `list[int]` allocated at prog.py:3" */
const char *memory_block_text(Arena *arena, const MemoryBlock *block);

#endif
