/* What the parts of flow-graph construction share.
 *
 * A Builder makes one graph. Its current block is where ops go; NULL means that control cannot come here: then
 * everything emitted is dropped. Variables (locals, cells, temporaries) are numbered; flow_ssi.c makes them block
 * inputs and link arguments where they are needed. A Value may be used in any block that its definition dominates:
 * every emitting function first carries its arguments into the current block.
 */
#ifndef FRONTEND_FLOW_INTERNAL_H
#define FRONTEND_FLOW_INTERNAL_H

#include "frontend/flow.h"

typedef struct Builder Builder;

/* What has to happen when control leaves a statement; innermost first. */
typedef enum ContextKind {
    CONTEXT_LOOP,    /* break_block, continue_block; value: the iterator, if nobody else may have it, else NULL */
    CONTEXT_TRY,     /* body of try .. except: only a handler; node: the TRY */
    CONTEXT_FINALLY, /* node: the SUITE to run on the way out */
    CONTEXT_WITH,    /* value: __exit__, to be called on the way out */
    CONTEXT_HANDLER, /* old: what enter_handler gave, for leave_handler; value: the exception */
    CONTEXT_NAME,    /* node: HANDLER whose name is unbound on the way out */
} ContextKind;

typedef struct Context {
    ContextKind kind;
    struct Context *outer;
    Block *handler; /* where exceptions go: input 0 is the exception; NULL: as outside */
    Block *break_block, *continue_block;
    const Ast *node;
    Value *value;
    const Pos *pos;
    uint32_t old;  /* CONTEXT_HANDLER: a variable of the graph */
    bool has_copy; /* CONTEXT_NAME: what the module variable holds is also in `copy`, a variable of the graph */
    uint32_t copy;
} Context;

/* A function whose graph exists and whose body is still to be built. */
typedef struct LateBody {
    FlowModule *module;
    Graph *graph;
    Scope *scope;
} LateBody;

struct FlowModule {
    Flow *flow;
    const ModuleSource *source;
    Module *module;
    ScopeTable *scopes;
    Map imports;            /* names of the modules that it imports */
    FlowModule **importers; /* the program's modules from which a chain of imports leads here */
    int importer_count, importer_capacity;
    Map stored;     /* module variables that module-level code built so far has bound */
    Map generated;  /* function that an expansion made -> the SourceFile it stands in */
    Map graphs;     /* node -> Graph: a function in a finally part is built once */
    Map spoken;     /* hashes of the names in it; filled with the first display of constants */
    Map first_sets; /* key of a set of constants -> the first such display */
};

struct Flow {
    Program *program;
    Arena *arena;
    ModuleLoader *loader;
    FlowModule **modules;
    int count, capacity;
    Map by_name;     /* module name -> FlowModule */
    Map name_counts; /* graph name -> how many have asked for it */
    bool defines_format;
    bool reads_stop_value; /* StopIteration.value */
    bool reads_docstrings; /* `.__doc__` of something */
    bool polls_interrupts; /* some handler of the program may want to see them */
    bool watches_objects;  /* the program may see when objects die: their variables keep them alive */
    Type *py;
    Value *none, *yes, *no, *undefined;
};

/* From which variable a value was read, and in which version. */
typedef struct Origin {
    uint32_t variable, version;
} Origin;

struct Builder {
    Flow *flow;
    FlowModule *module;
    Program *program;
    Graph *graph;
    Arena *scratch; /* dies with the builder */
    SourceFile *file;
    Scope *scope; /* of the names being built */
    Scope *owner; /* of the graph */
    Block *block;
    Context *context;
    Value *class_value; /* the innermost class whose body is being built */
    Map deleted;        /* names of class bodies that have been deleted */
    /* variables: 2 per slot (value, flag), then anonymous ones */
    const char **names; /* of variables, hints */
    Value **homes;      /* anonymous variable of a value: that value */
    uint32_t *versions; /* how often each was written */
    uint32_t variable_count, variable_capacity;
    Origin *origins; /* by Value.id */
    int origin_count, origin_capacity;
    Map anonymous;             /* Value -> variable + 1 */
    struct BlockState **begun; /* in the order in which they became current */
    int begun_count, begun_capacity;
    Op *last_call;          /* the last call_py */
    int last_debtor;        /* number of the last block with inputs that links do not supply yet */
    bool *needs_flag;       /* by slot: some read may find it unbound */
    const Symbol *keywords; /* the parameter **kwargs, if its flag holds the record beside the dict */
    /* positions */
    const char *function;
    const Pos *inlined_at;
    const Ast *pos_node;
    const Pos *pos;
};

