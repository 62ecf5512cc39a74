/* Hash maps with linear probing, interned strings, and the hash functions behind both. */
#include "ir/map.h"

#include <string.h>

enum { FIRST_CAPACITY = 8 };

struct MapSlot {
    uint64_t key, value;
    bool is_used;
};

/* Where `key` is, or the free slot where it belongs. `capacity` is a power of two. */
static struct MapSlot *slot_of(const Map *map, uint64_t key) {
    uint64_t mixed = key * 0x9e3779b97f4a7c15ULL;
    uint32_t mask = map->capacity - 1;
    uint32_t slot = (uint32_t)(mixed >> 32) & mask;
    while (map->slots[slot].is_used && map->slots[slot].key != key)
        slot = (slot + 1) & mask;
    return &map->slots[slot];
}

uint64_t *map_find(const Map *map, uint64_t key) {
    if (!map->count)
        return NULL;
    struct MapSlot *slot = slot_of(map, key);
    return slot->is_used ? &slot->value : NULL;
}

static void map_grow(Arena *arena, Map *map) {
    Map old = *map;
    map->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    map->slots = arena_alloc(arena, map->capacity * sizeof *map->slots);
    for (uint32_t i = 0; i < old.capacity; i++)
        if (old.slots[i].is_used)
            *slot_of(map, old.slots[i].key) = old.slots[i];
}

uint64_t *map_put(Arena *arena, Map *map, uint64_t key) {
    if ((map->count + 1) * 4ULL > map->capacity * 3ULL)
        map_grow(arena, map);
    struct MapSlot *slot = slot_of(map, key);
    if (!slot->is_used) {
        *slot = (struct MapSlot){key, 0, true};
        map->count++;
    }
    return &slot->value;
}

void *map_get_ptr(const Map *map, const void *key) {
    uint64_t *slot = map_find(map, (uint64_t)(uintptr_t)key);
    return slot ? (void *)(uintptr_t)*slot : NULL;
}

void map_set_ptr(Arena *arena, Map *map, const void *key, void *value) {
    *map_put(arena, map, (uint64_t)(uintptr_t)key) = (uint64_t)(uintptr_t)value;
}

/* ---- interned strings ---- */

typedef struct Entry {
    uint64_t hash;
    const char *text; /* NULL: free */
    size_t length;
} Entry;

struct Interner {
    Arena *arena;
    Entry *entries;
    uint32_t count, capacity;
};

Interner *interner_new(Arena *arena) {
    Interner *interner = arena_alloc(arena, sizeof *interner);
    interner->arena = arena;
    interner->capacity = 64;
    interner->entries = arena_alloc(arena, interner->capacity * sizeof(Entry));
    return interner;
}

static Entry *entry_of(Interner *interner, uint64_t hash, const char *text, size_t length) {
    uint32_t mask = interner->capacity - 1;
    for (uint32_t slot = (uint32_t)(hash >> 32) & mask;; slot = (slot + 1) & mask) {
        Entry *entry = &interner->entries[slot];
        if (!entry->text)
            return entry;
        if (entry->hash == hash && entry->length == length && !memcmp(entry->text, text, length))
            return entry;
    }
}

static void interner_grow(Interner *interner) {
    Entry *old = interner->entries;
    uint32_t old_capacity = interner->capacity;
    interner->capacity *= 2;
    interner->entries = arena_alloc(interner->arena, interner->capacity * sizeof(Entry));
    for (uint32_t i = 0; i < old_capacity; i++)
        if (old[i].text)
            *entry_of(interner, old[i].hash, old[i].text, old[i].length) = old[i];
}

const char *intern_n(Interner *interner, const char *text, size_t length) {
    if ((interner->count + 1) * 4ULL > interner->capacity * 3ULL)
        interner_grow(interner);
    uint64_t hash = hash_bytes(HASH_SEED, text, length);
    Entry *entry = entry_of(interner, hash, text, length);
    if (!entry->text) {
        *entry = (Entry){hash, arena_text(interner->arena, text, length), length};
        interner->count++;
    }
    return entry->text;
}

const char *intern(Interner *interner, const char *text) {
    return intern_n(interner, text, strlen(text));
}

/* ---- hashing ---- */

/* Spreads the entropy of the low bits, which FNV mixes well, over all of them. */
static uint64_t avalanche(uint64_t hash) {
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t length) {
    const unsigned char *at = bytes;
    uint64_t hash = seed;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * 0x100000001b3ULL;
    return avalanche(hash);
}

uint64_t hash_text(uint64_t seed, const char *text) {
    return hash_bytes(seed, text, strlen(text));
}

uint64_t hash_u64(uint64_t seed, uint64_t value) {
    return avalanche((seed ^ value) * 0x100000001b3ULL + 0x9e3779b97f4a7c15ULL);
}
