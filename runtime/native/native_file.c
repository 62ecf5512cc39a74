/* Files: system calls of the library's open() and its file objects. An error comes back as a negative errno. */
#include "weft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* CPython closes a file when the last reference goes; here a forgotten one stays open, so there may be more of them. */
static bool allow_more_files(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= limit.rlim_max)
        return false;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

static int open_flags(int64_t flags) {
    int how = (flags & 3) == 3 ? O_RDWR : flags & 2 ? O_WRONLY : O_RDONLY;
    return how | (flags & 4 ? O_CREAT : 0) | (flags & 8 ? O_TRUNC : 0) | (flags & 16 ? O_EXCL : 0) |
           (flags & 32 ? O_APPEND : 0) | O_CLOEXEC;
}

int64_t weft_file_open(weft_address path, int64_t length, int64_t flags) {
    char *name = malloc((size_t)length + 1);
    if (!name)
        return -ENOMEM;
    memcpy(name, path, (size_t)length);
    name[length] = 0;
    int fd = open(name, open_flags(flags), 0666);
    if (fd < 0 && errno == EMFILE && allow_more_files())
        fd = open(name, open_flags(flags), 0666);
    int error = errno;
    free(name);
    return fd < 0 ? -error : fd;
}

int64_t weft_file_close(int64_t fd) {
    return close((int)fd) ? -errno : 0;
}

int64_t weft_file_seek(int64_t fd, int64_t offset, int64_t whence) {
    off_t at = lseek((int)fd, offset, (int)whence);
    return at < 0 ? -errno : at;
}

int64_t weft_file_truncate(int64_t fd, int64_t size) {
    return ftruncate((int)fd, size) ? -errno : 0;
}

int64_t weft_file_kind(int64_t fd) {
    struct stat status;
    if (fstat((int)fd, &status))
        return -errno;
    return S_ISDIR(status.st_mode) ? 1 : isatty((int)fd) ? 2 : 0;
}

int64_t weft_error_text(int64_t error, weft_address to) {
    const char *text = strerror((int)error);
    size_t length = strnlen(text, 128);
    memcpy(to, text, length);
    return (int64_t)length;
}

int64_t weft_find_byte(weft_address bytes, int64_t count, int64_t byte) {
    const char *found = count > 0 ? memchr(bytes, (int)byte, (size_t)count) : NULL;
    return found ? found - bytes : -1;
}

/* Cheaper than a call where most are short. */
static bool same_bytes(const char *a, const char *b, size_t length) {
    if (length > 16)
        return !memcmp(a, b, length);
    size_t i = 0;
    while (i < length && a[i] == b[i])
        i++;
    return i == length;
}

/* Where `byte` comes next, at most at `last`, or NULL. It is often near. */
static const char *next_byte(const char *at, const char *last, char byte) {
    enum { NEAR = 4 };
    for (int i = 0; i < NEAR; i++, at++) {
        if (at > last)
            return NULL;
        if (*at == byte)
            return at;
    }
    return at > last ? NULL : memchr(at, byte, (size_t)(last - at + 1));
}

/* Where the first byte is rare, looking for it is fastest; memmem takes a while to prepare itself, but never degrades.
 */
static const char *next_match(const char *at, const char *end, const char *part, size_t length) {
    enum { TRIES = 24 };
    if (length > (size_t)(end - at))
        return NULL;
    const char *last = end - length;
    for (int i = 0; i < TRIES; i++, at++) {
        at = next_byte(at, last, *part);
        if (!at || same_bytes(at, part, length))
            return at;
    }
    return at > last ? NULL : memmem(at, (size_t)(end - at), part, length);
}

int64_t weft_find_bytes(weft_address bytes, int64_t count, weft_address part, int64_t length) {
    const char *found = next_match(bytes, bytes + count, part, (size_t)length);
    return found ? found - bytes : -1;
}

int64_t weft_count_bytes(weft_address bytes, int64_t count, weft_address part, int64_t length) {
    int64_t found = 0;
    const char *at = bytes, *end = bytes + count;
    while ((at = next_match(at, end, part, (size_t)length))) {
        found++;
        at += length;
    }
    return found;
}
