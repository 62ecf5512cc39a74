# test: lang
# Messages of the builtin exceptions that operations raise.


def attempt(n, xs, d, s):
    if n == 0:
        return xs[10]
    if n == 1:
        return d["nope"]
    if n == 2:
        return 1 // len(xs[:0])
    if n == 3:
        return int(s)
    if n == 4:
        return ord(s[9])
    if n == 5:
        return xs.index(77)
    if n == 6:
        return xs[:0].pop()
    if n == 7:
        return int(1.0 / len(xs[:0]))
    if n == 8:
        return max(xs[:0])
    if n == 9:
        return ord(s)
    if n == 10:
        return 5 % len(xs[:0])
    if n == 11:
        return next(iter(xs[:0]))
    xs.remove(99)
    return 0


for n in range(13):
    try:
        print(attempt(n, [1, 2, 3], {"a": 1}, "word"))
    except LookupError as e:
        print(n, "Lookup", type(e).__name__, e, repr(e), e.args)
    except ArithmeticError as e:
        print(n, "Arithmetic", type(e).__name__, e, repr(e))
    except (ValueError, TypeError) as e:
        print(n, type(e).__name__, e, e.args)
    except Exception as e:
        print(n, "other", type(e).__name__, e, repr(e), e.args)
