/* The call graph, callees first. Private to passes/. */
#ifndef PASSES_CALL_ORDER_H
#define PASSES_CALL_ORDER_H

#include "passes/pass_internal.h"

typedef struct Callees {
    Graph **items;
    int count, capacity;
} Callees;

typedef struct CallOrder {
    Callees *callees; /* by graph index: what it calls, as often as it does; and what it may call indirectly */
    Graph **graphs;   /* all of the program: callees before callers, as far as there are no cycles */
} CallOrder;

/* In `arena`; of graphs that are numbered in their program. */
CallOrder call_order_new(Arena *arena, const Program *program);

#endif
