/* Calls: binding arguments to parameters, choosing the context of the callee, instantiating classes. */
#include "frontend/infer_internal.h"
#include "frontend/suggest.h"

#include <string.h>

/* ---- binding ------------------------------------------------------------------------------------- */

int func_input_count(const FuncDef *func) {
    const Params *params = &func->graph->params;
    return params->count + params->keyword_only + params->has_varargs + params->has_kwargs + params->cell_count;
}

bool func_has_state(const FuncDef *func) {
    return func->captured_count || func->keeps_defaults || func->graph->has_attributes;
}

FuncDef *func_copy(Inference *inf, const FuncDef *func) {
    FuncDef *copy = arena_alloc(inf->arena, sizeof *copy);
    *copy = *func;
    copy->con.func = copy;
    copy->con.serial = ++inf->serial;
    return copy;
}

FuncAttr *func_attr(Inference *inf, FuncDef *func, const char *name) {
    FuncAttr *attr = func->attrs;
    while (attr && attr->name != name)
        attr = attr->next;
    if (attr || !func->graph->has_attributes || !strncmp(name, "__", 2))
        return attr;
    attr = arena_alloc(inf->arena, sizeof *attr);
    *attr = (FuncAttr){func->attrs, name, cell_new(inf, NULL)};
    return func->attrs = attr;
}

Cell *func_wrapped(Inference *inf, FuncDef *func) {
    if (!func->wrapped)
        func->wrapped = cell_new(inf, NULL);
    return func->wrapped;
}

typedef struct Binder {
    Inference *inf;
    FuncDef *func;
    const Actuals *actuals;
    const Pos *pos;
    bool report;
    Bound *bound;
    bool *filled;
    int has_self;
} Binder;

static const char *shown_name(const FuncDef *func) {
    return func->owner ? arena_printf(func->graph->program->arena, "%s.%s", func->owner->name, func->graph->pyname)
                       : func->graph->pyname;
}

static Bound *bind_error(Binder *binder, const char *code, const char *text, const char *name) {
    if (binder->report)
        diag_error(binder->inf->diags, code, binder->pos, "%s() %s%s%s%s", shown_name(binder->func), text,
                   name ? " `" : "", name ? name : "", name ? "`" : "");
    return NULL;
}

Con *keywords_record(Cell *cell) {
    Con *con = cell_find_con(cell, CON_TUPLE);
    return con && con->names ? con : NULL;
}

/* How many values the star argument has: its tuple's positions, or -1 if that is not known. */
static int star_length(const Actuals *actuals) {
    Con *con = cell_fixed_tuple(actuals->cells[actuals->positional - 1]);
    return con ? con->count : -1;
}

static Bound actual_bound(const Actuals *actuals, int position) {
    int plain = actuals->positional - actuals->has_star;
    if (position < plain)
        return (Bound){.kind = BIND_ARG, .index = position};
    return (Bound){.kind = BIND_TUPLE_ITEM, .index = plain, .item = position - plain};
}

static Bound varargs_bound(Binder *binder, int first, int given) {
    bool takes_self = first < 0; /* def f(*args), called as a method */
    Bound bound = {.kind = BIND_VARARGS, .index = first, .count = given > first ? given - first : 0};
    bound.items = arena_alloc(binder->inf->arena, (size_t)(bound.count + 1) * sizeof *bound.items);
    if (takes_self)
        bound.items[0] = (Bound){.kind = BIND_SELF};
    for (int i = takes_self; i < bound.count; i++)
        bound.items[i] = actual_bound(binder->actuals, first + i);
    return bound;
}

static Con *open_star(const Actuals *actuals) {
    return actuals->has_star ? cell_open_tuple(actuals->cells[actuals->positional - 1]) : NULL;
}

static int default_index(const FuncDef *func, int param);

static bool has_keyword(const Actuals *actuals, const char *name) {
    for (int k = actuals->positional; k < actuals->count; k++)
        if (actuals->names[k - actuals->positional] == name)
            return true;
    return false;
}

