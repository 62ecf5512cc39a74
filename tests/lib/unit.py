"""The unit tests in C: one binary made with Check."""

import re

from lib.case import Result
from lib.tool import run

FAILED = re.compile(r"^(.*:\d+:[FE]:.*)$", re.M)
SUMMARY = re.compile(r"^\d+%: Checks: (\d+), Failures: (\d+), Errors: (\d+)", re.M)


def run_unit(tool, binary):
    outcome = run([binary], env=tool.env, timeout=600)
    results = [Result(f"unit: {message}", False) for message in FAILED.findall(outcome.out)]
    checks = sum(int(total) - int(failures) - int(errors) for total, failures, errors in SUMMARY.findall(outcome.out))
    if not checks or (outcome.status and not results):
        results.append(Result("unit", False, outcome.describe()))
    return results + [Result("unit", True)] * checks
