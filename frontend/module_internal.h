/* What the files of the module loader share. */
#ifndef FRONTEND_MODULE_INTERNAL_H
#define FRONTEND_MODULE_INTERNAL_H

#include "frontend/module.h"

struct ModuleLoader {
    Program *program;
    Arena *arena;
    const char *main_path;
    const char *folder; /* see module_folder */
    bool is_main_loaded;
    ModuleSource *main;
    Map modules; /* interned name -> ModuleSource; NULL if it could not be loaded, and that was reported */
};

typedef enum PlaceKind {
    PLACE_VIRTUAL,
    PLACE_EMBEDDED,
    PLACE_EMBEDDED_PACKAGE,
    PLACE_FILE,
    PLACE_PACKAGE,
    PLACE_FOLDER,
} PlaceKind;

typedef struct Place {
    PlaceKind kind;
    const char *path;
} Place;

typedef struct StdlibModule {
    const char *name;
    bool is_first; /* see stdlib.def */
} StdlibModule;

/* The row of the top-level module `name` is or is in; NULL if it is not in CPython's library. */
const StdlibModule *module_stdlib(const char *name);
const char *module_folder(ModuleLoader *loader);

/* The content of a file, NUL-terminated; NULL after reporting why it cannot be read. `importer` may be NULL. */
const char *module_read(ModuleLoader *loader, const char *path, const Pos *importer, size_t *length);
const char *module_read_stdin(ModuleLoader *loader, size_t *length);

/* Reports that there is no module of that name. */
void module_report_missing(ModuleLoader *loader, const char *name, const Pos *importer);

#endif
