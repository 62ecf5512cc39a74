"""Programs for measuring the compiler: many small functions, one huge function, a deep chain of polymorphic calls."""


def small_functions(lines):
    """About so many lines of small functions of several kinds, all called."""
    text = ["class Cell:", "    def __init__(self, value):", "        self.value = value", "        self.next = None", ""]
    count = max(1, lines // 14)
    for i in range(count):
        text += [
            f"def f{i}(x, cell):",
            f"    total = {i}",
            "    for k in range(x):",
            f"        if k % {i % 7 + 2} == 0:",
            "            total += k * x",
            "        else:",
            "            total -= k",
            "    names = ['a', 'b', str(total)]",
            f"    if total > {i * 3} and cell.next is None:",
            "        names.append('big')",
            "    cell.value = len(names) + total",
            "    return total",
            "",
        ]
    text += ["def main():", "    cell = Cell(0)", "    total = 0"]
    text += [f"    total += f{i}({i % 5}, cell)" for i in range(count)]
    return "\n".join(text + ["    print(total, cell.value)", "", "main()", ""])


def huge_function(statements, live=100):
    """One function of so many statements in which so many locals stay alive."""
    text = ["def huge(x):"]
    text += [f"    v{i} = x + {i}" for i in range(live)]
    for i in range(statements):
        a, b, c = i % live, (i * 7 + 3) % live, (i * 13 + 5) % live
        if i % 10 == 9:
            text += [f"    if v{a} > v{b}:", f"        v{c} = v{a} - v{b}"]
        else:
            text.append(f"    v{a} = (v{b} ^ v{c}) & {1000 + i}")
    total = " + ".join(f"v{i}" for i in range(live))
    return "\n".join(text + [f"    return {total}", "", "print(huge(3))", ""])


def narrow_chain(depth):
    """A chain of unannotated functions, called with lists of three types: each level needs three contexts."""
    text = ["def g0(xs, v):", "    xs.append(v)", "    return xs", ""]
    for i in range(1, depth):
        text += [f"def g{i}(xs, v):", f"    return g{i - 1}(xs, v)", ""]
    text += [f"print(g{depth - 1}([], 1), g{depth - 1}([], 'x'), g{depth - 1}([], 1.5))", ""]
    return "\n".join(text)


def wide_chain(depth):
    """As before, but each function has two calls of the next: contexts must not multiply."""
    text = ["def g0(xs, v, n):", "    xs.append(v)", "    return xs", ""]
    for i in range(1, depth):
        text += [
            f"def g{i}(xs, v, n):",
            f"    if n > {i}:",
            f"        return g{i - 1}(xs, v, n)",
            f"    return g{i - 1}(xs, v, n + 1)",
            "",
        ]
    text += [f"print(g{depth - 1}([], 1, 0), g{depth - 1}([], 'x', 0), g{depth - 1}([], 1.5, 0))", ""]
    return "\n".join(text)
