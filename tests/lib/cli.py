"""`# test: cli`: a bash script (-eu) run in an empty folder with $WEFT and an empty cache; it passes if it ends with 0.

Helpers: `status N command...` wants that exit status; `says TEXT` wants the text in the last command's standard error
(file err), `prints TEXT` in its standard output (file out). $ROOT is the project.
"""

import tempfile

from lib.case import Result
from lib.tool import run

PRELUDE = r"""
status() {
    local wanted=$1 got=0
    shift
    "$@" > out 2> err || got=$?
    [ "$got" = "$wanted" ] || { echo "status $got instead of $wanted: $*"; cat out err; exit 1; }
}
says() { grep -qF -- "$1" err || { echo "standard error lacks: $1"; cat err; exit 1; }; }
prints() { grep -qF -- "$1" out || { echo "standard output lacks: $1"; cat out; exit 1; }; }
"""


def run_cli(tool, case):
    with tempfile.TemporaryDirectory(dir=tool.build) as folder:
        env = dict(tool.env, WEFT=str(tool.weft), ROOT=str(case.path.parent.parent.parent.resolve()))
        if "shared-cache" not in case.directives:
            env["XDG_CACHE_HOME"] = f"{folder}/cache"
        outcome = run(["bash", "-euc", PRELUDE + case.text], cwd=folder, env=env, timeout=300)
    message = "" if outcome.status == 0 else outcome.describe()
    return [Result(case.name, not message, message)]


def tasks(tool, cases):
    for case in cases:
        yield lambda case=case: run_cli(tool, case)
