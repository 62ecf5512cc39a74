/* Showing diagnostics: source excerpts with carets for people, JSON for tools.
 *
 *     error[T0102]: int and str do not add
 *      --> prog.py:3:9
 *       |
 *     1 | name = "x"
 *       |        --- a str
 *     3 | print(1 + name)
 *       |       ^^^^^^^^
 *       = help: convert with str()
 */
#include "ir/diag.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_EXCERPT = 160 };

/* ---- order ---- */

/* Sort key: the file's place in order of first mention, then line and column; position-less ones come first. */
typedef struct Keyed {
    const Diagnostic *diag;
    int file, at;
} Keyed;

static int compare_keyed(const void *left, const void *right) {
    const Keyed *a = left, *b = right;
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (a->diag->pos && a->diag->pos->line != b->diag->pos->line)
        return a->diag->pos->line < b->diag->pos->line ? -1 : 1;
    if (a->diag->pos && a->diag->pos->column != b->diag->pos->column)
        return a->diag->pos->column < b->diag->pos->column ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static Keyed *in_source_order(Arena *arena, const DiagList *list) {
    Keyed *keyed = arena_alloc(arena, (size_t)list->count * sizeof *keyed);
    for (int i = 0; i < list->count; i++) {
        const Diagnostic *diag = list->items[i];
        int file = diag->pos ? i : -1;
        for (int j = 0; diag->pos && j < i; j++)
            if (keyed[j].diag->pos && keyed[j].diag->pos->file == diag->pos->file) {
                file = keyed[j].file;
                break;
            }
        keyed[i] = (Keyed){diag, file, i};
    }
    qsort(keyed, (size_t)list->count, sizeof *keyed, compare_keyed);
    return keyed;
}

/* ---- for people ---- */

typedef struct Painter {
    FILE *out;
    Arena *arena; /* the list's, for a file's line index lives as long as the file */
    bool colour;
    int gutter; /* digits of the greatest line number shown */
} Painter;

typedef struct Mark {
    const Pos *pos;
    const char *text;
    bool is_primary;
} Mark;

static void paint(const Painter *painter, const char *escape) {
    if (painter->colour)
        fprintf(painter->out, "\033[%sm", escape);
}

static const char *mark_colour(const Mark *mark, bool is_warning) {
    return !mark->is_primary ? "1;34" : is_warning ? "1;33" : "1;31";
}

/* Decodes one UTF-8 character; malformed bytes count singly. */
static int decode(const char *text, int left, uint32_t *code) {
    unsigned char lead = (unsigned char)*text;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
    if (length > left)
        length = 1;
    *code = length == 1 ? lead : lead & (0x7f >> length);
    for (int i = 1; i < length; i++)
        *code = *code << 6 | ((unsigned char)text[i] & 0x3f);
    return length;
}

/* Columns of a terminal that a character takes: East Asian wide ones and emoji two, combining ones none. */
static int display_width(uint32_t code) {
    static const uint32_t wide[][2] = {{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},
                                       {0xfe30, 0xfe6f}, {0xff00, 0xff60}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}};
    if (code == '\t')
        return 4;
    if (code >= 0x300 && code <= 0x36f)
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (code >= wide[i][0] && code <= wide[i][1])
            return 2;
    return 1;
}

static int width_of(const char *text, int length) {
    int width = 0;
    for (int at = 0; at < length;) {
        uint32_t code;
        at += decode(text + at, length - at, &code);
        width += display_width(code);
    }
    return width;
}

static void put_times(FILE *out, char c, int times) {
    for (int i = 0; i < times; i++)
        putc(c, out);
}

static void gutter(const Painter *painter, int line) {
    paint(painter, "1;34");
    if (line)
        fprintf(painter->out, "%*d |", painter->gutter, line);
    else
        fprintf(painter->out, "%*s |", painter->gutter, "");
    paint(painter, "0");
}

/* The part of a line that is shown: all of it unless it is very long, then a window around `column`. */
static void window(const char *line, int length, int column, int *from, int *to) {
    *from = 0;
    *to = length;
    if (length <= MAX_EXCERPT)
        return;
    *from = column > MAX_EXCERPT / 2 ? column - MAX_EXCERPT / 2 : 0;
    if (*from > length)
        *from = length;
    while (*from > 0 && *from < length && ((unsigned char)line[*from] & 0xc0) == 0x80)
        (*from)--;
    *to = length - *from > MAX_EXCERPT ? *from + MAX_EXCERPT : length;
    while (*to < length && ((unsigned char)line[*to] & 0xc0) == 0x80)
        (*to)++;
}

