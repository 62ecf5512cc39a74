/* devirtualise: calls through slots of type records become direct calls, behind tests of the class where there are a
 * few targets.
 *
 * The program is whole: what a slot can hold is what the records of the classes below the receiver's static class hold
 * in it, and the call itself says which functions those can be. What lowering put into a slot only casts the receiver
 * and calls a method (a shim): classes whose shims call one method are one target, and the direct call is that of the
 * method. One target needs no test; otherwise the classes are told apart by `is_instance`, the most derived ones first,
 * as long as that takes few tests; the last target is what remains. An inherited target is one test if all classes
 * below the common base have it. Where links bring prebuilt objects (functions, from a table or a conditional
 * expression), each gets a copy of the block up to the call, which is then direct.
 *
 * The inliner does the rest.
 */
#include "passes/inline.h"

#include <string.h>

enum { MOST_TESTS = 2, MOST_CLASSES = 24, MOST_OPS = 12, MOST_LINKS = 32 };

/* A class, and what its record holds in some slot. */
typedef struct Entry Entry;
struct Entry {
    Type *class;
    const char *slot;
    Entry *next; /* with the same function */
};

/* What is called in the end: the function in the slot, or the one that it hands its parameters to. */
typedef struct Target {
    Graph *graph;
    const int *params; /* for each argument, the parameter of the function in the slot; NULL: the first ones in order */
} Target;

/* `class` and what is below it, but for what earlier choices are about, means this target. */
typedef struct Choice {
    Type *class;
    Target target;
} Choice;

typedef struct Devirtualiser {
    PassContext *context;
    Map entries;            /* function -> its Entries */
    Map targets;            /* function in a slot -> Target */
    const LinkIndex *index; /* of the graph at work */
} Devirtualiser;

/* ---- records ---- */

static void add_record(Devirtualiser *devirtualiser, Type *class) {
    const Data *record = class->vtable_data;
    for (int i = 0; i < record->item_count; i++) {
        if (record->items[i].value.kind != CONST_GRAPH)
            continue;
        uint64_t key = (uint64_t)(uintptr_t)record->items[i].value.graph;
        uint64_t *slot = map_put(devirtualiser->context->scratch, &devirtualiser->entries, key);
        Entry *entry = arena_alloc(devirtualiser->context->scratch, sizeof *entry);
        *entry = (Entry){class, record->items[i].field, (Entry *)(uintptr_t)*slot};
        *slot = (uint64_t)(uintptr_t)entry;
    }
}

static void collect_records(Devirtualiser *devirtualiser) {
    const TypeTable *types = devirtualiser->context->program->types;
    for (int i = 0; i < types->count; i++)
        if (types->all[i]->kind == TY_STRUCT && types->all[i]->vtable_data)
            add_record(devirtualiser, types->all[i]);
}

/* ---- targets ---- */

/* The value before casts in the block. */
static Value *uncast(const Block *block, Value *value) {
    const Op *op = block_maker(block, value);
    while (op && op->code == OP_CAST) {
        value = op->args[0];
        op = block_maker(block, value);
    }
    return value;
}

static int number_of_param(const Graph *graph, const Value *value) {
    for (int i = 0; i < graph->start->input_count; i++)
        if (graph->start->inputs[i] == value)
            return i;
    return -1;
}

/* The call that is all the function does besides casting its parameters; NULL: it does something else. */
static const Op *only_call(const Graph *graph) {
    const Block *block = graph->start;
    const Op *call = NULL;
    if (block->switch_kind != SWITCH_NONE || block->exit_count != 1 || block->exits[0]->target != graph->return_block)
        return NULL;
    for (int i = 0; i < block->op_count; i++) {
        if (block->ops[i]->code == OP_CALL && !call)
            call = block->ops[i];
        else if (block->ops[i]->code != OP_CAST)
            return NULL;
    }
    bool is_passed = call && (block->exits[0]->args[0] == call->result || call->result->type->kind == TY_VOID);
    return is_passed && call->result->type == graph->type->item ? call : NULL;
}

static Target find_target(const Devirtualiser *devirtualiser, Graph *graph) {
    const Op *call = graph->is_hidden ? only_call(graph) : NULL;
    if (!call)
        return (Target){.graph = graph};
    int *params = arena_alloc(devirtualiser->context->scratch, (size_t)(call->arg_count + 1) * sizeof *params);
    bool in_order = true;
    for (int i = 0; i < call->arg_count; i++) {
        params[i] = number_of_param(graph, uncast(graph->start, call->args[i]));
        in_order &= params[i] == i;
        if (params[i] < 0)
            return (Target){.graph = graph};
    }
    return (Target){call->graph, in_order ? NULL : params};
}

