# test: lang
# standalone:
# Chains of exceptions in an uncaught traceback: explicit cause, implicit context, suppressed, nested both.


class AppError(Exception):
    pass


def low(n):
    return [1, 2][n]


def middle(n):
    try:
        return low(n)
    except IndexError as e:
        raise KeyError(f"item {n}") from e


def high(n):
    try:
        return middle(n)
    except KeyError:
        raise AppError("high failed", n)


def quiet():
    try:
        low(9)
    except IndexError:
        raise AppError("quiet") from None


try:
    high(5)
except AppError as e:
    c = e.__context__
    print(type(c).__name__, type(c.__cause__).__name__, e.__cause__, e.__suppress_context__, c.__suppress_context__)
try:
    quiet()
except AppError as e:
    print(e.__cause__, type(e.__context__).__name__, e.__suppress_context__)
try:
    high(7)
finally:
    print("finally before the traceback")
