/* Abstract classes: making an object of one raises TypeError. */
#include "frontend/lower_internal.h"

#include <stdlib.h>
#include <string.h>

/* Whether abc.ABC, or its metaclass, is among the bases: without it abstract methods are like others. */
static bool checks_methods(Inference *inf, const ClassDef *def) {
    for (const ClassDef *at = def; at; at = class_next(def, at))
        for (int i = 0; i < at->site->arg_count; i++) {
            const Con *con = cell_find_con(body_cell(inf, at->site_body, at->site->args[i]), CON_INTRINSIC);
            if (con && strncmp(con->name, "Generic", 7) != 0)
                return true;
        }
    return false;
}

static bool is_abstract(ClassDef *def, const char *name) {
    const ClassMember *member = class_lookup(def, name, NULL);
    const Con *con = member ? cell_find_con(member->cell, CON_FUNCTION) : NULL;
    return con && con->func->is_abstract;
}

static bool is_listed(const char *const *names, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (names[i] == name)
            return true;
    return false;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int abstract_names(Lower *lower, ClassDef *def, const char ***names) {
    int count = 0, capacity = 0;
    for (ClassDef *at = def; at; at = class_next(def, at))
        for (int i = 0; i < at->member_count; i++) {
            const char *name = at->members[i].name;
            if (!is_abstract(def, name) || is_listed(*names, count, name))
                continue;
            *names = arena_grow(lower->arena, *names, count, &capacity, sizeof **names);
            (*names)[count++] = name;
        }
    if (count)
        qsort(*names, (size_t)count, sizeof **names, compare_names);
    return count;
}

bool raises_abstract(Lower *lower, ClassDef *def) {
    const char **names = NULL;
    int count = checks_methods(lower->inf, def) ? abstract_names(lower, def, &names) : 0;
    Graph *graph = count ? root_graph(lower, "_abstract_class") : NULL;
    if (!graph)
        return false;
    const char *text = names[0];
    for (int i = 1; i < count; i++)
        text = arena_printf(lower->arena, "%s, %s", text, names[i]);
    lower_error(lower, "W0302", "`%s` cannot be instantiated: its method `%s` is abstract; this raises TypeError",
                def->name, names[0]);
    const char *what =
        arena_printf(lower->arena, "%s with abstract method%s %s", def->name, count > 1 ? "s" : "", text);
    Value *arg = string_value(lower, what);
    emit_call(lower, graph, &arg, 1);
    return true;
}