/* ---- flow_ssi.c ---- */

void ssi_begin(Builder *b);
/* Supplies all links with their arguments. */
void ssi_finish(Builder *b);
Block *ssi_block(Builder *b);
/* Goes on in `block`, or in unreachable code if nothing leads to it. All links to it must exist already. */
bool ssi_start(Builder *b, Block *block);
/* The same for a block to which more links may come (the head of a loop), or which has begun. */
void ssi_enter(Builder *b, Block *block);
bool ssi_is_reached(const Block *block);
/* Ends the current block. */
void ssi_jump(Builder *b, Block *target);
void ssi_jump_with(Builder *b, Block *target, Value *value);
void ssi_branch(Builder *b, Value *condition, Block *yes, Block *no);
/* Adds an exit to a block under construction; arguments other than `value` (may be NULL) follow by demand. */
Link *ssi_exit(Builder *b, Block *source, CaseKind kind, Block *target, Value *value);
Value *ssi_add_input(Builder *b, Block *block, const char *name);

uint32_t ssi_variable(Builder *b, const char *name);
void ssi_write(Builder *b, uint32_t variable, Value *value);
Value *ssi_read(Builder *b, uint32_t variable);
/* `value` as seen in the current block. */
Value *ssi_use(Builder *b, Value *value);

/* ---- flow_cell.c ---- */

/* A new cell for a captured variable. */
Value *flow_cell_new(Builder *b, const Pos *pos, Symbol *symbol);
/* Reads the captured variable; NameError if it is unbound. */
Value *flow_cell_get(Builder *b, const Pos *pos, Symbol *symbol);
void flow_cell_set(Builder *b, const Pos *pos, Symbol *symbol, Value *cell, Value *value);
void flow_cell_unbind(Builder *b, const Pos *pos, Symbol *symbol);

/* ---- flow_table.c ---- */

/* Lookups of what is called in dicts that nobody changes compare the key with those of the display. */
void flow_tables(Program *program);

/* ---- flow_keywords.c ---- */

/* Binds the parameter **kwargs, whose argument is `record`. */
void flow_keywords_param(Builder *b, Value *record);
/* The operand of `**node` in a call: a record where it is known to be one. */
Value *flow_keywords_record(Builder *b, const Ast *node);

/* ---- flow_emit.c ---- */

const Pos *flow_pos(Builder *b, const Ast *node);
/* Of an attribute access: the line of the attribute's name. */
const Pos *flow_pos_attribute(Builder *b, const Ast *attribute);
/* Of the call of a method. */
const Pos *flow_pos_method(Builder *b, const Ast *call);
/* Emits an op; its attributes are to be set by the caller. Never NULL. */
Op *flow_emit(Builder *b, OpCode code, const Pos *pos, Value *const *args, int count);
Value *flow_op0(Builder *b, OpCode code, const Pos *pos);
Value *flow_op1(Builder *b, OpCode code, const Pos *pos, Value *x);
Value *flow_op2(Builder *b, OpCode code, const Pos *pos, Value *x, Value *y);
Value *flow_op3(Builder *b, OpCode code, const Pos *pos, Value *x, Value *y, Value *z);
Value *flow_named(Builder *b, OpCode code, const Pos *pos, const char *name, Value *const *args, int count);
Value *flow_getattr(Builder *b, const Pos *pos, Value *object, const char *name);
Value *flow_call(Builder *b, const Pos *pos, Value *function, Value *const *args, int count);
Value *flow_load_global(Builder *b, const Pos *pos, const char *name, const char *module);
Value *flow_builtin(Builder *b, const Pos *pos, const char *name);
/* The same where the call's StopIteration leads to `end`. */
Value *flow_call_until(Builder *b, const Pos *pos, Value *function, Value *const *args, int count, Block *end);
/* `%x = next %it`, going on where it does not end; at its end control goes to `end`. */
Value *flow_next(Builder *b, const Pos *pos, Value *iterator, Block *end);
Value *flow_const(Builder *b, Const constant);
Value *flow_int(Builder *b, int64_t value);
Value *flow_str(Builder *b, const char *text, size_t length);
Value *flow_text(Builder *b, const char *text);
const char *flow_intern(Builder *b, const char *text);
/* The source text of a node, e.g. an annotation; NULL for NULL. */
const char *flow_source(Builder *b, const Ast *node);
/* "not supported: WHAT, because REASON; instead INSTEAD". */
void flow_unsupported(Builder *b, const char *code, const Ast *node, const char *what, const char *reason,
                      const char *instead);

