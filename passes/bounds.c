/* A goal x - y <= c is reached from x's side or from y's: through what a branch above says, through the op that made
 * the value, or, for a block's input, through what all links pass. When a proof comes round a loop to a goal that it is
 * at work on, the goal holds by induction if it has not become stronger on the way.
 *
 * A link's arguments are of the time before; so y must be the same then as now: it is defined above the block whose
 * input x is. */
#include "passes/bounds.h"

#include <stdint.h>
#include <string.h>

typedef __int128 Wide __attribute__((aligned(8))); /* as arenas align */

enum { MOST_STEPS = 250, MAX_DEPTH = 40, MOST_FACTS = 24, LENGTH_BITS = 48 };

/* Where a goal is to hold: in a block, and if `link` is not NULL, when control leaves it that way. */
typedef struct Place {
    const Block *block;
    const Link *link;
} Place;

/* x - y <= c on the link, or (NULL) in the block and below. */
typedef struct Fact Fact;
struct Fact {
    Value *x, *y; /* roots; NULL: 0 */
    Wide c;
    Place place;
    Fact *next_of_x, *next_of_y;
};

/* A value as a root (NULL: 0) and a distance from it. */
typedef struct Term {
    Value *base;
    Wide offset;
} Term;

typedef struct Goal {
    Value *x, *y;
    Wide c;
} Goal;

typedef enum Safety { UNKNOWN, AT_WORK, SAFE } Safety;

struct Bounds {
    Ssa *ssa;
    Map of_x, of_y;  /* root's id + 1, 0 for the number 0 -> newest Fact */
    Map cut;         /* links that are never taken */
    uint8_t *safety; /* by value id, of results of wrapping additions: whether they never wrap */
    Goal active[MAX_DEPTH];
    int depth, steps;
    int first_active; /* a proof within the proof begins here: it may not rely on what the other has yet to show */
};

static bool prove(Bounds *bounds, Value *x, Value *y, Wide c, Place place);

/* ---- terms ---- */

static const Op *maker_of(const Bounds *bounds, const Value *root) {
    return root ? ssa_maker(bounds->ssa, root) : NULL;
}

static bool is_number(const Value *value) {
    return value->is_const && value->constant.kind == CONST_INT;
}

/* What a sum or difference with a constant adds; false: it is something else. */
static bool added_constant(const Op *op, Value **base, Wide *added) {
    bool is_sub = op->code == OP_INT_SUB || op->code == OP_INT_SUB_OVF;
    if (!is_sub && op->code != OP_INT_ADD && op->code != OP_INT_ADD_OVF)
        return false;
    int at = is_number(op->args[1]) ? 1 : 0;
    if (!is_number(op->args[at]) || (is_sub && at == 0))
        return false;
    *base = op->args[1 - at];
    *added = is_sub ? -(Wide)op->args[at]->constant.integer : (Wide)op->args[at]->constant.integer;
    return true;
}

static bool prove_apart(Bounds *bounds, Value *x, Value *y, Wide c, Place place) {
    int first = bounds->first_active;
    bounds->first_active = bounds->depth;
    bool holds = prove(bounds, x, y, c, place);
    bounds->first_active = first;
    return holds;
}

/* Whether base + added fits in 64 bits where the op stands. That it could not be shown is not remembered: there may
 * have been too few steps left. */
static bool never_wraps(Bounds *bounds, const Op *op, Value *base, Wide added) {
    uint8_t *safety = &bounds->safety[op->result->id];
    if (op->code == OP_INT_ADD_OVF || op->code == OP_INT_SUB_OVF)
        return true;
    if (*safety != UNKNOWN)
        return *safety == SAFE;
    *safety = AT_WORK;
    Place place = {bounds->ssa->defined_in[op->result->id], NULL};
    Value *root = ssa_root(bounds->ssa, base);
    bool fits = added >= 0 ? prove_apart(bounds, root, NULL, INT64_MAX - added, place)
                           : prove_apart(bounds, NULL, root, (Wide)INT64_MAX + 1 + added, place);
    *safety = fits ? SAFE : UNKNOWN;
    return fits;
}

static Term term_of(Bounds *bounds, Value *root) {
    Term term = {root, 0};
    Value *base;
    Wide added;
    if (root && is_number(root))
        return (Term){NULL, root->constant.integer};
    for (int i = 0; term.base && maker_of(bounds, term.base) && i < MAX_DEPTH; i++) {
        const Op *op = maker_of(bounds, term.base);
        if (!added_constant(op, &base, &added) || !never_wraps(bounds, op, base, added))
            return term;
        term.base = ssa_root(bounds->ssa, base);
        term.offset += added;
        if (is_number(term.base))
            return (Term){NULL, term.offset + term.base->constant.integer};
    }
    return term;
}

