/* Local variables keep what they refer to alive, as they do in CPython, in programs that may see when objects die:
 * those with weak references or finalizers. Elsewhere an object is dead once nobody uses it any more.
 *
 * Lowering notes what each variable holds (`hold`) and where the function ends (`hold_end`). When all graphs are there
 * each of these becomes a `keepalive` of what the variables held before it, which is carried there from block to block.
 * Only objects count that are watched, or may lead to some that are. A variable of several types is one for each. What
 * is still held where an imported module's body ends stays in static variables. In a function with very many variables
 * and blocks they are fields of objects, which are what is carried.
 */
#include "frontend/lower_internal.h"

#include <string.h>

enum {
    MOST_CELLS = 100000, /* variables times blocks */
    FRAME = 32           /* variables that are fields of one object; more than malloc removal takes apart */
};

typedef struct Holder {
    int64_t slot;
    Type *type;
} Holder;

typedef enum HoldEffect { HOLD_NOTHING, HOLD_SETS, HOLD_CLEARS } HoldEffect;

typedef struct Holds {
    Program *program;
    Arena *arena;
    bool *leads;    /* by type index: its objects, as far as the type tells, are watched or lead to watched ones */
    bool *may_lead; /* the same of an object of the type or of one that inlines it */
    Graph *graph;
    bool is_imported; /* the graph is the body of a module that is not the main program */
    Holder *holders;
    int count, capacity;
    /* objects whose fields the variables are, in the start block; then they are the holders; or NULL */
    Value **frames;
    Holder *variables; /* its fields */
    int variable_count;
    /* by block id and holder */
    bool *holds, *is_used; /* at the start of the block it may hold something; that is still to be kept alive */
    uint8_t *effects;      /* HoldEffect of the whole block */
    Value **inputs, **ends;
} Holds;

/* ---- lowering ---- */

void lower_set_variable(Lower *lower) {
    Value *value = lower->op->arg_count ? hl_arg(lower, 0).value : NULL;
    bool is_object = value && !value->is_const && type_is_gc_ptr(value->type);
    emit_op(lower, OP_HOLD, NULL, &value, is_object)->integer = lower->op->integer;
}

/* ---- watched objects ---- */

static void note_leading(const Holds *holds, const Type *type) {
    holds->leads[type->index] = true;
    for (; type; type = type->super)
        holds->may_lead[type->index] = true;
}

static bool leads(const Holds *holds, const Type *memory_type) {
    return memory_type->kind == TY_PTR && holds->may_lead[memory_type->item->index];
}

static bool item_leads(const Holds *holds, Type *type) {
    const Type *part = type_variable_part(type);
    return part && leads(holds, part->item);
}

static bool struct_leads(const Holds *holds, Type *type) {
    if (!type->is_complete || type->hints & HINT_FINALIZER)
        return true;
    if (type->super && holds->leads[type->super->index])
        return true;
    for (int i = 0; i < type->field_count; i++)
        if (leads(holds, type->fields[i].type))
            return true;
    return item_leads(holds, type);
}

static bool is_object_type(const Type *type) {
    return (type->kind == TY_STRUCT || type->kind == TY_ARRAY) && type->flavour == FLAVOUR_GC;
}

static bool spread(const Holds *holds) {
    const TypeTable *types = holds->program->types;
    bool changed = false;
    for (int i = 0; i < types->count; i++) {
        Type *type = types->all[i];
        if (holds->leads[i] || !is_object_type(type))
            continue;
        if (type->kind == TY_STRUCT ? struct_leads(holds, type) : item_leads(holds, type)) {
            note_leading(holds, type);
            changed = true;
        }
    }
    return changed;
}

/* The fields of generators, which are not known yet, may lead anywhere. */
static void find_watched(const Holds *holds, const Graph *graph) {
    if (graph->is_generator)
        note_leading(holds, graph->type->item->item);
    for (int i = 0; i < graph->block_count; i++)
        for (int k = 0; k < graph->blocks[i]->op_count; k++) {
            const Op *op = graph->blocks[i]->ops[k];
            if (op->code == OP_WEAK_NEW)
                note_leading(holds, op->args[1]->type->item);
        }
}

