/* What is wrong with the program after the last round: mixtures of unrelated types with the origins of both sides, once
 * for each cause; attributes that nothing sets; names that nothing binds. */
#include "frontend/infer_internal.h"
#include "frontend/infer_raw.h"
#include "frontend/suggest.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { CHAIN_LIMIT = 200, ERROR_LIMIT = 20, CALL_DEPTH = 4 };

/* ---- positions ------------------------------------------------------------------------------------------ */

static bool is_library_body(const Body *body) {
    return body->graph->file && body->graph->file->is_library;
}

static bool is_library_pos(const Pos *pos) {
    return !pos || !pos->line || !pos->file || pos->file->is_library;
}

const Pos *user_pos(const Body *body, const Pos *pos) {
    for (; body && body->call_node && is_library_body(body); body = body->call_node->body)
        pos = body->call_node->op->pos;
    return pos;
}

static bool same_pos(const Pos *a, const Pos *b) {
    return a && b && a->file == b->file && a->line == b->line && a->column == b->column;
}

static const Pos *later_pos(const Pos *a, const Pos *b) {
    if (!a || !b || a->file != b->file)
        return a ? a : b;
    return b->line > a->line || (b->line == a->line && b->column > a->column) ? b : a;
}

void report_calls(Inference *inf, DiagList *diags, Diagnostic *diag, const Body *body) {
    const char *path = "";
    while (body && body->call_node && is_library_body(body))
        body = body->call_node->body;
    if (!body || !body->func || is_library_body(body) || diag->note_count)
        return;
    for (int depth = 0; body->call_node && depth < CALL_DEPTH; depth++) {
        const Body *caller = body->call_node->body;
        const Pos *pos = body->call_node->op->pos;
        if (is_library_pos(pos))
            break;
        path = arena_printf(inf->arena, "%s (%s:%u) -> %s%s", caller->func ? caller->graph->pyname : "the module",
                            pos->file->path, pos->line, depth ? "" : body->graph->pyname, path);
        body = caller;
    }
    if (*path)
        diag_note(diags, diag, "reached via %s", path);
}

void infer_error(Inference *inf, OpNode *node, const char *code, const char *format, ...) {
    char text[512];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    Diagnostic *diag = diag_error(inf->diags, code, user_pos(node->body, node->op->pos), "%s", text);
    report_calls(inf, inf->diags, diag, node->body);
}

/* ---- mixtures ----------------------------------------------------------------------------------------------- */

/* The way of one side of a mixture. */
typedef struct Trail {
    const Pos *origin;  /* where it was made, NULL: not known */
    const Pos *nearest; /* the operation of the program that last brought it */
    const OpNode *made; /* the program's first operation on the way, or NULL */
    Cell *mixed;        /* the first cell behind where it was mixed already, or NULL */
} Trail;

typedef struct Side {
    const Con *con;
    uint32_t scalar; /* if there is no constructor */
} Side;

typedef struct Mixture {
    Cell *cell;
    Side sides[2];
    Trail trails[2];
} Mixture;

static void trail_step(Trail *trail, const Node *via) {
    const OpNode *node = (const OpNode *)via;
    if (!via || via->kind != NODE_OP || is_library_pos(node->op->pos))
        return;
    const Pos *pos = node->op->pos;
    trail->made = node;
    if (!trail->nearest)
        trail->nearest = pos;
    trail->origin = pos;
}

static Trail trail_of(Inference *inf, Cell *cell, Side side) {
    Trail trail = {0};
    uint32_t stamp = ++inf->visit;
    cell->visit = stamp;
    for (int steps = 0; steps < CHAIN_LIMIT; steps++) {
        const Arrival *arrival = find_arrival(cell, side.con, side.scalar);
        if (arrival)
            trail_step(&trail, arrival->via);
        Cell *from = arrival && arrival->from ? cell_root(arrival->from) : NULL;
        if (!from || from->visit == stamp)
            break;
        from->visit = stamp;
        cell = from;
        if (!trail.mixed && cell_is_mixture(cell))
            trail.mixed = cell;
    }
    if (!cell->owner && !is_library_pos(cell->pos))
        trail.origin = cell->pos;
    if (!trail.origin && side.con && side.con->site_body)
        trail.origin = user_pos(side.con->site_body, side.con->site->pos);
    if (is_library_pos(trail.origin))
        trail.origin = NULL;
    return trail;
}

