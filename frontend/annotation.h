/* What CPython evaluates of annotations. */
#ifndef FRONTEND_ANNOTATION_H
#define FRONTEND_ANNOTATION_H

#include "frontend/ast.h"

typedef void AnnotationVisit(void *data, const Ast *node);

/* Visits the parts of an annotation whose evaluation can be noticed, in order: names (unbound ones raise NameError),
 * attributes, calls. Subscripts, `|` and constants of types are no more than their parts. */
void annotation_visit(const Ast *annotation, AnnotationVisit *visit, void *data);
/* The same for all annotations of a function definition. */
void annotation_visit_function(const Ast *function, AnnotationVisit *visit, void *data);

#endif
