# test: lang
# assert, with and without messages.


def check(x, text):
    assert x > 0, text
    return x


for value in (1, 0):
    try:
        print(check(value, f"bad {value}"))
    except AssertionError as e:
        print("AssertionError:", e, repr(e))
try:
    assert False
except AssertionError as e:
    print("plain", repr(e), e.args, str(e) == "")
try:
    assert [], ("a", 1)
except AssertionError as e:
    print(e, e.args)
assert True, 1 // 0
assert (1 < 2), "never"
print("done")
