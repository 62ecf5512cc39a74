/* The evaluator's simulated memory: see memory.h. Host memory comes from calloc, not from an arena: chunks die one by
 * one. */
#include "ir/memory.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { GRANULE = 16, RED_ZONE = 16, CHUNK_SIZE = 4 << 20, QUARANTINE = 32, PAGE = 4096, NULL_PAGE = PAGE };

static const uint64_t LARGEST_BLOCK = (uint64_t)1 << 31;
static const uint64_t STACK_BASE = (uint64_t)1 << 33; /* below what the system hands out as a rule */

static void *allocate_or_die(uint64_t count, size_t size) {
    void *bytes = calloc(count, size);
    if (!bytes) {
        fputs("weft: the evaluator ran out of memory\n", stderr);
        exit(70);
    }
    return bytes;
}

Memory *memory_new(void) {
    Memory *memory = allocate_or_die(1, sizeof *memory);
    memory->recent = memory->open = memory->open_stack = &memory->none;
    memory->stack_end = STACK_BASE;
    memory->quarantine = allocate_or_die(QUARANTINE, sizeof *memory->quarantine);
    return memory;
}

static void chunk_free(MemoryChunk *chunk) {
    if (chunk->is_mapped)
        munmap((void *)(uintptr_t)chunk->base, chunk->size);
    else
        free((void *)(uintptr_t)chunk->base);
    free(chunk->shadow);
    free(chunk->owners);
    free(chunk->blocks);
    free(chunk);
}

void memory_free(Memory *memory) {
    for (int i = 0; i < memory->chunk_count; i++)
        chunk_free(memory->chunks[i]);
    free(memory->chunks);
    free(memory->quarantine);
    free(memory);
}

/* ---- chunks ---- */

