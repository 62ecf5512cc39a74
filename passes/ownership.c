/* ownership: objects that grow in a loop grow in their own memory where nothing else refers to them.
 *
 * `s += x` is a call of a function that asks by the op last_use whether its parameter has other users. Where the call
 * is the last use of `s` and its result comes round the loop to be `s` again, the pass calls a copy of the function for
 * which the answer is yes. It may give the object more memory than it needs and say so in the field that last_use
 * names, its room. The invariant is: an object with room has one user. So before anything else takes hold of it (a
 * store, a return, a call that keeps it), the op share sets its room to 0; to grow it is copied then. What enters a
 * loop from elsewhere has no room, so nothing need be known about it.
 */
#include "passes/pass_internal.h"

#include <string.h>

/* A function that asks. */
typedef struct Asker {
    int param;
    const char *room; /* the field, the same for all */
    Graph *owning;    /* the copy that is told yes, or NULL */
} Asker;

enum { MAX_CALLS = 6, MAX_VISITS = 20000 };

typedef struct Place {
    Value *value;
    Block *block;
} Place;

/* The variables that a value becomes through links. */
typedef struct Walk {
    Arena *scratch;
    uint32_t *seen; /* by value id: the walk that came by last */
    uint32_t number;
    Place *items;
    int count, capacity;
    int visits; /* of all walks */
} Walk;

typedef struct Call {
    Op *op;
    Block *block;
} Call;

typedef struct Owner {
    PassContext *context;
    Graph *graph;
    Walk walk;
    Op **calls;  /* by value id: the call of an asker of which the variable is the object, its last use */
    Call *owned; /* those that come round */
    int owned_count;
    const char *room;
    const Pos *pos; /* of some call */
} Owner;

/* ---- where values go ---- */

static Walk walk_new(Arena *scratch, const Graph *graph) {
    return (Walk){.scratch = scratch, .seen = arena_alloc(scratch, graph->value_count * sizeof(uint32_t)), .number = 1};
}

static void walk_restart(Walk *walk) {
    walk->number++;
    walk->count = 0;
}

static void walk_add(Walk *walk, Value *value, Block *block) {
    if (walk->seen[value->id] == walk->number)
        return;
    walk->seen[value->id] = walk->number;
    walk->items = arena_grow(walk->scratch, walk->items, walk->count, &walk->capacity, sizeof *walk->items);
    walk->items[walk->count++] = (Place){value, block};
    walk->visits++;
}

/* Goes on from a variable through the links of its block. */
static void walk_links(Walk *walk, Place from) {
    for (int i = 0; i < from.block->exit_count; i++) {
        const Link *exit = from.block->exits[i];
        for (int j = 0; j < exit->arg_count; j++)
            if (exit->args[j] == from.value)
                walk_add(walk, exit->target->inputs[j], exit->target);
    }
}

/* ---- functions that ask ---- */

static int input_index(const Block *block, const Value *value) {
    for (int i = 0; i < block->input_count; i++)
        if (block->inputs[i] == value)
            return i;
    return -1;
}

static Asker *find_asker(Arena *scratch, const Graph *graph) {
    for (int i = 0; i < graph->start->op_count; i++) {
        const Op *op = graph->start->ops[i];
        int param = op->code == OP_LAST_USE ? input_index(graph->start, op->args[0]) : -1;
        if (param < 0)
            continue;
        Asker *asker = arena_alloc(scratch, sizeof *asker);
        *asker = (Asker){.param = param, .room = op->name};
        return asker;
    }
    return NULL;
}

static Graph *owning_copy(Asker *asker, Graph *graph) {
    Program *program = graph->program;
    if (asker->owning)
        return asker->owning;
    const char *name = intern(program->names, arena_printf(program->arena, "%s, owned", graph->name));
    asker->owning = graph_copy(graph, name);
    asker->owning->note = NULL;
    Block *start = asker->owning->start;
    for (int i = start->op_count - 1; i >= 0; i--)
        if (start->ops[i]->code == OP_LAST_USE && start->ops[i]->args[0] == start->inputs[asker->param]) {
            block_replace_value(start, start->ops[i]->result, const_bool(program, true));
            block_remove_op(start, i);
        }
    return asker->owning;
}

/* ---- functions that keep a parameter ---- */

static bool keeps_param(Arena *scratch, const Graph *graph, int param, int depth);