const Pos *infer_origin(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, const Pos **nearest) {
    Trail trail = trail_of(inf, cell_root(cell), (Side){con, scalar});
    *nearest = trail.nearest;
    return trail.origin;
}

/* Both sides came from a cell where they were mixed already, or from one operation on such a value, or nowhere (the
 * signatures of library functions are copies of their callers' types). */
static bool is_cascade(Inference *inf, const Mixture *mixture) {
    const Trail *a = &mixture->trails[0], *b = &mixture->trails[1];
    bool in_library = mixture->cell->owner && is_library_body(mixture->cell->owner);
    if ((a->mixed && a->mixed == b->mixed) || (!a->origin && !b->origin))
        return true;
    if (in_library && (!a->origin || !b->origin || same_pos(a->origin, b->origin)))
        return true;
    return a->made && a->made == b->made && has_mixed_operand(inf, a->made);
}

static Mixture mixture_of(Inference *inf, Cell *cell) {
    Mixture mixture = {.cell = cell};
    Con *other;
    uint32_t scalar;
    Con *con = cell_conflict(cell, &other, &scalar);
    mixture.sides[0] = (Side){other, other ? 0 : scalar};
    mixture.sides[1] = (Side){con, 0};
    for (int i = 0; i < 2; i++)
        mixture.trails[i] = trail_of(inf, cell, mixture.sides[i]);
    return mixture;
}

static bool is_result(Cell *cell) {
    return cell->owner && cell->owner->func && !is_library_body(cell->owner) && cell_root(cell->owner->result) == cell;
}

/* Where the body that the cell belongs to was called, as far out as the program's own code. */
static const Pos *owner_pos(const Cell *cell) {
    const Body *body = cell->owner ? cell->owner : cell->inst_owner ? cell->inst_owner->con.site_body : NULL;
    for (; body && body->call_node; body = body->call_node->body)
        if (!is_library_pos(body->call_node->op->pos))
            return body->call_node->op->pos;
    return NULL;
}

static const Pos *meeting_pos(const Mixture *mixture) {
    const Cell *cell = mixture->cell;
    const Trail *a = &mixture->trails[0], *b = &mixture->trails[1];
    const Pos *pos = NULL;
    if (is_result(mixture->cell))
        pos = owner_pos(cell);
    if (!pos && cell->owner && !is_library_pos(cell->pos))
        pos = cell->pos;
    if (!pos)
        pos = later_pos(a->nearest, b->nearest);
    if (!pos)
        pos = later_pos(a->origin, b->origin);
    return pos ? pos : owner_pos(cell);
}

const char *infer_side_text(Inference *inf, const Con *con, uint32_t scalar) {
    Cell *cell = cell_new(inf, NULL);
    if (con)
        cell_add_con(inf, cell, (Con *)con, NULL, NULL);
    else
        cell_add_scalars(inf, cell, scalar, NULL, NULL);
    return cell_text(inf, cell);
}

static const char *side_text(Inference *inf, Side side) {
    return infer_side_text(inf, side.con, side.scalar);
}

/* Two classes of the program that have only `object` in common. */
static bool are_strangers(const Mixture *mixture) {
    for (int i = 0; i < 2; i++) {
        const Con *con = mixture->sides[i].con;
        if (!con || con->kind != CON_INSTANCE || con->inst->def->is_library)
            return false;
    }
    return true;
}

enum { DISPLAY_DEPTH = 2 };

/* What a container holds many of. */
typedef struct Part {
    const char *class_name, *variable, *text, *help;
} Part;

static const Part parts[] = {
    {"dict", "V", "the values of this dict",
     "a dict has one type of values; an object has attributes of several: write a class (`@dataclass`)"},
    {"dict", "K", "the keys of this dict", "a dict has one type of keys; a tuple may have several types of items"},
    {"list", "T", "the items of this list", "a list has one type of items; a tuple or an object may have several"},
    {"set", "T", "the items of this set", "a set has one type of items; a tuple may have several"},
    {"_set_base", "T", "the items of this set", "a set has one type of items; a tuple may have several"},
};

