"""`# test: diag`: the diagnostics of `weft check`, written as comments at the end of the lines they are about.

    v = 3          #- T0102 9: int comes from here         a label: code of its diagnostic, column, text
    return v       #! T0102 12: `v` is an int on one path  the primary range: code, column, message

A place may be LINE:COLUMN or FILE:LINE:COLUMN instead of a column (`0` where there is no position); such comments may
stand on the first lines. Texts are fragments of what is said. `#? T0102 text` asks for a note or help with that text.
All errors, warnings and labels must be written down. BLESS=1 rewrites the comments.
"""

import json
import os
import re
from pathlib import Path

from lib.case import Result

MARK = re.compile(r"\s*#([!\-?]) (?=[A-Z]\d{4} )")
PLACED = re.compile(r"([A-Z]\d{4}) (?:(?:([\w./]+\.py):)?(\d+):)?(\d+): (.*)")


def expectations(case):
    """(mark, code, place, text) of all comments; the place is (file or "", line, column)."""
    found = []
    for number, line in enumerate(case.text.split("\n"), 1):
        pieces = MARK.split(line)
        for mark, text in zip(pieces[1::2], pieces[2::2]):
            placed = PLACED.fullmatch(text)
            if mark == "?":
                found.append((mark, text[:5], None, text[6:]))
            elif placed:
                at = (placed[2] or "", int(placed[3] or number), int(placed[4]))
                found.append((mark, placed[1], at, placed[5]))
            else:
                raise ValueError(f"line {number}: '{text}' is no expectation")
    return found


def place_of(case, diagnostic_range):
    if not diagnostic_range:
        return ("", 1, 0)
    path = Path(diagnostic_range["file"])
    return ("" if path.name == case.path.name else path.name, diagnostic_range["line"], diagnostic_range["column"])


def reported(case, err):
    """The same list from what weft says, and the texts of notes and help lines by code."""
    start = err.find("[")
    diagnostics = json.loads(err[start:]) if start >= 0 else []
    found, remarks = [], []
    for diagnostic in diagnostics:
        code = diagnostic["code"]
        found.append(("!", code, place_of(case, diagnostic["range"]), diagnostic["message"]))
        found += [("-", code, place_of(case, label["range"]), label["text"]) for label in diagnostic["labels"]]
        remarks += [("?", code, None, text) for text in [*diagnostic["notes"], diagnostic["help"] or ""] if text]
    return found, remarks


def show(item):
    mark, code, place, text = item
    where = "" if place is None else f"{place[0]}{':' if place[0] else ''}{place[1]}:{place[2]}: "
    return f"#{mark} {code} {where}{text}"


def matches(wanted, actual):
    return wanted[:3] == actual[:3] and wanted[3] in actual[3]


def compare(wanted, found, remarks):
    missing = [item for item in wanted if not any(matches(item, other) for other in [*found, *remarks])]
    surplus = [item for item in found if not any(matches(other, item) for other in wanted)]
    lines = [f"missing: {show(item)}" for item in missing] + [f"surplus: {show(item)}" for item in surplus]
    return "\n".join(lines)


def bless(case, wanted, found):
    """Writes what was found as comments; expectations about notes stay."""
    lines = [MARK.split(line)[0] for line in case.text.split("\n")]
    for mark, code, (file, line, column), text in found:
        where = str(column) if not file and column else f"{file}{':' if file else ''}{line}:{column}"
        at = line if not file and line <= len(lines) and column else 1
        lines[at - 1] += f"  #{mark} {code} {where}: {text}"
    lines[0] += "".join(f"  #? {code} {text}" for mark, code, _, text in wanted if mark == "?")
    case.path.write_text("\n".join(lines))


def run_diag(tool, case):
    checked = tool.call("check", "--message-format=json", case.path)
    if checked.status not in (0, 1):
        return [Result(case.name, False, checked.describe())]
    wanted = expectations(case)
    found, remarks = reported(case, checked.err)
    message = compare(wanted, found, remarks)
    if message and os.environ.get("BLESS"):
        bless(case, wanted, found)
        return [Result(case.name, True, "blessed")]
    status = int(any(item[0] == "!" and item[1][0] != "W" for item in found))  # warnings alone are no failure
    if not message and checked.status != status:
        message = f"exit status {checked.status}"
    return [Result(case.name, not message, message)]


def tasks(tool, cases):
    for case in cases:
        yield lambda case=case: run_diag(tool, case)
