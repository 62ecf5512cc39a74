# test: lang
# Properties with setters and deleters, inherited and overridden; property() as a call.


class Temp:
    def __init__(self, c):
        self._c = c
        self.log = []

    @property
    def celsius(self):
        """The value."""
        self.log.append("get")
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273:
            raise ValueError("too cold: " + str(v))
        self.log.append("set")
        self._c = v

    @celsius.deleter
    def celsius(self):
        self.log.append("del")
        self._c = 0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = Temp(10)
t.celsius += 5
print(t.celsius, t.fahrenheit)
del t.celsius
print(t.celsius, t.log)
try:
    t.celsius = -300
except ValueError as e:
    print(e)


class Sub(Temp):
    @property
    def fahrenheit(self):
        return super().fahrenheit + 1000


s = Sub(1)
print(s.fahrenheit)


class P:
    def __init__(self):
        self._x = 1

    def get_x(self):
        return self._x

    def set_x(self, v):
        self._x = v * 2

    x = property(get_x, set_x)


p = P()
p.x = 21
print(p.x)
