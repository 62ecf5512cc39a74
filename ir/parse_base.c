/* The reader's small parts: names, numbers, types, constants, positions, errors. */
#include "ir/parse.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TYPE_DEPTH = 500 };

/* ---- errors ---- */

static const Pos *token_pos(const Parser *parser, const Token *token) {
    Pos *pos = arena_alloc(parser->diags->arena, sizeof *pos);
    *pos = (Pos){.file = parser->file, .line = token->line, .column = token->column, .end_line = token->line};
    pos->end_column = token->column + (token->length ? token->length : 1);
    return pos;
}

void parse_fail(Parser *parser, const Token *token, const char *code, const char *format, ...) {
    if (parser->failed)
        return;
    char message[512];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    diag_error(parser->diags, code, token_pos(parser, token), "%s", message);
    parser->failed = true;
    parser->at = parser->end;
}

void parse_expected(Parser *parser, const char *what) {
    const Token *token = parser->at;
    if (token->kind == TOKEN_BAD)
        parse_fail(parser, token, "I0001", "no token of the text form begins like this");
    else if (token->kind == TOKEN_END)
        parse_fail(parser, token, "I0002", "expected %s, not the end of the text", what);
    else
        parse_fail(parser, token, "I0002", "expected %s", what);
}

/* ---- tokens ---- */

void parse_skip(Parser *parser) {
    if (parser->at < parser->end)
        parser->at++;
}

static bool at_text(const Parser *parser, TokenKind kind, const char *text) {
    return parser->at->kind == kind && parser->at->length == strlen(text) &&
           !memcmp(parser->at->text, text, parser->at->length);
}

bool parse_at(const Parser *parser, char punctuation) {
    return parser->at->kind == TOKEN_PUNCTUATION && *parser->at->text == punctuation;
}

bool parse_at_word(const Parser *parser, const char *word) {
    return at_text(parser, TOKEN_WORD, word);
}

bool parse_accept(Parser *parser, char punctuation) {
    if (!parse_at(parser, punctuation))
        return false;
    parse_skip(parser);
    return true;
}

bool parse_accept_word(Parser *parser, const char *word) {
    if (!parse_at_word(parser, word))
        return false;
    parse_skip(parser);
    return true;
}

bool parse_accept_arrow(Parser *parser) {
    if (parser->at->kind != TOKEN_ARROW)
        return false;
    parse_skip(parser);
    return true;
}

void parse_expect(Parser *parser, char punctuation) {
    if (!parse_accept(parser, punctuation))
        parse_expected(parser, (char[]){'\'', punctuation, '\'', '\0'});
}

/* ---- names and numbers ---- */

const char *parse_name(Parser *parser) {
    const Token *token = parser->at;
    Interner *names = parser->program->names;
    if (parse_accept(parser, '-'))
        return NULL;
    if (token->kind == TOKEN_WORD) {
        parse_skip(parser);
        return intern_n(names, token->text, token->length);
    }
    if (token->kind == TOKEN_STRING) {
        size_t length;
        char *text = text_unescape(parser->scratch, token, &length);
        parse_skip(parser);
        return intern_n(names, text, length);
    }
    parse_expected(parser, "a name");
    return "";
}

static bool integer_of(const Token *token, int64_t *value) {
    char digits[32];
    if (token->length >= sizeof digits)
        return false;
    memcpy(digits, token->text, token->length);
    digits[token->length] = '\0';
    char *end;
    errno = 0;
    *value = *digits == '-' ? strtoll(digits, &end, 10) : (int64_t)strtoull(digits, &end, 10);
    return !*end && !errno;
}

int64_t parse_integer(Parser *parser) {
    int64_t value = 0;
    if (parser->at->kind != TOKEN_NUMBER)
        parse_expected(parser, "an integer");
    else if (!integer_of(parser->at, &value))
        parse_fail(parser, parser->at, "I0005", "not an integer of 64 bits");
    parse_skip(parser);
    return value;
}

int parse_count(Parser *parser) {
    const Token *token = parser->at;
    int64_t value = parse_integer(parser);
    if (value >= 0 && value < 1 << 24)
        return (int)value;
    parse_fail(parser, token, "I0005", "not a sensible count");
    return 0;
}

/* ---- types ---- */

