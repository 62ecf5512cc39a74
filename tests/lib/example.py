"""`# test: example ARGS`: a whole program, with arguments that make it short.

Under every configuration it prints what CPython prints; and it is as good between the stages (see stages.py).
"""

import tempfile

from lib import stages
from lib.case import Result, difference


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


def tasks(tool, cases):
    for case in cases:
        expected = tool.oracle([case.path, *case.args], None, [case.text])
        for configuration in tool.configurations:
            yield lambda case=case, e=expected, c=configuration: native(tool, case, e, c)
        yield from stages.program_tasks(tool, str(case.path), case.args)
