# When finalizers (__del__) run: before another object with a finalizer is made, by gc.collect(), and at the end of the
# program. Not in the midst of other things, where the compiler does not expect the program's code to run.
from weft.core.exceptions import _print_chain, err_flush, err_write
from weft.lowlevel import finalize_one, finalizer_all


def _run_finalizers() -> int:
    # How many there were.
    count = 0
    while True:
        try:
            if not finalize_one():
                return count
        except BaseException as e:
            err_write("Exception ignored in: <function __del__>\n")
            _print_chain(e)
            err_flush()
        count += 1


def _finish_finalizers() -> None:
    # Those of the objects that are alive, too.
    finalizer_all()
    _run_finalizers()