static Target target_of(Devirtualiser *devirtualiser, Graph *graph) {
    uint64_t *slot = map_put(devirtualiser->context->scratch, &devirtualiser->targets, (uint64_t)(uintptr_t)graph);
    if (!*slot) {
        Target *target = arena_alloc(devirtualiser->context->scratch, sizeof *target);
        *target = find_target(devirtualiser, graph);
        *slot = (uint64_t)(uintptr_t)target;
    }
    return *(const Target *)(uintptr_t)*slot;
}

static bool is_same(const Target *a, const Target *b) {
    if (a->graph != b->graph || !a->params != !b->params)
        return false;
    return !a->params || !memcmp(a->params, b->params, (size_t)a->graph->start->input_count * sizeof *a->params);
}

/* ---- choices ---- */

/* The type of the receiver whose record's slot is called; NULL: the call is of another kind. Sets the slot's name. */
static Type *receiver_type(const Block *block, const Op *op, const char **slot) {
    const Op *read = block_maker(block, op->args[0]);
    const Op *record = read && read->code == OP_GETFIELD ? block_maker(block, read->args[0]) : NULL;
    if (!record || record->code != OP_TYPE_OF || op->arg_count < 2 || record->args[0] != op->args[1])
        return NULL;
    *slot = read->name;
    Type *narrowest = record->args[0]->type->item;
    for (const Op *cast = block_maker(block, record->args[0]); cast && cast->code == OP_CAST;
         cast = block_maker(block, cast->args[0]))
        if (type_is_substruct(cast->args[0]->type->item, narrowest))
            narrowest = cast->args[0]->type->item;
    return op->args[1]->is_const ? NULL : narrowest;
}

static int depth_of(const Type *type) {
    int depth = 0;
    for (; type->super; type = type->super)
        depth++;
    return depth;
}

/* The most derived ones first, else in order of creation. */
static void insert_choice(Choice *choices, int count, Choice choice) {
    int at = count;
    for (; at && (depth_of(choices[at - 1].class) < depth_of(choice.class) ||
                  (depth_of(choices[at - 1].class) == depth_of(choice.class) &&
                   choices[at - 1].class->index > choice.class->index));
         at--)
        choices[at] = choices[at - 1];
    choices[at] = choice;
}

/* All classes that the receiver can have; 0: too many. */
static int collect_choices(Devirtualiser *devirtualiser, const Op *op, const Type *type, const char *slot,
                           Choice *choices) {
    int count = 0;
    for (int i = 0; i < op->graph_count; i++) {
        uint64_t *entries = map_find(&devirtualiser->entries, (uint64_t)(uintptr_t)op->graphs[i]);
        for (const Entry *entry = entries ? (Entry *)(uintptr_t)*entries : NULL; entry; entry = entry->next) {
            if (entry->slot != slot || !type_is_substruct(entry->class, type))
                continue;
            if (count == MOST_CLASSES)
                return 0;
            insert_choice(choices, count++, (Choice){entry->class, target_of(devirtualiser, op->graphs[i])});
        }
    }
    return count;
}

static bool all_below_agree(const Choice *choices, int count, const Type *base, const Target *target) {
    for (int i = 0; i < count; i++)
        if (type_is_substruct(choices[i].class, base) && !is_same(&choices[i].target, target))
            return false;
    return true;
}

/* A base stands for the classes below it where all of them have one target. */
static int merge_choices(Choice *choices, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
        Choice choice = choices[i];
        bool is_covered = false;
        while (choice.class->super && all_below_agree(choices, count, choice.class->super, &choice.target))
            choice.class = choice.class->super;
        for (int j = 0; j < kept; j++)
            is_covered |=
                type_is_substruct(choice.class, choices[j].class) && is_same(&choice.target, &choices[j].target);
        if (!is_covered)
            choices[kept++] = choice;
    }
    return kept;
}

/* How many choices mean the target; 0: one of them must be tested before a base of its class. */
static int count_if_last(const Choice *choices, int count, const Target *target) {
    int found = 0;
    for (int i = 0; i < count; i++) {
        if (!is_same(&choices[i].target, target))
            continue;
        found++;
        for (int j = i + 1; j < count; j++)
            if (!is_same(&choices[j].target, target) && type_is_substruct(choices[i].class, choices[j].class))
                return 0;
    }
    return found;
}

/* The target of most choices is what remains when the tests of the others failed; all of its choices become the last
 * one. Gives how many choices there are then. */
static int choose_last(const Devirtualiser *devirtualiser, Choice *choices, int count) {
    int most = 0, kept = 0;
    Choice last = {0}, *all = arena_alloc(devirtualiser->context->scratch, (size_t)(count + 1) * sizeof *all);
    memcpy(all, choices, (size_t)count * sizeof *all);
    for (int i = 0; i < count; i++) {
        int found = count_if_last(all, count, &all[i].target);
        last = found && found >= most ? all[i] : last;
        most = found > most ? found : most;
    }
    for (int i = 0; i < count; i++)
        if (!is_same(&all[i].target, &last.target))
            choices[kept++] = all[i];
    choices[kept] = last;
    return count ? kept + 1 : 0;
}

