# test: lang
# The exception being handled belongs to who runs.


def handling():
    try:
        1 // 0
    except ZeroDivisionError:
        yield "in handler"
        try:
            raise
        except ZeroDivisionError as e:
            yield "mine: " + str(e)
        yield "still"
    yield "after"
    try:
        raise
    except KeyError as e:
        yield "caller's: " + str(e)
    except RuntimeError as e:
        yield "nobody's: " + str(e)


try:
    {}["a"]
except KeyError:
    for s in handling():
        print(s)
        try:
            raise
        except KeyError as e:
            print("outer", e)
g = handling()
for i in range(4):
    print(next(g))
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise KeyError("late")
except KeyError:
    print(next(g))
try:
    raise
except RuntimeError as e:
    print(e)
