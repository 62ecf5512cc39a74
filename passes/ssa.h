/* A whole function seen as static single assignment: dominators, and which variables are always one value. Private to
 * passes/.
 *
 * A block's variables are its own: a value that lives on has another name in each block. All these names have one root:
 * the variable that the value was first, or a constant. */
#ifndef PASSES_SSA_H
#define PASSES_SSA_H

#include "passes/pass_internal.h"

typedef struct Ssa {
    Arena *scratch;
    Graph *graph;
    LinkIndex *index;
    uint32_t *idom; /* by block id: the id of the immediate dominator; of the start and of dead ends: their own */
    uint32_t *enter,
        *leave;         /* by block id: numbers in a walk over the dominator tree; leave: one past the last inside */
    Value **roots;      /* by value id; NULL: the variable is its own root */
    Block **defined_in; /* by value id */
    Op **makers;        /* by value id: the op whose result it is, or NULL */
    uint32_t value_count;
    int room; /* how many block inputs ssa_value_in may still add */
    Map here; /* block id << 32 | root's id -> the root's name there */
} Ssa;

/* Analyses the graph. Valid until blocks, links or inputs change, but by ssa_value_in. */
Ssa *ssa_new(Arena *scratch, Graph *graph);
/* The same, with room for what ssa_value_in, or the caller, adds: variables that are their own roots. */
Ssa *ssa_new_with_room(Arena *scratch, Graph *graph);
/* roots.c: finds the roots of block inputs; a part of ssa_new. */
void ssa_find_roots(Ssa *ssa);
/* Whether every way to `below` leads through `above` (or they are one). */
bool ssa_dominates(const Ssa *ssa, const Block *above, const Block *below);
/* The constant or variable that the value always is. */
Value *ssa_root(const Ssa *ssa, Value *value);
/* From here on the variable, an op's result, is known to be what `root` is. */
void ssa_unite(Ssa *ssa, const Value *value, Value *root);
/* The op that makes the root; NULL: none, or it is a constant. */
const Op *ssa_maker(const Ssa *ssa, const Value *root);
/* Whether two roots are the same. */
bool ssa_is_same(const Value *a, const Value *b);
/* A number that the same roots have in common. */
uint64_t ssa_hash(const Value *root);
/* The name of `root` in `block`, whose definition dominates that; it is passed there through all blocks on the way.
 * NULL: that would be too many. */
Value *ssa_value_in(Ssa *ssa, Value *root, Block *block);

#endif
