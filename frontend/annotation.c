/* The parts of annotations that CPython evaluates: scope.c finds the names in them, flow_bound.c those that may be
 * unbound, and flow_annotation.c reads them where the function is made. */
#include "frontend/annotation.h"

static void visit_items(const AstList *list, AnnotationVisit *visit, void *data) {
    for (int i = 0; i < list->count; i++)
        annotation_visit(list->items[i], visit, data);
}

void annotation_visit(const Ast *node, AnnotationVisit *visit, void *data) {
    if (!node)
        return;
    switch ((int)node->kind) {
    case AST_SUBSCRIPT:
        annotation_visit(node->a, visit, data);
        annotation_visit(node->b, visit, data);
        break;
    case AST_BINARY:
        if (node->op != OPR_BITOR) {
            visit(data, node);
            break;
        }
        annotation_visit(node->a, visit, data);
        annotation_visit(node->b, visit, data);
        break;
    case AST_TUPLE:
    case AST_LIST:
        visit_items(&node->list, visit, data);
        break;
    case AST_STARRED:
        annotation_visit(node->a, visit, data);
        break;
    case AST_STR:
    case AST_INT:
    case AST_BYTES:
    case AST_NONE:
    case AST_TRUE:
    case AST_FALSE:
    case AST_ELLIPSIS:
        break;
    default:
        visit(data, node);
    }
}

static void visit_params(const AstList *params, AnnotationVisit *visit, void *data) {
    for (int i = 0; i < params->count; i++)
        annotation_visit(params->items[i]->a, visit, data);
}

void annotation_visit_function(const Ast *function, AnnotationVisit *visit, void *data) {
    const Ast *arguments = function->a;
    visit_params(&arguments->list, visit, data);
    if (arguments->a)
        annotation_visit(arguments->a->a, visit, data);
    visit_params(&arguments->list2, visit, data);
    if (arguments->b)
        annotation_visit(arguments->b->a, visit, data);
    annotation_visit(function->b, visit, data);
}
