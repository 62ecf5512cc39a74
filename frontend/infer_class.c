/* Classes: definitions made by class_new, their instances in contexts, and the attributes of these. */
#include "frontend/dunder.h"
#include "frontend/infer_internal.h"
#include "frontend/infer_raw.h"

#include <string.h>

/* ---- members of the class namespace --------------------------------------------------------- */

ClassMember *class_member(Inference *inf, ClassDef *def, const char *name, bool create) {
    uint64_t *found = map_find(&def->member_index, (uint64_t)(uintptr_t)name);
    if (found)
        return &def->members[*found];
    if (!create)
        return NULL;
    def->members = arena_grow(inf->arena, def->members, def->member_count, &def->member_capacity, sizeof *def->members);
    *map_put(inf->arena, &def->member_index, (uint64_t)(uintptr_t)name) = (uint64_t)def->member_count;
    ClassMember *member = &def->members[def->member_count++];
    *member = (ClassMember){.name = name, .cell = cell_new(inf, NULL)};
    return member;
}

ClassMember *class_lookup(ClassDef *def, const char *name, ClassDef **home) {
    for (ClassDef *at = def; at; at = class_next(def, at)) {
        uint64_t *found = map_find(&at->member_index, (uint64_t)(uintptr_t)name);
        if (found) {
            if (home)
                *home = at;
            return &at->members[*found];
        }
    }
    return NULL;
}

FuncDef *class_method(Inference *inf, ClassDef *def, const char *name) {
    ClassMember *member = def ? class_lookup(def, intern(inf->names, name), NULL) : NULL;
    Con *con = member ? cell_find_con(member->cell, CON_FUNCTION) : NULL;
    return con ? con->func : NULL;
}

FuncDef *class_property(Inference *inf, ClassDef *def, const char *name) {
    FuncDef *func = class_method(inf, def, name);
    return func && func->is_property ? func : NULL;
}

FuncDef *binding_method(Inference *inf, ClassDef *def) {
    return def->is_library ? class_method(inf, def, BINDS) : NULL;
}

bool class_is_word(const ClassDef *def) {
    return def && def->is_library && def->primitive && !strcmp(def->primitive, "word");
}

void class_set_base(ClassDef *def, ClassDef *base) {
    def->base = base;
    def->depth = base->depth + 1;
}

bool class_is_object(const ClassDef *def) {
    return !def->base && def->is_library && !strcmp(def->name, "object");
}

bool class_is_complete(const ClassDef *def) {
    for (const ClassDef *at = def; at; at = class_next(def, at))
        if (at->bound_count < at->binding_count)
            return false;
    return true;
}

bool class_is_subclass(const ClassDef *def, const ClassDef *base) {
    for (const ClassDef *at = def; at; at = class_next(def, at))
        if (at == base)
            return true;
    return false;
}

ClassDef *class_common_base(ClassDef *a, ClassDef *b) {
    while (a != b && a && b)
        if (a->depth >= b->depth)
            a = a->base;
        else
            b = b->base;
    return a == b ? a : NULL;
}

bool class_is_comparable(ClassDef *a, ClassDef *b) {
    const ClassDef *common = class_common_base(a, b);
    return common && !class_is_object(common);
}

ClassDef *class_by_name(Inference *inf, const char *module, const char *name) {
    ModuleVars *vars = map_get_ptr(&inf->modules, intern(inf->names, module));
    if (!vars)
        return NULL;
    Con *con = cell_find_con(module_var(inf, vars, intern(inf->names, name)), CON_CLASS);
    return con ? con->def : NULL;
}

ClassDef *class_find_builtin(Inference *inf, const char *name) {
    return class_by_name(inf, "builtins", name);
}

ClassDef *class_of_scalar(Inference *inf, uint32_t scalar) {
    switch (scalar) {
    case S_NONE:
        return class_find_builtin(inf, "NoneType");
    case S_BOOL:
        return class_find_builtin(inf, "bool");
    case S_INT:
        return class_find_builtin(inf, "int");
    case S_FLOAT:
        return class_find_builtin(inf, "float");
    default:
        return NULL;
    }
}

