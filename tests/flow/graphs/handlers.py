def handle(f, xs):
    n = 0
    try:
        n = f(n)
    except (KeyError, ValueError) as e:
        g(e, n)
    except TypeError:
        raise
    else:
        n = 2
    return n


def clean(f):
    for i in f:
        try:
            return f(i)
        finally:
            f(2)


def manage(m):
    with m as x, m:
        return x


def throw(e):
    raise e from None


def narrow(x):
    try:
        if isinstance(x, int) and x is not None:
            return x + 1
    except OverflowError:
        pass