/* An open tuple fills all the positional parameters that are left (which is tested at run time), and *args. */
static bool bind_open_star(Binder *binder) {
    const Params *params = &binder->func->graph->params;
    int plain = binder->actuals->positional - 1, room = params->count - binder->has_self;
    for (int i = 0; i < room; i++) {
        int at = i + binder->has_self;
        int fallback = default_index(binder->func, at);
        if (i >= plain && has_keyword(binder->actuals, params->names[at])) {
            bind_error(binder, "U0304", "not supported: *args of unknown length may or may not give",
                       params->names[at]);
            return false;
        }
        binder->bound[at] = (Bound){.kind = BIND_STAR_ITEM, .index = plain, .item = i - plain};
        if (i < plain)
            binder->bound[at] = (Bound){.kind = BIND_ARG, .index = i};
        else if (fallback >= 0)
            binder->bound[at] =
                (Bound){.kind = BIND_STAR_DEFAULT, .index = plain, .item = i - plain, .count = fallback};
        binder->filled[at] = true;
    }
    int varargs = params->count + params->keyword_only;
    if (params->has_varargs) {
        binder->bound[varargs] = varargs_bound(binder, room, plain);
        binder->bound[varargs].kind = BIND_STAR_REST;
        binder->bound[varargs].item = room > plain ? room - plain : 0;
        binder->filled[varargs] = true;
    }
    return plain <= room || params->has_varargs;
}

static const char *too_many_text(const Binder *binder, int given) {
    const FuncDef *func = binder->func;
    int count = func->graph->params.count;
    if (func->owner && class_is_object(func->owner) && !strcmp(func->graph->pyname, "__init__"))
        return "takes no arguments, and the class has no __init__ of its own";
    return arena_printf(binder->inf->arena, "takes %d positional argument%s but %d %s given", count,
                        count == 1 ? "" : "s", given, given == 1 ? "was" : "were");
}

static bool bind_positional(Binder *binder) {
    const Params *params = &binder->func->graph->params;
    const Actuals *actuals = binder->actuals;
    if (open_star(actuals))
        return bind_open_star(binder);
    int given = actuals->positional - actuals->has_star + (actuals->has_star ? star_length(actuals) : 0);
    int room = params->count - binder->has_self;
    for (int i = 0; i < given && i < room; i++) {
        binder->bound[i + binder->has_self] = actual_bound(actuals, i);
        binder->filled[i + binder->has_self] = true;
    }
    int varargs = params->count + params->keyword_only;
    if (params->has_varargs) {
        binder->bound[varargs] = varargs_bound(binder, room, given);
        binder->filled[varargs] = true;
    } else if (given > room) {
        return bind_error(binder, "T0201", too_many_text(binder, given + binder->has_self), NULL);
    }
    return true;
}

static int param_index(const Params *params, const char *name) {
    for (int i = params->positional_only; i < params->count + params->keyword_only; i++)
        if (params->names[i] == name)
            return i;
    return -1;
}

static Bound *keyword_error(Binder *binder, const char *name) {
    const Params *params = &binder->func->graph->params;
    if (!binder->report)
        return NULL;
    Suggestion suggestion = suggestion_for(name);
    for (int i = params->positional_only; i < params->count + params->keyword_only; i++)
        suggest_name(&suggestion, params->names[i]);
    Diagnostic *diag = diag_error(binder->inf->diags, "T0202", binder->pos,
                                  "%s() got an unexpected keyword argument `%s`", shown_name(binder->func), name);
    if (suggestion.best)
        diag_help(binder->inf->diags, diag, "did you mean `%s`?", suggestion.best);
    return NULL;
}

static Bound *kwargs_bound(Binder *binder) {
    const Params *params = &binder->func->graph->params;
    return &binder->bound[params->count + params->keyword_only + params->has_varargs];
}

static void add_keyword(Binder *binder, const char *name, int actual) {
    Bound *bound = kwargs_bound(binder);
    bound->names[bound->count] = name;
    bound->items[bound->count++] = (Bound){.kind = BIND_ARG, .index = actual};
}

