/* The fields of classes that are expanded: what their bodies say, and their bases'.
 *
 * A value that stands in the class body stays there, under a name of its own (`_value_x`): the template decides what
 * becomes of `x`. A value that is a call of a function marked `@expansion("field")` describes the field: its keywords
 * become attributes; those that are no constants stay in the body as `_keyword_x`. A call of one marked
 * `@expansion("previous")` is computed from the value of the field before.
 */
#include "frontend/expand_internal.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

typedef struct Collector {
    Expand *expand;
    const Frame *frame;
    AstList body; /* as it is to be */
    FieldList *fields;
    const TemplateUse *use;
    bool is_annotated;
    bool is_keyword_only; /* after `_: KW_ONLY` */
} Collector;

void expand_add_attr(const Expand *expand, Attr **list, const char *name, const char *text, bool is_variable) {
    Attr *attr = arena_alloc(expand->arena, sizeof *attr);
    *attr = (Attr){*list, name, text, is_variable};
    *list = attr;
}

static void add_statement(Collector *c, Ast *node) {
    expand_add(c->expand, &c->body, node);
}

static TemplateField *find_field(FieldList *fields, const char *name) {
    for (int i = 0; i < fields->count; i++)
        if (fields->items[i].name == name)
            return &fields->items[i];
    return NULL;
}

static TemplateField *add_field(const Expand *expand, FieldList *fields, const char *name) {
    TemplateField *field = find_field(fields, name);
    if (!field) {
        fields->items =
            arena_grow(expand->arena, fields->items, fields->count, &fields->capacity, sizeof(TemplateField));
        field = &fields->items[fields->count++];
    }
    *field = (TemplateField){.name = name};
    return field;
}

/* ---- values ---- */

static const char *constant_text(const Expand *expand, const Ast *node) {
    switch ((int)node->kind) {
    case AST_TRUE:
        return "True";
    case AST_FALSE:
        return "False";
    case AST_NONE:
        return "None";
    case AST_INT:
        return node->text ? NULL : arena_printf(expand->arena, "%lld", (long long)node->integer);
    default:
        return NULL;
    }
}

/* NAME = value, in the class body. Gives the name. */
static const char *keep_value(Collector *c, const Ast *place, const char *prefix, const char *name, Ast *value) {
    const Expand *expand = c->expand;
    name = intern(expand->program->names, arena_printf(expand->arena, "_%s_%s", prefix, name));
    Ast *assign = expand_node(expand, AST_ASSIGN, place, NULL);
    assign->a = value;
    expand_add(expand, &assign->list, expand_node(expand, AST_NAME, place, name));
    add_statement(c, assign);
    return name;
}

static void describe(Collector *c, TemplateField *field, const Ast *statement, const AstList *keywords) {
    for (int i = 0; i < keywords->count; i++) {
        Ast *keyword = keywords->items[i];
        const char *text = keyword->name ? constant_text(c->expand, keyword->a) : NULL;
        bool is_variable = keyword->name && !text;
        if (is_variable)
            text = keep_value(c, statement, keyword->name, field->name, keyword->a);
        if (text)
            expand_add_attr(c->expand, &field->attrs, keyword->name, text, is_variable);
    }
}

static void add_name_argument(const Collector *c, const TemplateField *field, Ast *call) {
    Ast *name = expand_node(c->expand, AST_STR, call, NULL);
    name->text = field->name;
    name->length = (uint32_t)strlen(field->name);
    expand_add(c->expand, &call->list, name);
}

/* auto() becomes the function that the template's first line names, of the value before; of the name after a `+`. */
static void use_previous(const Collector *c, const TemplateField *field, Ast *call) {
    const char *word = strchr(c->use->template, ' ') + 1;
    bool takes_name = *word == '+';
    word += takes_name;
    call->a = expand_node(c->expand, AST_NAME, call, intern_n(c->expand->program->names, word, strcspn(word, "\n")));
    call->a->text = c->use->home->module->name;
    if (takes_name)
        add_name_argument(c, field, call);
    if (takes_name || field == c->fields->items)
        return;
    const char *previous = expand_attr(field[-1].attrs, "value");
    if (previous)
        expand_add(c->expand, &call->list, expand_node(c->expand, AST_NAME, call, previous));
}

static void take_value(Collector *c, TemplateField *field, const Ast *statement, Ast *value) {
    const char *template = NULL;
    if (value->kind == AST_CALL)
        template = expand_template_of(c->expand, expand_find(c->expand, c->frame, value).node);
    if (template && !strcmp(template, "previous"))
        use_previous(c, field, value);
    if (template && !strcmp(template, "field"))
        describe(c, field, statement, &value->list2);
    else
        expand_add_attr(c->expand, &field->attrs, "value", keep_value(c, statement, "value", field->name, value), true);
}

