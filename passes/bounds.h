/* Proofs of x - y <= c between integers of a function, from its branches, its arithmetic and its loops (Bodik, Gupta,
 * Sarkar: ABCD: eliminating array bounds checks on demand). Private to passes/. */
#ifndef PASSES_BOUNDS_H
#define PASSES_BOUNDS_H

#include "passes/ssa.h"

typedef struct Bounds Bounds;

/* Collects what the graph's branches say. */
Bounds *bounds_new(Ssa *ssa);
/* Whether x - y <= c whenever control is in `block`, where x and y are known; NULL stands for 0. False: not proven.
 * Bounds beyond 64 bits are allowed. */
bool bounds_prove(Bounds *bounds, Value *x, Value *y, __int128 c, const Block *block);
/* Nothing ever goes along this link. */
void bounds_cut(Bounds *bounds, const Link *link);
bool bounds_is_cut(const Bounds *bounds, const Link *link);
/* Whether low <= x <= high there. */
bool bounds_within(Bounds *bounds, Value *x, __int128 low, __int128 high, const Block *block);

#endif
