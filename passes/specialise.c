/* specialise: loops whose variables are of one kind from some turn on (an int before the first turn, then a float;
 * None, then an int) get a copy in which they are, unboxed.
 *
 * A variable of a loop's head is taken for one of the kind that the loop itself makes it. If, supposed that it has this
 * kind, every way back to the head keeps it, the blocks that are reached so are copied, with what is known in them: the
 * kinds of scalars, and constants, such as tags. A link of the original that surely brings all that goes to the copy
 * instead; so the first turn may remain of the original, or all turns up to the one that makes the kind, or nothing.
 * (Block versioning: Chevalier-Boisvert and Feeley, 2015, for one more version, of loops.)
 *
 * Not for loops with handlers.
 */
#include "passes/loops.h"

#include "ir/fold.h"

enum { MOST_OPS = 300, MOST_ARGS = 5, MOST_LOOPS = 8, MOST_ROUNDS = 12 };

/* What is known of values, by value id: NULL: nothing comes there yet; `varies`; a constant; of a scalar, its kind. */
typedef struct Facts {
    Value **of;
    bool *is_reached; /* by block id */
    Value **back;     /* what comes back to each of the head's inputs */
} Facts;

typedef struct Specialiser {
    PassContext *context;
    Arena *scratch; /* of the graph as it is */
    const Ssa *ssa;
    const Loop *loop;
    Value varies, kinds[SCALAR_FLOAT + 1];
    Facts guess, special, general;
    Block **copies; /* by block id */
} Specialiser;

/* ---- what is known ---- */

static bool is_kind(const Specialiser *specialiser, const Value *fact) {
    return fact >= specialiser->kinds && fact <= specialiser->kinds + SCALAR_FLOAT;
}

static ScalarTag tag_of(const Specialiser *specialiser, const Value *fact) {
    return (ScalarTag)(fact - specialiser->kinds);
}

static Value *fact_of(Specialiser *specialiser, const Facts *facts, Value *value) {
    if (!value->is_const)
        return facts->of[value->id];
    if (value->type->kind != TY_SCALAR)
        return value;
    return value->constant.kind == CONST_SCALAR ? &specialiser->kinds[value->constant.tag] : &specialiser->varies;
}

static bool is_same(const Specialiser *specialiser, const Value *a, const Value *b) {
    if (a == b)
        return true;
    bool are_constants =
        a != &specialiser->varies && b != &specialiser->varies && !is_kind(specialiser, a) && !is_kind(specialiser, b);
    return are_constants && const_equal(&a->constant, &b->constant);
}

static bool meet(Specialiser *specialiser, Value **fact, Value *other) {
    Value *before = *fact;
    if (!other)
        return false;
    *fact = !before || is_same(specialiser, before, other) ? other : &specialiser->varies;
    return !before || !is_same(specialiser, before, *fact);
}

static Value *made_kind(Specialiser *specialiser, const Op *op) {
    switch ((int)op->code) {
    case OP_SCALAR_FROM_BOOL:
        return &specialiser->kinds[SCALAR_BOOL];
    case OP_SCALAR_FROM_INT:
        return &specialiser->kinds[SCALAR_INT];
    case OP_SCALAR_FROM_FLOAT:
        return &specialiser->kinds[SCALAR_FLOAT];
    default:
        return NULL;
    }
}

static Value *computed(Specialiser *specialiser, const Facts *facts, const Op *op) {
    Value *args[MOST_ARGS], *varies = &specialiser->varies;
    Op constant = *op;
    constant.args = args;
    if (made_kind(specialiser, op))
        return made_kind(specialiser, op);
    if (op->arg_count > MOST_ARGS || !op->arg_count)
        return varies;
    for (int i = 0; i < op->arg_count; i++) {
        args[i] = fact_of(specialiser, facts, op->args[i]);
        if (!args[i])
            return NULL;
    }
    if (op->code == OP_SCALAR_TAG && is_kind(specialiser, args[0]))
        return const_int(specialiser->context->program, tag_of(specialiser, args[0]));
    for (int i = 0; i < op->arg_count; i++)
        if (args[i] == varies || is_kind(specialiser, args[i]))
            return varies;
    Value *value = op_known(specialiser->context->program, &constant);
    return value && value->is_const && value->type->kind != TY_SCALAR ? value : varies;
}

