# The builtin exceptions, the exception being handled, and how an uncaught one ends the program.
#
# An exception keeps the text of its arguments, not the arguments: `_text` is str(e), `_args_repr` the
# parenthesised arguments of its repr (None: one str argument, whose repr is made from `_text` when asked for).
from weft.lowlevel import (
    GcArray,
    array_copy,
    array_len,
    by_arity,
    by_constant,
    class_name,
    int_add_ovf,
    int_ushr,
    map_tuple,
    native,
    new_array,
    report_name,
)
from weft.core.codec import escaped_char
from weft.core.io import err_flush, err_write, out_flush
from weft.core.text import hex_digits, int_str

__wrapping__ = True

_handled: BaseException | None = None


class Fatal:
    # Ends the program: no handler sees it.
    _text: str

    def __init__(self, text: str) -> None:
        self._text = text


def fatal_overflow() -> None:
    int_add_ovf(9223372036854775807, 1)


def end_program(reason: str) -> None:
    # CPython would go on, but with a value that cannot be represented.
    out_flush()
    err_write("not supported: " + reason + "\n")
    native("exit", 1)


def _class_again(name: str) -> None:
    end_program("running the class statement of " + name + " again, because its values and closures are there once")


class exception_args:
    # What e.args gives. The arguments themselves are gone: they can be shown and counted, and those that are str are
    # still there.
    _shown: str
    _count: int
    _one: str | None
    _texts: list[str | None] | None  # of several

    def __init__(self, shown: str, count: int, one: str | None, texts: list[str | None] | None) -> None:
        self._shown = shown
        self._count = count
        self._one = one
        self._texts = texts

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, i: int) -> str:
        count = self._count
        if i >= count or i < -count:
            raise IndexError("tuple index out of range")
        texts = self._texts
        text = self._one if texts is None else texts[i]
        if text is None:
            end_program("reading the argument of an exception that is no str")
            return ""
        return text

    def __iter__(self):
        return iter([self[i] for i in range(self._count)])

    def __repr__(self) -> str:
        return self._shown


class BaseException:
    _text: str | None
    _args_repr: str | None
    _count: int
    _one: str | None
    _texts: list[str | None] | None
    _trace: GcArray[int] | None
    _trace_count: int
    __cause__: BaseException | None
    __context__: BaseException | None
    __suppress_context__: bool

    def __init__(self, *args):
        by_arity(args, self._args0, self._args1, self._args_many)

    def _args0(self) -> None:
        self._text = ""
        self._args_repr = "()"
        self._count = 0

    def _args1(self, arg):
        self._count = 1
        self._one = None
        if isinstance(arg, str):
            self._text = arg
            self._args_repr = None
            self._one = arg
        else:
            self._text = str(arg)
            self._args_repr = "(" + repr(arg) + ")"

    def _args_many(self, args):
        self._count = len(args)
        self._one = None
        self._texts = map_tuple(_text_or_none, args)
        text = repr(args)
        self._text = text
        self._args_repr = text

    def with_traceback(self, traceback):
        return self

    @property
    def args(self) -> exception_args:
        shown = self._args_repr
        if shown is None:
            text = self._text
            shown = "()" if text is None else "(" + repr(text) + ",)"
        elif self._count == 1:
            shown = shown[:-1] + ",)"
        return exception_args(shown, self._count, self._one, self._texts)

    def _end(self) -> int:
        # Nothing caught it: reports it and gives the exit status.
        _print_chain(self)
        err_flush()
        return 1

    def __str__(self) -> str:
        text = self._text
        if text is None:
            return ""
        return text

    def __repr__(self) -> str:
        args = self._args_repr
        if args is not None:
            return class_name(self) + args
        text = self._text
        if text is None:
            return class_name(self) + "()"
        return class_name(self) + "(" + repr(text) + ")"


class Exception(BaseException):
    pass


class GeneratorExit(BaseException):
    pass


class KeyboardInterrupt(BaseException):
    def _end(self) -> int:
        _print_chain(self)
        err_flush()
        return native("interrupt_self")


