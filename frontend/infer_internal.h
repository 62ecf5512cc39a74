/* The inference engine's data structures. In short (docs/inference.md has more):
 *
 * - A Cell holds a set of constructors: a mask of scalars and a list of Con. Sets only grow within a round. They flow
 * forward along edges; the parameters of constructors (list items, attributes, tuple positions) unify.
 * - A Body is a graph in a context: one cell for each of its values. A ClassInst is a class in a context: one slot for
 * each attribute.
 * - A Node is a unit of work: a cell whose set must be propagated, an operation or a link to be (re)analysed.
 * - A cell never holds two constructors with the same key (con_same_key): they are unified instead.
 */
#ifndef FRONTEND_INFER_INTERNAL_H
#define FRONTEND_INFER_INTERNAL_H

#include "frontend/flow.h"

typedef struct Cell Cell;
typedef struct Con Con;
typedef struct Node Node;
typedef struct Body Body;
typedef struct ClassDef ClassDef;
typedef struct ClassInst ClassInst;
typedef struct FuncDef FuncDef;
typedef struct Shape Shape;
typedef struct CallEdge CallEdge;

/* ---- constructors ----------------------------------------------------------------------- */

enum { /* scalar bits of a cell */
       S_NONE = 1,
       S_BOOL = 2,
       S_INT = 4,
       S_FLOAT = 8,
       S_U64 = 16, /* these two do not form unions */
       S_ADDRESS = 32,
       S_NUMBER = S_BOOL | S_INT | S_FLOAT,
       S_UNION = S_NONE | S_BOOL | S_INT | S_FLOAT,
       S_COUNT = 6,
};

typedef enum ConKind {
    CON_INSTANCE,
    CON_TUPLE,
    CON_ARRAY,
    CON_FUNCTION,
    CON_METHOD,
    CON_CLASS,
    CON_MODULE,
    CON_INTRINSIC,
    CON_SUPER
} ConKind;

struct Con {
    ConKind kind;
    uint32_t serial;
    ClassInst *inst;    /* INSTANCE */
    Cell **cells;       /* TUPLE: positions; ARRAY: the item; METHOD, SUPER: self */
    const char **names; /* TUPLE: the keywords of **kwargs, whose values it holds; NULL for tuples of the program */
    int count;
    FuncDef *func;    /* FUNCTION */
    ClassDef *def;    /* CLASS; SUPER: the class whose base is searched */
    const char *name; /* METHOD, MODULE, INTRINSIC (of weft.lowlevel and typing); METHOD with func: a fixed target */
    Body *site_body;  /* where it was made, or NULL */
    const Op *site;
};

/* How a constructor came into a cell. */
typedef struct Arrival {
    struct Arrival *next;
    uint32_t scalar; /* one bit, or 0 */
    Con *con;
    Node *via;  /* the operation or link that brought it, NULL: see from */
    Cell *from; /* the cell it flowed from, NULL if it was made here */
} Arrival;

typedef struct Edge {
    struct Edge *next;
    Cell *to;
    Node *via; /* the operation or link that made the edge, or NULL */
} Edge;

typedef struct Use {
    struct Use *next;
    Node *node;
} Use;

/* Where two constructors of one key met, so that their parameter cells became one. */
typedef struct Cause {
    struct Cause *next;
    Cell *at;
} Cause;

typedef enum NodeKind { NODE_CELL, NODE_OP, NODE_LINK } NodeKind;

struct Node {
    NodeKind kind;
    bool queued;
};

/* Which ints come into a cell. */
typedef enum Knowing { KNOWS_NONE, KNOWS_ONE, KNOWS_MANY } Knowing;

struct Cell {
    Node node;
    Cell *parent; /* union-find; NULL: root */
    uint32_t scalars;
    bool opens;      /* its tuples are represented as open ones */
    Knowing knowing; /* of its ints */
    int64_t known;
    Con **cons;
    int con_count, con_capacity;
    Edge *edges;
    Use *uses;
    Arrival *arrivals;
    Cause *causes;
    Body *owner;           /* the body it belongs to, or */
    ClassInst *inst_owner; /* the class instance it is an attribute or argument of */
    const char *label;     /* name of the variable or attribute, or NULL */
    const Pos *pos;        /* where the constant stands, or the variable is first read; may be NULL */
    uint32_t serial;
    uint32_t visit; /* scratch stamp */
    Shape *shape;   /* memo, valid if shape_stamp == inference->shape_stamp */
    uint32_t shape_stamp;
};

