/* Which variables of a function may hold the same objects, and what of these its callers, its callees and the rest of
 * the program may see. Private to passes/.
 *
 * Variables are joined in sets by whatever passes values on (Steensgaard's analysis); a set has a content, again a set,
 * for each field that is read or written through it. What the callers of a function need to know is its summary: the
 * sets of its parameters and its result, with their contents. A call joins its arguments as the summary says. */
#ifndef PASSES_ESCAPE_SETS_H
#define PASSES_ESCAPE_SETS_H

#include "passes/pass_internal.h"

/* What a set holds under one key: a field, or ESCAPE_ITEMS. */
typedef struct EscapeCell {
    const void *key;
    uint32_t set;
    struct EscapeCell *next;
} EscapeCell;

typedef struct EscapeSet {
    uint32_t parent;
    bool is_open;      /* it may hold objects from elsewhere: what is stored into it is seen there */
    bool escapes;      /* its objects are seen elsewhere */
    bool outlives;     /* callers have its objects */
    EscapeCell *cells; /* sorted */
    const char *why;   /* what lets it escape, for remarks; the first thing found */
    const Pos *where;
    const Op *user; /* what stored its objects into others, or else a call; the first one found */
    uint32_t visit; /* of the last walk that came by */
} EscapeSet;

/* A summary says nothing of sets that are only read. */
typedef struct EscapeEdge {
    const void *key;
    int from, to; /* numbers of sets */
} EscapeEdge;

enum { MOST_ESCAPE_NODES = 24, MOST_ESCAPE_EDGES = 48 };

typedef struct EscapeSummary {
    bool is_unknown; /* all arguments escape, the result comes from elsewhere */
    int *roots;      /* by parameter, the result last: number of its set, or -1: it is no pointer to an object */
    int root_count;
    int node_count, edge_count;
    bool escapes[MOST_ESCAPE_NODES], is_open[MOST_ESCAPE_NODES];
    EscapeEdge edges[MOST_ESCAPE_EDGES];
} EscapeSummary;

/* By graph index; NULL: not known yet. */
typedef EscapeSummary *const *EscapeSummaries;

typedef struct EscapeSets {
    Arena *scratch;
    const Graph *graph;
    EscapeSet *items;
    int count, capacity;
    uint32_t *pending; /* pairs of sets to be joined */
    int pending_count, pending_capacity;
    uint32_t visit; /* walks so far */
    EscapeSummaries summaries;
} EscapeSets;

/* The sets of the graph's variables (numbered, graph_renumber); calls do what the summaries say, where there is none
 * nothing yet. */
EscapeSets *escape_sets_new(Arena *scratch, const Graph *graph, EscapeSummaries summaries);
/* The set of a variable that is a pointer to gc objects. */
EscapeSet *escape_set_of(const EscapeSets *sets, const Value *value);
/* Whether an object that `inner` may be can be reached from some of the variables. */
bool escape_reaches(EscapeSets *sets, Value *const *outer, int count, const Value *inner);
/* What the graph's callers need to know; in `arena`. */
EscapeSummary *escape_summary(const EscapeSets *sets, Arena *arena);
bool escape_summary_equal(const EscapeSummary *a, const EscapeSummary *b);

/* Those of all graphs, which must be numbered; in `arena`. */
EscapeSummaries escape_summaries_new(Arena *arena, const Program *program);

#endif