/* Whether the exit may be taken. What nothing is known of yet decides nothing, unless `guesses`. */
static bool may_take(Specialiser *specialiser, const Facts *facts, const Block *block, const Link *exit) {
    bool guesses = facts == &specialiser->guess;
    if (block->switch_kind != SWITCH_VALUE)
        return true;
    const Value *value = fact_of(specialiser, facts, block->switch_value);
    if (!value || value == &specialiser->varies)
        return value || guesses;
    int64_t integer = value->constant.kind == CONST_BOOL ? value->constant.boolean : value->constant.integer;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->kind == CASE_DEFAULT || block->exits[i]->integer == integer)
            return block->exits[i] == exit;
    return false;
}

/* Whether the link of the original brings all that the copy of its target relies on, and that is some kind. */
static bool fits(Specialiser *specialiser, const Facts *facts, const Link *link) {
    const Block *target = link->target;
    bool has_kind = false;
    if (!specialiser->special.is_reached[target->id])
        return false;
    for (int i = 0; i < link->arg_count; i++) {
        const Value *needed = specialiser->special.of[target->inputs[i]->id];
        Value *brought = fact_of(specialiser, facts, link->args[i]);
        if (!needed || needed == &specialiser->varies)
            continue;
        if (!brought || !is_same(specialiser, needed, brought))
            return false;
        has_kind |= is_kind(specialiser, needed);
    }
    return has_kind;
}

/* Whether more is known to come to where the exit leads. */
static bool take_exit(Specialiser *specialiser, Facts *facts, const Link *exit) {
    const Block *target = exit->target;
    bool goes_back = target == specialiser->loop->head, changed = false;
    if (!specialiser->loop->has[target->id] || (facts == &specialiser->general && fits(specialiser, facts, exit)))
        return false;
    for (int i = 0; i < exit->arg_count; i++) {
        bool is_apart = goes_back && facts == &specialiser->special;
        Value **fact = is_apart ? &facts->back[i] : &facts->of[target->inputs[i]->id];
        changed |= meet(specialiser, fact, fact_of(specialiser, facts, exit->args[i]));
    }
    changed |= !facts->is_reached[target->id];
    facts->is_reached[target->id] = true;
    return changed;
}

static bool pass_block(Specialiser *specialiser, Facts *facts, const Block *block) {
    bool changed = false;
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            changed |=
                meet(specialiser, &facts->of[block->ops[i]->result->id], computed(specialiser, facts, block->ops[i]));
    for (int i = 0; i < block->exit_count; i++)
        if (may_take(specialiser, facts, block, block->exits[i]))
            changed |= take_exit(specialiser, facts, block->exits[i]);
    return changed;
}

/* From what is known of the head's inputs. False: it takes too long. */
static bool find_facts(Specialiser *specialiser, Facts *facts) {
    const Loop *loop = specialiser->loop;
    bool changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
        changed = false;
        for (int i = 0; i < loop->block_count; i++)
            if (facts->is_reached[loop->blocks[i]->id])
                changed |= pass_block(specialiser, facts, loop->blocks[i]);
    }
    return !changed;
}

static Facts new_facts(const Specialiser *specialiser) {
    const Graph *graph = specialiser->ssa->graph;
    Facts facts = {.of = arena_alloc(specialiser->scratch, graph->value_count * sizeof(Value *) + 1),
                   .is_reached = arena_alloc(specialiser->scratch, (size_t)graph->block_count),
                   .back = arena_alloc(specialiser->scratch,
                                       (size_t)(specialiser->loop->head->input_count + 1) * sizeof(Value *))};
    facts.is_reached[specialiser->loop->head->id] = true;
    return facts;
}

