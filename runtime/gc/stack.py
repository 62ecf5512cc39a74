# Stacks of words that grow. A stack is the address of a record: where its words are, where the next one goes, and where
# the memory ends.
from weft.gc.settings import COLLECTOR_HAS_NO_MEMORY, report
from weft.lowlevel import int_shl, int_ushr, load_word, memory_copy, memory_release, memory_reserve, store_word

__system__ = True
__wrapping__ = True

SMALLEST = 0x2000

# Records
_WORDS = 0
_TOP = 8
_END = 16
_RECORD = 24


def new_stack() -> int:
    stack = memory_reserve(_RECORD)
    words = memory_reserve(SMALLEST)
    store_word(stack, _WORDS, words)
    store_word(stack, _TOP, words)
    store_word(stack, _END, words + SMALLEST)
    return stack


def push(stack: int, x: int) -> bool:
    # False if there is no memory for it.
    top = load_word(stack, _TOP)
    if top == load_word(stack, _END):
        if not _grow(stack, top - load_word(stack, _WORDS)):
            return False
        top = load_word(stack, _TOP)
    store_word(top, 0, x)
    store_word(stack, _TOP, top + 8)
    return True


def push_or_end(stack: int, x: int) -> None:
    # The process ends if there is no memory for it.
    if not push(stack, x):
        report(COLLECTOR_HAS_NO_MEMORY, 0)


def pop(stack: int) -> int:
    top = load_word(stack, _TOP) - 8
    store_word(stack, _TOP, top)
    return load_word(top, 0)


def is_empty(stack: int) -> bool:
    return load_word(stack, _TOP) == load_word(stack, _WORDS)


def depth(stack: int) -> int:
    return int_ushr(load_word(stack, _TOP) - load_word(stack, _WORDS), 3)


# ---- used as tables ----


def stack_start(stack: int) -> int:
    # Where the first word is.
    return load_word(stack, _WORDS)


def stack_end(stack: int) -> int:
    # Where the next one goes.
    return load_word(stack, _TOP)


def drop_all(stack: int) -> None:
    store_word(stack, _TOP, load_word(stack, _WORDS))


def drop_from(stack: int, place: int) -> None:
    # The words from that place on.
    store_word(stack, _TOP, place)


def _grow(stack: int, used: int) -> bool:
    words = memory_reserve(int_shl(used, 1))
    if words == 0:
        return False
    memory_copy(words, load_word(stack, _WORDS), used)
    memory_release(load_word(stack, _WORDS))
    store_word(stack, _WORDS, words)
    store_word(stack, _TOP, words + used)
    store_word(stack, _END, words + int_shl(used, 1))
    return True