/* An operation in a body. */
typedef struct OpNode {
    Node node;
    Body *body;
    const Op *op;
    CallEdge *calls;
    Con *made;    /* the constructor allocated here, if the op makes one */
    Cell *helper; /* an extra cell of the op, e.g. of a conversion */
    Cell *items;  /* the tuple of a named tuple, see infer_items; of `in`: what __contains__ gives */
} OpNode;

/* What a test says of a value on one side. */
typedef enum FactKind {
    FACT_NONE_ONLY,
    FACT_NOT_NONE,
    FACT_TRUTHY,
    FACT_INSTANCE,
    FACT_NOT_INSTANCE,
    FACT_EXACT, /* its class is one of these, not a subclass */
    FACT_NOT_EXACT
} FactKind;

typedef struct Fact {
    const Value *value;
    FactKind kind;
    const Value *classes; /* of FACT_INSTANCE and those below */
} Fact;

typedef struct LinkNode {
    Node node;
    Body *body;
    const Link *link;
    Fact *facts;
    int fact_count;
    bool active;
    bool is_listed;       /* among those that wait for a call to return */
    bool takes_no_return; /* goes on without */
} LinkNode;

/* ---- functions, bodies, calls ------------------------------------------------------------------ */

/* What the program sets as an attribute of a function's objects. */
typedef struct FuncAttr {
    struct FuncAttr *next;
    const char *name;
    Cell *cell;
} FuncAttr;

struct FuncDef {
    Graph *graph;
    FuncAttr *attrs;
    Con con;
    Cell **defaults;   /* positional defaults, then keyword-only ones */
    int default_count; /* positional */
    int kwdefault_count;
    const char **kwdefault_names;
    const Op *make; /* make_function */
    Body *make_body;
    ClassDef *owner;  /* class in whose body it was defined, or NULL */
    bool is_declared; /* library function with a full signature */
    bool is_static, is_class_method, is_property, is_abstract;
    bool is_cached;    /* cached_property: the instance's attribute of this name keeps what it gives */
    bool is_described; /* its docstring is read */
    bool is_renamed;   /* functools.wraps gives its objects the name of what they wrap: */
    Cell *wrapped;     /* this; NULL if it is not asked for */
    FuncDef *setter, *deleter, *extended; /* of a property; the last is what @Base.x.setter made it from, or NULL */
    bool keeps_defaults; /* defaults that are no constants are in the function object, for there may be several */
    Cell **captured;
    int captured_count;
    const char *numbered_name; /* lowering: which of its definition's functions it is */
};

/* How a parameter gets its argument. */
typedef enum BindKind {
    BIND_SELF,
    BIND_ARG,
    BIND_TUPLE_ITEM,
    BIND_STAR_ITEM,    /* of an open tuple */
    BIND_STAR_DEFAULT, /* the same, if it has so many */
    BIND_DEFAULT,
    BIND_VARARGS,
    BIND_STAR_REST, /* VARARGS that end in an open tuple */
    BIND_CAPTURED
} BindKind;

typedef struct Bound {
    BindKind kind;
    int index; /* ARG: of the actual; TUPLE_ITEM: of the actual tuple; DEFAULT, CAPTURED: of the FuncDef; VARARGS: first
                  actual */
    int item;  /* TUPLE_ITEM, STAR_ITEM, STAR_DEFAULT; STAR_REST: the first of the open tuple's items */
    int count; /* VARARGS: how many actuals; STAR_DEFAULT: which default */
    struct Bound *items; /* VARARGS: where each comes from, ARG or TUPLE_ITEM */
    const char **names;  /* VARARGS: the names, if it is **kwargs */
} Bound;

/* The actual arguments of a call: positional first, then keywords. */
typedef struct Actuals {
    Cell **cells;
    int count; /* all */
    int positional;
    const char *const *names; /* of the keywords */
    bool has_star;            /* the last positional is *args */
} Actuals;

/* A call that an operation makes: to `func` with receiver `self`. An operation may make several: `role` tells them
 * apart. */
struct CallEdge {
    CallEdge *next;
    int role;
    FuncDef *func;
    Con *self;            /* receiver constructor or NULL */
    uint32_t self_scalar; /* receiver scalar bit or 0 */
    Bound *bound;
    Cell **params; /* the cells of the arguments, one a parameter */
    int param_count;
    bool takes_open; /* the star argument is an open tuple, */
    int star_at;     /* this one of the actuals */
    Cell *result;
    Body *body;        /* NULL until known (declared: after the callers) */
    Cell **sig_params; /* declared: the instantiated signature */
    Cell **type_args;  /* declared: cells of the type variables */
    const char **type_names;
    int type_count;
    OpNode *site;
};

