/* Inference: the rounds, and what the driver asks of the result. See docs/inference.md. */
#include "frontend/infer_internal.h"

#include <string.h>

enum { MAX_ROUNDS = 16 };

static Inference *round_new(Program *program, Splits *splits, const InferOptions *options) {
    Arena *arena = arena_new();
    Inference *inf = arena_alloc(arena, sizeof *inf);
    inf->program = program;
    inf->arena = arena;
    inf->names = program->names;
    inf->splits = splits;
    inf->random = options ? options->shuffle_seed : 0;
    inf->diags = arena_alloc(program->arena, sizeof *inf->diags);
    inf->diags->arena = program->arena;
    inf->raised = cell_new(inf, NULL);
    return inf;
}

static bool is_core(const Module *module) {
    return !strcmp(module->name, "builtins") || !strncmp(module->name, "weft.core.", 10);
}

/* The core first: the signatures of everything else speak of its classes. */
static void start_library(Inference *inf) {
    Program *program = inf->program;
    for (int i = 0; i < program->module_count; i++)
        if (is_core(program->modules[i]))
            infer_module_body(inf, program->modules[i]->name);
    infer_run(inf);
    infer_early_texts(inf);
    for (int i = 0; i < program->module_count; i++)
        if (program->modules[i]->file->is_library)
            infer_module_body(inf, program->modules[i]->name);
    infer_run(inf);
}

/* Functions that later stages call by name: analysed as if the program called them. */
static void start_roots(Inference *inf) {
    static const struct {
        const char *module, *name;
    } roots[] = {
        {"weft.core.exceptions", "_exc_attach"},
        {"weft.core.exceptions", "_exc_restore"},
        {"weft.core.exceptions", "_print_uncaught"},
        {"weft.core.exceptions", "_raise_recursion_error"},
        {"weft.core.exceptions", "_raise_memory_error"},
        {"weft.core.checks", "_none_attribute"},
        {"weft.core.checks", "_none_operand"},
        {"weft.core.checks", "_check_cleanup"},
        {"weft.core.finalizers", "_run_finalizers"},
        {"weft.core.finalizers", "_finish_finalizers"},
        {"weft.core.checks", "_unbound_local"},
        {"weft.core.checks", "_unbound_global"},
        {"weft.core.checks", "_unset_attribute"},
        {"weft.core.checks", "_unset_module_attribute"},
        {"weft.core.checks", "_unbound_import"},
        {"weft.core.checks", "_abstract_class"},
        {"weft.core.checks", "_raise_named"},
        {"weft.core.checks", "_read_only_attribute"},
        {"weft.core.checks", "_tuple_index"},
        {"weft.core.checks", "_negative_length"},
        {"weft.core.exceptions", "_class_again"},
        {"weft.core.checks", "_unset_class_attribute"},
        {"weft.core.checks", "_unordered"},
        {"weft.core.checks", "_as_int"},
        {"weft.core.checks", "_as_float"},
    };
    Op *op = arena_alloc(inf->arena, sizeof *op);
    Pos *pos = arena_alloc(inf->program->arena, sizeof *pos);
    pos->file = inf->program->files[0];
    pos->function = "<module>";
    op->code = OP_DEL_GLOBAL; /* analysing it again does nothing */
    op->pos = pos;
    OpNode *node = arena_alloc(inf->arena, sizeof *node);
    *node = (OpNode){.node.kind = NODE_OP, .op = op, .body = infer_module(inf, intern(inf->names, "__main__"))->body};
    inf->root_node = node;
    ClassDef *base = class_find_builtin(inf, "BaseException");
    if (!base)
        return;
    Cell *exception = cell_new(inf, NULL);
    cell_add_con(inf, exception, &inst_plain(inf, base)->con, NULL, NULL);
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        FuncDef *func = core_function(inf, roots[i].module, roots[i].name);
        Actuals actuals = {.cells = (Cell *[]){exception, exception, exception, exception},
                           .count = func ? func->graph->params.count : 0};
        actuals.positional = actuals.count;
        if (func)
            infer_call(inf, node, ROLE_CALL, func, NULL, 0, &actuals);
    }
}

/* What later stages call in the collector. */
static void start_collector(Inference *inf) {
    Cell *word = cell_new(inf, NULL);
    cell_add_scalars(inf, word, S_INT, NULL, NULL);
    for (int i = 0; inf->program->collector && i < COLLECTOR_COUNT; i++) {
        FuncDef *func = core_function(inf, inf->program->collector, collector_call_text[i]);
        Actuals actuals = {.cells = (Cell *[]){word, word, word}, .count = func ? func->graph->params.count : 0};
        actuals.positional = actuals.count;
        if (func)
            infer_call(inf, inf->root_node, ROLE_CALL, func, NULL, 0, &actuals);
    }
}

