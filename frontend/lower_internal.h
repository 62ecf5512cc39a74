/* Lowering: each live body becomes one low-level graph; values get their representation (docs/design.md, "Stage low").
 *
 * A high-level block becomes one or more low-level ones, because a single Python operation may need tests and may raise
 * in several places. Part is such a low-level block while it is being filled; a value defined in an earlier Part of the
 * same high-level block is brought in as a block input on first use (lower_use), so that the form stays SSI and carries
 * nothing needless.
 */
#ifndef FRONTEND_LOWER_INTERNAL_H
#define FRONTEND_LOWER_INTERNAL_H

#include "frontend/infer_internal.h"

typedef struct Part Part;

typedef struct PartEntry {
    Link *link;
    Part *source;
} PartEntry;

struct Part {
    Block *block;
    PartEntry *entries; /* none for the first Part of a high-level block */
    int entry_count, entry_capacity;
    Map renames; /* value of an earlier Part -> its name here */
};

/* A value with the shape that says what it means. */
typedef struct Typed {
    Value *value;
    Shape *shape;
} Typed;

typedef struct Slotting { /* a slot of a type record */
    const char *key;      /* interned */
    const char *name;     /* field name */
    Type *func_type;
    struct SlotTarget {
        Type *type; /* concrete class */
        Graph *graph;
    } * targets;
    int target_count, target_capacity;
} Slotting;

typedef struct ClassRecord { /* what dispatch knows of a gc struct type that is a class */
    Type *type;
    ClassInst *inst; /* or NULL: a synthetic class (callables) */
    Slotting *slots;
    int slot_count, slot_capacity;
} ClassRecord;

typedef struct Lower {
    Inference *inf;
    Program *program;
    Arena *arena;
    TypeTable *types;
    DiagList *diags;
    Map graphs;     /* key of body signature -> Graph */
    Body **pending; /* bodies to be lowered */
    Graph **pending_graphs;
    int pending_count, pending_capacity, pending_graph_capacity;
    Map used_names;        /* base name -> count */
    Map bodies_of;         /* FuncDef -> its first body */
    Map functions_of;      /* Graph -> how many of its functions that hold something have names */
    Map records;           /* Type -> ClassRecord */
    Map exception_classes; /* Type -> ClassDef */
    ClassRecord **record_list;
    int record_count, record_capacity;
    Map structs;    /* shape-con identity -> Type */
    Map finalizers; /* Type -> the graph that finalises an object */
    Type *str_type, *callable_type;
    Shape *empty_shape, *none_shape, *bool_shape, *int_shape, *float_shape, *str_shape, *union_shape;

    /* the body at work */
    Body *body;
    Graph *graph;
    GraphInfo *info;
    Block **block_map; /* HL block id -> its first LL block */
    Value **value_map; /* HL value id -> LL value (of the current HL block) */
    Block *hl_block;
    bool under_handler; /* raising ops go to hl_block's exception exits */
    Part *part;
    OpNode *node;
    const Op *op;
    const Pos *pos;
    const Value *measured; /* a slice that was not made, for only its length counts */
    Typed measured_length;
} Lower;

/* Code that stands in a graph of its own while another one is at work (lower_call.c). */
typedef struct Saved {
    Graph *graph;
    Part *part;
    bool under_handler;
    const Pos *pos;
} Saved;
Graph *declare_graph(Lower *lower, const char *name, Type *const *params, int count, Type *result);
Saved enter_graph(Lower *lower, Graph *graph);
void leave_graph(Lower *lower, Saved saved);

/* finalizers (lower_finalizer.c) */
/* A new object of the class, which is finalised one day if it has a __del__. */
Value *emit_instance(Lower *lower, Shape *shape);
Typed lower_finalize_one(Lower *lower);
void lower_finish_finalizers(Lower *lower);

/* what variables hold (lower_hold.c) */
void lower_set_variable(Lower *lower);
/* Once all graphs are made: what variables hold is kept alive. */
void lower_finish_holds(Lower *lower);

