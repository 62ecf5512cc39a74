/* Source text before lexing: byte order mark, line ends, encoding. */
#include "frontend/parse.h"

#include <iconv.h>
#include <string.h>
#include <strings.h>

static Diagnostic *error_at(Arena *arena, SourceFile *file, DiagList *diags, size_t offset, const char *message) {
    Pos *pos = arena_alloc(arena, sizeof *pos);
    pos->file = file;
    pos->line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < offset; i++)
        if (file->text[i] == '\n') {
            pos->line++;
            line_start = i + 1;
        }
    pos->end_line = pos->line;
    pos->column = (uint32_t)(offset - line_start);
    pos->end_column = pos->column + 1;
    return diag_error(diags, "P0005", pos, "%s", message);
}

/* ---- line ends ---- */

static bool drop_byte_order_mark(SourceFile *file) {
    if (file->length < 3 || memcmp(file->text, "\xEF\xBB\xBF", 3) != 0)
        return false;
    file->text += 3;
    file->length -= 3;
    file->lines = NULL;
    return true;
}

static void unify_line_ends(Arena *arena, SourceFile *file) {
    if (!memchr(file->text, '\r', file->length))
        return;
    char *text = arena_alloc(arena, file->length + 1), *out = text;
    for (size_t i = 0; i < file->length; i++) {
        bool is_pair = file->text[i] == '\r' && file->text[i + 1] == '\n';
        if (!is_pair)
            *out++ = file->text[i] == '\r' ? '\n' : file->text[i];
    }
    file->text = text;
    file->length = (size_t)(out - text);
    file->lines = NULL;
}

/* ---- encoding ---- */

/* The length of the UTF-8 character at `b`, 0 if it is none. Surrogates and overlong forms are none. */
static size_t character_length(const uint8_t *b, size_t available) {
    if (b[0] < 0x80)
        return 1;
    size_t length = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    if (b[0] < 0xC2 || b[0] > 0xF4 || available < length)
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((b[i] & 0xC0) != 0x80)
            return 0;
    bool is_overlong = (b[0] == 0xE0 && b[1] < 0xA0) || (b[0] == 0xF0 && b[1] < 0x90);
    bool is_outside = (b[0] == 0xED && b[1] >= 0xA0) || (b[0] == 0xF4 && b[1] >= 0x90);
    return is_overlong || is_outside ? 0 : length;
}

/* The offset of the first byte that is NUL or not UTF-8, or the length. */
static size_t first_bad_byte(const SourceFile *file) {
    const uint8_t *bytes = (const uint8_t *)file->text;
    for (size_t i = 0; i < file->length;) {
        size_t length = bytes[i] ? character_length(bytes + i, file->length - i) : 0;
        if (!length)
            return i;
        i += length;
    }
    return file->length;
}

static bool is_encoding_part(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("-_.", c));
}

/* The encoding a comment line declares, its length in *length; NULL if none. */
static const char *declared_encoding(const char *line, const char *end, size_t *length) {
    while (line < end && strchr(" \t\f", *line))
        line++;
    if (line == end || *line != '#')
        return NULL;
    for (; end - line >= 7; line++) {
        if (memcmp(line, "coding", 6) != 0 || (line[6] != ':' && line[6] != '='))
            continue;
        const char *name = line + 7;
        while (name < end && (*name == ' ' || *name == '\t'))
            name++;
        for (*length = 0; name + *length < end && is_encoding_part(name[*length]);)
            ++*length;
        if (*length)
            return name;
    }
    return NULL;
}

static bool is_one_of(const char *const *names, const char *name) {
    for (; *names; names++)
        if (!strcasecmp(*names, name))
            return true;
    return false;
}

static bool is_utf8(const char *name) {
    static const char *const names[] = {"utf-8", "utf8", "utf_8", "u8", "utf-8-sig", "utf_8_sig", NULL};
    return is_one_of(names, name);
}

