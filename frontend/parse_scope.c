/* What the grammar cannot say: errors that CPython finds after parsing, in its symbol tables and its compiler.
 *
 * A walk over the tree with a stack of frames. All errors are reported, not only the first. Chains (a sum, a row of
 * elifs) are walked in loops. Undefined nonlocals are left to the symbol tables of the flow builder.
 */
#include "frontend/parse_scope.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_BLOCKS = 20 };

static void check_block(Checker *checker, const AstList *list, Place place);

/* ---- frames and names ---- */

void checker_error(Checker *checker, const Ast *node, const char *format, ...) {
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    parser_report(checker->parser, "P0001", ast_range(node), NULL, "%s", message);
}

void checker_enter(Checker *checker, Frame *frame, FrameKind kind) {
    memset(frame, 0, sizeof *frame);
    frame->kind = kind;
    frame->outer = checker->frame;
    checker->frame = frame;
}

void checker_leave(Checker *checker) {
    checker->frame = checker->frame->outer;
}

unsigned checker_flags(const Frame *frame, const char *name) {
    const uint64_t *flags = map_find(&frame->names, (uint64_t)(uintptr_t)name);
    return flags ? (unsigned)*flags : 0;
}

void checker_mark(Checker *checker, Frame *frame, const char *name, unsigned flags) {
    *map_put(checker->parser->arena, &frame->names, (uint64_t)(uintptr_t)name) |= flags;
}

void checker_bind(Checker *checker, const Ast *node, const char *name) {
    if (strcmp(name, "__debug__") == 0)
        checker_error(checker, node, "cannot assign to __debug__");
    checker_mark(checker, checker->frame, name, NAME_BOUND);
}

/* ---- global and nonlocal ---- */

static void check_declaration(Checker *checker, const Ast *node, const Ast *name, const char *word) {
    unsigned flags = checker_flags(checker->frame, name->name);
    if (flags & NAME_PARAM)
        checker_error(checker, node, "name '%s' is parameter and %s", name->name, word);
    else if (flags & NAME_USED)
        checker_error(checker, node, "name '%s' is used prior to %s declaration", name->name, word);
    else if (flags & NAME_ANNOTATED)
        checker_error(checker, node, "annotated name '%s' can't be %s", name->name, word);
    else if (flags & NAME_BOUND)
        checker_error(checker, node, "name '%s' is assigned to before %s declaration", name->name, word);
}

static void check_declarations(Checker *checker, const Ast *node) {
    bool is_global = node->kind == AST_GLOBAL;
    if (!is_global && checker->frame->kind == FRAME_MODULE) {
        checker_error(checker, node, "nonlocal declaration not allowed at module level");
        return;
    }
    for (int i = 0; i < node->list.count; i++) {
        const char *name = node->list.items[i]->name;
        check_declaration(checker, node, node->list.items[i], is_global ? "global" : "nonlocal");
        checker_mark(checker, checker->frame, name, is_global ? NAME_GLOBAL : NAME_NONLOCAL);
        unsigned both = NAME_GLOBAL | NAME_NONLOCAL;
        if ((checker_flags(checker->frame, name) & both) == both)
            checker_error(checker, node, "name '%s' is nonlocal and global", name);
    }
}

/* ---- jumps ---- */

static void check_return(Checker *checker, const Ast *node, Place place) {
    Frame *frame = checker->frame;
    if (frame->kind != FRAME_FUNCTION)
        checker_error(checker, node, "'return' outside function");
    else if (place.in_star_handler)
        checker_error(checker, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    if (node->a && !frame->value_return)
        frame->value_return = node;
    checker_expression(checker, node->a);
}

static void check_jump(Checker *checker, const Ast *node, Place place) {
    if (place.leaves_star_handler)
        checker_error(checker, node, "'break', 'continue' and 'return' cannot appear in an except* block");
    else if (!place.in_loop)
        checker_error(checker, node,
                      node->kind == AST_BREAK ? "'break' outside loop" : "'continue' not properly in loop");
}

static void check_async(Checker *checker, const Ast *node, const char *what) {
    if (node->flag && !(checker->frame->kind == FRAME_FUNCTION && checker->frame->is_async))
        checker_error(checker, node, "'async %s' outside async function", what);
}

/* ---- blocks ---- */

static Place nested(Checker *checker, const Ast *node, Place place, int blocks) {
    bool was_fine = place.blocks <= MAX_BLOCKS;
    place.blocks += blocks;
    if (was_fine && place.blocks > MAX_BLOCKS)
        parser_report(checker->parser, "P0004", ast_range(node), "move the inner statements into a function",
                      "too many statically nested blocks");
    return place;
}

static Place loop_body(Checker *checker, const Ast *node, Place place) {
    place = nested(checker, node, place, 1);
    place.in_loop = true;
    place.leaves_star_handler = false;
    return place;
}

static void check_for(Checker *checker, const Ast *node, Place place) {
    check_async(checker, node, "for");
    checker_expression(checker, node->b);
    checker_assigned(checker, node->a);
    check_block(checker, &node->list, loop_body(checker, node, place));
    check_block(checker, &node->list2, place);
}

static void check_while(Checker *checker, const Ast *node, Place place) {
    checker_expression(checker, node->a);
    check_block(checker, &node->list, loop_body(checker, node, place));
    check_block(checker, &node->list2, place);
}

static void check_if(Checker *checker, const Ast *node, Place place) {
    for (;;) {
        checker_expression(checker, node->a);
        check_block(checker, &node->list, place);
        if (node->list2.count != 1 || node->list2.items[0]->kind != AST_IF)
            break;
        node = node->list2.items[0];
    }
    check_block(checker, &node->list2, place);
}

static void check_with(Checker *checker, const Ast *node, Place place) {
    check_async(checker, node, "with");
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *item = node->list2.items[i];
        checker_expression(checker, item->a);
        if (item->b)
            checker_assigned(checker, item->b);
    }
    check_block(checker, &node->list, nested(checker, node, place, node->list2.count));
}

