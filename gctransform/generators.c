/* The generator transform (stage low, before everything else): a graph with `suspend` ops becomes two functions.
 *
 * - The graph itself makes the generator: a new object, its parameters in fields.
 * - `<name> resume` takes the generator and runs the body. The field `_at` tells where it goes on: 0 at the start, k
 *   after the k-th `suspend`. The blocks are split after these; what the lower half needs, the arguments of the link
 *   to it, is stored in fields before and read from them after. A field may serve several suspensions.
 *
 * While the body runs, `_at` is -2; at the end it becomes -1 (the library's generator.py knows these). An exception
 * leaves it running: the library's business. */
#include "gctransform/gctransform.h"

enum { AT_END = -1, AT_RUNNING = -2 };

typedef struct LiveField {
    Field field;
    const char *hint;
    uint32_t used_at; /* the suspension that has taken it last */
} LiveField;

typedef struct Split {
    Program *program;
    Arena *scratch;
    Graph *make, *resume;
    Type *type, *item; /* the generator's struct; what resuming gives */
    Block *entry;      /* of the resume function: where to go on */
    Block *finish;
    Map generators; /* block -> the variable that holds the generator there */
    LiveField *fields;
    int field_count, field_capacity;
    uint32_t suspensions;
    bool watches; /* the program may see when objects die */
} Split;

/* ---- ops ---- */

static const char *interned(const Split *split, const char *name) {
    return intern(split->program->names, name);
}

static void append_set(const Split *split, Block *block, const Pos *pos, Value *object, const char *field,
                       Value *value) {
    Op *op = op_new(block->graph, OP_SETFIELD, pos, NULL, (Value *[]){object, value}, 2);
    op->name = interned(split, field);
    block_append(block, op);
}

static Value *append_get(const Split *split, Block *block, const Pos *pos, Value *object, const char *field,
                         Type *type) {
    Op *op = op_new(block->graph, OP_GETFIELD, pos, type, &object, 1);
    op->name = interned(split, field);
    block_append(block, op);
    return op->result;
}

/* Reads a variable back. What its field refers to is not the generator's any more, if anybody may see that. */
static Value *append_take(const Split *split, Block *block, const Pos *pos, Value *generator, const char *field,
                          Type *type) {
    Value *value = append_get(split, block, pos, generator, field, type);
    if (split->watches && type_is_gc_ptr(type))
        append_set(split, block, pos, generator, field, const_null(split->program, type));
    return value;
}

static Value *undefined(const Split *split, Type *type) {
    return type->kind == TY_VOID ? const_void(split->program)
                                 : const_new(split->program, type, (Const){.kind = CONST_UNDEFINED});
}

static void set_at(const Split *split, Block *block, const Pos *pos, Value *generator, int64_t at) {
    append_set(split, block, pos, generator, "_at", const_int(split->program, at));
}

/* ---- fields ---- */

/* A field for a value that lives through the suspension at work: one with the same name and type if it is free. */
static const char *field_for(Split *split, const Value *value) {
    const char *hint = value->name ? value->name : "live";
    for (int i = 0; i < split->field_count; i++) {
        LiveField *live = &split->fields[i];
        if (live->field.type == value->type && live->hint == hint && live->used_at != split->suspensions) {
            live->used_at = split->suspensions;
            return live->field.name;
        }
    }
    split->fields =
        arena_grow(split->scratch, split->fields, split->field_count, &split->field_capacity, sizeof *split->fields);
    const char *name = interned(split, arena_printf(split->scratch, "%s.%d", hint, split->field_count));
    split->fields[split->field_count++] = (LiveField){{name, value->type, 0, false}, hint, split->suspensions};
    return name;
}

/* ---- the body becomes the resume function ---- */

/* The resume function takes over the blocks; the graph itself gets new ones. */
static void take_body(Split *split) {
    Program *program = split->program;
    Graph *make = split->make;
    Graph *resume = program_add_graph(program, interned(split, arena_printf(split->scratch, "%s resume", make->name)));
    resume->pyname = make->pyname;
    resume->file = make->file;
    resume->pos = make->pos;
    resume->params.count = -1;
    resume->is_hidden = make->is_hidden;
    resume->is_wrapping = make->is_wrapping;
    Block *start = resume->start, *return_block = resume->return_block, *except_block = resume->except_block;
    split->entry = start;
    split->finish = block_new(resume);
    resume->start = make->start;
    resume->return_block = make->return_block;
    resume->except_block = make->except_block;
    resume->return_block->inputs[0]->type = split->item;
    make->start = block_new(make);
    make->return_block = return_block;
    make->except_block = except_block;
    make->is_generator = false;
    make->is_hidden = true;
    split->resume = resume;
    graph_renumber(resume);
}

static bool is_end(const Graph *graph, const Block *block) {
    return block == graph->return_block || block == graph->except_block;
}

