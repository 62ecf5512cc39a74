#!/usr/bin/python3.11
"""Programs for measuring the compiler, of any size; each also runs under CPython.

    bench/compile/generate.py small|huge|chain|tower|recursive|sites N > prog.py
"""

import random
import sys

# ---- many small functions and classes ----------------------------------------------------------------

CALC = """\
def calc{i}(n, xs):
    total = {k}
    for x in xs:
        if x % {m} == 0:
            total += x * n
        else:
            total -= x // {m}
    if n > 0:
        total += calc{j}(n - 1, xs)
    return total


"""

REAL = """\
def real{i}(x, y):
    s = {k}.5
    while x > 1.0:
        x = x * 0.5 - y / {m}.0
        s += x * y
    return s if s < 1e6 else real{j}(1.0, y)


"""

TEXT = """\
def text{i}(words, n):
    counts = {{}}
    for w in words:
        counts[w] = counts.get(w, 0) + {k}
    longest = ""
    for w in counts:
        if len(w) > len(longest):
            longest = w + str(counts[w])
    return longest.upper() + ", ".join(words) if n == 0 else text{j}(words, n - 1)


"""

SAFE = """\
def safe{i}(table, key):
    try:
        value = table[key] // (key - {m})
    except KeyError:
        value = {k}
    except ZeroDivisionError as e:
        value = len(str(e))
    else:
        table[key + {k}] = value
    finally:
        key += 1
    return value + (safe{j}(table, key) if key < {m} else 0)


"""

ITEM = """\
class Item{i}(Item{j}):
    kind = {k}

    def __init__(self, name, weight):
        super().__init__(name, weight)
        self.parts{i} = [weight] * {m}
        self.seen = None

    def total(self):
        return sum(self.parts{i}) + super().total()

    def change(self, x):
        self.parts{i}.append(x)
        if self.seen is None or self.seen < x:
            self.seen = x
        return self

    def show(self):
        return f"{{self.name}}:{{self.total()}}:{{self.kind}}"


"""

BASE = """\
class Item:
    kind = 0

    def __init__(self, name, weight):
        self.name = name
        self.weight = weight

    def total(self):
        return self.weight

    def change(self, x):
        self.weight += x
        return self

    def show(self):
        return self.name


def calc(n, xs):
    return n + len(xs)


def real(x, y):
    return x - y


def text(words, n):
    return words[0] * n


def safe(table, key):
    return table.get(key, 0)


"""

KINDS = [
    ("calc", CALC, "    print(calc{i}(1, [3, 4, 5, {k}]))\n"),
    ("real", REAL, "    print(real{i}({k}.5, 0.25))\n"),
    ("text", TEXT, "    print(text{i}(['a', 'bb', 'x{k}'], 1))\n"),
    ("safe", SAFE, "    print(safe{i}({{1: 2, 5: {k}}}, {m}))\n"),
    ("Item", ITEM, "    print(Item{i}('i{i}', {k}).change({m}).show())\n"),
]


def previous(chosen, name, index):
    """The number of the definition before this one of the same kind that it calls or derives from; "" for the first.
    Classes derive from every eighth one only, so that hierarchies stay shallow."""
    if name == "Item":
        return "" if index % 8 == 0 else index - index % 8 if index % 8 < 4 else index - 1
    return index - 1 - chosen.randrange(min(index, 6)) if index else ""


def small(lines, seed=1):
    """About so many lines of small functions and classes that call each other."""
    chosen = random.Random(seed)
    text, groups, calls = [BASE], [], []
    size, index = BASE.count("\n"), 0
    while size < lines:
        for name, body, call in KINDS:
            values = {"i": index, "j": previous(chosen, name, index), "k": chosen.randrange(1, 90), "m": chosen.randrange(2, 9)}
            text.append(body.format(**values))
            calls.append(call.format(**values))
            size += body.count("\n") + 1
        index += 1
        if len(calls) >= 50:
            groups.append(calls)
            calls = []
    groups += [calls] if calls else []
    for number, group in enumerate(groups):
        text.append(f"def group{number}():\n{''.join(group)}\n\n")
    text += [f"group{number}()\n" for number in range(len(groups))]
    return "".join(text)


def edited(program, index, change):
    """The program of `small` after an edit at calc<index>: its body is another, or a line stands above it."""
    head = f"def calc{index}(n, xs):\n"
    before, after = program.split(head)
    if change == "line":
        return before + "# a comment\n" + head + after
    return before + head + "    n += 1\n" + after.replace("            total -= x // ", "            total -= x % ", 1)


# ---- one huge function -------------------------------------------------------------------------------


