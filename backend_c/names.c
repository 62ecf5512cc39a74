/* The mangling. Decoding reads from the left: `Z` and what follows it, `__`, single characters; so it is injective. */
#include "backend_c/names.h"
#include "backend_c/text.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 200, LONGEST_LOCAL = 32 };

static const struct {
    char byte, code;
} escapes[] = {{'<', 'l'}, {'>', 'g'}, {'[', 'b'}, {']', 'e'}, {',', 'c'}, {' ', 's'}, {'#', 'n'},
               {'(', 'p'}, {')', 'q'}, {'|', 'o'}, {'Z', 'Z'}, {'-', 'm'}, {':', 'k'}, {'*', 'a'}};

static void escape(Text *text, char byte) {
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (escapes[i].byte == byte) {
            text_char(text, 'Z');
            text_char(text, escapes[i].code);
            return;
        }
    text_printf(text, "Zx%02x", (unsigned char)byte);
}

/* Encodes the underscores at `at`: how many bytes that took. */
static int underscore(Text *text, const char *name, const char *at) {
    if (at[1] == '_') {
        text_add_n(text, "Zd", 2);
        return 2;
    }
    bool touches = at == name || at[-1] == '_' || at[-1] == '.' || !at[1] || at[1] == '.';
    text_add(text, touches ? "Zu" : "_");
    return 1;
}

static void encode(Text *text, const char *name) {
    for (const char *at = name; *at; at++) {
        if (isalnum((unsigned char)*at) && *at != 'Z')
            text_char(text, *at);
        else if (*at == '.')
            text_add_n(text, "__", 2);
        else if (*at == '_')
            at += underscore(text, name, at) - 1;
        else
            escape(text, *at);
    }
}

const char *name_encode(Arena *arena, const char *name) {
    Text text = {.arena = arena};
    encode(&text, name);
    if (text.length > LONGEST) {
        uint64_t hash = hash_text(HASH_SEED, name);
        text.length = LONGEST;
        text_printf(&text, "Zh%016llx", (unsigned long long)hash);
    }
    return text_get(&text);
}

static bool starts_with(const char *text, const char *prefix) {
    return !strncmp(text, prefix, strlen(prefix));
}

const char *name_function(Arena *arena, const char *graph_name) {
    if (starts_with(graph_name, "__main__."))
        return arena_printf(arena, "main__%s", name_encode(arena, graph_name + strlen("__main__.")));
    const char *name = name_encode(arena, graph_name);
    bool clashes = !strstr(name, "__") || starts_with(name, "main__") || starts_with(name, "data__") ||
                   starts_with(name, "trace__") || starts_with(name, "place__") || starts_with(name, "aside__") ||
                   isdigit((unsigned char)*name);
    return clashes ? arena_printf(arena, "Zf%s", name) : name;
}

const char *name_data(Arena *arena, const char *data_name) {
    return arena_printf(arena, "data__%s", name_encode(arena, data_name));
}

const char *name_trace(Arena *arena, const char *graph_name) {
    return arena_printf(arena, "trace__%s", name_encode(arena, graph_name));
}

const char *name_place(Arena *arena, const char *graph_name) {
    return arena_printf(arena, "place__%s", name_encode(arena, graph_name));
}

const char *name_local(Arena *arena, const char *hint) {
    char *name = arena_alloc(arena, LONGEST_LOCAL + 2);
    int length = 0;
    for (; *hint && length < LONGEST_LOCAL; hint++) {
        bool is_underscore = *hint == '_' && length && name[length - 1] != '_';
        if (isalpha((unsigned char)*hint) || is_underscore || (isdigit((unsigned char)*hint) && length))
            name[length++] = *hint;
    }
    while (length && name[length - 1] == '_')
        length--;
    name[length] = 0;
    return length ? name : "v";
}