/* ---- facts ---- */

static uint64_t *list_of(Bounds *bounds, Map *map, const Value *root) {
    return map_put(bounds->ssa->scratch, map, root ? (uint64_t)root->id + 1 : 0);
}

static Value *base_of(Value *root, Wide *offset) {
    *offset = root && is_number(root) ? root->constant.integer : 0;
    return root && root->is_const ? NULL : root;
}

static void add_fact(Bounds *bounds, Value *x, Value *y, Wide c, Place place) {
    Wide more, less;
    Fact *fact = arena_alloc(bounds->ssa->scratch, sizeof *fact);
    *fact = (Fact){.x = base_of(x, &more), .y = base_of(y, &less), .place = place};
    fact->c = c - more + less;
    uint64_t *of_x = list_of(bounds, &bounds->of_x, fact->x);
    fact->next_of_x = (Fact *)(uintptr_t)*of_x;
    *of_x = (uint64_t)(uintptr_t)fact;
    uint64_t *of_y = list_of(bounds, &bounds->of_y, fact->y);
    fact->next_of_y = (Fact *)(uintptr_t)*of_y;
    *of_y = (uint64_t)(uintptr_t)fact;
}

static void add_less(Bounds *bounds, Value *x, Value *y, bool is_less, bool or_equal, Place place) {
    if (is_less)
        add_fact(bounds, x, y, or_equal ? 0 : -1, place);
    else
        add_fact(bounds, y, x, or_equal ? -1 : 0, place);
}

static void add_equal(Bounds *bounds, Value *x, Value *y, Place place) {
    add_fact(bounds, x, y, 0, place);
    add_fact(bounds, y, x, 0, place);
}

static bool is_integer(const Value *root) {
    return root->type->kind == TY_I64 && (!root->is_const || is_number(root));
}

static void add_comparison(Bounds *bounds, const Op *op, bool holds, Place place) {
    Value *x = ssa_root(bounds->ssa, op->args[0]), *y = op->arg_count > 1 ? ssa_root(bounds->ssa, op->args[1]) : x;
    if (!is_integer(x) || !is_integer(y))
        return;
    switch ((int)op->code) {
    case OP_INT_LT:
    case OP_INT_LE:
        add_less(bounds, x, y, holds, op->code == OP_INT_LE, place);
        return;
    case OP_INT_GT:
    case OP_INT_GE:
        add_less(bounds, y, x, holds, op->code == OP_INT_GE, place);
        return;
    case OP_INT_EQ:
    case OP_INT_NE:
        if (holds == (op->code == OP_INT_EQ))
            add_equal(bounds, x, y, place);
        return;
    default:
        return;
    }
}

/* What the case of the link says, in the block it leads to if no other link does. */
static void add_case(Bounds *bounds, const Link *link) {
    if (link->source->switch_kind != SWITCH_VALUE)
        return;
    bool is_alone = bounds->ssa->index->counts[link->target->id] == 1;
    Place place = {is_alone ? link->target : link->source, is_alone ? NULL : link};
    Value *root = ssa_root(bounds->ssa, link->source->switch_value);
    if (link->kind == CASE_INT && root->type->kind == TY_I64 && !root->is_const) {
        add_fact(bounds, root, NULL, link->integer, place);
        add_fact(bounds, NULL, root, -(Wide)link->integer, place);
    }
    const Op *op = link->kind == CASE_BOOL && !root->is_const ? maker_of(bounds, root) : NULL;
    if (op && op->arg_count)
        add_comparison(bounds, op, link->integer, place);
}

static void collect(Bounds *bounds) {
    const Graph *graph = bounds->ssa->graph;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            add_case(bounds, graph->blocks[i]->exits[j]);
}

/* ---- what ops say of their results ---- */

static bool limits_of_type(const Type *type, Wide *low, Wide *high) {
    switch ((int)type->kind) {
    case TY_I8:
    case TY_I16:
    case TY_I32: {
        int bits = type->kind == TY_I8 ? 7 : type->kind == TY_I16 ? 15 : 31;
        *low = -((Wide)1 << bits), *high = ((Wide)1 << bits) - 1;
        return true;
    }
    case TY_U8:
    case TY_U16:
    case TY_U32:
        *low = 0, *high = ((Wide)1 << (type->kind == TY_U8 ? 8 : type->kind == TY_U16 ? 16 : 32)) - 1;
        return true;
    default:
        return false;
    }
}

