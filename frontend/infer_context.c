/* Contexts: which body a call enters, and which instance of a class an allocation makes. A context is named by what
 * does not depend on the order of work: the kinds of the arguments, and, for definitions that were split, the calls
 * that led there and the context of the object that the method belongs to. */
#include "frontend/infer_internal.h"

enum { TEMPLATE_DEPTH = 5, UNKNOWN_DEPTH = 3, MAX_CHOICE = 6 };
/* Contexts a definition may have by kinds of arguments, and one that was split (about one a call site); beyond, they
 * share one. */
enum { CONTEXT_BUDGET = 160, SPLIT_BUDGET = 20000 };
/* Bodies of library functions below one call of the program: few have more than the first number, and all those that
 * have together only that many more. */
enum { NESTED_BUDGET = 150, MORE_NESTED = 12000 };

/* ---- kinds of arguments -------------------------------------------------------------------------------- */

static bool inst_is_split(Inference *inf, const ClassInst *inst) {
    for (const ClassDef *def = inst->def; def; def = def->base)
        if (split_level(inf, def->site))
            return true;
    return false;
}

/* Containers and strings by their class, instances of user classes as one kind (unless their class has been split). */
static uint64_t con_kind_key(Inference *inf, const Con *con) {
    uint64_t key = hash_u64(HASH_SEED, con->kind);
    if (con->kind == CON_TUPLE) {
        for (int i = 0; con->names && i < con->count; i++)
            key = hash_u64(key, (uint64_t)(uintptr_t)con->names[i]);
        return hash_u64(key, (uint64_t)con->count);
    }
    if (con->kind != CON_INSTANCE)
        return key;
    ClassInst *inst = inst_root(con->inst);
    if (inst->def->generator) /* those of a function as one kind, so that a generator over generators ends */
        return hash_u64(key, (uint64_t)(uintptr_t)inst->def->generator->graph);
    if (inst_is_split(inf, inst))
        return hash_u64(hash_u64(key, inst->key), inst->def->serial);
    return inst->def->is_library && !inst->def->is_exception ? hash_u64(key, inst->def->serial) : key;
}

static uint64_t cell_kind_key(Inference *inf, Cell *cell) {
    cell = cell_root(cell);
    uint64_t sum = 0, last = 0;
    for (int i = 0; i < cell->con_count; i++) {
        uint64_t key = con_kind_key(inf, cell->cons[i]);
        if (key != last)
            sum ^= key;
        last = key;
    }
    return hash_u64(sum, cell->scalars);
}

/* Which containers these are, by what they hold, or by identity while that is unknown: keeps recursion over lists of
 * ints apart from one over lists of strs, where the call sites are the same. */
static uint64_t container_identity(Inference *inf, Cell *cell, OpNode *site) {
    cell = cell_root(cell);
    uint64_t key = 0;
    for (int i = 0; i < cell->con_count; i++) {
        Con *con = cell->cons[i];
        ClassInst *inst = con->kind == CON_INSTANCE ? inst_root(con->inst) : NULL;
        for (int k = 0; inst && k < inst->def->type_var_count; k++) {
            cell_use(inf, inst->args[k], &site->node);
            key = hash_u64(key, cell_is_empty(inst->args[k]) ? cell_root(inst->args[k])->serial
                                                             : cell_kind_key(inf, inst->args[k]));
        }
    }
    return key;
}

/* Objects of classes with several bases have bodies of their own: what super() means depends on the class. */
static uint64_t receiver_key(const CallEdge *edge) {
    if (!edge->func->owner || !edge->param_count)
        return 0;
    const Cell *self = cell_root(edge->params[0]);
    uint64_t key = 0;
    for (int i = 0; i < self->con_count; i++) {
        const Con *con = self->cons[i];
        const ClassDef *def = con->kind == CON_INSTANCE ? con->inst->def : con->kind == CON_CLASS ? con->def : NULL;
        if (def && def->mro)
            key ^= hash_u64(HASH_SEED, def->serial);
    }
    return key;
}

