# test: lang
# bisect with key, lo, hi; on lists, tuples, strings and classes.
import bisect
from bisect import bisect_left, bisect_right, insort, insort_left

a = [1, 2, 2, 2, 5, 8]
print([(bisect_left(a, x), bisect_right(a, x), bisect.bisect(a, x)) for x in range(10)])
print(bisect_left(a, 2, 2), bisect_left(a, 2, 0, 1), bisect_right(a, 2, 1, 3), bisect_right(a, 2, hi=2), bisect_left(a, 100, lo=3))
print(bisect_left([], 3), bisect_right([2.5, 3.5], 3))
words = ["a", "bb", "ccc", "eeeee"]
print(bisect_left(words, 3, key=len), bisect_right(words, 3, key=len), bisect_left(words, "cc"))
w = ["dd"]
for s in ("a", "cccc", "bb", "eee", "z"):
    insort(w, s, key=len)
print(w)
insort_left(w, "yy", key=len)
print(w)
p = [(1, "x"), (3, "y")]
insort(p, (2, "z"))
bisect.insort_left(p, (3, "a"))
print(p, bisect_left((1, 4, 9), 4), bisect_left("acegi", "e"), bisect_left(range(0, 100, 5), 37))
try:
    bisect_left(a, 2, -1)
except ValueError as e:
    print(e)


class Version:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print(bisect.bisect([Version(1), Version(4)], Version(3)))


def grade(score, breakpoints=[60, 70, 80, 90], grades="FDCBA"):
    return grades[bisect.bisect(breakpoints, score)]


print([grade(s) for s in [33, 99, 77, 70, 89, 90, 100]])