/* Every block gets the generator as a further input. */
static void thread_generator(Split *split) {
    Graph *resume = split->resume;
    Type *pointer = type_ptr(split->program->types, split->type);
    for (int i = 0; i < resume->block_count; i++)
        if (!is_end(resume, resume->blocks[i]))
            map_set_ptr(split->scratch, &split->generators, resume->blocks[i],
                        block_add_input(resume->blocks[i], pointer, interned(split, "generator")));
    for (int i = 0; i < resume->block_count; i++) {
        Block *block = resume->blocks[i];
        for (int k = 0; k < block->exit_count; k++)
            if (!is_end(resume, block->exits[k]->target))
                link_add_arg(block->exits[k], map_get_ptr(&split->generators, block));
    }
}

/* `generator` ops are that input. */
static void replace_generator_ops(const Split *split, Block *block) {
    for (int i = block->op_count; i-- > 0;)
        if (block->ops[i]->code == OP_GENERATOR) {
            block_replace_value(block, block->ops[i]->result, map_get_ptr(&split->generators, block));
            block_remove_op(block, i);
        }
}

/* What led to the return block leads to the one where the generator ends. */
static void redirect_return(const Split *split, Block *block) {
    for (int i = 0; i < block->exit_count; i++)
        if (block->exits[i]->target == split->resume->return_block) {
            block->exits[i]->target = split->finish;
            block->exits[i]->args[0] = map_get_ptr(&split->generators, block);
        }
}

static void build_finish(const Split *split) {
    Value *generator =
        block_add_input(split->finish, type_ptr(split->program->types, split->type), interned(split, "generator"));
    set_at(split, split->finish, graph_pos(split->make), generator, AT_END);
    Value *nothing = undefined(split, split->item);
    block_jump(split->finish, split->resume->return_block, &nothing, 1);
}

/* ---- suspensions ---- */

static Link *add_entry_case(const Split *split, int64_t at, Block *target) {
    return block_add_exit(split->entry, CASE_INT, at, target, NULL, 0);
}

/* The block where the resume function goes on: reads back what `link`, which leads to the lower half, passes. */
static void build_restore(Split *split, const Link *link, const char *const *fields, const Pos *pos) {
    Block *block = block_new(split->resume);
    Value *generator =
        block_add_input(block, type_ptr(split->program->types, split->type), interned(split, "generator"));
    Value **args = arena_alloc(split->scratch, (size_t)(link->arg_count + 1) * sizeof *args);
    for (int i = 0; i < link->arg_count; i++)
        args[i] = fields[i] ? append_take(split, block, pos, generator, fields[i], link->args[i]->type)
                  : link->args[i]->type->kind == TY_VOID ? const_void(split->program)
                                                         : generator;
    block_jump(block, link->target, args, link->arg_count);
    Link *entry = add_entry_case(split, split->suspensions, block);
    link_add_arg(entry, split->entry->inputs[0]);
}

static bool passes(const Link *link, const Value *value) {
    for (int i = 0; i < link->arg_count; i++)
        if (link->args[i] == value)
            return true;
    return false;
}

/* Splits after the `suspend` at `at`. Gives the lower half. */
static Block *split_suspension(Split *split, Block *block, int at) {
    Op *suspend = block->ops[at];
    Value *generator = map_get_ptr(&split->generators, block);
    Block *lower = block_split(block, at + 1);
    Link *link = block->exits[0];
    const char **fields = arena_alloc(split->scratch, (size_t)(link->arg_count + 1) * sizeof *fields);
    split->suspensions++;
    block_remove_op(block, at);
    if (!passes(link, generator)) {
        block_add_input(lower, generator->type, generator->name);
        link_add_arg(link, generator);
    }
    for (int i = 0; i < link->arg_count; i++) {
        if (link->args[i] == generator)
            map_set_ptr(split->scratch, &split->generators, lower, lower->inputs[i]);
        if (link->args[i] == generator || link->args[i]->type->kind == TY_VOID)
            continue;
        fields[i] = field_for(split, link->args[i]);
        append_set(split, block, suspend->pos, generator, fields[i], link->args[i]);
    }
    build_restore(split, link, fields, suspend->pos);
    set_at(split, block, suspend->pos, generator, split->suspensions);
    block->exit_count = 0;
    block_jump(block, split->resume->return_block, &suspend->args[0], 1);
    return lower;
}

static void split_block(Split *split, Block *block) {
    for (int i = 0; i < block->op_count; i++)
        if (block->ops[i]->code == OP_SUSPEND) {
            block = split_suspension(split, block, i);
            i = -1;
        }
}

/* ---- both functions ---- */

static Block *default_block(const Split *split) {
    Block *block = block_new(split->resume);
    block_append(block, op_new(split->resume, OP_UNREACHABLE, graph_pos(split->make), NULL, NULL, 0));
    return block;
}

