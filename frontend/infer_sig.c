/* Signatures of declared (library) code: annotations become cells; a body of a declared function is analysed once per
 * distinct structure of its type arguments, after its callers. Shapes are the hash-consed structures that tell
 * "distinct". */
#include "frontend/infer_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- annotations --------------------------------------------------------------------------------- */

typedef struct AnnotationReader {
    Inference *inf;
    const char *module;
    const char *at;
    TypeEnv *env;
    bool is_open;    /* the last arguments in brackets ended in an ellipsis */
    bool is_generic; /* it has parameter cells, or a type variable */
} AnnotationReader;

static Cell *read_union(AnnotationReader *reader);

Cell *env_lookup(TypeEnv *env, const char *name) {
    for (int i = 0; i < env->count; i++)
        if (env->names[i] == name)
            return env->cells[i];
    ClassInst *inst = env->inst ? inst_root(env->inst) : NULL;
    for (; inst; inst = inst->base ? inst_root(inst->base) : NULL)
        for (int i = 0; i < inst->def->type_var_count; i++)
            if (inst->def->type_vars[i] == name)
                return inst->args[i];
    return NULL;
}

static Cell *env_add(Inference *inf, TypeEnv *env, const char *name) {
    int capacity = env->capacity;
    env->names = arena_grow(inf->arena, env->names, env->count, &capacity, sizeof *env->names);
    env->cells = arena_grow(inf->arena, env->cells, env->count, &env->capacity, sizeof *env->cells);
    env->names[env->count] = name;
    return env->cells[env->count++] = cell_new(inf, NULL);
}

static void skip_blanks(AnnotationReader *reader) {
    while (*reader->at == ' ' || *reader->at == '"' || *reader->at == '\'' || *reader->at == '\n')
        reader->at++;
}

static const char *read_name(AnnotationReader *reader) {
    skip_blanks(reader);
    const char *start = reader->at;
    const char *last = start;
    while (isalnum((unsigned char)*reader->at) || *reader->at == '_' || *reader->at == '.') {
        if (*reader->at == '.')
            last = reader->at + 1;
        reader->at++;
    }
    return intern_n(reader->inf->names, last, (size_t)(reader->at - last));
}

/* The arguments in brackets; an ellipsis after them is passed over. */
static int read_arguments(AnnotationReader *reader, Cell **args, int limit) {
    int count = 0;
    skip_blanks(reader);
    if (*reader->at != '[')
        return 0;
    do {
        reader->at++;
        skip_blanks(reader);
        if (!strncmp(reader->at, "...", 3)) {
            reader->at += 3;
            reader->is_open = true;
            break;
        }
        Cell *cell = read_union(reader);
        if (count < limit)
            args[count++] = cell;
        skip_blanks(reader);
    } while (*reader->at == ',');
    if (*reader->at == ']')
        reader->at++;
    return count;
}

static uint32_t scalar_type(const char *name) {
    static const struct {
        const char *name;
        uint32_t bit;
    } rows[] = {{"None", S_NONE},   {"bool", S_BOOL}, {"int", S_INT},
                {"float", S_FLOAT}, {"u64", S_U64},   {"address", S_ADDRESS}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name))
            return rows[i].bit;
    return 0;
}

static Con *params_con(Inference *inf, ConKind kind, Cell **args, int count) {
    Con *con = con_new(inf, kind);
    con->cells = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *con->cells);
    memcpy(con->cells, args, (size_t)count * sizeof *args);
    con->count = count;
    return con;
}

static Con *annotated_name(AnnotationReader *reader, const char *name) {
    Inference *inf = reader->inf;
    ModuleVars *vars = map_get_ptr(&inf->modules, reader->module);
    Cell *cell = vars ? module_var(inf, vars, name) : NULL;
    if (!cell || cell_is_empty(cell)) {
        vars = map_get_ptr(&inf->modules, intern(inf->names, "builtins"));
        cell = vars ? module_var(inf, vars, name) : NULL;
    }
    return cell ? cell_single(cell) : NULL;
}

