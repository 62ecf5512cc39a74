/* Verifying single ops: first by the op table's signature, then what the signature cannot say. */
#include "ir/verify.h"

#include <string.h>

/* ---- signatures ---- */

static bool points_to_raw(const Type *type) {
    return type->kind == TY_PTR && !type_is_gc_ptr(type) && type->item->kind != TY_FUNC;
}

/* Whether a value of type `type` can stand where the signature has `code`; `attribute` is the op's type attribute. */
static bool matches(const Verifier *verifier, char code, const Type *type, Type *attribute) {
    static const struct {
        char code;
        TypeKind kind;
    } simple[] = {{'o', TY_PY},  {'b', TY_BOOL},    {'i', TY_I64},    {'u', TY_U64},
                  {'f', TY_F64}, {'a', TY_ADDRESS}, {'s', TY_SCALAR}, {'v', TY_VOID}};
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++)
        if (simple[i].code == code)
            return type->kind == simple[i].kind;
    if (code == 'p')
        return type->kind == TY_PTR;
    if (code == 'c')
        return type->kind == TY_PTR && type->item->kind == TY_FUNC;
    if (code == 'm')
        return type->kind == TY_ADDRESS || points_to_raw(type);
    if (code == 't')
        return attribute && type == type_register(verifier->program->types, attribute);
    return code == '*';
}

/* Checks arguments against `signature` up to '>'; gives the result code. */
static char check_args(Verifier *verifier, int number, const char *signature, const Op *op, int first) {
    int at = first;
    for (; *signature && *signature != '>'; signature++) {
        bool repeated = signature[1] == '.';
        for (; at < op->arg_count; at++) {
            if (!matches(verifier, *signature, op->args[at]->type, op->type))
                verify_fail(verifier, number ? number : 11, "argument %d is %s", at,
                            verify_type_text(verifier, op->args[at]->type));
            if (!repeated)
                break;
        }
        if (!repeated && at++ >= op->arg_count)
            verify_fail(verifier, number ? number : 10, "too few arguments: %d", op->arg_count);
        signature += repeated;
    }
    if (at < op->arg_count)
        verify_fail(verifier, number ? number : 10, "too many arguments: %d", op->arg_count);
    return *signature == '>' ? signature[1] : 'n';
}

static bool is_call(const Op *op) {
    return op->code == OP_CALL || op->code == OP_CALL_INDIRECT || op->code == OP_CALL_NATIVE;
}

static void check_signature(Verifier *verifier, const Op *op) {
    char code = check_args(verifier, 0, op_info[op->code].signature, op, 0);
    if (code == 'n' && op->result)
        verify_fail(verifier, 12, "a result, but this op has none");
    else if (code != 'n' && !op->result && !is_call(op))
        verify_fail(verifier, 12, "no result");
    else if (op->result && !matches(verifier, code, op->result->type, op->type))
        verify_fail(verifier, 12, "the result is %s", verify_type_text(verifier, op->result->type));
}

static void check_attributes(Verifier *verifier, const Op *op) {
    int attributes = op_info[op->code].attributes;
    if ((attributes & ATTR_NAME && !op->name) || (attributes & ATTR_MODULE && !op->module) ||
        (attributes & ATTR_TYPE && !op->type) || (attributes & ATTR_GRAPH && !op->graph))
        verify_fail(verifier, 13, "an attribute is missing");
    for (int i = 0; attributes & ATTR_NAMES && i < op->name_count; i++)
        if (!op->names[i])
            verify_fail(verifier, 13, "a name is missing");
    for (int i = 0; attributes & ATTR_GRAPHS && i < op->graph_count; i++)
        if (!op->graphs[i])
            verify_fail(verifier, 13, "a graph is missing");
}

static void check_result_is(Verifier *verifier, int number, const Op *op, const Type *wanted) {
    if (op->result && op->result->type != wanted)
        verify_fail(verifier, number, "the result is %s, not %s", verify_type_text(verifier, op->result->type),
                    verify_type_text(verifier, wanted));
}

