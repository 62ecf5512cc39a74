/* Part of infer_internal.h: slices. */
#ifndef FRONTEND_INFER_SLICE_H
#define FRONTEND_INFER_SLICE_H

#include "frontend/infer_internal.h"

/* slices as indices (infer_slice.c) */

/* The slice object that the index surely is, or NULL. */
Con *slice_con(Cell *index);
/* The method for a slice that stands for this operation with an item. */
const char *slice_method(OpCode code);
/* Whether the index is a slice and the object the library's: then the operation is that method's call. */
bool infer_slice_item(Inference *inf, OpNode *node, Cell *object, Cell *index);
/* The length alone of a slice of a str, x[y:z]: lowering decides whether it is wanted. */
void infer_slice_length(Inference *inf, OpNode *node);

#endif
