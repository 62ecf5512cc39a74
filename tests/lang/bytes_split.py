# test: lang
# split, join, partition, splitlines, strip.

print(b" a  b\tc\n".split(), b"a,b,,c".split(b","), b"a,b,c".split(b",", 1), b"".split(), b"".split(b","), b" a b ".split(None, 1))
print(b"a,b,c".rsplit(b",", 1), b" a b c ".rsplit(None, 1), b"a--b".rsplit(b"--"), b"\x1ca\x85b\xa0".split(), b"a\x0bb\x0cc".split())
print(b"a\nb\r\nc\rd\x0be\x1cf".splitlines(), b"a\n\nb".splitlines(True), b"".splitlines())
print(b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="), b"abc".partition(b"="), b"abc".rpartition(b"="))
print(b", ".join([b"a", b"b", b"c"]), b"".join([]), b"x".join([b"one"]), b"-".join((b"a", bytearray(b"b"))))
print(b"  a ".strip(), b"xxaxx".strip(b"x"), b"xyaxy".lstrip(b"yx"), b"ab ".rstrip(), b"\xa0a\x1c".strip(), b"\t\n\r\x0b\x0c a".strip())
for bad in (1, 2, 3):
    try:
        if bad == 1:
            b"a".split(b"")
        elif bad == 2:
            b"a".partition(b"")
        else:
            b"a".rsplit(b"")
    except ValueError as e:
        print(e)
try:
    b"".join(["a"])
except TypeError as e:
    print(e)
try:
    b"a".split("a")
except TypeError as e:
    print(e)
