"""The measurements as text, CSV and JSON, and what they are to show."""

import csv
import io
import json
import math

from lib.subjects import EVERYTHING, EXAMPLES, TITLES

COSTS = ["instructions", "allocations", "code", "weft_ms"]
FIELDS = ["example", "unit", "column", "seconds", "relative", *COSTS]
SECTIONS = [
    ("relative", "CPU time, everything = 1"),
    ("seconds", "CPU seconds"),
    ("instructions", "instructions a unit of work"),
    ("allocations", "allocations a unit of work"),
    ("code", "bytes of code and constants"),
    ("weft_ms", "Weft's own CPU time, milliseconds"),
]
# RPython's instructions for a unit of its own versions of two programs, and how much slower than C Weft may be.
INSTRUCTIONS = {"pystone": 114, "richards": 4.34e6}
BY_C = 1.3
WIDTH = 12


def geometric_mean(values):
    values = [value for value in values if value]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def number(value):
    if value is None:
        return "-"
    if value == 0 or value >= 1000:
        return f"{value:.0f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def heading(columns):
    """Two lines of titles."""
    lines = ["", ""]
    for column in columns:
        words, first, second = TITLES[column].split(), "", ""
        for word in words:
            if not second and len(f"{first} {word}".strip()) <= WIDTH:
                first = f"{first} {word}".strip()
            else:
                second = f"{second} {word}".strip()
        lines[0] += f" {first:>{WIDTH}}"
        lines[1] += f" {second[:WIDTH]:>{WIDTH}}"
    return lines


def section(rows, field, title):
    cells = {(row["example"], row["column"]): row[field] for row in rows if row[field] is not None}
    columns = [key for key in TITLES if any(column == key for _, column in cells)]
    units = {row["example"]: row["unit"] for row in rows}
    if not columns:
        return ""
    labels = {name: f"{name} ({unit})" if "unit" in title else name for name, unit in units.items()}
    upper, lower = heading(columns)
    lines = [title, f"{'':24}{upper}".rstrip(), f"{'':24}{lower}".rstrip()]
    for name, label in labels.items():
        lines.append(f"{label:24}" + "".join(f" {number(cells.get((name, key))):>{WIDTH}}" for key in columns))
    if field == "relative":
        means = [geometric_mean(cells.get((name, key)) for name in labels) for key in columns]
        lines.append(f"{'geometric mean':24}" + "".join(f" {number(mean):>{WIDTH}}" for mean in means))
    return "\n".join(lines) + "\n\n"


def as_text(rows, verdicts):
    text = "".join(section(rows, field, title) for field, title in SECTIONS)
    for verdict in verdicts:
        text += f"{verdict['what']}: {number(verdict['value'])}, at most {number(verdict['most'])}: "
        text += "ok\n" if verdict["fine"] else "TOO MUCH\n"
    return text


def as_csv(rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_json(rows, verdicts):
    return json.dumps({"rows": rows, "verdicts": verdicts}, indent=1) + "\n"


# ---- what they are to show -----------------------------------------------------------------------------


def verdict(what, value, most):
    return {"what": what, "value": value, "most": most, "fine": value <= most}


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
