/* Sets by union-find; joining two joins their contents, which is done from a list, not by recursion. */
#include "passes/escape_sets.h"

#include <string.h>

enum { SOME_MORE = 64 };

static const char items_key; /* of what arrays hold */

/* ---- sets ---- */

static uint32_t find(const EscapeSets *sets, uint32_t id) {
    EscapeSet *items = sets->items;
    while (items[id].parent != id) {
        items[id].parent = items[items[id].parent].parent;
        id = items[id].parent;
    }
    return id;
}

static bool is_object(const Value *value) {
    return type_is_gc_ptr(value->type);
}

EscapeSet *escape_set_of(const EscapeSets *sets, const Value *value) {
    return &sets->items[find(sets, value->id)];
}

static uint32_t add_set(EscapeSets *sets) {
    sets->items = arena_grow(sets->scratch, sets->items, sets->count, &sets->capacity, sizeof *sets->items);
    sets->items[sets->count] = (EscapeSet){.parent = (uint32_t)sets->count};
    return (uint32_t)sets->count++;
}

static EscapeCell *find_cell(const EscapeSets *sets, uint32_t set, const void *key) {
    EscapeCell *cell = sets->items[find(sets, set)].cells;
    while (cell && cell->key != key)
        cell = cell->next;
    return cell;
}

/* In order of the keys' addresses: any order that is the same in all functions will do. */
static void insert_cell(EscapeSet *set, EscapeCell *cell) {
    EscapeCell **at = &set->cells;
    while (*at && (uintptr_t)(*at)->key < (uintptr_t)cell->key)
        at = &(*at)->next;
    cell->next = *at;
    *at = cell;
}

static uint32_t content(EscapeSets *sets, uint32_t set, const void *key) {
    EscapeCell *cell = find_cell(sets, set, key);
    if (cell)
        return find(sets, cell->set);
    cell = arena_alloc(sets->scratch, sizeof *cell);
    *cell = (EscapeCell){.key = key, .set = add_set(sets)};
    insert_cell(&sets->items[find(sets, set)], cell);
    return cell->set;
}

static void push_pending(EscapeSets *sets, uint32_t id) {
    sets->pending =
        arena_grow(sets->scratch, sets->pending, sets->pending_count, &sets->pending_capacity, sizeof *sets->pending);
    sets->pending[sets->pending_count++] = id;
}

/* The cells of `from`, which is being joined to `into`, go there; those of one key will be joined. */
static void move_cells(EscapeSets *sets, EscapeCell *from, uint32_t into) {
    for (EscapeCell *next; from; from = next) {
        next = from->next;
        const EscapeCell *same = find_cell(sets, into, from->key);
        if (same) {
            push_pending(sets, same->set);
            push_pending(sets, from->set);
        } else {
            insert_cell(&sets->items[into], from);
        }
    }
}

static void join_pair(EscapeSets *sets, uint32_t a, uint32_t b) {
    a = find(sets, a);
    b = find(sets, b);
    if (a == b)
        return;
    EscapeSet *into = &sets->items[a], *from = &sets->items[b];
    from->parent = a;
    into->is_open |= from->is_open;
    into->escapes |= from->escapes;
    if (!into->user || (into->user->code == OP_CALL && from->user))
        into->user = from->user;
    if (!into->why) {
        into->why = from->why;
        into->where = from->where;
    }
    move_cells(sets, from->cells, a);
}

static void join(EscapeSets *sets, uint32_t a, uint32_t b) {
    join_pair(sets, a, b);
    while (sets->pending_count) {
        sets->pending_count -= 2;
        join_pair(sets, sets->pending[sets->pending_count], sets->pending[sets->pending_count + 1]);
    }
}

/* ---- values ---- */

static bool is_some_object(const Value *value) {
    return is_object(value) && (!value->is_const || value->constant.kind == CONST_DATA);
}

static void open(const EscapeSets *sets, uint32_t set) {
    sets->items[find(sets, set)].is_open = true;
}

static void note_why(const EscapeSets *sets, const Value *value, const char *why, const Pos *where) {
    if (value->is_const || !is_object(value) || escape_set_of(sets, value)->why)
        return;
    escape_set_of(sets, value)->why = why;
    escape_set_of(sets, value)->where = where;
}

