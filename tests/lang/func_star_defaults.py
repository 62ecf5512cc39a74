# test: lang
# f(*items) of a number of items that is known at run time only, where parameters have defaults.


def go(where=None, how="slowly"):
    return f"go {where} {how}"


def need(a, b, c="c", *rest):
    return (a, b, c, rest)


def area(width, height=None):
    return width * (width if height is None else height)


class Shape:
    def __init__(self, name, x=0, y=-1):
        self.name, self.x, self.y = name, x, y

    def __repr__(self):
        return f"{self.name}({self.x}, {self.y})"

    def move(self, dx, dy=0):
        self.x += dx
        self.y += dy
        return self


def attempt(f, *args):
    try:
        print(f(*args))
    except TypeError as e:
        print("TypeError:", e)


for line in ["look", "go", "go north", "go north fast", "go a b c"]:
    verb, *args = line.split()
    try:
        print(go(*args))
    except TypeError as e:
        print("TypeError:", e)
for n in range(6):
    try:
        print(need(*"abcdef"[:n]), end=" ")
        print(need("z", *"abcdef"[:n]))
    except TypeError as e:
        print("TypeError:", e)
for sizes in [[3], [3, 4], [1, 2, 3], []]:
    try:
        print(area(*sizes))
    except TypeError as e:
        print("TypeError:", e)
numbers = [5, 6]
print(Shape("p", *numbers), Shape("q", *numbers[1:]), Shape("r", *[]), Shape("s", *numbers).move(*numbers[:1]))
try:
    Shape("t", *numbers, *numbers)
except TypeError as e:
    print("TypeError:", e)
commands = {"go": go, "need": lambda *a: "-".join(a), "area": lambda w, h="0": w + h}
for line in ["go", "go up", "need a b c", "area 2", "area 2 3", "area"]:
    verb, *args = line.split()
    try:
        print(commands[verb](*args))
    except TypeError as e:
        print("TypeError:", e)