ClassDef *class_of_con(Inference *inf, Con *con) {
    switch (con->kind) {
    case CON_INSTANCE:
        return con->inst->def;
    case CON_TUPLE:
        return tuple_class(inf, con->count);
    case CON_ARRAY:
    case CON_FUNCTION:
    case CON_METHOD:
    case CON_CLASS:
    case CON_MODULE:
    case CON_INTRINSIC:
    case CON_SUPER:
        break;
    }
    return NULL;
}

/* ---- instances in contexts ----------------------------------------------------------------------- */

/* class set(_set_base[T], Generic[T]): variables of one name are one. */
static void share_type_args(Inference *inf, ClassInst *inst, ClassInst *base) {
    for (int i = 0; i < inst->def->type_var_count; i++)
        for (int k = 0; k < base->def->type_var_count; k++)
            if (inst->def->type_vars[i] == base->def->type_vars[k])
                cell_unify(inf, inst->args[i], base->args[k]);
}

/* Each class of the program that extends a container has items of its own. */
static ClassInst *base_of(Inference *inf, ClassDef *def, uint64_t key) {
    if (key)
        return inst_new(inf, def->base, key);
    bool is_container = !def->is_library && def->base->is_library && def->base->type_var_count;
    return inst_in_context(inf, def->base, is_container ? (uint64_t)(uintptr_t)def | 1 : 0);
}

ClassInst *inst_new(Inference *inf, ClassDef *def, uint64_t key) {
    ClassInst *inst = arena_alloc(inf->arena, sizeof *inst);
    inst->def = def;
    inst->key = key;
    inst->serial = ++inf->serial;
    inst->con = (Con){.kind = CON_INSTANCE, .serial = inst->serial, .inst = inst};
    inst->args = arena_alloc(inf->arena, (size_t)(def->type_var_count + 1) * sizeof *inst->args);
    for (int i = 0; i < def->type_var_count; i++) {
        inst->args[i] = cell_new(inf, NULL);
        inst->args[i]->inst_owner = inst;
    }
    if (def->base) {
        inst->base = base_of(inf, def, key);
        ClassInst *base = inst_root(inst->base);
        base->subs = arena_grow(inf->arena, base->subs, base->sub_count, &base->sub_capacity, sizeof *base->subs);
        base->subs[base->sub_count++] = inst;
        share_type_args(inf, inst, base);
    }
    inf->insts = arena_grow(inf->arena, inf->insts, inf->inst_count, &inf->inst_capacity, sizeof inst);
    inf->insts[inf->inst_count++] = inst;
    return inst;
}

ClassInst *inst_plain(Inference *inf, ClassDef *def) {
    if (!def->plain)
        def->plain = inst_new(inf, def, 0);
    return def->plain;
}

/* Library objects that are the base of everything have no attributes: context 0 serves all. */
ClassInst *inst_in_context(Inference *inf, ClassDef *def, uint64_t key) {
    if (!key || (!def->base && !def->type_var_count))
        return inst_plain(inf, def);
    ClassInst *inst = map_get_ptr(&def->contexts, (void *)(uintptr_t)key);
    if (!inst) {
        inst = inst_new(inf, def, key);
        map_set_ptr(inf->arena, &def->contexts, (void *)(uintptr_t)key, inst);
    }
    return inst;
}

static uint64_t made_key(const ClassDef *def, const OpNode *site) {
    return hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)def), (uint64_t)(uintptr_t)site);
}

ClassInst *inst_for_site(Inference *inf, ClassDef *def, OpNode *site) {
    ClassInst *inst;
    if (def->type_var_count || def->is_template) {
        inst = site->made && site->made->kind == CON_INSTANCE && site->made->inst->def == def ? site->made->inst : NULL;
        if (!inst) {
            inst = inst_new(inf, def, hash_u64(HASH_SEED, ++inf->serial) | 1);
            inst->con.site_body = site->body;
            inst->con.site = site->op;
            site->made = &inst->con;
            for (int i = 0; i < def->type_var_count; i++)
                open_if_noted(inf, inst->args[i], site->op, (uintptr_t)def->type_vars[i]);
        }
    } else {
        inst = context_inst(inf, def, site);
        *map_put(inf->arena, &inf->made_insts, made_key(def, site)) = (uint64_t)(uintptr_t)inst;
    }
    inst_root(inst)->is_allocated = true;
    return inst;
}

