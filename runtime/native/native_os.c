/* What the operating system offers: entropy, paths, folders, the environment. */
#include "weft.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int64_t weft_entropy(void) {
    int64_t bits;
    if (getrandom(&bits, sizeof bits, 0) != sizeof bits)
        bits = (int64_t)clock() ^ (int64_t)time(NULL) << 20; /* a kernel without the call */
    return bits;
}

int64_t weft_process_id(void) {
    return getpid();
}

/* ---- paths ---- */

static char *ended(weft_address text, int64_t length) {
    char *copy = malloc((size_t)length + 1);
    if (!copy)
        return NULL;
    memcpy(copy, text, (size_t)length);
    copy[length] = 0;
    return copy;
}

static int64_t path_kind(const char *path) {
    struct stat info;
    if (stat(path, &info))
        return -errno;
    return S_ISREG(info.st_mode) ? 1 : S_ISDIR(info.st_mode) ? 2 : 3;
}

static int64_t act(int64_t what, const char *path, const char *other) {
    int failed = 0;
    switch (what) {
    case 0:
        return path_kind(path);
    case 1:
        failed = unlink(path);
        break;
    case 2:
        failed = rmdir(path);
        break;
    case 3:
        failed = mkdir(path, 0777);
        break;
    case 4:
        failed = rename(path, other);
        break;
    default:
        failed = chdir(path);
        break;
    }
    return failed ? -errno : 0;
}

int64_t weft_path_act(int64_t what, weft_address path, int64_t length, weft_address other, int64_t other_length) {
    char *first = ended(path, length), *second = ended(other, other_length);
    int64_t result = first && second ? act(what, first, second) : -ENOMEM;
    free(first);
    free(second);
    return result;
}

/* ---- texts ---- */

static int64_t give_text(const char *text, weft_address to, int64_t capacity) {
    if (!text)
        return -errno;
    int64_t length = (int64_t)strlen(text);
    if (length > capacity)
        return -ERANGE;
    memcpy(to, text, (size_t)length);
    return length;
}

static int64_t variable_text(const char *name, weft_address to, int64_t capacity) {
    errno = ENOENT;
    return give_text(getenv(name), to, capacity);
}

static int64_t folder_text(weft_address to, int64_t capacity) {
    char *text = getcwd(NULL, 0);
    int64_t length = give_text(text, to, capacity);
    free(text);
    return length;
}

static int64_t names_text(const char *path, weft_address to, int64_t capacity) {
    DIR *folder = opendir(path);
    if (!folder)
        return -errno;
    int64_t used = 0;
    for (struct dirent *entry = readdir(folder); entry && used >= 0; entry = readdir(folder)) {
        int64_t length = (int64_t)strlen(entry->d_name) + 1;
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        if (used + length > capacity) {
            used = -ERANGE;
            break;
        }
        memcpy(to + used, entry->d_name, (size_t)length);
        used += length;
    }
    closedir(folder);
    return used;
}

int64_t weft_path_text(int64_t what, weft_address name, int64_t length, weft_address to, int64_t capacity) {
    char *text = ended(name, length);
    if (!text)
        return -ENOMEM;
    int64_t result = what == 0   ? variable_text(text, to, capacity)
                     : what == 1 ? folder_text(to, capacity)
                                 : names_text(text, to, capacity);
    free(text);
    return result;
}
