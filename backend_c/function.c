/* A graph as a C function: locals, then blocks in reverse postorder with gotos. */
#include "backend_c/function.h"

#include <string.h>

/* ---- exits ---- */

static bool is_return(const Function *function, const Block *target) {
    return target == function->graph->return_block || target == function->graph->except_block;
}

/* Whether the block stands in another part of an outlined function. */
static bool is_elsewhere(const Function *function, const Block *target) {
    return function->parts && function->parts->of_block[target->id] != function->part;
}

/* The exit that needs no goto because its target comes next, or -1. */
static int falling_exit(const Function *function, const Block *block) {
    for (int i = 0; i < block->exit_count; i++) {
        const Block *target = block->exits[i]->target;
        if (target->id == block->id + 1 && !is_return(function, target) && !is_elsewhere(function, target))
            return i;
    }
    return -1;
}

static void write_label(Function *function, const Block *block) {
    text_add(function->out, "b");
    text_int(function->out, block->id);
}

static void write_return(Function *function, const Link *link, const char *indent) {
    text_all(function->out, indent, "return", NULL);
    if (link->target == function->graph->except_block) {
        text_char(function->out, ' ');
        leave_nothing(function);
        return;
    }
    bool has_result = !type_is_void(function->graph->type->item);
    if (has_result) {
        text_add(function->out, function->parts ? " frame->result = " : " ");
        value_emit(function, link->args[0]);
    }
    text_add(function->out, !function->parts ? ";\n" : has_result ? ", -1;\n" : " -1;\n");
}

static void write_jump(Function *function, const Block *target, const char *indent) {
    if (is_elsewhere(function, target)) {
        text_all(function->out, indent, "return frame->at = ", NULL);
        text_int(function->out, target->id);
        text_add(function->out, ", ");
        text_int(function->out, function->parts->of_block[target->id]);
    } else {
        text_all(function->out, indent, "goto ", NULL);
        write_label(function, target);
    }
    text_add(function->out, ";\n");
}

/* Moves, then the jump unless control falls through. */
static void write_link(Function *function, const Link *link, const char *indent, bool falls) {
    if (is_return(function, link->target)) {
        write_return(function, link, indent);
        return;
    }
    moves_emit(function, link, indent);
    if (!falls)
        write_jump(function, link->target, indent);
}

/* Whether a boolean switch asks for a pending exception, which is rare. */
static bool is_pending_test(const Block *block) {
    for (int i = block->op_count - 1; i >= 0; i--)
        if (block->ops[i]->result == block->switch_value)
            return block->ops[i]->code == OP_EXC_PENDING;
    return false;
}

/* The side that does not come next, under its condition. */
static void write_taken_side(Function *function, const Link *link) {
    bool needs_braces = moves_needed(function, link);
    text_add(function->out, needs_braces ? " {\n" : "\n");
    write_link(function, link, "        ", false);
    text_add(function->out, needs_braces ? "    }\n" : "");
}

static void write_bool_switch(Function *function, const Block *block) {
    int falling = falling_exit(function, block);
    int taken = falling == 1 ? 0 : 1;
    bool is_rare = is_pending_test(block);
    text_all(function->out, "    if (", taken ? "" : "!", is_rare ? "WEFT_UNLIKELY(" : "", NULL);
    value_emit(function, block->switch_value);
    text_all(function->out, is_rare ? ")" : "", ")", NULL);
    write_taken_side(function, block->exits[taken]);
    write_link(function, block->exits[!taken], "    ", falling == !taken);
}

static void write_case(Function *function, const Link *link) {
    if (link->kind == CASE_DEFAULT) {
        text_add(function->out, "    default:\n");
    } else {
        text_add(function->out, "    case ");
        c_int(function->out, link->integer);
        text_add(function->out, ":\n");
    }
    write_link(function, link, "        ", false);
}

static void write_int_switch(Function *function, const Block *block) {
    text_add(function->out, "    switch (");
    value_emit(function, block->switch_value);
    text_add(function->out, ") {\n");
    for (int i = 0; i < block->exit_count; i++)
        write_case(function, block->exits[i]);
    if (block->exits[block->exit_count - 1]->kind != CASE_DEFAULT)
        text_add(function->out, "    default:\n        __builtin_unreachable();\n");
    text_add(function->out, "    }\n");
}

