/* module-constants: module variables that are only ever given one constant are that constant.
 *
 * The program promises (Data.is_unset) that it writes a module variable before it reads it. So if all that is ever
 * written to it is one constant, every read gives that: `LIMIT = 100`, and `from m import LIMIT`, too, for what is
 * copied from such a variable is a constant as well. Only variables whose address goes nowhere: everything that is done
 * with them is seen. The writes stay; dead-fields drops them when nothing reads any more.
 *
 * And a field that is only written to objects just made is final: constant in prebuilt ones, such as how wide the
 * characters of a string constant are. It is marked so.
 */
#include "passes/pass_internal.h"

typedef struct Write {
    const Op *op;
    const Data *to;
    const Value *value; /* a constant; or NULL: what is read from `from` */
    const Data *from;
} Write;

typedef struct Constants {
    PassContext *context;
    Map written;         /* fields, of objects that may be older than the function's run */
    const Value **known; /* by data index; NULL: not known */
    bool *varies;        /* by data index */
    Write *writes;
    int write_count, write_capacity;
} Constants;

static const Data *variable_of(const Value *value) {
    bool is_variable = value->is_const && value->constant.kind == CONST_DATA && value->constant.data->is_unset;
    return is_variable ? value->constant.data : NULL;
}

/* Whether the op reads or writes a variable whose memory holds exactly what is written. */
static const Data *accessed(const Constants *constants, const Op *op) {
    const Data *data = op->code == OP_GETFIELD || op->code == OP_SETFIELD ? variable_of(op->args[0]) : NULL;
    if (!data || data->type->kind != TY_STRUCT || data->type->field_count != 1 || data->type->super)
        return NULL;
    Type *type = data->type->fields[0].type;
    return type_register(constants->context->program->types, type) == type ? data : NULL;
}

/* ---- fields that are written ---- */

static void write_field(Constants *constants, const Field *field) {
    *map_put(constants->context->scratch, &constants->written, (uint64_t)(uintptr_t)field) = 1;
}

static void write_all(Constants *constants, const Value *value) {
    const Type *type = value && value->type->kind == TY_PTR ? value->type->item : NULL;
    for (; type && type->kind == TY_STRUCT; type = type->super)
        for (int i = 0; i < type->field_count; i++)
            write_field(constants, &type->fields[i]);
}

static bool is_new(const Block *block, const Value *object) {
    const Op *maker = block_maker(block, object);
    while (maker && maker->code == OP_CAST)
        maker = block_maker(block, maker->args[0]);
    return maker && op_is_malloc(maker);
}

static void note_fields(Constants *constants, const Block *block, const Op *op) {
    switch ((int)op->code) {
    case OP_SETFIELD:
        if (is_new(block, op->args[0]))
            break;
        write_field(constants, type_field(op->args[0]->type->item, op->name));
        break;
    case OP_SHARE:
        write_field(constants, type_field(op->args[0]->type->item, op->name));
        break;
    case OP_PTR_TO_ADDR:
    case OP_ADDR_TO_PTR:
    case OP_CALL_NATIVE:
        for (int i = 0; i < op->arg_count; i++)
            write_all(constants, op->args[i]);
        write_all(constants, op->result);
        break;
    default:
        break;
    }
}

/* ---- what is written to variables ---- */

static void note_address(const Constants *constants, const Value *value) {
    const Data *data = variable_of(value);
    if (data)
        constants->varies[data->index] = true;
}

static void note_write(Constants *constants, const Block *block, const Op *op, const Data *to) {
    const Value *value = op->args[1];
    const Op *maker = block_maker(block, value);
    const Data *from = maker && maker->code == OP_GETFIELD ? accessed(constants, maker) : NULL;
    bool is_constant = value->is_const && value->constant.kind != CONST_UNDEFINED;
    constants->varies[to->index] |= !is_constant && !from;
    constants->writes = arena_grow(constants->context->scratch, constants->writes, constants->write_count,
                                   &constants->write_capacity, sizeof *constants->writes);
    constants->writes[constants->write_count++] = (Write){op, to, is_constant ? value : NULL, from};
}

static void look_at_op(Constants *constants, const Block *block, const Op *op) {
    const Data *data = accessed(constants, op);
    note_fields(constants, block, op);
    for (int i = data != NULL; i < op->arg_count; i++)
        note_address(constants, op->args[i]);
    if (data && op->code == OP_SETFIELD)
        note_write(constants, block, op, data);
}

