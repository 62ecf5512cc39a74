"""`# test: collector NAME`: runtime/gc/NAME.py under CPython, on simulated memory, with random programs:
see tests/gc/drive.py.

`# edit: MODULE:OLD => NEW`     in all that follows: thresholds small enough for small programs
`# run: SETTING=VALUE..`        passes if nothing is wrong, and if there were collections
`# out-of-memory: SETTING=..`   the same, and there was no memory at times
`# detect: SETTING=VALUE..`     how to look for bugs (the first way that finds them):
`# planted: MODULE:OLD => NEW`  a bug in a collector, which must be found
`# forgets: root`               a bug in the program (omit=), which must be found
"""

import re

from lib.case import Result
from lib.tool import ORACLE, run

DRIVER = "tests/gc/drive.py"
COUNTS = re.compile(r"(\d+) programs, (\d+) collections, (\d+) times out of memory")


def drive(tool, case, words, edits=()):
    edits = [f"edit={edit}" for edit in [*case.directives.get("edit", ()), *edits]]
    return run([ORACLE, "-B", DRIVER, *case.args, *words.split(), *edits], env=tool.env, timeout=60)


def must_work(tool, case, words, is_out_of_memory):
    outcome = drive(tool, case, words)
    counts = COUNTS.search(outcome.out)
    message = "" if outcome.status == 0 else outcome.describe()
    if counts and not (int(counts[2]) and (int(counts[3]) > 0) == is_out_of_memory):
        message = f"shows nothing: {counts[0]}"
    return [Result(f"{case.name}: {words}", not message, message)]


def must_be_found(tool, case, what, omit="", edits=()):
    for words in case.directives["detect"]:
        outcome = drive(tool, case, f"{words} omit={omit}", edits)
        if outcome.status == 1 and outcome.err.startswith("seed "):
            return [Result(f"{case.name}: {what}", True, outcome.err.strip())]
    return [Result(f"{case.name}: {what}", False, "not found: " + outcome.describe())]


def tasks(tool, cases):
    for case in cases:
        for words in case.directives.get("run", ()):
            yield lambda case=case, words=words: must_work(tool, case, words, False)
        for words in case.directives.get("out-of-memory", ()):
            yield lambda case=case, words=words: must_work(tool, case, words, True)
        for edit in case.directives.get("planted", ()):
            yield lambda case=case, edit=edit: must_be_found(tool, case, edit, edits=[edit])
        for what in case.directives.get("forgets", ()):
            yield lambda case=case, what=what: must_be_found(tool, case, what, what)
