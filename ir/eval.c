/* The evaluator's interface: sets the memory up, lays the prebuilt data out, runs, and reports. */
#include "ir/eval_internal.h"
#include "runtime/native/weft.h"

enum { DEFAULT_DEPTH = 3000 };

/* ---- prebuilt data ---- */

static uint64_t data_address(const Eval *eval, const Data *data) {
    const uint64_t *address = map_find(&eval->data, (uint64_t)(uintptr_t)data);
    return address ? *address : 0;
}

/* Its block, zeroed but for header and length. */
static void allocate_data(Eval *eval, const Data *data) {
    BlockInfo info = {BLOCK_DATA, SHADOW_INITIALISED, data->type, data->name, NULL};
    uint64_t address = eval_new_object(eval, data->type, data->length, &info);
    if (address)
        *map_put(eval->arena, &eval->data, (uint64_t)(uintptr_t)data) = address;
    else
        eval_broken(eval, NULL, "the data `%s` has an impossible length", data->name);
}

static void fill_place(Eval *eval, const Access *access, uint64_t address, const Const *value) {
    Cell cell = {0};
    eval_constant(eval, value, &cell);
    eval_store(eval, access, address, &cell);
}

static void fill_field(Eval *eval, const Data *data, const DataItem *item) {
    const Field *field = type_field(data->type, item->field);
    Access access = access_of(field->type, field->offset);
    fill_place(eval, &access, data_address(eval, data) + field->offset, &item->value);
}

/* Fills from item `at` of the variable part on; gives the number of items filled. */
static int64_t fill_items(Eval *eval, const Data *data, const DataItem *item, int64_t at) {
    Type *array = type_variable_part(data->type);
    Access access = access_of(array->item, data->type->items_offset);
    uint64_t address = data_address(eval, data) + access.offset + (uint64_t)at * access.size;
    if (item->value.kind != CONST_BYTES) {
        fill_place(eval, &access, address, &item->value);
        return 1;
    }
    memory_write(eval->memory, address, item->value.text, item->value.length);
    return item->value.length;
}

static void fill_data(Eval *eval, const Data *data) {
    int64_t filled = 0;
    for (int i = 0; i < data->item_count; i++) {
        if (data->items[i].field)
            fill_field(eval, data, &data->items[i]);
        else
            filled += fill_items(eval, data, &data->items[i], filled);
    }
    uint64_t address = data_address(eval, data);
    const MemoryBlock *block = memory_block(eval->memory, address);
    if (!data->is_mutable || data->is_unset)
        memory_mark(eval->memory, address, block->size, data->is_unset ? SHADOW_UNINITIALISED : SHADOW_CONSTANT);
}

static void lay_out_data(Eval *eval) {
    const Program *program = eval->program;
    for (int i = 0; i < program->data_count && !eval->is_stopped; i++)
        allocate_data(eval, program->data[i]);
    for (int i = 0; i < program->data_count && !eval->is_stopped; i++)
        fill_data(eval, program->data[i]);
}

/* ---- set-up and result ---- */

static void start(Eval *eval, Arena *arena, Program *program, const EvalOptions *options) {
    static const EvalOptions defaults = {0};
    options = options ? options : &defaults;
    *eval = (Eval){.arena = arena_new(), .result_arena = arena, .program = program, .options = options};
    eval->out = options->out ? options->out : stdout;
    eval->err = options->err ? options->err : stderr;
    eval->max_ops = options->max_ops ? options->max_ops : UINT64_MAX;
    eval->max_depth = options->max_depth ? options->max_depth : DEFAULT_DEPTH;
    eval->is_explicit = program->stage >= STAGE_EXC;
    eval->memory = memory_new();
    const char *message =
        program->stage < STAGE_LOW ? "high-level graphs cannot be executed" : program_verify(eval->arena, program);
    if (message)
        eval_broken(eval, NULL, "%s", message);
    else
        lay_out_data(eval);
    if (!eval->is_stopped && program->stage >= STAGE_GC)
        eval_start_roots(eval);
}

static EvalResult finish(Eval *eval) {
    weft_out_flush(ALL_STREAMS);
    fflush(eval->out);
    fflush(eval->err);
    EvalResult result = eval->result;
    memory_free(eval->memory);
    arena_free(eval->arena);
    return result;
}

static void run_graph(Eval *eval, Graph *graph, const Const *args, int arg_count) {
    if (graph->start->input_count != arg_count) {
        eval_broken(eval, NULL, "`%s` takes %d arguments, not %d", graph->name, graph->start->input_count, arg_count);
        return;
    }
    Cell *cells = arena_alloc(eval->arena, ((size_t)arg_count + 1) * sizeof *cells);
    for (int i = 0; i < arg_count; i++)
        if (!eval_constant(eval, &args[i], &cells[i]))
            eval_broken(eval, NULL, "argument %d of `%s` is no run-time constant", i, graph->name);
    if (!eval->is_stopped)
        eval_run(eval, eval_code(eval, graph), cells, arg_count);
}

static bool is_reportable(const Type *type) {
    return type->kind == TY_I64 || type->kind == TY_U64 || type->kind == TY_BOOL || type->kind == TY_F64 ||
           type->kind == TY_SCALAR || type->kind == TY_VOID;
}

EvalResult program_eval(Arena *arena, Program *program, const EvalOptions *options) {
    Eval eval;
    start(&eval, arena, program, options);
    if (!eval.is_stopped && !program->entry)
        eval_broken(&eval, NULL, "the program has no entry");
    if (!eval.is_stopped)
        run_graph(&eval, program->entry, NULL, 0);
    if (eval.has_returned)
        eval.result.status = (int)(eval.returned.i & 255);
    return finish(&eval);
}

EvalResult graph_eval(Arena *arena, Graph *graph, const Const *args, int arg_count, const EvalOptions *options,
                      Const *value) {
    Eval eval;
    start(&eval, arena, graph->program, options);
    if (!eval.is_stopped)
        run_graph(&eval, graph, args, arg_count);
    const Block *end = graph->return_block;
    if (value && eval.has_returned && end->input_count == 1 && is_reportable(end->inputs[0]->type))
        *value = cell_to_const(end->inputs[0]->type->kind, &eval.returned);
    return finish(&eval);
}
