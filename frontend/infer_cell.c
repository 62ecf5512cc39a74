/* Cells and constructors: sets that grow, flow along edges and unify; and the queue of work. */
#include "frontend/infer_internal.h"

/* ---- the queue ---------------------------------------------------------------------------- */

static void queue_grow(Inference *inf) {
    int capacity = inf->queue_capacity ? inf->queue_capacity * 2 : 1024;
    Node **queue = arena_alloc(inf->arena, (size_t)capacity * sizeof *queue);
    for (int i = 0; i < inf->queue_count; i++)
        queue[i] = inf->queue[(inf->queue_head + i) % inf->queue_capacity];
    inf->queue = queue;
    inf->queue_head = 0;
    inf->queue_capacity = capacity;
}

void node_push(Inference *inf, Node *node) {
    if (node->queued)
        return;
    node->queued = true;
    if (inf->queue_count == inf->queue_capacity)
        queue_grow(inf);
    inf->queue[(inf->queue_head + inf->queue_count++) % inf->queue_capacity] = node;
}

static uint64_t next_random(Inference *inf) {
    inf->random ^= inf->random << 13;
    inf->random ^= inf->random >> 7;
    inf->random ^= inf->random << 17;
    return inf->random;
}

/* With a seed, swaps a random queued node to the front: the result must not depend on the order. */
static void shuffle_front(Inference *inf) {
    int other = (int)(next_random(inf) % (uint64_t)inf->queue_count);
    Node **a = &inf->queue[inf->queue_head];
    Node **b = &inf->queue[(inf->queue_head + other) % inf->queue_capacity];
    Node *swap = *a;
    *a = *b;
    *b = swap;
}

Node *node_pop(Inference *inf) {
    if (!inf->queue_count)
        return NULL;
    if (inf->random)
        shuffle_front(inf);
    Node *node = inf->queue[inf->queue_head];
    inf->queue_head = (inf->queue_head + 1) % inf->queue_capacity;
    inf->queue_count--;
    node->queued = false;
    return node;
}

/* ---- cells ----------------------------------------------------------------------------------- */

Cell *cell_new(Inference *inf, Body *owner) {
    Cell *cell = arena_alloc(inf->arena, sizeof *cell);
    cell->node.kind = NODE_CELL;
    cell->owner = owner;
    cell->serial = ++inf->serial;
    inf->all_cells = arena_grow(inf->arena, inf->all_cells, inf->cell_count, &inf->cell_capacity, sizeof cell);
    inf->all_cells[inf->cell_count++] = cell;
    return cell;
}

Cell *cell_root(Cell *cell) {
    while (cell->parent) {
        if (cell->parent->parent)
            cell->parent = cell->parent->parent;
        cell = cell->parent;
    }
    return cell;
}

bool cell_is_empty(Cell *cell) {
    cell = cell_root(cell);
    return !cell->scalars && !cell->con_count;
}

static void cell_changed(Inference *inf, Cell *cell) {
    node_push(inf, &cell->node);
    for (Use *use = cell->uses; use; use = use->next)
        node_push(inf, use->node);
}

static void add_arrival(Inference *inf, Cell *cell, uint32_t scalar, Con *con, Node *via, Cell *from) {
    Arrival *arrival = arena_alloc(inf->arena, sizeof *arrival);
    *arrival = (Arrival){cell->arrivals, scalar, con, via, from};
    cell->arrivals = arrival;
}

/* Takes in which ints come from `from`, any if that is NULL. Whether more are known than before. */
static bool learn(Cell *cell, Cell *from) {
    from = from ? cell_root(from) : NULL;
    Knowing knowing = from ? from->knowing : KNOWS_MANY;
    if (knowing == KNOWS_NONE || cell->knowing == KNOWS_MANY)
        return false;
    if (knowing == KNOWS_ONE && cell->knowing == KNOWS_ONE && from->known == cell->known)
        return false;
    cell->knowing = cell->knowing == KNOWS_NONE ? knowing : KNOWS_MANY;
    cell->known = from ? from->known : 0;
    return true;
}

