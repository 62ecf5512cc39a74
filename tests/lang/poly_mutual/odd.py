from . import even


def is_odd(n):
    return False if n == 0 else even.is_even(n - 1)


def walk_odd(xs, out):
    if len(xs) == 0:
        return out
    out.append(("odd", xs[0]))
    return even.walk_even(xs[1:], out)
