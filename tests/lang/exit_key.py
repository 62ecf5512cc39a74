# test: lang
# standalone:
# KeyError's message is the repr of the key; nested functions and lambdas have their names.


def outer(table):
    def inner(key):
        return table[key] * 2

    return [inner(k) for k in ["a", "b's"]]


apply = lambda f, x: f(x)
print(apply(outer, {"a": 1, "b's": 2}))
print(apply(outer, {"a": 1}))
