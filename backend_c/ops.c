/* The C statements of each op. Most are one assignment of an expression over the arguments; `pattern` has those. */
#include "backend_c/function.h"

#include <string.h>

void value_emit(Function *function, const Value *value) {
    if (value->is_const)
        c_constant(function->unit, function->out, &value->constant, value->type);
    else
        text_add(function->out, function->locals->items[locals_of(function->locals, value)].name);
}

static Backend *backend_of(const Function *function) {
    return function->unit->backend;
}

static void add(Function *function, const char *part) {
    text_add(function->out, part);
}

static void arg(Function *function, const Op *op, int at) {
    value_emit(function, op->args[at]);
}

static const char *result_name(const Function *function, const Op *op) {
    int local = op->result ? locals_of(function->locals, op->result) : -1;
    return local < 0 ? NULL : function->locals->items[local].name;
}

void op_begin(Function *function, const Op *op) {
    const char *result = result_name(function, op);
    add(function, "    ");
    if (result)
        text_all(function->out, result, " = ", NULL);
}

/* ---- expressions ---- */

void op_arguments(Function *function, const Op *op, int first) {
    int written = 0;
    for (int i = first; i < op->arg_count; i++) {
        if (type_is_void(op->args[i]->type))
            continue;
        add(function, written++ ? ", " : "");
        arg(function, op, i);
    }
    add(function, ")");
}

static void helper_call(Function *function, const char *prefix, const char *name, const Op *op) {
    text_all(function->out, prefix, name, "(", NULL);
    op_arguments(function, op, 0);
}

/* One statement of an expression over $0, $1, $2; a leading "@" stands for a call of weft.h's weft_op_<text>. */
static void expression(Function *function, const Op *op, const char *form) {
    op_begin(function, op);
    if (*form == '@') {
        helper_call(function, "weft_op_", op_info[op->code].text, op);
        form++;
    }
    for (; *form; form++) {
        if (*form == '$')
            arg(function, op, *++form - '0');
        else
            text_char(function->out, *form);
    }
    add(function, ";\n");
}

/* ---- overflow ---- */

static void checked(Function *function, const Op *op, const char *call) {
    const char *result = result_name(function, op);
    function->uses_unused |= !result;
    text_all(function->out, "    if (WEFT_UNLIKELY(", call, NULL);
    for (int i = 0; i < op->arg_count; i++) {
        arg(function, op, i);
        add(function, ", ");
    }
    text_all(function->out, "&", result ? result : "unused", ")))\n", NULL);
    leave_raising(function, op->pos, "weft_overflow");
}

/* ---- objects ---- */

static Type *target_of(const Op *op, int at) {
    return op->args[at]->type->item;
}

/* A conversion, if C needs one, for a value of type `from` that is read or stored as `to`. */
static void cast_to(Function *function, const Type *from, Type *to) {
    if (from != to && (to->kind == TY_PTR || type_is_narrow(to)))
        text_all(function->out, "(", unit_type(function->unit, to), ")", NULL);
}

static const Field *field_of(const Op *op) {
    const Field *field = type_field(target_of(op, 0), op->name);
    if (!field)
        backend_bug("no field %s in %s", op->name, target_of(op, 0)->name);
    return field;
}

/* What argument `at` points to. Control never comes where that is a constant NULL, but it must be C. */
static void pointee(Function *function, const Op *op, int at) {
    const Value *value = op->args[at];
    unit_struct(function->unit, target_of(op, at));
    if (value->is_const && (value->constant.kind == CONST_NULL || value->constant.kind == CONST_UNDEFINED))
        text_all(function->out, "((", unit_type(function->unit, value->type), ")NULL)", NULL);
    else
        arg(function, op, at);
}

static void member(Function *function, const Op *op, const char *name) {
    pointee(function, op, 0);
    text_all(function->out, "->", name, NULL);
}

static void getfield(Function *function, const Op *op) {
    const Field *field = field_of(op);
    op_begin(function, op);
    cast_to(function, field->type, op->result->type);
    member(function, op, field_name(backend_of(function), field->name));
    add(function, ";\n");
}

static void setfield(Function *function, const Op *op) {
    if (type_is_void(op->args[1]->type))
        return;
    const Field *field = field_of(op);
    add(function, "    ");
    member(function, op, field_name(backend_of(function), field->name));
    add(function, " = ");
    cast_to(function, op->args[1]->type, field->type);
    arg(function, op, 1);
    add(function, ";\n");
}

