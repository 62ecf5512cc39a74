# test: lang
# What StringIO and BytesIO say when they are closed; lines of both through one loop; both as one variable
import io


def attempt(name, action):
    try:
        print(name, action())
    except (ValueError, OSError) as error:
        print(name, type(error).__name__, error)


def show(f):
    attempt("lines", lambda: f.readlines(3))
    attempt("rest", lambda: f.readlines(None))
    attempt("number", lambda: f.fileno())
    f.close()
    attempt("readable", lambda: f.readable())
    attempt("seekable", lambda: f.seekable())
    attempt("isatty", lambda: f.isatty())
    attempt("tell", lambda: f.tell())
    attempt("read", lambda: f.read())
    attempt("readline", lambda: f.readline())
    attempt("readlines", lambda: f.readlines())
    attempt("getvalue", lambda: f.getvalue())
    attempt("truncate", lambda: f.truncate())
    attempt("seek", lambda: f.seek(0))
    attempt("close", lambda: f.close())
    try:
        with f:
            print("not reached")
    except ValueError as error:
        print("with", error)
    try:
        f.writelines([])
    except ValueError as error:
        print("writelines", error)


show(io.StringIO("ab\ncd\n\nef"))
show(io.BytesIO(b"ab\ncd\n\nef"))

for memory in io.StringIO("x\ny"), io.StringIO(""):
    memory.seek(0, 2)
    memory.writelines(str(i) for i in range(3))
    print(memory.tell(), repr(memory.getvalue()), memory.closed)

either = io.StringIO("12") if len("ab") == 2 else io.BytesIO(b"34")
print(either.seekable(), either.tell(), either.closed)
either.close()
print(either.closed)
