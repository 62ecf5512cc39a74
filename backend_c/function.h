/* A function while it is written. */
#ifndef BACKEND_C_FUNCTION_H
#define BACKEND_C_FUNCTION_H

#include "backend_c/emit.h"
#include "backend_c/locals.h"

/* A huge function is written as several: see parts.c. */
typedef struct Parts {
    int *of_block; /* by block id */
    int *first;    /* first block of each part, and the end of the last */
    int count;
} Parts;

typedef struct Function {
    Unit *unit;
    Graph *graph;
    Arena *scratch;
    Text *out;
    Locals *locals;
    bool *needs_label; /* by block id */
    Parts *parts;      /* NULL: the function is written in one */
    int part;          /* the part being written */
    int object_count;  /* stack objects: their ops are numbered */
    int ref_count;     /* slots of references */
    bool uses_leave;   /* the except block is entered, in this part */
    bool uses_roots;   /* it has a frame on the shadow stack */
    bool uses_unused;  /* whether the scratch variable for results that nobody looks at is needed */
    const Pos *line;   /* of the last #line; NULL: none since lines were counted on their own */
    size_t line_start; /* in `out`: behind it */
} Function;

/* ---- ops.c ---- */
/* The statements of one op. */
void op_emit(Function *function, const Block *block, int at);
/* A value as an expression. */
void value_emit(Function *function, const Value *value);

/* Begins its statement: "result = ", or nothing if nobody looks at the result. */
void op_begin(Function *function, const Op *op);
/* Its arguments from `first` on, and the parenthesis that closes them. */
void op_arguments(Function *function, const Op *op, int first);

/* ---- calls.c: the statements of a call ---- */
void call_emit(Function *function, const Op *op);
void call_indirect_emit(Function *function, const Op *op);
/* Whether it only comes back with an exception. */
bool call_is_for_good(const Op *op);

/* ---- function.c ---- */
/* The statements of the blocks from `first` on. */
void function_blocks(Function *function, int first, int end);
/* Names of the parameters, by input of the start block. */
const char **function_parameters(Function *function);
void function_head(Function *function, const char *const *parameters);
/* The declaration of one local. */
void function_local(Function *function, int local);
/* The declarations of the stack objects. */
void function_objects(Function *function);

/* The declarations of the slots of references. */
void function_refs(Function *function, const char *initial);
/* Where the function's frame on the shadow stack begins. */
const char *roots_frame(const Function *function);

/* ---- parts.c ---- */
/* Cuts the graph into parts, splitting long blocks. */
Parts *parts_split(Function *function);
void parts_emit(Function *function);

/* ---- leave.c ---- */
/* Leaves with an exception pending: calls `raise` (NULL: it is pending already), appends the position (NULL: none) to
 * the traceback. One statement. */
void leave_raising(Function *function, const Pos *pos, const char *raise);
/* The end of such a statement, behind `return` and the calls that make the exception pending. */
void leave_rest(Function *function, const Pos *pos);
/* Whether the except block has something to do. */
bool leave_releases(const Function *function);
/* Appends the position to the traceback. */
void leave_trace(Function *function, const Pos *pos);
/* The end of a `return` statement that gives a value nobody looks at. */
void leave_nothing(Function *function);

/* ---- moves.c: the copies that a link needs ---- */
void moves_emit(Function *function, const Link *link, const char *indent);
/* Whether it needs any. */
bool moves_needed(const Function *function, const Link *link);

#endif
