/* Explicitly managed classes. */
#ifndef FRONTEND_INFER_RAW_H
#define FRONTEND_INFER_RAW_H

#include "frontend/infer_internal.h"

/* The op sets `_alloc_flavor_` of the class. */
void infer_flavor(Inference *inf, OpNode *node, ClassDef *def);

/* Reports explicitly managed classes that cannot be such, and collected objects in theirs. */
void infer_raw_classes(Inference *inf);

#endif