/* ---- rewriting ---- */

/* Makes the call one of the target. */
static void call_directly(const Devirtualiser *devirtualiser, Block *block, int at, const Target *target) {
    Op *op = block->ops[at];
    const Graph *graph = target->graph;
    int count = graph->type->param_count;
    Value **args = arena_alloc(devirtualiser->context->program->arena, (size_t)(count + 1) * sizeof *args);
    for (int i = 0; i < count; i++) {
        args[i] = op->args[1 + (target->params ? target->params[i] : i)];
        if (args[i]->type == graph->type->params[i])
            continue;
        Op *cast = op_new(block->graph, OP_CAST, op->pos, graph->type->params[i], &args[i], 1);
        block_insert(block, at++, cast);
        args[i] = cast->result;
    }
    op->code = OP_CALL;
    op->graph = target->graph;
    op->args = args;
    op->arg_count = count;
    op->graphs = NULL;
    op->graph_count = 0;
}

static Value *renamed(Value *value) {
    return value->is_const ? value : value->note;
}

static void copy_exit(Block *copy, const Link *exit) {
    Link *link = block_add_exit(copy, exit->kind, exit->integer, exit->target, NULL, 0);
    link->exc_type = exit->exc_type;
    link->depth = exit->depth;
    if (exit->exception) {
        link->exception = value_new(copy->graph, exit->exception->type, exit->exception->name);
        exit->exception->note = link->exception;
    }
    for (int i = 0; i < exit->arg_count; i++)
        link_add_arg(link, renamed(exit->args[i]));
}

/* A block of the same inputs. */
static Block *block_alike(const Block *block) {
    Block *copy = block_new(block->graph);
    copy->pos = block->pos;
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = block_add_input(copy, block->inputs[i]->type, block->inputs[i]->name);
    return copy;
}

/* A copy of a block that ends with a call. */
static Block *copy_block(const Block *block) {
    Block *copy = block_alike(block);
    for (int i = 0; i < block->op_count; i++) {
        Op *op = op_copy(copy->graph, block->ops[i]);
        for (int j = 0; j < op->arg_count; j++)
            op->args[j] = renamed(op->args[j]);
        if (op->result) {
            op->result = value_new(copy->graph, op->result->type, op->result->name);
            block->ops[i]->result->note = op->result;
        }
        block_append(copy, op);
    }
    if (block->switch_kind == SWITCH_EXCEPTION)
        block_set_last_exception(copy);
    for (int i = 0; i < block->exit_count; i++)
        copy_exit(copy, block->exits[i]);
    return copy;
}

/* Ends `block`, where `receiver` is the object and `args` is what `call`, `other` and their likes take. */
static void branch(Block *block, Value *receiver, const Choice *choice, Value *const *args, Block *call, Block *other) {
    const Pos *pos = call->ops[call->op_count - 1]->pos;
    Type *boolean = type_simple(block->graph->program->types, TY_BOOL);
    Op *test = op_new(block->graph, OP_IS_INSTANCE, pos, boolean, &receiver, 1);
    test->type = choice->class;
    block_append(block, test);
    block->exit_count = 0;
    block_set_switch(block, test->result);
    block_add_exit(block, CASE_BOOL, false, other, args, other->input_count);
    block_add_exit(block, CASE_BOOL, true, call, args, call->input_count);
}

/* The block ends with the op. */
static void end_behind(Block *block, int at) {
    if (at < block->op_count - 1 || block->switch_kind == SWITCH_VALUE)
        block_split(block, at + 1);
}

/* Moves the call into a block of its own. */
static Block *isolate(Block *block, int at) {
    end_behind(block, at);
    return block_split(block, at);
}

static void write_chain(const Devirtualiser *devirtualiser, Block *block, int at, const Choice *choices, int count) {
    Value *receiver = block->ops[at]->args[1];
    Block *last = isolate(block, at);
    Value **args = block->exits[0]->args;
    for (int i = 0; i < count - 1; i++) {
        Block *call = copy_block(last);
        call_directly(devirtualiser, call, 0, &choices[i].target);
        Block *other = i == count - 2 ? last : block_alike(last);
        branch(block, receiver, &choices[i], args, call, other);
        block = other;
        args = other->inputs;
        receiver = other == last ? NULL : last->ops[0]->args[1]->note;
    }
    call_directly(devirtualiser, last, 0, &choices[count - 1].target);
}