/* Index of the first chunk whose base is beyond `address`. */
static int chunk_after(const Memory *memory, uint64_t address) {
    int low = 0, high = memory->chunk_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (memory->chunks[middle]->base > address)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static MemoryChunk *find_chunk(Memory *memory, uint64_t address) {
    if (address - memory->recent->base < memory->recent->size)
        return memory->recent;
    int at = chunk_after(memory, address) - 1;
    if (at < 0 || address - memory->chunks[at]->base >= memory->chunks[at]->size)
        return &memory->none;
    return memory->recent = memory->chunks[at];
}

static void insert_chunk(Memory *memory, MemoryChunk *chunk) {
    if (memory->chunk_count == memory->chunk_capacity) {
        int capacity = memory->chunk_capacity ? memory->chunk_capacity * 2 : 16;
        MemoryChunk **chunks = allocate_or_die((uint64_t)capacity, sizeof *chunks);
        if (memory->chunk_count)
            memcpy(chunks, memory->chunks, (size_t)memory->chunk_count * sizeof *chunks);
        free(memory->chunks);
        memory->chunks = chunks;
        memory->chunk_capacity = capacity;
    }
    int at = chunk_after(memory, chunk->base);
    memmove(memory->chunks + at + 1, memory->chunks + at, (size_t)(memory->chunk_count - at) * sizeof *memory->chunks);
    memory->chunks[at] = chunk;
    memory->chunk_count++;
}

static void remove_chunk(Memory *memory, MemoryChunk *chunk) {
    int at = chunk_after(memory, chunk->base) - 1;
    memory->chunk_count--;
    memmove(memory->chunks + at, memory->chunks + at + 1, (size_t)(memory->chunk_count - at) * sizeof *memory->chunks);
    memory->recent = &memory->none;
    chunk_free(chunk);
}

/* Memory for a part of the stack, if possible beside the part before it. */
static void map_stack(Memory *memory, MemoryChunk *chunk) {
    void *bytes = mmap((void *)(uintptr_t)memory->stack_end, chunk->size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (bytes == MAP_FAILED)
        return;
    chunk->is_mapped = true;
    chunk->base = (uint64_t)(uintptr_t)bytes;
    memory->stack_end += chunk->size;
}

/* NULL if the host has not that much. */
static MemoryChunk *new_chunk(Memory *memory, uint64_t size, bool is_stack) {
    MemoryChunk *chunk = allocate_or_die(1, sizeof *chunk);
    chunk->size = size;
    if (is_stack)
        map_stack(memory, chunk);
    if (!chunk->base)
        chunk->base = (uint64_t)(uintptr_t)calloc(size, 1);
    chunk->shadow = calloc(size, 1);
    chunk->owners = calloc(size / GRANULE, sizeof *chunk->owners);
    if (!chunk->base || !chunk->shadow || !chunk->owners) {
        chunk_free(chunk);
        return NULL;
    }
    insert_chunk(memory, chunk);
    return chunk;
}

/* A chunk that will hand out no more blocks and has no live one waits its turn before it is given back. */
static void quarantine_chunk(Memory *memory, MemoryChunk *chunk) {
    if (chunk->live_count > 0 || chunk == memory->open || chunk == memory->open_stack)
        return;
    MemoryChunk **slot = &memory->quarantine[memory->quarantine_next];
    memory->quarantine_next = (memory->quarantine_next + 1) % QUARANTINE;
    if (*slot)
        remove_chunk(memory, *slot);
    *slot = chunk;
}

/* The chunk to carve `footprint` bytes from. */
static MemoryChunk *chunk_for(Memory *memory, uint64_t footprint, bool is_stack) {
    MemoryChunk **open = is_stack ? &memory->open_stack : &memory->open, *full = *open;
    if (footprint > CHUNK_SIZE / 4)
        return new_chunk(memory, (footprint + PAGE - 1) / PAGE * PAGE, is_stack);
    if (full->size - full->used >= footprint)
        return full;
    MemoryChunk *chunk = new_chunk(memory, CHUNK_SIZE, is_stack);
    if (!chunk)
        return NULL;
    *open = chunk;
    if (full != &memory->none)
        quarantine_chunk(memory, full);
    return chunk;
}

/* ---- blocks ---- */

static MemoryBlock *add_block(MemoryChunk *chunk) {
    if (chunk->block_count == chunk->block_capacity) {
        chunk->block_capacity = chunk->block_capacity ? chunk->block_capacity * 2 : 1;
        chunk->blocks = realloc(chunk->blocks, (size_t)chunk->block_capacity * sizeof *chunk->blocks);
        if (!chunk->blocks) {
            fputs("weft: the evaluator ran out of memory\n", stderr);
            exit(70);
        }
    }
    return &chunk->blocks[chunk->block_count++];
}

uint64_t memory_allocate(Memory *memory, uint64_t size, const BlockInfo *info) {
    if (size > LARGEST_BLOCK)
        return 0;
    uint64_t footprint = (size + GRANULE - 1) / GRANULE * GRANULE + RED_ZONE;
    MemoryChunk *chunk = chunk_for(memory, footprint, info->kind == BLOCK_STACK);
    if (!chunk)
        return 0;
    uint64_t offset = chunk->used;
    chunk->used += footprint;
    chunk->live_count++;
    *add_block(chunk) = (MemoryBlock){.start = chunk->base + offset,
                                      .size = size,
                                      .serial = ++memory->serial,
                                      .kind = info->kind,
                                      .type = info->type,
                                      .name = info->name,
                                      .allocated_at = info->pos};
    memset(chunk->shadow + offset, info->shadow, size);
    for (uint64_t i = offset / GRANULE; i < chunk->used / GRANULE; i++)
        chunk->owners[i] = (uint32_t)chunk->block_count;
    return chunk->base + offset;
}

MemoryBlock *memory_block(Memory *memory, uint64_t address) {
    MemoryChunk *chunk = find_chunk(memory, address);
    if (!chunk->size)
        return NULL;
    uint32_t owner = chunk->owners[(address - chunk->base) / GRANULE];
    return owner ? &chunk->blocks[owner - 1] : NULL;
}

bool memory_same_block(Memory *memory, uint64_t a, uint64_t b) {
    MemoryChunk *chunk = find_chunk(memory, a);
    return chunk->size && b - chunk->base < chunk->size &&
           chunk->owners[(a - chunk->base) / GRANULE] == chunk->owners[(b - chunk->base) / GRANULE];
}

static FaultKind release_fault(const MemoryBlock *block, uint64_t address) {
    if (address < NULL_PAGE)
        return FAULT_FREE_NULL;
    if (!block)
        return FAULT_UNALLOCATED;
    if (block->start != address)
        return FAULT_FREE_INTERIOR;
    if (block->is_freed)
        return FAULT_FREE_TWICE;
    return block->kind == BLOCK_RAW ? FAULT_NONE : FAULT_FREE_NOT_RAW;
}

void memory_end(Memory *memory, uint64_t address, const Pos *pos) {
    MemoryBlock *block = memory_block(memory, address);
    block->is_freed = true;
    block->freed_at = pos;
    MemoryChunk *chunk = find_chunk(memory, address);
    memset(chunk->shadow + (address - chunk->base), SHADOW_FREED, block->size);
    chunk->live_count--;
    quarantine_chunk(memory, chunk);
}

bool memory_release(Memory *memory, uint64_t address, const Pos *pos) {
    FaultKind fault = release_fault(memory_block(memory, address), address);
    if (fault != FAULT_NONE)
        return memory_set_fault(memory, fault, address);
    memory_end(memory, address, pos);
    return true;
}

/* ---- access ---- */

bool memory_set_fault(Memory *memory, FaultKind fault, uint64_t address) {
    memory->fault = fault;
    memory->fault_address = address;
    return false;
}

static FaultKind fault_of(Memory *memory, uint64_t address, Shadow shadow) {
    switch (shadow) {
    case SHADOW_UNALLOCATED:
        if (address < NULL_PAGE)
            return FAULT_NULL;
        return memory_block(memory, address) ? FAULT_OUT_OF_BOUNDS : FAULT_UNALLOCATED;
    case SHADOW_UNINITIALISED:
        return FAULT_UNINITIALISED;
    case SHADOW_FREED:
        return FAULT_FREED;
    case SHADOW_RETIRED:
        return FAULT_RETIRED;
    case SHADOW_CONSTANT:
        return FAULT_CONSTANT;
    case SHADOW_INITIALISED:
        return FAULT_NONE;
    }
    return FAULT_NONE;
}

enum { READABLE = 1 << SHADOW_INITIALISED | 1 << SHADOW_CONSTANT };
enum { WRITABLE = 1 << SHADOW_INITIALISED | 1 << SHADOW_UNINITIALISED };
enum { COPYABLE = READABLE | 1 << SHADOW_UNINITIALISED };

/* The shadow of the range if all its states are in the set `allowed`, else NULL with the fault set. */
static uint8_t *check_range(Memory *memory, uint64_t address, uint64_t size, unsigned allowed) {
    MemoryChunk *chunk = find_chunk(memory, address);
    uint64_t offset = address - chunk->base, room = chunk->size - offset;
    if (!chunk->size) {
        memory_set_fault(memory, fault_of(memory, address, SHADOW_UNALLOCATED), address);
        return NULL;
    }
    uint8_t *shadow = chunk->shadow + offset;
    for (uint64_t i = 0; i < size && i < room; i++) {
        if (!(allowed >> shadow[i] & 1)) {
            memory_set_fault(memory, fault_of(memory, address + i, shadow[i]), address + i);
            return NULL;
        }
    }
    if (size > room) {
        memory_set_fault(memory, FAULT_OUT_OF_BOUNDS, address + room);
        return NULL;
    }
    return shadow;
}

bool memory_can_read(Memory *memory, uint64_t address, uint64_t size) {
    return size == 0 || check_range(memory, address, size, READABLE);
}

bool memory_can_write(Memory *memory, uint64_t address, uint64_t size) {
    return size == 0 || check_range(memory, address, size, WRITABLE);
}

bool memory_can_copy(Memory *memory, uint64_t address, uint64_t size) {
    return size == 0 || check_range(memory, address, size, COPYABLE);
}

/* The shadow of 8 bytes at once, where that is inside the most recent chunk; NULL: use the general way. */
static uint8_t *word_shadow(const Memory *memory, uint64_t address, uint64_t size) {
    const MemoryChunk *chunk = memory->recent;
    uint64_t offset = address - chunk->base;
    return size == 8 && offset < chunk->size && chunk->size - offset >= 8 ? chunk->shadow + offset : NULL;
}

bool memory_read(Memory *memory, uint64_t address, void *bytes, uint64_t size) {
    uint64_t word = 0;
    const uint8_t *shadow = word_shadow(memory, address, size);
    if (shadow)
        memcpy(&word, shadow, 8);
    if ((word & 0xfefefefefefefefe) != 0x0202020202020202 && !memory_can_read(memory, address, size))
        return false;
    memcpy(bytes, (const void *)(uintptr_t)address, size);
    return true;
}

bool memory_write(Memory *memory, uint64_t address, const void *bytes, uint64_t size) {
    uint64_t word = 0;
    uint8_t *shadow = word_shadow(memory, address, size);
    if (shadow)
        memcpy(&word, shadow, 8);
    if (word != 0x0202020202020202 && size > 0) {
        shadow = check_range(memory, address, size, WRITABLE);
        if (!shadow)
            return false;
        memset(shadow, SHADOW_INITIALISED, size);
    }
    memcpy((void *)(uintptr_t)address, bytes, size);
    return true;
}

bool memory_copy(Memory *memory, uint64_t to, uint64_t from, uint64_t size) {
    if (size == 0)
        return true;
    const uint8_t *source = check_range(memory, from, size, COPYABLE);
    uint8_t *target = source ? check_range(memory, to, size, WRITABLE) : NULL;
    if (!target)
        return false;
    memmove((void *)(uintptr_t)to, (const void *)(uintptr_t)from, size);
    memmove(target, source, size);
    for (uint64_t i = 0; i < size; i++)
        if (target[i] == SHADOW_CONSTANT)
            target[i] = SHADOW_INITIALISED;
    return true;
}

bool memory_zero(Memory *memory, uint64_t address, uint64_t size) {
    uint8_t *shadow = size ? check_range(memory, address, size, WRITABLE) : NULL;
    if (!shadow)
        return size == 0;
    memset((void *)(uintptr_t)address, 0, size);
    memset(shadow, SHADOW_INITIALISED, size);
    return true;
}

bool memory_mark(Memory *memory, uint64_t address, uint64_t size, Shadow shadow) {
    if (size == 0)
        return true;
    uint8_t *bytes = check_range(memory, address, size, COPYABLE | 1 << SHADOW_RETIRED);
    if (!bytes)
        return false;
    memset(bytes, shadow, size);
    return true;
}

/* ---- in words ---- */

static const char *const fault_text[] = {
    [FAULT_NONE] = "no fault",
    [FAULT_NULL] = "access through NULL",
    [FAULT_UNALLOCATED] = "access to memory that was never allocated",
    [FAULT_OUT_OF_BOUNDS] = "access out of bounds",
    [FAULT_UNINITIALISED] = "read of uninitialised memory",
    [FAULT_FREED] = "use after free",
    [FAULT_RETIRED] = "access to retired memory",
    [FAULT_CONSTANT] = "write to constant data",
    [FAULT_FREE_NULL] = "free of NULL",
    [FAULT_FREE_TWICE] = "double free",
    [FAULT_FREE_INTERIOR] = "free of an interior pointer",
    [FAULT_FREE_NOT_RAW] = "free of memory that is not raw",
};

static const char *place_text(Arena *arena, const char *verb, const Pos *pos) {
    if (!pos || !pos->file)
        return "";
    return arena_printf(arena, "%s%s:%u", verb, pos->file->path, (unsigned)pos->line);
}

static const char *end_text(Arena *arena, const MemoryBlock *block) {
    if (!block->is_freed)
        return "";
    return place_text(arena, block->kind == BLOCK_STACK ? " and again at " : " and freed at ", block->freed_at);
}

const char *memory_block_text(Arena *arena, const MemoryBlock *block) {
    const char *size = arena_printf(arena, "%" PRIu64 "-byte", block->size);
    if (block->kind == BLOCK_DATA)
        return arena_printf(arena, "the %s data `%s`", size, block->name);
    const char *what = !block->type ? "raw block"
                       : block->type->kind == TY_STRUCT
                           ? arena_printf(arena, "object of `%s`", block->type->name)
                           : arena_printf(arena, "object of `%s`", type_text(arena, block->type));
    return arena_printf(arena, "a %s %s%s%s%s", size, block->kind == BLOCK_STACK ? "stack " : "", what,
                        place_text(arena, " allocated at ", block->allocated_at), end_text(arena, block));
}

/* Where `address` is, as seen from `block`. */
static const char *relation_text(Arena *arena, const MemoryBlock *block, uint64_t address) {
    const char *text = memory_block_text(arena, block);
    uint64_t end = block->start + block->size;
    if (address < block->start)
        return arena_printf(arena, "%" PRIu64 " bytes before the start of %s", block->start - address, text);
    if (address == end)
        return arena_printf(arena, "just past the end of %s", text);
    if (address > end)
        return arena_printf(arena, "%" PRIu64 " bytes past the end of %s", address - end, text);
    return arena_printf(arena, "at offset %" PRIu64 " of %s", address - block->start, text);
}

/* A stack object is not freed: its frame ended, or its place was used again. */
static const char *what_text(const Memory *memory, const MemoryBlock *block) {
    if (memory->fault != FAULT_FREED || block->kind != BLOCK_STACK)
        return fault_text[memory->fault];
    return block->freed_at ? "use of a stack object after the next one was made"
                           : "use of a stack object after its frame ended";
}

const char *memory_fault_text(Arena *arena, Memory *memory, uint64_t base) {
    const char *what = fault_text[memory->fault];
    uint64_t address = memory->fault_address;
    if (address < NULL_PAGE && address > 0)
        return arena_printf(arena, "%s, at offset %" PRIu64, what, address);
    if (address < NULL_PAGE)
        return what;
    const MemoryBlock *block = base ? memory_block(memory, base) : NULL;
    if (!block)
        block = memory_block(memory, address);
    if (!block)
        return what;
    return arena_printf(arena, "%s, %s", what_text(memory, block), relation_text(arena, block, address));
}
