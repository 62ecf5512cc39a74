/* Allocation by a collector's graphs.
 *
 * In line: `try_allocate` gives memory, or control goes to a cold block that calls `weft.gc.new_memory`, which may
 * collect. Then the header is set, the rest zeroed and the length stored. Where nothing is to be gained by that (no
 * optimisation, ways to a raise, handlers, huge functions) `weft.gc.new_object` is called, which does all of it.
 */
#include "gctransform/weave.h"

enum { WORD = 8 };

/* ---- graphs made here ---- */

static Graph *new_graph(const Weave *weave, const char *name, int param_count) {
    Program *program = weave->program;
    const Graph *model = weave->calls[COLLECTOR_ALLOCATE];
    Type *word = type_simple(program->types, TY_I64), *params[] = {word, word, word, word};
    Graph *graph = program_add_graph(program, intern(program->names, name));
    graph->type = type_func(program->types, word, params, param_count);
    graph->pyname = graph->name;
    graph->file = model->file;
    graph->pos = model->pos;
    graph->params.count = -1;
    graph->is_hidden = true;
    for (int i = 0; i < param_count; i++)
        block_add_input(graph->start, word, NULL);
    block_add_input(graph->return_block, word, NULL);
    return graph;
}

/* A program that has no MemoryError, which nobody but a person writes, ends. */
static void fail_without_memory(const Weave *weave, Inserter *inserter) {
    if (weave->memory_error) {
        insert_call(inserter, weave->memory_error, NULL, 0)->propagate = true;
        return;
    }
    enum { NO_MEMORY = 4 }; /* weft.gc.settings.COLLECTOR_HAS_NO_MEMORY */
    Program *program = weave->program;
    Value *args[] = {const_int(program, NO_MEMORY), const_int(program, 0)};
    Op *end =
        op_new(inserter->block->graph, OP_CALL_NATIVE, inserter->pos, type_simple(program->types, TY_I64), args, 2);
    end->name = intern(program->names, "gc_event");
    block_insert(inserter->block, inserter->at++, end);
}

/* May collect; raises MemoryError. */
static void make_new_memory(Weave *weave) {
    Graph *graph = weave->new_memory = new_graph(weave, "weft.gc.new_memory", 1);
    Inserter inserter = inserter_at_end(graph->start, graph->pos);
    Value *address = insert_call(&inserter, weave->calls[COLLECTOR_ALLOCATE], graph->start->inputs, 1)->result;
    Value *zero = const_int(weave->program, 0);
    block_set_switch(graph->start, insert_op(&inserter, OP_INT_EQ, TY_BOOL, address, zero));
    Block *failed = block_new(graph);
    block_add_exit(graph->start, CASE_BOOL, false, graph->return_block, &address, 1);
    block_add_exit(graph->start, CASE_BOOL, true, failed, NULL, 0);
    inserter = inserter_at_end(failed, graph->pos);
    fail_without_memory(weave, &inserter);
    insert_op(&inserter, OP_UNREACHABLE, TY_VOID, NULL, NULL);
    graph_renumber(graph);
}

/* Sets the header of the new memory and zeroes the first `zeroed` bytes. */
static Value *insert_object(Inserter *inserter, Value *word, Value *header, Value *zeroed) {
    Program *program = inserter->block->graph->program;
    Value *address = insert_op(inserter, OP_INT_TO_ADDR, TY_ADDRESS, word, NULL);
    Value *rest = insert_op(inserter, OP_ADDR_ADD, TY_ADDRESS, address, const_int(program, WORD));
    Value *bytes = zeroed->is_const ? const_int(program, zeroed->constant.integer - WORD)
                                    : insert_op(inserter, OP_INT_SUB, TY_I64, zeroed, const_int(program, WORD));
    insert_store(inserter, address, const_int(program, 0), header);
    if (!bytes->is_const || bytes->constant.integer)
        insert_op(inserter, OP_RAW_ZERO, TY_VOID, rest, bytes);
    return address;
}

static void make_new_object(Weave *weave) {
    Graph *graph = weave->new_object = new_graph(weave, "weft.gc.new_object", 4);
    Value **params = graph->start->inputs;
    Inserter inserter = inserter_at_end(graph->start, graph->pos);
    Op *memory = insert_call(&inserter, weave->new_memory, params, 1);
    memory->propagate = true;
    Value *address = insert_object(&inserter, memory->result, params[1], params[0]);
    insert_store(&inserter, address, params[2], params[3]);
    block_jump(graph->start, graph->return_block, &memory->result, 1);
    graph_renumber(graph);
}

static Graph *collector_graph(const Weave *weave, CollectorCall call) {
    Graph *graph = collector_find_graph(weave->program, (GcKind)(weave->info - gc_info), call);
    if (graph)
        graph->keep = false;
    return graph;
}

