"""`# test: flags`: programs mean the same whichever passes run, and each pass fires where it should.

`# program: FILE ARGS`        evaluated as CPython runs it, with sets of passes such that every two passes are once both
                             on, once both off, and once each without the other
`# fires: FILE PASS...`       alone but for what it requires, each of these passes does something to that program
                             (--stats); switched off, it is not there. Every pass needs such a line.

The thorough run evaluates the language cases (but those that stand alone) with each pass off, each pass alone, none,
all, and RANDOM sets of passes; and builds the examples with the sets of the quick one.
"""

import itertools
import random
import re
import tempfile
from pathlib import Path

from lib import example, lang, stages
from lib.case import Result, read_case
from lib.tool import words

TIDY = {"fold", "dead-code", "join-blocks", "merge-inputs"}  # what the others' decisions ask for
REQUIRES = {"tail-calls": {"no-raise"}}  # and more than that
RANDOM = 200
CANDIDATES = 40  # looked at for a row of the covering


def pass_names(tool):
    """In the order of the table."""
    return re.findall(r"^(\S+) +-O", tool.call("passes").out, re.MULTILINE)


def flags(names, wanted):
    return ["-O2", *(f"-f{'' if name in wanted else 'no-'}{name}" for name in names)]


# ---- sets of passes -----------------------------------------------------------------------------------


def alone(name):
    """A pass with what it requires."""
    return TIDY | {name} | REQUIRES.get(name, set())


def pairs_of(names, chosen):
    """What a set of passes shows of every two: which of them run."""
    return {(a, a in chosen, b, b in chosen) for a, b in itertools.combinations(names, 2)}


def covering(names):
    """Few sets of passes that show all that can be of every two: each is the best of some random ones."""
    source, rows = random.Random(1), []
    missing = {(a, x, b, y) for a, b in itertools.combinations(names, 2) for x in (True, False) for y in (True, False)}
    while missing:
        candidates = [{name for name in names if source.random() < 0.5} for _ in range(CANDIDATES)]
        best = max(candidates, key=lambda chosen: len(missing & pairs_of(names, chosen)))
        missing -= pairs_of(names, best)
        rows.append((f"pairs {len(rows)}", best))
    return rows


def matrix(names):
    source = random.Random(2)
    yield "all passes", set(names)
    yield "no passes", set()
    for name in names:
        yield f"without {name}", set(names) - {name}
        yield f"{name} alone", alone(name)
    for index in range(RANDOM):
        yield f"random {index}", {name for name in names if source.random() < 0.5}


# ---- programs mean the same ---------------------------------------------------------------------------


def evaluated(tool, case, label, options, words_of_program):
    source, *args = words_of_program
    expected = tool.oracle([source, *args], None, [Path(source).read_text()])
    actual = tool.call("eval", "--at=gc", "--verify", *options, source, *args)
    message = stages.disagreement(expected, actual)
    return Result(f"{case.name}: {source} [{label}]", not message, f"{' '.join(options)}\n{message}" if message else "")


def judged(case, label, options, expected, outcome):
    result = lang.judge(case, label, expected, outcome)
    return result if result.passed else Result(result.name, False, f"{' '.join(options)}\n{result.message}")


def outcomes_of(tool, options, cases, program):
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        return lang.run_batch(cases, lambda start: tool.call("eval", "--at=gc", *options, program, start, cwd=folder))


def before_passes(tool, folder, cases):
    """The graphs of these cases as one program, as far as all configurations have them in common."""
    program = Path(folder) / "program.ir"
    dumped = tool.call("dump", "--after=low", lang.write_batch(Path(folder), cases), "-o", program)
    if dumped.status:
        raise RuntimeError(dumped.describe())
    return program


def language(tool, names, cases):
    """These cases by the evaluator, in the whole matrix. That each compiles at all is checked once, before."""
    cases, _ = lang.screen(tool, cases)
    expected = {case: lang.oracle_of(tool, case) for case in cases}
    results = []
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        program = before_passes(tool, folder, cases)
        for label, chosen in matrix(names):
            options = flags(names, chosen)
            outcomes = outcomes_of(tool, options, cases, program)
            results += [judged(case, label, options, expected[case], outcomes.get(i)) for i, case in enumerate(cases)]
    return results


def language_tasks(tool, names):
    cases = [read_case(path) for path in sorted(Path("tests/lang").rglob("*.py"))]
    together = [case for case in cases if case and case.kind == "lang" and "standalone" not in case.directives]
    for start in range(0, len(together), lang.BATCH):
        yield lambda batch=together[start : start + lang.BATCH]: language(tool, names, batch)


def example_tasks(tool, names):
    for path in sorted(Path("examples").glob("*.py")):
        case = read_case(path)
        expected = example.expected_of(tool, case)
        for _, chosen in covering(names):
            options = flags(names, chosen)
            yield lambda case=case, e=expected, o=options: example.native(tool, case, e, o)


# ---- each pass fires ----------------------------------------------------------------------------------


def fired(tool, options, source):
    """pass -> how often --stats says that it did something."""
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        done = tool.call("dump", "--stats", "--after=gc", *options, source, "-o", f"{folder}/program.ir")
    return {name: int(count) for count, name in re.findall(r"^ *(\d+)  (\S+)$", done.err, re.MULTILINE)}


def fires(tool, case, names, source, name):
    only = fired(tool, flags(names, alone(name)), source)
    without = fired(tool, flags(names, set(names) - {name}), source)
    message = f"alone: {only}\nwithout: {without}"
    fine = only.get(name, 0) > 0 and without and name not in without
    return Result(f"{case.name}: {name} in {source}", fine, "" if fine else message)


def fires_tasks(tool, case, names):
    rows = [words(line) for line in case.directives.get("fires", [])]
    unnamed = set(names) - {name for _, *mine in rows for name in mine}
    yield lambda: [Result(f"{case.name}: every pass has a case", not unnamed, f"none for {sorted(unnamed)}")]
    for source, *mine in rows:
        for name in mine:
            yield lambda source=source, name=name: [fires(tool, case, names, source, name)]


def tasks(tool, cases):
    if not cases:
        return
    names = pass_names(tool)
    for case in cases:
        yield from fires_tasks(tool, case, names)
        programs = [words(line) for line in case.directives.get("program", [])]
        for (label, chosen), program in itertools.product(covering(names), programs):
            options = flags(names, chosen)
            yield lambda c=case, a=label, o=options, p=program: [evaluated(tool, c, a, o, p)]
    if tool.thorough:
        yield from language_tasks(tool, names)
        yield from example_tasks(tool, names)
