/* Reference counting: who holds a reference, and where it is given up.
 *
 * A variable that points to a gc object owns a reference or borrows one. Parameters are borrowed from the caller, and
 * results are owned by it; constants are immortal and not counted. What an op makes (a new object, the result of a
 * call, the fetched exception) comes with a reference; what it finds in memory or takes from another variable does not.
 * A link hands a reference over with each argument. Fields, items and the pending exception own what they point to.
 *
 * Without `--refcount=naive` variables also borrow from objects (borrow.c), which then are held for longer.
 *
 * Per block: a variable gives up its reference where it is used last, to a field, a link or another variable that wants
 * one, or else to the collector (`decref`). Where an exception may leave the graph, what is owned stands in slots of
 * the activation, which the except block releases. A slot is NULL, or holds a reference that some variable owns; at the
 * ends of blocks all are NULL.
 */
#include "gctransform/weave.h"

enum { NEVER = -1 };

/* A variable of the block at work. */
typedef struct Ref {
    int last_use; /* index of an op; op_count: the block's end */
    int slot;     /* NEVER: none */
    bool is_held; /* it has a reference, now */
    bool borrows; /* from the object that it was found in */
} Ref;

typedef struct Counting {
    const Weave *weave;
    const Places *places; /* NULL: naive */
    const bool *lasting;  /* by value id: needs no reference ever */
    Arena *scratch;
    Graph *graph;
    Block *block;
    Op **ops; /* the block's, before */
    int op_count;
    int tested;        /* the op that may leave an exception pending, for the exits to ask; NEVER: none */
    const Value *made; /* what that op gives if it leaves none */
    bool *is_first;    /* by op: a store that finds NULL */
    Ref *refs;         /* by value id */
    Value **held;
    int held_count, held_capacity;
    Value **slots; /* whose reference it holds; NULL: free */
    int slot_count, slot_capacity;
    Value **bases; /* by value id: the object whose address, or address within, the variable is */
    const Pos *pos;
} Counting;

static bool lasts(const Counting *counting, const Value *value) {
    return counting->lasting && counting->lasting[value->id];
}

static bool needs_reference(const Counting *counting, const Value *value) {
    return is_gc_variable(value) && !lasts(counting, value) && !counting->refs[value->id].borrows;
}

static bool is_held(const Counting *counting, const Value *value) {
    return is_gc_variable(value) && counting->refs[value->id].is_held;
}

/* ---- ops ---- */

static void call_on(const Weave *weave, Block *block, const Pos *pos, CollectorCall call, Value *object) {
    Inserter inserter = inserter_at_end(block, pos);
    Value *word = insert_address(&inserter, object);
    insert_call(&inserter, weave->calls[call], &word, 1);
}

static void call_here(const Counting *counting, CollectorCall call, Value *object) {
    call_on(counting->weave, counting->block, counting->pos, call, object);
}

static void set_slot(Counting *counting, int slot, Value *value) {
    Program *program = counting->weave->program;
    Value *null = const_null(program, type_ptr(program->types, program->exception_base));
    Op *op = op_new(counting->graph, OP_REF_SAVE, counting->pos, NULL, value ? &value : &null, 1);
    op->integer = slot;
    block_append(counting->block, op);
    counting->slots[slot] = value;
}

/* ---- who holds what ---- */

static void hold(Counting *counting, Value *value) {
    counting->refs[value->id].is_held = true;
    counting->held =
        arena_grow(counting->scratch, counting->held, counting->held_count, &counting->held_capacity, sizeof(Value *));
    counting->held[counting->held_count++] = value;
}

static void forget_slot(Counting *counting, const Value *value) {
    Ref *ref = &counting->refs[value->id];
    if (ref->slot != NEVER)
        set_slot(counting, ref->slot, NULL);
    ref->slot = NEVER;
}

/* The variable's reference is somebody else's now. */
static void lose(Counting *counting, const Value *value) {
    forget_slot(counting, value);
    counting->refs[value->id].is_held = false;
    int at = 0;
    while (counting->held[at] != value)
        at++;
    for (counting->held_count--; at < counting->held_count; at++)
        counting->held[at] = counting->held[at + 1];
}