ClassInst *inst_made_at(Inference *inf, ClassDef *def, OpNode *site) {
    const uint64_t *made = map_find(&inf->made_insts, made_key(def, site));
    return inst_root(made ? (ClassInst *)(uintptr_t)*made : inst_for_site(inf, def, site));
}

/* ---- attributes -------------------------------------------------------------------------------------- */

static Slot *own_slot(ClassInst *inst, const char *name) {
    for (int i = 0; i < inst->slot_count; i++)
        if (inst->slots[i].name == name && !inst->slots[i].is_moved)
            return &inst->slots[i];
    return NULL;
}

Slot *inst_find_slot(ClassInst *inst, const char *name) {
    for (inst = inst_root(inst); inst; inst = inst->base ? inst_root(inst->base) : NULL) {
        Slot *slot = own_slot(inst, name);
        if (slot)
            return slot;
    }
    return NULL;
}

static const char *declared_annotation(const ClassDef *def, const char *name) {
    for (int i = 0; i < def->field_count; i++)
        if (def->fields[i].name == name)
            return def->fields[i].annotation;
    return NULL;
}

static Slot *add_slot(Inference *inf, ClassInst *inst, const char *name, Cell *cell) {
    inst->slots = arena_grow(inf->arena, inst->slots, inst->slot_count, &inst->slot_capacity, sizeof *inst->slots);
    Slot *slot = &inst->slots[inst->slot_count++];
    *slot = (Slot){.name = name, .cell = cell};
    if (!cell->inst_owner)
        cell->inst_owner = inst;
    cell->label = name;
    open_if_noted(inf, cell, inst->def->site, (uintptr_t)name);
    return slot;
}

/* An attribute now lives in `home`: what subclasses had under that name moves up. */
static void hoist_from_subs(Inference *inf, ClassInst *home, ClassInst *inst, const char *name, Cell *cell) {
    for (int i = 0; i < inst->sub_count; i++) {
        ClassInst *sub = inst_root(inst->subs[i]);
        Slot *slot = own_slot(sub, name);
        if (slot) {
            slot->is_moved = true;
            inst_find_slot(home, name)->is_set |= slot->is_set;
            inst_find_slot(home, name)->is_deleted |= slot->is_deleted;
            cell_unify(inf, cell, slot->cell);
        } else {
            hoist_from_subs(inf, home, sub, name, cell);
        }
    }
}

/* Where `inst` became another's in the meantime, that one was hoisted to. Contexts share the library's bases. */
void inst_hoist(Inference *inf, ClassInst *inst) {
    for (int i = 0; !inst->def->is_library && !inst->parent && i < inst->slot_count; i++)
        if (!inst->slots[i].is_moved)
            hoist_from_subs(inf, inst, inst, inst->slots[i].name, inst->slots[i].cell);
}

static Slot *declared_slot(Inference *inf, ClassInst *inst, const char *name) {
    for (ClassInst *at = inst; at; at = at->base ? inst_root(at->base) : NULL) {
        const char *annotation = at->def->is_library ? declared_annotation(at->def, name) : NULL;
        if (annotation) {
            TypeEnv env = {.inst = at};
            Slot *slot = add_slot(inf, at, name, annotation_cell(inf, at->def->module, annotation, &env));
            slot->is_declared = slot->is_set = true;
            return slot;
        }
    }
    return NULL;
}

