/* malloc-removal: objects that never leave their function become variables, one a field.
 *
 * Variables that may hold the same object are joined: links, casts and renames join what they pass. Such a set is
 * removable if every object in it is made here by a malloc, all of one type whose fields are plain values, and nothing
 * is done with it but reading and writing its fields and asking for its class or whether it is there. A set is split
 * into fields block by block; that is right only if two variables of one block never hold one object, so a link may not
 * pass an object twice (inputs that are always equal are merged before).
 *
 * An object stored into a removable one is free to go in the next round.
 */
#include "passes/pass_internal.h"

enum { MAX_ROUNDS = 8, MAX_FIELDS = 24 };

/* What is known of a set, kept at its root. */
typedef struct Set {
    const Type *type;   /* of the mallocs; NULL: there is none */
    const Op *creation; /* the first malloc */
    bool is_held;       /* a variable of the program keeps it alive, and what it refers to */
    bool is_kept;
    const char *reason; /* why it is kept; the first one found */
    const Pos *reason_pos;
} Set;

typedef struct Remover {
    PassContext *context;
    Graph *graph;
    uint32_t *parent; /* union-find over variables, by id */
    Set *sets;        /* by id of the root */
    uint32_t count;   /* of variables when the round began: what is made later is in no set */
} Remover;

/* While a block is rewritten, the note of a variable of a removable set is its object. */
typedef struct Object {
    const Type *type;
    Value **fields; /* in the order of fields_of */
} Object;

/* ---- sets ---- */

static uint32_t find(const Remover *remover, uint32_t id) {
    while (remover->parent[id] != id) {
        remover->parent[id] = remover->parent[remover->parent[id]];
        id = remover->parent[id];
    }
    return id;
}

static bool is_pointer(const Value *value) {
    return value->type->kind == TY_PTR && type_is_gc_ptr(value->type);
}

static Set *set_of(const Remover *remover, const Value *value) {
    return &remover->sets[find(remover, value->id)];
}

static void keep(const Remover *remover, const Value *value, const char *reason, const Pos *pos) {
    if (value->is_const || !is_pointer(value))
        return;
    Set *set = set_of(remover, value);
    if (!set->reason) {
        set->reason = reason;
        set->reason_pos = pos;
    }
    set->is_kept = true;
}

/* Both keep what either knew. */
static void join(const Remover *remover, const Value *a, const Value *b, const Pos *pos) {
    if (a->is_const || b->is_const) {
        keep(remover, a->is_const ? b : a, "it may be a constant", pos);
        return;
    }
    if (!is_pointer(a) || !is_pointer(b))
        return;
    uint32_t x = find(remover, a->id), y = find(remover, b->id);
    if (x == y)
        return;
    Set *into = &remover->sets[x], *from = &remover->sets[y];
    bool differ = into->type && from->type && into->type != from->type;
    if (!into->reason) {
        into->reason = from->reason;
        into->reason_pos = from->reason_pos;
    }
    if (differ && !into->reason)
        into->reason = "objects of several classes meet";
    into->is_kept |= from->is_kept || differ;
    into->is_held |= from->is_held;
    into->type = into->type ? into->type : from->type;
    into->creation = into->creation ? into->creation : from->creation;
    remover->parent[y] = x;
}

/* ---- what may be taken apart ---- */

static int fields_of(Arena *scratch, const Type *type, const Field ***fields) {
    int count = 0;
    for (const Type *part = type; part; part = part->super)
        count += part->field_count;
    *fields = arena_alloc(scratch, (size_t)count * sizeof **fields);
    count = 0;
    for (const Type *part = type; part; part = part->super)
        for (int i = 0; i < part->field_count; i++)
            (*fields)[count++] = &part->fields[i];
    return count;
}

/* A narrow field cuts what is written to it: a variable would not. */
static bool is_plain_field(const Remover *remover, const Field *field) {
    bool is_simple = field->type->kind < TY_STRUCT || field->type->kind == TY_PTR;
    return is_simple && type_register(remover->context->program->types, field->type) == field->type;
}