/* The item `index` of the variable part of argument `at`. */
static void item(Function *function, const Op *op, int at, int index) {
    pointee(function, op, at);
    add(function, "->items[");
    arg(function, op, index);
    add(function, "]");
}

static void array_len(Function *function, const Op *op) {
    op_begin(function, op);
    member(function, op, "length");
    add(function, ";\n");
}

static void share(Function *function, const Op *op) {
    add(function, "    if (");
    arg(function, op, 0);
    add(function, ")\n    ");
    add(function, "    ");
    member(function, op, field_name(backend_of(function), op->name));
    add(function, " = 0;\n");
}

static void resize(Function *function, const Op *op) {
    add(function, "    ");
    member(function, op, "length");
    add(function, " = ");
    arg(function, op, 1);
    add(function, ";\n");
    if (result_name(function, op))
        expression(function, op, "$0");
}

static void array_get(Function *function, const Op *op) {
    op_begin(function, op);
    cast_to(function, type_variable_part(target_of(op, 0))->item, op->result->type);
    item(function, op, 0, 1);
    add(function, ";\n");
}

static void array_set(Function *function, const Op *op) {
    add(function, "    ");
    item(function, op, 0, 1);
    add(function, " = ");
    cast_to(function, op->args[2]->type, type_variable_part(target_of(op, 0))->item);
    arg(function, op, 2);
    add(function, ";\n");
}

/* memmove or memcmp over items: bytes = count times the item size. */
static void over_items(Function *function, const Op *op, const char *call) {
    op_begin(function, op);
    text_all(function->out, call, "(&", NULL);
    item(function, op, 0, 1);
    add(function, ", &");
    item(function, op, 2, 3);
    add(function, ", (size_t)(");
    arg(function, op, 4);
    text_printf(function->out, ") * %u);\n", type_memory_size(type_variable_part(target_of(op, 0))->item));
}

static void array_addr(Function *function, const Op *op) {
    op_begin(function, op);
    add(function, "(weft_address)&");
    item(function, op, 0, 1);
    add(function, ";\n");
}

static void cast(Function *function, const Op *op) {
    op_begin(function, op);
    text_all(function->out, "(", unit_type(function->unit, op->result->type), ")", NULL);
    arg(function, op, 0);
    add(function, ";\n");
}

static void type_of(Function *function, const Op *op) {
    op_begin(function, op);
    function->unit->uses_ids = true;
    text_all(function->out, "(", unit_type(function->unit, op->result->type), ")WEFT_RECORD(weft_type_id(", NULL);
    arg(function, op, 0);
    add(function, "));\n");
}

/* A range test: ids are assigned in preorder of the classes. */
static void is_instance(Function *function, const Op *op) {
    const char *id = unit_id(function->unit, op->type);
    op_begin(function, op);
    add(function, "weft_type_id(");
    arg(function, op, 0);
    text_all(function->out, ") - ", id, " <= LAST_", id, " - ", id, ";\n", NULL);
}

/* ---- memory ---- */

static void load(Function *function, const Op *op) {
    op_begin(function, op);
    const char *type = unit_type(function->unit, op->type);
    text_all(function->out, "*(", type, type[strlen(type) - 1] == '*' ? "*)(" : " *)(", NULL);
    arg(function, op, 0);
    add(function, " + ");
    arg(function, op, 1);
    add(function, ");\n");
}

static void store(Function *function, const Op *op) {
    const char *type = unit_type(function->unit, op->type);
    text_all(function->out, "    *(", type, type[strlen(type) - 1] == '*' ? "*)(" : " *)(", NULL);
    arg(function, op, 0);
    add(function, " + ");
    arg(function, op, 1);
    add(function, ") = ");
    cast_to(function, op->args[2]->type, op->type);
    arg(function, op, 2);
    add(function, ";\n");
}

/* What to do if an allocation gave NULL: one statement. */
static void no_memory(Function *function, const Op *op) {
    if (op->propagate)
        leave_raising(function, op->pos, "weft_memory_exceeded");
    else
        add(function, "        weft_memory_exceeded();\n");
}

