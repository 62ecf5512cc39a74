/* Types in source vocabulary, for people: diagnostics, `weft check --types`, and the names of specialised bodies. */
#include "frontend/infer_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

enum { MAX_DEPTH = 3 }; /* what is nested deeper shows as "..." */

static const char *text_at(Inference *inf, const Shape *shape, int depth);

static const char *joined(Inference *inf, Shape *const *items, int count, int depth) {
    const char *text = "";
    for (int i = 0; i < count; i++)
        text = arena_printf(inf->arena, "%s%s%s", text, i ? ", " : "", text_at(inf, items[i], depth + 1));
    return text;
}

/* An empty list that nothing was put into is a list of nobody knows what. */
static bool is_unknown(const ShapeCon *con) {
    for (int i = 0; i < con->count; i++)
        if (con->args[i]->scalars || con->args[i]->count)
            return false;
    return true;
}

static const char *con_text(Inference *inf, const ShapeCon *con, int depth) {
    switch (con->kind) {
    case CON_INSTANCE:
        return con->count && !is_unknown(con)
                   ? arena_printf(inf->arena, "%s[%s%s]", con->def->name, joined(inf, con->args, con->count, depth),
                                  is_open_tuple_class(con->def) ? ", ..." : "")
                   : con->def->name;
    case CON_TUPLE:
        return arena_printf(inf->arena, "tuple[%s]", con->count ? joined(inf, con->args, con->count, depth) : "()");
    case CON_ARRAY:
        return arena_printf(inf->arena, "array[%s]", joined(inf, con->args, con->count, depth));
    case CON_FUNCTION:
        return arena_printf(inf->arena, "function %s", con->func->graph->pyname);
    case CON_METHOD:
        return arena_printf(inf->arena, "method %s of %s", con->name, joined(inf, con->args, con->count, depth));
    case CON_CLASS:
        return arena_printf(inf->arena, "class %s", con->def->name);
    case CON_MODULE:
        return arena_printf(inf->arena, "module %s", con->name);
    case CON_SUPER:
        return "super";
    case CON_INTRINSIC:
        break;
    }
    return con->name;
}

static const char *text_at(Inference *inf, const Shape *shape, int depth) {
    static const char *const names[S_COUNT] = {"None", "bool", "int", "float", "u64", "address"};
    const char *text = "";
    if (depth > MAX_DEPTH)
        return "...";
    for (int i = 1; i < S_COUNT; i++)
        if (shape->scalars >> i & 1)
            text = arena_printf(inf->arena, "%s%s%s", text, *text ? " | " : "", names[i]);
    for (int i = 0; i < shape->count; i++)
        text = arena_printf(inf->arena, "%s%s%s", text, *text ? " | " : "", con_text(inf, &shape->cons[i], depth));
    if (shape->scalars & S_NONE)
        text = arena_printf(inf->arena, "%s%sNone", text, *text ? " | " : "");
    return *text ? text : "nothing";
}

const char *shape_text(Inference *inf, Shape *shape) {
    if (!shape->text)
        shape->text = text_at(inf, shape, 0);
    return shape->text;
}

const char *cell_text(Inference *inf, Cell *cell) {
    inf->shape_stamp++;
    return shape_text(inf, cell_shape(inf, cell));
}