/* Somebody gets a reference of what op `at` uses: the variable's own, if it is not needed any more, or a new one. */
static void give(Counting *counting, Value *value, int at) {
    if (!is_gc_variable(value))
        return;
    if (is_held(counting, value) && counting->refs[value->id].last_use == at)
        lose(counting, value);
    else
        call_here(counting, COLLECTOR_INCREF, value);
}

static void release(Counting *counting, Value *value) {
    lose(counting, value);
    call_here(counting, COLLECTOR_DECREF, value);
}

/* Releases what is not used behind op `at`. */
static void release_dead(Counting *counting, int at) {
    for (int i = counting->held_count; i-- > 0;)
        if (counting->refs[counting->held[i]->id].last_use <= at)
            release(counting, counting->held[i]);
}

static int free_slot(Counting *counting) {
    int slot = 0;
    while (slot < counting->slot_count && counting->slots[slot])
        slot++;
    if (slot == counting->slot_count) {
        counting->slots = arena_grow(counting->scratch, counting->slots, counting->slot_count, &counting->slot_capacity,
                                     sizeof(Value *));
        counting->slots[counting->slot_count++] = NULL;
    }
    return slot;
}

/* Before an op that may leave the graph. */
static void save_held(Counting *counting) {
    for (int i = 0; i < counting->held_count; i++) {
        Ref *ref = &counting->refs[counting->held[i]->id];
        if (ref->slot != NEVER)
            continue;
        ref->slot = free_slot(counting);
        set_slot(counting, ref->slot, counting->held[i]);
    }
}

/* ---- uses ---- */

static void note_use(Counting *counting, const Value *value, int at) {
    if (!value->is_const && counting->bases[value->id])
        value = counting->bases[value->id];
    if (is_gc_variable(value))
        counting->refs[value->id].last_use = at;
}

static void note_uses(Counting *counting, Value *const *values, int count, int at) {
    for (int i = 0; i < count; i++)
        note_use(counting, values[i], at);
}

/* An object lives as long as its address is used. */
static void note_base(Counting *counting, const Op *op) {
    switch ((int)op->code) {
    case OP_ARRAY_ADDR:
    case OP_PTR_TO_ADDR:
        if (is_gc_variable(op->args[0]))
            counting->bases[op->result->id] = op->args[0];
        break;
    case OP_ADDR_ADD:
    case OP_ADDR_TO_INT:
    case OP_INT_TO_ADDR:
        if (!op->args[0]->is_const)
            counting->bases[op->result->id] = counting->bases[op->args[0]->id];
        break;
    default:
        break;
    }
}

static void start_value(Counting *counting, const Value *value) {
    if (!value)
        return;
    counting->refs[value->id] = (Ref){.last_use = NEVER, .slot = NEVER};
    counting->bases[value->id] = NULL;
}

static void find_last_uses(Counting *counting) {
    const Block *block = counting->block;
    for (int i = 0; i < block->input_count; i++)
        start_value(counting, block->inputs[i]);
    for (int i = 0; i < block->op_count; i++) {
        start_value(counting, block->ops[i]->result);
        note_base(counting, block->ops[i]);
        note_uses(counting, block->ops[i]->args, block->ops[i]->arg_count, i);
    }
    for (int i = 0; i < block->exit_count; i++)
        note_uses(counting, block->exits[i]->args, block->exits[i]->arg_count, block->op_count);
    if (counting->made)
        counting->refs[counting->made->id].last_use = block->op_count;
}

/* ---- borrowing ---- */

/* Memory that the pointer leads to owns what it points to. */
static bool is_owner(const Value *container) {
    return type_is_gc_ptr(container->type) || container->is_const;
}

/* Whether the variable would have to be held for longer than it is used, for nothing. */
static bool is_passed_alone(const Counting *counting, const Value *value, const Value *object) {
    return counting->refs[value->id].last_use == counting->op_count && needs_reference(counting, object) &&
           counting->refs[object->id].last_use < counting->op_count;
}

