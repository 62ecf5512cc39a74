/* Emission of low-level ops into Parts; see lower_internal.h. */
#include "frontend/lower_internal.h"

Part *part_new(Lower *lower, Block *block) {
    Part *part = arena_alloc(lower->arena, sizeof *part);
    part->block = block ? block : block_new(lower->graph);
    return part;
}

void part_enter(Lower *lower, Part *part, Link *link, Part *source) {
    part->entries =
        arena_grow(lower->arena, part->entries, part->entry_count, &part->entry_capacity, sizeof *part->entries);
    part->entries[part->entry_count++] = (PartEntry){link, source};
}

/* note of a variable: the Part that defines it */
static Value *brought_in(Lower *lower, Part *part, Value *value) {
    Value *input = block_add_input(part->block, value->type, value->name);
    input->note = part;
    map_set_ptr(lower->arena, &part->renames, value, input);
    for (int i = 0; i < part->entry_count; i++)
        link_add_arg(part->entries[i].link, lower_use_in(lower, part->entries[i].source, value));
    return input;
}

Value *lower_use_in(Lower *lower, Part *part, Value *value) {
    if (value->is_const || value->note == part)
        return value;
    Value *renamed = map_get_ptr(&part->renames, value);
    return renamed ? renamed : brought_in(lower, part, value);
}

Value *lower_use(Lower *lower, Value *value) {
    return lower_use_in(lower, lower->part, value);
}

Value *undefined(Lower *lower, Type *type) {
    if (type->kind == TY_VOID)
        return const_void(lower->program);
    return const_new(lower->program, type, (Const){.kind = CONST_UNDEFINED});
}

/* ---- handlers ---------------------------------------------------------------------------------------- */

/* The exception exits of the high-level block, for an op that raises in the midst of it. */
static void add_handler_exits(Lower *lower, Block *block) {
    for (int i = 1; i < lower->hl_block->exit_count; i++) {
        const Link *from = lower->hl_block->exits[i];
        Part *edge = part_new(lower, NULL);
        Link *link = block_add_exit(block, CASE_EXCEPTION, 0, edge->block, NULL, 0);
        part_enter(lower, edge, link, lower->part);
        if (from->exc_name) {
            ClassDef *def = class_find_builtin(lower->inf, from->exc_name);
            link->exc_type = def ? inst_type(lower, inst_plain(lower->inf, def)) : NULL;
        }
        link->exception = value_new(lower->graph, type_ptr(lower->types, lower->program->exception_base),
                                    intern(lower->inf->names, "exception"));
        link->exception->note = lower->part;
        Part *resume = lower->part;
        lower->part = edge;
        Value **args = arena_alloc(lower->arena, (size_t)(from->arg_count + 1) * sizeof *args);
        for (int k = 0; k < from->arg_count; k++) {
            const Value *arg = from->args[k];
            Typed source =
                arg == from->exception
                    ? typed(link->exception,
                            single_con_shape(
                                lower, &inst_plain(lower->inf, class_find_builtin(lower->inf, "BaseException"))->con))
                    : hl_value(lower, arg);
            args[k] = convert(lower, source, value_shape(lower, from->target->inputs[k]));
        }
        emit_jump(lower, lower->block_map[from->target->id], args, from->arg_count);
        lower->part = resume;
    }
}

/* The op just emitted raises under a handler: it ends its block; emission goes on in a new Part. */
static void split_after_raise(Lower *lower) {
    Block *block = lower->part->block;
    Part *next = part_new(lower, NULL);
    block_set_last_exception(block);
    Link *normal = block_add_exit(block, CASE_NORMAL, 0, next->block, NULL, 0);
    part_enter(lower, next, normal, lower->part);
    add_handler_exits(lower, block);
    lower->part = next;
}

/* ---- ops ----------------------------------------------------------------------------------------------- */

Op *emit_op(Lower *lower, OpCode code, Type *result, Value *const *args, int count) {
    Value *local[24];
    Value **used = count <= 24 ? local : arena_alloc(lower->arena, (size_t)count * sizeof *used);
    for (int i = 0; i < count; i++)
        used[i] = lower_use(lower, args[i]);
    Op *op = op_new(lower->graph, code, lower->pos, result, used, count);
    if (op->result)
        op->result->note = lower->part;
    block_append(lower->part->block, op);
    return op;
}

void lower_after_raise(Lower *lower, const Op *op) {
    if (lower->under_handler && (op_info[op->code].flags & OPF_RAISES))
        split_after_raise(lower);
}

