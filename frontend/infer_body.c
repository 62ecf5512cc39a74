/* Bodies: graphs in a context. Reached blocks register their operations as users of the cells they read; links carry
 * sets from block to block, narrowed by what the exit's test says; and the main loop that runs the queue dry. */
#include "frontend/infer_internal.h"

#include <string.h>

/* ---- facts about graphs ---------------------------------------------------------------------- */

static void number_ops(Inference *inf, Graph *graph, GraphInfo *info) {
    for (int b = 0; b < graph->block_count; b++) {
        Block *block = graph->blocks[b];
        info->first_op[block->id] = info->op_count;
        info->first_link[block->id] = info->link_count;
        info->op_count += block->op_count;
        info->link_count += block->exit_count;
    }
    info->op_list = arena_alloc(inf->arena, (size_t)(info->op_count + 1) * sizeof *info->op_list);
    for (int b = 0, n = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->op_count; i++, n++) {
            Op *op = graph->blocks[b]->ops[i];
            op->index = (uint32_t)n;
            info->op_list[n] = op;
            if (op->result)
                info->def_op[op->result->id] = op;
        }
}

/* The ops that bind the names of a class statement stand in the block of its class_new. */
static void measure_classes(Inference *inf, const Graph *graph, GraphInfo *info) {
    for (int i = 0; i < info->op_count; i++) {
        const Op *op = info->op_list[i];
        if (op->code == OP_CLASS_NEW && !info->classes)
            info->classes = arena_alloc(inf->arena, (size_t)(graph->value_count + 1) * sizeof *info->classes);
        if (!info->classes || !op->arg_count || op->args[0]->is_const)
            continue;
        info->classes[op->args[0]->id].bindings += op->code == OP_CLASS_SET;
        info->classes[op->args[0]->id].fields += op->code == OP_CLASS_FIELD;
        if (op->code == OP_CLASS_SET && !strcmp(op->name, "__slots__"))
            info->classes[op->args[0]->id].slots = op;
    }
}

static void find_only_entries(Inference *inf, Graph *graph, GraphInfo *info) {
    int *counts = arena_alloc(inf->arena, (size_t)(graph->block_count + 1) * sizeof *counts);
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->exit_count; i++) {
            Link *link = graph->blocks[b]->exits[i];
            info->only_entry[link->target->id] = counts[link->target->id]++ ? NULL : link;
        }
}

static bool returns_constant(const Graph *graph) {
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->exit_count; i++) {
            const Link *link = graph->blocks[b]->exits[i];
            if (link->target == graph->return_block && !link->args[0]->is_const)
                return false;
        }
    return !graph->is_generator;
}

GraphInfo *graph_info(Inference *inf, Graph *graph) {
    GraphInfo *info = map_get_ptr(&inf->graph_infos, graph);
    if (info)
        return info;
    flow_complete(graph);
    if (graph->file->is_library)
        infer_number_classes(inf, graph);
    info = arena_alloc(inf->arena, sizeof *info);
    map_set_ptr(inf->arena, &inf->graph_infos, graph, info);
    info->first_op = arena_alloc(inf->arena, (size_t)(graph->block_count + 1) * sizeof(int));
    info->first_link = arena_alloc(inf->arena, (size_t)(graph->block_count + 1) * sizeof(int));
    info->def_op = arena_alloc(inf->arena, (size_t)(graph->value_count + 1) * sizeof *info->def_op);
    info->only_entry = arena_alloc(inf->arena, (size_t)(graph->block_count + 1) * sizeof *info->only_entry);
    number_ops(inf, graph, info);
    measure_classes(inf, graph, info);
    info->returns_constant = returns_constant(graph);
    find_only_entries(inf, graph, info);
    return info;
}

Body *body_new(Inference *inf, Graph *graph, FuncDef *func, uint64_t key) {
    GraphInfo *info = graph_info(inf, graph);
    Body *body = arena_alloc(inf->arena, sizeof *body);
    body->graph = graph;
    body->func = func;
    body->key = key;
    body->serial = ++inf->serial;
    body->cells = arena_alloc(inf->arena, (size_t)(graph->value_count + 1) * sizeof *body->cells);
    body->ops = arena_alloc(inf->arena, (size_t)(info->op_count + 1) * sizeof *body->ops);
    body->links = arena_alloc(inf->arena, (size_t)(info->link_count + 1) * sizeof *body->links);
    body->reached = arena_alloc(inf->arena, (size_t)graph->block_count + 1);
    body->result = body_cell(inf, body, graph->return_block->inputs[0]);
    if (graph->is_generator)
        generator_start(inf, body);
    inf->body_list = arena_grow(inf->arena, inf->body_list, inf->body_count, &inf->body_capacity, sizeof body);
    inf->body_list[inf->body_count++] = body;
    return body;
}