/* Whether the function calls nothing and returns a constant 0 somewhere: then what it returns elsewhere is memory. */
static bool fails_by_constant(const Graph *graph) {
    bool fails = false;
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            if (block->ops[j]->code == OP_CALL)
                return false;
        for (int j = 0; j < block->exit_count; j++)
            if (block->exits[j]->target == graph->return_block && block->exits[j]->args[0]->is_const)
                fails = true;
    }
    return fails;
}

bool weave_find_collector(Weave *weave) {
    for (int i = 0; i < COLLECTOR_COUNT; i++)
        weave->calls[i] = collector_graph(weave, (CollectorCall)i);
    if (!weave->calls[COLLECTOR_TRY_ALLOCATE] || !weave->calls[COLLECTOR_ALLOCATE])
        return false;
    weave->fails_by_constant = fails_by_constant(weave->calls[COLLECTOR_TRY_ALLOCATE]);
    make_new_memory(weave);
    make_new_object(weave);
    return true;
}

/* ---- mallocs ---- */

static Value *insert_header(Inserter *inserter, Type *type) {
    Op *op = op_new(inserter->block->graph, OP_TYPE_HEADER, inserter->pos,
                    type_simple(inserter->block->graph->program->types, TY_I64), NULL, 0);
    op->type = type;
    block_insert(inserter->block, inserter->at++, op);
    return op->result;
}

/* Where the length of what the op makes stands; NULL if it has none. */
static Value *length_offset(Program *program, const Op *op) {
    Type *array = op->code == OP_MALLOC ? NULL : type_variable_part(op->type);
    return array && !(array->hints & HINT_NOLENGTH) ? const_int(program, op->type->length_offset) : NULL;
}

/* The op at the inserter's place becomes the conversion of the address. */
static void become_object(Inserter *inserter, Value *address, Value *result) {
    Op *cast = op_new(inserter->block->graph, OP_ADDR_TO_PTR, inserter->pos, NULL, &address, 1);
    cast->result = result;
    inserter->block->ops[inserter->at] = cast;
}

typedef struct Allocation {
    const Weave *weave;
    const Folding *folding;
    const bool *returns; /* by block id: control may reach the end of the graph from there */
    int left;            /* how many may still stand in line */
} Allocation;

/* How much the malloc asks for. */
static Value *insert_bytes(const Allocation *allocation, Inserter *inserter, const Op *op) {
    int64_t bytes = folding_bytes(allocation->folding, op);
    return bytes >= 0 ? const_int(allocation->weave->program, bytes) : insert_size(inserter, op, WORD);
}

/* A store of the header stands for that of a length that there is not. */
static void call_new_object(const Allocation *allocation, Block *block, int at) {
    const Weave *weave = allocation->weave;
    Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *offset = length_offset(weave->program, op);
    Value *args[4] = {insert_bytes(allocation, &inserter, op), insert_header(&inserter, op->type), offset, NULL};
    args[2] = offset ? offset : const_int(weave->program, 0);
    args[3] = offset ? op->args[0] : args[1];
    Op *call = insert_call(&inserter, weave->new_object, args, 4);
    call->propagate = op->propagate;
    Value *address = insert_op(&inserter, OP_INT_TO_ADDR, TY_ADDRESS, call->result, NULL);
    become_object(&inserter, address, op->result);
}

/* Bytes from the start of the new object that must be zero. `size`: of the memory. */
static Value *zeroed_bytes(const Weave *weave, const Op *op, Value *size) {
    bool is_unset = op->code == OP_MALLOC_UNSET && !type_holds_pointers(type_variable_part(op->type)->item);
    int64_t bytes = is_unset ? op->type->items_offset : malloc_fixed_size(op);
    return bytes >= 0 ? const_int(weave->program, bytes) : size;
}

/* The malloc's op becomes an object at this place. */
static void make_object(const Weave *weave, Inserter *inserter, Op *op, Value *word, Value *size) {
    Value *header = insert_header(inserter, op->type);
    Value *address = insert_object(inserter, word, header, zeroed_bytes(weave, op, size));
    Value *offset = length_offset(weave->program, op);
    if (offset)
        insert_store(inserter, address, offset, op->args[0]);
    become_object(inserter, address, op->result);
}

/* Behind the object that `first` has made in this block. Gives the place of the op. */
static int allocate_behind(const Weave *weave, Block *block, int at, const Op *first, int64_t distance) {
    Inserter inserter = {.block = block, .at = at, .pos = block->ops[at]->pos};
    Value *word = insert_address(&inserter, first->result);
    word = insert_op(&inserter, OP_INT_ADD, TY_I64, word, const_int(weave->program, distance));
    make_object(weave, &inserter, block->ops[inserter.at], word, NULL);
    return inserter.at;
}

