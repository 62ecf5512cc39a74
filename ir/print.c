/* Writing programs as text: the language of docs/ir.md. What stands at its default is left out; whatever a later stage
 * looks at is written, so that program_parse gives back an equal program. */
#include "ir/print.h"
#include "ir/text.h"

#include <inttypes.h>
#include <string.h>

Writer print_writer(Arena *scratch, const Program *program, FILE *out) {
    const char **texts = arena_alloc(scratch, (size_t)program->types->count * sizeof *texts);
    return (Writer){.out = out, .scratch = scratch, .program = program, .type_texts = texts};
}

/* ---- names ---- */

static void put_name(const Writer *writer, const char *name) {
    if (!name)
        putc('-', writer->out);
    else if (text_is_word(name))
        fputs(name, writer->out);
    else
        fputs(text_quoted(writer->scratch, name, strlen(name), false), writer->out);
}

static void put_string(const Writer *writer, const char *text) {
    fputs(text_quoted(writer->scratch, text, strlen(text), false), writer->out);
}

static void put_graph_name(const Writer *writer, const Graph *graph) {
    putc('@', writer->out);
    put_name(writer, graph ? graph->name : NULL);
}

static void put_type(const Writer *writer, const Type *type) {
    if (type && !writer->type_texts[type->index])
        writer->type_texts[type->index] = type_text(writer->scratch, type);
    fputs(type ? writer->type_texts[type->index] : "-", writer->out);
}

/* A name that the lexer takes as part of a variable: a word without dots. */
static bool is_variable_word(const char *name) {
    return text_is_word(name) && !strchr(name, '.');
}

static void put_variable(const Writer *writer, const Value *value) {
    putc('%', writer->out);
    if (value->name && is_variable_word(value->name))
        fprintf(writer->out, "%s.", value->name);
    else if (value->name)
        fprintf(writer->out, "%s.", text_quoted(writer->scratch, value->name, strlen(value->name), false));
    fprintf(writer->out, "%" PRIu32, value->id);
}

/* ---- positions ---- */

static bool same_text(const char *a, const char *b) {
    return a == b || (a && b && !strcmp(a, b));
}

static void put_range(const Writer *writer, const Pos *pos) {
    fprintf(writer->out, "!%" PRIu32 ":%" PRIu32 "-", pos->line, pos->column);
    if (pos->end_line != pos->line)
        fprintf(writer->out, "%" PRIu32 ":", pos->end_line);
    fprintf(writer->out, "%" PRIu32, pos->end_column);
}

/* File and function are left out where they are the graph's. */
static void put_pos(const Writer *writer, const Pos *pos) {
    const char *function = writer->graph ? writer->graph->pyname : NULL;
    const SourceFile *file = writer->graph ? writer->graph->file : NULL;
    for (const char *before = " "; pos; pos = pos->inlined_at, before = " at ") {
        fputs(before, writer->out);
        put_range(writer, pos);
        if (!same_text(pos->function, function)) {
            fputs(" in ", writer->out);
            put_name(writer, pos->function);
        }
        if (pos->file != file) {
            fputs(" of ", writer->out);
            put_name(writer, pos->file ? pos->file->path : NULL);
        }
    }
}

/* ---- constants ---- */

static void put_scalar(const Writer *writer, const Const *constant) {
    fputs("scalar(", writer->out);
    switch (constant->tag) {
    case SCALAR_NONE:
        fputs("none", writer->out);
        break;
    case SCALAR_BOOL:
        fputs(constant->boolean ? "true" : "false", writer->out);
        break;
    case SCALAR_INT:
        fprintf(writer->out, "%" PRId64, constant->integer);
        break;
    case SCALAR_FLOAT:
        fputs(text_float(writer->scratch, constant->number), writer->out);
        break;
    }
    putc(')', writer->out);
}