/* ---- which kinds ---- */

/* The kinds that the loop makes its scalars, whatever enters it. False: none. */
static bool guess_kinds(Specialiser *specialiser) {
    const Block *head = specialiser->loop->head;
    bool has_kind = false;
    specialiser->guess = new_facts(specialiser);
    for (int i = 0; i < head->input_count; i++)
        if (head->inputs[i]->type->kind != TY_SCALAR)
            specialiser->guess.of[head->inputs[i]->id] = &specialiser->varies;
    if (!find_facts(specialiser, &specialiser->guess))
        return false;
    for (int i = 0; i < head->input_count; i++) {
        const Value *fact = specialiser->guess.of[head->inputs[i]->id];
        has_kind |= fact && is_kind(specialiser, fact) && fact != &specialiser->kinds[SCALAR_NONE];
    }
    return has_kind;
}

/* Whether the guessed kinds stay; those that do not are given up. */
static bool kinds_stay(Specialiser *specialiser) {
    const Block *head = specialiser->loop->head;
    bool stays = true;
    specialiser->special = new_facts(specialiser);
    for (int i = 0; i < head->input_count; i++) {
        Value *fact = specialiser->guess.of[head->inputs[i]->id];
        bool is_wanted = fact && is_kind(specialiser, fact) && fact != &specialiser->kinds[SCALAR_NONE];
        specialiser->special.of[head->inputs[i]->id] = is_wanted ? fact : &specialiser->varies;
    }
    if (!find_facts(specialiser, &specialiser->special))
        return false;
    for (int i = 0; i < head->input_count; i++) {
        Value *needed = specialiser->special.of[head->inputs[i]->id], *back = specialiser->special.back[i];
        bool is_kept = needed == &specialiser->varies || !back || is_same(specialiser, needed, back);
        if (!is_kept)
            specialiser->guess.of[head->inputs[i]->id] = &specialiser->varies;
        stays &= is_kept;
    }
    return stays;
}

static bool has_wanted(const Specialiser *specialiser) {
    const Block *head = specialiser->loop->head;
    for (int i = 0; i < head->input_count; i++)
        if (is_kind(specialiser, specialiser->special.of[head->inputs[i]->id]))
            return true;
    return false;
}

/* What a value is that comes from outside. */
static Value *fact_outside(Specialiser *specialiser, const Block *block, Value *value) {
    if (value->is_const)
        return fact_of(specialiser, &specialiser->general, value);
    const Op *maker = block_maker(block, value);
    Value *kind = maker ? made_kind(specialiser, maker) : NULL;
    return kind ? kind : &specialiser->varies;
}

/* The loop as it is, but for the links that go to the copy. */
static bool find_general(Specialiser *specialiser) {
    const Block *head = specialiser->loop->head;
    const LinkIndex *index = specialiser->ssa->index;
    specialiser->general = new_facts(specialiser);
    for (int i = 0; i < index->counts[head->id]; i++) {
        const Link *link = index->incoming[head->id][i];
        for (int j = 0; j < link->arg_count && loop_enters(specialiser->loop, link); j++)
            meet(specialiser, &specialiser->general.of[head->inputs[j]->id],
                 fact_outside(specialiser, link->source, link->args[j]));
    }
    return find_facts(specialiser, &specialiser->general);
}

/* ---- the copy ---- */

static bool goes_to_copy(Specialiser *specialiser, const Block *block, const Link *exit) {
    return specialiser->loop->has[exit->target->id] && specialiser->general.is_reached[block->id] &&
           may_take(specialiser, &specialiser->general, block, exit) && fits(specialiser, &specialiser->general, exit);
}

