# test: lang
# raise from, implicit context, __cause__, __context__, __suppress_context__.


def f():
    try:
        raise KeyError("a")
    except KeyError as e:
        raise ValueError("b") from e


def g():
    try:
        1 // 0
    except ZeroDivisionError:
        raise RuntimeError("c")


def h():
    try:
        raise KeyError("a")
    except KeyError:
        raise ValueError("d") from None


for fn in (f, g, h):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise ValueError("x").with_traceback(None)
except ValueError as e:
    print(e, e.__cause__, e.__context__)
e = ValueError(1, 2)
e.note = "n"
print(e.args, str(e), repr(e))
try:
    raise e
except ValueError as x:
    print(x is e, len(x.args))
try:
    try:
        raise KeyError("k")
    finally:
        print("finally")
except KeyError as e:
    print("caught", e, e.args)
