/* Allocators of zeroed memory: bump allocation without an end, and the Boehm-Demers-Weiser collector. */
#include "weft.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#ifdef WEFT_GC_BOEHM
#include <gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#endif

/* ---- bump -------------------------------------------------------------------------------------- */

char *weft_bump_free, *weft_bump_end;

enum { FIRST_CHUNK = 1 << 20, LAST_CHUNK = 64 << 20, LARGE_MALLOC = 8 << 20 };

static char *map_pages(uint64_t size) {
    char *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return NULL;
    if (size >= LAST_CHUNK)
        madvise(pages, size, MADV_HUGEPAGE);
    return pages;
}

/* Chunks double in size; an object of more than half a chunk gets pages of its own. */
void *weft_alloc_bump_slow(uint64_t size) {
    static uint64_t chunk = FIRST_CHUNK;
    if (size > WEFT_MAX_BYTES)
        return NULL;
    if (size > chunk / 2)
        return map_pages((size + 4095) & ~4095ULL);
    char *pages = map_pages(chunk);
    if (pages == NULL)
        return NULL;
    weft_bump_free = pages + size;
    weft_bump_end = pages + chunk;
    if (chunk < LAST_CHUNK)
        chunk *= 2;
    return pages;
}

/* ---- Boehm --------------------------------------------------------------------------------------- */

#ifdef WEFT_GC_BOEHM

/* A collection costs some 40 microseconds even if nothing is alive: it should be worth it. The collector's own choice
 * of a heap is some 100 KB. */
enum { FIRST_HEAP = 4 << 20, LARGE_HEAP = 128 << 20 };

/* Given up when there is no memory, for who makes the MemoryError; taken again when there is. */
enum { RESERVE = 64 << 10 };
static void *reserve;

static void keep_reserve(void) {
    if (!reserve)
        reserve = GC_MALLOC_ATOMIC(RESERVE);
}

static void give_reserve(void) {
    GC_FREE(reserve);
    reserve = NULL;
}

/* Free objects of up to 16 * i bytes, linked through their first words; otherwise they hold what they held when they
 * were last used: who takes one sets it to zero, as much as need be, in fewer instructions than the collector needs. It
 * must not take that for references, so these lists are dropped when a collection begins. */
void *weft_boehm_lists[WEFT_BOEHM_CLASSES];
void *weft_boehm_atomic_lists[WEFT_BOEHM_CLASSES]; /* of objects that are not scanned */
static unsigned scanned_kind;                      /* the collector's name of the others */

/* A block of objects of one size in which nothing is alive goes back to the pool, and to take one from there costs more
 * than to sweep it: some 300 ns. So one free object of each block is held here, at the block's place in the table if
 * that is free, as long as the block is filled again between two collections. */
enum { BLOCK = 4096, PINS = 1024 };
static void *pins[PINS];
static bool pin_is_used[PINS];

/* A list of new objects, without one that is held if need be. */
static void **pin_block(void **list, uint64_t size) {
    uintptr_t block = (uintptr_t)list / BLOCK;
    void **pin = &pins[block % PINS];
    if (*pin != NULL && (uintptr_t)*pin / BLOCK != block)
        return list;
    pin_is_used[block % PINS] = true;
    if (*pin != NULL || list[0] == NULL)
        return list;
    *pin = list;
    list = list[0];
    memset(*pin, 0, size);
    return list;
}

static void drop_pins(void) {
    for (int i = 0; i < PINS; i++)
        if (!pin_is_used[i])
            pins[i] = NULL;
    memset(pin_is_used, 0, sizeof pin_is_used);
}

/* What the heap has beside what was allocated since the last collection was alive then: half as much again is to be
 * allocated before the next one, or as much if that is a lot. Left alone the collector would ask for far less where
 * most objects hold no pointers. */
static void plan_next(void) {
    size_t heap = GC_get_heap_size(), new = GC_get_bytes_since_gc(), old = new < heap ? heap - new : 0;
    GC_set_min_bytes_allocd(old < LARGE_HEAP ? old + old / 2 + 1 : old);
}

static void before_collection(void) {
    memset(weft_boehm_lists, 0, sizeof weft_boehm_lists);
    memset(weft_boehm_atomic_lists, 0, sizeof weft_boehm_atomic_lists);
    drop_pins();
    plan_next();
}

/* For the log and gc.get_stats. What is dead is found while the program allocates, so after a collection it still
 * counts. */
