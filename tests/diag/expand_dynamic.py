# test: diag
from collections import namedtuple

fields = ["x"]
P = namedtuple("P", fields)  #! U0113 5: not supported: `namedtuple` here, because classes are made at compile time; instead use it where a class is defined, with constant names
print(P(1))
