# test: lang
# assert with messages of every kind.

def check(n):
    assert n > 0, "positive: " + str(n)
    assert n < 10
    assert n != 5, ("five", n)
    assert [n], "always true"
    return n


for n in (1, -1, 50, 5):
    try:
        print(check(n))
    except AssertionError as e:
        print(repr(e), str(e))
try:
    assert [], [1, 2]
except AssertionError as e:
    print(e)
try:
    assert None, None
except AssertionError as e:
    print(e, repr(e))
calls = []


def note(x):
    calls.append(x)
    return x


assert note(True), note(False)
print(calls)
