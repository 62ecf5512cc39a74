/* Functions: their graphs, parameters and bodies; lambdas; decorators. */
#include "frontend/flow_internal.h"

#include <string.h>

/* ---- graphs ---- */

/* A second graph of the same name gets #2, and so on. */
static const char *unique_name(FlowModule *module, const char *name) {
    Flow *flow = module->flow;
    name = intern(flow->program->names, name);
    for (;;) {
        uint64_t count = ++*map_put(flow->arena, &flow->name_counts, (uint64_t)(uintptr_t)name);
        const char *unique = count == 1 ? name : arena_printf(flow->arena, "%s#%d", name, (int)count);
        if (!program_find_graph(flow->program, unique))
            return unique;
    }
}

SourceFile *flow_file_of(const FlowModule *module, const Scope *scope) {
    for (; scope; scope = scope->parent) {
        SourceFile *file = map_get_ptr(&module->generated, scope->node);
        if (file)
            return file;
    }
    return module->source->file;
}

Graph *flow_new_graph(FlowModule *module, const Scope *scope, const char *name) {
    Program *program = module->flow->program;
    const char *full = arena_printf(program->arena, "%s.%s", module->module->name, name);
    Graph *graph = program_add_graph(program, unique_name(module, full));
    graph->pyname = scope->name;
    graph->file = flow_file_of(module, scope);
    graph->is_hidden = module->source->is_library || graph->file->is_library;
    graph->is_wrapping = module->module->is_wrapping;
    graph->is_system = module->module->is_system;
    graph->is_generator = scope->is_generator;
    block_add_input(graph->return_block, module->flow->py, "result");
    block_add_input(graph->except_block, module->flow->py, "exception");
    return graph;
}

static void postpone(FlowModule *module, Graph *graph, Scope *scope) {
    LateBody *late = arena_alloc(module->flow->arena, sizeof *late);
    *late = (LateBody){.module = module, .graph = graph, .scope = scope};
    graph->late = late;
}

static void add_param(Builder *b, Params *params, int *at, const Ast *param) {
    params->names[*at] = scope_mangle(b->module->scopes, b->scope, param->name);
    params->annotations[(*at)++] = flow_source(b, param->a);
}

static int param_count(const Params *params) {
    return params->count + params->keyword_only + params->has_varargs + params->has_kwargs;
}

static void fill_params(Builder *b, Params *params, const Ast *arguments) {
    params->count = arguments->list.count;
    params->positional_only = (int)arguments->integer;
    params->keyword_only = arguments->list2.count;
    params->has_varargs = arguments->a != NULL;
    params->has_kwargs = arguments->b != NULL;
    params->names = arena_alloc(b->program->arena, (size_t)param_count(params) * sizeof(char *));
    params->annotations = arena_alloc(b->program->arena, (size_t)param_count(params) * sizeof(char *));
    int at = 0;
    for (int i = 0; i < arguments->list.count; i++)
        add_param(b, params, &at, arguments->list.items[i]);
    for (int i = 0; i < arguments->list2.count; i++)
        add_param(b, params, &at, arguments->list2.items[i]);
    if (arguments->a)
        add_param(b, params, &at, arguments->a);
    if (arguments->b)
        add_param(b, params, &at, arguments->b);
}

static void generator_params(Builder *b, Params *params) {
    params->count = 1;
    params->names = arena_alloc(b->program->arena, sizeof(char *));
    params->names[0] = flow_intern(b, ".0");
    params->annotations = arena_alloc(b->program->arena, sizeof(char *));
}

/* The graph of a nested function; the same for each copy of a finally part. */
static Graph *graph_of(Builder *b, const Ast *node, const Ast *arguments, const Pos *pos) {
    Graph *graph = map_get_ptr(&b->module->graphs, node);
    if (graph)
        return graph;
    Scope *scope = scope_of(b->module->scopes, node);
    graph = flow_new_graph(b->module, scope, scope->qualname);
    graph->pos = pos;
    graph->params.count = 0;
    graph->params.cell_count = scope->free_count;
    if (arguments)
        fill_params(b, &graph->params, arguments);
    else
        generator_params(b, &graph->params);
    if (node->kind == AST_FUNCTION_DEF) {
        graph->params.returns = flow_source(b, node->b);
        graph->params.returns_pos = node->b ? flow_pos(b, node->b) : NULL;
        flow_describe(b, node, graph);
    }
    map_set_ptr(b->program->arena, &b->module->graphs, node, graph);
    postpone(b->module, graph, scope);
    return graph;
}

