/* Expansion: library definitions that write classes, @dataclass, namedtuple and the like.
 *
 * A definition of the library may stand under `@expansion("…")`. Then it is a template (expand_template.c), and each
 * use of the definition in the program is replaced by what the template gives, before names are resolved:
 *
 * - a function used as a class's decorator: the text goes to the end of the class body; what follows a line `...` goes
 *   behind the statement. The fields are the annotated names of the body.
 * - a class used as a base, directly or not: the same; the first line names the fields: `annotated` or `assigned`.
 * - a function whose template begins with `named`, called as the value of an assignment or as a base: a class statement
 *   of that text, with the fields that the second argument names.
 * - `plain` as the first line of a decorator's template: the class body is left as it is, there are no fields.
 * - `field`: describes a field, see expand_fields.c.
 * - `method NAME`: a call f(x, …) becomes x.NAME(…).
 * - `maker`: a call f("a", x, …) becomes E(x, …), where E is the expression that the template gives for the field `a`;
 *   `makers`: all arguments are names of fields, `a.b` among them.
 *
 * - `letters KEPT`: a call f("2ab", x, ..) becomes E("2ab", x, ..), where E is the expression that the template gives
 * for the fields `a`, `a` and `b`: a number says how often the letter behind it counts, unless KEPT has the letter.
 * `$text` is the string without blanks. Other calls are left as they are.
 * - `groups`: a call f("pattern", ..) becomes E("pattern", ..), where E is the expression that the template gives with
 * the option `several`, if the constant has more than one group. Other calls are left as they are.
 * - `operation PREFIX`: a call f(x + y) becomes PREFIXadd(x, y); so do - and *. Other calls are left as they are.
 *
 * Two bases, a builtin X and a class Y of the library, are the class X_Y beside Y if there is one.
 *
 * What templates share is said once: their text may be a sum of strings and of names that the module gives to strings.
 *
 * In a template `_weft_NAME` means NAME in the template's module or, if that does not bind it, the builtin: whatever
 * names the program has given a meaning of its own. Functions that come from a template are in the file "<string>", as
 * in CPython.
 */
#include "frontend/expand_internal.h"

#include <string.h>

static void walk(Expand *expand, Ast *node, const Frame *frame);
static void walk_list(Expand *expand, AstList *list, const Frame *outer, FlowModule *module);

static void list_remove(AstList *list, int at) {
    memmove(list->items + at, list->items + at + 1, (size_t)(list->count - at - 1) * sizeof(Ast *));
    list->count--;
}

/* ---- what is parsed ---- */

/* Makes `_weft_NAME` the library's; what runs with the class statement stands where that stands. */
static void settle(const Expand *expand, Ast *node, const FlowModule *home, const Ast *place) {
    if (!node)
        return;
    if (place)
        expand_place(node, place);
    if (node->kind == AST_NAME && !strncmp(node->name, "_weft_", 6)) {
        node->name = intern(expand->program->names, node->name + 6);
        node->text = scope_module_binds(home->scopes, node->name) ? home->module->name : "builtins";
    }
    const Ast *inner = node->kind == AST_FUNCTION_DEF ? NULL : place;
    settle(expand, node->a, home, place);
    settle(expand, node->b, home, place);
    settle(expand, node->c, home, place);
    for (int i = 0; i < node->list.count; i++)
        settle(expand, node->list.items[i], home, inner);
    for (int i = 0; i < node->list2.count; i++)
        settle(expand, node->list2.items[i], home, place);
}

static void note_functions(const Expand *expand, FlowModule *module, const AstList *list, SourceFile *file) {
    for (int i = 0; i < list->count; i++) {
        const Ast *node = list->items[i];
        if (node->kind == AST_FUNCTION_DEF)
            map_set_ptr(expand->arena, &module->generated, node, file);
        else if (node->kind == AST_CLASS_DEF)
            note_functions(expand, module, &node->list, file);
    }
}

static AstList parse_text(const Expand *expand, FlowModule *module, const TemplateUse *use, const FieldList *fields,
                          const Attr *options, const Ast *place) {
    size_t length;
    const char *body = strchr(use->template, '\n');
    char *text = expand_fill(expand, body ? body : use->template, fields, options, &length);
    SourceFile *file = program_add_file(expand->program, "<string>", module->module->name, text, length);
    file->is_generated = true;
    Ast *tree = ast_parse_module(expand->arena, expand->program->names, file, expand->program->diags);
    if (!tree)
        return (AstList){0};
    for (int i = 0; i < tree->list.count; i++)
        settle(expand, tree->list.items[i], use->home, place);
    note_functions(expand, module, &tree->list, file);
    return tree->list;
}

