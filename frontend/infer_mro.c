/* Several base classes. An object has one layout: that of the class's layout base, the first of the bases or one that
 * has more to it. The other bases are mixins: what they hold is found along the method resolution order (C3, as CPython
 * has it), and their methods are analysed per class of the receiver, so that attributes which they set belong to that
 * class. `ClassDef.base` is the layout base; only classes with several bases somewhere keep an order of their own.
 */
#include "frontend/infer_internal.h"

#include <string.h>

ClassDef *class_next(const ClassDef *def, const ClassDef *at) {
    if (!def->mro)
        return at->base;
    for (int i = 0; i + 1 < def->mro_count; i++)
        if (def->mro[i] == at)
            return def->mro[i + 1];
    return NULL;
}

static int mro_length(const ClassDef *def) {
    int count = 0;
    for (const ClassDef *at = def; at; at = class_next(def, at))
        count++;
    return count;
}

/* ---- C3 --------------------------------------------------------------------------------------------------------- */

typedef struct Sequence {
    ClassDef **items;
    int count;
} Sequence;

static bool is_in_tail(const Sequence *sequence, const ClassDef *def) {
    for (int i = 1; i < sequence->count; i++)
        if (sequence->items[i] == def)
            return true;
    return false;
}

/* The first head that stands behind no other's head; NULL if there is none. */
static ClassDef *next_head(const Sequence *sequences, int count) {
    for (int i = 0; i < count; i++) {
        bool is_good = sequences[i].count > 0;
        for (int k = 0; k < count && is_good; k++)
            is_good = !is_in_tail(&sequences[k], sequences[i].items[0]);
        if (is_good)
            return sequences[i].items[0];
    }
    return NULL;
}

static void drop_head(Sequence *sequences, int count, const ClassDef *head) {
    for (int i = 0; i < count; i++)
        if (sequences[i].count && sequences[i].items[0] == head) {
            sequences[i].items++;
            sequences[i].count--;
        }
}

/* Without `object`, which is behind everything: the library's exceptions do not say so. */
static Sequence mro_of(Inference *inf, ClassDef *def) {
    Sequence out = {arena_alloc(inf->arena, (size_t)mro_length(def) * sizeof *out.items), 0};
    for (ClassDef *at = def; at; at = class_next(def, at))
        if (!class_is_object(at))
            out.items[out.count++] = at;
    return out;
}

static bool linearise(Inference *inf, ClassDef *def, ClassDef **bases, int count) {
    Sequence *sequences = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *sequences);
    int most = 2;
    for (int i = 0; i < count; i++) {
        sequences[i] = mro_of(inf, bases[i]);
        most += sequences[i].count;
    }
    sequences[count] = (Sequence){bases, count};
    ClassDef **mro = arena_alloc(inf->arena, (size_t)most * sizeof *mro);
    int length = 0;
    mro[length++] = def;
    for (ClassDef *head; (head = next_head(sequences, count + 1)); mro[length++] = head)
        drop_head(sequences, count + 1, head);
    for (int i = 0; i <= count; i++)
        if (sequences[i].count)
            return false;
    mro[length++] = class_find_builtin(inf, "object");
    def->mro = mro;
    def->mro_count = length;
    return true;
}

/* ---- layout -------------------------------------------------------------------------------------------------------
 */

static bool has_layout(const ClassDef *def, const ClassDef *base) {
    for (; def; def = def->base)
        if (def == base)
            return true;
    return false;
}

/* Whether the class statement itself binds the name. */
static bool binds(Inference *inf, const ClassDef *def, const char *name) {
    const GraphInfo *info = graph_info(inf, def->site_body->graph);
    for (int i = 0; i < info->op_count; i++) {
        const Op *op = info->op_list[i];
        if (op->code == OP_CLASS_SET && op->args[0] == def->site->result && !strcmp(op->name, name))
            return true;
    }
    return false;
}

/* Most of the library's exceptions are just names. */
static bool is_bare_exception(Inference *inf, const ClassDef *def) {
    const ClassSize *size = &graph_info(inf, def->site_body->graph)->classes[def->site->result->id];
    return def->is_exception && !size->bindings && !size->fields;
}