static Inference *run_round(Program *program, Splits *splits, const InferOptions *options) {
    Inference *inf = round_new(program, splits, options);
    for (int i = 0; i < program->graph_count; i++)
        if (!program->graphs[i]->file->is_library)
            infer_number_classes(inf, program->graphs[i]);
    start_library(inf);
    ClassDef *base = class_find_builtin(inf, "BaseException");
    if (base)
        cell_add_con(inf, inf->raised, &inst_plain(inf, base)->con, NULL, NULL);
    infer_module_body(inf, intern(inf->names, "__main__"));
    start_roots(inf);
    start_collector(inf);
    infer_run(inf);
    infer_declared_bodies(inf);
    inf->shape_stamp++;
    return inf;
}

static void keep_diagnostics(Inference *inf) {
    DiagList *to = inf->program->diags;
    for (int i = 0; i < inf->diags->count; i++) {
        to->items = arena_grow(to->arena, to->items, to->count, &to->capacity, sizeof *to->items);
        to->items[to->count++] = inf->diags->items[i];
        to->error_count += !inf->diags->items[i]->is_warning;
    }
    inf->diags = to;
}

Inference *frontend_infer(Program *program, const InferOptions *options) {
    Splits *splits = arena_alloc(program->arena, sizeof *splits);
    Inference *inf = NULL;
    int rounds = 0, first_file = program->file_count, first_module = program->module_count;
    for (bool again = true; again && rounds < MAX_ROUNDS; rounds++) {
        if (inf)
            arena_free(inf->arena);
        inf = run_round(program, splits, options);
        again = note_mixed_tuples(inf, false) || infer_split_conflicts(inf) || note_mixed_tuples(inf, true);
    }
    tuple_modules_sort(program, first_file, first_module);
    bool is_sound = infer_report(inf) && !program->diags->error_count;
    infer_bound(inf);
    keep_diagnostics(inf);
    inf->stats = (InferStats){rounds, inf->body_count, inf->cell_count, splits->count};
    return is_sound ? inf : NULL;
}

InferStats inference_stats(const Inference *inference) {
    return inference->stats;
}

void inference_free(Inference *inference) {
    arena_free(inference->arena);
}

/* ---- weft check --types ------------------------------------------------------------------------------- */

static void print_body(Inference *inf, const Body *body, FILE *out) {
    const Graph *graph = body->graph;
    fprintf(out, "%s(", graph->name);
    for (int i = 0; i < graph->start->input_count; i++) {
        Value *input = graph->start->inputs[i];
        const char *text =
            body->cells[input->id] ? shape_text(inf, cell_shape(inf, body->cells[input->id])) : "nothing";
        fprintf(out, "%s%s: %s", i ? ", " : "",
                i < graph->params.count ? graph->params.names[i]
                : input->name           ? input->name
                                        : "_",
                text);
    }
    fprintf(out, ") -> %s\n", shape_text(inf, cell_shape(inf, body->result)));
}

static void print_slots(Inference *inf, const ClassInst *inst, FILE *out) {
    for (int i = 0; i < inst->slot_count; i++)
        if (!inst->slots[i].is_moved)
            fprintf(out, "%s.%s: %s\n", inst->def->full_name, inst->slots[i].name,
                    shape_text(inf, cell_shape(inf, inst->slots[i].cell)));
}

void inference_print_types(const Inference *inference, FILE *out) {
    Inference *inf = (Inference *)inference;
    for (int g = 0; g < inf->program->graph_count; g++)
        for (int i = 0; i < inf->body_count; i++) {
            Body *body = inf->body_list[i];
            if (body->graph == inf->program->graphs[g] && body->func &&
                !(body->graph->file && body->graph->file->is_library))
                print_body(inf, body, out);
        }
    for (int i = 0; i < inf->inst_count; i++)
        if (!inf->insts[i]->parent && !inf->insts[i]->def->is_library)
            print_slots(inf, inf->insts[i], out);
    for (int m = 0; m < inf->module_count; m++) {
        ModuleVars *vars = inf->module_list[m];
        if (!vars->module || vars->module->file->is_library)
            continue;
        for (int i = 0; i < vars->count; i++)
            fprintf(out, "%s.%s: %s\n", vars->module->name, vars->names[i],
                    shape_text(inf, cell_shape(inf, vars->cells[i])));
    }
}