/* types (lower_type.c) */
Type *shape_type(Lower *lower, Shape *shape);
Type *memory_type(Lower *lower, Type *register_type); /* what a field of it is stored as; NULL for void */
Type *inst_type(Lower *lower, ClassInst *inst);
Type *con_type(Lower *lower, struct ShapeCon *con); /* the struct of a constructor with state */
const char *shape_name(Lower *lower, Shape *shape);
Shape *value_shape(Lower *lower, const Value *value); /* of an HL value in the body at work */
Shape *scalar_shape(Lower *lower, uint32_t scalars);
Shape *single_con_shape(Lower *lower, Con *con);
ClassInst *shape_base_inst(Lower *lower, Shape *shape, Type **type);
ClassRecord *record_of(Lower *lower, Type *type, ClassInst *inst);
Type *vtable_of(Lower *lower, Type *type);
/* The struct of str. */
Type *text_struct(Lower *lower, const char *name);
void lower_finish_records(Lower *lower);
const char *unique_name(Lower *lower, const char *base);

/* attributes that may be unset (lower_slot.c) */
typedef enum SlotState { SLOT_SURE, SLOT_NULL_IF_UNSET, SLOT_FLAGGED } SlotState;
SlotState slot_state(Lower *lower, ClassInst *home, Slot *slot);
const char *slot_flag_name(Lower *lower, const Slot *slot);

/* data (lower_data.c) */
Data *string_data(Lower *lower, const char *text, uint32_t length);
/* A bytes object: an instance of the library's class, around a str whose characters are the bytes. */
Data *bytes_data(Lower *lower, const char *text, uint32_t length);
/* The object `...`. */
Data *ellipsis_data(Lower *lower);
/* The prebuilt array without items of that array type: nobody can write to it. */
Value *empty_array(Lower *lower, Type *type);
/* A constant array of the 256 strings of one character below 256. */
Value *latin1_table(Lower *lower);
Value *string_value(Lower *lower, const char *text);
/* The field of static memory for a variable of a module, class or function, or NULL if it needs none (void). */
typedef struct StaticVar {
    Data *data;
    const char *field;
    Type *type; /* register type */
    Shape *shape;
} StaticVar;
StaticVar static_module_var(Lower *lower, const char *module, const char *name);
StaticVar static_class_var(Lower *lower, ClassDef *def, const char *name);
StaticVar static_default(Lower *lower, FuncDef *func, int index);
Typed load_static(Lower *lower, StaticVar var);
void store_static(Lower *lower, StaticVar var, Typed value);
Value *static_flag_data(Lower *lower, const char *name);

/* emission (lower_emit.c) */
Part *part_new(Lower *lower, Block *block);
void part_enter(Lower *lower, Part *part, Link *link, Part *source);
Value *lower_use(Lower *lower, Value *value);
Value *lower_use_in(Lower *lower, Part *part, Value *value);
Op *emit_op(Lower *lower, OpCode code, Type *result, Value *const *args, int count);
Value *emit(Lower *lower, OpCode code, Type *result, Value *a, Value *b, Value *c);
Value *emit_getfield(Lower *lower, Value *object, const char *field, Type *type);
void emit_setfield(Lower *lower, Value *object, const char *field, Value *value);
/* After a raising op made by emit_op: under a handler it ends its block. */
void lower_after_raise(Lower *lower, const Op *op);
Value *emit_call(Lower *lower, Graph *graph, Value *const *args, int count);
Value *emit_malloc(Lower *lower, Type *type);
/* A number that stays the same for the object's life; objects of explicitly managed classes do not move. */
Value *emit_identity(Lower *lower, Value *object);
Value *emit_malloc_var(Lower *lower, OpCode code, Type *type, Value *length);
/* Control inside one operation: a test with two Parts, joined again with a value of type `type` (NULL: none). */
typedef struct Branch {
    Part *then_part, *else_part;
    Part *ends[2];
    Value *values[2];
    int ended;
} Branch;
Branch emit_branch(Lower *lower, Value *condition);
void branch_then(Lower *lower, Branch *branch);
void branch_else(Lower *lower, Branch *branch, Value *then_value);
Value *branch_join(Lower *lower, Branch *branch, Value *else_value, Type *type);
void emit_jump(Lower *lower, Block *target, Value *const *args, int count);
void emit_unreachable(Lower *lower);
Value *undefined(Lower *lower, Type *type);
Type *ty(Lower *lower, TypeKind kind);

