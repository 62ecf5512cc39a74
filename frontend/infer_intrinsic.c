/* What calls of the names in weft.lowlevel and typing give: these are known to the compiler, not library code. */
#include "frontend/infer_internal.h"

#include <string.h>

typedef struct IntrinsicCall {
    Inference *inf;
    OpNode *node;
    const Actuals *actuals;
    Cell *result;
} IntrinsicCall;

static void add_code(IntrinsicCall *call, char code) {
    static const struct {
        char code;
        uint32_t scalar;
    } rows[] = {{'b', S_BOOL},    {'i', S_INT},  {'f', S_FLOAT}, {'u', S_U64},
                {'a', S_ADDRESS}, {'n', S_NONE}, {'v', S_NONE},  {'s', S_UNION}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].code == code)
            cell_add_scalars(call->inf, call->result, rows[i].scalar, &call->node->node, NULL);
}

static char signature_result(const char *signature) {
    const char *arrow = strchr(signature, '>');
    return arrow && arrow[1] ? arrow[1] : 'n';
}

static void add_str(IntrinsicCall *call) {
    ClassDef *def = class_find_builtin(call->inf, "str");
    if (def)
        cell_add_con(call->inf, call->result, &inst_plain(call->inf, def)->con, &call->node->node, NULL);
}

/* The text of a constant string argument, NULL if it is not one. */
static const char *text_argument(const OpNode *node, int i) {
    if (i + 1 >= node->op->arg_count)
        return NULL;
    const Value *value = node->op->args[i + 1];
    return value->is_const && value->constant.kind == CONST_STR ? value->constant.text : NULL;
}

static void named_con(IntrinsicCall *call, const char *prefix) {
    const char *text = text_argument(call->node, 0);
    Con *con = made_con(call->inf, call->node, CON_INTRINSIC, 0);
    con->name = intern(call->inf->names, arena_printf(call->inf->arena, "%s:%s", prefix, text ? text : ""));
    cell_add_con(call->inf, call->result, con, &call->node->node, NULL);
}

static void mark_primitive(IntrinsicCall *call, const char *name) {
    if (cell_is_empty(call->actuals->cells[0]))
        return;
    for (int i = 0; i < cell_root(call->actuals->cells[0])->con_count; i++) {
        Con *con = cell_root(call->actuals->cells[0])->cons[i];
        if (con->kind == CON_CLASS)
            con->def->primitive = name;
    }
    cell_flow(call->inf, call->actuals->cells[0], call->result, &call->node->node);
}

/* property(get, set, delete) of methods that stay methods: a function object of its own. */
static void property_of_methods(IntrinsicCall *call, const FuncDef *getter) {
    OpNode *node = call->node;
    if (!node->made) {
        node->made = &func_copy(call->inf, getter)->con;
        node->made->func->is_property = true;
    }
    Con *setter = call->actuals->count > 1 ? cell_find_con(call->actuals->cells[1], CON_FUNCTION) : NULL;
    Con *deleter = call->actuals->count > 2 ? cell_find_con(call->actuals->cells[2], CON_FUNCTION) : NULL;
    node->made->func->setter = setter ? setter->func : NULL;
    node->made->func->deleter = deleter ? deleter->func : NULL;
    cell_add_con(call->inf, call->result, node->made, &node->node, NULL);
}

bool is_binding_mark(const char *name) {
    return !strcmp(name, "property") || !strcmp(name, "staticmethod") || !strcmp(name, "classmethod") ||
           !strcmp(name, "mark_cached");
}

