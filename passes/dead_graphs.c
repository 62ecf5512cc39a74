/* dead-functions: removes the functions and the data that nothing reaches any more. */
#include "passes/pass_internal.h"

void pass_dead_graphs(PassContext *context, Graph *graph) {
    (void)graph;
    Program *program = context->program;
    int before = program->graph_count + program->data_count;
    if (program->entry)
        program_drop_unreachable(program);
    context->fired += before - program->graph_count - program->data_count;
}
