# test: lang
# auto() counts from the value before; names in the class body mean values.
from enum import Enum, auto


class Token(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
    E = C + 5


class Word(Enum):
    X = "x"
    Y = "y"
    Z = X + Y


print([(t.name, t.value) for t in Token])
print(Word.Z.value, Word("xy"), Word("y") is Word.Y)
print(Token(11), Token["E"].value, Token.A != Token.B)
total = 0
for t in Token:
    total += t.value
print(total, sorted([t.name for t in Token], reverse=True))
print({t.name: t for t in Token}["B"], max(Token, key=lambda t: t.value))