/* How much there is to a class as a base: what the library lays out, what has an __init__ or bases (ABC) of its own. */
static int layout_weight(Inference *inf, const ClassDef *def) {
    int weight = 0;
    for (; def && !class_is_object(def); def = def->base) {
        if (def->is_library)
            weight += is_bare_exception(inf, def) ? 0 : 1000;
        else
            weight += (binds(inf, def, "__init__") ? 10 : 0) + (def->site->arg_count > 0);
    }
    return weight;
}

static ClassDef *layout_base(Inference *inf, ClassDef **bases, int count) {
    ClassDef *best = bases[0];
    for (int i = 1; i < count; i++)
        if (has_layout(bases[i], best) ||
            (!has_layout(best, bases[i]) && layout_weight(inf, bases[i]) > layout_weight(inf, best)))
            best = bases[i];
    return best;
}

/* A class of the library that another base's objects cannot be laid out as. */
static const ClassDef *misfit(Inference *inf, const ClassDef *def) {
    for (int i = 1; i < def->mro_count; i++) {
        const ClassDef *at = def->mro[i];
        if (at->is_library && !has_layout(def->base, at) && !class_is_object(at) && !is_bare_exception(inf, at))
            return at;
    }
    return NULL;
}

/* A class whose __init__ is behind a bare exception of the library: CPython's have one each, and would hide it. */
static const ClassDef *hidden_init(Inference *inf, const ClassDef *def) {
    bool is_behind = false;
    for (int i = 0; i < def->mro_count; i++) {
        const ClassDef *at = def->mro[i];
        if (is_behind && !at->is_library && binds(inf, at, "__init__"))
            return at;
        if (!is_behind && binds(inf, at, "__init__"))
            return NULL;
        is_behind |= at->is_library && at->is_exception;
    }
    return NULL;
}

/* ---- bases ---------------------------------------------------------------------------------------------------------
 */

static void add_sub(Inference *inf, ClassDef *base, ClassDef *def) {
    base->subs = arena_grow(inf->arena, base->subs, base->sub_count, &base->sub_capacity, sizeof def);
    base->subs[base->sub_count++] = def;
}

static void report_bases(Inference *inf, OpNode *node, const ClassDef *def, const char *why) {
    infer_error(inf, node, "U0301", "not supported: class `%s` has several base classes, %s", def->name, why);
}

void class_set_bases(Inference *inf, OpNode *node, ClassDef *def, ClassDef **bases, int count) {
    class_set_base(def, layout_base(inf, bases, count));
    def->is_exception |= def->base->is_exception;
    bool has_order = false;
    for (int i = 0; i < count; i++) {
        add_sub(inf, bases[i], def);
        has_order |= bases[i]->mro != NULL;
    }
    if (count == 1 && !has_order)
        return;
    if (!linearise(inf, def, bases, count)) {
        report_bases(inf, node, def, "for which there is no consistent method resolution order");
        return;
    }
    const ClassDef *other = misfit(inf, def), *hidden = hidden_init(inf, def);
    if (hidden)
        report_bases(
            inf, node, def,
            arena_printf(inf->arena, "and the `__init__` of `%s` stands behind a builtin exception's", hidden->name));
    else if (other)
        report_bases(inf, node, def,
                     arena_printf(inf->arena, "because an object has one layout: `%s` and `%s` do not go together",
                                  def->base->name, other->name));
}

ClassMember *super_lookup(ClassDef *receiver, ClassDef *after, const char *name, ClassDef **home) {
    if (!receiver || !receiver->mro)
        return after->base ? class_lookup(after->base, name, home) : NULL;
    for (ClassDef *at = class_next(receiver, after); at; at = class_next(receiver, at)) {
        uint64_t *found = map_find(&at->member_index, (uint64_t)(uintptr_t)name);
        if (!found)
            continue;
        if (home)
            *home = at;
        return &at->members[*found];
    }
    return NULL;
}
