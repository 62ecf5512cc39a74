/* Collecting diagnostics: adding, merging duplicates, attaching labels and notes. Rendering is in diag_render.c. */
#include "ir/diag.h"

#include <string.h>

int pos_depth(const Pos *pos) {
    int depth = 0;
    while ((pos = pos->inlined_at))
        depth++;
    return depth;
}

const Pos *pos_within(Arena *arena, const Pos *pos, int depth, const Pos *end) {
    int kept = pos_depth(pos) + 1 - depth;
    const Pos *first = end, **next = &first;
    for (; kept > 0; kept--, pos = pos->inlined_at) {
        Pos *copy = arena_alloc(arena, sizeof *copy);
        *copy = *pos;
        copy->inlined_at = end;
        *next = copy;
        next = &copy->inlined_at;
    }
    return first;
}

/* Fills file->lines. */
static void index_lines(Arena *arena, SourceFile *file) {
    int capacity = 0;
    const char *end = file->text + file->length;
    for (const char *at = file->text; at < end;) {
        file->lines = arena_grow(arena, file->lines, file->line_count, &capacity, sizeof *file->lines);
        file->lines[file->line_count++] = at;
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline ? newline + 1 : end;
    }
}

const char *source_line(Arena *arena, SourceFile *file, int number, int *length) {
    *length = 0;
    if (!file->text)
        return NULL;
    if (!file->lines)
        index_lines(arena, file);
    if (number < 1 || number > file->line_count)
        return NULL;
    const char *line = file->lines[number - 1];
    const char *end = number < file->line_count ? file->lines[number] : file->text + file->length;
    while (end > line && (end[-1] == '\n' || end[-1] == '\r'))
        end--;
    *length = (int)(end - line);
    return line;
}

static bool same_place(const Pos *a, const Pos *b) {
    if (!a || !b)
        return a == b;
    return a->file == b->file && a->line == b->line && a->column == b->column;
}

static bool is_duplicate(const DiagList *list, const Diagnostic *diag) {
    for (int i = 0; i < list->count; i++) {
        const Diagnostic *other = list->items[i];
        if (!strcmp(other->code, diag->code) && diag->pos && same_place(other->pos, diag->pos))
            return true;
    }
    return false;
}

Diagnostic *diag_error(DiagList *list, const char *code, const Pos *pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    Diagnostic *diag = arena_alloc(list->arena, sizeof *diag);
    diag->code = arena_text(list->arena, code, strlen(code));
    diag->is_warning = *code == 'W';
    diag->pos = pos;
    diag->message = arena_vprintf(list->arena, format, args);
    va_end(args);
    if (is_duplicate(list, diag))
        return diag;
    list->items = arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = diag;
    list->error_count += !diag->is_warning;
    return diag;
}

void diag_label(DiagList *list, Diagnostic *diag, const Pos *pos, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag->labels =
        arena_grow(list->arena, diag->labels, diag->label_count, &diag->label_capacity, sizeof *diag->labels);
    diag->labels[diag->label_count++] = (DiagLabel){pos, arena_vprintf(list->arena, format, args)};
    va_end(args);
}

void diag_note(DiagList *list, Diagnostic *diag, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag->notes = arena_grow(list->arena, diag->notes, diag->note_count, &diag->note_capacity, sizeof *diag->notes);
    diag->notes[diag->note_count++] = arena_vprintf(list->arena, format, args);
    va_end(args);
}

void diag_help(DiagList *list, Diagnostic *diag, const char *format, ...) {
    va_list args;
    va_start(args, format);
    diag->help = arena_vprintf(list->arena, format, args);
    va_end(args);
}
