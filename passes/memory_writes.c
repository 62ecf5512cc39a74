/* Sets of written classes by graph, grown along the calls until nothing changes. */
#include "passes/memory_writes.h"

#include <string.h>

enum { MOST_CLASSES = 2048, WORD = 64 };

struct MemoryWrites {
    Arena *scratch;
    Map classes; /* key -> class + 1; once there are too many, the rest share the last */
    int class_count, words;
    uint64_t *sets; /* by graph index * words */
    bool *anything; /* by graph index: it may write what has no class */
    bool has_finalizers;
};

/* ---- single ops ---- */

const void *memory_key(const Op *op) {
    Type *type = op->arg_count && op->args[0]->type->kind == TY_PTR ? op->args[0]->type->item : NULL;
    switch ((int)op->code) {
    case OP_GETFIELD:
    case OP_SETFIELD:
    case OP_SHARE:
        return type_field(type, op->name);
    case OP_ARRAY_GET:
    case OP_ARRAY_SET:
    case OP_ARRAY_COPY:
        return type_variable_part(type);
    default:
        return NULL;
    }
}

/* C functions write to the program's memory only if they are given an address. */
static bool writes_memory(const NativeInfo *native) {
    const char *address = strchr(native->signature, 'a');
    return !native->only_reads && address && address < strchr(native->signature, '>');
}

bool memory_op_is_quiet(const Op *op) {
    switch ((int)op->code) {
    case OP_SETFIELD:
    case OP_SHARE:
    case OP_ARRAY_SET:
    case OP_ARRAY_COPY:
    case OP_TRACE_HERE:
    case OP_KEEPALIVE:
    case OP_UNREACHABLE:
        return true;
    case OP_CALL_NATIVE:
        return !writes_memory(native_find(op->name));
    default:
        return !(op_info[op->code].flags & OPF_EFFECT);
    }
}

static bool is_call(const Op *op) {
    return op->code == OP_CALL || op->code == OP_RESUME || (op->code == OP_CALL_INDIRECT && op->graph_count);
}

static bool is_write(const Op *op) {
    return op->code == OP_SETFIELD || op->code == OP_SHARE || op->code == OP_ARRAY_SET || op->code == OP_ARRAY_COPY;
}

/* ---- sets ---- */

static void number_classes(MemoryWrites *writes, const Graph *graph) {
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (!is_write(op))
                continue;
            uint64_t *slot = map_put(writes->scratch, &writes->classes, (uint64_t)(uintptr_t)memory_key(op));
            if (!*slot)
                writes->class_count += writes->class_count < MOST_CLASSES;
            *slot = *slot ? *slot : (uint64_t)writes->class_count;
        }
}

int memory_writes_class(const MemoryWrites *writes, const void *key) {
    const uint64_t *slot = map_find(&writes->classes, (uint64_t)(uintptr_t)key);
    return slot ? (int)*slot - 1 : NO_WRITES;
}

static uint64_t *set_of(const MemoryWrites *writes, const Graph *graph) {
    return writes->sets + (size_t)graph->index * (size_t)writes->words;
}

static void add_own(const MemoryWrites *writes, const Graph *graph) {
    uint64_t *set = set_of(writes, graph);
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            int class = is_write(op) ? memory_writes_class(writes, memory_key(op)) : NO_WRITES;
            if (class != NO_WRITES)
                set[class / WORD] |= (uint64_t)1 << class % WORD;
            /* who resumes a generator may write in between, but that is not what the generator writes */
            writes->anything[graph->index] |= !is_call(op) && op->code != OP_SUSPEND && !memory_op_is_quiet(op);
        }
}

static bool add_callee(const MemoryWrites *writes, const Graph *caller, const Graph *callee) {
    uint64_t *into = set_of(writes, caller), *from = set_of(writes, callee);
    bool changed = writes->anything[callee->index] && !writes->anything[caller->index];
    writes->anything[caller->index] |= writes->anything[callee->index];
    for (int i = 0; i < writes->words; i++) {
        changed |= (from[i] & ~into[i]) != 0;
        into[i] |= from[i];
    }
    return changed;
}

/* What a graph may call, each once. */
typedef struct Callees {
    Graph **graphs;
    int count, capacity;
} Callees;

static void note_callee(const MemoryWrites *writes, Callees *callees, Map *seen, Graph *graph) {
    uint64_t *slot = map_put(writes->scratch, seen, (uint64_t)(uintptr_t)graph);
    if ((*slot)++)
        return;
    callees->graphs = arena_grow(writes->scratch, callees->graphs, callees->count, &callees->capacity, sizeof(Graph *));
    callees->graphs[callees->count++] = graph;
}

static Callees callees_of(const MemoryWrites *writes, const Graph *graph) {
    Callees callees = {0};
    Map seen = {0};
    for (int i = 0; i < graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->op_count; j++) {
            const Op *op = graph->blocks[i]->ops[j];
            if (op->code == OP_CALL || op->code == OP_RESUME)
                note_callee(writes, &callees, &seen, op->graph);
            for (int k = 0; k < op->graph_count && is_call(op); k++)
                note_callee(writes, &callees, &seen, op->graphs[k]);
        }
    return callees;
}

static bool add_callees(const MemoryWrites *writes, const Graph *graph, const Callees *callees) {
    bool changed = false;
    for (int i = 0; i < callees->count; i++)
        changed |= add_callee(writes, graph, callees->graphs[i]);
    return changed;
}

static void close_over_calls(const MemoryWrites *writes, const Program *program) {
    Callees *callees = arena_alloc(writes->scratch, (size_t)program->graph_count * sizeof *callees);
    for (int i = 0; i < program->graph_count; i++)
        callees[i] = callees_of(writes, program->graphs[i]);
    for (bool changed = true; changed;) {
        changed = false;
        for (int i = program->graph_count - 1; i >= 0; i--)
            changed |= add_callees(writes, program->graphs[i], &callees[i]);
    }
}

MemoryWrites *memory_writes_new(Arena *scratch, const Program *program) {
    MemoryWrites *writes = arena_alloc(scratch, sizeof *writes);
    size_t count = (size_t)program->graph_count;
    *writes = (MemoryWrites){.scratch = scratch, .has_finalizers = types_have_finalizers(program->types)};
    for (int i = 0; i < program->graph_count; i++)
        number_classes(writes, program->graphs[i]);
    writes->words = writes->class_count / WORD + 1;
    writes->sets = arena_alloc(scratch, count * (size_t)writes->words * sizeof(uint64_t));
    writes->anything = arena_alloc(scratch, count);
    for (int i = 0; i < program->graph_count; i++)
        add_own(writes, program->graphs[i]);
    close_over_calls(writes, program);
    return writes;
}

bool memory_has_finalizers(const MemoryWrites *writes) {
    return writes->has_finalizers;
}

static bool graph_writes(const MemoryWrites *writes, const Graph *graph, int class) {
    if (writes->anything[graph->index])
        return true;
    return class != NO_WRITES && set_of(writes, graph)[class / WORD] >> class % WORD & 1;
}

bool memory_call_writes(const MemoryWrites *writes, const Op *op, int class) {
    if (!is_call(op))
        return true;
    if (op->code != OP_CALL_INDIRECT)
        return graph_writes(writes, op->graph, class);
    for (int i = 0; i < op->graph_count; i++)
        if (graph_writes(writes, op->graphs[i], class))
            return true;
    return false;
}