Slot *inst_slot(Inference *inf, ClassInst *inst, const char *name) {
    inst = inst_root(inst);
    Slot *slot = inst_find_slot(inst, name);
    if (!slot)
        slot = declared_slot(inf, inst, name);
    if (slot)
        return slot;
    Cell *cell = cell_new(inf, NULL);
    add_slot(inf, inst, name, cell);
    hoist_from_subs(inf, inst, inst, name, cell);
    return own_slot(inst_root(inst), name);
}

ClassInst *inst_of_base(ClassInst *inst, const ClassDef *def) {
    for (inst = inst_root(inst); inst && inst->def != def; inst = inst->base ? inst_root(inst->base) : NULL)
        ;
    return inst;
}

/* ---- class statements ----------------------------------------------------------------------------------- */

static void read_type_vars(Inference *inf, ClassDef *def, const char *list) {
    /* "Generic[T, U]": the intrinsic's name carries the variables, separated by commas */
    int capacity = 0;
    while (*list) {
        size_t length = strcspn(list, ",");
        def->type_vars = arena_grow(inf->arena, def->type_vars, def->type_var_count, &capacity, sizeof *def->type_vars);
        def->type_vars[def->type_var_count++] = intern_n(inf->names, list, length);
        list += length + (list[length] == ',');
    }
}

/* Several class statements may have one name: they are numbered as they stand in the program. */
void infer_number_classes(Inference *inf, const Graph *graph) {
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->op_count; i++) {
            const Op *op = graph->blocks[b]->ops[i];
            if (op->code != OP_CLASS_NEW)
                continue;
            const char *name = intern(inf->names, arena_printf(inf->arena, "%s.%s", op->pos->file->module, op->name));
            uint64_t same = ++*map_put(inf->arena, &inf->class_counts, (uint64_t)(uintptr_t)name);
            if (same > 1)
                name = intern(inf->names, arena_printf(inf->arena, "%s#%d", name, (int)same));
            map_set_ptr(inf->arena, &inf->class_names, op, (void *)(uintptr_t)name);
        }
}

/* Tuples' classes come later; they are alone in their modules. */
static const char *class_full_name(Inference *inf, const Op *op) {
    const char *name = map_get_ptr(&inf->class_names, op);
    uint64_t contexts = ++*map_put(inf->arena, &inf->classes_of, (uint64_t)(uintptr_t)op);
    if (name && contexts > 1)
        return arena_printf(inf->arena, "%s'%d", name, (int)contexts);
    return name ? name : arena_printf(inf->arena, "%s.%s", op->pos->file->module, op->name);
}

static ClassDef *class_def_new(Inference *inf, OpNode *node) {
    const Op *op = node->op;
    ClassDef *def = arena_alloc(inf->arena, sizeof *def);
    const char *dot = strrchr(op->name, '.');
    def->name = dot ? intern(inf->names, dot + 1) : op->name;
    def->module = op->pos->file->module;
    def->full_name = class_full_name(inf, op);
    def->site = op;
    def->site_body = node->body;
    def->serial = ++inf->serial;
    def->is_library = op->pos->file->is_library;
    def->con = (Con){.kind = CON_CLASS, .def = def, .serial = def->serial};
    inf->classes = arena_grow(inf->arena, inf->classes, inf->class_count, &inf->class_capacity, sizeof def);
    inf->classes[inf->class_count++] = def;
    return def;
}

static void add_base(OpNode *node, ClassDef **bases, int *count, ClassDef *base) {
    for (int i = 0; i < *count; i++)
        if (bases[i] == base)
            return;
    if (!class_is_object(base) && *count < node->op->arg_count)
        bases[(*count)++] = base;
}

static void refuse_primitive(Inference *inf, OpNode *node, const ClassDef *base) {
    infer_error(inf, node, "U0301", "not supported: a class derived from `%s`, %s", base->name,
                class_is_word(base) ? "whose objects are bits alone"
                                    : "whose objects have no attributes; keep such a value in an attribute");
}

static void refuse_base(Inference *inf, OpNode *node, const ClassDef *def, Con *con, uint32_t scalar) {
    infer_error(inf, node, "T0115", "the base of class `%s` must be a class, not %s", def->name,
                infer_side_text(inf, con, scalar));
}

