/* Process entry of a compiled program: prepares streams, stack and memory, runs the program, ends. */
#include "weft.h"

#include <signal.h>

int main(int argc, char **argv) {
    weft_stack_start(argv); /* first: it may start the process again */
    signal(SIGPIPE, SIG_IGN);
    weft_set_args(argc, argv);
    weft_streams_start();
    weft_alloc_start();
#if !defined(WEFT_GC_NONE) && !defined(WEFT_GC_BOEHM)
    weft_gc_log_start();
    weft_roots_start();
#endif
    int64_t status = weft_entry();
    if (WEFT_PENDING()) {
        if (!weft_is_fatal(weft_exc))
            weft_bug("an exception left the entry function");
        weft_trace_fatal();
        status = 1;
    }
    return (int)weft_streams_finish(status);
}