static void show_source(const Painter *painter, const char *line, int from, int to, int number) {
    gutter(painter, number);
    putc(' ', painter->out);
    for (int i = from; i < to; i++)
        if (line[i] == '\t')
            fputs("    ", painter->out);
        else
            putc((unsigned char)line[i] < 32 ? ' ' : line[i], painter->out);
    putc('\n', painter->out);
}

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

/* The line under an excerpt: carets and the label. A range of several lines is underlined to the end of its first. */
static void show_mark(const Painter *painter, const Mark *mark, bool is_warning, const char *line, int from, int to) {
    int start = clamp((int)mark->pos->column, from, to);
    int end = mark->pos->end_line > mark->pos->line ? to : clamp((int)mark->pos->end_column, start, to);
    int width = width_of(line + start, end - start);
    gutter(painter, 0);
    put_times(painter->out, ' ', 1 + width_of(line + from, start - from));
    paint(painter, mark_colour(mark, is_warning));
    put_times(painter->out, mark->is_primary ? '^' : '-', width > 0 ? width : 1);
    if (mark->text && *mark->text)
        fprintf(painter->out, " %s", mark->text);
    paint(painter, "0");
    putc('\n', painter->out);
}

static int compare_marks(const void *left, const void *right) {
    const Mark *a = left, *b = right;
    if (a->pos->line != b->pos->line)
        return a->pos->line < b->pos->line ? -1 : 1;
    if (a->pos->column != b->pos->column)
        return a->pos->column < b->pos->column ? -1 : 1;
    return b->is_primary - a->is_primary;
}

/* The marks of a diagnostic that lie in `file`, by line. */
static int marks_in(const Diagnostic *diag, const SourceFile *file, Mark *marks) {
    int count = 0;
    if (diag->pos->file == file)
        marks[count++] = (Mark){diag->pos, NULL, true};
    for (int i = 0; i < diag->label_count; i++) {
        const DiagLabel *label = &diag->labels[i];
        if (label->pos && label->pos->file == file)
            marks[count++] = (Mark){label->pos, label->text, false};
    }
    qsort(marks, (size_t)count, sizeof *marks, compare_marks);
    return count;
}

/* A label at the primary range itself is the text behind its carets. */
static int merge_primary(Mark *marks, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
        const Pos *pos = marks[i].pos;
        Mark *last = kept ? &marks[kept - 1] : NULL;
        if (last && last->is_primary && !last->text && pos->line == last->pos->line &&
            pos->column == last->pos->column && pos->end_column == last->pos->end_column)
            last->text = marks[i].text;
        else
            marks[kept++] = marks[i];
    }
    return kept;
}

static void show_excerpts(const Painter *painter, const Diagnostic *diag, SourceFile *file, const char *arrow) {
    Mark *marks = arena_alloc(painter->arena, (size_t)(diag->label_count + 1) * sizeof *marks);
    int count = merge_primary(marks, marks_in(diag, file, marks));
    const Pos *first = diag->pos->file == file ? diag->pos : marks[0].pos;
    paint(painter, "1;34");
    fprintf(painter->out, "%*s%s ", painter->gutter, "", arrow);
    paint(painter, "0");
    fprintf(painter->out, "%s:%u:%u\n", file->path, first->line, first->column + 1);
    int from = 0, to = 0, length = 0;
    const char *line = NULL;
    for (int i = 0; i < count; i++) {
        if (!i || marks[i].pos->line != marks[i - 1].pos->line) {
            line = source_line(painter->arena, file, (int)marks[i].pos->line, &length);
            if (line) {
                window(line, length, (int)marks[i].pos->column, &from, &to);
                show_source(painter, line, from, to, (int)marks[i].pos->line);
            }
        }
        if (line)
            show_mark(painter, &marks[i], diag->is_warning, line, from, to);
    }
}

static int digits(uint32_t number) {
    int count = 1;
    for (; number >= 10; number /= 10)
        count++;
    return count;
}

