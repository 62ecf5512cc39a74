/* Part of infer_internal.h: tuples, and the objects that stand for tuples and other builtin objects. */
#ifndef FRONTEND_INFER_TUPLE_H
#define FRONTEND_INFER_TUPLE_H

#include "frontend/infer_internal.h"

/* tuples (infer_tuple.c) */

/* weft.core.open_tuple's class: tuples whose length is not known. */
bool is_open_tuple_class(const ClassDef *def);
/* An instance of it. */
bool con_is_open_tuple(const Con *con);
/* The cell's open tuple, or NULL. */
Con *cell_open_tuple(Cell *cell);
/* The cell's tuple of known length, unless there is an open one, too: then it will be converted to that. */
Con *cell_fixed_tuple(Cell *cell);
/* `con` is a tuple of known length beside others: what is done with it waits for the open tuple that they become. */
bool cell_hides_tuple(Cell *cell, const Con *con);
/* `con` has come into `cell`: the items of tuples of known length join those of an open one. */
void infer_meet_tuples(Inference *inf, Cell *cell, Con *con);
/* Where one operand is an open tuple and the other of known length, that one is taken as open. */
void infer_open_operands(Inference *inf, OpNode *node, Cell **a, Cell **b);
/* tuple(operand) */
void infer_tuple_of(Inference *inf, OpNode *node, Cell *operand, Cell *result);
typedef struct Dunder Dunder;
/* The positions that a slice op takes of a tuple of `count` items; their number, -1 if the bounds are no constants. */
int tuple_slice_items(Inference *inf, const Op *op, int count, int **items);
/* How often tuple * n repeats, n being the op's operand `side`; -1 if it is no constant. */
int tuple_repeat_count(const Op *op, int side);
/* A tuple as an open one, made at this op; empty if that class is not there yet. */
Cell *tuple_as_open(Inference *inf, OpNode *node, Con *tuple);
/* A list of a tuple's items, made at this op (infer_op.c). */
Cell *tuple_as_list(Inference *inf, OpNode *node, Con *tuple);
/* What is no scalar of `cell`, in a cell of its own (infer_op.c). */
Cell *cons_only(Inference *inf, OpNode *node, Cell *cell);
/* Whether a getitem op's index is a constant, or a module variable that is never anything else. */
bool tuple_index_known(Inference *inf, Body *body, const Op *op, int64_t *index);
void infer_tuple_item(Inference *inf, OpNode *node, Con *con);
void infer_unpack(Inference *inf, OpNode *node);
void infer_unpack_star(Inference *inf, OpNode *node);
void infer_tuple_slice(Inference *inf, OpNode *node, Con *con);
/* The method by which a named tuple gives its items. */
#define ITEMS_METHOD "_weft_items"
/* The method by which other objects give what they are taken apart as. */
#define UNPACK_METHOD "_weft_unpack"
bool op_unpacks(OpCode code);
#define COMPARES_ITSELF "_weft_compares"
/* The attributes of a class of which its members, as an Enum's, are read: what iterates and what subscripts it. */
#define CLASS_MEMBERS "_enum_members"
#define MEMBERS_BY_NAME "__members__"
/* Which of them the op asks of a class. */
const char *class_items_name(OpCode code);
/* The class of 64-bit words: its objects are their bits, and go with no others (nor with None) in a place. */
bool class_is_word(const ClassDef *def);
/* The method of library objects that, found on a class, bind to the instance. */
#define BINDS "_weft_bind"
/* Of library classes that answer operators of their relatives on the left. */
#define ANSWERS "_weft_answers"
/* Of classes that CPython derives from a builtin class: that class. Only the program sees them so. */
#define STANDS_FOR "_stands_for"
/* Classes that have the attribute as its value; other operands as they are. */
Cell *infer_class_items(Inference *inf, OpNode *node, Cell *classes, const char *name);
/* The op's first operand; a named tuple as the tuple it stands for. */
Cell *infer_items(Inference *inf, OpNode *node);
/* tuple + tuple, tuple * constant. False if it is neither. */
/* The method that orders the common part of tuples of these lengths as the operator orders them; NULL for equal lengths
 * and other operators. */
const char *tuple_order_method(OpCode code, int left, int right);
bool infer_tuple_operator(Inference *inf, OpNode *node, const Dunder *dunder, Con *con, Cell *other);

#endif
