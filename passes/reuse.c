/* reuse: what was computed or read before, and cannot have changed, is not computed or read again.
 *
 * Values are numbered over the whole function: two pure ops give the same if their arguments have the same roots
 * (passes/ssa.h), two reads if the memory they look at is in the same state, too (passes/memory_state.h). A write is a
 * fact about the read that would follow it, and how a value was made tells what it is (passes/making.h). An op whose
 * value is known from a block that dominates it goes, and that value is passed to where it stood. Beyond that, a block
 * that one link enters knows what the link's case says about the value that was switched on: a null check or a bounds
 * check that came out well is not made again.
 */
#include "passes/ssa.h"
#include "passes/making.h"
#include "passes/memory_state.h"

enum { MOST_LOOKED_AT = 40, RECENT = 8 };

typedef struct Fact Fact;
struct Fact {
    OpCode code;
    const char *name;
    const Type *type, *result; /* attribute; type of the result */
    Value *args[2];            /* roots */
    int arg_count;
    uint32_t state; /* of the memory that was read; 0: pure, or lasting */
    Value *value;   /* root, or a constant */
    Block *block;   /* known here and below */
    Fact *next;     /* with the same hash, older */
};

typedef struct Reuser {
    PassContext *context;
    Arena *scratch; /* of the function at work */
    Ssa *ssa;
    const MemoryStates *memory;
    Map facts;             /* hash -> the newest Fact */
    uint32_t *states;      /* of memory, at the place at work */
    Block *block;          /* at work */
    Value *recent[RECENT]; /* objects whose fields were read or written, in turns */
    int recent_at;
} Reuser;

/* ---- facts ---- */

static uint64_t hash_fact(const Fact *fact) {
    uint64_t hash = hash_u64(hash_u64(HASH_SEED, fact->code), fact->state);
    for (int i = 0; i < fact->arg_count; i++)
        hash = hash_u64(hash, ssa_hash(fact->args[i]));
    return hash;
}

static bool is_about_same(const Fact *a, const Fact *b) {
    if (a->code != b->code || a->name != b->name || a->type != b->type || a->result != b->result ||
        a->state != b->state || a->arg_count != b->arg_count)
        return false;
    for (int i = 0; i < a->arg_count; i++)
        if (!ssa_is_same(a->args[i], b->args[i]))
            return false;
    return true;
}

static void add_fact(Reuser *reuser, const Fact *fact) {
    Fact *copy = arena_alloc(reuser->scratch, sizeof *copy);
    uint64_t *slot = map_put(reuser->scratch, &reuser->facts, hash_fact(fact));
    *copy = *fact;
    copy->next = (Fact *)(uintptr_t)*slot;
    copy->block = reuser->block;
    *slot = (uint64_t)(uintptr_t)copy;
}

static const Fact *find_fact(const Reuser *reuser, const Fact *wanted) {
    const uint64_t *slot = map_find(&reuser->facts, hash_fact(wanted));
    const Fact *fact = slot ? (const Fact *)(uintptr_t)*slot : NULL;
    for (int i = 0; fact && i < MOST_LOOKED_AT; i++, fact = fact->next)
        if (is_about_same(fact, wanted) && ssa_dominates(reuser->ssa, fact->block, reuser->block))
            return fact;
    return NULL;
}

/* ---- what ops tell ---- */

static Fact about(const Reuser *reuser, OpCode code, const Op *op, const Type *result, int arg_count) {
    Fact fact = {.code = code, .name = op->name, .type = op->type, .result = result, .arg_count = arg_count};
    for (int i = 0; i < arg_count; i++)
        fact.args[i] = ssa_root(reuser->ssa, op->args[i]);
    return fact;
}

/* Sets what state the read depends on. False: nothing is known about it. */
static bool look_at_memory(const Reuser *reuser, const Op *op, Fact *fact) {
    bool is_read = fact->code == OP_GETFIELD || fact->code == OP_ARRAY_GET;
    if (!is_read || memory_is_lasting(op))
        return true;
    int class = memory_class(reuser->memory, op);
    fact->state = class == NO_CLASS ? 0 : reuser->states[class];
    return class != NO_CLASS;
}

static bool is_reusable(const Op *op) {
    bool is_known = op->code == OP_GETFIELD || op->code == OP_ARRAY_GET || op_info[op->code].flags & OPF_FOLDS;
    /* addresses of items are dead when the collector runs */
    return is_known && op->result && op->result->type->kind != TY_ADDRESS && op->arg_count >= 1 && op->arg_count <= 2;
}

