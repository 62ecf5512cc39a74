/* Hash maps in an arena, and interned strings.
 *
 * Iteration order is never exposed: whoever needs an order keeps a list beside the map,
 * so that output never depends on addresses.
 */
#ifndef IR_MAP_H
#define IR_MAP_H

#include "ir/arena.h"

#include <stdbool.h>

/* Open addressing from 64-bit keys (integers or pointers) to 64-bit values. A zeroed Map is empty. */
typedef struct Map {
    struct MapSlot *slots;
    uint32_t count;
    uint32_t capacity;
} Map;

/* The value slot of `key`, or NULL if absent. Valid until the next map_put. */
uint64_t *map_find(const Map *map, uint64_t key);
/* The value slot of `key`, inserted with value 0 if absent. */
uint64_t *map_put(Arena *arena, Map *map, uint64_t key);
/* Pointer conveniences: NULL if absent. */
void *map_get_ptr(const Map *map, const void *key);
void map_set_ptr(Arena *arena, Map *map, const void *key, void *value);

/* Interned strings: equal texts have equal addresses, so they serve as Map keys. */
typedef struct Interner Interner;
Interner *interner_new(Arena *arena);
const char *intern(Interner *interner, const char *text);
const char *intern_n(Interner *interner, const char *text, size_t length);

/* FNV-1a style mixing, for stable names and hash-consing. Start from HASH_SEED. */
#define HASH_SEED 0xcbf29ce484222325ULL
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t length);
uint64_t hash_text(uint64_t seed, const char *text);
uint64_t hash_u64(uint64_t seed, uint64_t value);

#endif