static void let_escape(const EscapeSets *sets, const Value *value, const char *why, const Pos *where) {
    if (value->is_const || !is_object(value))
        return;
    escape_set_of(sets, value)->escapes = true;
    note_why(sets, value, why, where);
}

/* An op uses its arguments in a way that is not followed; `callee` is the function that gets them, if it is known. */
static void let_args_escape(const EscapeSets *sets, const Op *op, int first, const Graph *callee) {
    for (int i = first; i < op->arg_count; i++) {
        const Value *arg = op->args[i];
        if (arg->is_const || !is_object(arg))
            continue;
        const char *why = escape_set_of(sets, arg)->why;
        if (!why && callee)
            why = remark_call(sets->scratch, callee);
        else if (!why && op->code == OP_CALL_INDIRECT)
            why = "passed to an unknown function";
        else if (!why)
            why = arena_printf(sets->scratch, "used by `%s`", op_info[op->code].text);
        let_escape(sets, arg, why, op->pos);
    }
}

/* The set also has this value, if that is an object. */
static void put(EscapeSets *sets, uint32_t set, const Value *value) {
    if (!is_some_object(value))
        return;
    if (value->is_const)
        open(sets, set);
    else
        join(sets, set, value->id);
}

static void come_from_elsewhere(const EscapeSets *sets, const Value *value) {
    if (value && is_object(value))
        open(sets, value->id);
}

/* ---- calls ---- */

static void call_unknown(const EscapeSets *sets, const Op *op, int first, const Graph *callee) {
    let_args_escape(sets, op, first, callee);
    come_from_elsewhere(sets, op->result);
}

/* The caller's set for a node of the summary: a new one, or that of an argument. */
typedef struct NodeMap {
    uint32_t sets[MOST_ESCAPE_NODES];
    bool is_known[MOST_ESCAPE_NODES];
} NodeMap;

static void map_node(EscapeSets *sets, NodeMap *map, int node, uint32_t set) {
    if (map->is_known[node])
        join(sets, map->sets[node], set);
    map->sets[node] = set;
    map->is_known[node] = true;
}

static void map_root(EscapeSets *sets, NodeMap *map, const EscapeSummary *summary, int node, const Op *op,
                     const Value *value) {
    if (node < 0 || !value || !is_some_object(value))
        return;
    uint32_t set = value->is_const ? add_set(sets) : value->id;
    if (value->is_const)
        open(sets, set);
    else if (!escape_set_of(sets, value)->user && op->code == OP_CALL && value != op->result)
        escape_set_of(sets, value)->user = op;
    map_node(sets, map, node, set);
    if (summary->is_open[node])
        open(sets, set);
}

/* Of an argument, what the callee does is the reason; what it holds escapes because it was stored there. */
static void let_node_escape(const EscapeSets *sets, const EscapeSummary *summary, const NodeMap *map, int node,
                            const Op *op, const Graph *callee) {
    EscapeSet *set = &sets->items[find(sets, map->sets[node])];
    bool is_argument = false;
    set->escapes = true;
    for (int i = 0; i < summary->root_count - 1; i++)
        is_argument |= summary->roots[i] == node;
    if (set->why || !is_argument)
        return;
    set->why = remark_call(sets->scratch, callee);
    set->where = op->pos;
}

/* Follows the summary's edges from the nodes that are known; more than once where a later edge leads to an earlier node
 * that only it reaches here. */
static void map_contents(EscapeSets *sets, NodeMap *map, const EscapeSummary *summary) {
    bool is_done[MOST_ESCAPE_EDGES] = {false};
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < summary->edge_count; i++) {
            const EscapeEdge *edge = &summary->edges[i];
            if (is_done[i] || !map->is_known[edge->from])
                continue;
            map_node(sets, map, edge->to, content(sets, map->sets[edge->from], edge->key));
            is_done[i] = changed = true;
        }
    }
}