struct Body {
    Graph *graph;
    FuncDef *func; /* NULL: module body */
    uint64_t key;
    uint32_t serial;
    Cell **cells;    /* by value id */
    OpNode *ops;     /* by op index */
    LinkNode *links; /* by link index */
    bool *reached;   /* by block id */
    Cell *result;
    Body *parent;      /* template contexts: the caller's body */
    Body *root;        /* and the first one on the way to it that the program called */
    int nested_count;  /* of a root: how many it leads to */
    OpNode *call_node; /* first call that made it */
    /* Its context: the last calls that lead to it, as far as they count, and the kinds of its arguments. */
    struct CallStep *string; /* infer_context.c */
    int string_length;
    uint64_t kinds;
    bool breaks_promise; /* an argument is not what its annotation says: the errors inside follow from that */
    Graph *lowered;
    ClassInst *generator; /* of a generator function: what a call gives; else NULL */
    Cell *yielded;        /* and what it yields */
    bool cleans_up;       /* something is to be done if it is thrown away while it waits */
};

/* How many class_set and class_field ops a class statement has, and the one of __slots__, if any. */
typedef struct ClassSize {
    int bindings, fields;
    const Op *slots;
} ClassSize;

/* Facts about a graph that do not depend on the context. */
typedef struct GraphInfo {
    Op **op_list;
    int op_count;
    ClassSize *classes;    /* by id of the value of a class statement; NULL if there is none */
    bool returns_constant; /* whatever it returns is constant, so it cannot be a new container */
    Op **def_op;           /* by value id: the op that defines it, or NULL */
    int link_count;
    int *first_link;         /* by block id */
    int *first_op;           /* by block id */
    const Link **only_entry; /* by block id: the link into it, if there is just one */
    Value **params;
} GraphInfo;

/* ---- classes -------------------------------------------------------------------------------------- */

typedef struct ClassMember {
    const char *name;
    Cell *cell;
    bool is_in_body;  /* the class statement binds it; else it is there from the first assignment on */
    bool is_assigned; /* otherwise than by the class statement */
} ClassMember;

typedef struct ClassField {
    const char *name, *annotation;
} ClassField;

struct ClassDef {
    const char *name;      /* as in the source */
    const char *full_name; /* module.qualified, unique by site */
    const char *module;
    const Op *site;
    Body *site_body;
    ClassDef *base; /* of several, the one whose layout it has, see infer_mro.c */
    int depth;      /* how many there are above it */
    ClassDef **mro; /* NULL: it and its bases have one base each */
    int mro_count;
    Con con;
    ClassMember *members;
    int member_count, member_capacity;
    Map member_index;
    ClassField *fields;
    int field_count, field_capacity;
    const char **type_vars;
    int type_var_count;
    const char *primitive; /* "int", ... or NULL */
    bool is_library, is_exception;
    bool is_raw;      /* explicitly managed, see infer_raw.c */
    bool has_fields;  /* it or a base annotates attributes */
    bool is_template; /* library class without them analysed per allocation site */
    Body *generator;  /* the class of the generators of one body, see infer_generator.c */
    int split_level;
    ClassDef **subs;
    int sub_count, sub_capacity;
    Use *watchers;                  /* analysed again when the class gets a name */
    Map slot_watchers;              /* name -> Uses analysed again when an object gets that attribute; NULL: any */
    int binding_count, bound_count; /* names that the class statement binds, and how many of them have come */
    ClassInst *plain;               /* the instance of context 0 */
    Map contexts;
    uint32_t serial;
};

typedef struct Slot {
    const char *name;
    Cell *cell;
    bool is_set;
    bool is_moved; /* it now lives in a base */
    bool is_declared;
    bool is_deleted; /* some del may unset it */
    int state;       /* lowering: 1 + SlotState, 0: not known yet */
    const Pos *read_at;
} Slot;

struct ClassInst {
    ClassInst *parent; /* union-find */
    ClassDef *def;
    Con con;
    Cell **args;
    Slot *slots;
    int slot_count, slot_capacity;
    ClassInst *base;
    ClassInst *maker; /* whose method makes these objects, if the context is named after it */
    ClassInst **subs;
    int sub_count, sub_capacity;
    uint64_t key;
    uint32_t serial;
    uint32_t visit;
    bool is_allocated;
    Type *type; /* lowering */
    Shape *shape;
};

/* ---- the engine ------------------------------------------------------------------------------------- */

/* See infer_bound.c. */
typedef struct VarState {
    bool is_bound, may_be_unbound;
} VarState;

