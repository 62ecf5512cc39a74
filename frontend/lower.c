/* Lowering the whole program: from the entry, body by body; then the type records. */
#include "frontend/lower_internal.h"

static Shape *plain_shape(Lower *lower, const char *class_name) {
    ClassDef *def = class_find_builtin(lower->inf, class_name);
    return def ? single_con_shape(lower, &inst_plain(lower->inf, def)->con) : scalar_shape(lower, 0);
}

static void prepare(Lower *lower) {
    Program *program = lower->program;
    lower->none_shape = scalar_shape(lower, S_NONE);
    lower->empty_shape = scalar_shape(lower, 0);
    lower->bool_shape = scalar_shape(lower, S_BOOL);
    lower->int_shape = scalar_shape(lower, S_INT);
    lower->float_shape = scalar_shape(lower, S_FLOAT);
    lower->union_shape = scalar_shape(lower, S_UNION);
    lower->str_type = text_struct(lower, "str");
    lower->callable_type = type_struct(lower->types, intern(lower->inf->names, "callable"));
    type_set_fields(lower->types, lower->callable_type, FLAVOUR_GC, 0, NULL, NULL, 0);
    ClassDef *base = class_find_builtin(lower->inf, "BaseException");
    program->exception_base = inst_type(lower, inst_plain(lower->inf, base));
    lower->str_shape = plain_shape(lower, "str");
}

/* At the end: generators that wait where CPython would run more of them; finalizers. */
static void check_cleanup(Lower *lower) {
    if (lower->inf->has_finalizers)
        emit_call(lower, root_graph_in(lower, "weft.core.finalizers", "_finish_finalizers"), NULL, 0);
    if (lower->inf->has_cleanup)
        emit_call(lower, root_graph(lower, "_check_cleanup"), NULL, 0);
}

static void finish_normally(Lower *lower, Graph *graph, Block *body) {
    Block *end = block_new(graph);
    Value *zero = const_int(lower->program, 0);
    block_add_exit(body, CASE_NORMAL, 0, end, NULL, 0);
    lower->part = part_new(lower, end);
    check_cleanup(lower);
    emit_jump(lower, graph->return_block, &zero, 1);
}

/* The entry: () -> i64. Runs the builtins' and the main module's bodies; an uncaught exception is printed and gives the
 * status. */
static Graph *make_entry(Lower *lower) {
    Program *program = lower->program;
    Graph *graph = program_add_graph(program, intern(lower->inf->names, "<entry>"));
    graph->type = type_func(lower->types, ty(lower, TY_I64), NULL, 0);
    graph->params.count = -1;
    graph->pyname = "<entry>";
    graph->is_hidden = true;
    graph->file = program->files[0];
    Block *body = graph->start;
    Type *exception = type_ptr(lower->types, program->exception_base);
    block_add_input(graph->return_block, ty(lower, TY_I64), NULL);
    block_add_input(graph->except_block, exception, NULL);
    Body *main_body = infer_module(lower->inf, intern(lower->inf->names, "__main__"))->body;
    lower->graph = graph;
    lower->part = part_new(lower, body);
    lower->pos = lower->inf->root_node->op->pos;
    if (program->collector) {
        lower_import(lower, program->collector);
        emit_call(lower, root_graph_in(lower, program->collector, collector_call_text[COLLECTOR_START]), NULL, 0);
    }
    lower_import(lower, intern(lower->inf->names, "builtins"));
    Op *call = emit_op(lower, OP_CALL, ty(lower, TY_VOID), NULL, 0);
    call->graph = body_graph(lower, main_body);
    if (call->graph->type->item->kind != TY_VOID)
        call->result->type = call->graph->type->item;
    block_set_last_exception(body);
    finish_normally(lower, graph, body);
    Block *handler = block_new(graph);
    Value *caught = block_add_input(handler, exception, intern(lower->inf->names, "exception"));
    Link *link = block_add_exit(body, CASE_EXCEPTION, 0, handler, NULL, 0);
    link->exception = value_new(graph, exception, caught->name);
    link_add_arg(link, link->exception);
    lower->part = part_new(lower, handler);
    caught->note = lower->part;
    Value *status = emit_call(lower, root_graph(lower, "_print_uncaught"), &caught, 1);
    check_cleanup(lower);
    emit_jump(lower, graph->return_block, &status, 1);
    graph_renumber(graph);
    return graph;
}

static void keep_root(Lower *lower, Graph *graph, const char *module, const char *name) {
    if (!graph)
        return;
    graph->keep = true;
    program_rename_graph(lower->program, graph, arena_printf(lower->arena, "%s.%s", module, name));
}

/* Later stages find these by the names of their functions. */
static void keep_roots(Lower *lower) {
    static const char *const names[] = {"_exc_attach", "_exc_restore", "_raise_recursion_error", "_raise_memory_error"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        keep_root(lower, root_graph(lower, names[i]), "weft.core.exceptions", names[i]);
    const char *collector = lower->program->collector;
    for (int i = 0; collector && i < COLLECTOR_COUNT; i++)
        keep_root(lower, root_graph_in(lower, collector, collector_call_text[i]), collector, collector_call_text[i]);
}

static void run_pending(Lower *lower) {
    for (int i = 0; i < lower->pending_count; i++)
        lower_body(lower, lower->pending[i], lower->pending_graphs[i]);
}

/* The low-level program has none of the high-level graphs. */
static void drop_flow_graphs(Program *program, int count) {
    for (int i = 0; i < count; i++)
        *map_put(program->arena, &program->graph_names, (uint64_t)(uintptr_t)program->graphs[i]->name) = 0;
    program->graph_count = 0;
    program->graphs = NULL;
    program->graph_capacity = 0;
}

bool frontend_lower(Inference *inf) {
    Program *program = inf->program;
    Lower *lower = arena_alloc(program->arena, sizeof *lower);
    lower->inf = inf;
    lower->program = program;
    lower->arena = program->arena;
    lower->types = program->types;
    lower->diags = program->diags;
    drop_flow_graphs(program, program->graph_count);
    prepare(lower);
    Graph *entry = make_entry(lower);
    keep_roots(lower);
    run_pending(lower);
    lower_finish_finalizers(lower);
    lower_finish_records(lower);
    lower_finish_holds(lower);
    program->entry = entry;
    for (int i = 0; i < program->module_count; i++)
        program->modules[i]->body = NULL;
    program->stage = STAGE_LOW;
    if (program->diags->error_count)
        return false;
    program_drop_unreachable(program);
    program_number_classes(program);
    return true;
}
