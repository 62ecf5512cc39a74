/* Files, folders, printed programs and content hashes. */
#include "driver/files.h"

#include "runtime/embedded.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- in and out -------------------------------------------------------------------------------- */

static char *read_stream(Arena *arena, FILE *in, size_t *length) {
    size_t capacity = 1 << 16, count = 0;
    char *text = arena_alloc(arena, capacity + 1);
    for (size_t got; (got = fread(text + count, 1, capacity - count, in)) > 0;) {
        count += got;
        if (count < capacity)
            continue;
        char *larger = arena_alloc(arena, 2 * capacity + 1);
        memcpy(larger, text, count);
        text = larger;
        capacity *= 2;
    }
    text[count] = '\0';
    *length = count;
    return ferror(in) ? NULL : text;
}

char *files_read(Arena *arena, const char *path, size_t *length) {
    if (!strcmp(path, "-"))
        return read_stream(arena, stdin, length);
    FILE *in = fopen(path, "rb");
    if (!in)
        return NULL;
    char *text = read_stream(arena, in, length);
    int error = errno;
    fclose(in);
    errno = error;
    return text;
}

static char *make_beside(Arena *arena, const char *path, mode_t mode, int *fd) {
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    char *name = arena_printf(arena, "%.*s.weft-XXXXXX", folder, path);
    *fd = mkostemp(name, O_CLOEXEC);
    if (*fd < 0)
        return NULL;
    mode_t mask = umask(0);
    umask(mask);
    fchmod(*fd, mode & ~mask);
    return name;
}

char *files_beside(Arena *arena, const char *path) {
    int fd;
    char *name = make_beside(arena, path, 0777, &fd);
    if (name)
        close(fd);
    return name;
}

static bool finish(FILE *out, const char *temporary, const char *path) {
    bool fine = !ferror(out);
    fine = !fclose(out) && fine;
    if (fine && !rename(temporary, path))
        return true;
    int error = errno;
    unlink(temporary);
    errno = error;
    return false;
}

typedef struct Piece {
    const char *text;
    size_t length;
} Piece;

static bool print_piece(void *data, FILE *out) {
    Piece *piece = data;
    return fwrite(piece->text, 1, piece->length, out) == piece->length;
}

static bool write_through(Arena *arena, const char *path, bool (*print)(void *data, FILE *out), void *data) {
    int fd;
    char *temporary = make_beside(arena, path, 0666, &fd);
    FILE *out = temporary ? fdopen(fd, "wb") : NULL;
    if (!out)
        return false;
    if (print(data, out))
        return finish(out, temporary, path);
    int error = errno;
    fclose(out);
    unlink(temporary);
    errno = error;
    return false;
}

bool files_write(Arena *arena, const char *path, const char *text, size_t length) {
    Piece piece = {text, length};
    return write_through(arena, path, print_piece, &piece);
}

/* Something that is no regular file (/dev/null, a pipe) is written in place. */
static bool is_special(const char *path) {
    struct stat info;
    return !stat(path, &info) && !S_ISREG(info.st_mode);
}

static bool write_in_place(const char *path, bool (*print)(void *data, FILE *out), void *data) {
    FILE *out = fopen(path, "wb");
    if (!out)
        return false;
    bool fine = print(data, out) && !ferror(out);
    return !fclose(out) && fine;
}

bool files_output(Arena *arena, const char *path, bool (*print)(void *data, FILE *out), void *data) {
    bool fine, to_stdout = !path || !strcmp(path, "-");
    errno = 0;
    if (to_stdout)
        fine = print(data, stdout) && !fflush(stdout) && !ferror(stdout);
    else
        fine = is_special(path) ? write_in_place(path, print, data) : write_through(arena, path, print, data);
    if (!fine && errno)
        say("cannot write %s: %s", to_stdout ? "standard output" : path, strerror(errno));
    return fine;
}

/* ---- folders -------------------------------------------------------------------------------------- */

bool files_make_folder(Arena *arena, const char *path) {
    char *part = arena_text(arena, path, strlen(path));
    for (char *slash = part + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        if (mkdir(part, 0777) && errno != EEXIST)
            return false;
        *slash = '/';
    }
    struct stat info;
    if (mkdir(path, 0777) && errno != EEXIST)
        return false;
    if (stat(path, &info))
        return false;
    errno = ENOTDIR;
    return S_ISDIR(info.st_mode);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where) {
    (void)info, (void)kind, (void)where;
    remove(path);
    return 0;
}