/* Uses of fields in the class body mean their values; functions do not see them. */
static void rename_uses(const Collector *c, Ast *node) {
    if (!node || node->kind == AST_LAMBDA || node->kind == AST_FUNCTION_DEF || node->kind == AST_CLASS_DEF)
        return;
    TemplateField *field = node->kind == AST_NAME ? find_field(c->fields, node->name) : NULL;
    const char *value = field ? expand_attr(field->attrs, "value") : NULL;
    if (value && !strchr(value, '.'))
        node->name = value;
    rename_uses(c, node->a);
    rename_uses(c, node->b);
    rename_uses(c, node->c);
    for (int i = 0; i < node->list.count; i++)
        rename_uses(c, node->list.items[i]);
    for (int i = 0; i < node->list2.count; i++)
        rename_uses(c, node->list2.items[i]);
}

/* ---- statements ---- */

/* The outermost name of an annotation: ClassVar of ClassVar[int]. */
static const char *annotation_name(const Ast *node) {
    while (node->kind == AST_SUBSCRIPT)
        node = node->a;
    return node->kind == AST_NAME || node->kind == AST_ATTRIBUTE ? node->name : "";
}

static void annotated_field(Collector *c, Ast *node) {
    const char *annotation = annotation_name(node->b);
    if (!strcmp(annotation, "KW_ONLY")) {
        c->is_keyword_only = true;
        return;
    }
    rename_uses(c, node->c);
    if (!strcmp(annotation, "ClassVar")) {
        add_statement(c, node);
        return;
    }
    TemplateField *field = add_field(c->expand, c->fields, node->a->name);
    expand_add_attr(c->expand, &field->attrs, "own", "True", false);
    expand_add_attr(c->expand, &field->attrs, annotation, "True", false);
    if (c->is_keyword_only)
        expand_add_attr(c->expand, &field->attrs, "kw_only", "True", false);
    if (!node->c)
        return;
    take_value(c, field, node, node->c);
    AstKind kind = node->c->kind;
    if (kind == AST_LIST || kind == AST_DICT || kind == AST_SET) {
        const char *type = kind == AST_LIST ? "list" : kind == AST_DICT ? "dict" : "set";
        expand_add_attr(c->expand, &field->attrs, "mutable", type, false);
    }
}

static bool is_reserved(const char *name) {
    size_t length = strlen(name);
    return name[0] == '_' && (name[1] == '_' || name[length - 1] == '_');
}

static void assigned_field(Collector *c, const Ast *node) {
    rename_uses(c, node->a);
    TemplateField *field = add_field(c->expand, c->fields, node->list.items[0]->name);
    expand_add_attr(c->expand, &field->attrs, "own", "True", false);
    take_value(c, field, node, node->a);
}

static void collect_statement(Collector *c, Ast *node) {
    bool annotated = node->kind == AST_ANN_ASSIGN && node->flag && node->a->kind == AST_NAME;
    bool assigned = node->kind == AST_ASSIGN && node->list.count == 1 && node->list.items[0]->kind == AST_NAME &&
                    !is_reserved(node->list.items[0]->name);
    if (annotated && c->is_annotated) {
        annotated_field(c, node);
    } else if (assigned && !c->is_annotated) {
        assigned_field(c, node);
    } else {
        if (node->kind == AST_ASSIGN)
            rename_uses(c, node->a);
        add_statement(c, node);
    }
}

/* ---- classes ---- */

static void inherit_fields(const Expand *expand, FieldList *fields, const FieldList *base, const char *base_name) {
    for (int i = 0; i < base->count; i++) {
        TemplateField *field = add_field(expand, fields, base->items[i].name);
        for (const Attr *attr = base->items[i].attrs; attr; attr = attr->next) {
            const char *last = strrchr(attr->text, '.');
            const char *text = attr->text;
            if (attr->is_variable)
                text = arena_printf(expand->arena, "%s.%s", base_name, last ? last + 1 : text);
            if (strcmp(attr->name, "own") != 0)
                expand_add_attr(expand, &field->attrs, attr->name, text, attr->is_variable);
        }
    }
}

/* Whether the class is expanded by a decorator. */
static bool is_decorated(const Expand *expand, const Frame *frame, const Ast *node) {
    if (map_get_ptr(&expand->fields, node))
        return true;
    for (int i = 0; i < node->list2.count; i++)
        if (expand_template_of(expand, expand_find(expand, frame, node->list2.items[i]).node))
            return true;
    return false;
}

static void take_bases(Expand *expand, const Frame *frame, const Ast *node, const TemplateUse *use, FieldList *fields) {
    for (int i = node->a ? node->a->list.count : 0; i--;) {
        const Ast *base = node->a->list.items[i];
        Found found = expand_find(expand, frame, base);
        const char *name = expand_dotted(expand, base);
        if (!found.node || found.node == node || found.node->kind != AST_CLASS_DEF || !name)
            continue;
        Frame top = {NULL, &found.module->source->tree->list, found.module};
        const Frame *around = found.module == frame->module ? frame : &top;
        if (is_decorated(expand, around, found.node))
            inherit_fields(expand, fields, expand_fields(expand, around, found.node, use), name);
        else
            take_bases(expand, around, found.node, use, fields);
    }
}