static bool is_removable_type(const Remover *remover, const Type *type) {
    const Field **fields;
    if (type->kind != TY_STRUCT || type->flavour != FLAVOUR_GC || type->hints & HINT_FINALIZER)
        return false;
    int count = fields_of(remover->context->scratch, type, &fields);
    if (count > MAX_FIELDS)
        return false;
    for (int i = 0; i < count; i++)
        if (!is_plain_field(remover, fields[i]))
            return false;
    return true;
}

static void note_malloc(const Remover *remover, const Op *op) {
    Set *set = set_of(remover, op->result);
    if (set->type && set->type != op->type)
        keep(remover, op->result, "objects of several classes meet", op->pos);
    if (!set->type && !is_removable_type(remover, op->type))
        keep(remover, op->result, "its class cannot be taken apart", op->pos);
    set->type = op->type;
    if (!set->creation)
        set->creation = op;
}

static void keep_args(const Remover *remover, const Op *op, int from, const char *reason) {
    for (int i = from; i < op->arg_count; i++)
        keep(remover, op->args[i], reason, op->pos);
}

static const char *use_reason(const Remover *remover, const Op *op) {
    if (!pass_has_remarks(remover->context))
        return "";
    if (op->code == OP_CALL)
        return remark_call(remover->context->scratch, op->graph);
    return arena_printf(remover->context->scratch, "used by `%s`", op_info[op->code].text);
}

static void look_at_op(const Remover *remover, const Op *op) {
    switch ((int)op->code) {
    case OP_MALLOC:
        note_malloc(remover, op);
        return;
    case OP_CAST:
    case OP_SAME_AS:
        join(remover, op->result, op->args[0], op->pos);
        return;
    case OP_GETFIELD:
        break;
    case OP_SETFIELD:
        if (!op->args[1]->is_const && is_pointer(op->args[1]))
            keep(remover, op->args[1], remark_store(remover->context->scratch, op), op->pos);
        return;
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
    case OP_PTR_EQ:
    case OP_PTR_NE:
    case OP_IS_INSTANCE:
        return;
    case OP_KEEPALIVE:
        if (!op->args[0]->is_const)
            set_of(remover, op->args[0])->is_held = true;
        return;
    case OP_TYPE_OF:
        break;
    default:
        if (op->arg_count)
            keep_args(remover, op, 0, use_reason(remover, op));
        break;
    }
    if (op->result)
        keep(remover, op->result, "it comes from elsewhere", op->pos);
}

/* The variable of this block that a chain of casts began with. */
static const Value *origin(const Value *value) {
    while (!value->is_const && value->note)
        value = value->note;
    return value;
}

static void look_at_link(const Remover *remover, const Link *link) {
    const Block *target = link->target;
    const Pos *pos = link->source->op_count ? link->source->ops[link->source->op_count - 1]->pos : link->source->pos;
    for (int i = 0; i < link->arg_count; i++) {
        if (target == target->graph->return_block)
            keep(remover, link->args[i], "returned", pos);
        else if (target == target->graph->except_block)
            keep(remover, link->args[i], "raised", pos);
        else if (is_pointer(target->inputs[i]))
            join(remover, target->inputs[i], link->args[i], pos);
    }
}

static void look_at_block(const Remover *remover, const Block *block) {
    for (int i = 0; i < block->input_count && block_has_fixed_inputs(block); i++)
        keep(remover, block->inputs[i], "it comes from the caller", block->pos);
    for (int i = 0; i < block->op_count; i++)
        look_at_op(remover, block->ops[i]);
    for (int i = 0; i < block->exit_count; i++) {
        if (block->exits[i]->exception)
            keep(remover, block->exits[i]->exception, "it comes from elsewhere", block->pos);
        look_at_link(remover, block->exits[i]);
    }
}

