"""What a command costs: CPU time, instructions, allocations, bytes of code."""

import re
import resource
import shutil
import subprocess


class Failed(Exception):
    """A command did not end well."""


def run(command, **options):
    """What a command printed on standard output and standard error."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, **options)
    if done.returncode:
        raise Failed(f"{' '.join(words)}: status {done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
    return done.stdout, done.stderr


def cpu(command, **options):
    """CPU seconds of a command and all its children; what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out, _ = run(command, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def instructions(command, **options):
    """Instructions that a command executes outside the kernel; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    _, err = run([*tool, *command], **options)
    return int(re.search(r"I\s+refs:\s+([\d,]+)", err)[1].replace(",", ""))


def allocations(weft, flags, source, argument, **options):
    """Objects that a program allocates on the heap, counted by the evaluator in the graphs that become C."""
    _, err = run([weft, "eval", "--at=gc", "--stats", *flags, source, argument], **options)
    return int(re.search(r"(\d+)  allocations", err)[1])


def code_bytes(binary):
    """Code and constants of a binary, without its libraries."""
    out, _ = run(["size", binary])
    return int(out.splitlines()[1].split()[0])
