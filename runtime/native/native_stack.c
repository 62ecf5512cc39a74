/* How deep the stack may grow.
 *
 * The main thread's stack grows on demand up to the soft RLIMIT_STACK, which is raised here. But the kernel placed the
 * libraries below the stack when the process started, at a distance that followed from the limit of that moment. If
 * they are too near, the program is started again, once: under the new limit there is room.
 * Generated code asks weft_stack_low in the functions that close recursion; a fault beyond is still reported, not a
 * crash.
 */
#include "weft.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define WANTED (1ULL << 30)  /* bytes of stack */
#define RESERVE (256u << 10) /* for native functions and functions without a test */
#define GAP (4u << 20)       /* kept free above the next mapping */
#define ENOUGH (256ULL << 20)

char *weft_stack_limit;
static char *stack_end;

static void put(const char *text) {
    weft_write(2, (weft_address)(uintptr_t)text, (int64_t)strlen(text));
}

void weft_stack_exceeded(void) {
    char *limit = weft_stack_limit;
    weft_stack_limit = stack_end; /* making the exception may use the reserve */
    weft_raise_recursion();
    weft_stack_limit = limit;
}

static void report_fault(int number, siginfo_t *info, void *context) {
    (void)context;
    char *at = info->si_addr;
    if (at < weft_stack_limit && at >= stack_end - GAP) {
        weft_streams_finish(1);
        put("RecursionError: maximum recursion depth exceeded (the native stack is used up)\n");
        _exit(1);
    }
    signal(number, SIG_DFL); /* returning repeats the access, and the system's report follows */
}

static void install_handler(void) {
    static char alternate[64 << 10] __attribute__((aligned(16)));
    stack_t stack = {.ss_sp = alternate, .ss_size = sizeof alternate};
    struct sigaction action = {.sa_sigaction = report_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    if (sigaltstack(&stack, NULL) == 0)
        sigaction(SIGSEGV, &action, NULL);
}

/* Bytes between the end of the mapping below the stack and the stack's top; 0 if unknown. */
static uint64_t room_below(void) {
    FILE *maps = fopen("/proc/self/maps", "r");
    if (maps == NULL)
        return 0;
    char line[512];
    unsigned long long start, end, below = 0;
    uint64_t room = 0;
    while (room == 0 && fgets(line, sizeof line, maps)) {
        if (sscanf(line, "%llx-%llx", &start, &end) != 2)
            continue; /* the rest of a long line */
        if (strstr(line, "[stack]"))
            room = end - below;
        below = end;
    }
    fclose(maps);
    return room;
}

/* Just above the command line and the environment, where the stack's limit counts from. */
static char *stack_top(char **argv) {
    char *top = __builtin_frame_address(0);
    char **lists[] = {argv, environ};
    for (int i = 0; i < 2; i++)
        for (char **item = lists[i]; *item != NULL; item++)
            if (*item > top && (uint64_t)(*item - top) < WANTED)
                top = *item + strlen(*item);
    return top + 4096;
}

/* Raises the limit from `before` to `wanted` bytes; gives how many can be used. */
static uint64_t raise_limit(struct rlimit limit, uint64_t before, uint64_t wanted, char **argv) {
    limit.rlim_cur = wanted;
    if (setrlimit(RLIMIT_STACK, &limit) != 0)
        return before;
    uint64_t room = room_below();
    if (room < ENOUGH && room < wanted)
        execv("/proc/self/exe", argv); /* returns only if it is forbidden */
    if (room < before + GAP)
        return before;
    return room < wanted + GAP ? room - GAP : wanted;
}

void weft_stack_start(char **argv) {
    struct rlimit limit;
    uint64_t usable = 1u << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0) {
        uint64_t wanted = limit.rlim_max < WANTED ? limit.rlim_max : WANTED; /* RLIM_INFINITY is the largest value */
        usable = limit.rlim_cur < WANTED ? limit.rlim_cur : WANTED;
        if (usable < wanted)
            usable = raise_limit(limit, usable, wanted, argv);
    }
    stack_end = stack_top(argv) - usable;
    weft_stack_limit = stack_end + (usable / 4 < RESERVE ? usable / 4 : RESERVE);
    install_handler();
}
