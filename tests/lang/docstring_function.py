# test: lang
# __doc__ of functions, methods and what functools.wraps has renamed.
from functools import wraps


def plain():
    """Does nothing.

    And says so.
    """


def silent(x):
    return x


def empty():
    ""


def not_first():
    x = 1
    "no docstring"
    return x


def formatted():
    f"{1} is no docstring"


def logged(f):
    @wraps(f)
    def wrapper(*args):
        """Hidden by the other."""
        return f(*args)

    return wrapper


def unwrapped(f):
    def wrapper(*args):
        """Shown."""
        return f(*args)

    return wrapper


@logged
def add(a, b):
    "a + b"
    return a + b


@logged
def sub(a, b):
    return a - b


@unwrapped
def mul(a, b):
    "a * b"
    return a * b


class Shape:
    """A shape."""

    def area(self):
        "its area: " "é\t☃"
        return 0

    @staticmethod
    def make():
        "makes one"
        return Shape()

    @classmethod
    def default(cls):
        return cls()

    @property
    def name(self):
        "its name"
        return "shape"


class Square(Shape):
    def area(self):
        return 1


print(repr(plain.__doc__), silent.__doc__, repr(empty.__doc__), not_first.__doc__, formatted.__doc__)
print((lambda: 1).__doc__, add.__doc__, add.__name__, sub.__doc__, mul.__doc__)
print(add(1, 2), sub(3, 1), mul(2, 4))
print(Shape.__doc__, Shape.area.__doc__, Shape.make.__doc__, Shape.default().name)
print(Square.area.__doc__, Square.make.__doc__)
for f in [plain, not_first, formatted]:
    doc = f.__doc__
    print(f.__name__, doc.split()[0] if doc else "-")
commands = {"add": add, "sub": sub}
for name, command in commands.items():
    print(name, command.__doc__ or "no help", command(5, 3))
print(len(plain.__doc__), plain.__doc__.upper().strip())
try:
    print(silent.__doc__.strip())
except AttributeError as e:
    print(e)


def main():
    """usage: main"""

    def inner():
        """inner"""

    print(main.__doc__, inner.__doc__)


main()