/* An object passed twice by one link would become two. */
static void keep_duplicates(const Remover *remover, const Block *block) {
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        bool is_rename = op->code == OP_CAST || op->code == OP_SAME_AS;
        if (op->result)
            op->result->note = is_rename ? op->args[0] : NULL;
    }
    for (int i = 0; i < block->exit_count; i++) {
        Map passed = {0};
        for (int j = 0; j < block->exits[i]->arg_count; j++) {
            const Value *value = block->exits[i]->args[j];
            if (value->is_const || !is_pointer(value) || set_of(remover, value)->is_kept)
                continue;
            uint64_t *slot = map_put(remover->context->scratch, &passed, (uint64_t)(uintptr_t)origin(value));
            if (*slot)
                keep(remover, value, "two variables hold it", block->pos);
            *slot = 1;
        }
    }
}

static bool is_removable(const Remover *remover, const Value *value) {
    if (value->is_const || value->id >= remover->count || !is_pointer(value))
        return false;
    const Set *set = set_of(remover, value);
    return set->type && !set->is_kept;
}

/* ---- rewriting ---- */

static Const zero_of(const Type *type) {
    switch ((int)type->kind) {
    case TY_BOOL:
        return (Const){.kind = CONST_BOOL};
    case TY_F64:
        return (Const){.kind = CONST_FLOAT};
    case TY_SCALAR:
        return (Const){.kind = CONST_SCALAR, .tag = SCALAR_NONE};
    case TY_PTR:
        return (Const){.kind = CONST_NULL};
    default:
        return (Const){.kind = CONST_INT};
    }
}

static Object *new_object(const Remover *remover, const Type *type) {
    const Field **fields;
    Object *object = arena_alloc(remover->context->scratch, sizeof *object);
    int count = fields_of(remover->context->scratch, type, &fields);
    object->type = type;
    object->fields = arena_alloc(remover->context->scratch, (size_t)count * sizeof *object->fields);
    return object;
}

/* Where the object's field is kept; NULL: it has none of this name, for control never comes here: the object was cast
 * to another class behind a test that says no. */
static Value **field_at(const Remover *remover, const Object *object, const char *name, const Type *type) {
    const Field **fields;
    int count = fields_of(remover->context->scratch, object->type, &fields);
    for (int i = 0; i < count; i++)
        if (fields[i]->name == name && fields[i]->type == type)
            return &object->fields[i];
    return NULL;
}

/* What reading the field gives. */
static Value *read_field(const Remover *remover, const Object *object, const Op *op) {
    Value **field = field_at(remover, object, op->name, op->result->type);
    return field ? *field : const_new(remover->context->program, op->result->type, zero_of(op->result->type));
}

static void write_field(const Remover *remover, const Object *object, const Op *op) {
    Value **field = field_at(remover, object, op->name, op->args[1]->type);
    if (field)
        *field = op->args[1];
}

static Object *fresh_object(const Remover *remover, const Type *type) {
    const Field **fields;
    Object *object = new_object(remover, type);
    int count = fields_of(remover->context->scratch, type, &fields);
    for (int i = 0; i < count; i++)
        object->fields[i] = const_new(remover->context->program, fields[i]->type, zero_of(fields[i]->type));
    return object;
}

/* The fields of inputs become inputs. */
static void split_inputs(const Remover *remover, Block *block) {
    int count = block->input_count;
    for (int i = 0; i < count; i++) {
        Value *input = block->inputs[i];
        input->note = NULL;
        if (!is_removable(remover, input))
            continue;
        const Field **fields;
        Object *object = new_object(remover, set_of(remover, input)->type);
        int field_count = fields_of(remover->context->scratch, object->type, &fields);
        for (int j = 0; j < field_count; j++)
            object->fields[j] = block_add_input(block, fields[j]->type, fields[j]->name);
        input->note = object;
    }
    for (int i = count - 1; i >= 0; i--)
        if (is_removable(remover, block->inputs[i]))
            block_remove_input(block, i);
}

static Value *replacement(const Remover *remover, Value *value) {
    return is_removable(remover, value) ? value : substituted(value);
}

static void replace_all(const Remover *remover, Value **values, int count) {
    for (int i = 0; i < count; i++)
        values[i] = replacement(remover, values[i]);
}

