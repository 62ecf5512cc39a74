# test: lang
# The exception variable is unbound after its handler; the name may have been bound before.

e = None
try:
    raise ValueError("x")
except ValueError as e:
    print("in", e)
try:
    print(e)
except NameError as error:
    print("NameError:", error)


def local():
    err = None
    try:
        raise KeyError("k")
    except KeyError as err:
        kept = err
    try:
        return str(err)
    except UnboundLocalError as problem:
        return f"{type(problem).__name__}: {problem} {kept!r}"


print(local())


def no_error():
    x = 1
    try:
        x = 2
    except ValueError as y:
        x = 3
    return x


print(no_error())
for i in range(2):
    try:
        raise IndexError(i)
    except IndexError as caught:
        print(caught, caught.args, repr(caught), len(caught.args))