static bool simple_kind(const char *name, TypeKind *kind) {
    static const char *const texts[] = {
#define TYPE(kind, text, size) text,
#include "ir/type.def"
#undef TYPE
    };
    for (int i = 0; i < TY_STRUCT; i++)
        if (!strcmp(name, texts[i])) {
            *kind = (TypeKind)i;
            return true;
        }
    return false;
}

static uint32_t parse_hint(Parser *parser) {
    for (int i = 0; i < HINT_COUNT; i++)
        if (parse_accept_word(parser, hint_text[i]))
            return 1u << i;
    parse_expected(parser, "a hint");
    return 0;
}

static Type *parse_array_type(Parser *parser) {
    parse_expect(parser, '(');
    Flavour flavour = parse_at_word(parser, "raw") ? FLAVOUR_RAW : FLAVOUR_GC;
    if (!parse_accept_word(parser, "gc") && !parse_accept_word(parser, "raw"))
        parse_expected(parser, "gc or raw");
    parse_expect(parser, ',');
    Type *item = parse_type(parser);
    uint32_t hints = 0;
    while (parse_accept(parser, ','))
        hints |= parse_hint(parser);
    parse_expect(parser, ')');
    return type_array(parser->program->types, flavour, item, hints);
}

static Type *parse_func_type(Parser *parser) {
    Type **params = NULL;
    int count = 0, capacity = 0;
    parse_expect(parser, '(');
    while (!parser->failed && !parse_at(parser, ')')) {
        if (count)
            parse_expect(parser, ',');
        params = arena_grow(parser->scratch, params, count, &capacity, sizeof(Type *));
        params[count++] = parse_type(parser);
    }
    parse_expect(parser, ')');
    if (!parse_accept_arrow(parser))
        parse_expected(parser, "'->'");
    return type_func(parser->program->types, parse_type(parser), params, count);
}

static Type *parse_struct_use(Parser *parser, const Token *token, const char *name) {
    Type *type = type_struct(parser->program->types, name);
    if (!map_get_ptr(&parser->struct_uses, type))
        map_set_ptr(parser->scratch, &parser->struct_uses, type, (void *)token);
    return type;
}

static Type *parse_nested_type(Parser *parser) {
    TypeTable *types = parser->program->types;
    const Token *token = parser->at;
    TypeKind kind;
    const char *name = parse_name(parser);
    if (parser->failed)
        return type_simple(types, TY_VOID);
    if (!name)
        return NULL;
    if (token->kind == TOKEN_STRING)
        return parse_struct_use(parser, token, name);
    if (simple_kind(name, &kind))
        return type_simple(types, kind);
    if (!strcmp(name, "array"))
        return parse_array_type(parser);
    if (!strcmp(name, "func"))
        return parse_func_type(parser);
    if (strcmp(name, "ptr"))
        return parse_struct_use(parser, token, name);
    parse_expect(parser, '(');
    Type *type = type_ptr(types, parse_type(parser));
    parse_expect(parser, ')');
    return type;
}

Type *parse_type(Parser *parser) {
    const Token *token = parser->at;
    if (++parser->type_depth > MAX_TYPE_DEPTH)
        parse_fail(parser, token, "I0005", "type nested too deeply");
    Type *type = parse_nested_type(parser);
    parser->type_depth--;
    if (type)
        return type;
    parse_fail(parser, token, "I0002", "expected a type");
    return type_simple(parser->program->types, TY_VOID);
}

/* ---- references ---- */

Graph *parse_graph_name(Parser *parser) {
    parse_expect(parser, '@');
    const Token *token = parser->at;
    const char *name = parse_name(parser);
    if (parser->failed || !name)
        return NULL;
    Graph *graph = program_find_graph(parser->program, name);
    if (!graph)
        parse_fail(parser, token, "I0003", "there is no graph '%s'", name);
    return graph;
}

Data *parse_data_name(Parser *parser) {
    parse_expect(parser, '&');
    const Token *token = parser->at;
    const char *name = parse_name(parser);
    if (parser->failed)
        return NULL;
    Data *data = name ? program_find_data(parser->program, name) : NULL;
    if (!data)
        parse_fail(parser, token, "I0003", "there is no data '%s'", name ? name : "-");
    return data;
}

SourceFile *parse_file_name(Parser *parser) {
    const Token *token = parser->at;
    const char *path = parse_name(parser);
    if (parser->failed || !path)
        return NULL;
    SourceFile *file = map_get_ptr(&parser->files, path);
    if (!file)
        parse_fail(parser, token, "I0003", "there is no file '%s'", path);
    return file;
}

