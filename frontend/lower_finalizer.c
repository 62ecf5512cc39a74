/* Objects with a __del__: they are registered when they are made. For each type of them there is a graph that takes the
 * next dead object and calls its method; `weft.finalize_one` chooses among these by the type. When that happens is the
 * library's business (runtime/core/finalizers.py).
 */
#include "frontend/lower_internal.h"

static Graph *finalizer_graph(Lower *lower, Typed object) {
    Type *type = con_type(lower, &object.shape->cons[0]);
    Graph *graph = map_get_ptr(&lower->finalizers, type);
    if (graph)
        return graph;
    graph = declare_graph(lower, arena_printf(lower->arena, "__del__ of %s", type->name), NULL, 0, ty(lower, TY_VOID));
    map_set_ptr(lower->arena, &lower->finalizers, type, graph);
    graph->pyname = "__del__";
    graph->file = lower->graph->file;
    graph->is_hidden = true;
    Saved saved = enter_graph(lower, graph);
    Value *dead = emit(lower, OP_FINALIZER_TAKE, type_ptr(lower->types, type), NULL, NULL, NULL);
    call_method(lower, ROLE_DEL, typed(dead, object.shape), "__del__", NULL, 0, lower->none_shape);
    Value *result = const_void(lower->program);
    emit_jump(lower, graph->return_block, &result, 1);
    leave_graph(lower, saved);
    graph_renumber(graph);
    return graph;
}

Value *emit_instance(Lower *lower, Shape *shape) {
    Type *type = con_type(lower, &shape->cons[0]);
    ClassDef *def = shape->cons[0].def;
    if (!class_method(lower->inf, def, "__del__"))
        return emit_malloc(lower, type);
    emit_call(lower, root_graph_in(lower, "weft.core.finalizers", "_run_finalizers"), NULL, 0);
    Value *object = emit_malloc(lower, type);
    emit(lower, OP_FINALIZER_REGISTER, NULL, object, NULL, NULL);
    finalizer_graph(lower, typed(object, shape));
    return object;
}

/* ---- the choice ---- */

static Graph *choice(Lower *lower) {
    const char *name = intern(lower->inf->names, "weft.finalize_one");
    Graph *graph = program_find_graph(lower->program, name);
    if (graph)
        return graph;
    graph = declare_graph(lower, name, NULL, 0, ty(lower, TY_BOOL));
    graph->pyname = graph->name;
    graph->file = lower->graph->file;
    graph->is_hidden = true;
    return graph;
}

Typed lower_finalize_one(Lower *lower) {
    return typed(emit_call(lower, choice(lower), NULL, 0), lower->bool_shape);
}

static Value *is_of_type(Lower *lower, Value *next, Type *type) {
    Op *header = emit_op(lower, OP_TYPE_HEADER, ty(lower, TY_I64), NULL, 0);
    header->type = type;
    Value *mask = const_int(lower->program, 0xffffffff);
    Value *id = emit(lower, OP_INT_AND, ty(lower, TY_I64), header->result, mask, NULL);
    return emit(lower, OP_INT_EQ, ty(lower, TY_BOOL), next, id, NULL);
}

/* Among the types from that one on: whether there was something to finalise. */
static Value *finalize(Lower *lower, Value *next, int first) {
    Graph *finalizer = NULL;
    while (first < lower->types->count && !(finalizer = map_get_ptr(&lower->finalizers, lower->types->all[first])))
        first++;
    if (!finalizer)
        return const_bool(lower->program, false);
    Branch branch = emit_branch(lower, is_of_type(lower, next, lower->types->all[first]));
    branch_then(lower, &branch);
    emit_call(lower, finalizer, NULL, 0);
    branch_else(lower, &branch, const_bool(lower->program, true));
    return branch_join(lower, &branch, finalize(lower, next, first + 1), ty(lower, TY_BOOL));
}

void lower_finish_finalizers(Lower *lower) {
    Graph *graph = choice(lower);
    Saved saved = enter_graph(lower, graph);
    lower->pos = lower->inf->root_node->op->pos;
    Value *result = const_bool(lower->program, false);
    if (lower->inf->has_finalizers)
        result = finalize(lower, emit(lower, OP_FINALIZER_NEXT, ty(lower, TY_I64), NULL, NULL, NULL), 0);
    emit_jump(lower, graph->return_block, &result, 1);
    leave_graph(lower, saved);
    graph_renumber(graph);
}
