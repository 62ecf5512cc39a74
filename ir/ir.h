/* The one graph model: Program, Graph, Block, Link, Op, Value.
 *
 * The same structures carry a program from the front end's first graph to the last one before C. A *stage* says how
 * far it has come (ir/stage.def). Every stage can be verified, printed, read back and drawn; from `low` on, executed.
 *
 * Form: static single information. A variable belongs to one block, is defined once (as a block input or an
 * op's result) and is used only in that block; values cross blocks only as link arguments. So the
 * live variables at the end of a block are exactly the arguments of its links.
 *
 * A graph has a start block (its inputs are the parameters), a return block (one input: the result, of type void if
 * there is none) and an except block (one input: the exception). Leaving with a value is a link to the return block;
 * raising is a link to the except block. The exit switch of a block is one of:
 *
 * - none: one exit (or none, in the return and except blocks, and after `unreachable`).
 * - a variable: exits carry constants; booleans in the order False, True; integers any order, `default` last.
 * - last exception: the block's last op may raise. Exit 0 is taken when it does not. The others are tried in order when
 *   it does: each has an exception class (NULL: every exception a handler can see) and the extra variable `exception`,
 *   defined by the link and usable among its arguments. If none matches, control leaves to the except block.
 *
 * An op that may raise and is not the last op of such a block leaves implicitly to the except block.
 * FATAL ops (overflow) always do, handler or not.
 *
 * After the exception transform (stage exc): no exit is `last exception`; an op with propagate=true
 * leaves to the except block (which then has no input and returns nothing useful) if an exception is pending after it,
 * having appended its position to the traceback unless its graph is hidden; an op with propagate=false cannot leave one
 * pending, except where the block's exit switch is the result of a following exc_pending.
 */
#ifndef IR_IR_H
#define IR_IR_H

#include "ir/diag.h"
#include "ir/map.h"
#include "ir/type.h"

typedef struct Value Value;
typedef struct Op Op;
typedef struct Link Link;
typedef struct Block Block;
typedef struct Graph Graph;
typedef struct Data Data;
typedef struct Program Program;

typedef enum OpCode {
#define OP(code, text, level, signature, attributes, flags, weight, doc) OP_##code,
#include "ir/op.def"
#undef OP
    OP_COUNT
} OpCode;

typedef enum OpLevel { HIGH, LOW } OpLevel;

/* attributes */
enum {
    ATTR_NAME = 1,
    ATTR_MODULE = 2,
    ATTR_TYPE = 4,
    ATTR_GRAPH = 8,
    ATTR_INT = 16,
    ATTR_NAMES = 32,
    ATTR_GRAPHS = 64
};
/* flags */
enum {
    OPF_RAISES = 1,
    OPF_FATAL = 2,
    OPF_EFFECT = 4,
    OPF_READS = 8,
    OPF_FOLDS = 16,
    OPF_COLLECTS = 32,
    OPF_COLLECTS_RAISING = 64
};

typedef struct OpInfo {
    const char *text;
    OpLevel level;
    const char *signature;
    int attributes;
    int flags;
    int weight;
    const char *doc;
} OpInfo;
extern const OpInfo op_info[OP_COUNT];

typedef struct NativeInfo {
    const char *name, *signature;
    bool is_pure, only_reads; /* memory */
    const char *doc;
} NativeInfo;
/* The row called `name` (any pointer), or NULL. */
const NativeInfo *native_find(const char *name);

typedef enum ConstKind {
    CONST_NONE,     /* py: None; void: the only value */
    CONST_BOOL,     /* py or bool */
    CONST_INT,      /* py (fits in 64 bits) or i64, u64, address */
    CONST_BIGINT,   /* py: decimal digits in .text */
    CONST_FLOAT,    /* py or float */
    CONST_STR,      /* py: UTF-8 (surrogates as WTF-8) in .text, .length bytes */
    CONST_BYTES,    /* py */
    CONST_COMPLEX,  /* py: imaginary literal, value in .number */
    CONST_ELLIPSIS, /* py */
    CONST_NULL,     /* ptr */
    CONST_DATA,     /* ptr: address of a prebuilt Data */
    CONST_GRAPH,    /* ptr(func): address of a graph */
    CONST_SCALAR,   /* scalar: tag + payload in .integer or .number */
    CONST_UNDEFINED /* any register type: a value that is never looked at (e.g. an unbound local) */
} ConstKind;

typedef struct Const {
    ConstKind kind;
    ScalarTag tag;
    union {
        bool boolean;
        int64_t integer; /* u64 and address: same bits */
        double number;
        struct {
            const char *text;
            uint32_t length;
        };
        Data *data;
        Graph *graph;
    };
} Const;

