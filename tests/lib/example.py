"""`# test: example ARGS`: a whole program, with arguments that make it short.

Under every configuration it prints what CPython prints; after every stage its text reads back as itself and
compiles on to the same C; the evaluator agrees at every stage.
"""

import tempfile
from pathlib import Path

from lib.case import Result, difference

STAGES = ["flow", "low", "exc", "gc"]


def native(tool, case, expected, configuration):
    name = f"{case.name} [{' '.join(configuration)}]"
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        built = tool.call("build", *configuration, "--verify", case.path, "-o", f"{folder}/program")
        if built.status:
            return [Result(name, False, built.describe())]
        actual = tool.run_program(f"{folder}/program", case.args)
    message = difference(expected.out, actual.out)
    if actual.status != expected.status:
        message += actual.describe()
    return [Result(name, not message, message)]


def c_files(tool, source, folder, *options):
    built = tool.call("build", "--emit=c", *options, source, "-o", folder)
    # build plans name the source's stem
    files = {path.name: path.read_bytes() for path in Path(folder).glob("*.[ch]")}
    return built, files


def last_pass(tool, level):
    """The passes of a level in order, as `weft passes` lists them."""
    rows = [line.split() for line in tool.call("passes").out.splitlines()]
    return [name for name, lowest, *_ in rows if lowest <= level]


def text_stage(tool, case, stage, folder, first):
    """Why the text after this stage or pass is not as good as the graphs themselves; "" if it is."""
    text, again = f"{folder}/{stage}.ir", f"{folder}/{stage}-again.ir"
    dumped = tool.call("dump", f"--after={stage}", "--verify", case.path, "-o", text)
    if dumped.status:
        return dumped.describe()
    reprinted = tool.call("opt", "--passes=", text, "-o", again)
    if reprinted.status:
        return reprinted.describe()
    header, _, body = Path(text).read_text(errors="surrogateescape").partition("\n")
    before = body if header.startswith("# passes left") else f"{header}\n{body}"
    after = Path(again).read_text(errors="surrogateescape")
    if before != after:
        return "printed again it is different:\n" + difference(before, after)
    built, files = c_files(tool, text, f"{folder}/{stage}-c")
    if not files or files != first:
        return f"compiling on gives other C: {sorted(name for name in first if files.get(name) != first[name])}\n{built.err}"
    return ""


def texts(tool, case):
    results = []
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        built, first = c_files(tool, case.path, f"{folder}/first")
        for stage in STAGES + last_pass(tool, "-O2"):
            message = text_stage(tool, case, stage, folder, first) if first else built.describe()
            results.append(Result(f"{case.name} [text {stage}]", not message, message))
    return results


def evaluator(tool, case, expected):
    results = []
    for stage in STAGES[1:] + last_pass(tool, "-O2"):
        actual = tool.call("eval", f"--at={stage}", case.path, *case.args)
        message = difference(expected.out, actual.out)
        if actual.status != expected.status:
            message += actual.describe()
        results.append(Result(f"{case.name} [eval {stage}]", not message, message))
    return results


def tasks(tool, cases):
    for case in cases:
        expected = tool.oracle([case.path, *case.args], None, [case.text])
        for configuration in tool.configurations:
            yield lambda case=case, e=expected, c=configuration: native(tool, case, e, c)
        if not tool.sanitize:
            yield lambda case=case: texts(tool, case)
        yield lambda case=case, e=expected: evaluator(tool, case, e)