static void find_leading_types(Holds *holds) {
    const Program *program = holds->program;
    holds->leads = arena_alloc(holds->arena, (size_t)program->types->count + 1);
    holds->may_lead = arena_alloc(holds->arena, (size_t)program->types->count + 1);
    for (int i = 0; i < program->graph_count; i++)
        find_watched(holds, program->graphs[i]);
    while (spread(holds)) {
    }
}

/* ---- which variable holds something where ---- */

static int holder_of(Holds *holds, int64_t slot, Type *type) {
    for (int i = 0; i < holds->count; i++)
        if (holds->holders[i].slot == slot && holds->holders[i].type == type)
            return i;
    holds->holders = arena_grow(holds->arena, holds->holders, holds->count, &holds->capacity, sizeof *holds->holders);
    holds->holders[holds->count] = (Holder){slot, type};
    return holds->count++;
}

static bool is_hold(const Op *op) {
    return op->code == OP_HOLD || op->code == OP_HOLD_END;
}

/* Drops the arguments that do not matter. Whether there are ops for this pass. */
static bool find_holders(Holds *holds) {
    bool has_ops = false;
    holds->count = holds->capacity = 0;
    holds->holders = NULL;
    holds->frames = NULL;
    for (int i = 0; i < holds->graph->block_count; i++)
        for (int k = 0; k < holds->graph->blocks[i]->op_count; k++) {
            Op *op = holds->graph->blocks[i]->ops[k];
            has_ops |= is_hold(op);
            if (op->code != OP_HOLD || !op->arg_count)
                continue;
            op->arg_count = leads(holds, op->args[0]->type);
            if (op->arg_count)
                holder_of(holds, op->integer, op->args[0]->type);
        }
    return has_ops;
}

static size_t at(const Holds *holds, const Block *block, int holder) {
    return (size_t)block->id * (size_t)holds->count + (size_t)holder;
}

static bool concerns(const Holds *holds, const Op *op, int holder) {
    return op->code == OP_HOLD_END || (op->code == OP_HOLD && holds->frames) ||
           (op->code == OP_HOLD && op->integer == holds->holders[holder].slot);
}

static HoldEffect effect_of(const Holds *holds, const Op *op, int holder) {
    if (op->code != OP_HOLD || holds->frames || !concerns(holds, op, holder))
        return HOLD_NOTHING;
    return op->arg_count && op->args[0]->type == holds->holders[holder].type ? HOLD_SETS : HOLD_CLEARS;
}

static void summarise(const Holds *holds, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        for (int k = 0; k < holds->count && is_hold(block->ops[i]); k++) {
            HoldEffect effect = effect_of(holds, block->ops[i], k);
            holds->is_used[at(holds, block, k)] |= concerns(holds, block->ops[i], k);
            if (effect != HOLD_NOTHING)
                holds->effects[at(holds, block, k)] = (uint8_t)effect;
        }
}

/* From a block to one that follows, and back. */
static bool flow_along(const Holds *holds, const Block *from, const Block *to) {
    bool changed = false;
    for (int i = 0; i < holds->count; i++) {
        size_t source = at(holds, from, i), target = at(holds, to, i);
        HoldEffect effect = holds->effects[source];
        if (!holds->holds[target] && (effect == HOLD_SETS || (effect == HOLD_NOTHING && holds->holds[source])))
            changed = holds->holds[target] = true;
        if (!holds->is_used[source] && holds->is_used[target])
            changed = holds->is_used[source] = true;
    }
    return changed;
}

