/* The command line: one table of commands, one of options, and what they say. */
#ifndef DRIVER_OPTION_H
#define DRIVER_OPTION_H

#include "gctransform/gctransform.h"
#include "ir/ir.h"
#include "passes/passes.h"

typedef enum ExitCode {
    EXIT_FINE = 0,
    EXIT_DIAGNOSTICS = 1, /* the program, or a file that cannot be read or written */
    EXIT_USAGE = 2,
    EXIT_TOOLCHAIN = 3, /* no working C compiler, or a library is missing */
    EXIT_BUG = 70,      /* ours */
    EXIT_INTERRUPTED = 130
} ExitCode;

typedef enum CommandId {
#define COMMAND(code, text, function, operands, doc) COMMAND_##code,
#include "driver/command.def"
#undef COMMAND
    COMMAND_COUNT
} CommandId;

enum {
#define COMMAND(code, text, function, operands, doc) IN_##code = 1 << COMMAND_##code,
#include "driver/command.def"
#undef COMMAND
    IN_ANY = (1 << COMMAND_COUNT) - 1,
    IN_MAIN = 1 << COMMAND_COUNT,
    IN_ROAD =
        IN_BUILD | IN_RUN | IN_CHECK | IN_GRAPH | IN_DUMP | IN_EVAL, /* those that take a program along the road */
};

typedef enum OptionId {
#define OPTION(code, name, letter, argument, commands, completion, help) OPTION_##code,
#include "driver/option.def"
#undef OPTION
    OPTION_COUNT
} OptionId;

typedef struct OptionInfo {
    const char *name;
    char letter;
    const char *argument;
    int commands;
    const char *completion, *help;
} OptionInfo;
extern const OptionInfo option_info[OPTION_COUNT];

/* How far along the road: after a stage, or after a pass (which leaves the stage as it is). */
typedef struct Point {
    Stage stage;
    PassId pass; /* PASS_COUNT: after the whole stage */
} Point;

typedef enum EmitKind { EMIT_EXE, EMIT_C, EMIT_IR } EmitKind;

typedef struct DumpRequest {
    bool before;
    Point point;
    const char *glob; /* functions; NULL: all of the program's own */
} DumpRequest;

typedef struct Options {
    CommandId command;
    char **operands;
    int operand_count;
    const char *output;              /* NULL: the command's default */
    char level;                      /* '0' '1' '2' '3' 's' */
    signed char feature[PASS_COUNT]; /* 1: -f, -1: -fno- */
    bool has_passes;                 /* --passes= */
    PassPlan passes;
    GcKind gc;
    bool counts_naively;
    double inline_threshold;  /* below 0: the level's */
    bool reference_heuristic; /* --inline-heuristic=reference */
    bool has_bisect_limit;    /* --opt-bisect-limit= */
    uint64_t bisect_limit;
    bool remarks[2];           /* by RemarkKind */
    const char *remarks_regex; /* NULL: all */
    bool debug_info, time_passes, times_as_json, stats, verify, verbose, types, library, colour, json;
    EmitKind emit;
    const char *keep_c;
    int jobs; /* 0: one a processor */
    Point after, at;
    bool has_at; /* --at= */
    const char *format;
    PassId diff;      /* PASS_COUNT: none */
    bool dumps_drawn; /* --dump-format=dot */
    DumpRequest *dumps;
    int dump_count, dump_capacity;
    uint64_t shuffle_seed, max_ops;
} Options;

typedef struct CommandInfo {
    const char *text;
    ExitCode (*run)(Arena *arena, const Options *options);
    const char *operands, *doc;
} CommandInfo;
extern const CommandInfo command_info[COMMAND_COUNT];

/* Reads the command line. False: *exit_code says how to end (help was printed, or an error). */
bool options_read(Arena *arena, int argc, char **argv, Options *options, ExitCode *exit_code);

/* The stage or pass called `text`; false if there is none. */
bool point_find(const char *text, Point *point);
const char *point_text(Point point);

/* help.c: what the table says, for people and for the shell. */
void help_main(FILE *out);
void help_command(FILE *out, CommandId command);
void help_markdown(FILE *out);
void help_completion(FILE *out);
/* The closest of `count` names to `text` if it is close enough to be a slip, else NULL. */
const char *help_nearest(const char *text, const char *const *names, int count);

#endif
