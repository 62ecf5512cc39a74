#!/usr/bin/python3.11
# test: script --quick
"""Big structures with every collector: each module of this folder prints what CPython prints, and does not use much
more memory if it does the same more often.

    tests/big/big.py [--quick] [--weft=build/weft] [--only=NAME,...] [--gc=NAME,...]

They are 10 million links long, a million levels deep, of a million finalizers, of 4 GB; --quick: smaller.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "tests/big/structures.py"
ORACLE = "/usr/bin/python3.11"
TIMEOUT = 600
SLACK = 32  # MB that more rounds may need, beside as much as few do


@dataclass(frozen=True)
class Program:
    name: str
    size: int
    quick: int  # 0: not run then
    dies: bool = True  # it cannot be run with --gc=none
    rounds: tuple = (2, 6)
    needs: int = 0  # GB of memory that must be available


PROGRAMS = [
    Program("long_list", 10_000_000, 1_000_000, dies=False),
    Program("deep_tree", 1_000_000, 200_000, dies=False),
    Program("wide", 5_000_000, 300_000, dies=False),
    Program("finalizers", 1_000_000, 200_000),
    Program("resurrection", 200_000, 20_000),
    Program("weak_references", 1_000_000, 50_000),
    Program("huge", 550_000_000, 0, rounds=(1, 2), needs=20),
]


@dataclass(frozen=True)
class Run:
    out: str
    seconds: float
    peak: int  # MB


def build(weft, collector, folder):
    binary = Path(folder) / collector
    subprocess.run([weft, "build", "-O2", f"--gc={collector}", SOURCE, "-o", binary], check=True)
    return binary


def run(command):
    begin = time.monotonic()
    env = dict(os.environ, PYTHONHASHSEED="0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as process:
        out = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    out += f"status {process.returncode}\n"
    return Run(out, time.monotonic() - begin, usage.ru_maxrss >> 10)


def check(program, size, collector, expected, binary):
    """What is wrong, or ""."""
    few, many = (run([binary, program.name, str(size), str(rounds)]) for rounds in program.rounds)
    print(f"{program.name:16} {collector:13} {many.seconds:7.1f} s {few.peak:7} MB {many.peak:7} MB", flush=True)
    if many.out != expected:
        return f"prints\n{many.out}instead of\n{expected}"
    if collector != "none" and many.peak > 2 * few.peak + SLACK:
        return "memory that was dropped is not used again"
    return ""


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weft", default=os.environ.get("WEFT", ROOT / "build/weft"), type=Path)
    parser.add_argument("--quick", action="store_true", help="smaller")
    parser.add_argument("--only", default="", help="these programs")
    parser.add_argument("--gc", default="", help="these collectors")
    return parser.parse_args()


def available():
    """GB of memory."""
    return int(re.search(r"MemAvailable: +(\d+)", Path("/proc/meminfo").read_text())[1]) >> 20


def chosen(names, text):
    return [name for name in names if not text or name in text.split(",")]


def main():
    args, failed = options(), 0
    weft = args.weft.resolve()
    listed = subprocess.run([weft, "gcs"], capture_output=True, text=True, check=True).stdout.splitlines()
    collectors = chosen([line.split()[0] for line in listed], args.gc)
    sizes = {program: program.quick if args.quick else program.size for program in PROGRAMS}
    wanted = chosen([program.name for program, size in sizes.items() if size], args.only)
    with tempfile.TemporaryDirectory() as folder:
        binaries = {collector: build(weft, collector, folder) for collector in collectors}
        for program in (program for program in PROGRAMS if program.name in wanted):
            if available() < program.needs:
                print(f"{program.name}: left out, needs {program.needs} GB of memory")
                continue
            expected = run([ORACLE, SOURCE, program.name, str(sizes[program]), str(program.rounds[1])]).out
            for collector, binary in binaries.items():
                if program.dies and collector == "none":
                    continue
                wrong = check(program, sizes[program], collector, expected, binary)
                failed += wrong != ""
                if wrong:
                    print(f"FAIL {program.name}, {collector}: {wrong}", flush=True)
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
