/* Fannkuch: examples/fannkuch.py in C. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 20

static void reverse_prefix(int *cards, int count) {
    for (int low = 0, high = count - 1; low < high; low++, high--) {
        int card = cards[low];
        cards[low] = cards[high];
        cards[high] = card;
    }
}

static int count_flips(const int *permutation, int n) {
    int cards[MOST], flips = 0;
    memcpy(cards, permutation, (size_t)n * sizeof *cards);
    for (; cards[0] != 1; flips++) {
        reverse_prefix(cards, cards[0]);
    }
    return flips;
}

/* The next one in the order of rotations of growing prefixes; false after the last. */
static bool next_permutation(int *permutation, int *counts, int n) {
    for (int place = 1; place < n; place++) {
        int first = permutation[0];
        for (int i = 0; i < place; i++) {
            permutation[i] = permutation[i + 1];
        }
        permutation[place] = first;
        if (++counts[place] <= place) {
            return true;
        }
        counts[place] = 0;
    }
    return false;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 10;
    int permutation[MOST], counts[MOST] = {0};
    if (n < 1 || n > MOST) {
        return EXIT_FAILURE;
    }
    for (int i = 0; i < n; i++) {
        permutation[i] = i + 1;
    }
    int most = 0;
    long checksum = 0, index = 0;
    do {
        int flips = count_flips(permutation, n);
        most = flips > most ? flips : most;
        checksum += index++ % 2 == 0 ? flips : -flips;
    } while (next_permutation(permutation, counts, n));
    printf("%ld\nPfannkuchen(%d) = %d\n", checksum, n, most);
}