bool cell_knows(Cell *cell, int64_t *known) {
    cell = cell_root(cell);
    *known = cell->known;
    return cell->knowing == KNOWS_ONE && cell->scalars == S_INT && !cell->con_count;
}

/* The operations to which it matters which int they get. */
static void learnt(Inference *inf, Cell *cell) {
    node_push(inf, &cell->node);
    for (Use *use = cell->uses; use; use = use->next) {
        const Op *op = use->node->kind == NODE_OP ? ((OpNode *)use->node)->op : NULL;
        if (op && (op->code == OP_GETITEM || (op->code == OP_CALL_PY && op->pos->file && op->pos->file->is_library)))
            node_push(inf, use->node);
    }
}

void cell_add_scalars(Inference *inf, Cell *cell, uint32_t scalars, Node *via, Cell *from) {
    cell = cell_root(cell);
    uint32_t fresh = scalars & ~cell->scalars;
    bool is_news = (scalars & S_INT) && learn(cell, from);
    if (is_news && !fresh)
        learnt(inf, cell);
    if (!fresh)
        return;
    cell->scalars |= fresh;
    for (int i = 0; i < S_COUNT; i++)
        if (fresh >> i & 1)
            add_arrival(inf, cell, 1u << i, NULL, via, from);
    cell_changed(inf, cell);
}

static bool same_names(const Con *a, const Con *b) {
    if (!a->names || !b->names)
        return !a->names && !b->names;
    for (int i = 0; i < a->count; i++)
        if (a->names[i] != b->names[i])
            return false;
    return true;
}

static bool same_key_in_kind(const Con *a, const Con *b) {
    switch (a->kind) {
    case CON_INSTANCE:
        return a->inst->def == b->inst->def;
    case CON_TUPLE:
        return a->count == b->count && same_names(a, b);
    case CON_ARRAY:
        return true;
    case CON_FUNCTION:
        return a->func == b->func || (a->func->graph == b->func->graph && !func_has_state(a->func));
    case CON_CLASS:
        return a->def == b->def;
    case CON_SUPER:
        return a->def == b->def;
    case CON_METHOD:
    case CON_MODULE:
    case CON_INTRINSIC:
        return a->name == b->name;
    }
    return false;
}

bool con_same_key(const Con *a, const Con *b) {
    return a->kind == b->kind && same_key_in_kind(a, b);
}

static void unify_funcs(Inference *inf, FuncDef *a, FuncDef *b) {
    if (a == b)
        return;
    for (int i = 0; i < a->captured_count && i < b->captured_count; i++)
        cell_unify(inf, a->captured[i], b->captured[i]);
    for (int i = 0; i < a->default_count + a->kwdefault_count && i < b->default_count + b->kwdefault_count; i++)
        cell_unify(inf, a->defaults[i], b->defaults[i]);
}

/* Joins the parameters of two constructors with the same key. */
static void con_unify(Inference *inf, Con *a, Con *b) {
    if (a == b)
        return;
    if (a->kind == CON_INSTANCE)
        inst_unify(inf, a->inst, b->inst);
    else if (a->kind == CON_FUNCTION)
        unify_funcs(inf, a->func, b->func);
    else
        for (int i = 0; i < a->count; i++)
            cell_unify(inf, a->cells[i], b->cells[i]);
}

/* Classes that meet must agree on the layout of their common base: its instances in their contexts become one. */
static void unify_bases(Inference *inf, Cell *cell, Con *con) {
    if (con->kind != CON_INSTANCE || cell->con_count < 2)
        return;
    Cell *outer = inf->merging_at;
    inf->merging_at = cell;
    for (int i = 0; i < cell_root(cell)->con_count; i++) {
        Con *other = cell_root(cell)->cons[i];
        ClassDef *base =
            other->kind == CON_INSTANCE && other != con ? class_common_base(con->inst->def, other->inst->def) : NULL;
        if (base && !class_is_object(base))
            inst_unify(inf, inst_of_base(con->inst, base), inst_of_base(other->inst, base));
    }
    inf->merging_at = outer;
}

