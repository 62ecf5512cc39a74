/* The native runtime's interface: what generated C, and the evaluator, may use.
 *
 * Every unit of a compiled program includes this header, so it stays small and includes no heavy system header.
 * The functions are the rows of ir/native.def (weft_<name>), helpers that the backend's text for single ops uses
 * (weft_op_<op>), the exception state, tracebacks, allocators, and the process's start and end.
 *
 * Build flag: WEFT_GC_BOEHM is defined (for this header, too) in programs built with --gc=boehm.
 *
 * The backend emits: weft_entry, weft_raise_memory, weft_raise_recursion.
 */
#ifndef WEFT_H
#define WEFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WEFT_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define WEFT_LIKELY(x) __builtin_expect(!!(x), 1)
/* Functions that only leave by an exception. */
#define WEFT_COLD __attribute__((cold, noinline))
#define WEFT_NORETURN __attribute__((noreturn))

/* A scalar union: tag 0 None, 1 bool, 2 int, 3 float; the payload's bits. */
typedef struct weft_scalar {
    int64_t tag;
    int64_t bits;
} weft_scalar;

/* First word of every gc object: type id in the lower half, the collector's bits in the upper half. */
typedef uint64_t weft_header;

/* Register type `address`. Its accesses may alias anything. */
typedef char *weft_address;

#define WEFT_ID_FATAL 0xffffffffu  /* type id of the fatal pseudo exception: within no class's range */
#define WEFT_IMMORTAL (1ULL << 32) /* header bit of what no collector moves or frees: prebuilt and stack objects */
#define WEFT_ON_STACK (3ULL << 32) /* header bits of stack objects */

/* ---- calls aside -------------------------------------------------------------------------------------- */

/* WEFT_ASIDE_CALL_n(f, a...) calls void f(int64_t...) through a stub, which keeps all general registers. To the C
 * compiler it is no call: a function that leaves its way only for such slow paths (of write barriers) saves nothing for
 * them, and what is alive may be in any register. WEFT_ASIDE_FUNCTION stands before f's definition (link-time
 * optimisation would rename f), WEFT_ASIDE(f) behind it makes the stub. The call leaves the red zone alone, and the
 * stub aligns the stack: the compiler may have done neither for a function without calls. Where the machine is another
 * one it is a call like any other. */
#define WEFT_ASIDE_FUNCTION __attribute__((noinline, used))
#if defined(__x86_64__) && defined(__ELF__) && defined(__LP64__) && !defined(__AVX512F__)
#define WEFT_ASIDE(function)                                                   \
    __asm__(".pushsection .text\n"                                             \
            ".hidden aside__" #function "\n"                                   \
            ".globl aside__" #function "\n"                                    \
            ".type aside__" #function ", @function\n"                          \
            "aside__" #function ":\n"                                          \
            "pushq %rbp\n movq %rsp, %rbp\n"                                   \
            "pushq %rax\n pushq %rcx\n pushq %rdx\n pushq %rsi\n pushq %rdi\n" \
            "pushq %r8\n pushq %r9\n pushq %r10\n pushq %r11\n"                \
            "andq $-16, %rsp\n"                                                \
            "call " #function "\n"                                             \
            "leaq -72(%rbp), %rsp\n"                                           \
            "popq %r11\n popq %r10\n popq %r9\n popq %r8\n"                    \
            "popq %rdi\n popq %rsi\n popq %rdx\n popq %rcx\n popq %rax\n"      \
            "popq %rbp\n ret\n"                                                \
            ".size aside__" #function ", .-aside__" #function "\n"             \
            ".popsection");
