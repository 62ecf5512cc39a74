/* What the files of the parser share.
 *
 * Recursive descent; functions carry the names of the grammar's rules. Tokens are read on demand into a buffer that is
 * emptied between statements, so a rule may be *attempted*: run, and undone if it fails. The first
 * syntax error leaves through `escape` (longjmp). When a parse fails in a way that has no better message than "invalid
 * syntax", the file is parsed again with is_diagnosing set, and the rules then look for common mistakes.
 */
#ifndef FRONTEND_PARSE_H
#define FRONTEND_PARSE_H

#include "frontend/ast.h"
#include "frontend/lex.h"

#include <setjmp.h>

typedef struct Start {
    uint32_t line, column;
} Start;

typedef struct Parser {
    Lexer lexer;
    Arena *arena;
    Interner *names;
    SourceFile *file;
    DiagList *diags;
    Token *tokens; /* tokens[at] is the current one */
    int at, filled, capacity;
    Range last;             /* of the last token taken that is not white space */
    int depth;              /* of nested rules */
    jmp_buf *escape, *root; /* where a failure leads: the innermost attempt; the parse */
    bool is_attempt;        /* failures are not reported, but for those of the lexer */
    bool is_diagnosing;     /* second parse, in search of a better message */
    bool is_fstring;        /* in an expression of an f-string */
    bool postpones;         /* bodies of functions are left for later */
    Token failure;          /* where the first parse gave up */
    Start bracket;          /* of an f-string's field: where its expression's brackets would begin */
} Parser;

/* ---- tokens (parse.c) ---- */

const Token *parser_token(Parser *parser, int ahead);
TokenKind parser_peek(Parser *parser);
TokenKind parser_peek_at(Parser *parser, int ahead);
Token parser_take(Parser *parser);
bool parser_accept(Parser *parser, TokenKind kind);
/* Takes a token of that kind, or fails with "invalid syntax". */
Token parser_expect(Parser *parser, TokenKind kind);
/* Takes a colon, or fails with "expected ':'". */
void parser_force_colon(Parser *parser);
/* The same, if the line ends here; else with "invalid syntax". */
void parser_expect_colon(Parser *parser);
const char *parser_expect_name(Parser *parser);
const char *parser_token_name(Parser *parser, const Token *token);
bool parser_token_is(Parser *parser, const Token *token, const char *word);
/* Of nested rules, a weight each; at PARSER_TOO_DEEP the text is refused. */
enum { PARSER_TOO_DEEP = 6001 };
void parser_enter(Parser *parser, int weight);
void parser_leave(Parser *parser, int weight);

/* ---- nodes (parse.c) ---- */

Start parser_start(Parser *parser);
/* A node from `start` to the end of the last token taken. */
Ast *parser_node(Parser *parser, AstKind kind, Start start);
void parser_close(const Parser *parser, Ast *node);
void parser_add(Parser *parser, AstList *list, Ast *item);
Range ast_range(const Ast *node);
bool ast_is_parenthesised(Start start, const Ast *node);

/* ---- failing (parse_error.c) ---- */

