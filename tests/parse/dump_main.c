/* Prints the syntax trees of files, for tests/parse/compare_ast.py: `dump_main [--list NAMES | FILE…]`; NAMES is a file
 * of paths, a line each. Each tree is preceded by `== path`; the errors of a bad file stand in place of its tree. */
#include "frontend/ast.h"

#include <stdlib.h>
#include <string.h>

static char *read_file(Arena *arena, const char *path, size_t *length) {
    FILE *in = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    size_t capacity = 1 << 16, count = 0, got;
    char *text = malloc(capacity);
    if (!in || !text) {
        perror(path);
        exit(2);
    }
    while ((got = fread(text + count, 1, capacity - count, in)) > 0) {
        count += got;
        if (count == capacity && !(text = realloc(text, capacity *= 2)))
            exit(2);
    }
    fclose(in);
    char *copy = arena_text(arena, text, count);
    free(text);
    *length = count;
    return copy;
}

static bool dump_file(const char *path) {
    Arena *arena = arena_new();
    SourceFile file = {.path = path, .module = "__main__"};
    file.text = read_file(arena, path, &file.length);
    DiagList diags = {.arena = arena};
    Ast *tree = ast_parse_module(arena, interner_new(arena), &file, &diags);
    printf("== %s\n", path);
    if (tree)
        ast_dump(tree, stdout);
    else
        for (int i = 0; i < diags.count; i++) {
            const Diagnostic *diag = diags.items[i];
            const Pos none = {0}, *pos = diag->pos ? diag->pos : &none;
            printf("error[%s] %u:%u-%u:%u %s\n", diag->code, pos->line, pos->column, pos->end_line, pos->end_column,
                   diag->message);
        }
    arena_free(arena);
    return tree != NULL;
}

static bool dump_list(const char *list) {
    FILE *in = fopen(list, "r");
    char path[4096];
    bool is_good = in != NULL;
    while (in && fgets(path, sizeof path, in)) {
        path[strcspn(path, "\n")] = '\0';
        is_good &= dump_file(path);
    }
    if (in)
        fclose(in);
    return is_good;
}

int main(int argc, char **argv) {
    if (argc == 3 && !strcmp(argv[1], "--list"))
        return dump_list(argv[2]) ? 0 : 1;
    bool is_good = true;
    for (int i = 1; i < argc; i++)
        is_good &= dump_file(argv[i]);
    return is_good ? 0 : 1;
}
