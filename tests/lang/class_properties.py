# test: lang
# Properties, static and class methods.


class Temp:
    made = 0

    def __init__(self, c):
        self._c = c
        Temp.made += 1

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, value):
        self._c = (value - 32) * 5 / 9

    @staticmethod
    def parse(text):
        return Temp(float(text[:-1]))

    @classmethod
    def zero(cls):
        return cls(0)

    @classmethod
    def count(cls):
        return f"{cls.__name__}: {cls.made}"

    def name(self):
        return "temp"


class Hot(Temp):
    @property
    def f(self):
        return 1000

    def name(self):
        return "hot " + super().name()


t = Temp(100)
print(t.f)
t.f = 50
print(t._c, t.f, Temp.parse("37.5C")._c, t.parse("1C").f, Temp.zero().f, Temp.count(), Hot.count())
h = Hot.zero()
print(h.f, h._c, type(h).__name__, h.name(), Hot.parse("2F").name(), t.count())


class Doubled:
    def __init__(self):
        self._v = 1

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, value):
        self._v = value * 2


class Loud(Doubled):
    @property
    def v(self):
        return 7

    @v.setter
    def v(self, value):
        print("set", value)


for d in [Doubled(), Loud()]:
    d.v = 4
    d.v += 1
    print(d.v)
