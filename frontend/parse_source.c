/* Source text before lexing: byte order mark, line ends, encoding. */
#include "frontend/parse.h"

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

static void drop_byte_order_mark(SourceFile *file) {
    if (file->length < 3 || memcmp(file->text, "\xEF\xBB\xBF", 3) != 0)
        return;
    file->text += 3;
    file->length -= 3;
    file->lines = NULL;
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

/* Whether it is an encoding that UTF-8 text agrees with. ASCII and Latin-1 do if the text is ASCII. */
static bool is_supported(const char *name, size_t length, bool is_ascii) {
    static const char *const utf8[] = {"utf-8", "utf8", "utf_8", "u8", "utf-8-sig", "utf_8_sig"};
    static const char *const ascii[] = {"ascii", "us-ascii", "latin-1", "latin1", "latin_1", "iso-8859-1", "iso8859-1"};
    for (size_t i = 0; i < sizeof utf8 / sizeof *utf8; i++)
        if (strlen(utf8[i]) == length && !strncasecmp(utf8[i], name, length))
            return true;
    for (size_t i = 0; is_ascii && i < sizeof ascii / sizeof *ascii; i++)
        if (strlen(ascii[i]) == length && !strncasecmp(ascii[i], name, length))
            return true;
    return false;
}

static bool is_blank_line(const char *line, const char *end) {
    while (line < end && strchr(" \t\f", *line))
        line++;
    return line == end || *line == '#';
}

/* Looks at the first two lines. */
static bool check_declaration(Arena *arena, SourceFile *file, DiagList *diags) {
    const char *line = file->text, *stop = file->text + file->length;
    bool is_ascii = true;
    for (const char *c = line; c < stop && is_ascii; c++)
        is_ascii = !(*c & 0x80);
    for (int i = 0; i < 2 && line < stop; i++) {
        const char *end = memchr(line, '\n', (size_t)(stop - line));
        end = end ? end : stop;
        size_t length;
        const char *name = declared_encoding(line, end, &length);
        if (name && !is_supported(name, length, is_ascii)) {
            Diagnostic *diag = error_at(arena, file, diags, (size_t)(name - file->text),
                                        arena_printf(arena, "the encoding `%.*s` is not supported", (int)length, name));
            diag_help(diags, diag, "save the file as UTF-8");
            return false;
        }
        if (name || !is_blank_line(line, end))
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
    drop_byte_order_mark(file);
    unify_line_ends(arena, file);
    if (!check_declaration(arena, file, diags))
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