/* Whether an object that is argument `at` may have another user after the op than before. */
static bool keeps(Arena *scratch, const Op *op, int at, int depth) {
    switch ((int)op->code) {
    case OP_GETFIELD:
    case OP_ARRAY_LEN:
    case OP_ARRAY_GET:
    case OP_ARRAY_COPY:
    case OP_ARRAY_COMPARE:
    case OP_ARRAY_ADDR:
    case OP_PTR_EQ:
    case OP_PTR_NE:
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
    case OP_IS_INSTANCE:
    case OP_KEEPALIVE:
        return false;
    case OP_SETFIELD:
        return at > 0;
    case OP_CALL:
        return keeps_param(scratch, op->graph, at, depth + 1);
    default:
        return true;
    }
}

static bool block_keeps(Arena *scratch, const Block *block, const Value *value, int depth) {
    for (int i = 0; i < block->op_count; i++)
        for (int j = 0; j < block->ops[i]->arg_count; j++)
            if (block->ops[i]->args[j] == value && keeps(scratch, block->ops[i], j, depth))
                return true;
    return false;
}

/* Returning it, raising it and asking for its last use count as keeping. */
static bool keeps_param(Arena *scratch, const Graph *graph, int param, int depth) {
    if (depth > MAX_CALLS || graph->note)
        return true;
    Walk walk = walk_new(scratch, graph);
    walk_add(&walk, graph->start->inputs[param], graph->start);
    for (int i = 0; i < walk.count; i++) {
        Place at = walk.items[i];
        if (at.block == graph->return_block || at.block == graph->except_block ||
            block_keeps(scratch, at.block, at.value, depth))
            return true;
        walk_links(&walk, at);
    }
    return false;
}

/* ---- calls that own their objects ---- */

/* Whether links pass the value on when the op `last`, which may end the block, has returned. */
static bool leaves_block(const Block *block, const Value *value, const Op *last) {
    bool ends = block->switch_kind == SWITCH_EXCEPTION && block->ops[block->op_count - 1] == last;
    for (int i = 0; i < block->exit_count; i++)
        for (int j = 0; j < block->exits[i]->arg_count; j++)
            if (block->exits[i]->args[j] == value && !(ends && block->exits[i]->kind == CASE_EXCEPTION))
                return true;
    return false;
}

/* Whether the call is the last use of its object, which is not another argument, too. */
static bool is_last_use(const Block *block, int at, const Value *object) {
    int uses = 0;
    for (int i = at; i < block->op_count; i++)
        for (int j = 0; j < block->ops[i]->arg_count; j++)
            uses += block->ops[i]->args[j] == object;
    return uses == 1 && !leaves_block(block, object, block->ops[at]);
}

static Value *object_of(const Op *op) {
    const Asker *asker = op->code == OP_CALL && op->graph ? op->graph->note : NULL;
    return asker && !op->args[asker->param]->is_const ? op->args[asker->param] : NULL;
}

/* Whether the result of the call becomes its object, perhaps by way of other such calls. */
static bool comes_round(Owner *owner, Block *block, const Op *call) {
    Walk *walk = &owner->walk;
    walk_restart(walk);
    walk_add(walk, call->result, block);
    for (int i = 0; i < walk->count && walk->visits < MAX_VISITS; i++) {
        Place at = walk->items[i];
        Op *next = owner->calls[at.value->id];
        if (next == call)
            return true;
        if (next)
            walk_add(walk, next->result, at.block);
        walk_links(walk, at);
    }
    return false;
}

static void note_call(Owner *owner, Op *op) {
    owner->calls[object_of(op)->id] = op;
}

/* Calls that are the last use of their object. Gives how many there are. */
static int find_calls(const Owner *owner, Call *calls) {
    int count = 0;
    for (int i = 0; i < owner->graph->block_count; i++) {
        Block *block = owner->graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            const Value *object = object_of(block->ops[j]);
            if (object && is_last_use(block, j, object))
                calls[count++] = (Call){block->ops[j], block};
        }
    }
    return count;
}

/* Of those the ones that come round. */
static void find_owned(Owner *owner, int capacity) {
    size_t size = owner->graph->value_count * sizeof *owner->calls;
    owner->owned = arena_alloc(owner->context->scratch, (size_t)capacity * sizeof *owner->owned);
    owner->calls = arena_alloc(owner->context->scratch, size);
    int count = find_calls(owner, owner->owned);
    for (int i = 0; i < count; i++)
        note_call(owner, owner->owned[i].op);
    for (int i = 0; i < count; i++)
        if (comes_round(owner, owner->owned[i].block, owner->owned[i].op))
            owner->owned[owner->owned_count++] = owner->owned[i];
    memset(owner->calls, 0, size);
    for (int i = 0; i < owner->owned_count; i++)
        note_call(owner, owner->owned[i].op);
}

