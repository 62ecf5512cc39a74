# test: lang
# Literals, indexing, iteration, slices, comparison, hash, repr.

b = b"hello\x00\xff\n'"
print(b, len(b), b[0], b[-1], bool(b), bool(b""), str(b), repr(b'"'), b"\"'")
print(b[1:3], b[:2], b[5:], b[::-1], b[::2], b[3:1], b[-4:-1:2], b[:])
print(list(b"abc"), [x + 1 for x in b"\xfe"], sum(b"ab"), max(b"abz"), sorted(b"cab"))
for i, c in enumerate(b"xy"):
    print(i, c)
print(list(reversed(b"abc")), 97 in b"abc", 0 in b"abc", b"bc" in b"abc", b"" in b"", b"ac" not in b"abc")
print(b"a" == b"a", b"a" != b"b", b"a" < b"b", b"ab" <= b"a", b"\xff" > b"a", b"" >= b"", b"a" == "a", b"a" != 97)
print(hash(b"abc") == hash(bytes([97, 98, 99])), hash(b"abc"), hash(b""))
print(b"ab" + b"cd", b"ab" * 3, 2 * b"x", b"x" * 0, b"x" * -1, b"a" b"b")
d = {b"k": 1, b"l": 2}
d[b"k"] += 5
print(d, d[b"l"], {b"a", b"a"}, (b"x", 1), [b"y"])
print(f"{b'abc'} {b!r:>30} {b'z'!s}", isinstance(b, bytes), isinstance(b, (str, bytes)), type(b).__name__)
x, y, z = b"abc"
print(x, y, z, bytes((1, 2)), bytes(range(5)))
s = b""
s += b"ab"
s *= 2
print(s, s is not None)
for bad in (9, -10, 100):
    try:
        print(b[bad])
    except IndexError as e:
        print("IndexError:", e)
