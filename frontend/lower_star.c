/* Lowering of calls f(*items) where the number of the items is known at run time only: they are tested, and bound to
 * the parameters, defaults and *args.
 */
#include "frontend/lower_internal.h"

const char *callee_name(Lower *lower, const CallEdge *edge) {
    FuncDef *func = edge->func;
    return func->owner ? arena_printf(lower->arena, "%s.%s", func->owner->name, func->graph->pyname)
                       : func->graph->pyname;
}

Typed star_rest(Lower *lower, const CallEdge *edge, int param, const Typed *actuals) {
    const Bound *bound = &edge->bound[param];
    Typed star = actuals[edge->star_at];
    if (bound->item) {
        Typed args[2] = {star, typed(const_int(lower->program, bound->item), lower->int_shape)};
        return call_core(lower, ROLE_HELPER, "weft.core.open_tuple", "rest_of_star", args, 2);
    }
    if (!bound->count)
        return star;
    Typed *items = arena_alloc(lower->arena, (size_t)(bound->count + 1) * sizeof *items);
    for (int i = 0; i < bound->count; i++)
        items[i] = actuals[bound->items[i].index];
    Typed args[2] = {typed(open_tuple_of(lower, items, bound->count, star.shape), star.shape), star};
    return call_core(lower, ROLE_HELPER, "weft.core.open_tuple", "join_star", args, 2);
}

/* The items of an open tuple are tested for their number before they go to parameters. */
void check_star(Lower *lower, const CallEdge *edge, const Typed *actuals) {
    const Params *params = &edge->func->graph->params;
    int has_self = params->count && edge->bound[0].kind == BIND_SELF, wanted = 0;
    const char *names = "";
    for (int i = has_self; i < params->count; i++)
        if (edge->bound[i].kind == BIND_STAR_ITEM) {
            names = arena_printf(lower->arena, "%s%s%s", names, wanted ? "," : "", params->names[i]);
            wanted++;
        }
    if (!wanted && params->has_varargs)
        return;
    int most = params->has_varargs ? -1 : params->count;
    Typed args[7] = {actuals[edge->star_at],
                     typed(const_int(lower->program, wanted), lower->int_shape),
                     typed(const_int(lower->program, params->count - edge->func->default_count), lower->int_shape),
                     typed(const_int(lower->program, most), lower->int_shape),
                     typed(const_int(lower->program, has_self + edge->star_at), lower->int_shape),
                     typed(string_value(lower, callee_name(lower, edge)), lower->str_shape),
                     typed(string_value(lower, names), lower->str_shape)};
    call_core(lower, ROLE_HELPER, "weft.core.open_tuple", "check_star", args, 7);
}

/* The open tuple's item, if it has so many, else the default. */
Typed star_or_default(Lower *lower, const CallEdge *edge, int param, const Typed *actuals, Value *closure) {
    const Bound *bound = &edge->bound[param];
    Shape *shape = cell_shape(lower->inf, edge->params[param]);
    Type *type = shape_type(lower, shape);
    Typed star = actuals[bound->index], index = typed(const_int(lower->program, bound->item), lower->int_shape);
    Typed args[2] = {star, index};
    Typed has = call_core(lower, ROLE_HELPER, "weft.core.open_tuple", "star_has", args, 2);
    Branch branch = emit_branch(lower, convert(lower, has, lower->bool_shape));
    branch_then(lower, &branch);
    Value *given = convert(lower, open_tuple_item(lower, star, bound->item), shape);
    branch_else(lower, &branch, given);
    Value *value = convert(lower, default_value(lower, edge->func, bound->count, closure), shape);
    return typed(branch_join(lower, &branch, value, type), shape);
}
