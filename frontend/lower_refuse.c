/* Operations that CPython refuses at run time. Most are errors here; under a handler the program may count on the
 * exception, so it is raised, and a warning says so.
 */
#include "frontend/lower_internal.h"

#include <stdio.h>
#include <string.h>

static bool is_known_class(Lower *lower, ClassDef *def) {
    static const char *const builtin[] = {"str", "list", "dict", "set", "frozenset", "bytes"};
    for (size_t i = 0; i < sizeof builtin / sizeof *builtin; i++)
        if (def == class_find_builtin(lower->inf, builtin[i]))
            return true;
    for (const ClassDef *at = def; at; at = class_next(def, at))
        if (at->is_library && !class_is_object(at))
            return false;
    return !def->is_library && !class_method(lower->inf, def, "__index__");
}

/* Whether what these values cannot do, CPython's cannot either: other classes of the library may lack something, and of
 * the numbers that a value may be, one may do what another cannot. */
bool is_well_known(Lower *lower, const Shape *shape) {
    uint32_t numbers = shape->scalars & (S_BOOL | S_INT | S_FLOAT);
    bool all = !(shape->scalars & ~(uint32_t)S_UNION) && !(numbers & (numbers - 1));
    for (int i = 0; i < shape->count; i++) {
        const struct ShapeCon *con = &shape->cons[i];
        all &= con->kind == CON_TUPLE || con->kind == CON_FUNCTION ||
               (con->kind == CON_INSTANCE && is_known_class(lower, con->def));
    }
    return all;
}

static bool may_raise(Lower *lower, const Shape *shape) {
    return lower->under_handler && graph_is_written(lower->body->graph) && (!shape || is_well_known(lower, shape));
}

bool raises_instead(Lower *lower, const Shape *shape, const char *exception, const char *format, ...) {
    char text[400];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    Graph *graph = may_raise(lower, shape) ? root_graph(lower, "_raise_named") : NULL;
    if (!graph)
        return false;
    lower_error(lower, "W0303", "%s: this raises %s", text, exception);
    Value *args[2] = {string_value(lower, exception), string_value(lower, text)};
    emit_call(lower, graph, args, 2);
    return true;
}

bool raises_attribute(Lower *lower, const Shape *shape, const char *name) {
    static const char *const lacking[] = {"fromhex", "from_bytes", "format_map"}; /* as attributes of objects */
    for (size_t i = 0; i < sizeof lacking / sizeof *lacking; i++)
        if (!strcmp(name, lacking[i]))
            return false;
    return name[0] != '_' && raises_instead(lower, shape, "AttributeError", "'%s' object has no attribute '%s'",
                                            python_type_name(shape), name);
}

/* ---- arguments that do not fit ---- */

typedef struct Fitting {
    const FuncDef *func;
    const Params *params;
    const Op *op;
    int given; /* positional, with self */
} Fitting;

static bool names_keyword(const Fitting *f, const char *name) {
    for (int k = 0; k < f->op->name_count; k++)
        if (f->op->names[k] == name)
            return true;
    return false;
}

static int param_of_keyword(const Fitting *f, const char *name) {
    for (int i = f->params->positional_only; i < f->params->count + f->params->keyword_only; i++)
        if (f->params->names[i] == name)
            return i;
    return -1;
}

static const char *keyword_trouble(Lower *lower, const Fitting *f) {
    for (int k = 0; k < f->op->name_count; k++) {
        const char *name = f->op->names[k];
        int at = param_of_keyword(f, name);
        if (at < 0 && !f->params->has_kwargs)
            return arena_printf(lower->arena, "got an unexpected keyword argument '%s'", name);
        if (at >= 0 && at < f->given && at < f->params->count)
            return arena_printf(lower->arena, "got multiple values for argument '%s'", name);
    }
    return NULL;
}

static const char *too_many(Lower *lower, const Fitting *f) {
    int most = f->params->count, least = most - f->func->default_count;
    if (f->given <= most || f->params->has_varargs)
        return NULL;
    const char *from = least < most ? arena_printf(lower->arena, "from %d to ", least) : "";
    return arena_printf(lower->arena, "takes %s%d positional argument%s but %d %s given", from, most,
                        most == 1 ? "" : "s", f->given, f->given == 1 ? "was" : "were");
}

static bool has_default(const Fitting *f, int param) {
    if (param < f->params->count)
        return param >= f->params->count - f->func->default_count;
    for (int i = 0; i < f->func->kwdefault_count; i++)
        if (f->func->kwdefault_names[i] == f->params->names[param])
            return true;
    return false;
}

/* "'a'", "'a' and 'b'", "'a', 'b', and 'c'" of the parameters from `first` to `end` that have no argument. */
static const char *missing_names(Lower *lower, const Fitting *f, int first, int end, int *count) {
    const char *text = "", *last = NULL;
    *count = 0;
    for (int i = first; i < end; i++) {
        if (i < f->given && i < f->params->count)
            continue;
        if (has_default(f, i) || names_keyword(f, f->params->names[i]))
            continue;
        if (last)
            text = arena_printf(lower->arena, "%s'%s', ", text, last);
        last = f->params->names[i];
        ++*count;
    }
    if (*count == 2)
        text = arena_printf(lower->arena, "%.*s ", (int)strlen(text) - 2, text);
    return *count < 2 ? arena_printf(lower->arena, "'%s'", last ? last : "")
                      : arena_printf(lower->arena, "%sand '%s'", text, last);
}

static const char *missing(Lower *lower, const Fitting *f) {
    int plain = f->params->count, count;
    const char *names = missing_names(lower, f, 0, plain, &count), *kind = "positional";
    if (!count) {
        kind = "keyword-only";
        names = missing_names(lower, f, plain, plain + f->params->keyword_only, &count);
    }
    return count ? arena_printf(lower->arena, "missing %d required %s argument%s: %s", count, kind,
                                count == 1 ? "" : "s", names)
                 : NULL;
}

bool raises_binding(Lower *lower, const FuncDef *func, int has_self) {
    const Op *op = lower->op;
    if (op->code != OP_CALL_PY || op->integer & 3)
        return false;
    Fitting f = {func, &func->graph->params, op, op->arg_count - 1 - op->name_count + has_self};
    const char *trouble = keyword_trouble(lower, &f);
    trouble = trouble ? trouble : too_many(lower, &f);
    trouble = trouble ? trouble : missing(lower, &f);
    return trouble && raises_instead(lower, NULL, "TypeError", "%s() %s", func_qualname(lower, func), trouble);
}