static void start_kwargs(Binder *binder) {
    Bound *bound = kwargs_bound(binder);
    int most = binder->actuals->count - binder->actuals->positional + 1;
    *bound = (Bound){.kind = BIND_VARARGS};
    bound->items = arena_alloc(binder->inf->arena, (size_t)most * sizeof *bound->items);
    bound->names = arena_alloc(binder->inf->arena, (size_t)most * sizeof *bound->names);
}

static bool bind_keywords(Binder *binder) {
    const Params *params = &binder->func->graph->params;
    if (params->has_kwargs)
        start_kwargs(binder);
    for (int k = binder->actuals->positional; k < binder->actuals->count; k++) {
        const char *name = binder->actuals->names[k - binder->actuals->positional];
        int i = param_index(params, name);
        if (i < 0 && params->has_kwargs) {
            add_keyword(binder, name, k);
            continue;
        }
        if (i < 0)
            return keyword_error(binder, name);
        if (binder->filled[i])
            return bind_error(binder, "T0203", "got multiple values for argument", name);
        binder->bound[i] = (Bound){.kind = BIND_ARG, .index = k};
        binder->filled[i] = true;
    }
    return true;
}

static int default_index(const FuncDef *func, int param) {
    const Params *params = &func->graph->params;
    if (param < params->count) {
        int index = param - (params->count - func->default_count);
        return index >= 0 ? index : -1;
    }
    for (int i = 0; i < func->kwdefault_count; i++)
        if (func->kwdefault_names[i] == params->names[param])
            return func->default_count + i;
    return -1;
}

static bool bind_defaults(Binder *binder) {
    const Params *params = &binder->func->graph->params;
    for (int i = 0; i < params->count + params->keyword_only; i++) {
        if (binder->filled[i])
            continue;
        int index = default_index(binder->func, i);
        if (index < 0)
            return bind_error(binder, "T0204",
                              i < params->count ? "is missing the argument" : "is missing the keyword-only argument",
                              params->names[i]);
        binder->bound[i] = (Bound){.kind = BIND_DEFAULT, .index = index};
    }
    return true;
}

Bound *bind_arguments(Inference *inf, FuncDef *func, bool has_self, const Actuals *actuals, const Pos *pos,
                      bool report) {
    const Params *params = &func->graph->params;
    int count = func_input_count(func);
    Binder binder = {.inf = inf, .func = func, .actuals = actuals, .pos = pos, .report = report, .has_self = has_self};
    binder.bound = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *binder.bound);
    binder.filled = arena_alloc(inf->arena, (size_t)count + 1);
    if (has_self && params->count == 0 && (!params->has_varargs || open_star(actuals)))
        return bind_error(&binder, "T0201", "takes 0 positional arguments but is called as a method", NULL);
    if (has_self && params->count) {
        binder.bound[0] = (Bound){.kind = BIND_SELF};
        binder.filled[0] = true;
    }
    if (!bind_positional(&binder) || !bind_keywords(&binder) || !bind_defaults(&binder))
        return NULL;
    int first_cell = params->count + params->keyword_only + params->has_varargs + params->has_kwargs;
    for (int i = 0; i < params->cell_count; i++)
        binder.bound[first_cell + i] = (Bound){.kind = BIND_CAPTURED, .index = i};
    return binder.bound;
}

/* ---- edges --------------------------------------------------------------------------------------------- */

CallEdge *op_call(const OpNode *node, int role, const FuncDef *func, const Con *self, uint32_t self_scalar) {
    for (CallEdge *edge = node->calls; edge; edge = edge->next)
        if (edge->role == role && edge->func == func && edge->self_scalar == self_scalar &&
            (edge->self == self ||
             (edge->self && self && edge->self->kind == self->kind && con_same_key(edge->self, self))))
            return edge;
    return NULL;
}

static Cell *self_cell(Inference *inf, CallEdge *edge, OpNode *node) {
    Cell *cell = cell_new(inf, node->body);
    if (edge->self)
        cell_add_con(inf, cell, edge->self, &node->node, NULL);
    cell_add_scalars(inf, cell, edge->self_scalar, &node->node, NULL);
    return cell;
}