/* ---- constants ---- */

static Const parse_text_const(Parser *parser, ConstKind kind) {
    size_t length;
    const char *text = text_unescape(parser->arena, parser->at, &length);
    parse_skip(parser);
    return (Const){.kind = kind, .text = text, .length = (uint32_t)length};
}

static bool is_bigint(const Token *token) {
    uint32_t start = *token->text == '-', end = token->length - 1;
    if (end <= start || token->text[end] != 'n')
        return false;
    for (uint32_t i = start; i < end; i++)
        if (!isdigit((unsigned char)token->text[i]))
            return false;
    return true;
}

static double parse_float(Parser *parser) {
    const Token *token = parser->at;
    if (token->kind != TOKEN_NUMBER && !parse_at_word(parser, "inf") && !parse_at_word(parser, "nan")) {
        parse_expected(parser, "a number");
        return 0;
    }
    char *end, *text = arena_text(parser->scratch, token->text, token->length);
    double number = strtod(text, &end);
    if (*end)
        parse_fail(parser, token, "I0001", "malformed number");
    parse_skip(parser);
    if (!strcmp(text, "nan")) {
        uint64_t bits = 0x7ff8000000000000u;
        if (parse_accept(parser, '(')) {
            bits = strtoull(arena_text(parser->scratch, parser->at->text, parser->at->length), &end, 16);
            parse_skip(parser);
            parse_expect(parser, ')');
        }
        memcpy(&number, &bits, sizeof number);
    }
    return number;
}

static Const parse_number_const(Parser *parser) {
    const Token *token = parser->at;
    if (is_bigint(token)) {
        parse_skip(parser);
        const char *text = arena_text(parser->arena, token->text, token->length - 1);
        return (Const){.kind = CONST_BIGINT, .text = text, .length = token->length - 1};
    }
    for (uint32_t i = *token->text == '-'; i < token->length; i++)
        if (!isdigit((unsigned char)token->text[i]))
            return (Const){.kind = CONST_FLOAT, .number = parse_float(parser)};
    return (Const){.kind = CONST_INT, .integer = parse_integer(parser)};
}

static Const parse_scalar_const(Parser *parser) {
    parse_expect(parser, '(');
    const Token *token = parser->at;
    Const payload = parse_const(parser), scalar = {.kind = CONST_SCALAR};
    parse_expect(parser, ')');
    if (payload.kind == CONST_BOOL) {
        scalar.tag = SCALAR_BOOL;
        scalar.integer = payload.boolean;
    } else if (payload.kind == CONST_INT) {
        scalar.tag = SCALAR_INT;
        scalar.integer = payload.integer;
    } else if (payload.kind == CONST_FLOAT) {
        scalar.tag = SCALAR_FLOAT;
        scalar.number = payload.number;
    } else if (payload.kind != CONST_NONE) {
        parse_fail(parser, token, "I0002", "expected none, a boolean or a number");
    }
    return scalar;
}

static Const parse_word_const(Parser *parser) {
    if (parse_accept_word(parser, "none"))
        return (Const){.kind = CONST_NONE};
    if (parse_accept_word(parser, "true"))
        return (Const){.kind = CONST_BOOL, .boolean = true};
    if (parse_accept_word(parser, "false"))
        return (Const){.kind = CONST_BOOL, .boolean = false};
    if (parse_accept_word(parser, "null"))
        return (Const){.kind = CONST_NULL};
    if (parse_accept_word(parser, "undefined"))
        return (Const){.kind = CONST_UNDEFINED};
    if (parse_at_word(parser, "inf") || parse_at_word(parser, "nan"))
        return (Const){.kind = CONST_FLOAT, .number = parse_float(parser)};
    if (parse_accept_word(parser, "scalar")) {
        if (++parser->type_depth > MAX_TYPE_DEPTH)
            parse_fail(parser, parser->at, "I0005", "constant nested too deeply");
        Const scalar = parse_scalar_const(parser);
        parser->type_depth--;
        return scalar;
    }
    if (parse_accept_word(parser, "complex")) {
        parse_expect(parser, '(');
        Const complex = {.kind = CONST_COMPLEX, .number = parse_float(parser)};
        parse_expect(parser, ')');
        return complex;
    }
    parse_expected(parser, "a value");
    return (Const){.kind = CONST_NONE};
}

