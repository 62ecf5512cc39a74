"""What the table of optimisations shows, and what it is to show."""

from lib.report import Form, geometric_mean, verdict
from lib.subjects import EVERYTHING, EXAMPLES, TITLES

COSTS = ["instructions", "allocations", "code", "weft_ms"]
SECTIONS = [
    ("relative", "CPU time, everything = 1"),
    ("seconds", "CPU seconds"),
    ("instructions", "instructions a unit of work"),
    ("allocations", "allocations a unit of work"),
    ("code", "bytes of code and constants"),
    ("weft_ms", "Weft's own CPU time, milliseconds"),
]
FORM = Form(TITLES, SECTIONS, "CPU time, everything = 1 (logarithmic)", ["unit"])
# RPython's instructions for a unit of its own versions of two programs, and how much slower than C Weft may be.
INSTRUCTIONS = {"pystone": 114, "richards": 4.34e6}
BY_C = 1.3


def verdicts(rows):
    """What can be said about these rows."""
    cells = {(row["example"], row["column"]): row for row in rows}
    found, ratios = [], []
    for example in EXAMPLES:
        own = cells.get((example.name, EVERYTHING))
        if not own:
            continue
        if example.name in INSTRUCTIONS and own["instructions"] is not None:
            what = f"{example.name}, instructions a {example.unit}"
            found.append(verdict(what, own["instructions"], INSTRUCTIONS[example.name]))
        by_hand = cells.get((example.name, "c-gc" if example.allocates else "c"))
        if by_hand:
            ratios.append(own["seconds"] / by_hand["seconds"])
        steady = cells.get((example.name, "pypy-steady"))
        if steady:
            found.append(verdict(f"{example.name}, CPU seconds beside PyPy's", own["seconds"], steady["seconds"]))
    if ratios:
        found.append(verdict("geometric mean of CPU time by that of C", geometric_mean(ratios), BY_C))
    return found
