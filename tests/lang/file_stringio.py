# test: lang
# io.StringIO
import io

s = io.StringIO()
print(s.write("hello "), s.write("wörld\n"), s.tell(), s.read(), repr(s.getvalue()))
print("printed", 1, 2, file=s)
s.writelines(["a", "b\n"])
print(s.seek(0), s.read(3), repr(s.readline()), s.readlines(), s.tell())
s.seek(2)
s.write("XYZ")
print(repr(s.getvalue()), s.tell(), s.truncate(), repr(s.getvalue()), s.seek(8), s.write("!"), repr(s.getvalue()))
with io.StringIO("one\ntwo\r\nthree") as t:
    for line in t:
        print(repr(line))
    print(t.seek(0, 2), t.seek(0), t.readline(2), t.read(None), t.readable(), t.writable(), t.seekable(), t.isatty())
print(t.closed)
try:
    t.read()
except ValueError as e:
    print(e)
try:
    s.seek(-1)
except ValueError as e:
    print(e)
try:
    s.seek(1, 1)
except OSError as e:
    print(e)
out = io.StringIO()
for i in range(1000):
    out.write(str(i))
    out.write(",")
text = out.getvalue()
print(len(text), text[-10:])
print(io.StringIO("a\nb").readlines(), io.StringIO().read() == "", io.StringIO(None).getvalue() == "", io.StringIO("a\r\nb", newline=None).read() == "a\nb")


def emit(stream):
    stream.write("generic\n")


emit(out)
import sys

emit(sys.stdout)
print(out.getvalue()[-8:], end="")
