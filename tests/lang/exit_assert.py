# test: lang
# standalone:
# A failed assertion.


def check(xs):
    assert len(xs) > 1, f"only {len(xs)}"
    assert xs[0] < xs[1]
    return True


print(check([1, 2]))
print(check([2, 1]))