/* ---- function objects ---- */

static int count_defaults(const AstList *params) {
    int count = 0;
    for (int i = 0; i < params->count; i++)
        count += params->items[i]->b != NULL;
    return count;
}

static int add_defaults(Builder *b, const AstList *params, Value **args, int at) {
    for (int i = 0; i < params->count; i++)
        if (params->items[i]->b)
            args[at++] = flow_expr(b, params->items[i]->b);
    return at;
}

static const char **default_names(Builder *b, const AstList *params, int count) {
    const char **names = arena_alloc(b->program->arena, (size_t)count * sizeof *names);
    int at = 0;
    for (int i = 0; i < params->count; i++)
        if (params->items[i]->b)
            names[at++] = scope_mangle(b->module->scopes, b->scope, params->items[i]->name);
    return names;
}

Value *flow_make_function(Builder *b, const Ast *node, const Ast *arguments, const Pos *pos) {
    const Scope *scope = scope_of(b->module->scopes, node);
    int positional = arguments ? count_defaults(&arguments->list) : 0;
    int named = arguments ? count_defaults(&arguments->list2) : 0, at = 0;
    Value **args = arena_alloc(b->scratch, (size_t)(positional + named + scope->free_count) * sizeof *args);
    if (arguments) {
        at = add_defaults(b, &arguments->list, args, at);
        at = add_defaults(b, &arguments->list2, args, at);
    }
    if (node->kind == AST_FUNCTION_DEF)
        flow_evaluate_signature(b, node);
    for (int i = 0; i < scope->free_count; i++)
        args[at++] = flow_cell(b, scope->free[i]);
    Op *op = flow_emit(b, OP_MAKE_FUNCTION, pos, args, at);
    op->graph = graph_of(b, node, arguments, pos);
    if (node->kind == AST_FUNCTION_DEF && b->scope->kind != SCOPE_CLASS)
        op->graph->has_attributes = scope_find(b->module->scopes, b->scope, node->name)->has_attributes;
    op->integer = positional;
    op->names = named ? default_names(b, &arguments->list2, named) : NULL;
    op->name_count = named;
    return op->result;
}

Value *flow_lambda(Builder *b, const Ast *node) {
    return flow_make_function(b, node, node->a, flow_pos(b, node));
}

Value **flow_decorators(Builder *b, const AstList *decorators) {
    Value **values = arena_alloc(b->scratch, (size_t)decorators->count * sizeof *values);
    for (int i = 0; i < decorators->count; i++)
        values[i] = flow_expr(b, decorators->items[i]);
    return values;
}

Value *flow_decorate(Builder *b, const AstList *decorators, Value *const *values, Value *value) {
    for (int i = decorators->count; i--;)
        value = flow_call(b, flow_pos(b, decorators->items[i]), values[i], &value, 1);
    return value;
}

static bool extends_property(const Ast *decorator) {
    return decorator->kind == AST_ATTRIBUTE &&
           (!strcmp(decorator->name, "setter") || !strcmp(decorator->name, "deleter"));
}

/* @x.setter above other decorators: what they make is kept by the class, under a name that no program has. */
static Value *decorate_function(Builder *b, const Ast *node, Value *const *values, Value *function) {
    const AstList *decorators = &node->list2;
    const Ast *first = decorators->count > 1 ? decorators->items[0] : NULL;
    if (!first || b->scope->kind != SCOPE_CLASS || !extends_property(first))
        return flow_decorate(b, decorators, values, function);
    AstList inner = {.items = decorators->items + 1, .count = decorators->count - 1};
    Value *made = flow_decorate(b, &inner, values + 1, function);
    const char *name = flow_intern(b, arena_printf(b->scratch, "%s.%s", node->name, first->name));
    flow_named(b, OP_CLASS_SET, flow_pos(b, node), name, (Value *[]){b->class_value, made}, 2);
    return flow_call(b, flow_pos(b, first), values[0], &made, 1);
}

