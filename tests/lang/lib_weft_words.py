# test: lang
# weft.u64 and weft.i64: integers modulo 2**64, alone and with ints; in containers, attributes, keys and closures.
import weft
from weft import i64, u64


def tries(action):
    try:
        print(action())
    except (OverflowError, ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


def fnv(text):
    h = u64(14695981039346656037)
    for c in text:
        h = (h ^ ord(c)) * 1099511628211
    return h


class Random:
    def __init__(self, seed):
        self.state = u64(seed)

    def next(self):
        self.state += 0x1E3779B97F4A7C15
        z = self.state
        z = (z ^ (z >> 30)) * u64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> 27)) * u64(0x94D049BB133111EB)
        return z ^ (z >> 31)


h = fnv("hello world")
print(h, f"{h:x} {h:>25} {h:#b} {h:,} {h:.3e}", repr(h), str(h), [h, h], (h, 1))
a = u64(5) - 7
print(a, a > 5, a == -2, a < -1, a >= 0, 5 < a, 5 == u64(5), u64(5) == 5, u64(5) != 5, a != u64(1))
print(hash(a), hash(i64(-1)), hash(u64(7)), bool(a), not u64(0), float(a), float(i64(-3)))
print(a >> 60, a << 3, a << 64, a >> 64, ~a, -a, a // 10, a % 10, a & 255, 7 + a, 3 - u64(5), 3 * a, u64(3) ** 41)
print(10 // u64(3), 10 % u64(3), 6 ^ u64(5), 6 | u64(1), +a, a.bit_count(), a.bit_length(), a.rotate_left(1), a.high_product(a))
b = i64(9223372036854775807)
b += 1
print(b, b - 1, b * 3, -b, abs(b), b // -1, i64(-7) // 2, i64(-7) % 3, i64(-8) >> 1, i64(-8) >> 70, i64(1) << 63, ~b)
print(i64(a), u64(i64(-1)), i64(u64(3)), int(i64(-5)), u64(True), i64(2) < 3, 2 >= i64(3), f"{i64(-42):+08d}")
tries(lambda: int(a))
tries(lambda: u64(1) // 0)
tries(lambda: i64(1) % (u64(0) == 1))
tries(lambda: u64(1) << -1)
tries(lambda: i64(1) << i64(-1))
tries(lambda: u64(2) ** -1)
tries(lambda: u64("5"))
random = Random(42)
drawn = [random.next() for i in range(5)]
print(drawn, max(drawn), min(drawn), sorted(drawn)[0], sum(drawn[1:], drawn[0]), drawn.index(drawn[2]), drawn[1] in drawn)
counts = {}
for x in drawn + drawn[:2]:
    counts[x] = counts.get(x, 0) + 1
print(list(counts.items()), len(set(drawn)))
print([1, 2, 3][u64(1)], "abc"[i64(-1)], list(range(u64(3))), hex(u64(255)))


def adder(n):
    return lambda x: x + n


print(adder(u64(1))(u64(18446744073709551615)), isinstance(a, u64), isinstance(a, int), type(a) is u64, weft.u64(2).__class__.__name__)
x, y = u64(1), u64(2)
x, y = y, x + y
print(x, y, x if y else y, x and y)