/* If the cell is a type argument of such a container: which. */
static const Part *type_argument(const Cell *cell) {
    const ClassInst *inst = cell->inst_owner ? inst_root(cell->inst_owner) : NULL;
    for (int i = 0; inst && inst->def->is_library && i < inst->def->type_var_count; i++)
        for (size_t k = 0; cell_root(inst->args[i]) == cell && k < sizeof parts / sizeof *parts; k++)
            if (!strcmp(parts[k].class_name, inst->def->name) && !strcmp(parts[k].variable, inst->def->type_vars[i]))
                return &parts[k];
    return NULL;
}

/* The same if what is in it goes nowhere else first: what stands in a display. */
static const Part *part_of_container(const Cell *cell, int depth) {
    const Part *part = type_argument(cell);
    for (const Edge *edge = cell->edges; edge && !part && !cell->label && depth; edge = edge->next)
        part = part_of_container(cell_root(edge->to), depth - 1);
    return part;
}

static const char *subject(Inference *inf, Cell *cell) {
    bool in_library = cell->owner && is_library_body(cell->owner);
    if (is_result(cell))
        return arena_printf(inf->arena, "the result of %s()", cell->owner->graph->pyname);
    return cell->label && !in_library ? arena_printf(inf->arena, "`%s`", cell->label) : "this";
}

static const char *mixture_text(Inference *inf, Cell *cell, const char *const *texts) {
    const Part *part = part_of_container(cell, DISPLAY_DEPTH);
    if (part)
        return arena_printf(inf->arena, "%s are %s in one place and %s in another", part->text, texts[0], texts[1]);
    return arena_printf(inf->arena, "%s is %s on one path and %s on another", subject(inf, cell), texts[0], texts[1]);
}

/* Idioms that give two types. */
static const struct {
    const char *one, *other; /* classes of the library; "": any object */
    const char *help;
} idioms[] = {
    {"bool", "", "None may stand beside any object, where a bool cannot: give None instead, and ask `is None`"},
    {"range", "list", "make a list of the range: list(range(…))"},
    {"int", "str", "convert one of them, str(n) or int(s), or use two names"},
    {"float", "str", "convert one of them, str(x) or float(s), or use two names"},
    {"list", "tuple", "make both lists, or both tuples"},
    {"list_iterator", "generator", "let both be generators"},
};

/* The name of one side's class, if the library defines it, "" for other objects, NULL for words that have no class. */
static const char *library_class(Inference *inf, const Side *side) {
    const ClassDef *def = side->con ? class_of_con(inf, (Con *)side->con) : class_of_scalar(inf, side->scalar);
    if (!def)
        return side->con ? "" : NULL;
    return def->is_library ? def->name : "";
}

static bool is_idiom(const char *one, const char *other, size_t number) {
    return !strcmp(one, idioms[number].one) && (!*idioms[number].other || !strcmp(other, idioms[number].other));
}

static const char *idiom_help(Inference *inf, const Mixture *mixture) {
    const char *one = library_class(inf, &mixture->sides[0]), *other = library_class(inf, &mixture->sides[1]);
    for (size_t i = 0; one && other && i < sizeof idioms / sizeof *idioms; i++)
        if (is_idiom(one, other, i) || is_idiom(other, one, i))
            return idioms[i].help;
    return NULL;
}

static void help_mixture(Inference *inf, Diagnostic *diag, const Mixture *mixture, const char *const *texts) {
    const Part *part = part_of_container(mixture->cell, DISPLAY_DEPTH);
    const char *help = part ? part->help : idiom_help(inf, mixture);
    if (are_strangers(mixture))
        diag_help(inf->diags, diag, "give %s and %s a common base class", texts[0], texts[1]);
    else if (help)
        diag_help(inf->diags, diag, "%s", help);
}

