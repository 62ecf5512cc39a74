/* Lowering one body: blocks, inputs, exits. Branches that inference found impossible are not made. */
#include "frontend/lower_internal.h"

static const LinkNode *link_node(Lower *lower, int i) {
    return &lower->body->links[lower->info->first_link[lower->hl_block->id] + i];
}

static void make_blocks(Lower *lower) {
    Graph *source = lower->body->graph;
    for (int i = 0; i < source->block_count; i++) {
        Block *block = source->blocks[i];
        if (block == source->start)
            lower->block_map[block->id] = lower->graph->start;
        else if (block == source->return_block)
            lower->block_map[block->id] = lower->graph->return_block;
        else if (block == source->except_block)
            lower->block_map[block->id] = lower->graph->except_block;
        else if (lower->body->reached[block->id])
            lower->block_map[block->id] = block_new(lower->graph);
    }
}

static void make_inputs(Lower *lower) {
    Graph *source = lower->body->graph;
    for (int i = 0; i < source->block_count; i++) {
        Block *block = source->blocks[i];
        Block *made = lower->block_map[block->id];
        if (!made || block == source->start || block == source->return_block || block == source->except_block)
            continue;
        for (int k = 0; k < block->input_count; k++)
            block_add_input(made, shape_type(lower, value_shape(lower, block->inputs[k])), block->inputs[k]->name);
        made->pos = block->pos;
    }
}

static bool ends_generator(Lower *lower, const Link *link) {
    return lower->graph->is_generator && link->target == lower->body->graph->return_block;
}

/* The arguments of a high-level link, converted to the target's inputs, in the Part at work. */
static Value **link_args(Lower *lower, const Link *link) {
    Graph *source = lower->body->graph;
    Value **args = arena_alloc(lower->arena, (size_t)(link->arg_count + 1) * sizeof *args);
    for (int i = 0; i < link->arg_count; i++) {
        Typed value = hl_value(lower, link->args[i]);
        if (ends_generator(lower, link))
            args[i] = lower_generator_return(lower, value);
        else if (link->target == source->except_block)
            args[i] =
                emit(lower, OP_CAST, type_ptr(lower->types, lower->program->exception_base), value.value, NULL, NULL);
        else
            args[i] = convert(lower, value, value_shape(lower, link->target->inputs[i]));
    }
    return args;
}

static const Op *raise_op(Lower *lower, const Link *link) {
    if (link->target != lower->body->graph->except_block || link->args[0]->is_const)
        return NULL;
    const Op *op = lower->info->def_op[link->args[0]->id];
    return op && op->code == OP_EXC_VALUE ? op : NULL;
}

static void lower_jump(Lower *lower, const Link *link) {
    Value **args = link_args(lower, link);
    const Op *raise = raise_op(lower, link);
    if (raise && !lower->graph->is_hidden) {
        lower->pos = raise->pos;
        emit_op(lower, OP_TRACE_HERE, NULL, NULL, 0);
    }
    emit_jump(lower, lower->block_map[link->target->id], args, link->arg_count);
}

static bool needs_edge(Lower *lower, const Link *link) {
    if (ends_generator(lower, link))
        return true;
    for (int i = 0; i < link->arg_count; i++)
        if (!convert_is_free(lower, hl_value(lower, link->args[i]), value_shape(lower, link->target->inputs[i])))
            return true;
    return link->target == lower->body->graph->except_block;
}

/* One exit of a switch: conversions get a block of their own on the edge. */
static void lower_exit(Lower *lower, const Link *link) {
    Part *from = lower->part;
    if (!needs_edge(lower, link)) {
        Value **args = link_args(lower, link);
        Link *made =
            block_add_exit(from->block, link->kind, link->integer, lower->block_map[link->target->id], NULL, 0);
        for (int i = 0; i < link->arg_count; i++)
            link_add_arg(made, lower_use(lower, args[i]));
        return;
    }
    Part *edge = part_new(lower, NULL);
    part_enter(lower, edge, block_add_exit(from->block, link->kind, link->integer, edge->block, NULL, 0), from);
    lower->part = edge;
    lower_jump(lower, link);
    lower->part = from;
}