static void put_const(const Writer *writer, const Const *constant) {
    FILE *out = writer->out;
    switch (constant->kind) {
    case CONST_NONE:
        fputs("none", out);
        break;
    case CONST_BOOL:
        fputs(constant->boolean ? "true" : "false", out);
        break;
    case CONST_INT:
        fprintf(out, "%" PRId64, constant->integer);
        break;
    case CONST_BIGINT:
        fprintf(out, "%.*sn", (int)constant->length, constant->text);
        break;
    case CONST_FLOAT:
        fputs(text_float(writer->scratch, constant->number), out);
        break;
    case CONST_STR:
        fputs(text_quoted(writer->scratch, constant->text, constant->length, false), out);
        break;
    case CONST_BYTES:
        fprintf(out, "b%s", text_quoted(writer->scratch, constant->text, constant->length, true));
        break;
    case CONST_COMPLEX:
        fprintf(out, "complex(%s)", text_float(writer->scratch, constant->number));
        break;
    case CONST_ELLIPSIS:
        fputs("...", out);
        break;
    case CONST_NULL:
        fputs("null", out);
        break;
    case CONST_DATA:
        putc('&', out);
        put_name(writer, constant->data->name);
        break;
    case CONST_GRAPH:
        put_graph_name(writer, constant->graph);
        break;
    case CONST_SCALAR:
        put_scalar(writer, constant);
        break;
    case CONST_UNDEFINED:
        fputs("undefined", out);
        break;
    }
}

/* Whether a constant standing without a type is read back as of type `type`. */
static bool has_default_type(const Writer *writer, const Const *constant, const Type *type) {
    if (writer->program->stage == STAGE_FLOW)
        return type->kind == TY_PY;
    switch (constant->kind) {
    case CONST_NONE:
        return type->kind == TY_VOID;
    case CONST_BOOL:
        return type->kind == TY_BOOL;
    case CONST_INT:
        return type->kind == TY_I64;
    case CONST_FLOAT:
        return type->kind == TY_F64;
    case CONST_SCALAR:
        return type->kind == TY_SCALAR;
    case CONST_DATA:
        return type->kind == TY_PTR && type->item == constant->data->type;
    case CONST_GRAPH:
        return type->kind == TY_PTR && type->item == constant->graph->type;
    case CONST_BIGINT:
    case CONST_STR:
    case CONST_BYTES:
    case CONST_COMPLEX:
    case CONST_ELLIPSIS:
        return type->kind == TY_PY;
    case CONST_NULL:
    case CONST_UNDEFINED:
        return false;
    }
    return false;
}

static void put_value(const Writer *writer, const Value *value) {
    if (!value->is_const) {
        put_variable(writer, value);
        return;
    }
    if (value->constant.kind == CONST_INT && value->type->kind == TY_U64)
        fprintf(writer->out, "%" PRIu64, (uint64_t)value->constant.integer);
    else
        put_const(writer, &value->constant);
    if (!has_default_type(writer, &value->constant, value->type)) {
        fputs(": ", writer->out);
        put_type(writer, value->type);
    }
    if (value->pos && !writer->hides_positions) {
        fputs(" at", writer->out);
        put_pos(writer, value->pos);
    }
}

void print_values(const Writer *writer, Value *const *values, int count) {
    for (int i = 0; i < count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_value(writer, values[i]);
    }
}

static void put_declaration(const Writer *writer, const Value *value) {
    put_variable(writer, value);
    fputs(": ", writer->out);
    put_type(writer, value->type);
}

/* ---- ops ---- */

static void put_name_list(const Writer *writer, const char *const *names, int count) {
    putc('{', writer->out);
    for (int i = 0; i < count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_name(writer, names[i]);
    }
    putc('}', writer->out);
}

static void put_graph_list(const Writer *writer, Graph *const *graphs, int count) {
    putc('{', writer->out);
    for (int i = 0; i < count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_graph_name(writer, graphs[i]);
    }
    putc('}', writer->out);
}