static void mark_function(IntrinsicCall *call, const char *name) {
    Con *con = cell_find_con(call->actuals->cells[0], CON_FUNCTION);
    if (!con) { /* it must not flow on unmarked */
        if (!cell_is_empty(call->actuals->cells[0]))
            infer_error(call->inf, call->node, "U0002", "not supported: `%s` of an object that is no function", name);
        return;
    }
    if (con->func->owner && !strcmp(name, "property") && !con->func->is_property) {
        property_of_methods(call, con->func);
        return;
    }
    con->func->is_property = !strcmp(name, "property");
    con->func->is_cached = !strcmp(name, "mark_cached");
    con->func->is_static = !strcmp(name, "staticmethod");
    con->func->is_class_method = !strcmp(name, "classmethod");
    cell_flow(call->inf, call->actuals->cells[0], call->result, &call->node->node);
}

static void new_array(IntrinsicCall *call) {
    Con *con = made_con(call->inf, call->node, CON_ARRAY, 1);
    cell_add_con(call->inf, call->result, con, &call->node->node, NULL);
}

/* new_object(cls, …): an object of a class whose own __new__ is not asked. */
static void new_object(IntrinsicCall *call) {
    Cell *classes = cell_root(call->actuals->cells[0]);
    Actuals rest = *call->actuals;
    rest.cells++;
    rest.count--;
    rest.positional--;
    for (int i = 0; i < classes->con_count; i++)
        if (classes->cons[i]->kind == CON_CLASS)
            cell_flow(call->inf, infer_new_object(call->inf, call->node, classes->cons[i]->def, &rest), call->result,
                      &call->node->node);
}

/* object.__new__(cls): an object that nothing has initialised. */
static void bare_object(IntrinsicCall *call) {
    Cell *classes = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < classes->con_count; i++) {
        const Con *con = classes->cons[i];
        if (con->kind != CON_CLASS)
            continue;
        if (con->def->is_exception || con->def->is_library)
            infer_error(call->inf, call->node, "U0002", "not supported: object.__new__ of `%s`", con->def->name);
        Con *made = &inst_for_site(call->inf, con->def, call->node)->con;
        cell_add_con(call->inf, call->result, made, &call->node->node, NULL);
        infer_finalizer(call->inf, call->node, made);
    }
    if (call->actuals->count != 1)
        infer_error(call->inf, call->node, "T0201",
                    "object.__new__() takes exactly one argument (the type to instantiate)");
}

/* by_arity(args, f0, f1, .., f): f0(), f1(args[0]), .. or, for more of them, f(args). */
static void by_arity(IntrinsicCall *call) {
    Con *tuple = cell_fixed_tuple(call->actuals->cells[0]);
    int last = call->actuals->count - 2;
    if (last < 1 || (!tuple && !cell_open_tuple(call->actuals->cells[0])))
        return;
    int which = tuple && tuple->count < last ? tuple->count : last;
    int count = which == last ? 1 : which;
    Actuals actuals = {
        .cells = which == last ? call->actuals->cells : tuple->cells, .count = count, .positional = count};
    infer_call_cell(call->inf, call->node, ROLE_CALL, call->actuals->cells[1 + which], &actuals, call->result);
}

int constant_choice(Cell *cell, int count) {
    int64_t known;
    return cell_knows(cell, &known) && known >= -1 && known < count - 3 ? (int)known + 3 : 1;
}

/* by_constant(x, f, g, f0, f1, ..): g() if x is always -1, f0() if it is always 0, ..; else f(x). */
static void by_constant(IntrinsicCall *call) {
    Cell **cells = call->actuals->cells;
    int which = constant_choice(cells[0], call->actuals->count);
    Actuals actuals = {.cells = cells, .count = which == 1, .positional = which == 1};
    infer_call_cell(call->inf, call->node, ROLE_CALL, cells[which], &actuals, call->result);
}

