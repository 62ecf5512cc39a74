# Generators: what a call of a function with `yield` gives. The compiler derives a class for each such function; it
# makes the function's body what `resume` runs, up to the next `yield` or to the end.
from weft.core.exceptions import BaseException, GeneratorExit, RuntimeError, StopIteration, TypeError, ValueError, stop_with
from weft.lowlevel import py_next, resume, with_cleanup

__wrapping__ = True

# Where a generator is: 0 at its start, above waiting at a `yield`, or
FINISHED = -1
RUNNING = -2


class generator:
    _at: int
    _is_temporary: bool  # only the loop that it was made for knows it

    def __iter__(self):
        return self

    def _go_on(self):
        # To the next yield, or the end.
        try:
            x = resume(self)
        except BaseException as e:
            self._at = FINISHED
            _convert(e)
            raise
        if self._at < 0:
            _stop(self._result)
        return x

    def __next__(self):
        if self._at < 0:
            _refuse(self._at)
        self._sent = None
        return self._go_on()

    def send(self, value):
        if self._at < 0:
            _refuse(self._at)
        if self._at == 0 and value is not None:
            raise TypeError("can't send non-None value to a just-started generator")
        self._sent = value
        return self._go_on()

    def throw(self, exception):
        if self._at == RUNNING:
            _refuse(RUNNING)
        if self._at <= 0:
            self._at = FINISHED
            raise exception
        self._sent = None
        self._thrown = _made(exception)
        return self._go_on()

    def close(self):
        if self._at == RUNNING:
            _refuse(RUNNING)
        if self._at <= 0:
            self._at = FINISHED
            return
        self._sent = None
        self._thrown = GeneratorExit()
        try:
            resume(self)
        except GeneratorExit:
            self._at = FINISHED
            return
        except BaseException as e:
            self._at = FINISHED
            _convert(e)
            raise
        if self._at >= 0:
            raise RuntimeError("generator ignored GeneratorExit")


def _refuse(at: int) -> None:
    if at == RUNNING:
        raise ValueError("generator already executing")
    raise StopIteration


def _convert(e: BaseException) -> None:
    # A StopIteration must not look like the generator's end.
    if isinstance(e, StopIteration):
        raise RuntimeError("generator raised StopIteration") from e


def _stop(result):
    if result is None:
        raise StopIteration
    if isinstance(result, (int, float, str)):
        raise stop_with(StopIteration(result), result)
    e = StopIteration()
    e._is_opaque = True
    raise stop_with(e, result)


def _made(exception):
    # throw() takes a class, too.
    try:
        raise exception
    except BaseException as e:
        return e


# ---- what the compiler calls at a yield ----


def _raise_thrown(e):
    if e is not None:
        raise e


def _drop_iterator(items):
    # A loop is left by break or return: CPython throws its iterator away.
    g = with_cleanup(items)
    if g is not None:
        if g._is_temporary:
            g.close()


def _delegate(items, sent, thrown):
    # The next item of `yield from`.
    if thrown is not None:
        if isinstance(items, generator):
            if isinstance(thrown, GeneratorExit):
                items.close()
                raise thrown
            return items.throw(thrown)
        raise thrown
    if sent is not None:
        return items.send(sent)
    return py_next(items)


def _return_value(items):
    # The value of `yield from`.
    if isinstance(items, generator):
        return items._result
    return None
