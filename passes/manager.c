/* The pass manager: what all passes have in common is done here, once. */
#include "passes/pass_internal.h"

#include <string.h>
#include <time.h>

const PassInfo pass_info[PASS_COUNT] = {
#define PASS(code, text, function, scope, requires, provides, breaks, level, doc) \
    {text, function, scope, requires, provides, breaks, level, doc},
#include "passes/pass.def"
#undef PASS
};

const PassId pass_sequence[SEQUENCE_LENGTH] = {
#define STEP(pass) PASS_##pass,
#include "passes/sequence.def"
#undef STEP
};

PassId pass_find(const char *text) {
    int id = 0;
    while (id < PASS_COUNT && strcmp(pass_info[id].text, text) != 0)
        id++;
    return (PassId)id;
}

const char *pass_sequence_check(void) {
    int facts = 0;
    for (int i = 0; i < SEQUENCE_LENGTH; i++) {
        const PassInfo *info = &pass_info[pass_sequence[i]];
        if (info->requires & ~facts)
            return info->text;
        facts = (facts & ~info->breaks) | info->provides;
    }
    return NULL;
}

PassParams pass_params(char level) {
    PassParams params = {.inline_threshold = 32.4};
    if (level == '1' || level == 's')
        params.inline_threshold /= 2;
    return params;
}

/* ---- what passes use ---- */

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

bool block_unsettle_targets(const Block *block, bool *is_settled) {
    bool goes_back = false;
    for (int i = 0; i < block->exit_count; i++) {
        is_settled[block->exits[i]->target->id] = false;
        goes_back |= block->exits[i]->target->id <= block->id;
    }
    return goes_back;
}

void block_drop_handlers(Block *block) {
    if (block->switch_kind != SWITCH_EXCEPTION)
        return;
    while (block->exit_count > 1)
        link_remove(block->exits[block->exit_count - 1]);
    block->switch_kind = SWITCH_NONE;
    block->exits[0]->kind = CASE_NONE;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void pass_count(PassContext *context, const char *name, int64_t count) {
    int i = 0;
    while (i < context->counter_count && strcmp(context->counters[i].name, name) != 0)
        i++;
    if (i == MAX_PASS_COUNTERS)
        return;
    if (i == context->counter_count)
        context->counters[context->counter_count++].name = name;
    context->counters[i].count += count;
}

/* ---- running ---- */

/* What passes_run keeps from pass to pass. */
typedef struct Manager {
    Program *program;
    const PassHooks *hooks;
    const PassParams *params;
    int64_t runs; /* of a pass on a graph */
} Manager;

/* Whether the bisection limit lets the next run take place. */
static bool may_run(Manager *manager, PassId pass, const Graph *graph) {
    const PassHooks *hooks = manager->hooks;
    bool runs = !hooks->has_limit || manager->runs < hooks->limit;
    manager->runs++;
    if (hooks->has_limit && hooks->bisect)
        hooks->bisect(hooks->data, manager->runs, pass, graph, runs);
    return runs;
}

/* With scratch memory of its own, that of many graphs together would be much. */
static void run_on(PassContext *context, Graph *graph) {
    context->scratch = arena_new();
    pass_info[context->pass].run(context, graph);
    arena_free(context->scratch);
}

static void forget_idle_passes(Program *program) {
    for (int i = 0; i < program->graph_count; i++)
        program->graphs[i]->idle_passes = 0;
}

void graph_changed(Graph *graph) {
    graph_renumber(graph);
    graph->idle_passes = 0;
}

void pass_changes(PassContext *context, Graph *graph) {
    context->tells_changes = true;
    graph->idle_passes = 0;
}

/* A pass that looks at one graph only finds nothing there until another one has changed it. */
static void run_on_graph(Manager *manager, PassContext *context, Graph *graph) {
    uint64_t bit = UINT64_C(1) << context->pass;
    if (graph->idle_passes & bit || !may_run(manager, context->pass, graph))
        return;
    int64_t before = context->fired;
    run_on(context, graph);
    graph->idle_passes = context->fired == before ? graph->idle_passes | bit : 0;
}

static void run_pass(Manager *manager, PassContext *context) {
    Program *program = manager->program;
    if (pass_info[context->pass].scope == WHOLE_PROGRAM) {
        if (may_run(manager, context->pass, NULL))
            run_on(context, NULL);
        if (context->fired && !context->tells_changes)
            forget_idle_passes(program);
        return;
    }
    for (int i = 0; i < program->graph_count; i++)
        if (!program->graphs[i]->is_cold || pass_info[context->pass].scope == EACH_GRAPH)
            run_on_graph(manager, context, program->graphs[i]);
}

static const char *run_with_hooks(Manager *manager, PassId pass) {
    Program *program = manager->program;
    const PassHooks *hooks = manager->hooks;
    if (hooks->before)
        hooks->before(hooks->data, pass, program);
    PassContext context = {.program = program, .params = manager->params, .hooks = hooks, .pass = pass};
    double start = now();
    run_pass(manager, &context);
    if (hooks->after)
        hooks->after(hooks->data, now() - start, &context);
    const char *message = hooks->verify ? program_verify(program->arena, program) : NULL;
    return message ? arena_printf(program->arena, "after pass %s: %s", pass_info[pass].text, message) : NULL;
}

const char *passes_run(Program *program, const PassPlan *plan, const PassHooks *hooks) {
    static const PassHooks no_hooks;
    if (plan->count > 0 && program->stage == STAGE_FLOW)
        return "the passes work on low-level graphs; this program is at stage flow";
    PassParams defaults = pass_params('2');
    Manager manager = {.program = program, .hooks = hooks ? hooks : &no_hooks};
    manager.params = manager.hooks->params ? manager.hooks->params : &defaults;
    const char *message = NULL;
    for (int i = 0; i < program->graph_count; i++)
        graph_renumber(program->graphs[i]);
    forget_idle_passes(program);
    for (int i = 0; i < plan->count && !message; i++)
        message = run_with_hooks(&manager, plan->items[i]);
    return message;
}
