# test: lang
# raise from, implicit context, and their suppression.


def low():
    raise KeyError("low")


def chain(n):
    try:
        low()
    except KeyError as e:
        if n == 0:
            raise ValueError("from") from e
        if n == 1:
            raise ValueError("implicit")
        if n == 2:
            raise ValueError("none") from None
        if n == 3:
            raise
        if n == 4:
            raise e
        if n == 5:
            raise RuntimeError("new") from ValueError("other")


for n in range(6):
    try:
        chain(n)
    except Exception as e:
        print(n, repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def deep_context():
    try:
        try:
            raise KeyError(1)
        except KeyError:
            raise IndexError(2)
    except IndexError:
        raise ValueError(3)


try:
    deep_context()
except ValueError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__), e.__context__.__context__.__context__)
try:
    try:
        raise KeyError("a")
    finally:
        raise ValueError("b")
except ValueError as e:
    print(repr(e.__context__))
try:
    raise ValueError("clean")
except ValueError as e:
    print(e.__context__, e.__cause__)