const FieldList *expand_fields(Expand *expand, const Frame *frame, Ast *node, const TemplateUse *use) {
    FieldList *fields = map_get_ptr(&expand->fields, node);
    if (fields)
        return fields;
    fields = arena_alloc(expand->arena, sizeof *fields);
    map_set_ptr(expand->arena, &expand->fields, node, fields);
    Collector c = {.expand = expand, .frame = frame, .use = use, .fields = fields};
    c.is_annotated = expand_has_kind(use->template, "annotated");
    if (c.is_annotated)
        take_bases(expand, frame, node, use, fields);
    for (int i = 0; i < node->list.count; i++)
        collect_statement(&c, node->list.items[i]);
    node->list = c.body;
    return fields;
}

/* ---- options ---- */

void expand_options(const Expand *expand, const AstList *keywords, Attr **list) {
    for (int i = 0; i < keywords->count; i++) {
        const Ast *keyword = keywords->items[i];
        const char *text = keyword->name ? constant_text(expand, keyword->a) : NULL;
        if (text)
            expand_add_attr(expand, list, keyword->name, text, false);
    }
}

bool expand_named_fields(const Expand *expand, const Ast *names, FieldList *fields) {
    if (names->kind == AST_STR) {
        for (const char *at = names->text; *at;) {
            size_t length = strcspn(at, " ,\t\n");
            if (length)
                add_field(expand, fields, intern_n(expand->program->names, at, length));
            at += length + (at[length] != '\0');
        }
        return true;
    }
    if (names->kind != AST_LIST && names->kind != AST_TUPLE)
        return false;
    for (int i = 0; i < names->list.count; i++) {
        if (names->list.items[i]->kind != AST_STR)
            return false;
        add_field(expand, fields, intern(expand->program->names, names->list.items[i]->text));
    }
    return true;
}

/* ---- letters ---- */

const char *expand_constant_text(const Frame *frame, const Ast *expression) {
    if (expression->kind == AST_STR)
        return expression->text;
    for (; expression->kind == AST_NAME && frame; frame = frame->outer)
        for (int i = frame->list->count; i--;) {
            const Ast *node = frame->list->items[i];
            if (node && node->kind == AST_ASSIGN && node->a->kind == AST_STR && node->list.items[0]->kind == AST_NAME &&
                !strcmp(node->list.items[0]->name, expression->name))
                return node->a->text;
        }
    return NULL;
}

static void add_letters(const Expand *expand, FieldList *fields, char letter, int count) {
    const char *name = intern(expand->program->names, arena_printf(expand->arena, "%c", letter));
    for (int i = 0; i < count; i++) {
        fields->items =
            arena_grow(expand->arena, fields->items, fields->count, &fields->capacity, sizeof *fields->items);
        fields->items[fields->count++] = (TemplateField){.name = name};
    }
}

bool expand_letter_fields(const Expand *expand, const char *text, const char *template, FieldList *fields,
                          Attr **options) {
    enum { MOST = 1000 };
    const char *kept = strchr(template, ' ') + 1;
    size_t kept_length = strcspn(kept, "\n");
    const char *bare = "";
    int count = -1; /* no number */
    for (; *text; text++) {
        if (strchr(" \t\n\r\v\f", *text))
            continue;
        bare = arena_printf(expand->arena, "%s%c", bare, *text);
        if (*text >= '0' && *text <= '9') {
            count = (count < 0 ? 0 : count) * 10 + (*text - '0');
        } else if (strchr("\\\"'$[]", *text)) {
            return false;
        } else if (isalpha((unsigned char)*text) || *text == '?') {
            add_letters(expand, fields, *text,
                        memchr(kept, *text, kept_length) || count < 0 ? 1
                        : count > MOST                                ? MOST + 1
                                                                      : count);
            count = -1;
        }
        if (count > INT_MAX / 20 || fields->count > MOST)
            return false;
    }
    expand_add_attr(expand, options, "text", bare, false);
    return true;
}

/* How many groups of a regular expression are counted: a parenthesis that is not escaped, nor in a set, nor followed by
 * a question mark that does not begin a name. */
int expand_count_groups(const char *text) {
    int count = 0;
    const char *set = NULL; /* its first member */
    for (; *text; text++) {
        if (*text == '\\' && text[1])
            text++;
        else if (set)
            set = *text == ']' && text != set ? NULL : set;
        else if (*text == '[')
            set = text + 1 + (text[1] == '^');
        else if (*text == '(')
            count += text[1] != '?' || (text[2] == 'P' && text[3] == '<');
    }
    return count;
}
