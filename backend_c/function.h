/* A function while it is written. */
#ifndef BACKEND_C_FUNCTION_H
#define BACKEND_C_FUNCTION_H

#include "backend_c/emit.h"
#include "backend_c/locals.h"

/* Why a cold exit is taken, besides an exception that is pending already. */
enum { EXIT_PENDING = 1, EXIT_OVERFLOW = 2, EXIT_MEMORY = 4, EXIT_RECURSION = 8 };

/* The cold exits of one traceback site. */
typedef struct ColdExit {
    int site;
    int reasons;
} ColdExit;

typedef struct Function {
    Unit *unit;
    Graph *graph;
    Arena *scratch;
    Text *out;
    Locals *locals;
    ColdExit *exits; /* in order of first use */
    int exit_count, exit_capacity;
    Map exit_of_site; /* site -> index + 1 */
    bool uses_unused; /* whether the scratch variable for results that nobody looks at is needed */
    const Pos *line;  /* of the last #line */
} Function;

/* ---- ops.c ---- */
/* The statements of one op. */
void op_emit(Function *function, const Block *block, int at);
/* A value as an expression. */
void value_emit(Function *function, const Value *value);

/* ---- cold.c: what happens rarely, out of line ---- */
/* Writes "goto label;" to the exit that makes the exception of this reason pending, appends the position (if there is
 * one) and leaves. */
void cold_goto(Function *function, const Pos *pos, int reason);
/* Statements that append a position to the traceback. */
void cold_trace(Function *function, const Pos *pos);
void cold_return(Function *function);
/* All exits that were asked for, at the function's end. */
void cold_emit(Function *function);

/* ---- moves.c: the copies that a link needs ---- */
void moves_emit(Function *function, const Link *link, const char *indent);
/* Whether it needs any. */
bool moves_needed(const Function *function, const Link *link);

#endif
