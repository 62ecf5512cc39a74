# test: lang
# global and nonlocal through several levels.

x = "global"


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = x + "+inner"
            return x
        r = inner()
        return r + "/" + x

    def other():
        global x
        x = "changed"

        def deep():
            return x
        return deep()

    print(middle(), x)
    print(other(), x)
    return x


print(outer(), x)


def shadow():
    x = 1

    def a():
        x = 2

        def b():
            nonlocal x
            x += 10
            return x
        return b() + x
    return a(), x


print(shadow())


def decl():
    global fresh
    fresh = 5
    fresh += 1


decl()
print(fresh)


def param(n):
    def step():
        nonlocal n
        n -= 1
        return n
    while step() > 0:
        pass
    return n


print(param(4))


def loopvar():
    def f():
        nonlocal i
        i += 100
    out = []
    for i in range(3):
        f()
        out.append(i)
    return out


print(loopvar())


class K:
    def m(self):
        global counter
        counter += 1
        return counter


counter = 0
K().m()
print(K().m())
