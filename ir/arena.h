/* Arenas: memory that is freed all at once.
 *
 * The compiler has two lifetimes: the program's (one arena for a whole
 * compilation) and a pass's (an arena that dies with the pass). Nothing is
 * freed singly. Under AddressSanitizer every allocation is a malloc of its own,
 * so that overruns inside an arena are seen. Out of memory ends the process with a message.
 */
#ifndef IR_ARENA_H
#define IR_ARENA_H

#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The fields are the business of arena.c and arena_alloc. */
typedef struct Arena {
    struct Chunk *chunks;
    char *at, *end; /* free part of the newest ordinary chunk */
    size_t chunk_size;
    bool has_mapped;
} Arena;

/* A new empty arena; the caller frees it with arena_free. */
Arena *arena_new(void);
void arena_free(Arena *arena);

/* The same as arena_alloc, for what does not fit into the newest chunk. */
void *arena_alloc_slowly(Arena *arena, size_t size);

/* `size` zeroed bytes, aligned for numbers and pointers: most pieces are small, and what is not touched costs nothing.
 */
static inline void *arena_alloc(Arena *arena, size_t size) {
#ifndef __SANITIZE_ADDRESS__
    enum { ALIGNMENT = alignof(uint64_t) };
    size_t rounded = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (rounded >= size && (size_t)(arena->end - arena->at) >= rounded) {
        void *memory = arena->at;
        arena->at += rounded;
        return memory;
    }
#endif
    return arena_alloc_slowly(arena, size);
}

/* A NUL-terminated copy of `length` bytes at `text`. */
char *arena_text(Arena *arena, const char *text, size_t length);

/* printf into the arena. */
char *arena_printf(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(Arena *arena, const char *format, va_list args) __attribute__((format(printf, 2, 0)));

/* The same as arena_grow, for what is full. */
void *arena_grow_slowly(Arena *arena, void *items, int count, int *capacity, size_t item_size);

/* Makes room for one more item in a growable array that lives in the arena:
 * returns `items` itself or a larger copy, and updates *capacity. */
static inline void *arena_grow(Arena *arena, void *items, int count, int *capacity, size_t item_size) {
    return count < *capacity ? items : arena_grow_slowly(arena, items, count, capacity, item_size);
}

#endif
