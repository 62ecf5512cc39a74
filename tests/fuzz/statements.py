"""Random statements and whole programs: functions, generators, classes, and a main part that calls them and prints."""

import random
import re
from types import CodeType

from expressions import (
    BOOL, FLOAT, HASHABLE, INT, NEW_NAME, NUM, STR, Abandoned, Expressions, Production, is_delimited, ordered, parse_type, printable, show_type,
    substitute, with_letters,
)  # fmt: skip
from grammar import IMPORTS, MODULES, PRELUDE
from idioms import DEFINITIONS, STATEMENTS

BUILTIN_ERRORS = ["ValueError", "KeyError", "IndexError", "ZeroDivisionError", "TypeError", "LookupError", "ArithmeticError", "Exception"]


def constants(code):
    for x in code.co_consts:
        yield x
        if isinstance(x, CodeType):
            yield from constants(x)


class Program(Expressions):
    def __init__(self, seed):
        super().__init__(random.Random(seed))
        self.lines = []
        self.indent = 0
        self.loop = False  # break and continue are allowed
        self.returns = None  # the type that is returned
        self.yields = None
        self.errors = []
        self.frozen = set()
        self.globals = {}

    # Text

    def line(self, text):
        self.lines.append("    " * self.indent + text)

    def fmt(self, text, depth=None):
        """Fills the holes of a statement."""
        depth = depth or self.rng.choice([1, 2, 2, 3])
        production = Production(INT, text)
        out = production.pieces[0]
        for (kind, _), piece in zip(production.holes, production.pieces[1:]):
            out += self.expr(kind, depth, is_delimited(out, piece)) + piece
        return out

    def emit(self, text, depth=None):
        self.line(self.fmt(text, depth))

    def block(self, size, new=(), repeats=1, loop=None):
        """An indented block in a scope of its own: what it binds may be unbound later."""
        saved, saved_repeats, saved_loop = dict(self.scope), self.repeats, self.loop
        self.scope.update(new)
        self.repeats *= repeats
        if loop is not None:
            self.loop = loop
        self.indent += 1
        before = len(self.lines)
        for _ in range(size):
            self.statement()
        if len(self.lines) == before:
            self.line("pass")
        self.indent -= 1
        self.scope, self.repeats, self.loop = saved, saved_repeats, saved_loop

    def size(self, most=3):
        return self.rng.randrange(1, most + 1) if self.indent < 3 else 1

    # Statements

    def statement(self):
        simple = ["assign"] * 6 + ["augment"] * 3 + ["show"] * 3 + ["element"] * 3 + ["method"] * 3 + ["unpack"] * 2 + ["attribute"] * 2 + ["swap", "leave", "fail", "delete", "spread"]
        idioms = ["idiom"] * (8 if self.indent < 3 else 0)
        compound = idioms + ["branch"] * 4 + ["loop"] * 4 + ["count_loop"] * 2 + ["attempt"] * 3 + ["switch"] * 2 + ["guarded"] + ["narrow"] * 2 + ["walrus", "nested", "nested", "forever", "lambdas", "maybe", "drain"]
        kinds = simple if self.indent > 3 or self.spent > 2500 or self.rng.random() < 0.65 else compound
        getattr(self, "do_" + self.rng.choice(kinds))()

    def target(self, t):
        """A variable of this type that may be assigned, or a new one."""
        names = [n for n, its in self.scope.items() if its == t and n not in self.frozen and n != "self" and n not in self.globals]
        if names and self.rng.random() < 0.5:
            return self.rng.choice(names)
        return self.fresh()

    def bounded(self, t, text):
        if self.repeats == 1:
            return text
        return f"({text})[:20]" if t == STR else f"({text})[:5]" if t[0] == "list" else text

    def do_assign(self):
        t = self.some_type()
        name = self.target(t)
        self.line(f"{name} = {self.bounded(t, self.expr(t, self.rng.choice([1, 2, 3]), True))}")
        self.scope[name] = t

    def some_variable(self, test):
        names = [n for n, t in self.scope.items() if n not in self.frozen and n != "self" and n not in self.globals and test(t)]
        return self.rng.choice(names) if names else None

    def do_augment(self):
        name = self.some_variable(lambda t: t[0] in ("int", "float", "str", "list", "set", "dict"))
        if not name:
            return self.do_assign()
        t = self.scope[name]
        forms = {
            "int": ["+= «small»", "-= «int»", "%= «divisor»", "//= «divisor»", "^= «int»", "|= «small»", "&= «wide»", ">>= «nat»", "+= «bool»"],
            "float": ["+= «mild»", "-= «float»", "*= «mild»", "/= «mild»", "//= «mild»", "%= «mild»"],
            "str": ["+= «text»", "*= 2"],
            "list": [f"+= «{show_type(t)}»[:3]", "*= 2"],
            "set": [f"{op}= «{show_type(t)}»" for op in "|&-^"],
            "dict": [f"|= «{show_type(t)}»"],
        }[t[0]]
        if t[0] in ("str", "list"):
            self.line(f"if len({name}) < 12:")
            name = "    " + name
        self.emit(f"{name} {self.rng.choice(forms)}")

    def do_show(self):
        count = self.rng.randrange(1, 4)
        holes = ", ".join(f"«{show_type(self.some_type())}»" for _ in range(count))
        options = self.rng.choice(["", "", "", ", sep='-'", ", end=';\\n'"])
        self.emit(f"print({holes}{options})")

    def do_element(self):
        name = self.some_variable(lambda t: t[0] in ("list", "dict"))
        if not name:
            return self.do_show()
        t = self.scope[name]
        item, forms = show_type(t[-1]), []
        if t[0] == "list":
            forms = [f"{name}[«small»] = «{item}»", f"{name}[-1] = «{item}»", f"{name}[«small»:«small»] = «{show_type(t)}»[:2]", f"del {name}[«small»:]", f"del {name}[«nat»]"]
        else:
            key = show_type(t[1])
            forms = [f"{name}[«{key}»] = «{item}»"] * 3 + [f"del {name}[«{key}»]"]
        if t[-1] in (INT, FLOAT):
            forms += [f"{name}[{'«nat»' if t[0] == 'list' else f'«{key}»'}] {op}= «{'small' if t[-1] == INT else 'mild'}»" for op in "+-"]
        self.emit(self.rng.choice(forms))

    def do_method(self):
        name = self.some_variable(lambda t: t[0] in ("list", "dict", "set"))
        if not name:
            return self.do_show()
        t = self.scope[name]
        whole, item = show_type(t), show_type(t[-1])
        forms = {
            "list": [f"append(«{item}»)", f"insert(«small», «{item}»)", f"extend(«{whole}»[:2])", "pop()", "pop(«nat»)", f"remove(«{item}»)", "reverse()", "clear()"]
            + (["sort()", "sort(reverse=True)"] if ordered(t[-1]) else [f"sort(key=lambda k: repr(k))"]),
            "dict": [f"update(«{whole}»)", f"pop(«{show_type(t[1])}», «{item}»)", f"setdefault(«{show_type(t[1])}», «{item}»)", "popitem()", f"pop(«{show_type(t[1])}»)"],
            "set": [f"add(«{item}»)", f"discard(«{item}»)", f"remove(«{item}»)", f"update(«list[{item}]»)", f"difference_update(«{whole}»)", "clear()"],
        }[t[0]]
        call = self.rng.choice(forms)
        if call.startswith(("append", "insert", "extend")):
            self.line(f"if len({name}) < 12:")
            self.emit(f"    {name}.{call}")
        elif call.startswith(("pop", "setdefault")) and self.rng.random() < 0.6:
            self.emit(f"print({name}.{call})")
        else:
            self.emit(f"{name}.{call}")

    def do_unpack(self):
        a, b = self.fresh(), self.fresh()
        kind = self.rng.randrange(5)
        ta, tb = self.some_type(1), self.some_type(1)
        if kind == 0:
            self.emit(f"{a}, {b} = «tuple[{show_type(ta)},{show_type(tb)}]»")
        elif kind == 1:
            self.emit(f"{a}, {b} = «{show_type(ta)}», «{show_type(tb)}»")
        elif kind == 2:
            tb = ("list", ta)
            self.emit(f"{a}, *{b} = «{show_type(tb)}»")
        elif kind == 3:
            tb = ("list", ta)
            self.emit(f"*{b}, {a} = [«{show_type(ta)}», *«{show_type(tb)}»]")
        else:
            tb = ta
            self.emit(f"{a} = {b} = «{show_type(ta)}»")
        self.scope.update({a: ta, b: tb})

    def do_attribute(self):
        fields = [p for p in self.own if getattr(p, "field", None)]
        objects = [(n, p) for p in fields for n, t in self.scope.items() if t == p.owner]
        if not objects:
            return self.do_augment()
        name, p = self.rng.choice(objects)
        kind = show_type(p.left)
        if p.left == INT and self.rng.random() < 0.5:
            self.emit(f"{name}.{p.field} += «small»")
        else:
            self.line(f"{name}.{p.field} = {self.bounded(p.left, self.expr(p.left))}" if p.left in (STR,) else self.fmt(f"{name}.{p.field} = «{kind}»"))

    def do_swap(self):
        name = self.some_variable(lambda t: True)
        if not name:
            return self.do_show()
        other = self.some_variable(lambda t: t == self.scope[name])
        self.line(f"{name}, {other} = {other}, {name}")

    def do_leave(self):
        if self.loop and self.rng.random() < 0.7:
            self.emit("if «bool»:")
            self.line("    " + self.rng.choice(["break", "continue"]))
        elif self.returns and self.repeats > 1 or self.returns and self.rng.random() < 0.4:
            self.emit("if «bool»:")
            self.emit("    return" if self.yields else f"    return «{show_type(self.returns)}»")
        elif self.yields:
            self.do_yield()
        else:
            self.emit("assert «A», «str»".replace("«A»", f"«{show_type(self.some_type(1))}»"))

    def do_yield(self):
        self.emit(f"yield «{show_type(self.yields)}»")

    def do_fail(self):
        if self.yields and self.rng.random() < 0.8:
            return self.do_yield()
        self.emit("if «bool»:")
        error = self.rng.choice(["ValueError(«str»)", "KeyError(«int»)", "IndexError", "Boom(«N»)", "RuntimeError('r', «int»)", *self.errors])
        cause = self.rng.choice(["", "", "", "", " from None", " from ValueError('cause')"])
        self.emit(f"    raise {error}{cause}")

    def do_branch(self):
        self.emit("if «bool»:")
        self.block(self.size())
        for _ in range(self.rng.choice([0, 0, 1, 2])):
            self.emit("elif «bool»:")
            self.block(self.size(2))
        if self.rng.random() < 0.6:
            self.line("else:")
            self.block(self.size())

    def iteration(self):
        """(targets and iterable, what they are)."""
        rng, a, b = self.rng, self.fresh("i"), self.fresh("i")
        t, u, k = self.some_type(1), self.some_type(1), rng.choice(HASHABLE)
        T, U, K = map(show_type, (t, u, k))
        return rng.choice([
            (f"{a} in range(«nat»)", {a: INT}),
            (f"{a} in range(«small», «small», «step»)", {a: INT}),
            (f"{a} in «list[{T}]»", {a: t}),
            (f"{a} in reversed(«list[{T}]»)", {a: t}),
            (f"{a} in «str»[:4]", {a: STR}),
            (f"{a}, {b} in enumerate(«list[{T}]», «small»)", {a: INT, b: t}),
            (f"{a}, {b} in zip(«list[{T}]», «list[{U}]»)", {a: t, b: u}),
            (f"{a} in «dict[{K},{T}]»", {a: k}),
            (f"{a}, {b} in «dict[{K},{T}]».items()", {a: k, b: t}),
            (f"{a}, {b} in list(«dict[{K},{T}]».items())", {a: k, b: t}),
            (f"{a} in «set[{K}]»", {a: k}),
            (f"{a} in («{T}», «{T}»)", {a: t}),
            (f"{a} in sorted(«list[int]»)", {a: INT}),
            (f"{a}, {b} in «list[tuple[{T},{U}]]»", {a: t, b: u}),
            (f"{a} in map(lambda k: (k, k), «list[{T}]»)", {a: ("tuple", t, t)}),
        ])  # fmt: skip

    def do_loop(self):
        head, new = self.iteration()
        self.emit(f"for {head}:")
        self.block(self.size(), new, 4, True)
        self.loop_else()

    def loop_else(self):
        if self.rng.random() < 0.25:
            self.line("else:")
            self.block(self.size(2))

    def do_count_loop(self):
        name = self.fresh("n")
        self.line(f"{name} = 0")
        self.frozen.add(name)
        if self.rng.random() < 0.5:
            self.emit(f"while ({name} := {name} + 1) < {self.rng.randrange(2, 5)} and «bool»:")
            self.block(self.size(), {name: INT}, 4, True)
        else:
            self.emit(self.rng.choice([f"while {name} < {self.rng.randrange(1, 4)}:", f"while «bool» and {name} < 4:"]))
            self.line(f"    {name} += 1")
            self.block(self.size(), {name: INT}, 4, True)
        self.loop_else()
        self.scope[name] = INT

    def do_forever(self):
        """A loop that only break, return or an exception leaves."""
        name, most = self.fresh("n"), self.rng.randrange(1, 5)
        self.line(f"{name} = {self.rng.randrange(3)}")
        self.frozen.add(name)
        self.line("while True:")
        self.line(f"    {name} += 1")
        self.line(f"    if {name} > {most}:")
        self.line("        break")
        self.block(self.size(), {name: INT}, 4, True)
        self.scope[name] = INT

    def do_lambdas(self):
        """Closures made in a loop share its variable, unless a default keeps it."""
        f, i, t = self.fresh(), self.fresh("i"), self.some_type(1)
        if self.rng.random() < 0.5:
            self.line(f"{f} = []")
            self.emit(f"for {i} in «list[int]»:")
            saved, self.scope = self.scope, {**self.scope, i: INT}
            self.emit(f"    {f}.append(lambda x{self.rng.choice([', ' + i + '=' + i, ''])}: «{show_type(t)}»", 2)
            self.lines[-1] += ")"
        else:
            saved, self.scope = self.scope, {**self.scope, i: INT}
            body = self.fmt(f"«{show_type(t)}»", 2)
            self.scope = saved
            self.emit(f"{f} = [lambda x: {body} for {i} in «list[int]»]")
        self.scope = saved
        self.emit(f"print([f(«int») for f in {f}])", 1)

    def do_maybe(self):
        """A variable that may be unbound where it is read."""
        name, t = self.fresh(), self.some_type(1)
        self.emit("if «bool»:")
        self.emit(f"    {name} = «{show_type(t)}»")
        self.line("try:")
        self.line(f"    print({name})")
        self.line(f"except {self.rng.choice(['NameError', 'UnboundLocalError', 'Exception'])} as error:")
        self.line("    print(type(error).__name__, error)")

    def do_drain(self):
        """A loop over a generator itself, perhaps left early."""
        several = [p for p in self.own if getattr(p, "drains", None)]
        if not several:
            return self.do_loop()
        p = self.rng.choice(several)
        if self.spent + p.cost * self.repeats > 3000:
            return self.do_show()
        self.spent += p.cost * self.repeats
        name = self.fresh("i")
        if self.yields == p.drains and self.rng.random() < 0.6:
            return self.emit(f"yield from {p.call}")
        self.emit(f"for {name} in {p.call}:")
        self.block(self.size(), {name: p.drains}, 4, True)
        self.loop_else()

    def do_delete(self):
        name = self.some_variable(lambda t: True)
        if not name or self.repeats > 1 or self.indent > 1 or self.closing or name.startswith("p"):
            return self.do_augment()
        if not any(f"nonlocal {name}" in line or "def g" in line or "lambda" in line for line in self.lines[-40:]):
            self.line(f"del {name}")
            del self.scope[name]

    def do_spread(self):
        self.emit(f"print(*«list[{show_type(self.some_type(1))}]», sep=«text», end='.\\n')")

    def handler(self):
        rng = self.rng
        kinds = BUILTIN_ERRORS + [e.partition("(")[0] for e in self.errors]
        kind = rng.choice(kinds) if rng.random() < 0.7 else f"({rng.choice(kinds)}, {rng.choice(kinds)})"
        if rng.random() < 0.75:
            name = self.fresh("e")
            self.line(f"except {kind} as {name}:")
            self.line(f"    print(type({name}).__name__, {name})")
        else:
            self.line(f"except {kind}:")
        self.block(self.size(2))
        if rng.random() < 0.12:
            self.line("    raise")
        return kind

    def do_attempt(self):
        rng = self.rng
        self.line("try:")
        self.block(self.size())
        finally_only = rng.random() < 0.2
        if not finally_only:
            for _ in range(rng.choice([1, 1, 2])):
                if self.handler() == "Exception":
                    break
            if rng.random() < 0.3:
                self.line("else:")
                self.block(self.size(2))
        if finally_only or rng.random() < 0.35:
            self.line("finally:")
            self.block(self.size(2), loop=False if rng.random() < 0.7 else None)

    def do_guarded(self):
        name = self.fresh()
        self.emit(f"with Guard(«str», «bool») as {name}:")
        self.block(self.size(), {name: STR})

    def do_narrow(self):
        name = self.some_variable(lambda t: t == NUM)
        if not name:
            name = self.fresh()
            self.emit(f"{name} = «num»")
            self.scope[name] = NUM
        first = self.rng.choice([f"if {name} is None:", f"if isinstance({name}, bool):", f"if not {name}:"])
        self.line(first)
        self.block(self.size(2))
        self.line(f"elif isinstance({name}, int):")
        self.narrowed(name, INT)
        self.line(f"elif isinstance({name}, float):")
        self.narrowed(name, FLOAT)

    def narrowed(self, name, t):
        was = name in self.frozen
        self.frozen.add(name)
        self.block(self.size(2), {name: t})
        if not was:
            self.frozen.discard(name)

    def do_walrus(self):
        t = self.some_type(1)
        name = self.target(t)
        self.emit(f"if ({name} := «{show_type(t)}»){self.rng.choice(['', ' and «bool»', f' == «{show_type(t)}»'])}:")
        self.scope[name] = t
        self.block(self.size())

    def patterns(self, t):
        a, b = self.fresh("m"), self.fresh("m")
        head = t[0]
        if head == "int":
            return [("0 | 1 | 2", {}), ("-1", {}), (f"{a} if {a} > 3", {a: INT}), (f"int({a})", {a: INT})]
        if head == "str":
            return [("'a' | 'b'", {}), ("''", {}), (f"str() as {a} if len({a}) > 2", {a: STR})]
        if head == "list":
            return [("[]", {}), (f"[{a}]", {a: t[1]}), (f"[{a}, *{b}]", {a: t[1], b: t}), (f"[_, {a}, *_]", {a: t[1]}), (f"[*{b}]", {b: t})]
        if head == "tuple":
            return [(f"({a}, {b}) if «bool»", {a: t[1], b: t[2]}), (f"({a}, _)", {a: t[1]})]
        if head == "dict" and t[1] == STR:
            return [(f"{{'a': {a}}}", {a: t[2]}), (f"{{'b': _, **{b}}}", {b: t}), ("{}", {})]
        if head == "num":
            return [("None", {}), (f"int({a})", {a: INT}), (f"float() as {a}", {a: FLOAT}), ("True | False", {}), ("1.5", {})]
        return [("True", {}), (f"{a} if «bool»", {a: t})]

    def do_switch(self):
        t = self.some_type()
        if t[0] == "obj":
            t = INT
        self.emit(f"match «{show_type(t)}»:")
        self.indent += 1
        several = self.patterns(t)
        for pattern, new in self.rng.sample(several, self.rng.randrange(1, len(several) + 1)):
            saved = dict(self.scope)
            self.scope.update(new)
            pattern = self.fmt(pattern, 2)
            self.scope = saved
            self.line(f"case {pattern}:")
            self.block(self.size(2), new)
            if " if " not in pattern and re.fullmatch(r"m\d+|_", pattern):
                break
        if self.rng.random() < 0.6:
            self.line("case _:")
            self.block(1)
        self.indent -= 1

    # Idioms

    def idiom(self, text):
        """Writes an idiom with its holes filled. Answers False if there is no way to fill them."""
        lines = text.split("\n")
        body = [x for x in lines if not x.startswith(("keep ", "offer "))]
        filled = self.filled("\n".join(body), self.rng.choice([1, 2, 2]))
        if not filled:
            return False
        text, names, letters = filled
        is_general = self.rng.random() < 0.25  # what it offers is used with several types
        for line in text.split("\n"):
            self.line(line)
        for line in lines[len(body) :]:
            word, rest = line.split(" ", 1)
            rest = NEW_NAME.sub(lambda match: names.get(match.group(1), match.group(0)), rest)
            if word == "keep":
                name, kind = rest.split(":")
                self.scope[name] = substitute(parse_type(kind), letters)
            else:
                left, right = rest.split(" = ", 1)
                for letter in sorted(Production(left, right).free if not is_general else ()):
                    letters.setdefault(letter, self.choose_letter(letter, 1))
                self.own.append(Production(substitute(parse_type(left), letters), with_letters(right, letters), 20))
        return True

    def do_idiom(self):
        if not any(self.idiom(self.rng.choice(STATEMENTS)) for _ in range(8)):
            self.do_show()

    def definition(self):
        before = len(self.own)
        self.blank()
        self.spent = 0
        if not any(self.idiom(self.rng.choice(DEFINITIONS)) for _ in range(20)):
            raise Abandoned("no definition")
        for offered in self.own[before:]:
            letters = {letter: self.choose_letter(letter, 2) for letter in sorted(offered.free)}
            self.callable.append((offered.left, "", with_letters(offered.text, letters)))

    # Functions

    def parameters(self, most=3):
        return [(self.fresh("p"), self.some_type()) for _ in range(self.rng.randrange(most + 1))]

    def signature(self, parameters, first=()):
        """(text of the parameters, texts of arguments)."""
        rng = self.rng
        texts, calls, keyword = list(first), [""], False
        saved, self.scope = self.scope, {}
        for i, (name, t) in enumerate(parameters):
            hole = f"«{show_type(t)}»"
            if not keyword and rng.random() < 0.1:
                texts.append("*")
                keyword = True
            optional = (texts and "=" in texts[-1] and not keyword) or rng.random() < 0.2
            text = f"{name}={self.constant(t)}" if optional and t[0] in ("int", "str", "float", "bool", "num", "tuple") else name
            if "=" not in text and not keyword and any("=" in x for x in texts):
                texts.append("*")
                keyword = True
            texts.append(text)
            part = f"{name}={hole}" if keyword else hole
            calls = [f"{call}{', ' if call else ''}{part}" for call in calls] + ([calls[0]] if "=" in text and len(calls) < 3 and i == len(parameters) - 1 else [])
        self.scope = saved
        return ", ".join(texts), calls

    def body(self, parameters, returns, yields=None, extra=()):
        """The statements of a function; answers what they cost."""
        state = (self.scope, self.repeats, self.spent, self.loop, self.returns, self.yields, self.frozen)
        self.scope = {**self.scope, **dict(parameters)} if self.closing else {**self.globals, **dict(parameters), **dict(extra)}
        self.repeats, self.spent, self.loop, self.returns, self.yields, self.frozen = 1, 0, False, returns, yields, set(self.scope) - {n for n, _ in parameters} if self.closing else set()
        self.indent += 1
        changed = [n for n, t in self.globals.items() if t == INT and not self.closing and self.rng.random() < 0.3]
        if changed:
            self.line("global " + ", ".join(changed))
            self.emit(f"{changed[0]} += «small»")
        for _ in range(self.rng.randrange(1, 4 if not self.closing else 3)):
            self.statement()
        if yields:
            self.do_yield()
        else:
            self.emit(f"return «{show_type(returns)}»")
        self.indent -= 1
        spent = self.spent
        self.scope, self.repeats, self.spent, self.loop, self.returns, self.yields, self.frozen = state
        return spent + 1

    closing = False

    def do_nested(self):
        """A nested function, over the variables around it."""
        if self.closing or self.indent > 3 or not self.returns:
            return self.do_branch()
        name, parameters, returns = self.fresh("g"), self.parameters(2), self.some_type(1)
        text, calls = self.signature(parameters)
        self.line(f"def {name}({text}):")
        counter = self.some_variable(lambda t: t == INT)
        if counter:
            self.line(f"    nonlocal {counter}" if counter not in self.outer else f"    nonlocal {counter}")
            self.emit(f"    {counter} += «small»", 1)
        self.closing = True
        # The function stays known as long as its variables are: until the end of the function around it.
        cost = self.body(parameters, returns)
        self.closing = False
        if self.repeats == 1 and self.indent <= 1:
            self.own += [self.tagged(Production(returns, f"{name}({call})", cost), "nested") for call in calls]
        for call in calls[:1]:
            self.emit(f"print({name}({call}))")
            self.spent += cost * self.repeats

    outer = ()

    @staticmethod
    def tagged(production, tag):
        production.tag = tag
        return production

    def forget_nested(self):
        self.own = [p for p in self.own if getattr(p, "tag", None) != "nested"]

    def function(self):
        kind = self.rng.choice(["plain"] * 5 + ["generator"] * 2 + ["recursive", "star", "maker"])
        name = self.fresh("f")
        self.blank()
        getattr(self, "function_" + kind)(name)
        self.forget_nested()

    def blank(self):
        self.line("")
        self.line("")

    def offer(self, t, name, calls, cost):
        for call in calls:
            self.own.append(Production(t, f"{name}({call})", cost))
        self.callable.append((t, name, calls[0]))

    def function_plain(self, name):
        parameters, returns = self.parameters(), self.some_type()
        text, calls = self.signature(parameters)
        if self.rng.random() < 0.15:
            self.line("@traced")
        self.line(f"def {name}({text}):")
        self.offer(returns, name, calls, self.body(parameters, returns))
        if len(parameters) == 1 and "=" not in calls[0]:
            self.own.append(Production(("fn", parameters[0][1], returns), name, 1000))

    def function_generator(self, name):
        parameters, yields = self.parameters(), self.some_type()
        text, calls = self.signature(parameters)
        self.line(f"def {name}({text}):")
        cost = self.body(parameters, yields, yields)
        for call in calls:
            self.own.append(Production(("list", yields), f"list({name}({call}))", cost))
            self.own[-1].drains, self.own[-1].call = yields, f"{name}({call})"
            self.own.append(Production(("list", yields), f"[*{name}({call})]", cost))
            self.own.append(Production(("list", ("tuple", INT, yields)), f"list(zip(«list[int]», {name}({call})))", cost))
            self.own.append(Production(yields, f"next({name}({call}))", cost))
            self.own.append(Production(INT, f"sum(1 for $x in {name}({call}))", cost))
            self.own.append(Production(BOOL, f"any(«bool;$x:{show_type(yields)}» for $x in {name}({call}))", cost))
        self.callable.append((("list", yields), "list", f"{name}({calls[0]})"))

    def function_recursive(self, name):
        n, parameters, returns = self.fresh("p"), self.parameters(2), self.some_type()
        names = ", ".join([n] + [p for p, _ in parameters])
        self.line(f"def {name}({names}):")
        self.line(f"    if {n} <= 0:")
        saved, self.scope = self.scope, dict(parameters)
        self.emit(f"        return «{show_type(returns)}»", 2)
        self.scope = saved
        again = Production(returns, f"{name}({n} - 1{''.join(f', «{show_type(t)}»' for _, t in parameters)})", 300)
        self.own.append(self.tagged(again, "nested"))
        cost = self.body([(n, INT), *parameters], returns, extra=())
        self.own.remove(again)
        call = "«nat» % 3" + "".join(f", «{show_type(t)}»" for _, t in parameters)
        self.offer(returns, name, [call], cost + 500)

    def function_star(self, name):
        first, rest, t, returns = self.fresh("p"), self.fresh("p"), self.some_type(1), self.some_type()
        u, option = self.some_type(1), self.fresh("p")
        self.line(f"def {name}({first}, *{rest}, {option}={self.constant(INT)}):")
        self.line(f"    {self.fresh()} = list({rest})")
        listed = self.lines[-1].split()[0]
        cost = self.body([(first, u), (listed, ("list", t)), (option, INT)], returns)
        T, U = show_type(t), show_type(u)
        self.offer(returns, name, [f"«{U}», «{T}», «{T}»", f"«{U}»", f"«{U}», *«list[{T}]»", f"«{U}», «{T}», {option}=«int»"], cost)

    def function_maker(self, name):
        """A function that makes functions: a counter with state, or what a parameter decides."""
        t, u = self.some_type(1), self.some_type(1)
        p, x, state = self.fresh("p"), self.fresh("p"), self.fresh()
        self.line(f"def {name}({p}):")
        self.line(f"    {state} = 0")
        self.line(f"    def inner({x}):")
        self.line(f"        nonlocal {state}")
        self.line(f"        {state} += 1")
        self.indent += 1
        self.closing, saved, self.scope = True, self.scope, {p: t, state: INT}
        cost = self.body([(x, t)], u)
        self.closing, self.scope = False, saved
        self.indent -= 1
        self.line("    return inner")
        self.own.append(Production(("fn", t, u), f"{name}(«{show_type(t)}»)", cost))
        self.own.append(Production(u, f"{name}(«{show_type(t)}»)(«{show_type(t)}»)", cost))
        self.callable.append((u, name, f"«{show_type(t)}»)(«{show_type(t)}»"))

    # Classes

    def error_class(self):
        name = self.fresh("E")
        base = self.rng.choice(["Exception", "ValueError", "KeyError", "ArithmeticError"] + [e.partition("(")[0] for e in self.errors])
        self.blank()
        self.line(f"class {name}({base}):")
        if self.rng.random() < 0.5 and not any(base == e.partition("(")[0] for e in self.errors):
            self.line("    def __init__(self, code, text='t'):")
            self.line("        super().__init__(f'{code}/{text}')")
            self.line("        self.code = code")
            self.errors.append(f"{name}(«int»)")
        elif self.rng.random() < 0.4 and not any(base == e.partition("(")[0] for e in self.errors):
            self.line("    def __str__(self):")
            self.line(f"        return '{name}!' + repr(self.args)")
            self.errors.append(f"{name}(«int»)")
        else:
            self.line("    pass")
            self.errors.append(f"{name}(«int»)")

    def class_record(self):
        """A dataclass or a named tuple."""
        name, fields = self.fresh("C"), [(self.fresh("a"), self.some_type(1)) for _ in range(self.rng.randrange(1, 4))]
        me = ("obj", (name,))
        self.blank()
        if self.rng.random() < 0.6:
            order = self.rng.random() < 0.4 and all(ordered(t) for _, t in fields)
            self.line(f"@dataclass({self.rng.choice(['', 'frozen=True', 'eq=False'] if not order else ['order=True', 'order=True, frozen=True'])})")
            self.line(f"class {name}:")
            if order:
                self.own.append(Production(BOOL, f"(«obj[{name}]» < «obj[{name}]»)"))
                self.own.append(Production(("list", me), f"sorted(«list[obj[{name}]]»)"))
        else:
            self.line(f"class {name}(NamedTuple):")
            self.own.append(Production(INT, f"len(«obj[{name}]»)"))
            self.own.append(Production(me, f"«obj[{name}]»._replace({fields[0][0]}=«{show_type(fields[0][1])}»)"))
        kinds = {"int": "int", "str": "str", "float": "float", "bool": "bool"}
        for field, t in fields:
            self.line(f"    {field}: {kinds.get(t[0], 'object')}")
            self.own.append(Production(t, f"«obj[{name}]».{field}"))
        self.own.append(Production(BOOL, f"(«obj[{name}]» == «obj[{name}]»)"))
        self.own.append(Production(STR, f"repr(«obj[{name}]»)"))
        self.class_maker(me, name, fields)
        self.objects.append(me)

    def class_family(self):
        root = self.fresh("C")
        fields = [(self.fresh("a"), self.some_type()) for _ in range(self.rng.randrange(1, 4))]
        fields[0] = (fields[0][0], INT)
        me = ("obj", (root,))
        methods = []
        self.blank()
        self.line(f"class {root}:")
        self.line("    made = 0")
        self.line("")
        self.class_init(root, fields, None)
        self.class_fields(me, fields)
        self.class_maker(me, root, fields)
        for _ in range(self.rng.randrange(1, 3)):
            methods.append((self.fresh("k"), self.parameters(2), self.some_type()))
        costs = [self.class_method(root, me, m, None) for m in methods]
        self.class_special(root, me, fields)
        for _ in range(self.rng.randrange(0, 3)):
            costs = self.subclass(root, me, fields, methods, costs)
        for (name, parameters, returns), cost in zip(methods, costs):
            call = ", ".join(f"«{show_type(t)}»" for _, t in parameters)
            self.own.append(Production(returns, f"«obj[{root}]».{name}({call})", cost))
        self.objects.append(me)

    def class_init(self, name, fields, base):
        names = ", ".join(n for n, _ in fields)
        self.line(f"    def __init__(self, {names}):")
        if base:
            self.line(f"        super().__init__({', '.join(n for n, _ in base)})")
        for field, _ in fields[len(base or []) :]:
            self.line(f"        self.{field} = {field}")
        self.line(f"        {name}.made += 1")
        if not base:
            self.line("")
            self.line("    def __repr__(self):")
            self.line("        return f'{type(self).__name__}(" + ", ".join(f"{{self.{n}!r}}" for n, _ in fields) + ")'")

    def class_fields(self, me, fields):
        for field, t in fields:
            p = Production(t, f"«{show_type(me)}».{field}")
            p.field, p.owner = field, me
            self.own.append(p)

    def class_maker(self, me, name, fields):
        self.own.append(Production(me, f"{name}({', '.join(f'«{show_type(t)}»' for _, t in fields)})"))

    def class_method(self, name, me, method, overridden):
        label, parameters, returns = method
        self.line("")
        self.line(f"    def {label}({', '.join(['self'] + [n for n, _ in parameters])}):")
        self.indent += 1
        own = None
        if overridden:
            own = Production(returns, f"super().{label}({', '.join(n for n, _ in parameters)})", overridden)
            self.line(f"    {self.fresh()} = {own.text}")
            kept = self.lines[-1].split()[0]
            cost = self.body([*parameters, (kept, returns)], returns, extra=[("self", me)]) + overridden
        else:
            cost = self.body(parameters, returns, extra=[("self", me)])
        self.indent -= 1
        self.forget_nested()
        return cost

    def class_special(self, root, me, fields):
        """Operators, a property, a class method: some of them."""
        a, rng = fields[0][0], self.rng
        kind = show_type(me)
        parts = [
            (f"def __eq__(self, other):\n    return isinstance(other, {root}) and self.{a} == other.{a}\n\ndef __hash__(self):\n    return hash(self.{a})", BOOL, f"«{kind}» == «{kind}»"),
            (f"def __lt__(self, other):\n    return self.{a} < other.{a}", ("list", me), f"sorted(«list[{kind}]»)"),
            (f"def __len__(self):\n    return self.{a} & 7", INT, f"len(«{kind}»)"),
            (f"def __bool__(self):\n    return self.{a} > 1", BOOL, f"(not «{kind}»)"),
            (f"def __getitem__(self, i):\n    return self.{a} + i", INT, f"«{kind}»[«int»]"),
            (f"def __iter__(self):\n    for i in range(self.{a} & 3):\n        yield i * self.{a}", ("list", INT), f"list(«{kind}»)"),
            (f"def __contains__(self, x):\n    return x == self.{a}", BOOL, f"(«int» in «{kind}»)"),
            (f"def __call__(self, x, y=2):\n    return (self.{a} - x) % (y or 1)", INT, f"«{kind}»(«int»)"),
            (f"@property\ndef double(self):\n    return self.{a} * 2 % 1009", INT, f"«{kind}».double"),
            (f"def __add__(self, other):\n    self.{a} += other.{a} % 7\n    return self", me, f"(«{kind}» + «{kind}»)"),
            (f"def __sub__(self, x):\n    return self.{a} - x\n\ndef __rsub__(self, x):\n    return x - self.{a}", INT, f"(«int» - «{kind}»)"),
            (f"def __neg__(self):\n    return -self.{a}", INT, f"-«{kind}»"),
            ("@classmethod\ndef count(cls, x):\n    return cls.made + x", INT, f"«{kind}».count(«int»)"),
            ("@staticmethod\ndef helper(x, *, y=1):\n    return x % 13 + y", INT, f"{root}.helper(«int», y=«int»)"),
            (f"def __format__(self, spec):\n    return spec + str(self.{a})", STR, f"format(«{kind}», 'q')"),
            (f"def __str__(self):\n    return 'S%d' % self.{a}", STR, f"str(«{kind}»)"),
        ]  # fmt: skip
        for text, t, use in rng.sample(parts, rng.randrange(1, 5)):
            self.line("")
            for line in text.split("\n"):
                self.line("    " + line if line else "")
            self.own.append(Production(t, use))

    def subclass(self, root, me, fields, methods, costs):
        name = self.fresh("D")
        more = fields + [(self.fresh("a"), self.some_type(1)) for _ in range(self.rng.randrange(2))]
        self.blank()
        self.line(f"class {name}({root}):")
        self.line(f"    kind = {self.rng.randrange(9)}")
        if len(more) > len(fields):
            self.line("")
            self.class_init(name, more, fields)
        new = list(costs)
        for i, method in enumerate(methods):
            if self.rng.random() < 0.6:
                new[i] = max(costs[i], self.class_method(name, me, method, costs[i] if self.rng.random() < 0.6 else None))
        self.class_maker(me, name, more)
        return new

    # Programs

    def main_call(self, t, name, call):
        text = self.fmt(f"{name}({call})")
        self.line("try:")
        self.line(f"    print({text})")
        self.line("except Exception as error:")
        self.line("    print(type(error).__name__, error)")

    def generate_flat(self):
        """Variables of many types, and expressions over them, each on its own."""
        for _ in range(6):
            name, t = self.fresh(), self.some_type()
            self.line(f"{name} = {self.constant(t)}")
            self.scope[name] = t
        for _ in range(14):
            t = self.rng.choice([STR, STR, self.some_type(), self.some_type()])
            self.spent = 0
            text = max((self.expr(t, self.rng.choice([1, 2, 2, 3]), True) for _ in range(2)), key=len)
            self.line("try:")
            self.line(f"    print({text})")
            self.line("except Exception as error:")
            self.line("    print(type(error).__name__, error)")
        return self.finished()

    def finished(self):
        """The program, with the definitions and imports that it names."""
        body = "\n".join(self.lines) + "\n"
        words = set(re.findall(r"\w+", body))
        for name in PRELUDE:
            if name in words:
                words.update(re.findall(r"\w+", PRELUDE[name]))
        prelude = "".join(f"import {name}\n" for name in MODULES if name in words)
        for module, names in IMPORTS.items():
            if several := [name for name in names.split() if name in words]:
                prelude += f"from {module} import {', '.join(several)}\n"
        prelude += "LOG = []\n" + "".join("\n" + text for name, text in PRELUDE.items() if name in words)
        text = prelude + body
        try:
            code = compile(text, "program", "exec", dont_inherit=True)
        except SyntaxError as error:
            raise Abandoned(error) from error
        if any(isinstance(x, frozenset) and any(isinstance(item, str) for item in x) for x in constants(code)):
            raise Abandoned("the order of a set of constants depends on what is interned")
        return text

    def generate(self):
        rng = self.rng
        self.callable = []
        for _ in range(rng.randrange(3)):
            name, t = self.fresh("G"), rng.choice([INT, STR, ("list", INT), NUM, ("dict", STR, INT)])
            self.line(f"{name} = {self.constant(t)}")
            self.globals[name] = t
        for _ in range(rng.randrange(3)):
            self.error_class()
        for _ in range(rng.randrange(1, 4)):
            rng.choice([self.function] * 6 + [self.class_family] * 2 + [self.class_record] + [self.definition] * 3)()
        self.blank()
        self.scope = dict(self.globals)
        self.spent = 0
        for t, name, call in self.callable:
            self.spent = 0
            for _ in range(rng.randrange(1, 3)):
                self.main_call(t, name, call)
        for _ in range(rng.randrange(4)):
            self.statement()
        self.line("print(" + ", ".join(["LOG"] + list(self.globals)) + ")")
        if self.callable and rng.random() < 0.3:
            self.line("print({}({}))".format(self.callable[-1][1], self.fmt(self.callable[-1][2])))
        return self.finished()


def generate(seed):
    """The program of a seed. A dead end (no value of a type can be made) begins again with another stream of numbers."""
    for attempt in range(20):
        try:
            program = Program(seed * 20 + attempt)
            return program.generate_flat() if seed % 4 == 3 else program.generate()
        except Abandoned:
            pass
    raise Abandoned(seed)