/* ---- flow_bound.c ---- */

/* Marks (Ast.flag) the names whose variable may be unbound when read, and fills needs_flag. */
void flow_mark_unbound(Builder *b, const Ast *function);

/* ---- flow_annotation.c ---- */

/* Emits what CPython evaluates of a function's annotations, of a variable's. */
void flow_evaluate_signature(Builder *b, const Ast *function);
void flow_evaluate_annotation(Builder *b, const Ast *annotation);
/* Emit what annotations promise: of the parameters (at the start of the body), of a value that `return` gives, of one
 * that a variable gets, of an attribute (for an ANN_ASSIGN). */
void flow_note_params(Builder *b, const Ast *function);
void flow_note_result(Builder *b, const Ast *expression, Value *value);
void flow_note_variable(Builder *b, const Symbol *symbol, Value *value);
void flow_note_attribute(Builder *b, const Ast *statement);

/* ---- flow_name.c ---- */

Value *flow_read_name(Builder *b, const Ast *node);
void flow_write_name(Builder *b, const Pos *pos, const char *name, Value *value);
void flow_delete_name(Builder *b, const Ast *node);
/* At the end of `except E as name`: without error if it is unbound already. */
void flow_unbind_name(Builder *b, const Pos *pos, const char *name);
/* Whether `node` is a name that means the builtin of that name; then the name, else NULL. */
const char *flow_builtin_name(Builder *b, const Ast *node);
/* If `node` means a virtual module or a name in one: true, and *name is NULL for the module itself. */
bool flow_virtual(Builder *b, const Ast *node, const char **module, const char **name);
/* In programs that may see when objects die: the local variable in the slot is `value` from here on; NULL: unbound. */
void flow_set_variable(Builder *b, const Pos *pos, int slot, Value *value);
/* The same: all that local variables are is alive until here. */
void flow_end_variables(Builder *b, const Pos *pos);
/* Makes the cells of the captured variables of a scope whose execution begins. */
void flow_make_cells(Builder *b, const Scope *scope, const Pos *pos);
/* The cell of a captured variable, to be passed on to a nested function. */
Value *flow_cell(Builder *b, const Symbol *definer);

/* ---- flow_expr.c, flow_display.c, flow_cond.c, flow_comp.c, flow_call.c ---- */

Value *flow_expr(Builder *b, const Ast *node);
Value *flow_display(Builder *b, const Ast *node);
/* A display of constants that CPython's compiler keeps as one; NULL for others. (flow_constant.c) */
Value *flow_constant_set(Builder *b, const Ast *node);
/* The expression that a `for` goes through: a set of constants among them is not made anew by CPython. */
Value *flow_iterable(Builder *b, const Ast *node);
/* The values of the expressions, which are evaluated in order. */
Value **flow_expressions(Builder *b, Ast *const *items, int count);
/* The tuple of `items`, starred ones among them. */
Value *flow_tuple_of(Builder *b, const Pos *pos, const AstList *items);
Value *flow_joined_str(Builder *b, const Ast *node);
/* A replacement field; conversion 0: none; spec NULL: none. */
Value *flow_formatted(Builder *b, const Pos *pos, Value *value, char conversion, Value *spec);
/* A call of the method format or format_map of a literal that fits its arguments; else NULL. (flow_template.c) */
Value *flow_template(Builder *b, const Ast *node);
/* `literal % (a, b)` that fits, taken apart; else NULL. (flow_percent.c) */
Value *flow_percent(Builder *b, const Ast *node);
OpCode flow_binary_op(AstOperator operator, bool in_place);

