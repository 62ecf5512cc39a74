/* A link passes its arguments at once: parallel moves between locals, put into an order, with a temporary where they
 * form a cycle. */
#include "backend_c/function.h"

typedef struct Move {
    int to, from;       /* locals; from -1: a constant */
    const Value *value; /* the argument */
    bool is_done;
} Move;

typedef struct Moves {
    Move *items;
    int count;
    Map readers; /* local -> how many moves still read it */
    Map writer;  /* local -> the move that writes it, + 1 */
} Moves;

static bool is_move(const Function *function, const Link *link, int at) {
    int to = locals_of(function->locals, link->target->inputs[at]);
    return to >= 0 && to != locals_of(function->locals, link->args[at]);
}

bool moves_needed(const Function *function, const Link *link) {
    if (link->target == function->graph->return_block || link->target == function->graph->except_block)
        return false;
    for (int i = 0; i < link->arg_count; i++)
        if (is_move(function, link, i))
            return true;
    return false;
}

static Moves collect(Function *function, const Link *link) {
    Moves moves = {.items = arena_alloc(function->scratch, (size_t)link->arg_count * sizeof *moves.items)};
    for (int i = 0; i < link->arg_count; i++) {
        if (!is_move(function, link, i))
            continue;
        Move move = {locals_of(function->locals, link->target->inputs[i]), locals_of(function->locals, link->args[i]),
                     link->args[i], false};
        moves.items[moves.count++] = move;
        *map_put(function->scratch, &moves.writer, (uint64_t)move.to) = (uint64_t)moves.count;
        if (move.from >= 0)
            ++*map_put(function->scratch, &moves.readers, (uint64_t)move.from);
    }
    return moves;
}

static const char *local_name(const Function *function, int local) {
    return function->locals->items[local].name;
}

static bool is_blocked(const Moves *moves, const Move *move) {
    uint64_t *readers = map_find(&moves->readers, (uint64_t)move->to);
    return readers && *readers > 0;
}

/* Writes a move that nothing waits for, then those it was in the way of. */
static void write_from(Function *function, Moves *moves, Move *move, const char *indent) {
    while (move && !move->is_done && !is_blocked(moves, move)) {
        text_all(function->out, indent, local_name(function, move->to), " = ", NULL);
        value_emit(function, move->value);
        text_add(function->out, ";\n");
        move->is_done = true;
        if (move->from < 0)
            return;
        --*map_find(&moves->readers, (uint64_t)move->from);
        uint64_t *writer = map_find(&moves->writer, (uint64_t)move->from);
        move = writer ? &moves->items[*writer - 1] : NULL;
    }
}

static Move *writer_of(const Moves *moves, int local) {
    return &moves->items[*map_find(&moves->writer, (uint64_t)local) - 1];
}

/* Only cycles are left: every local in one is written by one move and read by one. */
static void write_cycle(Function *function, Moves *moves, Move *start, const char *indent) {
    const char *type = unit_type(function->unit, function->locals->items[start->to].type);
    text_all(function->out, indent, "{\n", indent, "    ", NULL);
    c_declare(function->out, type, "moved");
    text_all(function->out, " = ", local_name(function, start->to), ";\n", NULL);
    Move *move = start;
    for (; move->from != start->to; move = writer_of(moves, move->from)) {
        text_all(function->out, indent, "    ", local_name(function, move->to), " = ", local_name(function, move->from),
                 ";\n", NULL);
        move->is_done = true;
    }
    text_all(function->out, indent, "    ", local_name(function, move->to), " = moved;\n", indent, "}\n", NULL);
    move->is_done = true;
}

void moves_emit(Function *function, const Link *link, const char *indent) {
    if (!moves_needed(function, link))
        return;
    Moves moves = collect(function, link);
    for (int i = 0; i < moves.count; i++)
        write_from(function, &moves, &moves.items[i], indent);
    for (int i = 0; i < moves.count; i++)
        if (!moves.items[i].is_done)
            write_cycle(function, &moves, &moves.items[i], indent);
}
