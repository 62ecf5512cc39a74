/* Child processes: several at a time, their output in files, interruptible without leftovers. */
#ifndef DRIVER_PROCESS_H
#define DRIVER_PROCESS_H

#include "ir/arena.h"

#include <stdbool.h>
#include <sys/types.h>

typedef struct Job {
    const char **argv; /* NULL-terminated */
    const char *label; /* for progress */
    const char *log;   /* file for its standard output and error */
    bool ended;        /* ran to its end */
    int status;        /* as waitpid gives it then */
    int error;         /* errno if it could not be started */
    pid_t pid;
} Job;

typedef enum JobsOutcome { JOBS_FINE, JOBS_FAILED, JOBS_INTERRUPTED } JobsOutcome;

/* From now on an interrupt waits to be seen by jobs_run, so that the caller can tidy up. */
void interrupts_hold(void);
/* Whether one has come; false: they work as before from now on. */
bool interrupts_release(void);

/* Runs the jobs, at most `parallel` at a time, or as many more as make's jobserver grants. After a failure no new job
 * is started. Interrupts must be held: an interrupt ends all jobs. `temporary` is their TMPDIR. */
JobsOutcome jobs_run(Arena *arena, Job *jobs, int count, int parallel, const char *temporary, bool verbose);

#endif
