/* What the backend's files share: the emission as a whole, units, and C text of types and constants.
 *
 * A unit declares exactly what its definitions mention, in order of first mention, each declaration depending only on
 * the thing declared; so a unit's text changes only with what it contains and uses. While the backend works, Graph.note
 * is a CGraph and Data.note a CData.
 */
#ifndef BACKEND_C_EMIT_H
#define BACKEND_C_EMIT_H

#include "backend_c/backend_c.h"
#include "backend_c/names.h"
#include "backend_c/text.h"

typedef struct TraceRows TraceRows;

typedef struct CGraph {
    const char *symbol;        /* of the function */
    const char *trace, *place; /* of its traceback table, and of the places that this speaks of */
    TraceRows *rows;           /* of its traceback table */
    int unit;                  /* index among the function units */
    int cost;                  /* estimated lines of C */
    bool is_huge;              /* written in parts */
    bool is_static;
    bool never_returns; /* but with an exception pending */
    bool is_aside;      /* has a stub for WEFT_ASIDE_CALL */
} CGraph;

typedef struct CData {
    const char *symbol;
    Type *record_of; /* the class whose type record this is: it lives in the group; NULL: an object of its own */
} CData;

typedef struct Backend {
    Arena *arena;
    Program *program;
    const BackendOptions *options;
    COutput *output;
    Map type_texts;   /* Type -> const char * */
    Map struct_texts; /* Type -> const char *: the definition */
    Map field_names;  /* interned name -> const char * */
    Map layouts;      /* Type -> 1: has been defined in some unit */
    Type **laid_out;  /* the same, in order */
    int laid_out_count, laid_out_capacity;
    Type **classes;                                /* every type with a header, in the order of the group */
    int class_count, class_capacity, struct_count; /* structs first, then arrays */
    uint32_t *ids;                                 /* of the classes; one more at the end */
    const char **arrays;                           /* texts of the array types whose ids are needed */
    int array_count, array_capacity;
    Map array_types; /* interned text -> Type */
    Graph **ordered; /* all graphs in source order: by module, then by position */
    int ordered_count;
} Backend;

typedef struct Unit {
    Backend *backend;
    const char *name;
    int index; /* among the function units; -1: another kind */
    Text forwards, structs, declarations, code;
    Map mentioned, completed, declared, traced;
    bool uses_ids;
} Unit;

/* An impossible state: says so and aborts. */
__attribute__((noreturn, format(printf, 1, 2))) void backend_bug(const char *format, ...);

/* ---- units (units.c) ---- */
Unit *unit_new(Backend *backend, const char *name, int index);
/* File name of the unit of this kind whose first item is called `first`. */
const char *unit_file(Backend *backend, const char *kind, const char *first);
/* Adds the unit's file to the output. */
void unit_finish(Unit *unit);
void output_file(Backend *backend, const char *name, const Text *text, bool is_unit);
/* Makes what is mentioned known to the unit; all give text for use in its code. */
const char *unit_type(Unit *unit, Type *type);   /* of a value or field; "T *" or "T" */
const char *unit_struct(Unit *unit, Type *type); /* its tag; the C struct is complete from now on */
const char *unit_function(Unit *unit, Graph *graph);
const char *unit_data(Unit *unit, Data *data);    /* address expression, of pointer type */
const char *unit_trace(Unit *unit, Graph *graph); /* its traceback table */
const char *unit_id(Unit *unit, Type *type);      /* type id of a class */

/* ---- types (types.c) ---- */
const char *type_c_text(Backend *backend, Type *type);      /* see unit_type */
const char *type_tag(Backend *backend, const Type *type);   /* name of the C struct, for structs and arrays */
const char *type_id(Backend *backend, const Type *type);    /* name of the constant that is the class's type id */
const char *field_name(Backend *backend, const char *name); /* C member of a struct's field */
const char *type_c_definition(Backend *backend, Type *type);
/* The type followed by a name, spaced as C is written. */
void c_declare(Text *text, const char *type, const char *name);
/* A constant as an expression of C type unit_type(type). */
void c_constant(Unit *unit, Text *text, const Const *constant, Type *type);
void c_int(Text *text, int64_t value);
/* "result name(parameters)"; parameter names may be NULL. */
void c_signature(Unit *unit, Text *text, const Graph *graph, const char *const *parameters);
bool type_is_void(const Type *type);
/* Whether it is an integer of less than 64 bits. */
bool type_is_narrow(const Type *type);

/* ---- whole-program objects (group.c, data.c) ---- */
void group_number(Backend *backend);
/* The array type gets a type id. */
void group_need_array(Backend *backend, Type *type);
/* The header of type ids; after all units that may mention array types. */
void group_emit_ids(Backend *backend);
void group_emit(Backend *backend, Unit *unit);
/* Assertions that C lays out every struct as ir/type.c does. */
void layout_emit(Backend *backend, Unit *unit);
void data_initialiser(Unit *unit, Text *text, const Data *data);
void data_emit_units(Backend *backend);

/* ---- functions (function.c) ---- */
void function_emit(Unit *unit, Graph *graph);

/* ---- the build plan (build.c) ---- */
void build_emit(Backend *backend);

/* ---- chunks (chunks.c) ----
 * Content-defined chunking: cuts a sequence by hashes of its names, so that a change of one
 * item's cost or an insertion moves the boundaries near it only. */
typedef struct Chunker {
    int target;   /* cost a chunk should have */
    int64_t cost; /* of the chunk so far */
} Chunker;
/* Whether a new chunk begins before this item. */
bool chunk_begins(Chunker *chunker, const char *name, int cost);

#endif
