/* The pass manager. A pass is one file, one function, one row of passes/pass.def; the manager owns verifying, dumping,
 * timing and counting. */
#ifndef PASSES_PASSES_H
#define PASSES_PASSES_H

#include "ir/ir.h"

typedef struct PassContext {
    Program *program;
    Arena *scratch; /* freed after the pass */
    int64_t fired;  /* how many rewrites the pass made: the pass counts, --stats shows */
} PassContext;

typedef enum PassId {
#define PASS(code, text, function, level, doc) PASS_##code,
#include "passes/pass.def"
#undef PASS
    PASS_COUNT
} PassId;

typedef struct PassInfo {
    const char *text;
    void (*run)(PassContext *context, Graph *graph); /* called for each graph */
    int level;                                       /* lowest -O level that runs it */
    const char *doc;
} PassInfo;
extern const PassInfo pass_info[PASS_COUNT];

typedef struct PassPlan {
    PassId *items;
    int count;
} PassPlan;

typedef struct PassHooks { /* all optional */
    void (*before)(void *data, PassId pass, Program *program);
    void (*after)(void *data, PassId pass, Program *program, double seconds, int64_t fired);
    void *data;
    bool verify; /* run the verifier after every pass */
} PassHooks;

/* The pass called `text`, or PASS_COUNT. */
PassId pass_find(const char *text);
/* Runs the passes in order on all graphs. Returns NULL, or the verifier's message with the pass's name. */
const char *passes_run(Program *program, const PassPlan *plan, const PassHooks *hooks);

#endif
