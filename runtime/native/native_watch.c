/* Finalizers and weak references where no collector is woven into the graphs: nothing ever dies, or libgc says what has
 * died. See ir/op.def. */
#include "weft.h"

#include <stdlib.h>
#include <string.h>

#ifdef WEFT_GC_BOEHM
#include <gc.h>
#endif

/* An object with a finalizer, hidden from libgc. */
typedef struct Registered {
    struct Registered *before, *after;
    uintptr_t hidden;
} Registered;

/* In the order in which they were registered: a ring. */
static Registered registered = {&registered, &registered, 0};
/* Those that are to be finalised, which libgc must see. */
static void **pending;
static size_t pending_count, pending_capacity, pending_taken;

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

static void grow_pending(void) {
    pending_capacity = pending_capacity ? 2 * pending_capacity : 64;
    void **table = new_table(pending_capacity * sizeof *table, true);
    if (pending_count)
        memcpy(table, pending, pending_count * sizeof *table);
    free_table(pending, true);
    pending = table;
}

/* The object, which has no entry any more, is to be finalised. */
static void doom(Registered *entry, void *object) {
    entry->before->after = entry->after;
    entry->after->before = entry->before;
    free_table(entry, false);
    if (pending_count == pending_capacity)
        grow_pending();
    pending[pending_count++] = object;
}

#ifdef WEFT_GC_BOEHM
static void note_dead(void *object, void *entry) {
    doom(entry, object);
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
    Registered *entry = new_table(sizeof *entry, false);
    *entry = (Registered){registered.before, &registered, ~(uintptr_t)object};
    entry->before->after = registered.before = entry;
#ifdef WEFT_GC_BOEHM
    GC_register_finalizer_no_order(object, note_dead, entry, NULL, NULL);
#endif
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
    for (;;) {
        settle(); /* each time: dooming may get memory, and libgc find more that are dead, whose entries it has */
        Registered *entry = registered.after;
        if (entry == &registered)
            return;
        void *object = (void *)~entry->hidden;
#ifdef WEFT_GC_BOEHM
        GC_register_finalizer_no_order(object, NULL, NULL, NULL, NULL);
#endif
        doom(entry, object);
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