static void call_known(EscapeSets *sets, const Op *op, int first, const Graph *callee) {
    const EscapeSummary *summary = sets->summaries[callee->index];
    NodeMap map = {0};
    if (!summary)
        return;
    if (summary->is_unknown || summary->root_count != op->arg_count - first + 1) {
        call_unknown(sets, op, first, callee);
        return;
    }
    for (int i = first; i < op->arg_count; i++)
        map_root(sets, &map, summary, summary->roots[i - first], op, op->args[i]);
    map_root(sets, &map, summary, summary->roots[summary->root_count - 1], op, op->result);
    map_contents(sets, &map, summary);
    for (int i = 0; i < summary->node_count; i++) {
        if (map.is_known[i] && summary->escapes[i])
            let_node_escape(sets, summary, &map, i, op, callee);
        if (map.is_known[i] && summary->is_open[i])
            open(sets, map.sets[i]);
    }
}

static void call_indirect(EscapeSets *sets, const Op *op) {
    if (!op->graph_count)
        call_unknown(sets, op, 1, NULL);
    for (int i = 0; i < op->graph_count; i++)
        call_known(sets, op, 1, op->graphs[i]);
}

/* ---- ops ---- */

static void read_from(EscapeSets *sets, const Op *op, const void *key) {
    const Value *object = op->args[0];
    if (!is_object(op->result))
        return;
    if (object->is_const || !is_object(object))
        open(sets, op->result->id);
    else
        join(sets, op->result->id, content(sets, object->id, key));
}

static void write_to(EscapeSets *sets, const Op *op, const void *key, const Value *value) {
    const Value *object = op->args[0];
    if (!is_some_object(value))
        return;
    if (!value->is_const) {
        EscapeSet *set = escape_set_of(sets, value);
        set->user = !set->user || set->user->code == OP_CALL ? op : set->user;
    }
    if (object->is_const || !is_object(object))
        let_escape(sets, value, NULL, op->pos);
    else
        put(sets, content(sets, object->id, key), value);
}

static void copy_items(EscapeSets *sets, const Op *op) {
    const Value *target = op->args[0], *source = op->args[2];
    if (!type_is_gc_ptr(type_variable_part(target->type->item)->item))
        return;
    if (target->is_const && !source->is_const)
        sets->items[content(sets, source->id, &items_key)].escapes = true;
    else if (!target->is_const && source->is_const)
        open(sets, content(sets, target->id, &items_key));
    else if (!target->is_const)
        join(sets, content(sets, target->id, &items_key), content(sets, source->id, &items_key));
}

static void look_at_op(EscapeSets *sets, const Op *op) {
    switch ((int)op->code) {
    case OP_MALLOC:
    case OP_MALLOC_VAR:
    case OP_MALLOC_UNSET:
    case OP_STACK_ALLOC:
    case OP_STACK_ALLOC_VAR:
    case OP_STACK_ALLOC_UNSET:
    case OP_PTR_EQ:
    case OP_PTR_NE:
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
    case OP_IS_INSTANCE:
    case OP_TYPE_OF:
    case OP_TYPE_ID:
    case OP_IDENTITY_HASH:
    case OP_ARRAY_LEN:
    case OP_ARRAY_COMPARE:
    case OP_KEEPALIVE:
    case OP_SHARE:
    case OP_LAST_USE:
        return;
    case OP_CAST:
    case OP_SAME_AS:
    case OP_RESIZE:
        if (is_object(op->result))
            put(sets, op->result->id, op->args[0]);
        return;
    case OP_GETFIELD:
        read_from(sets, op, type_field(op->args[0]->type->item, op->name));
        return;
    case OP_ARRAY_GET:
        read_from(sets, op, &items_key);
        return;
    case OP_SETFIELD:
        write_to(sets, op, type_field(op->args[0]->type->item, op->name), op->args[1]);
        return;
    case OP_ARRAY_SET:
        write_to(sets, op, &items_key, op->args[2]);
        return;
    case OP_ARRAY_COPY:
        copy_items(sets, op);
        return;
    case OP_CALL:
        call_known(sets, op, 0, op->graph);
        return;
    case OP_CALL_INDIRECT:
        call_indirect(sets, op);
        return;
    default:
        call_unknown(sets, op, 0, NULL);
    }
}

