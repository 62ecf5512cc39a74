/* The reader's state, shared by parse.c (declarations) and parse_graph.c (graph bodies); private to ir/. */
#ifndef IR_PARSE_H
#define IR_PARSE_H

#include "ir/text.h"

typedef struct Parser {
    Arena *arena;   /* the program's */
    Arena *scratch; /* tokens and maps; dies with the parser */
    SourceFile *file;
    DiagList *diags;
    Program *program;
    Token *tokens;
    const Token *at;  /* the next token; never behind TOKEN_END */
    const Token *end; /* TOKEN_END */
    bool failed;      /* an error was reported; `at` is at the end, so that every loop stops */
    int type_depth;
    Map files;       /* interned path -> SourceFile */
    Map ops;         /* interned text -> op code + 1 */
    Map structs;     /* struct types declared -> themselves */
    Map struct_uses; /* struct types mentioned -> Token */
    Map positions;   /* hash -> Pos: equal positions are shared */
    /* the graph being read */
    Graph *graph;
    Map labels;      /* interned label -> Block */
    Map defined;     /* Block -> itself */
    Map label_uses;  /* Block -> Token */
    Map variables;   /* id, or interned name -> Value */
    Value **unknown; /* variables in order of first mention, with the token */
    const Token **unknown_tokens;
    int unknown_count, unknown_capacity, token_capacity;
} Parser;

/* Reports the first error and moves to the end. */
void parse_fail(Parser *parser, const Token *token, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* "expected WHAT" at the next token. */
void parse_expected(Parser *parser, const char *what);
void parse_skip(Parser *parser);
bool parse_at(const Parser *parser, char punctuation);
bool parse_at_word(const Parser *parser, const char *word);
/* Takes the next token if it is this one. */
bool parse_accept(Parser *parser, char punctuation);
bool parse_accept_word(Parser *parser, const char *word);
bool parse_accept_arrow(Parser *parser);
void parse_expect(Parser *parser, char punctuation);

/* A word, a string or '-' (NULL); interned. */
const char *parse_name(Parser *parser);
int64_t parse_integer(Parser *parser);
int parse_count(Parser *parser);
Type *parse_type(Parser *parser);
Graph *parse_graph_name(Parser *parser); /* with the '@' */
Data *parse_data_name(Parser *parser);   /* with the '&' */
SourceFile *parse_file_name(Parser *parser);
Const parse_const(Parser *parser);
/* The position that stands next, NULL if there is none. */
const Pos *parse_pos(Parser *parser);

/* The text itself as a source file of the program, for graphs and ops that name none. */
SourceFile *parse_ir_file(Parser *parser);

/* The part of a graph between its braces, and those. */
void parse_body(Parser *parser, Graph *graph);

#endif
