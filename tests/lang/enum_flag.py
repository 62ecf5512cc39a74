# test: lang
# Flag: combinations, membership, inversion, names, lookup.
from enum import Flag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
p = Perm.R | Perm.X
print(p, repr(p), Perm.R in p, Perm.W in p, p & Perm.R, Perm.R & Perm.W, bool(Perm.R & Perm.W), ~Perm.R)
print(Perm.RW, repr(Perm.RW), Perm.R | Perm.W is Perm.RW, list(Perm), list(p), Perm(5), Perm(0), len(p))
print((Perm.R | Perm.W) is Perm.RW, p ^ Perm.R, Perm.X.value, p.name)
print(Perm(8), repr(Perm(9)), Perm(-1))
