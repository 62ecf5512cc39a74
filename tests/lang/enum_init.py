# test: lang
# Members with an __init__ and properties of their own.
from enum import Enum


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH, Planet.EARTH.mass, Planet.EARTH.gravity, Planet.EARTH.value)
for q in Planet:
    print(q.name, q.radius)