static void add_class(AnnotationReader *reader, Cell *cell, ClassDef *def, Cell **args, int count) {
    Inference *inf = reader->inf;
    reader->is_generic |= def->type_var_count || def->is_exception;
    if (!def->type_var_count) {
        cell_add_con(inf, cell, &inst_plain(inf, def)->con, NULL, NULL);
        if (def->is_exception && !strcmp(def->name, "BaseException")) /* any exception, whatever its class */
            cell_flow(inf, inf->raised, cell, NULL);
        return;
    }
    ClassInst *inst = inst_new(inf, def, hash_u64(HASH_SEED, ++inf->serial) | 1);
    for (int i = 0; i < count && i < def->type_var_count; i++)
        cell_unify(inf, inst->args[i], args[i]);
    cell_add_con(inf, cell, &inst->con, NULL, NULL);
}

/* One member of a union. A type variable alone is its own cell, so that what flows in reaches the variable. */
static Cell *read_item(AnnotationReader *reader) {
    Inference *inf = reader->inf;
    const char *name = read_name(reader);
    Cell *args[16];
    Cell *variable = env_lookup(reader->env, name);
    reader->is_generic |= variable != NULL;
    if (variable)
        return variable;
    reader->is_open = false;
    int count = read_arguments(reader, args, 16);
    bool is_open = reader->is_open;
    reader->is_open = false;
    Cell *cell = cell_new(inf, NULL);
    if (scalar_type(name)) {
        cell_add_scalars(inf, cell, scalar_type(name), NULL, NULL);
    } else if (!strcmp(name, "GcArray")) {
        reader->is_generic = true;
        cell_add_con(inf, cell, params_con(inf, CON_ARRAY, args, count), NULL, NULL);
    } else if (is_open) {
        ClassDef *def = class_by_name(inf, "weft.core.open_tuple", "tuple");
        if (def)
            add_class(reader, cell, def, args, count);
        else
            reader->env->unresolved = true;
    } else if (!strcmp(name, "tuple")) {
        reader->is_generic = true;
        cell_add_con(inf, cell, params_con(inf, CON_TUPLE, args, count), NULL, NULL);
    } else {
        Con *con = annotated_name(reader, name);
        reader->is_generic |= !con || con->kind != CON_CLASS;
        if (con && con->kind == CON_INTRINSIC && !strncmp(con->name, "TypeVar:", 8))
            return env_add(inf, reader->env, name);
        if (con && con->kind == CON_CLASS)
            add_class(reader, cell, con->def, args, count);
        else
            reader->env->unresolved = true;
    }
    return cell;
}

static Cell *read_union(AnnotationReader *reader) {
    Cell *first = read_item(reader);
    Cell *joined = NULL;
    for (skip_blanks(reader); *reader->at == '|'; skip_blanks(reader)) {
        reader->at++;
        if (!joined) {
            joined = cell_new(reader->inf, NULL);
            cell_flow(reader->inf, first, joined, NULL);
        }
        cell_flow(reader->inf, read_item(reader), joined, NULL);
    }
    return joined ? joined : first;
}

Cell *annotation_cell(Inference *inf, const char *module, const char *text, TypeEnv *env) {
    AnnotationReader reader = {.inf = inf, .module = module, .at = text, .env = env};
    return read_union(&reader);
}

/* Types without parameters are the same wherever they stand. */
Cell *annotation_source(Inference *inf, const char *module, const char *text, TypeEnv *env) {
    uint64_t key = hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)module), (uint64_t)(uintptr_t)text);
    Cell *known = map_get_ptr(&inf->annotations, (void *)(uintptr_t)key);
    if (known)
        return known;
    AnnotationReader reader = {.inf = inf, .module = module, .at = text, .env = env};
    Cell *cell = read_union(&reader);
    if (!reader.is_generic && !env->unresolved)
        map_set_ptr(inf->arena, &inf->annotations, (void *)(uintptr_t)key, cell);
    return cell;
}

/* ---- shapes ------------------------------------------------------------------------------------------ */

typedef struct ShapeCon ShapeCon;

static Shape *shape_of(Inference *inf, Cell *cell, int depth);

static const char *con_sort_name(const ShapeCon *con) {
    switch (con->kind) {
    case CON_INSTANCE:
    case CON_CLASS:
    case CON_SUPER:
        return con->def->full_name;
    case CON_FUNCTION:
        return con->func->graph->name;
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_METHOD:
    case CON_MODULE:
    case CON_INTRINSIC:
        break;
    }
    return con->name ? con->name : "";
}

