/* String and bytes literals: prefixes, escapes, implicit concatenation. */
#include "frontend/parse.h"

#include <string.h>

void parser_text_add(Parser *parser, Text *text, const char *bytes, uint32_t length) {
    if (text->capacity - text->length < length) {
        uint32_t capacity = text->capacity * 2 > text->length + length ? text->capacity * 2 : text->length + length;
        char *larger = arena_alloc(parser->arena, (size_t)capacity + 1);
        if (text->length)
            memcpy(larger, text->bytes, text->length);
        text->bytes = larger;
        text->capacity = capacity;
    }
    if (length)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

static Literal read_literal(Parser *parser, Token token) {
    const char *source = parser->lexer.text;
    Literal literal = {.token = token, .start = token.start};
    for (; source[literal.start] != '"' && source[literal.start] != '\''; literal.start++) {
        char letter = source[literal.start] | 32;
        literal.is_raw |= letter == 'r';
        literal.is_bytes |= letter == 'b';
        literal.is_format |= letter == 'f';
    }
    const char *quote = source + literal.start;
    bool is_triple = token.end - literal.start >= 6 && quote[1] == *quote && quote[2] == *quote;
    literal.start += is_triple ? 3 : 1;
    literal.end = token.end - (is_triple ? 3 : 1);
    return literal;
}

/* ---- escapes ---- */

typedef struct Decoder {
    Parser *parser;
    const Literal *literal;
    const char *start, *at, *end;
    const char *escape; /* the backslash of the current one */
    Text *out;
} Decoder;

static _Noreturn void bad_escape(const Decoder *d, const char *code, const char *help, const char *message) {
    parser_fail_now(d->parser, code, d->literal->token.range, help, "%s", message);
}

/* CPython gives positions in a copy of the text in which every character beyond ASCII is a \U escape. */
static size_t position(const Decoder *d, const char *at) {
    size_t count = 0;
    for (const char *c = d->start; c < at; c++)
        count += !(*c & 0x80) ? 1 : (*c & 0xC0) == 0xC0 ? 10 : 0;
    return count;
}

static _Noreturn void bad_unicode(const Decoder *d, const char *reason) {
    const char *help = "write r\"…\" or double the backslash, if no escape is meant";
    size_t first = position(d, d->escape), last = position(d, d->at) - 1;
    bad_escape(d, "P0001", help,
               arena_printf(d->parser->arena,
                            "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s", first,
                            last, reason));
}

static void add_character(const Decoder *d, uint32_t character) {
    char bytes[4] = {(char)character};
    int length = d->literal->is_bytes ? 1 : lexer_utf8_encode(character, bytes);
    parser_text_add(d->parser, d->out, bytes, (uint32_t)length);
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    return (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static void hex_escape(Decoder *d, int digits) {
    uint32_t value = 0;
    for (int i = 0; i < digits; i++, d->at++) {
        int digit = d->at < d->end ? hex_value(*d->at) : -1;
        if (digit < 0 && d->literal->is_bytes)
            bad_escape(d, "P0001", NULL,
                       arena_printf(d->parser->arena, "(value error) invalid \\x escape at position %zu",
                                    position(d, d->escape)));
        if (digit < 0)
            bad_unicode(d, digits == 2   ? "truncated \\xXX escape"
                           : digits == 4 ? "truncated \\uXXXX escape"
                                         : "truncated \\UXXXXXXXX escape");
        value = value << 4 | (uint32_t)digit;
    }
    if (value > 0x10FFFF)
        bad_unicode(d, "illegal Unicode character");
    add_character(d, value);
}

static void octal_escape(Decoder *d) {
    uint32_t value = 0;
    for (int i = 0; i < 3 && d->at < d->end && *d->at >= '0' && *d->at <= '7'; i++)
        value = value << 3 | (uint32_t)(*d->at++ - '0');
    add_character(d, value);
}

static const struct NamedCharacter {
    const char *name;
    uint32_t character;
} named_characters[] = {
#define CHARACTER(name, character) {name, character},
#include "frontend/character.def"
};

/* \N{NAME}, for the names in character.def. */
static void named_escape(Decoder *d) {
    const char *close = d->at < d->end && *d->at == '{' ? memchr(d->at, '}', (size_t)(d->end - d->at)) : NULL;
    if (!close || close == d->at + 1) {
        d->at = close ? close : d->at < d->end && *d->at == '{' ? d->end : d->at;
        bad_unicode(d, "malformed \\N character escape");
    }
    const char *name = d->at + 1;
    size_t length = (size_t)(close - name);
    d->at = close + 1;
    for (size_t i = 0; i < sizeof named_characters / sizeof *named_characters; i++)
        if (strlen(named_characters[i].name) == length && !strncasecmp(named_characters[i].name, name, length)) {
            add_character(d, named_characters[i].character);
            return;
        }
    bad_escape(d, "P0006", "write the character itself, or its \\u escape",
               arena_printf(d->parser->arena,
                            "the character name `%.*s` is not known: few \\N{…} escapes are supported",
                            (int)(length < 80 ? length : 80), name));
}

/* The escape after a backslash; unknown ones stand for themselves, with the backslash. */
static void escape(Decoder *d) {
    static const char letters[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
    char c = *d->at++;
    const char *letter = c ? strchr(letters, c) : NULL;
    if (c == '\n')
        return;
    if (letter)
        parser_text_add(d->parser, d->out, &values[letter - letters], 1);
    else if (c >= '0' && c <= '7') {
        d->at--;
        octal_escape(d);
    } else if (c == 'x')
        hex_escape(d, 2);
    else if (c == 'u' && !d->literal->is_bytes)
        hex_escape(d, 4);
    else if (c == 'U' && !d->literal->is_bytes)
        hex_escape(d, 8);
    else if (c == 'N' && !d->literal->is_bytes)
        named_escape(d);
    else {
        d->at--;
        parser_text_add(d->parser, d->out, "\\", 1);
    }
}

void parse_decode_literal(Parser *parser, const Literal *literal, uint32_t start, uint32_t end, Text *out) {
    const char *source = parser->lexer.text;
    Decoder d = {parser, literal, source + start, source + start, source + end, NULL, out};
    while (d.at < d.end) {
        size_t rest = (size_t)(d.end - d.at);
        const char *backslash = literal->is_raw ? NULL : memchr(d.at, '\\', rest);
        const char *stop = backslash ? backslash : d.end;
        parser_text_add(parser, out, d.at, (uint32_t)(stop - d.at));
        d.at = stop;
        if (!backslash)
            continue;
        d.escape = d.at++;
        if (d.at < d.end)
            escape(&d);
        else
            parser_text_add(parser, out, "\\", 1);
    }
}

/* ---- runs of literals ---- */

static void check_ascii(Parser *parser, const Literal *literal) {
    for (uint32_t i = literal->start; i < literal->end; i++)
        if (parser->lexer.text[i] & 0x80)
            parser_fail_now(parser, "P0001", literal->token.range,
                            "write the bytes as \\x escapes, or a str with .encode()",
                            "bytes can only contain ASCII literal characters");
}

static void set_text(Ast *node, const Text *text) {
    node->text = text->length ? text->bytes : "";
    node->length = text->length;
}

void parse_pieces_flush(Parser *parser, Pieces *pieces) {
    if (pieces->text.length == 0)
        return;
    Ast *piece = parser_node(parser, AST_STR, (Start){pieces->range.line, pieces->range.column});
    piece->end_line = pieces->range.end_line;
    piece->end_column = pieces->range.end_column;
    set_text(piece, &pieces->text);
    pieces->text = (Text){0};
    parser_add(parser, &pieces->list, piece);
}

/* How many string tokens stand here, and where they end. */
static int count_literals(Parser *parser, Range *range) {
    int count = 0;
    *range = parser_token(parser, 0)->range;
    for (; parser_peek_at(parser, count) == TOK_STRING; count++)
        *range = range_join(*range, parser_token(parser, count)->range);
    return count;
}

static void add_literal(Parser *parser, const Literal *literal, Pieces *pieces) {
    if (literal->is_bytes)
        check_ascii(parser, literal);
    if (literal->is_format)
        parse_fstring(parser, literal, pieces);
    else
        parse_decode_literal(parser, literal, literal->start, literal->end, &pieces->text);
}

Ast *parse_strings(Parser *parser) {
    Start start = parser_start(parser);
    Pieces pieces = {0};
    int count = count_literals(parser, &pieces.range);
    bool is_format = false, is_bytes = false;
    for (int i = 0; i < count; i++) {
        Token token = parser_take(parser);
        Literal literal = read_literal(parser, token);
        if (i > 0 && literal.is_bytes != is_bytes)
            parser_fail_now(parser, "P0001", pieces.range, NULL, "cannot mix bytes and nonbytes literals");
        is_bytes = literal.is_bytes;
        is_format |= literal.is_format;
        add_literal(parser, &literal, &pieces);
    }
    Ast *node = parser_node(parser, is_format ? AST_JOINED_STR : is_bytes ? AST_BYTES : AST_STR, start);
    if (is_format) {
        parse_pieces_flush(parser, &pieces);
        node->list = pieces.list;
    } else
        set_text(node, &pieces.text);
    return node;
}