static bool flow_everywhere(const Holds *holds) {
    bool changed = false;
    for (int i = 0; i < holds->graph->block_count; i++)
        for (int k = 0; k < holds->graph->blocks[i]->exit_count; k++)
            changed |= flow_along(holds, holds->graph->blocks[i], holds->graph->blocks[i]->exits[k]->target);
    return changed;
}

static void analyse(Holds *holds) {
    const Graph *graph = holds->graph;
    size_t cells = (size_t)graph->block_count * (size_t)holds->count + 1;
    holds->holds = arena_alloc(holds->arena, cells);
    holds->is_used = arena_alloc(holds->arena, cells);
    holds->effects = arena_alloc(holds->arena, cells);
    holds->inputs = arena_alloc(holds->arena, cells * sizeof(Value *));
    holds->ends = arena_alloc(holds->arena, cells * sizeof(Value *));
    for (int i = 0; i < graph->block_count; i++)
        summarise(holds, graph->blocks[i]);
    for (int i = 0; holds->frames && i < holds->count; i++)
        holds->effects[at(holds, graph->start, i)] = HOLD_SETS;
    while (flow_everywhere(holds)) {
    }
}

/* ---- very many variables ---- */

static const char *field_name(const Holds *holds, int variable) {
    return intern(holds->program->names, arena_printf(holds->arena, "v%d", variable));
}

static Type *frame_type(const Holds *holds, int first, int count) {
    Program *program = holds->program;
    const char *name = arena_printf(holds->arena, "variables %d of %s", first, holds->graph->name);
    Type *type = type_struct(program->types, intern(program->names, name));
    Field *fields = arena_alloc(holds->arena, (size_t)count * sizeof *fields);
    for (int i = 0; i < count; i++)
        fields[i] = (Field){.name = field_name(holds, first + i), .type = holds->variables[first + i].type};
    type_set_fields(program->types, type, FLAVOUR_GC, 0, NULL, fields, count);
    return type;
}

static Value *make_frame(const Holds *holds, int first) {
    int left = holds->variable_count - first;
    Type *type = frame_type(holds, first, left < FRAME ? left : FRAME);
    Op *make = op_new(holds->graph, OP_MALLOC, graph_pos(holds->graph), type_ptr(holds->program->types, type), NULL, 0);
    make->type = type;
    block_append(holds->graph->start, make);
    return make->result;
}

static void make_frames(Holds *holds) {
    holds->variables = holds->holders;
    holds->variable_count = holds->count;
    holds->count = (holds->variable_count + FRAME - 1) / FRAME;
    holds->holders = arena_alloc(holds->arena, (size_t)holds->count * sizeof *holds->holders);
    holds->frames = arena_alloc(holds->arena, (size_t)holds->count * sizeof(Value *));
    block_split(holds->graph->start, 0);
    for (int i = 0; i < holds->count; i++) {
        holds->frames[i] = make_frame(holds, i * FRAME);
        holds->holders[i] = (Holder){-1, holds->frames[i]->type};
    }
    graph_renumber(holds->graph);
}

/* The stores that a `hold` is; the place behind them. */
static int store_in_frame(const Holds *holds, Block *block, int place, const Op *hold) {
    for (int i = 0; i < holds->variable_count; i++) {
        const Holder *variable = &holds->variables[i];
        if (variable->slot != hold->integer)
            continue;
        bool is_set = hold->arg_count && hold->args[0]->type == variable->type;
        Value *value = is_set ? hold->args[0] : const_null(holds->program, variable->type);
        Value *args[] = {holds->ends[at(holds, block, i / FRAME)], value};
        Op *store = op_new(holds->graph, OP_SETFIELD, hold->pos, NULL, args, 2);
        store->name = field_name(holds, i);
        block_insert(block, place++, store);
    }
    return place;
}

/* ---- keeping alive ---- */

static void add_inputs(const Holds *holds, Block *block) {
    for (int i = 0; i < holds->count; i++)
        if (holds->holds[at(holds, block, i)] && holds->is_used[at(holds, block, i)])
            holds->inputs[at(holds, block, i)] = block_add_input(block, holds->holders[i].type, NULL);
}