static void remark(const Devirtualiser *devirtualiser, const Op *op, RemarkKind kind, int count) {
    const char *name = op->graph_count ? op->graphs[0]->pyname : "?";
    if (kind == REMARK_MISSED)
        pass_remark(devirtualiser->context, kind, op->pos, "call of `%s` stays indirect: %d functions are possible",
                    name, op->graph_count);
    else if (count == 1)
        pass_remark(devirtualiser->context, kind, op->pos, "call of `%s` is direct", name);
    else
        pass_remark(devirtualiser->context, kind, op->pos, "call of `%s` is direct after at most %d tests of the class",
                    name, count - 1);
}

/* ---- prebuilt receivers ---- */

/* What the slot of a prebuilt object means; NULL: that is not known. */
static Graph *graph_in_slot(const Value *receiver, const char *slot) {
    bool is_data = receiver->is_const && receiver->constant.kind == CONST_DATA;
    const Data *record = is_data ? receiver->constant.data->type->vtable_data : NULL;
    for (int i = 0; record && i < record->item_count; i++)
        if (record->items[i].field == slot && record->items[i].value.kind == CONST_GRAPH)
            return record->items[i].value.graph;
    return NULL;
}

static int number_of_input(const Block *block, const Value *value) {
    for (int i = 0; i < block->input_count; i++)
        if (block->inputs[i] == value)
            return i;
    return -1;
}

/* Whether links to the block may lead to copies of it: no loop gets a second entry. */
static bool may_copy(const Devirtualiser *devirtualiser, const Block *block, int at) {
    int count = devirtualiser->index->counts[block->id];
    for (int i = 0; i < count; i++)
        if (devirtualiser->index->incoming[block->id][i]->source->id >= block->id)
            return false;
    return at < MOST_OPS && count > 1 && count <= MOST_LINKS && !block_has_fixed_inputs(block);
}

/* The links that bring prebuilt objects get a direct call each. */
static void split_links(Devirtualiser *devirtualiser, Block *block, int at, const char *slot) {
    const Op *call = block->ops[at];
    int input = number_of_input(block, uncast(block, call->args[1])), count = 0;
    for (int i = 0; input >= 0 && may_copy(devirtualiser, block, at) && i < devirtualiser->index->counts[block->id];
         i++) {
        Link *link = devirtualiser->index->incoming[block->id][i];
        Graph *graph = link->target == block ? graph_in_slot(link->args[input], slot) : NULL;
        if (!graph)
            continue;
        end_behind(block, at);
        link->target = copy_block(block);
        Target target = target_of(devirtualiser, graph);
        call_directly(devirtualiser, link->target, at, &target);
        count++;
    }
    devirtualiser->context->fired += count;
    pass_count(devirtualiser->context, "calls of prebuilt objects", count);
    if (count)
        pass_remark(devirtualiser->context, REMARK_APPLIED, call->pos, "call is direct for %d constants", count);
}

static bool rewrite(Devirtualiser *devirtualiser, Block *block, int at) {
    Op *op = block->ops[at];
    const char *slot = NULL;
    Type *type = op->code == OP_CALL_INDIRECT ? receiver_type(block, op, &slot) : NULL;
    if (!type)
        return false;
    int64_t before = devirtualiser->context->fired;
    split_links(devirtualiser, block, at, slot);
    Choice choices[MOST_CLASSES];
    int count = collect_choices(devirtualiser, op, type, slot, choices);
    count = choose_last(devirtualiser, choices, merge_choices(choices, count));
    bool is_applied = count && count <= MOST_TESTS + 1;
    remark(devirtualiser, op, is_applied ? REMARK_APPLIED : REMARK_MISSED, count);
    if (!is_applied)
        return devirtualiser->context->fired > before;
    if (count == 1)
        call_directly(devirtualiser, block, at, &choices[0].target);
    else
        write_chain(devirtualiser, block, at, choices, count);
    devirtualiser->context->fired++;
    pass_count(devirtualiser->context, count == 1 ? "direct calls" : "chains of tests", 1);
    return true;
}

static void rewrite_graph(Devirtualiser *devirtualiser, Graph *graph) {
    const bool *is_cold = graph_cold_blocks(devirtualiser->context->scratch, graph);
    bool changed = false;
    int count = graph->block_count; /* what is added needs no rewriting */
    devirtualiser->index = link_index(devirtualiser->context->scratch, graph);
    for (int i = 0; i < count; i++)
        for (int at = graph->blocks[i]->op_count - 1; at >= 0 && !is_cold[i]; at--)
            changed |= rewrite(devirtualiser, graph->blocks[i], at);
    if (changed)
        graph_renumber(graph);
}

void pass_devirtualise(PassContext *context, Graph *graph) {
    (void)graph;
    Devirtualiser devirtualiser = {.context = context};
    collect_records(&devirtualiser);
    for (int i = 0; i < context->program->graph_count; i++)
        rewrite_graph(&devirtualiser, context->program->graphs[i]);
}
