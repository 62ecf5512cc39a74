/* Names that are nearly the one somebody wrote, by edit distance. */
#include "frontend/suggest.h"

#include <stdbool.h>
#include <string.h>

enum { MAX_NAME = 64 };

/* The number of letters to insert, delete, replace or swap with their neighbour to make `b` of `a`. */
static int edit_distance(const char *a, const char *b) {
    int rows[3][MAX_NAME + 1];
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n > MAX_NAME || m > MAX_NAME)
        return MAX_NAME;
    int *before = rows[0], *last = rows[1], *row = rows[2];
    for (int j = 0; j <= m; j++)
        last[j] = j;
    for (int i = 1; i <= n; i++) {
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int best = last[j - 1] + (a[i - 1] != b[j - 1]);
            best = last[j] + 1 < best ? last[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            row[j] = is_swap && before[j - 2] + 1 < best ? before[j - 2] + 1 : best;
        }
        int *free_row = before;
        before = last;
        last = row;
        row = free_row;
    }
    return last[m];
}

Suggestion suggestion_for(const char *wanted) {
    size_t length = strlen(wanted);
    int limit = length <= 3 ? 1 : length <= 8 ? 2 : 3;
    return (Suggestion){wanted, NULL, limit + 1};
}

void suggest_name(Suggestion *suggestion, const char *candidate) {
    if (*candidate == '_' && *suggestion->wanted != '_')
        return;
    int distance = edit_distance(suggestion->wanted, candidate);
    bool is_tie = distance == suggestion->distance && suggestion->best;
    if (distance < suggestion->distance || (is_tie && strcmp(candidate, suggestion->best) < 0)) {
        suggestion->best = candidate;
        suggestion->distance = distance;
    }
}