/* map_tuple(f, t): the list of f(item), each call analysed by itself. */
static void map_tuple(IntrinsicCall *call) {
    if (cell_open_tuple(call->actuals->cells[1])) {
        Cell *list = infer_call_core(call->inf, call->node, ROLE_HELPER, "weft.core.open_tuple", "map_open",
                                     call->actuals->cells, 2);
        cell_flow(call->inf, list, call->result, &call->node->node);
        return;
    }
    Con *tuple = cell_fixed_tuple(call->actuals->cells[1]);
    ClassInst *list = inst_root(inst_for_site(call->inf, class_find_builtin(call->inf, "list"), call->node));
    for (int i = 0; tuple && i < tuple->count; i++) {
        Actuals actuals = {.cells = &tuple->cells[i], .count = 1, .positional = 1};
        infer_call_cell(call->inf, call->node, ROLE_ITEM + i, call->actuals->cells[0], &actuals, list->args[0]);
    }
    cell_add_con(call->inf, call->result, &list->con, &call->node->node, NULL);
}

/* map_fixed(f, t) or map_fixed(f, t, u): the tuple of f(item), or f(item, other), each call analysed by itself. */
static void map_fixed(IntrinsicCall *call) {
    Cell **operands = call->actuals->cells + 1;
    int arity = call->actuals->count - 1;
    const Con *tuples[2] = {cell_fixed_tuple(operands[0]), arity > 1 ? cell_fixed_tuple(operands[1]) : NULL};
    if (!tuples[0] || (arity > 1 && (!tuples[1] || tuples[1]->count != tuples[0]->count)))
        return;
    Con *made = made_con(call->inf, call->node, CON_TUPLE, tuples[0]->count);
    for (int i = 0; i < made->count; i++) {
        Cell *items[2] = {tuples[0]->cells[i], arity > 1 ? tuples[1]->cells[i] : NULL};
        for (int k = 0; k < arity; k++)
            cell_use(call->inf, items[k], &call->node->node);
        Actuals actuals = {.cells = items, .count = arity, .positional = arity};
        infer_call_cell(call->inf, call->node, ROLE_ITEM + i, call->actuals->cells[0], &actuals, made->cells[i]);
    }
    cell_add_con(call->inf, call->result, made, &call->node->node, NULL);
}

/* by_width(rows, f, g): f(rows, n) if the items of the open tuple are tuples of length n, else g(rows). */
static void by_width(IntrinsicCall *call) {
    Cell **cells = call->actuals->cells;
    const Con *rows = cell_open_tuple(cells[0]);
    if (!rows)
        return;
    Cell *item = inst_root(rows->inst)->args[0];
    cell_use(call->inf, item, &call->node->node);
    if (cell_is_empty(item))
        return;
    bool is_wide = cell_fixed_tuple(item) != NULL;
    Cell *width = cell_new(call->inf, call->node->body);
    cell_add_scalars(call->inf, width, S_INT, NULL, NULL);
    Cell *operands[2] = {cells[0], width};
    Actuals actuals = {.cells = operands, .count = 1 + is_wide, .positional = 1 + is_wide};
    infer_call_cell(call->inf, call->node, ROLE_CALL, cells[is_wide ? 1 : 2], &actuals, call->result);
}

/* keyword_names(record): the list of the names in a **kwargs. */
static void keyword_names(IntrinsicCall *call) {
    ClassInst *list = inst_root(inst_for_site(call->inf, class_find_builtin(call->inf, "list"), call->node));
    ClassDef *str = class_find_builtin(call->inf, "str");
    cell_add_con(call->inf, list->args[0], &inst_plain(call->inf, str)->con, &call->node->node, NULL);
    cell_add_con(call->inf, call->result, &list->con, &call->node->node, NULL);
}

/* The position of a name in a record, or -1. */
int record_position(const char *const *names, int count, const char *name) {
    for (int i = 0; i < count; i++)
        if (names[i] == name)
            return i;
    return -1;
}

/* Adds what the record has, but the values that `hidden` replaces. */
static int add_record(IntrinsicCall *call, Con *made, int count, const Con *record, const Con *hidden) {
    for (int i = 0; i < record->count; i++) {
        int at = record_position(made->names, count, record->names[i]);
        if (at < 0) {
            at = count++;
            made->names[at] = record->names[i];
        }
        if (!hidden || record_position(hidden->names, hidden->count, record->names[i]) < 0)
            cell_flow(call->inf, record->cells[i], made->cells[at], &call->node->node);
    }
    return count;
}

