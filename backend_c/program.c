/* The whole program: which unit holds which function, what is static, and the entry points that the native runtime
 * calls. */
#include "backend_c/emit.h"
#include "backend_c/trace.h"

#include <stdlib.h>
#include <string.h>

enum { DEFAULT_UNIT_COST = 4000, DEFAULT_HUGE_COST = 8000, FUNCTION_COST = 4 };

/* ---- order and units ---- */

static const char *module_of(const Graph *graph) {
    return graph->file && graph->file->module ? graph->file->module : "";
}

static int by_source(const void *a, const void *b) {
    const Graph *x = *(Graph *const *)a, *y = *(Graph *const *)b;
    int order = strcmp(module_of(x), module_of(y));
    if (order)
        return order;
    uint32_t line = x->pos ? x->pos->line : 0, other = y->pos ? y->pos->line : 0;
    return line != other ? (line > other) - (line < other) : strcmp(x->name, y->name);
}

static int estimate_cost(const Graph *graph) {
    int cost = FUNCTION_COST;
    for (int i = 0; i < graph->block_count; i++)
        cost += 2 + graph->blocks[i]->op_count * 2;
    return cost;
}

static bool is_entered(const Graph *graph, const Block *target) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            if (graph->blocks[i]->exits[j]->target == target)
                return true;
    return false;
}

/* A slow path of a collector: the program keeps its registers when it takes one (weft.h: calls aside). */
static bool is_slow_path(const Graph *graph) {
    enum { MOST_PARAMETERS = 3 };
    const Type *type = graph->type;
    bool fits = type_is_void(type->item) && type->param_count >= 1 && type->param_count <= MOST_PARAMETERS;
    for (int i = 0; i < type->param_count; i++)
        fits &= type->params[i]->kind == TY_I64;
    return graph->is_system && graph->never_inline && fits;
}

static void describe_graphs(Backend *backend) {
    Program *program = backend->program;
    size_t size = ((size_t)program->graph_count + 1) * sizeof *backend->ordered;
    backend->ordered = arena_alloc(backend->arena, size);
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = backend->ordered[i] = program->graphs[i];
        graph_renumber(graph);
        CGraph *info = graph->note = arena_alloc(backend->arena, sizeof *info);
        info->symbol = name_function(backend->arena, graph->name);
        info->trace = name_trace(backend->arena, graph->name);
        info->place = name_place(backend->arena, graph->name);
        info->cost = estimate_cost(graph);
        info->is_huge = info->cost > backend->options->huge_cost;
        info->is_aside = is_slow_path(graph);
        info->is_static = !info->is_aside;
        info->never_returns = !is_entered(graph, graph->return_block);
    }
    backend->ordered_count = program->graph_count;
    qsort(backend->ordered, (size_t)program->graph_count, sizeof *backend->ordered, by_source);
}

static void describe_data(Backend *backend) {
    for (int i = 0; i < backend->program->data_count; i++) {
        Data *data = backend->program->data[i];
        CData *info = data->note = arena_alloc(backend->arena, sizeof *info);
        info->symbol = name_data(backend->arena, data->name);
    }
}

/* The C compiler inlines within a unit, so the program's own functions should mostly be together; of the library's what
 * matters has been inlined before. */
static void assign_units(Backend *backend) {
    enum { OWN_SHARE = 3 };
    Chunker chunker = {0};
    int unit = -1;
    for (int i = 0; i < backend->ordered_count; i++) {
        chunker.target = backend->options->unit_cost * (backend->ordered[i]->is_hidden ? 1 : OWN_SHARE);
        CGraph *info = backend->ordered[i]->note;
        unit += chunk_begins(&chunker, backend->ordered[i]->name, info->cost);
        info->unit = unit;
    }
}

/* ---- static functions: mentioned in their own unit only ---- */

static void mention(Graph *graph, int unit) {
    CGraph *info = graph->note;
    if (info->unit != unit)
        info->is_static = false;
}

