"""`# test: example ARGS`: a whole program, with arguments that make it short.

`# stdin-file: FILE` is what it reads from standard input. Under every configuration it prints what CPython prints; and
it is as good between the stages (see stages.py).
"""

import tempfile
from pathlib import Path

from lib import stages
from lib.case import Result, difference


def standard_input(case):
    name = case.one("stdin-file")
    return Path(name).read_text(encoding="utf-8") if name else ""


def expected_of(tool, case):
    files = [Path(word).read_text(encoding="utf-8") for word in case.args if Path(word).is_file()]
    return tool.oracle([case.path, *case.args], None, [case.text, *files], standard_input(case))


def native(tool, case, expected, configuration):
    name = f"{case.name} [{' '.join(configuration)}]"
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        built = tool.call("build", *configuration, "--verify", case.path, "-o", f"{folder}/program")
        if built.status:
            return [Result(name, False, built.describe())]
        actual = tool.run_program(f"{folder}/program", case.args, stdin=standard_input(case))
    message = difference(expected.out, actual.out)
    if actual.status != expected.status:
        message += actual.describe()
    return [Result(name, not message, message)]


def tasks(tool, cases):
    for case in cases:
        stdin = standard_input(case)
        expected = expected_of(tool, case)
        for configuration in tool.configurations:
            yield lambda case=case, e=expected, c=configuration: native(tool, case, e, c)
        yield from stages.program_tasks(tool, str(case.path), case.args, stdin=stdin)