/* merge_keywords(a, b): the record of both; where a name is in both, the value is b's. */
static void merge_keywords(IntrinsicCall *call) {
    const Con *a = keywords_record(call->actuals->cells[0]), *b = keywords_record(call->actuals->cells[1]);
    if (!a || !b)
        return;
    if (!call->node->made) {
        Con *made = made_con(call->inf, call->node, CON_TUPLE, a->count + b->count);
        made->names = arena_alloc(call->inf->arena, (size_t)(made->count + 1) * sizeof *made->names);
        made->count = add_record(call, made, add_record(call, made, 0, a, b), b, NULL);
    }
    cell_add_con(call->inf, call->result, call->node->made, &call->node->node, NULL);
}

/* copy_object(x): what its class's __copy__ gives, else an instance with the same attributes. */
static void copy_object(IntrinsicCall *call) {
    Cell *operand = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < operand->con_count; i++) {
        Con *con = operand->cons[i];
        Cell *one = cell_new(call->inf, call->node->body);
        cell_add_con(call->inf, one, con, &call->node->node, operand);
        if (infer_method(call->inf, call->node, ROLE_CALL, one, "__copy__", &(Actuals){0}, call->result))
            continue;
        cell_add_con(call->inf, call->result, con, &call->node->node, operand);
        if (con->kind == CON_INSTANCE)
            infer_finalizer(call->inf, call->node, con);
    }
}

int part_role(const ClassDef *def, const char *name) {
    return ROLE_ITEM + (int)(hash_u64(hash_u64(HASH_SEED, (uint64_t)(uintptr_t)name), def->serial) & 0x3fffffff);
}

static void call_for(IntrinsicCall *call, int role, Cell *callee, Cell *argument, Cell *result) {
    Actuals actuals = {.cells = &argument, .count = 1, .positional = 1};
    cell_use(call->inf, argument, &call->node->node);
    infer_call_cell(call->inf, call->node, role, callee, &actuals, result);
}

static void deep_tuple(IntrinsicCall *call, const Con *tuple) {
    Con *made = made_con(call->inf, call->node, CON_TUPLE, tuple->count);
    for (int i = 0; i < tuple->count && i < made->count; i++)
        call_for(call, ROLE_ITEM + i, call->actuals->cells[3], tuple->cells[i], made->cells[i]);
    cell_add_con(call->inf, call->result, made, &call->node->node, NULL);
}

static void deep_instance(IntrinsicCall *call, Con *con, Cell *one) {
    Actuals memo = {.cells = &call->actuals->cells[1], .count = 1, .positional = 1};
    if (infer_method(call->inf, call->node, ROLE_CALL, one, "__deepcopy__", &memo, call->result))
        return;
    watch_slot(call->inf, con->inst->def, NULL, call->node);
    for (ClassInst *inst = inst_root(con->inst); inst; inst = inst->base ? inst_root(inst->base) : NULL)
        for (int i = 0; i < inst->slot_count; i++)
            call_for(call, part_role(con->inst->def, inst->slots[i].name), call->actuals->cells[3], inst->slots[i].cell,
                     inst->slots[i].cell);
    call_for(call, ROLE_ITER, call->actuals->cells[2], one, cell_new(call->inf, call->node->body));
    infer_finalizer(call->inf, call->node, con);
    cell_add_con(call->inf, call->result, con, &call->node->node, NULL);
}

/* deep_object(x, memo, note, f): what its class's __deepcopy__(memo) gives, else an object whose attributes are f(those
 * of x); note(it) is called before. Of a tuple the tuple of f(item); functions and classes are what they are. */