/* The cell that holds the values of *args: a tuple with a cell a value. */
static Cell *varargs_cell(Inference *inf, OpNode *node, CallEdge *edge, const Bound *bound, const Actuals *actuals) {
    Con *con = con_new(inf, CON_TUPLE);
    con->count = bound->count;
    con->names = bound->names;
    con->cells = arena_alloc(inf->arena, (size_t)(bound->count + 1) * sizeof *con->cells);
    for (int i = 0; i < bound->count; i++) {
        con->cells[i] = cell_new(inf, node->body);
        Bound actual = bound->items[i];
        Cell *source = actual.kind == BIND_SELF ? self_cell(inf, edge, node) : actuals->cells[actual.index];
        if (actual.kind == BIND_TUPLE_ITEM)
            source = cell_find_con(source, CON_TUPLE)->cells[actual.item];
        cell_flow(inf, source, con->cells[i], &node->node);
    }
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, con, &node->node, NULL);
    return cell;
}

/* The values of *args that end in an open tuple: one, too. */
static Cell *star_rest_cell(Inference *inf, OpNode *node, const Bound *bound, const Actuals *actuals) {
    Con *open = open_star(actuals);
    Cell *cell = cell_new(inf, node->body);
    cell_add_con(inf, cell, open, &node->node, NULL);
    for (int i = 0; i < bound->count; i++)
        cell_flow(inf, actuals->cells[bound->items[i].index], inst_root(open->inst)->args[0], &node->node);
    return cell;
}

static Cell *star_default_cell(Inference *inf, OpNode *node, CallEdge *edge, const Bound *bound,
                               const Actuals *actuals) {
    Cell *cell = cell_new(inf, node->body);
    cell_flow(inf, inst_root(open_star(actuals)->inst)->args[0], cell, &node->node);
    cell_flow(inf, edge->func->defaults[bound->count], cell, &node->node);
    return cell;
}

static Cell *bound_cell(Inference *inf, OpNode *node, CallEdge *edge, const Bound *bound, const Actuals *actuals) {
    switch (bound->kind) {
    case BIND_SELF:
        return self_cell(inf, edge, node);
    case BIND_ARG:
        return actuals->cells[bound->index];
    case BIND_TUPLE_ITEM:
        return cell_find_con(actuals->cells[bound->index], CON_TUPLE)->cells[bound->item];
    case BIND_STAR_ITEM:
        return inst_root(open_star(actuals)->inst)->args[0];
    case BIND_STAR_DEFAULT:
        return star_default_cell(inf, node, edge, bound, actuals);
    case BIND_STAR_REST:
        return star_rest_cell(inf, node, bound, actuals);
    case BIND_DEFAULT:
        return edge->func->defaults[bound->index];
    case BIND_VARARGS:
        return varargs_cell(inf, node, edge, bound, actuals);
    case BIND_CAPTURED:
        return edge->func->captured[bound->index];
    }
    return cell_new(inf, node->body);
}

static CallEdge *edge_new(Inference *inf, OpNode *node, int role, FuncDef *func, Con *self, uint32_t self_scalar,
                          const Actuals *actuals) {
    bool has_self = self || self_scalar;
    Bound *bound = bind_arguments(inf, func, has_self, actuals, node->op->pos, inf->is_reporting);
    if (!bound) {
        inf->failed = arena_grow(inf->arena, inf->failed, inf->failed_count, &inf->failed_capacity, sizeof node);
        inf->failed[inf->failed_count++] = node;
        return NULL;
    }
    CallEdge *edge = arena_alloc(inf->arena, sizeof *edge);
    *edge = (CallEdge){.next = node->calls,
                       .role = role,
                       .func = func,
                       .self = self,
                       .self_scalar = self_scalar,
                       .bound = bound,
                       .site = node};
    edge->param_count = func_input_count(func);
    edge->params = arena_alloc(inf->arena, (size_t)(edge->param_count + 1) * sizeof *edge->params);
    for (int i = 0; i < edge->param_count; i++) {
        edge->params[i] = bound_cell(inf, node, edge, &bound[i], actuals);
        cell_use(inf, edge->params[i], &node->node);
    }
    edge->result = cell_new(inf, node->body);
    node->calls = edge;
    return edge;
}