static int compare_shape_cons(const void *left, const void *right) {
    const ShapeCon *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    int order = strcmp(con_sort_name(a), con_sort_name(b));
    return order ? order : (a->count > b->count) - (a->count < b->count);
}

static void structural_args(Inference *inf, ShapeCon *out, Cell **cells, int count, int depth) {
    out->count = count;
    out->args = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *out->args);
    for (int i = 0; i < count; i++)
        out->args[i] = shape_of(inf, cells[i], depth + 1);
}

static int compare_names(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* A library instance of one allocation site is what its attributes are. */
static void template_args(Inference *inf, ShapeCon *out, ClassInst *inst, int depth) {
    out->names = arena_alloc(inf->arena, (size_t)(inst->slot_count + 1) * sizeof *out->names);
    int count = 0;
    for (int i = 0; i < inst->slot_count; i++)
        if (!inst->slots[i].is_moved)
            out->names[count++] = inst->slots[i].name;
    qsort(out->names, (size_t)count, sizeof *out->names, compare_names);
    Cell **cells = arena_alloc(inf->arena, (size_t)(count + 1) * sizeof *cells);
    for (int i = 0; i < count; i++)
        cells[i] = inst_find_slot(inst, out->names[i])->cell;
    structural_args(inf, out, cells, count, depth);
}

static void instance_shape(Inference *inf, ShapeCon *out, ClassInst *inst, int depth) {
    inst = inst_root(inst);
    out->def = inst->def;
    if (inst->def->type_var_count)
        structural_args(inf, out, inst->args, inst->def->type_var_count, depth);
    else if (inst->def->is_template)
        template_args(inf, out, inst, depth);
    else
        out->inst = inst;
}

static void con_shape(Inference *inf, ShapeCon *out, Con *con, int depth) {
    out->kind = con->kind;
    switch (con->kind) {
    case CON_INSTANCE:
        instance_shape(inf, out, con->inst, depth);
        break;
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_METHOD:
    case CON_SUPER:
        out->name = con->name;
        out->names = con->names;
        out->def = con->def;
        out->func = con->func;
        structural_args(inf, out, con->cells, con->count, depth);
        break;
    case CON_FUNCTION:
        out->func = con->func;
        break;
    case CON_CLASS:
        out->def = con->def;
        break;
    case CON_MODULE:
    case CON_INTRINSIC:
        out->name = con->name;
        break;
    }
}

static uint64_t hash_shape_con(uint64_t hash, const ShapeCon *con) {
    hash = hash_u64(hash, con->kind);
    hash = hash_u64(hash, (uint64_t)(uintptr_t)con->inst);
    hash = hash_u64(hash, (uint64_t)(uintptr_t)con->def);
    hash = hash_u64(hash, (uint64_t)(uintptr_t)con->func);
    hash = hash_u64(hash, (uint64_t)(uintptr_t)con->name);
    hash = hash_u64(hash, con->names != NULL);
    for (int i = 0; i < con->count; i++) {
        hash = hash_u64(hash, con->names ? (uint64_t)(uintptr_t)con->names[i] : 0);
        hash = hash_u64(hash, (uint64_t)(uintptr_t)con->args[i]);
    }
    return hash_u64(hash, (uint64_t)con->count);
}

static Shape *intern_shape(Inference *inf, Shape *shape) {
    uint64_t hash = hash_u64(HASH_SEED, shape->scalars);
    for (int i = 0; i < shape->count; i++)
        hash = hash_shape_con(hash, &shape->cons[i]);
    shape->hash = hash;
    uint64_t *slot = map_put(inf->arena, &inf->shapes, hash);
    if (*slot)
        return (Shape *)(uintptr_t)*slot;
    shape->serial = ++inf->serial;
    for (int i = 0; i < shape->count; i++)
        for (int k = 0; k < shape->cons[i].count; k++)
            if (shape->cons[i].args[k]->depth >= shape->depth)
                shape->depth = shape->cons[i].args[k]->depth + 1;
    *slot = (uint64_t)(uintptr_t)shape;
    return shape;
}

static Shape *shape_of(Inference *inf, Cell *cell, int depth) {
    cell = cell_root(cell);
    if (cell->shape && cell->shape_stamp == inf->shape_stamp)
        return cell->shape;
    Shape *shape = arena_alloc(inf->arena, sizeof *shape);
    shape->scalars = cell->scalars;
    if (depth < SHAPE_DEPTH_LIMIT) {
        bool has_open = cell->con_count > 1 && cell_open_tuple(cell);
        shape->cons = arena_alloc(inf->arena, (size_t)(cell->con_count + 1) * sizeof *shape->cons);
        for (int i = 0; i < cell->con_count; i++)
            if (!has_open || cell->cons[i]->kind != CON_TUPLE)
                con_shape(inf, &shape->cons[shape->count++], cell->cons[i], depth);
        qsort(shape->cons, (size_t)shape->count, sizeof *shape->cons, compare_shape_cons);
    } else {
        inf->budget_hits++;
    }
    shape = intern_shape(inf, shape);
    cell->shape = shape;
    cell->shape_stamp = inf->shape_stamp;
    return shape;
}

Shape *shape_with_scalars(Inference *inf, const Shape *shape, uint32_t scalars) {
    Shape *copy = arena_alloc(inf->arena, sizeof *copy);
    copy->scalars = scalars;
    copy->count = shape->count;
    copy->cons = shape->cons;
    return intern_shape(inf, copy);
}

Shape *cell_shape(Inference *inf, Cell *cell) {
    return shape_of(inf, cell, 0);
}

/* ---- cells from shapes ------------------------------------------------------------------------------------- */

static Cell *expand_shape(Inference *inf, Shape *shape);

static ClassInst *inst_from_shape(Inference *inf, const ShapeCon *con) {
    if (con->inst)
        return con->inst;
    ClassInst *inst = inst_new(inf, con->def, hash_u64(HASH_SEED, ++inf->serial) | 1);
    for (int i = 0; i < con->count; i++) {
        Cell *cell = expand_shape(inf, con->args[i]);
        if (con->names) {
            Slot *slot = inst_slot(inf, inst, con->names[i]);
            slot->is_set = true;
            cell_unify(inf, slot->cell, cell);
        } else {
            cell_unify(inf, inst->args[i], cell);
        }
    }
    return inst;
}

static Con *con_from_shape(Inference *inf, const ShapeCon *from) {
    switch (from->kind) {
    case CON_INSTANCE:
        return &inst_from_shape(inf, from)->con;
    case CON_FUNCTION:
        return &from->func->con;
    case CON_CLASS:
        return &from->def->con;
    case CON_TUPLE:
    case CON_ARRAY:
    case CON_METHOD:
    case CON_SUPER:
    case CON_MODULE:
    case CON_INTRINSIC:
        break;
    }
    Con *con = con_new(inf, from->kind);
    con->name = from->name;
    con->names = from->names;
    con->def = from->def;
    con->func = from->func;
    con->count = from->count;
    con->cells = arena_alloc(inf->arena, (size_t)(from->count + 1) * sizeof *con->cells);
    for (int i = 0; i < from->count; i++)
        con->cells[i] = expand_shape(inf, from->args[i]);
    return con;
}

/* Each place has a cell of its own, but equal places that are deep share one: a type that holds itself, cut off at
 * the limit, would take as many as there are ways through it. */
static Cell *expand_shape(Inference *inf, Shape *shape) {
    bool is_shared = shape->depth > SHAPE_DEPTH_LIMIT / 6;
    if (is_shared && shape->expansion == inf->expansion)
        return shape->cell;
    Cell *cell = cell_new(inf, NULL);
    cell_add_scalars(inf, cell, shape->scalars, NULL, NULL);
    for (int i = 0; i < shape->count; i++)
        cell_add_con(inf, cell, con_from_shape(inf, &shape->cons[i]), NULL, NULL);
    if (is_shared) {
        shape->cell = cell;
        shape->expansion = inf->expansion;
    }
    return cell;
}

Cell *shape_cell(Inference *inf, Shape *shape) {
    inf->expansion++;
    return expand_shape(inf, shape);
}

/* ---- bodies of declared functions ------------------------------------------------------------------------------ */

/* The part of the receiver that the function's class sees. */
static ClassInst *receiver_inst(const CallEdge *edge) {
    if (!edge->self || edge->self->kind != CON_INSTANCE)
        return NULL;
    ClassInst *inst = edge->func->owner ? inst_of_base(edge->self->inst, edge->func->owner) : NULL;
    return inst && !class_is_object(inst->def) ? inst : inst_root(edge->self->inst);
}

static uint64_t declared_key(Inference *inf, CallEdge *edge) {
    uint64_t key = hash_u64(HASH_SEED, (uint64_t)(uintptr_t)edge->func->graph);
    for (int i = 0; i < edge->type_count; i++)
        key = hash_u64(key, (uint64_t)(uintptr_t)cell_shape(inf, edge->type_args[i]));
    ClassInst *inst = receiver_inst(edge);
    if (inst) {
        ShapeCon con = {0};
        instance_shape(inf, &con, inst, 0);
        key = hash_shape_con(key, &con);
    } else if (edge->self && edge->self->kind != CON_CLASS) {
        ShapeCon con = {0};
        con_shape(inf, &con, edge->self, 0);
        key = hash_shape_con(key, &con);
    }
    return key;
}

/* The type of `self` where a method is called through its class: "dict[K, V]". */
static const char *self_annotation(Inference *inf, const ClassDef *owner) {
    const char *text = owner->name;
    for (int i = 0; i < owner->type_var_count; i++)
        text = arena_printf(inf->arena, "%s%s%s", text, i ? ", " : "[", owner->type_vars[i]);
    return owner->type_var_count ? arena_printf(inf->arena, "%s]", text) : text;
}

Cell *param_annotation_cell(Inference *inf, const FuncDef *func, int i, TypeEnv *env) {
    const char *text = func->graph->params.annotations[i];
    if (!text && func->owner)
        text = self_annotation(inf, func->owner);
    return annotation_source(inf, func->graph->file->module, text, env);
}

/* The receiver as the body sees it, with fresh cells of the same structure. */
static void declare_self(Inference *inf, CallEdge *edge, Cell *cell, TypeEnv *env) {
    ClassInst *inst = receiver_inst(edge);
    inf->expansion++;
    if (inst) {
        ShapeCon con = {.kind = CON_INSTANCE};
        instance_shape(inf, &con, inst, 0);
        env->inst = inst_from_shape(inf, &con);
        cell_add_con(inf, cell, &env->inst->con, NULL, NULL);
    } else if (edge->self) {
        ShapeCon con = {0};
        con_shape(inf, &con, edge->self, 0);
        cell_add_con(inf, cell, con_from_shape(inf, &con), NULL, NULL);
    } else {
        cell_add_scalars(inf, cell, edge->self_scalar, NULL, NULL);
    }
}

static void declare_params(Inference *inf, Body *body, CallEdge *edge) {
    const Params *params = &body->graph->params;
    const char *module = body->graph->file->module;
    TypeEnv env = {0};
    for (int i = 0; i < edge->type_count; i++)
        cell_unify(inf, env_add(inf, &env, edge->type_names[i]), shape_cell(inf, cell_shape(inf, edge->type_args[i])));
    for (int i = 0; i < params->count + params->keyword_only; i++) {
        Cell *input = body_cell(inf, body, body->graph->start->inputs[i]);
        if (edge->bound[i].kind == BIND_SELF)
            declare_self(inf, edge, input, &env);
        else
            cell_flow(inf, param_annotation_cell(inf, edge->func, i, &env), input, NULL);
    }
    cell_unify(inf, body->result, annotation_cell(inf, module, params->returns, &env));
}

static bool resolve_declared(Inference *inf, CallEdge *edge) {
    uint64_t key = declared_key(inf, edge);
    Body *body = map_get_ptr(&inf->bodies, (void *)(uintptr_t)key);
    bool is_new = !body;
    if (is_new) {
        body = body_new(inf, edge->func->graph, edge->func, key);
        body->call_node = edge->site;
        map_set_ptr(inf->arena, &inf->bodies, (void *)(uintptr_t)key, body);
        declare_params(inf, body, edge);
        body_start(inf, body);
    }
    edge->body = body;
    return is_new;
}

void infer_declared_bodies(Inference *inf) {
    bool again = true;
    while (again) {
        again = false;
        inf->shape_stamp++;
        for (int i = 0; i < inf->declared_count; i++)
            again |= resolve_declared(inf, inf->declared[i]);
        infer_run(inf);
    }
}