static void check_arg_is(Verifier *verifier, int number, const Op *op, int at, const Type *wanted) {
    if (op->args[at]->type != wanted)
        verify_fail(verifier, number, "argument %d is %s, not %s", at, verify_type_text(verifier, op->args[at]->type),
                    verify_type_text(verifier, wanted));
}

/* ---- objects ---- */

static void check_field_op(Verifier *verifier, const Op *op) {
    Type *target = op->args[0]->type->item;
    const Field *field = target->kind == TY_STRUCT ? type_field(target, op->name) : NULL;
    if (!field || field->type->kind == TY_ARRAY || field->type->kind == TY_STRUCT) {
        verify_fail(verifier, 20, "%s has no field %s that can be accessed", verify_type_text(verifier, target),
                    op->name);
        return;
    }
    Type *type = type_register(verifier->program->types, field->type);
    if (op->code == OP_LAST_USE || op->code == OP_SHARE)
        return;
    if (op->code == OP_GETFIELD) {
        check_result_is(verifier, 20, op, type);
        return;
    }
    check_arg_is(verifier, 20, op, 1, type);
    if (target->hints & HINT_VTABLE)
        verify_fail(verifier, 21, "a type record is written");
}

/* The item type that argument `at` gives access to; NULL after an error. */
static Type *item_type(Verifier *verifier, const Op *op, int at) {
    Type *variable = type_variable_part(op->args[at]->type->item);
    if (!variable)
        verify_fail(verifier, 22, "%s has no variable part", verify_type_text(verifier, op->args[at]->type));
    return variable ? variable->item : NULL;
}

static void check_array_op(Verifier *verifier, const Op *op) {
    Type *item = item_type(verifier, op, 0);
    if (!item)
        return;
    if (op->code == OP_ARRAY_COPY || op->code == OP_ARRAY_COMPARE) {
        if (item_type(verifier, op, 2) != item)
            verify_fail(verifier, 22, "items of two types");
        return;
    }
    if (op->code == OP_RESIZE)
        check_result_is(verifier, 22, op, op->args[0]->type);
    if (op->code != OP_ARRAY_GET && op->code != OP_ARRAY_SET)
        return;
    if (item->kind == TY_STRUCT) {
        verify_fail(verifier, 22, "items that are structs have no value");
        return;
    }
    item = type_register(verifier->program->types, item);
    if (op->code == OP_ARRAY_GET)
        check_result_is(verifier, 22, op, item);
    else
        check_arg_is(verifier, 22, op, 2, item);
}

static void check_allocation(Verifier *verifier, const Op *op) {
    Type *type = op->type;
    bool is_variable = op->code == OP_MALLOC_VAR || op->code == OP_MALLOC_UNSET || op->code == OP_STACK_ALLOC_VAR ||
                       op->code == OP_STACK_ALLOC_UNSET || op->code == OP_GC_ALLOC_VAR;
    if (type->kind != TY_ARRAY && (type->kind != TY_STRUCT || !type->is_complete))
        verify_fail(verifier, 23, "%s cannot be allocated", verify_type_text(verifier, type));
    else if ((type_variable_part(type) != NULL) != is_variable)
        verify_fail(verifier, 23, "%s is%s variable-sized", verify_type_text(verifier, type),
                    is_variable ? " not" : "");
    else if (op->result->type->item != type)
        verify_fail(verifier, 23, "the result is %s", verify_type_text(verifier, op->result->type));
}

static void check_stack_allocation(Verifier *verifier, const Op *op) {
    check_allocation(verifier, op);
    if (op->type->flavour != FLAVOUR_GC || op->type->hints & HINT_FINALIZER)
        verify_fail(verifier, 39, "%s cannot be on the stack", verify_type_text(verifier, op->type));
    else if (op->arg_count && !(op->args[0]->is_const && op->args[0]->constant.integer >= 0))
        verify_fail(verifier, 39, "the length is no constant");
    else if (verifier->graph->is_generator)
        verify_fail(verifier, 39, "the frame of a generator does not last");
}

static void check_type_of(Verifier *verifier, const Op *op) {
    const Type *object = op->args[0]->type->item;
    if (object->kind != TY_STRUCT || !object->vtable)
        verify_fail(verifier, 24, "%s has no type record", verify_type_text(verifier, object));
    else if (op->result->type->item != object->vtable)
        verify_fail(verifier, 24, "the result is %s", verify_type_text(verifier, op->result->type));
}

