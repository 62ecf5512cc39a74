/* The module loader: names to sources. Where files are, and what CPython would call them; reading is in module_read.c,
 * the search for names alike in module_suggest.c.
 */
#include "frontend/module_internal.h"

#include "runtime/embedded.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

ModuleLoader *module_loader_new(Program *program, const char *main_path) {
    ModuleLoader *loader = arena_alloc(program->arena, sizeof *loader);
    loader->program = program;
    loader->arena = program->arena;
    loader->main_path = main_path;
    return loader;
}

/* ---- places ---- */

static bool is_file(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

static bool is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* The folder of the main program, absolute and without links, as CPython's sys.path[0]; the current one for the
 * standard input. */
const char *module_folder(ModuleLoader *loader) {
    if (loader->folder)
        return loader->folder;
    bool is_stdin = strcmp(loader->main_path, "-") == 0;
    char *real = realpath(is_stdin ? "." : loader->main_path, NULL);
    if (!real)
        return loader->folder = ".";
    char *slash = strrchr(real, '/');
    if (!is_stdin)
        slash[slash == real ? 1 : 0] = '\0';
    loader->folder = arena_text(loader->arena, real, strlen(real));
    free(real);
    return loader->folder;
}

static bool has_prefix(const char *name, const char *prefix) {
    size_t length = strlen(prefix);
    return strncmp(name, prefix, length) == 0 && (name[length] == '\0' || name[length] == '.');
}

/* The dotted name as a path: its dots are slashes. */
static char *name_as_path(ModuleLoader *loader, const char *name) {
    char *path = arena_text(loader->arena, name, strlen(name));
    for (char *c = path; *c; c++)
        if (*c == '.')
            *c = '/';
    return path;
}

static bool has_embedded(ModuleLoader *loader, const char *folder, const char *relative, Place *place) {
    const char *package = arena_printf(loader->arena, "runtime/%s/%s/__init__.py", folder, relative);
    const char *module = arena_printf(loader->arena, "runtime/%s/%s.py", folder, relative);
    bool is_package = embedded_find(package) != NULL;
    if (!is_package && !embedded_find(module))
        return false;
    *place = (Place){is_package ? PLACE_EMBEDDED_PACKAGE : PLACE_EMBEDDED, is_package ? package : module};
    return true;
}

/* Beside the main program: a package, a module, or (if `is_namespace`) a folder. */
static bool has_neighbour(ModuleLoader *loader, const char *relative, bool is_namespace, Place *place) {
    const char *folder = module_folder(loader);
    const char *base = arena_printf(loader->arena, "%s/%s", strcmp(folder, "/") ? folder : "", relative);
    const char *package = arena_printf(loader->arena, "%s/__init__.py", base);
    const char *module = arena_printf(loader->arena, "%s.py", base);
    if (is_namespace && is_folder(base))
        *place = (Place){PLACE_FOLDER, base};
    else if (is_namespace)
        return false;
    else if (is_file(package))
        *place = (Place){PLACE_PACKAGE, package};
    else if (is_file(module))
        *place = (Place){PLACE_FILE, module};
    else
        return false;
    return true;
}

/* `weft` and what is in it belongs to the runtime, and so do the builtins. */
static bool find_runtime(ModuleLoader *loader, const char *name, const char *relative, Place *place) {
    bool is_core = has_prefix(name, "weft.core") && name[9];
    if (strcmp(name, "builtins") == 0 || is_core) {
        if (has_embedded(loader, "core", is_core ? relative + 10 : relative, place))
            return true;
    } else if (has_prefix(name, "weft.gc") && name[7]) {
        return has_embedded(loader, "gc", relative + 8, place);
    } else if (has_embedded(loader, "stdlib", relative, place)) {
        return true;
    }
    bool is_virtual = !strcmp(name, "weft") || !strcmp(name, "weft.core") || !strcmp(name, "weft.lowlevel");
    *place = (Place){PLACE_VIRTUAL, "<weft>"};
    return is_virtual;
}

const StdlibModule *module_stdlib(const char *name) {
    static const StdlibModule table[] = {
#define STDLIB(name, is_first) {name, is_first},
#include "frontend/stdlib.def"
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (has_prefix(name, table[i].name))
            return &table[i];
    return NULL;
}

static bool find_place(ModuleLoader *loader, const char *name, Place *place) {
    const char *relative = name_as_path(loader, name);
    if (has_prefix(name, "weft") || has_prefix(name, "builtins"))
        return find_runtime(loader, name, relative, place);
    const StdlibModule *stdlib = module_stdlib(name);
    bool is_first = stdlib && stdlib->is_first;
    if (!is_first && has_neighbour(loader, relative, false, place))
        return true;
    if (has_embedded(loader, "stdlib", relative, place))
        return true;
    return !stdlib && has_neighbour(loader, relative, true, place);
}

/* ---- loading ---- */

static ModuleSource *new_source(ModuleLoader *loader, const char *name, const Place *place) {
    ModuleSource *source = arena_alloc(loader->arena, sizeof *source);
    source->name = name;
    source->path = place->path;
    source->is_virtual = place->kind == PLACE_VIRTUAL;
    source->is_library = source->is_virtual || place->kind == PLACE_EMBEDDED || place->kind == PLACE_EMBEDDED_PACKAGE;
    source->is_package = place->kind == PLACE_PACKAGE || place->kind == PLACE_EMBEDDED_PACKAGE ||
                         place->kind == PLACE_FOLDER || (source->is_virtual && strcmp(name, "weft.lowlevel") != 0);
    return source;
}

/* Parses `text` as the content of `source`. NULL after reporting an error. */
static ModuleSource *parse_source(ModuleLoader *loader, ModuleSource *source, const char *text, size_t length) {
    Program *program = loader->program;
    source->file = program_add_file(program, source->path, source->name, text, length);
    source->file->is_library = source->is_library;
    source->tree = ast_parse_module(program->arena, program->names, source->file, program->diags);
    return source->tree ? source : NULL;
}

static ModuleSource *load_file(ModuleLoader *loader, ModuleSource *source, const Pos *importer) {
    size_t length;
    const char *text = module_read(loader, source->path, importer, &length);
    return text ? parse_source(loader, source, text, length) : NULL;
}

static ModuleSource *load_place(ModuleLoader *loader, const char *name, const Place *place, const Pos *importer) {
    ModuleSource *source = new_source(loader, name, place);
    const EmbeddedFile *embedded;
    switch (place->kind) {
    case PLACE_VIRTUAL:
        return source;
    case PLACE_FOLDER:
        return parse_source(loader, source, "", 0);
    case PLACE_EMBEDDED:
    case PLACE_EMBEDDED_PACKAGE:
        embedded = embedded_find(place->path);
        return parse_source(loader, source, embedded->text, embedded->length);
    case PLACE_FILE:
    case PLACE_PACKAGE:
        return load_file(loader, source, importer);
    }
    return NULL;
}

ModuleSource *module_main(ModuleLoader *loader) {
    if (loader->is_main_loaded)
        return loader->main;
    loader->is_main_loaded = true;
    bool is_stdin = strcmp(loader->main_path, "-") == 0;
    Place place = {PLACE_FILE, is_stdin ? "<stdin>" : loader->main_path};
    ModuleSource *source = new_source(loader, intern(loader->program->names, "__main__"), &place);
    size_t length;
    const char *text =
        is_stdin ? module_read_stdin(loader, &length) : module_read(loader, loader->main_path, NULL, &length);
    return loader->main = text ? parse_source(loader, source, text, length) : NULL;
}

ModuleSource *module_import(ModuleLoader *loader, const char *dotted_name, const Pos *importer) {
    const char *name = intern(loader->program->names, dotted_name);
    if (strcmp(name, "__main__") == 0)
        return module_main(loader);
    uint64_t *known = map_find(&loader->modules, (uint64_t)(uintptr_t)name);
    if (known)
        return (ModuleSource *)(uintptr_t)*known;
    map_set_ptr(loader->arena, &loader->modules, name, NULL);
    Place place;
    ModuleSource *source = NULL;
    if (find_place(loader, name, &place))
        source = load_place(loader, name, &place, importer);
    else
        module_report_missing(loader, name, importer);
    map_set_ptr(loader->arena, &loader->modules, name, source);
    return source;
}

bool module_exists(ModuleLoader *loader, const char *dotted_name) {
    Place place;
    return strcmp(dotted_name, "__main__") == 0 || find_place(loader, dotted_name, &place);
}

/* ---- relative names ---- */

static const char *parent_package(ModuleLoader *loader, const char *name) {
    const char *dot = strrchr(name, '.');
    return dot ? intern_n(loader->program->names, name, (size_t)(dot - name)) : NULL;
}

static const char *leaves_package(ModuleLoader *loader, const char *message, const char *help, const Pos *pos) {
    Diagnostic *diag = diag_error(loader->program->diags, "M0004", pos, "%s", message);
    diag_help(loader->program->diags, diag, "%s", help);
    return NULL;
}

const char *module_resolve(ModuleLoader *loader, const ModuleSource *importer, const char *name, int level,
                           const Pos *pos) {
    if (level == 0)
        return intern(loader->program->names, name);
    const char *base = importer->is_package ? importer->name : parent_package(loader, importer->name);
    if (!base)
        return leaves_package(loader, "attempted relative import with no known parent package",
                              "import the module by its plain name, without the dots", pos);
    for (int i = 1; i < level && base; i++)
        base = parent_package(loader, base);
    if (!base)
        return leaves_package(loader, "attempted relative import beyond top-level package",
                              "each dot after the first leaves one package: use fewer", pos);
    if (!name || !*name)
        return base;
    return intern(loader->program->names, arena_printf(loader->arena, "%s.%s", base, name));
}
