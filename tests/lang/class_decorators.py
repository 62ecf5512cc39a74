# test: lang
# Class decorators that are functions: registries, marks, arguments.
registry = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


def tagged(tag):
    def mark(cls):
        cls.tag = tag
        return cls

    return mark


class Shape:
    tag = "none"

    def area(self):
        return 0


@register
class Square(Shape):
    def area(self):
        return 4


@register
@tagged("round")
class Circle(Shape):
    def area(self):
        return 3


for name in registry:
    print(name, registry[name]().area(), registry[name].tag)
print(Shape.tag, Circle().tag, Square().tag)
