/* Tables of functions: `TABLE = {"add": add, "sub": sub}` at the top of a module, which nobody changes, and what is
 * called is looked up there: `TABLE[name](x, y)`, `TABLE.get(name)`.
 *
 * The display's values are kept in variables of their own, and a lookup compares the key with those of the display one
 * by one; where it is none of them, or no int or str as they are, the dict is asked as before. After inference the
 * comparisons become a switch (passes/switches.c), and each of its cases is a call of one function.
 *
 * Nobody changes the dict if all that the program does with the variable is to read from it: the variable is bound
 * once, not in a loop, by the display itself, and each of its values is subscripted, measured, iterated, or asked for
 * a method that only looks.
 */
#include "frontend/flow_internal.h"

#include <string.h>

enum { FEWEST_KEYS = 2, MOST_INTS = 32, MOST_STRINGS = 16, MOST_TESTS = 256, DEPTH = 4 };

typedef struct Table Table;
struct Table {
    Table *next;
    const char *name, *module;
    Block *block;
    Op *display, *store;
    const char *key_class;
    const char **variables; /* where its values are kept; NULL: nowhere yet */
    int tests;              /* comparisons that lookups have become */
    bool changes;           /* as far as is known */
};

/* What a variable of the graph at work holds: a table, or the method `get` of one. */
typedef struct Holder {
    Table *table;
    bool is_get;
} Holder;

typedef struct Tables {
    Program *program;
    Type *py;
    Arena *scratch;
    Map variables; /* of modules, by hash of both names -> Table */
    Map names;     /* of such variables */
    Map holders;   /* value -> Holder */
    Table *first;
} Tables;

static uint64_t variable_key(const char *name, const char *module) {
    return hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)name), (uint64_t)(uintptr_t)module);
}

static Table *table_of(const Tables *tables, const Op *op) {
    const uint64_t *slot = map_find(&tables->variables, variable_key(op->name, op->module));
    return slot ? (Table *)(uintptr_t)*slot : NULL;
}

/* ---- displays ---- */

static const char *class_of_key(const Value *key) {
    if (!key->is_const)
        return NULL;
    return key->constant.kind == CONST_INT ? "int" : key->constant.kind == CONST_STR ? "str" : NULL;
}

static uint64_t hash_key(const Const *key) {
    return key->kind == CONST_INT ? hash_u64(HASH_SEED, (uint64_t)key->integer)
                                  : hash_bytes(HASH_SEED, key->text, key->length);
}

/* The class of the keys, if they are different constants, not too many, and no value is one; else NULL. Strings of one
 * length are compared one after the other. */
static const char *class_of_keys(const Tables *tables, const Op *display) {
    const char *class = display->arg_count ? class_of_key(display->args[0]) : NULL;
    int count = display->arg_count / 2;
    Map seen = {0};
    if (!class || count < FEWEST_KEYS || count > (!strcmp(class, "str") ? MOST_STRINGS : MOST_INTS))
        return NULL;
    for (int i = 0; i < display->arg_count; i += 2) {
        const char *other = class_of_key(display->args[i]);
        if (!other || strcmp(class, other) != 0 || display->args[i + 1]->is_const)
            return NULL;
        uint64_t *slot = map_put(tables->scratch, &seen, hash_key(&display->args[i]->constant));
        if (*slot)
            return NULL;
        *slot = 1;
    }
    return class;
}

/* Whether some link leads back past the block. */
static bool is_in_loop(const Block *block) {
    const Graph *graph = block->graph;
    for (uint32_t i = block->id; i < (uint32_t)graph->block_count; i++)
        for (int j = 0; j < graph->blocks[i]->exit_count; j++)
            if (graph->blocks[i]->exits[j]->target->id <= block->id)
                return true;
    return false;
}

static void note_table(Tables *tables, Block *block, Op *display, Op *store) {
    const char *class = class_of_keys(tables, display);
    if (!class || store->args[0] != display->result)
        return;
    Table *table = arena_alloc(tables->scratch, sizeof *table);
    *table = (Table){.next = tables->first,
                     .name = store->name,
                     .module = store->module,
                     .block = block,
                     .display = display,
                     .store = store,
                     .key_class = class,
                     .changes = is_in_loop(block)};
    uint64_t *slot = map_put(tables->scratch, &tables->variables, variable_key(store->name, store->module));
    *map_put(tables->scratch, &tables->names, (uint64_t)(uintptr_t)store->name) = 1;
    *slot = *slot ? *slot : (uint64_t)(uintptr_t)table;
    tables->first = table;
}

