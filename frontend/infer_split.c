/* Conflicts: cells whose set has no common representation. The definitions on the way of the two sides are split
 * (analysed per call string) and the program analysed again; what no split separates is reported with both origins. */
#include "frontend/infer_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_SPLIT_LEVEL = 4, CHAIN_LIMIT = 200, CALLER_DEPTH = 3, CAUSE_DEPTH = 4, CAUSE_LIMIT = 16 };

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

/* The first constructor that does not go with the others of the set, or NULL. *other is what it meets: NULL for a
 * scalar. */
static Con *conflicting_con(Cell *cell, Con **other) {
    *other = NULL;
    if (cell->con_count && (cell->scalars & ~(uint32_t)S_NONE))
        return cell->cons[0];
    for (int i = 1; i < cell->con_count; i++)
        if (!are_related(cell->cons[0], cell->cons[i])) {
            *other = cell->cons[0];
            return cell->cons[i];
        }
    return NULL;
}

static bool is_conflict(Cell *cell) {
    Con *other;
    return conflicting_con(cell, &other) != NULL;
}

static bool belongs_to_library(const Cell *cell) {
    return cell->owner && cell->owner->graph->file && cell->owner->graph->file->is_library;
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
    const void *items[64];
    int count;
} Candidates;

static void add_candidate(Candidates *list, const void *definition) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i] == definition)
            return;
    if (list->count < 64)
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

static void add_owner(Candidates *list, Cell *cell) {
    cell = cell_root(cell);
    if (cell->owner)
        add_body(list, cell->owner);
    if (!cell->inst_owner)
        return;
    ClassInst *inst = cell->inst_owner;
    if (inst->con.site_body)
        add_body(list, inst->con.site_body);
    if (!inst->def->is_library)
        add_candidate(list, inst->def->site);
}

static Arrival *find_arrival(Cell *cell, const Con *con, uint32_t scalar) {
    for (Arrival *arrival = cell_root(cell)->arrivals; arrival; arrival = arrival->next)
        if (con ? arrival->con && con_same_key(arrival->con, con) : arrival->scalar == scalar)
            return arrival;
    return NULL;
}

static Arrival *walk_back(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, Candidates *list);

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

/* The way a constructor took into the cell, back to where it was made; gives the last step. */
static Arrival *walk_back(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, Candidates *list) {
    uint32_t stamp = ++inf->visit;
    Arrival *arrival = find_arrival(cell, con, scalar);
    for (int steps = 0; arrival && steps < CHAIN_LIMIT; steps++) {
        if (arrival->via && arrival->via->kind == NODE_OP && list) {
            add_body(list, ((OpNode *)arrival->via)->body);
            add_receiver(inf, (OpNode *)arrival->via, list);
        }
        Cell *from = arrival->from ? cell_root(arrival->from) : NULL;
        if (!from || from->visit == stamp)
            break;
        from->visit = stamp;
        if (list)
            add_owner(list, from);
        Arrival *before = find_arrival(from, con, scalar);
        if (!before)
            break;
        arrival = before;
    }
    return arrival;
}

static uint32_t some_scalar(const Cell *cell) {
    uint32_t scalars = cell->scalars & ~(uint32_t)S_NONE;
    return scalars & (~scalars + 1);
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
    Con *con = conflicting_con(cell, &other);
    add_causes(list, cell, 0);
    add_owner(list, cell);
    walk_back(inf, cell, con, 0, list);
    walk_back(inf, cell, other, other ? 0 : some_scalar(cell), list);
}

bool infer_split_conflicts(Inference *inf) {
    Candidates list = {.count = 0};
    for (int i = 0; i < inf->cell_count; i++) {
        Cell *cell = inf->all_cells[i];
        if (!cell->parent && is_conflict(cell))
            conflict_candidates(inf, cell, &list);
    }
    bool any = false;
    for (int i = 0; i < list.count; i++)
        any |= raise_level(inf, list.items[i]);
    return any;
}

/* ---- reports ---------------------------------------------------------------------------------------------- */

const Pos *user_pos(const Body *body, const Pos *pos) {
    for (; body && body->call_node && body->graph->file && body->graph->file->is_library; body = body->call_node->body)
        pos = body->call_node->op->pos;
    return pos;
}

void infer_error(Inference *inf, OpNode *node, const char *code, const char *format, ...) {
    char text[512];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    diag_error(inf->diags, code, user_pos(node->body, node->op->pos), "%s", text);
}

static const Pos *node_pos(const Node *node) {
    if (!node)
        return NULL;
    if (node->kind == NODE_OP)
        return user_pos(((const OpNode *)node)->body, ((const OpNode *)node)->op->pos);
    if (node->kind != NODE_LINK)
        return NULL;
    const LinkNode *link = (const LinkNode *)node;
    const Block *block = link->link->source;
    return user_pos(link->body, block->op_count ? block->ops[block->op_count - 1]->pos : block->pos);
}