/* Fails with that message; in the first parse, without a message. */
_Noreturn void parser_fail(Parser *parser, const char *code, Range range, const char *help, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Fails with that message at once: for what CPython finds before it looks for reasons. */
_Noreturn void parser_fail_now(Parser *parser, const char *code, Range range, const char *help, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Reports the lexer's error, also from within an attempt, and fails. */
_Noreturn void parser_fail_in_lexer(Parser *parser);
/* Reports an error without giving up. */
void parser_report(Parser *parser, const char *code, Range range, const char *help, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Fails with "invalid syntax" where the first parse failed. */
_Noreturn void parser_fail_here(Parser *parser);
/* Runs `rule`; if it fails, goes back to where it began and gives NULL. */
Ast *parser_attempt(Parser *parser, Ast *(*rule)(Parser *));
Range range_join(Range first, Range last);
/* What an expression is called in messages: "function call". */
const char *ast_expression_name(const Ast *node);

/* ---- looking for the reason of an error (parse_diagnose.c); called in the second parse only ---- */

/* After the disjunction `node`, which began at tokens[at]: a missing comma, else, or the parentheses of print. */
void parse_diagnose_expression(Parser *parser, int at, const Ast *node);
/* After the expression `node` where an assignment expression may stand: `=` for `==` or `:=`. */
void parse_diagnose_named(Parser *parser, int at, const Ast *node);
/* After the target of an invalid assignment that began at tokens[at]. */
void parse_diagnose_assignment(Parser *parser, int at);
/* The same at the colon of an annotation; whether an expression follows. */
bool parse_diagnose_annotation(Parser *parser, int at);
/* The same at the operator of an augmented assignment. */
bool parse_diagnose_augmented(Parser *parser, int at);
/* At a parameter that is not a name. */
void parse_diagnose_parameter(Parser *parser, TokenKind end);
/* At a word `match` that does not begin a match statement. */
void parse_diagnose_match(Parser *parser);

/* ---- statements (parse_stmt.c, parse_compound.c, parse_match.c, parse_import.c) ---- */

Ast *parse_file(Parser *parser);
/* Runs `rule` on a new parser, again for the reason if it fails; NULL then, after a report. */
Ast *parse_run(Parser *parser, Ast *(*rule)(Parser *));
void parse_statement(Parser *parser, AstList *out);
void parse_simple_statements(Parser *parser, AstList *out);
Ast *parse_compound_statement(Parser *parser);
/* A block after its colon. `after` names the statement that needs it, at `line`, for the error. */
void parse_block(Parser *parser, AstList *out, const char *after, uint32_t line);
Ast *parse_match_statement(Parser *parser);
Ast *parse_match_subject(Parser *parser);
Ast *parse_import(Parser *parser);
Ast *parse_import_from(Parser *parser);

/* ---- expressions (parse_expr.c, parse_atom.c, parse_call.c) ---- */

Ast *parse_expression(Parser *parser);
Ast *parse_disjunction(Parser *parser);
Ast *parse_bitwise_or(Parser *parser);
Ast *parse_unary(Parser *parser);
Ast *parse_primary(Parser *parser);
Ast *parse_named_expression(Parser *parser);
Ast *parse_star_named_expression(Parser *parser);
Ast *parse_star_expressions(Parser *parser);
Ast *parse_yield_or_star_expressions(Parser *parser);
Ast *parse_yield(Parser *parser);
Ast *parse_lambda(Parser *parser);
Ast *parse_atom(Parser *parser);
/* The inside of brackets that began at `start`, up to and with `close`; also the expression of an f-string's field. */
Ast *parse_group(Parser *parser, Start start, TokenKind close);
Ast *parse_slices(Parser *parser);
void parse_comprehension_clauses(Parser *parser, AstList *out);
/* The arguments of a call up to and with the closing parenthesis; the opening one is taken. `open`: its range, NULL if
 * no bare generator expression may stand there. */
void parse_arguments(Parser *parser, AstList *positional, AstList *keywords, const Range *open);
/* Parameters up to, and without, the closing token `end`. */
Ast *parse_parameters(Parser *parser, TokenKind end);
bool parser_starts_expression(TokenKind kind);

/* ---- targets (parse_target.c) ---- */

typedef enum TargetUse { TARGET_ASSIGN, TARGET_DELETE, TARGET_FOR } TargetUse;
/* Fails unless `node` can be assigned to, or deleted. */
void parse_check_target(Parser *parser, const Ast *node, TargetUse use);
bool parse_is_target(const Ast *node);
/* The targets of `for`, up to `in`. */
Ast *parse_for_targets(Parser *parser);
/* The target of `with … as`. */
Ast *parse_with_target(Parser *parser);

/* ---- literals (parse_number.c, parse_string.c, fstring.c) ---- */

Ast *parse_number(Parser *parser);
/* A run of adjacent string literals. */
Ast *parse_strings(Parser *parser);

typedef struct Text {
    char *bytes;
    uint32_t length, capacity;
} Text;
void parser_text_add(Parser *parser, Text *text, const char *bytes, uint32_t length);
/* Where a literal's contents stand in the source. */
typedef struct Literal {
    Token token;
    uint32_t start, end; /* contents, without quotes */
    bool is_raw, is_bytes, is_format;
} Literal;
/* Appends the value of source text[start, end). */
void parse_decode_literal(Parser *parser, const Literal *literal, uint32_t start, uint32_t end, Text *out);
/* Pieces of an f-string as they are collected: `text` is what stands after the last field. */
typedef struct Pieces {
    AstList list;
    Text text;
    Range range; /* of the whole run of literals */
} Pieces;
void parse_pieces_flush(Parser *parser, Pieces *pieces);
/* Appends the pieces of an f-string literal. */
void parse_fstring(Parser *parser, const Literal *literal, Pieces *pieces);

/* ---- what the grammar cannot say (parse_scope.c, parse_source.c) ---- */

/* Reports misplaced return, yield, await, break, nonlocal and the like. */
void parse_check_scopes(Parser *parser, const Ast *module);
/* Removes a byte order mark, makes all line ends `\n` and checks encoding and NUL bytes. False after reporting an
 * error. */
bool parse_normalise_source(Arena *arena, SourceFile *file, DiagList *diags);

#endif
