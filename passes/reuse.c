/* reuse: what was computed or read before, and cannot have changed, is not computed or read again.
 *
 * Each block knows what its ops gave: pure ops, reads of fields and items, and what was written to a field. A block
 * that one link enters knows what the block before knew, in terms of what the link passes, and what the link's case
 * says about the value it was switched on (a null check or a bounds check that came out well is not made again). A
 * value that the link does not pass yet is passed when it is first wanted.
 *
 * A write to a field forgets reads of fields of that name, a write of an item reads of items; whatever else has effects
 * forgets all reads but those of immutable objects.
 */
#include "passes/pass_internal.h"

enum { MOST_FACTS = 48 };

typedef struct Fact {
    OpCode code;
    const char *name;
    const Type *type, *result; /* attribute; type of the result */
    Value *args[2];
    int arg_count;
    Value *value;        /* in this block; NULL: that of `before` has not been passed yet */
    struct Fact *before; /* in the block before */
    Block *block;
    bool is_read, is_lasting; /* a read; of something immutable */
} Fact;

/* What is known at the end of a block; the oldest facts make room for new ones. */
typedef struct Facts {
    Fact *items[MOST_FACTS];
    int count, next;
} Facts;

typedef struct Reuser {
    PassContext *context;
    LinkIndex *index;
    Facts **known; /* by block id */
    Facts *facts;  /* of the block at work */
    Block *block;
    bool has_finalizers;
} Reuser;

/* ---- facts ---- */

static void add_fact(Facts *facts, Fact *fact) {
    if (facts->count < MOST_FACTS) {
        facts->items[facts->count++] = fact;
        return;
    }
    facts->items[facts->next] = fact;
    facts->next = (facts->next + 1) % MOST_FACTS;
}

static bool is_same_value(const Value *a, const Value *b) {
    if (a == b)
        return true;
    return a->is_const && b->is_const && a->type == b->type && const_equal(&a->constant, &b->constant);
}

static bool is_about(const Fact *fact, const Op *op) {
    if (fact->code != op->code || fact->name != op->name || fact->type != op->type ||
        fact->result != op->result->type || fact->arg_count != op->arg_count)
        return false;
    for (int i = 0; i < op->arg_count; i++)
        if (!is_same_value(fact->args[i], op->args[i]))
            return false;
    return true;
}

static Fact *find_fact(const Facts *facts, const Op *op) {
    for (int i = 0; i < facts->count; i++)
        if (is_about(facts->items[i], op))
            return facts->items[i];
    return NULL;
}

static void forget_at(Facts *facts, int at) {
    facts->items[at] = facts->items[--facts->count];
}

static void forget_reads(Facts *facts, OpCode code, const char *name) {
    for (int i = facts->count - 1; i >= 0; i--)
        if (facts->items[i]->code == code && facts->items[i]->name == name)
            forget_at(facts, i);
}

static void forget_all_reads(Facts *facts) {
    for (int i = facts->count - 1; i >= 0; i--)
        if (facts->items[i]->is_read && !facts->items[i]->is_lasting)
            forget_at(facts, i);
}

/* The fact's value in its block, passed there if need be. */
static Value *value_of(const Reuser *reuser, Fact *fact) {
    if (fact->value)
        return fact->value;
    Value *before = value_of(reuser, fact->before);
    Link *link = reuser->index->incoming[fact->block->id][0];
    for (int i = 0; i < link->arg_count && !fact->value; i++)
        if (link->args[i] == before)
            fact->value = fact->block->inputs[i];
    if (before->is_const)
        fact->value = before;
    if (!fact->value) {
        fact->value = block_add_input(fact->block, before->type, before->name);
        link_add_arg(link, before);
    }
    return fact->value;
}

/* ---- from block to block ---- */

/* What a value of the block before is called here: NULL if it is not passed. */
static Value *passed(const Link *link, Value *value) {
    if (value->is_const)
        return value;
    for (int i = 0; i < link->arg_count; i++)
        if (link->args[i] == value)
            return link->target->inputs[i];
    return NULL;
}

/* What the case of the link says about the value that its block switches on; else NULL. */
static Value *case_value(const Reuser *reuser, const Link *link) {
    Program *program = reuser->context->program;
    if (link->kind == CASE_BOOL)
        return const_bool(program, link->integer);
    return link->kind == CASE_INT && link->source->switch_value->type->kind == TY_I64
               ? const_int(program, link->integer)
               : NULL;
}

static void inherit(Reuser *reuser, const Link *link, Fact *before) {
    Fact *fact = arena_alloc(reuser->context->scratch, sizeof *fact);
    *fact = *before;
    fact->before = before;
    fact->block = link->target;
    fact->value = NULL;
    for (int i = 0; i < fact->arg_count; i++) {
        fact->args[i] = passed(link, before->args[i]);
        if (!fact->args[i])
            return;
    }
    if (link->source->switch_kind == SWITCH_VALUE && before->value == link->source->switch_value)
        fact->value = case_value(reuser, link);
    add_fact(reuser->facts, fact);
}