#ifdef __clang__
#define WEFT_COLD_LABEL __attribute__((unused))
#else
#define WEFT_COLD_LABEL __attribute__((cold, unused))
#endif
#define WEFT_ASIDE_CALL(function, ...)                                                                             \
    do {                                                                                                           \
        __label__ aside;                                                                                           \
    aside:                                                                                                         \
        WEFT_COLD_LABEL;                                                                                           \
        __asm__ volatile("leaq -128(%%rsp), %%rsp\n\tcall aside__" #function "\n\tleaq 128(%%rsp), %%rsp"          \
                         :                                                                                         \
                         : __VA_ARGS__                                                                             \
                         : "memory", "cc", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", \
                           "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");                          \
    } while (0)
#define WEFT_ASIDE_CALL_1(function, a) WEFT_ASIDE_CALL(function, "D"(a))
#define WEFT_ASIDE_CALL_2(function, a, b) WEFT_ASIDE_CALL(function, "D"(a), "S"(b))
#define WEFT_ASIDE_CALL_3(function, a, b, c) WEFT_ASIDE_CALL(function, "D"(a), "S"(b), "d"(c))
#else
#define WEFT_ASIDE(function)
#define WEFT_ASIDE_CALL_1(function, a) function(a)
#define WEFT_ASIDE_CALL_2(function, a, b) function(a, b)
#define WEFT_ASIDE_CALL_3(function, a, b, c) function(a, b, c)
#endif

/* ---- what the backend emits ------------------------------------------------------------------------ */

int64_t weft_entry(void);        /* the program; gives the exit status */
void weft_raise_memory(void);    /* calls weft.core.exceptions._raise_memory_error */
void weft_raise_recursion(void); /* calls weft.core.exceptions._raise_recursion_error */

/* ---- process (native_main.c, native_io.c) ------------------------------------------------------------ */

/* A state that cannot be: our bug. Says so and ends the process with status 70. */
WEFT_COLD WEFT_NORETURN void weft_bug(const char *what);
/* There is no memory, not even to raise an exception: says so and ends the process with status 1. */
WEFT_COLD WEFT_NORETURN void weft_end_without_memory(void);
void weft_set_args(int64_t count, char **args);
void weft_streams_start(void);
/* Flushes the streams; the exit status to use: `status`, or 120 if standard output could not be flushed. */
int64_t weft_streams_finish(int64_t status);

/* ---- pending exception (native_exc.c) ------------------------------------------------------------------ */

extern void *weft_exc; /* NULL: none. Use the accessors: it may become thread-local */
#define WEFT_PENDING() WEFT_UNLIKELY(weft_exc != NULL)

static inline void weft_exc_set(void *exception) {
    weft_exc = exception;
}

static inline void *weft_exc_fetch(void) {
    void *exception = weft_exc;
    weft_exc = NULL;
    return exception;
}

/* An integer result did not fit: makes the fatal pseudo exception pending, which is an instance of no class. */
WEFT_COLD void weft_overflow(void);
bool weft_is_fatal(const void *exception);

/* ---- traceback in flight (native_exc.c) ---------------------------------------------------------------- */

/* A function in its source file, and the first of its lines that rows speak of. */
typedef struct weft_trace_place {
    const char *file;
    const char *function;
    int32_t line;
} weft_trace_place;

/* A position as a traceback shows it: its line is so many behind the place's; `text` is the stripped source line (NULL:
 * unknown), `marks` the line of carets below it (NULL: none), both without indentation or newline. */
typedef struct weft_trace_row {
    const weft_trace_place *place;
    int32_t line;
    const char *text;
    const char *marks;
} weft_trace_row;

/* Appends a row: innermost first. Of a very long traceback the middle is forgotten. */
WEFT_COLD void weft_trace_push(const weft_trace_row *row);
/* The program ended with the fatal exception pending: prints the traceback and the reason. */
WEFT_COLD void weft_trace_fatal(void);

int64_t weft_trace_count(void);
int64_t weft_trace_get(int64_t index);
void weft_trace_clear(void);
void weft_trace_push_row(int64_t row);
int64_t weft_trace_same_line(int64_t row, int64_t other);
void weft_trace_print(int64_t row);
void weft_trace_show(void);

/* ---- stack depth (native_stack.c) ------------------------------------------------------------------------- */

extern char *weft_stack_limit; /* lowest address that frames may start at */
/* Finds out, and raises as far as possible, how deep the stack may grow. `argv` serves to start again with more room.
 */
void weft_stack_start(char **argv);

/* ---- shadow stack (native_gc.c): the pointers that a collector of our own must know ------------------------------ */

extern void **weft_root_base, **weft_root_top, **weft_root_limit;
void weft_roots_start(void);
void weft_gc_collect(void);
int64_t weft_gc_parameter(int64_t index);
enum {
    WEFT_GC_BEGINS,
    WEFT_GC_ENDS,
    WEFT_GC_MINOR_ENDS,
    WEFT_GC_CORRUPT,
    WEFT_GC_NO_MEMORY
}; /* as in weft.gc.settings */
int64_t weft_gc_event(int64_t kind, int64_t number);
void weft_gc_log_start(void);
int64_t weft_gc_figure(int64_t index);

#if defined(WEFT_GC_NONE) || defined(WEFT_GC_BOEHM)
#define WEFT_ROOTS_LOW() false
#else
#define WEFT_ROOTS_LOW() (weft_root_top > weft_root_limit)
#endif

/* How far the stack reaches. To ask for the frame's address costs a function the frame pointer. */
#if defined(__x86_64__)
register char *weft_stack_pointer __asm__("rsp");
#elif defined(__aarch64__)
register char *weft_stack_pointer __asm__("sp");
#else
#define weft_stack_pointer ((char *)__builtin_frame_address(0))
#endif

static inline bool weft_stack_low(void) {
    return weft_stack_pointer < weft_stack_limit || WEFT_ROOTS_LOW();
}

/* stack_check is `if (weft_stack_low()) { weft_stack_exceeded(); leave }`: makes a RecursionError pending. It leaves
 * without a traceback row, as CPython does, where the frame does not exist yet. */
WEFT_COLD void weft_stack_exceeded(void);

/* ---- allocators (native_alloc.c): zeroed memory, or NULL ----------------------------------------------------- */

#define WEFT_MAX_BYTES (1ULL << 46) /* larger requests fail */

/* gc_alloc is `p = weft_alloc_<name>(size); if (!p) { weft_memory_exceeded(); leave }`: makes a MemoryError pending. */
WEFT_COLD void weft_memory_exceeded(void);

void weft_alloc_start(void);

extern char *weft_bump_free, *weft_bump_end;
void *weft_alloc_bump_slow(uint64_t size);

static inline void *weft_alloc_bump(uint64_t size) {
    char *at = weft_bump_free;
    size = (size + 7) & ~7ULL;
    if (WEFT_UNLIKELY(size > (uint64_t)(weft_bump_end - at)))
        return weft_alloc_bump_slow(size);
    weft_bump_free = at + size;
    return at;
}

static inline void *weft_alloc_bump_atomic(uint64_t size) {
    return weft_alloc_bump(size);
}

static inline void *weft_alloc_bump_unset(uint64_t size) {
    return weft_alloc_bump(size);
}

#ifdef WEFT_GC_BOEHM
#define WEFT_BOEHM_CLASSES 17 /* free lists for sizes up to 256 in steps of 16 */
extern void *weft_boehm_lists[WEFT_BOEHM_CLASSES];
extern void *weft_boehm_atomic_lists[WEFT_BOEHM_CLASSES];
/* Of at most 256 bytes, with any content; NULL: there is no memory. */
void *weft_alloc_boehm_slow(uint64_t size);
void *weft_alloc_boehm_atomic_slow(uint64_t size);
/* Larger ones, zeroed. */
void *weft_alloc_boehm_large(uint64_t size);
void *weft_alloc_boehm_atomic_large(uint64_t size);
void *weft_alloc_boehm_unset_slow(uint64_t size);

/* Zeroes at most 256 bytes, rounded up to whole classes. The barrier keeps the C compiler from making it a call. */
static inline void weft_zero_small(void *memory, uint64_t size) {
    typedef long long pair __attribute__((vector_size(16), aligned(16)));
    pair *at = memory, *end = (pair *)((char *)memory + size);
    do {
        *at++ = (pair){0, 0};
        __asm__("" : "+r"(at));
    } while (at < end);
}

/* Takes the first free object of the size class, else what `slow` gives, and sets it to zero. Of an object of known
 * size whose fields are all set at once the C compiler leaves nothing to zero, for which both ways have to meet before.
 */
static inline void *weft_boehm_take(void **lists, uint64_t size, void *(*slow)(uint64_t)) {
    void **list = &lists[(size + 15) / 16];
    void **object = *list;
    if (WEFT_LIKELY(object != NULL))
        *list = object[0];
    else
        object = slow(size);
    if (WEFT_UNLIKELY(object == NULL))
        return NULL;
    if (__builtin_constant_p(size))
        return __builtin_memset(object, 0, (size + 15) / 16 * 16);
    weft_zero_small(object, size);
    return object;
}

static inline void *weft_alloc_boehm(uint64_t size) {
    return size <= 256 ? weft_boehm_take(weft_boehm_lists, size, weft_alloc_boehm_slow) : weft_alloc_boehm_large(size);
}

/* Memory that is not scanned for pointers. */
static inline void *weft_alloc_boehm_atomic(uint64_t size) {
    return size <= 256 ? weft_boehm_take(weft_boehm_atomic_lists, size, weft_alloc_boehm_atomic_slow)
                       : weft_alloc_boehm_atomic_large(size);
}

/* The same, of which the first 32 bytes are zero and the rest has any value. */
static inline void *weft_alloc_boehm_unset(uint64_t size) {
    if (size <= 256) {
        void **list = &weft_boehm_atomic_lists[(size + 15) / 16];
        void **object = *list;
        if (WEFT_LIKELY(object != NULL)) {
            *list = object[0];
            return __builtin_memset(object, 0, 32);
        }
    }
    return weft_alloc_boehm_unset_slow(size);
}

#define WEFT_VAR_PADDING 1 /* a pointer just behind the last item still keeps the object */
#else
#define WEFT_VAR_PADDING 0
#endif

/* Bytes of an object with a variable part; more than WEFT_MAX_BYTES if that is too much (also for a negative count). */
static inline uint64_t weft_var_size(uint64_t items_offset, uint64_t item_size, int64_t count) {
    uint64_t bytes;
    if (WEFT_UNLIKELY(__builtin_mul_overflow((uint64_t)count, item_size, &bytes) || bytes > WEFT_MAX_BYTES ||
                      count < 0))
        return WEFT_MAX_BYTES + 1;
    return items_offset + bytes + WEFT_VAR_PADDING;
}

/* Raw memory. */
weft_address weft_raw_malloc(int64_t size);
void weft_raw_free(weft_address memory);

/* ---- single ops ---------------------------------------------------------------------------------------------------
 */

static inline int64_t weft_op_int_add(int64_t x, int64_t y) {
    return (int64_t)((uint64_t)x + (uint64_t)y);
}
static inline int64_t weft_op_int_sub(int64_t x, int64_t y) {
    return (int64_t)((uint64_t)x - (uint64_t)y);
}
static inline int64_t weft_op_int_mul(int64_t x, int64_t y) {
    return (int64_t)((uint64_t)x * (uint64_t)y);
}
static inline int64_t weft_op_int_neg(int64_t x) {
    return (int64_t)(0 - (uint64_t)x);
}
/* The checked ones store the wrapped result and tell whether it is wrong. */
static inline bool weft_op_int_add_ovf(int64_t x, int64_t y, int64_t *result) {
    return __builtin_add_overflow(x, y, result);
}
static inline bool weft_op_int_sub_ovf(int64_t x, int64_t y, int64_t *result) {
    return __builtin_sub_overflow(x, y, result);
}
static inline bool weft_op_int_mul_ovf(int64_t x, int64_t y, int64_t *result) {
    return __builtin_mul_overflow(x, y, result);
}
static inline bool weft_op_int_neg_ovf(int64_t x, int64_t *result) {
    return __builtin_sub_overflow((int64_t)0, x, result);
}
static inline bool weft_op_int_shl_ovf(int64_t x, int64_t count, int64_t *result) {
    *result = (uint64_t)count < 64 ? (int64_t)((uint64_t)x << count) : 0;
    return (uint64_t)count < 64 ? *result >> count != x : x != 0;
}
static inline int64_t weft_op_int_shl(int64_t x, int64_t count) {
    return (int64_t)((uint64_t)x << (count & 63));
}
static inline int64_t weft_op_int_shr(int64_t x, int64_t count) {
    return x >> (count & 63);
}
static inline int64_t weft_op_int_ushr(int64_t x, int64_t count) {
    return (int64_t)((uint64_t)x >> (count & 63));
}
static inline int64_t weft_op_int_div(int64_t x, int64_t y) {
    return y == -1 ? weft_op_int_neg(x) : x / y;
}
static inline int64_t weft_op_int_rem(int64_t x, int64_t y) {
    return y == -1 ? 0 : x % y;
}
static inline int64_t weft_op_int_floordiv(int64_t x, int64_t y) {
    if (WEFT_UNLIKELY(y == -1))
        return weft_op_int_neg(x);
    int64_t remainder = x % y;
    return x / y - (remainder != 0 && (remainder ^ y) < 0);
}
static inline int64_t weft_op_int_mod(int64_t x, int64_t y) {
    if (WEFT_UNLIKELY(y == -1))
        return 0;
    int64_t remainder = x % y;
    return remainder != 0 && (remainder ^ y) < 0 ? remainder + y : remainder;
}
static inline bool weft_op_int_ult(int64_t x, int64_t y) {
    return (uint64_t)x < (uint64_t)y;
}
static inline bool weft_op_int_ule(int64_t x, int64_t y) {
    return (uint64_t)x <= (uint64_t)y;
}
static inline int64_t weft_op_int_udiv(int64_t x, int64_t y) {
    return (int64_t)((uint64_t)x / (uint64_t)y);
}
static inline int64_t weft_op_int_urem(int64_t x, int64_t y) {
    return (int64_t)((uint64_t)x % (uint64_t)y);
}
static inline int64_t weft_op_int_umulhi(int64_t x, int64_t y) {
    __extension__ typedef unsigned __int128 wide;
    return (int64_t)(uint64_t)(((wide)(uint64_t)x * (uint64_t)y) >> 64);
}
static inline int64_t weft_op_float_bits(double x) {
    int64_t bits;
    __builtin_memcpy(&bits, &x, sizeof bits);
    return bits;
}
static inline double weft_op_bits_float(int64_t bits) {
    double x;
    __builtin_memcpy(&x, &bits, sizeof x);
    return x;
}
/* The value must be in range; other values give some integer without undefined behaviour. */
static inline int64_t weft_op_float_to_int(double x) {
    return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (int64_t)x : INT64_MIN;
}
static inline double weft_op_float_sqrt(double x) {
    return __builtin_sqrt(x);
}
static inline double weft_op_float_floor(double x) {
    return __builtin_floor(x);
}
static inline weft_scalar weft_op_scalar_from_bool(bool x) {
    return (weft_scalar){1, x};
}
static inline weft_scalar weft_op_scalar_from_int(int64_t x) {
    return (weft_scalar){2, x};
}
static inline weft_scalar weft_op_scalar_from_float(double x) {
    return (weft_scalar){3, weft_op_float_bits(x)};
}
static inline double weft_op_scalar_float(weft_scalar x) {
    return weft_op_bits_float(x.bits);
}
/* The order of the words at x and y as text, unless they are equal. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define WEFT_COMPARE_WORD(bits, x, y) WEFT_COMPARE_AS(bits, , x, y)
#else
#define WEFT_COMPARE_WORD(bits, x, y) WEFT_COMPARE_AS(bits, __builtin_bswap##bits, x, y)
#endif
#define WEFT_COMPARE_AS(bits, order, x, y)               \
    do {                                                 \
        uint##bits##_t one_, other_;                     \
        __builtin_memcpy(&one_, x, sizeof one_);         \
        __builtin_memcpy(&other_, y, sizeof other_);     \
        if (one_ != other_)                              \
            return order(one_) < order(other_) ? -1 : 1; \
    } while (0)
/* Most texts are short: their first and last words, perhaps overlapping, tell. */
static inline int64_t weft_op_array_compare(const void *one, const void *other, uint64_t bytes) {
    const char *x = one, *y = other;
    if (bytes > 16)
        return __builtin_memcmp(x, y, bytes);
    if (bytes < 4) {
        for (uint64_t i = 0; i < bytes; i++)
            if (x[i] != y[i])
                return (unsigned char)x[i] - (unsigned char)y[i];
        return 0;
    }
    if (bytes >= 8) {
        WEFT_COMPARE_WORD(64, x, y);
        WEFT_COMPARE_WORD(64, x + bytes - 8, y + bytes - 8);
        return 0;
    }
    WEFT_COMPARE_WORD(32, x, y);
    WEFT_COMPARE_WORD(32, x + bytes - 4, y + bytes - 4);
    return 0;
}
/* The first and the last of `bytes`, as two perhaps overlapping pieces. */
#define WEFT_MOVE_ENDS(piece)                                                              \
    do {                                                                                   \
        piece first_, last_;                                                               \
        __builtin_memcpy(&first_, from, sizeof first_);                                    \
        __builtin_memcpy(&last_, (const char *)from + bytes - sizeof last_, sizeof last_); \
        __builtin_memcpy(to, &first_, sizeof first_);                                      \
        __builtin_memcpy((char *)to + bytes - sizeof last_, &last_, sizeof last_);         \
    } while (0)
/* Moves bytes that may overlap. Short pieces need no call: all is read before anything is written. */
static inline void weft_op_array_copy(void *to, const void *from, uint64_t bytes) {
    typedef struct pair {
        uint64_t low, high;
    } pair;
    if (__builtin_constant_p(bytes) || bytes > 32) {
        __builtin_memmove(to, from, bytes);
    } else if (bytes >= 16) {
        WEFT_MOVE_ENDS(pair);
    } else if (bytes >= 8) {
        WEFT_MOVE_ENDS(uint64_t);
    } else if (bytes >= 4) {
        WEFT_MOVE_ENDS(uint32_t);
    } else if (bytes >= 2) {
        WEFT_MOVE_ENDS(uint16_t);
    } else if (bytes == 1) {
        *(char *)to = *(const char *)from;
    }
}
static inline uint32_t weft_type_id(const void *object) {
    return (uint32_t) * (const weft_header *)object;
}
/* For collectors that do not move objects. Most lie 16 bytes apart, so these bits come first, as places in hash tables;
 * some only 8, and no two objects have the same number. Inverted it is no address of the process: a conservative
 * collector that finds it does not keep the object. */
static inline int64_t weft_op_identity_hash(const void *object) {
    uintptr_t address = (uintptr_t)object;
    return (int64_t) ~(address >> 4 | (address & 8) << 59 | 1ULL << 63);
}

/* native_watch.c, where no collector is in the graphs: see ir/op.def. */
void weft_op_finalizer_register(void *object);
int64_t weft_op_finalizer_next(void);
void *weft_op_finalizer_take(void);
void weft_op_finalizer_all(void);
int64_t weft_op_weak_new(void *owner, void *target);
void *weft_op_weak_get(int64_t number);

/* ---- ir/native.def: input, output, process (native_io.c) ------------------------------------------------------------
 */

int64_t weft_write(int64_t fd, weft_address bytes, int64_t count);
int64_t weft_read(int64_t fd, weft_address bytes, int64_t count);
void weft_out_write(int64_t stream, weft_address bytes, int64_t count);
int64_t weft_out_flush(int64_t stream);
int64_t weft_out_error(int64_t stream);
enum { ALL_STREAMS = -1 };
void weft_out_bytes(int64_t stream, weft_address bytes, int64_t count);
int64_t weft_out_open(int64_t fd);
int64_t weft_out_close(int64_t stream);
int64_t weft_file_open(weft_address path, int64_t length, int64_t flags);
int64_t weft_file_close(int64_t fd);
int64_t weft_file_seek(int64_t fd, int64_t offset, int64_t whence);
int64_t weft_file_truncate(int64_t fd, int64_t size);
int64_t weft_file_kind(int64_t fd);
int64_t weft_error_text(int64_t error, weft_address to);
int64_t weft_find_byte(weft_address bytes, int64_t count, int64_t byte);
int64_t weft_find_bytes(weft_address bytes, int64_t count, weft_address part, int64_t length);
int64_t weft_interrupted(void);
int64_t weft_interrupt_self(void);
static inline int64_t weft_load_wide(weft_address bytes, int64_t shift) {
    uint16_t two;
    uint32_t four;
    if (shift == 1)
        return __builtin_memcpy(&two, bytes, sizeof two), two;
    return __builtin_memcpy(&four, bytes, sizeof four), four;
}
static inline int64_t weft_load_word(weft_address bytes) {
    int64_t word;
    __builtin_memcpy(&word, bytes, sizeof word);
    return word;
}
static inline void weft_store_word(weft_address bytes, int64_t word) {
    __builtin_memcpy(bytes, &word, sizeof word);
}
int64_t weft_count_bytes(weft_address bytes, int64_t count, weft_address part, int64_t length);
WEFT_NORETURN void weft_exit(int64_t status);
int64_t weft_arg_count(void);
int64_t weft_arg_length(int64_t index);
void weft_arg_copy(int64_t index, weft_address to);

/* ---- ir/native.def: the operating system (native_os.c) */

int64_t weft_entropy(void);
int64_t weft_process_id(void);
int64_t weft_cpu_count(void);
int64_t weft_path_act(int64_t what, weft_address path, int64_t length, weft_address other, int64_t other_length);
int64_t weft_path_text(int64_t what, weft_address name, int64_t length, weft_address to, int64_t capacity);

/* ---- ir/native.def: float and text (native_float.c)
 * ------------------------------------------------------------------ */

int64_t weft_float_repr(double x, weft_address to);
int64_t weft_float_format(double x, int64_t type, int64_t precision, int64_t flags, weft_address to);
int64_t weft_float_parse(weft_address text, int64_t length, weft_address result);

/* ---- ir/native.def: time (native_time.c)
 * ------------------------------------------------------------------------------- */

double weft_time(void);
double weft_perf_counter(void);
int64_t weft_perf_counter_ns(void);
int64_t weft_local_offset(int64_t seconds);
double weft_process_time(void);
int64_t weft_sleep(double seconds);

/* ---- ir/native.def: math
 * ------------------------------------------------------------------------------------------------ */

/* The C compiler rounds what it computes from constants better than the library does, whose answers are CPython's; and
 * it makes other operations of powers with one constant (a product of the square). */
static inline double weft_hidden(double x) {
    volatile double hidden = x;
    return hidden;
}

#define WEFT_MATH(name)                                                        \
    static inline double weft_##name(double x) {                               \
        return __builtin_##name(__builtin_constant_p(x) ? weft_hidden(x) : x); \
    }
#define WEFT_EXACT(name)                         \
    static inline double weft_##name(double x) { \
        return __builtin_##name(x);              \
    }
