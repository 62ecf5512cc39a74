/* bypass: a link whose constants decide the exit of the block it leads to goes straight on to where that exit leads.
 *
 * The block must do nothing but compute: what the exit passes on has to be known before it, as an argument of the link
 * or a constant. Blocks that only jump are bypassed, too. Loop heads are not: a loop would get a second entry.
 */
#include "passes/pass_internal.h"

#include "ir/fold.h"

enum { MAX_OPS = 8, MAX_STEPS = 16 };

typedef struct Bypass {
    PassContext *context;
    const bool *is_head; /* by block id: a block further on links to it */
} Bypass;

static bool is_pure(const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (!(op_info[block->ops[i]->code].flags & OPF_FOLDS) || op_info[block->ops[i]->code].flags & OPF_FATAL)
            return false;
    return true;
}

static bool may_be_bypassed(const Bypass *bypass, const Block *block) {
    if (block_has_fixed_inputs(block) || bypass->is_head[block->id] || block->op_count > MAX_OPS)
        return false;
    if (block->switch_kind == SWITCH_NONE)
        return block->exit_count == 1 && block->op_count == 0 && block->exits[0]->target != block;
    return block->switch_kind == SWITCH_VALUE && is_pure(block);
}

/* The note of a variable of the block is what it is if the block is entered by the link; NULL: not known before. */
static Value *known(Value *value) {
    return value->is_const ? value : value->note;
}

static Value *computed(const Bypass *bypass, const Op *op) {
    Const args[2], result;
    if (op->arg_count < 1 || op->arg_count > 2)
        return NULL;
    for (int i = 0; i < op->arg_count; i++) {
        Value *arg = known(op->args[i]);
        if (!arg || !arg->is_const)
            return NULL;
        args[i] = arg->constant;
    }
    if (!op_fold(op->code, args, op->arg_count, &result))
        return NULL;
    return const_new(bypass->context->program, op->result->type, result);
}

static void enter(const Bypass *bypass, const Link *link) {
    const Block *block = link->target;
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = link->args[i];
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            block->ops[i]->result->note = computed(bypass, block->ops[i]);
}

/* The exit that is taken, if that is known. */
static const Link *decided_exit(const Block *block) {
    if (block->switch_kind == SWITCH_NONE)
        return block->exits[0];
    const Value *value = known(block->switch_value);
    if (!value || !value->is_const || (value->constant.kind != CONST_BOOL && value->constant.kind != CONST_INT))
        return NULL;
    int64_t integer = value->constant.kind == CONST_BOOL ? value->constant.boolean : value->constant.integer;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->kind == CASE_DEFAULT || block->exits[i]->integer == integer)
            return block->exits[i];
    return NULL;
}

/* Whether the link leads further now. */
static bool step(const Bypass *bypass, Link *link) {
    if (!may_be_bypassed(bypass, link->target))
        return false;
    enter(bypass, link);
    const Link *exit = decided_exit(link->target);
    if (!exit || exit->target == link->target)
        return false;
    for (int i = 0; i < exit->arg_count; i++)
        if (!known(exit->args[i]))
            return false;
    link->target = exit->target;
    link->arg_count = 0;
    for (int i = 0; i < exit->arg_count; i++)
        link_add_arg(link, known(exit->args[i]));
    bypass->context->fired++;
    return true;
}

const bool *graph_loop_heads(Arena *scratch, const Graph *graph) {
    bool *is_head = arena_alloc(scratch, (size_t)graph->block_count);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            is_head[graph->blocks[i]->exits[j]->target->id] |= graph->blocks[i]->exits[j]->target->id <= (uint32_t)i;
    return is_head;
}

bool graph_has_loops(Arena *scratch, const Graph *graph) {
    const bool *is_head = graph_loop_heads(scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        if (is_head[i])
            return true;
    return false;
}

void pass_bypass(PassContext *context, Graph *graph) {
    Bypass bypass = {.context = context, .is_head = graph_loop_heads(context->scratch, graph)};
    int64_t before = context->fired;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            for (int k = 0; k < MAX_STEPS && step(&bypass, graph->blocks[i]->exits[j]); k++)
                ;
    if (context->fired > before)
        graph_renumber(graph);
}
