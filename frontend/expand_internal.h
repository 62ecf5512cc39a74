/* What the parts of expansion share. See expand.c. */
#ifndef FRONTEND_EXPAND_INTERNAL_H
#define FRONTEND_EXPAND_INTERNAL_H

#include "frontend/flow_internal.h"

/* A property of a field, or an option of the whole expansion: source text. */
typedef struct Attr {
    struct Attr *next;
    const char *name, *text;
    bool is_variable; /* the text names a variable of the class body */
} Attr;

typedef struct TemplateField {
    const char *name;
    Attr *attrs;
} TemplateField;

typedef struct FieldList {
    TemplateField *items;
    int count, capacity;
} FieldList;

typedef struct ListIndex ListIndex; /* expand_find.c */

typedef struct Expand {
    Flow *flow;
    Program *program;
    Arena *arena;
    Map templates; /* definition with @expansion -> its text */
    Map fields;    /* class statement -> FieldList, once they are collected */
    Map *indexes;  /* statement list -> ListIndex */
} Expand;

/* The statement lists around a place, innermost first; the last one is the module's. */
typedef struct Frame {
    const struct Frame *outer;
    const AstList *list;
    FlowModule *module;
} Frame;

/* One use of a template. */
typedef struct TemplateUse {
    const char *template;
    FlowModule *home; /* the template's module */
} TemplateUse;

/* ---- expand_find.c ---- */

/* Gives the node the range of `place`. */
void expand_place(Ast *node, const Ast *place);
Ast *expand_node(const Expand *expand, AstKind kind, const Ast *place, const char *name);
void expand_add(const Expand *expand, AstList *list, Ast *node);
/* Puts a statement in the place of another. */
void expand_put(const Expand *expand, AstList *list, int place, Ast *node);

/* A definition and where it stands. */
typedef struct Found {
    Ast *node; /* CLASS_DEF or FUNCTION_DEF, or NULL */
    FlowModule *module;
} Found;

/* What an expression (a name, an attribute of a module, or a call of these) means, as far as import and class
 * statements tell. */
Found expand_find(const Expand *expand, const Frame *frame, const Ast *expression);
/* The text of the @expansion above the definition, or NULL. */
const char *expand_template_of(const Expand *expand, const Ast *definition);
/* Whether the template's first line begins with `kind`. */
bool expand_has_kind(const char *template, const char *kind);
/* "a.b" for names and attributes, NULL for others. */
const char *expand_dotted(const Expand *expand, const Ast *expression);

/* ---- expand_fields.c ---- */

void expand_add_attr(const Expand *expand, Attr **list, const char *name, const char *text, bool is_variable);
/* Adds the keywords of a call as options. Those that are no constants are left out. */
void expand_options(const Expand *expand, const AstList *keywords, Attr **list);
/* The fields of a class statement, those of its bases first; its own are taken from its body at the first call. */
const FieldList *expand_fields(Expand *expand, const Frame *frame, Ast *node, const TemplateUse *use);
/* The fields named by a constant expression: "x y", "x, y" or a list of strings. False if it is none. */
bool expand_named_fields(const Expand *expand, const Ast *names, FieldList *fields);

/* The string that an expression is, or a name that an assignment around the place gives to one; NULL if it is none. */
const char *expand_constant_text(const Frame *frame, const Ast *expression);
/* The letters (and ?) of `text` as fields, as often as the numbers before them say, those of the template's first line
 * once; and `text` as an option. False if it could not stand in a literal, or is too long. */
bool expand_letter_fields(const Expand *expand, const char *text, const char *template, FieldList *fields,
                          Attr **options);

int expand_count_groups(const char *text);

/* ---- expand_template.c ---- */

const char *expand_attr(const Attr *list, const char *name);
/* Fills a template in. */
char *expand_fill(const Expand *expand, const char *template, const FieldList *fields, const Attr *options,
                  size_t *length);

#endif