#define WEFT_MATH2(name)                                                          \
    static inline double weft_##name(double x, double y) {                        \
        return __builtin_##name(__builtin_constant_p(x) ? weft_hidden(x) : x, y); \
    }
#define WEFT_POWER(name)                                                       \
    static inline double weft_##name(double x, double y) {                     \
        return __builtin_##name(__builtin_constant_p(x) ? weft_hidden(x) : x,  \
                                __builtin_constant_p(y) ? weft_hidden(y) : y); \
    }
#define WEFT_EXACT2(name)                                  \
    static inline double weft_##name(double x, double y) { \
        return __builtin_##name(x, y);                     \
    }
WEFT_MATH(sin)
WEFT_MATH(cos)
WEFT_MATH(tan)
WEFT_MATH(asin)
WEFT_MATH(acos)
WEFT_MATH(atan)
WEFT_MATH2(atan2)
WEFT_MATH(sinh)
WEFT_MATH(cosh)
WEFT_MATH(tanh)
WEFT_MATH(asinh)
WEFT_MATH(acosh)
WEFT_MATH(atanh)
WEFT_MATH(exp)
WEFT_MATH(exp2)
WEFT_MATH(expm1)
WEFT_MATH(log)
WEFT_MATH(log2)
WEFT_MATH(log10)
WEFT_MATH(log1p)
WEFT_POWER(pow)
WEFT_EXACT2(fmod)
WEFT_MATH2(hypot)
WEFT_MATH(cbrt)
WEFT_MATH(erf)
WEFT_MATH(erfc)
WEFT_MATH(tgamma)
WEFT_MATH(lgamma)
WEFT_EXACT(ceil)
WEFT_EXACT(trunc)
WEFT_EXACT2(copysign)
#undef WEFT_MATH
#undef WEFT_MATH2
#undef WEFT_POWER
#undef WEFT_EXACT
#undef WEFT_EXACT2

double weft_ldexp(double x, int64_t exponent);
double weft_frexp_mantissa(double x);
int64_t weft_frexp_exponent(double x);

#endif