/* A new static variable for an object. */
static Value *static_for(const Holds *holds, Type *object) {
    Program *program = holds->program;
    const char *type_name = type_text(holds->arena, object);
    Type *type = type_struct(program->types, intern(program->names, arena_printf(holds->arena, "kept %s", type_name)));
    Field field = {.name = intern(program->names, "value"), .type = object};
    if (!type->is_complete)
        type_set_fields(program->types, type, FLAVOUR_RAW, 0, NULL, &field, 1);
    const char *name = arena_printf(holds->arena, "%s.<kept %d>", holds->graph->name, program->data_count);
    Data *data = program_add_data(program, intern(program->names, name), type, 0);
    data->is_mutable = true;
    return const_data(program, data);
}

static Op *keep_op(const Holds *holds, const Op *end, Value *value) {
    if (end->code == OP_HOLD || !holds->is_imported)
        return op_new(holds->graph, OP_KEEPALIVE, end->pos, NULL, &value, 1);
    Op *store =
        op_new(holds->graph, OP_SETFIELD, end->pos, NULL, (Value *[]){static_for(holds, value->type), value}, 2);
    store->name = intern(holds->program->names, "value");
    return store;
}

/* Replaces the op at `place`; the place of the next one. */
static int rewrite_op(const Holds *holds, Block *block, int place) {
    Op *op = block->ops[place];
    if (!is_hold(op))
        return place + 1;
    block_remove_op(block, place);
    if (op->code == OP_HOLD && holds->frames)
        return store_in_frame(holds, block, place, op);
    for (int i = 0; i < holds->count; i++) {
        Value **now = &holds->ends[at(holds, block, i)];
        if (*now && concerns(holds, op, i))
            block_insert(block, place++, keep_op(holds, op, *now));
        HoldEffect effect = effect_of(holds, op, i);
        if (effect != HOLD_NOTHING)
            *now = effect == HOLD_SETS ? op->args[0] : NULL;
    }
    return place;
}

static void rewrite_block(const Holds *holds, Block *block) {
    size_t first = at(holds, block, 0);
    Value **before = holds->frames && block == holds->graph->start ? holds->frames : &holds->inputs[first];
    if (holds->count)
        memcpy(&holds->ends[first], before, (size_t)holds->count * sizeof(Value *));
    for (int place = 0; place < block->op_count;)
        place = rewrite_op(holds, block, place);
}

static void supply(const Holds *holds, const Block *block) {
    for (int i = 0; i < block->exit_count; i++)
        for (int k = 0; k < holds->count; k++) {
            Value *end = holds->ends[at(holds, block, k)];
            if (holds->inputs[at(holds, block->exits[i]->target, k)])
                link_add_arg(block->exits[i], end ? end : const_null(holds->program, holds->holders[k].type));
        }
}

static void keep_held(Holds *holds, Graph *graph) {
    holds->graph = graph;
    if (!find_holders(holds))
        return;
    if ((int64_t)holds->count * graph->block_count > MOST_CELLS)
        make_frames(holds);
    analyse(holds);
    for (int i = 0; i < graph->block_count; i++)
        add_inputs(holds, graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        rewrite_block(holds, graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        supply(holds, graph->blocks[i]);
    graph_renumber(graph);
}

static bool is_imported(const Program *program, const Graph *graph) {
    return graph->pyname && !strcmp(graph->pyname, "<module>") && graph->file &&
           graph->file != program_find_module(program, "__main__")->file;
}

void lower_finish_holds(Lower *lower) {
    Program *program = lower->program;
    Holds holds = {.program = program, .arena = arena_new()};
    find_leading_types(&holds);
    for (int i = 0; i < program->graph_count; i++) {
        holds.is_imported = is_imported(program, program->graphs[i]);
        keep_held(&holds, program->graphs[i]);
    }
    arena_free(holds.arena);
}
