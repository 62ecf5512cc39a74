/* f-strings, by the rules of Python 3.11: a field's expression is found by scanning the text for its end, and then
 * parsed on its own. All nodes but those of the expressions have the range of the whole run of literals, as in CPython.
 */
#include "frontend/parse.h"

#include <string.h>

enum { MAX_SPEC_DEPTH = 2 };

typedef struct FString {
    Parser *parser;
    const Literal *literal;
    const char *source;
    uint32_t at, end;
    uint32_t line, line_start; /* of offset `counted` */
    uint32_t counted;
} FString;

static void parse_pieces(FString *f, Pieces *pieces, int depth);

static _Noreturn void fstring_fail(const FString *f, const char *format, char a, char b) {
    parser_fail_now(f->parser, "P0001", f->literal->token.range, NULL, format, a, b);
}

static char current(const FString *f) {
    return f->at < f->end ? f->source[f->at] : '\0';
}

static char following(const FString *f) {
    return f->at + 1 < f->end ? f->source[f->at + 1] : '\0';
}

static void skip_space(FString *f) {
    while (current(f) == ' ' || current(f) == '\t' || current(f) == '\n' || current(f) == '\f' || current(f) == '\r')
        f->at++;
}

/* ---- the end of an expression ---- */

typedef struct Scan {
    char brackets[MAX_BRACKETS];
    int level;
    char quote; /* inside a string */
    int quotes; /* 1 or 3 */
} Scan;

static bool at_triple(const FString *f, char quote) {
    return f->end - f->at >= 3 && f->source[f->at + 1] == quote && f->source[f->at + 2] == quote;
}

static void scan_in_string(FString *f, Scan *scan) {
    if (current(f) != scan->quote)
        f->at++;
    else if (scan->quotes == 1 || at_triple(f, scan->quote)) {
        f->at += (uint32_t)scan->quotes;
        scan->quote = '\0';
    } else
        f->at++;
}

static void scan_close(FString *f, Scan *scan, char close) {
    if (scan->level == 0)
        fstring_fail(f, "f-string: unmatched '%c'", close, 0);
    char open = scan->brackets[--scan->level];
    char expected = open == '(' ? ')' : open == '[' ? ']' : '}';
    if (close != expected)
        fstring_fail(f, "f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", close, open);
    f->at++;
}

static void scan_open(FString *f, Scan *scan, char open) {
    if (scan->level == MAX_BRACKETS)
        fstring_fail(f, "f-string: too many nested parenthesis", 0, 0);
    scan->brackets[scan->level++] = open;
    f->at++;
}

/* Whether the expression ends at a character outside all brackets; takes the character, or two, if not. */
static bool scan_end(FString *f, char c) {
    if (following(f) == '=' && strchr("!=<>", c)) {
        f->at += 2;
        return false;
    }
    if (c == '<' || c == '>') {
        f->at++;
        return false;
    }
    return true;
}

/* Takes one step; true at the end of the expression. */
static bool scan_step(FString *f, Scan *scan) {
    char c = current(f);
    if (c == '\\')
        fstring_fail(f, "f-string expression part cannot include a backslash", 0, 0);
    if (scan->quote) {
        scan_in_string(f, scan);
        return false;
    }
    if (c == '\'' || c == '"') {
        scan->quote = c;
        scan->quotes = at_triple(f, c) ? 3 : 1;
        f->at += (uint32_t)scan->quotes;
        return false;
    }
    if (c == '#')
        fstring_fail(f, "f-string expression part cannot include '#'", 0, 0);
    if (c == '(' || c == '[' || c == '{')
        scan_open(f, scan, c);
    else if (scan->level == 0 && c && strchr("!:=<>}", c))
        return scan_end(f, c);
    else if (c == ')' || c == ']' || c == '}')
        scan_close(f, scan, c);
    else
        f->at++;
    return false;
}

static void scan_expression(FString *f) {
    Scan scan = {.level = 0};
    while (f->at < f->end && !scan_step(f, &scan)) {
    }
    if (scan.quote)
        fstring_fail(f, "f-string: unterminated string", 0, 0);
    if (scan.level)
        fstring_fail(f, "f-string: unmatched '%c'", scan.brackets[scan.level - 1], 0);
    if (f->at >= f->end)
        fstring_fail(f, "f-string: expecting '}'", 0, 0);
}

/* ---- fields ---- */

/* Brings `line` and `line_start` up to `offset`. */
static void count_lines(FString *f, uint32_t offset) {
    for (; f->counted < offset; f->counted++)
        if (f->source[f->counted] == '\n') {
            f->line++;
            f->line_start = f->counted + 1;
        }
}

/* CPython puts the expression into parentheses before it parses it: where the opening one seems to stand. */
static Start bracket_start(const FString *f, uint32_t start, uint32_t first) {
    const char *blank = memchr(f->source + start, '\n', first - start);
    bool is_first_line = f->line == f->literal->token.range.line;
    if (!blank)
        return (Start){f->line, start - 1 - f->line_start};
    return (Start){f->line, is_first_line ? f->literal->token.range.column : 0};
}

static Ast *field_expression(Parser *parser) {
    return parse_group(parser, parser->bracket, TOK_END);
}