static bool may_borrow(const Counting *counting, int at) {
    const Op *op = counting->block->ops[at];
    int last_use = counting->refs[op->result->id].last_use;
    if (last_use == NEVER || !is_owner(op->args[0]) || is_passed_alone(counting, op->result, op->args[0]))
        return false;
    if (op->code == OP_CAST || op->code == OP_SAME_AS)
        return is_gc_variable(op->args[0]) && counting->refs[op->args[0]->id].last_use > at;
    return (op->code == OP_GETFIELD || op->code == OP_ARRAY_GET) &&
           is_unchanged(counting->places, counting->block, at, last_use);
}

/* From the last op to the first: who borrows is needed itself until the last use of who borrows from it. */
static void find_borrowers(Counting *counting) {
    for (int i = counting->op_count; i-- > 0;) {
        const Op *op = counting->block->ops[i];
        if (!op->result || !needs_reference(counting, op->result) || op->arg_count == 0 || !may_borrow(counting, i))
            continue;
        Ref *ref = &counting->refs[op->result->id];
        ref->borrows = true;
        if (is_gc_variable(op->args[0]) && counting->refs[op->args[0]->id].last_use < ref->last_use)
            counting->refs[op->args[0]->id].last_use = ref->last_use;
    }
}

static void find_first_stores(Counting *counting) {
    counting->is_first = arena_alloc(counting->scratch, (size_t)counting->op_count + 1);
    for (int i = 0; i < counting->op_count && counting->places; i++) {
        OpCode code = counting->block->ops[i]->code;
        counting->is_first[i] = (code == OP_SETFIELD || code == OP_ARRAY_SET) && is_first_store(counting->block, i);
    }
}

/* ---- ops that concern references ---- */

static bool brings_reference(const Op *op) {
    switch ((int)op->code) {
    case OP_CALL:
    case OP_CALL_INDIRECT:
    case OP_EXC_FETCH:
    case OP_FINALIZER_TAKE:
        return true;
    default:
        return op_is_gc_malloc(op);
    }
}

static bool is_same_object(const Op *op) {
    return op->code == OP_CAST || op->code == OP_SAME_AS || op->code == OP_RESIZE;
}

/* The op's argument hands its reference over to the result, and its slot, too. */
static void pass_on(Counting *counting, Value *from, Value *to) {
    int slot = counting->refs[from->id].slot;
    counting->refs[from->id].slot = NEVER;
    lose(counting, from);
    hold(counting, to);
    counting->refs[to->id].slot = slot;
    if (slot != NEVER)
        counting->slots[slot] = to;
}

static void define_result(Counting *counting, const Op *op, int at) {
    Value *result = op->result;
    if (!result || !is_gc_variable(result))
        return;
    bool is_used = needs_reference(counting, result) && counting->refs[result->id].last_use != NEVER;
    if (brings_reference(op)) {
        hold(counting, result);
    } else if (is_used && is_same_object(op) && is_held(counting, op->args[0]) &&
               counting->refs[op->args[0]->id].last_use == at) {
        pass_on(counting, op->args[0], result);
    } else if (is_used) {
        call_here(counting, COLLECTOR_INCREF, result);
        hold(counting, result);
    }
}

/* A store into a field or item: the old value is released when the new one is there. */
static void weave_store(Counting *counting, Op *op, int at) {
    Value *value = op->args[op->arg_count - 1];
    if (!is_owner(op->args[0]) || value->type->kind != TY_PTR || !type_is_gc_ptr(value->type)) {
        block_append(counting->block, op);
        return;
    }
    Op *load = op_new(counting->graph, op->code == OP_SETFIELD ? OP_GETFIELD : OP_ARRAY_GET, op->pos, value->type,
                      op->args, op->arg_count - 1);
    load->name = op->name;
    give(counting, value, at);
    if (counting->is_first[at]) {
        block_append(counting->block, op);
        return;
    }
    block_append(counting->block, load);
    block_append(counting->block, op);
    call_here(counting, COLLECTOR_DECREF, load->result);
}

