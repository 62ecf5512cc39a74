# test: script
"""A function of system code with a signature that leaves it without a body is refused, not compiled without one: shown
by a compiler in which such a function of the runtime has been annotated."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WEFT = Path(os.environ["WEFT"])
PLAIN = "def settle(survivor, trace) -> None:"
ANNOTATED = 'def settle(survivor: \\"Callable\\", trace) -> None:'


def compiler_with(folder, old, new):
    """A copy of the compiler in whose runtime sources `old` is `new`, as C writes it."""
    before, after = (WEFT.parent / "embedded.c").read_text().split(old)
    longer = len(new.replace("\\", "")) - len(old)
    after = re.sub(r"^ +(\d+)},$", lambda length: f"{int(length[1]) + longer}}},", after, count=1, flags=re.M)
    embedded, compiler = Path(folder) / "embedded.c", Path(folder) / "weft"
    embedded.write_text(before + new + after)
    objects = [path for path in (WEFT.parent / "obj").rglob("*.o") if path.name != "embedded.o"]
    objects = [path for path in objects if path.parent.name not in ("native", "unit")]
    # As the compiler itself was linked: with sanitizers, too, if need be.
    flags = ["-fsanitize=address,undefined"] if b"__asan_init" in WEFT.read_bytes() else []
    libraries = [WEFT.parent / "native.a", "-lcgraph", "-ldl", "-lm"]
    subprocess.run(["gcc", "-I.", *flags, embedded, *objects, *libraries, "-o", compiler], check=True)
    return compiler


def check(compiler, folder):
    program = Path(folder) / "program.py"
    program.write_text("print([1])\n")
    return subprocess.run([compiler, "check", "--gc=marksweep", program], capture_output=True, text=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = check(compiler_with(folder, PLAIN, ANNOTATED), folder)
        print(found.returncode, found.stderr)
        assert found.returncode != 0 and "watch.settle" in found.stderr and "no annotation" in found.stderr
        assert check(compiler_with(folder, PLAIN, PLAIN), folder).returncode == 0


sys.exit(main())