static Ast *parse_field_expression(FString *f, uint32_t start, uint32_t end) {
    uint32_t first = start;
    while (first < end && strchr(" \t\n\f\r", f->source[first]))
        first++;
    if (first == end && current(f) != '}')
        fstring_fail(f, "f-string: expression required before '%c'", current(f), 0);
    if (first == end)
        fstring_fail(f, "f-string: empty expression not allowed", 0, 0);
    count_lines(f, start);
    Start bracket = bracket_start(f, start, first);
    Parser inner = *f->parser;
    inner.tokens = NULL;
    inner.at = inner.filled = inner.capacity = 0;
    inner.is_fstring = true;
    lexer_init_fragment(&inner.lexer, inner.arena, f->source, start, end, f->line, f->line_start);
    inner.bracket = bracket;
    int errors = inner.diags->error_count;
    Ast *value = parse_run(&inner, field_expression);
    if (!value)
        longjmp(inner.diags->error_count > errors ? *f->parser->root : *f->parser->escape, 1);
    if (value->line == bracket.line && value->column == bracket.column) {
        count_lines(f, end);
        value->end_line = f->line;
        value->end_column = end - f->line_start + 1;
    }
    return value;
}

static int conversion(FString *f) {
    f->at++;
    char letter = current(f);
    if (f->at >= f->end)
        fstring_fail(f, "f-string: expecting '}'", 0, 0);
    f->at++;
    if (letter != 's' && letter != 'r' && letter != 'a')
        fstring_fail(f, "f-string: invalid conversion character: expected 's', 'r', or 'a'", 0, 0);
    return letter;
}

static Ast *range_node(FString *f, AstKind kind, Range range) {
    Ast *node = parser_node(f->parser, kind, (Start){range.line, range.column});
    node->end_line = range.end_line;
    node->end_column = range.end_column;
    return node;
}

/* Unlike the pieces around it, a spec has the range of its own literal only. */
static Ast *format_spec(FString *f, int depth) {
    Range range = f->literal->token.range;
    f->at++;
    Pieces pieces = {.range = range};
    parse_pieces(f, &pieces, depth + 1);
    parse_pieces_flush(f->parser, &pieces);
    Ast *spec = range_node(f, AST_JOINED_STR, range);
    spec->list = pieces.list;
    return spec;
}

/* `{expression[=][!c][:spec]}` */
static void field(FString *f, Pieces *pieces, int depth) {
    if (depth >= MAX_SPEC_DEPTH)
        fstring_fail(f, "f-string: expressions nested too deeply", 0, 0);
    uint32_t start = ++f->at;
    scan_expression(f);
    Ast *value = parse_field_expression(f, start, f->at);
    Ast *node = range_node(f, AST_FORMATTED, pieces->range);
    node->a = value;
    if (current(f) == '=') {
        f->at++;
        skip_space(f);
        node->text = arena_text(f->parser->arena, f->source + start, f->at - start);
        node->length = f->at - start;
    }
    if (current(f) == '!')
        node->integer = conversion(f);
    if (current(f) == ':')
        node->b = format_spec(f, depth);
    if (current(f) != '}')
        fstring_fail(f, "f-string: expecting '}'", 0, 0);
    f->at++;
    if (node->text && !node->integer && !node->b)
        node->integer = 'r';
    parse_pieces_flush(f->parser, pieces);
    parser_add(f->parser, &pieces->list, node);
}

/* ---- text between fields ---- */

/* Skips a backslash and what belongs to it; the braces of \N{…} are no field. */
static void skip_escape(FString *f) {
    f->at++;
    if (current(f) == '{' || current(f) == '}')
        return;
    bool is_named = current(f) == 'N' && following(f) == '{';
    if (f->at < f->end)
        f->at++;
    if (!is_named)
        return;
    while (f->at < f->end && current(f) != '}')
        f->at++;
    if (f->at < f->end)
        f->at++;
}

/* Takes text up to a field, or to the end of a format spec. A doubled brace is one. */
static void literal_text(FString *f, Pieces *pieces, int depth) {
    uint32_t start = f->at;
    while (f->at < f->end && current(f) != '{' && current(f) != '}') {
        if (current(f) == '\\' && !f->literal->is_raw)
            skip_escape(f);
        else
            f->at++;
    }
    bool is_doubled = depth == 0 && f->at < f->end && following(f) == current(f);
    if (depth == 0 && current(f) == '}' && !is_doubled)
        fstring_fail(f, "f-string: single '}' is not allowed", 0, 0);
    parse_decode_literal(f->parser, f->literal, start, f->at + is_doubled, &pieces->text);
    f->at += is_doubled ? 2 : 0;
}

static void parse_pieces(FString *f, Pieces *pieces, int depth) {
    while (f->at < f->end) {
        bool is_doubled = depth == 0 && following(f) == '{';
        if (current(f) == '{' && !is_doubled)
            field(f, pieces, depth);
        else if (current(f) == '}' && depth > 0)
            return;
        else
            literal_text(f, pieces, depth);
    }
}

void parse_fstring(Parser *parser, const Literal *literal, Pieces *pieces) {
    const Token *token = &literal->token;
    FString f = {.parser = parser,
                 .literal = literal,
                 .source = parser->lexer.text,
                 .at = literal->start,
                 .end = literal->end,
                 .line = token->range.line,
                 .line_start = token->start - token->range.column,
                 .counted = token->start};
    parse_pieces(&f, pieces, 0);
}