/* ---- classes ---- */

/* The template of the first base, or of one of its bases, that has one. */
static TemplateUse base_template(const Expand *expand, const Frame *frame, const Ast *node) {
    for (int i = 0; node->a && i < node->a->list.count; i++) {
        Found found = expand_find(expand, frame, node->a->list.items[i]);
        const char *template = expand_template_of(expand, found.node);
        if (!found.node || found.node == node || found.node->kind != AST_CLASS_DEF)
            continue;
        if (template)
            return (TemplateUse){template, found.module};
        Frame top = {NULL, &found.module->source->tree->list, found.module};
        TemplateUse use = base_template(expand, found.module == frame->module ? frame : &top, found.node);
        if (expand_has_kind(use.template, "assigned"))
            return use;
    }
    return (TemplateUse){0};
}

/* `def.NAME` for the methods in the class body, `has.NAME` for these and those of the program's bases. */
static void note_methods(const Expand *expand, const Frame *frame, const Ast *node, bool own, Attr **options) {
    for (int i = 0; i < node->list.count; i++) {
        const Ast *statement = node->list.items[i];
        if (statement->kind != AST_FUNCTION_DEF || map_get_ptr(&frame->module->generated, statement))
            continue;
        if (own)
            expand_add_attr(expand, options, arena_printf(expand->arena, "def.%s", statement->name), "True", false);
        expand_add_attr(expand, options, arena_printf(expand->arena, "has.%s", statement->name), "True", false);
    }
    for (int i = 0; node->a && i < node->a->list.count; i++) {
        Found found = expand_find(expand, frame, node->a->list.items[i]);
        bool is_class = found.node && found.node != node && found.node->kind == AST_CLASS_DEF;
        Frame top = {NULL, is_class ? &found.module->source->tree->list : NULL, found.module};
        if (is_class && !found.module->source->is_library)
            note_methods(expand, found.module == frame->module ? frame : &top, found.node, false, options);
    }
}

/* Adds what the template gives to the class body, and behind the statement. */
static void expand_class_by(Expand *expand, const Frame *frame, Ast *node, const TemplateUse *use, Attr *options,
                            AstList *after) {
    static const FieldList none;
    const FieldList *fields = expand_has_kind(use->template, "plain") ? &none : expand_fields(expand, frame, node, use);
    expand_add_attr(expand, &options, "class", node->name, false);
    note_methods(expand, frame, node, true, &options);
    AstList list = parse_text(expand, frame->module, use, fields, options, node);
    AstList *target = &node->list;
    for (int i = 0; i < list.count; i++) {
        Ast *statement = list.items[i];
        if (statement->kind == AST_EXPR && statement->a->kind == AST_ELLIPSIS)
            target = after;
        else
            expand_add(expand, target, statement);
    }
}

static void expand_class(Expand *expand, const Frame *frame, Ast *node, AstList *after) {
    TemplateUse use = base_template(expand, frame, node);
    if (use.template)
        expand_class_by(expand, frame, node, &use, NULL, after);
    for (int i = node->list2.count; i--;) {
        Ast *decorator = node->list2.items[i];
        Found found = expand_find(expand, frame, decorator);
        use = (TemplateUse){expand_template_of(expand, found.node), found.module};
        if (!use.template)
            continue;
        Attr *options = NULL;
        if (decorator->kind == AST_CALL)
            expand_options(expand, &decorator->list2, &options);
        expand_class_by(expand, frame, node, &use, options, after);
        list_remove(&node->list2, i);
    }
}

/* ---- calls that make classes ---- */

static void unsupported(const Expand *expand, const Frame *frame, const Ast *node, const char *name) {
    Pos *pos = arena_alloc(expand->program->arena, sizeof *pos);
    *pos = (Pos){.file = frame->module->source->file,
                 .line = node->line,
                 .column = node->column,
                 .end_line = node->end_line,
                 .end_column = node->end_column};
    diag_error(expand->program->diags, "U0113", pos,
               "not supported: `%s` here, because classes are made at compile time; instead use it where a class is "
               "defined, with constant names",
               name);
}

