/* Changes to a large heap: bench/programs/large_heap.py in C; with -DUSE_GC nothing is freed by hand. */
#include <stdio.h>
#include "memory.h"

#define MODULUS 2147483647

typedef struct Item {
    long value, weight;
} Item;

typedef struct Cell {
    Item *item;
    long changes;
} Cell;

static Item *new_item(long value, long weight) {
    Item *item = new_memory(sizeof *item);
    *item = (Item){value, weight};
    return item;
}

static Cell *new_cell(Item *item) {
    Cell *cell = new_memory(sizeof *cell);
    *cell = (Cell){item, 0};
    return cell;
}

static void update(Cell **cells, long count, long updates) {
    long place = 1;
    for (long n = 0; n < updates; n++) {
        place = place * 48271 % MODULUS;
        Cell *cell = cells[place % count];
        Item *old = cell->item;
        cell->changes++;
        if (n % 4) {
            DROP(old);
            cell->item = new_item(n, place);
        } else {
            Cell *other = cells[n % count];
            cell->item = other->item;
            other->item = old;
        }
    }
}

int main(int argc, char **argv) {
    START_MEMORY();
    long count = argc > 1 ? atol(argv[1]) : 200000, updates = argc > 2 ? atol(argv[2]) : 1000000;
    Cell **cells = new_memory((size_t)count * sizeof *cells);
    for (long n = 0; n < count; n++) {
        cells[n] = new_cell(new_item(n, n));
    }
    update(cells, count, updates);
    long values = 0, weights = 0, changes = 0;
    for (long n = 0; n < count; n++) {
        values += cells[n]->item->value;
        weights += cells[n]->item->weight % 1000;
        changes += cells[n]->changes;
        DROP(cells[n]->item);
        DROP(cells[n]);
    }
    DROP(cells);
    printf("%ld %ld %ld\n", values, weights, changes);
}
