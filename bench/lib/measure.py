"""What a command costs: CPU time, memory, instructions, allocations, bytes of code."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass


CC = ["cc", "-std=c11", "-D_GNU_SOURCE", "-O2", "-Wall", "-Wextra", "-Werror"]


class Failed(Exception):
    """A command did not end well."""


@dataclass(frozen=True)
class Usage:
    """What a command and all its children used."""

    cpu: float  # seconds
    wall: float
    peak: int  # bytes that were resident
    out: str
    err: str


def used(command, **options):
    words = [str(word) for word in command]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        begin = time.perf_counter()
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=err, **options)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        found = Usage(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, out.read(), err.read())
    if process.returncode:
        what = f"status {process.returncode}\n{found.out[-500:]}{found.err[-2000:]}"
        raise Failed(f"{' '.join(words)}: {what}")
    return found


def run(command, **options):
    """What a command printed on standard output and standard error."""
    found = used(command, **options)
    return found.out, found.err


def cpu(command, **options):
    """CPU seconds of a command and all its children; what it printed."""
    found = used(command, **options)
    return found.cpu, found.out


def build_c(source, program, collects=False):
    """Hand-written C, with malloc and free or with libgc."""
    run([*CC, source, "-o", program, *(["-DUSE_GC", "-lgc"] if collects else []), "-lm"])


def instructions(command, **options):
    """Instructions that a command executes outside the kernel; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    _, err = run([*tool, *command], **options)
    return int(re.search(r"I\s+refs:\s+([\d,]+)", err)[1].replace(",", ""))


def allocations(weft, flags, source, argument, **options):
    """Objects that a program allocates on the heap, counted by the evaluator in the graphs that become C."""
    _, err = run([weft, "eval", "--at=gc", "--gc=boehm", "--stats", *flags, source, argument], **options)
    return int(re.search(r"(\d+)  allocations", err)[1])


def code_bytes(binary):
    """Code and constants of a binary, without its libraries."""
    out, _ = run(["size", binary])
    return int(out.splitlines()[1].split()[0])