static void put_attribute(const Writer *writer, const Op *op, int attribute) {
    switch (attribute) {
    case ATTR_NAME:
        put_name(writer, op->name);
        break;
    case ATTR_MODULE:
        put_name(writer, op->module);
        break;
    case ATTR_TYPE:
        put_type(writer, op->type);
        break;
    case ATTR_GRAPH:
        put_graph_name(writer, op->graph);
        break;
    case ATTR_INT:
        fprintf(writer->out, "%" PRId64, op->integer);
        break;
    case ATTR_NAMES:
        put_name_list(writer, op->names, op->name_count);
        break;
    case ATTR_GRAPHS:
        put_graph_list(writer, op->graphs, op->graph_count);
        break;
    }
}

static void put_attributes(const Writer *writer, const Op *op) {
    int attributes = op_info[op->code].attributes;
    const char *before = "[";
    for (int attribute = ATTR_NAME; attribute <= ATTR_GRAPHS; attribute <<= 1) {
        if (!(attributes & attribute))
            continue;
        fputs(before, writer->out);
        put_attribute(writer, op, attribute);
        before = ", ";
    }
    if (attributes)
        putc(']', writer->out);
}

void print_op(const Writer *writer, const Op *op) {
    if (op->result) {
        put_declaration(writer, op->result);
        fputs(" = ", writer->out);
    }
    fputs(op_info[op->code].text, writer->out);
    put_attributes(writer, op);
    fputs(op->arg_count ? " " : "", writer->out);
    print_values(writer, op->args, op->arg_count);
    fputs(op->propagate ? " propagate" : "", writer->out);
}

static void put_op_line(const Writer *writer, const Op *op) {
    fputs("  ", writer->out);
    print_op(writer, op);
    if (op->pos)
        putc(' ', writer->out);
    put_pos(writer, op->pos);
    putc('\n', writer->out);
}

/* ---- blocks ---- */

static void put_label(const Writer *writer, const Block *block) {
    if (block == writer->graph->return_block)
        fputs("return", writer->out);
    else if (block == writer->graph->except_block)
        fputs("except", writer->out);
    else
        fprintf(writer->out, "b%" PRIu32, block->id);
}

static void put_exception_case(const Writer *writer, const Link *link) {
    fputs("except", writer->out);
    if (link->exc_name) {
        putc(' ', writer->out);
        put_name(writer, link->exc_name);
    }
    if (link->exc_type) {
        fputs(" type ", writer->out);
        put_type(writer, link->exc_type);
    }
    if (link->exception) {
        fputs(" as ", writer->out);
        put_declaration(writer, link->exception);
    }
    if (link->depth)
        fprintf(writer->out, " depth %d", link->depth);
}

void print_case(const Writer *writer, const Link *link) {
    switch (link->kind) {
    case CASE_NONE:
        fputs("jump", writer->out);
        break;
    case CASE_BOOL:
        fputs(link->integer ? "true" : "false", writer->out);
        break;
    case CASE_INT:
        fprintf(writer->out, "%" PRId64, link->integer);
        break;
    case CASE_DEFAULT:
        fputs("default", writer->out);
        break;
    case CASE_NORMAL:
        fputs("normal", writer->out);
        break;
    case CASE_EXCEPTION:
        put_exception_case(writer, link);
        break;
    }
}

static void put_exits(const Writer *writer, const Block *block) {
    if (block->switch_kind == SWITCH_VALUE) {
        fputs("  switch ", writer->out);
        put_value(writer, block->switch_value);
        putc('\n', writer->out);
    } else if (block->switch_kind == SWITCH_EXCEPTION) {
        fputs("  on_exception\n", writer->out);
    }
    for (int i = 0; i < block->exit_count; i++) {
        const Link *link = block->exits[i];
        fputs(block->switch_kind == SWITCH_NONE ? "  " : "    ", writer->out);
        print_case(writer, link);
        fputs(link->kind == CASE_NONE ? " " : " -> ", writer->out);
        put_label(writer, link->target);
        putc('(', writer->out);
        print_values(writer, link->args, link->arg_count);
        fputs(")\n", writer->out);
    }
}