/* ---- constants and values ----------------------------------------------------------------------- */

static void add_builtin_instance(Inference *inf, Cell *cell, const char *name) {
    ClassDef *def = class_find_builtin(inf, name);
    if (def)
        cell_add_con(inf, cell, &inst_plain(inf, def)->con, NULL, NULL);
}

static void fill_constant(Inference *inf, Cell *cell, const Const *constant) {
    switch (constant->kind) {
    case CONST_NONE:
        cell_add_scalars(inf, cell, S_NONE, NULL, NULL);
        break;
    case CONST_BOOL:
        cell_add_scalars(inf, cell, S_BOOL, NULL, NULL);
        break;
    case CONST_INT:
    case CONST_BIGINT:
        cell_add_scalars(inf, cell, S_INT, NULL, NULL);
        if (constant->kind == CONST_INT) {
            cell->knowing = KNOWS_ONE;
            cell->known = constant->integer;
        }
        break;
    case CONST_FLOAT:
        cell_add_scalars(inf, cell, S_FLOAT, NULL, NULL);
        break;
    case CONST_STR:
        add_builtin_instance(inf, cell, "str");
        break;
    case CONST_BYTES:
        add_builtin_instance(inf, cell, "bytes");
        break;
    case CONST_ELLIPSIS:
        add_builtin_instance(inf, cell, "_ellipsis");
        break;
    case CONST_COMPLEX:
    case CONST_NULL:
    case CONST_DATA:
    case CONST_GRAPH:
    case CONST_SCALAR:
    case CONST_UNDEFINED:
        break;
    }
}

static void keep_early_text(Inference *inf, const Value *value) {
    inf->early_texts =
        arena_grow(inf->arena, inf->early_texts, inf->early_text_count, &inf->early_text_capacity, sizeof value);
    inf->early_texts[inf->early_text_count++] = value;
}

void infer_early_texts(Inference *inf) {
    for (int i = 0; i < inf->early_text_count; i++)
        fill_constant(inf, map_get_ptr(&inf->const_cells, inf->early_texts[i]), &inf->early_texts[i]->constant);
    infer_run(inf);
}

Cell *body_cell(Inference *inf, Body *body, const Value *value) {
    if (value->is_const) {
        /* constants are the same in every context */
        Cell *cell = map_get_ptr(&inf->const_cells, value);
        if (!cell) {
            cell = cell_new(inf, NULL);
            map_set_ptr(inf->arena, &inf->const_cells, value, cell);
            cell->pos = value->pos;
            fill_constant(inf, cell, &value->constant);
            if (cell_is_empty(cell))
                keep_early_text(inf, value);
        }
        return cell;
    }
    Cell **slot = &body->cells[value->id];
    if (!*slot) {
        *slot = cell_new(inf, body);
        (*slot)->label = value->name;
        (*slot)->pos = value->pos;
        open_if_noted(inf, *slot, body->graph, value->id);
    }
    return *slot;
}

/* ---- facts that a test tells ------------------------------------------------------------------------ */

static bool is_none(const Value *value) {
    return value->is_const && value->constant.kind == CONST_NONE;
}

/* The way from the test that a block's exits depend on to the block: plain links, the last one first. */
typedef struct Trail {
    const Link *links[4];
    int count;
} Trail;

/* Adds a fact about `value` of the block where the test stands, under the name it has at the end of the trail. */
static void add_fact(LinkNode *node, const Trail *trail, FactKind kind, const Value *value, const Value *classes) {
    for (int hop = trail->count - 1; hop >= 0 && value && !value->is_const; hop--) {
        const Link *link = trail->links[hop];
        const Value *here = NULL;
        for (int i = 0; i < link->arg_count && !here; i++)
            here = link->args[i] == value ? link->target->inputs[i] : NULL;
        value = here;
    }
    if (value && !value->is_const && node->fact_count < 4)
        node->facts[node->fact_count++] = (Fact){value, kind, classes};
}