static uint64_t kinds_key(Inference *inf, const CallEdge *edge, bool with_identity) {
    uint64_t key = HASH_SEED ^ receiver_key(edge);
    for (int i = 0; i < edge->param_count; i++) {
        key = hash_u64(key, cell_kind_key(inf, edge->params[i]));
        if (with_identity)
            key = hash_u64(key, container_identity(inf, edge->params[i], edge->site));
    }
    return key;
}

/* ---- call strings ---------------------------------------------------------------------------------------- */

struct CallStep {
    const Op *op;
    const Graph *caller;
};

static bool is_library_code(const Graph *graph) {
    return graph->file && graph->file->is_library;
}

/* The last `level` calls that lead to `site`, as far as its body's context tells them; before that, the kinds of
 * arguments do. */
static uint64_t call_string_key(const OpNode *site, int level) {
    const Body *body = site->body;
    uint64_t key = hash_u64(HASH_SEED, level > 0 ? (uint64_t)(uintptr_t)site->op : 0);
    for (int i = 0; i + 1 < level; i++) {
        if (i == body->string_length)
            return hash_u64(key, body->kinds);
        key = hash_u64(key, (uint64_t)(uintptr_t)body->string[i].op);
    }
    return key;
}

/* Where a call enters a function that is at work already: how many of the last calls came since. Else -1. */
static int recursion_length(const Body *caller, const Graph *callee) {
    if (caller->graph == callee)
        return 0;
    for (int i = 0; i < caller->string_length; i++)
        if (caller->string[i].caller == callee)
            return i + 1;
    return -1;
}

/* Recursion stays in the context of the call from outside: strings of its own calls would be exponentially many. */
static uint64_t user_string_key(const CallEdge *edge, int level) {
    const Body *caller = edge->site->body;
    int skipped = level ? recursion_length(caller, edge->func->graph) : -1;
    if (skipped < 0)
        return call_string_key(edge->site, level);
    uint64_t key = HASH_SEED;
    for (int i = skipped; i < caller->string_length && i < skipped + level; i++)
        key = hash_u64(key, (uint64_t)(uintptr_t)caller->string[i].op);
    return key;
}

static void remember_calls(Inference *inf, Body *body, const OpNode *site, int level) {
    const Body *caller = site->body;
    int skipped = is_library_code(body->graph) ? -1 : recursion_length(caller, body->graph);
    int length = caller->string_length - skipped;
    body->string_length = length < level ? length : level;
    body->string = arena_alloc(inf->arena, (size_t)(body->string_length + 1) * sizeof *body->string);
    for (int i = 0; i < body->string_length; i++)
        body->string[i] = i + skipped < 0 ? (struct CallStep){site->op, caller->graph} : caller->string[i + skipped];
}

/* ---- bodies ------------------------------------------------------------------------------------------------ */

/* A template that calls itself: nested types (the repr of a tuple in a tuple) end by themselves, recursion joins. */
static Body *ancestor_body(Body *body, const Graph *graph) {
    int depth = 0;
    for (; body; body = body->parent)
        if (body->graph == graph && ++depth == TEMPLATE_DEPTH)
            return body;
    return NULL;
}

/* Library code without a signature is analysed per call site, as a template; recursion joins the context it came from.
 */
static uint64_t template_key(const CallEdge *edge) {
    uint64_t key = hash_u64(HASH_SEED, (uint64_t)(uintptr_t)edge->func);
    key = hash_u64(key, (uint64_t)(uintptr_t)edge->site);
    key = hash_u64(key, (uint64_t)edge->role);
    key = hash_u64(key, edge->self_scalar);
    if (edge->self && edge->self->kind == CON_INSTANCE)
        key = hash_u64(key, inst_root(edge->self->inst)->def->serial);
    return key;
}

static uint64_t user_key(const CallEdge *edge, int level, uint64_t kinds) {
    const FuncDef *func = edge->func;
    uint64_t key = hash_u64(HASH_SEED, (uint64_t)(uintptr_t)func->graph);
    if (func->captured_count)
        key = hash_u64(key, (uint64_t)(uintptr_t)func);
    return hash_u64(hash_u64(key, user_string_key(edge, level)), kinds);
}

