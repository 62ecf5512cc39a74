/* Names: from source identity to C, and every name the generated code shares with runtime/native/weft.h. */
#ifndef BACKEND_C_NAMES_H
#define BACKEND_C_NAMES_H

#include "ir/ir.h"

/* Assumptions on weft.h that are not spelled `weft_op_<op>` or `weft_<native>`. */
#define C_HEADER_FILE "weft.h"
#define C_IDS_FILE "weft_ids.h"
#define C_PLACES_FILE "trace_places.c"
#define C_GROUP "weft_group"
#define C_GRAPH_RAISE_RECURSION "weft.core.exceptions._raise_recursion_error"
#define C_GRAPH_RAISE_MEMORY "weft.core.exceptions._raise_memory_error"

/* An injective encoding of any text as part of a C identifier: letters, digits and single underscores stay, a dot
 * becomes `__`, everything else (and the letter Z) an escape that starts with Z. Very long names end in a hash instead.
 */
const char *name_encode(Arena *arena, const char *name);

/* C symbols of the program's objects. No two objects share one, and none is a C keyword or one of the C library's. */
const char *name_function(Arena *arena, const char *graph_name);
const char *name_data(Arena *arena, const char *data_name);
const char *name_trace(Arena *arena, const char *graph_name);
const char *name_place(Arena *arena, const char *graph_name);

/* The readable beginning of a local variable's name: never contains two underscores in a row nor ends in one. */
const char *name_local(Arena *arena, const char *hint);

#endif
