# test: lang
# Data classes as they are usually written: defaults, methods, ordering, nesting, replacing.
from dataclasses import dataclass, field, replace


@dataclass
class Address:
    street: str
    city: str = "Springfield"


@dataclass
class Person:
    name: str
    age: int = 0
    address: Address = None
    tags: list = field(default_factory=list)
    secret: str = field(default="x", repr=False, compare=False)

    def birthday(self):
        self.age += 1
        return self

    @property
    def adult(self):
        return self.age >= 18


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return f"v{self.major}.{self.minor}"


p = Person("Ann", 17, Address("Main St"))
q = Person("Ann", 17, Address("Main St"), secret="y")
print(p, p == q, p.adult, p.birthday().adult, p != q)
p.tags.append("new")
print(q.tags, replace(p, name="Bob"), p.address.city)
vs = [Version(1, 2), Version(1), Version(0, 9)]
print(sorted(vs), max(vs), str(vs[0]), Version(1) == Version(1, 0), len({Version(1), Version(1)}), Version(2) > Version(1, 99))
try:
    vs[0].major = 5
except AttributeError as e:
    print(type(e).__name__, e)


@dataclass
class Base:
    x: int
    y: int = 1


@dataclass
class Derived(Base):
    z: int = 2
    total: int = field(init=False)

    def __post_init__(self):
        self.total = self.x + self.y + self.z


print(Derived(5), Derived(1, z=10).total, Derived(1) == Base(1), isinstance(Derived(0), Base))
