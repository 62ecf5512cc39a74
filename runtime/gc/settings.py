# What the user set (WEFT_GC_...), and what is reported to him.
from weft.lowlevel import int_udiv, native

__system__ = True
__wrapping__ = True

# ---- parameters ----
NURSERY = 0
HEAP_LIMIT = 1
STRESS = 2
VERIFY = 3
GROWTH = 5

# ---- events ----
COLLECTION_BEGINS = 0  # with the bytes in use
COLLECTION_ENDS = 1  # of the whole heap; with the bytes that are left
MINOR_COLLECTION_ENDS = 2  # of what was allocated since the last one
HEAP_IS_CORRUPT = 3  # with the address of the offender; ends the process
COLLECTOR_HAS_NO_MEMORY = 4  # ends the process, too

NO_LIMIT = 0x4000_0000_0000_0000
SPARE = 0x1_0000  # bytes beyond the limit for who makes the MemoryError


def nursery_bytes(default: int) -> int:
    # How much is allocated between two collections, at least.
    size = native("gc_parameter", NURSERY)
    return default if size <= 0 else size + 7 & -8


def heap_limit() -> int:
    limit = native("gc_parameter", HEAP_LIMIT)
    return NO_LIMIT if limit <= 0 else limit


def stress_level() -> int:
    # 0: none; else there is a collection at every allocation, a full one if it is 1.
    return native("gc_parameter", STRESS)


def is_verifying() -> bool:
    return native("gc_parameter", VERIFY) != 0


def grown(live: int, default: int) -> int:
    # How far a heap in which so much is alive may grow until the next collection.
    per_cent = native("gc_parameter", GROWTH)
    if per_cent <= 100:
        per_cent = default
    return int_udiv(live * per_cent, 100)


def report(event: int, number: int) -> None:
    native("gc_event", event, number)
