# test: lang
# StrEnum, (str, Enum) and (int, Enum).
from enum import Enum, StrEnum, auto
class S(StrEnum):
    A = "a"
    B = "b"
    LONG_NAME = auto()
print(S.A, repr(S.A), S.A == "a", S.B.upper(), S("b"), len(S.A), f"{S.A}", f"{S.A:>4}", S.LONG_NAME, S.A.value, S.A.name, S.A != "a", "a" == S.A, S.A + "x", S.A < "b", S.A < S.B, hash(S.A) == hash("a"), S.A is S("a"), [str(s) for s in S], S.LONG_NAME.split("_"), S.LONG_NAME[0], S.LONG_NAME[1:3], "ong" in S.LONG_NAME, "%s" % S.A, "{}".format(S.B), S.A.startswith("a"), S.A.join(["x", "y"]))
print(isinstance(S.A, S), [m.name for m in S], S["A"], bool(S.A), list(S.LONG_NAME), S.A.title(), S.LONG_NAME.replace("_", " "), sorted([S.B, S.A]))
try:
    S("z")
except ValueError as e:
    print(e)
class C(str, Enum):
    RED = "red"
    BLUE = "blue"
    def describe(self):
        return f"{self.name}:{self.value}"
print(C.RED, repr(C.RED), C.RED == "red", C.RED.value, C("red") is C.RED, C.RED.upper(), C.BLUE.describe(), f"{C.RED}", "%s" % C.RED, f"{C.RED:>10}|", "{}".format(C.RED), C.RED != C.BLUE, C.RED == C.RED, C.RED in [C.BLUE, C.RED], {C.RED: 1}[C.RED])
class N(int, Enum):
    ONE = 1
    TWO = 2
print(N.ONE, repr(N.ONE), N.ONE == 1, N.TWO + 1, N(2) is N.TWO, f"{N.ONE}", f"{N.ONE:>8}|", "%s" % N.ONE, N.ONE < N.TWO, sorted([N.TWO, N.ONE]), sum([N.ONE, N.TWO]), int(N.TWO))