/* One of the sides is not what an annotation promises. */
static bool breaks_promise(const Diagnostic *diag, const Mixture *mixture) {
    for (int i = 0; i < diag->label_count; i++)
        if (same_pos(diag->labels[i].pos, mixture->trails[0].origin) ||
            same_pos(diag->labels[i].pos, mixture->trails[1].origin))
            return true;
    return false;
}

/* The same two origins, or another mixture reported at this place. */
static bool is_reported(const Inference *inf, const Mixture *mixture, const Pos *meet) {
    for (int i = 0; i < inf->diags->count; i++) {
        const Diagnostic *diag = inf->diags->items[i];
        if (!strcmp(diag->code, "T0114") && breaks_promise(diag, mixture))
            return true;
        if (strcmp(diag->code, "T0102"))
            continue;
        if (!meet || same_pos(diag->pos, meet))
            return true;
        if (diag->label_count == 2 && same_pos(diag->labels[0].pos, mixture->trails[0].origin) &&
            same_pos(diag->labels[1].pos, mixture->trails[1].origin))
            return true;
    }
    return false;
}

/* The items of the container are mixed with the container itself. */
static bool is_nested(const Con *con, Cell *cell) {
    const ClassInst *inst = inst_root(con->inst);
    for (int i = 0; i < inst->def->type_var_count; i++)
        if (cell_root(inst->args[i]) == cell)
            return true;
    return false;
}

/* The call by which a function hands itself a container of what it got: that has no type. */
static const OpNode *growing_call(Inference *inf, const Mixture *mixture) {
    const Con *con = mixture->sides[1].con;
    if (con->kind != CON_INSTANCE || !con->site_body || !con->site_body->func)
        return NULL;
    const Body *body = con->site_body;
    const GraphInfo *info = graph_info(inf, body->graph);
    for (int i = 0; i < info->op_count; i++)
        for (const CallEdge *edge = body->ops[i].calls; edge; edge = edge->next)
            if (edge->func->graph == body->graph && is_nested(con, mixture->cell))
                return &body->ops[i];
    return NULL;
}

static void report_growing(Inference *inf, const OpNode *call) {
    diag_error(inf->diags, "T0113", call->op->pos,
               "%s() calls itself with an ever deeper type: each call holds what the call before got",
               call->body->graph->pyname);
}

static void report_mixture(Inference *inf, const Mixture *mixture) {
    const OpNode *growing = growing_call(inf, mixture);
    inf->has_mixture = true;
    if (growing) {
        report_growing(inf, growing);
        return;
    }
    const Pos *meet = meeting_pos(mixture);
    if (is_reported(inf, mixture, meet))
        return;
    const char *texts[2] = {side_text(inf, mixture->sides[0]), side_text(inf, mixture->sides[1])};
    Diagnostic *diag = diag_error(inf->diags, "T0102", meet, "%s", mixture_text(inf, mixture->cell, texts));
    for (int i = 0; i < 2; i++)
        if (mixture->trails[i].origin)
            diag_label(inf->diags, diag, mixture->trails[i].origin, "%s comes from here", texts[i]);
    if (!is_result(mixture->cell))
        report_calls(inf, inf->diags, diag, mixture->cell->owner);
    help_mixture(inf, diag, mixture, texts);
}

/* Mixtures inside library templates show at the user's call. Whether there are any. */
static bool report_cells(Inference *inf, bool in_library, bool cascades) {
    bool any = false;
    int count = inf->cell_count;
    for (int i = 0; i < count && inf->diags->error_count < ERROR_LIMIT; i++) {
        Cell *cell = inf->all_cells[i];
        if (cell->parent || !(cell->owner || cell->inst_owner || cell->label) ||
            (cell->owner && is_library_body(cell->owner)) != in_library || !cell_is_mixture(cell))
            continue;
        any = true;
        Mixture mixture = mixture_of(inf, cell);
        if (cascades || !is_cascade(inf, &mixture))
            report_mixture(inf, &mixture);
    }
    return any;
}

/* A mixture must be reported, even if each looks like the other's consequence. */
static void report_mixtures(Inference *inf) {
    bool any = report_cells(inf, false, false);
    any |= report_cells(inf, true, false);
    for (int in_library = 0; any && in_library < 2; in_library++)
        if (!inf->has_mixture)
            report_cells(inf, in_library, true);
}