/* The x of a value that is type(x) or x.__class__, else NULL. */
static const Value *value_of_class(const GraphInfo *info, const Value *class_value) {
    const Op *op = class_value->is_const ? NULL : info->def_op[class_value->id];
    bool is_class = op && (op->code == OP_TYPE_PY || (op->code == OP_GETATTR && !strcmp(op->name, "__class__")));
    return is_class ? op->args[0] : NULL;
}

static void class_fact(const GraphInfo *info, LinkNode *node, const Trail *trail, const Op *op, int side, bool same) {
    const Value *tested = value_of_class(info, op->args[side]);
    if (tested)
        add_fact(node, trail, same ? FACT_EXACT : FACT_NOT_EXACT, tested, op->args[1 - side]);
}

static void identity_facts(const GraphInfo *info, LinkNode *node, const Trail *trail, const Op *op, bool same) {
    for (int i = 0; i < 2; i++) {
        if (is_none(op->args[1 - i]))
            add_fact(node, trail, same ? FACT_NONE_ONLY : FACT_NOT_NONE, op->args[i], NULL);
        class_fact(info, node, trail, op, i, same);
    }
}

/* What `op`, a test that gave `side`, says. Gives the tested value if that is a test in turn: tests nest through truth
 * and not. */
static const Value *read_test(const GraphInfo *info, LinkNode *node, const Trail *trail, const Op *op, bool *side) {
    if (op->code == OP_TRUTH || op->code == OP_NOT) {
        *side = *side == (op->code == OP_TRUTH);
        if (*side)
            add_fact(node, trail, FACT_TRUTHY, op->args[0], NULL);
        return op->args[0];
    }
    if (op->code == OP_IS || op->code == OP_IS_NOT)
        identity_facts(info, node, trail, op, *side == (op->code == OP_IS));
    else if (op->code == OP_EQ || op->code == OP_NE)
        for (int i = 0; i < 2; i++)
            class_fact(info, node, trail, op, i, *side == (op->code == OP_EQ));
    else if (op->code == OP_CONTAINS)
        class_fact(info, node, trail, op, 1, *side);
    else if (op->code == OP_ISINSTANCE || op->code == OP_EXC_MATCH)
        add_fact(node, trail, *side ? FACT_INSTANCE : FACT_NOT_INSTANCE, op->args[0], op->args[1]);
    return NULL;
}

/* Where the input of a block comes from, if there is one link into the block only: a test that may raise ends its block
 * under a handler. */
static const Value *follow_input(const GraphInfo *info, Trail *trail, const Block **block, const Value *value) {
    const Link *link = info->only_entry[(*block)->id];
    if (!link || trail->count == (int)(sizeof trail->links / sizeof *trail->links))
        return NULL;
    for (int i = 0; i < link->arg_count; i++)
        if (link->target->inputs[i] == value) {
            trail->links[trail->count++] = link;
            *block = link->source;
            return link->args[i];
        }
    return NULL;
}

/* Collects what the switch value of the link's block being true (or false) says. */
static void collect_facts(const GraphInfo *info, LinkNode *node, bool side) {
    Trail trail = {.count = 0};
    const Block *block = node->link->source;
    const Value *value = block->switch_value;
    while (value && !value->is_const) {
        const Op *op = info->def_op[value->id];
        value = op ? read_test(info, node, &trail, op, &side) : follow_input(info, &trail, &block, value);
    }
}

/* ---- reaching blocks ------------------------------------------------------------------------------------ */

static void start_ops(Inference *inf, Body *body, const GraphInfo *info, Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        OpNode *node = &body->ops[info->first_op[block->id] + i];
        *node = (OpNode){.node.kind = NODE_OP, .body = body, .op = block->ops[i]};
        for (int a = 0; a < node->op->arg_count; a++)
            if (!node->op->args[a]->is_const)
                cell_use(inf, body_cell(inf, body, node->op->args[a]), &node->node);
        node_push(inf, &node->node);
    }
}

static void watch_facts(Inference *inf, LinkNode *node) {
    for (int i = 0; i < node->fact_count; i++) {
        cell_use(inf, body_cell(inf, node->body, node->facts[i].value), &node->node);
        if (node->facts[i].classes && !node->facts[i].classes->is_const)
            cell_use(inf, body_cell(inf, node->body, node->facts[i].classes), &node->node);
    }
}

