# test: lang
import math
import operator


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position

    def __str__(self):
        return f"{self.args[0]} at {self.position}"


class Token:
    def __init__(self, kind, value, position):
        self.kind = kind
        self.value = value
        self.position = position

    def __repr__(self):
        return f"Token({self.kind}, {self.value!r})"


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
            continue
        start = i
        if c.isdigit() or c == ".":
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token("NUM", text[start:i], start)
        elif c.isalpha() or c == "_":
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield Token("NAME", text[start:i], start)
        elif text[i:i + 2] in ("**", "//", "<=", ">=", "==", "!="):
            i += 2
            yield Token("OP", text[start:i], start)
        elif c in "+-*/%()=,<>":
            i += 1
            yield Token("OP", c, start)
        else:
            raise CalcError(f"unexpected {c!r}", i)
    yield Token("END", "", len(text))


BINARY = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod,
}
COMPARE = {"<": lambda a, b: float(a < b), ">": lambda a, b: float(a > b), "==": lambda a, b: float(a == b)}
FUNCTIONS = {"sqrt": math.sqrt, "sin": math.sin, "abs": abs, "floor": math.floor}


class Parser:
    def __init__(self, text, env):
        self.tokens = list(tokenize(text))
        self.pos = 0
        self.env = env

    @property
    def current(self):
        return self.tokens[self.pos]

    def advance(self):
        token = self.current
        self.pos += 1
        return token

    def accept(self, *values):
        if self.current.kind == "OP" and self.current.value in values:
            return self.advance()
        return None

    def expect(self, value):
        if not self.accept(value):
            raise CalcError(f"expected {value!r}, got {self.current.value!r}", self.current.position)

    def statement(self):
        if self.current.kind == "NAME" and self.tokens[self.pos + 1].value == "=":
            name = self.advance().value
            self.expect("=")
            value = self.comparison()
            self.env[name] = value
        else:
            value = self.comparison()
        if self.current.kind != "END":
            raise CalcError("trailing input", self.current.position)
        return value

    def comparison(self):
        left = self.sum()
        while token := self.accept("<", ">", "=="):
            left = COMPARE[token.value](left, self.sum())
        return left

    def sum(self):
        left = self.product()
        while token := self.accept("+", "-"):
            left = BINARY[token.value](left, self.product())
        return left

    def product(self):
        left = self.unary()
        while True:
            token = self.accept("*", "/", "//", "%")
            if token is None:
                return left
            right = self.unary()
            if right == 0 and token.value != "*":
                raise CalcError("division by zero", token.position)
            left = BINARY[token.value](left, right)

    def unary(self):
        if self.accept("-"):
            return -self.unary()
        return self.power()

    def power(self):
        base = self.atom()
        if self.accept("**"):
            return base ** self.unary()
        return base

    def atom(self):
        token = self.advance()
        if token.kind == "NUM":
            return float(token.value)
        if token.kind == "NAME":
            if self.accept("("):
                args = [self.comparison()]
                while self.accept(","):
                    args.append(self.comparison())
                self.expect(")")
                if token.value in FUNCTIONS:
                    return float(FUNCTIONS[token.value](args[0]))
                if token.value in ("max", "min"):
                    return max(args) if token.value == "max" else min(args)
                raise CalcError(f"unknown function {token.value}", token.position)
            try:
                return self.env[token.value]
            except KeyError:
                raise CalcError(f"undefined {token.value}", token.position) from None
        if token.value == "(":
            value = self.comparison()
            self.expect(")")
            return value
        raise CalcError(f"unexpected {token.value or 'end'!r}", token.position)


env = {"pi": math.pi, "e": math.e}
for line in ["1 + 2 * 3", "x = 2 ** 3 ** 2", "x / 4", "-(3 - 5) * 2", "sqrt(16) + abs(-3)", "max(1, 2, x, 4)", "10 % 4 // 2",
             "2 * pi", "1 / 0", "foo", "3 $ 4", "(1 + 2", "1 2", "bar(3)", "1 < 2", "-2 ** 2", "floor(2.7)", ""]:
    try:
        print(f"{line:>20} = {Parser(line, env).statement():g}")
    except CalcError as error:
        print(f"{line:>20} ! {error}")
print(sorted(env))
print(list(tokenize("a+1")))