static void check_handlers(Checker *checker, const Ast *node, Place place) {
    Place inside = nested(checker, node, place, 2);
    if (node->flag)
        inside.in_star_handler = inside.leaves_star_handler = true;
    for (int i = 0; i < node->list2.count; i++) {
        const Ast *handler = node->list2.items[i];
        if (!handler->a && i + 1 < node->list2.count)
            checker_error(checker, handler, "default 'except:' must be last");
        checker_expression(checker, handler->a);
        if (handler->name)
            checker_bind(checker, handler, handler->name);
        check_block(checker, &handler->list, inside);
    }
}

static void check_try(Checker *checker, const Ast *node, Place place) {
    Place guarded = node->b ? nested(checker, node, place, 1) : place;
    check_block(checker, &node->list, node->list2.count ? nested(checker, node, guarded, 1) : guarded);
    if (node->list2.count)
        check_handlers(checker, node, guarded);
    if (node->a)
        check_block(checker, &node->a->list, guarded);
    if (node->b)
        check_block(checker, &node->b->list, nested(checker, node, place, 1));
}

static void check_match(Checker *checker, const Ast *node, Place place) {
    checker_expression(checker, node->a);
    for (int i = 0; i < node->list.count; i++) {
        checker_match_case(checker, node->list.items[i], i + 1 == node->list.count);
        check_block(checker, &node->list.items[i]->list, place);
    }
}

/* ---- functions and classes ---- */

static void check_function(Checker *checker, const Ast *node) {
    checker_expressions(checker, &node->list2);
    checker_defaults(checker, node->a);
    checker_expression(checker, node->b);
    checker_bind(checker, node, node->name);
    Frame frame;
    checker_enter(checker, &frame, FRAME_FUNCTION);
    frame.is_async = node->flag;
    checker_parameters(checker, node->a);
    check_block(checker, &node->list, (Place){0});
    if (frame.is_async && frame.has_yield && frame.value_return)
        checker_error(checker, frame.value_return, "'return' with value in async generator");
    checker_leave(checker);
}

static void check_class(Checker *checker, const Ast *node) {
    checker_expressions(checker, &node->list2);
    if (node->a) {
        checker_starred_expressions(checker, &node->a->list);
        checker_keywords(checker, &node->a->list2);
    }
    checker_bind(checker, node, node->name);
    Frame frame;
    checker_enter(checker, &frame, FRAME_CLASS);
    check_block(checker, &node->list, (Place){0});
    checker_leave(checker);
}

/* ---- imports ---- */

static void check_future(Checker *checker, const Ast *node) {
    static const char *const features[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
    };
    for (int i = 0; i < node->list.count; i++) {
        const char *name = node->list.items[i]->name;
        bool is_known = false;
        for (size_t j = 0; j < sizeof features / sizeof *features; j++)
            is_known |= strcmp(features[j], name) == 0;
        if (!strcmp(name, "braces"))
            checker_error(checker, node, "not a chance");
        else if (!is_known)
            checker_error(checker, node, "future feature %s is not defined", name);
    }
}

static void check_import(Checker *checker, const Ast *node) {
    for (int i = 0; i < node->list.count; i++) {
        const Ast *alias = node->list.items[i];
        if (strcmp(alias->name, "*") == 0) {
            if (checker->frame->kind != FRAME_MODULE)
                checker_error(checker, node, "import * only allowed at module level");
            continue;
        }
        const char *name = alias->text ? alias->text : alias->name, *dot = strchr(name, '.');
        checker_bind(checker, alias, dot ? intern_n(checker->parser->names, name, (size_t)(dot - name)) : name);
    }
}

