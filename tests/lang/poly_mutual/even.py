from . import odd


def is_even(n):
    return True if n == 0 else odd.is_odd(n - 1)


def walk_even(xs, out):
    if len(xs) == 0:
        return out
    out.append(("even", xs[0]))
    return odd.walk_odd(xs[1:], out)