/* ---- rewriting ---- */

static bool may_have_room(const Owner *owner, const Value *value) {
    return !value->is_const && owner->walk.seen[value->id] == owner->walk.number;
}

static Op *share_new(Owner *owner, const Pos *pos, Value *value) {
    Op *op = op_new(owner->graph, OP_SHARE, pos, NULL, &value, 1);
    op->name = owner->room;
    return op;
}

/* Whether the argument is the object of a call that owns it. */
static bool is_owned_at(const Owner *owner, const Op *op, int at) {
    const Asker *asker = op->code == OP_CALL ? op->graph->note : NULL;
    return asker && asker->param == at && owner->calls[op->args[at]->id] == op;
}

/* What an op of the block keeps is shared before; then it has no room any more. */
static void share_in_block(Owner *owner, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        for (int j = 0; j < op->arg_count; j++) {
            Value *value = op->args[j];
            if (!may_have_room(owner, value) || is_owned_at(owner, op, j) || !keeps(owner->context->scratch, op, j, 0))
                continue;
            owner->walk.seen[value->id] = 0;
            block_insert(block, i++, share_new(owner, op->pos, value));
        }
    }
}

/* Whether a link makes a second user of its argument: another input of its target, or a caller. */
static bool link_shares(const Link *link, int at) {
    int times = 0;
    for (int i = 0; i < link->arg_count; i++)
        times += link->args[i] == link->args[at];
    return times > 1 || block_has_fixed_inputs(link->target);
}

static void share_on_link(Owner *owner, Link *link) {
    bool *shares = arena_alloc(owner->context->scratch, (size_t)link->arg_count * sizeof *shares);
    bool any = false;
    for (int i = 0; i < link->arg_count; i++)
        any |= shares[i] = may_have_room(owner, link->args[i]) && link_shares(link, i);
    Block *middle = any ? link_split(link) : NULL;
    for (int i = 0; any && i < link->arg_count; i++)
        if (shares[i])
            block_append(middle, share_new(owner, owner->pos, middle->inputs[i]));
}

/* Finds the variables that may have room. */
static void follow_owned(Owner *owner) {
    walk_restart(&owner->walk);
    for (int i = 0; i < owner->owned_count; i++)
        walk_add(&owner->walk, owner->owned[i].op->result, owner->owned[i].block);
    for (int i = 0; i < owner->walk.count; i++)
        walk_links(&owner->walk, owner->walk.items[i]);
}

static void rewrite(Owner *owner) {
    int blocks = owner->graph->block_count;
    for (int i = 0; i < blocks; i++) {
        Block *block = owner->graph->blocks[i];
        share_in_block(owner, block);
        for (int j = 0; j < block->exit_count; j++)
            share_on_link(owner, block->exits[j]);
    }
    for (int i = 0; i < owner->owned_count; i++) {
        Op *op = owner->owned[i].op;
        op->graph = owning_copy(op->graph->note, op->graph);
    }
    graph_renumber(owner->graph);
    owner->context->fired += owner->owned_count;
}

static int count_calls(Owner *owner) {
    int count = 0;
    for (int i = 0; i < owner->graph->block_count; i++)
        for (int j = 0; j < owner->graph->blocks[i]->op_count; j++)
            if (object_of(owner->graph->blocks[i]->ops[j])) {
                owner->pos = owner->graph->blocks[i]->ops[j]->pos;
                count++;
            }
    return count;
}

static void visit(PassContext *context, Graph *graph, const char *room) {
    Owner owner = {.context = context, .graph = graph, .room = room};
    int count = count_calls(&owner);
    if (!count)
        return;
    graph_renumber(graph);
    owner.walk = walk_new(context->scratch, graph);
    find_owned(&owner, count);
    if (!owner.owned_count)
        return;
    follow_owned(&owner);
    rewrite(&owner);
}

void pass_ownership(PassContext *context, Graph *none) {
    (void)none;
    const char *room = NULL;
    Program *program = context->program;
    int count = program->graph_count; /* the copies need no visit: they only ask */
    for (int i = 0; i < count; i++) {
        Asker *asker = find_asker(context->scratch, program->graphs[i]);
        program->graphs[i]->note = asker;
        room = asker ? asker->room : room;
    }
    for (int i = 0; i < count && room; i++)
        visit(context, program->graphs[i], room);
}
