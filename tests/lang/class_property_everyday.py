# test: lang
# Properties with setters and validation, read-only ones, on subclasses, computed from others.
class Temperature:
    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._celsius = value

    @property
    def fahrenheit(self):
        """In degrees Fahrenheit."""
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return self.celsius + 273.15


class Clamped(Temperature):
    @property
    def kelvin(self):
        return max(0.0, round(super().kelvin, 1))


t = Temperature(25)
print(t.celsius, t.fahrenheit, t.kelvin)
t.fahrenheit = 212
print(t.celsius, t.kelvin)
t.celsius += 1.5
print(t.celsius)
for value in (-300, -274):
    try:
        t.celsius = value
    except ValueError as e:
        print(e, t.celsius)
try:
    Temperature(-500)
except ValueError as e:
    print(e)
c = Clamped(10)
c.fahrenheit = 14
print(c.celsius, c.kelvin, isinstance(c, Temperature))


class Lazy:
    def __init__(self, n):
        self.n = n
        self._total = None
        self.computed = 0

    @property
    def total(self):
        if self._total is None:
            self.computed += 1
            self._total = sum(range(self.n))
        return self._total


z = Lazy(10)
print(z.total, z.total, z.computed)
