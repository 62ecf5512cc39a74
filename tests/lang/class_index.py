# test: lang
# Objects with __index__, __int__ and __float__ where the library wants a number.
import math


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __int__(self):
        return self.n * 10

    def __float__(self):
        return self.n / 2


class Plain:
    def __index__(self):
        return 2


class Raw:
    def __bytes__(self):
        return b"raw"


i = I(3)
xs = [0, 1, 2, 3, 4, 5]
print(xs[i], xs[i:], xs[:I(2)], xs[I(1):I(5):I(2)], "abcdef"[i], (9, 8, 7, 6)[I(1)], b"abcd"[i])
print(list(range(i)), list(range(I(1), i)), list(range(I(0), I(10), i)))
print(hex(i), bin(i), oct(i), chr(I(65)))
print(int(i), float(i))
print(bytes(I(2)), "ab" * i, [1] * i, (1,) * i, i.__index__())
xs[i] = 33
del xs[I(0)]
print(xs)
xs[I(0):I(2)] = [7]
print(xs)
print(round(2.34567, I(2)))
print(f"{I(1).n}")
print(divmod(7, 2), pow(2, 3))
print(math.comb(I(6), 2), math.sqrt(I(8)), math.factorial(I(4)))
print(xs.pop(I(0)), xs)
xs.insert(I(0), 5)
print(xs)
print("%d %x" % (I(5).n, 3))
print(bytearray(I(3)))
print((5).to_bytes(I(2), "big"))
print("a b c".split(" ", I(1)))
print(bytes([I(65), I(66)]))
print(int(Plain()), float(Plain()), bytes(Raw()), bytes(range(3)))
print(3 in range(5), I(3) in range(5), range(5).count(3), range(0, 9, 3).index(6))
try:
    print(bytes(["a"]))
except TypeError as error:
    print(error)
