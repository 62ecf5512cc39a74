/* no-raise: what only an exception reaches goes, where there can be none.
 *
 * A function that cannot raise (no raise, no allocation, no call of one that can, no recursion, which may be too deep;
 * or a handler for everything) is called without exits for exceptions, and handlers that nothing leads to go. The
 * exception transform computes the same (ir/effects.h); to know it earlier spares inlining the handlers, and lets
 * variables that only they need become constants or nothing.
 */
#include "passes/pass_internal.h"

#include "ir/effects.h"

/* Tells of the ops that are under no handler any more, though they are in `blocks`, which were. */
static void remark_all(PassContext *context, Block *const *blocks, int count) {
    for (int i = 0; i < count; i++)
        if (blocks[i]->switch_kind == SWITCH_NONE)
            pass_remark(context, REMARK_APPLIED, blocks[i]->ops[blocks[i]->op_count - 1]->pos,
                        "nothing is raised here: no handler is needed");
        else
            pass_remark(context, REMARK_MISSED, blocks[i]->ops[blocks[i]->op_count - 1]->pos,
                        "this may raise: the handler stays");
}

static Block **find_handled(const PassContext *context, int *count) {
    const Program *program = context->program;
    Block **blocks = NULL;
    int capacity = *count = 0;
    for (int i = 0; i < program->graph_count; i++)
        for (int j = 0; j < program->graphs[i]->block_count; j++) {
            if (program->graphs[i]->blocks[j]->switch_kind != SWITCH_EXCEPTION)
                continue;
            blocks = arena_grow(context->scratch, blocks, *count, &capacity, sizeof *blocks);
            blocks[(*count)++] = program->graphs[i]->blocks[j];
        }
    return blocks;
}

void pass_no_raise(PassContext *context, Graph *graph) {
    (void)graph;
    Program *program = context->program;
    int handled_count = 0, quiet = 0;
    Block *const *handled = pass_has_remarks(context) ? find_handled(context, &handled_count) : NULL;
    EffectTable table = effects_compute(context->scratch, program);
    for (int i = 0; i < program->graph_count; i++)
        quiet += !table.of[i].raises;
    context->fired += table.pruned;
    pass_count(context, "functions found that cannot raise", quiet);
    remark_all(context, handled, handled_count);
}
