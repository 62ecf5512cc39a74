/* fold: computes what constants decide.
 *
 * Blocks are visited in reverse postorder. An op on constants becomes its value, an exit switch on a constant leaves
 * one exit, and an input for which every link that can be taken passes the same constant is that constant. Blocks that
 * no longer can be reached count for nothing. What a later block decided about an earlier one (round a loop) is seen in
 * the next round.
 */
#include "passes/pass_internal.h"

#include "ir/fold.h"

#include <string.h>

enum { MAX_ROUNDS = 10 };

/* During a round the note of a variable is what it is known to be: a constant or another variable of its block. */
typedef struct Folder {
    PassContext *context;
    Graph *graph;
    LinkIndex *index;
    bool *is_live;   /* by block id: some link that can be taken enters it */
    Map removed;     /* exits removed in this round */
    Value **carried; /* by value id, of inputs: the constant that they always are; NULL: not known yet; or `varies` */
    Value varies;
} Folder;

/* ---- single ops ---- */

static Value *constant_of(Program *program, const Op *op, Const constant) {
    return const_new(program, op->result->type, constant);
}

static const Data *data_of(const Value *value) {
    return value->is_const && value->constant.kind == CONST_DATA ? value->constant.data : NULL;
}

static Value *fold_numbers(Program *program, const Op *op) {
    Const args[2], result;
    if (op->arg_count < 1 || op->arg_count > 2)
        return NULL;
    for (int i = 0; i < op->arg_count; i++) {
        if (!op->args[i]->is_const)
            return NULL;
        args[i] = op->args[i]->constant;
    }
    return op_fold(op->code, args, op->arg_count, &result) ? constant_of(program, op, result) : NULL;
}

/* A pointer's static type already says that it is an instance; but what is known to be some exception may be the fatal
 * one. */
static Value *fold_is_instance(Program *program, const Op *op) {
    const Data *data = data_of(op->args[0]);
    if (data && data->type->kind == TY_STRUCT)
        return const_bool(program, type_is_substruct(data->type, op->type));
    const Type *type = op->args[0]->type->item;
    if (op->type == program->exception_base || !type_is_substruct(type, op->type))
        return NULL;
    return const_bool(program, true);
}

static Value *fold_type_of(Program *program, const Op *op) {
    const Data *data = data_of(op->args[0]);
    if (!data || !data->type->vtable_data)
        return NULL;
    return constant_of(program, op, (Const){.kind = CONST_DATA, .data = data->type->vtable_data});
}

static Value *fold_array_len(Program *program, const Op *op) {
    const Data *data = data_of(op->args[0]);
    return data ? const_int(program, data->length) : NULL;
}

static bool is_wide(const Type *type) {
    return type->kind == TY_I64 || type->kind == TY_PTR || type->kind == TY_F64 || type->kind == TY_BOOL;
}

/* Whether reading the field of prebuilt memory always gives what was put there. */
static bool is_lasting(const Data *data, const Field *field) {
    if (field->is_final)
        return field->type->kind != TY_F64 && field->type->kind != TY_F32 && field->type->kind != TY_SCALAR;
    return !data->is_mutable && data->type->hints & HINT_IMMUTABLE && is_wide(field->type);
}

static Const zero_of(const Type *type) {
    return (Const){.kind = type->kind == TY_PTR ? CONST_NULL : type->kind == TY_BOOL ? CONST_BOOL : CONST_INT};
}

/* One that is not named there is zero; in type records it is left alone. */
static Value *fold_getfield(Program *program, const Op *op) {
    const Data *data = data_of(op->args[0]);
    const Field *field = data ? type_field(data->type, op->name) : NULL;
    if (!field || !is_lasting(data, field))
        return NULL;
    for (int i = data->item_count - 1; i >= 0; i--)
        if (data->items[i].field == op->name)
            return constant_of(program, op, data->items[i].value);
    return field->is_final ? constant_of(program, op, zero_of(field->type)) : NULL;
}

