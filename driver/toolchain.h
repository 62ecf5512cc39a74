/* The C compiler: which, with which flags, and whose fault it is when it fails. */
#ifndef DRIVER_TOOLCHAIN_H
#define DRIVER_TOOLCHAIN_H

#include "driver/files.h"
#include "driver/process.h"

typedef struct Words {
    const char **items; /* NULL-terminated */
    int count;
} Words;

typedef struct Toolchain {
    Arena *arena;
    const char *cc, *cflags, *ldflags; /* as text; backend_c_flags come before cflags; libraries are in ldflags */
    Digest identity;                   /* changes when objects of before can no longer be used */
    bool debug_info;
} Toolchain;

Toolchain toolchain_new(Arena *arena, const Options *options);
/* cc cflags... extra... (extra: NULL-terminated) */
const char **toolchain_compile(const Toolchain *tools, const char *const *extra);
/* cc extra... ldflags... */
const char **toolchain_link(const Toolchain *tools, const char *const *extra);

typedef enum Fault { FAULT_NO_COMPILER, FAULT_COMPILER, FAULT_USER_FLAGS, FAULT_LIBRARY, FAULT_NONE } Fault;

/* Tries out what a compilation needs, in `folder`: the compiler at all, the user's flags, the collector's library.
 * Interrupts must be held. */
Fault toolchain_probe(const Toolchain *tools, GcKind gc, const char *folder, bool verbose);
/* Says what is missing and how to get it. */
void toolchain_advise(const Toolchain *tools, Fault fault, GcKind gc);

#endif
