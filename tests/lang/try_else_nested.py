# test: lang
# try in loops, else, nested handlers, re-raising, the variable after its handler.

def f(xs):
    out = []
    for x in xs:
        try:
            v = 10 // x
        except ZeroDivisionError:
            out.append("zero")
            continue
        except TypeError as e:
            out.append(str(e))
            break
        else:
            out.append(str(v))
        finally:
            out.append("f")
    return out


print(f([1, 0, 5]), f([]))


def g():
    try:
        try:
            raise ValueError("inner")
        except ValueError as e:
            print("caught", e)
            raise
        finally:
            print("fin")
    except ValueError as e2:
        print("again", e2)
    try:
        e
    except NameError:
        return "unbound"


def deep(n):
    try:
        if n == 0:
            raise KeyError("bottom")
        return deep(n - 1)
    except KeyError:
        if n == 2:
            return "stopped at 2"
        raise
    finally:
        print("leave", n, end=" ")


print(deep(4))


class Retry(Exception):
    pass


tries = 0
while True:
    try:
        tries += 1
        if tries < 3:
            raise Retry(tries)
        break
    except Retry as r:
        print("retry", r)
print(tries)
for kind in (ValueError, KeyError, IndexError):
    try:
        raise kind("x")
    except (KeyError, IndexError) as e:
        print(type(e).__name__, isinstance(e, LookupError), e)
    except Exception as e:
        print("other", e)