/* Whether reading memory of `type` gives exactly what was written. */
static bool is_read_back(const Reuser *reuser, Type *type, const Value *value) {
    bool is_small = value->is_const && value->constant.kind == CONST_INT && value->constant.integer >> 7 == 0;
    return is_small || type_register(reuser->context->program->types, type) == type;
}

/* What a write tells about the read that would follow. */
static void note_write(Reuser *reuser, const Op *op) {
    Type *type = op->args[0]->type->item;
    bool is_field = op->code == OP_SETFIELD;
    Type *written = is_field ? type_field(type, op->name)->type : type_variable_part(type)->item;
    Value *value = op->args[op->arg_count - 1];
    if (!is_read_back(reuser, written, value))
        return;
    Fact fact = about(reuser, is_field ? OP_GETFIELD : OP_ARRAY_GET, op, value->type, op->arg_count - 1);
    fact.value = ssa_root(reuser->ssa, value);
    if (look_at_memory(reuser, op, &fact))
        add_fact(reuser, &fact);
}

static void note_object(Reuser *reuser, const Op *op) {
    Value *root = ssa_root(reuser->ssa, op->args[0]);
    for (int i = 0; i < RECENT; i++)
        if (reuser->recent[i] && ssa_is_same(reuser->recent[i], root))
            return;
    reuser->recent[reuser->recent_at++ % RECENT] = root;
}

/* What is known of the field in other objects, which the write leaves as it is. */
static int find_untouched(const Reuser *reuser, const Op *op, Fact *untouched) {
    Value *object = ssa_root(reuser->ssa, op->args[0]);
    const Field *field = type_field(op->args[0]->type->item, op->name);
    const Type *type = type_register(reuser->context->program->types, field->type);
    int count = 0;
    for (int i = 0; i < RECENT && reuser->recent[i]; i++) {
        Fact wanted = {.code = OP_GETFIELD, .name = op->name, .result = type, .arg_count = 1};
        wanted.args[0] = reuser->recent[i];
        if (!look_at_memory(reuser, op, &wanted))
            return 0;
        const Fact *fact = find_fact(reuser, &wanted);
        if (fact && objects_differ(reuser->ssa, object, reuser->recent[i]))
            untouched[count++] = *fact;
    }
    return count;
}

static void note_effects(Reuser *reuser, const Op *op) {
    Fact untouched[RECENT];
    int count = op->code == OP_SETFIELD ? find_untouched(reuser, op, untouched) : 0;
    memory_pass(reuser->memory, op, reuser->states);
    for (int i = 0; i < count; i++)
        if (look_at_memory(reuser, op, &untouched[i]))
            add_fact(reuser, &untouched[i]);
    if (op->code == OP_SETFIELD)
        note_object(reuser, op);
    if (op->code == OP_SETFIELD || op->code == OP_ARRAY_SET)
        note_write(reuser, op);
}

/* ---- values that a case decides ---- */

/* What the case of the link says about the value that its block switches on; else NULL. */
static Value *case_value(const Reuser *reuser, const Link *link) {
    Program *program = reuser->context->program;
    if (link->source->switch_kind != SWITCH_VALUE)
        return NULL;
    if (link->kind == CASE_BOOL)
        return const_bool(program, link->integer);
    return link->kind == CASE_INT && link->source->switch_value->type->kind == TY_I64
               ? const_int(program, link->integer)
               : NULL;
}

static Fact about_case(Value *root) {
    return (Fact){.code = OP_SAME_AS, .result = root->type, .args = {root}, .arg_count = 1};
}

static void enter_block(Reuser *reuser, Block *block) {
    const LinkIndex *index = reuser->ssa->index;
    reuser->block = block;
    memory_enter(reuser->memory, block, reuser->states);
    const Link *link = index->counts[block->id] == 1 ? index->incoming[block->id][0] : NULL;
    Value *decided = link ? case_value(reuser, link) : NULL;
    Value *root = decided ? ssa_root(reuser->ssa, link->source->switch_value) : NULL;
    if (!root || root->is_const)
        return;
    Fact fact = about_case(root);
    fact.value = decided;
    add_fact(reuser, &fact);
}

/* The root, or the constant that it is here. */
static Value *decided(const Reuser *reuser, Value *root) {
    if (root->is_const)
        return root;
    Fact wanted = about_case(root);
    const Fact *fact = find_fact(reuser, &wanted);
    return fact ? fact->value : root;
}