/* An item of prebuilt memory that never changes. */
static Value *fold_array_get(Program *program, const Op *op) {
    const Data *data = data_of(op->args[0]);
    if (!data || !data->has_fixed_items || !op->args[1]->is_const)
        return NULL;
    const Type *item = type_variable_part(op->args[0]->type->item)->item;
    int64_t at = op->args[1]->constant.integer;
    for (int i = 0; i < data->item_count && at >= 0; i++) {
        const Const *value = &data->items[i].value;
        bool is_run = value->kind == CONST_BYTES;
        if (data->items[i].field)
            continue;
        if (is_run && at < value->length && item->kind == TY_U8)
            return const_int(program, (uint8_t)value->text[at]);
        if (!is_run && at == 0)
            return is_wide(item) ? constant_of(program, op, *value) : NULL;
        at -= is_run ? value->length : 1;
    }
    return NULL;
}

/* The bytes from `at` on of prebuilt memory that never changes, if there are so many; else NULL. */
static const char *constant_bytes(const Value *value, const Value *at, int64_t count) {
    const Data *data = data_of(value);
    if (!data || !data->has_fixed_items || !at->is_const)
        return NULL;
    const DataItem *run = data->item_count ? &data->items[data->item_count - 1] : NULL;
    int64_t from = at->constant.integer;
    bool is_whole = run && !run->field && run->value.kind == CONST_BYTES && run->value.length == data->length;
    return is_whole && from >= 0 && from <= data->length && count <= data->length - from ? run->value.text + from
                                                                                         : NULL;
}

static Value *fold_array_compare(Program *program, const Op *op) {
    if (!op->args[4]->is_const || op->args[4]->constant.integer < 0)
        return NULL;
    int64_t count = op->args[4]->constant.integer;
    const char *x = constant_bytes(op->args[0], op->args[1], count);
    const char *y = constant_bytes(op->args[2], op->args[3], count);
    if (!x || !y)
        return NULL;
    int order = memcmp(x, y, (size_t)count);
    return const_int(program, (order > 0) - (order < 0));
}

static bool is_int(const Value *value, int64_t integer) {
    return value->is_const && value->constant.kind == CONST_INT && value->constant.integer == integer;
}

/* Integer arithmetic with a neutral element. */
static Value *fold_neutral(const Op *op) {
    switch ((int)op->code) {
    case OP_INT_ADD:
    case OP_INT_ADD_OVF:
        if (is_int(op->args[0], 0))
            return op->args[1];
        return is_int(op->args[1], 0) ? op->args[0] : NULL;
    case OP_INT_SUB:
    case OP_INT_SUB_OVF:
        return is_int(op->args[1], 0) ? op->args[0] : NULL;
    case OP_INT_MUL:
    case OP_INT_MUL_OVF:
        if (is_int(op->args[0], 1))
            return op->args[1];
        return is_int(op->args[1], 1) ? op->args[0] : NULL;
    default:
        return NULL;
    }
}

Value *op_known(Program *program, const Op *op) {
    if (!op->result)
        return NULL;
    if (op->code == OP_SAME_AS || (op->code == OP_CAST && op->args[0]->type == op->result->type))
        return op->args[0];
    if (op->code == OP_IS_INSTANCE)
        return fold_is_instance(program, op);
    if (op->code == OP_TYPE_OF)
        return fold_type_of(program, op);
    if (op->code == OP_ARRAY_LEN)
        return fold_array_len(program, op);
    if (op->code == OP_GETFIELD)
        return fold_getfield(program, op);
    if (op->code == OP_ARRAY_GET)
        return fold_array_get(program, op);
    if (op->code == OP_ARRAY_COMPARE)
        return fold_array_compare(program, op);
    if (op->code == OP_LAST_USE)
        return const_bool(program, false);
    Value *neutral = fold_neutral(op);
    return neutral || !(op_info[op->code].flags & OPF_FOLDS) ? neutral : fold_numbers(program, op);
}