/* Where the body of a module binds a variable to a display. */
static void find_displays(Tables *tables, const Graph *body) {
    for (int i = 0; i < body->block_count; i++) {
        Block *block = body->blocks[i];
        for (int j = 0; j + 1 < block->op_count; j++)
            if (block->ops[j]->code == OP_BUILD_DICT && block->ops[j + 1]->code == OP_STORE_GLOBAL)
                note_table(tables, block, block->ops[j], block->ops[j + 1]);
    }
}

/* ---- what is done with them ---- */

static Holder *holder_of(const Tables *tables, const Value *value) {
    const uint64_t *slot = value->is_const ? NULL : map_find(&tables->holders, (uint64_t)(uintptr_t)value);
    return slot ? (Holder *)(uintptr_t)*slot : NULL;
}

static void hold(Tables *tables, const Value *value, Table *table, bool is_get) {
    Holder *holder = arena_alloc(tables->scratch, sizeof *holder);
    *holder = (Holder){table, is_get};
    *map_put(tables->scratch, &tables->holders, (uint64_t)(uintptr_t)value) = (uint64_t)(uintptr_t)holder;
}

static bool only_looks(const Op *op, int arg) {
    static const char *const methods[] = {"get", "keys", "values", "items", "copy"};
    switch ((int)op->code) {
    case OP_GETITEM:
    case OP_CONTAINS:
    case OP_LEN:
    case OP_ITER:
    case OP_TRUTH:
    case OP_REPR:
    case OP_TO_STR:
        return arg == 0;
    case OP_GETATTR:
        for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
            if (!strcmp(op->name, methods[i]))
                return true;
        return false;
    default:
        return false;
    }
}

static void change(Table *table) {
    if (table)
        table->changes = true;
}

static void look_at_args(Tables *tables, const Op *op) {
    for (int i = 0; i < op->arg_count; i++) {
        Holder *holder = holder_of(tables, op->args[i]);
        if (!holder || holder->is_get)
            continue;
        if (!only_looks(op, i))
            change(holder->table);
        else if (op->code == OP_GETATTR && !strcmp(op->name, "get"))
            hold(tables, op->result, holder->table, true);
    }
}

/* Any attribute of the name may be the module's. */
static void change_all_called(const Tables *tables, const char *name) {
    for (Table *table = tables->first; table; table = table->next)
        table->changes |= table->name == name;
}

static void look_at_op(Tables *tables, const Op *op) {
    look_at_args(tables, op);
    switch ((int)op->code) {
    case OP_LOAD_GLOBAL:
        if (table_of(tables, op))
            hold(tables, op->result, table_of(tables, op), false);
        break;
    case OP_STORE_GLOBAL:
        if (table_of(tables, op) && op != table_of(tables, op)->store)
            change(table_of(tables, op));
        break;
    case OP_DEL_GLOBAL:
        change(table_of(tables, op));
        break;
    case OP_GETATTR:
    case OP_GETATTR_OR:
    case OP_HASATTR:
    case OP_SETATTR:
    case OP_DELATTR:
        if (map_find(&tables->names, (uint64_t)(uintptr_t)op->name))
            change_all_called(tables, op->name);
        break;
    default:
        break;
    }
}

/* Through links that are the only way to a block it is known what comes there. */
static void look_at_exit(Tables *tables, const LinkIndex *index, const Link *exit) {
    const Block *target = exit->target;
    for (int i = 0; i < exit->arg_count; i++) {
        Holder *holder = holder_of(tables, exit->args[i]);
        if (holder && index->counts[target->id] == 1 && target->input_count == exit->arg_count &&
            target != target->graph->return_block && target != target->graph->except_block)
            hold(tables, target->inputs[i], holder->table, holder->is_get);
        else if (holder)
            change(holder->table);
    }
}

