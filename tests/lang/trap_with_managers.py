# test: lang
# Several managers: entered left to right, left right to left; __exit__ swallows; exceptions in __enter__.
class M:
    def __init__(self, name, swallow=False, fail=False):
        self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self):
        print("enter", self.name)
        if self.fail:
            raise OSError(self.name)
        return self.name
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind is None, value)
        return self.swallow
with M("a") as a, M("b") as b:
    print(a, b)
with M("c", swallow=True), M("d"):
    raise ValueError("inside")
try:
    with M("e"), M("f", fail=True), M("g"):
        print("never")
except OSError as e:
    print("caught", e)
def f():
    for i in range(3):
        with M(str(i)):
            if i == 1:
                return i
print(f())
