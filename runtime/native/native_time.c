/* Clocks and sleeping. */
#include "weft.h"

#include <errno.h>
#include <time.h>

static int64_t clock_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

double weft_time(void) {
    return (double)clock_ns(CLOCK_REALTIME) * 1e-9;
}

double weft_perf_counter(void) {
    return (double)clock_ns(CLOCK_MONOTONIC) * 1e-9;
}

int64_t weft_perf_counter_ns(void) {
    return clock_ns(CLOCK_MONOTONIC);
}

double weft_process_time(void) {
    return (double)clock_ns(CLOCK_PROCESS_CPUTIME_ID) * 1e-9;
}

int64_t weft_local_offset(int64_t seconds) {
    struct tm local;
    time_t time = (time_t)seconds;
    return localtime_r(&time, &local) ? (int64_t)local.tm_gmtoff * 2 + (local.tm_isdst > 0) : 0;
}

/* Nothing for negative values and not-a-number; very long ones end after centuries. */
int64_t weft_sleep(double seconds) {
    if (!(seconds > 0))
        return 0;
    double whole = __builtin_floor(seconds < 1e10 ? seconds : 1e10);
    struct timespec rest = {.tv_sec = (time_t)whole, .tv_nsec = seconds < 1e10 ? (long)((seconds - whole) * 1e9) : 0};
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR)
        if (weft_interrupted())
            return 1;
    return 0;
}
