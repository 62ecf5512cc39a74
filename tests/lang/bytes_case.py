# test: lang
# Case, classes and padding: ASCII only.

b = b"hElLo wORLD x1y2\xe4\xc4"
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b"they're bill's".title())
for x in (b"", b"abc", b"ABC", b"aB1", b"123", b" \t\n", b"\xe4", b"Ab Cd", b"AB cd", b"a1", b"1a", b"1A", b"\xb2", b"\x1c"):
    print(x, x.isalpha(), x.isdigit(), x.isalnum(), x.isspace(), x.isupper(), x.islower(), x.istitle(), x.isascii())
print(b"ab".center(7), b"ab".center(8, b"*"), b"abc".center(6, b"."), b"ab".ljust(5, b"-"), b"ab".rjust(5), b"abc".center(2))
print(b"42".zfill(5), b"-42".zfill(5), b"+42".zfill(6), b"".zfill(2), b"12345".zfill(3))
print(b"a\tb\tc".expandtabs(), b"a\tbc\t\n\td".expandtabs(4), b"\t".expandtabs(0))
try:
    b"a".center(5, b"ab")
except TypeError as e:
    print(e)
try:
    b"a".ljust(5, "x")
except TypeError as e:
    print(e)