typedef struct BlockNode {
    struct BlockNode *next;
    Block *block;
} BlockNode;
typedef struct BlockList {
    BlockNode *first, *last;
} BlockList;
/* The blocks in which a condition has turned out true or false; to be gone on from by flow_merge. */
typedef struct Outcome {
    BlockList yes, no;
} Outcome;
/* `pos`: of the truth tests. */
Outcome flow_condition(Builder *b, const Ast *node, const Pos *pos);
Outcome flow_truth(Builder *b, Value *value, const Pos *pos);
/* Goes on where any of the blocks ends. */
void flow_merge(Builder *b, BlockList list);
void flow_merge_into(Builder *b, BlockList list, Block *target);
/* Values of `and`, `or`, comparison chains and conditional expressions. */
Value *flow_choice(Builder *b, const Ast *node);
/* A conditional expression, or `x or y`, that is only shown and one of whose sides is a text: it is evaluated, but has
 * no one value. NULL for other expressions. */
typedef struct HeldChoice HeldChoice;
HeldChoice *flow_hold_choice(Builder *b, const Ast *node);
/* What `convert` makes of the side that was chosen. */
typedef Value *ConvertChoice(Builder *b, const Pos *pos, Value *value, const void *data);
Value *flow_convert_choice(Builder *b, const HeldChoice *held, const Pos *pos, ConvertChoice *convert,
                           const void *data);
/* Whether a condition is decided while building. */
bool flow_decided(Builder *b, const Ast *node, bool *value);

Value *flow_comprehension(Builder *b, const Ast *node);
Value *flow_generator_expression(Builder *b, const Ast *node);
/* The body of a generator expression's graph. */
void flow_generator_body(Builder *b, const Ast *node);

Value *flow_call_expr(Builder *b, const Ast *node);

/* ---- flow_yield.c ---- */

/* yield value: gives what is sent in, or raises what is thrown in. */
Value *flow_yield_value(Builder *b, const Pos *pos, Value *value);
Value *flow_yield_from(Builder *b, const Ast *node);

/* ---- flow_assign.c ---- */

void flow_assign(Builder *b, const Ast *target, Value *value);
void flow_aug_assign(Builder *b, const Ast *node);
void flow_delete(Builder *b, const Ast *target);
Value *flow_subscript(Builder *b, const Ast *node);

/* ---- flow_stmt.c, flow_try.c, flow_match.c, flow_import.c, flow_class.c, flow_func.c ---- */

/* In programs that may catch KeyboardInterrupt: asks for the interrupt key. */
void flow_poll(Builder *b, const Pos *pos);
void flow_statements(Builder *b, const AstList *list);
void flow_raise_value(Builder *b, Value *exception);
void flow_raise(Builder *b, const Ast *node);
void flow_try(Builder *b, const Ast *node);
void flow_with(Builder *b, const Ast *node);
void flow_push(Builder *b, Context *context, ContextKind kind, Block *handler);
void flow_pop(Builder *b);
void flow_break(Builder *b, bool is_continue);
void flow_return(Builder *b, const Ast *node);
void flow_match(Builder *b, const Ast *node);
void flow_import(Builder *b, const Ast *node);
void flow_import_from(Builder *b, const Ast *node);
void flow_class(Builder *b, const Ast *node);
/* The docstring of a body, None without one. */
Value *flow_docstring(Builder *b, const AstList *body);
/* Gives the function's graph its docstring, if anybody asks for one. */
void flow_describe(Builder *b, const Ast *function, Graph *graph);
void flow_function(Builder *b, const Ast *node);
Value *flow_lambda(Builder *b, const Ast *node);
/* make_function for a function, lambda or generator expression; `arguments` NULL for the latter. */
Value *flow_make_function(Builder *b, const Ast *node, const Ast *arguments, const Pos *pos);
Value *flow_decorate(Builder *b, const AstList *decorators, Value *const *values, Value *value);
/* Evaluates them, in order. */
Value **flow_decorators(Builder *b, const AstList *decorators);
/* Builds the body of the graph. */
void flow_build_graph(FlowModule *module, Graph *graph, Scope *scope);
/* The file in which the code of the scope stands. */
SourceFile *flow_file_of(const FlowModule *module, const Scope *scope);
Graph *flow_new_graph(FlowModule *module, const Scope *scope, const char *name);

#endif