/* ---- entering the callee ---------------------------------------------------------------------------------- */

static bool params_known(const CallEdge *edge) {
    for (int i = 0; i < edge->param_count; i++)
        if (cell_is_empty(edge->params[i]))
            return false;
    return true;
}

/* The arguments are copied, not connected: the op runs again when they grow, and may then choose another context. What
 * comes later must not reach the one that was named after fewer kinds. */
static void enter_body(Inference *inf, CallEdge *edge) {
    Body *body = context_body(inf, edge);
    for (int i = 0; i < edge->param_count; i++)
        cell_add_all(inf, body_cell(inf, body, body->graph->start->inputs[i]), edge->params[i], &edge->site->node);
    if (edge->body == body)
        return;
    edge->body = body;
    cell_flow(inf, body->result, edge->result, &edge->site->node);
    body_start(inf, body);
}

/* ---- declared calls --------------------------------------------------------------------------------------------- */

/* An instance of a subclass of what the signature names: their common part is one. */
static void unify_with_base(Inference *inf, Con *con, const Con *declared) {
    ClassInst *base =
        con->kind == CON_INSTANCE && declared->kind == CON_INSTANCE && con->inst->def != declared->inst->def
            ? inst_of_base(con->inst, declared->inst->def)
            : NULL;
    if (base)
        inst_unify(inf, base, declared->inst);
}

/* Only the constructors that the signature names flow in; others are the final check's business. */
static void flow_into_signature(Inference *inf, OpNode *node, Cell *from, Cell *to, bool is_variable) {
    if (is_variable) {
        cell_flow(inf, from, to, &node->node);
        return;
    }
    from = cell_root(from);
    for (int i = 0; i < from->con_count; i++)
        for (int k = 0; k < cell_root(to)->con_count; k++)
            if (con_same_key(cell_root(to)->cons[k], from->cons[i]) ||
                (from->cons[i]->kind == CON_TUPLE && con_is_open_tuple(cell_root(to)->cons[k]))) {
                cell_add_con(inf, to, from->cons[i], &node->node, from);
                break;
            } else {
                unify_with_base(inf, from->cons[i], cell_root(to)->cons[k]);
            }
}

static bool is_variable_cell(Cell *cell, const TypeEnv *env) {
    for (int i = 0; i < env->count; i++)
        if (cell_root(env->cells[i]) == cell_root(cell))
            return true;
    return cell_root(cell)->inst_owner != NULL;
}

static void instantiate_signature(Inference *inf, CallEdge *edge) {
    const Params *params = &edge->func->graph->params;
    const char *module = edge->func->graph->file->module;
    TypeEnv env = {0};
    if (edge->self && edge->self->kind == CON_INSTANCE) {
        ClassInst *base = edge->func->owner ? inst_of_base(edge->self->inst, edge->func->owner) : NULL;
        env.inst = base ? base : edge->self->inst;
    }
    edge->sig_params = arena_alloc(inf->arena, (size_t)(edge->param_count + 1) * sizeof *edge->sig_params);
    for (int i = 0; i < params->count + params->keyword_only; i++)
        if (edge->bound[i].kind != BIND_SELF)
            edge->sig_params[i] = param_annotation_cell(inf, edge->func, i, &env);
    Cell *result = annotation_source(inf, module, params->returns, &env);
    cell_flow(inf, result, edge->result, &edge->site->node);
    if (env.unresolved) { /* its module has not come so far: again when anything changes */
        edge->sig_params = NULL;
        return;
    }
    edge->type_names = env.names;
    edge->type_args = env.cells;
    edge->type_count = env.count;
    inf->declared = arena_grow(inf->arena, inf->declared, inf->declared_count, &inf->declared_capacity, sizeof edge);
    inf->declared[inf->declared_count++] = edge;
}

/* Analyses the op again once the queue is dry, see infer_run. */
void wait_again(Inference *inf, OpNode *node) {
    inf->waiting = arena_grow(inf->arena, inf->waiting, inf->waiting_count, &inf->waiting_capacity, sizeof node);
    inf->waiting[inf->waiting_count++] = node;
}

