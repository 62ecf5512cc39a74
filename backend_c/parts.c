/* Huge functions, written in parts, since the C compiler's time and memory grow faster than a function's length.
 *
 * A part is a stretch of blocks in reverse postorder, as a C function of its own. Locals that carry a value from part
 * to part live in a struct, the frame; the others stay locals of their parts. A part ends by giving the number of the
 * part that goes on, at the block whose number is in frame->at, or -1 when the function returns. The function itself
 * holds the frame and calls the parts in turn. Long blocks are split first: that costs nothing, since the variables
 * that cross keep their locals. All but the first few parts stand in units of their own, so that C compilers can share
 * the work.
 */
#include "backend_c/function.h"

#include <string.h>

enum { LINES_AN_OP = 2, PARTS_A_UNIT = 4 };

/* ---- cutting ---- */

/* Pieces from the end, so that each split touches one piece only. */
static void split_block(Block *block, int piece) {
    for (int at = (block->op_count - 1) / piece * piece; at > 0; at -= piece)
        block_split(block, at);
}

static int add_part(Parts *parts, int block) {
    parts->first[parts->count] = block;
    return parts->count++;
}

Parts *parts_split(Function *function) {
    Graph *graph = function->graph;
    int size = function->unit->backend->options->huge_cost / 4 + 1, blocks = graph->block_count;
    for (int i = 0; i < blocks; i++)
        split_block(graph->blocks[i], size / LINES_AN_OP + 1);
    graph_renumber(graph);
    Parts *parts = arena_alloc(function->scratch, sizeof *parts);
    parts->of_block = arena_alloc(function->scratch, (size_t)graph->block_count * sizeof *parts->of_block);
    parts->first = arena_alloc(function->scratch, ((size_t)graph->block_count + 1) * sizeof *parts->first);
    int cost = size;
    for (int i = 0; i < graph->block_count; i++) {
        if (graph->blocks[i] == graph->return_block || graph->blocks[i] == graph->except_block) {
            parts->of_block[i] = -1;
            continue;
        }
        int more = graph->blocks[i]->op_count * LINES_AN_OP + 1;
        bool begins = cost + more > size;
        cost = begins ? more : cost + more;
        parts->of_block[i] = begins ? add_part(parts, i) : parts->count - 1;
    }
    parts->first[parts->count] = graph->block_count; /* the return and except block write nothing */
    return parts;
}

/* ---- the frame ---- */

/* Whether a link ends in another part; leaving the function does not count. */
static bool crosses(const Function *function, const Link *link) {
    int to = function->parts->of_block[link->target->id];
    return to >= 0 && to != function->parts->of_block[link->source->id];
}

static void share(const Function *function, bool *is_shared, const Value *value) {
    int local = locals_of(function->locals, value);
    if (local >= 0)
        is_shared[local] = true;
}

/* The locals that carry values between parts: parameters, and what links between parts pass. */
static bool *find_shared(Function *function) {
    const Graph *graph = function->graph;
    bool *is_shared = arena_alloc(function->scratch, (size_t)function->locals->count + 1);
    for (int i = 0; i < graph->start->input_count; i++)
        share(function, is_shared, graph->start->inputs[i]);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++) {
            const Link *link = graph->blocks[i]->exits[j];
            for (int k = 0; crosses(function, link) && k < link->arg_count; k++)
                share(function, is_shared, link->target->inputs[k]);
        }
    return is_shared;
}

static const char *frame_tag(const Function *function) {
    const CGraph *info = function->graph->note;
    return arena_printf(function->scratch, "struct frame__%s", info->symbol);
}

static void write_frame(Function *function, const bool *is_shared) {
    Type *result = function->graph->type->item;
    text_all(function->out, "\n", frame_tag(function), " {\n    int at;\n", NULL);
    if (!type_is_void(result)) {
        text_add(function->out, "    ");
        c_declare(function->out, unit_type(function->unit, result), "result");
        text_add(function->out, ";\n");
    }
    for (int i = 0; i < function->locals->count; i++)
        if (is_shared[i])
            function_local(function, i);
    function_objects(function);
    function_refs(function, "");
    text_add(function->out, function->uses_roots ? "    void **roots;\n};\n" : "};\n");
}

/* From now on shared locals are named as members of the frame. */
static void rename_shared(Function *function, const bool *is_shared) {
    for (int i = 0; i < function->locals->count; i++)
        if (is_shared[i])
            function->locals->items[i].name =
                arena_printf(function->scratch, "frame->%s", function->locals->items[i].name);
}

/* ---- parts ---- */

/* Whether some block of another part, or the function's beginning, leads to this one. */
static bool *find_entries(Function *function) {
    const Graph *graph = function->graph;
    bool *is_entry = arena_alloc(function->scratch, (size_t)graph->block_count);
    is_entry[0] = true;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++) {
            if (crosses(function, graph->blocks[i]->exits[j]))
                is_entry[graph->blocks[i]->exits[j]->target->id] = true;
        }
    return is_entry;
}

static void write_block_locals(Function *function, bool *is_known, const Block *block) {
    for (int i = 0; i < block->input_count + block->op_count; i++) {
        const Value *value = i < block->input_count ? block->inputs[i] : block->ops[i - block->input_count]->result;
        int local = value ? locals_of(function->locals, value) : -1;
        if (local < 0 || is_known[local])
            continue;
        is_known[local] = true;
        function_local(function, local);
    }
}

