/* Reading the text form: the declarations of a program. First every struct, data and graph gets its object, in the
 * order of the text, so that what is inside them may mention any other; then they are filled. */
#include "ir/parse.h"

#include <string.h>

typedef struct Declaration {
    const Token *token; /* the keyword */
    const Token *rest;  /* where filling goes on */
    void *object;       /* Type, Data or Graph */
} Declaration;

typedef struct Declarations {
    Declaration *items;
    int count, capacity;
} Declarations;

static bool is_word(const Token *token, const char *word) {
    return token->kind == TOKEN_WORD && token->length == strlen(word) && !memcmp(token->text, word, token->length);
}

static bool is_keyword(const Token *token) {
    static const char *const keywords[] = {"program", "file", "module", "struct", "type", "data", "graph"};
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (is_word(token, keywords[i]))
            return true;
    return false;
}

/* Finds the declarations: keywords that begin a line outside of braces. */
static Declarations find_declarations(Parser *parser) {
    Declarations list = {0};
    int depth = 0;
    for (const Token *token = parser->tokens; token < parser->end; token++) {
        if (token->kind == TOKEN_PUNCTUATION)
            depth += (*token->text == '{') - (*token->text == '}');
        if (depth || !token->begins_line || !is_keyword(token))
            continue;
        list.items = arena_grow(parser->scratch, list.items, list.count, &list.capacity, sizeof *list.items);
        list.items[list.count++] = (Declaration){.token = token};
    }
    return list;
}

SourceFile *parse_ir_file(Parser *parser) {
    Program *program = parser->program;
    const char *path = intern(program->names, parser->file->path);
    SourceFile *file = map_get_ptr(&parser->files, path);
    if (!file) {
        file = program_add_file(program, path, NULL, parser->file->text, parser->file->length);
        map_set_ptr(parser->scratch, &parser->files, path, file);
    }
    return file;
}

/* ---- first round: objects ---- */

/* A name that may not be '-'; NULL after an error. */
static const char *required_name(Parser *parser) {
    const Token *token = parser->at;
    const char *name = parse_name(parser);
    if (!name)
        parse_fail(parser, token, "I0002", "expected a name");
    return parser->failed ? NULL : name;
}

static void declare_program(Parser *parser) {
    for (int i = 0; i < STAGE_COUNT; i++)
        if (parse_accept_word(parser, stage_text[i])) {
            parser->program->stage = (Stage)i;
            return;
        }
    parse_expected(parser, "a stage");
}

static void declare_file(Parser *parser) {
    const char *path = required_name(parser);
    const char *module = parse_accept_word(parser, "of") ? parse_name(parser) : NULL;
    if (parser->failed)
        return;
    SourceFile *file = program_add_file(parser->program, path, module, NULL, 0);
    file->is_library = parse_accept_word(parser, "library");
    file->is_generated = parse_accept_word(parser, "generated");
    map_set_ptr(parser->scratch, &parser->files, path, file);
}

static void declare_struct(Parser *parser, Declaration *declaration) {
    const Token *token = parser->at;
    const char *name = required_name(parser);
    if (parser->failed)
        return;
    Type *type = type_struct(parser->program->types, name);
    if (map_get_ptr(&parser->structs, type))
        parse_fail(parser, token, "I0004", "the struct '%s' was declared before", name);
    map_set_ptr(parser->scratch, &parser->structs, type, type);
    declaration->object = type;
}

static void declare_type_or_struct(Parser *parser, Declaration *declaration) {
    parser->at = declaration->token + 1;
    if (is_word(declaration->token, "program"))
        declare_program(parser);
    else if (is_word(declaration->token, "file"))
        declare_file(parser);
    else if (is_word(declaration->token, "struct"))
        declare_struct(parser, declaration);
    else if (is_word(declaration->token, "type"))
        parse_type(parser);
    declaration->rest = parser->at;
}

static void declare_data(Parser *parser, Declaration *declaration) {
    parse_expect(parser, '&');
    const Token *token = parser->at;
    const char *name = required_name(parser);
    parse_expect(parser, ':');
    Type *type = parse_type(parser);
    if (parser->failed)
        return;
    if (program_find_data(parser->program, name)) {
        parse_fail(parser, token, "I0004", "the data '%s' was declared before", name);
        return;
    }
    Data *data = program_add_data(parser->program, name, type, 0);
    data->is_mutable = parse_accept_word(parser, "mutable");
    data->has_fixed_items = parse_accept_word(parser, "fixed");
    data->is_unset = parse_accept_word(parser, "unset");
    if (parse_accept_word(parser, "length"))
        data->length = parse_integer(parser);
    declaration->object = data;
}

static void declare_graph(Parser *parser, Declaration *declaration) {
    parse_expect(parser, '@');
    const Token *token = parser->at;
    const char *name = required_name(parser);
    Type *type = parse_accept(parser, ':') ? parse_type(parser) : NULL;
    if (parser->failed)
        return;
    if (program_find_graph(parser->program, name)) {
        parse_fail(parser, token, "I0004", "the graph '%s' was declared before", name);
        return;
    }
    if (type && type->kind != TY_FUNC) {
        parse_fail(parser, token, "I0005", "a graph's type is a func type");
        return;
    }
    Graph *graph = program_add_graph(parser->program, name);
    graph->type = type;
    declaration->object = graph;
}

