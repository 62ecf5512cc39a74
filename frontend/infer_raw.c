/* Explicitly managed classes (`_alloc_flavor_ = "raw"`): their objects live outside the collected heap until the
 * program frees them, and no collector looks into them. So they hold numbers, None and objects of such classes only;
 * and since they have no header, the class has neither bases nor subclasses.
 */
#include "frontend/infer_raw.h"

#include <string.h>

void infer_flavor(Inference *inf, OpNode *node, ClassDef *def) {
    const Value *value = node->op->args[1];
    const char *text = value->is_const && value->constant.kind == CONST_STR ? value->constant.text : "";
    if (def->is_library)
        return;
    def->is_raw = !strcmp(text, "raw");
    if (!def->is_raw && strcmp(text, "gc") != 0)
        infer_error(inf, node, "U0310", "not supported: `_alloc_flavor_` that is neither \"raw\" nor \"gc\"");
    if (def->is_raw && def->base && !class_is_object(def->base))
        infer_error(inf, node, "U0310", "not supported: a base of `%s`, whose objects are explicitly managed",
                    def->name);
}

static bool is_raw_con(const Con *con) {
    return con->kind == CON_INSTANCE && inst_root(con->inst)->def->is_raw;
}

static void report_slot(Inference *inf, const ClassDef *def, const Slot *slot) {
    const Cell *cell = cell_root(slot->cell);
    for (int i = 0; i < cell->con_count; i++) {
        const Con *con = cell->cons[i];
        if (is_raw_con(con))
            continue;
        const Pos *nearest, *origin = infer_origin(inf, slot->cell, con, 0, &nearest);
        const char *found = infer_side_text(inf, con, 0);
        Diagnostic *diag =
            diag_error(inf->diags, "T0116",
                       nearest  ? nearest
                       : origin ? origin
                                : def->site->pos,
                       "`%s` of %s, which is explicitly managed, holds %s: the collector would not see that",
                       slot->name, def->name, found);
        if (origin)
            diag_label(inf->diags, diag, origin, "%s comes from here", found);
        diag_help(inf->diags, diag, "keep it in a collected object that refers to the raw one, or keep its index");
        return;
    }
}

static void report_class(Inference *inf, const ClassDef *def) {
    bool has_raw_base = def->base && def->base->is_raw;
    if (has_raw_base || (def->is_raw && class_method(inf, (ClassDef *)def, "__del__")))
        diag_error(inf->diags, "U0310", def->site->pos, "not supported: %s",
                   has_raw_base ? "a subclass of a class whose objects are explicitly managed"
                                : "`__del__` in a class whose objects are explicitly managed");
}

void infer_raw_classes(Inference *inf) {
    for (int i = 0; i < inf->inst_count; i++) {
        const ClassInst *inst = inf->insts[i];
        if (inst->parent || inst->def->is_library)
            continue;
        report_class(inf, inst->def);
        for (int k = 0; k < inst->slot_count && inst->def->is_raw; k++)
            if (!inst->slots[k].is_moved)
                report_slot(inf, inst->def, &inst->slots[k]);
    }
}
