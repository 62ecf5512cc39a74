/* What the whole program reaches: dropping the rest, and numbering its classes. */
#include "ir/ir.h"

#include <string.h>

/* A slot of type records: nobody calls the functions in it unless somebody reads it. */
typedef struct Slot {
    bool is_read;
    Graph **waiting; /* until then */
    int count, capacity;
} Slot;

typedef struct Reach {
    Arena *scratch;
    bool *graph_seen, *data_seen, *type_seen; /* by index */
    Graph **graphs;
    int graph_count, graph_capacity;
    Data **data;
    int data_count, data_capacity;
    Map slots; /* name -> Slot */
} Reach;

static void reach_graph(Reach *reach, Graph *graph) {
    if (!graph || reach->graph_seen[graph->index])
        return;
    reach->graph_seen[graph->index] = true;
    reach->graphs =
        arena_grow(reach->scratch, reach->graphs, reach->graph_count, &reach->graph_capacity, sizeof *reach->graphs);
    reach->graphs[reach->graph_count++] = graph;
}

static void reach_data(Reach *reach, Data *data) {
    if (!data || reach->data_seen[data->index])
        return;
    reach->data_seen[data->index] = true;
    reach->data =
        arena_grow(reach->scratch, reach->data, reach->data_count, &reach->data_capacity, sizeof *reach->data);
    reach->data[reach->data_count++] = data;
}

/* Objects of this type exist: its class's record is needed. */
static void reach_type(Reach *reach, const Type *type) {
    if (!type || reach->type_seen[type->index])
        return;
    reach->type_seen[type->index] = true;
    reach_data(reach, type->vtable_data);
}

static void reach_const(Reach *reach, const Const *constant) {
    if (constant->kind == CONST_DATA)
        reach_data(reach, constant->data);
    else if (constant->kind == CONST_GRAPH)
        reach_graph(reach, constant->graph);
}

static void reach_values(Reach *reach, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        if (values[i]->is_const)
            reach_const(reach, &values[i]->constant);
}

static Slot *slot_of(Reach *reach, const char *name) {
    Slot *slot = map_get_ptr(&reach->slots, name);
    if (!slot) {
        slot = arena_alloc(reach->scratch, sizeof *slot);
        map_set_ptr(reach->scratch, &reach->slots, name, slot);
    }
    return slot;
}

static bool is_record(const Type *type) {
    return type->kind == TY_STRUCT && type->hints & HINT_VTABLE;
}

static void read_slot(Reach *reach, const char *name) {
    Slot *slot = slot_of(reach, name);
    slot->is_read = true;
    while (slot->count)
        reach_graph(reach, slot->waiting[--slot->count]);
}

static void fill_slot(Reach *reach, const char *name, Graph *graph) {
    Slot *slot = slot_of(reach, name);
    if (slot->is_read) {
        reach_graph(reach, graph);
        return;
    }
    slot->waiting = arena_grow(reach->scratch, slot->waiting, slot->count, &slot->capacity, sizeof *slot->waiting);
    slot->waiting[slot->count++] = graph;
}

static void scan_op(Reach *reach, const Op *op) {
    if (op->code == OP_GETFIELD && is_record(op->args[0]->type->item))
        read_slot(reach, op->name);
    reach_values(reach, op->args, op->arg_count);
    reach_graph(reach, op->graph);
    reach_type(reach, op->type);
}

static void scan_block(Reach *reach, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        scan_op(reach, block->ops[i]);
    if (block->switch_value)
        reach_values(reach, &block->switch_value, 1);
    for (int i = 0; i < block->exit_count; i++)
        reach_values(reach, block->exits[i]->args, block->exits[i]->arg_count);
}

static void scan_graph(Reach *reach, Graph *graph) {
    graph_renumber(graph);                  /* so that what only unreachable blocks mention is not kept */
    if (graph->is_generator && graph->type) /* it will allocate what it gives */
        reach_type(reach, graph->type->item->item);
    for (int i = 0; i < graph->block_count; i++)
        scan_block(reach, graph->blocks[i]);
}

static void scan_data(Reach *reach, const Data *data) {
    reach_type(reach, data->type);
    for (int i = 0; i < data->item_count; i++) {
        const DataItem *item = &data->items[i];
        if (item->value.kind == CONST_GRAPH && item->field && is_record(data->type))
            fill_slot(reach, item->field, item->value.graph);
        else
            reach_const(reach, &item->value);
    }
}

static void reach_all(Reach *reach, const Program *program) {
    reach_graph(reach, program->entry);
    for (int i = 0; i < program->module_count; i++)
        reach_graph(reach, program->modules[i]->body);
    for (int i = 0; i < program->graph_count; i++)
        if (program->graphs[i]->keep)
            reach_graph(reach, program->graphs[i]);
    int graphs_done = 0, data_done = 0;
    while (graphs_done < reach->graph_count || data_done < reach->data_count) {
        if (graphs_done < reach->graph_count)
            scan_graph(reach, reach->graphs[graphs_done++]);
        else
            scan_data(reach, reach->data[data_done++]);
    }
}