/* conversion (lower_convert.c) */
Value *convert(Lower *lower, Typed from, Shape *to);
bool convert_is_free(Lower *lower, Typed from, Shape *to);
/* Converts an argument to a declared parameter: checks what the type does not promise (None, bool for int). */
Value *convert_checked(Lower *lower, Typed from, Shape *to, const char *param, const char *callee);
Typed typed(Value *value, Shape *shape);
Typed hl_value(Lower *lower, const Value *value);
Typed hl_arg(Lower *lower, int i);
void set_result(Lower *lower, Typed value);
Value *truth_of(Lower *lower, Typed operand);
Value *emit_is_none(Lower *lower, Typed operand);
bool value_is_undefined(const Value *value);

/* calls (lower_call.c) */
Graph *body_graph(Lower *lower, Body *body);
/* The function object of a method with state, found as `name` of a class: one function may be several methods, each
 * with values of its own. NULL: it has no state, or is not found so. */
Value *named_closure(Lower *lower, ClassDef *def, const char *name, FuncDef *func);
/* The same where the name is not known. */
Value *method_closure(Lower *lower, FuncDef *func);
/* That of a property that another has extended. */
Value *getter_closure(Lower *lower, FuncDef *getter);
Typed call_edge(Lower *lower, CallEdge *edge, Typed self, const Typed *actuals, Value *closure);
/* Calls method `name` (the edges of `role` at this op) on the receiver, dispatching on its dynamic class. `result` is
 * what to convert results to. */
Typed call_method(Lower *lower, int role, Typed receiver, const char *name, const Typed *actuals, int count,
                  Shape *result);
Typed call_core(Lower *lower, int role, const char *module, const char *function, const Typed *actuals, int count);
/* A bound method whose function is known (super(), class methods): the receiver's class picks at most the context. */
Typed call_fixed_method(Lower *lower, int role, Typed receiver, FuncDef *func, const Typed *actuals);
/* What comes where an int (or float) is wanted, see index_method. */
Typed as_index(Lower *lower, int role, Typed value, const Shape *want);
/* A property's setter or deleter. `closure`: its object, or NULL. */
Typed call_accessor(Lower *lower, Typed receiver, FuncDef *func, const Typed *value, Value *closure);
/* Calls this method of the receiver, an instance of one class. */
Typed call_method_of(Lower *lower, int role, Typed receiver, FuncDef *func, const Typed *actuals);
Typed call_value(Lower *lower, int role, Typed callee, const Typed *actuals, int count, Shape *result);
/* A class with the attribute `name` as that attribute's value, see CLASS_MEMBERS; others as they are. */
Typed class_items(Lower *lower, Typed receiver, const char *name);
/* Without asking __new__. */
Typed instantiate_plain(Lower *lower, ClassDef *def, const Typed *actuals, int count);
/* If the class is abstract, what raises the TypeError (lower_abstract.c). */
bool raises_abstract(Lower *lower, ClassDef *def);
Typed instantiate(Lower *lower, ClassDef *def, const Typed *actuals, int count);
Graph *root_graph(Lower *lower, const char *function);
Graph *root_graph_in(Lower *lower, const char *module, const char *function);
bool has_method(Lower *lower, Typed receiver, const char *name); /* all its constructors have it */
Shape *con_shape_alone(Lower *lower, const struct ShapeCon *con);
/* Does `function` for each class the receiver (several classes, not None) can have, chosen by a chain of tests. */
typedef Typed ByClass(Lower *lower, Typed receiver, void *data);
Typed by_class(Lower *lower, Typed receiver, Shape *result, ByClass *function, void *data);
void lower_call_op(Lower *lower);
Typed default_value(Lower *lower, FuncDef *func, int index, Value *closure);