def huge(statements, live=100):
    """One function of so many statements in which `live` locals stay alive from the beginning to the end."""
    chosen = random.Random(2)
    text = ["def huge(x, xs):"]
    text += [f"    v{i} = x + {i}" for i in range(live)]
    count = live
    while count < statements:
        a, b, c = (chosen.randrange(live) for _ in range(3))
        form = chosen.randrange(20)
        if form == 0:
            text += [f"    if v{a} > v{b}:", f"        v{c} = v{a} - v{b}", "    else:", f"        v{c} = v{b} - v{a}"]
            count += 3
        elif form == 1:
            text += [f"    for i in range({chosen.randrange(1, 4)}):", f"        v{a} = (v{a} + v{b} * i) % 1000"]
            count += 2
        elif form == 2:
            text += [f"    xs.append(v{a} % 100)", f"    v{b} = xs[v{c} % len(xs)] + len(xs) % 10"]
            count += 2
        else:
            operation = ("v{b} + v{c} * 3", "v{b} ^ v{c}", "v{b} * v{c} + {n}", "v{b} - v{c} // 7")[form % 4]
            text.append(f"    v{a} = ({operation.format(b=b, c=c, n=chosen.randrange(99))}) % 9973")
            count += 1
    total = " + ".join(f"v{i}" for i in range(live))
    return "\n".join([*text, f"    return {total}", "", "", "print(huge(3, [1]))", ""])


# ---- polymorphism, recursion, call sites -------------------------------------------------------------


def chain(depth):
    """Functions of which each calls the next from two places, used with lists of five types."""
    text = ["def f0(xs, v, n):", "    xs.append(v)", "    return xs", "", ""]
    for i in range(1, depth):
        text += [
            f"def f{i}(xs, v, n):",
            f"    if n > {i}:",
            f"        return f{i - 1}([], v, n)",
            f"    return f{i - 1}(xs, v, n + 1)",
            "",
            "",
        ]
    calls = ", ".join(f"f{depth - 1}([], {v}, 0)" for v in ("1", "'x'", "2.5", "[1]", "(1, 'y')"))
    return "\n".join([*text, f"print({calls})", ""])


def tower(depth):
    """Unannotated generic classes of which each keeps its values in two of the next, with three types of values."""
    text = ["class Box0:", "    def __init__(self):", "        self.items = []", ""]
    text += ["    def put(self, x):", "        self.items.append(x)", "        return self", ""]
    text += ["    def get(self):", "        return self.items[-1]", "", ""]
    for i in range(1, depth):
        text += [f"class Box{i}:", "    def __init__(self):", f"        self.a = Box{i - 1}()", f"        self.b = Box{i - 1}()", ""]
        text += ["    def put(self, x):", f"        self.{'ab'[i % 2]}.put(x)", "        return self", ""]
        text += ["    def get(self):", f"        return self.{'ab'[i % 2]}.get()", "", ""]
    # nested constructors would make 2**depth objects at run time: above a dozen levels the second box is shared
    program = "\n".join(text)
    for i in range(12, depth):
        program = program.replace(f"        self.a = Box{i - 1}()\n        self.b = Box{i - 1}()\n", f"        self.a = self.b = Box{i - 1}()\n")
    calls = ", ".join(f"Box{depth - 1}().put({v}).get()" for v in ("1", "'x'", "[2.5]"))
    return f"{program}print({calls})\n"


def recursive(count):
    """So many mutually recursive functions in one cycle, over a recursive data structure."""
    text = ["class Node:", "    def __init__(self, value, left, right):", "        self.value = value"]
    text += ["        self.left = left", "        self.right = right", "", ""]
    text += ["def build(n):", "    return None if n == 0 else Node(n, build(n // 2), build(n // 3))", "", ""]
    for i in range(count):
        text += [
            f"def walk{i}(node, depth, out):",
            "    if node is None or depth == 0:",
            "        return 0",
            f"    out.append(node.value + {i})",
            f"    a = walk{(i + 1) % count}(node.left, depth - 1, out)",
            f"    b = walk{(i * 7 + 3) % count}(node.right, depth - 1, out)",
            f"    return a + b + len(out) % {i + 2}",
            "",
            "",
        ]
    return "\n".join([*text, "print(walk0(build(50), 20, []))", ""])


def sites(count):
    """Few polymorphic functions and one generic class, used from very many places with values of several types."""
    values = ["{i}", "'s{i}'", "{i}.5", "[{i}]", "({i}, 't')", "None", "True", "{{'k': {i}}}"]
    text = ["class Stack:", "    def __init__(self):", "        self.items = []", ""]
    text += ["    def push(self, x):", "        self.items.append(x)", "        return self", ""]
    text += ["    def pop(self):", "        return self.items.pop()", "", ""]
    text += ["def push(xs, v):", "    xs.append(v)", "    return xs", "", "", "def identity(x):", "    return x", "", ""]
    text += ["def twice(f, x):", "    return f(f(x))", "", "", "def make():", "    return []", "", ""]
    for i in range(count // 5):
        value = values[i % len(values)].format(i=i)
        text += [
            f"def use{i}():",
            f"    s = Stack().push({value})",
            f"    xs = push(make(), identity({value}))",
            f"    xs = push(xs, twice(identity, {value}))",
            "    return s.pop(), xs",
            "",
            "",
        ]
    text += [f"print(use{i}())" for i in range(count // 5)]
    return "\n".join([*text, ""])


SHAPES = {make.__name__: make for make in (small, huge, chain, tower, recursive, sites)}

if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SHAPES:
        sys.exit(__doc__)
    sys.stdout.write(SHAPES[sys.argv[1]](int(sys.argv[2])))
