"""`# test: script ARGS`: a Python script (the header may follow a #! line) run by CPython 3.11 in the project's root
with $WEFT; it passes if it ends with 0.
"""

from lib.case import Result
from lib.tool import ORACLE, run


def run_script(tool, case):
    env = dict(tool.env, WEFT=str(tool.weft), PYTHONHASHSEED="0", PYTHONDONTWRITEBYTECODE="1")
    outcome = run([ORACLE, case.path, *case.args], env=env, timeout=600)
    message = "" if outcome.status == 0 else outcome.describe()
    return [Result(case.name, not message, message)]


def tasks(tool, cases):
    for case in cases:
        yield lambda case=case: run_script(tool, case)
