/* Allocation folding: objects of fixed sizes that a block makes one after the other take one piece of memory, which is
 * asked for with the first of them. Only where memory is handed out one behind the other and nothing is freed by itself
 * (gc.def). Clifford, Payer, Starzinger, Titzer: Allocation Folding Based on Dominance, ISMM 2014; here within a block,
 * so that next to all of the memory is used.
 *
 * Between the first malloc and the last nothing may collect: their places are computed from the first object's.
 */
#include "gctransform/weave.h"

enum { WORD = 8, MOST_BYTES = 512 };

typedef struct Folded {
    const Op *first;
    int64_t offset; /* from the first object */
} Folded;

struct Folding {
    Arena *arena;
    Map bytes;  /* by first malloc: of all that it asks for */
    Map folded; /* by any other: Folded */
};

int64_t malloc_fixed_size(const Op *op) {
    const Type *type = op->type;
    int64_t size = type->size;
    if (op->code != OP_MALLOC) {
        const Value *length = op->args[0];
        if (!length->is_const || length->constant.integer < 0 || length->constant.integer > MOST_BYTES)
            return -1;
        size = type->items_offset + length->constant.integer * type_memory_size(type_variable_part(op->type)->item);
    }
    return (size + WORD - 1) / WORD * WORD;
}

/* Whether the collector may run, or the block be split for what is asked of it. An op that raises leaves the block:
 * what is asked for and not used then is lost, which does no harm. */
static bool ends_group(const Op *op) {
    return op_info[op->code].flags & OPF_COLLECTS || is_collector_request(op);
}

static void add_pair(Folding *folding, const Op *first, int64_t end, const Op *op, int64_t size) {
    *map_put(folding->arena, &folding->bytes, (uint64_t)(uintptr_t)first) = (uint64_t)(end + size);
    Folded *folded = arena_alloc(folding->arena, sizeof *folded);
    *folded = (Folded){first, end};
    map_set_ptr(folding->arena, &folding->folded, op, folded);
}

static void fold_block(Folding *folding, const Block *block) {
    const Op *first = NULL;
    int64_t end = 0; /* of what the group has so far */
    for (int i = 0; i < block->op_count; i++) {
        const Op *op = block->ops[i];
        bool is_malloc = op_is_gc_malloc(op) && op->propagate;
        int64_t size = is_malloc ? malloc_fixed_size(op) : -1;
        if (size >= 0 && first && end + size <= MOST_BYTES) {
            add_pair(folding, first, end, op, size);
            end += size;
        } else if (size >= 0) {
            first = op;
            end = size;
        } else if (ends_group(op)) {
            first = NULL;
        }
    }
}

Folding *folding_compute(Arena *arena, const Weave *weave, const Graph *graph) {
    Folding *folding = arena_alloc(arena, sizeof *folding);
    folding->arena = arena;
    for (int i = 0; i < graph->block_count && weave->info->bumps; i++)
        fold_block(folding, graph->blocks[i]);
    return folding;
}

int64_t folding_bytes(const Folding *folding, const Op *op) {
    const uint64_t *bytes = map_find(&folding->bytes, (uint64_t)(uintptr_t)op);
    return bytes ? (int64_t)*bytes : malloc_fixed_size(op);
}

const Op *folding_first(const Folding *folding, const Op *op, int64_t *offset) {
    const Folded *folded = map_get_ptr(&folding->folded, op);
    if (!folded)
        return NULL;
    *offset = folded->offset;
    return folded->first;
}
