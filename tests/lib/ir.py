"""Tests on printed programs (*.ir), one file each:

`# test: roundtrip`          print → parse → print is the identity; but for comments the file is what is printed
`# test: verify V07`         the verifier rejects it with that invariant (`# message: FRAGMENT`)
`# test: parse I0003`        the parser rejects it with that code (`# message: FRAGMENT`)
`# test: pass fold,dead-code`  these passes make FILE.expected of it (BLESS=1 rewrites that); the evaluator agrees on
                             both unless `# no-eval` says that it has no entry to run
`# test: eval`               the evaluator prints the `# out: LINE`s, with `# status: N`; or it fails with
                             `# error: FRAGMENT`
"""

import os
import tempfile

from lib.case import Result, difference
from lib.tool import words


def printed(tool, path, *options):
    return tool.call("opt", "--passes=", *options, path)


def without_comments(text):
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    return "\n".join(lines).strip("\n")


def roundtrip(tool, case):
    first = printed(tool, case.path, "--verify")
    if first.status:
        return first.describe()
    with tempfile.NamedTemporaryFile("w", suffix=".ir", dir=tool.build, errors="surrogateescape") as file:
        file.write(first.out)
        file.flush()
        second = printed(tool, file.name)
    if second.status:
        return second.describe()
    return difference(first.out, second.out) or difference(without_comments(case.text), first.out.strip("\n"))


def rejected(tool, case, mark):
    outcome = printed(tool, case.path, "--verify")
    if outcome.status != 1:
        return "was accepted:\n" + outcome.describe()
    fragment = case.one("message", "")
    if mark not in outcome.err or fragment not in outcome.err:
        return f"expected {mark} {fragment}:\n{outcome.err}"
    return ""


def verify(tool, case):
    return rejected(tool, case, f"{case.args[0]}:")


def parse(tool, case):
    return rejected(tool, case, f"[{case.args[0]}]")


def evaluate(tool, case, path):
    return tool.call("eval", "--no-verify", "--passes=", path, *words(case.one("args")))


def passes(tool, case):
    after = tool.call("opt", f"--passes={case.args[0]}", "--verify", case.path)
    if after.status:
        return after.describe()
    golden = case.path.with_suffix(".expected")
    if os.environ.get("BLESS"):
        golden.write_text(after.out, errors="surrogateescape")
    message = difference(golden.read_text(errors="surrogateescape") if golden.exists() else "", after.out)
    if message or "no-eval" in case.directives:
        return message
    with tempfile.NamedTemporaryFile("w", suffix=".ir", dir=tool.build, errors="surrogateescape") as file:
        file.write(after.out)
        file.flush()
        before, later = evaluate(tool, case, case.path), evaluate(tool, case, file.name)
    if before.status == 70 or (before.status, before.out) != (later.status, later.out):
        return f"before: {before.describe()}after: {later.describe()}"
    return ""


def evaluation(tool, case):
    outcome = evaluate(tool, case, case.path)
    fragment = case.one("error")
    if fragment is not None:
        fine = outcome.status == 70 and fragment in outcome.err
        return "" if fine else f"expected the error '{fragment}':\n{outcome.describe()}"
    status = int(case.one("status", 0))
    if outcome.status != status:
        return f"expected status {status}:\n{outcome.describe()}"
    return difference("".join(f"{line}\n" for line in case.directives.get("out", [])), outcome.out)


KINDS = {"roundtrip": roundtrip, "verify": verify, "parse": parse, "pass": passes, "eval": evaluation}


def tasks(tool, cases):
    def one(case):
        message = KINDS[case.kind](tool, case)
        return [Result(case.name, not message, message)]

    for case in cases:
        yield lambda case=case: one(case)
