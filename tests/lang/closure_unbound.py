# test: lang
# A captured variable read before it is bound, or after del.


def early():
    def f():
        return x

    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    x = 4
    return f()


print(early())


def own():
    def f():
        return y

    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
    y = [1]
    return f()


print(own())


def deleted():
    z = "text"

    def f():
        return z

    first = f()
    del z
    try:
        f()
    except NameError as e:
        print(e)
    z = "again"
    return first + f()


print(deleted())
