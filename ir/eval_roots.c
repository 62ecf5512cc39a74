/* Ops that collectors of our own are woven with: the shadow stack, headers, layout records. */
#include "ir/eval_internal.h"

#include <inttypes.h>

enum { ROOT_SLOTS = 1 << 20, SLOT = 8 };

void eval_start_roots(Eval *eval) {
    const char *table = intern(eval->program->names, "weft.gc.static_roots");
    eval->has_collector = program_find_data(eval->program, table);
    BlockInfo info = {BLOCK_RAW, SHADOW_UNINITIALISED, NULL, NULL, NULL};
    eval->root_base = eval->root_top = memory_allocate(eval->memory, (uint64_t)ROOT_SLOTS * SLOT, &info);
}

/* As eval_dynamic_type reads it. */
void eval_type_header(Eval *eval, const CodeOp *op) {
    eval_set_result(eval, op, (Cell){.u = op->op->type->index + 1});
}

static uint64_t find_layout(Eval *eval, const Type *type) {
    const uint64_t *known = map_find(&eval->layouts, (uint64_t)(uintptr_t)type);
    if (known)
        return *known;
    const Data *layout = program_find_layout(eval->program, type);
    const uint64_t *address = layout ? map_find(&eval->data, (uint64_t)(uintptr_t)layout) : NULL;
    return *map_put(eval->arena, &eval->layouts, (uint64_t)(uintptr_t)type) = address ? *address : 0;
}

void eval_type_layout(Eval *eval, const CodeOp *op) {
    uint32_t number = (uint32_t)eval_operand(eval, op, 0)->u;
    const TypeTable *types = eval->program->types;
    if (number && number <= (uint32_t)types->count)
        eval_set_result(eval, op, (Cell){.u = find_layout(eval, types->all[number - 1])});
    else
        eval_broken(eval, op->op, "the header %" PRIu32 " names no type", number);
}

static void mark_slots(Eval *eval, uint64_t from, uint64_t to) {
    if (from < to)
        memory_mark(eval->memory, from, to - from, SHADOW_UNINITIALISED);
}

static void set_frame(Eval *eval, const CodeOp *op, uint64_t top) {
    if (top > eval->root_base + (uint64_t)ROOT_SLOTS * SLOT)
        eval_limit(eval, "the program's calls are nested too deeply for the evaluator");
    else if (top > eval->root_top && !memory_can_read(eval->memory, eval->root_top, top - eval->root_top))
        eval_fault(eval, op->op, eval->root_base);
    else
        mark_slots(eval, top, eval->root_top);
    eval->root_top = top;
}

void eval_root_op(Eval *eval, const CodeOp *op) {
    uint64_t slot = eval->frame->roots + (uint64_t)op->op->integer * SLOT;
    Access access = {.kind = TY_PTR, .size = SLOT};
    Cell cell;
    if (op->code == OP_ROOTS_SET) {
        set_frame(eval, op, slot);
    } else if (op->code == OP_ROOT_SAVE) {
        if (!eval_store(eval, &access, slot, eval_operand(eval, op, 0)))
            eval_fault(eval, op->op, eval->root_base);
    } else if (!eval_load(eval, &access, slot, &cell)) {
        eval_fault(eval, op->op, eval->root_base);
    } else {
        eval_set_result(eval, op, cell);
    }
}

Cell *eval_ref(Eval *eval, const CodeOp *op) {
    return &eval->slots[eval->frame->code->first_ref + op->op->integer];
}

void eval_drop_roots(Eval *eval) {
    mark_slots(eval, eval->frame->roots, eval->root_top);
    eval->root_top = eval->frame->roots;
}
