# test: lang
# finally with return, break and continue.


def both():
    try:
        return "try"
    finally:
        return "finally"


def swallowed():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def after():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


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
    return out


def finally_continue():
    out = []
    for i in range(4):
        try:
            if i % 2:
                raise KeyError(i)
            out.append(i)
        finally:
            if i == 3:
                break
            continue
    return out


def nested():
    for i in range(3):
        try:
            try:
                return i
            finally:
                print("inner", i)
                if i == 0:
                    continue
        finally:
            print("outer", i)
    return -1


def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n < 3:
                continue
            return n
        finally:
            n += 10


print(both(), swallowed(), after(), loop(), finally_continue(), nested(), while_finally())
