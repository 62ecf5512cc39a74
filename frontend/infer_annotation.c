/* What the program's annotations promise against what inference found. An annotation never changes a type: CPython does
 * not look at it either. Only certain contradictions are errors: a value of which no part is what was promised. int is
 * welcome where float is promised (PEP 484), a literal None beside the annotation belongs to it (flow_annotation.c),
 * and whatever is not understood promises nothing. */
#include "frontend/infer_internal.h"

#include <ctype.h>
#include <string.h>

/* ---- promises ---- */

typedef enum WantKind { WANT_ANYTHING, WANT_SCALARS, WANT_CLASS, WANT_TUPLE, WANT_CALLABLE, WANT_UNION } WantKind;

typedef struct Want {
    WantKind kind;
    uint32_t scalars; /* SCALARS: all that are accepted */
    ClassDef *def;    /* CLASS; SCALARS: the class of the scalar */
    struct Want **items;
    int count, capacity; /* CLASS: type arguments; TUPLE: positions, UNION: members */
    bool is_open;        /* TUPLE: any number of items, of the first type if there is one */
} Want;

typedef struct Reader {
    Inference *inf;
    const char *at;
} Reader;

static Want *read_want(Reader *reader);

static Want *want_new(Reader *reader, WantKind kind) {
    Want *want = arena_alloc(reader->inf->arena, sizeof *want);
    want->kind = kind;
    return want;
}

static void add_item(Reader *reader, Want *want, Want *item) {
    want->items = arena_grow(reader->inf->arena, want->items, want->count, &want->capacity, sizeof item);
    want->items[want->count++] = item;
}

static uint32_t accepted_scalars(const char *name) {
    static const struct {
        const char *name;
        uint32_t accepted;
    } rows[] = {{"None", S_NONE}, {"bool", S_BOOL}, {"int", S_INT | S_BOOL}, {"float", S_NUMBER}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name))
            return rows[i].accepted;
    return 0;
}

/* A class of the program (bases of its own or exceptions only) or a container of the library: what its instances are is
 * no secret of the library's. */