typedef struct ModuleVars {
    Module *module;
    Map index; /* name -> position */
    const char **names;
    Cell **cells;
    int count, capacity;
    VarState *states;
    Map stored; /* names that a reached op stores */
    int state_capacity;
    Body *body;
} ModuleVars;

/* Which definitions are analysed per call string, decided between rounds. */
typedef struct Splits {
    Map levels; /* Graph* or class_new Op* -> level */
    int count;
    Map opened; /* places where tuples of different lengths meet, see infer_open.c */
    bool has_opened;
} Splits;

struct Inference {
    Program *program;
    Arena *arena; /* of the round */
    Interner *names;
    DiagList *diags;
    Splits *splits;
    uint64_t random; /* 0: natural order */
    Node **queue;    /* ring */
    int queue_head, queue_count, queue_capacity;
    bool has_mixture; /* after infer_report: not every cell has a representation */
    Cell *raised;     /* every exception that is ever raised */
    Map modules;      /* name -> ModuleVars */
    Map made_insts;   /* of a class of the program and an op -> ClassInst */
    ModuleVars **module_list;
    int module_count, module_capacity;
    Map bodies; /* key -> Body */
    Body **body_list;
    int body_count, body_capacity;
    Map graph_infos;
    Map const_cells;           /* Value -> Cell of a constant */
    const Value **early_texts; /* constants met before the class str existed */
    int early_text_count, early_text_capacity;
    Map edge_set;     /* pairs of cells with an edge */
    Cell *merging_at; /* the cell whose constructors are being unified */
    ClassDef **classes;
    int class_count, class_capacity;
    CallEdge **declared;
    int declared_count, declared_capacity;
    Cell **all_cells;
    int cell_count, cell_capacity;
    ClassInst **insts;
    int inst_count, inst_capacity;
    uint32_t serial;
    uint32_t visit;
    int walk_depth; /* of nested walks over provenance */
    uint32_t shape_stamp;
    uint32_t expansion; /* counts makings of cells from a shape */
    Map shapes;
    Map classes_of;    /* class_new Op -> in how many contexts of the function around there is a class of it */
    Map class_names;   /* class_new Op -> full name */
    Map class_counts;  /* full name without number -> how many class statements have it */
    Map annotations;   /* hash of module and text -> Cell, of those without parameters */
    Map tuple_classes; /* arity -> ClassDef of the generated tuple class */
    InferStats stats;
    int budget_hits;
    int more_nested; /* bodies of library functions beyond what a call usually leads to */
    OpNode **failed; /* calls whose arguments did not fit when they were analysed: asked again at the end */
    int failed_count, failed_capacity;
    bool is_reporting;
    OpNode **waiting; /* calls whose signature names something not bound yet */
    int waiting_count, waiting_capacity;
    LinkNode **stalled; /* behind calls that have not returned so far, see infer_return.c */
    int stalled_count, stalled_capacity;
    bool takes_empty;    /* calls that wait for their containers' items go on without */
    bool has_cleanup;    /* of some generator */
    bool has_finalizers; /* some object has a __del__ */
    OpNode *root_node;   /* the call site of functions that later stages call by name */
};

/* cells (infer_cell.c) */
Cell *cell_new(Inference *inf, Body *owner);
Cell *cell_root(Cell *cell);
bool cell_is_empty(Cell *cell);
void cell_add_scalars(Inference *inf, Cell *cell, uint32_t scalars, Node *via, Cell *from);
/* Whether nothing but this one int constant comes into the cell. */
bool cell_knows(Cell *cell, int64_t *known);
void cell_add_con(Inference *inf, Cell *cell, Con *con, Node *via, Cell *from);
void cell_add_all(Inference *inf, Cell *to, Cell *from, Node *via);
void cell_flow(Inference *inf, Cell *from, Cell *to, Node *via);
void cell_unify(Inference *inf, Cell *a, Cell *b);
void cell_use(Inference *inf, Cell *cell, Node *node);
void use_add(Inference *inf, Use **list, Node *node);
bool con_same_key(const Con *a, const Con *b);
Con *con_new(Inference *inf, ConKind kind);
Con *cell_find_con(Cell *cell, ConKind kind);
/* The set's only constructor if it is just that one and no scalar, else NULL. */
Con *cell_single(Cell *cell);
void node_push(Inference *inf, Node *node);
Node *node_pop(Inference *inf);
ClassInst *inst_root(ClassInst *inst);
void inst_unify(Inference *inf, ClassInst *a, ClassInst *b);
/* No subclass keeps an attribute of its own under the name of one of inst's: they are one. */
void inst_hoist(Inference *inf, ClassInst *inst);