static void inherit_all(Reuser *reuser) {
    const Block *block = reuser->block;
    if (block_has_fixed_inputs(block) || reuser->index->counts[block->id] != 1)
        return;
    const Link *link = reuser->index->incoming[block->id][0];
    const Facts *before = reuser->known[link->source->id];
    for (int i = 0; before && i < before->count; i++)
        inherit(reuser, link, before->items[i]);
}

/* ---- ops ---- */

static bool is_reusable(const Op *op) {
    bool is_known = op->code == OP_GETFIELD || op->code == OP_ARRAY_GET || op_info[op->code].flags & OPF_FOLDS;
    /* addresses of items are dead when the collector runs */
    return is_known && op->result && op->result->type->kind != TY_ADDRESS && op->arg_count >= 1 && op->arg_count <= 2;
}

/* A field of an immutable object of fixed size; strings are filled after they have been made, and cache their hash. */
static bool is_lasting_read(const Op *op) {
    Type *type = op->args[0]->type->item;
    return op->code != OP_ARRAY_GET && type->hints & HINT_IMMUTABLE && !type_variable_part(type);
}

static void new_fact(Reuser *reuser, OpCode code, const Op *op, int arg_count, Value *value) {
    Fact *fact = arena_alloc(reuser->context->scratch, sizeof *fact);
    *fact = (Fact){.code = code, .name = op->name, .type = op->type, .result = value->type, .arg_count = arg_count};
    for (int i = 0; i < arg_count; i++)
        fact->args[i] = op->args[i];
    fact->value = value;
    fact->block = reuser->block;
    fact->is_read = code == OP_GETFIELD || code == OP_ARRAY_GET;
    fact->is_lasting = fact->is_read && is_lasting_read(op);
    add_fact(reuser->facts, fact);
}

/* Whether reading the field gives exactly what was written. */
static bool is_plain_field(const Reuser *reuser, const Op *op) {
    const Field *field = type_field(op->args[0]->type->item, op->name);
    const Value *value = op->args[1];
    bool is_small = value->is_const && value->constant.kind == CONST_INT && value->constant.integer >> 7 == 0;
    return field && (is_small || type_register(reuser->context->program->types, field->type) == field->type);
}

static void note_effects(Reuser *reuser, const Op *op) {
    int flags = op_info[op->code].flags;
    switch ((int)op->code) {
    case OP_SHARE:
    case OP_SETFIELD:
        forget_reads(reuser->facts, OP_GETFIELD, op->name);
        if (op->code == OP_SETFIELD && is_plain_field(reuser, op))
            new_fact(reuser, OP_GETFIELD, op, 1, op->args[1]);
        return;
    case OP_ARRAY_SET:
    case OP_ARRAY_COPY:
        forget_reads(reuser->facts, OP_ARRAY_GET, NULL);
        return;
    case OP_TRACE_HERE:
    case OP_KEEPALIVE:
        return;
    default:
        if (flags & OPF_EFFECT || (flags & OPF_COLLECTS && reuser->has_finalizers))
            forget_all_reads(reuser->facts);
        return;
    }
}

/* Whether the op is not needed: its result is known. */
static bool reuse(Reuser *reuser, Op *op) {
    if (!is_reusable(op)) {
        note_effects(reuser, op);
        return false;
    }
    Fact *fact = find_fact(reuser->facts, op);
    if (!fact) {
        new_fact(reuser, op->code, op, op->arg_count, op->result);
        return false;
    }
    op->result->note = value_of(reuser, fact);
    reuser->context->fired++;
    return true;
}

static void rewrite_block(Reuser *reuser, Block *block) {
    int kept = 0;
    reuser->block = block;
    reuser->facts = reuser->known[block->id] = arena_alloc(reuser->context->scratch, sizeof(Facts));
    inherit_all(reuser);
    for (int i = 0; i < block->op_count; i++) {
        Op *op = block->ops[i];
        substitute_all(op->args, op->arg_count);
        bool is_anchor = block->switch_kind == SWITCH_EXCEPTION && i == block->op_count - 1;
        if (is_anchor)
            note_effects(reuser, op);
        if (is_anchor || !reuse(reuser, op))
            block->ops[kept++] = op;
    }
    block->op_count = kept;
    if (block->switch_value)
        block->switch_value = substituted(block->switch_value);
    for (int i = 0; i < block->exit_count; i++)
        substitute_all(block->exits[i]->args, block->exits[i]->arg_count);
}

static bool has_finalizers(const TypeTable *types) {
    for (int i = 0; i < types->count; i++)
        if (types->all[i]->kind == TY_STRUCT && types->all[i]->hints & HINT_FINALIZER)
            return true;
    return false;
}

void pass_reuse(PassContext *context, Graph *graph) {
    graph_renumber(graph);
    graph_set_notes(graph, NULL);
    Reuser reuser = {.context = context, .index = link_index(context->scratch, graph)};
    reuser.known = arena_alloc(context->scratch, (size_t)graph->block_count * sizeof *reuser.known);
    reuser.has_finalizers = has_finalizers(context->program->types);
    int64_t before = context->fired;
    for (int i = 0; i < graph->block_count; i++)
        rewrite_block(&reuser, graph->blocks[i]);
    if (context->fired > before)
        graph_renumber(graph);
}