static void mention_values(Value *const *values, int count, int unit) {
    for (int i = 0; i < count; i++)
        if (values[i]->is_const && values[i]->constant.kind == CONST_GRAPH)
            mention(values[i]->constant.graph, unit);
}

static void mention_block(const Block *block, int unit) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        mention_values(op->args, op->arg_count, unit);
        if (op->graph)
            mention(op->graph, unit);
    }
    for (int i = 0; i < block->exit_count; i++)
        mention_values(block->exits[i]->args, block->exits[i]->arg_count, unit);
}

static void find_statics(Backend *backend) {
    for (int i = 0; i < backend->ordered_count; i++) {
        const Graph *graph = backend->ordered[i];
        const CGraph *info = graph->note;
        for (int j = 0; j < graph->block_count; j++)
            mention_block(graph->blocks[j], info->is_huge ? -1 : info->unit);
    }
    for (int i = 0; i < backend->program->data_count; i++) {
        const Data *data = backend->program->data[i];
        for (int j = 0; j < data->item_count; j++)
            if (data->items[j].value.kind == CONST_GRAPH)
                mention(data->items[j].value.graph, -1);
    }
    for (int i = 0; i < backend->ordered_count; i++)
        if (backend->ordered[i]->keep || backend->ordered[i] == backend->program->entry)
            mention(backend->ordered[i], -1);
}

/* ---- emission ---- */

static void functions_emit_units(Backend *backend) {
    Unit *unit = NULL;
    for (int i = 0; i < backend->ordered_count; i++) {
        Graph *graph = backend->ordered[i];
        const CGraph *info = graph->note;
        if (!unit || unit->index != info->unit) {
            if (unit)
                unit_finish(unit);
            unit = unit_new(backend, unit_file(backend, "unit", graph->name), info->unit);
        }
        function_emit(unit, graph);
    }
    if (unit)
        unit_finish(unit);
}

/* Defines `symbol`, which makes an exception pending, through the library's graph if the program has it. */
static void write_raiser(Unit *unit, const char *symbol, const char *graph_name, const char *message) {
    Graph *graph = program_find_graph(unit->backend->program, graph_name);
    text_all(&unit->code, "\nvoid ", symbol, "(void) {\n    ", NULL);
    if (graph)
        text_all(&unit->code, unit_function(unit, graph), "();\n}\n", NULL);
    else
        text_all(&unit->code, "weft_bug(\"", message, "\");\n}\n", NULL);
}

static void start_emit(Backend *backend, Unit *unit) {
    text_all(&unit->code, "\nint64_t weft_entry(void) {\n    return ", unit_function(unit, backend->program->entry),
             "();\n}\n", NULL);
    write_raiser(unit, "weft_raise_memory", C_GRAPH_RAISE_MEMORY, "out of memory in a program without MemoryError");
    write_raiser(unit, "weft_raise_recursion", C_GRAPH_RAISE_RECURSION,
                 "recursion too deep in a program without RecursionError");
}

COutput *backend_c_emit(Arena *arena, Program *program, const BackendOptions *options) {
    BackendOptions settled = *options;
    settled.unit_cost = options->unit_cost ? options->unit_cost : DEFAULT_UNIT_COST;
    settled.huge_cost = options->huge_cost ? options->huge_cost : DEFAULT_HUGE_COST;
    COutput *output = arena_alloc(arena, sizeof *output);
    Backend backend = {.arena = arena, .program = program, .options = &settled, .output = output};
    describe_graphs(&backend);
    describe_data(&backend);
    group_number(&backend);
    assign_units(&backend);
    find_statics(&backend);
    functions_emit_units(&backend);
    data_emit_units(&backend);
    trace_emit_units(&backend);
    group_emit_ids(&backend);
    Unit *unit = unit_new(&backend, "program.c", -1);
    start_emit(&backend, unit);
    group_emit(&backend, unit);
    layout_emit(&backend, unit);
    unit_finish(unit);
    build_emit(&backend);
    return output;
}