/* Whether the operands of a call through a pointer are exactly what `graph` takes and gives. */
static bool fits_call(const Op *op, const Graph *graph) {
    if (graph->type->param_count != op->arg_count - 1 || graph->type->item != op->result->type)
        return false;
    for (int i = 1; i < op->arg_count; i++)
        if (op->args[i]->type != graph->type->params[i - 1])
            return false;
    return true;
}

/* A call through a known function pointer. */
static void make_direct(Folder *folder, Op *op) {
    if (op->code != OP_CALL_INDIRECT || !op->args[0]->is_const || op->args[0]->constant.kind != CONST_GRAPH)
        return;
    if (!fits_call(op, op->args[0]->constant.graph))
        return;
    op->code = OP_CALL;
    op->graph = op->args[0]->constant.graph;
    op->graphs = NULL;
    op->graph_count = 0;
    op->args++;
    op->arg_count--;
    folder->context->fired++;
}

static void fold_ops(Folder *folder, Block *block) {
    int kept = 0, count = block->op_count;
    for (int i = 0; i < count; i++) {
        Op *op = block->ops[i];
        substitute_all(op->args, op->arg_count);
        make_direct(folder, op);
        Value *value =
            block->switch_kind == SWITCH_EXCEPTION && i == count - 1 ? NULL : op_known(folder->context->program, op);
        if (value)
            op->result->note = value;
        else
            block->ops[kept++] = op;
    }
    block->op_count = kept;
    folder->context->fired += count - kept;
}

/* ---- exits and inputs ---- */

static Link *taken_exit(const Block *block) {
    const Const *value = &block->switch_value->constant;
    int64_t integer = value->kind == CONST_BOOL ? value->boolean : value->integer;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->kind == CASE_DEFAULT || block->exits[i]->integer == integer)
            return block->exits[i];
    return NULL;
}

static void decide_exit(Folder *folder, Block *block) {
    if (block->switch_kind != SWITCH_VALUE || !block->switch_value->is_const)
        return;
    ConstKind value = block->switch_value->constant.kind;
    Link *taken = value == CONST_BOOL || value == CONST_INT ? taken_exit(block) : NULL;
    if (!taken)
        return;
    for (int i = block->exit_count - 1; i >= 0; i--) {
        Link *exit = block->exits[i];
        if (exit == taken)
            continue;
        *map_put(folder->context->scratch, &folder->removed, (uint64_t)(uintptr_t)exit) = 1;
        link_remove(exit);
    }
    taken->kind = CASE_NONE;
    block->switch_kind = SWITCH_NONE;
    block->switch_value = NULL;
    folder->context->fired++;
}

static void fold_exits(Folder *folder, Block *block) {
    if (block->switch_value)
        block->switch_value = substituted(block->switch_value);
    decide_exit(folder, block);
    for (int i = 0; i < block->exit_count; i++) {
        Link *exit = block->exits[i];
        substitute_all(exit->args, exit->arg_count);
        folder->is_live[exit->target->id] = true;
    }
}

/* Whether control may come along this link into `block`: blocks further on have not been looked at in this round. */
static bool can_be_taken(const Folder *folder, const Link *link, const Block *block) {
    if (map_find(&folder->removed, (uint64_t)(uintptr_t)link))
        return false;
    return link->source->id >= block->id || folder->is_live[link->source->id];
}

/* The constant that all links pass for this input, or NULL. */
static Value *passed_constant(const Folder *folder, const Block *block, int input) {
    Value *constant = NULL;
    for (int i = 0; i < folder->index->counts[block->id]; i++) {
        const Link *link = folder->index->incoming[block->id][i];
        if (!can_be_taken(folder, link, block))
            continue;
        Value *arg = link->args[input];
        if (!arg->is_const || (constant && !const_equal(&arg->constant, &constant->constant)))
            return NULL;
        constant = arg;
    }
    return constant;
}