static void check_class_op(Verifier *verifier, const Op *op) {
    if (!type_is_gc_ptr(op->args[0]->type))
        verify_fail(verifier, 25, "%s is no gc object", verify_type_text(verifier, op->args[0]->type));
    if (op->code == OP_IS_INSTANCE && (op->type->kind != TY_STRUCT || op->type->flavour != FLAVOUR_GC))
        verify_fail(verifier, 25, "%s is no class", verify_type_text(verifier, op->type));
}

static void check_type_header(Verifier *verifier, const Op *op) {
    bool is_object = op->type->kind == TY_ARRAY || (op->type->kind == TY_STRUCT && op->type->is_complete);
    if (!is_object || op->type->flavour != FLAVOUR_GC)
        verify_fail(verifier, 25, "%s has no header", verify_type_text(verifier, op->type));
}

static void check_cast(Verifier *verifier, const Op *op) {
    const Type *from = op->args[0]->type->item, *to = op->result->type->item;
    if (!type_is_substruct(from, to) && !type_is_substruct(to, from))
        verify_fail(verifier, 28, "%s and %s are not related", verify_type_text(verifier, from),
                    verify_type_text(verifier, to));
}

/* ---- calls ---- */

/* Arguments from `first` on against a function's type. */
static void check_call_type(Verifier *verifier, const Op *op, const Type *function, int first) {
    if (op->arg_count - first != function->param_count) {
        verify_fail(verifier, 26, "%d arguments for %s", op->arg_count - first, verify_type_text(verifier, function));
        return;
    }
    for (int i = 0; i < function->param_count; i++)
        check_arg_is(verifier, 26, op, first + i, function->params[i]);
    if (!op->result && function->item->kind != TY_VOID)
        verify_fail(verifier, 26, "the result of %s is dropped", verify_type_text(verifier, function));
    check_result_is(verifier, 26, op, function->item);
}

static void check_callee(Verifier *verifier, const Graph *callee) {
    const Program *program = verifier->program;
    if (callee->index >= (uint32_t)program->graph_count || program->graphs[callee->index] != callee)
        verify_fail(verifier, 35, "graph %s is not in the program", callee->name);
    if (verifier->graph->is_system && !callee->is_system)
        verify_fail(verifier, 37, "a system graph calls %s", callee->name);
}

static void check_call(Verifier *verifier, const Op *op) {
    check_callee(verifier, op->graph);
    if (!op->graph->type)
        verify_fail(verifier, 26, "graph %s has no type", op->graph->name);
    else
        check_call_type(verifier, op, op->graph->type, 0);
}

static void check_call_indirect(Verifier *verifier, const Op *op) {
    const Type *function = op->args[0]->type->item;
    check_call_type(verifier, op, function, 1);
    for (int i = 0; i < op->graph_count; i++) {
        check_callee(verifier, op->graphs[i]);
        if (!verify_callable_as(op->graphs[i]->type, function))
            verify_fail(verifier, 26, "graph %s is not callable as %s", op->graphs[i]->name,
                        verify_type_text(verifier, function));
    }
}

static void check_call_native(Verifier *verifier, const Op *op) {
    const NativeInfo *native = native_find(op->name);
    if (!native) {
        verify_fail(verifier, 27, "there is no native function %s", op->name);
        return;
    }
    char code = check_args(verifier, 27, native->signature, op, 0);
    bool is_void = code == 'n';
    if (op->result && !matches(verifier, is_void ? 'v' : code, op->result->type, NULL))
        verify_fail(verifier, 27, "the result is %s", verify_type_text(verifier, op->result->type));
    if (!op->result && !is_void)
        verify_fail(verifier, 27, "the result of %s is dropped", op->name);
}

/* ---- generators ---- */

static const Type *generator_type(const Graph *graph) {
    return graph->is_generator && graph->type && type_is_gc_ptr(graph->type->item) ? graph->type->item : NULL;
}

