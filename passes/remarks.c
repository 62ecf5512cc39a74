/* What passes say of allocations, in terms of the source: --remarks. */
#include "passes/pass_internal.h"

#include <stdarg.h>
#include <string.h>

bool pass_has_remarks(const PassContext *context) {
    return context->hooks->remark;
}

/* Where the user's program is at the position: what was inlined from the library counts for its call. */
static const Pos *program_pos(const Pos *pos) {
    const Pos *at = pos;
    while (at && at->file && at->file->is_library && at->inlined_at)
        at = at->inlined_at;
    return at && at->file && !at->file->is_library ? at : pos;
}

void pass_remark(PassContext *context, RemarkKind kind, const Pos *pos, const char *format, ...) {
    if (!pass_has_remarks(context))
        return;
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(context->scratch, format, args);
    va_end(args);
    context->hooks->remark(context->hooks->data, kind, context->pass, program_pos(pos), text);
}

const char *remark_class(const Type *type) {
    return type->label ? type->label : type->name ? type->name : "array";
}

void remark_kept(PassContext *context, const Op *op, const char *reason, const Pos *pos) {
    pos = program_pos(pos);
    const char *name = remark_class(op->type);
    if (pos && pos->file)
        pass_remark(context, REMARK_MISSED, op->pos, "allocation of `%s` kept: %s at %s:%u", name, reason,
                    pos->file->path, pos->line);
    else
        pass_remark(context, REMARK_MISSED, op->pos, "allocation of `%s` kept: %s", name, reason);
}

const char *remark_variable(const Data *data) {
    const char *prefix = "__main__.";
    return data->name + (strncmp(data->name, prefix, strlen(prefix)) ? 0 : strlen(prefix));
}

const char *remark_store(Arena *scratch, const Op *op) {
    const Value *holder = op->args[0];
    if (op->code == OP_ARRAY_SET)
        return "stored into an array";
    if (holder->type->item->flavour != FLAVOUR_RAW)
        return arena_printf(scratch, "stored into `%s` of `%s`", op->name, remark_class(holder->type->item));
    if (!holder->is_const || holder->constant.kind != CONST_DATA)
        return "stored into memory outside the heap";
    return arena_printf(scratch, "stored into the global `%s`", remark_variable(holder->constant.data));
}

const char *remark_call(Arena *scratch, const Graph *callee) {
    return arena_printf(scratch, "passed to `%.*s`", (int)strcspn(callee->name, "("), callee->name);
}