/* A variable or a constant. Constants may be shared between ops; variables belong to one block. */
struct Value {
    Type *type; /* register type */
    bool is_const;
    uint32_t id;      /* variable: number within the graph, dense from 0; set by the builder */
    const char *name; /* variable: source name or NULL; only a hint for readers (printed as %name.id) */
    Const constant;
    const Pos *pos; /* for diagnostics, in high-level graphs: where a constant stands in the source, where a variable is
                       first read; may be NULL */
    void *note;     /* scratch of the pass at work; unspecified between passes */
};

struct Op {
    OpCode code;
    int arg_count;
    Value **args;
    Value *result;  /* NULL if the op has none */
    const Pos *pos; /* never NULL */
    bool propagate; /* stage exc and later: see above */
    uint32_t index; /* scratch: a dense number given by whoever needs one; unspecified between passes */
    /* attributes, as op_info says */
    const char *name, *module; /* interned */
    Type *type;
    Graph *graph;
    int64_t integer;
    const char **names;
    Graph **graphs;
    int name_count, graph_count;
};

typedef enum CaseKind { CASE_NONE, CASE_BOOL, CASE_INT, CASE_DEFAULT, CASE_NORMAL, CASE_EXCEPTION } CaseKind;

struct Link {
    Block *source, *target;
    Value **args; /* as many as the target has inputs */
    int arg_count, arg_capacity;
    CaseKind kind;
    int depth; /* CASE_EXCEPTION: through how many inlined calls the handler came here: a traceback goes on from the
                  handler's frame, so it shows only what was inlined into that */
    int64_t integer;      /* CASE_INT; CASE_BOOL: 0 or 1 */
    const char *exc_name; /* CASE_EXCEPTION in high-level graphs: a builtin exception's name, NULL: any */
    Type *exc_type;       /* CASE_EXCEPTION in low-level graphs: its struct, NULL: any */
    Value *exception;     /* CASE_EXCEPTION: the variable holding the exception, or NULL */
};

typedef enum SwitchKind { SWITCH_NONE, SWITCH_VALUE, SWITCH_EXCEPTION } SwitchKind;

struct Block {
    Graph *graph;
    uint32_t id; /* number within the graph, set by graph_renumber */
    SwitchKind switch_kind;
    Value **inputs;
    int input_count, input_capacity;
    Op **ops;
    int op_count, op_capacity;
    Value *switch_value; /* SWITCH_VALUE */
    Link **exits;
    int exit_count, exit_capacity;
    const Pos *pos; /* where its source begins; may be NULL */
    void *note;
};

/* Parameters of a Python-level function, for calls by keyword; absent (count -1) on graphs made by the compiler. */
typedef struct Params {
    const char **names;       /* positional-only, positional, then keyword-only, then *args, then **kwargs */
    const char **annotations; /* source text, NULL where absent */
    int count;                /* of positional(-only) ones */
    int positional_only;
    int keyword_only;
    bool has_varargs, has_kwargs;
    int cell_count;      /* captured cells: further inputs of the start block, after all of these */
    const char *returns; /* annotation source text or NULL */
    const struct Pos *returns_pos;
} Params;

struct Graph {
    Program *program;
    const char *name;   /* unique in the program, interned: module.qualified.name, with suffixes for specialisations */
    const char *pyname; /* what tracebacks and __name__ show */
    const char *doc;    /* flow: the docstring, if the program reads such; else NULL */
    SourceFile *file;
    const Pos *pos; /* the def */
    Params params;
    bool is_hidden;   /* runtime library: no traceback entry */
    bool is_wrapping; /* integer arithmetic wraps (modules that say __wrapping__ = True) */
    bool is_system;   /* no raise, no gc allocation */
    bool always_inline;
    bool never_inline;
    bool is_cold; /* only called on ways to an uncaught raise */
    bool keep;    /* later transforms call it by name: program_drop_unreachable keeps it */
    bool is_generator;
    bool has_attributes;   /* flow: the program assigns attributes of the function's objects */
    struct LateBody *late; /* flow: the body is still to be built (the library's, when they are needed); else NULL */
    Type *type;            /* TY_FUNC from stage low on, else NULL */
    Block *start, *return_block, *except_block;
    /* reachable ones in reverse postorder, start first, return and except block last; graph_renumber restores this */
    Block **blocks;
    int block_count, block_capacity;
    uint32_t value_count;
    uint32_t index; /* position in program->graphs */
    uint64_t
        idle_passes; /* a bit a pass that has found nothing to do since the graph last changed: passes/manager.c's */
    void *note;
};

