"""`# test: planted SUITE`: bugs that this suite of the unit tests must find.

`# seeds: N..`                each bug is looked for in random programs from each of these numbers on (FIRST_SEED)
`# planted: FILE:OLD => NEW`  the only OLD in this C file becomes NEW; at least ATLEAST different files
"""

import re
from pathlib import Path

from lib.case import Result
from lib.tool import run

ATLEAST = 10
LIMIT = 300


def make(tool, *words):
    return run(["make", "-s", f"BUILD={tool.build.parent}", *words], env=tool.env, timeout=LIMIT)


def plant(folder, edit):
    """The file's name; beside, its text with the bug."""
    source, _, change = edit.partition(":")
    old, new = change.split(" => ")
    text = Path(source).read_text()
    assert text.count(old) == 1, f"{source}: {text.count(old)} places are '{old}'"
    copy = folder / source
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(text.replace(old, new))
    return source


def seeds_of(case):
    return case.directives["seeds"][0].split()


def finding(tool, case, binary, seed):
    env = {**tool.env, "CK_RUN_SUITE": " ".join(case.args), "FIRST_SEED": seed}
    return run([binary], env=env, timeout=LIMIT)


def has_none(tool, case, seed, binary):
    """Without a bug."""
    outcome = finding(tool, case, binary, seed)
    return [Result(f"{case.name}: from seed {seed} on", outcome.status == 0, outcome.describe())]


def must_be_found(tool, case, number, edit):
    folder = tool.build / "planted" / str(number)
    built = make(tool, "planted", f"PLANTED={folder}", f"SOURCE={plant(folder, edit)}")
    message = built.describe() if built.status else ""
    for seed in seeds_of(case) if not message else ():
        outcome = finding(tool, case, folder / "unit", seed)
        if not re.search(r"\bseed \d+: |Received signal", outcome.out):
            message = f"not found from seed {seed} on: {outcome.describe()}"
    return [Result(f"{case.name}: {edit}", not message, message)]


def tasks(tool, cases):
    if not cases or tool.sanitize:
        return
    make(tool, f"{tool.build.parent}/unit")  # once, before several at a time need it
    binary = tool.build.parent / "unit"
    for case in cases:
        edits = case.directives["planted"]
        files = {edit.partition(":")[0] for edit in edits}
        yield lambda case=case, count=len(files): [Result(f"{case.name}: {count} files", count >= ATLEAST)]
        for seed in seeds_of(case):
            yield lambda case=case, seed=seed: has_none(tool, case, seed, binary)
        for number, edit in enumerate(edits):
            yield lambda case=case, number=number, edit=edit: must_be_found(tool, case, number, edit)
