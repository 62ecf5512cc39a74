/* The verifier. Every stage of every program, before and after any pass, keeps to this list; each item has a test in
 * tests/ir/ or tests/unit/ that violates it.
 *
 * Structure
 *   V01  Start, return and except block are three different blocks; a block belongs to one graph; an exit's source is
 *        the block that has it.
 *   V02  Return and except block have neither exits nor, but for what the except block releases at stage gc, ops.
 *        The return block has one input; the except block has one up to stage low and none from stage exc on.
 *   V03  The start block's inputs are the parameters, in number and type.
 *   V04  The return block's input has the graph's result type, the except block's is a pointer to the exception base.
 *   V05  A link has as many arguments as its target has inputs,
 *   V06  of the same types.
 *   V07  A variable is defined once.
 *   V08  A variable is used only in the block that defines it, after its definition; the exception variable of a link
 *        only among the arguments of this link.
 * Ops
 *   V09  High-level ops stand in stage flow only, low-level ones only in later stages.
 *   V10  Number of arguments,
 *   V11  their types,
 *   V12  and the result are as the op's signature says.
 *   V13  Every attribute that op.def asks for is there.
 * Exits
 *   V14  Without switch there is one exit of case none; there is no exit only after `unreachable`.
 *   V15  A switch on a boolean has exactly the exits false, true, in this order.
 *   V16  A switch on an integer has distinct integer cases, and a default as its last exit.
 *   V17  A block that ends in `last exception` ends in an op that may raise; its first exit is the normal one, all
 *        others are exception cases: by name in stage flow, by struct type later.
 *   V18  The result of an op that ends such a block is used only on the normal exit.
 *   V19  The exception variable can hold what its case matches.
 * Low-level ops
 *   V20  A field access names a field of the struct; value and result have the field's register type.
 *   V21  Type records are never written.
 *   V22  An array access goes to something with a variable part; value and result have the items' register type;
 *        copied and compared items are of one type.
 *   V23  An allocation is of a complete struct or array type, with or without variable part as the op says; it
 *        gives a pointer to this type.
 *   V24  `type_of` is asked of structs with a type record and gives a pointer to the record.
 *   V25  Class tests, type ids and identity hashes are asked of gc objects; the class tested for is a gc struct.
 *   V26  A call agrees with its callee's type; the graphs of an indirect call agree with the pointer's.
 *   V27  A native call agrees with its row in native.def.
 *   V28  A cast leads to a struct that inlines the other or is inlined in it.
 * Stages
 *   V29  exc_pending, exc_fetch, exc_set and propagate (on ops that may raise) stand only from stage exc on, where
 *        no block ends in `last exception`; gc_alloc stands only at stage gc, where no gc type is malloc'ed.
 *   V30  Every op has a position with a file.
 * Program
 *   V31  Names of graphs and data are unique, their index is their place.
 *   V32  Data is of a complete struct or array type; its items name fields and fit them.
 *   V33  The fields of a struct are of memory types, an array only last; names are unique along the supers; the
 *        super is a complete struct of the same flavour without variable part.
 *   V34  From stage low on, the entry graph has type () -> i64, and a graph has a type.
 *   V35  A constant fits its type, and what it points to is in the program.
 *   V36  Variables have register types: py in stage flow, any other later.
 *   V37  A system graph calls only system graphs, and allocates no gc object.
 *   V38  `generator` and `suspend` stand in generator graphs, which give a pointer to a gc struct, at stage low;
 *        `generator` gives such a pointer, `resume` takes one of its graph.
 *   V39  A stack object is of a gc type without finalizer, its length is a constant, and it is made in no generator
 *        graph: its frame does not last.
 *   V40  At stages low and exc, an address that was derived from a pointer to a gc object is not used after an op that
 *        may collect: the object may be elsewhere, or dead.
 */
#include "ir/verify.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void verify_fail(Verifier *verifier, int number, const char *format, ...) {
    if (verifier->message)
        return;
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    Arena *arena = verifier->arena;
    const char *place = verifier->graph ? arena_printf(arena, "graph %s: ", verifier->graph->name) : "";
    if (verifier->block)
        place = arena_printf(arena, "graph %s, block %u: ", verifier->graph->name, verifier->block->id);
    if (verifier->block && verifier->op >= 0)
        place = arena_printf(arena, "graph %s, block %u, op %d (%s): ", verifier->graph->name, verifier->block->id,
                             verifier->op, op_info[verifier->block->ops[verifier->op]->code].text);
    verifier->message = arena_printf(arena, "V%02d: %s%s", number, place, text);
}

