/* The GC transform: stage exc → gc. Allocation becomes explicit: raw memory by raw_malloc; gc objects by gc_alloc of a
 * native allocator, or by the graphs of a collector, which then also gets to know roots and stores. Classes get their
 * numbers, from which the backend makes type ids.
 */
#include "gctransform/weave.h"

#include <assert.h>

const GcInfo gc_info[GC_COUNT] = {
#define GC(code, text, module, moves, bumps, barrier, allocator, library, doc) \
    {text, module, moves, bumps, barrier, allocator, library, doc},
#include "gctransform/gc.def"
#undef GC
};

/* ---- native allocators ---- */

typedef struct Native {
    const char *allocator, *atomic_allocator, *unset_allocator; /* interned */
} Native;

bool is_gc_variable(const Value *value) {
    return !value->is_const && type_is_gc_ptr(value->type);
}

static void native_malloc(Program *program, const Native *native, Op *op) {
    bool is_variable = op->code != OP_MALLOC;
    uint32_t fixed = op->type->items_offset; /* see weft_alloc_boehm_unset */
    bool is_unset = op->code == OP_MALLOC_UNSET && fixed >= 16 && fixed <= 32;
    const char *atomic = is_unset ? native->unset_allocator : native->atomic_allocator;
    op->name = type_holds_pointers(op->type) ? native->allocator : atomic;
    op->code = is_variable ? OP_GC_ALLOC_VAR : OP_GC_ALLOC;
    if (is_variable)
        return;
    op->args = arena_alloc(program->arena, sizeof *op->args);
    op->args[0] = const_int(program, op->type->size);
    op->arg_count = 1;
}

static void native_collect(Program *program, Graph *graph, Op *op) {
    op->code = OP_CALL_NATIVE;
    op->name = intern(program->names, "gc_collect");
    op->result = value_new(graph, type_simple(program->types, TY_VOID), NULL);
}

static void native_graph(Program *program, const Native *native, Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            Op *op = graph->blocks[i]->ops[j];
            if (op_is_gc_malloc(op))
                native_malloc(program, native, op);
            else if (op->code == OP_COLLECT)
                native_collect(program, graph, op);
        }
}

static void weave_native(const Weave *weave) {
    Program *program = weave->program;
    const char *allocator = weave->info->allocator;
    Native native = {.allocator = intern(program->names, allocator)};
    native.atomic_allocator = intern(program->names, arena_printf(program->arena, "%s_atomic", allocator));
    native.unset_allocator = intern(program->names, arena_printf(program->arena, "%s_unset", allocator));
    for (int i = 0; i < program->graph_count; i++)
        native_graph(program, &native, program->graphs[i]);
}

/* ---- collectors in graphs ---- */

static bool weave_collector(Weave *weave) {
    Program *program = weave->program;
    if (!weave_find_collector(weave))
        return false;
    weave_layouts(weave);
    if (weave->calls[COLLECTOR_INCREF])
        weave_refcounts(weave);
    for (int i = 0; i < program->graph_count; i++)
        weave_allocation(weave, program->graphs[i]);
    if (weave->calls[COLLECTOR_INCREF])
        return true; /* counts need no roots */
    Arena *arena = arena_new();
    CollectTable table = collects_compute(arena, weave);
    for (int i = 0; i < program->graph_count; i++) {
        if (weave->info->has_barrier)
            weave_barriers(weave, &table, program->graphs[i]);
        weave_roots(weave, &table, program->graphs[i]);
    }
    arena_free(arena);
    return true;
}

/* ---- all ---- */

static void lay_out(const Op *op) {
    if (op_is_malloc(op) || op_is_stack_alloc(op))
        type_layout(op->type);
}

static void prepare_graph(const Weave *weave, Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) { /* blocks split off come later */
        Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            lay_out(block->ops[j]);
            if (op_is_malloc(block->ops[j]) && !op_is_gc_malloc(block->ops[j]))
                weave_raw_malloc(weave, block, j);
        }
    }
    graph_renumber(graph);
}

bool gc_transform(Program *program, GcKind kind, GcOptions options) {
    assert(program->stage == STAGE_EXC);
    Weave weave = {.program = program, .info = &gc_info[kind], .options = options};
    weave.watches_objects = program_watches_objects(program);
    weave.memory_error = program_find_graph(program, "weft.core.exceptions._raise_memory_error");
    for (int i = 0; i < program->graph_count; i++)
        prepare_graph(&weave, program->graphs[i]);
    if (!*weave.info->module)
        weave_native(&weave);
    else if (!weave_collector(&weave))
        return false;
    program_number_classes(program);
    program->stage = STAGE_GC;
    return true;
}