/* classes (infer_class.c) */
ClassDef *class_find_builtin(Inference *inf, const char *name);
ClassDef *class_by_name(Inference *inf, const char *module, const char *name);
ClassMember *class_member(Inference *inf, ClassDef *def, const char *name, bool create);
/* Looks `name` up along the bases; *home is the class that has it. */
ClassMember *class_lookup(ClassDef *def, const char *name, ClassDef **home);
FuncDef *class_method(Inference *inf, ClassDef *def, const char *name);
/* The getter of the property of this name, or NULL. */
FuncDef *class_property(Inference *inf, ClassDef *def, const char *name);
/* Its method BINDS, if it is of the library and has one. */
FuncDef *binding_method(Inference *inf, ClassDef *def);
/* `object`: the base of everything, which relates nothing. */
void class_set_base(ClassDef *def, ClassDef *base);
bool class_is_object(const ClassDef *def);
/* Whether the class statement and those of its bases are done: before, a method may still be missing. */
bool class_is_complete(const ClassDef *def);
/* Whether running the class statement again would make another class: one with values or closures of its own. */
bool class_has_state(Inference *inf, const ClassDef *def);
bool class_is_subclass(const ClassDef *def, const ClassDef *base);
ClassDef *class_common_base(ClassDef *a, ClassDef *b);
/* Whether library classes have their comparison from one base (dict and OrderedDict), or are one. */
bool class_is_comparable(ClassDef *a, ClassDef *b);
/* The class whose methods a scalar constructor has. */
ClassDef *class_of_scalar(Inference *inf, uint32_t scalar);
ClassDef *class_of_con(Inference *inf, Con *con);
ClassInst *inst_plain(Inference *inf, ClassDef *def);
ClassInst *inst_new(Inference *inf, ClassDef *def, uint64_t key);
ClassInst *inst_in_context(Inference *inf, ClassDef *def, uint64_t key);
/* The instance that an allocation of `def` by this op makes. */
ClassInst *inst_for_site(Inference *inf, ClassDef *def, OpNode *site);
/* What inference last took for the objects of the class made there. To ask for a context again is to perhaps get
 * another: the context of the object whose method makes them may be another by now. */
ClassInst *inst_made_at(Inference *inf, ClassDef *def, OpNode *site);
Slot *inst_slot(Inference *inf, ClassInst *inst, const char *name);
Slot *inst_find_slot(ClassInst *inst, const char *name);
ClassInst *inst_of_base(ClassInst *inst, const ClassDef *def);
/* Gives each class statement of the graph its full name. */
void infer_number_classes(Inference *inf, const Graph *graph);
void infer_class_new(Inference *inf, OpNode *node);
void infer_class_set(Inference *inf, OpNode *node);
void infer_class_field(Inference *inf, OpNode *node);

/* several bases (infer_mro.c) */
/* The class behind `at` in the method resolution order of `def`, NULL at its end. */
ClassDef *class_next(const ClassDef *def, const ClassDef *at);
void class_set_bases(Inference *inf, OpNode *node, ClassDef *def, ClassDef **bases, int count);
/* What super() finds in methods of `after`, for an object (or class) of class `receiver`. */
ClassMember *super_lookup(ClassDef *receiver, ClassDef *after, const char *name, ClassDef **home);

/* signatures (infer_sig.c) */
typedef struct TypeEnv {
    const char **names;
    Cell **cells;
    int count, capacity;
    ClassInst *inst; /* whose class's type variables are visible, or NULL */
    bool unresolved; /* a name was not bound (yet) */
} TypeEnv;
/* A cell holding the type that an annotation of library code denotes; annotation_source gives one that nothing but what
 * it holds may flow into: it may be shared. */
Cell *annotation_cell(Inference *inf, const char *module, const char *text, TypeEnv *env);
Cell *annotation_source(Inference *inf, const char *module, const char *text, TypeEnv *env);
/* The same for parameter `i` of a declared function; for the `self` of a method called through its class. */
Cell *param_annotation_cell(Inference *inf, const FuncDef *func, int i, TypeEnv *env);
Cell *env_lookup(TypeEnv *env, const char *name);
Shape *cell_shape(Inference *inf, Cell *cell);
/* Deeper structure is cut off, so that it has no representation. */
enum { SHAPE_DEPTH_LIMIT = 24 };
/* The same constructors with other scalars. */
Shape *shape_with_scalars(Inference *inf, const Shape *shape, uint32_t scalars);
Cell *shape_cell(Inference *inf, Shape *shape);
void infer_declared_bodies(Inference *inf);