static void start_links(Inference *inf, Body *body, const GraphInfo *info, Block *block) {
    for (int i = 0; i < block->exit_count; i++) {
        LinkNode *node = &body->links[info->first_link[block->id] + i];
        Link *link = block->exits[i];
        *node = (LinkNode){.node.kind = NODE_LINK, .body = body, .link = link};
        if (block->switch_kind == SWITCH_VALUE && link->kind == CASE_BOOL) {
            node->facts = arena_alloc(inf->arena, 4 * sizeof *node->facts);
            collect_facts(info, node, link->integer != 0);
            watch_facts(inf, node);
        }
        node_push(inf, &node->node);
    }
}

static void reach_block(Inference *inf, Body *body, Block *block) {
    if (body->reached[block->id])
        return;
    body->reached[block->id] = true;
    GraphInfo *info = graph_info(inf, body->graph);
    start_ops(inf, body, info, block);
    start_links(inf, body, info, block);
}

void body_start(Inference *inf, Body *body) {
    reach_block(inf, body, body->graph->start);
}

/* ---- links -------------------------------------------------------------------------------------------------- */

/* The builtin class that CPython derives the class from, if the program asks. */
static ClassDef *class_stood_for(Inference *inf, const Graph *graph, ClassDef *def) {
    if (!def || !graph_is_written(graph))
        return NULL;
    ClassMember *member = class_lookup(def, intern(inf->names, STANDS_FOR), NULL);
    Con *con = member ? cell_find_con(member->cell, CON_CLASS) : NULL;
    return con ? con->def : NULL;
}

static bool class_con_matches(Inference *inf, const Graph *graph, Con *class_con, Con *con, uint32_t scalar) {
    if (class_con->kind == CON_TUPLE) {
        for (int i = 0; i < class_con->count; i++)
            if (con_is_instance(inf, graph, con, scalar, class_con->cells[i]))
                return true;
        return false;
    }
    if (class_con->kind != CON_CLASS)
        return false;
    ClassDef *def = con ? class_of_con(inf, con) : class_of_scalar(inf, scalar);
    ClassDef *builtin = class_stood_for(inf, graph, def);
    if (con && (con->kind == CON_TUPLE || con_is_open_tuple(con)) && class_con->def->primitive &&
        !strcmp(class_con->def->primitive, "tuple"))
        return true;
    if (scalar == S_BOOL && class_con->def == class_of_scalar(inf, S_INT))
        return true;
    return def && (class_is_subclass(def, class_con->def) || (builtin && class_is_subclass(builtin, class_con->def)));
}

bool con_is_instance(Inference *inf, const Graph *graph, Con *con, uint32_t scalar, Cell *classes) {
    classes = cell_root(classes);
    for (int i = 0; i < classes->con_count; i++)
        if (class_con_matches(inf, graph, classes->cons[i], con, scalar))
            return true;
    return false;
}

/* There is one for each length. */
static bool is_tuple_class(const ClassDef *def) {
    return def && def->is_library && !strcmp(def->name, "tuple");
}

/* Whether these are classes, or tuples of classes. */
static bool are_classes(Cell *classes) {
    classes = cell_root(classes);
    bool all = true;
    for (int i = 0; i < classes->con_count; i++) {
        const Con *con = classes->cons[i];
        all &= con->kind == CON_CLASS || con->kind == CON_TUPLE;
        for (int k = 0; con->kind == CON_TUPLE && k < con->count; k++)
            all &= are_classes(con->cells[k]);
    }
    return all;
}

/* Whether the class is exactly one of these. */
static bool con_is_exactly(Inference *inf, Con *con, uint32_t scalar, Cell *classes) {
    classes = cell_root(classes);
    const ClassDef *def = con ? class_of_con(inf, con) : class_of_scalar(inf, scalar);
    for (int i = 0; i < classes->con_count; i++) {
        const Con *class_con = classes->cons[i];
        for (int k = 0; class_con->kind == CON_TUPLE && k < class_con->count; k++)
            if (con_is_exactly(inf, con, scalar, class_con->cells[k]))
                return true;
        if (class_con->kind == CON_CLASS &&
            (class_con->def == def || (is_tuple_class(class_con->def) && is_tuple_class(def))))
            return true;
    }
    return false;
}

/* Whether each place of a test has one class: only then a value of that class cannot have failed it. */
static bool classes_are_single(Cell *classes) {
    classes = cell_root(classes);
    for (int i = 0; i < classes->con_count; i++)
        for (int k = 0; classes->cons[i]->kind == CON_TUPLE && k < classes->cons[i]->count; k++)
            if (!classes_are_single(classes->cons[i]->cells[k]))
                return false;
    return classes->con_count == 1 && !classes->scalars;
}