/* Makes the block's jump to `lower`, with the address as an argument, a switch: if the address is 0 a cold block asks
 * for memory. */
static void ask_slowly(const Weave *weave, Block *block, Value *address, Value *size) {
    Link *fast = block->exits[0];
    Block *lower = fast->target, *slow = block_new(block->graph);
    Inserter inserter = inserter_at_end(block, lower->pos);
    block_set_switch(block, insert_op(&inserter, OP_INT_EQ, TY_BOOL, address, const_int(weave->program, 0)));
    fast->kind = CASE_BOOL;
    fast->integer = false;
    Link *enter = block_add_exit(block, CASE_BOOL, true, slow, NULL, 0), *join = block_jump(slow, lower, NULL, 0);
    slow->pos = lower->pos;
    inserter = inserter_at_end(slow, lower->pos);
    Value *asked = size->is_const ? size : block_add_input(slow, size->type, NULL);
    if (!size->is_const)
        link_add_arg(enter, size);
    Op *call = insert_call(&inserter, weave->new_memory, &asked, 1);
    call->propagate = true;
    for (int i = 0; i < fast->arg_count; i++) {
        Value *value = fast->args[i];
        if (value != address && !value->is_const) {
            link_add_arg(enter, value);
            value = block_add_input(slow, value->type, value->name);
        }
        link_add_arg(join, value == address ? call->result : value);
    }
}

/* The link into `test`, whose exit is decided, goes on where that leads. */
static void skip_test(Link *link, const Block *test, const Link *decided) {
    const Link entering = *link;
    link->target = decided->target;
    link->args = NULL;
    link->arg_count = link->arg_capacity = 0;
    for (int i = 0; i < decided->arg_count; i++) {
        Value *value = decided->args[i];
        link_add_arg(link,
                     value->is_const ? value : entering.args[position_of(test->inputs, test->input_count, value)]);
    }
}

/* Links that bring a constant 0 into the test go to the cold block; the others past it, if all failures are constants.
 */
static void skip_tests_of(const Weave *weave, const Block *block, const Block *test) {
    for (int i = 0; i < block->exit_count; i++) {
        Link *link = block->exits[i];
        if (link->target != test)
            continue;
        bool fails = link->args[0]->is_const && link->args[0]->constant.integer == 0;
        if (fails || weave->fails_by_constant)
            skip_test(link, test, test->exits[fails]);
    }
}

/* Gives the block where control goes on. */
static Block *allocate_in_line(const Allocation *allocation, Block *block, int at) {
    const Weave *weave = allocation->weave;
    Op *op = block->ops[at];
    Inserter inserter = {.block = block, .at = at, .pos = op->pos};
    Value *size = insert_bytes(allocation, &inserter, op);
    Op *ask = insert_call(&inserter, weave->calls[COLLECTOR_TRY_ALLOCATE], &size, 1);
    int asked = inserter.at - 1;
    make_object(weave, &inserter, op, ask->result, size);
    Block *lower = block_split(block, asked + 1);
    lower->pos = op->pos;
    ask_slowly(weave, block, ask->result, size);
    int first_new = block->graph->block_count;
    const Block *test = expand_call(block, asked);
    skip_tests_of(weave, block, test);
    for (int i = first_new; i < block->graph->block_count; i++)
        skip_tests_of(weave, block->graph->blocks[i], test);
    return lower;
}

/* ---- graphs ---- */

static bool goes_in_line(const Allocation *allocation, const Block *block, const Op *op, bool is_hot) {
    return allocation->weave->options.inlines && is_hot && op->propagate && allocation->left &&
           !block->graph->is_system;
}

static void weave_block(Allocation *allocation, Block *block) {
    bool is_hot = allocation->returns[block->id];
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        Block *next = weave_request(allocation->weave, block, i);
        if (next && next != block) {
            block = next;
            i = -1;
        }
        if (next || !op_is_gc_malloc(op))
            continue;
        int64_t distance;
        const Op *first = folding_first(allocation->folding, op, &distance);
        if (first) {
            i = allocate_behind(allocation->weave, block, i, first, distance);
        } else if (goes_in_line(allocation, block, op, is_hot)) {
            allocation->left--;
            block = allocate_in_line(allocation, block, i);
            i = -1;
        } else {
            call_new_object(allocation, block, i);
        }
    }
}

void weave_allocation(const Weave *weave, Graph *graph) {
    Arena *arena = arena_new();
    Allocation allocation = {.weave = weave, .folding = folding_compute(arena, weave, graph)};
    allocation.returns = blocks_that_return(arena, graph);
    allocation.left = graph->is_cold ? 0 : MAX_IN_LINE;
    int count = graph->block_count;
    for (int i = 0; i < count; i++)
        weave_block(&allocation, graph->blocks[i]);
    graph_renumber(graph);
    arena_free(arena);
}
