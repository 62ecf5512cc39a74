# test: lang
# All kinds of patterns: mappings, classes, sequences, alternatives, captures, guards, values.
from dataclasses import dataclass


@dataclass
class Pt:
    x: int
    y: int


class Node:
    __match_args__ = ("l", "r")
    def __init__(self, l, r):
        self.l = l
        self.r = r


def mm(d):
    match d:
        case {"k": v, "j": 2}:
            return f"kj {v}"
        case {"k": 1 | 2 as q}:
            return f"k12 {q}"
        case {"k": v, **rest}:
            return f"k {v} {rest}"
        case {}:
            return "empty?"


print(mm({"k": 1, "j": 2}), mm({"k": 2}), mm({"k": 5, "z": 3}), mm({"a": 1}), mm({}))


def cc(p):
    match p:
        case Pt(0, 0):
            return "origin"
        case Pt(x=0, y=y) if y > 5:
            return f"high {y}"
        case Pt(x=0):
            return "x0"
        case Pt(x, y) as w if x == y:
            return f"diag {w}"
        case Pt(x=(1 | 2) as a):
            return f"a{a}"
        case Pt():
            return "pt"


for p in [Pt(0,0), Pt(0,9), Pt(0,1), Pt(3,3), Pt(2,9), Pt(7,8)]:
    print(cc(p))


def ss(v):
    match v:
        case []:
            return "e"
        case [x]:
            return f"1 {x}"
        case [x, *_, 9]:
            return f"9 {x}"
        case [1, x, *r]:
            return f"r {x} {r}"
        case [_, (2 | 3) as y, *_]:
            return f"y {y}"
        case _:
            return "?"


for v in [[], [4], [4, 9], [1, 2, 3, 4], [5, 3, 1], [5, 6]]:
    print(ss(v))


def tt(v):
    match v:
        case ("add", a, b):
            return a + b
        case ("neg", a, _):
            return -a
        case (str() as op, int(a), b):
            return len(op) + a + b


print(tt(("add", 1, 2)), tt(("neg", 1, 2)), tt(("q", 1, 2)))


def lit(w):
    match w:
        case -1 | 0:
            return "z"
        case 1.5:
            return "f"
        case None:
            return "N"
        case True:
            return "T"
        case int():
            return "int"
        case float(n):
            return f"float {n}"


for w in [-1, 0, 1.5, None, True, 7, 2.5, False]:
    print(lit(w))


def tr(n):
    match n:
        case Node(Node(a, b), c):
            return f"1 {a is None} {c is None}"
        case Node(None, None):
            return "leaf"
        case Node(l=None, r=Node()):
            return "right"
        case None:
            return "none"
        case _:
            return "other"


print(tr(Node(None, None)), tr(None), tr(Node(None, Node(None, None))), tr(Node(Node(None, None), None)))


def st(x):
    match x:
        case "a" | "b":
            return 1
        case "c" as z if len(z) == 1:
            return 2
        case str(z):
            return len(z)


print(st("a"), st("c"), st("zz"))


class Color:
    RED = 1
    BLUE = 2


def col(v):
    match v:
        case Color.RED:
            return "red"
        case Color.BLUE | 5:
            return "blue5"
        case (1 | 2 | 3) as n:
            return f"n{n}"
        case _ if v > 10:
            return "big"
    return "fell"


print([col(v) for v in (1, 2, 5, 3, 11, 7)])


match (1, [2, 3, {"a": 4}]) if False else (1, 2, 3):
    case (a, *b):
        print(a, b)


match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]]:
        print(a, b, c, d)


match {"x": {"y": 1}}:
    case {"x": {"y": int(q)}}:
        print(q)
