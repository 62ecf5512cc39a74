# test: lang
# A typical program.
"""A small expression language: tokenizer, parser, evaluator with dataclasses and enum."""
from dataclasses import dataclass
from enum import Enum, auto
import math
import operator


class Kind(Enum):
    NUM = auto()
    NAME = auto()
    OP = auto()
    LPAREN = auto()
    RPAREN = auto()
    END = auto()


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    pos: int

    def __str__(self):
        return f"{self.kind.name}({self.text})" if self.text else self.kind.name


class SyntaxProblem(Exception):
    def __init__(self, message, pos):
        super().__init__(message)
        self.pos = pos


def tokenize(src):
    i = 0
    while i < len(src):
        ch = src[i]
        if ch.isspace():
            i += 1
            continue
        start = i
        if ch.isdigit() or ch == ".":
            while i < len(src) and (src[i].isdigit() or src[i] == "."):
                i += 1
            yield Token(Kind.NUM, src[start:i], start)
        elif ch.isalpha():
            while i < len(src) and src[i].isalnum():
                i += 1
            yield Token(Kind.NAME, src[start:i], start)
        elif ch in "+-*/^%=,":
            i += 1
            yield Token(Kind.OP, ch, start)
        elif ch in "()":
            i += 1
            yield Token(Kind.LPAREN if ch == "(" else Kind.RPAREN, ch, start)
        else:
            raise SyntaxProblem(f"unexpected {ch!r}", i)
    yield Token(Kind.END, "", len(src))


class Expr:
    def eval(self, env):
        raise NotImplementedError


@dataclass
class Num(Expr):
    value: float

    def eval(self, env):
        return self.value


@dataclass
class Var(Expr):
    name: str

    def eval(self, env):
        if self.name not in env:
            raise NameError(f"undefined: {self.name}")
        return env[self.name]


@dataclass
class Bin(Expr):
    op: str
    left: Expr
    right: Expr

    OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "^": operator.pow}

    def eval(self, env):
        return self.OPS[self.op](self.left.eval(env), self.right.eval(env))


@dataclass
class Neg(Expr):
    arg: Expr

    def eval(self, env):
        return -self.arg.eval(env)


@dataclass
class Call(Expr):
    fn: str
    arg: Expr

    def eval(self, env):
        table = {"sqrt": math.sqrt, "abs": abs, "floor": math.floor}
        return table[self.fn](self.arg.eval(env))


class Parser:
    PREC = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3}

    def __init__(self, src):
        self.tokens = list(tokenize(src))
        self.i = 0

    @property
    def tok(self):
        return self.tokens[self.i]

    def next(self):
        t = self.tok
        self.i += 1
        return t

    def expect(self, kind):
        if self.tok.kind is not kind:
            raise SyntaxProblem(f"expected {kind.name}, got {self.tok}", self.tok.pos)
        return self.next()

    def atom(self):
        t = self.next()
        if t.kind is Kind.NUM:
            return Num(float(t.text))
        if t.kind is Kind.NAME:
            if self.tok.kind is Kind.LPAREN:
                self.next()
                arg = self.expr(0)
                self.expect(Kind.RPAREN)
                return Call(t.text, arg)
            return Var(t.text)
        if t.kind is Kind.LPAREN:
            e = self.expr(0)
            self.expect(Kind.RPAREN)
            return e
        if t.text == "-":
            return Neg(self.expr(3))
        raise SyntaxProblem(f"unexpected token {t}", t.pos)

    def expr(self, level):
        left = self.atom()
        while self.tok.kind is Kind.OP and self.PREC.get(self.tok.text, -1) > level - (self.tok.text == "^"):
            op = self.next().text
            left = Bin(op, left, self.expr(self.PREC[op] - (op == "^")))
        return left


env = {"x": 3.0, "pi": math.pi}
for src in ["1 + 2 * 3", "-(x ^ 2) / 4", "sqrt(16) + abs(-2)", "2 ^ 3 ^ 2 % 7", "(1 + ", "3 $ 4", "y + 1", "1 / (x - 3)", "floor(7.9)"]:
    try:
        tree = Parser(src).expr(0)
        print(f"{src:<20} = {tree.eval(env):.4g}")
    except SyntaxProblem as e:
        print(f"{src:<20} ! {e} at {e.pos}")
    except (NameError, ZeroDivisionError) as e:
        print(f"{src:<20} ! {type(e).__name__}: {e}")
print(Parser("a*b+1").expr(0))
print([str(t) for t in tokenize("f(2)")], Token(Kind.NUM, "1", 0) == Token(Kind.NUM, "1", 0), hash(Token(Kind.OP, "+", 1)) == hash(Token(Kind.OP, "+", 1)))