/* Whether all classes of an isinstance have come: before, nothing is known not to be an instance. */
static bool classes_known(Cell *classes) {
    classes = cell_root(classes);
    for (int i = 0; i < classes->con_count; i++)
        for (int k = 0; classes->cons[i]->kind == CON_TUPLE && k < classes->cons[i]->count; k++)
            if (!classes_known(classes->cons[i]->cells[k]))
                return false;
    return !cell_is_empty(classes);
}

static bool fact_allows(Inference *inf, LinkNode *node, const Fact *fact, Con *con, uint32_t scalar) {
    switch (fact->kind) {
    case FACT_NONE_ONLY:
        return scalar == S_NONE;
    case FACT_TRUTHY:
        return scalar != S_NONE && !(con && con->kind == CON_TUPLE && !con->count);
    case FACT_NOT_NONE:
        return scalar != S_NONE;
    case FACT_INSTANCE:
        return con_is_instance(inf, node->body->graph, con, scalar, body_cell(inf, node->body, fact->classes));
    case FACT_NOT_INSTANCE: {
        Cell *classes = body_cell(inf, node->body, fact->classes);
        return classes_known(classes) && !con_is_instance(inf, node->body->graph, con, scalar, classes);
    }
    case FACT_EXACT: {
        Cell *classes = body_cell(inf, node->body, fact->classes);
        return !are_classes(classes) || con_is_exactly(inf, con, scalar, classes);
    }
    case FACT_NOT_EXACT: {
        Cell *classes = body_cell(inf, node->body, fact->classes);
        return classes_known(classes) && !(classes_are_single(classes) && con_is_exactly(inf, con, scalar, classes));
    }
    }
    return true;
}

static bool facts_allow(Inference *inf, LinkNode *node, const Value *value, Con *con, uint32_t scalar) {
    for (int i = 0; i < node->fact_count; i++)
        if (node->facts[i].value == value && !fact_allows(inf, node, &node->facts[i], con, scalar))
            return false;
    return true;
}

/* Adds what the facts leave of `value` to `to` (NULL: only asks). Returns whether anything is left. */
static bool flow_narrowed(Inference *inf, LinkNode *node, const Value *value, Cell *to) {
    Cell *from = cell_root(body_cell(inf, node->body, value));
    bool any = false;
    for (int i = 0; i < S_COUNT; i++)
        if ((from->scalars >> i & 1) && facts_allow(inf, node, value, NULL, 1u << i)) {
            any = true;
            if (to)
                cell_add_scalars(inf, to, 1u << i, &node->node, from);
        }
    for (int i = 0; i < cell_root(from)->con_count; i++) {
        Con *con = cell_root(from)->cons[i];
        if (facts_allow(inf, node, value, con, 0)) {
            any = true;
            if (to)
                cell_add_con(inf, to, con, &node->node, from);
        }
    }
    return any;
}

static bool has_fact(const LinkNode *node, const Value *value) {
    for (int i = 0; i < node->fact_count; i++)
        if (node->facts[i].value == value)
            return true;
    return false;
}

/* The exception variable holds whatever is raised anywhere (StopIteration: that class's). */
static void flow_exception(Inference *inf, LinkNode *node) {
    Cell *to = body_cell(inf, node->body, node->link->exception);
    ClassDef *only = node->link->exc_name ? class_find_builtin(inf, node->link->exc_name) : NULL;
    if (!only) {
        cell_flow(inf, inf->raised, to, &node->node);
        return;
    }
    cell_add_con(inf, to, &inst_plain(inf, only)->con, &node->node, NULL);
}

/* isinstance(x, (A, B)): the tuple's items may come later than the tuple. */
static void watch_class_tuples(Inference *inf, LinkNode *node) {
    for (int i = 0; i < node->fact_count; i++) {
        if (!node->facts[i].classes)
            continue;
        Con *tuple = cell_find_con(body_cell(inf, node->body, node->facts[i].classes), CON_TUPLE);
        for (int k = 0; tuple && k < tuple->count; k++)
            cell_use(inf, tuple->cells[k], &node->node);
    }
}

