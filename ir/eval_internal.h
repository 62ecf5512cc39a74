/* Inside the reference evaluator.
 *
 * A graph is decoded when it is first called: every variable gets a slot in the frame (slots are reused from block to
 * block, for a variable belongs to one block; a block's inputs are its first slots), constants go to a pool. Frames and
 * their cells are on growable stacks of the evaluator's own, so the depth of the program's recursion does not matter to
 * the C stack.
 *
 *   eval.c           the interface: set-up, prebuilt data, result
 *   eval_decode.c    graphs → Code
 *   eval_run.c       frames, calls, exits, exceptions
 *   eval_ops.c       what each op does: one flat switch
 *   eval_memory.c    ops on memory
 *   eval_native.c    native functions
 *   eval_error.c     messages
 */
#ifndef IR_EVAL_INTERNAL_H
#define IR_EVAL_INTERNAL_H

#include "ir/eval.h"
#include "ir/fold.h"
#include "ir/memory.h"

typedef struct Eval Eval;
typedef struct Code Code;
typedef struct CodeBlock CodeBlock;
typedef struct CodeOp CodeOp;

/* Runs a native function: its arguments are the op's operands. */
typedef void NativeRun(Eval *eval, const CodeOp *op);

/* How a field, item or word of memory is reached. */
typedef struct Access {
    TypeKind kind;          /* of the memory type */
    uint32_t size;          /* in memory */
    uint32_t offset;        /* of the field, or of item 0 */
    uint32_t length_offset; /* arrays: of the length word; 0 with has_length false */
    bool has_length;
} Access;

struct CodeOp {
    const Op *op;
    OpCode code;
    int32_t result;       /* slot; -1: none */
    int32_t *args;        /* slot, or ~index into the pool; at least two entries */
    Access access;        /* ops on memory: of the first argument */
    Access source;        /* array_copy, array_compare: of the other object */
    Code *callee;         /* call */
    NativeRun *run;       /* call_native */
    void (*native)(void); /* call_native: the C function, where `run` calls one */
    int native_arg_count; /* call_native */
};

typedef struct CodeLink {
    const Link *link;
    CodeBlock *target;
    int32_t *args;
    int32_t exception; /* slot; -1: none */
} CodeLink;

struct CodeBlock {
    const Block *block;
    CodeOp *ops;
    int op_count;
    CodeLink *exits;
    int exit_count;
    int32_t switch_slot; /* operand, SWITCH_VALUE */
};

struct Code {
    Graph *graph;
    bool is_decoded;
    CodeBlock *start, *except;
    int slot_count;
    int first_ref, ref_count; /* slots of references, the last ones */
};

typedef struct Frame {
    const Code *code;
    const CodeBlock *block;
    int next;       /* index of the op to run next */
    size_t base;    /* first cell */
    uint64_t roots; /* where its frame on the shadow stack begins */
} Frame;

/* An object in a frame. */
typedef struct StackObject {
    uint64_t address;
    uint32_t depth; /* of the frame */
    const Op *op;
} StackObject;

struct Eval {
    Arena *arena; /* dies with the evaluation */
    Arena *result_arena;
    Program *program;
    const EvalOptions *options;
    FILE *out, *err;
    uint64_t max_ops;
    uint32_t max_depth;
    bool is_explicit; /* stage exc or later */
    bool is_stopped;
    EvalResult result;
    bool has_returned; /* the outermost graph did: with this value */
    Cell returned;

    Memory *memory;
    Map data;  /* Data -> address */
    Map codes; /* Graph -> Code */

    Cell *pool;
    int pool_count, pool_capacity;
    Cell *moving; /* link arguments on their way; as many as any link has */
    int moving_capacity;

    Frame *frames;
    uint32_t depth, frame_capacity;
    Cell *cells; /* of all frames */
    size_t cell_capacity;
    /* the innermost frame */
    Frame *frame;
    Cell *slots;

    StackObject *stack_objects; /* of all frames, outer ones first */
    int stack_count, stack_capacity;

    bool has_collector;           /* in its graphs */
    uint64_t root_base, root_top; /* the shadow stack */
    Map layouts;                  /* Type -> address of its layout record */

    uint64_t *registered; /* objects with finalizers */
    int registered_count, registered_capacity;
    int taken, to_take; /* how many were, and are to be, finalised */

    uint32_t raising_depth; /* of the frame whose op the library is raising at; 0: none */
    uint64_t pending;       /* exception pending; 0: none */
    const Pos **trace;
    int trace_count, trace_capacity;
    Map trace_rows; /* every position that was ever in it */
};

/* ---- errors (eval_error.c): each stops the evaluation ------------------------------------------------ */

