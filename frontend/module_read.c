/* Reading source files. */
#include "frontend/module_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *remedy(int error) {
    switch (error) {
    case ENOENT:
        return "check the path; `-` reads the program from the standard input";
    case EISDIR:
        return "name a file in it";
    case EACCES:
        return "make the file readable (chmod +r) and its folders searchable (chmod +x)";
    default:
        return "check the path";
    }
}

static const char *report(ModuleLoader *loader, const char *path, int error, const Pos *importer) {
    DiagList *diags = loader->program->diags;
    Diagnostic *diag = diag_error(diags, "M0003", importer, "cannot read `%s`: %s", path, strerror(error));
    diag_help(diags, diag, "%s", remedy(error));
    return NULL;
}

/* Reads to the end; false with errno set if that fails. The size of `*text` doubles as needed. */
static bool read_all(Arena *arena, int fd, size_t capacity, char **text, size_t *length) {
    *text = arena_alloc(arena, capacity + 1);
    for (*length = 0;;) {
        ssize_t got = read(fd, *text + *length, capacity - *length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        *length += (size_t)got;
        if (*length < capacity)
            continue;
        char *larger = arena_alloc(arena, capacity * 2 + 1);
        memcpy(larger, *text, *length);
        *text = larger;
        capacity *= 2;
    }
}

static int open_source(const char *path, size_t *size) {
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &info) != 0)
        return -1;
    *size = info.st_size > 0 ? (size_t)info.st_size + 1 : 1 << 16;
    return fd;
}

const char *module_read(ModuleLoader *loader, const char *path, const Pos *importer, size_t *length) {
    size_t size = 0;
    char *text = NULL;
    int fd = open_source(path, &size);
    bool is_read = fd >= 0 && read_all(loader->arena, fd, size, &text, length);
    int error = errno;
    if (fd >= 0)
        close(fd);
    return is_read ? text : report(loader, path, error, importer);
}

const char *module_read_stdin(ModuleLoader *loader, size_t *length) {
    char *text = NULL;
    if (read_all(loader->arena, STDIN_FILENO, 1 << 16, &text, length))
        return text;
    return report(loader, "<stdin>", errno, NULL);
}