bool verify_reached(const Verifier *verifier, Stage stage) {
    return verifier->program->stage >= stage;
}

const char *verify_type_text(const Verifier *verifier, const Type *type) {
    return type ? type_text(verifier->scratch, type) : "no type";
}

/* ---- variables ---- */

static void define(Verifier *verifier, const Value *value) {
    verify_value(verifier, value);
    if (map_get_ptr(&verifier->defined, value))
        verify_fail(verifier, 7, "%%%u is defined twice", value->id);
    map_set_ptr(verifier->scratch, &verifier->defined, value, (void *)verifier->block);
}

static void use(Verifier *verifier, const Value *value) {
    if (value->is_const)
        verify_value(verifier, value);
    else if (map_get_ptr(&verifier->defined, value) != verifier->block)
        verify_fail(verifier, 8, "%%%u is used outside of its block or before its definition", value->id);
}

static void use_all(Verifier *verifier, Value *const *values, int count) {
    for (int i = 0; i < count; i++)
        use(verifier, values[i]);
}

/* ---- exits ---- */

static void check_exit_count(Verifier *verifier, const Block *block) {
    bool is_end = block->op_count && block->ops[block->op_count - 1]->code == OP_UNREACHABLE;
    if (block->exit_count > 1 || (!block->exit_count && !is_end))
        verify_fail(verifier, 14, "%d exits without a switch", block->exit_count);
    if (block->exit_count && block->exits[0]->kind != CASE_NONE)
        verify_fail(verifier, 14, "the only exit has a case");
    if (block->switch_value)
        verify_fail(verifier, 14, "a switch value, but no switch");
}

static void check_bool_switch(Verifier *verifier, const Block *block) {
    bool good = block->exit_count == 2;
    for (int i = 0; good && i < 2; i++)
        good = block->exits[i]->kind == CASE_BOOL && block->exits[i]->integer == i;
    if (!good)
        verify_fail(verifier, 15, "the exits are not exactly false, true");
}

