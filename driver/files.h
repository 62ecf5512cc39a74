/* Files: whole ones in, whole ones out (never half ones), folders, temporary places, content hashes. */
#ifndef DRIVER_FILES_H
#define DRIVER_FILES_H

#include "driver/command.h"

/* The whole file, NUL-terminated, or NULL with errno set. "-" is standard input. */
char *files_read(Arena *arena, const char *path, size_t *length);
/* Writes to a temporary file beside `path` and renames it. False: errno is set, `path` is as before. */
bool files_write(Arena *arena, const char *path, const char *text, size_t length);
/* Creates the folder and those above it. False: errno is set. */
bool files_make_folder(Arena *arena, const char *path);
void files_remove_tree(const char *path);
/* A new folder in `parent`, or NULL with errno set. */
char *files_temporary(Arena *arena, const char *parent);
/* A new empty file beside `path`, to be renamed to it, with the mode of a program; NULL with errno set. */
char *files_beside(Arena *arena, const char *path);
/* Whether `path` can be run; relative names without '/' are looked up in PATH. Gives where it is, or NULL. */
const char *files_find_program(Arena *arena, const char *name);

/* Whether the name says that it holds a printed program. */
bool files_is_ir(const char *path);
/* Reads a printed program. Its first line may say which passes have still to run (files_print_ir); unless
 * --passes says so, that becomes road->plan. NULL: road->diags says why. */
Program *files_load_ir(Road *road, const char *path);
void files_print_ir(const Road *road, FILE *out);

/* Calls `print` with a stream that becomes the file `path` (NULL or "-": standard output). Says so and is false if that
 * fails. */
bool files_output(Arena *arena, const char *path, bool (*print)(void *data, FILE *out), void *data);

/* 128 bits of a content, growing piece by piece. */
typedef struct Digest {
    uint64_t a, b;
} Digest;
Digest digest_new(void);
void digest_add(Digest *digest, const void *bytes, size_t length);
void digest_text(Digest *digest, const char *text);
const char *digest_name(Arena *arena, Digest digest); /* 32 hexadecimal digits */

#endif