static void append_con(Inference *inf, Cell *cell, Con *con, Node *via, Cell *from) {
    cell->cons = arena_grow(inf->arena, cell->cons, cell->con_count, &cell->con_capacity, sizeof con);
    cell->cons[cell->con_count++] = con;
    add_arrival(inf, cell, 0, con, via, from);
    cell_changed(inf, cell);
}

static void meet_tuples(Inference *inf, Cell *cell, Con *con) {
    infer_meet_tuples(inf, cell, con);
    if (cell_root(cell)->opens)
        open_noted_tuples(inf, cell);
}

void cell_add_con(Inference *inf, Cell *cell, Con *con, Node *via, Cell *from) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++) {
        Con *old = cell->cons[i];
        if (old == con)
            return;
        if (con_same_key(old, con)) {
            Cell *outer = inf->merging_at;
            inf->merging_at = cell;
            con_unify(inf, old, con);
            inf->merging_at = outer;
            return;
        }
    }
    append_con(inf, cell, con, via, from);
    unify_bases(inf, cell, con);
    meet_tuples(inf, cell, con);
}

/* Most sets are copies of another, in the same order: as long as `to` holds what `from` begins with, the next is
 * neither there nor unlike the others, for in `from` it stands beside them. How many of them `to` holds then. */
static int add_same(Inference *inf, Cell *to, Cell *from, Node *via) {
    to = cell_root(to);
    int i = 0;
    while (i < from->con_count && i < to->con_count && to->cons[i] == from->cons[i])
        i++;
    while (i == to->con_count && i < from->con_count && !to->parent && !from->parent) {
        Con *con = from->cons[i++];
        append_con(inf, to, con, via, from);
        meet_tuples(inf, to, con);
    }
    return i;
}

void cell_add_all(Inference *inf, Cell *to, Cell *from, Node *via) {
    from = cell_root(from);
    if (cell_root(to) == from)
        return;
    cell_add_scalars(inf, to, from->scalars, via, from);
    int i = add_same(inf, to, from, via);
    for (; i < cell_root(from)->con_count; i++)
        cell_add_con(inf, to, cell_root(from)->cons[i], via, from);
}

void cell_flow(Inference *inf, Cell *from, Cell *to, Node *via) {
    from = cell_root(from);
    to = cell_root(to);
    if (from == to)
        return;
    uint64_t *known = map_put(inf->arena, &inf->edge_set, (uint64_t)from->serial << 32 | to->serial);
    if (*known)
        return;
    *known = 1;
    Edge *edge = arena_alloc(inf->arena, sizeof *edge);
    *edge = (Edge){from->edges, to, via};
    from->edges = edge;
    cell_add_all(inf, to, from, via);
}

void use_add(Inference *inf, Use **list, Node *node) {
    if (*list && (*list)->node == node)
        return;
    Use *use = arena_alloc(inf->arena, sizeof *use);
    *use = (Use){*list, node};
    *list = use;
}

void cell_use(Inference *inf, Cell *cell, Node *node) {
    use_add(inf, &cell_root(cell)->uses, node);
}

static void append_edges(Cell *to, Edge *list) {
    while (list) {
        Edge *next = list->next;
        list->next = to->edges;
        to->edges = list;
        list = next;
    }
}

static void append_uses(Cell *to, Use *list) {
    while (list) {
        Use *next = list->next;
        list->next = to->uses;
        to->uses = list;
        list = next;
    }
}

static void append_causes(Inference *inf, Cell *to, Cause *list) {
    while (list) {
        Cause *next = list->next;
        list->next = to->causes;
        to->causes = list;
        list = next;
    }
    if (inf->merging_at) {
        Cause *cause = arena_alloc(inf->arena, sizeof *cause);
        *cause = (Cause){to->causes, inf->merging_at};
        to->causes = cause;
    }
}

static void append_arrivals(Cell *to, Arrival *list) {
    while (list) {
        Arrival *next = list->next;
        list->next = to->arrivals;
        to->arrivals = list;
        list = next;
    }
}