static int compare_integers(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static void check_int_switch(Verifier *verifier, const Block *block) {
    int cases = block->exit_count - 1;
    if (cases < 0 || block->exits[cases]->kind != CASE_DEFAULT) {
        verify_fail(verifier, 16, "the last exit is not the default");
        return;
    }
    int64_t *integers = arena_alloc(verifier->scratch, (size_t)cases * sizeof *integers);
    for (int i = 0; i < cases; i++) {
        if (block->exits[i]->kind != CASE_INT)
            verify_fail(verifier, 16, "exit %d is not an integer case", i);
        integers[i] = block->exits[i]->integer;
    }
    qsort(integers, (size_t)cases, sizeof *integers, compare_integers);
    for (int i = 1; i < cases; i++)
        if (integers[i] == integers[i - 1])
            verify_fail(verifier, 16, "the case %lld stands twice", (long long)integers[i]);
}

static void check_value_switch(Verifier *verifier, const Block *block) {
    if (!block->switch_value) {
        verify_fail(verifier, 14, "a switch without value");
        return;
    }
    use(verifier, block->switch_value);
    TypeKind kind = block->switch_value->type->kind;
    if (kind == TY_BOOL || kind == TY_PY)
        check_bool_switch(verifier, block);
    else if (kind == TY_I64 || kind == TY_U64)
        check_int_switch(verifier, block);
    else
        verify_fail(verifier, 15, "a switch on %s", verify_type_text(verifier, block->switch_value->type));
}

static void check_exception_case(Verifier *verifier, const Link *link) {
    bool is_flow = verifier->program->stage == STAGE_FLOW;
    if (link->kind != CASE_EXCEPTION)
        verify_fail(verifier, 17, "an exit after the first is not an exception case");
    if (is_flow ? link->exc_type != NULL : link->exc_name != NULL)
        verify_fail(verifier, 17, "exception classes are names in stage flow and structs later");
    if (link->exc_type && (link->exc_type->kind != TY_STRUCT || link->exc_type->flavour != FLAVOUR_GC))
        verify_fail(verifier, 17, "the exception class is not a gc struct");
    if (!link->exception || is_flow)
        return;
    const Type *type = link->exception->type;
    const Type *matched = link->exc_type ? link->exc_type : verifier->program->exception_base;
    if (!type_is_gc_ptr(type) || (matched && !type_is_substruct(matched, type->item)))
        verify_fail(verifier, 19, "the exception variable of type %s cannot hold what is matched",
                    verify_type_text(verifier, type));
}

static void check_exception_switch(Verifier *verifier, const Block *block) {
    if (verify_reached(verifier, STAGE_EXC))
        verify_fail(verifier, 29, "`last exception` after the exception transform");
    const Op *last = block->op_count ? block->ops[block->op_count - 1] : NULL;
    if (!last || !(op_info[last->code].flags & OPF_RAISES))
        verify_fail(verifier, 17, "the last op does not raise");
    if (!block->exit_count || block->exits[0]->kind != CASE_NORMAL)
        verify_fail(verifier, 17, "the first exit is not the normal one");
    for (int i = 1; i < block->exit_count; i++) {
        const Link *link = block->exits[i];
        check_exception_case(verifier, link);
        for (int j = 0; last && j < link->arg_count; j++)
            if (link->args[j] == last->result)
                verify_fail(verifier, 18, "the result of the op that raised is used on exit %d", i);
    }
}

static void check_link(Verifier *verifier, const Link *link) {
    if (link->source != verifier->block)
        verify_fail(verifier, 1, "the source of an exit is another block");
    if (link->exception) {
        define(verifier, link->exception);
        if (link->kind != CASE_EXCEPTION)
            verify_fail(verifier, 17, "an exception variable without exception case");
    }
    for (int i = 0; i < link->arg_count; i++)
        use(verifier, link->args[i]);
    if (link->exception) /* its scope ends here */
        map_set_ptr(verifier->scratch, &verifier->defined, link->exception, (void *)link);
    if (link->arg_count != link->target->input_count) {
        verify_fail(verifier, 5, "%d arguments for %d inputs of block %u", link->arg_count, link->target->input_count,
                    link->target->id);
        return;
    }
    for (int i = 0; i < link->arg_count; i++)
        if (link->args[i]->type != link->target->inputs[i]->type)
            verify_fail(verifier, 6, "argument %d for block %u is %s, not %s", i, link->target->id,
                        verify_type_text(verifier, link->args[i]->type),
                        verify_type_text(verifier, link->target->inputs[i]->type));
}

static void check_exits(Verifier *verifier, const Block *block) {
    const Graph *graph = verifier->graph;
    if (block == graph->return_block || block == graph->except_block)
        return;
    if (block->switch_kind == SWITCH_NONE)
        check_exit_count(verifier, block);
    else if (block->switch_kind == SWITCH_VALUE)
        check_value_switch(verifier, block);
    else
        check_exception_switch(verifier, block);
    for (int i = 0; i < block->exit_count; i++)
        check_link(verifier, block->exits[i]);
}

/* ---- blocks and graphs ---- */

static void check_block(Verifier *verifier, const Block *block) {
    verifier->block = block;
    for (int i = 0; i < block->input_count; i++)
        define(verifier, block->inputs[i]);
    for (int i = 0; i < block->op_count && !verifier->message; i++) {
        const Op *op = block->ops[i];
        verifier->op = i;
        use_all(verifier, op->args, op->arg_count);
        verify_op(verifier, op);
        if (op->result)
            define(verifier, op->result);
    }
    verifier->op = -1;
    check_exits(verifier, block);
    verifier->block = NULL;
}

static bool are_three_blocks(const Graph *graph) {
    const Block *start = graph->start, *ends[] = {graph->return_block, graph->except_block};
    return start != ends[0] && start != ends[1] && ends[0] != ends[1];
}

static void check_last_blocks(Verifier *verifier, const Graph *graph) {
    const Block *ends[] = {graph->return_block, graph->except_block};
    if (!are_three_blocks(graph))
        verify_fail(verifier, 1, "start, return and except block are not three blocks");
    for (int i = 0; i < 2; i++)
        if ((ends[i]->op_count && !(i && verify_reached(verifier, STAGE_GC))) || ends[i]->exit_count)
            verify_fail(verifier, 2, "the %s block has ops or exits", i ? "except" : "return");
    if (ends[0]->input_count != 1)
        verify_fail(verifier, 2, "the return block has %d inputs", ends[0]->input_count);
    if (ends[1]->input_count != !verify_reached(verifier, STAGE_EXC))
        verify_fail(verifier, 2, "the except block has %d inputs", ends[1]->input_count);
}

static void check_params(Verifier *verifier, const Graph *graph) {
    const Block *start = graph->start;
    const Params *params = &graph->params;
    int count = graph->type ? graph->type->param_count
                            : params->count + params->keyword_only + params->has_varargs + params->has_kwargs +
                                  params->cell_count;
    if (!graph->type && params->count < 0)
        count = 0;
    if (start->input_count != count) {
        verify_fail(verifier, 3, "%d inputs of the start block for %d parameters", start->input_count, count);
        return;
    }
    for (int i = 0; graph->type && i < count; i++)
        if (start->inputs[i]->type != graph->type->params[i])
            verify_fail(verifier, 3, "parameter %d is %s, not %s", i,
                        verify_type_text(verifier, start->inputs[i]->type),
                        verify_type_text(verifier, graph->type->params[i]));
}

static void check_results(Verifier *verifier, const Graph *graph) {
    if (!graph->type)
        return;
    const Type *result = graph->return_block->inputs[0]->type;
    if (result != graph->type->item)
        verify_fail(verifier, 4, "the return block's input is %s, not %s", verify_type_text(verifier, result),
                    verify_type_text(verifier, graph->type->item));
    if (!graph->except_block->input_count)
        return;
    const Type *exception = graph->except_block->inputs[0]->type;
    const Type *base = verifier->program->exception_base;
    if (!type_is_gc_ptr(exception) || (base && exception->item != base))
        verify_fail(verifier, 4, "the except block's input is %s, not the exception base",
                    verify_type_text(verifier, exception));
}

static void check_graph(Verifier *verifier, Graph *graph) {
    verifier->graph = graph;
    verifier->block = NULL;
    verifier->op = -1;
    verifier->defined = (Map){0};
    check_last_blocks(verifier, graph);
    if (verifier->message)
        return;
    if (verify_reached(verifier, STAGE_LOW) && !graph->type) {
        verify_fail(verifier, 34, "the graph has no type");
        return;
    }
    graph_renumber(graph); /* messages then name blocks and variables as a dump does */
    check_params(verifier, graph);
    check_results(verifier, graph);
    for (int i = 0; i < graph->block_count && !verifier->message; i++)
        check_block(verifier, graph->blocks[i]);
    if (verify_reached(verifier, STAGE_LOW) && !verify_reached(verifier, STAGE_GC) && !verifier->message)
        verify_addresses(verifier, graph);
    verifier->graph = NULL;
}

/* ---- the program ---- */

static void check_names(Verifier *verifier, const Program *program) {
    for (int i = 0; i < program->graph_count; i++) {
        Graph *graph = program->graphs[i];
        if (graph->index != (uint32_t)i || program_find_graph(program, graph->name) != graph)
            verify_fail(verifier, 31, "the graph name %s or its index is wrong", graph->name);
    }
    for (int i = 0; i < program->data_count; i++) {
        Data *data = program->data[i];
        if (data->index != (uint32_t)i || program_find_data(program, data->name) != data)
            verify_fail(verifier, 31, "the data name %s or its index is wrong", data->name);
    }
}

static void check_entry(Verifier *verifier, const Program *program) {
    if (!verify_reached(verifier, STAGE_LOW) || !program->entry)
        return;
    const Type *type = program->entry->type;
    if (!type || type->param_count || type->item->kind != TY_I64)
        verify_fail(verifier, 34, "the entry graph is not of type () -> i64");
}

/* A block reached by two graphs belongs to the one that was numbered last. */
static void check_ownership(Verifier *verifier, const Program *program) {
    for (int i = 0; i < program->graph_count; i++)
        if (are_three_blocks(program->graphs[i]))
            graph_renumber(program->graphs[i]);
    for (int i = 0; i < program->graph_count; i++)
        for (int j = 0; j < program->graphs[i]->block_count; j++)
            if (program->graphs[i]->blocks[j]->graph != program->graphs[i])
                verify_fail(verifier, 1, "a block of graph %s is also in another graph", program->graphs[i]->name);
}

const char *graph_verify(Arena *arena, Graph *graph) {
    Verifier verifier = {.arena = arena, .scratch = arena_new(), .program = graph->program, .op = -1};
    check_graph(&verifier, graph);
    arena_free(verifier.scratch);
    return verifier.message;
}

const char *program_verify(Arena *arena, Program *program) {
    Verifier verifier = {.arena = arena, .program = program, .op = -1};
    verifier.scratch = arena_new();
    verify_types(&verifier);
    check_names(&verifier, program);
    check_entry(&verifier, program);
    for (int i = 0; i < program->data_count && !verifier.message; i++)
        verify_data(&verifier, program->data[i]);
    check_ownership(&verifier, program);
    arena_free(verifier.scratch);
    for (int i = 0; i < program->graph_count && !verifier.message; i++)
        if (!program->graphs[i]->late)
            verifier.message = graph_verify(arena, program->graphs[i]);
    return verifier.message;
}
