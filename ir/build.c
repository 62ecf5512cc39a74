/* Making programs: files, modules, graphs and data; blocks, values, ops and exits. */
#include "ir/ir.h"

#include <assert.h>
#include <string.h>

/* ---- program ---- */

Program *program_new(Arena *arena) {
    Program *program = arena_alloc(arena, sizeof *program);
    program->arena = arena;
    program->names = interner_new(arena);
    program->types = type_table_new(arena, program->names);
    program->diags = arena_alloc(arena, sizeof *program->diags);
    program->diags->arena = arena;
    return program;
}

SourceFile *program_add_file(Program *program, const char *path, const char *module, const char *text, size_t length) {
    SourceFile *file = arena_alloc(program->arena, sizeof *file);
    file->path = intern(program->names, path);
    file->module = module ? intern(program->names, module) : NULL;
    file->text = text;
    file->length = length;
    program->files = arena_grow(program->arena, program->files, program->file_count, &program->file_capacity,
                                sizeof *program->files);
    program->files[program->file_count++] = file;
    return file;
}

SourceFile *program_find_file(const Program *program, const char *path) {
    for (int i = 0; i < program->file_count; i++)
        if (!strcmp(program->files[i]->path, path))
            return program->files[i];
    return NULL;
}

Module *program_add_module(Program *program, const char *name, SourceFile *file) {
    Module *module = arena_alloc(program->arena, sizeof *module);
    module->name = intern(program->names, name);
    module->file = file;
    program->modules = arena_grow(program->arena, program->modules, program->module_count, &program->module_capacity,
                                  sizeof *program->modules);
    program->modules[program->module_count++] = module;
    return module;
}

Module *program_find_module(const Program *program, const char *name) {
    for (int i = 0; i < program->module_count; i++)
        if (!strcmp(program->modules[i]->name, name))
            return program->modules[i];
    return NULL;
}

Graph *program_add_graph(Program *program, const char *name) {
    Graph *graph = arena_alloc(program->arena, sizeof *graph);
    graph->program = program;
    graph->name = intern(program->names, name);
    graph->pyname = graph->name;
    graph->params.count = -1;
    graph->index = (uint32_t)program->graph_count;
    assert(!map_get_ptr(&program->graph_names, graph->name));
    map_set_ptr(program->arena, &program->graph_names, graph->name, graph);
    program->graphs = arena_grow(program->arena, program->graphs, program->graph_count, &program->graph_capacity,
                                 sizeof *program->graphs);
    program->graphs[program->graph_count++] = graph;
    graph->start = block_new(graph);
    graph->return_block = block_new(graph);
    graph->except_block = block_new(graph);
    return graph;
}

Graph *program_find_graph(const Program *program, const char *name) {
    return map_get_ptr(&program->graph_names, intern(program->names, name));
}

void program_rename_graph(Program *program, Graph *graph, const char *name) {
    *map_put(program->arena, &program->graph_names, (uint64_t)(uintptr_t)graph->name) = 0;
    graph->name = intern(program->names, name);
    map_set_ptr(program->arena, &program->graph_names, graph->name, graph);
}

Data *program_add_data(Program *program, const char *name, Type *type, int64_t length) {
    Data *data = arena_alloc(program->arena, sizeof *data);
    data->name = intern(program->names, name);
    data->type = type;
    data->length = length;
    data->index = (uint32_t)program->data_count;
    assert(!map_get_ptr(&program->data_names, data->name));
    map_set_ptr(program->arena, &program->data_names, data->name, data);
    program->data =
        arena_grow(program->arena, program->data, program->data_count, &program->data_capacity, sizeof *program->data);
    program->data[program->data_count++] = data;
    return data;
}

Data *program_find_data(const Program *program, const char *name) {
    return map_get_ptr(&program->data_names, intern(program->names, name));
}

