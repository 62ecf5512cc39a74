/* Streams, command line and process end.
 *
 * Stream 1 is buffered as CPython's stdout: whole buffers to files and pipes, lines to a terminal. Stream 2 is
 * line-buffered. Others belong to open files. Text goes through CPython's text layer, which keeps up to 8192 bytes back
 * from its buffer of bytes: that decides where bytes land that are written to `buffer` in between. A failed write keeps
 * its bytes and its errno, which out_flush and out_error report; what cannot be written at the end gives CPython's
 * message and status 120.
 */
#include "weft.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Stream {
    char *buffer;
    size_t used, capacity;
    size_t pending; /* bytes at the end that CPython's text layer would still hold */
    int fd;
    int error; /* of the last failed write, until it is asked for */
    bool by_line;
    bool is_closed; /* was not open when the program started, or has been closed */
} Stream;

enum { TEXT_CHUNK = 8192, FIRST_FILE = 3 };

static char out_buffer[1 << 16], err_buffer[1 << 12];
static Stream out_stream = {.buffer = out_buffer, .capacity = sizeof out_buffer, .fd = 1};
static Stream err_stream = {.buffer = err_buffer, .capacity = sizeof err_buffer, .fd = 2, .by_line = true};
static Stream **files; /* streams FIRST_FILE and up */
static int64_t file_count;
static volatile sig_atomic_t is_reading, is_interrupted;
static bool is_asked; /* the program looks for interrupts itself */
static int64_t arg_count;
static char **arg_texts;

void weft_bug(const char *what) {
    fprintf(stderr, "weft: internal error in a compiled program: %s\n", what);
    exit(70);
}

int64_t weft_write(int64_t fd, weft_address bytes, int64_t count) {
    while (count > 0) {
        ssize_t done = write((int)fd, bytes, (size_t)count);
        if (done < 0 && errno != EINTR)
            return errno;
        if (done > 0) {
            bytes += done;
            count -= done;
        }
    }
    return 0;
}

int64_t weft_read(int64_t fd, weft_address bytes, int64_t count) {
    ssize_t done;
    is_reading = true;
    do
        done = read((int)fd, bytes, (size_t)count);
    while (done < 0 && errno == EINTR && !is_interrupted);
    is_reading = false;
    if (done < 0 || !is_asked)
        is_interrupted = false;
    return done >= 0 ? done : -errno;
}

int64_t weft_interrupted(void) {
    is_asked = true;
    if (!is_interrupted)
        return 0;
    is_interrupted = false;
    return 1;
}

int64_t weft_interrupt_self(void) {
    weft_out_flush(ALL_STREAMS);
    weft_out_flush(2);
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    return 128 + SIGINT;
}

static Stream *stream_of(int64_t number) {
    return number == 2 ? &err_stream : number < FIRST_FILE ? &out_stream : files[number - FIRST_FILE];
}

static void stream_flush(Stream *stream);

/* The interrupt key: where the program waits for input, or asks, KeyboardInterrupt is raised; elsewhere (and at the
 * second time) it ends the process, with what was printed before. */
static void on_interrupt(int signal_number) {
    static const char text[] = "KeyboardInterrupt\n";
    if ((is_reading || is_asked) && !is_interrupted) {
        is_interrupted = true;
        return;
    }
    weft_out_flush(ALL_STREAMS);
    weft_write(2, (char *)text, sizeof text - 1);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void catch_interrupts(void) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    if (sigaction(SIGINT, NULL, &action) != 0 || action.sa_handler != SIG_DFL)
        return; /* ignored, as for a command in the background */
    action.sa_handler = on_interrupt;
    sigaction(SIGINT, &action, NULL);
}

void weft_streams_start(void) {
    struct stat status;
    out_stream.by_line = isatty(1);
    out_stream.is_closed = fstat(1, &status) != 0;
    err_stream.is_closed = fstat(2, &status) != 0;
    catch_interrupts();
}

/* Writes the first `count` bytes that are buffered; those that could not be written stay. */
static void flush_first(Stream *stream, size_t count) {
    size_t at = 0;
    while (at < count) {
        ssize_t done = write(stream->fd, stream->buffer + at, count - at);
        if (done < 0 && errno != EINTR) {
            stream->error = errno;
            break;
        }
        if (done > 0)
            at += (size_t)done;
    }
    stream->used -= at;
    memmove(stream->buffer, stream->buffer + at, stream->used);
}

static void stream_flush(Stream *stream) {
    stream->pending = 0;
    flush_first(stream, stream->used);
}

