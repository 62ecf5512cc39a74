"""The rows and columns of the table: the examples, and what runs them."""

import math
from collections.abc import Callable
from dataclasses import dataclass

# What keeps the graphs tidy and goes with every other pass.
TIDY = {"fold", "dead-code", "join-blocks", "merge-inputs", "dead-functions"}
MALLOC_REMOVAL = {"malloc-removal", "follow-objects"}


@dataclass(frozen=True)
class Configuration:
    """A build by Weft. The C compiler optimises all alike, and units are cut by the same rule."""

    key: str
    title: str
    passes: frozenset | None = None  # exactly these
    without: frozenset = frozenset()  # or all but these

    def flags(self, names):
        """Options for `weft build`, where `names` are those of all passes."""
        wanted = set(names) - self.without if self.passes is None else self.passes
        unknown = (wanted | self.without) - set(names)
        if unknown:
            raise ValueError(f"there are no passes {sorted(unknown)}")
        return ["-O2", *(f"-f{'' if name in wanted else 'no-'}{name}" for name in names)]


EVERYTHING = "everything"
CONFIGURATIONS = [
    Configuration("none", "no passes", frozenset()),
    Configuration("inline", "inlining", frozenset(TIDY | {"inline"})),
    Configuration("malloc", "+ malloc removal", frozenset(TIDY | {"inline"} | MALLOC_REMOVAL)),
    Configuration("escape", "+ escape analysis", frozenset(TIDY | {"inline", "escape"} | MALLOC_REMOVAL)),
    Configuration("escape-only", "escape, not malloc r.", frozenset(TIDY | {"inline", "escape"})),
    Configuration("no-fold", "no folding", without=frozenset({"fold"})),
    Configuration("no-switches", "no switches", without=frozenset({"switches"})),
    Configuration(EVERYTHING, "everything"),
]
# pypy-steady is PyPy without its start and warming up: the difference of a long run and a short one.
OTHERS = {
    "c": "C",
    "c-gc": "C, libgc",
    "pypy": "PyPy",
    "pypy-steady": "PyPy, steady",
    "cpython": "CPython",
}
TITLES = {configuration.key: configuration.title for configuration in CONFIGURATIONS} | OTHERS


@dataclass(frozen=True)
class Example:
    """A program of examples/. Its argument n means units(n) units of work, by which runs of different length are
    compared; counts are differences of two runs, so that starting does not count."""

    name: str
    unit: str
    units: Callable[[int], float]
    time: int  # arguments: to be timed natively,
    slow: int  # under CPython, and as PyPy's short run,
    counts: tuple[int, int]  # to count instructions and allocations,
    quick: tuple[int, int]  # and of everything with --quick
    allocates: bool = False  # to be compared with C on a collector


def tree_nodes(depth):
    kept = (1 << (depth + 2)) + (1 << (depth + 1)) - 2
    return kept + sum((1 << (depth - d + 4)) * ((1 << (d + 1)) - 1) for d in range(4, depth + 1, 2))


EXAMPLES = [
    Example("pystone", "pass", float, 4000000, 200000, (2000, 6000), (200, 300)),
    Example("richards", "run", float, 300, 20, (1, 3), (1, 2)),
    Example("deltablue", "n", float, 40000, 4000, (100, 300), (10, 20), True),
    Example("binary_trees", "node", tree_nodes, 16, 12, (8, 10), (6, 7), True),
    Example("nbody", "step", float, 2000000, 100000, (200, 1200), (50, 100)),
    Example("mandelbrot", "point", lambda n: n * (n // 2), 1600, 300, (120, 160), (101, 110)),
    Example("spectral_norm", "entry", lambda n: 40 * n * n, 1000, 200, (40, 80), (8, 16)),
    Example("fannkuch", "permutation", math.factorial, 10, 9, (6, 8), (5, 6)),
]
