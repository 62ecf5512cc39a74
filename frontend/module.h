/* Finding, reading and parsing modules.
 *
 * A name is looked up in the core library's own places (`builtins`, `weft.core.X`), then beside the main program,
 * then in the embedded standard library. Each module is read and parsed once. `weft.lowlevel` is virtual:
 * it has neither source nor tree.
 */
#ifndef FRONTEND_MODULE_H
#define FRONTEND_MODULE_H

#include "frontend/ast.h"
#include "ir/ir.h"

typedef struct ModuleSource {
    const char *name; /* dotted, interned; "__main__" for the main program */
    const char *path; /* as CPython shows it in tracebacks; embedded modules: their path in the runtime */
    Ast *tree;        /* NULL if virtual */
    SourceFile *file; /* NULL if virtual */
    bool is_package;  /* an __init__.py, or a folder without one (then the tree is empty) */
    bool is_library;  /* from the embedded runtime */
    bool is_virtual;  /* weft.lowlevel */
} ModuleSource;

typedef struct ModuleLoader ModuleLoader;

/* A loader whose trees, names, files and errors go to `program`. `main_path` "-" is the standard input. */
ModuleLoader *module_loader_new(Program *program, const char *main_path);

/* The main program, "__main__". NULL after reporting why it cannot be read or parsed. */
ModuleSource *module_main(ModuleLoader *loader);

/* The module of that absolute dotted name, loaded at the first call. Its parent packages are not loaded: `import a.b`
 * calls this for "a", then for "a.b". NULL after reporting that there is none, or that it has a syntax error (reported
 * once). `importer`: the import statement, for errors; may be NULL. */
ModuleSource *module_import(ModuleLoader *loader, const char *dotted_name, const Pos *importer);

/* Whether module_import would find such a module, without loading it or reporting anything: decides whether
 * `from package import name` means a submodule. */
bool module_exists(ModuleLoader *loader, const char *dotted_name);

/* The absolute name, interned, of `name` (NULL or "" in `from . import x`) imported in `importer` with `level` leading
 * dots. NULL after reporting a relative import that leaves the top-level package. */
const char *module_resolve(ModuleLoader *loader, const ModuleSource *importer, const char *name, int level,
                           const Pos *pos);

#endif
