/* The reference evaluator: executes low-level graphs (stages low, exc, gc, before and after any pass) on
 * byte-addressed simulated memory.
 *
 * Every byte has a shadow state: unallocated, uninitialised, initialised, freed, retired. Each wrong access is an error
 * that names the op, the graph and the source line. Simulated addresses are real addresses of blocks owned by the
 * evaluator, so that native functions can be called on them.
 */
#ifndef IR_EVAL_H
#define IR_EVAL_H

#include "ir/ir.h"

typedef struct EvalOptions {
    FILE *out, *err; /* where streams 1 and 2 of the program go; NULL: the real ones */
    int argc;
    char **argv;        /* the program's command line */
    uint64_t max_ops;   /* 0: no limit */
    uint32_t max_depth; /* of calls; stack_check raises beyond; 0: 3000 */
} EvalOptions;

typedef enum EvalOutcome { EVAL_DONE, EVAL_MEMORY_ERROR, EVAL_LIMIT, EVAL_BROKEN } EvalOutcome;

typedef struct EvalResult {
    EvalOutcome outcome;
    int status;            /* exit status of the program (1 after an uncaught exception) */
    const char *exception; /* class name of the uncaught exception, or NULL; "IntegerOverflow": a FATAL op */
    const char *error;     /* EVAL_MEMORY_ERROR, EVAL_BROKEN: message with op, graph and line */
    uint64_t op_count;     /* ops executed */
    uint64_t
        alloc_count; /* objects allocated; by a collector in the graphs: pieces of memory handed out, also to itself */
} EvalResult;

/* Verifies the program, then runs its entry. */
EvalResult program_eval(Arena *arena, Program *program, const EvalOptions *options);

/* Runs one graph on constants (numbers, bools, scalars, data addresses). The result's value goes to *value if it is a
 * number, bool or scalar. */
EvalResult graph_eval(Arena *arena, Graph *graph, const Const *args, int arg_count, const EvalOptions *options,
                      Const *value);

#endif