struct Shape { /* hash-consed structure of a cell's set */
    uint32_t scalars;
    int count;
    struct ShapeCon {
        ConKind kind;
        ClassInst *inst; /* nominal instances */
        ClassDef *def;
        FuncDef *func;
        const char *name;
        const char **names; /* structural instances: attribute names */
        Shape **args;
        int count;
    } * cons;
    uint64_t hash;
    uint32_t serial;
    int depth;  /* of nested structure */
    Cell *cell; /* last made of it, if expansion == inference->expansion */
    uint32_t expansion;
    const char *text;
    Type *type; /* lowering: register type */
};

/* calls (infer_call.c) */
void infer_call_op(Inference *inf, OpNode *node);
/* Makes the op call `func` (receiver given by con or scalar, or neither); the returned cell has its result set. */
Cell *infer_call(Inference *inf, OpNode *node, int role, FuncDef *func, Con *self, uint32_t self_scalar,
                 const Actuals *actuals);
Cell *infer_call_core(Inference *inf, OpNode *node, int role, const char *module, const char *function, Cell **cells,
                      int count);
/* The object made at the node is finalised one day. */
void infer_finalizer(Inference *inf, OpNode *node, Con *con);
/* Calls the method `name` of each constructor in `self`'s set that has it, results into `result` (may be NULL). False
 * if any lacked it. */
bool infer_method(Inference *inf, OpNode *node, int role, Cell *self, const char *name, const Actuals *actuals,
                  Cell *result);
/* The record that the last argument of a call with **kwargs is, NULL if it is none (yet). */
Con *keywords_record(Cell *cell);
/* The method by which CPython makes an int (or float) of an object that comes where the library wants one: __index__ or
 * __float__, if the class has it. */
const char *index_method(Inference *inf, const ClassDef *def, uint32_t wanted);
/* The role of that call for a parameter of the call of `role`. */
int index_role(int role, int param);
/* Makes these calls for the objects in the cell. */
void infer_indices(Inference *inf, OpNode *node, int role, Cell *cell, uint32_t wanted);
/* The role of the call that deep_object() makes for an attribute. */
int part_role(const ClassDef *def, const char *name);
int record_position(const char *const *names, int count, const char *name); /* of the name in a record, or -1 */
/* Binds actuals to parameters: one Bound a parameter (in the start block's order), or NULL with a diagnostic (if
 * `report`). */
Bound *bind_arguments(Inference *inf, FuncDef *func, bool has_self, const Actuals *actuals, const Pos *pos,
                      bool report);
int func_input_count(const FuncDef *func);
/* Whether function objects of this definition hold anything: captured cells, defaults. */
bool func_has_state(const FuncDef *func);
FuncDef *func_copy(Inference *inf, const FuncDef *func);
/* The attribute of that name, made if the program sets attributes of the function; else NULL. */
FuncAttr *func_attr(Inference *inf, FuncDef *func, const char *name);
Cell *func_wrapped(Inference *inf, FuncDef *func); /* of func->wrapped */
FuncDef *core_function(Inference *inf, const char *module, const char *name);
/* The op cannot be analysed yet: again once the queue is dry. */
void wait_again(Inference *inf, OpNode *node);
CallEdge *op_call(const OpNode *node, int role, const FuncDef *func, const Con *self, uint32_t self_scalar);
/* Whether x[key] of such an instance may call __missing__. */
bool getitem_may_miss(Inference *inf, Con *con);
/* The tuple class for this arity (generated restricted Python). */
ClassDef *tuple_class(Inference *inf, int arity);
/* Puts what tuple_class added to the program, from these positions on, into an order that does not depend on when. */
void tuple_modules_sort(Program *program, int first_file, int first_module);

/* contexts (infer_context.c) */
enum { MAX_SPLIT_LEVEL = 6, MAX_CALL_STRING = 4 };
/* The body that the call enters, new or known. */
Body *context_body(Inference *inf, const CallEdge *edge);
/* The instance of a user class that an allocation by this op makes. */
ClassInst *context_inst(Inference *inf, ClassDef *def, OpNode *site);

/* generators (infer_generator.c) */
/* Of a new body of a generator function: makes the class of its generators. */
void generator_start(Inference *inf, Body *body);
/* yield, sent, thrown; false if it is none of them. */
bool infer_generator_op(Inference *inf, OpNode *node);
/* with_cleanup(x): x, if it is a generator that has to clean up, else None. */
void infer_with_cleanup(Inference *inf, OpNode *node, Cell *operand, Cell *result);
/* resume(generator): what it yields. */
void infer_resume(Inference *inf, OpNode *node, Cell *generators, Cell *result);

