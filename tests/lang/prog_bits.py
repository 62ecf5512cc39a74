# test: lang
# A typical program.
"""Bit manipulation and hashing: flags, popcount, CRC, sieve, Gray code, Base64 by hand."""
from enum import IntFlag, Flag, auto


class Permission(IntFlag):
    READ = 4
    WRITE = 2
    EXECUTE = 1

    @classmethod
    def parse(cls, text):
        result = cls(0)
        for ch, p in zip("rwx", (cls.READ, cls.WRITE, cls.EXECUTE)):
            if ch in text:
                result |= p
        return result

    def show(self):
        return "".join(ch if p in self else "-" for ch, p in zip("rwx", Permission))


def crc32(data):
    table = []
    for n in range(256):
        c = n
        for _ in range(8):
            c = 0xEDB88320 ^ (c >> 1) if c & 1 else c >> 1
        table.append(c)
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def fnv1a(data):
    h = 0x811C9DC5
    for b in data:
        h = ((h ^ b) * 0x01000193) & 0xFFFFFFFF
    return h


ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i : i + 3]
        n = int.from_bytes(chunk + b"\0" * (3 - len(chunk)), "big")
        four = [ALPHABET[n >> shift & 63] for shift in (18, 12, 6, 0)]
        pad = 3 - len(chunk)
        out.append("".join(four[: 4 - pad]) + "=" * pad)
    return "".join(out)


def b64decode(text):
    bits, n, out = 0, 0, bytearray()
    for ch in text.rstrip("="):
        n = n << 6 | ALPHABET.index(ch)
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(n >> bits & 0xFF)
            n &= (1 << bits) - 1
    return bytes(out)


class BitSet:
    def __init__(self, size):
        self.words = [0] * ((size + 31) // 32)

    def add(self, i):
        self.words[i >> 5] |= 1 << (i & 31)

    def __contains__(self, i):
        return bool(self.words[i >> 5] >> (i & 31) & 1)

    def __iter__(self):
        for w, word in enumerate(self.words):
            while word:
                low = word & -word
                yield w * 32 + low.bit_length() - 1
                word ^= low


print(Permission.parse("rx"), Permission.parse("rx").show(), repr(Permission.parse("w")), [p.name for p in Permission])
print(f"{0o755:o} {0b1011:#b} {255:#x} {255:08b} {-5:b} {1 << 40:_} {3735928559:X}")
data = b"The quick brown fox jumps over the lazy dog"
print(hex(crc32(data)), fnv1a(data), f"{crc32(b''):08x}")
enc = b64encode(data)
print(enc, b64decode(enc) == data, b64encode(b"a"), b64decode("aGk="))
s = BitSet(100)
for x in (3, 31, 32, 64, 99):
    s.add(x)
print(list(s), 31 in s, 30 in s, [bin(n).count("1") for n in (0, 7, 255)], (1023).bit_count(), (1023).bit_length())
print([format(n ^ n >> 1, "03b") for n in range(8)], ~7, -8 >> 1, 5 & ~1, 6 ^ 3, 1 << 10 | 1)
x, y = 12, 25
x ^= y
y ^= x
x ^= y
print(x, y, (0xABCD).to_bytes(4, "big"), int.from_bytes(b"\xff\xfe", "little"), (-2).to_bytes(2, "little", signed=True), bytes.fromhex("dead beef").hex(":"))
sieve = bytearray([1]) * 50
sieve[:2] = b"\0\0"
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(range(i * i, 50, i)))
print([i for i, flag in enumerate(sieve) if flag])
print("".join(f"{b:02x}" for b in bytes(range(250, 256))), memoryview is not None if False else "ok", int("ff", 16), int("0b101", 0), int("z", 36))
