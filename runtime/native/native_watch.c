/* Finalizers and weak references where no collector is woven into the graphs: nothing ever dies, or libgc says what has
 * died. See ir/op.def. */
#include "weft.h"

#include <stdlib.h>
#include <string.h>

#ifdef WEFT_GC_BOEHM
#include <gc.h>
#endif

/* Objects in the order in which they were registered, hidden from libgc; 0: gone. */
static uintptr_t *registered;
/* Those that are to be finalised, which it must see. */
static void **pending;
static size_t registered_count, registered_capacity, pending_count, pending_capacity, pending_taken;

static void *new_table(size_t size, bool is_seen) {
#ifdef WEFT_GC_BOEHM
    void *memory = is_seen ? GC_MALLOC_UNCOLLECTABLE(size) : malloc(size);
#else
    void *memory = malloc(size);
    (void)is_seen;
#endif
    if (!memory)
        weft_end_without_memory();
    return memory;
}

static void free_table(void *memory, bool is_seen) {
#ifdef WEFT_GC_BOEHM
    if (is_seen && memory) {
        GC_FREE(memory);
        return;
    }
#else
    (void)is_seen;
#endif
    free(memory);
}

/* A table of words with room for one more. */
static void *grown(void *words, size_t count, size_t *capacity, bool is_seen) {
    if (count < *capacity)
        return words;
    *capacity = *capacity ? 2 * *capacity : 64;
    void *table = new_table(*capacity * sizeof(void *), is_seen);
    if (count)
        memcpy(table, words, count * sizeof(void *));
    free_table(words, is_seen);
    return table;
}

static void add_pending(void *object) {
    pending = grown(pending, pending_count, &pending_capacity, true);
    pending[pending_count++] = object;
}

#ifdef WEFT_GC_BOEHM
static void note_dead(void *object, void *number) {
    if (!registered[(uintptr_t)number])
        return;
    registered[(uintptr_t)number] = 0;
    add_pending(object);
}

/* libgc would call for what is dead whenever memory is allocated, also in the midst of such a call. */
static void settle(void) {
    if (GC_should_invoke_finalizers())
        GC_invoke_finalizers();
}
#else
static void settle(void) {
}
#endif

void weft_op_finalizer_register(void *object) {
    settle();
    registered = grown(registered, registered_count, &registered_capacity, false);
#ifdef WEFT_GC_BOEHM
    GC_register_finalizer_no_order(object, note_dead, (void *)(uintptr_t)registered_count, NULL, NULL);
#endif
    registered[registered_count++] = ~(uintptr_t)object;
}

int64_t weft_op_finalizer_next(void) {
    settle();
    if (pending_taken == pending_count) {
        pending_taken = pending_count = 0;
        return -1;
    }
    return *(uint32_t *)pending[pending_taken]; /* the lower half of the header */
}

void *weft_op_finalizer_take(void) {
    void *object = pending[pending_taken];
    pending[pending_taken++] = NULL;
    return object;
}

void weft_op_finalizer_all(void) {
    for (size_t i = 0; i < registered_count; i++) {
        if (!registered[i])
            continue;
        void *object = (void *)~registered[i];
        registered[i] = 0;
#ifdef WEFT_GC_BOEHM
        GC_register_finalizer_no_order(object, NULL, NULL, NULL, NULL);
#endif
        add_pending(object);
    }
}

/* ---- weak references ---- */

#ifdef WEFT_GC_BOEHM

/* The address, hidden from libgc, which sets it to 0 when the object is dead. It is freed with its owner. */
typedef struct Row {
    uintptr_t hidden;
} Row;

static void free_row(void *owner, void *memory) {
    (void)owner;
    Row *row = memory;
    GC_unregister_disappearing_link((void **)&row->hidden);
    free(row);
}

int64_t weft_op_weak_new(void *owner, void *target) {
    settle();
    Row *row = new_table(sizeof *row, false);
    row->hidden = ~(uintptr_t)target;
    if (GC_base(target) == target)
        GC_general_register_disappearing_link((void **)&row->hidden, target);
    if (GC_base(owner) == owner)
        GC_register_finalizer_no_order(owner, free_row, row, NULL, NULL);
    return (int64_t)(intptr_t)row;
}

void *weft_op_weak_get(int64_t number) {
    const Row *row = (const Row *)(intptr_t)number;
    return row->hidden ? (void *)~row->hidden : NULL;
}

#else

int64_t weft_op_weak_new(void *owner, void *target) {
    (void)owner;
    return (int64_t)(intptr_t)target;
}

void *weft_op_weak_get(int64_t number) {
    return (void *)(intptr_t)number;
}

#endif
