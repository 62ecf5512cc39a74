/* Emitting ops: positions, constants, ops that end their block under a handler, and small common sequences. */
#include "frontend/flow_internal.h"

#include <string.h>

/* ---- positions ---- */

static Pos *new_pos(Builder *b, const Ast *node) {
    Pos *pos = arena_alloc(b->program->arena, sizeof *pos);
    *pos = (Pos){.file = b->file,
                 .function = b->function,
                 .inlined_at = b->inlined_at,
                 .line = node->line,
                 .column = node->column,
                 .end_line = node->end_line,
                 .end_column = node->end_column};
    return pos;
}

const Pos *flow_pos(Builder *b, const Ast *node) {
    if (b->pos_node != node) {
        b->pos = new_pos(b, node);
        b->pos_node = node;
    }
    return b->pos;
}

const Pos *flow_pos_attribute(Builder *b, const Ast *node) {
    if (node->line == node->end_line)
        return flow_pos(b, node);
    Pos *pos = new_pos(b, node);
    uint32_t length = (uint32_t)strlen(node->name);
    pos->line = node->end_line;
    pos->column = node->end_column > length ? node->end_column - length : 0;
    return pos;
}

/* CPython 3.11 moves the start of the call to the method's name if that stands on a later line, and its end column,
 * too. */
const Pos *flow_pos_method(Builder *b, const Ast *call) {
    const Ast *method = call->a;
    if (call->line == method->end_line)
        return flow_pos(b, call);
    const Pos *name = flow_pos_attribute(b, method);
    Pos *pos = new_pos(b, call);
    pos->line = method->end_line;
    pos->column = name->column;
    pos->end_column = method->end_column;
    return pos;
}

/* ---- ops ---- */

static Value *new_result(Builder *b) {
    Value *value = value_new(b->graph, b->flow->py, NULL);
    value->note = b->block;
    return value;
}

static Block *innermost_handler(const Builder *b) {
    for (const Context *at = b->context; at; at = at->outer)
        if (at->handler)
            return at->handler;
    return NULL;
}

static void add_exception_exit(Builder *b, Block *source, const char *name, Block *target, bool passes_value) {
    Value *exception = NULL;
    if (passes_value) {
        exception = value_new(b->graph, b->flow->py, NULL);
        exception->note = source;
    }
    Link *link = ssi_exit(b, source, CASE_EXCEPTION, target, exception);
    link->exception = exception;
    link->exc_name = name;
}

/* Ends the current block after an op that may raise; goes on in a new block. */
static void end_raising_block(Builder *b, Block *handler, Block *stop) {
    Block *source = b->block, *next = ssi_block(b);
    block_set_last_exception(source);
    ssi_exit(b, source, CASE_NORMAL, next, NULL);
    if (stop)
        add_exception_exit(b, source, flow_intern(b, "StopIteration"), stop, false);
    if (handler)
        add_exception_exit(b, source, NULL, handler, true);
    ssi_start(b, next);
}

static bool has_result(OpCode code) {
    const char *signature = op_info[code].signature;
    return signature[strlen(signature) - 1] != 'n';
}

static Op *append(Builder *b, OpCode code, const Pos *pos, Value *const *args, int count) {
    Op *op = op_new(b->graph, code, pos, NULL, args, count);
    op->result = b->flow->undefined;
    if (!b->block)
        return op;
    for (int i = 0; i < count; i++)
        op->args[i] = ssi_use(b, args[i]);
    op->result = has_result(code) ? new_result(b) : NULL;
    block_append(b->block, op);
    return op;
}

/* Whether `value` is the result of the block's last op, and that always gives a bool. */
static bool is_plain_bool(const Builder *b, const Value *value) {
    const Op *last = b->block->op_count ? b->block->ops[b->block->op_count - 1] : NULL;
    if (!last || last->result != value)
        return false;
    return last->code == OP_IS || last->code == OP_IS_NOT || last->code == OP_ISINSTANCE ||
           last->code == OP_EXC_MATCH || last->code == OP_NOT || last->code == OP_CONTAINS;
}

/* Ops that raise in no program that gets beyond inference do not end their block under a handler, so that a test and
 * the switch on it stay together: inference narrows by that. */
static bool may_raise(const Builder *b, OpCode code, Value *const *args) {
    if (code == OP_ISINSTANCE || code == OP_EXC_MATCH)
        return false;
    if ((code == OP_TRUTH || code == OP_NOT) && is_plain_bool(b, args[0]))
        return false;
    return op_info[code].flags & OPF_RAISES;
}

Op *flow_emit(Builder *b, OpCode code, const Pos *pos, Value *const *args, int count) {
    Block *handler = b->block && may_raise(b, code, args) ? innermost_handler(b) : NULL;
    Op *op = append(b, code, pos, args, count);
    if (code == OP_CALL_PY)
        b->last_call = op;
    if (handler)
        end_raising_block(b, handler, NULL);
    return op;
}

