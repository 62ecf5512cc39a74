# test: lang
# With __slots__ in all of its classes an object takes no other attributes; one class without them opens it.
from collections import namedtuple
from dataclasses import dataclass


class P:
    __slots__ = ["x", "__secret"]
    unit = "mm"

    def __init__(self, x):
        self.x = x
        self.__secret = -x

    def spoil(self):
        self.z = 1

    def rename(self):
        self.unit = "cm"

    def secret(self):
        return self.__secret


class Q(P):
    __slots__ = "y"


class Open(P):
    pass


class Keeps:
    __slots__ = "one", "__dict__"


@dataclass(slots=True)
class D:
    a: int
    b: int = 2


Pair = namedtuple("Pair", "a b")


def tries(action):
    try:
        print("done", action())
    except AttributeError as error:
        print(error)


def set_y(target):
    target.y = 3
    return target.y


def set_other(d):
    d.other = 1


def set_list(xs):
    xs.name = "list"


p = P(5)
print(p.secret(), p.unit)
tries(p.spoil)
tries(p.rename)
tries(lambda: set_y(Q(1)))
tries(lambda: set_y(p))
tries(Q(1).spoil)
tries(Open(2).spoil)
tries(Open(2).rename)
keeps = Keeps()
keeps.two = 2
print(keeps.two)
tries(lambda: set_other(D(1)))
tries(lambda: set_other(Pair(1, 2)))
tries(lambda: set_other(object()))
tries(lambda: set_list([1]))
print(D(7).a, D(7).b)
