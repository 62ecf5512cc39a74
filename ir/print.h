/* Pieces of the text form for others than the printer (dot.c); private to ir/. Nothing here ends a line. */
#ifndef IR_PRINT_H
#define IR_PRINT_H

#include "ir/ir.h"

typedef struct Writer {
    FILE *out;
    Arena *scratch;
    const Program *program;
    const char **type_texts; /* by index, filled on use */
    const Graph *graph;      /* the one being written */
    bool hides_positions;    /* of constants */
} Writer;

Writer print_writer(Arena *scratch, const Program *program, FILE *out);
/* label(inputs) */
void print_block_head(const Writer *writer, const Block *block);
/* The op without its position. */
void print_op(const Writer *writer, const Op *op);
/* The exit's case as it stands before the arrow. */
void print_case(const Writer *writer, const Link *link);
void print_values(const Writer *writer, Value *const *values, int count);

#endif