static Value *item_address(Counting *counting, Value *array, Value *index) {
    Value *args[] = {array, index};
    Inserter inserter = inserter_at_end(counting->block, counting->pos);
    Op *op = op_new(counting->graph, OP_ARRAY_ADDR, counting->pos,
                    type_simple(counting->weave->program->types, TY_ADDRESS), args, 2);
    block_insert(counting->block, inserter.at++, op);
    return insert_op(&inserter, OP_ADDR_TO_INT, TY_I64, op->result, NULL);
}

/* Items are counted before they are copied. */
static void weave_copy(Counting *counting, Op *op) {
    const Type *item = type_variable_part(op->args[0]->type->item)->item;
    if (item->kind == TY_PTR && type_is_gc_ptr(item)) {
        Value *args[] = {item_address(counting, op->args[0], op->args[1]),
                         item_address(counting, op->args[2], op->args[3]), op->args[4]};
        Inserter inserter = inserter_at_end(counting->block, counting->pos);
        insert_call(&inserter, counting->weave->calls[COLLECTOR_COPY_POINTERS], args, 3);
    }
    block_append(counting->block, op);
}

static void weave_plain(Counting *counting, Op *op, int at) {
    if (op->code == OP_EXC_SET)
        give(counting, op->args[0], at);
    if (op->code == OP_RESIZE)
        call_here(counting, COLLECTOR_RESIZING, op->args[0]);
    block_append(counting->block, op);
}

static void weave_op(Counting *counting, Op *op, int at) {
    counting->pos = op->pos;
    if (op->propagate && op_info[op->code].flags & OPF_RAISES)
        save_held(counting);
    if (op->code == OP_SETFIELD || op->code == OP_ARRAY_SET)
        weave_store(counting, op, at);
    else if (op->code == OP_ARRAY_COPY)
        weave_copy(counting, op);
    else
        weave_plain(counting, op, at);
    define_result(counting, op, at);
    if (at != counting->tested)
        release_dead(counting, at);
}

/* ---- exits ---- */

/* Whether the variable has a reference where the exit is taken. */
static bool is_held_at(const Counting *counting, const Link *exit, const Value *value) {
    bool raised = exit->kind == CASE_BOOL && exit->integer;
    return is_held(counting, value) && !(raised && value == counting->made);
}

/* Whether the link hands over a reference with the argument at that place. */
static bool hands_over(const Counting *counting, const Link *exit, int at) {
    return is_gc_variable(exit->args[at]) && !lasts(counting, exit->target->inputs[at]);
}

/* Whether the argument at that place of the link gets the variable's own reference. */
static bool is_moved(const Counting *counting, const Link *exit, int at) {
    return is_held_at(counting, exit, exit->args[at]) && position_of(exit->args, at, exit->args[at]) == at;
}

static bool is_left(const Counting *counting, const Link *exit, const Value *value) {
    return is_held_at(counting, exit, value) && position_of(exit->args, exit->arg_count, value) == exit->arg_count;
}

static bool needs_counting(const Counting *counting, const Link *exit) {
    bool needs = false;
    for (int i = 0; i < exit->arg_count; i++)
        needs |= hands_over(counting, exit, i) && !is_moved(counting, exit, i);
    for (int i = 0; i < counting->held_count; i++)
        needs |= is_left(counting, exit, counting->held[i]);
    return needs;
}

/* The only exit: at the block's end. */
static void count_at_end(Counting *counting, const Link *exit) {
    for (int i = 0; i < exit->arg_count; i++)
        if (hands_over(counting, exit, i) && !is_moved(counting, exit, i))
            call_here(counting, COLLECTOR_INCREF, exit->args[i]);
    for (int i = 0; i < counting->held_count; i++)
        if (is_left(counting, exit, counting->held[i]))
            call_here(counting, COLLECTOR_DECREF, counting->held[i]);
}