Data *program_find_layout(const Program *program, const Type *type) {
    Arena *scratch = arena_new();
    const char *name = arena_printf(scratch, "weft.gc.layout.%s", type_text(scratch, type));
    Data *layout = program_find_data(program, intern(program->names, name));
    arena_free(scratch);
    return layout;
}

void data_set(Program *program, Data *data, const char *field, Const value) {
    const char *name = field ? intern(program->names, field) : NULL;
    data->items = arena_grow(program->arena, data->items, data->item_count, &data->item_capacity, sizeof *data->items);
    data->items[data->item_count++] = (DataItem){name, value};
}

/* ---- values ---- */

Value *value_new(Graph *graph, Type *type, const char *name) {
    Value *value = arena_alloc(graph->program->arena, sizeof *value);
    value->type = type;
    value->name = name;
    value->id = graph->value_count++;
    return value;
}

Value *const_new(Program *program, Type *type, Const constant) {
    Value *value = arena_alloc(program->arena, sizeof *value);
    *value = (Value){.type = type, .is_const = true, .constant = constant};
    return value;
}

Value *const_int(Program *program, int64_t value) {
    return const_new(program, type_simple(program->types, TY_I64), (Const){.kind = CONST_INT, .integer = value});
}

Value *const_bool(Program *program, bool value) {
    return const_new(program, type_simple(program->types, TY_BOOL), (Const){.kind = CONST_BOOL, .boolean = value});
}

Value *const_float(Program *program, double value) {
    return const_new(program, type_simple(program->types, TY_F64), (Const){.kind = CONST_FLOAT, .number = value});
}

Value *const_void(Program *program) {
    return const_new(program, type_simple(program->types, TY_VOID), (Const){.kind = CONST_NONE});
}

Value *const_null(Program *program, Type *ptr) {
    return const_new(program, ptr, (Const){.kind = CONST_NULL});
}

Value *const_data(Program *program, Data *data) {
    return const_new(program, type_ptr(program->types, data->type), (Const){.kind = CONST_DATA, .data = data});
}

Value *const_graph(Program *program, Graph *graph) {
    return const_new(program, type_ptr(program->types, graph->type), (Const){.kind = CONST_GRAPH, .graph = graph});
}

static bool same_text(const Const *a, const Const *b) {
    return a->length == b->length && (!a->length || !memcmp(a->text, b->text, a->length));
}

bool const_equal(const Const *a, const Const *b) {
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case CONST_BOOL:
        return a->boolean == b->boolean;
    case CONST_INT:
        return a->integer == b->integer;
    case CONST_FLOAT: /* by bits: -0.0 differs from 0.0, a NaN equals itself */
    case CONST_COMPLEX:
        return !memcmp(&a->number, &b->number, sizeof a->number);
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
        return same_text(a, b);
    case CONST_DATA:
        return a->data == b->data;
    case CONST_GRAPH:
        return a->graph == b->graph;
    case CONST_SCALAR:
        if (a->tag != b->tag)
            return false;
        return a->tag == SCALAR_NONE || (a->tag == SCALAR_BOOL ? a->boolean == b->boolean : a->integer == b->integer);
    case CONST_NONE:
    case CONST_ELLIPSIS:
    case CONST_NULL:
    case CONST_UNDEFINED:
        return true;
    }
    return false;
}

/* ---- blocks ---- */

Block *block_new(Graph *graph) {
    Arena *arena = graph->program->arena;
    Block *block = arena_alloc(arena, sizeof *block);
    block->graph = graph;
    block->id = (uint32_t)graph->block_count;
    graph->blocks = arena_grow(arena, graph->blocks, graph->block_count, &graph->block_capacity, sizeof *graph->blocks);
    graph->blocks[graph->block_count++] = block;
    return block;
}

Value *block_add_input(Block *block, Type *type, const char *name) {
    Value *value = value_new(block->graph, type, name);
    block->inputs = arena_grow(block->graph->program->arena, block->inputs, block->input_count, &block->input_capacity,
                               sizeof *block->inputs);
    block->inputs[block->input_count++] = value;
    return value;
}

