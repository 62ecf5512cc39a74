/* Where a sequence of named items is cut into units. */
#include "backend_c/emit.h"

/* A name cuts with probability 1/CUTS once a chunk holds half its target; at twice the target any name does. */
enum { CUTS = 8 };

bool chunk_begins(Chunker *chunker, const char *name, int cost) {
    int64_t before = chunker->cost;
    bool may_cut = before >= chunker->target / 2 && hash_text(HASH_SEED, name) % CUTS == 0;
    bool must_cut = before > 0 && before + cost > (int64_t)chunker->target * 2;
    if (may_cut || must_cut) {
        chunker->cost = cost;
        return true;
    }
    chunker->cost = before + cost;
    return before == 0;
}