static const Type *memory_type(const Op *op) {
    Type *type = op->args[0]->type->item;
    if (op->code == OP_GETFIELD)
        return type_field(type, op->name)->type;
    return type_variable_part(type)->item;
}

static bool limits_with_constant(const Op *op, Wide *low, Wide *high) {
    int64_t number = op->args[1]->constant.integer;
    *low = 0;
    switch ((int)op->code) {
    case OP_INT_AND:
        *high = number;
        return number >= 0;
    case OP_INT_MOD:
    case OP_INT_UREM:
        *high = (Wide)number - 1;
        return number > 0;
    case OP_INT_USHR:
        *high = (Wide)(UINT64_MAX >> (number & 63));
        return number > 0 && number < 64;
    case OP_INT_REM:
        *low = -((Wide)number - 1), *high = (Wide)number - 1;
        return number > 0;
    default:
        return false;
    }
}

/* Numbers between which the result is, whatever the arguments. */
static bool limits_of(const Op *op, Wide *low, Wide *high) {
    switch ((int)op->code) {
    case OP_BOOL_TO_INT:
        *low = 0, *high = 1;
        return true;
    case OP_ARRAY_LEN:
        *low = 0, *high = (Wide)1 << LENGTH_BITS;
        return true;
    case OP_GETFIELD:
    case OP_ARRAY_GET:
        return limits_of_type(memory_type(op), low, high);
    default:
        return op->arg_count == 2 && is_number(op->args[1]) && limits_with_constant(op, low, high);
    }
}

/* x - 0 <= c (upper) or 0 - x <= c. */
static bool prove_by_limits(const Bounds *bounds, const Value *root, bool is_upper, Wide c) {
    Wide low = INT64_MIN, high = INT64_MAX;
    const Op *op = maker_of(bounds, root);
    if (root->type->kind != TY_I64)
        return false;
    if (op && !limits_of(op, &low, &high))
        low = INT64_MIN, high = INT64_MAX;
    return is_upper ? high <= c : -low <= c;
}

/* r = n mod d of the floor division, d > 0: r - d <= -1 and 0 - r <= 0. */
static bool prove_by_modulo(Bounds *bounds, const Value *x, const Value *y, Wide c, Place place) {
    const Op *op = maker_of(bounds, x ? x : y);
    Value *divisor = op && op->code == OP_INT_MOD ? ssa_root(bounds->ssa, op->args[1]) : NULL;
    if (!divisor || (x && divisor != y) || c < (x ? -1 : 0))
        return false;
    return prove(bounds, NULL, divisor, -1, place);
}

static bool is_not_negative(Bounds *bounds, Value *root, Place place) {
    return prove(bounds, NULL, root, 0, place);
}

/* a + b is no less than a if b is not negative, and a - b no more. */
static bool prove_by_sum(Bounds *bounds, Value *x, Value *y, Wide c, Place place) {
    const Op *sum = maker_of(bounds, y), *difference = maker_of(bounds, x);
    for (int i = 0; sum && sum->code == OP_INT_ADD_OVF && i < 2; i++) {
        Value *part = ssa_root(bounds->ssa, sum->args[i]), *rest = ssa_root(bounds->ssa, sum->args[1 - i]);
        if (is_not_negative(bounds, rest, place) && prove(bounds, x, part, c, place))
            return true;
    }
    if (!difference || difference->code != OP_INT_SUB_OVF)
        return false;
    return is_not_negative(bounds, ssa_root(bounds->ssa, difference->args[1]), place) &&
           prove(bounds, ssa_root(bounds->ssa, difference->args[0]), y, c, place);
}

/* ---- proofs ---- */

static bool holds_at(const Bounds *bounds, const Fact *fact, Place place) {
    return fact->place.link ? fact->place.link == place.link
                            : ssa_dominates(bounds->ssa, fact->place.block, place.block);
}

static bool prove_by_facts(Bounds *bounds, Value *x, Value *y, Wide c, Place place) {
    const Fact *fact = x ? (const Fact *)(uintptr_t)*list_of(bounds, &bounds->of_x, x) : NULL;
    for (int i = 0; fact && i < MOST_FACTS; i++, fact = fact->next_of_x)
        if (holds_at(bounds, fact, place) && prove(bounds, fact->y, y, c - fact->c, place))
            return true;
    fact = y ? (const Fact *)(uintptr_t)*list_of(bounds, &bounds->of_y, y) : NULL;
    for (int i = 0; fact && i < MOST_FACTS; i++, fact = fact->next_of_y)
        if (holds_at(bounds, fact, place) && prove(bounds, x, fact->x, c - fact->c, place))
            return true;
    return false;
}