/* open tuples as arguments (lower_star.c) */
const char *callee_name(Lower *lower, const CallEdge *edge);
/* What goes to *args. */
Typed star_rest(Lower *lower, const CallEdge *edge, int param, const Typed *actuals);
void check_star(Lower *lower, const CallEdge *edge, const Typed *actuals);
Typed star_or_default(Lower *lower, const CallEdge *edge, int param, const Typed *actuals, Value *closure);

/* operations (lower_op.c, lower_attr.c, lower_intrinsic.c) */
void lower_op(Lower *lower);
void lower_getattr(Lower *lower);
void lower_setattr(Lower *lower);
void lower_delattr(Lower *lower);
/* An operation with an item whose index is a slice of a library object. */
bool lower_slice_item(Lower *lower);
/* The attribute op->name of a receiver that is not None. */
Typed lower_attr_of(Lower *lower, Typed receiver, Shape *result);

/* function objects (lower_function.c) */
void lower_make_function(Lower *lower);
/* The __name__ of functions, methods and classes. */
Typed callable_name(Lower *lower, Typed receiver);
Typed function_qualname(Lower *lower, Typed receiver);
/* Functions of the program: `result` is the shape of str or None. */
bool function_may_be_described(const Shape *shape);
Typed function_doc(Lower *lower, Typed receiver, Shape *result);
/* Whether all of these are functions whose attributes the program sets; an attribute of theirs, or AttributeError;
 * whether it is set. */
bool function_keeps_attributes(const Shape *shape);
Typed function_attr(Lower *lower, Typed receiver, Shape *result);
void function_set_attr(Lower *lower, Typed receiver, Typed value);
Value *function_has_attr(Lower *lower, Typed function);
/* Raises AttributeError for the op's attribute. */
void raise_unset_of(Lower *lower, const char *class_name);
/* Whether all of these are functions that functools.wraps has renamed; what they wrap. */
bool function_is_wrapper(Lower *lower, Typed receiver);
Typed function_wrapped(Lower *lower, Typed receiver, Shape *result);
/* functools.wraps: gives these functions the name of the other. */
void function_rename(Lower *lower, Typed receiver, Typed wrapped);

/* hasattr and getattr with a default (lower_hasattr.c) */
void lower_hasattr(Lower *lower);
void lower_getattr_or(Lower *lower);
void lower_global(Lower *lower);
/* The attribute that the op at work reads from, or sets in, the module. */
Typed lower_module_attr(Lower *lower, const char *module);
void lower_set_module_attr(Lower *lower, const char *module, Typed value);
void lower_class_set(Lower *lower);
void lower_import(Lower *lower, const char *module);
/* The name of an exception's class, from its type record: "class_name" or, for tracebacks, "report_name". */
Value *emit_class_name(Lower *lower, Value *exception, const char *field);
/* "module.qualname" */
const char *class_display_name(Lower *lower, const ClassDef *def);
Typed lower_intrinsic(Lower *lower, const char *name, const Typed *actuals, int count, Shape *result);
/* Position i of a tuple; negative from the end. */
Typed tuple_field(Lower *lower, Typed tuple, int64_t i);
/* A new list of these items, an instance of `inst`. */
/* An array of so many items. */
Value *item_array(Lower *lower, Shape *item, const Typed *items, int count);
Typed list_object(Lower *lower, ClassInst *inst, const Typed *items, int count);
Typed lower_format(Lower *lower, Typed operand, Typed spec);
/* What __len__ of an object gives, which is to be an int, at least 0. */
Value *length_of(Lower *lower, int role, Typed operand);
/* Reports methods of the program that the op calls in this role and that give something else than these scalars. */
void check_answers(Lower *lower, int role, const char *method, uint32_t scalars);
/* Raises that exception at run time instead of refusing the program, if the op stands under a handler and CPython does
 * the same with values of that shape (NULL: surely). */
