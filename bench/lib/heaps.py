"""The rows and columns of the memory table, what it shows, and what it is to show."""

from dataclasses import dataclass

from lib.report import Form, verdict


@dataclass(frozen=True)
class Program:
    """A program in Weft's Python, and of that name in bench/c; if it `travels`, in the other languages, too."""

    name: str
    source: str
    quick: tuple  # arguments: whether it works,
    usual: tuple  # and to be measured
    full: tuple | None = None  # or with --full
    travels: bool = True


# What lives in large_heap is 56 bytes a cell: 112 MB, 1 GB. A large heap that is small is soon in the caches.
PROGRAMS = [
    Program("pystone", "examples/pystone.py", (300,), (3000000,), travels=False),
    Program("richards", "examples/richards.py", (2,), (150,), travels=False),
    Program("deltablue", "examples/deltablue.py", (20,), (20000,), travels=False),
    Program("binary_trees", "examples/binary_trees.py", (10,), (18,)),
    Program("gcbench", "bench/programs/gcbench.py", (8,), (18,)),
    Program("large_heap", "bench/programs/large_heap.py", (1000, 5000), (2000000, 10000000), (18000000, 100000000)),
    Program("string_churn", "bench/programs/string_churn.py", (5000,), (5000000,)),
]

NAIVE = "refcount-naive"
PEERS = {
    "c": "C",
    "c-gc": "C, libgc",
    "go": "Go",
    "ocaml": "OCaml",
    "ocaml-large": "OCaml, 8 MB nursery",
    "java": "Java",
    "java-serial": "Java, serial",
}
NEEDED = {"go": "go", "ocaml": "ocamlopt", "ocaml-large": "ocamlopt", "java": "javac", "java-serial": "javac"}

SECTIONS = [
    ("relative", "CPU time, the best collector's = 1"),
    ("by_c", "CPU time, C = 1"),
    ("seconds", "CPU seconds"),
    ("peak", "resident memory at most, MB"),
    ("collections", "number of pauses"),
    ("pause_median", "median of the pauses, ms"),
    ("pause_p99", "99 of 100 pauses are no longer than, ms"),
    ("pause_max", "longest pause, ms"),
    ("utilisation", "least part of 50 ms that is left to the program, per cent"),
    ("rate", "MB allocated a CPU second"),
]


def titles(collectors):
    """Column -> title: Weft's collectors, and what else there is."""
    own = {name: name for name in collectors}
    return own | ({NAIVE: "refcount, naive"} if "refcount" in own else {}) | PEERS


def form(collectors):
    return Form(titles(collectors), SECTIONS, "CPU time, the best collector's = 1 (logarithmic)", [])


# CPU time of the binary trees beside C with malloc and free, and memory.
MOST_BY_C = {"semispace": 0.40, "generational": 0.40, "boehm": 0.90, "marksweep": 1.0, "refcount": 1.2}
MOST_MEMORY = 2.5
LONGEST_PAUSE = 20


def verdicts(rows):
    """What can be said about these rows."""
    cells = {(row["example"], row["column"]): row for row in rows}
    found = []
    for column, most in MOST_BY_C.items():
        row = cells.get(("binary_trees", column))
        if row and row["by_c"]:
            found.append(verdict(f"binary_trees, {column}, CPU time by that of C", row["by_c"], most))
    own, by_hand = cells.get(("binary_trees", "generational")), cells.get(("binary_trees", "c"))
    if own and by_hand:
        memory = own["peak"] / by_hand["peak"]
        found.append(verdict("binary_trees, generational, memory by that of C", memory, MOST_MEMORY))
    large = cells.get(("large_heap", "generational"))
    if large:
        found.append(verdict("large_heap, generational, longest pause, ms", large["pause_max"], LONGEST_PAUSE))
    return found
