/* The syntax tree of Python 3.11.
 *
 * One node type for expressions, statements, patterns and helpers: a kind, a range, and a few child slots whose
 * meaning the table in ast.def gives per kind. Nodes live in the program's arena.
 */
#ifndef FRONTEND_AST_H
#define FRONTEND_AST_H

#include "ir/diag.h"
#include "ir/map.h"

typedef enum AstKind {
#define AST(kind, slots, doc) AST_##kind,
#include "frontend/ast.def"
#undef AST
    AST_KIND_COUNT
} AstKind;

typedef struct Ast Ast;

typedef struct AstList {
    Ast **items;
    int count, capacity;
} AstList;

typedef enum AstOperator { /* binary, unary, boolean and comparison operators */
                           OPR_NONE,
                           OPR_ADD,
                           OPR_SUB,
                           OPR_MUL,
                           OPR_MATMUL,
                           OPR_TRUEDIV,
                           OPR_FLOORDIV,
                           OPR_MOD,
                           OPR_POW,
                           OPR_LSHIFT,
                           OPR_RSHIFT,
                           OPR_BITAND,
                           OPR_BITOR,
                           OPR_BITXOR,
                           OPR_NEG,
                           OPR_POS,
                           OPR_INVERT,
                           OPR_NOT,
                           OPR_AND,
                           OPR_OR,
                           OPR_LT,
                           OPR_LE,
                           OPR_EQ,
                           OPR_NE,
                           OPR_GT,
                           OPR_GE,
                           OPR_IS,
                           OPR_IS_NOT,
                           OPR_IN,
                           OPR_NOT_IN,
} AstOperator;

struct Ast {
    AstKind kind;
    AstOperator op;
    bool flag;                                   /* meaning per kind: see ast.def */
    uint32_t length;                             /* of text */
    uint32_t line, column, end_line, end_column; /* lines from 1; byte columns from 0, end exclusive */
    const char *name;                            /* interned identifier or dotted name; NULL if absent */
    const char *text; /* STR and BYTES: decoded value; INT: decimal digits without underscores if it exceeds 64 bits,
                         else NULL */
    union {
        int64_t integer; /* INT; import level; conversion character of FORMATTED; count */
        double number;   /* FLOAT, COMPLEX */
    };
    Ast *a, *b, *c, *d; /* children */
    AstList list, list2;
    uint32_t *operators; /* COMPARE: AstOperator of each comparison, list.count of them */
};

/* Parses a module. Errors go to `diags`; NULL if there were any. `names` interns identifiers. The library's functions
 * get no bodies yet, only a note where these are, if they stand in the module or a class of it: most programs need few
 * of them. (They are right: a test says so.) */
Ast *ast_parse_module(Arena *arena, Interner *names, SourceFile *file, DiagList *diags);
/* Parses the body of such a function, `function->integer` != 0; NULL after an error. */
Ast *ast_parse_body(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, Ast *function);
/* Parses a single expression, e.g. a string annotation. */
Ast *ast_parse_expression(Arena *arena, Interner *names, SourceFile *file, DiagList *diags, const char *text,
                          size_t length);
/* The tree as an indented text, for tests and debugging. */
void ast_dump(const Ast *node, FILE *out);

#endif