/* One of several: in a block of its own. */
static void count_on_exit(Counting *counting, Link *exit) {
    Block *edge = link_split(exit);
    const Weave *weave = counting->weave;
    const Link *on = edge->exits[0];
    int passed = exit->arg_count;
    edge->pos = counting->pos;
    for (int i = 0; i < passed; i++)
        if (hands_over(counting, on, i) && is_gc_variable(exit->args[i]) && !is_moved(counting, exit, i))
            call_on(weave, edge, counting->pos, COLLECTOR_INCREF, edge->inputs[i]);
    for (int i = 0; i < counting->held_count; i++) {
        Value *value = counting->held[i];
        if (!is_left(counting, exit, value))
            continue;
        call_on(weave, edge, counting->pos, COLLECTOR_DECREF, block_add_input(edge, value->type, value->name));
        link_add_arg(exit, value);
    }
}

static void end_block(Counting *counting) {
    Block *block = counting->block;
    if (!block->exit_count)
        return;
    for (int i = 0; i < counting->held_count; i++)
        forget_slot(counting, counting->held[i]);
    if (block->exit_count == 1)
        count_at_end(counting, block->exits[0]);
    for (int i = 0; i < block->exit_count && block->exit_count > 1; i++)
        if (needs_counting(counting, block->exits[i]))
            count_on_exit(counting, block->exits[i]);
}

/* ---- blocks ---- */

static void find_tested(Counting *counting) {
    const Block *block = counting->block;
    counting->tested = NEVER;
    counting->made = NULL;
    int at = block->op_count - 1;
    if (at < 1 || block->ops[at]->code != OP_EXC_PENDING || block->switch_value != block->ops[at]->result)
        return;
    counting->tested = at - 1;
    const Op *op = block->ops[at - 1];
    if (op->result && is_gc_variable(op->result) && brings_reference(op))
        counting->made = op->result;
}

static void set_null(const Counting *counting, Value **values, int count) {
    for (int i = 0; i < count; i++)
        if (values[i]->is_const && values[i]->constant.kind == CONST_UNDEFINED && type_is_gc_ptr(values[i]->type))
            values[i] = const_null(counting->weave->program, values[i]->type);
}

/* What nobody looks at the collector does. */
static void replace_undefined(const Counting *counting) {
    const Block *block = counting->block;
    for (int i = 0; i < block->op_count; i++)
        set_null(counting, block->ops[i]->args, block->ops[i]->arg_count);
    for (int i = 0; i < block->exit_count; i++)
        set_null(counting, block->exits[i]->args, block->exits[i]->arg_count);
}

static void start_block(Counting *counting, Block *block) {
    counting->block = block;
    counting->held_count = 0;
    counting->pos = block->op_count ? block->ops[0]->pos : block->pos ? block->pos : graph_pos(counting->graph);
    replace_undefined(counting);
    find_tested(counting);
    find_last_uses(counting);
    counting->op_count = block->op_count;
    find_first_stores(counting);
    if (counting->places)
        find_borrowers(counting);
    for (int i = 0; i < block->input_count && block != counting->graph->start; i++)
        if (needs_reference(counting, block->inputs[i]))
            hold(counting, block->inputs[i]);
    counting->ops = block->ops;
    block->ops = NULL;
    block->op_count = block->op_capacity = 0;
}

static void weave_block(Counting *counting, Block *block) {
    start_block(counting, block);
    release_dead(counting, NEVER);
    for (int i = 0; i < counting->op_count; i++)
        weave_op(counting, counting->ops[i], i);
    end_block(counting);
}

/* ---- graphs ---- */

/* Parameters are not handed references, unlike the inputs of blocks that links enter. */
static void separate_start(Graph *graph) {
    Arena *scratch = arena_new();
    if (link_index(scratch, graph)->counts[graph->start->id]) {
        Block *body = graph->start, *start = block_new(graph);
        for (int i = 0; i < body->input_count; i++)
            block_add_input(start, body->inputs[i]->type, body->inputs[i]->name);
        block_jump(start, body, start->inputs, start->input_count);
        start->pos = body->pos;
        graph->start = start;
        graph_renumber(graph);
    }
    arena_free(scratch);
}