static void set_length(Function *function, const Op *op) {
    if (type_variable_part(op->type)->hints & HINT_NOLENGTH)
        return;
    text_all(function->out, ", ", result_name(function, op), "->length = ", NULL);
    arg(function, op, 0);
}

/* Begins an assignment of an untyped address to the result. */
static void begin_untyped(Function *function, const Op *op) {
    op_begin(function, op);
    if (result_name(function, op))
        text_all(function->out, "(", unit_type(function->unit, op->result->type), ")", NULL);
}

static void var_size(Function *function, const Op *op) {
    const Type *array = type_variable_part(op->type);
    text_all(function->out, "weft_var_size(offsetof(struct ", unit_struct(function->unit, op->type), ", items), ",
             NULL);
    text_int(function->out, type_memory_size(array->item));
    add(function, ", ");
    arg(function, op, 0);
    add(function, ")");
}

static void alloc_call(Function *function, const Op *op) {
    text_all(function->out, "weft_alloc_", op->name, "(", NULL);
    if (op->code == OP_GC_ALLOC_VAR)
        var_size(function, op);
    else
        arg(function, op, 0);
    add(function, ")");
}

/* Nobody looks at the object, but there may be no memory for it. */
static void alloc_unused(Function *function, const Op *op) {
    add(function, "    if (WEFT_UNLIKELY(");
    alloc_call(function, op);
    add(function, " == NULL))\n");
    no_memory(function, op);
}

static void gc_alloc(Function *function, const Op *op) {
    const char *result = result_name(function, op);
    unit_struct(function->unit, op->type);
    if (!result) {
        alloc_unused(function, op);
        return;
    }
    begin_untyped(function, op);
    alloc_call(function, op);
    text_all(function->out, ";\n    if (WEFT_UNLIKELY(", result, " == NULL))\n", NULL);
    no_memory(function, op);
    add(function, op->propagate ? "" : "    else\n");
    text_all(function->out, "    *(weft_header *)", result, " = ", unit_id(function->unit, op->type), NULL);
    if (op->code == OP_GC_ALLOC_VAR)
        set_length(function, op);
    add(function, ";\n");
}

static bool leaves_items_unset(const Op *op) {
    return op->code == OP_STACK_ALLOC_UNSET && !type_holds_pointers(type_variable_part(op->type)->item);
}

/* Its memory is a local, or a member of the frame that the parts of a huge function share. No variable of the program
 * is called like it: their names have no two underscores in a row. */
static void stack_alloc(Function *function, const Op *op) {
    const char *type = unit_struct(function->unit, op->type);
    const char *object =
        arena_printf(function->scratch, "%sobject__%u", function->parts ? "frame->" : "", (unsigned)op->index);
    if (!op->arg_count || leaves_items_unset(op))
        text_all(function->out, "    ", object, ".object = (struct ", type,
                 "){.header = ", unit_id(function->unit, op->type), " | WEFT_ON_STACK};\n", NULL);
    else
        text_all(function->out, "    __builtin_memset(&", object, ", 0, sizeof ", object, ");\n    ", object,
                 ".object.header = ", unit_id(function->unit, op->type), " | WEFT_ON_STACK;\n", NULL);
    op_begin(function, op);
    text_all(function->out, "&", object, ".object", NULL);
    if (op->arg_count)
        set_length(function, op);
    text_add(function->out, ";\n");
}

/* ---- roots ---- */

static void root_op(Function *function, const Op *op) {
    const char *frame = roots_frame(function);
    if (op->code == OP_ROOT_LOAD)
        begin_untyped(function, op);
    text_all(function->out,
             op->code == OP_ROOTS_SET   ? "    weft_root_top = "
             : op->code == OP_ROOT_SAVE ? "    "
                                        : "",
             frame, op->code == OP_ROOTS_SET ? " + " : "[", NULL);
    text_int(function->out, op->integer);
    if (op->code != OP_ROOTS_SET)
        add(function, "]");
    if (op->code == OP_ROOT_SAVE) {
        add(function, " = ");
        arg(function, op, 0);
    }
    add(function, ";\n");
}

static void ref_op(Function *function, const Op *op) {
    const char *slot =
        arena_printf(function->scratch, function->parts ? "frame->ref%lld" : "ref%lld", (long long)op->integer);
    if (op->code == OP_REF_LOAD) {
        begin_untyped(function, op);
        text_all(function->out, slot, ";\n", NULL);
        return;
    }
    text_all(function->out, "    ", slot, " = ", NULL);
    arg(function, op, 0);
    add(function, ";\n");
}

