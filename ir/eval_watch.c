/* Finalizers and weak references before the GC transform, or without a collector: nothing dies, but at the program's
 * end the registered objects are finalised, the first one first. */
#include "ir/eval_internal.h"

static void set_int(Eval *eval, const CodeOp *op, int64_t value) {
    eval_set_result(eval, op, (Cell){.i = value});
}

static void add(Eval *eval, uint64_t object) {
    eval->registered =
        arena_grow(eval->arena, eval->registered, eval->registered_count, &eval->registered_capacity, sizeof object);
    eval->registered[eval->registered_count++] = object;
}

static void next(Eval *eval, const CodeOp *op) {
    if (eval->taken == eval->to_take) {
        set_int(eval, op, -1);
        return;
    }
    const Type *type = eval_dynamic_type(eval, op->op, eval->registered[eval->taken]);
    if (type)
        set_int(eval, op, type->index + 1);
}

void eval_watch_op(Eval *eval, const CodeOp *op) {
    switch ((int)op->op->code) {
    case OP_FINALIZER_REGISTER:
        add(eval, eval_operand(eval, op, 0)->u);
        break;
    case OP_FINALIZER_ALL:
        eval->to_take = eval->registered_count;
        break;
    case OP_FINALIZER_NEXT:
        next(eval, op);
        break;
    case OP_FINALIZER_TAKE:
        if (eval->taken < eval->to_take)
            eval_set_result(eval, op, (Cell){.u = eval->registered[eval->taken++]});
        else
            eval_broken(eval, op->op, "there is nothing to be finalised");
        break;
    case OP_WEAK_NEW:
        eval_set_result(eval, op, *eval_operand(eval, op, 1));
        break;
    default: /* OP_WEAK_GET */
        eval_set_result(eval, op, *eval_operand(eval, op, 0));
        break;
    }
}
