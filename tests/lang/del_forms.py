# test: lang
# del of everything.

l = [0, 1, 2, 3, 4, 5, 6, 7]
del l[0], l[-1]
del l[1:3]
print(l)
del l[::2]
print(l)
del l[:]
print(l)
d = {"a": 1, "b": 2, "c": 3}
del d["b"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print("KeyError", e)
x = 5
del x
try:
    print(x)
except NameError as e:
    print(e)


def f():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


print(f())


class A:
    k = 5

    def __init__(self):
        self.v = 1
        self.w = 2


a = A()
del a.v
try:
    print(a.v)
except AttributeError as e:
    print(e)
a.v = 9
print(a.v, a.w)
a.k = 7
print(a.k)
del a.k
print(a.k)
mm, n = 1, 2
del (mm, n)
m = [[1, 2], [3, 4]]
del m[0][1]
print(m)
try:
    del m[9]
except IndexError as e:
    print(e)


def g():
    z = [1]

    def h():
        return z
    r = h()
    del z
    try:
        h()
    except NameError as e:
        return r, str(e)


print(g())
