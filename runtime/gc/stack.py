# A stack of words that grows, for what a traversal has still to look at.
from weft.lowlevel import int_shl, load_word, memory_copy, memory_release, memory_reserve, store_word

__system__ = True
__wrapping__ = True

SMALLEST = 0x2000

_words = 0
_top = 0  # address behind the last word
_end = 0  # of the memory


def start_stack() -> None:
    # So that there is one, however little memory there is later.
    _grow()


def push(x: int) -> bool:
    # False if there is no memory for it.
    global _top
    if _top == _end and not _grow():
        return False
    store_word(_top, 0, x)
    _top = _top + 8
    return True


def pop() -> int:
    global _top
    _top = _top - 8
    return load_word(_top, 0)


def is_empty() -> bool:
    return _top == _words


def _grow() -> bool:
    global _words, _top, _end
    used = _top - _words
    size = SMALLEST if _words == 0 else int_shl(_end - _words, 1)
    words = memory_reserve(size)
    if words == 0:
        return False
    if _words != 0:
        memory_copy(words, _words, used)
        memory_release(_words)
    _words = words
    _top = words + used
    _end = words + size
    return True