/* A constant has no operation that makes it: the constant's own position serves. */
static const Pos *constant_pos(const Arrival *arrival, Cell *const_cell) {
    if (!arrival->via || arrival->via->kind != NODE_LINK)
        return NULL;
    const LinkNode *node = (const LinkNode *)arrival->via;
    (void)const_cell;
    for (int i = 0; i < node->link->arg_count; i++)
        if (node->link->args[i]->is_const && node->link->args[i]->pos)
            return user_pos(node->body, node->link->args[i]->pos);
    return NULL;
}

static const Pos *origin(Inference *inf, Cell *cell, const Con *con, uint32_t scalar) {
    Arrival *last = walk_back(inf, cell, con, scalar, NULL);
    if (!last)
        return NULL;
    if (last->from && !cell_root(last->from)->owner) {
        const Pos *pos = constant_pos(last, last->from);
        if (pos)
            return pos;
    }
    return last->via ? node_pos(last->via) : con && con->site ? con->site->pos : NULL;
}

static const char *side_text(Inference *inf, const Con *con, uint32_t scalar) {
    Cell *cell = cell_new(inf, NULL);
    if (con)
        cell_add_con(inf, cell, (Con *)con, NULL, NULL);
    else
        cell_add_scalars(inf, cell, scalar, NULL, NULL);
    return cell_text(inf, cell);
}

/* Both sides came from one cell where they were mixed already. */
static bool is_cascade(Cell *cell, const Con *con, const Con *other, uint32_t scalar) {
    Arrival *a = find_arrival(cell, con, 0), *b = find_arrival(cell, other, scalar);
    if (!a || !b || !a->from || !b->from)
        return false;
    return cell_root(a->from) == cell_root(b->from) && is_conflict(cell_root(a->from));
}

/* Where the body that the cell belongs to was first called. */
static const Pos *owner_pos(const Cell *cell) {
    const Body *body = cell->owner;
    for (; body && body->call_node; body = body->call_node->body)
        if (!body->call_node->op->pos->file->is_library)
            return body->call_node->op->pos;
    return NULL;
}

static bool is_reported(const Inference *inf, const Pos *pos) {
    for (int i = 0; i < inf->diags->count; i++)
        if (inf->diags->items[i]->pos == pos)
            return true;
    return false;
}

static void report_conflict(Inference *inf, Cell *cell) {
    Con *other;
    Con *con = conflicting_con(cell, &other);
    uint32_t scalar = other ? 0 : some_scalar(cell);
    if (is_cascade(cell, con, other, scalar))
        return;
    const Pos *first = origin(inf, cell, con, 0);
    const Pos *second = origin(inf, cell, other, scalar);
    Arrival *here = find_arrival(cell, con, 0);
    const Pos *meet = here ? node_pos(here->via) : NULL;
    if (belongs_to_library(cell) && cell->owner->call_node)
        meet = owner_pos(cell);
    meet = meet ? meet : first ? first : second ? second : owner_pos(cell);
    if (is_reported(inf, meet))
        return;
    const char *a = side_text(inf, other, scalar), *b = side_text(inf, con, 0);
    Diagnostic *diag =
        cell->label && !belongs_to_library(cell)
            ? diag_error(inf->diags, "T0102", meet, "`%s` is %s on one path and %s on another", cell->label, a, b)
            : diag_error(inf->diags, "T0102", meet, "this is %s on one path and %s on another", a, b);
    if (second)
        diag_label(inf->diags, diag, second, "%s comes from here", a);
    if (first)
        diag_label(inf->diags, diag, first, "%s comes from here", b);
}

static void report_unset_slots(Inference *inf, ClassInst *inst) {
    for (int i = 0; i < inst->slot_count; i++) {
        Slot *slot = &inst->slots[i];
        if (slot->is_set || slot->is_moved || !slot->read_at || class_lookup(inst->def, slot->name, NULL))
            continue;
        diag_error(inf->diags, "T0301", slot->read_at, "`%s` has no attribute `%s`: nothing ever sets it",
                   inst->def->name, slot->name);
    }
}

/* Conflicts inside library templates show at the user's call, unless there is one in the program itself that may have
 * led to them. */
static void report_cells(Inference *inf, bool in_library) {
    int count = inf->cell_count;
    for (int i = 0; i < count && inf->diags->error_count < 20; i++) {
        Cell *cell = inf->all_cells[i];
        if (!cell->parent && is_conflict(cell) && (cell->owner || cell->inst_owner || cell->label) &&
            belongs_to_library(cell) == in_library)
            report_conflict(inf, cell);
    }
}

void infer_report_conflicts(Inference *inf) {
    report_cells(inf, false);
    if (!inf->diags->error_count)
        report_cells(inf, true);
    for (int i = 0; i < inf->inst_count; i++)
        if (!inf->insts[i]->parent)
            report_unset_slots(inf, inf->insts[i]);
}
