# test: lang
# throw and close go through yield from.


def inner():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("inner", e)
        yield 10
    finally:
        print("inner finally")


def outer():
    try:
        yield from inner()
        yield 3
    finally:
        print("outer finally")


g = outer()
print(next(g), g.throw(ValueError("v")), next(g))
print(list(g))
h = outer()
print(next(h))
h.close()
print(list(h))


def over_list():
    try:
        yield from [1, 2, 3]
    except ValueError as e:
        yield str(e) == "w"


k = over_list()
print(next(k), k.throw(ValueError("w")))