static void look_at_graph(Constants *constants, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            look_at_op(constants, block, block->ops[j]);
        for (int j = 0; j < block->exit_count; j++)
            for (int k = 0; k < block->exits[j]->arg_count; k++)
                note_address(constants, block->exits[j]->args[k]);
    }
}

static void look_at_data(const Constants *constants, const Data *data) {
    for (int i = 0; i < data->item_count; i++)
        if (data->items[i].value.kind == CONST_DATA)
            constants->varies[data->items[i].value.data->index] = true;
}

/* ---- what that makes of the variables ---- */

/* Whether the write told something new. A copy waits until it is known what it copies; if it never is, it varies. */
static bool weigh(const Constants *constants, const Write *write) {
    const Value *value = write->from ? constants->known[write->from->index] : write->value;
    const Value **known = &constants->known[write->to->index];
    bool *varies = &constants->varies[write->to->index];
    bool was_known = *known != NULL, did_vary = *varies;
    *varies |= write->from && constants->varies[write->from->index];
    *varies |= *known && value && !const_equal(&(*known)->constant, &value->constant);
    *known = *known ? *known : value;
    return (*known != NULL) != was_known || *varies != did_vary;
}

static void weigh_all(const Constants *constants) {
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = 0; i < constants->write_count; i++)
            changed |= weigh(constants, &constants->writes[i]);
    }
}

/* ---- fields of prebuilt objects ---- */

static void close_fields(const Constants *constants, const Type *type) {
    for (; type && type->kind == TY_STRUCT; type = type->super)
        for (int i = 0; i < type->field_count; i++) {
            Field *field = &type->fields[i];
            if (field->is_final || map_find(&constants->written, (uint64_t)(uintptr_t)field))
                continue;
            field->is_final = true;
            pass_count(constants->context, "fields", 1);
            constants->context->fired++;
        }
}

/* Exceptions get tracebacks where they are handled. */
static void close_all_fields(const Constants *constants) {
    const Program *program = constants->context->program;
    for (int i = 0; i < program->data_count; i++) {
        const Data *data = program->data[i];
        if (data->is_mutable && data->type->flavour == FLAVOUR_GC && !(data->type->hints & HINT_EXCEPTION))
            close_fields(constants, data->type);
    }
}

/* ---- rewriting ---- */

static Value *constant_read(const Constants *constants, const Op *op) {
    const Data *data = op->code == OP_GETFIELD ? accessed(constants, op) : NULL;
    if (!data || constants->varies[data->index] || !constants->known[data->index])
        return NULL;
    return const_new(constants->context->program, op->result->type, constants->known[data->index]->constant);
}

static void rewrite_block(const Constants *constants, Block *block) {
    int kept = 0, count = block->op_count;
    for (int i = 0; i < count; i++) {
        Op *op = block->ops[i];
        Value *value = constant_read(constants, op);
        if (!value)
            block->ops[kept++] = op;
        else
            op->result->note = value;
    }
    block->op_count = kept;
    constants->context->fired += count - kept;
    if (kept < count)
        block_substitute(block);
}

static void report(const Constants *constants) {
    PassContext *context = constants->context;
    for (int i = 0; i < context->program->data_count; i++)
        pass_count(context, "variables", constants->known[i] && !constants->varies[i]);
    for (int i = 0; i < constants->write_count && pass_has_remarks(context); i++) {
        const Write *write = &constants->writes[i];
        if (constants->varies[write->to->index])
            pass_remark(context, REMARK_MISSED, write->op->pos, "`%s` is also written otherwise",
                        remark_variable(write->to));
        else if (constants->known[write->to->index])
            pass_remark(context, REMARK_APPLIED, write->op->pos, "`%s` is constant", remark_variable(write->to));
    }
}

void pass_module_constants(PassContext *context, Graph *unused) {
    (void)unused;
    const Program *program = context->program;
    Constants constants = {.context = context};
    constants.known = arena_alloc(context->scratch, (size_t)program->data_count * sizeof *constants.known + 1);
    constants.varies = arena_alloc(context->scratch, (size_t)program->data_count + 1);
    for (int i = 0; i < program->graph_count; i++)
        look_at_graph(&constants, program->graphs[i]);
    for (int i = 0; i < program->data_count; i++)
        look_at_data(&constants, program->data[i]);
    weigh_all(&constants);
    report(&constants);
    close_all_fields(&constants);
    for (int i = 0; i < program->graph_count; i++) {
        graph_set_notes(program->graphs[i], NULL);
        for (int j = 0; j < program->graphs[i]->block_count; j++)
            rewrite_block(&constants, program->graphs[i]->blocks[j]);
    }
}
