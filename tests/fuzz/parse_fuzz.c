/* Coverage-guided fuzzing of the lexer and the parser: `make fuzz-parser`.
 *
 * Beyond crashes it finds: neither a tree nor an error, both at once, and nodes that reach outside their text.
 */
#include "frontend/ast.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_ranges(const Ast *node, const SourceFile *file);

static void check_list(const AstList *list, const SourceFile *file) {
    for (int i = 0; i < list->count; i++)
        if (list->items[i])
            check_ranges(list->items[i], file);
}

static void check_ranges(const Ast *node, const SourceFile *file) {
    bool is_ordered = node->line < node->end_line || (node->line == node->end_line && node->column <= node->end_column);
    if (!is_ordered || node->column > file->length || node->end_column > file->length + 1)
        abort();
    const Ast *children[] = {node->a, node->b, node->c, node->d};
    for (int i = 0; i < 4; i++)
        if (children[i])
            check_ranges(children[i], file);
    check_list(&node->list, file);
    check_list(&node->list2, file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    SourceFile file = {.path = "fuzz.py", .module = "__main__", .text = arena_text(arena, (const char *)data, size)};
    file.length = size;
    DiagList diags = {.arena = arena};
    const Ast *tree = ast_parse_module(arena, interner_new(arena), &file, &diags);
    if ((tree != NULL) == (diags.error_count > 0))
        abort();
    if (tree)
        check_ranges(tree, &file);
    arena_free(arena);
    return 0;
}