/* The name under which the C library knows a Python encoding. */
static const char *library_name(const char *name) {
    static const char *const latin[] = {"latin-1", "latin1", "latin_1", "iso-latin-1", "iso8859-1", "l1", NULL};
    return is_one_of(latin, name) ? "ISO-8859-1" : name;
}

/* Makes UTF-8 of the text. Encodings in which the declaration itself reads differently are none of Python's sources. */
static bool convert(Arena *arena, SourceFile *file, const char *name, size_t ascii) {
    iconv_t converter = iconv_open("UTF-8", library_name(name));
    if (converter == (iconv_t)-1)
        return false;
    size_t size = 4 * file->length + 16, in_left = file->length, out_left = size - 1;
    char *text = arena_alloc(arena, size), *in = (char *)file->text, *out = text;
    bool done = iconv(converter, &in, &in_left, &out, &out_left) != (size_t)-1 && !in_left;
    iconv_close(converter);
    if (!done || (size_t)(out - text) < ascii || memcmp(text, file->text, ascii) != 0)
        return false;
    *out = 0;
    file->text = text;
    file->length = (size_t)(out - text);
    file->lines = NULL;
    return true;
}

static bool is_ascii(const SourceFile *file) {
    for (size_t i = 0; i < file->length; i++)
        if (file->text[i] & 0x80)
            return false;
    return true;
}

/* Brings the text to UTF-8 from the encoding declared at offset `at`. */
static bool apply_declaration(Arena *arena, SourceFile *file, DiagList *diags, const char *name, size_t at,
                              bool has_mark) {
    static const char *const same[] = {"ascii", "us-ascii", NULL};
    if (is_utf8(name))
        return true;
    const char *message = NULL;
    if (has_mark)
        message = arena_printf(arena, "encoding problem: %s with a byte order mark", name);
    else if (!(is_one_of(same, name) && is_ascii(file)) && !convert(arena, file, name, at + strlen(name)))
        message = arena_printf(arena, "the encoding `%s` is not supported, or the text is not in it", name);
    if (message)
        diag_help(diags, error_at(arena, file, diags, at, message), "save the file as UTF-8");
    return !message;
}

static bool is_blank_line(const char *line, const char *end) {
    while (line < end && strchr(" \t\f", *line))
        line++;
    return line == end || *line == '#';
}

/* Looks at the first two lines. */
static bool check_declaration(Arena *arena, SourceFile *file, DiagList *diags, bool has_mark) {
    const char *line = file->text, *stop = file->text + file->length;
    for (int i = 0; i < 2 && line < stop; i++) {
        const char *end = memchr(line, '\n', (size_t)(stop - line));
        end = end ? end : stop;
        size_t length;
        const char *name = declared_encoding(line, end, &length);
        if (name)
            return apply_declaration(arena, file, diags, arena_text(arena, name, length), (size_t)(name - file->text),
                                     has_mark);
        if (!is_blank_line(line, end))
            return true;
        line = end + 1;
    }
    return true;
}

bool parse_normalise_source(Arena *arena, SourceFile *file, DiagList *diags) {
    if (file->length >= UINT32_MAX / 2) {
        diag_error(diags, "P0005", NULL, "source file too large: %s", file->path);
        return false;
    }
    bool has_mark = drop_byte_order_mark(file);
    unify_line_ends(arena, file);
    if (!check_declaration(arena, file, diags, has_mark))
        return false;
    size_t bad = first_bad_byte(file);
    if (bad == file->length)
        return true;
    uint8_t byte = (uint8_t)file->text[bad];
    if (byte == 0) {
        error_at(arena, file, diags, bad, "source code cannot contain null bytes");
        return false;
    }
    Diagnostic *diag = error_at(arena, file, diags, bad, arena_printf(arena, "byte 0x%02x is not UTF-8", byte));
    diag_help(diags, diag, "save the file as UTF-8");
    return false;
}
