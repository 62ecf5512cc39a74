# test: diag
# What is not understood promises nothing; an unreached function neither.
from typing import Any, Iterable, Literal, Sequence


def f(a: Any, b: Iterable[str], c: Literal["x", "y"], d: Sequence[int], e: "not a ( type") -> object:
    return a


def unused() -> int:
    return "never"


print(f(1, [2], 3, "4", 5))
