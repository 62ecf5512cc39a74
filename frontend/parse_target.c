/* What may be assigned to, deleted, or bound by a loop. Targets are parsed as expressions and checked afterwards. */
#include "frontend/parse.h"

const char *ast_expression_name(const Ast *node) {
    switch ((int)node->kind) {
    case AST_ATTRIBUTE:
        return "attribute";
    case AST_SUBSCRIPT:
        return "subscript";
    case AST_STARRED:
        return "starred";
    case AST_NAME:
        return "name";
    case AST_LIST:
        return "list";
    case AST_TUPLE:
        return "tuple";
    case AST_LAMBDA:
        return "lambda";
    case AST_CALL:
        return "function call";
    case AST_BOOL_OP:
    case AST_BINARY:
    case AST_UNARY:
        return "expression";
    case AST_GENERATOR:
        return "generator expression";
    case AST_YIELD:
    case AST_YIELD_FROM:
        return "yield expression";
    case AST_AWAIT:
        return "await expression";
    case AST_LIST_COMP:
        return "list comprehension";
    case AST_SET_COMP:
        return "set comprehension";
    case AST_DICT_COMP:
        return "dict comprehension";
    case AST_DICT:
        return "dict literal";
    case AST_SET:
        return "set display";
    case AST_JOINED_STR:
        return "f-string expression";
    case AST_NONE:
        return "None";
    case AST_TRUE:
        return "True";
    case AST_FALSE:
        return "False";
    case AST_ELLIPSIS:
        return "ellipsis";
    case AST_COMPARE:
        return "comparison";
    case AST_CONDITIONAL:
        return "conditional expression";
    case AST_NAMED:
        return "named expression";
    default:
        return "literal";
    }
}

/* The part of `node` that cannot be a target; NULL if all can. Depth is bounded by the nesting of brackets. */
static const Ast *invalid_part(const Ast *node, TargetUse use) {
    const Ast *bad = NULL;
    switch ((int)node->kind) {
    case AST_NAME:
    case AST_ATTRIBUTE:
    case AST_SUBSCRIPT:
        return NULL;
    case AST_STARRED:
        return use == TARGET_DELETE ? node : invalid_part(node->a, use);
    case AST_LIST:
    case AST_TUPLE:
        for (int i = 0; i < node->list.count && !bad; i++)
            bad = invalid_part(node->list.items[i], use);
        return bad;
    default:
        return node;
    }
}

bool parse_is_target(const Ast *node) {
    return !invalid_part(node, TARGET_ASSIGN);
}

void parse_check_target(Parser *parser, const Ast *node, TargetUse use) {
    const Ast *bad = invalid_part(node, use);
    if (!bad)
        return;
    if (use == TARGET_DELETE)
        parser_fail(parser, "P0001", ast_range(bad), NULL, "cannot delete %s", ast_expression_name(bad));
    parser_fail(parser, "P0001", ast_range(bad), NULL, "cannot assign to %s", ast_expression_name(bad));
}

static Ast *star_target(Parser *parser) {
    Start start = parser_start(parser);
    if (!parser_accept(parser, TOK_STAR))
        return parse_bitwise_or(parser);
    Ast *value = parse_bitwise_or(parser), *node = parser_node(parser, AST_STARRED, start);
    node->a = value;
    return node;
}

Ast *parse_for_targets(Parser *parser) {
    Start start = parser_start(parser);
    Ast *target = star_target(parser);
    if (parser_peek(parser) == TOK_COMMA) {
        Ast *node = parser_node(parser, AST_TUPLE, start);
        parser_add(parser, &node->list, target);
        while (parser_accept(parser, TOK_COMMA) && parser_starts_expression(parser_peek(parser)))
            parser_add(parser, &node->list, star_target(parser));
        parser_close(parser, node);
        target = node;
    }
    parse_check_target(parser, target, TARGET_FOR);
    return target;
}

Ast *parse_with_target(Parser *parser) {
    Ast *target = star_target(parser);
    parse_check_target(parser, target, TARGET_ASSIGN);
    return target;
}