static int count_links(Specialiser *specialiser) {
    int count = 0;
    for (int i = 0; i < specialiser->loop->block_count; i++)
        for (int j = 0; j < specialiser->loop->blocks[i]->exit_count; j++)
            count += goes_to_copy(specialiser, specialiser->loop->blocks[i], specialiser->loop->blocks[i]->exits[j]);
    return count;
}

static OpCode boxing(ScalarTag tag) {
    return tag == SCALAR_BOOL ? OP_SCALAR_FROM_BOOL : tag == SCALAR_INT ? OP_SCALAR_FROM_INT : OP_SCALAR_FROM_FLOAT;
}

static OpCode unboxing(ScalarTag tag) {
    return tag == SCALAR_BOOL ? OP_SCALAR_BOOL : tag == SCALAR_INT ? OP_SCALAR_INT : OP_SCALAR_FLOAT;
}

static Type *type_of_tag(const Specialiser *specialiser, ScalarTag tag) {
    TypeKind kind = tag == SCALAR_BOOL ? TY_BOOL : tag == SCALAR_INT ? TY_I64 : TY_F64;
    return type_simple(specialiser->context->program->types, kind);
}

/* The block's scalar, of this kind, without its tag. */
static Value *unboxed(const Specialiser *specialiser, Block *block, Value *value, ScalarTag tag) {
    Program *program = specialiser->context->program;
    const Op *maker = block_maker(block, value);
    if (value->is_const && tag != SCALAR_FLOAT)
        return tag == SCALAR_BOOL ? const_bool(program, value->constant.integer)
                                  : const_int(program, value->constant.integer);
    if (value->is_const)
        return const_float(program, value->constant.number);
    if (maker && maker->code == boxing(tag))
        return maker->args[0];
    Op *op = op_new(block->graph, unboxing(tag), loop_pos(specialiser->loop), type_of_tag(specialiser, tag), &value, 1);
    block_append(block, op);
    return op->result;
}

/* Whether the input of the copied block comes without its tag. */
static bool is_unboxed(const Specialiser *specialiser, const Block *original, int input) {
    const Value *fact = specialiser->special.of[original->inputs[input]->id];
    return fact && is_kind(specialiser, fact) && fact != &specialiser->kinds[SCALAR_NONE];
}

/* What is known is put in place of what computed it. */
static void put_constants(const Specialiser *specialiser, const Block *original, Block *copy) {
    for (int i = 0; i < copy->input_count; i++)
        copy->inputs[i]->note = NULL;
    for (int i = 0; i < original->op_count; i++) {
        Value *fact = original->ops[i]->result ? specialiser->special.of[original->ops[i]->result->id] : NULL;
        bool is_constant = fact && fact != &specialiser->varies && !is_kind(specialiser, fact);
        if (copy->ops[i]->result)
            copy->ops[i]->result->note = is_constant ? fact : NULL;
    }
    block_substitute(copy);
}

/* The copy's inputs of a known kind come without their tags. */
static void unbox_inputs(const Specialiser *specialiser, const Block *original, Block *copy) {
    for (int i = 0; i < copy->input_count; i++) {
        if (!is_unboxed(specialiser, original, i))
            continue;
        ScalarTag tag = tag_of(specialiser, specialiser->special.of[original->inputs[i]->id]);
        Value *boxed = copy->inputs[i];
        copy->inputs[i] = value_new(copy->graph, type_of_tag(specialiser, tag), boxed->name);
        Op *op = op_new(copy->graph, boxing(tag), loop_pos(specialiser->loop), boxed->type, &copy->inputs[i], 1);
        op->result = boxed;
        block_insert(copy, 0, op);
    }
}

/* What takes a tag off that the block has put on is what was there before. */
static void put_unboxed(Block *copy) {
    for (int i = 0; i < copy->op_count; i++) {
        const Op *op = copy->ops[i], *maker = op->arg_count ? block_maker(copy, op->args[0]) : NULL;
        bool is_inverse = false;
        for (ScalarTag tag = SCALAR_BOOL; tag <= SCALAR_FLOAT; tag++)
            is_inverse |= maker && op->code == unboxing(tag) && maker->code == boxing(tag);
        if (op->result)
            op->result->note = is_inverse ? maker->args[0] : NULL;
    }
    block_substitute(copy);
}

