/* dead-fields: fields that no function reads, and module variables that none does, go with the stores into them.
 *
 * Reads are counted over the whole program. Objects whose address is taken, and generators, which are still to be given
 * their fields, keep theirs. Where the program may see when objects die nothing is done, for a field may be what keeps
 * one alive.
 */
#include "passes/pass_internal.h"

typedef struct DeadFields {
    PassContext *context;
    Map read;      /* fields */
    bool *is_used; /* by data index: it is looked at, or its address goes somewhere */
} DeadFields;

/* ---- what is read ---- */

static void read_field(DeadFields *dead, const Field *field) {
    *map_put(dead->context->scratch, &dead->read, (uint64_t)(uintptr_t)field) = 1;
}

static void read_all(DeadFields *dead, const Type *type) {
    for (; type && type->kind == TY_STRUCT; type = type->super)
        for (int i = 0; i < type->field_count; i++)
            read_field(dead, &type->fields[i]);
}

static void read_pointer(DeadFields *dead, const Value *value) {
    if (value && value->type->kind == TY_PTR)
        read_all(dead, value->type->item);
}

static void use_constant(const DeadFields *dead, const Const *constant) {
    if (constant->kind == CONST_DATA)
        dead->is_used[constant->data->index] = true;
}

static void use_value(const DeadFields *dead, const Value *value) {
    if (value->is_const)
        use_constant(dead, &value->constant);
}

static void look_at_op(DeadFields *dead, const Op *op) {
    for (int i = op->code == OP_SETFIELD; i < op->arg_count; i++)
        use_value(dead, op->args[i]);
    switch ((int)op->code) {
    case OP_GETFIELD:
    case OP_LAST_USE:
    case OP_SHARE:
        read_field(dead, type_field(op->args[0]->type->item, op->name));
        break;
    case OP_PTR_TO_ADDR:
    case OP_ARRAY_ADDR:
    case OP_ADDR_TO_PTR:
    case OP_CALL_NATIVE:
        for (int i = 0; i < op->arg_count; i++)
            read_pointer(dead, op->args[i]);
        read_pointer(dead, op->result);
        break;
    default:
        break;
    }
}

static void look_at_graph(DeadFields *dead, const Graph *graph) {
    if (graph->is_generator && graph->type->item->kind == TY_PTR)
        read_all(dead, graph->type->item->item);
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            look_at_op(dead, block->ops[j]);
        for (int j = 0; j < block->exit_count; j++)
            for (int k = 0; k < block->exits[j]->arg_count; k++)
                use_value(dead, block->exits[j]->args[k]);
    }
}

static void look_at_data(const DeadFields *dead, const Data *data) {
    for (int i = 0; i < data->item_count; i++)
        use_constant(dead, &data->items[i].value);
    if (data->type->flavour == FLAVOUR_GC || !data->is_mutable)
        dead->is_used[data->index] = true;
}

/* ---- what goes ---- */

static bool may_lose_fields(Type *type) {
    return type->kind == TY_STRUCT && type->is_complete && type->flavour == FLAVOUR_GC && !type->laid_out &&
           !type_variable_part(type);
}

static bool is_dead(const DeadFields *dead, const Field *field) {
    return !map_find(&dead->read, (uint64_t)(uintptr_t)field);
}

/* Keeps the fields of types that are not to be changed. */
static void keep_others(DeadFields *dead) {
    const TypeTable *types = dead->context->program->types;
    for (int i = 0; i < types->count; i++)
        if (types->all[i]->kind == TY_STRUCT && !may_lose_fields(types->all[i]))
            read_all(dead, types->all[i]);
}

static bool is_dead_store(const DeadFields *dead, const Op *op) {
    const Value *object = op->args[0];
    if (op->code != OP_SETFIELD)
        return false;
    if (object->is_const && object->constant.kind == CONST_DATA && !dead->is_used[object->constant.data->index])
        return true;
    return is_dead(dead, type_field(object->type->item, op->name));
}

static int drop_stores(const DeadFields *dead, const Block *block) {
    int kept = 0;
    for (int i = 0; i < block->op_count; i++)
        if (!(block->ops[i]->arg_count && is_dead_store(dead, block->ops[i])))
            block->ops[kept++] = block->ops[i];
    return kept;
}

static void drop_all_stores(const DeadFields *dead) {
    const Program *program = dead->context->program;
    for (int i = 0; i < program->graph_count; i++)
        for (int j = 0; j < program->graphs[i]->block_count; j++) {
            Block *block = program->graphs[i]->blocks[j];
            int kept = drop_stores(dead, block);
            pass_count(dead->context, "stores", block->op_count - kept);
            dead->context->fired += block->op_count - kept;
            block->op_count = kept;
        }
}

static void drop_items(const DeadFields *dead, Data *data) {
    int kept = 0;
    for (int i = 0; i < data->item_count; i++)
        if (!data->items[i].field || !is_dead(dead, type_field(data->type, data->items[i].field)))
            data->items[kept++] = data->items[i];
    data->item_count = kept;
}

static void drop_fields(const DeadFields *dead, Type *type) {
    bool *is_kept = arena_alloc(dead->context->scratch, (size_t)type->field_count + 1);
    int count = 0;
    for (int i = 0; i < type->field_count; i++) {
        is_kept[i] = !is_dead(dead, &type->fields[i]);
        count += !is_kept[i];
    }
    if (!count)
        return;
    pass_count(dead->context, "fields", count);
    dead->context->fired += count;
    type_keep_fields(dead->context->program->types, type, is_kept);
}

void pass_dead_fields(PassContext *context, Graph *unused) {
    (void)unused;
    const Program *program = context->program;
    DeadFields dead = {.context = context, .is_used = arena_alloc(context->scratch, (size_t)program->data_count + 1)};
    if (program_watches_objects(program))
        return;
    for (int i = 0; i < program->graph_count; i++)
        look_at_graph(&dead, program->graphs[i]);
    for (int i = 0; i < program->data_count; i++)
        look_at_data(&dead, program->data[i]);
    keep_others(&dead);
    drop_all_stores(&dead);
    for (int i = 0; i < program->data_count; i++)
        drop_items(&dead, program->data[i]);
    for (int i = 0; i < program->types->count; i++)
        if (may_lose_fields(program->types->all[i]))
            drop_fields(&dead, program->types->all[i]);
}