Value *emit(Lower *lower, OpCode code, Type *result, Value *a, Value *b, Value *c) {
    Value *args[3] = {a, b, c};
    int count = !a ? 0 : !b ? 1 : !c ? 2 : 3;
    Op *op = emit_op(lower, code, result, args, count);
    lower_after_raise(lower, op);
    return op->result;
}

Value *emit_getfield(Lower *lower, Value *object, const char *field, Type *type) {
    Op *op = emit_op(lower, OP_GETFIELD, type, &object, 1);
    op->name = intern(lower->inf->names, field);
    return op->result;
}

void emit_setfield(Lower *lower, Value *object, const char *field, Value *value) {
    Value *args[2] = {object, value};
    emit_op(lower, OP_SETFIELD, NULL, args, 2)->name = intern(lower->inf->names, field);
}

Value *emit_call(Lower *lower, Graph *graph, Value *const *args, int count) {
    Op *op = emit_op(lower, OP_CALL, graph->type->item, args, count);
    op->graph = graph;
    lower_after_raise(lower, op);
    return op->result ? op->result : const_void(lower->program);
}

Value *emit_identity(Lower *lower, Value *object) {
    Type *integer = ty(lower, TY_I64);
    if (type_is_gc_ptr(object->type))
        return emit(lower, OP_IDENTITY_HASH, integer, object, NULL, NULL);
    Value *address = emit(lower, OP_PTR_TO_ADDR, ty(lower, TY_ADDRESS), object, NULL, NULL);
    Value *word = emit(lower, OP_ADDR_TO_INT, integer, address, NULL, NULL);
    return emit(lower, OP_INT_USHR, integer, word, const_int(lower->program, 4), NULL);
}

Value *emit_malloc(Lower *lower, Type *type) {
    Op *op = emit_op(lower, OP_MALLOC, type_ptr(lower->types, type), NULL, 0);
    op->type = type;
    lower_after_raise(lower, op);
    return op->result;
}

Value *emit_malloc_var(Lower *lower, OpCode code, Type *type, Value *length) {
    Op *op = emit_op(lower, code, type_ptr(lower->types, type), &length, 1);
    op->type = type;
    lower_after_raise(lower, op);
    return op->result;
}

/* ---- control -------------------------------------------------------------------------------------------- */

void emit_jump(Lower *lower, Block *target, Value *const *args, int count) {
    Link *link = block_jump(lower->part->block, target, NULL, 0);
    for (int i = 0; i < count; i++)
        link_add_arg(link, lower_use(lower, args[i]));
}

void emit_unreachable(Lower *lower) {
    emit_op(lower, OP_UNREACHABLE, NULL, NULL, 0);
}

Branch emit_branch(Lower *lower, Value *condition) {
    Branch branch = {.then_part = part_new(lower, NULL), .else_part = part_new(lower, NULL)};
    Block *block = lower->part->block;
    block_set_switch(block, lower_use(lower, condition));
    part_enter(lower, branch.else_part, block_add_exit(block, CASE_BOOL, 0, branch.else_part->block, NULL, 0),
               lower->part);
    part_enter(lower, branch.then_part, block_add_exit(block, CASE_BOOL, 1, branch.then_part->block, NULL, 0),
               lower->part);
    return branch;
}

void branch_then(Lower *lower, Branch *branch) {
    lower->part = branch->then_part;
}

void branch_else(Lower *lower, Branch *branch, Value *then_value) {
    branch->ends[0] = lower->part;
    branch->values[0] = then_value;
    lower->part = branch->else_part;
}

Value *branch_join(Lower *lower, Branch *branch, Value *else_value, Type *type) {
    branch->ends[1] = lower->part;
    branch->values[1] = else_value;
    Part *join = part_new(lower, NULL);
    Value *result = type ? block_add_input(join->block, type, NULL) : NULL;
    if (result)
        result->note = join;
    for (int i = 0; i < 2; i++) {
        Block *block = branch->ends[i]->block;
        if (block->op_count && block->ops[block->op_count - 1]->code == OP_UNREACHABLE)
            continue;
        Link *link = block_jump(block, join->block, NULL, 0);
        if (type)
            link_add_arg(link, lower_use_in(lower, branch->ends[i], branch->values[i]));
        part_enter(lower, join, link, branch->ends[i]);
    }
    lower->part = join;
    return result;
}
