/* Templates of expansions: Python source with holes.
 *
 *   $word             the attribute of the field, or option, of that name
 *   $[for CONDITION]  .. $[end]: once for each field of which the condition holds
 *   $[if CONDITION]   .. $[else] .. $[end]
 *
 * A condition is a list of words that must all hold: `word` (given, and not False), `?word` (given, be it False),
 * `!word`, `word=text`, `word!=text`. Inside a loop they are about the field, then the options; `any` before them asks
 * for any field.
 * `first` holds in the first turn of a loop.
 */
#include "frontend/expand_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Filler {
    const Expand *expand;
    const FieldList *fields;
    const Attr *options;
    const TemplateField *field; /* of the innermost loop */
    bool is_first;
    FILE *out;
} Filler;

static const char *fill(Filler *f, const char *at, bool writes);

const char *expand_attr(const Attr *list, const char *name) {
    for (; list; list = list->next)
        if (!strcmp(list->name, name))
            return list->text;
    return NULL;
}

static const char *look_up(const Filler *f, const char *name) {
    if (f->field && !strcmp(name, "name"))
        return f->field->name;
    if (f->field && !strcmp(name, "first"))
        return f->is_first ? "True" : "False";
    const char *text = f->field ? expand_attr(f->field->attrs, name) : NULL;
    return text ? text : expand_attr(f->options, name);
}

/* ---- conditions ---- */

static bool word_holds(const Filler *f, const char *word) {
    char name[64];
    if (word[0] == '?')
        return look_up(f, word + 1) != NULL;
    const char *equals = strchr(word, '=');
    bool negated = word[0] == '!' || (equals && equals > word && equals[-1] == '!');
    word += word[0] == '!';
    size_t length = equals ? (size_t)(equals - word) - (equals[-1] == '!') : strlen(word);
    snprintf(name, sizeof name, "%.*s", (int)length, word);
    const char *text = look_up(f, name);
    bool holds = equals ? text && !strcmp(text, equals + 1) : text && strcmp(text, "False") != 0;
    return holds != negated;
}

static bool all_hold(const Filler *f, const char *words, const char *end) {
    while (words < end) {
        char word[64];
        size_t length = strcspn(words, " ]");
        snprintf(word, sizeof word, "%.*s", (int)length, words);
        if (length && !word_holds(f, word))
            return false;
        words += length + 1;
    }
    return true;
}

static bool any_holds(const Filler *f, const char *words, const char *end) {
    Filler inner = *f;
    for (int i = 0; i < f->fields->count; i++) {
        inner.field = &f->fields->items[i];
        if (all_hold(&inner, words, end))
            return true;
    }
    return false;
}

static bool condition_holds(const Filler *f, const char *words, const char *end) {
    bool is_any = !strncmp(words, "any", 3) && (words[3] == ' ' || words + 3 == end);
    return is_any ? any_holds(f, words + 3, end) : all_hold(f, words, end);
}

/* ---- the parts of a template ---- */

static bool starts(const char *at, const char *directive) {
    return !strncmp(at, directive, strlen(directive));
}

static const char *fill_if(Filler *f, const char *at, bool writes) {
    const char *end = strchr(at, ']');
    bool holds = condition_holds(f, at, end);
    at = fill(f, end + 1, writes && holds);
    if (starts(at, "$[else]"))
        at = fill(f, at + strlen("$[else]"), writes && !holds);
    return at + strlen("$[end]");
}

static const char *fill_for(Filler *f, const char *at, bool writes) {
    const char *end = strchr(at, ']');
    Filler inner = *f;
    inner.is_first = true;
    for (int i = 0; writes && i < f->fields->count; i++) {
        inner.field = &f->fields->items[i];
        if (!all_hold(&inner, at, end))
            continue;
        fill(&inner, end + 1, true);
        inner.is_first = false;
    }
    return fill(f, end + 1, false) + strlen("$[end]");
}

static const char *fill_word(Filler *f, const char *at, bool writes) {
    char word[64];
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    snprintf(word, sizeof word, "%.*s", (int)length, at);
    const char *text = writes ? look_up(f, word) : NULL;
    if (text)
        fputs(text, f->out);
    return at + length;
}

/* Gives where the part ends: at $[else], $[end] or the end of the text. */
static const char *fill(Filler *f, const char *at, bool writes) {
    while (*at) {
        if (*at != '$') {
            if (writes)
                fputc(*at, f->out);
            at++;
        } else if (starts(at, "$[if ")) {
            at = fill_if(f, at + strlen("$[if "), writes);
        } else if (starts(at, "$[for ")) {
            at = fill_for(f, at + strlen("$[for "), writes);
        } else if (at[1] == '[') {
            return at;
        } else {
            at = fill_word(f, at + 1, writes);
        }
    }
    return at;
}

char *expand_fill(const Expand *expand, const char *template, const FieldList *fields, const Attr *options,
                  size_t *length) {
    char *text = NULL;
    FILE *out = open_memstream(&text, length);
    fill(&(Filler){.expand = expand, .fields = fields, .options = options, .out = out}, template, true);
    fclose(out);
    char *kept = arena_text(expand->arena, text, *length);
    free(text);
    return kept;
}