/* The function that makes the generator stores its parameters; the resume function reads them at first. */
static void build_start(Split *split, Block *body) {
    Graph *make = split->make;
    const Pos *pos = graph_pos(make);
    Type *pointer = type_ptr(split->program->types, split->type);
    Op *allocate = op_new(make, OP_MALLOC, pos, pointer, NULL, 0);
    allocate->type = split->type;
    block_append(make->start, allocate);
    Block *first = block_new(split->resume);
    Value *generator = block_add_input(first, pointer, interned(split, "generator"));
    Value **args = arena_alloc(split->scratch, (size_t)body->input_count * sizeof *args);
    for (int i = 0; i + 1 < body->input_count; i++) {
        Value *input = body->inputs[i];
        Value *param = block_add_input(make->start, input->type, input->name);
        args[i] = param->type->kind == TY_VOID ? const_void(split->program) : NULL;
        if (args[i])
            continue;
        const char *field = field_for(split, input);
        append_set(split, make->start, pos, allocate->result, field, param);
        args[i] = append_take(split, first, pos, generator, field, input->type);
    }
    args[body->input_count - 1] = generator;
    block_jump(first, body, args, body->input_count);
    link_add_arg(add_entry_case(split, 0, first), split->entry->inputs[0]);
    block_add_input(make->return_block, pointer, NULL);
    block_add_input(make->except_block, split->resume->except_block->inputs[0]->type, NULL);
    block_jump(make->start, make->return_block, &allocate->result, 1);
}

static void begin_entry(Split *split) {
    Type *i64 = type_simple(split->program->types, TY_I64);
    const Pos *pos = graph_pos(split->make);
    Value *generator =
        block_add_input(split->entry, type_ptr(split->program->types, split->type), interned(split, "generator"));
    Value *at = append_get(split, split->entry, pos, generator, "_at", i64);
    set_at(split, split->entry, pos, generator, AT_RUNNING);
    block_set_switch(split->entry, at);
}

static void add_fields(Split *split) {
    Field *fields = arena_alloc(split->scratch, (size_t)(split->field_count + 1) * sizeof *fields);
    for (int i = 0; i < split->field_count; i++)
        fields[i] = split->fields[i].field;
    type_add_fields(split->program->types, split->type, fields, split->field_count);
}

static Graph *split_graph(Program *program, Graph *make, Type *item, bool watches) {
    Split split = {.program = program, .scratch = arena_new(), .make = make, .item = item, .watches = watches};
    split.type = make->type->item->item;
    take_body(&split);
    Graph *resume = split.resume;
    Block *body = resume->start;
    int count = resume->block_count;
    Block **blocks = arena_alloc(split.scratch, (size_t)count * sizeof(Block *));
    for (int i = 0; i < count; i++)
        blocks[i] = resume->blocks[i];
    thread_generator(&split);
    begin_entry(&split);
    build_start(&split, body);
    for (int i = 0; i < count; i++)
        if (!is_end(resume, blocks[i])) {
            replace_generator_ops(&split, blocks[i]);
            redirect_return(&split, blocks[i]);
            split_block(&split, blocks[i]);
        }
    build_finish(&split);
    block_add_exit(split.entry, CASE_DEFAULT, 0, default_block(&split), NULL, 0);
    resume->start = split.entry;
    resume->type = type_func(program->types, item, (Type *[]){type_ptr(program->types, split.type)}, 1);
    add_fields(&split);
    graph_renumber(make);
    graph_renumber(resume);
    arena_free(split.scratch);
    return resume;
}

/* ---- the program ---- */

/* What resuming a generator of this graph gives. */
static Type *item_type(Program *program, const Graph *graph, Op *const *resumes, int count) {
    for (int i = 0; i < count; i++)
        if (resumes[i]->graph == graph)
            return resumes[i]->result->type;
    for (int b = 0; b < graph->block_count; b++)
        for (int i = 0; i < graph->blocks[b]->op_count; i++)
            if (graph->blocks[b]->ops[i]->code == OP_SUSPEND)
                return graph->blocks[b]->ops[i]->args[0]->type;
    return type_simple(program->types, TY_VOID);
}

static Op **collect_resumes(Arena *arena, const Program *program, int *count) {
    Op **resumes = NULL;
    int capacity = 0;
    *count = 0;
    for (int g = 0; g < program->graph_count; g++)
        for (int b = 0; b < program->graphs[g]->block_count; b++) {
            const Block *block = program->graphs[g]->blocks[b];
            for (int i = 0; i < block->op_count; i++)
                if (block->ops[i]->code == OP_RESUME) {
                    resumes = arena_grow(arena, resumes, *count, &capacity, sizeof *resumes);
                    resumes[(*count)++] = block->ops[i];
                }
        }
    return resumes;
}

void generators_transform(Program *program) {
    Arena *arena = arena_new();
    int resume_count, graph_count = program->graph_count;
    Op **resumes = collect_resumes(arena, program, &resume_count);
    bool watches = program_watches_objects(program);
    Map split = {0};
    for (int i = 0; i < graph_count; i++) {
        Graph *graph = program->graphs[i];
        if (graph->is_generator)
            map_set_ptr(arena, &split, graph,
                        split_graph(program, graph, item_type(program, graph, resumes, resume_count), watches));
    }
    for (int i = 0; i < resume_count; i++) {
        resumes[i]->code = OP_CALL;
        resumes[i]->graph = map_get_ptr(&split, resumes[i]->graph);
    }
    if (program->graph_count > graph_count && program->entry)
        program_drop_unreachable(program);
    arena_free(arena);
}