static bool is_future(const Ast *node) {
    return node->kind == AST_IMPORT_FROM && node->name && !node->integer && !strcmp(node->name, "__future__");
}

static bool is_docstring(const Ast *node) {
    return node->kind == AST_EXPR && node->a->kind == AST_STR;
}

/* Future imports come first, after the docstring. Returns how many statements that is. */
static int check_futures(Checker *checker, const Ast *module) {
    int first = module->list.count && is_docstring(module->list.items[0]) ? 1 : 0;
    for (; first < module->list.count && is_future(module->list.items[first]); first++)
        check_future(checker, module->list.items[first]);
    return first;
}

static void check_import_from(Checker *checker, const Ast *node) {
    if (is_future(node))
        checker_error(checker, node, "from __future__ imports must occur at the beginning of the file");
    check_import(checker, node);
}

/* ---- statements ---- */

static void check_annotated(Checker *checker, const Ast *node) {
    const Ast *target = node->a;
    checker_expression(checker, node->c);
    if (target->kind == AST_NAME) {
        unsigned flags = checker_flags(checker->frame, target->name);
        if (node->flag && flags & (NAME_GLOBAL | NAME_NONLOCAL))
            checker_error(checker, node, "annotated name '%s' can't be %s", target->name,
                          flags & NAME_GLOBAL ? "global" : "nonlocal");
        if (node->flag || node->c)
            checker_bind(checker, target, target->name);
        checker_mark(checker, checker->frame, target->name, node->flag ? NAME_ANNOTATED : 0);
    } else
        checker_assigned(checker, target);
    checker_expression(checker, node->b);
}

static void check_delete(Checker *checker, const Ast *target) {
    if (target->kind == AST_NAME) {
        if (strcmp(target->name, "__debug__") == 0)
            checker_error(checker, target, "cannot delete __debug__");
        checker_mark(checker, checker->frame, target->name, NAME_BOUND);
    } else if (target->kind == AST_TUPLE || target->kind == AST_LIST)
        for (int i = 0; i < target->list.count; i++)
            check_delete(checker, target->list.items[i]);
    else
        checker_expression(checker, target);
}

static void check_simple(Checker *checker, const Ast *node) {
    switch ((int)node->kind) {
    case AST_ASSIGN:
        checker_expression(checker, node->a);
        for (int i = 0; i < node->list.count; i++)
            checker_assigned(checker, node->list.items[i]);
        return;
    case AST_AUG_ASSIGN:
        checker_expression(checker, node->b);
        checker_assigned(checker, node->a);
        return;
    case AST_ANN_ASSIGN:
        check_annotated(checker, node);
        return;
    case AST_DELETE:
        for (int i = 0; i < node->list.count; i++)
            check_delete(checker, node->list.items[i]);
        return;
    case AST_IMPORT:
        check_import(checker, node);
        return;
    case AST_GLOBAL:
    case AST_NONLOCAL:
        check_declarations(checker, node);
        return;
    default: /* expression, assert, raise, pass */
        checker_expression(checker, node->a);
        checker_expression(checker, node->b);
    }
}

static void check_statement(Checker *checker, const Ast *node, Place place) {
    switch ((int)node->kind) {
    case AST_FUNCTION_DEF:
        check_function(checker, node);
        return;
    case AST_CLASS_DEF:
        check_class(checker, node);
        return;
    case AST_RETURN:
        check_return(checker, node, place);
        return;
    case AST_BREAK:
    case AST_CONTINUE:
        check_jump(checker, node, place);
        return;
    case AST_FOR:
        check_for(checker, node, place);
        return;
    case AST_WHILE:
        check_while(checker, node, place);
        return;
    case AST_IF:
        check_if(checker, node, place);
        return;
    case AST_WITH:
        check_with(checker, node, place);
        return;
    case AST_TRY:
        check_try(checker, node, place);
        return;
    case AST_MATCH:
        check_match(checker, node, place);
        return;
    case AST_IMPORT_FROM:
        check_import_from(checker, node);
        return;
    default:
        check_simple(checker, node);
    }
}

static void check_block(Checker *checker, const AstList *list, Place place) {
    for (int i = 0; i < list->count; i++)
        check_statement(checker, list->items[i], place);
}

void parse_check_scopes(Parser *parser, const Ast *module) {
    Checker checker = {.parser = parser};
    Frame frame;
    checker_enter(&checker, &frame, FRAME_MODULE);
    for (int i = check_futures(&checker, module); i < module->list.count; i++)
        check_statement(&checker, module->list.items[i], (Place){0});
}
