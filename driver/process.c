/* Child processes.
 *
 * While jobs run, SIGINT, SIGTERM and SIGHUP are blocked and taken with sigwaitinfo, together with SIGCHLD: no
 * handler, no global state. Each child leads a process group of its own, so that its helpers end with it.
 */
#include "driver/process.h"

#include "driver/command.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* ---- interrupts ------------------------------------------------------------------------------------ */

static sigset_t interrupts(bool with_children) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGHUP);
    if (with_children)
        sigaddset(&set, SIGCHLD);
    return set;
}

void interrupts_hold(void) {
    sigset_t set = interrupts(true);
    signal(SIGCHLD, SIG_DFL); /* a parent may have ignored it, and then waitpid fails */
    sigprocmask(SIG_BLOCK, &set, NULL);
}

bool interrupts_release(void) {
    sigset_t set = interrupts(false), all = interrupts(true);
    struct timespec no_time = {0};
    bool came = sigtimedwait(&set, NULL, &no_time) > 0;
    sigprocmask(SIG_UNBLOCK, &all, NULL);
    return came;
}

/* ---- make's jobserver -------------------------------------------------------------------------------- */

typedef struct JobServer {
    int in, out; /* -1: there is none */
    char tokens[64];
    int count;
} JobServer;

static bool is_pipe(int fd) {
    return fcntl(fd, F_GETFD) >= 0;
}

/* The jobserver that MAKEFLAGS names: fifo:PATH or two inherited descriptors. Reading must not block. */
static JobServer jobserver_find(void) {
    JobServer server = {.in = -1, .out = -1};
    const char *flags = getenv("MAKEFLAGS");
    const char *auth = flags ? strstr(flags, "--jobserver-auth=") : NULL;
    char path[256];
    int in, out;
    if (!auth)
        return server;
    auth = strchr(auth, '=') + 1;
    if (sscanf(auth, "fifo:%255s", path) == 1) {
        server.in = server.out = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
    } else if (sscanf(auth, "%d,%d", &in, &out) == 2 && is_pipe(in) && is_pipe(out)) {
        /* a description of our own, since O_NONBLOCK on the inherited one would concern make, too */
        snprintf(path, sizeof path, "/proc/self/fd/%d", in);
        server.in = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        server.out = out;
    }
    return server;
}

static bool jobserver_take(JobServer *server) {
    if (server->count == (int)sizeof server->tokens || read(server->in, &server->tokens[server->count], 1) != 1)
        return false;
    server->count++;
    return true;
}

/* Gives back all tokens but those that `running` jobs need: the first job runs on make's own. */
static void jobserver_give_back(JobServer *server, int running) {
    while (server->count > 0 && server->count >= running &&
           write(server->out, &server->tokens[server->count - 1], 1) == 1)
        server->count--;
}

static void jobserver_close(JobServer *server) {
    if (server->in >= 0)
        close(server->in);
}

/* ---- jobs -------------------------------------------------------------------------------------------- */

typedef struct Crew {
    Job *jobs;
    int count, next, running, done, parallel;
    bool failed, verbose, progress;
    char **environment;
    JobServer server;
} Crew;

/* The environment with TMPDIR set to `temporary`. */
static char **child_environment(Arena *arena, const char *temporary) {
    int count = 0;
    while (environ[count])
        count++;
    char **copy = arena_alloc(arena, (size_t)(count + 2) * sizeof *copy);
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (strncmp(environ[i], "TMPDIR=", 7))
            copy[kept++] = environ[i];
    copy[kept] = arena_printf(arena, "TMPDIR=%s", temporary);
    return copy;
}

static void show_command(const Job *job) {
    for (int i = 0; job->argv[i]; i++)
        fprintf(stderr, "%s%s", i ? " " : "", job->argv[i]);
    fputc('\n', stderr);
}

static bool start(Crew *crew, Job *job) {
    sigset_t none;
    sigemptyset(&none);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, job->log, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
    posix_spawnattr_setsigmask(&attributes, &none);
    if (crew->verbose)
        show_command(job);
    job->error = posix_spawnp(&job->pid, job->argv[0], &actions, &attributes, (char **)job->argv, crew->environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return !job->error;
}

static bool may_start(Crew *crew) {
    if (crew->failed || crew->next == crew->count)
        return false;
    if (crew->running == 0)
        return true;
    return crew->server.in >= 0 ? jobserver_take(&crew->server) : crew->running < crew->parallel;
}

static void start_some(Crew *crew) {
    while (may_start(crew)) {
        Job *job = &crew->jobs[crew->next++];
        if (start(crew, job))
            crew->running++;
        else
            crew->failed = true;
    }
}

static void show_progress(const Crew *crew, const char *label) {
    if (crew->progress)
        fprintf(stderr, "\r\033[K[%d/%d] %s", crew->done, crew->count, label);
}

/* Collects the children that have ended. */
static void reap(Crew *crew) {
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;)
        for (int i = 0; i < crew->next; i++) {
            Job *job = &crew->jobs[i];
            if (job->pid != pid)
                continue;
            job->pid = 0;
            job->status = status;
            job->ended = true;
            crew->failed = crew->failed || status != 0;
            crew->running--;
            crew->done++;
            show_progress(crew, job->label);
        }
    jobserver_give_back(&crew->server, crew->running);
}

static void kill_all(Crew *crew) {
    for (int i = 0; i < crew->next; i++)
        if (crew->jobs[i].pid > 0)
            kill(-crew->jobs[i].pid, SIGTERM);
    for (int i = 0; i < crew->next; i++)
        if (crew->jobs[i].pid > 0)
            while (waitpid(crew->jobs[i].pid, NULL, 0) < 0 && errno == EINTR)
                ;
    crew->running = 0;
}

static JobsOutcome work(Crew *crew) {
    sigset_t set = interrupts(true);
    for (;;) {
        start_some(crew);
        if (!crew->running)
            return crew->failed ? JOBS_FAILED : JOBS_FINE;
        /* tokens come back without a signal, so with a jobserver look again now and then */
        struct timespec tenth = {.tv_nsec = 100000000};
        bool polls = crew->server.in >= 0 && crew->next < crew->count;
        int signal_number = polls ? sigtimedwait(&set, NULL, &tenth) : sigwaitinfo(&set, NULL);
        if (signal_number == SIGCHLD)
            reap(crew);
        else if (signal_number > 0) {
            kill_all(crew);
            return JOBS_INTERRUPTED;
        }
    }
}

JobsOutcome jobs_run(Arena *arena, Job *jobs, int count, int parallel, const char *temporary, bool verbose) {
    Crew crew = {.jobs = jobs, .count = count, .parallel = parallel, .verbose = verbose};
    crew.progress = !verbose && count > 2 && isatty(STDERR_FILENO);
    crew.environment = child_environment(arena, temporary);
    crew.server = jobserver_find();
    JobsOutcome outcome = work(&crew);
    jobserver_give_back(&crew.server, 0);
    jobserver_close(&crew.server);
    if (crew.progress)
        fputs("\r\033[K", stderr);
    return outcome;
}