static void release_slots(const Counting *counting) {
    Graph *graph = counting->graph;
    Program *program = counting->weave->program;
    const Pos *pos = graph_pos(graph);
    for (int i = 0; i < counting->slot_count; i++) {
        Op *load = op_new(graph, OP_REF_LOAD, pos, type_ptr(program->types, program->exception_base), NULL, 0);
        load->integer = i;
        block_append(graph->except_block, load);
        call_on(counting->weave, graph->except_block, pos, COLLECTOR_DECREF, load->result);
    }
}

/* Objects that hold pointers are not on the machine stack: nobody would release these. */
static void leave_stack(const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            Op *op = graph->blocks[i]->ops[j];
            if (!op_is_stack_alloc(op) || !type_holds_pointers(op->type))
                continue;
            op->code = op->code == OP_STACK_ALLOC ? OP_MALLOC : OP_MALLOC_VAR;
            op->propagate = true;
        }
}

/* When the program has ended the collector may look whether all counts are right. */
static void weave_end(const Weave *weave, Graph *entry) {
    int count = entry->block_count;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < entry->blocks[i]->exit_count; j++) {
            Link *exit = entry->blocks[i]->exits[j];
            if (exit->target != entry->return_block)
                continue;
            Inserter inserter = {.block = link_split(exit), .pos = graph_pos(entry)};
            insert_call(&inserter, weave->calls[COLLECTOR_FINISH], NULL, 0);
        }
    graph_renumber(entry);
}

/* Not on ways to a raise. */
static void count_in_line(const Weave *weave, Graph *graph) {
    Arena *arena = arena_new();
    const bool *returns = blocks_that_return(arena, graph);
    int count = graph->block_count, left = weave->options.inlines && !graph->is_system ? MAX_IN_LINE : 0;
    for (int i = 0; i < count; i++)
        if (returns[i])
            expand_calls(graph->blocks[i], weave->calls[COLLECTOR_INCREF], weave->calls[COLLECTOR_DECREF], &left);
    graph_renumber(graph);
    arena_free(arena);
}

static void weave_graph(const Weave *weave, const Places *places, Graph *graph) {
    Counting counting = {.weave = weave, .places = places, .scratch = arena_new(), .graph = graph};
    if (places)
        counting.lasting = lasting_values(counting.scratch, places, graph);
    counting.refs = arena_alloc(counting.scratch, ((size_t)graph->value_count + 1) * sizeof *counting.refs);
    counting.bases = arena_alloc(counting.scratch, ((size_t)graph->value_count + 1) * sizeof *counting.bases);
    int count = graph->block_count; /* edges come behind */
    for (int i = 0; i < count; i++)
        if (graph->blocks[i] != graph->return_block && graph->blocks[i] != graph->except_block)
            weave_block(&counting, graph->blocks[i]);
    release_slots(&counting);
    graph_renumber(graph);
    count_in_line(weave, graph);
    arena_free(counting.scratch);
}

/* Stores look at what was there before: it is set. */
static void set_data(const Program *program) {
    for (int i = 0; i < program->data_count; i++)
        if (type_holds_pointers(program->data[i]->type))
            program->data[i]->is_unset = false;
}

void weave_refcounts(const Weave *weave) {
    Program *program = weave->program;
    set_data(program);
    for (int i = 0; i < program->graph_count; i++) {
        leave_stack(program->graphs[i]);
        separate_start(program->graphs[i]);
    }
    Arena *arena = arena_new();
    const Places *places = weave->options.counts_naively ? NULL : places_compute(arena, program);
    for (int i = 0; i < program->graph_count; i++)
        weave_graph(weave, places, program->graphs[i]);
    arena_free(arena);
    if (weave->program->entry && weave->calls[COLLECTOR_FINISH])
        weave_end(weave, weave->program->entry);
}
