/* Traceback tables: one array of rows for each graph, in units of their own, so that moving a line changes no function.
 * Nor does it change tables: their rows count lines from the beginning of a place, which is a function that the graph
 * contains; where the places of all graphs begin stands in one unit. */
#ifndef BACKEND_C_TRACE_H
#define BACKEND_C_TRACE_H

#include "backend_c/emit.h"

/* What a traceback shows for one position: rows of the graph's table, innermost first. */
typedef struct TraceSite {
    int *rows, count;
} TraceSite;

/* The site of a position in this graph; equal positions share one. Site 0 shows nothing. */
int trace_site(Backend *backend, Graph *graph, const Pos *pos);
TraceSite trace_site_rows(const Graph *graph, int site);
/* The tables of all graphs that have sites, and the places. */
void trace_emit_units(Backend *backend);

/* carets.c: the line of marks that CPython 3.11 prints below the stripped source line, or NULL if it prints none. */
const char *caret_marks(Arena *arena, const char *line, int length, const Pos *pos);

#endif