static void check_generator_op(Verifier *verifier, const Op *op) {
    const Type *type = generator_type(op->code == OP_RESUME ? op->graph : verifier->graph);
    if (verify_reached(verifier, STAGE_EXC) || !type)
        verify_fail(verifier, 38, "this op belongs to generator graphs, before the generator transform");
    else if (op->code == OP_GENERATOR)
        check_result_is(verifier, 38, op, type);
    else if (op->code == OP_RESUME)
        check_arg_is(verifier, 38, op, 0, type);
}

/* ---- all of an op ---- */

/* What the signature cannot say. */
static void check_details(Verifier *verifier, const Op *op) {
    TypeTable *types = verifier->program->types;
    if (op->code == OP_GETFIELD || op->code == OP_SETFIELD || op->code == OP_LAST_USE || op->code == OP_SHARE)
        check_field_op(verifier, op);
    else if (op->code >= OP_ARRAY_LEN && op->code <= OP_ARRAY_ADDR)
        check_array_op(verifier, op);
    else if (op_is_malloc(op) || op->code == OP_GC_ALLOC || op->code == OP_GC_ALLOC_VAR)
        check_allocation(verifier, op);
    else if (op_is_stack_alloc(op))
        check_stack_allocation(verifier, op);
    else if (op->code == OP_TYPE_OF)
        check_type_of(verifier, op);
    else if (op->code == OP_IS_INSTANCE || op->code == OP_TYPE_ID || op->code == OP_IDENTITY_HASH)
        check_class_op(verifier, op);
    else if (op->code == OP_TYPE_HEADER)
        check_type_header(verifier, op);
    else if (op->code == OP_CAST)
        check_cast(verifier, op);
    else if (op->code == OP_SAME_AS)
        check_result_is(verifier, 12, op, op->args[0]->type);
    else if (op->code == OP_STORE)
        check_arg_is(verifier, 11, op, 2, type_register(types, op->type));
    else if (op->code == OP_CALL)
        check_call(verifier, op);
    else if (op->code == OP_CALL_INDIRECT)
        check_call_indirect(verifier, op);
    else if (op->code == OP_CALL_NATIVE)
        check_call_native(verifier, op);
    else if (op->code == OP_GENERATOR || op->code == OP_SUSPEND || op->code == OP_RESUME)
        check_generator_op(verifier, op);
}

static void check_stage(Verifier *verifier, const Op *op) {
    const OpInfo *info = &op_info[op->code];
    bool is_exc = verify_reached(verifier, STAGE_EXC), is_gc = verify_reached(verifier, STAGE_GC);
    if ((info->level == HIGH) != (verifier->program->stage == STAGE_FLOW))
        verify_fail(verifier, 9, "this op does not belong to stage %s", stage_text[verifier->program->stage]);
    if (!is_exc && (op->code == OP_EXC_PENDING || op->code == OP_EXC_FETCH || op->code == OP_EXC_SET))
        verify_fail(verifier, 29, "this op stands only after the exception transform");
    if (op->propagate && (!is_exc || !(info->flags & (OPF_RAISES | OPF_FATAL))))
        verify_fail(verifier, 29, "propagate before the exception transform, or on an op that cannot raise");
    if (!is_gc && (op->code == OP_GC_ALLOC || op->code == OP_GC_ALLOC_VAR))
        verify_fail(verifier, 29, "this op stands only after the GC transform");
    if (!is_gc && op->code >= OP_ROOT_SAVE && op->code <= OP_REF_LOAD)
        verify_fail(verifier, 29, "this op stands only after the GC transform");
    if (is_gc && op_is_gc_malloc(op))
        verify_fail(verifier, 29, "malloc of a gc type after the GC transform");
}

void verify_op(Verifier *verifier, const Op *op) {
    check_stage(verifier, op);
    if (!op->pos || !op->pos->file)
        verify_fail(verifier, 30, "no position");
    check_attributes(verifier, op);
    if (verifier->message)
        return;
    check_signature(verifier, op);
    if (verifier->message)
        return;
    check_details(verifier, op);
    if (verifier->graph->is_system && op_is_gc_malloc(op))
        verify_fail(verifier, 37, "a system graph allocates a gc object");
}
