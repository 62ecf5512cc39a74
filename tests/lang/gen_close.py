# test: lang
# close: GeneratorExit at the yield, finally parts run.


def resource(name):
    print("open", name)
    try:
        yield 1
        yield 2
    finally:
        print("close", name)


g = resource("a")
print(next(g))
g.close()
g.close()
print(next(g, -1))
h = resource("b")
h.close()
print(list(h))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("no")
    yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
print(list(s))


def polite():
    try:
        yield 1
    except GeneratorExit:
        print("leaving")
        raise


p = polite()
next(p)
p.close()


def failing():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


f = failing()
next(f)
try:
    f.close()
except ValueError as e:
    print(e)