/* The type variables of the program's classes are for the reader: their attributes are inferred like any others. */
static void read_bases(Inference *inf, OpNode *node, ClassDef *def) {
    ClassDef **bases = arena_alloc(inf->arena, (size_t)(node->op->arg_count + 1) * sizeof *bases);
    int count = 0;
    for (int i = 0; i < node->op->arg_count; i++) {
        Cell *cell = cell_root(body_cell(inf, node->body, node->op->args[i]));
        uint32_t scalars = cell->scalars & S_UNION;
        if (scalars)
            refuse_base(inf, node, def, NULL, scalars & -scalars);
        for (int k = 0; k < cell->con_count; k++) {
            Con *con = cell->cons[k];
            if (con->kind == CON_CLASS && con->def->primitive && !class_is_object(con->def) && !def->is_library)
                refuse_primitive(inf, node, con->def);
            if (con->kind == CON_CLASS && k == 0)
                add_base(node, bases, &count, con->def);
            else if (con->kind == CON_CLASS)
                infer_error(inf, node, "U0301", "not supported: the base of class `%s` is one of several classes",
                            def->name);
            else if (con->kind == CON_INTRINSIC && !strncmp(con->name, "Generic:", 8) && def->is_library)
                read_type_vars(inf, def, con->name + 8);
            else if (con->kind != CON_INTRINSIC)
                refuse_base(inf, node, def, con, 0);
        }
    }
    ClassDef *object = class_find_builtin(inf, "object");
    if (!count && object && object != def)
        bases[count++] = object;
    if (count)
        class_set_bases(inf, node, def, bases, count);
}

static bool bases_known(Inference *inf, OpNode *node) {
    int count = 0;
    for (int i = 0; i < node->op->arg_count; i++) {
        Cell *base = body_cell(inf, node->body, node->op->args[i]);
        if (cell_is_empty(base))
            return false;
        count += cell_find_con(base, CON_CLASS) != NULL;
    }
    if (count < 2 || class_find_builtin(inf, "object"))
        return true;
    /* The order of resolution of several bases ends in `object`. */
    cell_use(inf, module_var(inf, infer_module(inf, intern(inf->names, "builtins")), intern(inf->names, "object")),
             &node->node);
    return false;
}

void infer_class_new(Inference *inf, OpNode *node) {
    if (!node->made) {
        if (!bases_known(inf, node))
            return;
        ClassDef *def = class_def_new(inf, node);
        read_bases(inf, node, def);
        if (!strcmp(def->name, "BaseException") && def->is_library)
            def->is_exception = true;
        node->made = &def->con;
        const ClassSize *size = &graph_info(inf, node->body->graph)->classes[node->op->result->id];
        def->binding_count = size->bindings;
        def->has_fields = size->fields || (def->base && def->base->has_fields);
    }
    cell_add_con(inf, body_cell(inf, node->body, node->op->result), node->made, &node->node, NULL);
}

/* A function bound in a class body becomes a method of it. */
static void adopt_methods(ClassDef *def, Cell *value, const char *name) {
    Con *con = cell_find_con(value, CON_FUNCTION);
    if (con && con->func->setter && !con->func->setter->owner)
        con->func->setter->owner = def;
    if (con && con->func->deleter && !con->func->deleter->owner)
        con->func->deleter->owner = def;
    if (!con || con->func->owner)
        return;
    con->func->owner = def;
    if (!strcmp(name, "__init__") && def->is_library && !con->func->is_declared && !def->type_var_count &&
        !def->has_fields && !def->is_exception)
        def->is_template = true;
    if (!strcmp(name, "__new__"))
        con->func->is_static = true;
}

static void wake_watchers(Inference *inf, ClassDef *def) {
    for (Use *use = def->watchers; use; use = use->next)
        node_push(inf, use->node);
    for (int i = 0; i < def->sub_count; i++)
        wake_watchers(inf, def->subs[i]);
}