static Body *body_in_context(Inference *inf, const CallEdge *edge, uint64_t key) {
    Body *body = body_new(inf, edge->func->graph, edge->func, key);
    body->call_node = edge->site;
    map_set_ptr(inf->arena, &inf->bodies, (void *)(uintptr_t)key, body);
    return body;
}

/* Scalars and strings: their kinds say all about them. */
static bool is_plain(Cell *cell) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++) {
        const Con *con = cell->cons[i];
        if (con->kind != CON_INSTANCE || !con->inst->def->primitive || con->inst->def->type_var_count)
            return false;
    }
    return true;
}

static bool has_plain_arguments(const CallEdge *edge) {
    for (int i = 0; i < edge->param_count; i++)
        if (!is_plain(edge->params[i]))
            return false;
    return !func_has_state(edge->func);
}

/* Small constants choose what by_constant calls. */
static uint64_t constants_key(const CallEdge *edge) {
    uint64_t key = HASH_SEED;
    for (int i = 0; i < edge->param_count; i++) {
        int64_t known;
        bool is_small = cell_knows(edge->params[i], &known) && known >= -1 && known < MAX_CHOICE;
        key = hash_u64(key, is_small ? (uint64_t)known + 2 : 0);
    }
    return key;
}

/* A procedure whose arguments are plain serves all calls with the same kinds; what anything else returns may be a new
 * container, which every call has for itself. */
static Body *plain_body(Inference *inf, const CallEdge *edge) {
    uint64_t key = hash_u64(HASH_SEED ^ 3, (uint64_t)(uintptr_t)edge->func->graph);
    key = hash_u64(hash_u64(key, kinds_key(inf, edge, false)), constants_key(edge));
    Body *body = map_get_ptr(&inf->bodies, (void *)(uintptr_t)key);
    if (!body) {
        body = body_in_context(inf, edge, key);
        body->kinds = key;
    }
    return body;
}

/* Comparisons of a type that holds itself on two ways would take a body for each way through it: where there are very
 * many below one call, further calls of a function there share one. */
static uint64_t bounded_key(Inference *inf, const CallEdge *edge) {
    uint64_t key = template_key(edge);
    const Body *root = edge->site->body->root;
    if (!root || root->nested_count < NESTED_BUDGET || inf->more_nested < MORE_NESTED ||
        map_get_ptr(&inf->bodies, (void *)(uintptr_t)key))
        return key;
    inf->budget_hits++;
    return hash_u64(hash_u64(HASH_SEED ^ 4, root->key), (uint64_t)(uintptr_t)edge->func);
}

static Body *template_body(Inference *inf, const CallEdge *edge) {
    if (has_plain_arguments(edge) && graph_info(inf, edge->func->graph)->returns_constant)
        return plain_body(inf, edge);
    Body *caller = edge->site->body, *body = ancestor_body(caller, edge->func->graph);
    if (body)
        return body;
    uint64_t key = bounded_key(inf, edge);
    body = map_get_ptr(&inf->bodies, (void *)(uintptr_t)key);
    if (body)
        return body;
    body = body_in_context(inf, edge, key);
    body->parent = caller;
    body->root = caller->root ? caller->root : body;
    inf->more_nested += ++body->root->nested_count > NESTED_BUDGET;
    body->kinds = key;
    remember_calls(inf, body, edge->site, MAX_CALL_STRING);
    return body;
}

static Body *shared_body(Inference *inf, const CallEdge *edge) {
    uint64_t key = hash_u64(HASH_SEED ^ 2, (uint64_t)(uintptr_t)edge->func->graph);
    Body *body = map_get_ptr(&inf->bodies, (void *)(uintptr_t)key);
    inf->budget_hits++;
    return body ? body : body_in_context(inf, edge, key);
}

static bool holds_unknown(Cell *cell) {
    cell = cell_root(cell);
    for (int i = 0; i < cell->con_count; i++) {
        const Con *con = cell->cons[i];
        ClassInst *inst = con->kind == CON_INSTANCE ? inst_root(con->inst) : NULL;
        for (int k = 0; inst && k < inst->def->type_var_count; k++)
            if (cell_is_empty(inst->args[k]))
                return true;
    }
    return false;
}

