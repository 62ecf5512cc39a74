# test: lang
# Class methods, static methods and __str__ of an enum.
import enum


class Shape(enum.Enum):
    SQUARE = "sq"
    CIRCLE = "ci"
    def __str__(self):
        return "Shape:" + self.value
    @classmethod
    def default(cls):
        return cls.SQUARE
    @staticmethod
    def parse(text):
        for s in Shape:
            if s.value == text:
                return s
        return None
print(Shape.SQUARE, repr(Shape.CIRCLE), Shape.default(), Shape.parse("ci"), Shape.parse("zz"))