static void declare_data_or_graph(Parser *parser, Declaration *declaration) {
    bool is_data = is_word(declaration->token, "data");
    if (!is_data && !is_word(declaration->token, "graph"))
        return;
    parser->at = declaration->token + 1;
    if (is_data)
        declare_data(parser, declaration);
    else
        declare_graph(parser, declaration);
    declaration->rest = parser->at;
}

/* ---- second round: contents ---- */

static void fill_program(Parser *parser) {
    if (parse_accept_word(parser, "entry"))
        parser->program->entry = parse_graph_name(parser);
    if (parse_accept_word(parser, "exceptions"))
        parser->program->exception_base = parse_type(parser);
}

static void fill_module(Parser *parser) {
    const char *name = required_name(parser);
    if (parser->failed)
        return;
    SourceFile *file = parse_accept_word(parser, "in") ? parse_file_name(parser) : NULL;
    Module *module = program_add_module(parser->program, name, file);
    if (parse_accept_word(parser, "body"))
        module->body = parse_graph_name(parser);
    module->is_wrapping = parse_accept_word(parser, "wrapping");
    module->is_system = parse_accept_word(parser, "system");
}

typedef struct FieldList {
    Field *items;
    int count, capacity;
} FieldList;

static void parse_field(Parser *parser, Map *seen, FieldList *fields) {
    const Token *token = parser->at;
    const char *name = parse_name(parser);
    parse_expect(parser, ':');
    Type *type = parse_type(parser);
    if (parser->failed)
        return;
    if (!name || map_get_ptr(seen, name)) {
        parse_fail(parser, token, "I0004", "the field was declared before");
        return;
    }
    map_set_ptr(parser->scratch, seen, name, (void *)name);
    fields->items = arena_grow(parser->scratch, fields->items, fields->count, &fields->capacity, sizeof *fields->items);
    fields->items[fields->count++] = (Field){name, type, 0, parse_accept_word(parser, "final")};
}

static uint32_t parse_hints(Parser *parser) {
    uint32_t hints = 0;
    for (int i = 0; i < HINT_COUNT; i++)
        if (parse_accept_word(parser, hint_text[i]))
            hints |= 1u << i;
    return hints;
}

/* The super struct, if it is one whose own supers do not lead back to `type`. */
static Type *parse_super(Parser *parser, const Type *type) {
    if (!parse_accept_word(parser, "super"))
        return NULL;
    const Token *token = parser->at;
    Type *super = parse_type(parser);
    if (super->kind != TY_STRUCT)
        parse_fail(parser, token, "I0005", "the super is not a struct");
    else if (type_is_substruct(super, type))
        parse_fail(parser, token, "I0005", "this struct would inline itself");
    return super;
}

static void fill_struct(Parser *parser, Type *type) {
    if (parse_accept_word(parser, "label")) {
        const char *label = parse_name(parser);
        type->label = label;
    }
    if (parse_accept_word(parser, "records"))
        type->vtable = parse_type(parser);
    if (parse_accept_word(parser, "record"))
        type->vtable_data = parse_data_name(parser);
    bool is_raw = parse_accept_word(parser, "raw");
    if (!is_raw && !parse_accept_word(parser, "gc"))
        return;
    uint32_t hints = parse_hints(parser);
    Type *super = parse_super(parser, type);
    FieldList fields = {0};
    Map seen = {0};
    parse_expect(parser, '{');
    while (!parser->failed && !parse_at(parser, '}'))
        parse_field(parser, &seen, &fields);
    parse_expect(parser, '}');
    if (!parser->failed)
        type_set_fields(parser->program->types, type, is_raw ? FLAVOUR_RAW : FLAVOUR_GC, hints, super, fields.items,
                        fields.count);
}

static void fill_data(Parser *parser, Data *data) {
    parse_expect(parser, '{');
    while (!parser->failed && !parse_at(parser, '}')) {
        const char *field = NULL;
        if (parse_accept(parser, '['))
            parse_expect(parser, ']');
        else
            field = parse_name(parser);
        parse_expect(parser, '=');
        Const value = parse_const(parser);
        if (!parser->failed)
            data_set(parser->program, data, field, value);
    }
    parse_expect(parser, '}');
}

/* (name: "annotation", ...) */
static void parse_param_names(Parser *parser, Params *params, int count) {
    params->names = arena_alloc(parser->arena, (size_t)count * sizeof *params->names);
    params->annotations = arena_alloc(parser->arena, (size_t)count * sizeof *params->annotations);
    parse_expect(parser, '(');
    for (int i = 0; i < count && !parser->failed; i++) {
        if (i)
            parse_expect(parser, ',');
        params->names[i] = parse_name(parser);
        if (parse_accept(parser, ':'))
            params->annotations[i] = parse_name(parser);
    }
    parse_expect(parser, ')');
}

