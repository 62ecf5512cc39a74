/* Names that are nearly the one somebody wrote. */
#ifndef FRONTEND_SUGGEST_H
#define FRONTEND_SUGGEST_H

typedef struct Suggestion {
    const char *wanted;
    const char *best; /* NULL: none is near enough */
    int distance;
} Suggestion;

Suggestion suggestion_for(const char *wanted);
/* Keeps the nearest candidate, of equally near ones the first in the alphabet. The name must live as long. Private
 * names are offered only for private names. */
void suggest_name(Suggestion *suggestion, const char *candidate);

#endif
