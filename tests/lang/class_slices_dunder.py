# test: lang
# A user __getitem__ that receives slices.


class Seq:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(self.items[i])
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __repr__(self):
        return "Seq(" + repr(self.items) + ")"


s = Seq([1, 2, 3, 4, 5])
print(s[1], s[1:3], s[:], s[::-1], s[-2:])


class Show:
    def __getitem__(self, key):
        if isinstance(key, slice):
            return "slice " + str(key.start) + " " + str(key.stop) + " " + str(key.step)
        return "item " + str(key)


sh = Show()
print(sh[1], sh[1:2], sh[:], sh[::3], sh[:5])
print(slice(1, 5, 2).indices(4), slice(3), slice(1, None))
x = slice(1, 3)
print([1, 2, 3, 4][x], "hello"[x], x.start, x == slice(1, 3))
items = list(range(6))
items[slice(0, 2)] = [9]
del items[slice(None, None, 2)]
print(items)
s[1:3] = [7, 8]
print(s)


class Window:
    def __init__(self):
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(str(key) + "=" + str(value))

    def __delitem__(self, key):
        self.log.append("del " + str(key))


w = Window()
w[1] = 2
w[1:4] = 3
w[::-1] = 4
del w[5]
del w[2:]
print(w.log)
