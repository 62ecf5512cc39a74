# test: lang
# Enum: members by name and value, aliases, iteration, lookup errors, match, dict keys.
from enum import Enum, auto
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = auto()
    CRIMSON = 1
    def pretty(self):
        return self.name.lower() + str(self.value)
print(Color.RED, repr(Color.GREEN), Color.BLUE.value, Color.RED.name, Color.CRIMSON)
print(Color.RED is Color.CRIMSON, Color.RED == Color.GREEN, Color.RED != Color.GREEN)
print(list(Color), len(Color), [c.pretty() for c in Color])
print(Color(2), Color["BLUE"], Color.RED in Color)
try:
    Color(9)
except ValueError as e:
    print(e)
try:
    Color["PINK"]
except KeyError as e:
    print("KeyError", e)
d = {Color.RED: "r", Color.GREEN: "g"}
print(d, d[Color(1)])
def f(c):
    match c:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case _:
            return "other"
print([f(c) for c in Color], type(Color.RED), Color, isinstance(Color.RED, Color))
print(f"{Color.RED} {Color.GREEN!r}")
for name, m in Color.__members__.items():
    print(name, m)
