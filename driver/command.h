/* The verbs (driver/command.def), and the road they share: source → graphs → C → binary. */
#ifndef DRIVER_COMMAND_H
#define DRIVER_COMMAND_H

#include "driver/option.h"
#include "frontend/frontend.h"

#define WEFT_VERSION "0.1"

#define COMMAND(code, text, function, operands, doc) ExitCode function(Arena *arena, const Options *options);
#include "driver/command.def"
#undef COMMAND

/* A program under way. */
typedef struct Road {
    Arena *arena;
    const Options *options;
    DiagList diags;
    Program *program;
    Inference *inference; /* until the program is lowered */
    InferStats infer_stats;
    PassPlan plan;         /* the passes to run */
    PassPlan left;         /* those after a pass to stop at */
    Point stop;            /* as far as the command wants to go */
    bool is_evaluated;     /* low-level graphs are to be executed: without generator graphs */
    bool or_later;         /* a printed program that is past the stop is fine, too */
    ExitCode error;        /* why it cannot go on */
    struct Report *report; /* --time-passes, --stats */
    struct Diff *diff;     /* what the pass of --diff does; or NULL */
} Road;

/* main.c: takes the program `path` to `stop`. False: road->error, everything has been said. */
bool road_take(Road *road, const char *path, Point stop);
/* Reads a printed program and runs the planned passes on it; its stage stays as it is. */
bool road_optimise(Road *road, const char *path);

/* report.c: what --time-passes, --stats and --dump print, on standard error. */
struct Report *report_new(Arena *arena);
double report_seconds(void);
/* `pass`: what a pass has counted; NULL: not a pass. */
void report_time(struct Report *report, const char *name, double seconds, const PassContext *pass);
void report_print(const Road *road);
/* Whether `glob` (NULL: all, those of the library only if asked for) selects the graph; "f" means "__main__.f". */
bool report_selects(const Graph *graph, const char *glob, bool library);
/* The same, but "f" also selects the variants of f for types, "f(...)", and "f#2". */
bool report_selects_variants(const Graph *graph, const char *glob, bool library);
/* One line about what a pass did; see PassHooks.remark. */
void report_remark(const Road *road, RemarkKind kind, PassId pass, const Pos *pos, const char *text);
void report_dumps(const Road *road, bool before, Point point);

/* diff.c: what a pass does to the functions that `glob` selects (as for report_selects). */
typedef struct Diff Diff;
Diff *diff_new(Arena *arena, const char *glob, bool library);
void diff_before(Diff *diff, const Program *program);
void diff_after(Diff *diff, const Program *program);
/* The functions that it changed, each before and after it. Gives how many pictures that is. */
int diff_picture(const Diff *diff, PassId pass, PictureGraph **shown);

/* Says "weft: ..." on standard error. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
