"""`# test: lang`: programs that print the same under CPython and under Weft.

Cases run in a folder of their own, where they may write files. To keep C compilation cheap, cases are modules of one program per configuration: a generated main program imports each
in turn and prints a separator before it. `# standalone: ARGS` marks a case that runs alone, with these arguments;
its exit status and standard error count, too (`# stdin: TEXT` is its input). Where Weft may differ from CPython (the
closed list of docs/design.md), `# weft-status: N` and `# weft-stderr: FRAGMENT` say what it does instead.
"""

import json
import shutil
import tempfile
from pathlib import Path

from lib.case import Result, difference
from lib.tool import words

SEPARATOR = "--- case"
BATCH = 12  # cases in a program


def configuration_name(configuration):
    return " ".join(configuration)


# ---- alone ------------------------------------------------------------------------------------------


def helper_texts(case):
    """Texts of the modules beside a case that it may import: those that are no cases."""
    folder = case.path.parent
    helpers = [path for path in sorted(folder.rglob("*.py")) if path != case.path]
    texts = [path.read_text(errors="surrogateescape") for path in helpers]
    return [text for text in texts if not text.startswith("# test:")]


def compare_alone(case, expected, actual):
    status = int(case.one("weft-status", expected.status))
    fragment = case.one("weft-stderr")
    if actual.status != status:
        return f"status {actual.status}, expected {status}\n{actual.err[-2000:]}"
    if "weft-status" not in case.directives and actual.out != expected.out:
        return difference(expected.out, actual.out)
    if fragment is not None:
        return "" if fragment in actual.err else f"standard error lacks '{fragment}':\n{actual.err[-2000:]}"
    return difference(expected.err, actual.err)


def some_configurations(tool, index):
    """The usual configuration and one of the others in turn, unless all are asked for."""
    *others, usual = tool.configurations
    return tool.configurations if tool.thorough or not others else [others[index % len(others)], usual]


def run_alone(tool, case, configurations):
    args, stdin = words(case.one("standalone")), case.one("stdin", "").replace("\\n", "\n")
    source = case.path.resolve()  # CPython shows absolute names in tracebacks
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        expected = tool.oracle([source, *args], folder, [case.text, *helper_texts(case)], stdin)
    for configuration in configurations:
        name = f"{case.name} [{configuration_name(configuration)}]"
        with tempfile.TemporaryDirectory(dir=tool.build) as folder:
            built = tool.call("build", *configuration, "--verify", source, "-o", f"{folder}/program")
            if built.status:
                yield Result(name, False, built.describe())
                continue
            actual = tool.run_program(f"{folder}/program", args, cwd=folder, stdin=stdin)
        message = compare_alone(case, expected, actual)
        yield Result(name, not message, message)


# ---- in batches -------------------------------------------------------------------------------------


def write_batch(folder, cases):
    """The main program of these cases, beside copies of them and of their helper modules."""
    lines = ["import sys", "", "start = int(sys.argv[1])"]
    for index, case in enumerate(cases):
        lines += [f"if start <= {index}:", f'    print("{SEPARATOR} {index}", flush=True)']
        lines += [f"    import {case.path.stem}"]
        shutil.copy(case.path, folder)
    lines += [f'print("{SEPARATOR} end")', ""]
    for parent in sorted({case.path.parent for case in cases}):
        for helper in sorted(parent.iterdir()):
            if helper.is_dir() and (helper / "__init__.py").exists():
                shutil.copytree(helper, folder / helper.name, dirs_exist_ok=True)
            elif helper.suffix == ".py" and not (folder / helper.name).exists():
                shutil.copy(helper, folder)
    main = folder / "main.py"
    main.write_text("\n".join(lines))
    return main


def blamed(built, cases):
    """The cases that a failed build's diagnostics (JSON) name, with a message each; all if they name the main program."""
    start = built.err.find("[")
    try:
        diagnostics, _ = json.JSONDecoder().raw_decode(built.err[start:]) if start >= 0 else ([], 0)
    except json.JSONDecodeError:
        return {}
    messages = {}
    for diagnostic in diagnostics:
        for place in [diagnostic["range"], *(label["range"] for label in diagnostic["labels"])]:
            stem = Path(place["file"]).stem if place else ""
            if stem == "main":
                return {case.path.stem: f"{diagnostic['code']}: {diagnostic['message']}" for case in cases}
            if any(case.path.stem == stem for case in cases):
                text = f"{place['line']}:{place['column']}: {diagnostic['code']}: {diagnostic['message']}"
                messages.setdefault(stem, text)
                break
    return messages


def build_batch(tool, cases, command, failures):
    """Yields (cases, folder, main program) of batches that `command(main, folder)` accepts; the cases that it does not
    accept go to `failures` with the message. The folder is removed when the caller goes on."""
    if not cases:
        return
    with tempfile.TemporaryDirectory(dir=tool.build) as name:
        folder = Path(name)
        main = write_batch(folder, cases)
        built = command(main, folder)
        if built.status == 0:
            yield cases, folder, main
            return
    guilty = blamed(built, cases)
    if guilty:
        failures.update((case, guilty[case.path.stem]) for case in cases if case.path.stem in guilty)
        yield from build_batch(tool, [case for case in cases if case.path.stem not in guilty], command, failures)
    elif len(cases) == 1:
        failures[cases[0]] = built.describe()
    else:
        half = len(cases) // 2
        yield from build_batch(tool, cases[:half], command, failures)
        yield from build_batch(tool, cases[half:], command, failures)


