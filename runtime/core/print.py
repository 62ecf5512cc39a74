# What print() does once its arguments are text; the interrupt key.
from weft.lowlevel import native
from weft.core.file import check_error
from weft.core.io import stream_write


def _print_write(s, file):
    if file is None:
        stream_write(1, s)
    else:
        file.write(s)


def _print_end(end, file, flush):
    _print_write("\n" if end is None else end, file)
    if file is None:
        check_error(native("out_flush", 1) if flush else native("out_error", 1))
    elif flush:
        file.flush()


def _poll_interrupt() -> None:
    # Called in loops and functions of programs that catch KeyboardInterrupt.
    if native("interrupted") != 0:
        raise KeyboardInterrupt
