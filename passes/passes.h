/* The pass manager. A pass is one file, one function, one row of passes/pass.def; the manager owns the order,
 * verifying, dumping, timing, counting, bisecting and the remarks' way out. */
#ifndef PASSES_PASSES_H
#define PASSES_PASSES_H

#include "ir/ir.h"

/* What passes may rely on for good decisions. */
enum {
    FACT_FOLDED = 1, /* constants have been propagated */
    FACT_LIVE = 2,   /* every op has an effect or is needed */
    FACT_MERGED = 8, /* no two inputs of a block are always equal */
    FACT_JOINED = 4, /* no block only jumps to one that nothing else enters */
};

typedef enum PassId {
#define PASS(code, text, function, scope, requires, provides, breaks, level, doc) PASS_##code,
#include "passes/pass.def"
#undef PASS
    PASS_COUNT
} PassId;

typedef enum PassScope { EACH_GRAPH, EACH_HOT_GRAPH, WHOLE_PROGRAM } PassScope;
typedef enum RemarkKind { REMARK_APPLIED, REMARK_MISSED } RemarkKind;

typedef struct PassParams {
    double inline_threshold;  /* bodies whose score is below it are inlined */
    bool reference_heuristic; /* scores exactly as the reference computes them */
} PassParams;

/* A named number that a pass counts, beside how often it fired. */
typedef struct PassCounter {
    const char *name;
    int64_t count;
} PassCounter;

enum { MAX_PASS_COUNTERS = 8 };

typedef struct PassHooks PassHooks;

typedef struct PassContext {
    Program *program;
    Arena *scratch; /* freed after the pass, or after the graph */
    const PassParams *params;
    const PassHooks *hooks;
    PassId pass;
    int64_t fired;      /* how many rewrites the pass made: the pass counts, --stats shows */
    bool tells_changes; /* a whole-program pass says which graphs it changes: pass_changes() */
    PassCounter counters[MAX_PASS_COUNTERS];
    int counter_count;
} PassContext;

typedef struct PassInfo {
    const char *text;
    void (*run)(PassContext *context, Graph *graph); /* called for each graph, or once without */
    PassScope scope;
    int requires, provides, breaks; /* facts */
    int level;                      /* lowest -O level that runs it */
    const char *doc;
} PassInfo;
extern const PassInfo pass_info[PASS_COUNT];

typedef struct PassPlan {
    PassId *items;
    int count;
} PassPlan;

struct PassHooks { /* all optional */
    void (*before)(void *data, PassId pass, Program *program);
    void (*after)(void *data, double seconds, const PassContext *done);
    void (*remark)(void *data, RemarkKind kind, PassId pass, const Pos *pos, const char *text);
    void (*bisect)(void *data, int64_t number, PassId pass, const Graph *graph, bool runs);
    void *data;
    const PassParams *params;
    bool verify;    /* run the verifier after every pass */
    bool has_limit; /* only the first `limit` runs of a pass on a graph take place */
    int64_t limit;
};

/* The pass called `text`, or PASS_COUNT. */
PassId pass_find(const char *text);
/* How many places the default order has. */
enum {
    SEQUENCE_LENGTH = 0
#define STEP(pass) +1
#include "passes/sequence.def"
#undef STEP
};
extern const PassId pass_sequence[SEQUENCE_LENGTH];
/* Adds to the counter of this name (a literal). */
void pass_count(PassContext *context, const char *name, int64_t count);
/* Whether every pass of the default order finds what it requires: NULL, or what is wrong (static text). */
const char *pass_sequence_check(void);
/* What -O `level` ('0' ... '3', 's') gives the passes. */
PassParams pass_params(char level);
/* Runs the passes in order on all graphs. Returns NULL, or the verifier's message with the pass's name. */
const char *passes_run(Program *program, const PassPlan *plan, const PassHooks *hooks);

#endif
