/* What each op does: one flat switch, which does not compile if an op is forgotten. */
#include "ir/eval_internal.h"

/* ---- pure ops ---- */

static bool is_overflow(const CodeOp *op, const Cell *b) {
    return op_info[op->code].flags & OPF_FATAL && (op->code != OP_INT_SHL_OVF || b->i >= 0);
}

static void compute(Eval *eval, const CodeOp *op) {
    Cell result = {0};
    const Cell *b = eval_operand(eval, op, 1);
    if (op_compute(op->code, eval_operand(eval, op, 0), b, &result))
        eval_set_result(eval, op, result);
    else if (is_overflow(op, b))
        eval_overflow(eval);
    else
        eval_broken(eval, op->op, "the op is used against its precondition");
}

/* ---- calls ---- */

static Graph *indirect_target(Eval *eval, const CodeOp *op) {
    uint64_t address = eval_operand(eval, op, 0)->u;
    for (int i = 0; i < op->op->graph_count; i++)
        if ((uint64_t)(uintptr_t)op->op->graphs[i] == address)
            return op->op->graphs[i];
    const char *name = address ? "no graph of the program" : "NULL";
    for (int i = 0; i < eval->program->graph_count; i++)
        if ((uint64_t)(uintptr_t)eval->program->graphs[i] == address)
            name = eval->program->graphs[i]->name;
    eval_broken(eval, op->op, "the call's target is %s, which is not among those it names", name);
    return NULL;
}

static void call_indirect(Eval *eval, const CodeOp *op) {
    Graph *target = indirect_target(eval, op);
    if (target)
        eval_call(eval, op, eval_code(eval, target), 1);
}

static void stack_check(Eval *eval, const CodeOp *op) {
    if (eval_stack_is_low(eval))
        eval_raise_recursion(eval, op);
}

/* ---- exceptions ---- */

static void exc_fetch(Eval *eval, const CodeOp *op) {
    if (!eval->pending)
        eval_broken(eval, op->op, "no exception is pending");
    eval_set_result(eval, op, (Cell){.u = eval->pending});
    eval->pending = 0;
}

static void exc_set(Eval *eval, const CodeOp *op) {
    uint64_t exception = eval_operand(eval, op, 0)->u;
    if (eval->pending)
        eval_broken(eval, op->op, "an exception is pending already");
    else if (!exception)
        eval_broken(eval, op->op, "NULL is no exception");
    eval->pending = exception;
}

/* With an exception: its traceback is a matter of the library, whose calls stand beside the op. */
static void trace_here(Eval *eval, const CodeOp *op) {
    if (eval->is_explicit && !op->op->arg_count)
        eval_trace(eval, op->op->pos);
}

