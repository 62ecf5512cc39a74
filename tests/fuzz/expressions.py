"""Random expressions: the productions of grammar.py, read once, and a generator that fills their holes.

A type is a tuple: ("int",), ("list", ("int",)), ("dict", K, V), ("tuple", A, B), ("fn", A, R), ("obj", ("C1",)).
"""

import ast
import re

from grammar import PRODUCTIONS

HOLE = re.compile("«([^»]*)»")
NEW_NAME = re.compile(r"\$([a-z])")
INT, FLOAT, BOOL, STR, NUM, BYTES = ("int",), ("float",), ("bool",), ("str",), ("num",), ("bytes",)
COLOUR = ("obj", ("Color",))
HASHABLE = [INT, INT, INT, STR, STR, STR, BOOL, FLOAT, ("tuple", INT, STR), ("tuple", INT, INT), BYTES]
ORDERED = [INT, INT, STR, FLOAT, BOOL, ("tuple", INT, STR), ("tuple", INT, INT), ("list", INT), BYTES]
CONTAINERS = [
    ("list", INT), ("list", INT), ("list", STR), ("list", FLOAT), ("list", BOOL), ("list", NUM), ("dict", STR, INT), ("dict", INT, STR),
    ("dict", INT, ("list", INT)), ("set", INT), ("set", STR), ("tuple", INT, STR), ("tuple", INT, INT), ("tuple", STR, ("list", INT)),
    ("list", ("tuple", INT, STR)), ("list", ("list", INT)), ("dict", ("tuple", INT, INT), FLOAT), ("set", ("tuple", INT, STR)),
    ("tuple", FLOAT, BOOL), ("dict", STR, NUM), ("list", ("dict", STR, INT)), ("dict", BOOL, STR), ("tuple", NUM, INT), ("set", FLOAT),
    ("opt", STR), ("opt", ("list", INT)), ("frozenset", INT), ("deque", INT), ("deque", STR), ("Counter", STR), ("Counter", INT), COLOUR,
    ("tuple", INT, STR, FLOAT), ("tuple", STR, STR, STR), ("list", BYTES), ("list", ("opt", STR)), ("dict", STR, ("opt", STR)), ("opt", ("tuple", INT, STR)),
    ("list", ("list", STR)), ("tuple", ("tuple", INT, STR), INT), ("list", COLOUR), ("dict", STR, ("dict", STR, INT)),
    ("opt", ("dict", STR, INT)), ("list", ("tuple", INT, INT)), ("dict", INT, ("set", INT)), ("set", ("frozenset", INT)), ("opt", BYTES),
]  # fmt: skip
SCALARS = [INT, INT, INT, INT, INT, STR, STR, STR, STR, FLOAT, FLOAT, BOOL, BOOL, NUM, NUM, BYTES]
PLAIN = ("int", "str", "bool", "float", "bytes")
VIRTUAL = {"nat": INT, "small": INT, "wide": INT, "mild": FLOAT, "divisor": INT}

INTS = "0 1 2 3 5 7 10 -1 -2 -7 100 255 1000 -128 4096 99999 -65536 2147483647 True"
WIDES = "9223372036854775807 -9223372036854775807 4611686018427387904 -9223372036854775808 9007199254740993 1000000007 2**62 -(2**62)*2 0 1 -1"
MILD = "0.5 1.5 -2.25 0.1 3.0 -0.0 2.5 100.0 1e-3 7.75 0.3333"
# No NaN: its hash, which the order of sets shows, is its address.
FLOATS = MILD + " 0.0 1e16 1e22 123456789.125 5e-324 1e300 float('inf') float('-inf') 1e100 -1e15 0.1 1e-5"
TEXTS = ["'a'", "'b'", "'ab'", "' '", "','", "'x'", "'é'", "'1'", "'A'", "'-'", "'€'"]
STRINGS = TEXTS + [
    "''", "'hello world'", "'Abc,dEf'", "'12'", "' 7 '", "'-3'", "'ß ǆ'", "'日本'", "'\\n'", "'tab\\tx'", "\"it's\"", "'\"q\"'", "'a b  c'", "'😀z'",
    "'1.5'", "'aXbXc'", "'\\x00\\x7f'", "'line1\\nline2\\r\\n'", "'{}'", "'%s'",
]  # fmt: skip
WORDS = {
    "spec_int": "d 5d 05d +d ,d x X b o 08b #x <6 ^7 >6 *^9d _d e .3f g n c % 010,d",
    "spec_float": ".2f .3e g .4g 10.3f +.1f <8.2f , .0f .1% 012.4f e n _.2f ^10.1f .17g #.3g",
    "spec_str": "s 5 <5 >6 ^7 .2 *^8.3 _<4 10s",
    "spec_percent": "d 5d 05d +d x X o e .3f g s r -6d| #x i c",
    "const_divisor": "1 2 3 7 -1 -2 -3 10 -10 97 64",
    "const_mild": MILD,
    "const_wide": WIDES,
    "step": "1 2 -1 -2 3 1 -1",
}