static void rewrite_copy(const Specialiser *specialiser, const Block *original) {
    Block *copy = specialiser->copies[original->id];
    put_constants(specialiser, original, copy);
    unbox_inputs(specialiser, original, copy);
    put_unboxed(copy);
}

/* `link` leads to the copy of what it led to. */
static void lead_to_copy(const Specialiser *specialiser, Link *link) {
    const Block *original = link->target;
    for (int i = 0; i < link->arg_count; i++)
        if (is_unboxed(specialiser, original, i))
            link->args[i] = unboxed(specialiser, link->source, link->args[i],
                                    tag_of(specialiser, specialiser->special.of[original->inputs[i]->id]));
    link->target = specialiser->copies[original->id];
}

/* What leaves the copy gets its tag on the way out. */
static void box_outside(Link *link) {
    Block *way = NULL;
    for (int i = 0; i < link->arg_count; i++) {
        const Op *maker = block_maker(link->source, link->args[i]);
        bool is_boxed = maker && (maker->code == OP_SCALAR_FROM_BOOL || maker->code == OP_SCALAR_FROM_INT ||
                                  maker->code == OP_SCALAR_FROM_FLOAT);
        if (!is_boxed)
            continue;
        way = way ? way : link_split(link);
        Value *boxed = way->inputs[i];
        way->inputs[i] = value_new(way->graph, maker->args[0]->type, boxed->name);
        link->args[i] = maker->args[0];
        Op *op = op_new(way->graph, maker->code, maker->pos, boxed->type, &way->inputs[i], 1);
        op->result = boxed;
        block_append(way, op);
    }
}

static void link_copy(Specialiser *specialiser, const Block *original) {
    Block *copy = specialiser->copies[original->id];
    for (int i = 0; i < copy->exit_count; i++) {
        Link *exit = copy->exits[i];
        bool is_taken = may_take(specialiser, &specialiser->special, original, original->exits[i]);
        if (!specialiser->loop->has[exit->target->id])
            box_outside(exit);
        else if (is_taken && specialiser->special.is_reached[exit->target->id])
            lead_to_copy(specialiser, exit);
    }
}

/* In the original, too, much is decided now. */
static void decide_exit(Specialiser *specialiser, Block *block) {
    bool is_reached = specialiser->general.is_reached[block->id] && block->switch_kind == SWITCH_VALUE;
    Value *fact = is_reached ? fact_of(specialiser, &specialiser->general, block->switch_value) : NULL;
    if (fact && fact != &specialiser->varies)
        block->switch_value = fact;
}

static void copy_loop(Specialiser *specialiser) {
    const Loop *loop = specialiser->loop;
    Graph *graph = specialiser->ssa->graph;
    specialiser->copies = arena_alloc(specialiser->scratch, (size_t)graph->block_count * sizeof(Block *));
    for (int i = 0; i < loop->block_count; i++)
        if (specialiser->special.is_reached[loop->blocks[i]->id])
            specialiser->copies[loop->blocks[i]->id] = loop_copy_block(graph, loop->blocks[i]);
    for (int i = 0; i < loop->block_count; i++)
        if (specialiser->copies[loop->blocks[i]->id])
            rewrite_copy(specialiser, loop->blocks[i]);
    for (int i = 0; i < loop->block_count; i++)
        for (int j = 0; j < loop->blocks[i]->exit_count; j++)
            if (goes_to_copy(specialiser, loop->blocks[i], loop->blocks[i]->exits[j]))
                lead_to_copy(specialiser, loop->blocks[i]->exits[j]);
    for (int i = 0; i < loop->block_count; i++)
        if (specialiser->copies[loop->blocks[i]->id])
            link_copy(specialiser, loop->blocks[i]);
    for (int i = 0; i < loop->block_count; i++)
        decide_exit(specialiser, loop->blocks[i]);
}