/* bodies (infer_body.c) */
GraphInfo *graph_info(Inference *inf, Graph *graph);
Body *body_new(Inference *inf, Graph *graph, FuncDef *func, uint64_t key);
Cell *body_cell(Inference *inf, Body *body, const Value *value);
void body_start(Inference *inf, Body *body);
/* Once the builtins are there: gives the text constants met before their classes. */
void infer_early_texts(Inference *inf);
void infer_link(Inference *inf, LinkNode *node);
void infer_run(Inference *inf);

/* tuples of different lengths (infer_open.c) */
/* Notes where such tuples meet: containers, attributes and module variables, or also local ones. False: nowhere new. */
bool note_mixed_tuples(Inference *inf, bool locals_too);
/* A new cell: the noted place `part` of `definition`? */
void open_if_noted(Inference *inf, Cell *cell, const void *definition, uint64_t part);
/* Adds an open tuple to a cell of a noted place that has got a tuple. */
void open_noted_tuples(Inference *inf, Cell *cell);

/* calls that never return (infer_return.c) */
/* Whether the link stands behind a call that has not returned so far; then it is asked again when that does. */
bool waits_for_return(Inference *inf, LinkNode *node);
/* All functions that the operation calls are known, and none of them comes to a return. */
bool call_never_returns(const OpNode *node);
/* When the queue is dry: lets those links go on that wait for other reasons than that a function never returns. */
bool release_stalled(Inference *inf);
ModuleVars *infer_module(Inference *inf, const char *name);
Cell *module_var(Inference *inf, ModuleVars *vars, const char *name);
void infer_module_body(Inference *inf, const char *name);
/* Whether constructor `con` (or scalar bit) is an instance of one of the classes in `classes`, asked in this graph. */
bool con_is_instance(Inference *inf, const Graph *graph, Con *con, uint32_t scalar, Cell *classes);

/* f-strings (infer_string.c) */
void infer_build_string(Inference *inf, OpNode *node);
void infer_prefixed_str(Inference *inf, OpNode *node);
/* Adds an instance of a builtin class that has no parameters (infer_op.c). */
void add_plain(Inference *inf, OpNode *node, Cell *cell, const char *class_name);
/* The list that the op makes besides its result. */
ClassInst *inst_for_list(Inference *inf, OpNode *node);

/* unbound variables (infer_bound.c) */
void infer_bound(Inference *inf);
/* A block that every run of the graph passes: the start block and what follows it by plain jumps. */
bool block_is_unconditional(const Graph *graph, const Block *block);
/* Whether that is so for some variable of the module. */
bool module_needs_checks(Inference *inf, const char *module);
/* Whether a read of the module variable may find it unbound. */
bool module_var_needs_check(Inference *inf, const char *module, const char *name);

/* transfer functions (infer_op.c, infer_attr.c, infer_exception.c, infer_intrinsic.c) */
void infer_op(Inference *inf, OpNode *node);
/* What a unary operation of Python (len, repr, iter, ...) gives for the operand, as HIGH op `code`. */
void infer_unary(Inference *inf, OpNode *node, OpCode code, Cell *operand, Cell *result);
struct Dunder;
/* Whether the right operand's reflected method is tried before the left operand's: a subclass that overrides it. */
/* Whether a library class compares its objects with those of any class, as the program's classes do. */
bool class_compares_itself(Inference *inf, ClassDef *def);
/* Whether `right`, a library class, answers operators also where a comparable library class is on the left. */
bool answers_for(Inference *inf, ClassDef *left, ClassDef *right);
bool reflected_goes_first(Inference *inf, const struct Dunder *dunder, ClassDef *left, ClassDef *right);
/* format(operand, spec) */
void infer_format(Inference *inf, OpNode *node, Cell *operand, Cell *spec, Cell *result);
void infer_getattr(Inference *inf, OpNode *node);
void infer_setattr(Inference *inf, OpNode *node);
void infer_load_global(Inference *inf, OpNode *node);
void infer_make_function(Inference *inf, OpNode *node);
void infer_delattr(Inference *inf, OpNode *node);
void infer_super(Inference *inf, OpNode *node);
/* The op is analysed again when an object of the class gets the attribute (NULL: any), or one of a sub- or base class.
 */
