/* hoist: what a loop reads again and again though it does not change is read before it.
 *
 * Every loop gets a block before its head (a preheader). Reads of memory that the loop does not write
 * (passes/memory_state.h) move there, with the arithmetic that they need; other arithmetic is left to the C compiler. A
 * read must not trap where the loop would not have come to it: either it surely runs whenever the loop is entered, or
 * its object was looked at before. A test that always comes out the same and leaves the loop, as a bounds check of
 * a[i] in a loop over j does, moves, too, if nothing that can be noticed comes before it in the loop.
 *
 * Loops that test first have been turned round (passes/rotate.c).
 */
#include "passes/loops.h"
#include "passes/memory_state.h"

#include <string.h>

enum { MOST_ROUNDS = 8, MOST_NEEDED = 6 };

typedef struct Hoister {
    PassContext *context;
    Arena *scratch; /* of the round at work */
    Ssa *ssa;
    const MemoryStates *memory;
    Map seen; /* id of a root -> Looked: where objects were looked at */
    /* of the loop at work */
    const Loop *loop;
    Block *before;     /* its preheader */
    uint32_t *written; /* by class of memory: not 0 if the loop writes it */
} Hoister;

/* A block in which the object is looked into, so that it is not None there or below. */
typedef struct Looked {
    const Block *block;
    struct Looked *next;
} Looked;

/* ---- preheaders ---- */

/* The only link from outside, if nothing else leaves its source; then that is the preheader. */
static Block *preheader(const Ssa *ssa, const Loop *loop) {
    const Link *only = NULL;
    for (int i = 0; i < ssa->index->counts[loop->head->id]; i++) {
        const Link *link = ssa->index->incoming[loop->head->id][i];
        if (!loop_enters(loop, link))
            continue;
        if (only)
            return NULL;
        only = link;
    }
    return only && only->source->switch_kind == SWITCH_NONE && only->source != only->source->graph->start ? only->source
                                                                                                          : NULL;
}

static void add_preheader(const Ssa *ssa, const Loop *loop) {
    Block *before = NULL;
    for (int i = 0; i < ssa->index->counts[loop->head->id]; i++) {
        Link *link = ssa->index->incoming[loop->head->id][i];
        if (loop_enters(loop, link) && before)
            link->target = before;
        else if (loop_enters(loop, link))
            before = link_split(link);
    }
}

/* Gives every loop a preheader. False if all had one: the analysis is still good. */
static bool add_preheaders(const Ssa *ssa, Loops loops) {
    bool any = false;
    for (int i = 0; i < loops.count; i++)
        if (!preheader(ssa, &loops.items[i]) && !block_has_fixed_inputs(loops.items[i].head)) {
            add_preheader(ssa, &loops.items[i]);
            any = true;
        }
    if (any)
        graph_renumber(ssa->graph);
    return any;
}

/* ---- what does not trap ---- */

static bool is_read(const Op *op) {
    return op->code == OP_GETFIELD || op->code == OP_ARRAY_GET || op->code == OP_ARRAY_LEN;
}

static void note_looked(Hoister *hoister, const Block *block, const Op *op) {
    bool looks = is_read(op) || op->code == OP_SETFIELD || op->code == OP_ARRAY_SET;
    const Value *root = looks ? ssa_root(hoister->ssa, op->args[0]) : NULL;
    if (!root || root->is_const)
        return;
    uint64_t *slot = map_put(hoister->scratch, &hoister->seen, root->id);
    Looked *looked = arena_alloc(hoister->scratch, sizeof *looked);
    *looked = (Looked){block, (Looked *)(uintptr_t)*slot};
    *slot = (uint64_t)(uintptr_t)looked;
}

static void note_objects(Hoister *hoister) {
    const Graph *graph = hoister->ssa->graph;
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++)
            note_looked(hoister, graph->blocks[i], graph->blocks[i]->ops[j]);
}

