# test: lang
# In-place operators of every kind, falling back to the plain ones.


class V:
    def __init__(self, n):
        self.n = n
        self.log = []

    def __iadd__(self, o):
        self.log.append("iadd")
        self.n += o
        return self

    def __sub__(self, o):
        return V(self.n - o)

    def __imul__(self, o):
        return V(self.n * o * 10)

    def __itruediv__(self, o):
        self.n = self.n / o
        return self

    def __ifloordiv__(self, o):
        self.n = self.n // o
        return self

    def __imod__(self, o):
        self.n = self.n % o
        return self

    def __ipow__(self, o):
        self.n = self.n ** o
        return self

    def __iand__(self, o):
        return "and"

    def __ior__(self, o):
        self.log.append("or")
        return self

    def __ixor__(self, o):
        self.log.append("xor")
        return self

    def __ilshift__(self, o):
        self.log.append("lshift")
        return self

    def __irshift__(self, o):
        self.log.append("rshift")
        return self

    def __imatmul__(self, o):
        self.log.append("matmul")
        return self


a = V(5)
b = a
a += 3
print(a.n, a is b)
a -= 2
print(a.n, a is b, b.n)
a *= 2
print(a.n)
b |= 1
b ^= 1
b <<= 1
b >>= 1
b @= 1
print(b.log)


class W:
    def __init__(self, n):
        self.n = n

    def __ipow__(self, o):
        self.n = self.n ** o
        return self

    def __imod__(self, o):
        self.n %= o
        return self

    def __ifloordiv__(self, o):
        self.n //= o
        return self


w = W(7)
w **= 2
w %= 30
w //= 4
print(w.n)


class Acc:
    def __init__(self):
        self.items = []

    def __iadd__(self, x):
        self.items.append(x)
        return self


class Holder:
    acc = Acc()


h = Holder()
h.acc += 1
h.acc += 2
print(h.acc.items, Holder.acc is h.acc)
d = {"k": Acc()}
d["k"] += 5
print(d["k"].items)
l = [1]
m = l
l += [2]
l += (3,)
l += range(2)
l *= 2
print(l, m is l)
t = (1,)
u = t + (2,)
print(t, u)
s = {1, 2}
r = s
s |= {3}
s &= {1, 3}
s -= {1}
s ^= {5}
print(s, r is s)