const char *index_method(Inference *inf, const ClassDef *def, uint32_t wanted) {
    bool is_float = (wanted & S_FLOAT) != 0;
    if (def->primitive && !class_is_word(def))
        return NULL;
    if (is_float && class_method(inf, (ClassDef *)def, "__float__"))
        return "__float__";
    return wanted & (S_INT | S_FLOAT) && class_method(inf, (ClassDef *)def, "__index__") ? "__index__" : NULL;
}

int index_role(int role, int param) {
    return ROLE_ITEM + (int)(hash_u64(hash_u64(HASH_SEED, (uint64_t)role), (uint64_t)param + 1) & 0x3fffffff);
}

void infer_indices(Inference *inf, OpNode *node, int role, Cell *cell, uint32_t wanted) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++) {
        Con *con = cell->cons[i];
        const char *method = con->kind == CON_INSTANCE ? index_method(inf, con->inst->def, wanted) : NULL;
        if (!method)
            continue;
        Cell *one = cell_new(inf, node->body);
        cell_add_con(inf, one, con, &node->node, NULL);
        infer_method(inf, node, role, one, method, &(Actuals){0}, NULL);
    }
}

static void declared_flow(Inference *inf, CallEdge *edge) {
    TypeEnv env = {.names = edge->type_names, .cells = edge->type_args, .count = edge->type_count};
    for (int i = 0; i < edge->param_count; i++) {
        if (!edge->sig_params[i])
            continue;
        bool is_variable = is_variable_cell(edge->sig_params[i], &env);
        const Cell *want = cell_root(edge->sig_params[i]);
        flow_into_signature(inf, edge->site, edge->params[i], edge->sig_params[i], is_variable);
        if (!is_variable && !want->con_count)
            infer_indices(inf, edge->site, index_role(edge->role, i), edge->params[i], want->scalars);
    }
}

/* ---- the call
 * -------------------------------------------------------------------------------------------------------- */

/* An op analysed again may pass a cell that it has put together anew: what is new in it joins the first one's. */
static void refresh_arguments(Inference *inf, OpNode *node, CallEdge *edge, const Actuals *actuals) {
    for (int i = 0; i < edge->param_count; i++)
        if (edge->bound[i].kind == BIND_ARG && edge->bound[i].index < actuals->count)
            cell_add_all(inf, edge->params[i], actuals->cells[edge->bound[i].index], &node->node);
}

/* Split contexts are told apart by what the containers hold: while one is empty it is too early to choose, unless
 * everything else has been analysed. */
static bool must_wait(Inference *inf, const CallEdge *edge) {
    if (edge->body || inf->takes_empty || split_level(inf, edge->func->graph) < 2)
        return false;
    for (int i = 0; i < edge->param_count; i++) {
        Con *con = cell_find_con(edge->params[i], CON_INSTANCE);
        ClassInst *inst = con ? inst_root(con->inst) : NULL;
        for (int k = 0; inst && k < inst->def->type_var_count; k++)
            if (cell_is_empty(inst->args[k]))
                return true;
    }
    return false;
}

static void drop_edge(OpNode *node, const CallEdge *edge) {
    CallEdge **at = &node->calls;
    while (*at != edge)
        at = &(*at)->next;
    *at = edge->next;
}

/* Calls what tests at run time whether an open tuple has as many items as are needed. */
static void infer_star_check(Inference *inf, OpNode *node, const Actuals *actuals) {
    Cell *cells[7] = {cell_new(inf, node->body)};
    cell_add_con(inf, cells[0], open_star(actuals), &node->node, NULL);
    for (int i = 1; i < 7; i++) {
        cells[i] = cell_new(inf, node->body);
        if (i < 5)
            cell_add_scalars(inf, cells[i], S_INT, &node->node, NULL);
        else
            cell_add_con(inf, cells[i], &inst_plain(inf, class_find_builtin(inf, "str"))->con, &node->node, NULL);
    }
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.open_tuple", "check_star", cells, 7);
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.open_tuple", "star_has", cells, 2);
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.open_tuple", "rest_of_star", cells, 2);
    cells[1] = cells[0];
    infer_call_core(inf, node, ROLE_HELPER, "weft.core.open_tuple", "join_star", cells, 2);
}

