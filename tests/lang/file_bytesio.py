# test: lang
# io.BytesIO
import io

b = io.BytesIO()
print(b.write(b"hello\n"), b.write(bytearray(b"\xff\x00")), b.tell(), b.read(), b.getvalue())
print(b.seek(0), b.read(2), b.readline(), b.read(), b.tell(), b.seek(-3, 2), b.read(1), b.seek(1, 1), b.read())
b.seek(10)
b.write(b"gap")
print(b.getvalue(), b.truncate(4), b.getvalue(), b.tell())
with io.BytesIO(b"one\ntwo\nthree") as t:
    print([line for line in t], t.seek(0), t.readlines(), t.seek(2), t.readline(1), t.readable())
print(t.closed)
try:
    t.getvalue()
except ValueError as e:
    print(e)
try:
    b.seek(-1)
except ValueError as e:
    print(e)
try:
    b.write("text")
except TypeError as e:
    print(e)
buffer = bytearray(3)
r = io.BytesIO(b"abcde")
print(r.readinto(buffer), buffer, r.readinto(buffer), buffer, r.read())
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, io.DEFAULT_BUFFER_SIZE)
with io.open("weft_io.txt", "w") as f:
    f.write("x")
try:
    f = io.open("weft_io.txt")
    f.write("y")
except io.UnsupportedOperation as e:
    print(e)
