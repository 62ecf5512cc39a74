# test: lang
# finally with return, break, continue and exceptions: which one wins, in which order it runs.


def f(how):
    try:
        if how == "return":
            return "try"
        if how == "raise":
            raise ValueError("try")
        print("fell through", end=" ")
    except ValueError as e:
        print("except", e, end=" ")
        return "except"
    else:
        print("else", end=" ")
        return "else"
    finally:
        print("finally", end=" ")


for how in ("return", "raise", "none"):
    print(f(how))


def override(how):
    for i in range(3):
        try:
            if how == "return":
                return "try"
            if how == "raise":
                raise KeyError(i)
            if how == "nested":
                try:
                    return "inner"
                finally:
                    raise IndexError("replaces the return")
        except IndexError as e:
            print("caught", e, end=" ")
            continue
        finally:
            print("f", i, end=" ")
            if how == "return":
                return "finally"
            if how == "raise":
                break
    return "after"


for how in ("return", "raise", "nested"):
    print(override(how))


def nested():
    log = [""]
    try:
        try:
            try:
                log.append(str(1 // 0))
            finally:
                log.append("a")
        except ZeroDivisionError:
            log.append("b")
            raise TypeError("from handler")
        finally:
            log.append("c")
    except TypeError as e:
        log.append(str(e))
        log.append(type(e.__context__).__name__)
    finally:
        log.append("d")
    return log[1:]


def unbound():
    try:
        raise ValueError(1)
    except ValueError as e:
        saved = e
    try:
        print(e)
    except UnboundLocalError as error:
        print(error)
    return saved.args


def loop():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    else:
        out.append(99)
    return out


def value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(unbound(), loop(), value())
print(nested())
