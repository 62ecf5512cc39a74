# test: lang
# Enums as they are usually written: members, values, iteration, methods, lookups, flags.
from enum import Enum, Flag, IntEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def mixed(self, other):
        return f"{self.name.lower()}-{other.name.lower()}"

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), len(Color))
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, Color.RED in Color, Color.RED.mixed(Color.BLUE), Color.default(), isinstance(Color.RED, Color))
for bad in (lambda: Color(9), lambda: Color["PINK"]):
    try:
        bad()
    except (ValueError, KeyError) as e:
        print(type(e).__name__, e)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.HIGH > Level.LOW, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), max(Level), int(Level.HIGH), Level(10).name)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


rw = Perm.R | Perm.W
print(rw, Perm.R in rw, Perm.X in rw, rw & Perm.W, ~rw, bool(rw & Perm.X), Perm(0), rw.value)
names = {c: c.name.title() for c in Color}
print(names[Color.GREEN], [c.value for c in Color], {Color.RED: "r"}.get(Color.CRIMSON))


@unique
class Step(Enum):
    A = "a"
    B = "b"

    def next(self):
        members = list(Step)
        return members[(members.index(self) + 1) % len(members)]


print(Step.A.next(), Step.B.next(), Step("b"), f"{Step.A}", f"{Step.A.value:>3}")
