# test: lang
# bytes() and bytearray() of everything, and what they refuse.

print(bytes(), bytes(3), bytes([1, 255]), bytes("é", "utf-8"), bytes("abc", "ascii", "strict"), bytes(b"x"), bytes(bytearray(b"y")))
print(bytearray(), bytearray(2), bytearray([65, 66]), bytearray("é", "latin-1"), bytearray(b"x"), bytes({1: 2}), bytes(True))
print(bytes(x * 2 for x in [1, 2]) if False else bytes([x * 2 for x in [1, 2]]), bytes(map(int, ["1", "2"])))
try:
    bytes("abc")
except TypeError as e:
    print(e)
try:
    bytes(-1)
except ValueError as e:
    print(e)
try:
    bytes([1, 256])
except ValueError as e:
    print(e)
try:
    bytearray([1, -1])
except ValueError as e:
    print(e)
try:
    bytes(b"a", "ascii")
except TypeError as e:
    print(e)
try:
    bytes(["a"])
except TypeError as e:
    print(e)
try:
    bytes(1.5)
except TypeError as e:
    print(e)
try:
    bytes("a", "nope")
except LookupError as e:
    print(type(e).__name__, e)
print(bytes.fromhex("00ff 10\tAb"), bytearray.fromhex(""), bytes.fromhex(" 1f "))
for bad in ("0", "zz", "00 0", "0 0", "00g0"):
    try:
        print(bytes.fromhex(bad))
    except ValueError as e:
        print(e)
print(b"\x01\xab\xcd\xef\x02".hex(), b"\x01\xab\xcd".hex(":"), b"\x01\xab\xcd\xef\x02".hex("-", 2), b"\x01\xab\xcd\xef\x02".hex(b"_", -2), b"".hex("-"))
try:
    b"a".hex("ab")
except ValueError as e:
    print(e)