static Value **copy_values(Arena *arena, Value *const *values, int count) {
    Value **copy = arena_alloc(arena, (size_t)count * sizeof *copy);
    if (count)
        memcpy(copy, values, (size_t)count * sizeof *copy);
    return copy;
}

bool graph_runs_once(const Graph *graph) {
    return graph == graph->program->entry ||
           (graph->pyname && (!strcmp(graph->pyname, "<module>") || !strcmp(graph->pyname, "<import>")));
}

static bool makes_weak_references(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int k = 0; k < graph->blocks[i]->op_count; k++)
            if (graph->blocks[i]->ops[k]->code == OP_WEAK_NEW)
                return true;
    return false;
}

bool program_watches_objects(const Program *program) {
    for (int i = 0; i < program->graph_count; i++)
        if (makes_weak_references(program->graphs[i]))
            return true;
    return types_have_finalizers(program->types);
}

const Pos *graph_pos(const Graph *graph) {
    if (graph->pos)
        return graph->pos;
    Pos *pos = arena_alloc(graph->program->arena, sizeof *pos);
    *pos = (Pos){.file = graph->file, .function = graph->pyname};
    return pos;
}

Op *op_new(Graph *graph, OpCode code, const Pos *pos, Type *result_type, Value *const *args, int arg_count) {
    Arena *arena = graph->program->arena;
    Op *op = arena_alloc(arena, sizeof *op);
    op->code = code;
    op->pos = pos;
    op->args = copy_values(arena, args, arg_count);
    op->arg_count = arg_count;
    if (result_type)
        op->result = value_new(graph, result_type, NULL);
    return op;
}

void block_insert(Block *block, int at, Op *op) {
    assert(at >= 0 && at <= block->op_count);
    block->ops =
        arena_grow(block->graph->program->arena, block->ops, block->op_count, &block->op_capacity, sizeof *block->ops);
    memmove(block->ops + at + 1, block->ops + at, (size_t)(block->op_count - at) * sizeof *block->ops);
    block->ops[at] = op;
    block->op_count++;
}

bool op_is_malloc(const Op *op) {
    return op->code == OP_MALLOC || op->code == OP_MALLOC_VAR || op->code == OP_MALLOC_UNSET;
}

bool op_is_gc_malloc(const Op *op) {
    return op_is_malloc(op) && op->type && op->type->flavour == FLAVOUR_GC;
}

bool op_is_stack_alloc(const Op *op) {
    return op->code == OP_STACK_ALLOC || op->code == OP_STACK_ALLOC_VAR || op->code == OP_STACK_ALLOC_UNSET;
}

void block_append(Block *block, Op *op) {
    block_insert(block, block->op_count, op);
}

Link *block_add_exit(Block *block, CaseKind kind, int64_t integer, Block *target, Value *const *args, int arg_count) {
    Arena *arena = block->graph->program->arena;
    Link *link = arena_alloc(arena, sizeof *link);
    link->source = block;
    link->target = target;
    link->kind = kind;
    link->integer = integer;
    link->args = copy_values(arena, args, arg_count);
    link->arg_count = link->arg_capacity = arg_count;
    block->exits = arena_grow(arena, block->exits, block->exit_count, &block->exit_capacity, sizeof *block->exits);
    block->exits[block->exit_count++] = link;
    return link;
}

Link *block_jump(Block *block, Block *target, Value *const *args, int arg_count) {
    return block_add_exit(block, CASE_NONE, 0, target, args, arg_count);
}

void block_set_switch(Block *block, Value *value) {
    block->switch_kind = SWITCH_VALUE;
    block->switch_value = value;
}

void block_set_last_exception(Block *block) {
    block->switch_kind = SWITCH_EXCEPTION;
    block->switch_value = NULL;
}

void link_add_arg(Link *link, Value *value) {
    link->args = arena_grow(link->source->graph->program->arena, link->args, link->arg_count, &link->arg_capacity,
                            sizeof *link->args);
    link->args[link->arg_count++] = value;
}
