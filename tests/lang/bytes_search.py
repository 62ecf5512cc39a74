# test: lang
# find, index, count, startswith, replace, translate.

b = b"abracadabra"
print(b.find(b"bra"), b.find(b"bra", 2), b.find(b"x"), b.find(97, 1), b.rfind(b"a"), b.rfind(98), b.find(b""), b.rfind(b""), b.find(b"a", -3, -1))
print(b.index(b"c"), b.rindex(b"b"), b.count(b"a"), b.count(97), b.count(b""), b.count(b"abra", 1), b.count(b"a", 3, 8))
print(b.startswith(b"ab"), b.startswith((b"x", b"a")), b.endswith(b"ra"), b.endswith((b"x",)), b.startswith(b"bra", 1), b.startswith(b""), b.endswith(b"b", 0, 2))
print(b.replace(b"a", b"XY"), b.replace(b"a", b"", 2), b.replace(b"", b"-"), b.replace(b"q", b"z"), b.replace(b"", b".", 3))
print(b.removeprefix(b"abra"), b.removesuffix(b"abra"), b.removeprefix(b"x"), b.removesuffix(b""))
t = bytes.maketrans(b"abc", b"xyz")
print(len(t), b.translate(t), b.translate(None, delete=b"ab"), b.translate(t, delete=b"r"))
try:
    b.index(b"z")
except ValueError as e:
    print(e)
try:
    b.rindex(122)
except ValueError as e:
    print(e)
try:
    b.find(256)
except ValueError as e:
    print(e)
try:
    b.find("a")
except TypeError as e:
    print(e)
try:
    print("a" in b)
except TypeError as e:
    print(e)
try:
    print(300 in b)
except ValueError as e:
    print(e)
try:
    b.startswith("a")
except TypeError as e:
    print(e)
try:
    b.replace("a", b"b")
except TypeError as e:
    print(e)
try:
    b.translate(b"ab")
except ValueError as e:
    print(e)
try:
    bytes.maketrans(b"a", b"bc")
except ValueError as e:
    print(e)
try:
    b + "x"
except TypeError as e:
    print(e)
