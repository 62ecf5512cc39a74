# test: lang
# What CPython refuses at run time is raised where a handler stands around it.


class Point:
    def __init__(self, x, y=0):
        self.x = x
        self.y = y


def add(a, b):
    return a + b


def greet(name, *, greeting="Hello"):
    return f"{greeting}, {name}"


def need(a, b, c, *, k):
    return a


point = Point(1)
try:
    print("age: " + 42)
except TypeError as e:
    print(e)
try:
    print(42 + "x")
except TypeError as e:
    print(e)
try:
    [1] + (2,)
except TypeError as e:
    print(e)
try:
    "a" * "b"
except TypeError as e:
    print(e)
try:
    point + 1
except TypeError as e:
    print(e)
try:
    print("a" < 1)
except TypeError as e:
    print(e)
try:
    print(len(5))
except TypeError as e:
    print(e)
try:
    for i in 5:
        print(i)
except TypeError as e:
    print(e)
try:
    print(-"a", abs("x"))
except TypeError as e:
    print(e)
try:
    print("abc"["x"])
except TypeError as e:
    print(e)
try:
    print([1, 2]["a"])
except TypeError as e:
    print(e)
try:
    "abc"[0] = "x"
except TypeError as e:
    print(e)
try:
    (1, 2)[0] = 3
except TypeError as e:
    print(e)
try:
    print(point[0])
except TypeError as e:
    print(e)
try:
    print("x" in 5)
except TypeError as e:
    print(e)
try:
    a, b = 5
except TypeError as e:
    print(e)
try:
    a, b = (1, 2, 3)
except ValueError as e:
    print(e)
try:
    5()
except TypeError as e:
    print(e)
try:
    print(hash([1]))
except TypeError as e:
    print(e)
try:
    print(point.z)
except AttributeError as e:
    print(e)
try:
    (5).append(1)
except AttributeError as e:
    print(e)
try:
    "abc".push("d")
except AttributeError as e:
    print(e)
try:
    print(undefined_name)
except NameError as e:
    print(e)
for attempt in range(2):
    try:
        print(add(1))
    except TypeError as e:
        print(attempt, e)
try:
    print(add(1, 2, 3))
except TypeError as e:
    print(e)
try:
    print(add(1, c=2), greet("x"))
except TypeError as e:
    print(e)
try:
    print(greet("Bob", "Hi"))
except TypeError as e:
    print(e)
try:
    print(need(1))
except TypeError as e:
    print(e)
try:
    print(need(1, 2, 3))
except TypeError as e:
    print(e)
try:
    print(Point())
except TypeError as e:
    print(e)
try:
    print(Point(1, 2, 3))
except TypeError as e:
    print(e)


def safe(text):
    try:
        return "total: " + text + 1
    except TypeError:
        return "no text"
    finally:
        print("tried", text)


print(safe("x"), add(1, 2), greet("Ann", greeting="Hi"), need(1, 2, 3, k=4), Point(1, 2).y)
try:
    try:
        None + 1
    except ValueError:
        print("not this one")
except TypeError as e:
    print("outer:", e)