static void find_constant_inputs(const Folder *folder, Block *block) {
    if (block_has_fixed_inputs(block))
        return;
    for (int i = 0; i < block->input_count; i++) {
        Value *carried = folder->carried[block->inputs[i]->id];
        Value *constant = carried && carried->is_const ? carried : NULL;
        block->inputs[i]->note = constant ? constant : passed_constant(folder, block, i);
    }
}

/* ---- constants that go round loops ---- */

/* What all links agree on for this input, as far as it is known yet. */
static Value *agreed(Folder *folder, const Block *block, int input) {
    Value *constant = NULL;
    for (int i = 0; i < folder->index->counts[block->id]; i++) {
        Value *arg = folder->index->incoming[block->id][i]->args[input];
        Value *value = arg->is_const ? arg : folder->carried[arg->id];
        if (!value)
            continue;
        if (!value->is_const || (constant && !const_equal(&value->constant, &constant->constant)))
            return &folder->varies;
        constant = value;
    }
    return constant;
}

static void vary(Folder *folder, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            folder->carried[block->ops[i]->result->id] = &folder->varies;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->exception)
            folder->carried[block->exits[i]->exception->id] = &folder->varies;
    for (int i = 0; i < block->input_count && block_has_fixed_inputs(block); i++)
        folder->carried[block->inputs[i]->id] = &folder->varies;
}

static bool update_carried(Folder *folder, const Block *block) {
    bool changed = false; /* what the block passes on may be otherwise now */
    for (int i = 0; i < block->input_count; i++) {
        Value **slot = &folder->carried[block->inputs[i]->id];
        Value *value = *slot == &folder->varies ? *slot : agreed(folder, block, i);
        bool is_same = value == *slot || (value && *slot && value->is_const && (*slot)->is_const); /* equal, then */
        changed |= !is_same;
        *slot = is_same ? *slot : value;
    }
    return changed;
}

/* Whether a block further up has to be looked at again. */
static bool settle(Folder *folder, const Block *block, bool *is_settled) {
    is_settled[block->id] = true;
    if (block_has_fixed_inputs(block))
        return false;
    return update_carried(folder, block) && block_unsettle_targets(block, is_settled);
}

/* Optimistic: an input that only gets itself and one constant is that constant. */
static void find_carried(Folder *folder) {
    const Graph *graph = folder->graph;
    folder->carried = arena_alloc(folder->context->scratch, graph->value_count * sizeof(Value *));
    for (int i = 0; i < graph->block_count; i++)
        vary(folder, graph->blocks[i]);
    bool *is_settled = arena_alloc(folder->context->scratch, (size_t)graph->block_count);
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < graph->block_count; i++)
            if (!is_settled[i])
                changed |= settle(folder, graph->blocks[i], is_settled);
    }
}

/* Whether a block further on links to this one. It may be reached only that way (a loop with two entries, one of which
 * is not taken), which the sweep sees too late. */
static bool is_entered_from_below(const Folder *folder, const Block *block) {
    for (int i = 0; i < folder->index->counts[block->id]; i++)
        if (folder->index->incoming[block->id][i]->source->id >= block->id)
            return true;
    return false;
}

static void fold_round(PassContext *context, Graph *graph) {
    graph_set_notes(graph, NULL);
    Folder folder = {.context = context, .graph = graph, .index = link_index(context->scratch, graph)};
    folder.is_live = arena_alloc(context->scratch, (size_t)graph->block_count);
    folder.is_live[graph->start->id] = true;
    find_carried(&folder);
    for (int i = 0; i < graph->block_count; i++) {
        Block *block = graph->blocks[i];
        folder.is_live[i] |= is_entered_from_below(&folder, block);
        if (!folder.is_live[i])
            continue;
        find_constant_inputs(&folder, block);
        fold_ops(&folder, block);
        fold_exits(&folder, block);
    }
}

void pass_fold(PassContext *context, Graph *graph) {
    int64_t before = context->fired - 1;
    for (int round = 0; round < MAX_ROUNDS && context->fired > before; round++) {
        before = context->fired;
        fold_round(context, graph);
        if (context->fired > before)
            graph_renumber(graph);
    }
}