/* Locals of the part: all that it mentions but the shared ones. */
static void write_part_locals(Function *function, const bool *is_shared, int first, int end) {
    bool *is_known = arena_alloc(function->scratch, (size_t)function->locals->count + 1);
    memcpy(is_known, is_shared, (size_t)function->locals->count);
    for (int i = first; i < end; i++)
        if (function->graph->blocks[i] != function->graph->except_block)
            write_block_locals(function, is_known, function->graph->blocks[i]);
    if (function->uses_leave)
        write_block_locals(function, is_known, function->graph->except_block);
}

static void write_entry(Function *function, const bool *is_entry, int first, int end) {
    text_add(function->out, "    switch (frame->at) {\n");
    for (int i = first; i < end; i++)
        if (is_entry[i])
            text_printf(function->out, "    case %d:\n        goto b%d;\n", i, i);
    text_add(function->out, "    }\n    __builtin_unreachable();\n");
}

static void write_part(Function *function, int part, const bool *is_shared, const bool *is_entry) {
    const CGraph *info = function->graph->note;
    int first = function->parts->first[part], end = function->parts->first[part + 1];
    Text body = {.arena = function->scratch}, *code = function->out;
    function->part = part;
    function->uses_unused = false;
    function->out = &body;
    function_blocks(function, first, end);
    function->out = code;
    const char *linkage = function->parts->count > PARTS_A_UNIT ? "" : "static ";
    text_all(code, "\n__attribute__((noinline)) ", linkage, "int part__", info->symbol, NULL);
    text_printf(code, "__%d(%s *frame) {\n", part, frame_tag(function));
    write_part_locals(function, is_shared, first, end);
    text_add(code, function->uses_unused ? "    int64_t unused;\n" : "");
    write_entry(function, is_entry, first, end);
    text_add_n(code, text_get(&body), body.length);
    text_add(code, "}\n");
}

/* ---- units ---- */

/* The unit of each part: the function's own for the first few, then one more every few parts. The numbers of these
 * units belong to no other. */
static Unit **part_units(Function *function) {
    Backend *backend = function->unit->backend;
    Unit **units = arena_alloc(function->scratch, (size_t)function->parts->count * sizeof(Unit *));
    for (int i = 0; i < function->parts->count; i++) {
        if (i < PARTS_A_UNIT)
            units[i] = function->unit;
        else if (i % PARTS_A_UNIT)
            units[i] = units[i - 1];
        else
            units[i] = unit_new(
                backend, unit_file(backend, "part", arena_printf(backend->arena, "%s_%d", function->graph->name, i)),
                backend->ordered_count);
    }
    return units;
}

static bool begins_unit(Unit *const *units, int part) {
    return !part || units[part] != units[part - 1];
}

/* Goes on writing in another unit. */
static void enter_unit(Function *function, Unit *unit) {
    function->unit = unit;
    function->out = &unit->code;
    function->line = NULL;
}

static void write_frames(Function *function, Unit *const *units, const bool *is_shared) {
    for (int i = 0; i < function->parts->count; i++)
        if (begins_unit(units, i)) {
            enter_unit(function, units[i]);
            write_frame(function, is_shared);
        }
}

static void write_parts(Function *function, Unit *const *units, const bool *is_shared, const bool *is_entry) {
    for (int i = 0; i < function->parts->count; i++) {
        if (begins_unit(units, i))
            enter_unit(function, units[i]);
        write_part(function, i, is_shared, is_entry);
        if (units[i] != units[0] && (i + 1 == function->parts->count || begins_unit(units, i + 1)))
            unit_finish(units[i]);
    }
    enter_unit(function, units[0]);
}

/* ---- the function itself ---- */

static void declare_parts(Function *function) {
    const CGraph *info = function->graph->note;
    text_add(function->out, "\n");
    for (int i = PARTS_A_UNIT; i < function->parts->count; i++)
        text_printf(function->out, "int part__%s__%d(%s *frame);\n", info->symbol, i, frame_tag(function));
}

static void write_dispatch(Function *function) {
    const CGraph *info = function->graph->note;
    text_add(function->out, "    for (int part = 0; part >= 0;)\n        switch (part) {\n");
    for (int i = 0; i < function->parts->count; i++)
        text_printf(function->out, "        case %d:\n            part = part__%s__%d(frame);\n            break;\n", i,
                    info->symbol, i);
    text_add(function->out, "        }\n");
    text_add(function->out, type_is_void(function->graph->type->item) ? "}\n" : "    return frame->result;\n}\n");
}

static void write_main(Function *function, const char *const *parameters) {
    function_head(function, parameters);
    text_all(function->out, "    ", frame_tag(function), " all = {0}, *frame = &all;\n", NULL);
    if (function->uses_roots)
        text_add(function->out, "    frame->roots = weft_root_top;\n");
    for (int i = 0; i < function->graph->start->input_count; i++) {
        int local = locals_of(function->locals, function->graph->start->inputs[i]);
        if (local >= 0)
            text_all(function->out, "    ", function->locals->items[local].name, " = ", parameters[i], ";\n", NULL);
    }
    write_dispatch(function);
}

void parts_emit(Function *function) {
    const bool *is_shared = find_shared(function), *is_entry = find_entries(function);
    const char **parameters = function_parameters(function);
    Unit **units = part_units(function);
    write_frames(function, units, is_shared);
    rename_shared(function, is_shared);
    for (int i = 0; i < function->graph->block_count; i++)
        function->needs_label[i] |= is_entry[i];
    write_parts(function, units, is_shared, is_entry);
    declare_parts(function);
    write_main(function, parameters);
}