static void call_native(Function *function, const Op *op) {
    op_begin(function, op);
    helper_call(function, "weft_", op->name, op);
    add(function, ";\n");
}

/* CPython finds out before the callee has a frame: no position. */
static void stack_check(Function *function) {
    add(function, "    if (WEFT_UNLIKELY(weft_stack_low()))\n");
    leave_raising(function, NULL, "weft_stack_exceeded");
}

/* ---- all ---- */

static void statement(Function *function, const Op *op) {
    switch (op->code) {
    case OP_INT_ADD:
    case OP_INT_SUB:
    case OP_INT_MUL:
    case OP_INT_NEG:
    case OP_INT_SHL:
    case OP_INT_SHR:
    case OP_INT_USHR:
    case OP_INT_DIV:
    case OP_INT_REM:
    case OP_INT_FLOORDIV:
    case OP_INT_MOD:
    case OP_INT_ULT:
    case OP_INT_ULE:
    case OP_INT_UDIV:
    case OP_INT_UREM:
    case OP_INT_UMULHI:
    case OP_FLOAT_SQRT:
    case OP_FLOAT_FLOOR:
    case OP_FLOAT_TO_INT:
    case OP_FLOAT_BITS:
    case OP_BITS_FLOAT:
    case OP_SCALAR_FROM_BOOL:
    case OP_SCALAR_FROM_INT:
    case OP_SCALAR_FROM_FLOAT:
    case OP_SCALAR_FLOAT:
    case OP_IDENTITY_HASH:
    case OP_FINALIZER_REGISTER:
    case OP_FINALIZER_NEXT:
    case OP_FINALIZER_TAKE:
    case OP_FINALIZER_ALL:
    case OP_WEAK_NEW:
    case OP_WEAK_GET:
        expression(function, op, "@");
        return;
    case OP_INT_AND:
    case OP_UINT_AND:
        expression(function, op, "$0 & $1");
        return;
    case OP_INT_OR:
    case OP_UINT_OR:
        expression(function, op, "$0 | $1");
        return;
    case OP_INT_XOR:
    case OP_UINT_XOR:
        expression(function, op, "$0 ^ $1");
        return;
    case OP_BOOL_AND:
        expression(function, op, "($0 & $1) != 0");
        return;
    case OP_BOOL_OR:
        expression(function, op, "($0 | $1) != 0");
        return;
    case OP_BOOL_XOR:
        expression(function, op, "($0 ^ $1) != 0");
        return;
    case OP_INT_INVERT:
    case OP_UINT_INVERT:
        expression(function, op, "~($0)");
        return;
    case OP_INT_LT:
    case OP_UINT_LT:
    case OP_FLOAT_LT:
        expression(function, op, "$0 < $1");
        return;
    case OP_INT_LE:
    case OP_UINT_LE:
    case OP_FLOAT_LE:
        expression(function, op, "$0 <= $1");
        return;
    case OP_INT_EQ:
    case OP_UINT_EQ:
    case OP_FLOAT_EQ:
    case OP_BOOL_EQ:
        expression(function, op, "$0 == $1");
        return;
    case OP_INT_NE:
    case OP_UINT_NE:
    case OP_FLOAT_NE:
        expression(function, op, "$0 != $1");
        return;
    case OP_INT_GT:
    case OP_FLOAT_GT:
        expression(function, op, "$0 > $1");
        return;
    case OP_INT_GE:
    case OP_FLOAT_GE:
        expression(function, op, "$0 >= $1");
        return;
    case OP_INT_TO_BOOL:
        expression(function, op, "$0 != 0");
        return;
    case OP_INT_TO_FLOAT:
        expression(function, op, "(double)($0)");
        return;
    case OP_INT_TO_UINT:
        expression(function, op, "(uint64_t)($0)");
        return;
    case OP_UINT_TO_INT:
    case OP_BOOL_TO_INT:
        expression(function, op, "(int64_t)($0)");
        return;
    case OP_INT_TO_ADDR:
        expression(function, op, "(weft_address)(uintptr_t)($0)");
        return;
    case OP_ADDR_TO_INT:
        expression(function, op, "(int64_t)(uintptr_t)($0)");
        return;
    case OP_BOOL_NOT:
        expression(function, op, "!$0");
        return;
    case OP_FLOAT_ADD:
    case OP_UINT_ADD:
        expression(function, op, "$0 + $1");
        return;
    case OP_FLOAT_SUB:
    case OP_UINT_SUB:
        expression(function, op, "$0 - $1");
        return;
    case OP_FLOAT_MUL:
    case OP_UINT_MUL:
        expression(function, op, "$0 * $1");
        return;
    case OP_FLOAT_DIV:
    case OP_UINT_DIV:
        expression(function, op, "$0 / $1");
        return;
    case OP_UINT_REM:
        expression(function, op, "$0 % $1");
        return;
    case OP_FLOAT_NEG:
        expression(function, op, "-($0)");
        return;
    case OP_FLOAT_ABS:
        expression(function, op, "__builtin_fabs($0)");
        return;
    case OP_UINT_SHL:
        expression(function, op, "$0 << ($1 & 63)");
        return;
    case OP_UINT_SHR:
        expression(function, op, "$0 >> ($1 & 63)");
        return;
    case OP_SCALAR_TAG:
        expression(function, op, "($0).tag");
        return;
    case OP_SCALAR_BOOL:
        expression(function, op, "($0).bits != 0");
        return;
    case OP_SCALAR_INT:
        expression(function, op, "($0).bits");
        return;
    case OP_PTR_EQ:
        expression(function, op, "(void *)$0 == (void *)$1");
        return;
    case OP_PTR_NE:
        expression(function, op, "(void *)$0 != (void *)$1");
        return;
    case OP_PTR_IS_NULL:
        expression(function, op, "$0 == NULL");
        return;
    case OP_PTR_NONNULL:
        expression(function, op, "$0 != NULL");
        return;
    case OP_SAME_AS:
        expression(function, op, "$0");
        return;
    case OP_TYPE_ID:
        expression(function, op, "(int64_t)weft_type_id($0)");
        return;
    case OP_ADDR_ADD:
        expression(function, op, "(weft_address)((uintptr_t)$0 + (uintptr_t)($1))");
        return;
    case OP_ADDR_SUB:
        expression(function, op, "(int64_t)((uintptr_t)$0 - (uintptr_t)$1)");
        return;
    case OP_ADDR_EQ:
        expression(function, op, "$0 == $1");
        return;
    case OP_ADDR_LT:
        expression(function, op, "(uintptr_t)$0 < (uintptr_t)$1");
        return;
    case OP_PTR_TO_ADDR:
        expression(function, op, "(weft_address)$0");
        return;
    case OP_RAW_MALLOC:
        expression(function, op, "weft_raw_malloc($0)");
        return;
    case OP_EXC_PENDING:
        expression(function, op, "weft_exc != NULL");
        return;
    case OP_INT_ADD_OVF:
        checked(function, op, "__builtin_add_overflow(");
        return;
    case OP_INT_SUB_OVF:
        checked(function, op, "__builtin_sub_overflow(");
        return;
    case OP_INT_MUL_OVF:
        checked(function, op, "__builtin_mul_overflow(");
        return;
    case OP_INT_NEG_OVF:
        checked(function, op, "__builtin_sub_overflow((int64_t)0, ");
        return;
    case OP_INT_SHL_OVF:
        checked(function, op, "weft_op_int_shl_ovf(");
        return;
    case OP_CAST:
    case OP_ADDR_TO_PTR:
        cast(function, op);
        return;
    case OP_FREE:
        expression(function, op, "weft_raw_free((weft_address)$0)");
        return;
    case OP_GETFIELD:
        getfield(function, op);
        return;
    case OP_SETFIELD:
        setfield(function, op);
        return;
    case OP_ARRAY_LEN:
        array_len(function, op);
        return;
    case OP_SHARE:
        share(function, op);
        return;
    case OP_RESIZE:
        resize(function, op);
        return;
    case OP_LAST_USE:
        expression(function, op, "false");
        return;
    case OP_ARRAY_GET:
        array_get(function, op);
        return;
    case OP_ARRAY_SET:
        array_set(function, op);
        return;
    case OP_ARRAY_COPY:
        over_items(function, op, "weft_op_array_copy");
        return;
    case OP_ARRAY_COMPARE:
        over_items(function, op, "weft_op_array_compare");
        return;
    case OP_ARRAY_ADDR:
        array_addr(function, op);
        return;
    case OP_TYPE_OF:
        type_of(function, op);
        return;
    case OP_IS_INSTANCE:
        is_instance(function, op);
        return;
    case OP_LOAD:
        load(function, op);
        return;
    case OP_STORE:
        store(function, op);
        return;
    case OP_RAW_FREE:
        expression(function, op, "weft_raw_free($0)");
        return;
    case OP_RAW_COPY:
        expression(function, op, "__builtin_memmove($0, $1, (size_t)($2))");
        return;
    case OP_RAW_ZERO:
        expression(function, op, "__builtin_memset($0, 0, (size_t)($1))");
        return;
    case OP_PREFETCH:
        expression(function, op, "__builtin_prefetch($0)");
        return;
    case OP_ARENA_RESERVE:
    case OP_ARENA_RETIRE:
        return; /* the simulator's business */
    case OP_CALL:
        call_emit(function, op);
        return;
    case OP_CALL_INDIRECT:
        call_indirect_emit(function, op);
        return;
    case OP_CALL_NATIVE:
        call_native(function, op);
        return;
    case OP_STACK_CHECK:
        stack_check(function);
        return;
    case OP_KEEPALIVE:
        expression(function, op, "__asm__ volatile(\"\" : : \"r\"($0))");
        return;
    case OP_UNREACHABLE:
        expression(function, op, "weft_bug(\"control came where inference says it cannot\")");
        return;
    case OP_EXC_FETCH:
        begin_untyped(function, op);
        add(function, "weft_exc_fetch();\n");
        return;
    case OP_EXC_SET:
        expression(function, op, "weft_exc_set($0)");
        return;
    case OP_TRACE_HERE:
        leave_trace(function, op->pos);
        return;
    case OP_STACK_ALLOC:
    case OP_STACK_ALLOC_VAR:
    case OP_STACK_ALLOC_UNSET:
        stack_alloc(function, op);
        return;
    case OP_GC_ALLOC:
    case OP_GC_ALLOC_VAR:
        gc_alloc(function, op);
        return;
    case OP_TYPE_HEADER:
        op_begin(function, op);
        text_all(function->out, unit_id(function->unit, op->type), ";\n", NULL);
        return;
    case OP_TYPE_LAYOUT:
        function->unit->uses_ids = true;
        expression(function, op, "WEFT_LAYOUT((uint32_t)($0))");
        return;
    case OP_ROOT_SAVE:
    case OP_ROOT_LOAD:
    case OP_ROOTS_SET:
        root_op(function, op);
        return;
    case OP_REF_SAVE:
    case OP_REF_LOAD:
        ref_op(function, op);
        return;
    case OP_ROOT_BASE:
        expression(function, op, "(weft_address)weft_root_base");
        return;
    case OP_ROOT_TOP:
        expression(function, op, "(weft_address)weft_root_top");
        return;
    case OP_EXC_ROOT:
        expression(function, op, "(weft_address)weft_exc");
        return;
    case OP_EXC_MOVED:
        expression(function, op, "weft_exc_set($0)");
        return;
#define HIGH_CASE(code) case OP_##code:
#define LOW_CASE(code)
#define OP(code, text, level, signature, attributes, flags, weight, doc) level##_CASE(code)
#include "ir/op.def"
#undef OP
#undef HIGH_CASE
#undef LOW_CASE
    case OP_MALLOC: /* the GC transform's */
    case OP_MALLOC_VAR:
    case OP_MALLOC_UNSET:
    case OP_STATIC_ROOTS:
    case OP_COLLECT:
    case OP_HOLD: /* the end of lowering's */
    case OP_HOLD_END:
    case OP_GENERATOR: /* the generator transform's */
    case OP_SUSPEND:
    case OP_RESUME:
    case OP_COUNT:
        break;
    }
    backend_bug("op %s has no C form", op_info[op->code].text);
}

/* The end of a block that has been left already. */
static bool is_left(const Block *block, int at) {
    return at && block->ops[at]->code == OP_UNREACHABLE && call_is_for_good(block->ops[at - 1]);
}

void op_emit(Function *function, const Block *block, int at) {
    if (!locals_op_is_dead(function->locals, block, at) && !is_left(block, at))
        statement(function, block->ops[at]);
}