/* The set of `gone` goes into `kept`; the provenance of what was there stays. */
static void merge_sets(Inference *inf, Cell *kept, Cell *gone) {
    Arrival *arrivals = gone->arrivals;
    gone->arrivals = NULL;
    kept->scalars |= gone->scalars;
    learn(kept, gone);
    for (int i = 0; i < gone->con_count; i++) {
        Arrival *before = kept->arrivals;
        cell_add_con(inf, kept, gone->cons[i], NULL, NULL);
        kept = cell_root(kept);
        if (kept->arrivals != before && !kept->arrivals->from && !kept->arrivals->via)
            kept->arrivals = kept->arrivals->next;
    }
    append_arrivals(cell_root(kept), arrivals);
}

void cell_unify(Inference *inf, Cell *a, Cell *b) {
    a = cell_root(a);
    b = cell_root(b);
    if (a == b)
        return;
    if (a->serial > b->serial) {
        Cell *swap = a;
        a = b;
        b = swap;
    }
    b->parent = a;
    if (!a->owner)
        a->owner = b->owner;
    if (!a->inst_owner)
        a->inst_owner = b->inst_owner;
    append_edges(a, b->edges);
    append_uses(a, b->uses);
    append_causes(inf, a, b->causes);
    merge_sets(inf, a, b);
    cell_root(a)->opens |= b->opens;
    if (cell_root(a)->opens)
        open_noted_tuples(inf, a);
    cell_changed(inf, cell_root(a));
}

Con *con_new(Inference *inf, ConKind kind) {
    Con *con = arena_alloc(inf->arena, sizeof *con);
    con->kind = kind;
    con->serial = ++inf->serial;
    return con;
}

Con *cell_find_con(Cell *cell, ConKind kind) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++)
        if (cell->cons[i]->kind == kind)
            return cell->cons[i];
    return NULL;
}

Con *cell_single(Cell *cell) {
    cell = cell_root(cell);
    return !cell->scalars && cell->con_count == 1 ? cell->cons[0] : NULL;
}

/* ---- instances -------------------------------------------------------------------------------- */

ClassInst *inst_root(ClassInst *inst) {
    while (inst->parent) {
        if (inst->parent->parent)
            inst->parent = inst->parent->parent;
        inst = inst->parent;
    }
    return inst;
}

static void unify_slots(Inference *inf, ClassInst *kept, ClassInst *gone) {
    for (int i = 0; i < gone->slot_count; i++) {
        Slot *slot = &gone->slots[i];
        Slot *mine = inst_slot(inf, kept, slot->name);
        mine->is_set |= slot->is_set;
        mine->is_deleted |= slot->is_deleted;
        if (!mine->read_at)
            mine->read_at = slot->read_at;
        cell_unify(inf, mine->cell, slot->cell);
    }
}

static void adopt_subs(Inference *inf, ClassInst *kept, const ClassInst *gone) {
    for (int i = 0; i < gone->sub_count; i++) {
        kept->subs = arena_grow(inf->arena, kept->subs, kept->sub_count, &kept->sub_capacity, sizeof *kept->subs);
        kept->subs[kept->sub_count++] = gone->subs[i];
    }
}

void inst_unify(Inference *inf, ClassInst *a, ClassInst *b) {
    a = inst_root(a);
    b = inst_root(b);
    if (a == b)
        return;
    if (a->serial > b->serial) {
        ClassInst *swap = a;
        a = b;
        b = swap;
    }
    b->parent = a;
    a->is_allocated |= b->is_allocated;
    for (int i = 0; i < a->def->type_var_count; i++)
        cell_unify(inf, a->args[i], b->args[i]);
    if (a->base && b->base)
        inst_unify(inf, a->base, b->base);
    unify_slots(inf, inst_root(a), b);
    adopt_subs(inf, inst_root(a), b);
    for (a = inst_root(a); a; a = a->base ? inst_root(a->base) : NULL)
        inst_hoist(inf, a);
}