/* ---- which loops ---- */

static int first_scalar(const Block *head) {
    for (int i = 0; i < head->input_count; i++)
        if (head->inputs[i]->type->kind == TY_SCALAR)
            return i;
    return -1;
}

static bool may_copy(const Loop *loop) {
    int count = 0;
    for (int i = 0; i < loop->block_count && count <= MOST_OPS; i++) {
        bool has_handler = loop->blocks[i]->switch_kind == SWITCH_EXCEPTION;
        count += has_handler ? MOST_OPS + 1 : loop->blocks[i]->op_count + 1;
    }
    return count <= MOST_OPS && !block_has_fixed_inputs(loop->head) && first_scalar(loop->head) >= 0;
}

static bool find_kinds(Specialiser *specialiser) {
    int tries = 0;
    bool has_kind = guess_kinds(specialiser);
    while (has_kind && !kinds_stay(specialiser))
        has_kind = ++tries < MOST_ROUNDS;
    return has_kind && has_wanted(specialiser);
}

static void remark(const Specialiser *specialiser, RemarkKind kind) {
    static const char *const names[] = {"None", "bool", "int", "float"};
    const Block *head = specialiser->loop->head;
    for (int i = 0; i < head->input_count; i++) {
        const Value *fact = kind == REMARK_APPLIED ? specialiser->special.of[head->inputs[i]->id] : NULL;
        const char *name = head->inputs[i]->name ? head->inputs[i]->name : "a value";
        if (fact && is_kind(specialiser, fact))
            pass_remark(specialiser->context, kind, loop_pos(specialiser->loop), "loop has a copy in which `%s` is %s",
                        name, names[tag_of(specialiser, fact)]);
        else if (kind == REMARK_MISSED && head->inputs[i]->type->kind == TY_SCALAR)
            pass_remark(specialiser->context, kind, loop_pos(specialiser->loop),
                        "`%s` keeps its type at run time: no one type stays in the loop", name);
    }
}

/* Or says why not, if that is all that is asked. */
static bool specialise(Specialiser *specialiser, bool asks) {
    if (!may_copy(specialiser->loop))
        return false;
    bool is_wanted = find_kinds(specialiser) && find_general(specialiser) && count_links(specialiser);
    if (asks && !is_wanted)
        remark(specialiser, REMARK_MISSED);
    if (asks || !is_wanted)
        return false;
    remark(specialiser, REMARK_APPLIED);
    copy_loop(specialiser);
    return true;
}

static bool has_scalars(PassContext *context, const Graph *graph) {
    const bool *is_head = graph_loop_heads(context->scratch, graph);
    for (int i = 0; i < graph->block_count; i++)
        if (is_head[i] && first_scalar(graph->blocks[i]) >= 0)
            return true;
    return false;
}

/* One loop of the graph, after which nothing that is known of its loops holds. The outer ones first. */
static bool specialise_one(PassContext *context, Graph *graph, bool asks) {
    Arena *scratch = arena_new();
    Specialiser specialiser = {.context = context, .scratch = scratch, .ssa = ssa_new(scratch, graph)};
    Loops loops = loops_find(specialiser.ssa);
    bool found = false;
    for (int i = loops.count - 1; i >= 0 && !found; i--) {
        specialiser.loop = &loops.items[i];
        found = specialise(&specialiser, asks);
    }
    arena_free(scratch);
    return found;
}

void pass_specialise(PassContext *context, Graph *graph) {
    if (!has_scalars(context, graph))
        return;
    for (int i = 0; i < MOST_LOOPS && specialise_one(context, graph, false); i++) {
        context->fired++;
        graph_renumber(graph);
        pass_fold(context, graph);
        pass_dead_code(context, graph);
    }
    if (pass_has_remarks(context))
        specialise_one(context, graph, true);
}