/* The input's place in its block, or -1: the root is no input, or one that is given from outside. */
static int input_of(const Bounds *bounds, const Value *root) {
    const Block *block = root ? bounds->ssa->defined_in[root->id] : NULL;
    for (int i = 0; block && !block_has_fixed_inputs(block) && i < block->input_count; i++)
        if (block->inputs[i] == root)
            return i;
    return -1;
}

static bool is_defined_above(const Bounds *bounds, const Value *root, const Block *block) {
    if (!root)
        return true;
    const Block *definer = bounds->ssa->defined_in[root->id];
    return definer != block && ssa_dominates(bounds->ssa, definer, block);
}

static bool prove_on_link(Bounds *bounds, const Link *link, int input, bool is_x, Value *other, Wide c) {
    Value *root = ssa_root(bounds->ssa, link->args[input]);
    Place place = {link->source, link};
    if (bounds_is_cut(bounds, link))
        return true;
    return is_x ? prove(bounds, root, other, c, place) : prove(bounds, other, root, c, place);
}

static bool prove_by_links(Bounds *bounds, Value *x, Value *y, Wide c, bool is_x) {
    Value *phi = is_x ? x : y, *other = is_x ? y : x;
    int input = input_of(bounds, phi);
    const Block *block = input < 0 ? NULL : bounds->ssa->defined_in[phi->id];
    if (!block || bounds->depth == MAX_DEPTH || !is_defined_above(bounds, other, block))
        return false;
    bounds->active[bounds->depth++] = (Goal){x, y, c};
    bool holds = true;
    for (int i = 0; holds && i < bounds->ssa->index->counts[block->id]; i++)
        holds = prove_on_link(bounds, bounds->ssa->index->incoming[block->id][i], input, is_x, other, c);
    bounds->depth--;
    return holds;
}

/* 1: by induction; -1: it would take another proof of the same goal; 0: the goal is new. */
static int find_active(const Bounds *bounds, const Value *x, const Value *y, Wide c) {
    for (int i = bounds->depth - 1; i >= bounds->first_active; i--)
        if (bounds->active[i].x == x && bounds->active[i].y == y)
            return c >= bounds->active[i].c ? 1 : -1;
    return 0;
}

static bool prove(Bounds *bounds, Value *x, Value *y, Wide c, Place place) {
    Term upper = term_of(bounds, x), lower = term_of(bounds, y);
    x = upper.base, y = lower.base;
    c += lower.offset - upper.offset;
    if (x == y)
        return c >= 0;
    if ((!y && prove_by_limits(bounds, x, true, c)) || (!x && prove_by_limits(bounds, y, false, c)))
        return true;
    int active = find_active(bounds, x, y, c);
    if (active || ++bounds->steps > MOST_STEPS)
        return active > 0;
    return prove_by_facts(bounds, x, y, c, place) || prove_by_modulo(bounds, x, y, c, place) ||
           prove_by_sum(bounds, x, y, c, place) || (x && prove_by_links(bounds, x, y, c, true)) ||
           (y && prove_by_links(bounds, x, y, c, false));
}

bool bounds_prove(Bounds *bounds, Value *x, Value *y, __int128 c, const Block *block) {
    Value *upper = x ? ssa_root(bounds->ssa, x) : NULL, *lower = y ? ssa_root(bounds->ssa, y) : NULL;
    bounds->steps = bounds->depth = bounds->first_active = 0;
    return prove(bounds, upper, lower, c, (Place){block, NULL});
}

void bounds_cut(Bounds *bounds, const Link *link) {
    *map_put(bounds->ssa->scratch, &bounds->cut, (uint64_t)(uintptr_t)link) = 1;
}

bool bounds_is_cut(const Bounds *bounds, const Link *link) {
    return map_find(&bounds->cut, (uint64_t)(uintptr_t)link);
}

bool bounds_within(Bounds *bounds, Value *x, __int128 low, __int128 high, const Block *block) {
    return bounds_prove(bounds, x, NULL, high, block) && bounds_prove(bounds, NULL, x, -low, block);
}

Bounds *bounds_new(Ssa *ssa) {
    Bounds *bounds = arena_alloc(ssa->scratch, sizeof *bounds);
    *bounds = (Bounds){.ssa = ssa};
    bounds->safety = arena_alloc(ssa->scratch, ssa->value_count);
    collect(bounds);
    return bounds;
}
