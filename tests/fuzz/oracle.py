"""CPython as a server: runs the programs whose paths it reads, each in a process of its own, and answers their status.

A program's output goes to PATH.out and PATH.err. What programs import is loaded once; that and the start of the interpreter would take most of the time.
The server must be started with the hash seed and the encoding that the programs are to have.
"""

import os
import resource
import sys
from types import ModuleType

import bisect, collections, contextlib, copy, dataclasses, enum, functools, heapq, itertools, math, operator, string, typing  # noqa: E401, F401

MEMORY = 2 << 30


def redirect(path):
    for fd, name in ((0, os.devnull), (1, path + ".out"), (2, path + ".err")):
        file = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, fd)
        os.close(file)


def execute(path):
    """Runs a file as the main program does; its traceback begins with the file."""
    main = ModuleType("__main__")
    main.__file__, sys.modules["__main__"], sys.argv, sys.path[0] = path, main, [path], os.path.dirname(path)
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        exec(code, main.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        sys.stdout.flush()
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
        sys.exit(1)


def status_of(path, seconds):
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    redirect(path)
    execute(path)
    sys.exit(0)


def main():
    requests, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    for line in requests:
        seconds, path = line.rstrip("\n").split(" ", 1)
        print(status_of(path, int(seconds)), file=answers, flush=True)


if __name__ == "__main__":
    main()
