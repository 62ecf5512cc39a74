# test: lang
# raise of classes and instances, bare raise, re-raise in functions, assert messages, exceptions with attributes.


class Simple(Exception):
    pass


class WithInit(Exception):
    def __init__(self, code, text="default"):
        super().__init__(code, text)
        self.code = code
        self.text = text


class Child(WithInit):
    def __init__(self):
        super().__init__(7)


for make in (lambda: Simple(), lambda: Simple("one"), lambda: Simple("one", "two")):
    try:
        raise make()
    except Simple as e:
        print(f"{e!s}|{e!r}|{len(e.args)}")
try:
    raise Simple
except Simple as e:
    print(repr(e), str(e) == "")
for make in (lambda: WithInit(1), lambda: WithInit(2, "t"), lambda: Child()):
    try:
        raise make()
    except WithInit as e:
        print(e, repr(e), e.code, e.text, type(e).__name__, isinstance(e, Child))

def reraise():
    try:
        raise Simple("again")
    except Simple:
        print("seen", end=" ")
        raise


try:
    reraise()
except Simple as e:
    print("outside", e)
try:
    raise
except RuntimeError as e:
    print(e)
for value in (0, 1):
    try:
        assert value, f"value is {value}"
        print("fine")
    except AssertionError as e:
        print("assert", e)
try:
    assert False
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert (1, 2) == (1, 3), ("tuple", 5)
except AssertionError as e:
    print(e)
order = []
for exc in (KeyError, IndexError, ZeroDivisionError, OSError):
    try:
        raise exc("x")
    except LookupError as e:
        order.append("lookup " + type(e).__name__)
    except (ArithmeticError, OSError) as e:
        order.append("other " + type(e).__name__)
print(order)
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(bool, int))