static void split_args(const Remover *remover, Link *link) {
    int count = link->arg_count;
    replace_all(remover, link->args, count);
    for (int i = 0; i < count; i++) {
        if (!is_removable(remover, link->args[i]))
            continue;
        const Object *object = link->args[i]->note;
        const Field **fields;
        int field_count = fields_of(remover->context->scratch, object->type, &fields);
        for (int j = 0; j < field_count; j++)
            link_add_arg(link, object->fields[j]);
    }
    for (int i = count - 1; i >= 0; i--)
        if (is_removable(remover, link->args[i]))
            link_remove_arg(link, i);
}

/* A comparison of an object that nobody else can have. */
static Value *compare(const Remover *remover, const Op *op) {
    bool both = is_removable(remover, op->args[0]) && is_removable(remover, op->args[1]);
    bool is_same = both && op->args[0]->note == op->args[1]->note;
    return const_bool(remover->context->program, is_same == (op->code == OP_PTR_EQ));
}

static Value *class_record(const Remover *remover, const Op *op, const Type *type) {
    Const constant = {.kind = CONST_DATA, .data = type->vtable_data};
    return const_new(remover->context->program, op->result->type, constant);
}

/* Does what the op did, on variables. False: the op stays. */
static bool rewrite_op(const Remover *remover, Op *op) {
    Program *program = remover->context->program;
    bool is_second = op->arg_count > 1 && is_removable(remover, op->args[1]);
    if (op->code == OP_MALLOC && is_removable(remover, op->result)) {
        op->result->note = fresh_object(remover, op->type);
        return true;
    }
    if (!op->arg_count || !(is_removable(remover, op->args[0]) || is_second))
        return false;
    Object *object = is_removable(remover, op->args[0]) ? op->args[0]->note : NULL;
    switch ((int)op->code) {
    case OP_CAST:
    case OP_SAME_AS:
        op->result->note = object;
        return true;
    case OP_GETFIELD:
        op->result->note = read_field(remover, object, op);
        return true;
    case OP_SETFIELD:
        write_field(remover, object, op);
        return true;
    case OP_PTR_IS_NULL:
    case OP_PTR_NONNULL:
        op->result->note = const_bool(program, op->code == OP_PTR_NONNULL);
        return true;
    case OP_PTR_EQ:
    case OP_PTR_NE:
        op->result->note = compare(remover, op);
        return true;
    case OP_IS_INSTANCE:
        op->result->note = const_bool(program, type_is_substruct(object->type, op->type));
        return true;
    case OP_TYPE_OF:
        op->result->note = class_record(remover, op, object->type);
        return true;
    default:
        return op->code == OP_KEEPALIVE;
    }
}

static void keep_alive(Block *block, int at, Value *value) {
    if (type_is_gc_ptr(value->type) && !value->is_const)
        block_insert(block, at, op_new(block->graph, OP_KEEPALIVE, block->ops[at - 1]->pos, NULL, &value, 1));
}

/* What the object refers to is alive until here instead. */
static void keep_fields_alive(const Remover *remover, Block *block, int at) {
    const Object *object = block->ops[at]->args[0]->note;
    const Field **fields;
    int count = fields_of(remover->context->scratch, object->type, &fields);
    for (int i = 0; i < count; i++)
        keep_alive(block, at + 1, object->fields[i]);
}

/* What an object referred to is alive until it does not any more, if the object itself is kept alive somewhere. */
static void keep_old_field_alive(const Remover *remover, Block *block, int at) {
    const Op *op = block->ops[at];
    Value **field = field_at(remover, op->args[0]->note, op->name, op->args[1]->type);
    if (field && set_of(remover, op->args[0])->is_held)
        keep_alive(block, at + 1, *field);
}

static void keep_referents_alive(const Remover *remover, Block *block, int at) {
    const Op *op = block->ops[at];
    if (op->code == OP_KEEPALIVE && is_removable(remover, op->args[0]))
        keep_fields_alive(remover, block, at);
    else if (op->code == OP_SETFIELD && is_removable(remover, op->args[0]))
        keep_old_field_alive(remover, block, at);
}