/* `op` NULL: not at an op. */
void eval_broken(Eval *eval, const Op *op, const char *format, ...) __attribute__((format(printf, 3, 4)));
void eval_limit(Eval *eval, const char *what);
/* The memory's last fault, seen from the block of address `base`. */
void eval_fault(Eval *eval, const Op *op, uint64_t base);
/* A wrong index or range: `what` describes it. */
void eval_range_fault(Eval *eval, const Op *op, uint64_t base, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- decoding (eval_decode.c) ------------------------------------------------------------------------- */

/* The code of `graph`, decoded or not. */
Code *eval_code(Eval *eval, Graph *graph);
/* Decodes it if that was not done. */
void eval_decode(Eval *eval, Code *code);
/* How a memory type is accessed at `offset`. */
Access access_of(const Type *type, uint32_t offset);
/* The value of any low-level constant; false for Python constants and unknown data. */
bool eval_constant(Eval *eval, const Const *constant, Cell *cell);

/* ---- running (eval_run.c) ------------------------------------------------------------------------------ */

static inline const Cell *eval_operand(const Eval *eval, const CodeOp *op, int index) {
    int32_t at = op->args[index];
    return at >= 0 ? &eval->slots[at] : &eval->pool[~at];
}

static inline void eval_set_result(Eval *eval, const CodeOp *op, Cell value) {
    if (op->result >= 0)
        eval->slots[op->result] = value;
}

/* Enters a graph with the operands of `op` from index `first` on. */
void eval_call(Eval *eval, const CodeOp *op, Code *callee, int first);
/* Raises at the current op. */
void eval_raise(Eval *eval, uint64_t exception);
/* Raises at `op`, the current one, what the library's graph raises; if there is none a zeroed instance of the class; if
 * there is no such class, the program ends. */
void eval_raise_library(Eval *eval, const CodeOp *op, const char *graph_name, const char *class_name);
/* Ends the program with an exception that no handler sees. */
void eval_fatal(Eval *eval, const char *name);
/* The same, at an op whose result has no room: prints the traceback. */
void eval_overflow(Eval *eval);
/* Whether calls are nested so deeply that RecursionError is due. */
bool eval_stack_is_low(const Eval *eval);
void eval_raise_recursion(Eval *eval, const CodeOp *op);
/* Appends a position to the traceback in flight. */
void eval_trace(Eval *eval, const Pos *pos);
/* Enters `code` with these arguments and runs until it returns, or the evaluation stops. */
void eval_run(Eval *eval, Code *code, const Cell *args, int arg_count);

/* Runs one op (eval_ops.c). */
void eval_op(Eval *eval, const CodeOp *op);

/* ---- memory (eval_memory.c) -------------------------------------------------------------------------------- */

/* The dynamic type of a gc object. NULL: stopped with an error. */
Type *eval_dynamic_type(Eval *eval, const Op *op, uint64_t object);
/* A new zeroed object with header and length; `count` (not negative) items if the type is variable-sized. 0: too large.
 */
uint64_t eval_new_object(Eval *eval, Type *type, int64_t count, const BlockInfo *info);
/* Converts between registers and memory. False: see memory->fault. */
bool eval_load(Eval *eval, const Access *access, uint64_t address, Cell *cell);
bool eval_store(Eval *eval, const Access *access, uint64_t address, const Cell *cell);

void eval_malloc(Eval *eval, const CodeOp *op, int64_t count);
/* eval_watch.c */
void eval_watch_op(Eval *eval, const CodeOp *op);
void eval_gc_alloc(Eval *eval, const CodeOp *op);
void eval_stack_alloc(Eval *eval, const CodeOp *op, int64_t count);
/* Ends the stack objects of all frames deeper than the innermost. */
void eval_end_stack(Eval *eval);
void eval_free(Eval *eval, const CodeOp *op);
void eval_getfield(Eval *eval, const CodeOp *op);
void eval_setfield(Eval *eval, const CodeOp *op);
void eval_array_len(Eval *eval, const CodeOp *op);
void eval_resize(Eval *eval, const CodeOp *op);
void eval_share(Eval *eval, const CodeOp *op);
void eval_array_get(Eval *eval, const CodeOp *op);
void eval_array_set(Eval *eval, const CodeOp *op);
void eval_array_copy(Eval *eval, const CodeOp *op);
void eval_array_compare(Eval *eval, const CodeOp *op);
void eval_array_addr(Eval *eval, const CodeOp *op);
void eval_type_of(Eval *eval, const CodeOp *op);
void eval_is_instance(Eval *eval, const CodeOp *op);
void eval_type_id(Eval *eval, const CodeOp *op);
void eval_identity_hash(Eval *eval, const CodeOp *op);
void eval_load_op(Eval *eval, const CodeOp *op);
void eval_store_op(Eval *eval, const CodeOp *op);
void eval_raw_malloc(Eval *eval, const CodeOp *op);
void eval_raw_copy(Eval *eval, const CodeOp *op);
void eval_raw_zero(Eval *eval, const CodeOp *op);
void eval_arena(Eval *eval, const CodeOp *op, Shadow shadow);

/* ---- what collectors ask for (eval_roots.c) ------------------------------------------------------------------ */

void eval_start_roots(Eval *eval);
void eval_type_header(Eval *eval, const CodeOp *op);
void eval_type_layout(Eval *eval, const CodeOp *op);
void eval_root_op(Eval *eval, const CodeOp *op);
/* The slot of references that the op is about. */
Cell *eval_ref(Eval *eval, const CodeOp *op);
/* The innermost frame is left by an exception. */
void eval_drop_roots(Eval *eval);

/* ---- native functions (eval_native.c) ------------------------------------------------------------------------ */

/* Sets op->run and op->native for a call of `name`; false if there is no such function, or the evaluator cannot call
 * it. */
bool eval_native_find(const char *name, CodeOp *op);
/* Prints the traceback in flight. */
void eval_trace_show(Eval *eval);

#endif
