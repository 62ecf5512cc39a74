/* The evaluator's messages: what went wrong, then the op, the graph and the source line. */
#include "ir/eval_internal.h"

#include <inttypes.h>
#include <stdarg.h>

static const char *const_text(Arena *arena, const Const *constant) {
    switch (constant->kind) {
    case CONST_BOOL:
        return constant->boolean ? "True" : "False";
    case CONST_INT:
        return arena_printf(arena, "%" PRId64, constant->integer);
    case CONST_FLOAT:
        return arena_printf(arena, "%.17g", constant->number);
    case CONST_DATA:
        return arena_printf(arena, "@%s", constant->data->name);
    case CONST_GRAPH:
        return arena_printf(arena, "@%s", constant->graph->name);
    case CONST_NULL:
        return "null";
    case CONST_NONE:
        return "none";
    case CONST_SCALAR:
        return "scalar";
    case CONST_UNDEFINED:
        return "undefined";
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
        return "python constant";
    }
    return "?";
}

static const char *value_text(Arena *arena, const Value *value) {
    if (value->is_const)
        return const_text(arena, &value->constant);
    if (value->name)
        return arena_printf(arena, "%%%s.%u", value->name, (unsigned)value->id);
    return arena_printf(arena, "%%%u", (unsigned)value->id);
}

/* The attributes that tell a reader which op it is, in brackets as in the text form. */
static const char *attributes_text(Arena *arena, const Op *op) {
    int attributes = op_info[op->code].attributes;
    if (attributes & ATTR_GRAPH && op->graph)
        return arena_printf(arena, "[@%s]", op->graph->name);
    if (attributes & ATTR_NAME && op->name)
        return arena_printf(arena, "[%s]", op->name);
    if (attributes & ATTR_TYPE && op->type)
        return arena_printf(arena, "[%s]", type_text(arena, op->type));
    return "";
}

static const char *op_text(Arena *arena, const Op *op) {
    const char *text = arena_printf(arena, "%s%s", op_info[op->code].text, attributes_text(arena, op));
    for (int i = 0; i < op->arg_count; i++)
        text = arena_printf(arena, "%s%s%s", text, i ? ", " : " ", value_text(arena, op->args[i]));
    return text;
}

static const char *place_text(Eval *eval, const Op *op) {
    const char *graph = eval->depth ? eval->frame->code->graph->name : "?";
    if (!op)
        return eval->depth ? arena_printf(eval->arena, " (graph %s)", graph) : "";
    const char *text = arena_printf(eval->arena, " (op `%s`, graph %s", op_text(eval->arena, op), graph);
    if (op->pos && op->pos->file)
        text = arena_printf(eval->arena, "%s, %s:%u", text, op->pos->file->path, (unsigned)op->pos->line);
    return arena_printf(eval->arena, "%s)", text);
}

/* Only the first error counts. */
static void stop(Eval *eval, EvalOutcome outcome, const Op *op, const char *what) {
    if (eval->is_stopped)
        return;
    eval->is_stopped = true;
    eval->result.outcome = outcome;
    eval->result.error = arena_printf(eval->result_arena, "%s%s", what, place_text(eval, op));
}

static const char *format_text(Eval *eval, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = arena_alloc(eval->arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, args);
    return text;
}

void eval_broken(Eval *eval, const Op *op, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = format_text(eval, format, args);
    va_end(args);
    stop(eval, EVAL_BROKEN, op, text);
}

void eval_limit(Eval *eval, const char *what) {
    stop(eval, EVAL_LIMIT, NULL, what);
}

void eval_fault(Eval *eval, const Op *op, uint64_t base) {
    stop(eval, EVAL_MEMORY_ERROR, op, memory_fault_text(eval->arena, eval->memory, base));
}

void eval_range_fault(Eval *eval, const Op *op, uint64_t base, const char *format, ...) {
    va_list args;
    va_start(args, format);
    const char *text = format_text(eval, format, args);
    va_end(args);
    const MemoryBlock *block = memory_block(eval->memory, base);
    if (block)
        text = arena_printf(eval->arena, "%s, in %s", text, memory_block_text(eval->arena, block));
    stop(eval, EVAL_MEMORY_ERROR, op, text);
}