void files_remove_tree(const char *path) {
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

char *files_temporary(Arena *arena, const char *parent) {
    return mkdtemp(arena_printf(arena, "%s/weft-XXXXXX", parent));
}

const char *files_find_program(Arena *arena, const char *name) {
    if (strchr(name, '/'))
        return access(name, X_OK) ? NULL : name;
    const char *path = getenv("PATH");
    for (const char *part = path ? path : "/usr/bin:/bin"; *part;) {
        int length = (int)strcspn(part, ":");
        const char *candidate = arena_printf(arena, "%.*s/%s", length, part, name);
        if (!access(candidate, X_OK))
            return candidate;
        part += length + (part[length] == ':');
    }
    return NULL;
}

/* ---- printed programs ----------------------------------------------------------------------------- */

static const char passes_left[] = "# passes left:";

bool files_is_ir(const char *path) {
    size_t length = strlen(path);
    return length > 3 && !strcmp(path + length - 3, ".ir");
}

/* Takes the plan from the first line, which is then blanked. */
static void read_plan(Road *road, char *text) {
    size_t mark = strlen(passes_left), end = strcspn(text, "\n");
    if (strncmp(text, passes_left, mark))
        return;
    char *words = arena_text(road->arena, text + mark, end - mark);
    memset(text, ' ', end);
    if (road->options->has_passes)
        return;
    PassPlan plan = {.items = arena_alloc(road->arena, (end + 1) * sizeof(PassId))};
    for (char *word = strtok(words, " ,"); word; word = strtok(NULL, " ,")) {
        plan.items[plan.count] = pass_find(word);
        if (plan.items[plan.count] != PASS_COUNT)
            plan.count++;
        else
            diag_error(&road->diags, "I0000", NULL, "the first line names an unknown pass '%s'", word);
    }
    road->plan = plan;
}

/* Tracebacks and diagnostics show source lines: from the library, or from the file if it is still there. */
static void attach_source(Arena *arena, SourceFile *file) {
    const EmbeddedFile *embedded = file->is_library ? embedded_find(file->path) : NULL;
    if (file->text)
        return;
    if (embedded) {
        file->text = embedded->text;
        file->length = embedded->length;
    } else if (!file->is_library && strcmp(file->path, "-")) {
        file->text = files_read(arena, file->path, &file->length);
    }
}

Program *files_load_ir(Road *road, const char *path) {
    size_t length;
    char *text = files_read(road->arena, path, &length);
    if (!text) {
        diag_error(&road->diags, "M0001", NULL, "cannot read %s: %s", path, strerror(errno));
        return NULL;
    }
    read_plan(road, text);
    SourceFile *file = arena_alloc(road->arena, sizeof *file);
    *file = (SourceFile){.path = path, .module = "", .text = text, .length = length};
    Program *program = road->diags.error_count ? NULL : program_parse(road->arena, file, &road->diags);
    for (int i = 0; program && i < program->file_count; i++)
        attach_source(road->arena, program->files[i]);
    return program;
}

void files_print_ir(const Road *road, FILE *out) {
    if (road->stop.pass != PASS_COUNT) {
        fputs(passes_left, out);
        for (int i = 0; i < road->left.count; i++)
            fprintf(out, "%c%s", i ? ',' : ' ', pass_info[road->left.items[i]].text);
        fputc('\n', out);
    }
    program_print(road->program, out);
}

/* ---- content hashes -------------------------------------------------------------------------------- */

Digest digest_new(void) {
    return (Digest){HASH_SEED, ~HASH_SEED};
}

void digest_add(Digest *digest, const void *bytes, size_t length) {
    digest->a = hash_u64(hash_bytes(digest->a, bytes, length), length);
    digest->b = hash_u64(hash_bytes(digest->b, bytes, length), ~length);
}

void digest_text(Digest *digest, const char *text) {
    digest_add(digest, text, strlen(text) + 1);
}

const char *digest_name(Arena *arena, Digest digest) {
    return arena_printf(arena, "%016llx%016llx", (unsigned long long)digest.a, (unsigned long long)digest.b);
}
