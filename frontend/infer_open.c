/* Tuples of different known lengths that meet in a container, an attribute or a module variable: `[(1, 2), (3,)]`. If
 * all their items go together, the place is noted, and in the next round an open tuple joins the first tuple that comes
 * there. This goes before the splitting of contexts: no split separates the items of one list. What is told apart by
 * its positions (an int, then a str) is left to splitting; so are local variables, unless no split helped. */
#include "frontend/infer_internal.h"

/* Adds what is in `from` to a cell that stands for all items, without unifying anything. */
static void collect_items(Inference *inf, Cell *all, Cell *from) {
    from = cell_root(from);
    all->scalars |= from->scalars;
    for (int i = 0; i < from->con_count; i++) {
        bool is_known = false;
        for (int k = 0; k < all->con_count && !is_known; k++)
            is_known = con_same_key(all->cons[k], from->cons[i]);
        if (is_known)
            continue;
        all->cons = arena_grow(inf->arena, all->cons, all->con_count, &all->con_capacity, sizeof *all->cons);
        all->cons[all->con_count++] = from->cons[i];
    }
}

static bool are_plain_tuples(const Cell *cell) {
    for (int i = 0; i < cell->con_count; i++)
        if (cell->cons[i]->kind != CON_TUPLE || cell->cons[i]->names)
            return false;
    return cell->con_count > 1 && !(cell->scalars & ~(uint32_t)S_NONE);
}

static bool should_open(Inference *inf, Cell *cell) {
    if (!are_plain_tuples(cell))
        return false;
    Cell all = {0};
    for (int i = 0; i < cell->con_count; i++)
        for (int k = 0; k < cell->cons[i]->count; k++)
            collect_items(inf, &all, cell->cons[i]->cells[k]);
    Con *other;
    uint32_t scalar;
    return !cell_conflict(&all, &other, &scalar);
}

/* ---- places, the same in every round ---- */

static uint64_t place_key(const void *definition, uint64_t part) {
    return hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)definition), part);
}

void open_if_noted(Inference *inf, Cell *cell, const void *definition, uint64_t part) {
    if (inf->splits->has_opened && map_find(&inf->splits->opened, place_key(definition, part)))
        cell->opens = true;
}

/* Notes the place if its cell is to be opened. */
static bool note(Inference *inf, Cell *cell, const void *definition, uint64_t part) {
    if (!definition || !should_open(inf, cell_root(cell)))
        return false;
    uint64_t *noted = map_put(inf->program->arena, &inf->splits->opened, place_key(definition, part));
    bool is_new = !*noted;
    *noted = 1;
    inf->splits->has_opened = true;
    return is_new;
}

static bool note_instance(Inference *inf, const ClassInst *inst) {
    bool any = false;
    const Body *body = inst->con.site_body;
    for (int i = 0; i < inst->def->type_var_count && body && !body->graph->file->is_library; i++)
        any |= note(inf, inst->args[i], inst->con.site, (uintptr_t)inst->def->type_vars[i]);
    for (int i = 0; i < inst->slot_count && !inst->def->is_library; i++)
        any |= note(inf, inst->slots[i].cell, inst->def->site, (uintptr_t)inst->slots[i].name);
    return any;
}

static bool note_variables(Inference *inf, const ModuleVars *vars) {
    bool any = false;
    for (int i = 0; i < vars->count; i++)
        any |= note(inf, vars->cells[i], vars->module, (uintptr_t)vars->names[i]);
    return any;
}

/* The positions of tuples that go together: `[(1, (2,)), (1, (2, 3))]`. */
static bool note_positions(Inference *inf, const Body *body) {
    bool any = false;
    const GraphInfo *info = body->graph->file->is_library ? NULL : graph_info(inf, body->graph);
    for (int i = 0; info && i < info->op_count; i++) {
        const Con *made = body->ops[i].made;
        for (int k = 0; made && made->kind == CON_TUPLE && k < made->count; k++)
            any |= note(inf, made->cells[k], body->ops[i].op, (uint64_t)k);
    }
    return any;
}

static bool note_locals(Inference *inf, const Body *body) {
    bool any = false;
    for (uint32_t i = 0; i < body->graph->value_count && !body->graph->file->is_library; i++)
        if (body->cells[i])
            any |= note(inf, body->cells[i], body->graph, i);
    return any;
}

bool note_mixed_tuples(Inference *inf, bool locals_too) {
    bool any = false;
    for (int i = 0; i < inf->inst_count; i++)
        any |= note_instance(inf, inf->insts[i]);
    for (int i = 0; i < inf->module_count; i++)
        any |= note_variables(inf, inf->module_list[i]);
    for (int i = 0; i < inf->body_count; i++)
        any |= note_positions(inf, inf->body_list[i]);
    for (int i = 0; i < inf->body_count && locals_too; i++)
        any |= note_locals(inf, inf->body_list[i]);
    return any;
}

void open_noted_tuples(Inference *inf, Cell *cell) {
    ClassDef *def = class_by_name(inf, "weft.core.open_tuple", "tuple");
    Con *tuple = cell_fixed_tuple(cell);
    if (!cell_root(cell)->opens || !def || !tuple || tuple->names)
        return;
    ClassInst *inst = inst_new(inf, def, hash_u64(HASH_SEED, ++inf->serial) | 1);
    inst->is_allocated = true;
    cell_add_con(inf, cell, &inst->con, NULL, NULL);
}