/* ---- attributes and names ------------------------------------------------------------------------------------ */

void suggest_members(Suggestion *suggestion, const ClassDef *def) {
    for (const ClassDef *at = def; at; at = class_next(def, at))
        for (int i = 0; i < at->member_count; i++)
            suggest_name(suggestion, at->members[i].name);
}

static void suggest_attributes(Suggestion *suggestion, const ClassInst *inst) {
    suggest_members(suggestion, inst->def);
    for (int i = 0; i < inst->slot_count && !inst->def->is_library; i++)
        if (inst->slots[i].is_set)
            suggest_name(suggestion, inst->slots[i].name);
}

static void add_suggestion(Inference *inf, Diagnostic *diag, const Suggestion *suggestion) {
    if (suggestion->best)
        diag_help(inf->diags, diag, "did you mean `%s`?", suggestion->best);
}

static bool has_other_errors(const Inference *inf) {
    for (int i = 0; i < inf->diags->count; i++)
        if (strcmp(inf->diags->items[i]->code, "T0301"))
            return true;
    return inf->program->diags->error_count > 0;
}

static bool attribute_is_reported(const DiagList *list, const char *type, const char *name) {
    char text[256];
    snprintf(text, sizeof text, "`%s` has no attribute `%s`", type, name);
    for (int i = 0; i < list->count; i++)
        if (!strncmp(list->items[i]->message, text, strlen(text)))
            return true;
    return false;
}

/* Some function of the program sets an attribute of this name: something else keeps it from being reached. */
static bool is_set_somewhere(const Inference *inf, const char *name) {
    for (int g = 0; g < inf->program->graph_count; g++) {
        const Graph *graph = inf->program->graphs[g];
        for (int b = 0; b < graph->block_count && graph->file && !graph->file->is_library; b++)
            for (int i = 0; i < graph->blocks[b]->op_count; i++)
                if (graph->blocks[b]->ops[i]->code == OP_SETATTR && graph->blocks[b]->ops[i]->name == name)
                    return true;
    }
    return false;
}

/* Then objects of the others raise AttributeError when it is read. */
static bool some_subclass_has(ClassDef *def, const char *name) {
    for (int i = 0; i < def->sub_count; i++)
        if (class_lookup(def->subs[i], name, NULL) || some_subclass_has(def->subs[i], name))
            return true;
    return false;
}

/* Whether the op is in a try of the program, which may handle what it raises. */
static bool is_handled(const Block *block, int op) {
    return block->switch_kind == SWITCH_EXCEPTION && op + 1 == block->op_count;
}

/* Whether the reading of an attribute that stands there is handled: then AttributeError is raised. */
static bool reading_is_handled(Inference *inf, const Pos *pos) {
    for (int i = 0; i < inf->body_count; i++) {
        const Graph *graph = inf->body_list[i]->graph;
        for (int b = 0; b < graph->block_count && graph_is_written(graph); b++)
            for (int k = 0; k < graph->blocks[b]->op_count; k++)
                if (graph->blocks[b]->ops[k]->pos == pos && graph->blocks[b]->ops[k]->code == OP_GETATTR)
                    return is_handled(graph->blocks[b], k);
    }
    return false;
}

static void report_unset_slots(Inference *inf, ClassInst *inst) {
    for (int i = 0; i < inst->slot_count; i++) {
        Slot *slot = &inst->slots[i];
        if (slot->is_set || slot->is_moved || !slot->read_at || class_lookup(inst->def, slot->name, NULL) ||
            some_subclass_has(inst->def, slot->name) || reading_is_handled(inf, slot->read_at))
            continue;
        if (attribute_is_reported(inf->diags, inst->def->name, slot->name) ||
            (has_other_errors(inf) && is_set_somewhere(inf, slot->name)))
            continue;
        Suggestion suggestion = suggestion_for(slot->name);
        suggest_attributes(&suggestion, inst);
        Diagnostic *diag =
            diag_error(inf->diags, "T0301", slot->read_at, "`%s` has no attribute `%s`%s", inst->def->name, slot->name,
                       inst->def->is_library ? "" : ": nothing ever sets it");
        add_suggestion(inf, diag, &suggestion);
    }
}

