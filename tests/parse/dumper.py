"""Builds the executable that prints syntax trees, under the sanitizers; rebuilt when a source is newer."""
import glob
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PATTERNS = ["frontend/lex*.c", "frontend/parse*.c", "frontend/fstring*.c", "frontend/ast.c", "ir/arena.c", "ir/map.c",
            "ir/diag*.c", "tests/parse/dump_main.c"]
HEADERS = ["frontend/*.h", "frontend/*.def", "ir/*.h", "ir/*.def"]


def expand(patterns):
    return sorted(name for pattern in patterns for name in glob.glob(os.path.join(ROOT, pattern)))


def build():
    """The path of the executable."""
    target = os.path.join(ROOT, "build", "tests", "parse", "dump")
    sources = expand(PATTERNS)
    newest = max(os.path.getmtime(name) for name in sources + expand(HEADERS))
    if os.path.exists(target) and os.path.getmtime(target) > newest:
        return target
    os.makedirs(os.path.dirname(target), exist_ok=True)
    new = "%s.%d" % (target, os.getpid())
    subprocess.run(["gcc", "-std=c11", "-D_GNU_SOURCE", "-O1", "-g", "-fsanitize=address,undefined",
                    "-fno-sanitize-recover=undefined", "-I" + ROOT, *sources, "-o", new], check=True)
    os.replace(new, target)
    return target
