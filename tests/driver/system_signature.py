# test: script
"""A function of system code with a signature that leaves it without a body is refused, not compiled without one: shown
when Weft is built, by what compiles the collectors, from sources in which such a function has been annotated."""

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
    """What compiles the collectors, with runtime sources in which `old` is `new`, as C writes it."""
    before, after = (WEFT.parent / "sources.c").read_text().split(old)
    longer = len(new.replace("\\", "")) - len(old)
    after = re.sub(r"^ +(\d+)},$", lambda length: f"{int(length[1]) + longer}}},", after, count=1, flags=re.M)
    sources, compiler = Path(folder) / "sources.c", Path(folder) / "precompile"
    sources.write_text(before + new + after)
    folders = ("ir", "frontend", "passes", "gctransform", "backend_c", "tools")
    objects = [path for folder in folders for path in (WEFT.parent / "obj" / folder).glob("*.o")]
    # As the compiler itself was linked: with sanitizers, too, if need be.
    flags = ["-fsanitize=address,undefined"] if b"__asan_init" in WEFT.read_bytes() else []
    libraries = [WEFT.parent / "native.a", "-lcgraph", "-ldl", "-lm"]
    subprocess.run(["gcc", "-I.", *flags, sources, *objects, *libraries, "-o", compiler], check=True)
    return compiler


def check(compiler):
    return subprocess.run([compiler, "marksweep"], capture_output=True, text=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        found = check(compiler_with(folder, PLAIN, ANNOTATED))
        print(found.returncode, found.stderr)
        assert found.returncode != 0 and "watch.settle" in found.stderr and "no annotation" in found.stderr
        assert check(compiler_with(folder, PLAIN, PLAIN)).returncode == 0


sys.exit(main())
