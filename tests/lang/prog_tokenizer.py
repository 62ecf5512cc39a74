# test: lang
# A tokenizer and a recursive descent parser for a small expression language, with an evaluator of trees.
from collections import namedtuple
from enum import Enum, auto
import string


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    STRING = auto()
    OP = auto()
    END = auto()


Token = namedtuple("Token", ["kind", "text", "line", "column"])
TWO = {"==", "!=", "<=", ">=", "**", "//", "->", "&&", "||"}
KEYWORDS = frozenset("let in if then else fn".split())


class ParseError(SyntaxError):
    def __init__(self, message, token):
        super().__init__(f"{message} at {token.line}:{token.column}")
        self.token = token


def tokenize(text):
    line, start, i = 1, 0, 0
    while i < len(text):
        c = text[i]
        column = i - start + 1
        if c == "\n":
            line += 1
            start = i + 1
            i += 1
        elif c.isspace():
            i += 1
        elif c == "#":
            while i < len(text) and text[i] != "\n":
                i += 1
        elif c.isdigit() or (c == "." and text[i + 1:i + 2].isdigit()):
            j = i
            while j < len(text) and (text[j] in string.digits or text[j] == "."):
                j += 1
            yield Token(Kind.NUMBER, text[i:j], line, column)
            i = j
        elif c in string.ascii_letters + "_":
            j = i
            while j < len(text) and (text[j].isalnum() or text[j] == "_"):
                j += 1
            yield Token(Kind.NAME, text[i:j], line, column)
            i = j
        elif c in "'\"":
            j = text.find(c, i + 1)
            if j < 0:
                raise ParseError("unterminated string", Token(Kind.STRING, text[i:], line, column))
            yield Token(Kind.STRING, text[i + 1:j], line, column)
            i = j + 1
        else:
            op = text[i:i + 2] if text[i:i + 2] in TWO else c
            yield Token(Kind.OP, op, line, column)
            i += len(op)
    yield Token(Kind.END, "", line, i - start + 1)


class Node:
    fields = ()

    def __repr__(self):
        inside = ", ".join(f"{f}={v!r}" for f, v in zip(self.fields, self.values()))
        return f"{self.__class__.__name__}({inside})"

    def values(self):
        return []

    def eval(self, env):
        raise NotImplementedError(type(self).__name__)


class Num(Node):
    fields = ("value",)

    def __init__(self, value):
        self.value = value

    def values(self):
        return [str(self.value)]

    def eval(self, env):
        return self.value


class Var(Node):
    fields = ("name",)

    def __init__(self, name):
        self.name = name

    def values(self):
        return [self.name]

    def eval(self, env):
        if self.name not in env:
            raise NameError(f"name {self.name!r} is not defined")
        return env[self.name]


class BinOp(Node):
    fields = ("op", "left", "right")
    table = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "//": lambda a, b: a // b,
        "**": lambda a, b: a ** b,
        "%": lambda a, b: a % b,
        "<": lambda a, b: int(a < b),
        "==": lambda a, b: int(a == b),
    }

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def values(self):
        return [self.op, str(self.left), str(self.right)]

    def eval(self, env):
        return self.table[self.op](self.left.eval(env), self.right.eval(env))


class Let(Node):
    fields = ("name", "value", "body")

    def __init__(self, name, value, body):
        self.name, self.value, self.body = name, value, body

    def values(self):
        return [self.name, str(self.value), str(self.body)]

    def eval(self, env):
        return self.body.eval({**env, self.name: self.value.eval(env)})


class If(Node):
    def __init__(self, *parts):
        self.test, self.yes, self.no = parts

    def eval(self, env):
        return self.yes.eval(env) if self.test.eval(env) else self.no.eval(env)


class Parser:
    levels = [("==", "<"), ("+", "-"), ("*", "/", "//", "%")]

    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def accept(self, *texts):
        if self.token.kind is not Kind.STRING and self.token.text in texts:
            self.at += 1
            return self.tokens[self.at - 1].text
        return None

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}, found {self.token.text!r}", self.token)

    def parse(self):
        node = self.expression()
        if self.token.kind is not Kind.END:
            raise ParseError(f"unexpected {self.token.text!r}", self.token)
        return node

    def expression(self):
        if self.accept("let"):
            name = self.token.text
            self.at += 1
            self.expect("=")
            value = self.expression()
            self.expect("in")
            return Let(name, value, self.expression())
        if self.accept("if"):
            parts = [self.expression()]
            for word in "then", "else":
                self.expect(word)
                parts.append(self.expression())
            return If(*parts)
        return self.binary(0)

    def binary(self, level):
        if level == len(self.levels):
            return self.power()
        node = self.binary(level + 1)
        while (op := self.accept(*self.levels[level])) is not None:
            node = BinOp(op, node, self.binary(level + 1))
        return node

    def power(self):
        base = self.atom()
        return BinOp("**", base, self.power()) if self.accept("**") else base

    def atom(self):
        token = self.token
        if self.accept("("):
            node = self.expression()
            self.expect(")")
            return node
        if self.accept("-"):
            return BinOp("-", Num(0), self.power())
        self.at += 1
        if token.kind == Kind.NUMBER:
            return Num(float(token.text) if "." in token.text else int(token.text))
        if token.kind == Kind.NAME and token.text not in KEYWORDS:
            return Var(token.text)
        raise ParseError(f"unexpected {token.text or 'end'!r}", token)


print(*tokenize("x1 = 'a b' # note\n  y<=.5"), sep="\n")
for source in [
    "1 + 2 * 3",
    "(1 + 2) * 3 - -4",
    "2 ** 3 ** 2 // 7 % 5",
    "let x = 5 in x * x + y",
    "let a = 2 in let b = a * 3.5 in if a < b then b / a else 0",
    "10 / (5 - 5)",
    "z",
    "1 +",
    "(1",
    "1 1",
    "let = 3",
    "'open",
    "if 1 then 2",
]:
    try:
        tree = Parser(source).parse()
        print(f"{source:<30} {tree!r}")
        print(f"{'':<30} = {tree.eval({'y': 1})}")
    except ParseError as e:
        print(f"{source:<30} ParseError: {e} {e.token.kind.name}")
    except (NameError, ZeroDivisionError) as e:
        print(f"{source:<30} {type(e).__name__}: {e}")