void infer_link(Inference *inf, LinkNode *node) {
    const Link *link = node->link;
    if (waits_for_return(inf, node))
        return;
    watch_class_tuples(inf, node);
    for (int i = 0; i < node->fact_count; i++)
        if (!flow_narrowed(inf, node, node->facts[i].value, NULL))
            return;
    node->active = true;
    if (link->exception)
        flow_exception(inf, node);
    for (int i = 0; i < link->arg_count; i++) {
        Cell *to = body_cell(inf, node->body, link->target->inputs[i]);
        const Value *arg = link->args[i];
        if (has_fact(node, arg))
            flow_narrowed(inf, node, arg, to);
        else
            cell_flow(inf, body_cell(inf, node->body, arg), to, &node->node);
    }
    reach_block(inf, node->body, link->target);
}

/* ---- modules ------------------------------------------------------------------------------------------------- */

ModuleVars *infer_module(Inference *inf, const char *name) {
    ModuleVars *vars = map_get_ptr(&inf->modules, name);
    if (vars)
        return vars;
    vars = arena_alloc(inf->arena, sizeof *vars);
    vars->module = program_find_module(inf->program, name);
    map_set_ptr(inf->arena, &inf->modules, name, vars);
    inf->module_list = arena_grow(inf->arena, inf->module_list, inf->module_count, &inf->module_capacity, sizeof vars);
    inf->module_list[inf->module_count++] = vars;
    return vars;
}

Cell *module_var(Inference *inf, ModuleVars *vars, const char *name) {
    uint64_t *found = map_find(&vars->index, (uint64_t)(uintptr_t)name);
    if (found)
        return vars->cells[*found];
    int capacity = vars->capacity;
    vars->cells = arena_grow(inf->arena, vars->cells, vars->count, &capacity, sizeof *vars->cells);
    vars->names = arena_grow(inf->arena, vars->names, vars->count, &vars->capacity, sizeof *vars->names);
    *map_put(inf->arena, &vars->index, (uint64_t)(uintptr_t)name) = (uint64_t)vars->count;
    vars->names[vars->count] = name;
    Cell *cell = cell_new(inf, NULL);
    if (vars->module && !vars->module->file->is_library)
        cell->label = name;
    open_if_noted(inf, cell, vars->module, (uintptr_t)name);
    return vars->cells[vars->count++] = cell;
}

void infer_module_body(Inference *inf, const char *name) {
    ModuleVars *vars = infer_module(inf, name);
    if (vars->body || !vars->module || !vars->module->body)
        return;
    vars->body = body_new(inf, vars->module->body, NULL, (uint64_t)(uintptr_t)vars->module->body);
    body_start(inf, vars->body);
}

/* ---- the main loop ----------------------------------------------------------------------------------------------- */

static void propagate_cell(Inference *inf, Cell *cell) {
    if (cell->parent)
        return;
    for (Edge *edge = cell->edges; edge && !cell->parent; edge = edge->next)
        cell_add_all(inf, edge->to, cell, edge->via);
}

/* A mixture is split in the next round, or an error. What library code would do with it is of no use, and much: a body
 * for each kind on each way through the types that hold it. */
static bool is_useless(Inference *inf, const OpNode *node) {
    const SourceFile *file = node->body->graph->file;
    return file && file->is_library && has_mixed_operand(inf, node);
}

static void run_node(Inference *inf, Node *node) {
    switch (node->kind) {
    case NODE_CELL:
        propagate_cell(inf, (Cell *)node);
        break;
    case NODE_OP:
        if (!is_useless(inf, (OpNode *)node))
            infer_op(inf, (OpNode *)node);
        break;
    case NODE_LINK:
        infer_link(inf, (LinkNode *)node);
        break;
    }
}

static void run_queue(Inference *inf) {
    for (Node *node; (node = node_pop(inf));)
        run_node(inf, node);
}

static void run_waiting(Inference *inf) {
    OpNode **nodes = inf->waiting;
    int count = inf->waiting_count;
    inf->waiting = NULL;
    inf->waiting_count = inf->waiting_capacity = 0;
    for (int i = 0; i < count; i++)
        node_push(inf, &nodes[i]->node);
    run_queue(inf);
}

/* What stands behind calls that may return goes on; waiting calls are tried again as long as that resolves some; then
 * those that wait for a container's items go on without them, which may give others theirs. */
void infer_run(Inference *inf) {
    run_queue(inf);
    for (int before = 0;;) {
        if (release_stalled(inf)) {
            run_queue(inf);
            continue;
        }
        if (!inf->waiting_count || (inf->takes_empty && inf->waiting_count == before))
            break;
        inf->takes_empty = inf->waiting_count == before;
        before = inf->waiting_count;
        run_waiting(inf);
    }
    inf->takes_empty = false;
}