def screen(tool, cases):
    """The cases that `weft check` accepts, together and each alone, and the messages about the others: so that a case
    that cannot be compiled does not cost a search in every configuration."""
    rejected = {}
    while cases:
        with tempfile.TemporaryDirectory(dir=tool.build) as name:
            checked = tool.call("check", "--message-format=json", write_batch(Path(name), cases))
        if checked.status == 0:
            return cases, rejected
        guilty = blamed(checked, cases)
        if not guilty:
            break
        rejected.update((case, guilty[case.path.stem]) for case in cases if case.path.stem in guilty)
        cases = [case for case in cases if case not in rejected]
    for case in cases:
        with tempfile.TemporaryDirectory(dir=tool.build) as name:
            checked = tool.call("check", write_batch(Path(name), [case]))
        if checked.status:
            rejected[case] = checked.describe()
    return [case for case in cases if case not in rejected], rejected


def split_output(text):
    """index -> what was printed after its separator."""
    pieces = {}
    current = None
    for line in text.splitlines(keepends=True):
        if line.startswith(SEPARATOR):
            word = line.split()[-1]
            current = None if word == "end" else int(word)
            if current is not None:
                pieces[current] = ""
        elif current is not None:
            pieces[current] += line
    return pieces, text.rstrip("\n").endswith(f"{SEPARATOR} end")


def run_batch(cases, execute):
    """index -> (output, error): execute(start) runs the cases from `start` on, again after one that ends the program."""
    outcomes = {}
    start = 0
    while start < len(cases):
        actual = execute(start)
        pieces, ended = split_output(actual.out)
        last = max(pieces, default=start)
        for index, piece in pieces.items():
            outcomes[index] = (piece, "")
        if ended and actual.status == 0:
            break
        outcomes[last] = (pieces.get(last, ""), f"status {actual.status}\n{actual.err[-3000:]}")
        start = last + 1
    return outcomes


def oracle_of(tool, case):
    program = f"import sys; sys.path.insert(0, {str(case.path.resolve().parent)!r}); import {case.path.stem}"
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        return tool.oracle(["-c", program], folder, [case.text, *helper_texts(case)])


def judge(case, label, expected, outcome):
    name = f"{case.name} [{label}]"
    if expected.status:
        return Result(name, False, f"does not run under CPython:\n{expected.err[-2000:]}")
    if outcome is None:
        return Result(name, False, "did not run")
    out, error = outcome
    if error or out != expected.out:
        return Result(name, False, difference(expected.out, out) + error)
    return Result(name, True)


def run_batches(tool, cases, expected, label, command, execute):
    """Judges all cases under one configuration."""
    failures = {}
    for batch, folder, main in build_batch(tool, cases, command, failures):
        outcomes = run_batch(batch, lambda start: execute(folder, main, start))
        for index, case in enumerate(batch):
            yield judge(case, label, expected[case], outcomes.get(index))
    for case, message in failures.items():
        yield Result(f"{case.name} [{label}]", False, message)


def native_configuration(tool, cases, expected, configuration):
    def command(main, folder):
        return tool.call(
            "build", *configuration, "--verify", "--message-format=json", main, "-o", folder / "program", timeout=900
        )

    def execute(folder, main, start):
        return tool.run_program(folder / "program", [start], cwd=folder)

    return run_batches(tool, cases, expected, configuration_name(configuration), command, execute)


def evaluator_configuration(tool, cases, expected, stage, *options):
    def command(main, folder):
        return tool.call("check", "--message-format=json", main)

    def execute(folder, main, start):
        return tool.call("eval", f"--at={stage}", *options, main, str(start), cwd=folder)

    return run_batches(tool, cases, expected, " ".join(["eval", stage, *options]), command, execute)


def same_c(tool, cases):
    """The C does not depend on the run."""
    with tempfile.TemporaryDirectory(dir=tool.build) as name:
        folder = Path(name)
        main = write_batch(folder, cases)
        texts = []
        for run in ("first", "second"):
            built = tool.call("build", "--emit=c", main, "-o", folder / run)
            texts.append({path.name: path.read_bytes() for path in (folder / run).glob("*.[ch]")})
        differing = sorted(name for name in {*texts[0], *texts[1]} if texts[0].get(name) != texts[1].get(name))
        message = f"differ: {differing}\n{built.err[-2000:]}"
        yield Result(f"{cases[0].name}...: C again", bool(texts[0]) and not differing, message)


def run_together(tool, cases, configurations):
    """Everything about the cases of one program."""
    cases, rejected = screen(tool, cases)
    results = [Result(case.name, False, message) for case, message in rejected.items()]
    if not cases:
        return results
    expected = {case: oracle_of(tool, case) for case in cases}
    for configuration in configurations:
        results += native_configuration(tool, cases, expected, configuration)
    results += evaluator_configuration(tool, cases, expected, "low")
    results += evaluator_configuration(tool, cases, expected, "gc", *configurations[0])
    for seed in (1, 2) if tool.thorough else ():
        results += evaluator_configuration(tool, cases, expected, "low", f"--shuffle-seed={seed}")
    if not tool.sanitize:
        results += same_c(tool, cases)
    return results


def tasks(tool, cases):
    """The independent pieces of work: callables that give results."""
    alone = [case for case in cases if "standalone" in case.directives]
    together = [case for case in cases if "standalone" not in case.directives]
    for index, start in enumerate(range(0, len(together), BATCH)):
        batch, some = together[start : start + BATCH], some_configurations(tool, index)
        yield lambda batch=batch, some=some: run_together(tool, batch, some)
    for index, case in enumerate(alone):
        yield lambda case=case, some=some_configurations(tool, index): list(run_alone(tool, case, some))