/* What an indirect call could reach is reached through a constant, too: a target that is not (a class never
 * instantiated) goes. */
static void prune_targets(const Reach *reach, Op *op) {
    int kept = 0;
    for (int i = 0; i < op->graph_count; i++)
        if (reach->graph_seen[op->graphs[i]->index])
            op->graphs[kept++] = op->graphs[i];
    op->graph_count = kept;
}

static void prune_graph(const Reach *reach, const Graph *graph) {
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->op_count; i++)
            prune_targets(reach, graph->blocks[b]->ops[i]);
}

/* The order of what stays is unchanged. */
static void drop_graphs(Program *program, const Reach *reach) {
    int kept = 0;
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        if (!reach->graph_seen[graph->index]) {
            map_set_ptr(program->arena, &program->graph_names, graph->name, NULL);
            continue;
        }
        graph->index = (uint32_t)kept;
        program->graphs[kept++] = graph;
    }
    program->graph_count = kept;
}

/* Records lose the functions that nobody reads them for. */
static void prune_record(const Reach *reach, Data *data) {
    int kept = 0;
    for (int i = 0; i < data->item_count; i++)
        if (data->items[i].value.kind != CONST_GRAPH || reach->graph_seen[data->items[i].value.graph->index])
            data->items[kept++] = data->items[i];
    data->item_count = kept;
}

static void drop_data(Program *program, const Reach *reach) {
    for (int i = 0; i < program->types->count; i++) {
        Type *type = program->types->all[i];
        if (type->vtable_data && !reach->data_seen[type->vtable_data->index])
            type->vtable_data = NULL;
    }
    int kept = 0;
    for (int i = 0; i < program->data_count; i++) {
        Data *data = program->data[i];
        if (!reach->data_seen[data->index]) {
            map_set_ptr(program->arena, &program->data_names, data->name, NULL);
            continue;
        }
        prune_record(reach, data);
        data->index = (uint32_t)kept;
        program->data[kept++] = data;
    }
    program->data_count = kept;
}

void program_drop_unreachable(Program *program) {
    Arena *scratch = arena_new();
    Reach reach = {.scratch = scratch};
    reach.graph_seen = arena_alloc(scratch, (size_t)program->graph_count);
    reach.data_seen = arena_alloc(scratch, (size_t)program->data_count);
    reach.type_seen = arena_alloc(scratch, (size_t)program->types->count);
    reach_all(&reach, program);
    for (int i = 0; i < reach.graph_count; i++)
        prune_graph(&reach, reach.graphs[i]);
    /* data first: it looks at the indices of data that goes */
    drop_data(program, &reach);
    drop_graphs(program, &reach);
    arena_free(scratch);
}

/* ---- classes ---- */

/* The class tree as lists: by type index, in order of creation. */
typedef struct ClassTree {
    Type **all;
    int count;
    int *first_child, *next_sibling; /* index, or -1 */
} ClassTree;

static bool is_class(const Type *type) {
    return type->kind == TY_STRUCT && type->is_complete && type->flavour == FLAVOUR_GC;
}

static ClassTree class_tree(Arena *scratch, const TypeTable *types) {
    ClassTree tree = {.all = types->all, .count = types->count};
    tree.first_child = arena_alloc(scratch, (size_t)tree.count * sizeof(int));
    tree.next_sibling = arena_alloc(scratch, (size_t)tree.count * sizeof(int));
    memset(tree.first_child, -1, (size_t)tree.count * sizeof(int));
    memset(tree.next_sibling, -1, (size_t)tree.count * sizeof(int));
    for (int i = tree.count - 1; i >= 0; i--) {
        if (!is_class(tree.all[i]) || !tree.all[i]->super)
            continue;
        uint32_t super = tree.all[i]->super->index;
        tree.next_sibling[i] = tree.first_child[super];
        tree.first_child[super] = i;
    }
    return tree;
}

/* Numbers the subtree of `root` in preorder; climbing back along `super` needs no stack. */
static uint32_t number_subtree(const ClassTree *tree, Type *root, uint32_t next) {
    Type *type = root;
    type->class_first = next++;
    for (;;) {
        int child = tree->first_child[type->index];
        while (child < 0) {
            type->class_last = next - 1;
            if (type == root)
                return next;
            child = tree->next_sibling[type->index];
            type = type->super;
        }
        type = tree->all[child];
        type->class_first = next++;
    }
}

void program_number_classes(Program *program) {
    Arena *scratch = arena_new();
    ClassTree tree = class_tree(scratch, program->types);
    uint32_t next = 1; /* 0 is no class */
    for (int i = 0; i < tree.count; i++)
        if (is_class(tree.all[i]) && !tree.all[i]->super)
            next = number_subtree(&tree, tree.all[i], next);
    arena_free(scratch);
}
