/* The pass manager: what all passes have in common is done here, once. */
#include "passes/pass_internal.h"

#include <string.h>
#include <time.h>

const PassInfo pass_info[PASS_COUNT] = {
#define PASS(code, text, function, level, doc) {text, function, level, doc},
#include "passes/pass.def"
#undef PASS
};

PassId pass_find(const char *text) {
    int id = 0;
    while (id < PASS_COUNT && strcmp(pass_info[id].text, text) != 0)
        id++;
    return (PassId)id;
}

static void set_notes(const Block *block, void *note) {
    for (int i = 0; i < block->input_count; i++)
        block->inputs[i]->note = note;
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->result)
            block->ops[i]->result->note = note;
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->exception)
            block->exits[i]->exception->note = note;
}

void graph_set_notes(Graph *graph, void *note) {
    for (int i = 0; i < graph->block_count; i++)
        set_notes(graph->blocks[i], note);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Runs one pass on every graph; gives how often it fired. */
static int64_t run_pass(Program *program, PassId pass) {
    PassContext context = {.program = program, .scratch = arena_new()};
    for (int i = 0; i < program->graph_count; i++)
        pass_info[pass].run(&context, program->graphs[i]);
    arena_free(context.scratch);
    return context.fired;
}

static const char *run_with_hooks(Program *program, PassId pass, const PassHooks *hooks) {
    if (hooks->before)
        hooks->before(hooks->data, pass, program);
    double start = now();
    int64_t fired = run_pass(program, pass);
    if (hooks->after)
        hooks->after(hooks->data, pass, program, now() - start, fired);
    const char *message = hooks->verify ? program_verify(program->arena, program) : NULL;
    return message ? arena_printf(program->arena, "after pass %s: %s", pass_info[pass].text, message) : NULL;
}

const char *passes_run(Program *program, const PassPlan *plan, const PassHooks *hooks) {
    static const PassHooks no_hooks;
    if (plan->count > 0 && program->stage == STAGE_FLOW)
        return "the passes work on low-level graphs; this program is at stage flow";
    const char *message = NULL;
    for (int i = 0; i < plan->count && !message; i++)
        message = run_with_hooks(program, plan->items[i], hooks ? hooks : &no_hooks);
    return message;
}