/* Whether the object exists where the preheader ends. */
static bool is_object(const Hoister *hoister, Value *value) {
    const Value *root = ssa_root(hoister->ssa, value);
    if (root->is_const)
        return root->constant.kind == CONST_DATA;
    const Op *maker = ssa_maker(hoister->ssa, root);
    if (maker && maker->code == OP_MALLOC)
        return true;
    const uint64_t *slot = map_find(&hoister->seen, root->id);
    for (const Looked *looked = slot ? (const Looked *)(uintptr_t)*slot : NULL; looked; looked = looked->next)
        if (ssa_dominates(hoister->ssa, looked->block, hoister->before))
            return true;
    return false;
}

/* ---- moving ---- */

static bool is_arithmetic(const Op *op) {
    return op->result && !is_read(op) && op_info[op->code].flags & OPF_FOLDS &&
           !(op_info[op->code].flags & (OPF_FATAL | OPF_RAISES)) && op->result->type->kind != TY_ADDRESS;
}

static bool is_kept(const Hoister *hoister, Value *value) {
    return loop_keeps(hoister->loop, hoister->ssa, value);
}

static Value *needed(Hoister *hoister, Value *value, int depth);

/* A copy of the op in the preheader; NULL if not all that it needs can be had there. */
static Value *copy_before(Hoister *hoister, const Op *op, int depth) {
    Graph *graph = hoister->ssa->graph;
    Value *args[4];
    for (int i = 0; i < op->arg_count; i++) {
        args[i] = needed(hoister, op->args[i], depth);
        if (!args[i])
            return NULL;
    }
    if (hoister->ssa->room < 1)
        return NULL;
    hoister->ssa->room--;
    Op *copy = op_copy(graph, op);
    memcpy(copy->args, args, (size_t)op->arg_count * sizeof *args);
    copy->result = value_new(graph, op->result->type, op->result->name);
    block_append(hoister->before, copy);
    hoister->ssa->defined_in[copy->result->id] = hoister->before;
    hoister->ssa->makers[copy->result->id] = copy;
    note_looked(hoister, hoister->before, copy);
    return copy->result;
}

/* The value's name in the preheader, where it is computed if it must be. */
static Value *needed(Hoister *hoister, Value *value, int depth) {
    Value *root = ssa_root(hoister->ssa, value);
    if (is_kept(hoister, root))
        return ssa_value_in(hoister->ssa, root, hoister->before);
    const Op *maker = ssa_maker(hoister->ssa, root);
    if (!maker || !is_arithmetic(maker) || maker->arg_count > 4 || depth == 0)
        return NULL;
    Value *made = copy_before(hoister, maker, depth - 1);
    if (made)
        ssa_unite(hoister->ssa, root, made);
    return made;
}

/* Whether the op reads what the loop leaves alone. */
static bool is_lasting_read(const Hoister *hoister, const Op *op, bool surely_runs) {
    if (!is_read(op) || op->result->type->kind == TY_ADDRESS)
        return false;
    int class = memory_class(hoister->memory, op);
    bool lasts = op->code == OP_ARRAY_LEN || memory_is_lasting(op);
    if (!lasts && (class == NO_CLASS || hoister->written[class]))
        return false;
    return surely_runs || (op->code != OP_ARRAY_GET && is_object(hoister, op->args[0]));
}

/* Whether the op, which stands in `block`, is not needed there any more. */
static bool move(Hoister *hoister, Block *block, const Op *op, bool surely_runs) {
    bool is_anchor = block->switch_kind == SWITCH_EXCEPTION && op == block->ops[block->op_count - 1];
    if (is_anchor || !is_lasting_read(hoister, op, surely_runs))
        return false;
    Value *made = copy_before(hoister, op, MOST_NEEDED);
    Value *name = made ? ssa_value_in(hoister->ssa, made, block) : NULL;
    if (!name)
        return false;
    ssa_unite(hoister->ssa, op->result, made);
    block_replace_value(block, op->result, name);
    hoister->context->fired++;
    pass_count(hoister->context, "reads", 1);
    pass_remark(hoister->context, REMARK_APPLIED, op->pos, "read of `%s` done once, before the loop",
                op->code == OP_GETFIELD    ? op->name
                : op->code == OP_ARRAY_GET ? "an item"
                                           : "the length");
    return true;
}