static void suggest_variables(Inference *inf, Suggestion *suggestion, const char *module) {
    ModuleVars *vars = infer_module(inf, intern(inf->names, module));
    for (int i = 0; i < vars->count; i++)
        if (map_find(&vars->stored, (uint64_t)(uintptr_t)vars->names[i]))
            suggest_name(suggestion, vars->names[i]);
    for (int i = 0; vars->module && i < vars->module->local_count; i++)
        suggest_name(suggestion, vars->module->locals[i]);
}

static void suggest_locals(Suggestion *suggestion, const Graph *graph) {
    for (int b = 0; b < graph->block_count; b++) {
        const Block *block = graph->blocks[b];
        for (int i = 0; i < block->input_count; i++)
            if (block->inputs[i]->name)
                suggest_name(suggestion, block->inputs[i]->name);
        for (int i = 0; i < block->op_count; i++)
            if (block->ops[i]->result && block->ops[i]->result->name)
                suggest_name(suggestion, block->ops[i]->result->name);
    }
}

static bool is_bound_name(Inference *inf, const Op *op) {
    return map_find(&infer_module(inf, op->module)->stored, (uint64_t)(uintptr_t)op->name);
}

/* A builtin of CPython's that there is none of here; said only if the source is fine otherwise. */
static bool report_builtin(Inference *inf, const Op *op) {
    static const struct {
        const char *name, *reason;
    } rows[] = {
        {"getattr", "attributes are known statically"},
        {"setattr", "attributes are known statically"},
        {"delattr", "attributes are known statically"},
        {"hasattr", "attributes are known statically"},
        {"type", "classes are known statically"},
        {"memoryview", "there are no buffers"},
        {"breakpoint", "there is no debugger inside"},
        {"dir", "attributes are known statically"},
        {"help", "there is no documentation at run time"},
        {"complex", "there are no complex numbers"},
        {"eval", "there is no compiler at run time"},
        {"exec", "there is no compiler at run time"},
        {"compile", "there is no compiler at run time"},
        {"globals", "variables are in no dict"},
        {"locals", "variables are in no dict"},
        {"vars", "variables are in no dict"},
        {"super", "it has to be called in a method"},
        {"isinstance", "it has to be called with two arguments"},
        {"aiter", "there is no event loop at run time"},
        {"anext", "there is no event loop at run time"},
        {"exit", "it is for interactive use; see sys"},
        {"quit", "it is for interactive use; see sys"},
        {"slice", "slices are no objects"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, op->name) && !strcmp(op->module, "builtins")) {
            if (!inf->program->diags->error_count)
                diag_error(inf->diags, "U0109", op->pos, "not supported: `%s` here, because %s", op->name,
                           rows[i].reason);
            return true;
        }
    return false;
}

static void report_name(Inference *inf, const Body *body, const Op *op) {
    if (report_builtin(inf, op))
        return;
    Suggestion suggestion = suggestion_for(op->name);
    suggest_locals(&suggestion, body->graph);
    suggest_variables(inf, &suggestion, body->graph->file->module);
    suggest_variables(inf, &suggestion, "builtins");
    Diagnostic *diag = diag_error(inf->diags, "N0101", op->pos, "name `%s` is never bound", op->name);
    add_suggestion(inf, diag, &suggestion);
}