static void write_exits(Function *function, const Block *block) {
    if (block->switch_kind == SWITCH_EXCEPTION)
        backend_bug("exception exits after the exception transform in %s", function->graph->name);
    if (block->switch_kind == SWITCH_NONE && block->exit_count)
        write_link(function, block->exits[0], "    ", falling_exit(function, block) == 0);
    else if (block->exit_count && block->exits[0]->kind == CASE_BOOL)
        write_bool_switch(function, block);
    else if (block->exit_count)
        write_int_switch(function, block);
}

/* ---- blocks ---- */

static int falling_or_none(const Function *function, const Block *block) {
    bool may_fall = block->switch_kind == SWITCH_NONE || (block->exit_count && block->exits[0]->kind == CASE_BOOL);
    return may_fall ? falling_exit(function, block) : -1;
}

/* The blocks that some jump within their part goes to. */
static bool *find_labels(Function *function) {
    const Graph *graph = function->graph;
    bool *needs_label = arena_alloc(function->scratch, (size_t)graph->block_count);
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        function->part = function->parts ? function->parts->of_block[i] : 0;
        int falling = falling_or_none(function, block);
        for (int j = 0; j < block->exit_count; j++)
            if (j != falling && !is_elsewhere(function, block->exits[j]->target))
                needs_label[block->exits[j]->target->id] = true;
    }
    return needs_label;
}

/* C compilers count lines on from the last #line: what stands at one position of the source is one line of C. */
static void end_line(Function *function) {
    if (!function->line)
        return;
    for (size_t i = function->line_start; i + 1 < function->out->length; i++)
        if (function->out->bytes[i] == '\n')
            function->out->bytes[i] = ' ';
    function->line = NULL;
}

/* What the source has no line of belongs to the line before it, or to the file's first one. */
static void begin_line(Function *function, const Pos *pos) {
    if (!function->unit->backend->options->line_directives || (!pos->line && function->line))
        return;
    if (function->line && function->line->line == pos->line && function->line->file == pos->file)
        return;
    end_line(function);
    text_printf(function->out, "#line %u ", pos->line ? pos->line : 1);
    text_literal(function->out, pos->file->path, strlen(pos->file->path));
    text_char(function->out, '\n');
    function->line = pos;
    function->line_start = function->out->length;
}

static void write_block(Function *function, const Block *block) {
    if (function->needs_label[block->id]) {
        write_label(function, block);
        text_add(function->out, ":;\n");
    }
    for (int i = 0; i < block->op_count; i++) {
        begin_line(function, block->ops[i]->pos);
        op_emit(function, block, i);
    }
    write_exits(function, block);
}

/* Where the graph is left by an exception while it holds references. */
static void write_leave(Function *function) {
    text_add(function->out, "leave:;\n");
    for (int i = 0; i < function->graph->except_block->op_count; i++)
        op_emit(function, function->graph->except_block, i);
    text_add(function->out, "    return ");
    leave_nothing(function);
}

void function_blocks(Function *function, int first, int end) {
    function->uses_leave = false;
    for (int i = first; i < end; i++)
        if (!is_return(function, function->graph->blocks[i]))
            write_block(function, function->graph->blocks[i]);
    if (function->uses_leave)
        write_leave(function);
    end_line(function);
}

/* ---- head ---- */

const char **function_parameters(Function *function) {
    const Graph *graph = function->graph;
    const char **names = arena_alloc(function->scratch, ((size_t)graph->start->input_count + 1) * sizeof *names);
    for (int i = 0; i < graph->start->input_count; i++) {
        int local = locals_of(function->locals, graph->start->inputs[i]);
        if (local >= 0)
            names[i] = function->locals->items[local].name;
    }
    return names;
}

void function_head(Function *function, const char *const *parameters) {
    text_char(function->out, '\n');
    if (((const CGraph *)function->graph->note)->is_aside)
        text_add(function->out, "WEFT_ASIDE_FUNCTION ");
    else if (function->graph->never_inline)
        text_add(function->out, "__attribute__((noinline)) ");
    c_signature(function->unit, function->out, function->graph, parameters);
    text_add(function->out, " {\n");
}