Cell *infer_call(Inference *inf, OpNode *node, int role, FuncDef *func, Con *self, uint32_t self_scalar,
                 const Actuals *actuals) {
    Con *open = open_star(actuals);
    if (actuals->has_star && star_length(actuals) < 0 && !open)
        return cell_new(inf, node->body);
    CallEdge *edge = op_call(node, role, func, self, self_scalar);
    if (edge && open && !edge->takes_open) { /* what was passed so far was of known length */
        drop_edge(node, edge);
        edge = NULL;
    }
    if (edge)
        refresh_arguments(inf, node, edge, actuals);
    else
        edge = edge_new(inf, node, role, func, self, self_scalar, actuals);
    if (!edge)
        return cell_new(inf, node->body);
    if (open) {
        edge->takes_open = true;
        edge->star_at = actuals->positional - 1;
        infer_star_check(inf, node, actuals);
    }
    if (!params_known(edge))
        return edge->result;
    if (func->is_declared) {
        if (!edge->sig_params)
            instantiate_signature(inf, edge);
        if (edge->sig_params)
            declared_flow(inf, edge);
        else
            wait_again(inf, node);
    } else if (must_wait(inf, edge)) {
        wait_again(inf, node);
    } else {
        enter_body(inf, edge);
    }
    return edge->result;
}

FuncDef *core_function(Inference *inf, const char *module, const char *name) {
    ModuleVars *vars = map_get_ptr(&inf->modules, intern(inf->names, module));
    Con *con = vars ? cell_find_con(module_var(inf, vars, intern(inf->names, name)), CON_FUNCTION) : NULL;
    return con ? con->func : NULL;
}

Cell *infer_call_core(Inference *inf, OpNode *node, int role, const char *module, const char *function, Cell **cells,
                      int count) {
    FuncDef *func = core_function(inf, module, function);
    if (!func && !inf->takes_empty) {
        wait_again(inf, node);
        return cell_new(inf, node->body);
    }
    if (!func) {
        infer_error(inf, node, "X0001", "the runtime library lacks %s.%s", module, function);
        return cell_new(inf, node->body);
    }
    Actuals actuals = {.cells = cells, .count = count, .positional = count};
    return infer_call(inf, node, role, func, NULL, 0, &actuals);
}

static void call_member(Inference *inf, OpNode *node, int role, Cell *member, Con *self, uint32_t scalar,
                        const Actuals *actuals, Cell *result) {
    cell_use(inf, member, &node->node);
    member = cell_root(member);
    for (int i = 0; i < member->con_count; i++)
        if (member->cons[i]->kind == CON_FUNCTION) {
            FuncDef *func = member->cons[i]->func;
            bool binds = !func->is_static;
            Cell *got = infer_call(inf, node, role, func, binds ? self : NULL, binds ? scalar : 0, actuals);
            if (result)
                cell_flow(inf, got, result, &node->node);
        }
}

bool infer_method(Inference *inf, OpNode *node, int role, Cell *self, const char *name, const Actuals *actuals,
                  Cell *result) {
    const char *interned = intern(inf->names, name);
    bool all = true;
    for (int i = 0; i < S_COUNT; i++) {
        uint32_t bit = 1u << i;
        if (!(cell_root(self)->scalars & bit) || bit == S_NONE)
            continue;
        ClassDef *def = class_of_scalar(inf, bit);
        ClassMember *member = def ? class_lookup(def, interned, NULL) : NULL;
        if (member)
            call_member(inf, node, role, member->cell, NULL, bit, actuals, result);
        all &= member != NULL;
    }
    for (int i = 0; i < cell_root(self)->con_count; i++) {
        Con *con = cell_root(self)->cons[i];
        ClassDef *def = class_of_con(inf, con);
        ClassMember *member = def ? class_lookup(def, interned, NULL) : NULL;
        if (member)
            call_member(inf, node, role, member->cell, con, 0, actuals, result);
        else if (def)
            use_add(inf, &def->watchers, &node->node);
        all &= member != NULL;
    }
    return all;
}
