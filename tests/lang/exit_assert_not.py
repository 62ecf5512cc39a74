# test: lang
# standalone:
# The place of a failed assertion is its last comparison, if it has one.


def attempt(x, y):
    try:
        assert not x, "message"
    except AssertionError:
        assert x and not (y > 1 or x == 3) or y, "chained"


def check(x):
    assert x == 1 and x


attempt(1, 0)
try:
    check(2)
except AssertionError:
    attempt(3, 0)