void watch_slot(Inference *inf, ClassDef *def, const char *name, OpNode *node);
void infer_exc_value(Inference *inf, OpNode *node);
void infer_set_cause(Inference *inf, OpNode *node);
void infer_caught(Inference *inf, OpNode *node);
void infer_handler_op(Inference *inf, OpNode *node);
bool may_be_stop(Inference *inf, Cell *exception); /* StopIteration is among them */
/* Makes an instance of `def` at this op; the cell holds it. */
Cell *infer_instantiate(Inference *inf, OpNode *node, ClassDef *def, const Actuals *actuals);
/* The same without asking __new__. */
Cell *infer_new_object(Inference *inf, OpNode *node, ClassDef *def, const Actuals *actuals);
/* Calls whatever is callable in `callee`, results into `result`. `role` separates several such calls of one op. */
void infer_call_cell(Inference *inf, OpNode *node, int role, Cell *callee, const Actuals *actuals, Cell *result);
/* property, staticmethod, ...: says how a function is bound. */
bool is_binding_mark(const char *name);
/* A decorator that gives what it got. */
bool intrinsic_is_mark(const char *name);
/* Which of the `count` arguments of by_constant is called; `cell` is the first. */
int constant_choice(Cell *cell, int count);
/* What is never copied: functions and classes. */
bool con_is_code(ConKind kind);
void infer_intrinsic(Inference *inf, OpNode *node, const char *name, const Actuals *actuals, Cell *result);
/* min and max with default=, zip with strict=, or of several arguments (a starred one counts as two), are functions of
 * their own. */
FuncDef *func_for_arguments(Inference *inf, FuncDef *func, const char *const *names, int name_count, int positional);
Con *made_con(Inference *inf, OpNode *node, ConKind kind, int count);

/* Roles of the calls an operation makes. */
enum {
    ROLE_CALL,
    ROLE_INIT,
    ROLE_DEL,
    ROLE_ARGS,
    ROLE_REFLECTED,
    ROLE_HELPER,
    ROLE_ITER,
    ROLE_NEXT,
    ROLE_STR,
    ROLE_ITEMS,
    ROLE_ITEM
};

#include "frontend/infer_slice.h"
#include "frontend/infer_tuple.h"

/* splitting and errors (infer_split.c) */
/* Decides further splits from the conflicts of this round. False if there is nothing (more) to split. */
bool infer_split_conflicts(Inference *inf);
/* The first constructor that does not go with the others in the cell, or NULL. *other: what it meets, NULL: *scalar. */
Con *cell_conflict(Cell *cell, Con **other, uint32_t *scalar);
/* Whether its set has no common representation. */
bool cell_is_mixture(Cell *cell);
bool has_mixed_operand(Inference *inf, const OpNode *node);
/* How the constructor (or, NULL, scalar bit) came into the cell. */
Arrival *find_arrival(Cell *cell, const Con *con, uint32_t scalar);

/* __slots__ (infer_slots.c) */
/* Checks that the class_set op of __slots__ has a value that can be read. */
void infer_slots(Inference *inf, OpNode *node);
/* Code of the program, not of the library or an expansion. */
bool graph_is_written(const Graph *graph);
/* Whether code of this graph can give instances the attribute. */
bool class_has_room(Inference *inf, const Graph *graph, const ClassDef *def, const char *name);

/* annotations of the program (infer_annotation.c) */
/* Reports values that cannot be what an annotation promises. */
void infer_annotations(Inference *inf);

/* reports (infer_report.c) */
/* Where the constructor (or, NULL, scalar bit) that the cell holds was made, NULL if unknown; *nearest: the operation
 * of the program that last passed it on, or NULL. */
const Pos *infer_origin(Inference *inf, Cell *cell, const Con *con, uint32_t scalar, const Pos **nearest);
/* The constructor, or scalar bit, alone: "list[int]". */
const char *infer_side_text(Inference *inf, const Con *con, uint32_t scalar);
/* Reports what is left: mixtures, attributes never set, names never bound. False if there are mixtures: then not
 * everything has a representation. */
bool infer_report(Inference *inf);
/* Notes the calls that led to a function of the program: "the module (a.py:9) -> f". */
void report_calls(Inference *inf, DiagList *diags, Diagnostic *diag, const Body *body);
struct Suggestion;
void suggest_members(struct Suggestion *suggestion, const ClassDef *def);
/* A cell's set or a shape in source vocabulary: "list[int] | None". */
const char *cell_text(Inference *inf, Cell *cell);
const char *shape_text(Inference *inf, Shape *shape);
/* Where to report what goes wrong at `pos` in a body: in library code, the call of the program that led there. */
const Pos *user_pos(const Body *body, const Pos *pos);
int split_level(const Inference *inf, const void *definition);
void infer_error(Inference *inf, OpNode *node, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
