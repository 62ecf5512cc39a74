# Mark & sweep: small objects in cells of their sizes, large ones apart, nothing moves. One word of header, no other
# memory an object. A collection marks; cells are swept when they are needed.
from weft.gc.blocks import begin_sweep, block_bytes, sweep_all, try_take
from weft.gc.large import large_bytes, sweep_large
from weft.gc.marking import live_bytes, mark_all, mark_roots, settle_marked, start_marking
from weft.gc.pending import finalizer_next, finalizer_take  # noqa: F401
from weft.gc.roots import start_roots
from weft.gc.settings import COLLECTION_BEGINS, COLLECTION_ENDS, is_verifying, report, stress_level
from weft.gc.supply import find, hand_out_spare, renew_budget, start_supply
from weft.gc.verify import verify_heap
from weft.gc.watch import finalizer_all, finalizer_register, weak_get, weak_new  # noqa: F401
from weft.lowlevel import int_ushr

__system__ = True
__wrapping__ = True

_stress = 0
_verify = 0


def start() -> None:
    global _stress, _verify
    _stress = stress_level()
    _verify = 1 if is_verifying() else 0
    start_roots()
    start_supply(_stress)
    start_marking()


# ---- allocation ----


def try_allocate(size: int) -> int:
    return try_take(size)


def allocate(size: int) -> int:
    if _stress != 0:
        collect()
    result = find(size)
    if result == 0 and _stress == 0:
        collect()
        result = find(size)
    if result == 0:
        hand_out_spare()
    return result


# ---- collection ----


def collect() -> None:
    report(COLLECTION_BEGINS, block_bytes() + large_bytes())
    sweep_all()
    start_marking()
    mark_roots()
    mark_all()
    live = live_bytes()
    settle_marked()
    begin_sweep()
    sweep_large()
    if _stress != 0:
        sweep_all()
    renew_budget(live)  # what was kept for finalizers only needs no room to grow
    report(COLLECTION_ENDS, live_bytes())
    if _verify != 0:
        verify_heap()


# ---- identity ----


def identity_hash(object: int) -> int:
    return int_ushr(object, 3)
