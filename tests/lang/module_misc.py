# test: lang
# Module-level order, conditional definitions, names, global state.

print("start", __name__)
if True:
    def f():
        return "first"
else:
    def f():
        return "second"
print(f())


def f():
    return "third"


print(f())
x = 1


def reader():
    return x


x = 2
print(reader())
for i in range(2):
    def g(i=i):
        return i
print(g(), i)
counter = 0


def bump():
    global counter
    counter += 1
    return counter


print(bump(), bump(), counter)
if __name__ == "__main__":
    print("main")
total = 0
while total < 3:
    total += 1
else:
    print("total", total)
import math as m
from math import floor as fl, ceil
print(m.sqrt(16), fl(2.7), ceil(2.1), m.pi > 3)
with_list = [len(w) for w in "a bb ccc".split()]
print(with_list)


def late_import():
    import math
    return math.floor(2.5)


print(late_import())
assert x == 2, "never"
try:
    assert x == 3, ("tuple", x)
except AssertionError as e:
    print("assert", e, e.args)
try:
    assert not x
except AssertionError as e:
    print("assert", repr(e))