/* Containers are told apart by identity while it is unknown what they hold: recursion that makes one for each of its
 * calls would have contexts without end. After a few it joins the one it is in; NULL if it need not. */
static Body *recursive_body(const CallEdge *edge) {
    bool any = false;
    for (int i = 0; i < edge->param_count && !any; i++)
        any = holds_unknown(edge->params[i]);
    Body *nearest = NULL;
    int depth = 0;
    for (Body *body = any ? edge->site->body : NULL; body; body = body->call_node ? body->call_node->body : NULL)
        if (body->graph == edge->func->graph) {
            nearest = nearest ? nearest : body;
            if (++depth == UNKNOWN_DEPTH)
                return nearest;
        }
    return NULL;
}

static Body *user_body(Inference *inf, const CallEdge *edge) {
    int level = split_level(inf, edge->func->graph);
    Body *joined = level > 1 ? recursive_body(edge) : NULL;
    if (joined)
        return joined;
    uint64_t kinds = kinds_key(inf, edge, level > 1);
    uint64_t key = user_key(edge, level, kinds);
    Body *body = map_get_ptr(&inf->bodies, (void *)(uintptr_t)key);
    if (body)
        return body;
    uint64_t *count = map_put(inf->arena, &inf->bodies, (uint64_t)(uintptr_t)edge->func->graph ^ 1);
    if (*count >= (level ? SPLIT_BUDGET : CONTEXT_BUDGET))
        return shared_body(inf, edge);
    ++*count;
    body = body_in_context(inf, edge, key);
    body->kinds = kinds;
    remember_calls(inf, body, edge->site, level);
    return body;
}

Body *context_body(Inference *inf, const CallEdge *edge) {
    return is_library_code(edge->func->graph) ? template_body(inf, edge) : user_body(inf, edge);
}

/* ---- instances ---------------------------------------------------------------------------------------------- */

/* The object whose method allocates. */
static ClassInst *allocating_object(Inference *inf, Body *body) {
    if (!body->func || !body->func->owner || !body->graph->start->input_count)
        return NULL;
    Con *self = cell_find_con(body_cell(inf, body, body->graph->start->inputs[0]), CON_INSTANCE);
    ClassInst *inst = self ? inst_root(self->inst) : NULL;
    return inst && inst->key && !inst->def->is_library ? inst : NULL;
}

/* Objects of a class made by an object of that class (a tree's nodes), however indirectly, belong to its context. */
static ClassInst *maker_of_class(ClassInst *inst, const ClassDef *def) {
    for (; inst; inst = inst->maker ? inst_root(inst->maker) : NULL)
        if (inst->def == def)
            return inst;
    return NULL;
}

/* How a split class's instances are told apart. Naming an object's context after its maker's is what separates towers
 * of generic classes (object sensitivity: Milanova, Rountev & Ryder 2005); call sites separate factories. */
typedef struct ClassPolicy {
    int sites; /* of calls, if no object makes it */
    int own_sites;
    bool by_maker;
} ClassPolicy;

static const ClassPolicy class_policies[MAX_SPLIT_LEVEL + 1] = {
    {0, 0, false}, {1, 1, false}, {2, 0, true}, {3, 1, true}, {2, 2, false}, {4, 2, true}, {4, 4, false},
};

ClassInst *context_inst(Inference *inf, ClassDef *def, OpNode *site) {
    const ClassPolicy *policy = &class_policies[split_level(inf, def->site)];
    if (!policy->sites)
        return inst_in_context(inf, def, 0);
    ClassInst *maker = policy->by_maker ? allocating_object(inf, site->body) : NULL;
    ClassInst *same = maker_of_class(maker, def);
    if (same)
        return same;
    uint64_t key = call_string_key(site, maker ? policy->own_sites : policy->sites);
    if (maker)
        key = hash_u64(key, maker->key);
    ClassInst *inst = inst_in_context(inf, def, key | 1);
    if (maker && !inst->maker && inst != maker)
        inst->maker = maker;
    return inst;
}