/* A prebuilt object or static memory: string constants, class records, module variables. */
typedef struct DataItem {
    const char *field; /* struct: which; NULL for items of the variable part */
    Const value; /* CONST_SCALAR, CONST_DATA, CONST_GRAPH, CONST_NULL, numbers; CONST_BYTES for a run of u8/i8 items */
} DataItem;

struct Data {
    const char *name;     /* unique, interned, from source identity or content, never from a counter */
    Type *type;           /* struct or array */
    bool is_mutable;      /* its pointers are roots of the collector */
    bool has_fixed_items; /* mutable or not, its variable part never changes */
    bool is_unset;        /* mutable, without items: the program writes a field before it reads it */
    DataItem *items;      /* fields not named are zero */
    int item_count, item_capacity;
    int64_t length; /* of the variable part */
    uint32_t index;
    void *note;
};

typedef enum Stage {
#define STAGE(code, text, doc) STAGE_##code,
#include "ir/stage.def"
#undef STAGE
    STAGE_COUNT
} Stage;
extern const char *const stage_text[STAGE_COUNT];

typedef struct Module {
    const char *name; /* dotted, interned; the main program is "__main__" */
    SourceFile *file;
    Graph *body;         /* runs the module; NULL after lowering */
    const char **locals; /* variables that only the body uses; for suggestions */
    int local_count;
    bool is_wrapping, is_system;
} Module;

struct Program {
    Arena *arena;
    Interner *names;
    TypeTable *types;
    DiagList *diags;
    Stage stage;
    SourceFile **files;
    int file_count, file_capacity;
    Module **modules; /* in the order of loading; the main program's body is started by the entry graph */
    int module_count, module_capacity;
    Graph **graphs;
    int graph_count, graph_capacity;
    Data **data;
    int data_count, data_capacity;
    Map graph_names, data_names; /* interned name -> Graph / Data */
    Graph *entry;                /* high level: body of __main__; low level: () -> i64 exit status */
    Type *exception_base;        /* low level: struct of BaseException */
    const char *collector;       /* interned: the module of the collector, whose functions are kept; or NULL */
};

/* What is called in a collector's module. */
typedef enum CollectorCall {
#define COLLECTOR(code, name, doc) COLLECTOR_##code,
#include "ir/collector.def"
#undef COLLECTOR
    COLLECTOR_COUNT
} CollectorCall;
extern const char *const collector_call_text[COLLECTOR_COUNT];

/* ---- program ---------------------------------------------------------------------------------- */

Program *program_new(Arena *arena);
SourceFile *program_add_file(Program *program, const char *path, const char *module, const char *text, size_t length);
SourceFile *program_find_file(const Program *program, const char *path);
Module *program_add_module(Program *program, const char *name, SourceFile *file);
Module *program_find_module(const Program *program, const char *name);
/* A new graph called `name` (which must be new) with start, return and except block, all without inputs. */
Graph *program_add_graph(Program *program, const char *name);
Graph *program_find_graph(const Program *program, const char *name);
/* `name` must be free. */
void program_rename_graph(Program *program, Graph *graph, const char *name);
Data *program_add_data(Program *program, const char *name, Type *type, int64_t length);
Data *program_find_data(const Program *program, const char *name);
/* The layout record that the GC transform made for a gc type; NULL if there is none. */
Data *program_find_layout(const Program *program, const Type *type);
void data_set(Program *program, Data *data, const char *field, Const value);
/* Removes graphs and data that the entry does not reach (through calls, constants, the slots of vtables that are
 * read, mutable data's fields). */
void program_drop_unreachable(Program *program);
/* Assigns class_first/class_last in preorder of `super` to all gc structs, deterministically. */
void program_number_classes(Program *program);

/* ---- building ----------------------------------------------------------------------------------
 * These and ir/edit.h are the only code that creates or relinks blocks, links, ops and values. */

Block *block_new(Graph *graph);
Value *block_add_input(Block *block, Type *type, const char *name);
Value *value_new(Graph *graph, Type *type, const char *name); /* a fresh variable, to be defined by an op or link */
Value *const_new(Program *program, Type *type, Const constant);
Value *const_int(Program *program, int64_t value);  /* i64 */
Value *const_bool(Program *program, bool value);    /* bool */
Value *const_float(Program *program, double value); /* float */
Value *const_void(Program *program);
Value *const_null(Program *program, Type *ptr);
Value *const_data(Program *program, Data *data);    /* ptr(data->type) */
Value *const_graph(Program *program, Graph *graph); /* ptr(graph->type) */
bool const_equal(const Const *a, const Const *b);

