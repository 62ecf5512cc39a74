/* What collectors in restricted Python need of the machine: the shadow stack, settings. */
#include "weft.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#ifdef WEFT_GC_BOEHM
#include <gc.h>
#endif

void weft_gc_collect(void) {
#ifdef WEFT_GC_BOEHM
    GC_gcollect();
#endif
}

void **weft_root_base, **weft_root_top, **weft_root_limit;

/* Address space only: pages come when they are used. Functions that do not ask how deep they are (see weft_stack_low)
 * have room behind the limit. */
enum { ROOT_BYTES = 256 << 20, ROOT_SPARE = 16 << 20 };

void weft_roots_start(void) {
    void *stack = mmap(NULL, ROOT_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (stack == MAP_FAILED)
        weft_bug("there is no address space for the shadow stack");
    weft_root_base = weft_root_top = stack;
    weft_root_limit = weft_root_base + (ROOT_BYTES - ROOT_SPARE) / sizeof(void *);
}

/* Settings come from the environment: WEFT_GC_NURSERY and so on. Sizes may end in K, M or G. */
static int64_t parse_size(const char *text) {
    char *end;
    int64_t number = strtoll(text, &end, 10);
    switch (*end) {
    case 'G':
    case 'g':
        number <<= 10;
        /* fall through */
    case 'M':
    case 'm':
        number <<= 10;
        /* fall through */
    case 'K':
    case 'k':
        number <<= 10;
        break;
    default:
        break;
    }
    return number > 0 ? number : 0;
}

int64_t weft_gc_parameter(int64_t index) {
    static const char *const names[] = {"WEFT_GC_NURSERY", "WEFT_GC_MAX", "WEFT_GC_STRESS",
                                        "WEFT_GC_VERIFY",  "WEFT_GC_LOG", "WEFT_GC_GROWTH"};
    const char *text = index >= 0 && index < (int64_t)(sizeof names / sizeof *names) ? getenv(names[index]) : NULL;
    return text ? parse_size(text) : 0;
}

/* ---- figures ---- */

/* Of collections of the whole heap, and of minor ones: how many, and the bytes that they have freed. */
static struct { int64_t count, freed; } ended[2];

#ifdef WEFT_GC_BOEHM

/* What is dead is found while the program allocates, in what was made before and since the last collection. */
static int64_t freed_bytes(bool is_minor) {
    struct GC_prof_stats_s found;
    GC_get_prof_stats(&found, sizeof found);
    return is_minor ? 0 : (int64_t)(found.bytes_reclaimed_since_gc + found.reclaimed_bytes_before_gc);
}

#else

static int64_t freed_bytes(bool is_minor) {
    return ended[is_minor].freed;
}

#endif

int64_t weft_gc_figure(int64_t index) {
    bool is_minor = index >= 2;
    return index & 1 ? freed_bytes(is_minor) : ended[is_minor].count;
}

static void count_collection(bool is_minor, int64_t before, int64_t after) {
    ended[is_minor].count++;
    ended[is_minor].freed += after < before ? before - after : 0;
}

/* ---- the log ---- */

static int log_file = -1; /* -1: nobody wants to know */
static int64_t started;

/* WEFT_GC_LOG: a file that lines are appended to; "-": standard error. */
void weft_gc_log_start(void) {
    const char *path = getenv("WEFT_GC_LOG");
    if (!path || !*path)
        return;
    started = weft_perf_counter_ns();
    log_file = strcmp(path, "-") ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : 2;
}

static void log_end(const char *kind, int64_t begin, int64_t before, int64_t after) {
    static int64_t number;
    char line[160];
    int64_t pause = weft_perf_counter_ns() - begin, at = begin - started;
    int length = snprintf(line, sizeof line, "gc %lld: %s, at %lld us, %lld us, %lld KB before, %lld KB after\n",
                          (long long)++number, kind, (long long)at / 1000, (long long)pause / 1000,
                          (long long)before >> 10, (long long)after >> 10);
    if (write(log_file, line, (size_t)length) < 0)
        return; /* the program goes on without its log */
}

int64_t weft_gc_event(int64_t kind, int64_t number) {
    static int64_t begin, before;
    if (kind == WEFT_GC_CORRUPT)
        weft_bug("the collector found a corrupt heap");
    if (kind == WEFT_GC_NO_MEMORY)
        weft_end_without_memory();
    if (kind == WEFT_GC_BEGINS) {
        begin = log_file < 0 ? 0 : weft_perf_counter_ns();
        before = number;
        return 0;
    }
    count_collection(kind == WEFT_GC_MINOR_ENDS, before, number);
    if (log_file >= 0)
        log_end(kind == WEFT_GC_MINOR_ENDS ? "minor" : "collection", begin, before, number);
    return 0;
}