bool raises_instead(Lower *lower, const Shape *shape, const char *exception, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
bool is_well_known(Lower *lower, const Shape *shape);
/* AttributeError for an attribute that these values do not have. */
bool raises_attribute(Lower *lower, const Shape *shape, const char *name);
/* The same, with TypeError, for a call of the function by the op, whose plain arguments do not fit. */
bool raises_binding(Lower *lower, const FuncDef *func, int has_self);
/* As in "m.f.<locals>.g#2", without the module and the number. */
const char *func_qualname(Lower *lower, const FuncDef *func);
/* As CPython's messages name the type. */
const char *python_type_name(const Shape *shape);
Typed lower_unary(Lower *lower, OpCode code, Typed operand, Shape *result);
/* Reports that the operator does not take these. */
Typed unsupported_operands(Lower *lower, const Dunder *dunder, Typed a, Typed b);
Diagnostic *lower_error(Lower *lower, const char *code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Raises AttributeError (or TypeError) if the operand is None; gives it without None. */
Typed require_not_none(Lower *lower, Typed operand, const char *what, bool is_attribute);
Shape *without_none(Lower *lower, Shape *shape);

/* generators (lower_generator.c) */
/* yield, sent, thrown */
void lower_generator_op(Lower *lower);
/* Stores what the body at work returns; gives the generator, which is what its graph returns. */
Value *lower_generator_return(Lower *lower, Typed result);
Typed lower_resume(Lower *lower, Typed generator, Shape *result);

/* tuples (lower_tuple.c) */
bool is_open_tuple(const Shape *shape);
/* Tuples of one length (or None), the items of `to` may be more: a library function gives a tuple of fixed types. */
bool tuple_widens(const Shape *from, const Shape *to);
/* A tuple of known length (or None) as an open or as a wider one. */
Value *remake_tuple(Lower *lower, Typed tuple, Shape *to);
Value *open_tuple_of(Lower *lower, const Typed *items, int count, Shape *shape);
/* Item i of an open tuple, which is known to have it. */
Typed open_tuple_item(Lower *lower, Typed tuple, int i);
/* As infer_open_operands. */
void open_operands(Lower *lower, Typed *a, Typed *b);
/* tuple(operand) */
Typed tuple_of(Lower *lower, Typed operand);
Typed build_tuple(Lower *lower, Shape *shape, const Typed *items);
Typed tuple_slice(Lower *lower, Typed tuple);
bool tuple_operator(Lower *lower, const Dunder *dunder, Typed a, Typed b, Typed *out);
Typed tuple_item_by_variable(Lower *lower, Typed tuple, Typed index);

/* shared by the files of operations (lower_op.c, lower_binary.c, lower_unary.c, lower_test.c, lower_item.c,
 * lower_exception.c) */
Typed typed_nothing(Lower *lower);
bool typed_is_empty(Typed value);
bool typed_is_single_scalar(Typed value);
Value *same_float(Lower *lower, Typed a, Typed b);
void lower_binary(Lower *lower, const Dunder *dunder);
void lower_format_op(Lower *lower);
Value *identical(Lower *lower, Typed a, Typed b);
void lower_is(Lower *lower);
void lower_isinstance(Lower *lower);
void lower_truth(Lower *lower);
Typed list_of_tuple(Lower *lower, Typed tuple);
void lower_getitem(Lower *lower);
void lower_setitem(Lower *lower);
void lower_as_method(Lower *lower, const char *method);
void lower_getslice(Lower *lower);
void lower_contains(Lower *lower);
/* The op's first operand; a named tuple as the tuple it stands for. `action`: what None cannot do. */
Typed items_arg(Lower *lower, const char *action);
void lower_build_tuple(Lower *lower);
void lower_build_list(Lower *lower);
void lower_build_by_calls(Lower *lower, const char *class_name, const char *method, int stride);
void lower_build_string(Lower *lower);
void lower_prefixed_str(Lower *lower);
void lower_unpack(Lower *lower);
void lower_unpack_star(Lower *lower);
void check_caught(Lower *lower, Cell *classes);
void lower_exc_value(Lower *lower);
void lower_set_cause(Lower *lower);
void lower_caught(Lower *lower);
void lower_handler_op(Lower *lower);
void lower_check_bound(Lower *lower);
void lower_type_of(Lower *lower);

/* the body (lower_body.c) */
void lower_body(Lower *lower, Body *body, Graph *graph);

#endif
