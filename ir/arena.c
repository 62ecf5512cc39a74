/* Arenas: chunks of zeroed memory that double in size; under AddressSanitizer one malloc a piece. Small arenas come and
 * go by the thousand, so the first chunk is small. An arena that grows gets one large chunk on huge pages: a small
 * program fits, and has few page faults. (To zero hundreds of huge pages that it has to find first takes the kernel
 * longer.) */
#include "ir/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

typedef struct Chunk {
    struct Chunk *next;
    size_t mapped; /* bytes to unmap; 0: from calloc */
    alignas(max_align_t) char bytes[];
} Chunk;

enum { FIRST_CHUNK = 1 << 10, LAST_CHUNK = 1 << 20 };
enum { HUGE_PAGE = 2 << 20, MAPPED_CHUNK = 64 << 20 };

static void *allocate_or_die(size_t size) {
    void *memory = calloc(1, size);
    if (!memory) {
        fprintf(stderr, "weft: out of memory (%zu bytes)\n", size);
        exit(2);
    }
    return memory;
}

Arena *arena_new(void) {
    Arena *arena = allocate_or_die(sizeof *arena);
    arena->chunk_size = FIRST_CHUNK;
    return arena;
}

void arena_free(Arena *arena) {
    for (Chunk *chunk = arena->chunks; chunk;) {
        Chunk *next = chunk->next;
        if (chunk->mapped)
            munmap(chunk, chunk->mapped);
        else
            free(chunk);
        chunk = next;
    }
    free(arena);
}

/* A chunk of `size` bytes, chained for arena_free. */
static char *add_chunk(Arena *arena, size_t size) {
    if (size > SIZE_MAX - sizeof(Chunk))
        size = SIZE_MAX - sizeof(Chunk);
    Chunk *chunk = allocate_or_die(sizeof *chunk + size);
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk->bytes;
}

#ifdef __SANITIZE_ADDRESS__
void *arena_alloc_slowly(Arena *arena, size_t size) {
    return add_chunk(arena, size);
}
#else
/* MAPPED_CHUNK bytes from a huge page's start on; NULL if there is no room for that. */
static Chunk *map_chunk(void) {
    size_t room = MAPPED_CHUNK + HUGE_PAGE;
    char *start = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED)
        return NULL;
    size_t before = -(uintptr_t)start % HUGE_PAGE;
    if (before)
        munmap(start, before);
    Chunk *chunk = (Chunk *)(start + before);
    munmap((char *)chunk + MAPPED_CHUNK, HUGE_PAGE - before);
    madvise(chunk, MAPPED_CHUNK, MADV_HUGEPAGE);
    chunk->mapped = MAPPED_CHUNK;
    return chunk;
}

static void begin_chunk(Arena *arena) {
    Chunk *chunk = arena->chunk_size == LAST_CHUNK && !arena->has_mapped ? map_chunk() : NULL;
    if (chunk) {
        chunk->next = arena->chunks;
        arena->chunks = chunk;
        arena->has_mapped = true;
        arena->at = chunk->bytes;
        arena->end = (char *)chunk + MAPPED_CHUNK;
        return;
    }
    arena->at = add_chunk(arena, arena->chunk_size);
    arena->end = arena->at + arena->chunk_size;
    if (arena->chunk_size < LAST_CHUNK)
        arena->chunk_size *= 2;
}

/* Large pieces get a chunk of their own, else a new ordinary one begins. */
void *arena_alloc_slowly(Arena *arena, size_t size) {
    if (size > arena->chunk_size / 4)
        return add_chunk(arena, size);
    begin_chunk(arena);
    return arena_alloc(arena, size);
}
#endif

char *arena_text(Arena *arena, const char *text, size_t length) {
    char *copy = arena_alloc(arena, length + 1);
    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_vprintf(Arena *arena, const char *format, va_list args) {
    assert(format);
    char room[256]; /* for most, so that they need not be formatted twice */
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(room, sizeof room, format, again);
    va_end(again);
    if ((size_t)length < sizeof room)
        return arena_text(arena, room, (size_t)length);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

char *arena_printf(Arena *arena, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vprintf(arena, format, args);
    va_end(args);
    return text;
}

void *arena_grow_slowly(Arena *arena, void *items, int count, int *capacity, size_t item_size) {
    int larger = *capacity < 4 ? 4 : *capacity * 2;
    void *copy = arena_alloc(arena, (size_t)larger * item_size);
    if (count)
        memcpy(copy, items, (size_t)count * item_size);
    *capacity = larger;
    return copy;
}