static bool is_state(Inference *inf, const ClassDef *def, const Op *set) {
    const uint64_t *found = map_find(&def->member_index, (uint64_t)(uintptr_t)set->name);
    if (!found || def->members[*found].is_assigned)
        return true;
    if (set->args[1]->is_const)
        return false;
    const Con *con = cell_single(body_cell(inf, def->site_body, set->args[1]));
    bool is_fixed = con && (con->kind == CON_CLASS || con->kind == CON_INTRINSIC ||
                            (con->kind == CON_FUNCTION && !func_has_state(con->func)));
    return !is_fixed;
}

bool class_has_state(Inference *inf, const ClassDef *def) {
    const GraphInfo *info = graph_info(inf, def->site_body->graph);
    for (int i = 0; i < info->op_count; i++) {
        const Op *op = info->op_list[i];
        if (op->code == OP_CLASS_SET && op->args[0] == def->site->result && is_state(inf, def, op))
            return true;
    }
    return false;
}

/* Methods by which CPython lets a class change what attributes and classes mean. */
static void refuse_hooks(Inference *inf, OpNode *node) {
    static const char *const hooks[] = {"__getattribute__",  "__setattr__",       "__delattr__",
                                        "__get__",           "__set__",           "__delete__",
                                        "__init_subclass__", "__set_name__",      "__class_getitem__",
                                        "__instancecheck__", "__subclasscheck__", "__mro_entries__"};
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++)
        if (!strcmp(node->op->name, hooks[i]))
            infer_error(inf, node, "U0308", "not supported: `%s` in a class, because attributes are known statically",
                        hooks[i]);
}

void infer_class_set(Inference *inf, OpNode *node) {
    Cell *target = body_cell(inf, node->body, node->op->args[0]);
    Cell *value = body_cell(inf, node->body, node->op->args[1]);
    Con *con = cell_find_con(target, CON_CLASS);
    if (!con)
        return;
    bool is_new = !class_member(inf, con->def, node->op->name, false);
    ClassMember *member = class_member(inf, con->def, node->op->name, true);
    member->is_in_body = true;
    if (is_new && !con->def->is_library)
        refuse_hooks(inf, node);
    if (is_new && !strcmp(node->op->name, "__slots__"))
        infer_slots(inf, node);
    if (is_new && !strcmp(node->op->name, "_alloc_flavor_"))
        infer_flavor(inf, node, con->def);
    adopt_methods(con->def, value, node->op->name);
    cell_flow(inf, value, member->cell, &node->node);
    bool arrives = !node->made && !cell_is_empty(value);
    if (arrives) {
        node->made = con;
        con->def->bound_count++;
    }
    if (is_new || arrives)
        wake_watchers(inf, con->def);
}

void infer_class_field(Inference *inf, OpNode *node) {
    Con *con = cell_find_con(body_cell(inf, node->body, node->op->args[0]), CON_CLASS);
    if (!con || declared_annotation(con->def, node->op->name))
        return;
    ClassDef *def = con->def;
    def->fields = arena_grow(inf->arena, def->fields, def->field_count, &def->field_capacity, sizeof *def->fields);
    def->fields[def->field_count++] = (ClassField){node->op->name, node->op->module};
}

/* ---- who answers an operator ---- */

bool answers_for(Inference *inf, ClassDef *left, ClassDef *right) {
    const char *mark = intern(inf->names, ANSWERS);
    return left->is_library && class_is_comparable(left, right) && class_lookup(right, mark, NULL) &&
           !class_lookup(left, mark, NULL);
}

bool reflected_goes_first(Inference *inf, const Dunder *dunder, ClassDef *left, ClassDef *right) {
    if (dunder->reflected && answers_for(inf, left, right))
        return true;
    if (!dunder->reflected || dunder->code == OP_EQ || dunder->code == OP_NE || left == right || left->is_library ||
        !class_is_subclass(right, left))
        return false;
    const char *name = intern(inf->names, dunder->reflected);
    const ClassMember *mine = class_lookup(left, name, NULL), *its = class_lookup(right, name, NULL);
    return its && its != mine;
}
