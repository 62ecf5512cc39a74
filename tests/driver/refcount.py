# test: script
"""Reference counts are exact: at the end of a program all that is left is referred to as often as its counts say, and
each single operation on a count that is left out of the graphs is noticed, then or because something is used after it
was freed."""

import os
import re
import subprocess
import sys
import tempfile

WEFT = os.environ["WEFT"]
OPTIONS = ["-O0", "--gc=refcount"]
FOUND = {"naive": 40, "default": 25}  # operations at least that matter

PROGRAM = '''
class Node:
    def __init__(self, name, next):
        self.name = name
        self.next = next

    def last(self):
        node = self
        while node.next is not None:
            node = node.next
        return node

class Trouble(Exception):
    def __init__(self, node):
        self.node = node

kept = Node("kept" * len("ab"), None)

def chain(n):
    first = None
    for i in range(n):
        first = Node("n" + str(i), first)
    return first

def pick(a, b, n):
    c = a if n > 2 else b
    c.next = b if n > 3 else kept
    return c

def replace(items, n):
    old = items[0]
    items[0] = Node("new" * (n + 1), old)
    items.append(old)
    if n > 1:
        raise Trouble(items[0])
    return old

def attempt(n):
    local = Node("local" * n, None)
    try:
        return replace([chain(n), local], n)
    except Trouble as e:
        return Node(e.node.name + "!", local)

def cycle(n):
    a = Node(str(n), None)
    a.next = Node(str(n + 1), a)
    return n + 1

def change(n):
    global kept
    kept = Node("kept " + str(n), kept)

def main():
    print(chain(4).last().name, pick(chain(2), chain(3), 3).name, pick(chain(2), chain(3), 4).next.name)
    print(attempt(1).name, attempt(2).name, attempt(3).next.name)
    change(cycle(3))
    change(5)
    print(kept.next.name, kept.last().name)

main()
'''
OUTPUT = "n0 n1 n2\nn0 newnewnew! locallocallocal\nkept 4 keptkept\n"
OWN = ("Node.last", "chain", "pick", "replace", "attempt", "cycle", "change")
COUNTING = re.compile(r"call\[@weft\.gc\.refcount\.(incref|decref)\]")


def weft(*args, **settings):
    outcome = subprocess.run([WEFT, *args], capture_output=True, text=True, env=dict(os.environ, **settings), timeout=60)
    return outcome.returncode, outcome.stdout, outcome.stderr


def counting_lines(lines):
    # Those in the program's own functions.
    graph = ""
    for number, line in enumerate(lines):
        if line.startswith("graph @"):
            graph = line
        if COUNTING.search(line) and any(f"__main__.{name}" in graph for name in OWN):
            yield number


def check_program(path, options, **settings):
    outcome = weft("eval", *options, "--at=gc", path, WEFT_GC_VERIFY="1", **settings)
    assert outcome == (0, OUTPUT, ""), (options, settings, outcome)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "prog.py")
        with open(path, "w") as file:
            file.write(PROGRAM)
        for kind, least in FOUND.items():
            options = [*OPTIONS, f"--refcount={kind}"]
            check_program(path, options)
            check_program(path, options, WEFT_GC_STRESS="1")
            lines = weft("dump", *options, "--after=gc", path)[1].splitlines(True)
            check_mutants(lines, os.path.join(folder, "prog.ir"), least)


def is_right(lines, path):
    with open(path, "w") as file:
        file.writelines(lines)
    return weft("eval", path, WEFT_GC_VERIFY="1", WEFT_GC_STRESS="2")[:2] == (0, OUTPUT)


def check_mutants(lines, path, least):
    # An operation that may be left out as well as done twice counts nothing: it is never done, or on NULL.
    assert is_right(lines, path)
    numbers = list(counting_lines(lines))
    found = 0
    for number in numbers:
        again = re.sub(r"%(\d+)", r"%9000\1", lines[number], count=1)
        if not is_right(lines[:number] + lines[number + 1 :], path):
            found += 1
        elif not is_right(lines[:number] + [again] + lines[number:], path):
            sys.exit(f"not noticed when it is left out: {lines[number]}")
    assert found >= least, (found, len(numbers))


main()
