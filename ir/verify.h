/* The verifier's state and parts; private to ir/. The invariants are listed at the head of verify.c. */
#ifndef IR_VERIFY_H
#define IR_VERIFY_H

#include "ir/ir.h"

typedef struct Verifier {
    Arena *arena; /* for the message */
    Arena *scratch;
    Program *program;
    const Graph *graph;
    const Block *block;  /* the place at work; NULL: none */
    int op;              /* number in the block, or -1 */
    Map defined;         /* variable -> the block that defines it; filled on the way */
    const char *message; /* the first violation */
} Verifier;

/* Records a violation of invariant `number` at the place at work, if it is the first. */
void verify_fail(Verifier *verifier, int number, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool verify_reached(const Verifier *verifier, Stage stage);
const char *verify_type_text(const Verifier *verifier, const Type *type);

/* V09-V13, V20-V30, V37: one op by itself (its variables are checked by verify.c). */
void verify_op(Verifier *verifier, const Op *op);
/* V35, V36 */
void verify_value(Verifier *verifier, const Value *value);
/* V40: a sound graph of stage low or exc. */
void verify_addresses(Verifier *verifier, const Graph *graph);
/* V33: all struct types. */
void verify_types(Verifier *verifier);
/* V32 */
void verify_data(Verifier *verifier, const Data *data);
/* Whether two types are equal, or functions of equal types up to what their pointers point to. */
bool verify_callable_as(const Type *a, const Type *b);

#endif
