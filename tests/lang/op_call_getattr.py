# test: lang
# __call__, __getattr__ as the fallback, __contains__, __missing__, __reversed__.


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *, times=1):
        return self.n * times + x


a = Adder(5)
print(a(1), a(1, times=2), [Adder(1)(i) for i in range(3)], callable(a), callable(3))
print(list(map(a, [1, 2])), sorted([3, 1, 2], key=Adder(0)))


class Proxy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        return "missing " + name


p = Proxy()
print(p.real, p.foo, p.bar)


class Rev:
    def __reversed__(self):
        return iter([3, 2, 1])

    def __length_hint__(self):
        return 3

    def __iter__(self):
        return iter([1, 2, 3])


print(list(reversed(Rev())), list(Rev()))


class Lazy:
    def __init__(self, n):
        if n > 1:
            self.value = n

    def __getattr__(self, name):
        if name == "nope":
            raise AttributeError("no " + name)
        return len(name)


class Sub(Lazy):
    other = 9


print(Lazy(1).value, Lazy(5).value, Lazy(1).abc, Sub(3).other, Sub(0).value, [x.value for x in (Lazy(7), Sub(0))])
try:
    Lazy(1).nope
except AttributeError as e:
    print(e)
