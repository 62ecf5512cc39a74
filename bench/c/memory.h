/* How the C programs get memory: malloc and free, or with -DUSE_GC the Boehm collector, which frees by itself. */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdlib.h>

#ifdef USE_GC
#include <gc.h>
#define START_MEMORY() GC_INIT()
#define NEW(size) GC_MALLOC(size)
#define DROP(memory) ((void)(memory))
#else
#define START_MEMORY() ((void)0)
#define NEW(size) malloc(size)
#define DROP(memory) free(memory)
#endif

static inline void *new_memory(size_t size) {
    void *memory = NEW(size);
    if (!memory) {
        abort();
    }
    return memory;
}

#endif
