/* What passes share. Private to passes/. */
#ifndef PASSES_PASS_INTERNAL_H
#define PASSES_PASS_INTERNAL_H

#include "passes/passes.h"

#define PASS(code, text, function, scope, requires, provides, breaks, level, doc) \
    void function(PassContext *context, Graph *graph);
#include "passes/pass.def"
#undef PASS

/* A pass finds its graphs numbered (graph_renumber), and leaves them so. */

/* Whether a block is the graph's start, return or except block, whose inputs are fixed. */
static inline bool block_has_fixed_inputs(const Block *block) {
    const Graph *graph = block->graph;
    return block == graph->start || block == graph->return_block || block == graph->except_block;
}

/* Gives every variable of the graph this note. */
void graph_set_notes(Graph *graph, void *note);
/* Of a dataflow analysis that sweeps over the blocks: what the block passes on has changed, so those that it links to,
 * by block id, are not settled. Whether one of them is not further down, which wants another sweep. */
bool block_unsettle_targets(const Block *block, bool *is_settled);
/* A whole-program pass that calls this for each graph that it has changed, and at least once, leaves the others alone.
 */
void pass_changes(PassContext *context, Graph *graph);
/* Numbers a graph anew that was changed in a way that its pass need not count: all passes look at it again. */
void graph_changed(Graph *graph);

/* The block's last op, which may have had handlers, can no longer raise: they are not reached from here. */
void block_drop_handlers(Block *block);

/* substitute.c: the note of a variable is what takes its place (NULL: nothing does). */
Value *substituted(Value *value);
void substitute_all(Value **values, int count);
/* In all ops, the switch and the exits of the block. */
void block_substitute(Block *block);

/* The op of the block whose result it is, or NULL. */
const Op *block_maker(const Block *block, const Value *value);

/* fold.c: what the op's result is known to be, a constant or one of the arguments; else NULL. */
Value *op_known(Program *program, const Op *op);

/* merge_inputs.c: block inputs that every link gives the same value become one. Gives how many went. */
int merge_inputs(Arena *scratch, Graph *graph);

/* bypass.c: by block id: whether a block further on, or the block itself, links to it. */
const bool *graph_loop_heads(Arena *scratch, const Graph *graph);
bool graph_has_loops(Arena *scratch, const Graph *graph);

/* recast.c: block inputs that are casts of other inputs become casts in the block. */
void recast_inputs(Arena *scratch, Graph *graph);

/* ---- remarks.c ---- */

/* Tells --remarks what the pass did, or why it did not, in terms of the source. */
void pass_remark(PassContext *context, RemarkKind kind, const Pos *pos, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Whether anybody listens: what it costs to find the words may be saved. */
bool pass_has_remarks(const PassContext *context);
/* The class as the source calls it. */
const char *remark_class(const Type *type);
/* The malloc stays; `pos`, which may be NULL, is where the reason is. */
void remark_kept(PassContext *context, const Op *op, const char *reason, const Pos *pos);
/* "stored into `next` of `Node`": what a setfield or array_set does with its value. */
const char *remark_store(Arena *scratch, const Op *op);
/* The module variable as the source calls it. */
const char *remark_variable(const Data *data);
/* "passed to `f`" */
const char *remark_call(Arena *scratch, const Graph *callee);

#endif