static void deep_object(IntrinsicCall *call) {
    Cell *operand = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < operand->con_count; i++) {
        Con *con = operand->cons[i];
        Cell *one = cell_new(call->inf, call->node->body);
        cell_add_con(call->inf, one, con, &call->node->node, operand);
        if (con->kind == CON_TUPLE)
            deep_tuple(call, con);
        else if (con->kind == CON_INSTANCE)
            deep_instance(call, con, one);
        else
            cell_add_con(call->inf, call->result, con, &call->node->node, operand);
    }
}

/* object_at(address, x): the object at that address, which is of the type of x. */
static void object_at(IntrinsicCall *call) {
    cell_flow(call->inf, call->actuals->cells[1], call->result, &call->node->node);
}

/* A class without __format__ takes the empty specification only. */
static void py_format(IntrinsicCall *call) {
    Cell *const *cells = call->actuals->cells;
    infer_format(call->inf, call->node, cells[0], cells[1], call->result);
    Cell *texts[3] = {call->result, cells[1], call->result};
    infer_call_core(call->inf, call->node, ROLE_HELPER, "weft.core.checks", "_plain_format", texts, 3);
}

static void join_arrays(IntrinsicCall *call) {
    if (call->actuals->count < 3)
        return;
    Con *a = cell_find_con(call->actuals->cells[0], CON_ARRAY);
    Con *b = cell_find_con(call->actuals->cells[2], CON_ARRAY);
    if (a && b)
        cell_unify(call->inf, a->cells[0], b->cells[0]);
}

static const struct {
    const char *name;
    OpCode code;
} protocol_rows[] = {
    {"py_len", OP_LEN},   {"py_str", OP_TO_STR}, {"py_repr", OP_REPR}, {"py_hash", OP_HASH},
    {"py_iter", OP_ITER}, {"py_next", OP_NEXT},  {"py_abs", OP_ABS},
};

static const struct {
    const char *name, *signature;
} plain_rows[] = {
    {"str_shift", "p>i"},    {"byte_len", "p>i"},      {"byte_get", "pi>i"},     {"byte_set", "pii>n"},
    {"str_hash", "p>i"},     {"str_set_hash", "pi>n"}, {"str_room", "p>i"},      {"str_set_room", "pi>n"},
    {"str_last_use", "p>b"}, {"array_clear", "pi>n"},  {"identity_hash", "p>i"}, {"same_object", "pp>b"},
};

/* Addresses are ints in the program. */
static bool infer_memory(IntrinsicCall *call, const char *name) {
    static const struct {
        const char *name;
        OpCode code;
    } rows[] = {
#define MEMORY(name, op, type) {name, OP_##op},
#include "frontend/memory.def"
#undef MEMORY
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name)) {
            add_code(call, signature_result(op_info[rows[i].code].signature) == 'n' ? 'n' : 'i');
            return true;
        }
    return false;
}

static bool infer_plain(IntrinsicCall *call, const char *name) {
    for (size_t i = 0; i < sizeof plain_rows / sizeof *plain_rows; i++)
        if (!strcmp(plain_rows[i].name, name)) {
            add_code(call, signature_result(plain_rows[i].signature));
            return true;
        }
    for (size_t i = 0; i < sizeof protocol_rows / sizeof *protocol_rows; i++)
        if (!strcmp(protocol_rows[i].name, name)) {
            infer_unary(call->inf, call->node, protocol_rows[i].code, call->actuals->cells[0], call->result);
            return true;
        }
    for (int code = 0; code < OP_COUNT; code++)
        if (op_info[code].level == LOW && !strcmp(op_info[code].text, name)) {
            if (code == OP_ARRAY_COPY)
                join_arrays(call);
            add_code(call, signature_result(op_info[code].signature));
            return true;
        }
    return false;
}

bool intrinsic_is_mark(const char *name) {
    static const char *const names[] = {"abstractmethod", "overload", "final", "runtime_checkable", "no_type_check"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(name, names[i]))
            return true;
    return false;
}