class Abandoned(Exception):
    """No expression of this type can be made here: another production is tried."""


def parse_type(text):
    head, bracket, inside = text.strip().partition("[")
    if not bracket:
        return (head,)
    items, depth, start = [], 0, 0
    for i, c in enumerate(inside[:-1] + ","):
        depth += (c == "[") - (c == "]")
        if c == "," and depth == 0:
            items.append(parse_type(inside[start:i]))
            start = i + 1
    return (head, *items)


def show_type(t):
    return t[0] + (f"[{','.join(map(show_type, t[1:]))}]" if len(t) > 1 else "")


def is_letter(t):
    return len(t) == 1 and len(t[0]) == 1 and t[0].isupper() and t[0] not in "NQ"


def hashable(t):
    return t[0] in PLAIN or (t[0] in ("tuple", "frozenset") and all(map(hashable, t[1:])))


def ordered(t):
    return t[0] in PLAIN or (t[0] in ("tuple", "list") and all(map(ordered, t[1:])))


def printable(t):
    return t[0] != "fn" and all(map(printable, t[1:]))


def match_type(pattern, t, letters):
    if is_letter(pattern):
        if (pattern == ("K",) and not hashable(t)) or (pattern == ("O",) and not ordered(t)):
            return False
        return letters.setdefault(pattern[0], t) == t
    return pattern[0] == t[0] and len(pattern) == len(t) and all(match_type(p, x, letters) for p, x in zip(pattern[1:], t[1:]))


def substitute(t, letters):
    if is_letter(t):
        return letters.get(t[0], t)
    return (t[0], *(substitute(x, letters) for x in t[1:]))


def letters_of(t):
    return {t[0]} if is_letter(t) else {x for item in t[1:] for x in letters_of(item)}


def valid(t):
    """No list is a key; a number or None is a num."""
    if t[0] == "opt" and t[1][0] in ("int", "float", "bool", "num", "opt", "fn"):
        return False
    return (t[0] not in ("dict", "set", "frozenset", "Counter") or hashable(t[1])) and all(map(valid, t[1:]))


def with_letters(text, letters):
    """The text of a production whose letters stand for these types."""

    def put(match):
        kind, *names = match.group(1).split(";")
        pairs = [pair.split(":") for pair in re.split(r",(?=\$)", names[0])] if names else []
        new = ",".join(f"{name}:{show_type(substitute(parse_type(t), letters))}" for name, t in pairs)
        return f"«{show_type(substitute(parse_type(kind), letters))}{';' if new else ''}{new}»"

    return HOLE.sub(put, text)


def is_loose(text):
    """Whether an expression needs parentheses beside an operator or a dot."""
    try:
        node = ast.parse(NEW_NAME.sub(r"\1", HOLE.sub("_", text)), mode="eval").body
    except SyntaxError:
        return False
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str)
    enclosed = text[0] == "(" and text[-1] == ")" and text.count("(") == 1
    return isinstance(node, (ast.BinOp, ast.UnaryOp, ast.Compare, ast.BoolOp, ast.IfExp, ast.Lambda)) and not enclosed


def is_delimited(before, after):
    """Whether what stands between these texts needs no parentheses."""
    before, after = before.rstrip(), after.lstrip()
    return before.endswith(("(", "[", "{", ",", " =")) and (not after or after[0] in ")],}")