void function_local(Function *function, int local) {
    text_add(function->out, "    ");
    c_declare(function->out, unit_type(function->unit, function->locals->items[local].type),
              function->locals->items[local].name);
    text_add(function->out, ";\n");
}

/* Memory for a fixed number of items behind what the C struct has, which ends in an open array. */
static void write_object(Function *function, Op *op) {
    const char *tag = unit_struct(function->unit, op->type);
    text_all(function->out, "    union {\n        struct ", tag, " object;\n        char room[", NULL);
    uint32_t size = op->type->size;
    if (op->arg_count)
        size += (uint32_t)op->args[0]->constant.integer * type_memory_size(type_variable_part(op->type)->item);
    text_int(function->out, size);
    text_add(function->out, "];\n    } object__");
    text_int(function->out, op->index);
    text_add(function->out, ";\n");
}

void function_objects(Function *function) {
    const Graph *graph = function->graph;
    for (int i = 0; i < graph->block_count && function->object_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (op_is_stack_alloc(graph->blocks[i]->ops[j]) &&
                !locals_op_is_dead(function->locals, graph->blocks[i], j))
                write_object(function, graph->blocks[i]->ops[j]);
}

static void number_objects(Function *function) {
    const Graph *graph = function->graph;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (op_is_stack_alloc(graph->blocks[i]->ops[j]))
                graph->blocks[i]->ops[j]->index = (uint32_t)function->object_count++;
}

const char *roots_frame(const Function *function) {
    return function->parts ? "frame->roots" : "roots";
}

static bool uses_roots(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            OpCode code = graph->blocks[i]->ops[j]->code;
            if (code == OP_ROOT_SAVE || code == OP_ROOT_LOAD || code == OP_ROOTS_SET)
                return true;
        }
    return false;
}

static int count_refs(const Graph *graph) {
    int count = 0;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if ((op->code == OP_REF_SAVE || op->code == OP_REF_LOAD) && op->integer >= count)
                count = (int)op->integer + 1;
        }
    return count;
}

void function_refs(Function *function, const char *initial) {
    for (int i = 0; i < function->ref_count; i++) {
        text_add(function->out, "    void *ref");
        text_int(function->out, i);
        text_all(function->out, initial, ";\n", NULL);
    }
}

static void write_locals(Function *function) {
    bool *is_parameter = arena_alloc(function->scratch, (size_t)function->locals->count + 1);
    for (int i = 0; i < function->graph->start->input_count; i++) {
        int local = locals_of(function->locals, function->graph->start->inputs[i]);
        if (local >= 0)
            is_parameter[local] = true;
    }
    for (int i = 0; i < function->locals->count; i++)
        if (!is_parameter[i])
            function_local(function, i);
    function_objects(function);
    function_refs(function, " = NULL");
    if (function->uses_unused)
        text_add(function->out, "    int64_t unused;\n");
    if (function->uses_roots)
        text_add(function->out, "    void **const roots = weft_root_top;\n");
}

static void write_stub(Function *function) {
    const CGraph *info = function->graph->note;
    if (info->is_aside)
        text_all(function->out, "WEFT_ASIDE(", info->symbol, ")\n", NULL);
}

/* The body first: it says which locals are needed. */
static void write_whole(Function *function) {
    Text body = {.arena = function->scratch};
    function->out = &body;
    function_blocks(function, 0, function->graph->block_count);
    function->out = &function->unit->code;
    begin_line(function, graph_pos(function->graph));
    function_head(function, function_parameters(function));
    write_locals(function);
    end_line(function);
    text_add_n(function->out, text_get(&body), body.length);
    text_add(function->out, "}\n");
    write_stub(function);
}

void function_emit(Unit *unit, Graph *graph) {
    const CGraph *info = graph->note;
    Arena *scratch = arena_new();
    Function function = {.unit = unit, .graph = graph, .scratch = scratch};
    unit_function(unit, graph);
    if (info->is_huge)
        function.parts = parts_split(&function);
    function.locals = locals_assign(scratch, graph);
    number_objects(&function);
    function.uses_roots = uses_roots(graph);
    function.ref_count = count_refs(graph);
    function.needs_label = find_labels(&function);
    if (info->is_huge)
        parts_emit(&function);
    else
        write_whole(&function);
    arena_free(scratch);
}
