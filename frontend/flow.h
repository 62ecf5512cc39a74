/* Flow-graph construction: syntax trees → `flow` graphs. */
#ifndef FRONTEND_FLOW_H
#define FRONTEND_FLOW_H

#include "frontend/frontend.h"
#include "frontend/module.h"
#include "frontend/scope.h"

typedef struct Flow Flow;
typedef struct FlowModule FlowModule;

Flow *flow_new(Program *program, ModuleLoader *loader);
/* Adds a parsed module: scans its scopes. The program gets its Module. */
FlowModule *flow_add_module(Flow *flow, const ModuleSource *source);
/* Notes that the module's text imports another. */
void flow_note_import(FlowModule *module, const char *name);
FlowModule *flow_find_module(const Flow *flow, const char *name);
int flow_module_count(const Flow *flow);
FlowModule *flow_module(const Flow *flow, int index);
ScopeTable *flow_scopes(const FlowModule *module);
const ModuleSource *flow_source_of(const FlowModule *module);
/* The names that `from module import *` copies. */
const char **flow_public_names(const FlowModule *module, int *count);
/* Once all modules are there: replaces the uses of the library's templates (expand.c). */
void flow_expand(Flow *flow);
/* Then: resolves the names of all of them and builds the graphs: of the library only those of its modules, as most
 * programs need few of its functions. */
void flow_build(Flow *flow);
/* Builds the body of a graph that has none yet. */
void flow_complete(Graph *graph);
/* Those of all graphs from number `first` on, and of the functions in them. */
void flow_complete_all(const Program *program, int first);

/* frontend_load, for tests also without the builtins module. */
Program *flow_load(Arena *arena, DiagList *diags, const char *path, bool with_builtins, const char *collector);

#endif
