#!/usr/bin/python3.11
# test: script tests/parse/errors.txt
"""Compares our syntax errors with CPython's: the message of the first one and the place where it begins.

usage: compare_errors.py [--places] FILE…

A file holds many small programs, separated by lines `----`. A line
`---- other TEXT` says that the next program's message is on purpose TEXT instead. Exit status 1 if a message differs or
a program is accepted by only one side; places that differ are listed with --places.
"""
import os
import re
import subprocess
import sys
import tempfile
import warnings

from dumper import build


def programs(path):
    with open(path, encoding="utf-8") as text:
        for part in re.split(r"^----", "\n" + text.read(), flags=re.M)[1:]:
            head, _, body = part.partition("\n")
            yield body, head.strip().removeprefix("other ").strip()


def reference(source, name):
    try:
        compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        lines = source.split("\n")
        line = lines[error.lineno - 1] if error.lineno and error.lineno <= len(lines) else ""
        column = len(line[:max((error.offset or 1) - 1, 0)].encode())
        return error.msg, error.lineno, column
    except (ValueError, RecursionError, MemoryError) as error:
        return str(error), 0, 0
    return None


def ours(lines):
    for line in lines:
        found = re.match(r"error\[(P\d+)\] (\d+):(\d+)-\d+:\d+ (.*)", line)
        if found:
            return found[4], int(found[2]), int(found[3])
    return None


def run(dumper, sources):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, source in enumerate(sources):
            names.append(os.path.join(folder, "%05d.py" % i))
            with open(names[-1], "w", encoding="utf-8", newline="") as out:
                out.write(source)
        with open(os.path.join(folder, "list"), "w") as out:
            out.write("".join(n + "\n" for n in names))
        output = subprocess.run([dumper, "--list", os.path.join(folder, "list")], capture_output=True, text=True)
        if output.returncode not in (0, 1):
            print("the parser ended with status %d" % output.returncode)
            sys.exit(1)
        sections = output.stdout.split("== " + folder)[1:]
    return [section.split("\n") for section in sections]


def main():
    warnings.simplefilter("ignore")
    arguments = [a for a in sys.argv[1:] if a != "--places"]
    show_places = len(arguments) < len(sys.argv) - 1
    cases = [case for path in arguments for case in programs(path)]
    results = run(build(), [source for source, _ in cases])
    wrong = places = 0
    for (source, other), lines in zip(cases, results, strict=True):
        expected, got = reference(source, "case.py"), ours(lines)
        message = other or (expected and expected[0])
        if (got and got[0]) != message:
            wrong += 1
            print("%s\n  expected %s\n  got      %s" % (source.rstrip("\n"), expected, got))
        elif got and got[1:] != expected[1:] and not other:
            places += 1
            if show_places:
                print("%s\n  %s\n  expected at %d:%d, got %d:%d" % (source.rstrip("\n"), got[0], *expected[1:], *got[1:]))
    print("%d programs, %d with another message, %d with another place" % (len(cases), wrong, places))
    sys.exit(1 if wrong or not cases else 0)


if __name__ == "__main__":
    main()
