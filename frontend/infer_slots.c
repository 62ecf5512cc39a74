/* __slots__: where all classes of an object say which attributes it has, it can be given no others. */
#include "frontend/infer_internal.h"

#include <string.h>

static const char *text_of(const Value *value) {
    return value->is_const && value->constant.kind == CONST_STR ? value->constant.text : NULL;
}

/* As CPython mangles private names: `__x` in the class `_A` is `_A__x`. */
static bool spells(const ClassDef *def, const char *slot, const char *name) {
    size_t length = strlen(slot);
    bool is_private = length > 2 && !strncmp(slot, "__", 2) && strcmp(slot + length - 2, "__") != 0;
    if (!is_private)
        return !strcmp(slot, name);
    const char *class_name = def->name + strspn(def->name, "_");
    size_t prefix = strlen(class_name);
    return name[0] == '_' && !strncmp(name + 1, class_name, prefix) && !strcmp(name + 1 + prefix, slot);
}

/* The names, one or a display of them; a list must stand right there, for it could be changed elsewhere. */
static void slot_names(const GraphInfo *info, const Op *set, Value *const **names, int *count) {
    const Value *value = set->args[1];
    const Op *made = value->is_const ? NULL : info->def_op[value->id];
    *names = &set->args[1];
    *count = 1;
    bool is_display =
        made && (made->code == OP_BUILD_TUPLE || (made->code == OP_BUILD_LIST && made->index + 1 == set->index));
    if (is_display) {
        *names = made->args;
        *count = made->arg_count;
    }
}

/* Whether the class itself gives its objects room for the attribute: it says so, or says nothing. */
static bool gives_room(Inference *inf, const ClassDef *def, const char *name) {
    const GraphInfo *info = graph_info(inf, def->site_body->graph);
    const Op *set = info->classes[def->site->result->id].slots;
    Value *const *names;
    int count;
    if (!set)
        return !class_is_object(def);
    slot_names(info, set, &names, &count);
    for (int i = 0; i < count; i++) {
        const char *slot = text_of(names[i]);
        if (slot && (!strcmp(slot, "__dict__") || spells(def, slot, name)))
            return true;
    }
    return false;
}

void infer_slots(Inference *inf, OpNode *node) {
    Value *const *names;
    int count;
    slot_names(graph_info(inf, node->body->graph), node->op, &names, &count);
    for (int i = 0; i < count; i++)
        if (!text_of(names[i])) {
            infer_error(inf, node, "U0309", "not supported: `__slots__` that is not written as the names themselves");
            return;
        }
}

bool graph_is_written(const Graph *graph) {
    return !graph->is_hidden && !graph->file->is_generated;
}

bool class_has_room(Inference *inf, const Graph *graph, const ClassDef *def, const char *name) {
    if (!graph_is_written(graph))
        return true;
    for (const ClassDef *at = def; at; at = class_next(def, at))
        if (gives_room(inf, at, name))
            return true;
    return false;
}