void flow_function(Builder *b, const Ast *node) {
    if (node->flag) {
        flow_unsupported(b, "U0101", node, "`async def`", "there is no event loop at run time",
                         "use generators or threads");
        return;
    }
    Value **decorators = flow_decorators(b, &node->list2);
    const Pos *pos = flow_pos(b, node);
    Value *function = flow_make_function(b, node, node->a, pos);
    function = decorate_function(b, node, decorators, function);
    flow_write_name(b, pos, node->name, function);
}

/* ---- bodies ---- */

static void add_inputs(Builder *b) {
    const Params *params = &b->graph->params;
    int count = params->count < 0 ? 0 : param_count(params);
    Value *input = NULL;
    for (int i = 0; i < count; i++) {
        input = ssi_add_input(b, b->graph->start, params->names[i]);
        const Symbol *symbol = map_get_ptr(&b->owner->symbols, params->names[i]);
        if (symbol)
            ssi_write(b, 2 * (uint32_t)symbol->slot, input);
        if (symbol)
            flow_set_variable(b, b->graph->pos, symbol->slot, input);
        if (symbol && b->needs_flag[symbol->slot])
            ssi_write(b, 2 * (uint32_t)symbol->slot + 1, b->flow->yes);
    }
    for (int i = 0; i < b->owner->free_count; i++) {
        const Symbol *definer = b->owner->free[i];
        Value *cell = ssi_add_input(b, b->graph->start, definer->name);
        ssi_write(b, 2 * (uint32_t)scope_slot(b->owner, definer), cell);
    }
    if (params->has_kwargs)
        flow_keywords_param(b, input);
}

/* At the start every flagged variable is unbound. */
static void clear_flags(Builder *b) {
    for (int i = 0; i < b->owner->slot_count; i++)
        if (b->needs_flag[i])
            ssi_write(b, 2 * (uint32_t)i + 1, b->flow->no);
}

static void build_body(Builder *b, const Ast *node) {
    Value *result = b->flow->none;
    if (node->kind == AST_LAMBDA)
        result = flow_expr(b, node->b);
    else if (node->kind == AST_GENERATOR)
        flow_generator_body(b, node);
    else
        flow_statements(b, &node->list);
    flow_end_variables(b, b->graph->pos);
    ssi_jump_with(b, b->graph->return_block, result);
}

/* What the program asks of the library for all its run. */
static void begin_program(Builder *b, const Scope *scope) {
    if (b->flow->reads_stop_value && scope->kind == SCOPE_MODULE && !strcmp(b->module->source->name, "__main__"))
        flow_call(b, b->graph->pos, flow_builtin(b, b->graph->pos, "_keep_stop_values"), NULL, 0);
}

void flow_build_graph(FlowModule *module, Graph *graph, Scope *scope) {
    Builder b = {.flow = module->flow,
                 .module = module,
                 .program = module->flow->program,
                 .graph = graph,
                 .file = graph->file,
                 .scratch = arena_new(),
                 .scope = scope,
                 .owner = scope,
                 .function = graph->pyname,
                 .last_debtor = -1};
    ssi_begin(&b);
    flow_mark_unbound(&b, scope->node);
    clear_flags(&b);
    add_inputs(&b);
    flow_note_params(&b, scope->node);
    flow_make_cells(&b, scope, graph->pos);
    begin_program(&b, scope);
    flow_poll(&b, graph->pos);
    build_body(&b, scope->node);
    ssi_finish(&b);
    graph_renumber(graph);
    arena_free(b.scratch);
}

/* The library's functions have not been parsed either. */
static void parse_late(FlowModule *module, Scope *scope) {
    Ast *node = (Ast *)scope->node;
    Program *program = module->flow->program;
    if (node->kind == AST_FUNCTION_DEF && node->integer &&
        ast_parse_body(module->flow->arena, program->names, module->source->file, program->diags, node))
        scope_complete(module->scopes, scope);
}

void flow_complete(Graph *graph) {
    LateBody *late = graph->late;
    if (!late)
        return;
    graph->late = NULL;
    parse_late(late->module, late->scope);
    flow_build_graph(late->module, graph, late->scope);
}