static void look_at_link(EscapeSets *sets, const Link *link) {
    const Block *target = link->target;
    const Pos *pos = link->source->op_count ? link->source->ops[link->source->op_count - 1]->pos : link->source->pos;
    come_from_elsewhere(sets, link->exception);
    for (int i = 0; i < link->arg_count; i++) {
        if (target == target->graph->except_block)
            let_escape(sets, link->args[i], "raised", pos);
        else if (is_object(target->inputs[i]))
            put(sets, target->inputs[i]->id, link->args[i]);
        if (target == target->graph->return_block)
            note_why(sets, link->args[i], "returned", pos);
    }
}

/* ---- conclusions ---- */

/* Whether the cell's set learns something from the set that it is in. */
static bool spread_to_cell(const EscapeSets *sets, const EscapeSet *outer, const EscapeCell *cell) {
    EscapeSet *inner = &sets->items[find(sets, cell->set)];
    bool escapes = (outer->escapes || outer->is_open) && !inner->escapes;
    bool outlives = outer->outlives && !inner->outlives;
    inner->escapes |= escapes;
    inner->outlives |= outlives;
    return escapes || outlives;
}

/* Contents of what escapes or outlives do so, too. */
static void spread(EscapeSets *sets) {
    for (int i = 0; i < sets->count; i++)
        push_pending(sets, (uint32_t)i);
    while (sets->pending_count) {
        const EscapeSet *outer = &sets->items[sets->pending[--sets->pending_count]];
        for (const EscapeCell *cell = outer->cells; cell; cell = cell->next)
            if (spread_to_cell(sets, outer, cell))
                push_pending(sets, find(sets, cell->set));
    }
}

/* What the callers have: the result, and whatever they can reach from the arguments. */
static void mark_outliving(const EscapeSets *sets) {
    const Graph *graph = sets->graph;
    for (int i = 0; i < graph->start->input_count; i++) {
        if (!is_object(graph->start->inputs[i]))
            continue;
        const EscapeSet *set = escape_set_of(sets, graph->start->inputs[i]);
        for (const EscapeCell *cell = set->cells; cell; cell = cell->next)
            sets->items[find(sets, cell->set)].outlives = true;
    }
    for (int i = 0; i < graph->return_block->input_count; i++)
        if (is_object(graph->return_block->inputs[i]))
            escape_set_of(sets, graph->return_block->inputs[i])->outlives = true;
}

EscapeSets *escape_sets_new(Arena *scratch, const Graph *graph, EscapeSummaries summaries) {
    EscapeSets *sets = arena_alloc(scratch, sizeof *sets);
    *sets = (EscapeSets){.scratch = scratch, .graph = graph, .summaries = summaries};
    sets->count = (int)graph->value_count;
    sets->capacity = sets->count + SOME_MORE;
    sets->items = arena_alloc(scratch, (size_t)sets->capacity * sizeof *sets->items);
    for (int i = 0; i < sets->count; i++)
        sets->items[i].parent = (uint32_t)i;
    for (int i = 0; i < graph->block_count; i++) {
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            look_at_op(sets, graph->blocks[i]->ops[j]);
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            look_at_link(sets, graph->blocks[i]->exits[j]);
    }
    mark_outliving(sets);
    spread(sets);
    return sets;
}

static void visit(EscapeSets *sets, uint32_t id) {
    uint32_t set = find(sets, id);
    if (sets->items[set].visit != sets->visit)
        push_pending(sets, set);
    sets->items[set].visit = sets->visit;
}

bool escape_reaches(EscapeSets *sets, Value *const *outer, int count, const Value *inner) {
    uint32_t goal = find(sets, inner->id);
    sets->visit++;
    for (int i = 0; i < count; i++)
        if (is_object(outer[i]))
            visit(sets, outer[i]->id);
    while (sets->pending_count && sets->items[goal].visit != sets->visit)
        for (const EscapeCell *cell = sets->items[sets->pending[--sets->pending_count]].cells; cell; cell = cell->next)
            visit(sets, cell->set);
    sets->pending_count = 0;
    return sets->items[goal].visit == sets->visit;
}

/* ---- summaries ---- */

/* The sets of a summary by number. */
typedef struct Nodes {
    uint32_t sets[MOST_ESCAPE_NODES];
    int uses[MOST_ESCAPE_NODES];
    int count;
} Nodes;