/* Whether control surely goes on behind the op. */
static bool goes_on(const Op *op) {
    bool may_leave = op_info[op->code].flags & (OPF_RAISES | OPF_FATAL) || op->code == OP_UNREACHABLE;
    return !may_leave && (is_read(op) || memory_op_is_quiet(op));
}

static bool move_reads(Hoister *hoister, Block *block, bool surely_runs) {
    for (int i = 0; i < block->op_count;) {
        if (move(hoister, block, block->ops[i], surely_runs)) {
            block_remove_op(block, i);
            continue;
        }
        surely_runs &= goes_on(block->ops[i++]);
    }
    return surely_runs;
}

static void find_written(Hoister *hoister) {
    memset(hoister->written, 0, (size_t)hoister->memory->class_count * sizeof *hoister->written);
    for (int i = 0; i < hoister->loop->block_count; i++)
        for (int j = 0; j < hoister->loop->blocks[i]->op_count; j++)
            memory_pass(hoister->memory, hoister->loop->blocks[i]->ops[j], hoister->written);
}

/* ---- tests ---- */

/* What the value, one of the head's, is where the preheader jumps to it. */
static Value *at_first(Hoister *hoister, Value *value) {
    if (value->is_const)
        return value;
    for (int i = 0; i < hoister->loop->head->input_count; i++)
        if (hoister->loop->head->inputs[i] == value)
            return hoister->before->exits[0]->args[i];
    return needed(hoister, value, MOST_NEEDED);
}

static bool is_unnoticed(const Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (!is_arithmetic(block->ops[i]) && !is_read(block->ops[i]))
            return false;
    return true;
}

/* The exit by which the head's test leaves the loop; NULL if not just one of two does. */
static Link *leaving_exit(const Loop *loop) {
    const Block *head = loop->head;
    const Link *staying = loop_test(loop, head);
    return staying && head->exit_count == 2 ? head->exits[head->exits[0] == staying] : NULL;
}

/* A test that moves: what it needs, in names of the preheader. */
typedef struct Test {
    Block *before, *head;
    Link *leaving;
    Value *value, **args;
    int arg_count;
} Test;

/* The head's test, if it comes out the same each time and can be made before the loop. */
static Test movable_test(Hoister *hoister) {
    Link *leaving = leaving_exit(hoister->loop);
    Test test = {hoister->before, hoister->loop->head, leaving, NULL, NULL, 0};
    if (!leaving || !is_unnoticed(test.head))
        return test;
    test.arg_count = leaving->arg_count;
    test.args = arena_alloc(hoister->scratch, (size_t)(test.arg_count + 1) * sizeof *test.args);
    for (int i = 0; i < test.arg_count; i++) {
        test.args[i] = at_first(hoister, leaving->args[i]);
        if (!test.args[i])
            return test;
    }
    test.value = needed(hoister, test.head->switch_value, MOST_NEEDED);
    return test;
}

/* Gives the preheader the test, and a new block behind it the jump to the head. */
static void put_test_before(const Test *test) {
    Block *behind = link_split(test->before->exits[0]);
    const Link *jump = test->before->exits[0];
    test->before->exit_count = 0;
    block_set_switch(test->before, test->value);
    for (int i = 0; i < 2; i++) {
        const Link *exit = test->head->exits[i];
        if (exit == test->leaving)
            block_add_exit(test->before, exit->kind, exit->integer, exit->target, test->args, exit->arg_count);
        else
            block_add_exit(test->before, exit->kind, exit->integer, behind, jump->args, jump->arg_count);
    }
}