static void pass_marked(IntrinsicCall *call, const char *name) {
    Con *con = cell_find_con(call->actuals->cells[0], CON_FUNCTION);
    if (con && !strcmp(name, "abstractmethod"))
        con->func->is_abstract = true;
    cell_flow(call->inf, call->actuals->cells[0], call->result, &call->node->node);
}

static bool infer_typing(IntrinsicCall *call, const char *name) {
    if (intrinsic_is_mark(name) && call->actuals->count == 1) {
        pass_marked(call, name);
        return true;
    }
    if (!strcmp(name, "TypeVar") || !strcmp(name, "primitive")) {
        named_con(call, name);
        return true;
    }
    if (!strncmp(name, "primitive:", 10)) {
        mark_primitive(call, name + 10);
        return true;
    }
    if (!strcmp(name, "cast") && call->actuals->count == 2) {
        cell_flow(call->inf, call->actuals->cells[1], call->result, &call->node->node);
        return true;
    }
    if (is_binding_mark(name)) {
        mark_function(call, name);
        return true;
    }
    return false;
}

static void native_call(IntrinsicCall *call) {
    const char *text = text_argument(call->node, 0);
    const NativeInfo *native = text ? native_find(text) : NULL;
    if (native)
        add_code(call, signature_result(native->signature));
    else
        infer_error(call->inf, call->node, "U0002", "not supported: calling `native`");
}

/* weak_target(number, like): what like may be, or None. */
static void weak_target(IntrinsicCall *call) {
    cell_flow(call->inf, call->actuals->cells[1], call->result, &call->node->node);
    add_code(call, 'n');
}

static void add_bool(IntrinsicCall *call) {
    add_code(call, 'b');
}

static bool all_define(Inference *inf, const Cell *cell, const char *name) {
    bool all = !cell->scalars && cell->con_count;
    for (int i = 0; i < cell->con_count; i++) {
        ClassDef *def = class_of_con(inf, cell->cons[i]);
        all &= def && class_method(inf, def, name);
    }
    return all;
}

/* by_method(x, "name", f, g): f(x) if the class of x (or of the items, if x is an array) has the method, else g(x). */
static void by_method(IntrinsicCall *call) {
    const char *name = text_argument(call->node, 1);
    if (!name || call->actuals->count != 4)
        return;
    Con *array = cell_find_con(call->actuals->cells[0], CON_ARRAY);
    Cell *asked = array ? array->cells[0] : call->actuals->cells[0];
    cell_use(call->inf, asked, &call->node->node);
    if (cell_is_empty(asked) && !call->inf->takes_empty) {
        wait_again(call->inf, call->node);
        return;
    }
    int chosen = all_define(call->inf, cell_root(asked), name) ? 2 : 3;
    Actuals actuals = {.cells = call->actuals->cells, .count = 1, .positional = 1};
    infer_call_cell(call->inf, call->node, ROLE_CALL, call->actuals->cells[chosen], &actuals, call->result);
}

bool con_is_code(ConKind kind) {
    return kind == CON_FUNCTION || kind == CON_CLASS || kind == CON_INTRINSIC;
}

static bool is_code(const Cell *cell) {
    bool all = !(cell->scalars & ~(uint32_t)S_NONE);
    for (int i = 0; i < cell->con_count; i++)
        all &= con_is_code(cell->cons[i]->kind);
    return all;
}

/* by_code(x, f, g): f(x) if x is a function or a class (or None), else g(x). */
static void by_code(IntrinsicCall *call) {
    int chosen = is_code(cell_root(call->actuals->cells[0])) ? 1 : 2;
    Actuals actuals = {.cells = call->actuals->cells, .count = 1, .positional = 1};
    infer_call_cell(call->inf, call->node, ROLE_CALL, call->actuals->cells[chosen], &actuals, call->result);
}

