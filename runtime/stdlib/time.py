# time
from weft.lowlevel import float_mul, float_to_int, native


def time() -> float:
    return native("time")


def time_ns() -> int:
    return float_to_int(float_mul(native("time"), 1e9))


def perf_counter() -> float:
    return native("perf_counter")


def perf_counter_ns() -> int:
    return native("perf_counter_ns")


def monotonic() -> float:
    return native("perf_counter")


def monotonic_ns() -> int:
    return native("perf_counter_ns")


def process_time() -> float:
    return native("process_time")


def process_time_ns() -> int:
    return float_to_int(float_mul(native("process_time"), 1e9))


def sleep(seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    native("sleep", float(seconds))
