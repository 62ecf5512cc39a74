# test: diag
def f(a, b=2):
    return a + b


def passes(**options):
    options["b"] = 3
    return f(**options)  #! U0303 12: not supported: **keywords in a call, because their names are not known; write them: f(a=d["a"])


table = {"a": 1}
print(f(**{"a": 1}), passes(a=1))
print(f(**table))  #! U0303 7: not supported: **keywords in a call, because their names are not known; write them: f(a=d["a"])