class SystemExit(BaseException):
    code: int | None
    _message: str | None

    def __init__(self, *args):
        by_arity(args, self._args0, self._exit1, self._exit_many)

    def _exit1(self, arg):
        self._args1(arg)
        if isinstance(arg, bool):
            self.code = int(arg)
        elif isinstance(arg, int):
            self.code = arg
        elif arg is None:
            self.code = None
        else:
            self.code = 1
            self._message = str(arg)

    def _exit_many(self, args):
        self._args_many(args)
        self.code = 1
        self._message = repr(args)

    def _end(self) -> int:
        message = self._message
        if message is not None:
            err_write(message + "\n")
            err_flush()
        code = self.code
        return 0 if code is None else code & 255


class ArithmeticError(Exception):
    pass


class FloatingPointError(ArithmeticError):
    pass


class OverflowError(ArithmeticError):
    pass


class ZeroDivisionError(ArithmeticError):
    pass


class AssertionError(Exception):
    pass


class AttributeError(Exception):
    pass


class BufferError(Exception):
    pass


class EOFError(Exception):
    pass


class ImportError(Exception):
    pass


class ModuleNotFoundError(ImportError):
    pass


class LookupError(Exception):
    pass


class IndexError(LookupError):
    pass


class KeyError(LookupError):
    def __init__(self, *args):
        by_arity(args, self._args0, self._key1, self._args_many)

    def _key1(self, arg):
        self._count = 1
        self._one = arg if isinstance(arg, str) else None
        text = repr(arg)
        self._text = text
        self._args_repr = "(" + text + ")"


class MemoryError(Exception):
    pass


class NameError(Exception):
    pass


class UnboundLocalError(NameError):
    pass


class OSError(Exception):
    errno: int | None
    strerror: str | None
    filename: str | None

    def __init__(self, *args):
        by_arity(args, self._args0, self._args1, self._os_many)

    def _os_many(self, args):
        self._args_many(args)
        number = args[0]
        text = args[1]
        if isinstance(number, int) and isinstance(text, str):
            if class_name(self) == "OSError" and _has_class(int(number)):
                end_program("OSError of an errno that has a class of its own: CPython makes an object of that")
            self._describe(int(number), text)
            texts = self._texts
            if texts is not None and len(texts) > 2:
                self._name_file(texts[2])

    def _describe(self, number: int, text: str) -> None:
        self.errno = number
        self.strerror = text
        self._text = "[Errno " + int_str(number) + "] " + text
        self._args_repr = "(" + int_str(number) + ", " + repr(text) + ")"

    def _name_file(self, name: str | None) -> None:
        text = self._text
        if name is not None and text is not None:
            self.filename = name
            self._text = text + ": " + repr(name)


def _has_class(number: int) -> bool:
    # EPERM ENOENT ESRCH EINTR ECHILD EAGAIN EACCES EEXIST ENOTDIR EISDIR EPIPE ..
    if number < 64:
        return int_ushr(0x100322C1E, number) & 1 != 0
    return 103 <= number <= 104 or number == 108 or 110 <= number <= 111 or 114 <= number <= 115


def _text_or_none(x):
    return x if isinstance(x, str) else None


class BlockingIOError(OSError):
    pass


class ChildProcessError(OSError):
    pass


class ConnectionError(OSError):
    pass


class BrokenPipeError(ConnectionError):
    pass


class ConnectionAbortedError(ConnectionError):
    pass


class ConnectionRefusedError(ConnectionError):
    pass


class ConnectionResetError(ConnectionError):
    pass


class FileExistsError(OSError):
    pass


class FileNotFoundError(OSError):
    pass


class InterruptedError(OSError):
    pass


class IsADirectoryError(OSError):
    pass


class NotADirectoryError(OSError):
    pass


class PermissionError(OSError):
    pass


class ProcessLookupError(OSError):
    pass


class TimeoutError(OSError):
    pass


class ReferenceError(Exception):
    pass


class RuntimeError(Exception):
    pass


class NotImplementedError(RuntimeError):
    pass


class RecursionError(RuntimeError):
    pass


class StopAsyncIteration(Exception):
    pass


