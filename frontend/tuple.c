/* Tuples have a class for each arity: its methods are restricted Python written here, for the positions have different
 * types. The hash is CPython's (xxHash's mixing, Objects/tupleobject.c is its public description). */
#include "frontend/flow.h"
#include "frontend/infer_internal.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

/* As all containers do: what is the same object counts as equal. */
static void write_difference(FILE *out, int i) {
    fprintf(out, "        if self[%d] is not other[%d] and self[%d] != other[%d]:\n", i, i, i, i);
}

static void write_comparison(FILE *out, int arity, const char *method, const char *symbol, bool when_equal) {
    fprintf(out, "    def %s(self, other: Other) -> bool:\n", method);
    for (int i = 0; i < arity; i++) {
        write_difference(out, i);
        fprintf(out, "            return self[%d] %s other[%d]\n", i, symbol, i);
    }
    fprintf(out, "        return %s\n", when_equal ? "True" : "False");
}

static void write_equality(FILE *out, int arity, const char *method, bool equal) {
    fprintf(out, "    def %s(self, other: Other) -> bool:\n", method);
    for (int i = 0; i < arity; i++) {
        write_difference(out, i);
        fprintf(out, "            return %s\n", equal ? "False" : "True");
    }
    fprintf(out, "        return %s\n", equal ? "True" : "False");
}

static void write_repr(FILE *out, int arity) {
    fprintf(out, "    def __repr__(self):\n        return \"(\"");
    for (int i = 0; i < arity; i++)
        fprintf(out, " + repr(self[%d]) + \"%s\"", i, i + 1 < arity ? ", " : arity == 1 ? ",)" : ")");
    fprintf(out, "%s\n", arity ? "" : " + \")\"");
}

static void write_hash(FILE *out, int arity) {
    fprintf(out, "    def __hash__(self):\n        acc = 2870177450012600261\n");
    for (int i = 0; i < arity; i++)
        fprintf(out,
                "        acc = int_add(acc, int_mul(hash(self[%d]), -4417276706812531889))\n"
                "        acc = int_mul(int_or(int_shl(acc, 31), int_ushr(acc, 33)), -7046029288634856825)\n",
                i);
    fprintf(out, "        acc = int_add(acc, %lld)\n", (long long)(arity ^ (2870177450012600261LL ^ 3527539)));
    fprintf(out, "        if acc == -1:\n            return 1546275796\n        return acc\n");
}

static void write_search(FILE *out, int arity) {
    fprintf(out, "    def count(self, item):\n        n = 0\n");
    for (int i = 0; i < arity; i++)
        fprintf(out, "        if self[%d] is item or self[%d] == item:\n            n += 1\n", i, i);
    fprintf(out, "        return n\n    def index(self, item, start=0, stop=9223372036854775807):\n");
    fprintf(out, "        if start < 0:\n            start += %d\n        if stop < 0:\n            stop += %d\n",
            arity, arity);
    for (int i = 0; i < arity; i++)
        fprintf(out,
                "        if start <= %d < stop and (self[%d] is item or self[%d] == item):\n            return %d\n", i,
                i, i, i);
    fprintf(out, "        raise ValueError(\"tuple.index(x): x not in tuple\")\n");
}

static char *tuple_source(int arity, size_t *length) {
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    fprintf(out, "from typing import TypeVar\nfrom weft.lowlevel import int_add, int_mul, int_or, int_shl, int_ushr\n"
                 "Other = TypeVar('Other')\nclass tuple:\n");
    write_equality(out, arity, "__eq__", true);
    write_equality(out, arity, "__ne__", false);
    write_comparison(out, arity, "__lt__", "<", false);
    write_comparison(out, arity, "__le__", "<=", true);
    write_comparison(out, arity, "__gt__", ">", false);
    write_comparison(out, arity, "__ge__", ">=", true);
    write_repr(out, arity);
    write_hash(out, arity);
    write_search(out, arity);
    fprintf(out, "    def __len__(self) -> int:\n        return %d\n", arity);
    fclose(out);
    return text;
}

static void add_tuple_module(Inference *inf, const char *name, int arity) {
    Program *program = inf->program;
    size_t length;
    char *source = tuple_source(arity, &length);
    char *text = arena_text(program->arena, source, length);
    free(source);
    SourceFile *file = program_add_file(program, name, name, text, length);
    file->is_library = true;
    ModuleSource module = {.name = name, .path = name, .file = file, .is_library = true};
    module.tree = ast_parse_module(program->arena, program->names, file, program->diags);
    ModuleSource *kept = arena_alloc(program->arena, sizeof *kept);
    *kept = module;
    Flow *flow = flow_new(program, NULL);
    flow_add_module(flow, kept);
    flow_build(flow);
}

ClassDef *tuple_class(Inference *inf, int arity) {
    ClassDef *def = map_get_ptr(&inf->tuple_classes, (void *)(uintptr_t)(arity + 1));
    if (def)
        return def;
    const char *name = intern(inf->names, arena_printf(inf->arena, "weft.core.tuple%d", arity));
    if (!program_find_module(inf->program, name))
        add_tuple_module(inf, name, arity);
    infer_module_body(inf, name);
    Body *body = infer_module(inf, name)->body;
    for (int i = 0; i < body->graph->start->op_count;
         i++) { /* straight-line: run at once, the caller needs the class now */
        OpNode *node = &body->ops[graph_info(inf, body->graph)->first_op[body->graph->start->id] + i];
        infer_op(inf, node);
    }
    def = class_by_name(inf, name, "tuple");
    map_set_ptr(inf->arena, &inf->tuple_classes, (void *)(uintptr_t)(arity + 1), def);
    return def;
}

static int compare_files(const void *left, const void *right) {
    return strcmp((*(SourceFile *const *)left)->path, (*(SourceFile *const *)right)->path);
}

static int compare_modules(const void *left, const void *right) {
    return strcmp((*(Module *const *)left)->name, (*(Module *const *)right)->name);
}

void tuple_modules_sort(Program *program, int first_file, int first_module) {
    qsort(program->files + first_file, (size_t)(program->file_count - first_file), sizeof *program->files,
          compare_files);
    qsort(program->modules + first_module, (size_t)(program->module_count - first_module), sizeof *program->modules,
          compare_modules);
}
