# test: example 12
"""A small language, compiled to instructions for a stack machine: each kind of instruction is a class.

    python3.11 examples/bytecode.py [n] [program...]
"""

import sys
from dataclasses import dataclass

PROGRAMS = {
    "fib": """
        a = 0; b = 1; i = 0;
        while i < n { print a; t = a + b; a = b; b = t; i = i + 1; }
    """,
    "primes": """
        p = 2;
        while p < n * 4 {
            d = 2; prime = 1;
            while d * d <= p { if p % d == 0 { prime = 0; } d = d + 1; }
            if prime { print p; }
            p = p + 1;
        }
    """,
    "collatz": """
        x = n; steps = 0;
        while x != 1 { if x % 2 { x = 3 * x + 1; } else { x = x / 2; } steps = steps + 1; }
        print steps;
    """,
    "failing": "print n / (n - n);",
    "unknown": "print m;",
    "broken": "print 1 +;",
}


class MachineError(Exception):
    pass


# ---- words of a source text ----


@dataclass(frozen=True)
class Token:
    kind: str  # number, name, symbol, end
    text: str
    column: int


def tokens_of(source):
    i = 0
    while i < len(source):
        char = source[i]
        start = i
        if char.isspace():
            i += 1
            continue
        if char.isdigit():
            while i < len(source) and source[i].isdigit():
                i += 1
            kind = "number"
        elif char.isalpha() or char == "_":
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            kind = "name"
        else:
            i += 2 if source[i : i + 2] in ("<=", ">=", "==", "!=") else 1
            kind = "symbol"
        yield Token(kind, source[start:i], start)
    yield Token("end", "", len(source))


# ---- instructions ----


class Instruction:
    """Works on a machine; gives the number of the next instruction to run, or None for the one that follows."""

    def run(self, machine):
        raise NotImplementedError

    def __repr__(self):
        return type(self).__name__.lower()


class Push(Instruction):
    def __init__(self, value):
        self.value = value

    def run(self, machine):
        machine.stack.append(self.value)

    def __repr__(self):
        return f"push {self.value}"


class Load(Instruction):
    def __init__(self, name):
        self.name = name

    def run(self, machine):
        try:
            machine.stack.append(machine.variables[self.name])
        except KeyError:
            raise MachineError(f"{self.name} has no value") from None

    def __repr__(self):
        return f"load {self.name}"


class Store(Load):
    def run(self, machine):
        machine.variables[self.name] = machine.stack.pop()

    def __repr__(self):
        return f"store {self.name}"


class Print(Instruction):
    def run(self, machine):
        machine.output.append(machine.stack.pop())


class Jump(Instruction):
    target = -1

    def run(self, machine):
        return self.target

    def __repr__(self):
        return f"{super().__repr__()} {self.target}"


class JumpIfZero(Jump):
    def run(self, machine):
        return self.target if machine.stack.pop() == 0 else None


class Binary(Instruction):
    symbol = "?"

    def run(self, machine):
        right = machine.stack.pop()
        left = machine.stack.pop()
        machine.stack.append(int(self.apply(left, right)))

    def apply(self, left, right):
        raise NotImplementedError


class Arithmetic(Binary):
    OPERATIONS = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
    }

    def __init__(self, symbol):
        self.symbol = symbol
        self.operation = self.OPERATIONS[symbol]

    def apply(self, left, right):
        return self.operation(left, right)

    def __repr__(self):
        return f"arithmetic {self.symbol}"


class Compare(Arithmetic):
    OPERATIONS = {
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        ">=": lambda a, b: a >= b,
        "==": lambda a, b: a == b,
        "!=": lambda a, b: a != b,
    }


class Divide(Binary):
    def apply(self, left, right):
        if right == 0:
            raise MachineError(f"{left} divided by zero")
        return left // right


class Remainder(Divide):
    def apply(self, left, right):
        return left - right * super().apply(left, right)


# ---- from words to instructions ----


class Compiler:
    PRIORITIES = [("<", "<=", ">", ">=", "==", "!="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, source):
        self.tokens = list(tokens_of(source))
        self.position = 0
        self.code: list[Instruction] = []

    @property
    def token(self):
        return self.tokens[self.position]

    def take(self):
        token = self.token
        self.position += 1
        return token

    def expect(self, text):
        if self.token.text != text:
            raise SyntaxError(f"column {self.token.column}: expected {text!r}, not {self.token.text!r}")
        return self.take()

    def emit(self, instruction):
        self.code.append(instruction)
        return instruction

    def program(self):
        while self.token.kind != "end":
            self.statement()
        return self.code

    def block(self):
        self.expect("{")
        while self.token.text != "}":
            self.statement()
        self.expect("}")

    def statement(self):
        match self.take():
            case Token(text="print"):
                self.expression()
                self.emit(Print())
                self.expect(";")
            case Token(text="while"):
                start = len(self.code)
                self.expression()
                leave = self.emit(JumpIfZero())
                self.block()
                self.emit(Jump()).target = start
                leave.target = len(self.code)
            case Token(text="if"):
                self.expression()
                skip = self.emit(JumpIfZero())
                self.block()
                if self.token.text == "else":
                    self.take()
                    end = self.emit(Jump())
                    skip.target = len(self.code)
                    self.block()
                    end.target = len(self.code)
                else:
                    skip.target = len(self.code)
            case Token("name", name):
                self.expect("=")
                self.expression()
                self.emit(Store(name))
                self.expect(";")
            case Token(_, text, column):
                raise SyntaxError(f"column {column}: no statement begins with {text!r}")

    def expression(self, level=0):
        if level == len(self.PRIORITIES):
            self.operand()
            return
        self.expression(level + 1)
        while self.token.text in self.PRIORITIES[level]:
            symbol = self.take().text
            self.expression(level + 1)
            self.emit(self.binary(symbol))

    @staticmethod
    def binary(symbol):
        if symbol in Compare.OPERATIONS:
            return Compare(symbol)
        if symbol in ("/", "%"):
            return Divide() if symbol == "/" else Remainder()
        return Arithmetic(symbol)

    def operand(self):
        token = self.take()
        if token.kind == "number":
            self.emit(Push(int(token.text)))
        elif token.kind == "name":
            self.emit(Load(token.text))
        elif token.text == "(":
            self.expression()
            self.expect(")")
        else:
            raise SyntaxError(f"column {token.column}: no operand begins with {token.text!r}")


class Machine:
    def __init__(self, code, **variables):
        self.code = code
        self.variables = dict(variables)
        self.stack = []
        self.output = []
        self.steps = 0

    def run(self, limit=10**7):
        at = 0
        while at < len(self.code):
            self.steps += 1
            if self.steps > limit:
                raise MachineError(f"no end after {limit} steps")
            following = self.code[at].run(self)
            at = at + 1 if following is None else following
        return self.output


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for name in sys.argv[2:] or list(PROGRAMS):
        source = PROGRAMS[name]
        print(f"== {name}")
        try:
            code = Compiler(source).program()
            machine = Machine(code, n=n)
            print(*machine.run())
            print(f"{len(code)} instructions, {machine.steps} steps, {len(machine.variables)} variables")
        except SyntaxError as error:
            print("cannot be compiled:", error)
            continue
        except MachineError as error:
            print(f"stopped after {machine.steps} steps: {error}")
        if len(code) < 12:
            for number, instruction in enumerate(code):
                print(f"{number:4} {instruction!r}")


if __name__ == "__main__":
    main()
