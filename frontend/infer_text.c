/* Types in source vocabulary, for people: diagnostics, `weft check --types`, and the names of specialised bodies. */
#include "frontend/infer_internal.h"

#include <string.h>

typedef struct ShapeCon ShapeCon;

static const char *joined(Inference *inf, Shape *const *items, int count) {
    const char *text = "";
    for (int i = 0; i < count; i++)
        text = arena_printf(inf->arena, "%s%s%s", text, i ? ", " : "", shape_text(inf, items[i]));
    return text;
}

static const char *con_text(Inference *inf, const ShapeCon *con) {
    switch (con->kind) {
    case CON_INSTANCE:
        return con->count ? arena_printf(inf->arena, "%s[%s]", con->def->name, joined(inf, con->args, con->count))
                          : con->def->name;
    case CON_TUPLE:
        return arena_printf(inf->arena, "tuple[%s]", con->count ? joined(inf, con->args, con->count) : "()");
    case CON_ARRAY:
        return arena_printf(inf->arena, "array[%s]", joined(inf, con->args, con->count));
    case CON_FUNCTION:
        return arena_printf(inf->arena, "function %s", con->func->graph->pyname);
    case CON_METHOD:
        return arena_printf(inf->arena, "method %s of %s", con->name, joined(inf, con->args, con->count));
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

const char *shape_text(Inference *inf, Shape *shape) {
    static const char *const names[S_COUNT] = {"None", "bool", "int", "float", "u64", "address"};
    if (shape->text)
        return shape->text;
    shape->text = "...";
    const char *text = "";
    for (int i = 1; i < S_COUNT; i++)
        if (shape->scalars >> i & 1)
            text = arena_printf(inf->arena, "%s%s%s", text, *text ? " | " : "", names[i]);
    for (int i = 0; i < shape->count; i++)
        text = arena_printf(inf->arena, "%s%s%s", text, *text ? " | " : "", con_text(inf, &shape->cons[i]));
    if (shape->scalars & S_NONE)
        text = arena_printf(inf->arena, "%s%sNone", text, *text ? " | " : "");
    return shape->text = *text ? text : "nothing";
}

const char *cell_text(Inference *inf, Cell *cell) {
    inf->shape_stamp++;
    return shape_text(inf, cell_shape(inf, cell));
}
