/* The line of marks below a traceback's source line, as CPython 3.11 prints it: carets under the range, or, if the
 * range is a binary operation or a subscript, tildes with carets under the operator or the brackets. CPython parses the
 * range's text for that; a scan of its tokens outside brackets finds the same. */
#include "backend_c/trace.h"

#include <ctype.h>
#include <string.h>

typedef struct Token {
    int start, end;
} Token;

/* A stretch of source text that lies in one line. */
typedef struct Segment {
    const char *text;
    int length;
} Segment;

/* Where carets stand between tildes, in bytes of the segment; none if first < 0. */
typedef struct Anchors {
    int first, end;
} Anchors;

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\f';
}

static bool is_word(char byte) {
    return isalnum((unsigned char)byte) || byte == '_' || (unsigned char)byte >= 128;
}

/* ---- tokens ---- */

static bool is_tripled(const Segment *segment, int at, char quote) {
    const char *text = segment->text + at;
    return at + 2 < segment->length && text[0] == quote && text[1] == quote && text[2] == quote;
}

static int string_end(const Segment *segment, int at) {
    char quote = segment->text[at];
    bool is_triple = is_tripled(segment, at, quote);
    for (at += is_triple ? 3 : 1; at < segment->length; at++) {
        if (segment->text[at] == '\\')
            at++;
        else if (is_triple ? is_tripled(segment, at, quote) : segment->text[at] == quote)
            return at + (is_triple ? 3 : 1);
    }
    return segment->length;
}

static int word_end(const Segment *segment, int at) {
    bool is_number = isdigit((unsigned char)segment->text[at]);
    for (; at < segment->length; at++) {
        char byte = segment->text[at];
        bool is_exponent_sign = is_number && (byte == '+' || byte == '-') && tolower(segment->text[at - 1]) == 'e';
        if (!is_word(byte) && !(is_number && byte == '.') && !is_exponent_sign)
            break;
    }
    if (at < segment->length && !is_number && (segment->text[at] == '"' || segment->text[at] == '\''))
        return string_end(segment, at); /* it was a string's prefix */
    return at;
}

static int bracket_end(const Segment *segment, int at);

/* The next token from `at` on; a bracket with all it holds is one. An empty token is the end. */
static Token next_token(const Segment *segment, int at) {
    while (at < segment->length && is_blank(segment->text[at]))
        at++;
    Token token = {at, at};
    if (at >= segment->length)
        return token;
    char byte = segment->text[at];
    if (is_word(byte))
        token.end = word_end(segment, at);
    else if (byte == '"' || byte == '\'')
        token.end = string_end(segment, at);
    else if (strchr("([{", byte))
        token.end = bracket_end(segment, at);
    else if (at + 1 < segment->length && strchr("*/<>=", byte) && segment->text[at + 1] == byte)
        token.end = at + 2;
    else
        token.end = at + 1;
    return token;
}

static int bracket_end(const Segment *segment, int at) {
    Token token = next_token(segment, at + 1);
    while (token.start < token.end && !strchr(")]}", segment->text[token.start]))
        token = next_token(segment, token.end);
    return token.end;
}

static bool token_is(const Segment *segment, Token token, const char *text) {
    return (size_t)(token.end - token.start) == strlen(text) &&
           !strncmp(segment->text + token.start, text, strlen(text));
}

/* ---- grouping parentheses, which CPython's positions leave out ---- */

static void trim(const Segment *segment, Token *part) {
    while (part->start < part->end && is_blank(segment->text[part->start]))
        part->start++;
    while (part->start < part->end && is_blank(segment->text[part->end - 1]))
        part->end--;
}

static bool is_group(const Segment *segment, Token part) {
    Segment upto = {segment->text, part.end};
    if (part.start >= part.end || segment->text[part.start] != '(' || bracket_end(&upto, part.start) != part.end)
        return false;
    Token token = next_token(segment, part.start + 1);
    for (; token.end < part.end; token = next_token(segment, token.end))
        if (token_is(segment, token, ",") || token_is(segment, token, "for"))
            return false;
    return part.end - part.start > 2;
}

static Token ungrouped(const Segment *segment, Token part) {
    trim(segment, &part);
    while (is_group(segment, part)) {
        part = (Token){part.start + 1, part.end - 1};
        trim(segment, &part);
    }
    return part;
}

/* ---- the outermost operation ---- */

