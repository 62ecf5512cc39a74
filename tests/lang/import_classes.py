# test: lang
# Classes of one module are bases of another's; functions as values cross modules.

from import_classes_base import Base, apply, make, registry


class Derived(Base):
    def value(self):
        return super().value() * 10


class Other(Base):
    tag = "other"


print(make(Derived, 4).value(), make(Base, 4).value(), make(Other, 1).show(), make(Derived, 2).show())
print([r.value() for r in registry], [type(r).__name__ for r in registry])
print(apply(lambda x: x + 1, 5), apply(str, 5) + "!", apply(Derived(7).add, 3), apply(len, "four"))
print(isinstance(registry[0], Base), isinstance(registry[1], Derived), Derived.__name__, Base.made, Derived.made)
