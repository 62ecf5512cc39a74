# test: lang
# yield in expressions, arguments, conditions, f-strings, lambdas.


def talk():
    x = (yield "a") or "nothing"
    print(f"got {x} and {(yield 'b')}")
    print([(yield "c"), (yield "d")])
    while (yield "again?"):
        print("again")
    if not (yield "sure?"):
        print("no")
    y = yield
    return y


g = talk()
print(next(g))
for s in ["x", "y", "z", "w", "yes", None, None]:
    print(g.send(s))
f = lambda n: (yield n)
print(list(f(3)))
