# test: lang
# Tuples of different lengths are ordered.
import sys
print((3, 11, 2) >= (3, 8), (3, 8) >= (3, 8, 0), (3, 8) < (3, 8, 0), (3, 8) <= (3, 8, 0), (3, 8) > (3, 8, 0), (3, 8, 0) > (3, 8), (3, 8, 0) <= (3, 8), (3, 8, 0) < (3, 9))
print((3, 11, "final") >= (3, 8), (1,) < (1, "a"), (2,) < (1, "a"), () < (1,), (1,) > (), () >= (1, 2), (1, 2) == (1, 2, 3), (1, 2) != (1, 2, 3))
a = (1, 2.5, "x")
b = (1, 2)
print(a > b, b > a, a[:2] > b, max(a[:1], b[:1]), (b, 1) < ((1, 2, 3), 0))
print(sys.version_info >= (3,), sys.version_info < (4,), sys.version_info >= (3, 11, 0, "alpha"))
