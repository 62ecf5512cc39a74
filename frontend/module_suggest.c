/* Missing modules: what to say, and which names are alike. */
#include "frontend/module_internal.h"

#include "runtime/embedded.h"

#include <dirent.h>
#include <string.h>

enum { MAX_NAME = 64 };

/* ---- names alike ---- */

/* The number of letters to insert, delete, replace or swap with their neighbour to make `b` of `a`. */
static int edit_distance(const char *a, const char *b) {
    int rows[3][MAX_NAME + 1];
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n > MAX_NAME || m > MAX_NAME)
        return MAX_NAME;
    int *before = rows[0], *last = rows[1], *row = rows[2];
    for (int j = 0; j <= m; j++)
        last[j] = j;
    for (int i = 1; i <= n; i++) {
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            best = last[j] + 1 < best ? last[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            row[j] = is_swap && before[j - 2] + 1 < best ? before[j - 2] + 1 : best;
        }
        int *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[m];
}

typedef struct Search {
    ModuleLoader *loader;
    const char *wanted;
    const char *best; /* NULL: none yet */
    int distance;
} Search;

/* Keeps the nearest candidate, of equally near ones the first in the alphabet. */
static void consider(Search *search, const char *candidate, size_t length) {
    const char *name = arena_text(search->loader->arena, candidate, length);
    int distance = edit_distance(search->wanted, name);
    bool is_better =
        distance < search->distance || (distance == search->distance && search->best && strcmp(name, search->best) < 0);
    if (!is_better)
        return;
    search->best = name;
    search->distance = distance;
}

static bool has_suffix(const char *name, const char *suffix) {
    size_t length = strlen(name), tail = strlen(suffix);
    return length > tail && strcmp(name + length - tail, suffix) == 0;
}

static void consider_neighbours(Search *search) {
    DIR *folder = opendir(module_folder(search->loader));
    for (const struct dirent *entry; folder && (entry = readdir(folder));)
        if (has_suffix(entry->d_name, ".py"))
            consider(search, entry->d_name, strlen(entry->d_name) - 3);
    if (folder)
        closedir(folder);
}

static void consider_embedded(Search *search) {
    static const char prefix[] = "runtime/stdlib/";
    for (int i = 0; i < embedded_file_count; i++) {
        const char *path = embedded_files[i].path;
        if (strncmp(path, prefix, sizeof prefix - 1) != 0 || !has_suffix(path, ".py"))
            continue;
        const char *name = path + sizeof prefix - 1, *slash = strchr(name, '/');
        consider(search, name, slash ? (size_t)(slash - name) : strlen(name) - 3);
    }
}

/* A known module whose name is nearly `name`, or NULL. */
static const char *similar_name(ModuleLoader *loader, const char *name) {
    int length = (int)strlen(name), limit = length <= 3 ? 1 : length <= 8 ? 2 : 3;
    Search search = {loader, name, NULL, limit + 1};
    consider_neighbours(&search);
    consider_embedded(&search);
    return search.best;
}

/* ---- reports ---- */

static void report_unsupported(ModuleLoader *loader, const char *name, const Pos *importer) {
    DiagList *diags = loader->program->diags;
    Diagnostic *diag = diag_error(diags, "M0002", importer, "module `%s` is not supported yet", name);
    diag_note(diags, diag, "it is part of CPython's standard library, but not of Weft's");
    diag_help(diags, diag, "copy what you need of it into a module of your own");
}

void module_report_missing(ModuleLoader *loader, const char *name, const Pos *importer) {
    if (module_stdlib(name)) {
        report_unsupported(loader, name, importer);
        return;
    }
    DiagList *diags = loader->program->diags;
    Diagnostic *diag = diag_error(diags, "M0001", importer, "no module named `%s`", name);
    const char *similar = similar_name(loader, name);
    if (similar)
        diag_help(diags, diag, "did you mean `%s`?", similar);
    else
        diag_help(diags, diag, "modules are looked up beside the main program, in %s", module_folder(loader));
}
