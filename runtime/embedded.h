/* The runtime sources embedded in the compiler (generated: build/embedded.c). */
#ifndef RUNTIME_EMBEDDED_H
#define RUNTIME_EMBEDDED_H

#include <stddef.h>

typedef struct EmbeddedFile {
    const char *path; /* "runtime/core/list.py" */
    const char *text; /* NUL-terminated */
    size_t length;
} EmbeddedFile;

extern const EmbeddedFile embedded_files[];
extern const int embedded_file_count;

/* The file of that path, or NULL. */
const EmbeddedFile *embedded_find(const char *path);

#endif