static void look_at_graph(Tables *tables, const Graph *graph) {
    Arena *scratch = arena_new();
    const LinkIndex *index = link_index(scratch, (Graph *)graph);
    for (int i = 0; i < graph->block_count; i++) {
        const Block *block = graph->blocks[i];
        for (int j = 0; j < block->op_count; j++)
            look_at_op(tables, block->ops[j]);
        for (int j = 0; j < block->exit_count; j++)
            look_at_exit(tables, index, block->exits[j]);
    }
    arena_free(scratch);
}

/* The display itself goes nowhere but into the variable. */
static bool is_used_once(const Table *table) {
    int uses = 0;
    for (int i = 0; i < table->block->op_count; i++)
        for (int j = 0; j < table->block->ops[i]->arg_count; j++)
            uses += table->block->ops[i]->args[j] == table->display->result;
    for (int i = 0; i < table->block->exit_count; i++)
        for (int j = 0; j < table->block->exits[i]->arg_count; j++)
            uses += table->block->exits[i]->args[j] == table->display->result;
    return uses == 1;
}

/* ---- lookups ---- */

/* Whether it is called here, or where the block leads. */
static bool is_called(const Block *block, const Value *value, int depth) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->code == OP_CALL_PY && block->ops[i]->args[0] == value)
            return true;
    for (int i = 0; i < block->exit_count && depth; i++)
        for (int j = 0; j < block->exits[i]->arg_count; j++)
            if (block->exits[i]->args[j] == value && j < block->exits[i]->target->input_count &&
                is_called(block->exits[i]->target, block->exits[i]->target->inputs[j], depth - 1))
                return true;
    return false;
}

/* The table that the op looks something up in; NULL: it does something else. */
static Table *looked_up(const Tables *tables, const Block *block, const Op *op) {
    bool is_get = op->code == OP_CALL_PY;
    bool is_plain = is_get ? !op->integer && !op->name_count && op->arg_count <= 3 : op->code == OP_GETITEM;
    if (!is_plain || op->arg_count < 2 || op->args[1]->is_const)
        return NULL;
    const Holder *holder = holder_of(tables, op->args[0]);
    if (!holder || holder->is_get != is_get || holder->table->changes)
        return NULL;
    int tests = holder->table->tests + holder->table->display->arg_count / 2;
    return tests <= MOST_TESTS && is_called(block, op->result, DEPTH) ? holder->table : NULL;
}

static Block *block_alike(const Block *block) {
    Block *copy = block_new(block->graph);
    copy->pos = block->pos;
    for (int i = 0; i < block->input_count; i++)
        block_add_input(copy, block->inputs[i]->type, block->inputs[i]->name);
    return copy;
}

static Value *append(const Tables *tables, Block *block, OpCode code, const Pos *pos, Value *x, Value *y) {
    Value *args[] = {x, y};
    Op *op = op_new(block->graph, code, pos, tables->py, args, (x != NULL) + (y != NULL));
    block_append(block, op);
    return op->result;
}

static Value *load(const Tables *tables, Block *block, const Pos *pos, const char *name, const char *module) {
    Value *value = append(tables, block, OP_LOAD_GLOBAL, pos, NULL, NULL);
    block->ops[block->op_count - 1]->name = name;
    block->ops[block->op_count - 1]->module = module;
    return value;
}

static void test(const Tables *tables, Block *block, const Pos *pos, Value *answer, Block *no, Block *yes,
                 Value *const *args, int count) {
    block_set_switch(block, append(tables, block, OP_TRUTH, pos, answer, NULL));
    block_add_exit(block, CASE_BOOL, false, no, args, count);
    block_add_exit(block, CASE_BOOL, true, yes, args, count);
}

/* Goes on where the lookup does, with what the table's value of this number is. */
static Block *found(const Tables *tables, const Table *table, int number, const Block *lookup) {
    const Op *op = lookup->ops[0];
    const Link *on = lookup->exits[0];
    Block *block = block_alike(lookup);
    Value *value = load(tables, block, op->pos, table->variables[number], table->module);
    Link *link = block_jump(block, on->target, NULL, 0);
    for (int i = 0; i < on->arg_count; i++) {
        Value *arg = on->args[i] == op->result ? value : on->args[i];
        for (int j = 0; j < lookup->input_count; j++)
            arg = arg == lookup->inputs[j] ? block->inputs[j] : arg;
        link_add_arg(link, arg);
    }
    return block;
}

