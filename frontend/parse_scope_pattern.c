/* The checks of patterns: see parse_scope.c. */
#include "frontend/parse_scope.h"

static void check_pattern(Checker *checker, const Ast *node, Map *bound);

static void bind_capture(Checker *checker, const Ast *node, Map *bound) {
    if (!node->name)
        return;
    if ((*map_put(checker->parser->arena, bound, (uint64_t)(uintptr_t)node->name))++)
        checker_error(checker, node, "multiple assignments to name '%s' in pattern", node->name);
    checker_bind(checker, node, node->name);
}

static void check_patterns(Checker *checker, const AstList *list, Map *bound) {
    for (int i = 0; i < list->count; i++)
        check_pattern(checker, list->items[i], bound);
}

/* A name or `_`, also with names or groups around it: matches everything. */
static const Ast *irrefutable(const Ast *node) {
    if (node->kind == AST_PAT_AS)
        return node->a ? irrefutable(node->a) : node;
    if (node->kind == AST_PAT_OR)
        return irrefutable(node->list.items[node->list.count - 1]);
    return NULL;
}

static void report_unreachable(Checker *checker, const Ast *node) {
    if (node->name)
        checker_error(checker, node, "name capture '%s' makes remaining patterns unreachable", node->name);
    else
        checker_error(checker, node, "wildcard makes remaining patterns unreachable");
}

/* The captures of a pattern, in order of appearance. */
static void collect_captures(Parser *parser, const Ast *node, AstList *out) {
    if (node->name && (node->kind == AST_PAT_AS || node->kind == AST_PAT_STAR || node->kind == AST_PAT_MAPPING))
        parser_add(parser, out, (Ast *)(uintptr_t)node);
    if (node->kind == AST_PAT_OR) {
        collect_captures(parser, node->list.items[0], out);
        return;
    }
    if (node->kind == AST_PAT_AS && node->a)
        collect_captures(parser, node->a, out);
    bool has_patterns = node->kind == AST_PAT_SEQUENCE || node->kind == AST_PAT_CLASS;
    for (int i = 0; has_patterns && i < node->list.count; i++)
        collect_captures(parser, node->list.items[i], out);
    for (int i = 0; i < node->list2.count; i++)
        collect_captures(parser, node->kind == AST_PAT_CLASS ? node->list2.items[i]->a : node->list2.items[i], out);
}

static bool same_captures(Parser *parser, const Ast *a, const Ast *b) {
    AstList first = {0}, second = {0};
    collect_captures(parser, a, &first);
    collect_captures(parser, b, &second);
    Map names = {0};
    for (int i = 0; i < first.count; i++)
        *map_put(parser->arena, &names, (uint64_t)(uintptr_t)first.items[i]->name) = 1;
    for (int i = 0; i < second.count; i++)
        if (!map_find(&names, (uint64_t)(uintptr_t)second.items[i]->name))
            return false;
    return first.count == second.count;
}

static void check_alternatives(Checker *checker, const Ast *node, Map *bound) {
    check_pattern(checker, node->list.items[0], bound);
    for (int i = 0; i + 1 < node->list.count; i++) {
        const Ast *all = irrefutable(node->list.items[i]);
        if (all)
            report_unreachable(checker, all);
    }
    for (int i = 1; i < node->list.count; i++) {
        Map own = {0};
        check_pattern(checker, node->list.items[i], &own);
        if (!same_captures(checker->parser, node->list.items[0], node->list.items[i])) {
            checker_error(checker, node, "alternative patterns bind different names");
            return;
        }
    }
}

static void check_sequence(Checker *checker, const Ast *node, Map *bound) {
    int stars = 0;
    for (int i = 0; i < node->list.count; i++)
        stars += node->list.items[i]->kind == AST_PAT_STAR;
    if (stars > 1)
        checker_error(checker, node, "multiple starred names in sequence pattern");
    check_patterns(checker, &node->list, bound);
}

static void check_class(Checker *checker, const Ast *node, Map *bound) {
    checker_expression(checker, node->a);
    check_patterns(checker, &node->list, bound);
    Map seen = {0};
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *keyword = node->list2.items[i];
        if ((*map_put(checker->parser->arena, &seen, (uint64_t)(uintptr_t)keyword->name))++)
            checker_error(checker, keyword->a, "attribute name repeated in class pattern: %s", keyword->name);
        check_pattern(checker, keyword->a, bound);
    }
}

static void check_pattern(Checker *checker, const Ast *node, Map *bound) {
    switch ((int)node->kind) {
    case AST_PAT_SEQUENCE:
        check_sequence(checker, node, bound);
        return;
    case AST_PAT_CLASS:
        check_class(checker, node, bound);
        return;
    case AST_PAT_OR:
        check_alternatives(checker, node, bound);
        return;
    case AST_PAT_MAPPING:
        checker_expressions(checker, &node->list);
        check_patterns(checker, &node->list2, bound);
        bind_capture(checker, node, bound);
        return;
    case AST_PAT_AS:
        if (node->a)
            check_pattern(checker, node->a, bound);
        bind_capture(checker, node, bound);
        return;
    case AST_PAT_STAR:
        bind_capture(checker, node, bound);
        return;
    default:
        checker_expression(checker, node->a);
    }
}

void checker_match_case(Checker *checker, const Ast *node, bool is_last) {
    Map bound = {0};
    check_pattern(checker, node->a, &bound);
    const Ast *all = irrefutable(node->a);
    if (all && !node->b && !is_last)
        report_unreachable(checker, all);
    checker_expression(checker, node->b);
}