void print_block_head(const Writer *writer, const Block *block) {
    put_label(writer, block);
    putc('(', writer->out);
    for (int i = 0; i < block->input_count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_declaration(writer, block->inputs[i]);
    }
    putc(')', writer->out);
}

static void put_block(const Writer *writer, const Block *block) {
    print_block_head(writer, block);
    putc(':', writer->out);
    put_pos(writer, block->pos);
    putc('\n', writer->out);
    for (int i = 0; i < block->op_count; i++)
        put_op_line(writer, block->ops[i]);
    put_exits(writer, block);
}

/* ---- graphs ---- */

static void put_flag(const Writer *writer, bool is_set, const char *word) {
    if (is_set)
        fprintf(writer->out, " %s", word);
}

static void put_number(const Writer *writer, const char *word, int number) {
    if (number)
        fprintf(writer->out, " %s %d", word, number);
}

static void put_params(const Writer *writer, const Params *params) {
    int count = params->count + params->keyword_only + params->has_varargs + params->has_kwargs;
    fprintf(writer->out, "  params %d", params->count);
    put_number(writer, "positional_only", params->positional_only);
    put_number(writer, "keyword_only", params->keyword_only);
    put_flag(writer, params->has_varargs, "varargs");
    put_flag(writer, params->has_kwargs, "kwargs");
    put_number(writer, "cells", params->cell_count);
    fputs(" (", writer->out);
    for (int i = 0; i < count; i++) {
        fputs(i ? ", " : "", writer->out);
        put_name(writer, params->names ? params->names[i] : NULL);
        if (params->annotations && params->annotations[i]) {
            fputs(": ", writer->out);
            put_string(writer, params->annotations[i]);
        }
    }
    putc(')', writer->out);
    if (params->returns) {
        fputs(" -> ", writer->out);
        put_string(writer, params->returns);
    }
    putc('\n', writer->out);
}

static void put_graph_head(const Writer *writer, const Graph *graph) {
    fputs("graph ", writer->out);
    put_graph_name(writer, graph);
    if (graph->type) {
        fputs(": ", writer->out);
        put_type(writer, graph->type);
    }
#define PUT_FLAG(field, word) put_flag(writer, graph->field, word);
    GRAPH_FLAGS(PUT_FLAG)
#undef PUT_FLAG
    fputs("\n  pyname ", writer->out);
    put_name(writer, graph->pyname);
    if (graph->doc) {
        fputs(" doc ", writer->out);
        put_name(writer, graph->doc);
    }
    fputs(" file ", writer->out);
    put_name(writer, graph->file ? graph->file->path : NULL);
    put_pos(writer, graph->pos);
    putc('\n', writer->out);
    if (graph->params.count >= 0)
        put_params(writer, &graph->params);
}

static void put_graph(Writer *writer, Graph *graph) {
    graph_renumber(graph);
    writer->graph = graph;
    put_graph_head(writer, graph);
    fputs("{\n", writer->out);
    for (int i = 0; i < graph->block_count; i++)
        put_block(writer, graph->blocks[i]);
    fputs("}\n", writer->out);
    writer->graph = NULL;
}

void graph_print(const Graph *graph, FILE *out) {
    Writer writer = print_writer(arena_new(), graph->program, out);
    put_graph(&writer, (Graph *)graph); /* renumbering changes nothing but labels */
    arena_free(writer.scratch);
}

/* ---- the rest of a program ---- */

static void put_fields(const Writer *writer, const Type *type) {
    fputs(" {\n", writer->out);
    for (int i = 0; i < type->field_count; i++) {
        fputs("  ", writer->out);
        put_name(writer, type->fields[i].name);
        fputs(": ", writer->out);
        put_type(writer, type->fields[i].type);
        put_flag(writer, type->fields[i].is_final, "final");
        putc('\n', writer->out);
    }
    fputs("}\n", writer->out);
}