static void default_fields(const Expand *expand, FieldList *fields, const Ast *call) {
    for (int i = 0; i < call->list2.count; i++) {
        const Ast *keyword = call->list2.items[i];
        const AstList *values = &keyword->a->list;
        if (!keyword->name || strcmp(keyword->name, "defaults") != 0)
            continue;
        for (int k = 0; k < values->count && k < fields->count; k++) {
            TemplateField *field = &fields->items[fields->count - values->count + k];
            expand_add_attr(expand, &field->attrs, "value", arena_printf(expand->arena, "_value_%s", field->name),
                            true);
        }
    }
}

/* The values of defaults=(…), in the class body. */
static void default_values(const Expand *expand, AstList *body, const FieldList *fields, const Ast *call) {
    for (int i = 0; i < call->list2.count; i++) {
        const Ast *keyword = call->list2.items[i];
        const AstList *values = &keyword->a->list;
        for (int k = 0; keyword->name && !strcmp(keyword->name, "defaults") && k < values->count; k++) {
            const TemplateField *field = &fields->items[fields->count - values->count + k];
            Ast *assign = expand_node(expand, AST_ASSIGN, call, NULL);
            const char *name = intern(expand->program->names, expand_attr(field->attrs, "value"));
            assign->a = values->items[k];
            expand_add(expand, &assign->list, expand_node(expand, AST_NAME, call, name));
            expand_add(expand, body, assign);
        }
    }
}

/* The class statement that NAME = f("NAME", fields) stands for; NULL if the call is none. */
static Ast *class_of_call(Expand *expand, const Frame *frame, const Ast *call, const char *name) {
    if (call->kind != AST_CALL || call->list.count != 2 || call->list.items[0]->kind != AST_STR)
        return NULL;
    Found found = expand_find(expand, frame, call);
    TemplateUse use = {expand_template_of(expand, found.node), found.module};
    FieldList *fields = arena_alloc(expand->arena, sizeof *fields);
    if (!expand_has_kind(use.template, "named") || !expand_named_fields(expand, call->list.items[1], fields))
        return NULL;
    Attr *options = NULL;
    expand_add_attr(expand, &options, "class", name, false);
    default_fields(expand, fields, call);
    AstList list = parse_text(expand, frame->module, &use, fields, options, call);
    if (!list.count)
        return NULL;
    AstList body = {0};
    default_values(expand, &body, fields, call);
    for (int i = 0; i < list.items[0]->list.count; i++)
        expand_add(expand, &body, list.items[0]->list.items[i]);
    list.items[0]->list = body;
    return list.items[0];
}

static Ast *class_of_assignment(Expand *expand, const Frame *frame, const Ast *node) {
    if (node->kind != AST_ASSIGN || node->list.count != 1 || node->list.items[0]->kind != AST_NAME)
        return NULL;
    const char *name = node->list.items[0]->name;
    Ast *made = class_of_call(expand, frame, node->a, name);
    return made && !strcmp(node->a->list.items[0]->text, name) ? made : NULL;
}

/* class P(f("P", fields)): the base gets a statement of its own before. */
static void hoist_bases(Expand *expand, const Frame *frame, const Ast *node, AstList *before) {
    for (int i = 0; node->a && i < node->a->list.count; i++) {
        const Ast *base = node->a->list.items[i];
        const char *name = intern(expand->program->names, arena_printf(expand->arena, "_base_%s", node->name));
        Ast *made = class_of_call(expand, frame, base, name);
        if (!made)
            continue;
        expand_class(expand, frame, made, before);
        expand_add(expand, before, made);
        node->a->list.items[i] = expand_node(expand, AST_NAME, base, name);
    }
}

/* class C(X, Y), where the library has a class X_Y for that: Y's members are X, too. */
static void join_bases(const Expand *expand, const Frame *frame, const Ast *node) {
    if (!node->a || node->a->list.count != 2)
        return;
    Ast *first = node->a->list.items[0];
    Found found = expand_find(expand, frame, node->a->list.items[1]);
    if (first->kind != AST_NAME || !expand_template_of(expand, found.node) || expand_find(expand, frame, first).node)
        return;
    Ast *joined = expand_node(expand, AST_NAME, first, NULL);
    joined->name = intern(expand->program->names, arena_printf(expand->arena, "%s_%s", first->name, found.node->name));
    joined->text = found.module->module->name;
    if (!expand_find(expand, frame, joined).node)
        return;
    node->a->list.items[0] = joined;
    node->a->list.count = 1;
}

/* ---- the walk ---- */