/* as_word(cls, bits): the object of that class of words. */
static void as_word(IntrinsicCall *call) {
    const Cell *classes = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < classes->con_count; i++)
        if (classes->cons[i]->kind == CON_CLASS)
            cell_add_con(call->inf, call->result, &inst_plain(call->inf, classes->cons[i]->def)->con, &call->node->node,
                         NULL);
}

static void word_bits(IntrinsicCall *call) {
    add_code(call, 'i');
}

static void same_tuple(IntrinsicCall *call) {
    infer_tuple_of(call->inf, call->node, call->actuals->cells[0], call->result);
}

static void with_cleanup(IntrinsicCall *call) {
    infer_with_cleanup(call->inf, call->node, call->actuals->cells[0], call->result);
}

static void resume(IntrinsicCall *call) {
    infer_resume(call->inf, call->node, call->actuals->cells[0], call->result);
}

/* mark_renamed(f, other): f, which from now on has the name of the other. */
static void mark_renamed(IntrinsicCall *call) {
    Cell *functions = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < functions->con_count; i++) {
        FuncDef *func = functions->cons[i]->kind == CON_FUNCTION ? functions->cons[i]->func : NULL;
        if (!func)
            continue;
        func->is_renamed = true;
        cell_flow(call->inf, call->actuals->cells[1], func_wrapped(call->inf, func), &call->node->node);
    }
    cell_flow(call->inf, call->actuals->cells[0], call->result, &call->node->node);
}

/* out_of_line(f): f, which is not inlined. */
static void out_of_line(IntrinsicCall *call) {
    Cell *functions = cell_root(call->actuals->cells[0]);
    for (int i = 0; i < functions->con_count; i++)
        if (functions->cons[i]->kind == CON_FUNCTION)
            functions->cons[i]->func->graph->never_inline = true;
    cell_flow(call->inf, functions, call->result, &call->node->node);
}

static bool infer_special(IntrinsicCall *call, const char *name) {
    static const struct {
        const char *name;
        void (*function)(IntrinsicCall *);
    } rows[] = {
        {"native", native_call},
        {"new_array", new_array},
        {"unset_array", new_array},
        {"unset_str", add_str},
        {"new_str", add_str},
        {"latin1_str", add_str},
        {"str_resized", add_str},
        {"class_name", add_str},
        {"report_name", add_str},
        {"issubclass", add_bool},
        {"callable", add_bool},
        {"defines_method", add_bool},
        {"py_format", py_format},
        {"new_object", new_object},
        {"bare_object", bare_object},
        {"weak_target", weak_target},
        {"finalize_one", add_bool},
        {"by_arity", by_arity},
        {"copy_object", copy_object},
        {"deep_object", deep_object},
        {"object_at", object_at},
        {"by_constant", by_constant},
        {"by_method", by_method},
        {"by_code", by_code},
        {"by_width", by_width},
        {"map_tuple", map_tuple},
        {"map_fixed", map_fixed},
        {"same_tuple", same_tuple},
        {"keyword_names", keyword_names},
        {"merge_keywords", merge_keywords},
        {"mark_renamed", mark_renamed},
        {"out_of_line", out_of_line},
        {"as_word", as_word},
        {"word_bits", word_bits},
        {"with_cleanup", with_cleanup},
        {"resume", resume},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!strcmp(rows[i].name, name)) {
            rows[i].function(call);
            return true;
        }
    return false;
}

void infer_intrinsic(Inference *inf, OpNode *node, const char *name, const Actuals *actuals, Cell *result) {
    IntrinsicCall call = {inf, node, actuals, result};
    if (infer_typing(&call, name))
        return;
    for (int i = 0; i < actuals->count; i++)
        if (cell_is_empty(actuals->cells[i]))
            return;
    if (infer_special(&call, name) || infer_memory(&call, name) || infer_plain(&call, name))
        return;
    infer_error(inf, node, "U0002", "not supported: calling `%s`", name);
}