static void put_struct(const Writer *writer, const Type *type) {
    fputs("struct ", writer->out);
    put_type(writer, type);
    if (type->label) {
        fputs(" label ", writer->out);
        put_string(writer, type->label);
    }
    if (type->vtable) {
        fputs(" records ", writer->out);
        put_type(writer, type->vtable);
    }
    if (type->vtable_data) {
        fputs(" record &", writer->out);
        put_name(writer, type->vtable_data->name);
    }
    if (!type->is_complete) {
        putc('\n', writer->out);
        return;
    }
    fputs(type->flavour == FLAVOUR_GC ? " gc" : " raw", writer->out);
    for (int i = 0; i < HINT_COUNT; i++)
        put_flag(writer, type->hints & 1u << i, hint_text[i]);
    if (type->super) {
        fputs(" super ", writer->out);
        put_type(writer, type->super);
    }
    put_fields(writer, type);
}

/* All types but the simple ones, in order of creation: a struct in full, others by name only, to keep the order. */
static void put_types(const Writer *writer) {
    const TypeTable *types = writer->program->types;
    for (int i = 0; i < types->count; i++) {
        const Type *type = types->all[i];
        if (type->kind == TY_STRUCT) {
            put_struct(writer, type);
        } else if (type->kind > TY_STRUCT) {
            fputs("type ", writer->out);
            put_type(writer, type);
            putc('\n', writer->out);
        }
    }
}

static void put_data(const Writer *writer, const Data *data) {
    fputs("data &", writer->out);
    put_name(writer, data->name);
    fputs(": ", writer->out);
    put_type(writer, data->type);
    put_flag(writer, data->is_mutable, "mutable");
    put_flag(writer, data->has_fixed_items, "fixed");
    put_flag(writer, data->is_unset, "unset");
    if (data->length)
        fprintf(writer->out, " length %" PRId64, data->length);
    fputs(" {\n", writer->out);
    for (int i = 0; i < data->item_count; i++) {
        fputs("  ", writer->out);
        if (data->items[i].field)
            put_name(writer, data->items[i].field);
        else
            fputs("[]", writer->out);
        fputs(" = ", writer->out);
        put_const(writer, &data->items[i].value);
        putc('\n', writer->out);
    }
    fputs("}\n", writer->out);
}

static void put_file(const Writer *writer, const SourceFile *file) {
    fputs("file ", writer->out);
    put_string(writer, file->path);
    if (file->module) {
        fputs(" of ", writer->out);
        put_name(writer, file->module);
    }
    put_flag(writer, file->is_library, "library");
    put_flag(writer, file->is_generated, "generated");
    putc('\n', writer->out);
}

static void put_module(const Writer *writer, const Module *module) {
    fputs("module ", writer->out);
    put_name(writer, module->name);
    if (module->file) {
        fputs(" in ", writer->out);
        put_string(writer, module->file->path);
    }
    if (module->body) {
        fputs(" body ", writer->out);
        put_graph_name(writer, module->body);
    }
    put_flag(writer, module->is_wrapping, "wrapping");
    put_flag(writer, module->is_system, "system");
    putc('\n', writer->out);
}

static void put_program_head(const Writer *writer) {
    const Program *program = writer->program;
    fprintf(writer->out, "program %s", stage_text[program->stage]);
    if (program->entry) {
        fputs(" entry ", writer->out);
        put_graph_name(writer, program->entry);
    }
    if (program->exception_base) {
        fputs(" exceptions ", writer->out);
        put_type(writer, program->exception_base);
    }
    putc('\n', writer->out);
}

void program_print(const Program *program, FILE *out) {
    Writer writer = print_writer(arena_new(), program, out);
    put_program_head(&writer);
    for (int i = 0; i < program->file_count; i++)
        put_file(&writer, program->files[i]);
    for (int i = 0; i < program->module_count; i++)
        put_module(&writer, program->modules[i]);
    put_types(&writer);
    for (int i = 0; i < program->data_count; i++)
        put_data(&writer, program->data[i]);
    for (int i = 0; i < program->graph_count; i++) {
        putc('\n', out);
        put_graph(&writer, program->graphs[i]);
    }
    arena_free(writer.scratch);
}
