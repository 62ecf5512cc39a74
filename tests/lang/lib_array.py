# test: lang
# array: the operations of sequences, of each kind of number
import array
from array import array as make


def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, OverflowError, EOFError) as e:
        print(type(e).__name__, e)


a = array.array("i", [5, 1, 4])
a.append(-7)
a.extend([9, 9])
a.insert(1, 100)
a.insert(-100, 0)
a.insert(100, 8)
print(a, len(a), a[2], a[-1], a.typecode, a.itemsize, bool(a), bool(make("b")), 4 in a, 99 in a)
print(a[1:4], a[::-2], a[5:], a.index(9), a.index(9, 7), a.count(9), max(a), min(a), sum(a), sorted(a), list(reversed(a)))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(100)
a.reverse()
a[0] = 11
a[1:3] = make("i", [6, 7, 8])
del a[0]
del a[-1]
print(a, a + a, a * 2, 2 * a, a * -1, a.tolist())
a += make("i", [1])
a *= 2
a[::3] = make("i", [0] * 4)
del a[1::2]
print(a, [x * 2 for x in a], a == make("i", a.tolist()), a == make("q", a.tolist()), a < make("i", [100]), a != [1])
d = make("d", (1, 2.5, True))
d.append(10**15)
print(d, d[0] / 2, d.tobytes(), make("d", d.tobytes()) == d)
f = make("f", [0.1, 1e-45, 3.4e38, -2.5, 1e300, -1e300, 16777217, 1e-46, float("nan")])
print(f, f.tobytes(), make("f", b"\x00\x00\x80\x3f\xcd\xcc\xcc\x3d"))
for code in "bBhHiIlLqQ":
    x = make("q", [1, 2])
    if code == "b":
        x = make("b", [1, -2, 127, -128])
        print(x.tobytes(), make("B", x.tobytes()), make("h", x.tobytes()), make("H", x.tobytes()), make("i", x.tobytes()), make("I", x.tobytes()))
x = make("h", [1, 258, -2])
x.byteswap()
print(x, make("q", [-5, 1 << 62]).tobytes(), make("Q", b"\x01\0\0\0\0\0\0\x40"), make("L", [3]).itemsize)
attempt(lambda: a[50])
attempt(lambda: a.pop(50))
attempt(lambda: make("i").pop())
attempt(lambda: a.index(12345))
attempt(lambda: a.remove(12345))
attempt(lambda: a.frombytes(b"abc"))
attempt(lambda: make("b", [128]))
attempt(lambda: make("b", [70000]))
attempt(lambda: make("B", [-1]))
attempt(lambda: make("h", [32768]))
attempt(lambda: make("H", [-1]))
attempt(lambda: make("H", [1 << 31]))
attempt(lambda: make("i", [1 << 31]))
attempt(lambda: make("I", [-1]))
attempt(lambda: make("I", [1 << 32]))
attempt(lambda: make("Q", [-1]))
attempt(lambda: make("i", [1.5]))
attempt(lambda: make("d", ["x"]))
attempt(lambda: make("i", "abc"))
attempt(lambda: a.extend(make("h")))
attempt(lambda: a + make("h"))
attempt(lambda: make("i", range(3)))
attempt(lambda: make("d", (x / 2 for x in range(3))))
partial = make("B")
attempt(lambda: partial.extend([1, 2, 300]))
attempt(lambda: partial.fromlist([3, 400]))
print(partial)


class File:
    def __init__(self):
        self.data = b""

    def write(self, data):
        self.data += data

    def read(self, n):
        return self.data[:n]


store = File()
make("i", range(4)).tofile(store)
b = make("i")
b.fromfile(store, 3)
attempt(lambda: b.fromfile(store, 9))
print(b, array.typecodes, isinstance(b, make), type(b).__name__, type(b), b.__class__.__qualname__)
b[1] += 5
for i in range(len(b)):
    b[i] *= i
print(b, array.array("i", b), array.array("d", b))
