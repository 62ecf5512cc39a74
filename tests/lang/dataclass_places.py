# test: lang
# Dataclasses in functions and classes; names that the program gives a meaning of its own; defaults from the module.
from dataclasses import dataclass as dc

SIZE = 3


@dc
class Sized:
    n: int = SIZE
    m: int = n * 2 + SIZE


def local(k):
    @dc
    class Local:
        x: int
        y: int = k

    return Local(1), Local(2, 3)


class Outer:
    @dc
    class Inner:
        v: int = 1

    def make(self):
        return Outer.Inner(5)


print(Sized(), Sized(1), local(7), Outer.Inner(), Outer().make())


def register(cls):
    names.append(cls.__name__)
    return cls


names = []


@register
@dc
class Known:
    isinstance: int = 1
    type: str = "t"

    def hash(self):
        return "mine"


def type_(x):
    return x


print(Known(), names, Known().hash(), Known() == Known())
