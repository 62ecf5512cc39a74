# test: diag  #? T0102 None may stand beside any object, where a bool cannot  #? T0102 list(range(…))  #? T0102 convert one of them, str(n) or int(s)  #? T0102 make both lists, or both tuples  #? T0102 let both be generators
# Idioms that give two types: the remedy is known.
import sys


def search(values):
    return values if len(values) > 3 else False  #! T0102 12: this is bool on one path and dict[str, int] on another


def distance(a, b):
    previous = range(len(b) + 1)  #- T0102 16: range comes from here
    for x in a:
        previous = [previous[i] + (x != y) for i, y in enumerate(b)]  #! T0102 20: `previous` is range on one path and list[int] on another  #- T0102 20: list[int] comes from here
    return previous[-1]


def number():
    return 3 if len(sys.argv) > 1 else "three"  #! T0102 12: this is int on one path and str on another  #- T0102 12: int comes from here  #- T0102 40: str comes from here


def pair(n):
    if n:
        return (1, 2)  #- T0102 16: tuple[int, int] comes from here
    return [1, 2]  #- T0102 12: list[int] comes from here


class Tree:
    def __init__(self, items):
        self.items = items

    def walk(self):
        if self.items:
            return (item for item in self.items)  #- T0102 20: generator comes from here
        return iter([0])  #- T0102 16: list_iterator[int] comes from here


print(search({"a": 1}))  #- T0102 14: dict[str, int] comes from here
print(distance("kitten", "sitting"))
print(number())
print(pair(1), list(Tree([1]).walk()))  #! T0102 7: the result of pair() is list[int] on one path and tuple[int, int] on another  #! T0102 21: the result of walk() is list_iterator[int] on one path and generator on another
