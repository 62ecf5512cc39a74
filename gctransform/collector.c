/* A collector apart from the program it serves: it is compiled when Weft is built, into the text of its graphs at stage
 * exc (tools/precompile.c), which joins the programs that ask for it.
 */
#include "gctransform/weave.h"

#include <assert.h>
#include <string.h>

/* ---- from the program that it was compiled with ---- */

static bool is_in_package(const char *name) {
    const char *package = "weft.gc.";
    return !strncmp(name, package, strlen(package));
}

/* What a module's body sets its variables to is what they begin with. False: it does more. */
static bool set_variable(Program *program, const Op *op) {
    bool is_static = op->code == OP_SETFIELD && op->args[0]->is_const && op->args[0]->constant.kind == CONST_DATA;
    if (!is_static || !op->args[1]->is_const)
        return false;
    Data *data = op->args[0]->constant.data;
    data->is_unset = false;
    data->item_count = 0; /* other modules' bodies may hold a copy of this one */
    data_set(program, data, op->name, op->args[1]->constant);
    return true;
}

/* Gives the first op that is neither a store of a constant nor about what is imported, or NULL. */
static const Op *set_variables(Program *program, const Graph *body) {
    for (int i = 0; i < body->block_count; i++)
        for (int j = 0; j < body->blocks[i]->op_count; j++) {
            const Op *op = body->blocks[i]->ops[j];
            bool is_about_import = op->code == OP_GETFIELD || (op->code == OP_CALL && graph_runs_once(op->graph));
            if (!is_about_import && !set_variable(program, op))
                return op;
        }
    return NULL;
}

/* Nobody sees a collector's functions in a traceback: where an op itself stands is enough. */
static void shorten_positions(Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) {
        Block *block = graph->blocks[i];
        block->pos = NULL;
        for (int j = 0; j < block->op_count; j++) {
            Pos *pos = arena_alloc(graph->program->arena, sizeof *pos);
            *pos = *block->ops[j]->pos;
            pos->inlined_at = NULL;
            block->ops[j]->pos = pos;
        }
    }
}

/* Whether the type is made of simple ones and structs that are marked as `kept`, by index, only. */
static bool is_made_of(const bool *kept, const Type *type) {
    if (type->kind < TY_STRUCT)
        return true;
    if (type->kind == TY_STRUCT)
        return kept[type->index];
    bool fine = is_made_of(kept, type->item);
    for (int i = 0; i < type->param_count && fine; i++)
        fine = is_made_of(kept, type->params[i]);
    return fine;
}

/* Leaves the structs of the collector's variables, and what is made of them. */
static void drop_types(const Program *program) {
    TypeTable *types = program->types;
    Arena *scratch = arena_new();
    bool *kept = arena_alloc(scratch, (size_t)types->count);
    for (int i = 0; i < program->data_count; i++)
        kept[program->data[i]->type->index] = true;
    int count = 0;
    for (int i = 0; i < types->count; i++)
        if (is_made_of(kept, types->all[i]))
            types->all[count++] = types->all[i];
    types->count = count;
    for (int i = 0; i < count; i++)
        types->all[i]->index = (uint32_t)i;
    arena_free(scratch);
}

static void drop_files(Program *program) {
    int kept = 0;
    for (int i = 0; i < program->file_count; i++)
        if (program->files[i]->module && is_in_package(program->files[i]->module))
            program->files[kept++] = program->files[i];
    program->file_count = kept;
}

const Op *collector_extract(Program *program, GcKind kind) {
    assert(program->stage == STAGE_EXC);
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        graph->keep = false;
        if (!is_in_package(graph->name))
            continue;
        const Op *wrong = graph_runs_once(graph) ? set_variables(program, graph) : NULL;
        if (wrong)
            return wrong;
        shorten_positions(graph);
    }
    for (int i = 0; i < COLLECTOR_COUNT; i++) {
        Graph *graph = collector_find_graph(program, kind, (CollectorCall)i);
        if (graph)
            graph->keep = true;
    }
    program->entry = NULL;
    program->exception_base = NULL;
    program->module_count = 0;
    program_drop_unreachable(program);
    drop_types(program);
    drop_files(program);
    return NULL;
}

/* ---- to the program that it serves ---- */

Graph *collector_find_graph(const Program *program, GcKind kind, CollectorCall call) {
    const char *name = arena_printf(program->arena, "%s.%s", gc_info[kind].module, collector_call_text[call]);
    return program_find_graph(program, intern(program->names, name));
}

bool collector_is_missing(const Program *program, GcKind kind) {
    return *gc_info[kind].module && program->stage == STAGE_EXC &&
           !collector_find_graph(program, kind, COLLECTOR_START);
}

/* The first thing the program does is to start it. */
bool collector_add(Program *program, GcKind kind, SourceFile *text, DiagList *diags) {
    bool is_unasked[COLLECTOR_COUNT] = {false};
    weave_find_requests(program, is_unasked);
    if (!program_parse_into(program, text, diags))
        return false;
    for (int i = 0; i < COLLECTOR_COUNT; i++) {
        Graph *graph = collector_find_graph(program, kind, (CollectorCall)i);
        if (graph && is_unasked[i])
            graph->keep = false;
    }
    Graph *entry = program->entry;
    Inserter inserter = {.block = entry->start, .pos = graph_pos(entry)};
    insert_call(&inserter, collector_find_graph(program, kind, COLLECTOR_START), NULL, 0);
    program_drop_unreachable(program);
    return true;
}