static void parse_params(Parser *parser, Params *params) {
    params->count = parse_count(parser);
    if (parse_accept_word(parser, "positional_only"))
        params->positional_only = parse_count(parser);
    if (parse_accept_word(parser, "keyword_only"))
        params->keyword_only = parse_count(parser);
    params->has_varargs = parse_accept_word(parser, "varargs");
    params->has_kwargs = parse_accept_word(parser, "kwargs");
    if (parse_accept_word(parser, "cells"))
        params->cell_count = parse_count(parser);
    parse_param_names(parser, params, params->count + params->keyword_only + params->has_varargs + params->has_kwargs);
    if (parse_accept_arrow(parser))
        params->returns = parse_name(parser);
}

static void parse_graph_flags(Parser *parser, Graph *graph) {
#define PARSE_FLAG(field, word)          \
    if (parse_accept_word(parser, word)) \
        graph->field = true;
    GRAPH_FLAGS(PARSE_FLAG)
#undef PARSE_FLAG
}

static void fill_graph(Parser *parser, Graph *graph) {
    parse_graph_flags(parser, graph);
    if (parse_accept_word(parser, "pyname"))
        graph->pyname = parse_name(parser);
    if (parse_accept_word(parser, "doc"))
        graph->doc = parse_name(parser);
    graph->file = parse_accept_word(parser, "file") ? parse_file_name(parser) : parse_ir_file(parser);
    parser->graph = graph;
    graph->pos = parse_pos(parser);
    parser->graph = NULL;
    if (parse_accept_word(parser, "params"))
        parse_params(parser, &graph->params);
    parse_body(parser, graph);
}

static void fill(Parser *parser, const Declaration *declaration) {
    if (parser->failed)
        return;
    parser->at = declaration->rest ? declaration->rest : declaration->token + 1;
    if (is_word(declaration->token, "program"))
        fill_program(parser);
    else if (is_word(declaration->token, "module"))
        fill_module(parser);
    else if (is_word(declaration->token, "struct"))
        fill_struct(parser, declaration->object);
    else if (is_word(declaration->token, "data"))
        fill_data(parser, declaration->object);
    else if (is_word(declaration->token, "graph"))
        fill_graph(parser, declaration->object);
}

/* ---- the whole ---- */

/* What was filled must end where the next declaration begins. */
static void check_end(Parser *parser, const Declarations *list, int at) {
    const Token *next = at + 1 < list->count ? list->items[at + 1].token : parser->end;
    bool is_done_before = is_word(list->items[at].token, "file") || is_word(list->items[at].token, "type");
    const Token *stopped = is_done_before ? list->items[at].rest : parser->at;
    if (parser->failed || stopped == next)
        return;
    parser->at = stopped;
    parse_expected(parser, "the next declaration");
}

static void check_structs(Parser *parser) {
    const TypeTable *types = parser->program->types;
    for (int i = 0; i < types->count && !parser->failed; i++) {
        Type *type = types->all[i];
        const Token *use = map_get_ptr(&parser->struct_uses, type);
        if (use && !map_get_ptr(&parser->structs, type))
            parse_fail(parser, use, "I0003", "there is no struct '%s'", type->name);
    }
}

static void read_all(Parser *parser) {
    Declarations list = find_declarations(parser);
    if (!list.count || list.items[0].token != parser->tokens || !is_word(parser->tokens, "program")) {
        parse_fail(parser, parser->tokens, "I0002", "a program begins with 'program STAGE'");
        return;
    }
    for (int i = 0; i < list.count && !parser->failed; i++)
        declare_type_or_struct(parser, &list.items[i]);
    for (int i = 0; i < list.count && !parser->failed; i++)
        declare_data_or_graph(parser, &list.items[i]);
    for (int i = 0; i < list.count && !parser->failed; i++) {
        fill(parser, &list.items[i]);
        check_end(parser, &list, i);
    }
    check_structs(parser);
}

static void index_ops(Parser *parser) {
    for (int i = 0; i < OP_COUNT; i++) {
        const char *text = intern(parser->program->names, op_info[i].text);
        *map_put(parser->scratch, &parser->ops, (uint64_t)(uintptr_t)text) = (uint64_t)i + 1;
    }
}

bool program_parse_into(Program *program, SourceFile *file, DiagList *diags) {
    Parser parser = {.arena = program->arena, .scratch = arena_new(), .file = file, .diags = diags, .program = program};
    int count;
    parser.tokens = text_tokens(parser.scratch, file->text, file->length, &count);
    parser.at = parser.tokens;
    parser.end = parser.tokens + count - 1;
    index_ops(&parser);
    read_all(&parser);
    arena_free(parser.scratch);
    return !parser.failed;
}

Program *program_parse(Arena *arena, SourceFile *file, DiagList *diags) {
    Program *program = program_new(arena);
    program->diags = diags;
    return program_parse_into(program, file, diags) ? program : NULL;
}