/* CPython knows the name, whether or not there is such a thing here. */
static bool is_python_builtin(const char *name) {
    static const char names[] =
        " ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError "
        " BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError "
        " ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning "
        " EnvironmentError Exception ExceptionGroup False FileExistsError FileNotFoundError FloatingPointError "
        " FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError "
        " InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError "
        " ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError "
        " OverflowError PendingDeprecationWarning PermissionError ProcessLookupError RecursionError "
        " ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration "
        " SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError "
        " UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError "
        " UnicodeWarning UserWarning ValueError Warning ZeroDivisionError __annotations__ __build_class__ "
        " __builtins__ __cached__ __debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ "
        " __spec__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod "
        " compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float "
        " format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len "
        " license list locals map max memoryview min next object oct open ord pow print property quit range "
        " repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip ";
    size_t length = strlen(name);
    for (const char *at = names; (at = strstr(at, name)); at += length)
        if (at > names && at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

/* Names that reached code reads and nothing binds. */
static void report_names(Inference *inf, Body *body) {
    if (!body->graph->file || is_library_body(body))
        return;
    for (int b = 0; b < body->graph->block_count; b++) {
        const Block *block = body->graph->blocks[b];
        for (int i = 0; body->reached[block->id] && i < block->op_count; i++) {
            const Op *op = block->ops[i];
            if (op->code == OP_LOAD_GLOBAL && program_find_module(inf->program, op->module) &&
                cell_is_empty(body_cell(inf, body, op->result)) && !is_bound_name(inf, op) &&
                !(is_handled(block, i) && graph_is_written(body->graph) && !is_python_builtin(op->name)))
                report_name(inf, body, op);
        }
    }
}

static bool op_is_handled(const Graph *graph, const Op *op) {
    for (int b = 0; b < graph->block_count; b++) {
        const Block *block = graph->blocks[b];
        if (block->op_count && block->ops[block->op_count - 1] == op)
            return is_handled(block, block->op_count - 1);
    }
    return false;
}

/* A call of one function or class with plain arguments in a try: if they do not fit, TypeError is raised. */
static bool call_is_handled(Inference *inf, const OpNode *node) {
    const Op *op = node->op;
    if (op->code != OP_CALL_PY || op->integer & 3 || !graph_is_written(node->body->graph))
        return false;
    const Cell *callee = cell_root(body_cell(inf, node->body, op->args[0]));
    if (callee->con_count != 1 || callee->scalars)
        return false;
    const Con *con = callee->cons[0];
    bool is_plain = con->kind == CON_FUNCTION
                        ? graph_is_written(con->func->graph)
                        : con->kind == CON_CLASS && !con->def->is_library && !class_method(inf, con->def, "__new__");
    return is_plain && op_is_handled(node->body->graph, op);
}

/* What did not fit while a class was still without its methods may fit now. */
static void report_failed_calls(Inference *inf) {
    inf->is_reporting = true;
    for (int i = 0, count = inf->failed_count; i < count; i++)
        if (!call_is_handled(inf, inf->failed[i]))
            infer_op(inf, inf->failed[i]);
    inf->is_reporting = false;
}

/* A type that holds itself, or is nested beyond all measure, has no representation. The op whose result is the first.
 */
static const OpNode *endless_type(Inference *inf) {
    for (int i = 0; i < inf->body_count; i++) {
        Body *body = inf->body_list[i];
        const GraphInfo *info = graph_info(inf, body->graph);
        for (int k = 0; k < info->op_count && !is_library_body(body); k++) {
            const Op *op = info->op_list[k];
            bool is_reached = body->ops[k].body && op->result;
            if (is_reached && cell_shape(inf, body_cell(inf, body, op->result))->depth >= SHAPE_DEPTH_LIMIT)
                return &body->ops[k];
        }
    }
    return NULL;
}

static void report_endless(Inference *inf) {
    const OpNode *node = endless_type(inf);
    if (!node)
        return;
    inf->has_mixture = true;
    Diagnostic *diag = diag_error(inf->diags, "T0113", user_pos(node->body, node->op->pos),
                                  "this has a type without end: it holds itself, or is nested too deeply");
    diag_help(inf->diags, diag, "use a class with an attribute for what it holds");
}

bool infer_report(Inference *inf) {
    report_failed_calls(inf);
    infer_annotations(inf);
    infer_raw_classes(inf);
    report_mixtures(inf);
    if (!inf->has_mixture)
        report_endless(inf);
    for (int i = 0; i < inf->body_count; i++)
        report_names(inf, inf->body_list[i]);
    for (int i = 0; i < inf->inst_count; i++)
        if (!inf->insts[i]->parent)
            report_unset_slots(inf, inf->insts[i]);
    return !inf->has_mixture;
}
