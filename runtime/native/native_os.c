/* What the operating system offers: entropy, paths, folders, the environment. */
#include "weft.h"

#include <time.h>
#include <sys/random.h>

int64_t weft_entropy(void) {
    int64_t bits;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        bits = (int64_t)clock() ^ (int64_t)time(NULL) << 20; /* a kernel without the call */
    return bits;
}