/* The functions of a maker are the library's: tracebacks do not show them. */
static void note_lambdas(const Expand *expand, FlowModule *module, const Ast *node, SourceFile *file) {
    if (!node)
        return;
    if (node->kind == AST_LAMBDA)
        map_set_ptr(expand->arena, &module->generated, node, file);
    note_lambdas(expand, module, node->a, file);
    note_lambdas(expand, module, node->b, file);
    for (int i = 0; i < node->list.count; i++)
        note_lambdas(expand, module, node->list.items[i], file);
}

/* f("name", ..) becomes (the template's expression)(..). */
static bool rewrite_maker(Expand *expand, Ast *node, const Frame *frame, const TemplateUse *use) {
    AstList names = {0};
    bool takes_all = expand_has_kind(use->template, "makers");
    for (int i = 0; i < node->list.count && (takes_all || !i); i++)
        expand_add(expand, &names, node->list.items[i]);
    Ast *tuple = expand_node(expand, AST_TUPLE, node, NULL);
    tuple->list = names;
    FieldList fields = {0};
    if (!names.count || !expand_named_fields(expand, tuple, &fields))
        return false;
    Attr *options = NULL;
    if (names.count > 1)
        expand_add_attr(expand, &options, "several", "True", false);
    AstList list = parse_text(expand, frame->module, use, &fields, options, node);
    if (list.count != 1)
        return false;
    node->a = list.items[0]->a;
    note_lambdas(expand, frame->module, node->a, use->home->source->file);
    for (int i = 0; i < names.count; i++)
        list_remove(&node->list, 0);
    return true;
}

/* f("letters", ..) becomes (the template's expression)("letters", ..). */
static void rewrite_letters(Expand *expand, Ast *node, const Frame *frame, const TemplateUse *use) {
    const char *text = node->list.count ? expand_constant_text(frame, node->list.items[0]) : NULL;
    FieldList fields = {0};
    Attr *options = NULL;
    if (!text || !expand_letter_fields(expand, text, use->template, &fields, &options))
        return;
    AstList list = parse_text(expand, frame->module, use, &fields, options, node);
    if (list.count != 1)
        return;
    node->a = list.items[0]->a;
    note_lambdas(expand, frame->module, node->a, use->home->source->file);
}

/* f("pattern", ..) becomes (the template's expression)("pattern", ..). */
static void rewrite_groups(Expand *expand, Ast *node, const Frame *frame, const TemplateUse *use) {
    const char *text = node->list.count ? expand_constant_text(frame, node->list.items[0]) : NULL;
    static const FieldList none;
    Attr *options = NULL;
    if (!text || expand_count_groups(text) < 2)
        return;
    expand_add_attr(expand, &options, "several", "True", false);
    AstList list = parse_text(expand, frame->module, use, &none, options, node);
    if (list.count != 1)
        return;
    node->a = list.items[0]->a;
    note_lambdas(expand, frame->module, node->a, use->home->source->file);
}

/* f(x + y) becomes PREFIXadd(x, y). */
static void rewrite_operation(const Expand *expand, Ast *node, const TemplateUse *use) {
    const Ast *operation = node->list.count == 1 ? node->list.items[0] : NULL;
    if (!operation || operation->kind != AST_BINARY)
        return;
    const char *name = operation->op == OPR_ADD   ? "add"
                       : operation->op == OPR_SUB ? "sub"
                       : operation->op == OPR_MUL ? "mul"
                                                  : NULL;
    if (!name)
        return;
    const char *prefix = strchr(use->template, ' ') + 1;
    name = arena_printf(expand->arena, "%s%s", prefix, name);
    node->a = expand_node(expand, AST_NAME, node->a, intern(expand->program->names, name));
    node->a->text = use->home->module->name;
    node->list = (AstList){0};
    expand_add(expand, &node->list, operation->a);
    expand_add(expand, &node->list, operation->b);
}

/* f(x, ..) becomes x.method(..). */
static void rewrite_call(Expand *expand, Ast *node, const Frame *frame) {
    Found found = expand_find(expand, frame, node);
    const char *template = expand_template_of(expand, found.node);
    if (!template)
        return;
    TemplateUse use = {template, found.module};
    if (expand_has_kind(template, "operation ")) {
        rewrite_operation(expand, node, &use);
        return;
    }
    if (expand_has_kind(template, "groups")) {
        rewrite_groups(expand, node, frame, &use);
        return;
    }
    if (expand_has_kind(template, "letters ")) {
        rewrite_letters(expand, node, frame, &use);
        return;
    }
    if (expand_has_kind(template, "maker") && rewrite_maker(expand, node, frame, &use))
        return;
    if (!expand_has_kind(template, "method ") || !node->list.count) {
        unsupported(expand, frame, node, node->a->name);
        return;
    }
    Ast *method = expand_node(expand, AST_ATTRIBUTE, node, intern(expand->program->names, template + 7));
    method->a = node->list.items[0];
    node->a = method;
    list_remove(&node->list, 0);
}