static void drop_test(Block *head, Link *leaving) {
    link_remove(leaving);
    head->exits[0]->kind = CASE_NONE;
    head->exits[0]->integer = 0;
    head->switch_kind = SWITCH_NONE;
    head->switch_value = NULL;
}

/* Only when no more values are to be passed anywhere: the analysis does not know the new blocks. An exit that has got
 * arguments since the test was looked at waits for the next round. */
static void move_test(Hoister *hoister, const Test *test) {
    if (!test->value || test->leaving->arg_count != test->arg_count)
        return;
    put_test_before(test);
    drop_test(test->head, test->leaving);
    hoister->context->fired++;
    pass_count(hoister->context, "tests", 1);
}

/* ---- loops ---- */

/* The block that surely comes next in the loop, if only `block` leads there. */
static Block *next_of(const Hoister *hoister, const Block *block) {
    const Link *only = block->switch_kind == SWITCH_NONE && block->exit_count == 1 ? block->exits[0] : NULL;
    bool is_next = only && only->target != hoister->loop->head && hoister->loop->has[only->target->id] &&
                   hoister->ssa->index->counts[only->target->id] == 1;
    return is_next ? only->target : NULL;
}

static void work_on(Hoister *hoister, const Loop *loop) {
    hoister->loop = loop;
    hoister->before = preheader(hoister->ssa, loop);
    if (!hoister->before)
        return;
    find_written(hoister);
    bool surely_runs = true;
    for (Block *block = loop->head; block && surely_runs; block = next_of(hoister, block))
        surely_runs = move_reads(hoister, block, true);
    for (int i = 0; i < loop->block_count; i++)
        move_reads(hoister, loop->blocks[i], false);
}

static Test test_of(Hoister *hoister, const Loop *loop) {
    hoister->loop = loop;
    hoister->before = preheader(hoister->ssa, loop);
    return hoister->before ? movable_test(hoister) : (Test){0};
}

static bool move_tests(Hoister *hoister, Loops loops) {
    int64_t before = hoister->context->fired;
    Test *tests = arena_alloc(hoister->scratch, (size_t)(loops.count + 1) * sizeof *tests);
    for (int i = 0; i < loops.count; i++)
        tests[i] = test_of(hoister, &loops.items[i]);
    for (int i = 0; i < loops.count; i++)
        move_test(hoister, &tests[i]);
    return hoister->context->fired > before;
}

/* Gives whether a test has moved: what stood behind it may now surely run. */
static bool run_round(PassContext *context, Graph *graph, const MemoryWrites *writes) {
    Arena *scratch = arena_new();
    Hoister hoister = {.context = context, .scratch = scratch, .ssa = ssa_new_with_room(scratch, graph)};
    Loops loops = loops_find(hoister.ssa);
    if (add_preheaders(hoister.ssa, loops)) {
        hoister.ssa = ssa_new_with_room(scratch, graph);
        loops = loops_find(hoister.ssa);
    }
    hoister.memory = memory_states_new(hoister.ssa, writes);
    hoister.written = arena_alloc(scratch, (size_t)(hoister.memory->class_count + 1) * sizeof *hoister.written);
    note_objects(&hoister);
    for (int i = 0; i < loops.count; i++)
        work_on(&hoister, &loops.items[i]);
    bool again = move_tests(&hoister, loops);
    graph_renumber(graph);
    pass_changes(context, graph); /* at least preheaders are new */
    arena_free(scratch);
    return again;
}

void pass_hoist(PassContext *context, Graph *graph) {
    (void)graph;
    const Program *program = context->program;
    const MemoryWrites *writes = memory_writes_new(context->scratch, program);
    for (int i = 0; i < program->graph_count; i++)
        if (!program->graphs[i]->is_cold && graph_has_loops(context->scratch, program->graphs[i]))
            for (int round = 0; round < MOST_ROUNDS && run_round(context, program->graphs[i], writes); round++)
                ;
}