static int node_of(const EscapeSets *sets, Nodes *nodes, uint32_t id) {
    uint32_t set = find(sets, id);
    int at = 0;
    while (at < nodes->count && nodes->sets[at] != set)
        at++;
    if (at == nodes->count && nodes->count < MOST_ESCAPE_NODES)
        nodes->sets[nodes->count++] = set;
    if (at < MOST_ESCAPE_NODES)
        nodes->uses[at]++;
    return at;
}

static int root_node(const EscapeSets *sets, Nodes *nodes, const Value *value) {
    if (!is_object(value))
        return -1;
    int node = node_of(sets, nodes, value->id);
    if (node < MOST_ESCAPE_NODES)
        nodes->uses[node]++; /* it stays */
    return node;
}

/* False: there are too many. */
static bool find_roots(const EscapeSets *sets, EscapeSummary *summary, Nodes *nodes) {
    const Graph *graph = sets->graph;
    int count = graph->start->input_count;
    for (int i = 0; i < count; i++)
        summary->roots[i] = root_node(sets, nodes, graph->start->inputs[i]);
    summary->roots[count] =
        graph->return_block->input_count ? root_node(sets, nodes, graph->return_block->inputs[0]) : -1;
    return nodes->count < MOST_ESCAPE_NODES;
}

/* Sets in the order in which they are found, so an edge stands before those that begin where it ends. */
static bool find_edges(const EscapeSets *sets, EscapeSummary *summary, Nodes *nodes) {
    for (int i = 0; i < nodes->count; i++)
        for (const EscapeCell *cell = sets->items[nodes->sets[i]].cells; cell; cell = cell->next) {
            if (summary->edge_count == MOST_ESCAPE_EDGES || nodes->count == MOST_ESCAPE_NODES)
                return false;
            int to = node_of(sets, nodes, cell->set);
            summary->edges[summary->edge_count++] = (EscapeEdge){cell->key, i, to};
        }
    return nodes->count < MOST_ESCAPE_NODES;
}

static bool is_leaf(const EscapeSummary *summary, int node) {
    for (int i = 0; i < summary->edge_count; i++)
        if (summary->edges[i].from == node)
            return false;
    return true;
}

/* Drops the edges to sets of which there is nothing to say. */
static void prune(EscapeSummary *summary, Nodes *nodes) {
    for (int i = summary->edge_count - 1; i >= 0; i--) {
        int to = summary->edges[i].to;
        if (nodes->uses[to] > 1 || summary->escapes[to] || summary->is_open[to] || !is_leaf(summary, to))
            continue;
        nodes->uses[to]--;
        summary->edge_count--;
        memmove(&summary->edges[i], &summary->edges[i + 1], (size_t)(summary->edge_count - i) * sizeof *summary->edges);
    }
}

EscapeSummary *escape_summary(const EscapeSets *sets, Arena *arena) {
    const Graph *graph = sets->graph;
    EscapeSummary *summary = arena_alloc(arena, sizeof *summary);
    Nodes nodes = {0};
    summary->root_count = graph->start->input_count + 1;
    summary->roots = arena_alloc(arena, (size_t)summary->root_count * sizeof *summary->roots);
    summary->is_unknown =
        graph->is_generator || !find_roots(sets, summary, &nodes) || !find_edges(sets, summary, &nodes);
    if (summary->is_unknown)
        return summary;
    summary->node_count = nodes.count;
    for (int i = 0; i < nodes.count; i++) {
        summary->escapes[i] = sets->items[nodes.sets[i]].escapes;
        summary->is_open[i] = sets->items[nodes.sets[i]].is_open;
    }
    prune(summary, &nodes);
    return summary;
}

bool escape_summary_equal(const EscapeSummary *a, const EscapeSummary *b) {
    if (!a || !b)
        return a == b;
    if (a->is_unknown || b->is_unknown)
        return a->is_unknown == b->is_unknown;
    return a->root_count == b->root_count && a->node_count == b->node_count && a->edge_count == b->edge_count &&
           !memcmp(a->roots, b->roots, (size_t)a->root_count * sizeof *a->roots) &&
           !memcmp(a->escapes, b->escapes, sizeof a->escapes) && !memcmp(a->is_open, b->is_open, sizeof a->is_open) &&
           !memcmp(a->edges, b->edges, (size_t)a->edge_count * sizeof *a->edges);
}