static int only_active_exit(Lower *lower) {
    int active = -1;
    for (int i = 0; i < lower->hl_block->exit_count; i++)
        if (link_node(lower, i)->active) {
            if (active >= 0)
                return -2;
            active = i;
        }
    return active;
}

static void lower_switch(Lower *lower) {
    int only = only_active_exit(lower);
    if (only == -1) {
        emit_unreachable(lower);
    } else if (only >= 0) {
        lower_jump(lower, lower->hl_block->exits[only]);
    } else {
        Value *value = lower_use(lower, hl_value(lower, lower->hl_block->switch_value).value);
        block_set_switch(lower->part->block, value);
        for (int i = 0; i < lower->hl_block->exit_count; i++)
            lower_exit(lower, lower->hl_block->exits[i]);
    }
}

static void lower_exits(Lower *lower) {
    Block *block = lower->hl_block;
    lower->under_handler = false;
    if (lower->part->block->op_count &&
        lower->part->block->ops[lower->part->block->op_count - 1]->code == OP_UNREACHABLE)
        return;
    if (block->switch_kind == SWITCH_VALUE)
        lower_switch(lower);
    else if (block->exit_count && link_node(lower, 0)->active)
        lower_jump(lower, block->exits[0]);
    else
        emit_unreachable(lower);
}

static bool never_returns(Lower *lower) {
    const Value *result = lower->op->code == OP_CALL_PY ? lower->op->result : NULL;
    return result && cell_is_empty(body_cell(lower->inf, lower->body, result)) && call_never_returns(lower->node);
}

/* An operand without any type: what makes it never returns, so control does not come here. */
static bool never_reached(Lower *lower) {
    for (int i = 0; i < lower->op->arg_count; i++)
        if (!lower->op->args[i]->is_const && cell_is_empty(body_cell(lower->inf, lower->body, lower->op->args[i])))
            return true;
    return false;
}

static void lower_block(Lower *lower, Block *block) {
    Block *made = lower->block_map[block->id];
    lower->hl_block = block;
    lower->part = part_new(lower, made);
    for (int i = 0; i < block->input_count; i++) {
        lower->value_map[block->inputs[i]->id] = made->inputs[i];
        made->inputs[i]->note = lower->part;
    }
    for (int i = 0; i < block->op_count; i++) {
        lower->op = block->ops[i];
        lower->pos = lower->op->pos;
        lower->node = &lower->body->ops[lower->info->first_op[block->id] + i];
        lower->under_handler = block->switch_kind == SWITCH_EXCEPTION && i + 1 == block->op_count;
        if (never_reached(lower) && !lower->diags->error_count) {
            emit_unreachable(lower);
            return;
        }
        if (never_reached(lower)) /* perhaps for an error: others may follow */
            continue;
        lower_op(lower);
        if (never_returns(lower) && !lower->diags->error_count) {
            emit_unreachable(lower);
            return;
        }
    }
    lower_exits(lower);
}

void lower_body(Lower *lower, Body *body, Graph *graph) {
    lower->body = body;
    lower->graph = graph;
    lower->info = graph_info(lower->inf, body->graph);
    lower->block_map = arena_alloc(lower->arena, (size_t)(body->graph->block_count + 1) * sizeof *lower->block_map);
    lower->value_map = arena_alloc(lower->arena, (size_t)(body->graph->value_count + 1) * sizeof *lower->value_map);
    make_blocks(lower);
    make_inputs(lower);
    for (int i = 0; i < body->graph->block_count; i++) {
        Block *block = body->graph->blocks[i];
        bool is_end = block == body->graph->return_block || block == body->graph->except_block;
        if (!is_end && body->reached[block->id])
            lower_block(lower, block);
    }
    graph_renumber(graph);
}