Const parse_const(Parser *parser) {
    if (parser->at->kind == TOKEN_STRING)
        return parse_text_const(parser, CONST_STR);
    if (parser->at->kind == TOKEN_BYTES)
        return parse_text_const(parser, CONST_BYTES);
    if (parser->at->kind == TOKEN_NUMBER)
        return parse_number_const(parser);
    if (parser->at->kind == TOKEN_DOTS) {
        parse_skip(parser);
        return (Const){.kind = CONST_ELLIPSIS};
    }
    if (parse_at(parser, '&'))
        return (Const){.kind = CONST_DATA, .data = parse_data_name(parser)};
    if (parse_at(parser, '@')) {
        const Token *token = parser->at;
        Graph *graph = parse_graph_name(parser);
        if (!graph)
            parse_fail(parser, token, "I0002", "expected a graph");
        return (Const){.kind = CONST_GRAPH, .graph = graph};
    }
    return parse_word_const(parser);
}

/* ---- positions ---- */

static uint32_t range_number(const char **at, const char *end) {
    uint32_t number = 0;
    for (; *at < end && isdigit((unsigned char)**at); (*at)++)
        number = number * 10 + (uint32_t)(**at - '0');
    return number;
}

static bool range_char(const char **at, const char *end, char wanted) {
    if (*at >= end || **at != wanted)
        return false;
    (*at)++;
    return true;
}

/* LINE:COLUMN-[LINE:]COLUMN */
static bool parse_range(const Token *token, Pos *pos) {
    const char *at = token->text, *end = at + token->length;
    pos->line = pos->end_line = range_number(&at, end);
    if (!range_char(&at, end, ':'))
        return false;
    pos->column = range_number(&at, end);
    if (!range_char(&at, end, '-'))
        return false;
    pos->end_column = range_number(&at, end);
    if (range_char(&at, end, ':')) {
        pos->end_line = pos->end_column;
        pos->end_column = range_number(&at, end);
    }
    return at == end;
}

static Pos parse_one_pos(Parser *parser) {
    Pos pos = {.file = parser->graph ? parser->graph->file : NULL,
               .function = parser->graph ? parser->graph->pyname : NULL};
    if (parser->at->kind != TOKEN_POS)
        parse_expected(parser, "a position");
    else if (!parse_range(parser->at, &pos))
        parse_fail(parser, parser->at, "I0001", "malformed position: it is written !LINE:COLUMN-LINE:COLUMN");
    parse_skip(parser);
    if (parse_accept_word(parser, "in"))
        pos.function = parse_name(parser);
    if (parse_accept_word(parser, "of"))
        pos.file = parse_file_name(parser);
    return pos;
}

static bool pos_equal(const Pos *a, const Pos *b) {
    return a->file == b->file && a->function == b->function && a->inlined_at == b->inlined_at && a->line == b->line &&
           a->column == b->column && a->end_line == b->end_line && a->end_column == b->end_column;
}

static const Pos *share_pos(Parser *parser, const Pos *wanted) {
    uint64_t hash = hash_u64(HASH_SEED, (uint64_t)wanted->line << 32 | wanted->column);
    hash = hash_u64(hash, (uint64_t)wanted->end_line << 32 | wanted->end_column);
    hash = hash_u64(hash_u64(hash, (uintptr_t)wanted->file), (uintptr_t)wanted->function);
    hash = hash_u64(hash, (uintptr_t)wanted->inlined_at);
    for (uint64_t *slot; (slot = map_find(&parser->positions, hash)); hash = hash_u64(hash, 1))
        if (pos_equal((const Pos *)(uintptr_t)*slot, wanted))
            return (const Pos *)(uintptr_t)*slot;
    Pos *pos = arena_alloc(parser->arena, sizeof *pos);
    *pos = *wanted;
    *map_put(parser->scratch, &parser->positions, hash) = (uintptr_t)pos;
    return pos;
}

const Pos *parse_pos(Parser *parser) {
    if (parser->at->kind != TOKEN_POS)
        return NULL;
    Pos *chain = NULL;
    int count = 0, capacity = 0;
    do {
        chain = arena_grow(parser->scratch, chain, count, &capacity, sizeof *chain);
        chain[count++] = parse_one_pos(parser);
    } while (parse_accept_word(parser, "at"));
    const Pos *pos = NULL;
    while (count--) {
        chain[count].inlined_at = pos;
        pos = share_pos(parser, &chain[count]);
    }
    return pos;
}