/* ---- rewriting ---- */

/* Puts what `root` is called here in place of the op's result, if it can be passed here. */
static bool replace(Reuser *reuser, const Op *op, Value *root) {
    Value *name = ssa_value_in(reuser->ssa, decided(reuser, root), reuser->block);
    if (!name || name->type != op->result->type)
        return false;
    ssa_unite(reuser->ssa, op->result, root);
    op->result->note = name;
    reuser->context->fired++;
    return true;
}

/* Whether the op is not needed: its result is known. */
static bool reuse(Reuser *reuser, Op *op) {
    if (!is_reusable(op)) {
        note_effects(reuser, op);
        return false;
    }
    Value *made = known_by_making(reuser->ssa, reuser->context->program, op);
    if (made && replace(reuser, op, made))
        return true;
    Fact wanted = about(reuser, op->code, op, op->result->type, op->arg_count);
    if (!look_at_memory(reuser, op, &wanted))
        return false;
    const Fact *fact = find_fact(reuser, &wanted);
    if (fact && replace(reuser, op, ssa_root(reuser->ssa, fact->value)))
        return true;
    wanted.value = op->result;
    add_fact(reuser, &wanted);
    if (op->code == OP_GETFIELD)
        note_object(reuser, op);
    return false;
}

static void decide_switch(Reuser *reuser, Block *block) {
    if (block->switch_kind != SWITCH_VALUE)
        return;
    block->switch_value = substituted(block->switch_value);
    Value *root = ssa_root(reuser->ssa, block->switch_value), *value = decided(reuser, root);
    if (value == root || block->switch_value->is_const)
        return;
    block->switch_value = value;
    reuser->context->fired++;
}

static void rewrite_block(Reuser *reuser, Block *block) {
    int kept = 0;
    enter_block(reuser, block);
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
    decide_switch(reuser, block);
    for (int i = 0; i < block->exit_count; i++)
        substitute_all(block->exits[i]->args, block->exits[i]->arg_count);
}

/* The constant that the value, which the link hands on, is known to be; or NULL. */
static Value *known_on(const Reuser *reuser, const Link *link, Value *value) {
    Value *root = ssa_root(reuser->ssa, value);
    Value *of_case = case_value(reuser, link);
    bool is_case = of_case && ssa_is_same(root, ssa_root(reuser->ssa, link->source->switch_value));
    Value *known = is_case ? of_case : decided(reuser, root);
    return known->is_const && known->type == value->type ? known : NULL;
}

/* Links hand on constants where they can: later passes then know them where the links lead. Last, for links get
 * arguments all the time. */
static void hand_on_constants(Reuser *reuser, Block *block) {
    reuser->block = block;
    for (int i = 0; i < block->exit_count; i++) {
        const Link *link = block->exits[i];
        for (int j = 0; j < link->arg_count; j++) {
            Value *known = link->args[j]->is_const ? NULL : known_on(reuser, link, link->args[j]);
            if (!known)
                continue;
            link->args[j] = known;
            reuser->context->fired++;
        }
    }
}

static void rewrite_graph(PassContext *context, const MemoryWrites *writes, Graph *graph) {
    Arena *scratch = arena_new();
    Ssa *ssa = ssa_new_with_room(scratch, graph);
    graph_set_notes(graph, NULL);
    Reuser reuser = {.context = context, .scratch = scratch, .ssa = ssa, .memory = memory_states_new(ssa, writes)};
    reuser.states = arena_alloc(scratch, (size_t)reuser.memory->class_count * sizeof *reuser.states);
    int64_t before = context->fired;
    for (int i = 0; i < graph->block_count; i++)
        rewrite_block(&reuser, graph->blocks[i]);
    for (int i = 0; i < graph->block_count; i++)
        hand_on_constants(&reuser, graph->blocks[i]);
    if (context->fired > before) {
        graph_renumber(graph);
        pass_changes(context, graph);
    }
    arena_free(scratch);
}

void pass_reuse(PassContext *context, Graph *graph) {
    (void)graph;
    const Program *program = context->program;
    const MemoryWrites *writes = memory_writes_new(context->scratch, program);
    for (int i = 0; i < program->graph_count; i++)
        if (!program->graphs[i]->is_cold)
            rewrite_graph(context, writes, program->graphs[i]);
}