void eval_op(Eval *eval, const CodeOp *op) {
    switch (op->code) {
    case OP_INT_ADD:
    case OP_INT_SUB:
    case OP_INT_MUL:
    case OP_INT_NEG:
    case OP_INT_ADD_OVF:
    case OP_INT_SUB_OVF:
    case OP_INT_MUL_OVF:
    case OP_INT_NEG_OVF:
    case OP_INT_AND:
    case OP_INT_OR:
    case OP_INT_XOR:
    case OP_INT_INVERT:
    case OP_INT_SHL:
    case OP_INT_SHR:
    case OP_INT_USHR:
    case OP_INT_SHL_OVF:
    case OP_INT_DIV:
    case OP_INT_REM:
    case OP_INT_FLOORDIV:
    case OP_INT_MOD:
    case OP_INT_LT:
    case OP_INT_LE:
    case OP_INT_EQ:
    case OP_INT_NE:
    case OP_INT_GT:
    case OP_INT_GE:
    case OP_INT_ULT:
    case OP_INT_ULE:
    case OP_INT_UDIV:
    case OP_INT_UREM:
    case OP_INT_UMULHI:
    case OP_INT_TO_BOOL:
    case OP_INT_TO_FLOAT:
    case OP_INT_TO_UINT:
    case OP_UINT_TO_INT:
    case OP_INT_TO_ADDR:
    case OP_ADDR_TO_INT:
    case OP_BOOL_NOT:
    case OP_BOOL_AND:
    case OP_BOOL_OR:
    case OP_BOOL_XOR:
    case OP_BOOL_EQ:
    case OP_BOOL_TO_INT:
    case OP_FLOAT_ADD:
    case OP_FLOAT_SUB:
    case OP_FLOAT_MUL:
    case OP_FLOAT_DIV:
    case OP_FLOAT_NEG:
    case OP_FLOAT_ABS:
    case OP_FLOAT_SQRT:
    case OP_FLOAT_FLOOR:
    case OP_FLOAT_LT:
    case OP_FLOAT_LE:
    case OP_FLOAT_EQ:
    case OP_FLOAT_NE:
    case OP_FLOAT_GT:
    case OP_FLOAT_GE:
    case OP_FLOAT_TO_INT:
    case OP_FLOAT_BITS:
    case OP_BITS_FLOAT:
    case OP_UINT_ADD:
    case OP_UINT_SUB:
    case OP_UINT_MUL:
    case OP_UINT_DIV:
    case OP_UINT_REM:
    case OP_UINT_AND:
    case OP_UINT_OR:
    case OP_UINT_XOR:
    case OP_UINT_INVERT:
    case OP_UINT_SHL:
    case OP_UINT_SHR:
    case OP_UINT_LT:
    case OP_UINT_LE:
    case OP_UINT_EQ:
    case OP_UINT_NE:
    case OP_SCALAR_FROM_BOOL:
    case OP_SCALAR_FROM_INT:
    case OP_SCALAR_FROM_FLOAT:
    case OP_SCALAR_TAG:
    case OP_SCALAR_BOOL:
    case OP_SCALAR_INT:
    case OP_SCALAR_FLOAT:
    case OP_PTR_EQ:
    case OP_PTR_NE:
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
    case OP_CAST:
    case OP_SAME_AS:
    case OP_ADDR_ADD:
    case OP_ADDR_SUB:
    case OP_ADDR_EQ:
    case OP_ADDR_LT:
    case OP_PTR_TO_ADDR:
    case OP_ADDR_TO_PTR:
        compute(eval, op);
        break;

    case OP_MALLOC:
        eval_malloc(eval, op, 0);
        break;
    case OP_MALLOC_VAR:
    case OP_MALLOC_UNSET:
    case OP_GC_ALLOC_VAR:
        eval_malloc(eval, op, eval_operand(eval, op, 0)->i);
        break;
    case OP_STACK_ALLOC:
        eval_stack_alloc(eval, op, 0);
        break;
    case OP_STACK_ALLOC_VAR:
    case OP_STACK_ALLOC_UNSET:
        eval_stack_alloc(eval, op, eval_operand(eval, op, 0)->i);
        break;
    case OP_GC_ALLOC:
        eval_gc_alloc(eval, op);
        break;
    case OP_FREE:
    case OP_RAW_FREE:
        eval_free(eval, op);
        break;
    case OP_GETFIELD:
        eval_getfield(eval, op);
        break;
    case OP_SETFIELD:
        eval_setfield(eval, op);
        break;
    case OP_ARRAY_LEN:
        eval_array_len(eval, op);
        break;
    case OP_RESIZE:
        eval_resize(eval, op);
        break;
    case OP_SHARE:
        eval_share(eval, op);
        break;
    case OP_LAST_USE:
        eval_set_result(eval, op, (Cell){.i = false});
        break;
    case OP_ARRAY_GET:
        eval_array_get(eval, op);
        break;
    case OP_ARRAY_SET:
        eval_array_set(eval, op);
        break;
    case OP_ARRAY_COPY:
        eval_array_copy(eval, op);
        break;
    case OP_ARRAY_COMPARE:
        eval_array_compare(eval, op);
        break;
    case OP_ARRAY_ADDR:
        eval_array_addr(eval, op);
        break;
    case OP_TYPE_OF:
        eval_type_of(eval, op);
        break;
    case OP_IS_INSTANCE:
        eval_is_instance(eval, op);
        break;
    case OP_TYPE_ID:
        eval_type_id(eval, op);
        break;
    case OP_IDENTITY_HASH:
        eval_identity_hash(eval, op);
        break;
    case OP_LOAD:
        eval_load_op(eval, op);
        break;
    case OP_STORE:
        eval_store_op(eval, op);
        break;
    case OP_RAW_MALLOC:
        eval_raw_malloc(eval, op);
        break;
    case OP_RAW_COPY:
        eval_raw_copy(eval, op);
        break;
    case OP_RAW_ZERO:
        eval_raw_zero(eval, op);
        break;
    case OP_PREFETCH: /* there is no cache here */
        break;
    case OP_ARENA_RESERVE:
        eval->result.alloc_count++;
        eval_arena(eval, op, SHADOW_UNINITIALISED);
        break;
    case OP_ARENA_RETIRE:
        eval_arena(eval, op, SHADOW_RETIRED);
        break;

    case OP_COLLECT: /* nothing dies, unless the GC transform has woven a collector in */
        break;
    case OP_FINALIZER_REGISTER:
    case OP_FINALIZER_NEXT:
    case OP_FINALIZER_TAKE:
    case OP_FINALIZER_ALL:
    case OP_WEAK_NEW:
    case OP_WEAK_GET:
        eval_watch_op(eval, op);
        break;
    case OP_TYPE_HEADER:
        eval_type_header(eval, op);
        break;
    case OP_TYPE_LAYOUT:
        eval_type_layout(eval, op);
        break;
    case OP_STATIC_ROOTS:
        eval_broken(eval, op->op, "the GC transform puts the table here");
        break;
    case OP_ROOT_SAVE:
    case OP_ROOT_LOAD:
    case OP_ROOTS_SET:
        eval_root_op(eval, op);
        break;
    case OP_REF_SAVE:
        *eval_ref(eval, op) = *eval_operand(eval, op, 0);
        break;
    case OP_REF_LOAD:
        eval_set_result(eval, op, *eval_ref(eval, op));
        break;
    case OP_ROOT_BASE:
        eval_set_result(eval, op, (Cell){.u = eval->root_base});
        break;
    case OP_ROOT_TOP:
        eval_set_result(eval, op, (Cell){.u = eval->root_top});
        break;
    case OP_EXC_ROOT:
        eval_set_result(eval, op, (Cell){.u = eval->pending});
        break;
    case OP_EXC_MOVED:
        eval->pending = eval_operand(eval, op, 0)->u;
        break;

    case OP_CALL:
        eval_call(eval, op, op->callee, 0);
        break;
    case OP_CALL_INDIRECT:
        call_indirect(eval, op);
        break;
    case OP_CALL_NATIVE:
        op->run(eval, op);
        break;
    case OP_STACK_CHECK:
        stack_check(eval, op);
        break;
    case OP_KEEPALIVE:
        break;
    case OP_HOLD:
    case OP_HOLD_END:
        eval_broken(eval, op->op, "what variables hold is kept alive at the end of lowering");
        break;
    case OP_GENERATOR:
    case OP_SUSPEND:
    case OP_RESUME:
        eval_broken(eval, op->op, "generators are run after the generator transform");
        break;
    case OP_UNREACHABLE:
        eval_broken(eval, op->op, "control reached `unreachable`");
        break;

    case OP_EXC_PENDING:
        eval_set_result(eval, op, (Cell){.i = eval->pending != 0});
        break;
    case OP_EXC_FETCH:
        exc_fetch(eval, op);
        break;
    case OP_EXC_SET:
        exc_set(eval, op);
        break;
    case OP_TRACE_HERE:
        trace_here(eval, op);
        break;

#define CASE_HIGH(code) case OP_##code:
#define CASE_LOW(code)
#define OP(code, text, level, signature, attributes, flags, weight, doc) CASE_##level(code)
#include "ir/op.def"
#undef OP
#undef CASE_HIGH
#undef CASE_LOW
    case OP_COUNT:
        break; /* the verifier lets no high-level op pass */
    }
}