# 1 in programs that read StopIteration.value: then the objects have it.
_keeps_stop_values = 0


def _keep_stop_values() -> None:
    global _keeps_stop_values
    _keeps_stop_values = 1


def stop_with(e, result):
    # e, for a generator that has returned this.
    by_constant(_keeps_stop_values, lambda keeps: _set_stop_value(e, result), lambda: None, lambda: None)
    return e


def _set_stop_value(e, result):
    e._value = result
    e._has_value = True


class StopIteration(Exception):
    _has_value: bool
    _is_opaque: bool  # it has the object that a generator returned, whose text is not made unless somebody asks

    @property
    def value(self):
        return by_constant(_keeps_stop_values, lambda keeps: self._kept(), lambda: None, lambda: self._not_kept())

    def _kept(self):
        if self._count > 0 and not self._has_value:
            self._not_kept()
        return self._value if self._has_value else None

    def _not_kept(self) -> None:
        if self._is_opaque or self._count > 0:
            end_program("the value of this StopIteration; catch it by `except StopIteration as`, from a generator")

    def _require_text(self) -> None:
        if self._is_opaque:
            end_program("the text of a StopIteration with an object that a generator returned")

    @property
    def args(self) -> exception_args:
        self._require_text()
        return super().args

    def __str__(self) -> str:
        self._require_text()
        return super().__str__()

    def __repr__(self) -> str:
        self._require_text()
        return super().__repr__()


class SyntaxError(Exception):
    pass


class IndentationError(SyntaxError):
    pass


class TabError(IndentationError):
    pass


class SystemError(Exception):
    pass


class TypeError(Exception):
    pass


class ValueError(Exception):
    pass


class UnicodeError(ValueError):
    pass


def _codec_text(encoding: str, action: str, shown: str, start: int, end: int, reason: str) -> str:
    where = int_str(start) if end == start + 1 else int_str(start) + "-" + int_str(end - 1)
    return "'" + encoding + "' codec can't " + action + " " + shown + " in position " + where + ": " + reason


class UnicodeDecodeError(UnicodeError):
    encoding: str
    object: bytes
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: bytes, start: int, end: int, reason: str) -> None:
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason
        self._args_many((encoding, object, start, end, reason))
        shown = "byte 0x" + hex_digits(object[start], 2) if end == start + 1 else "bytes"
        self._text = _codec_text(encoding, "decode", shown, start, end, reason)


class UnicodeEncodeError(UnicodeError):
    encoding: str
    object: str
    start: int
    end: int
    reason: str

    def __init__(self, encoding: str, object: str, start: int, end: int, reason: str) -> None:
        self.encoding = encoding
        self.object = object
        self.start = start
        self.end = end
        self.reason = reason
        self._args_many((encoding, object, start, end, reason))
        shown = "character '" + escaped_char(ord(object[start])) + "'" if end == start + 1 else "characters"
        self._text = _codec_text(encoding, "encode", shown, start, end, reason)


class UnicodeTranslateError(UnicodeError):
    pass


class Warning(Exception):
    pass


class BytesWarning(Warning):
    pass


class DeprecationWarning(Warning):
    pass


class EncodingWarning(Warning):
    pass


class FutureWarning(Warning):
    pass


class ImportWarning(Warning):
    pass


class PendingDeprecationWarning(Warning):
    pass


class ResourceWarning(Warning):
    pass


class RuntimeWarning(Warning):
    pass


class SyntaxWarning(Warning):
    pass


class UnicodeWarning(Warning):
    pass


class UserWarning(Warning):
    pass


# ---- handlers ----


# Of a traceback the object has what was there when a handler last saw it; the rows since then are in flight. Thus a
# raise goes on in constant time from each of many handlers.

_HALF = 524288  # rows at either end that survive in a very long traceback


def _trace_grow(e: BaseException) -> GcArray[int]:
    rows = e._trace
    if rows is None:
        larger = new_array(8)
    else:
        count = array_len(rows)
        larger = new_array(2 * count)
        array_copy(larger, 0, rows, 0, count)
    e._trace = larger
    return larger


