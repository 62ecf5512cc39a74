# test: lang
# bytearray: everything that changes it.

a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103, 104])
a.extend(bytearray(b"ij"))
a += b"kl"
print(a, len(a), a[0], a[-1], a[2:5])
a[0] = 65
a[-1] = 76
a[1:3] = b"XYZ"
print(a)
a[1:4] = []
del a[0]
del a[-2:]
print(a)
a[::2] = b"...."
print(a)
del a[::3]
print(a, a.pop(), a.pop(0), a)
a.insert(0, 1)
a.insert(-1, 2)
a.insert(100, 3)
print(a)
a.reverse()
a.remove(2)
print(a, a.copy() == a, a.copy() is not a)
a *= 2
print(a)
a.clear()
print(a, bool(a))
b = bytearray(b"xyz")
c = b
c += b"!"
b[1:1] = b
print(b, c is b, b == bytes(c), b"xyz" < b, b + b"1", b"1" + b, type(b"1" + b).__name__, type(b + b"1").__name__)
for i in range(1000):
    b.append(i % 256)
print(len(b), sum(b), b[500:505], b.find(b"\x10\x11"), b.count(7))