static int precedence(const Segment *segment, Token token) {
    static const struct {
        const char *text;
        int level;
    } operators[] = {{"|", 1}, {"^", 2}, {"&", 3},  {"<<", 4}, {">>", 4}, {"+", 5}, {"-", 5},
                     {"*", 6}, {"/", 6}, {"//", 6}, {"%", 6},  {"@", 6},  {"**", 7}};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (token_is(segment, token, operators[i].text))
            return operators[i].level;
    return 0;
}

/* Whether the token says that the segment is neither a binary operation nor a subscript. */
static bool is_other(const Segment *segment, Token token) {
    static const char *const others[] = {
        "and", "or",     "not",  "in", "is", "if", "lambda", "await", "yield", "raise", "return", "assert", "del",
        "for", "import", "from", "<",  ">",  "=",  "==",     "!",     ",",     ":",     ";",      "#"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (token_is(segment, token, others[i]))
            return true;
    return false;
}

typedef struct Outline {
    Token operation; /* the outermost binary operator; empty: none */
    int level;
    bool is_other, is_unary; /* neither; begins with a sign */
    Token before, last;      /* the last token but one, and the last */
} Outline;

static void outline_operator(const Segment *segment, Outline *outline, Token token) {
    int level = precedence(segment, token);
    if (!outline->level || level < outline->level || (level == outline->level && level < 7)) {
        outline->operation = token;
        outline->level = level;
    }
}

static Outline outline_of(const Segment *segment) {
    Outline outline = {.level = 0};
    bool after_operand = false;
    for (Token token = next_token(segment, 0); token.start < token.end; token = next_token(segment, token.end)) {
        outline.is_other |= is_other(segment, token);
        bool is_operator = precedence(segment, token) || token_is(segment, token, "~");
        if (is_operator && after_operand)
            outline_operator(segment, &outline, token);
        else if (is_operator && outline.last.end == 0)
            outline.is_unary = true;
        after_operand = !is_operator;
        outline.before = outline.last;
        outline.last = token;
    }
    return outline;
}

/* What comes behind the left operand, which is a closing parenthesis if that stands in parentheses. */
static Anchors operator_anchors(const Segment *segment, Token operation) {
    Token left = ungrouped(segment, (Token){0, operation.start});
    Token right = ungrouped(segment, (Token){operation.end, segment->length});
    int first = left.end;
    while (is_blank(segment->text[first]))
        first++;
    bool is_wide = first + 1 < right.start && !is_blank(segment->text[first + 1]);
    return (Anchors){first, first + 1 + is_wide};
}

static Anchors subscript_anchors(const Segment *segment, const Outline *outline) {
    Token value = ungrouped(segment, (Token){0, outline->before.end});
    Token index = ungrouped(segment, (Token){outline->last.start + 1, outline->last.end - 1});
    return (Anchors){value.end, index.end + 1};
}

static Anchors find_anchors(const Segment *segment) {
    Outline outline = outline_of(segment);
    bool is_power = outline.level == 7;
    if (outline.is_other || (outline.is_unary && (!outline.level || is_power)))
        return (Anchors){-1, -1};
    if (outline.level)
        return operator_anchors(segment, outline.operation);
    if (outline.before.end && segment->text[outline.last.start] == '[')
        return subscript_anchors(segment, &outline);
    return (Anchors){-1, -1};
}

/* ---- marks ---- */

/* One mark for each character (not byte) of the segment. */
static const char *draw(Arena *arena, const char *line, int indent, int start, int end, Anchors anchors) {
    Text text = {.arena = arena};
    for (int i = indent; i < end; i++) {
        if (((unsigned char)line[i] & 0xc0) == 0x80)
            continue;
        bool is_tilde = anchors.first >= 0 && (i < start + anchors.first || i >= start + anchors.end);
        text_char(&text, i < start ? ' ' : is_tilde ? '~' : '^');
    }
    return text_get(&text);
}

const char *caret_marks(Arena *arena, const char *line, int length, const Pos *pos) {
    int indent = 0, start = (int)pos->column, end = (int)pos->end_column;
    while (indent < length && is_blank(line[indent]))
        indent++;
    Anchors anchors = {-1, -1};
    if (pos->end_line > pos->line) {
        for (end = length; end > start && isspace((unsigned char)line[end - 1]);)
            end--;
    } else if (start < end && end <= length) {
        anchors = find_anchors(&(Segment){line + start, end - start});
    }
    if (start < indent || start >= end || end > length || (end - start == length - indent && anchors.first < 0))
        return NULL;
    return draw(arena, line, indent, start, end, anchors);
}
