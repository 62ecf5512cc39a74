# test: lang
# struct: formats that are written in the call, named by a variable, or of a Struct
import struct


def attempt(f):
    try:
        print(f())
    except (struct.error, OverflowError, TypeError) as e:
        print(type(e).__name__, e)


HEADER = "<4s2BH3xI"
data = struct.pack(HEADER, b"WEFT", 1, 2, 513, 4000000000)
magic, major, minor, flags, size = struct.unpack(HEADER, data)
print(data, magic.decode(), major + minor, flags, size, struct.calcsize(HEADER))
for order in ("<", ">", "=", "@", "!", ""):
    print(struct.pack(order + "bhiq", -1, -2, -3, -4), struct.calcsize(order + "bhiqlLnN" if order in ("@", "") else order + "bhiqlL"), struct.pack(order + "fd", 0.1, -1e300))
print(struct.unpack(">bBhHiIlLqQ", struct.pack(">bBhHiIlLqQ", -1, 255, -2, 65535, -3, 1 << 31, -4, 5, -6, 7)))
print(struct.unpack("<e2f?d", struct.pack("<efffd"[:3] + "f?d", 1.5, 0.1, 3e38, 1, 1e-310)), struct.unpack("<3c", b"abc"), struct.unpack("?", b"\xab")[0] is True)
print([struct.unpack("<e", struct.pack("<e", x))[0] for x in (65504.0, 6e-8, 1e-9, float("inf"), -0.0, 0.333333)])
print(struct.pack("5p", b"hello world"), struct.unpack("5p", b"\x09abcd"), struct.pack("0s", b"x"), struct.pack("7s", b"abc"), struct.unpack("2x", b"ab"), struct.pack("0i"))
print(struct.pack("bhi", 1, 2, 3), struct.pack("qb0q", 1, 2), struct.calcsize("bq"), struct.calcsize(" b  q "), struct.unpack("< H \t h", b"\x1c\x00\xe3\xff"))
point = struct.Struct("<if")
print(point.size, point.format, point.pack(1, 2.5), point.unpack(b"\1\0\0\0\0\0\x20\x40"), [x for x, y in point.iter_unpack(point.pack(1, 2) * 3)], point.unpack_from(b"zz" + point.pack(7, 8), 2))
buffer = bytearray(10)
struct.pack_into("<hh", buffer, 4, 17, 18)
struct.pack_into(">B", buffer, -1, 200)
print(buffer, struct.unpack_from("<hh", buffer, 4), struct.unpack_from("B", buffer, offset=-1))
print([a + b for a, b in struct.iter_unpack("<BB", b"\1\2\3\4")], sum(struct.unpack("<4H", bytes(range(8)))))
n = 3
print(struct.unpack("<%dH" % n, bytes(range(6))), struct.unpack(f"<{n}d", struct.pack(f"<{n}d", 1, 2, 3)), struct.pack("%ds" % n, b"abcdef"))


def read_values(kind):
    fmt = "<i" if kind else "<d"
    return struct.pack(fmt, 5)


print(read_values(True), read_values(False))
attempt(lambda: struct.pack("!H", b"hop"))
attempt(lambda: struct.pack("d", "x"))
attempt(lambda: struct.pack("s", 5))
attempt(lambda: struct.pack("p", None))
attempt(lambda: struct.pack("c", b"ab"))
attempt(lambda: struct.pack("hh", 1, 2, 3))
attempt(lambda: struct.pack("z", 1))
attempt(lambda: struct.pack("2", 1))
attempt(lambda: struct.calcsize("<N"))
attempt(lambda: struct.unpack("<i", b"abc"))
attempt(lambda: struct.unpack_from("<i", b"abcd", 2))
attempt(lambda: struct.unpack_from("<i", b"abcd", -2))
attempt(lambda: struct.unpack_from("<i", b"abcd", -9))
attempt(lambda: struct.pack_into("<i", buffer, 8, 1))
attempt(lambda: struct.pack_into("<i", buffer, -2, 1))
attempt(lambda: list(struct.iter_unpack("<i", b"abcde")))
attempt(lambda: struct.pack("<f", 1e300))
attempt(lambda: struct.pack("@f", 1e300))
attempt(lambda: struct.pack("<e", 1e6))
for code in "bBhHiIlLQ":
    for order in "<>":
        for value in (-(1 << 62), -1, 300, 70000, 1 << 33):
            attempt(lambda: struct.pack(order + code, value))

# What was read stays as it was when the buffer changes.
buffer = bytearray(b"abcdefgh")
(whole,) = struct.unpack("8s", buffer)
(part,) = struct.unpack_from("4s", buffer, 2)
rows = struct.iter_unpack("4s", buffer)
for i in range(8):
    buffer[i] = 120
print(whole, part, list(rows), struct.unpack_from("<H", buffer, 6))
