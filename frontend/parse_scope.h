/* What the checks after parsing share: see parse_scope.c. */
#ifndef FRONTEND_PARSE_SCOPE_H
#define FRONTEND_PARSE_SCOPE_H

#include "frontend/parse.h"

typedef enum FrameKind { FRAME_MODULE, FRAME_CLASS, FRAME_FUNCTION, FRAME_COMPREHENSION } FrameKind;

/* What is known of a name in a frame. */
enum {
    NAME_USED = 1,
    NAME_BOUND = 2,
    NAME_PARAM = 4,
    NAME_ANNOTATED = 8,
    NAME_GLOBAL = 16,
    NAME_NONLOCAL = 32,
    NAME_ITERATION = 64
};

/* A module, class body, function or comprehension. */
typedef struct Frame {
    FrameKind kind;
    struct Frame *outer;
    AstKind comprehension; /* its kind, in a comprehension */
    bool is_async;
    bool has_yield, has_await;
    const Ast *value_return; /* the first `return value` */
    Map names;               /* interned name -> flags */
    int iterables;           /* > 0: inside the iterable of a comprehension */
} Frame;

/* Where a statement stands within its function. */
typedef struct Place {
    bool in_loop;
    bool in_star_handler;     /* a return leaves an except* block */
    bool leaves_star_handler; /* and so do break and continue */
    int blocks;               /* nested loops, with and try parts */
} Place;

typedef struct Checker {
    Parser *parser;
    Frame *frame;
} Checker;

void checker_error(Checker *checker, const Ast *node, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Flags of a name; checker_mark adds some. */
unsigned checker_flags(const Frame *frame, const char *name);
void checker_mark(Checker *checker, Frame *frame, const char *name, unsigned flags);
void checker_bind(Checker *checker, const Ast *node, const char *name);

void checker_expression(Checker *checker, const Ast *node); /* NULL is fine */
void checker_expressions(Checker *checker, const AstList *list);
/* Like checker_expressions, for places where `*x` may stand. */
void checker_starred_expressions(Checker *checker, const AstList *list);
void checker_keywords(Checker *checker, const AstList *keywords);
void checker_assigned(Checker *checker, const Ast *target);
/* Defaults and annotations, evaluated around the function; then the names, inside it. */
void checker_defaults(Checker *checker, const Ast *parameters);
void checker_parameters(Checker *checker, const Ast *parameters);
/* The frame that counts for yield, await and the like. */
void checker_enter(Checker *checker, Frame *frame, FrameKind kind);
void checker_leave(Checker *checker);

void checker_match_case(Checker *checker, const Ast *node, bool is_last);

#endif