static void walk_children(Expand *expand, Ast *node, const Frame *frame) {
    walk(expand, node->a, frame);
    walk(expand, node->b, frame);
    walk(expand, node->c, frame);
    walk(expand, node->d, frame);
    walk_list(expand, &node->list, frame, frame->module);
    walk_list(expand, &node->list2, frame, frame->module);
}

static void walk(Expand *expand, Ast *node, const Frame *frame) {
    if (!node || map_get_ptr(&frame->module->generated, node))
        return;
    if (node->kind == AST_CALL)
        rewrite_call(expand, node, frame);
    walk_children(expand, node, frame);
}

static void walk_list(Expand *expand, AstList *list, const Frame *outer, FlowModule *module) {
    Frame frame = {outer, list, module};
    AstList result = {0};
    bool changed = false;
    for (int i = 0; i < list->count; i++) {
        Ast *node = list->items[i], *made = node ? class_of_assignment(expand, &frame, node) : NULL;
        AstList after = {0};
        if (made)
            expand_put(expand, list, i, node = made);
        if (node && node->kind == AST_CLASS_DEF) {
            join_bases(expand, &frame, node);
            hoist_bases(expand, &frame, node, &result);
            expand_class(expand, &frame, node, &after);
        }
        walk(expand, node, &frame);
        expand_add(expand, &result, node);
        for (int k = 0; k < after.count; k++)
            expand_add(expand, &result, after.items[k]);
        changed = changed || made || result.count != i + 1;
    }
    if (changed)
        *list = result;
}

/* ---- the library's side ---- */

/* What a template is written as: strings, names that the module gives to such, and `+` between them. NULL for others.
 */
static const char *constant_text(const Expand *expand, const Ast *tree, const Ast *expression) {
    if (expression->kind == AST_STR)
        return expression->text;
    if (expression->kind == AST_BINARY && expression->op == OPR_ADD) {
        const char *left = constant_text(expand, tree, expression->a);
        const char *right = constant_text(expand, tree, expression->b);
        return left && right ? arena_printf(expand->arena, "%s%s", left, right) : NULL;
    }
    for (int i = 0; expression->kind == AST_NAME && i < tree->list.count; i++) {
        const Ast *node = tree->list.items[i];
        if (node->kind == AST_ASSIGN && node->list.items[0]->kind == AST_NAME &&
            !strcmp(node->list.items[0]->name, expression->name))
            return constant_text(expand, tree, node->a);
    }
    return NULL;
}

static const char *expansion_text(const Expand *expand, const Ast *tree, const Ast *decorator) {
    bool is_expansion = decorator->kind == AST_CALL && decorator->a->kind == AST_NAME &&
                        !strcmp(decorator->a->name, "expansion") && decorator->list.count == 1;
    return is_expansion ? constant_text(expand, tree, decorator->list.items[0]) : NULL;
}

static bool take_templates(Expand *expand, const Ast *tree) {
    bool any = false;
    for (int i = 0; i < tree->list.count; i++) {
        Ast *node = tree->list.items[i];
        bool is_definition = node->kind == AST_FUNCTION_DEF || node->kind == AST_CLASS_DEF;
        const char *text =
            is_definition && node->list2.count ? expansion_text(expand, tree, node->list2.items[0]) : NULL;
        if (!text)
            continue;
        map_set_ptr(expand->arena, &expand->templates, node, (void *)(uintptr_t)text);
        list_remove(&node->list2, 0);
        any = true;
    }
    return any;
}

void flow_expand(Flow *flow) {
    Map indexes = {0};
    Expand expand = {.flow = flow, .program = flow->program, .arena = flow->arena, .indexes = &indexes};
    bool any = false;
    for (int i = 0; i < flow->count; i++)
        if (flow->modules[i]->source->is_library)
            any |= take_templates(&expand, flow->modules[i]->source->tree);
    for (int i = 0; any && i < flow->count; i++) {
        FlowModule *module = flow->modules[i];
        if (module->source->is_library)
            continue;
        walk_list(&expand, &module->source->tree->list, NULL, module);
        module->scopes = scope_scan(flow->arena, flow->program->names, module->source->file, flow->program->diags,
                                    module->source->tree);
    }
}
