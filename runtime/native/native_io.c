/* Streams, command line and process end.
 *
 * Stream 1 is buffered as CPython's stdout: whole buffers to files and pipes, lines to a terminal. Stream 2 is
 * line-buffered. A failed write keeps its bytes and its errno, which out_flush and out_error report; what cannot be
 * written at the end gives CPython's message and status 120.
 */
#include "weft.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Stream {
    char *buffer;
    size_t used, capacity;
    int fd;
    int error; /* of the last failed write, until it is asked for */
    bool by_line;
    bool is_closed; /* was not open when the program started */
} Stream;

static char out_buffer[1 << 16], err_buffer[1 << 12];
static Stream out_stream = {.buffer = out_buffer, .capacity = sizeof out_buffer, .fd = 1};
static Stream err_stream = {.buffer = err_buffer, .capacity = sizeof err_buffer, .fd = 2, .by_line = true};
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
    for (;;) {
        ssize_t done = read((int)fd, bytes, (size_t)count);
        if (done >= 0)
            return done;
        if (errno != EINTR)
            return -errno;
    }
}

static Stream *stream_of(int64_t number) {
    return number == 2 ? &err_stream : &out_stream;
}

void weft_streams_start(void) {
    struct stat status;
    out_stream.by_line = isatty(1);
    out_stream.is_closed = fstat(1, &status) != 0;
    err_stream.is_closed = fstat(2, &status) != 0;
}

/* Writes what is buffered; bytes that could not be written stay. */
static void stream_flush(Stream *stream) {
    size_t at = 0;
    while (at < stream->used) {
        ssize_t done = write(stream->fd, stream->buffer + at, stream->used - at);
        if (done < 0 && errno != EINTR) {
            stream->error = errno;
            break;
        }
        if (done > 0)
            at += (size_t)done;
    }
    memmove(stream->buffer, stream->buffer + at, stream->used - at);
    stream->used -= at;
}

void weft_out_write(int64_t number, weft_address bytes, int64_t count) {
    Stream *stream = stream_of(number);
    if (stream->is_closed)
        return;
    bool ends_line = stream->by_line && memchr(bytes, '\n', (size_t)count) != NULL;
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
    if (ends_line)
        stream_flush(stream);
}

int64_t weft_out_error(int64_t number) {
    Stream *stream = stream_of(number);
    int error = stream->error;
    stream->error = 0;
    return error;
}

int64_t weft_out_flush(int64_t number) {
    Stream *stream = stream_of(number);
    stream_flush(stream);
    return stream->used > 0 ? weft_out_error(number) : 0;
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