def _exc_attach(e: BaseException) -> None:
    # Moves the traceback in flight to the end of the exception's.
    more = native("trace_count")
    i = 0
    while i < more:
        count = e._trace_count
        at = count if count < _HALF else _HALF + count % _HALF
        rows = e._trace
        if rows is None or at >= array_len(rows):
            rows = _trace_grow(e)
        rows[at] = native("trace_get", i)
        e._trace_count = count + 1
        i += 1
    native("trace_clear")


def _exc_restore(e: BaseException) -> None:
    # The exception is raised (again): what comes in flight now belongs to it.
    native("trace_clear")


def _trace_show(e: BaseException) -> None:
    rows = e._trace
    native("trace_clear")
    if rows is not None:
        count = e._trace_count
        i = 0
        while i < count:
            if i == _HALF and count > 2 * _HALF:
                i = count - _HALF
            native("trace_push_row", rows[i if i < _HALF else _HALF + i % _HALF])
            i += 1
    native("trace_show")
    native("trace_clear")


def _exc_prepare(e: BaseException) -> None:
    # At raise time: the context of e is the exception being handled; a cycle through e is cut.
    handled = _handled
    if handled is None or handled is e:
        return
    slow = handled
    step = handled
    is_odd = False
    while True:
        context = step.__context__
        if context is None:
            break
        if context is e:
            step.__context__ = None
            break
        step = context
        if is_odd:
            following = slow.__context__
            if following is None or following is step:
                break
            slow = following
        is_odd = not is_odd
    e.__context__ = handled


def _set_cause(e: BaseException, cause: BaseException | None) -> None:
    e.__cause__ = cause
    e.__suppress_context__ = True


def _caught(e: BaseException) -> BaseException:
    # The StopIteration that iterators of the library share has no text, for nothing made it.
    if e._text is not None or type(e) is not StopIteration:
        return e
    own = StopIteration()
    own._trace = e._trace
    own._trace_count = e._trace_count
    e._trace = None
    e._trace_count = 0
    _exc_prepare(own)
    return own


def _enter_handler(e: BaseException) -> BaseException | None:
    global _handled
    old = _handled
    _handled = e
    return old


def _leave_handler(old: BaseException | None) -> None:
    global _handled
    _handled = old


def _current_exc() -> BaseException:
    handled = _handled
    if handled is None:
        raise RuntimeError("No active exception to reraise")
    return handled


def _raise_recursion_error() -> None:
    raise RecursionError("maximum recursion depth exceeded")


_has_no_memory = False


def _raise_memory_error() -> None:
    # If there is no memory for the exception either, the program ends.
    global _has_no_memory
    if _has_no_memory:
        native("gc_event", 4, 0)
    _has_no_memory = True
    error = MemoryError()
    _has_no_memory = False
    raise error


# ---- the end of the program ----


def _print_one(e: BaseException) -> None:
    if e._trace_count > 0:
        err_write("Traceback (most recent call last):\n")
        _trace_show(e)
    text = str(e)
    if text == "":
        err_write(report_name(e) + "\n")
    else:
        err_write(report_name(e) + ": " + text + "\n")


def _print_chain(e: BaseException) -> None:
    chain = [e]
    is_cause = [False]
    while True:
        last = chain[-1]
        before = last.__cause__
        by_cause = before is not None
        if before is None and not last.__suppress_context__:
            before = last.__context__
        if before is None or _is_among(chain, before):
            break
        chain.append(before)
        is_cause.append(by_cause)
    i = len(chain) - 1
    while i >= 0:
        _print_one(chain[i])
        if i > 0 and is_cause[i]:
            err_write("\nThe above exception was the direct cause of the following exception:\n\n")
        elif i > 0:
            err_write("\nDuring handling of the above exception, another exception occurred:\n\n")
        i -= 1


def _is_among(chain: list[BaseException], e: BaseException) -> bool:
    i = 0
    while i < len(chain):
        if chain[i] is e:
            return True
        i += 1
    return False


def _print_uncaught(e: BaseException) -> int:
    # Reports an exception that nothing caught (its traceback is in e._trace); the exit status.
    out_flush()
    return e._end()
