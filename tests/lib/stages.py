"""What a program is between the stages: its text and its meaning.

`# test: stages` with lines `# program: FILE ARGS`: after every stage and every pass, at -O0 and at -O2, each program
verifies, its text reads back as itself, compiling on from the text gives the same C, byte by byte, and the evaluator
prints what the binary prints, tracebacks included, and ends with its status. CPython agrees about output and status.
`# program: FILE ARGS ; status N` expects another status than CPython's, and less output: the end at an overflow.
"""

import re
import tempfile
from pathlib import Path

from lib.case import Result, difference
from lib.tool import words

STAGES = ["flow", "low", "exc", "gc"]
LEVELS = ["-O0", "-O2"]


def points(tool, level):
    """Stages, and the passes of this level in order, as `weft passes` lists them."""
    rows = [line.split() for line in tool.call("passes").out.splitlines()]
    return STAGES + [name for name, lowest, *_ in rows if "-O" <= lowest <= level]


def c_files(tool, source, folder, level):
    built = tool.call("build", "--emit=c", level, source, "-o", folder)
    # build plans name the source's stem
    files = {path.name: path.read_bytes() for path in Path(folder).glob("*.[ch]")}
    return built, files


def text_after(tool, source, point, level, folder, first):
    """Why the text after this stage or pass is not as good as the graphs themselves; "" if it is."""
    text, again = f"{folder}/{point}.ir", f"{folder}/{point}-again.ir"
    dumped = tool.call("dump", level, f"--after={point}", "--verify", source, "-o", text)
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
    built, files = c_files(tool, text, f"{folder}/{point}-c", level)
    if not files or files != first:
        return f"compiling on gives other C: {sorted(name for name in first if files.get(name) != first[name])}\n{built.err}"
    return ""


def texts(tool, source, level):
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        built, first = c_files(tool, source, f"{folder}/first", level)
        for point in points(tool, level):
            message = text_after(tool, source, point, level, folder, first) if first else built.describe()
            yield Result(f"{source} [text {level} {point}]", not message, message)


def disagreement(expected, actual):
    message = difference(expected.out, actual.out)
    if actual.status != expected.status:
        message += f"status {expected.status} expected\n{actual.describe()}"
    return message


def comparable_errors(text, point):
    """Marks below source lines are made with the C, repetitions depend on the stack's size, and tracebacks come into the
    program with the exception transform."""
    text = re.sub(r"^(    [ ~^]+|  \[Previous line repeated .*)\n", "", text, flags=re.M)
    return text if point in ("exc", "gc") else re.sub(r"^(Traceback \(|  ).*\n", "", text, flags=re.M)


def evaluations(tool, source, args, stdin, level, expected):
    """`expected` is what the binary did."""
    for point in ["low", "gc"] if tool.sanitize else points(tool, level)[1:]:
        actual = tool.call("eval", level, f"--at={point}", source, *args, stdin=stdin)
        errors = [comparable_errors(outcome.err, point) for outcome in (expected, actual)]
        message = disagreement(expected, actual) + difference(*errors)
        yield Result(f"{source} [eval {level} {point}]", not message, message)


def native(tool, source, args, stdin, level):
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        built = tool.call("build", level, source, "-o", f"{folder}/program")
        return built if built.status else tool.run_program(f"{folder}/program", args, stdin=stdin)


def meanings(tool, source, args, stdin, status, level):
    texts_read = [Path(name).read_text(errors="surrogateescape") for name in [source, *args] if Path(name).is_file()]
    oracle = tool.oracle([source, *args], None, texts_read, stdin)
    binary = native(tool, source, args, stdin, level)
    if status is None:
        message = disagreement(oracle, binary)
    else:
        message = "" if binary.status == status and oracle.out.startswith(binary.out) else binary.describe()
    yield Result(f"{source} [binary {level}]", not message, message)
    yield from evaluations(tool, source, args, stdin, level, binary)


def program_tasks(tool, source, args, status=None, stdin=""):
    for level in LEVELS[-1:] if tool.sanitize else LEVELS:
        if not tool.sanitize:
            yield lambda level=level: list(texts(tool, source, level))
        yield lambda level=level: list(meanings(tool, source, args, stdin, status, level))


def tasks(tool, cases):
    for case in cases:
        for program in case.directives.get("program", []):
            command, _, status = program.partition("; status ")
            source, *args = words(command)
            yield from program_tasks(tool, source, args, int(status) if status else None)