static bool is_plain_class(Inference *inf, const ClassDef *def) {
    static const char *const known[] = {"str", "bytes", "list", "dict", "set", "frozenset"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (def == class_find_builtin(inf, known[i]))
            return true;
    for (; def && !def->is_exception && !class_is_object(def); def = def->base)
        if (def->is_library)
            return false;
    return true;
}

/* Whether a base of the class is a name of the compiler's but Generic and ABC: a Protocol has members of all classes.
 */
static bool is_structural(Inference *inf, const ClassDef *def) {
    for (int i = 0; i < def->site->arg_count; i++) {
        Con *con = cell_find_con(body_cell(inf, def->site_body, def->site->args[i]), CON_INTRINSIC);
        if (con && strncmp(con->name, "Generic", 7) && strncmp(con->name, "ABC", 3))
            return true;
    }
    return false;
}

static ClassDef *named_class(Inference *inf, const char *name) {
    const char *dot = strrchr(name, '.');
    if (!dot)
        return class_find_builtin(inf, name);
    const char *module = intern_n(inf->names, name, (size_t)(dot - name));
    ModuleVars *vars = map_get_ptr(&inf->modules, module);
    Con *con = vars ? cell_single(module_var(inf, vars, intern(inf->names, dot + 1))) : NULL;
    return con && con->kind == CON_CLASS ? con->def : NULL;
}

static Want *want_for_name(Reader *reader, const char *name) {
    Inference *inf = reader->inf;
    Want *want = want_new(reader, WANT_ANYTHING);
    want->scalars = accepted_scalars(name);
    want->def = named_class(inf, name);
    if (want->scalars)
        want->kind = WANT_SCALARS;
    else if (!strcmp(name, "tuple"))
        want->kind = WANT_TUPLE;
    else if (!strcmp(name, "Callable"))
        want->kind = WANT_CALLABLE;
    else if (want->def && !class_is_object(want->def) && is_plain_class(inf, want->def) &&
             !is_structural(inf, want->def))
        want->kind = WANT_CLASS;
    return want;
}

/* tuple, tuple[T, ...], tuple[()] */
static void close_tuple(Want *want, bool has_arguments, bool has_dots) {
    if (want->kind != WANT_TUPLE)
        return;
    want->is_open = !has_arguments || has_dots;
    want->count -= has_dots;
}

static Want *read_item(Reader *reader) {
    const char *start = reader->at;
    reader->at += strcspn(start, "[],|");
    Want *want = want_for_name(reader, intern_n(reader->inf->names, start, (size_t)(reader->at - start)));
    bool has_arguments = *reader->at == '[', has_dots = false;
    for (; *reader->at == '[' || (has_arguments && *reader->at == ',');) {
        reader->at++;
        has_dots = !strncmp(reader->at, "...", 3);
        if (*reader->at != ']')
            add_item(reader, want, read_want(reader));
    }
    reader->at += has_arguments && *reader->at == ']';
    close_tuple(want, has_arguments, has_dots);
    return want;
}

static Want *read_want(Reader *reader) {
    Want *first = read_item(reader);
    if (*reader->at != '|')
        return first;
    Want *all = want_new(reader, WANT_UNION);
    add_item(reader, all, first);
    while (*reader->at == '|') {
        reader->at++;
        add_item(reader, all, read_item(reader));
    }
    return all;
}

/* ---- contradictions ---- */

enum { DEEPEST = 6 };

static bool accepts(Inference *inf, const Want *want, Cell *cell, int depth);

static bool accepts_scalar(const Want *want, uint32_t scalar) {
    switch (want->kind) {
    case WANT_ANYTHING:
        return true;
    case WANT_SCALARS:
        return (want->scalars & scalar) || !(scalar & S_UNION);
    case WANT_UNION:
        for (int i = 0; i < want->count; i++)
            if (accepts_scalar(want->items[i], scalar))
                return true;
        return false;
    case WANT_CLASS:
    case WANT_TUPLE:
    case WANT_CALLABLE:
        break;
    }
    return false;
}

static bool accepts_items(Inference *inf, const Want *want, const Con *con, int depth) {
    if (!want->is_open && con->count != want->count)
        return false;
    for (int i = 0; i < con->count; i++)
        if (want->count && !accepts(inf, want->items[want->is_open ? 0 : i], con->cells[i], depth + 1))
            return false;
    return true;
}

static bool accepts_instance(Inference *inf, const Want *want, const Con *con, int depth) {
    const ClassInst *inst = inst_root(con->inst);
    if (!class_is_subclass(inst->def, want->def))
        return false;
    for (int i = 0; inst->def == want->def && i < want->count && i < inst->def->type_var_count; i++)
        if (want->def->is_library && !accepts(inf, want->items[i], inst->args[i], depth + 1))
            return false;
    return true;
}

/* Builtin containers cannot be called; about other instances the annotation says too little. */
static bool is_container(Inference *inf, const Con *con) {
    return con->kind == CON_TUPLE ||
           (con->kind == CON_INSTANCE && con->inst->def->is_library && is_plain_class(inf, con->inst->def));
}

static bool accepts_con(Inference *inf, const Want *want, const Con *con, int depth) {
    bool is_instance = con->kind == CON_INSTANCE;
    if (!is_instance && con->kind != CON_TUPLE && con->kind != CON_FUNCTION && con->kind != CON_METHOD)
        return true;
    switch (want->kind) {
    case WANT_ANYTHING:
        break;
    case WANT_SCALARS:
        return is_instance && want->def && class_is_subclass(con->inst->def, want->def);
    case WANT_CLASS:
        return is_instance && accepts_instance(inf, want, con, depth);
    case WANT_TUPLE:
        return con->kind == CON_TUPLE ? accepts_items(inf, want, con, depth)
                                      : is_instance && !is_plain_class(inf, con->inst->def);
    case WANT_CALLABLE:
        return !is_container(inf, con);
    case WANT_UNION:
        for (int i = 0; i < want->count; i++)
            if (accepts_con(inf, want->items[i], con, depth))
                return true;
        return false;
    }
    return true;
}

/* Whether some part of the value may be what is wanted. */
static bool accepts(Inference *inf, const Want *want, Cell *cell, int depth) {
    cell = cell_root(cell);
    if (cell_is_empty(cell) || depth > DEEPEST)
        return true;
    for (int i = 0; i < S_COUNT; i++)
        if ((cell->scalars >> i & 1) && accepts_scalar(want, 1u << i))
            return true;
    for (int i = 0; i < cell->con_count; i++)
        if (accepts_con(inf, want, cell->cons[i], depth))
            return true;
    return false;
}

/* ---- reports ---- */

/* The promise in source vocabulary: without the modules. */
static const char *promise_text(Inference *inf, const char *text) {
    size_t length = 0;
    char *plain = arena_alloc(inf->arena, 3 * strlen(text) + 1);
    for (const char *at = text; *at; at++) {
        if (*at == '.' && isalpha((unsigned char)at[1])) {
            while (length && (isalnum((unsigned char)plain[length - 1]) || strchr("._", plain[length - 1])))
                length--;
            continue;
        }
        if (*at == '|')
            plain[length++] = ' ';
        plain[length++] = *at;
        if (*at == '|' || *at == ',')
            plain[length++] = ' ';
    }
    plain[length] = 0;
    return plain;
}

static void report(Inference *inf, Body *body, Cell *cell, const Op *promise, const Pos *place) {
    cell = cell_root(cell);
    const Con *con = cell->con_count ? cell->cons[0] : NULL;
    uint32_t scalar = con ? 0 : cell->scalars & (~cell->scalars + 1);
    const Pos *nearest, *origin = infer_origin(inf, cell, con, scalar, &nearest);
    const char *found = infer_side_text(inf, con, scalar);
    bool is_result = !strcmp(promise->name, "return");
    const Pos *promised = is_result ? body->graph->params.returns_pos : promise->pos;
    const char *what = is_result ? arena_printf(inf->arena, "the result of %s()", body->graph->pyname)
                                 : arena_printf(inf->arena, "`%s`", promise->name);
    if (is_result)
        place = promise->pos;
    const Pos *pos = place ? place : nearest ? nearest : origin ? origin : promise->pos;
    Diagnostic *diag = diag_error(inf->diags, "T0114", pos, "%s is annotated as %s, but is %s here", what,
                                  promise_text(inf, promise->module), found);
    if (origin)
        diag_label(inf->diags, diag, origin, "%s comes from here", found);
    if (promised)
        diag_label(inf->diags, diag, promised, "annotated here");
    diag_help(inf->diags, diag, "correct the annotation or the value; without an annotation the type is inferred");
}

static Want *want_of(Inference *inf, const Op *promise) {
    return read_want(&(Reader){inf, promise->module});
}

static bool is_param(const Body *body, const Value *value) {
    const Block *start = body->graph->start;
    for (int i = 0; i < start->input_count; i++)
        if (start->inputs[i] == value)
            return true;
    return false;
}

static void check_value(Inference *inf, Body *body, const Op *op) {
    Cell *cell = body_cell(inf, body, op->args[0]);
    if (accepts(inf, want_of(inf, op), cell, 0))
        return;
    body->breaks_promise |= is_param(body, op->args[0]);
    report(inf, body, cell, op, NULL);
}

/* ---- attributes ---- */

typedef struct Promise {
    const ClassDef *def;
    const Op *op;
} Promise;

typedef struct Promises {
    Promise *items;
    int count, capacity;
} Promises;

static void note_attribute(Inference *inf, Promises *all, Body *body, const Op *op) {
    Cell *cell = cell_root(body_cell(inf, body, op->args[0]));
    for (int i = 0; i < cell->con_count; i++) {
        const Con *con = cell->cons[i];
        if (con->kind != CON_CLASS && con->kind != CON_INSTANCE)
            continue;
        all->items = arena_grow(inf->arena, all->items, all->count, &all->capacity, sizeof *all->items);
        all->items[all->count++] = (Promise){con->kind == CON_CLASS ? con->def : con->inst->def, op};
    }
}

static void check_attribute(Inference *inf, const Promises *all, Body *body, const Op *op) {
    Cell *object = cell_root(body_cell(inf, body, op->args[0])), *value = body_cell(inf, body, op->args[1]);
    for (int i = 0; i < all->count; i++) {
        if (all->items[i].op->name != op->name)
            continue;
        for (int k = 0; k < object->con_count; k++) {
            const Con *con = object->cons[k];
            if (con->kind != CON_INSTANCE || !class_is_subclass(con->inst->def, all->items[i].def) ||
                accepts(inf, want_of(inf, all->items[i].op), value, 0))
                continue;
            report(inf, body, value, all->items[i].op, op->pos);
            return;
        }
    }
}

/* ---- all of the program ---- */

static bool is_reached(const Body *body, const Block *block) {
    return body->reached[block->id] && body->graph->file && !body->graph->file->is_library;
}

static void check_op(Inference *inf, Promises *all, Body *body, const Op *op, bool is_first_time) {
    if (is_first_time && op->code == OP_ANNOTATE_VALUE)
        check_value(inf, body, op);
    else if (is_first_time && op->code == OP_ANNOTATE_ATTRIBUTE)
        note_attribute(inf, all, body, op);
    else if (!is_first_time && op->code == OP_SETATTR)
        check_attribute(inf, all, body, op);
}

void infer_annotations(Inference *inf) {
    Promises all = {.count = 0};
    for (int turn = 0; turn < 2; turn++)
        for (int i = 0; i < inf->body_count; i++) {
            Body *body = inf->body_list[i];
            for (int b = 0; b < body->graph->block_count && (!turn || all.count); b++)
                for (int k = 0; is_reached(body, body->graph->blocks[b]) && k < body->graph->blocks[b]->op_count; k++)
                    check_op(inf, &all, body, body->graph->blocks[b]->ops[k], !turn);
        }
}
