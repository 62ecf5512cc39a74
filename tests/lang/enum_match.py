# test: lang
# match on members, with guards and alternatives, by attribute of a module-level name.
from enum import Enum, IntEnum


class Op(Enum):
    ADD = "+"
    SUB = "-"
    MUL = "*"
    NEG = "neg"


class Level(IntEnum):
    LOW = 1
    HIGH = 5


def apply(op, a, b):
    match op:
        case Op.ADD:
            return a + b
        case Op.SUB:
            return a - b
        case Op.MUL if b == 0:
            return 0
        case Op.MUL:
            return a * b
        case _:
            return -a


for op in Op:
    print(op.name, apply(op, 6, 3), apply(op, 6, 0))


def level(x):
    match x:
        case Level.LOW | Level.HIGH:
            return "known"
        case _:
            return "unknown"


print(level(Level.LOW), level(Level.HIGH))
program = [(Op.ADD, 2), (Op.MUL, 5), (Op.SUB, 1)]
acc = 1
for op, n in program:
    acc = apply(op, acc, n)
print(acc, [op.value for op, n in program])
