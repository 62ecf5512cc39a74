# test: lang
# Named tuples on the right of % are tuples.
from collections import namedtuple
P = namedtuple("P", "x y")
p = P(1, 2)
print("%s-%s" % p)
try:
    print("%s" % p)
except TypeError as e:
    print(e)
print("%s" % (p,))