static void report_event(GC_EventType event) {
    if (event == GC_EVENT_START || event == GC_EVENT_END)
        weft_gc_event(event == GC_EVENT_START ? WEFT_GC_BEGINS : WEFT_GC_ENDS,
                      (int64_t)(GC_get_heap_size() - GC_get_free_bytes()));
}

/* The program's data: libraries hold no objects, so theirs need not be looked at. */
extern char __data_start[], _end[];

/* Pointers into the middle of an object count on the stack and in registers, where the C compiler may leave nothing
 * else; objects never hold such pointers. So no byte is lost at each object's end; see WEFT_VAR_PADDING. */
void weft_alloc_start(void) {
    GC_set_all_interior_pointers(0);
    GC_set_no_dls(1);
    GC_INIT();
    GC_set_finalize_on_demand(1);
    scanned_kind = GC_new_kind(GC_new_free_list(), GC_DS_LENGTH, 1, 0);
    GC_add_roots(__data_start, _end);
    GC_set_start_callback(before_collection);
    weft_gc_log_start();
    GC_set_on_collection_event(report_event);
    GC_set_free_space_divisor(1);
    if (GC_get_heap_size() < FIRST_HEAP)
        GC_expand_hp(FIRST_HEAP - GC_get_heap_size());
    if (weft_gc_parameter(1))
        GC_set_max_heap_size((GC_word)weft_gc_parameter(1));
    GC_set_warn_proc(GC_ignore_warn_proc);
}

/* The first of a list of new ones, which becomes the class's. */
static void *alloc_first(uint64_t class, unsigned kind, void **lists) {
    void *object = NULL;
    GC_generic_malloc_many(class * 16, kind, &object);
    if (object) {
        keep_reserve();
        object = pin_block(object, class * 16);
        lists[class] = *(void **)object;
    }
    return object;
}

void *weft_alloc_boehm_slow(uint64_t size) {
    return alloc_first((size + 15) / 16, scanned_kind, weft_boehm_lists);
}

void *weft_alloc_boehm_atomic_slow(uint64_t size) {
    return alloc_first((size + 15) / 16, GC_I_PTRFREE, weft_boehm_atomic_lists);
}

void *weft_alloc_boehm_large(uint64_t size) {
    return size > WEFT_MAX_BYTES ? NULL : GC_MALLOC(size);
}

static void *alloc_large_unset(uint64_t size) {
    return size > WEFT_MAX_BYTES ? NULL : GC_MALLOC_ATOMIC(size);
}

void *weft_alloc_boehm_atomic_large(uint64_t size) {
    void *object = alloc_large_unset(size);
    return object ? memset(object, 0, size) : NULL;
}

void *weft_alloc_boehm_unset_slow(uint64_t size) {
    void *object = size > 256 ? alloc_large_unset(size) : weft_alloc_boehm_atomic_slow(size);
    return object ? memset(object, 0, 32) : NULL;
}

#else

static void give_reserve(void) {
}

/* What is large goes back to the system when it is freed, however much was freed before. */
void weft_alloc_start(void) {
    mallopt(M_MMAP_THRESHOLD, LARGE_MALLOC);
    mallopt(M_TRIM_THRESHOLD, 2 * LARGE_MALLOC);
}

#endif

/* ---- raw ------------------------------------------------------------------------------------------ */

/* A collector's spaces are large: their pages should be, too. */
static void *malloc_large(uint64_t size) {
    enum { HUGE_PAGE = 2 << 20 };
    void *memory = aligned_alloc(HUGE_PAGE, (size + HUGE_PAGE - 1) & ~(uint64_t)(HUGE_PAGE - 1));
    if (memory)
        madvise(memory, size, MADV_HUGEPAGE);
    return memory;
}

weft_address weft_raw_malloc(int64_t size) {
    if ((uint64_t)size > WEFT_MAX_BYTES)
        return NULL;
    return size >= LARGE_MALLOC ? malloc_large((uint64_t)size) : malloc(size ? (size_t)size : 1);
}

void weft_raw_free(weft_address memory) {
    free(memory);
}

/* ---- out of memory ---------------------------------------------------------------------------------- */

void weft_memory_exceeded(void) {
    static bool is_inside;
    if (is_inside) /* not even the exception can be made */
        weft_end_without_memory();
    is_inside = true;
    give_reserve();
    weft_raise_memory();
    is_inside = false;
}
