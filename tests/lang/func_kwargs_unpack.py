# test: lang
# ** at the call.


def f(a, b=2, c=3):
    return (a, b, c)


print(f(**{"a": 1}), f(1, **{"c": 5}), f(**{"a": 1, "b": 4}, c=9))
print(dict(a=1, b=2), dict(**{"x": 1}), {**{"p": 1}, "q": 2, **{"p": 3}})
d1 = {"a": 1}
d2 = {"b": 2}
print({**d1, **d2}, dict(d1, c=3), dict([("k", 1)], z=2))