static void show_places(Painter *painter, const Diagnostic *diag) {
    uint32_t greatest = diag->pos->line;
    for (int i = 0; i < diag->label_count; i++)
        if (diag->labels[i].pos && diag->labels[i].pos->line > greatest)
            greatest = diag->labels[i].pos->line;
    painter->gutter = digits(greatest);
    show_excerpts(painter, diag, diag->pos->file, "-->");
    for (int i = 0; i < diag->label_count; i++) {
        const Pos *pos = diag->labels[i].pos;
        bool shown = !pos || pos->file == diag->pos->file;
        for (int j = 0; j < i && !shown; j++)
            shown = diag->labels[j].pos && diag->labels[j].pos->file == pos->file;
        if (!shown)
            show_excerpts(painter, diag, pos->file, ":::");
    }
}

static void show_remark(const Painter *painter, const char *kind, const char *text) {
    paint(painter, "1;34");
    fprintf(painter->out, "%*s = ", painter->gutter, "");
    paint(painter, "0");
    fprintf(painter->out, "%s: %s\n", kind, text);
}

static void show_diagnostic(Painter *painter, const Diagnostic *diag) {
    paint(painter, diag->is_warning ? "1;33" : "1;31");
    fprintf(painter->out, "%s[%s]", diag->is_warning ? "warning" : "error", diag->code);
    paint(painter, "0");
    paint(painter, "1");
    fprintf(painter->out, ": %s\n", diag->message);
    paint(painter, "0");
    painter->gutter = 1;
    if (diag->pos)
        show_places(painter, diag);
    for (int i = 0; i < diag->note_count; i++)
        show_remark(painter, "note", diag->notes[i]);
    if (diag->help)
        show_remark(painter, "help", diag->help);
    putc('\n', painter->out);
}

/* ---- for tools ---- */

static void json_string(FILE *out, const char *text) {
    putc('"', out);
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '"' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else if (byte < 32)
            fprintf(out, "\\u%04x", byte);
        else
            putc(byte, out);
    }
    putc('"', out);
}

static void json_pos(FILE *out, const Pos *pos) {
    if (!pos) {
        fputs("null", out);
        return;
    }
    fputs("{\"file\": ", out);
    json_string(out, pos->file->path);
    fprintf(out, ", \"line\": %u, \"column\": %u, \"end_line\": %u, \"end_column\": %u}", pos->line, pos->column + 1,
            pos->end_line, pos->end_column + 1);
}

static void json_diagnostic(FILE *out, const Diagnostic *diag) {
    fprintf(out, "{\"severity\": \"%s\", \"code\": \"%s\", \"message\": ", diag->is_warning ? "warning" : "error",
            diag->code);
    json_string(out, diag->message);
    fputs(", \"range\": ", out);
    json_pos(out, diag->pos);
    fputs(", \"labels\": [", out);
    for (int i = 0; i < diag->label_count; i++) {
        fputs(i ? ", {\"range\": " : "{\"range\": ", out);
        json_pos(out, diag->labels[i].pos);
        fputs(", \"text\": ", out);
        json_string(out, diag->labels[i].text);
        putc('}', out);
    }
    fputs("], \"notes\": [", out);
    for (int i = 0; i < diag->note_count; i++) {
        fputs(i ? ", " : "", out);
        json_string(out, diag->notes[i]);
    }
    fputs("], \"help\": ", out);
    if (diag->help)
        json_string(out, diag->help);
    else
        fputs("null", out);
    putc('}', out);
}

static void render_json(FILE *out, const Keyed *keyed, int count) {
    putc('[', out);
    for (int i = 0; i < count; i++) {
        fputs(i ? ",\n " : "", out);
        json_diagnostic(out, keyed[i].diag);
    }
    fputs("]\n", out);
}

void diag_render(const DiagList *list, FILE *out, DiagFormat format, bool colour, int limit) {
    Arena *scratch = arena_new();
    Keyed *keyed = in_source_order(scratch, list);
    int shown = list->count < limit ? list->count : limit;
    Painter painter = {out, list->arena, colour, 1};
    if (format == DIAG_JSON)
        render_json(out, keyed, shown);
    else
        for (int i = 0; i < shown; i++)
            show_diagnostic(&painter, keyed[i].diag);
    if (format == DIAG_HUMAN && shown < list->count)
        fprintf(out, "... and %d more\n", list->count - shown);
    arena_free(scratch);
}
