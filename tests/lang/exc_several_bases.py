# test: lang
# Exceptions with several bases: handlers of each match, also of UnsupportedOperation, an OSError and a ValueError.
import io

f = open("/dev/null")
try:
    io.StringIO("x").fileno()
except ValueError as e:
    print(e)
try:
    f.write("x")
except ValueError as e:
    print("V", type(e).__name__, e)
try:
    f.write("x")
except OSError as e:
    print("O", type(e).__name__, e, e.errno)
try:
    f.write("x")
except io.UnsupportedOperation as e:
    print("U", isinstance(e, ValueError), isinstance(e, OSError), issubclass(io.UnsupportedOperation, ValueError))


class A(Exception):
    pass


class B(Exception):
    pass


class C(A, B):
    pass


try:
    raise C("x")
except B as e:
    print("B", e, repr(e))


class D(A, ValueError):
    pass


try:
    raise D("x", 5)
except ValueError as e:
    print("VV", e)


class E(KeyError, AttributeError):
    pass


try:
    raise E("x")
except AttributeError as e:
    print("VV", e)


class Mix(Exception):
    code = 5

    def __init__(self, text, more):
        super().__init__(text)
        self.more = more

    def show(self):
        return f"{self.more}:{self}"


class F(Mix, ValueError):
    pass


class G(Mix, OSError):
    code = 6


def go(k):
    if k == 0:
        raise F("ff", 1)
    if k == 1:
        raise G("gg", 2)
    raise Mix("m", 3)
for k in range(3):
    try:
        go(k)
    except Mix as e:
        print(type(e).__name__, e.code, e.more, e.show(), isinstance(e, OSError), isinstance(e, ValueError))
for k in range(3):
    try:
        try:
            go(k)
        except (OSError, ValueError) as e:
            print("both", e)
    except Exception as e:
        print("other", e)
print([c.__name__ for c in (F, G, E)])
