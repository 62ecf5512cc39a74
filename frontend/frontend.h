/* The front end: source files → `flow` graphs → inference → `low` graphs. */
#ifndef FRONTEND_FRONTEND_H
#define FRONTEND_FRONTEND_H

#include "ir/ir.h"

/* Loads the main program at `path` ("-": standard input) and everything it imports, the builtins first, and builds
 * the flow graphs of it, the library's as far as they are needed. Imports are looked up beside the main program, then
 * in the embedded runtime (runtime/stdlib, runtime/core). `collector`, if not NULL, is the module of the collector,
 * which later stages need whatever the program imports. Errors go to `diags`; NULL if there were any.
 */
Program *frontend_load(Arena *arena, DiagList *diags, const char *path, const char *collector);

/* Builds those graphs of the library that would wait until inference needs them: to show them. */
void frontend_complete(Program *program);

typedef struct Inference Inference;

typedef struct InferOptions {
    uint64_t
        shuffle_seed; /* 0: natural order of the worklist; else a random order (the result must not depend on it) */
} InferOptions;

typedef struct InferStats {
    int rounds, contexts, cells, splits;
} InferStats;

/* Whole-program inference over flow graphs. NULL if there were errors (in program->diags). */
Inference *frontend_infer(Program *program, const InferOptions *options);
InferStats inference_stats(const Inference *inference);
/* Once the program is lowered nothing refers to it. */
void inference_free(Inference *inference);
/* Prints every reachable user function's and attribute's inferred type (weft check --types). */
void inference_print_types(const Inference *inference, FILE *out);

/* Replaces the program's flow graphs by low-level graphs. False if there were errors. */
bool frontend_lower(Inference *inference);

#endif