class Production:
    """cost: how many steps a call of what it names takes."""

    def __init__(self, left, text, cost=1):
        self.left, self.text, self.cost = parse_type(left) if isinstance(left, str) else left, text, cost
        self.holes = []
        for hole in HOLE.findall(text):
            kind, _, names = hole.partition(";")
            pairs = [pair.split(":") for pair in re.split(r",(?=\$)", names)] if names else []
            self.holes.append((parse_type(kind), [(name.strip()[1:], parse_type(t)) for name, t in pairs]))
        self.pieces = HOLE.split(text)[::2]
        self.loose = is_loose(text)
        self.free = set().union(*(letters_of(t) for t, _ in self.holes), *(letters_of(t) for _, names in self.holes for _, t in names))


def read_grammar():
    table = {}
    for line in PRODUCTIONS.strip().split("\n"):
        left, text = line.split(" = ", 1)
        production = Production(left, text)
        table.setdefault(production.left[0], []).append(production)
    return table


GRAMMAR = read_grammar()


class Expressions:
    """Makes expressions over the variables `scope` (name: type). Functions and classes of the program add productions of their own."""

    def __init__(self, rng):
        self.rng = rng
        self.scope = {}
        self.own = []
        self.numbers = 0
        self.objects = []
        self.repeats = 1  # how often what is being made runs
        self.spent = 0  # steps of the function being made
        self.pure = 0  # within it no program functions are called

    def fresh(self, prefix="v"):
        self.numbers += 1
        return f"{prefix}{self.numbers}"

    def words(self, name):
        return self.rng.choice(WORDS[name].split())

    def some_type(self, depth=2):
        """A type of values: often one of which there is a variable."""
        rng = self.rng
        if rng.random() < 0.4:
            known = [t for t in self.scope.values() if printable(t)]
            if known:
                return rng.choice(known)
        if self.objects and rng.random() < 0.12:
            return rng.choice(self.objects)
        return rng.choice(SCALARS if depth < 2 or rng.random() < 0.65 else CONTAINERS)

    def choose_letter(self, letter, depth):
        if letter == "K":
            return self.rng.choice(HASHABLE)
        if letter == "O":
            return self.rng.choice(ORDERED)
        return self.some_type(depth)

    def variable(self, t):
        names = [name for name, its in self.scope.items() if its == t]
        return self.rng.choice(names) if names else None

    def expr(self, t, depth=3, delimited=False):
        special = getattr(self, "make_" + t[0], None)
        if special:
            return special(depth)
        if t[0] in WORDS:
            return self.words(t[0])
        if depth <= 0 or self.rng.random() < 0.15:
            return self.leaf(t, delimited)
        if self.rng.random() < 0.25 and (name := self.variable(t)):
            return name
        for _ in range(8):
            production = self.choose(t)
            text = self.fill(production, t, depth)
            if text is not None:
                return f"({text})" if production.loose and not delimited else text
        return self.leaf(t, delimited)

    def choose(self, t):
        mine = [p for p in self.own if match_type(p.left, t, {})] if not self.pure else []
        if mine and self.rng.random() < 0.3:
            return self.rng.choice(mine)
        several = GRAMMAR.get(t[0], [])
        if t[0] not in VIRTUAL and (not several or self.rng.random() < 0.22):
            several = GRAMMAR["T"]
        return self.rng.choice(several)

    def fill(self, production, t, depth):
        letters = {}
        if not match_type(production.left, t, letters):
            return None
        filled = self.fill_holes(production, letters, depth)
        return filled and filled[0]

    def filled(self, text, depth):
        """(text with its holes filled, names, letters) or None."""
        return self.fill_holes(Production(INT, text, 5), {}, depth)

    def fill_holes(self, production, letters, depth):
        if self.spent + production.cost * self.repeats > 3000:
            return None
        for letter in sorted(production.free):
            if letter not in letters:
                letters[letter] = self.choose_letter(letter, depth)
        kinds = [substitute(kind, letters) for kind, _ in production.holes]
        if not all(map(valid, kinds)):
            return None
        self.spent += production.cost * self.repeats
        names = {}

        def rename(match):
            if match.group(1) not in names:
                names[match.group(1)] = self.fresh("x")
            return names[match.group(1)]

        text = NEW_NAME.sub(rename, production.pieces[0])
        for kind, (_, new), piece in zip(kinds, production.holes, production.pieces[1:]):
            saved, repeats = self.scope, self.repeats
            self.scope = dict(saved)
            for letter, its in new:
                name = NEW_NAME.sub(rename, "$" + letter)
                self.scope[name] = substitute(its, letters)
                self.repeats = min(self.repeats * 4, 10000)
            text += self.expr(kind, depth - 1, is_delimited(text, piece))
            self.scope, self.repeats = saved, repeats
            text += NEW_NAME.sub(rename, piece)
        return text, names, letters

    def leaf(self, t, delimited):
        if (name := self.variable(t)) and self.rng.random() < 0.8:
            return name
        text = self.constant(t)
        return text if delimited or text[0] in "'\"[{(abcdefghijklmnopqrstuvwxyzCDNTF" else f"({text})" if text[0] == "-" or t[0] == "wide" else text

    def constant(self, t, depth=2):
        rng, head = self.rng, t[0]
        if head in ("nat", "small"):
            return str(rng.randrange(10))
        if head in ("divisor", "mild", "wide"):
            return self.words("const_" + head)
        if head == "int":
            return rng.choice(INTS.split()[:-1])
        if head == "float":
            return rng.choice((FLOATS if rng.random() < 0.3 else MILD).split())
        if head == "bool":
            return rng.choice(["True", "False"])
        if head == "str":
            return rng.choice(STRINGS)
        if head == "num":
            return rng.choice(["None", "1", "2.5", "True", "0", "-1.0", "None"])
        if head == "bytes":
            return rng.choice(["b''", "b'a'", "b'abc'", "b'\\x00\\xff'", "b' 1 '", "bytes(2)"])
        if head == "opt":
            return "None" if rng.random() < 0.4 else self.constant(t[1], depth)
        if t == COLOUR:
            return rng.choice(["Color.RED", "Color.BLUE"])
        return self.constant_object(t, depth)

    def constant_object(self, t, depth):
        def parts(kinds):
            return ", ".join(self.constant(kind, depth - 1) for kind in kinds)

        head, n = t[0], self.rng.randrange(1, 4)
        if head == "list":
            return f"[{parts([t[1]] * n)}]"
        if head == "set":
            return f"{{{parts([t[1]] * n)}}}"
        if head == "dict":
            return "{" + ", ".join(f"{self.constant(t[1])}: {self.constant(t[2])}" for _ in range(n)) + "}"
        if head == "tuple":
            return f"({parts(t[1:])})"
        if head in ("frozenset", "deque", "Counter"):
            return f"{head}([{parts([t[1]] * n)}])"
        if head == "fn":
            name = self.fresh("x")
            return f"(lambda {name}: {self.constant(t[2])})"
        makers = [p for p in self.own if p.left == t and p.cost == 1 and p.text.startswith(tuple("CD"))]
        if not makers:
            raise Abandoned(t)
        maker = self.rng.choice(makers)
        text = maker.pieces[0]
        for (kind, _), piece in zip(maker.holes, maker.pieces[1:]):
            text += self.constant(kind) + piece
        return text

    # What is no type of Python:

    def make_N(self, _):
        self.numbers += 1
        return str(self.numbers)

    def make_text(self, _):
        return self.rng.choice(TEXTS)

    def make_sized(self, depth):
        return self.expr(self.rng.choice([t for t in (*CONTAINERS, *self.scope.values()) if t[0] in ("list", "dict", "set")] + [STR]), depth)

    def quoted(self, kinds, fallback):
        """An expression without quotes and backslashes, as f-strings need."""
        names = [name for name, t in self.scope.items() if t in kinds or not kinds and printable(t)]
        if not names or self.rng.random() < 0.1:
            return fallback
        name = self.rng.choice(names)
        return name if self.rng.random() < 0.8 else f"[{name}, {name}]" if not kinds else f"({name})"

    def make_Q(self, _):
        return self.quoted([], self.rng.choice(["1 + 2", "(1, 2.5)", "[True, None][0]", "3 .real", "not 1"]))

    def make_Qint(self, _):
        return self.quoted([INT], "-42")

    def make_Qfloat(self, _):
        return self.quoted([FLOAT], "1234.5678")

    def make_Qstr(self, _):
        return self.quoted([STR], "str(None)")

    def make_Qnat(self, _):
        return str(self.rng.randrange(1, 12))
