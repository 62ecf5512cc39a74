# test: lang
# Several statements on a line, pass, ellipsis, docstrings, nested blocks, del, comments.
"""A string that is no docstring."""

x = 1; y = 2
if x: pass
else: print("never")


def documented():
    """Its docstring."""
    ...


class Empty: pass


def nothing(): return


print(documented(), nothing(), documented() is None)
if x:
    if y:
        if x + y == 3:
            for _ in range(1):
                while True:
                    print("deep"); break
# a comment at the end of nothing
total = (1 +
         2 +  # inside
         3)
text = "a" \
    "b"
print(total, text)
data = {
    "k": [
        1,
        2,
    ],
}
print(data, [
    x
    for x in range(3)
    if x
], x)
del data["k"][0], text
print(data)
def one(): return 1
print(one()); print(one() + 1)
if True:
	print("tab")
assert x == 1
