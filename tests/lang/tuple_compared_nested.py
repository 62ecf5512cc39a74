# test: lang
# Tuples that seem to hold themselves until inference has told their owners apart are compared.
from collections import Counter, deque
from dataclasses import dataclass, field
from enum import Enum

def pick(which, a, b=None):
    pass

def apply(f, *args):
    pass

def swapped(pair):
    a, b = pair
    return (b,)
G1 = 255

def f3(p4, *p5, p6=10):
    pass

@dataclass
class x10:
    pass

@dataclass(order=True)
class x11:
    x: 0
    name: 0 = 'n'

def x12(one):
    pass

def x15(one):
    match 0:
        case x11(0, 'a' | 'b'):
            pass
        case x11(x13, name=x14) if x14:
            pass
    return '?'

class x16:

    def __init__(self, value):
        self._value = value
        self.changes = 0

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        pass

    @classmethod
    def twice(cls, value):
        made = cls(value)
        made.value = value
        return made

    def __repr__(self):
        pass

class x17(x16):
    pass

def x18(value, new):
    made = x16.twice(value)
    made.value = 0
    return (made.value,)
x11(8) < x11(x17(9).value)
x17((7.75 / 0.3333, x18((0, '"q"'), (255, ''))))

