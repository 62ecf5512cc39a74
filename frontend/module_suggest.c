/* Missing modules: what to say, and which names are alike. */
#include "frontend/module_internal.h"
#include "frontend/suggest.h"

#include "runtime/embedded.h"

#include <dirent.h>
#include <string.h>

/* ---- names alike ---- */

typedef struct Search {
    ModuleLoader *loader;
    Suggestion nearest;
} Search;

static void consider(Search *search, const char *candidate, size_t length) {
    suggest_name(&search->nearest, arena_text(search->loader->arena, candidate, length));
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
    Search search = {loader, suggestion_for(name)};
    consider_neighbours(&search);
    consider_embedded(&search);
    return search.nearest.best;
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