static void append(Stream *stream, const char *bytes, int64_t count) {
    while (count > 0) {
        if (stream->used == stream->capacity) {
            stream_flush(stream);
            if (stream->used == stream->capacity)
                return; /* cannot be written: stream->error says why */
        }
        size_t room = stream->capacity - stream->used;
        size_t part = (size_t)count < room ? (size_t)count : room;
        memcpy(stream->buffer + stream->used, bytes, part);
        stream->used += part;
        bytes += part;
        count -= (int64_t)part;
    }
}

void weft_out_write(int64_t number, weft_address bytes, int64_t count) {
    Stream *stream = stream_of(number);
    if (stream->is_closed)
        return;
    size_t held = (stream->pending + (size_t)count > TEXT_CHUNK ? 0 : stream->pending) + (size_t)count;
    append(stream, bytes, count);
    if (stream->error)
        stream->used = 0; /* CPython's buffer, which is smaller, had nothing left either */
    stream->pending = held >= TEXT_CHUNK || held > stream->used ? 0 : held;
    if (stream->by_line && memchr(bytes, '\n', (size_t)count) != NULL)
        stream_flush(stream);
}

void weft_out_bytes(int64_t number, weft_address bytes, int64_t count) {
    Stream *stream = stream_of(number);
    if (stream->is_closed)
        return;
    if (!stream->pending) {
        append(stream, bytes, count);
        return;
    }
    if (stream->used + (size_t)count > stream->capacity)
        flush_first(stream, stream->used - stream->pending);
    if (stream->used + (size_t)count > stream->capacity) {
        int64_t error = weft_write(stream->fd, bytes, count);
        stream->error = error ? (int)error : stream->error;
        return;
    }
    char *tail = stream->buffer + stream->used - stream->pending;
    memmove(tail + count, tail, stream->pending);
    memcpy(tail, bytes, (size_t)count);
    stream->used += (size_t)count;
}

int64_t weft_out_error(int64_t number) {
    Stream *stream = stream_of(number);
    int error = stream->error;
    stream->error = 0;
    return error;
}

static void flush_files(void) {
    for (int64_t i = 0; i < file_count; i++)
        if (files[i] && files[i]->used)
            stream_flush(files[i]);
}

int64_t weft_out_flush(int64_t number) {
    if (number == ALL_STREAMS) {
        flush_files();
        number = 1;
    }
    Stream *stream = stream_of(number);
    stream_flush(stream);
    return stream->used > 0 ? weft_out_error(number) : 0;
}

int64_t weft_out_open(int64_t fd) {
    int64_t i = 0;
    while (i < file_count && files[i])
        i++;
    if (i == file_count)
        files = realloc(files, (size_t)++file_count * sizeof *files);
    Stream *stream = files ? malloc(sizeof *stream + TEXT_CHUNK) : NULL;
    if (!stream) {
        fputs("weft: out of memory\n", stderr);
        _exit(1);
    }
    *stream =
        (Stream){.buffer = (char *)(stream + 1), .capacity = TEXT_CHUNK, .fd = (int)fd, .by_line = isatty((int)fd)};
    files[i] = stream;
    return FIRST_FILE + i;
}

int64_t weft_out_close(int64_t number) {
    int64_t error = weft_out_flush(number);
    if (number < FIRST_FILE) {
        stream_of(number)->is_closed = true;
        return error;
    }
    Stream *stream = stream_of(number);
    files[number - FIRST_FILE] = NULL;
    free(stream);
    return error;
}

static const char *error_class(int error) {
    return error == EPIPE ? "BrokenPipeError" : "OSError";
}

static void report_lost_output(int error) {
    char text[256];
    int length = snprintf(
        text, sizeof text,
        "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n%s: [Errno %d] %s\n",
        error_class(error), error, strerror(error));
    weft_out_write(2, text, length);
}

int64_t weft_streams_finish(int64_t status) {
    flush_files();
    int64_t error = weft_out_flush(1);
    if (error != 0) {
        report_lost_output((int)error);
        status = 120;
    }
    weft_out_flush(2);
    return status & 255;
}

void weft_exit(int64_t status) {
    exit((int)weft_streams_finish(status));
}

void weft_end_without_memory(void) {
    static char text[] = "MemoryError\n";
    weft_out_write(2, text, sizeof text - 1);
    weft_exit(1);
}

void weft_set_args(int64_t count, char **args) {
    arg_count = count;
    arg_texts = args;
}

int64_t weft_arg_count(void) {
    return arg_count;
}

int64_t weft_arg_length(int64_t index) {
    return (int64_t)strlen(arg_texts[index]);
}

void weft_arg_copy(int64_t index, weft_address to) {
    memcpy(to, arg_texts[index], strlen(arg_texts[index]));
}
