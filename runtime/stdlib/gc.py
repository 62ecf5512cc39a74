# gc: what is collected when is the memory manager's business, so most of these only keep what they were told.
from weft.core.finalizers import _run_finalizers
from weft.lowlevel import collect as collect_dead, native

_is_enabled: bool = True
_debug: int = 0


def enable() -> None:
    global _is_enabled
    _is_enabled = True


def disable() -> None:
    global _is_enabled
    _is_enabled = False


def isenabled() -> bool:
    return _is_enabled


def collect(generation: int = 2) -> int:
    if generation < 0 or generation > 2:
        raise ValueError("invalid generation")
    collect_dead()
    while _run_finalizers() > 0:  # what they held is dead now
        collect_dead()
    return 0


def freeze() -> None:
    pass


def unfreeze() -> None:
    pass


def get_debug() -> int:
    return _debug


def set_debug(flags: int) -> None:
    global _debug
    _debug = flags


def _figures(collections: int, collected: int):
    return {"collections": collections, "collected": collected, "uncollectable": 0}


# Three generations as in CPython: the youngest is what minor collections look at, the oldest the whole heap.
def get_stats():
    minor = _figures(native("gc_figure", 2), native("gc_figure", 3))
    return [minor, _figures(0, 0), _figures(native("gc_figure", 0), native("gc_figure", 1))]
