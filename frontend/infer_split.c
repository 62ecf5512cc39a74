/* Conflicts: cells whose set has no common representation. The definitions on the way of the two sides are split
 * (analysed per call string) and the program analysed again; what no split separates is reported with both origins. */
#include "frontend/infer_internal.h"

enum { CHAIN_LIMIT = 200, CALLER_DEPTH = 3, CAUSE_DEPTH = 4, CAUSE_LIMIT = 16 };

int split_level(const Inference *inf, const void *definition) {
    const uint64_t *level = map_find(&inf->splits->levels, (uint64_t)(uintptr_t)definition);
    return level ? (int)*level : 0;
}

/* ---- which sets have a representation ------------------------------------------------------------- */

typedef enum Family { FAMILY_INSTANCE, FAMILY_TUPLE, FAMILY_ARRAY, FAMILY_CALLABLE, FAMILY_SINGLE } Family;

static Family con_family(const Con *con) {
    switch (con->kind) {
    case CON_INSTANCE:
        return FAMILY_INSTANCE;
    case CON_TUPLE:
        return FAMILY_TUPLE;
    case CON_ARRAY:
        return FAMILY_ARRAY;
    case CON_FUNCTION:
    case CON_METHOD:
    case CON_CLASS:
        return FAMILY_CALLABLE;
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return FAMILY_SINGLE;
}

static bool are_related(const Con *a, const Con *b) {
    Family family = con_family(a);
    if (family != con_family(b) || family == FAMILY_SINGLE || family == FAMILY_TUPLE)
        return false;
    if (family != FAMILY_INSTANCE)
        return true;
    ClassDef *base = class_common_base(a->inst->def, b->inst->def);
    return base && !class_is_object(base);
}

/* A word among others: see class_is_word. */
static bool has_word_among_others(const Cell *cell) {
    bool has_word = false;
    for (int i = 0; i < cell->con_count; i++)
        has_word |= cell->cons[i]->kind == CON_INSTANCE && class_is_word(cell->cons[i]->inst->def);
    return has_word && (cell->con_count > 1 || cell->scalars);
}

Con *cell_conflict(Cell *cell, Con **other, uint32_t *scalar) {
    bool has_word = has_word_among_others(cell);
    uint32_t scalars = has_word ? cell->scalars : cell->scalars & ~(uint32_t)S_NONE;
    *other = NULL;
    *scalar = scalars & (~scalars + 1);
    if (cell->con_count && scalars)
        return cell->cons[0];
    Con *first = NULL;
    bool has_open = cell->con_count > 1 && cell_open_tuple(cell);
    for (int i = 0; i < cell->con_count; i++) {
        if (has_open && cell->cons[i]->kind == CON_TUPLE)
            continue;
        if (first && (has_word || !are_related(first, cell->cons[i]))) {
            *other = first;
            return cell->cons[i];
        }
        first = first ? first : cell->cons[i];
    }
    return NULL;
}

bool cell_is_mixture(Cell *cell) {
    cell = cell_root(cell);
    if (cell->con_count + (cell->scalars != 0) < 2)
        return false;
    Con *other;
    uint32_t scalar;
    return cell_conflict(cell, &other, &scalar) != NULL;
}

bool has_mixed_operand(Inference *inf, const OpNode *node) {
    for (int i = 0; i < node->op->arg_count; i++)
        if (!node->op->args[i]->is_const && cell_is_mixture(body_cell(inf, node->body, node->op->args[i])))
            return true;
    return false;
}

/* ---- the definitions on the way ----------------------------------------------------------------------- */

static bool raise_level(Inference *inf, const void *definition) {
    if (split_level(inf, definition) >= MAX_SPLIT_LEVEL)
        return false;
    ++*map_put(inf->program->arena, &inf->splits->levels, (uint64_t)(uintptr_t)definition);
    inf->splits->count++;
    return true;
}

typedef struct Candidates {
    Arena *arena;
    const void **items;
    int count, capacity;
    Map known;
} Candidates;

static void add_candidate(Candidates *list, const void *definition) {
    uint64_t *known = map_put(list->arena, &list->known, (uint64_t)(uintptr_t)definition);
    if (*known)
        return;
    *known = 1;
    list->items = arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = definition;
}

/* The function and those that called it (a template's caller stands for it): a split below needs one above to tell its
 * calls apart. */
static void add_body(Candidates *list, const Body *body) {
    for (int depth = 0; body && depth < CALLER_DEPTH; body = body->call_node ? body->call_node->body : NULL)
        if (body->func && !(body->graph->file && body->graph->file->is_library)) {
            add_candidate(list, body->graph);
            depth++;
        }
}

/* The items of a library's container that a class of the program extends are that class's. */
static void add_class(Candidates *list, const ClassInst *inst) {
    if (inst->def->generator)
        add_body(list, inst->def->generator);
    else if (!inst->def->is_library)
        add_candidate(list, inst->def->site);
    else
        for (int i = 0; inst->key && i < inst->sub_count; i++)
            add_class(list, inst_root(inst->subs[i]));
}

static void add_owner(Candidates *list, Cell *cell) {
    cell = cell_root(cell);
    if (cell->owner)
        add_body(list, cell->owner);
    if (!cell->inst_owner)
        return;
    ClassInst *inst = cell->inst_owner;
    if (inst->con.site_body)
        add_body(list, inst->con.site_body);
    add_class(list, inst);
}

Arrival *find_arrival(Cell *cell, const Con *con, uint32_t scalar) {
    for (Arrival *arrival = cell_root(cell)->arrivals; arrival; arrival = arrival->next)
        if (con ? arrival->con && con_same_key(arrival->con, con) : arrival->scalar == scalar)
            return arrival;
    return NULL;
}

static void walk_back(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, Candidates *list);

/* What was called, or whose attribute was read, decides what comes back: how its constructors got there counts, too. */
static void add_receiver(Inference *inf, const OpNode *node, Candidates *list) {
    const Op *op = node->op;
    if ((op->code != OP_CALL_PY && op->code != OP_GETATTR) || !op->arg_count || op->args[0]->is_const ||
        inf->walk_depth >= 2)
        return;
    Cell *cell = cell_root(body_cell(inf, node->body, op->args[0]));
    if (cell->con_count < 2 && op->code == OP_CALL_PY && cell_find_con(cell, CON_FUNCTION))
        return;
    inf->walk_depth++;
    for (int i = 0; i < cell->con_count && i < 4; i++)
        walk_back(inf, cell, cell->cons[i], 0, list);
    inf->walk_depth--;
}

/* The way a constructor took into the cell, back to where it was made. */
static void walk_back(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, Candidates *list) {
    uint32_t stamp = ++inf->visit;
    Arrival *arrival = find_arrival(cell, con, scalar);
    for (int steps = 0; arrival && steps < CHAIN_LIMIT; steps++) {
        if (arrival->via && arrival->via->kind == NODE_OP) {
            add_body(list, ((OpNode *)arrival->via)->body);
            add_receiver(inf, (OpNode *)arrival->via, list);
        }
        Cell *from = arrival->from ? cell_root(arrival->from) : NULL;
        if (!from || from->visit == stamp)
            break;
        from->visit = stamp;
        add_owner(list, from);
        Arrival *before = find_arrival(from, con, scalar);
        if (!before)
            break;
        arrival = before;
    }
}

/* Where the cell was made one with others, and where the cells of that place were: a list of lists joins from the
 * outside in. */
static void add_causes(Candidates *list, Cell *cell, int depth) {
    int count = 0;
    for (Cause *cause = cell_root(cell)->causes; cause && depth < CAUSE_DEPTH && count < CAUSE_LIMIT;
         cause = cause->next, count++) {
        add_owner(list, cause->at);
        if (cell_root(cause->at) != cell_root(cell))
            add_causes(list, cause->at, depth + 1);
    }
}

static void conflict_candidates(Inference *inf, Cell *cell, Candidates *list) {
    Con *other;
    uint32_t scalar;
    Con *con = cell_conflict(cell, &other, &scalar);
    add_causes(list, cell, 0);
    add_owner(list, cell);
    walk_back(inf, cell, con, 0, list);
    walk_back(inf, cell, other, other ? 0 : scalar, list);
}

/* Several functions came to a call whose arguments do not fit one of them: a decorator used on functions of different
 * signatures. */
static void failed_call_candidates(Inference *inf, const OpNode *node, Candidates *list) {
    if (node->op->code != OP_CALL_PY || node->op->args[0]->is_const)
        return;
    Cell *callee = cell_root(body_cell(inf, node->body, node->op->args[0]));
    if (callee->con_count < 2)
        return;
    add_body(list, node->body);
    add_causes(list, callee, 0);
    add_owner(list, callee);
    for (int i = 0; i < callee->con_count; i++)
        walk_back(inf, callee, callee->cons[i], 0, list);
}

/* A function that makes classes with values of their own: one for each call site at least. */
static bool split_class_makers(Inference *inf) {
    bool any = false;
    for (int i = 0; i < inf->class_count; i++) {
        const ClassDef *def = inf->classes[i];
        if (!def->is_library && def->site_body->func && !split_level(inf, def->site_body->graph) &&
            class_has_state(inf, def))
            any |= raise_level(inf, def->site_body->graph);
    }
    return any;
}

/* A function made by a call, as decorators do, that is several methods: one for each call, so that a call of a method
 * knows what it captured. */
static bool split_shared_methods(Inference *inf) {
    Map holders = {0};
    bool any = false;
    for (int i = 0; i < inf->class_count; i++)
        for (int k = 0; k < inf->classes[i]->member_count && !inf->classes[i]->is_library; k++) {
            const Con *con = cell_find_con(inf->classes[i]->members[k].cell, CON_FUNCTION);
            if (!con || !func_has_state(con->func) || !con->func->make_body->func)
                continue;
            uint64_t *seen = map_put(inf->arena, &holders, (uint64_t)(uintptr_t)con->func);
            const Graph *maker = con->func->make_body->graph;
            if ((*seen)++ && maker->file && !maker->file->is_library)
                any |= raise_level(inf, maker);
        }
    return any;
}

bool infer_split_conflicts(Inference *inf) {
    Candidates list = {.arena = inf->arena};
    for (int i = 0; i < inf->failed_count; i++)
        failed_call_candidates(inf, inf->failed[i], &list);
    for (int i = 0; i < inf->cell_count; i++) {
        Cell *cell = inf->all_cells[i];
        if (!cell->parent && cell_is_mixture(cell))
            conflict_candidates(inf, cell, &list);
    }
    bool any = split_class_makers(inf) | split_shared_methods(inf);
    for (int i = 0; i < list.count; i++)
        any |= raise_level(inf, list.items[i]);
    return any;
}