static int number_of_input(const Block *block, const Value *value) {
    int number = 0;
    while (block->inputs[number] != value)
        number++;
    return number;
}

/* The lookup has a block of its own, to which this one is another way. */
static Block *way_to(const Block *lookup) {
    Block *way = block_alike(lookup);
    block_jump(way, (Block *)lookup, way->inputs, way->input_count);
    return way;
}

/* `block` only jumps to the lookup: it finds out before whether that is needed. */
static void write_tests(const Tables *tables, const Table *table, Block *block, const Block *lookup) {
    const Pos *pos = lookup->ops[0]->pos;
    int key = number_of_input(lookup, lookup->ops[0]->args[1]), count = lookup->input_count;
    Value **args = block->exits[0]->args;
    const char *class = intern(tables->program->names, table->key_class);
    Value *right_class = load(tables, block, pos, class, intern(tables->program->names, "builtins"));
    Value *answer = append(tables, block, OP_ISINSTANCE, pos, args[key], right_class);
    Block *next = block_alike(lookup);
    block->exit_count = 0;
    test(tables, block, pos, answer, way_to(lookup), next, args, count);
    for (int i = 0; i < table->display->arg_count; i += 2) {
        bool is_last = i + 2 == table->display->arg_count;
        Block *other = is_last ? way_to(lookup) : block_alike(lookup);
        answer = append(tables, next, OP_EQ, pos, next->inputs[key], table->display->args[i]);
        test(tables, next, pos, answer, other, found(tables, table, i / 2, lookup), next->inputs, count);
        next = other;
    }
}

/* Each value gets a variable of the module, bound before the display is made. */
static void keep_values(const Tables *tables, Table *table) {
    int count = table->display->arg_count / 2, at = 0;
    table->variables = arena_alloc(tables->scratch, (size_t)count * sizeof *table->variables);
    while (table->block->ops[at] != table->display)
        at++;
    for (int i = 0; i < count; i++) {
        const char *name = arena_printf(tables->scratch, "%s value %d", table->name, i);
        Op *store =
            op_new(table->block->graph, OP_STORE_GLOBAL, table->store->pos, NULL, &table->display->args[2 * i + 1], 1);
        store->name = table->variables[i] = intern(tables->program->names, name);
        store->module = table->module;
        block_insert(table->block, at++, store);
    }
}

/* Gives the block where things go on. */
static Block *rewrite(const Tables *tables, Table *table, Block *block, int at) {
    bool is_last = at == block->op_count - 1 && block->switch_kind == SWITCH_EXCEPTION;
    Block *rest = is_last ? NULL : block_split(block, at + 1);
    const Block *lookup = block_split(block, at);
    if (!table->variables)
        keep_values(tables, table);
    table->tests += table->display->arg_count / 2;
    write_tests(tables, table, block, lookup);
    return rest;
}

static bool rewrite_first(const Tables *tables, Block **block) {
    for (int i = 0; i < (*block)->op_count; i++) {
        Table *table = looked_up(tables, *block, (*block)->ops[i]);
        if (!table)
            continue;
        *block = rewrite(tables, table, *block, i);
        return true;
    }
    return false;
}

static void rewrite_graph(const Tables *tables, Graph *graph) {
    bool changed = false;
    int count = graph->block_count;
    for (int i = 0; i < count; i++) {
        Block *block = graph->blocks[i];
        while (block && rewrite_first(tables, &block))
            changed = true;
    }
    if (changed)
        graph_renumber(graph);
}

/* The library has no such tables that it is worth to build all its graphs for. */
void flow_tables(Program *program) {
    Tables tables = {.program = program, .py = type_simple(program->types, TY_PY), .scratch = arena_new()};
    for (int i = 0; i < program->module_count; i++)
        if (program->modules[i]->body && !program->modules[i]->file->is_library)
            find_displays(&tables, program->modules[i]->body);
    for (int i = 0; i < program->graph_count && tables.first; i++)
        look_at_graph(&tables, program->graphs[i]);
    for (Table *table = tables.first; table; table = table->next)
        table->changes |= !is_used_once(table);
    for (int i = 0; i < program->graph_count && tables.first; i++)
        rewrite_graph(&tables, program->graphs[i]);
    arena_free(tables.scratch);
}
