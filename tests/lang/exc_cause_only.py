# test: lang
# standalone:
# status: 1
# Classes of exceptions that are never raised, only causes of others.

class Reason(LookupError):
    def __str__(self):
        return "because of " + super().__str__()


class Never(Exception):
    pass


def fail(n):
    for x in "abc":
        pass
    if n == 0:
        raise ValueError(n) from KeyError("a")
    if n == 1:
        raise ValueError(n) from Reason(n)
    if n == 2:
        raise ValueError(n) from Never
    raise ValueError(n) from (None if n == 3 else StopIteration("s"))


for n in range(5):
    try:
        fail(n)
    except ValueError as e:
        cause = e.__cause__
        print(repr(e), repr(cause), str(cause), type(cause).__name__, isinstance(cause, LookupError))
try:
    fail(1)
except ValueError as e:
    try:
        raise e.__cause__
    except Reason as r:
        print(r)
fail(1)