/* The position of ops that nobody wrote; graphs that the compiler made may have none of their own. Never NULL. */
const Pos *graph_pos(const Graph *graph);
/* Whether it is the program's entry, or a module's body or its import. */
bool graph_runs_once(const Graph *graph);
/* Whether the program may see when objects die: there are weak references, or classes with finalizers. */
bool program_watches_objects(const Program *program);
/* A new op, not yet in a block. `result_type` NULL: no result. `args` is copied. */
Op *op_new(Graph *graph, OpCode code, const Pos *pos, Type *result_type, Value *const *args, int arg_count);
/* Whether the op makes an object by malloc, in its three forms; one of the gc flavour; or on the machine stack. */
bool op_is_malloc(const Op *op);
bool op_is_gc_malloc(const Op *op);
bool op_is_stack_alloc(const Op *op);
void block_append(Block *block, Op *op);
void block_insert(Block *block, int at, Op *op);

/* Ends a block. Link arguments are copied; the link's inputs must match the target's by the time of verification. */
Link *block_jump(Block *block, Block *target, Value *const *args, int arg_count);
Link *block_add_exit(Block *block, CaseKind kind, int64_t integer, Block *target, Value *const *args, int arg_count);
void block_set_switch(Block *block, Value *value); /* SWITCH_VALUE */
void block_set_last_exception(Block *block);       /* SWITCH_EXCEPTION: add the CASE_NORMAL exit first */
void link_add_arg(Link *link, Value *value);

/* ---- editing (edit.c) ---------------------------------------------------------------------------- */

/* Recomputes graph->blocks (reachable, reverse postorder), block ids and value ids. */
void graph_renumber(Graph *graph);
void block_remove_op(Block *block, int at);
/* Splits before op `at`: the ops from there on and the exits move to a new block, reached by a jump; every variable
 * needed there crosses as an argument. Returns the new block. */
Block *block_split(Block *block, int at);
/* The inverse: `block` jumps to its target, which no other link enters and which is not the start, return or except
 * block; takes over the target's ops and exits. The target is unreachable then. Linear in the target's size; variables
 * keep their ids. Uses the notes of the target's inputs. */
void block_join(Block *block);
/* Puts an empty block on the link (to hold conversions); it has inputs like the target's. Returns it. */
Block *link_split(Link *link);
void link_remove(Link *link);
/* Only the input itself: the caller removes the argument from every entering link (link_index finds them). */
void block_remove_input(Block *block, int at);
void link_remove_arg(Link *link, int at);
/* Replaces every use of `from` in its block (args, switch, link args). */
void block_replace_value(Block *block, Value *from, Value *to);
/* A deep copy of `graph` under a new name (types and constants shared). */
Graph *graph_copy(Graph *graph, const char *name);
/* The same into another program, which shares names and types with the graph's. */
Graph *graph_copy_into(Graph *graph, Program *program, const char *name);
/* A copy of an op, not yet in a block: its arguments and its result are the original's until the caller changes that.
 */
Op *op_copy(Graph *into, const Op *op);
/* Copies the blocks that `from` reaches into `into`, where nothing links to them yet; return and except block are
 * always among them. */
typedef struct BodyCopy {
    Block *start, *return_block, *except_block;
    Block **blocks; /* all of them, those three included; in the program's arena */
    int block_count;
} BodyCopy;
BodyCopy graph_copy_body(Graph *from, Graph *into);

/* All links that enter each block, valid until the next edit. Indexed by block->id (after graph_renumber). */
typedef struct LinkIndex {
    Link ***incoming;
    int *counts;
} LinkIndex;
LinkIndex *link_index(Arena *arena, Graph *graph);

/* ---- text (print.c, parse.c), picture (dot.c), checks (verify.c) ------------------------------------ */

void program_print(const Program *program, FILE *out);
void graph_print(const Graph *graph, FILE *out);
/* Reads what program_print wrote. Errors go to program->diags (code I0001 ...); NULL then. */
Program *program_parse(Arena *arena, SourceFile *file, DiagList *diags);
/* The same, into a program of the same stage, which has none of the structs, data and graphs declared there. */
bool program_parse_into(Program *program, SourceFile *file, DiagList *diags);

typedef enum PictureFormat { PICTURE_DOT, PICTURE_SVG, PICTURE_PNG } PictureFormat;
typedef struct PictureGraph {
    Graph *graph;
    const char *title; /* NULL: its name */
    const Map *marked; /* Blocks (keys) that are drawn in another colour; may be NULL */
} PictureGraph;

/* Draws one or more graphs. False with *error set (in the arena) if rendering is impossible. */
bool graphs_draw(Arena *arena, const PictureGraph *graphs, int count, PictureFormat format, FILE *out,
                 const char **error);

/* Checks the invariants listed at the top of verify.c. Returns NULL, or the first violation: "V07: graph f, block 3, op
 * 2: ...". */
const char *graph_verify(Arena *arena, Graph *graph);
const char *program_verify(Arena *arena, Program *program);

#endif
