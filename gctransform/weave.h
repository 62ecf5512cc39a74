/* Inside the GC transform.
 *
 *   gc.c            the interface; allocation by a native allocator
 *   raw.c           explicitly managed memory
 *   layouts.c       what collectors know of types; static roots
 *   allocate.c      allocation by a collector's graphs
 *   folding.c       several allocations at once
 *   request.c       what else the program asks of a collector
 *   expand.c        a collector's fast paths in line
 *   barriers.c      stores of pointers
 *   collects.c      which ops may collect
 *   shadow_stack.c  roots in local variables
 *   refcount.c      references of local variables, fields and items
 *   borrow.c        variables that need none
 */
#ifndef GCTRANSFORM_WEAVE_H
#define GCTRANSFORM_WEAVE_H

#include "gctransform/gctransform.h"

/* Fast paths of a graph that stand in line: each block of one passes on what is alive. */
enum { MAX_IN_LINE = 200 };

typedef struct Weave {
    Program *program;
    const GcInfo *info;
    GcOptions options;
    bool watches_objects;          /* the program may see when they die */
    Graph *memory_error;           /* () -> void: raises MemoryError; NULL in unit tests */
    Graph *calls[COLLECTOR_COUNT]; /* of the collector; NULL: it has none */
    bool fails_by_constant;        /* try_allocate's failures are constants; what else it gives is memory */
    Graph *new_memory;             /* (size) -> address of unset bytes; may collect; raises MemoryError */
    Graph *new_object;             /* (size, header, length offset, length) -> address of a zeroed object; raises */
} Weave;

/* ---- building ops before a place in a block ---- */

typedef struct Inserter {
    Block *block;
    int at; /* where the next op goes */
    const Pos *pos;
} Inserter;

Inserter inserter_at_end(Block *block, const Pos *pos);
/* Inserts an op on the arguments that are not NULL; its result, or NULL if `result` is TY_VOID. */
Value *insert_op(Inserter *inserter, OpCode code, TypeKind result, Value *x, Value *y);
/* The address of the object that `pointer` points to, as an int. */
Value *insert_address(Inserter *inserter, Value *pointer);
/* The same for a store of 8 bytes at address + offset. */
void insert_store(Inserter *inserter, Value *address, Value *offset, Value *word);
Op *insert_call(Inserter *inserter, Graph *graph, Value *const *args, int arg_count);
/* Bytes of the object that `malloc_op` makes, a multiple of `unit`; -1, which nobody has, if the product does not fit.
 */
Value *insert_size(Inserter *inserter, const Op *malloc_op, uint32_t unit);

/* Where the value stands among them; `count` if it does not. */
int position_of(Value *const *values, int count, const Value *value);

/* ---- the parts ---- */

/* Whether the value is a variable that holds a gc pointer, which is a root while it is alive. */
bool is_gc_variable(const Value *value);

/* raw.c: the malloc of a raw type at `at` becomes raw_malloc. */
void weave_raw_malloc(const Weave *weave, Block *block, int at);
/* layouts.c: makes the layout records of all gc types that may have objects, and the table of static roots. */
void weave_layouts(const Weave *weave);
/* allocate.c: finds the collector's graphs and makes those that raise MemoryError. False if they are not there. */
bool weave_find_collector(Weave *weave);
/* Replaces the graph's mallocs of gc types and its other ops that are the collector's business. */
void weave_allocation(const Weave *weave, Graph *graph);
/* folding.c */
typedef struct Folding Folding;
/* Which mallocs of the graph take memory that an earlier one asks for. */
Folding *folding_compute(Arena *arena, const Weave *weave, const Graph *graph);
/* Bytes that the malloc asks for, for itself and others; -1: that is not constant. */
int64_t folding_bytes(const Folding *folding, const Op *op);
/* The earlier malloc of the block that asks for this one, too, and how far from its object this one's is; or NULL. */
const Op *folding_first(const Folding *folding, const Op *op, int64_t *offset);
/* Bytes of the object that the malloc makes, a multiple of a word; -1: not constant, or it is large. */
int64_t malloc_fixed_size(const Op *op);
/* request.c: whether the op becomes a call of the collector. */
bool is_collector_request(const Op *op);
/* Sets, by CollectorCall, which of the calls that stand for ops no op of the program asks for. */
void weave_find_requests(const Program *program, bool *is_unasked);
/* The op at `at` becomes a call of the collector, or NULL is returned: it is none of the collector's
 * business. Else control goes on in that block, which may be a new one. */
Block *weave_request(const Weave *weave, Block *block, int at);
/* expand.c: the body of the called graph, which is of the system and raises nothing, in place of the call at `at`. The
 * block where control goes on is returned, whose first input is the call's result, if it has one; block ids are stale
 * then. */
Block *expand_call(Block *block, int at);
/* All calls of one or the other graph in the block, as long as some are `left`. */
void expand_calls(Block *block, const Graph *one, const Graph *other, int *left);

/* collects.c */
typedef struct CollectTable {
    bool *returning; /* by graph->index: it may have collected when it returns */
    bool *raising;   /* or then, or when an exception leaves it */
} CollectTable;
/* By block id: whether the graph can return from there. */
bool *blocks_that_return(Arena *arena, Graph *graph);
CollectTable collects_compute(Arena *arena, const Weave *weave);
/* Whether the collector may have run where control goes on after the op. */
bool collects_at(const CollectTable *table, const Op *op);

/* barriers.c: the write barriers of a graph. */
void weave_barriers(const Weave *weave, const CollectTable *table, Graph *graph);
/* shadow_stack.c: what is alive at ops that may collect stands in the graph's frame on the shadow stack. */
void weave_roots(const Weave *weave, const CollectTable *table, Graph *graph);

/* refcount.c: references are counted, for collectors that want that. */
void weave_refcounts(const Weave *weave);

/* borrow.c: which places graphs store pointers into. */
typedef struct Places Places;
Places *places_compute(Arena *arena, const Program *program);
/* By value id: the graph's pointers to objects that others keep alive as long as it runs. */
bool *lasting_values(Arena *arena, const Places *places, const Graph *graph);
/* Whether what the op at `load` found in a place is still there when `last_use`, an op or the block's end, has run. */
bool is_unchanged(const Places *places, const Block *block, int load, int last_use);
/* Whether the store at `at` finds NULL in a place of an object that the block has made. */
bool is_first_store(const Block *block, int at);

#endif
