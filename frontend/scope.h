/* Symbol tables: which scope a name belongs to.
 *
 * A module is scanned once: scope_scan makes a tree of scopes and notes what each binds and uses; scope_resolve then
 * decides, by CPython's rules, where each name lives. Class bodies and comprehensions (but not generator expressions)
 * are flattened into the graph of the function or module around them, their *owner*; so a name
 * is captured (needs a cell) only if a scope of another owner uses it. Owners number their variables: the slots.
 */
#ifndef FRONTEND_SCOPE_H
#define FRONTEND_SCOPE_H

#include "frontend/ast.h"

typedef struct Scope Scope;

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_COMPREHENSION } ScopeKind;

typedef struct Symbol {
    const char *name; /* mangled, interned */
    Scope *scope;
    const Ast *node; /* where it was first seen */
    bool is_bound, is_param, is_global, is_nonlocal;
    bool is_deleted; /* by `del`, or at the end of an except clause */
    bool is_defined; /* by def, class or import */
    bool is_private; /* a module variable that only the module's own code uses: a local of it, see scope_hide */
    /* After scope_resolve: the symbol whose variable this is (itself, if local); NULL: a module variable or builtin. */
    struct Symbol *definer;
    bool has_attributes; /* some assignment sets an attribute of it */
    bool is_captured;    /* local: lives in a cell */
    int cell_kind;       /* of flow_cell.c; 0: not decided yet */
    int slot;            /* local: its number in scope->owner */
    /* All bindings are imports of one name of a virtual module (scope_virtual_module): then reads mean that name. */
    const char *alias_module, *alias_name; /* alias_name NULL: the module itself */
    int binding_count, alias_count;
    const Ast *annotated; /* the only ANN_ASSIGN of the name, or NULL */
    int annotation_count;
} Symbol;

struct Scope {
    ScopeKind kind;
    const Ast *node;           /* MODULE, CLASS_DEF, FUNCTION_DEF, LAMBDA, GENERATOR or a comprehension */
    Scope *parent;             /* NULL: the module's */
    Scope *owner;              /* the function or module whose graph runs it; itself for these */
    const char *name;          /* "f", "<lambda>", "<listcomp>", ... */
    const char *qualname;      /* as CPython's __qualname__; after scope_resolve */
    const char *private_class; /* class name for mangling, or NULL */
    Map symbols;               /* mangled name -> Symbol */
    Symbol **list;             /* in the order of appearance */
    int count, capacity;
    Scope **children;
    int child_count, child_capacity;
    /* owners only */
    bool is_generator;
    Symbol **slots; /* the variable in each slot: local ones and captured cells of functions around */
    int slot_count, slot_capacity;
    Symbol **free; /* cells captured from functions around, in the order of the extra inputs */
    int free_count, free_capacity;
    Map free_slots; /* definer -> slot + 1 */
};

typedef struct ScopeTable {
    Arena *arena;
    Interner *names;
    SourceFile *file;
    DiagList *diags;
    Scope *module;
    Map by_node;               /* node -> Scope */
    Map mentioned, attributes; /* all names, and all after a dot -> 1 */
    const Ast **imports;       /* all import statements that may run */
    int import_count, import_capacity;
    bool defines_format;     /* some class defines __format__ */
    bool defines_finalizer;  /* some class defines __del__ */
    bool reads_stop_value;   /* `.value` of what an except clause for StopIteration binds */
    Map stop_names;          /* names that such clauses bind */
    bool catches_interrupts; /* some except clause names KeyboardInterrupt or BaseException, or nothing */
    bool lazy_annotations;   /* not evaluated: the library, `from __future__ import annotations` */
} ScopeTable;

ScopeTable *scope_scan(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, const Ast *module);
/* Scans the body that a function has got since, and resolves its names. What it says of module variables does not
 * count: see ast_parse_module. */
void scope_complete(ScopeTable *table, Scope *scope);
/* Before scope_resolve: makes those variables of the module private that no function of it mentions and that neither
 * `is_public` (for names that others may mean) nor a definition, an import or an annotation speaks for, unless there
 * are very many of them. */
void scope_hide(ScopeTable *table, bool (*is_public)(void *data, const char *name), void *data);
/* To be called once all bindings are known, `from m import *` included. */
void scope_resolve(ScopeTable *table);

/* Notes that the module binds `name` (from m import *). */
void scope_bind_module(ScopeTable *table, const char *name, const Ast *node);
/* The same for a name that another module knows as an alias. */
void scope_alias_module(ScopeTable *table, const char *name, const Ast *node, const Symbol *alias);
/* For scope_complete: notes what the body of the scope's function binds and uses. */
void scope_scan_body(ScopeTable *table, Scope *scope);
bool scope_module_binds(const ScopeTable *table, const char *name);

void scope_error(ScopeTable *table, const Ast *node, const char *code, const char *message);
Scope *scope_of(const ScopeTable *table, const Ast *node);
/* The symbol `name` (not mangled) has in `scope`; NULL if the scope does not mention it. */
Symbol *scope_find(const ScopeTable *table, const Scope *scope, const char *name);
const char *scope_mangle(const ScopeTable *table, const Scope *scope, const char *name);
/* Whether reads of the symbol mean its alias. */
bool scope_is_alias(const Symbol *symbol);
/* Whether the symbol is a variable of its own scope, in a slot of the owner. */
bool scope_is_local(const Symbol *symbol);
/* The slot in which `owner` keeps the variable or, if another owner defines it, its cell. */
int scope_slot(const Scope *owner, const Symbol *definer);

/* The name under which a virtual module (without source: typing, abc, ...) is known in the graphs; NULL for others. */
const char *scope_virtual_module(const char *dotted_name);
/* Whether a `from` statement only takes `lowlevel` from `weft`. */
bool scope_imports_lowlevel(const Ast *import_from);
/* Whether `node` is the name TYPE_CHECKING or typing.TYPE_CHECKING. */
bool scope_is_type_checking(const Ast *node);

#endif