/* An op that ends the block; its StopIteration leads to `end`. */
static Value *append_until(Builder *b, OpCode code, const Pos *pos, Value *const *args, int count, Block *end) {
    Op *op = append(b, code, pos, args, count);
    if (b->block)
        end_raising_block(b, innermost_handler(b), end);
    return op->result;
}

Value *flow_next(Builder *b, const Pos *pos, Value *iterator, Block *end) {
    return append_until(b, OP_NEXT, pos, &iterator, 1, end);
}

Value *flow_op0(Builder *b, OpCode code, const Pos *pos) {
    return flow_emit(b, code, pos, NULL, 0)->result;
}

Value *flow_op1(Builder *b, OpCode code, const Pos *pos, Value *x) {
    return flow_emit(b, code, pos, &x, 1)->result;
}

Value *flow_op2(Builder *b, OpCode code, const Pos *pos, Value *x, Value *y) {
    return flow_emit(b, code, pos, (Value *[]){x, y}, 2)->result;
}

Value *flow_op3(Builder *b, OpCode code, const Pos *pos, Value *x, Value *y, Value *z) {
    return flow_emit(b, code, pos, (Value *[]){x, y, z}, 3)->result;
}

Value *flow_named(Builder *b, OpCode code, const Pos *pos, const char *name, Value *const *args, int count) {
    Op *op = flow_emit(b, code, pos, args, count);
    op->name = name;
    return op->result;
}

Value *flow_getattr(Builder *b, const Pos *pos, Value *object, const char *name) {
    return flow_named(b, OP_GETATTR, pos, flow_intern(b, name), &object, 1);
}

static Value **with_callee(Builder *b, Value *function, Value *const *args, int count) {
    Value **all = arena_alloc(b->scratch, (size_t)(count + 1) * sizeof *all);
    all[0] = function;
    for (int i = 0; i < count; i++)
        all[i + 1] = args[i];
    return all;
}

Value *flow_call(Builder *b, const Pos *pos, Value *function, Value *const *args, int count) {
    return flow_emit(b, OP_CALL_PY, pos, with_callee(b, function, args, count), count + 1)->result;
}

Value *flow_call_until(Builder *b, const Pos *pos, Value *function, Value *const *args, int count, Block *end) {
    return append_until(b, OP_CALL_PY, pos, with_callee(b, function, args, count), count + 1, end);
}

/* Known builtins and names of virtual modules. */
static bool is_always_bound(const Builder *b, const char *name, const char *module) {
    const FlowModule *found = flow_find_module(b->flow, module);
    if (!strcmp(module, "builtins"))
        return found && scope_module_binds(found->scopes, name);
    return !found;
}

Value *flow_load_global(Builder *b, const Pos *pos, const char *name, const char *module) {
    Op *op = append(b, OP_LOAD_GLOBAL, pos, NULL, 0);
    op->name = name;
    op->module = flow_intern(b, module);
    Block *handler = b->block && !is_always_bound(b, name, module) ? innermost_handler(b) : NULL;
    if (handler)
        end_raising_block(b, handler, NULL);
    return op->result;
}

Value *flow_builtin(Builder *b, const Pos *pos, const char *name) {
    return flow_load_global(b, pos, flow_intern(b, name), "builtins");
}

/* ---- constants and texts ---- */

const char *flow_intern(Builder *b, const char *text) {
    return intern(b->program->names, text);
}

Value *flow_const(Builder *b, Const constant) {
    return const_new(b->program, b->flow->py, constant);
}

Value *flow_int(Builder *b, int64_t value) {
    return flow_const(b, (Const){.kind = CONST_INT, .integer = value});
}

Value *flow_str(Builder *b, const char *text, size_t length) {
    return flow_const(b, (Const){.kind = CONST_STR, .text = text, .length = (uint32_t)length});
}

Value *flow_text(Builder *b, const char *text) {
    return flow_str(b, text, strlen(text));
}

const char *flow_source(Builder *b, const Ast *node) {
    if (!node)
        return NULL;
    SourceFile *file = b->file;
    int length;
    const char *first = source_line(b->program->arena, file, (int)node->line, &length);
    const char *last = source_line(b->program->arena, file, (int)node->end_line, &length);
    if (!first || !last)
        return flow_intern(b, "");
    return intern_n(b->program->names, first + node->column, (size_t)(last + node->end_column - first - node->column));
}

/* ---- diagnostics ---- */

void flow_unsupported(Builder *b, const char *code, const Ast *node, const char *what, const char *reason,
                      const char *instead) {
    if (b->block)
        diag_error(b->program->diags, code, flow_pos(b, node), "not supported: %s, because %s; instead %s", what,
                   reason, instead);
}
