/* What the operating system offers: entropy, paths, folders, the environment. */
#include "weft.h"

#include <dirent.h>
#include <errno.h>
#include <pwd.h>
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

int64_t weft_cpu_count(void) {
    return sysconf(_SC_NPROCESSORS_ONLN);
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

static int64_t path_kind(const char *path, bool follows) {
    struct stat info;
    if (follows ? stat(path, &info) : lstat(path, &info))
        return -errno;
    return S_ISREG(info.st_mode) ? 1 : S_ISDIR(info.st_mode) ? 2 : S_ISLNK(info.st_mode) ? 4 : 3;
}

/* As the shell's $?: the status that wait() gives. What was printed before comes before what the command prints. */
static int64_t run_command(const char *command) {
    weft_out_flush(-1);
    fflush(NULL);
    return system(command);
}

static int64_t act(int64_t what, const char *path, const char *other) {
    int failed = 0;
    switch (what) {
    case 0:
        return path_kind(path, true);
    case 6:
        return path_kind(path, false);
    case 7:
        failed = setenv(path, other, 1);
        break;
    case 8:
        failed = unsetenv(path);
        break;
    case 9:
        return run_command(path);
    case 10:
        failed = symlink(path, other);
        break;
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

extern char **environ;

static int64_t variables_text(weft_address to, int64_t capacity) {
    int64_t used = 0;
    for (char **at = environ; *at; at++) {
        int64_t length = (int64_t)strlen(*at) + 1;
        if (used + length > capacity)
            return -ERANGE;
        memcpy(to + used, *at, (size_t)length);
        used += length;
    }
    return used;
}

static int64_t home_text(const char *user, weft_address to, int64_t capacity) {
    errno = 0;
    const struct passwd *entry = *user ? getpwnam(user) : getpwuid(getuid());
    errno = ENOENT;
    return give_text(entry ? entry->pw_dir : NULL, to, capacity);
}

static int64_t real_text(const char *path, weft_address to, int64_t capacity) {
    char *text = realpath(path, NULL);
    int64_t length = give_text(text, to, capacity);
    free(text);
    return length;
}

static int64_t nanoseconds(struct timespec time) {
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* Ten words of 8 bytes. */
static int64_t stat_words(const char *path, bool follows, weft_address to, int64_t capacity) {
    struct stat info;
    if (follows ? stat(path, &info) : lstat(path, &info))
        return -errno;
    const int64_t words[] = {
        info.st_mode,
        (int64_t)info.st_ino,
        (int64_t)info.st_dev,
        (int64_t)info.st_nlink,
        info.st_uid,
        info.st_gid,
        info.st_size,
        nanoseconds(info.st_atim),
        nanoseconds(info.st_mtim),
        nanoseconds(info.st_ctim),
    };
    if (capacity < (int64_t)sizeof words)
        return -ERANGE;
    memcpy(to, words, sizeof words);
    return (int64_t)sizeof words;
}

/* Of the local time that the decimal number of seconds since the epoch means. */
static int64_t zone_text(const char *seconds, weft_address to, int64_t capacity) {
    char text[64];
    struct tm local;
    time_t time = (time_t)strtoll(seconds, NULL, 10);
    errno = EOVERFLOW;
    if (!localtime_r(&time, &local))
        return -errno;
    text[strftime(text, sizeof text, "%Z", &local)] = 0;
    return give_text(text, to, capacity);
}

static int64_t texts(int64_t what, const char *name, weft_address to, int64_t capacity) {
    switch (what) {
    case 0:
        return variable_text(name, to, capacity);
    case 1:
        return folder_text(to, capacity);
    case 2:
        return names_text(name, to, capacity);
    case 3:
        return stat_words(name, true, to, capacity);
    case 4:
        return stat_words(name, false, to, capacity);
    case 5:
        return variables_text(to, capacity);
    case 6:
        return home_text(name, to, capacity);
    case 7:
        return real_text(name, to, capacity);
    default:
        return zone_text(name, to, capacity);
    }
}

int64_t weft_path_text(int64_t what, weft_address name, int64_t length, weft_address to, int64_t capacity) {
    char *text = ended(name, length);
    if (!text)
        return -ENOMEM;
    int64_t result = texts(what, text, to, capacity);
    free(text);
    return result;
}