static void rewrite_block(const Remover *remover, Block *block) {
    int kept = 0;
    bool ends_in_malloc = false;
    split_inputs(remover, block);
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        if (op->result)
            op->result->note = NULL;
        replace_all(remover, op->args, op->arg_count);
        keep_referents_alive(remover, block, i);
        bool is_gone = rewrite_op(remover, op);
        if (!is_gone)
            block->ops[kept++] = op;
        ends_in_malloc = is_gone && op->code == OP_MALLOC;
    }
    block->op_count = kept;
    if (ends_in_malloc)
        block_drop_handlers(block);
    if (block->switch_value)
        block->switch_value = replacement(remover, block->switch_value);
    for (int i = 0; i < block->exit_count; i++) {
        if (block->exits[i]->exception)
            block->exits[i]->exception->note = NULL;
        split_args(remover, block->exits[i]);
    }
}

/* ---- rounds ---- */

static Remover survey(PassContext *context, Graph *graph) {
    Remover remover = {.context = context, .graph = graph, .count = graph->value_count};
    remover.parent = arena_alloc(context->scratch, remover.count * sizeof *remover.parent);
    remover.sets = arena_alloc(context->scratch, remover.count * sizeof *remover.sets);
    for (uint32_t i = 0; i < remover.count; i++)
        remover.parent[i] = i;
    for (int i = 0; i < graph->block_count; i++)
        look_at_block(&remover, graph->blocks[i]);
    graph_set_notes(graph, NULL);
    for (int i = 0; i < graph->block_count; i++)
        keep_duplicates(&remover, graph->blocks[i]);
    return remover;
}

/* A class without record cannot be asked for it. */
static void keep_without_record(const Remover *remover, const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->code == OP_TYPE_OF && is_removable(remover, block->ops[i]->args[0]) &&
            !set_of(remover, block->ops[i]->args[0])->type->vtable_data)
            keep(remover, block->ops[i]->args[0], "its class record is asked for", block->ops[i]->pos);
}

static void remark(const Remover *remover, const Op *op) {
    const Set *set = set_of(remover, op->result);
    if (set->is_kept)
        remark_kept(remover->context, op, set->reason, set->reason_pos);
    else
        pass_remark(remover->context, REMARK_APPLIED, op->pos, "allocation of `%s` removed", remark_class(op->type));
}

/* How many mallocs go. */
static int count_removable(const Remover *remover, bool is_last) {
    int count = 0;
    for (int i = 0; i < remover->graph->block_count; i++) {
        const Block *block = remover->graph->blocks[i];
        for (int j = 0; j < block->op_count; j++) {
            if (block->ops[j]->code != OP_MALLOC)
                continue;
            bool goes = is_removable(remover, block->ops[j]->result);
            count += goes;
            if (pass_has_remarks(remover->context) && (goes || is_last))
                remark(remover, block->ops[j]);
        }
    }
    return count;
}

static bool has_malloc(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            if (graph->blocks[i]->ops[j]->code == OP_MALLOC)
                return true;
    return false;
}

/* Whether any malloc went. */
static bool remove_once(PassContext *context, Graph *graph) {
    if (!has_malloc(graph))
        return false;
    recast_inputs(context->scratch, graph);
    merge_inputs(context->scratch, graph);
    Remover remover = survey(context, graph);
    for (int i = 0; i < graph->block_count; i++)
        keep_without_record(&remover, graph->blocks[i]);
    int count = count_removable(&remover, false);
    context->fired += count;
    if (!count) {
        count_removable(&remover, true);
        return false;
    }
    for (int i = 0; i < graph->block_count; i++)
        rewrite_block(&remover, graph->blocks[i]);
    graph_renumber(graph);
    return true;
}

void pass_malloc_removal(PassContext *context, Graph *graph) {
    for (int round = 0; round < MAX_ROUNDS && remove_once(context, graph); round++)
        ;
}
