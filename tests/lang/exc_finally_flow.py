# test: lang
# finally with return, break and continue; else; nested.


def a():
    try:
        return 1
    finally:
        return 2


def b():
    for i in range(5):
        try:
            if i == 3:
                return i
            continue
        finally:
            print("f", i, end=" ")
    return -1


def c():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 1:
                break
        else:
            print("else")
        finally:
            print("fin", i, end=" ")
    else:
        return "no break"
    return "broke"


def d():
    while True:
        try:
            1 // 0
        finally:
            break
    return "swallowed"


def e():
    try:
        try:
            raise KeyError("x")
        finally:
            print("inner", end=" ")
    except KeyError as err:
        return "got " + str(err)
    else:
        return "else"
    finally:
        print("outer", end=" ")


def f(n):
    try:
        x = 10 // n
    except ZeroDivisionError:
        return "zero"
    else:
        return "ok " + str(x)
    finally:
        print("done", end=" ")


def g():
    out = []
    for i in range(4):
        try:
            if i == 2:
                continue
            out.append(i)
        finally:
            out.append(-i)
    return out


def h():
    x = 1
    try:
        return x
    finally:
        x = 2


def k():
    for i in range(3):
        try:
            try:
                if i == 1:
                    raise IndexError
            finally:
                if i == 1:
                    continue
        except IndexError:
            print("never")
        print("i", i, end=" ")
    return "end"


print(a(), b(), c())
print(d(), e(), g(), h(), k())
print(f(0), f(3))
