# test: lang
# type(x) is C, names, isinstance with tuples, issubclass, getattr/setattr/hasattr with constant names.


class A:
    kind = "a"

    def __init__(self):
        self.x = 1


class B(A):
    pass


a, b = A(), B()
print(type(a) is A, type(b) is A, type(b) is B, type(a) == A, type(b).__name__, b.__class__.__name__, type(3) is int)
print(isinstance(b, A), isinstance(a, B), isinstance(3, (int, str)), isinstance("s", (int, float)), isinstance(True, int))
print(issubclass(B, A), issubclass(A, B), issubclass(B, (int, A)), issubclass(bool, int), isinstance(None, type(None)))
print(getattr(a, "x"), getattr(a, "nope", "default"), hasattr(a, "x"), hasattr(a, "zzz"), getattr(b, "kind"))
setattr(a, "x", 5)
setattr(a, "y", 6)
print(a.x, a.y, hasattr(b, "y"), hasattr(a, "y"))
print(type(1).__name__, type("").__name__, type([]).__name__, type(1.0).__name__, type(None).__name__, type({}).__name__)
print(type((1,)).__name__, type(set()).__name__, type(len).__name__ if False else "", type(True).__name__, type(A).__name__)
print(str(A) if False else "", A.__name__, B.__name__, type(a).__qualname__, A.__module__)
delattr(a, "y")
print(hasattr(a, "y"))
print(int is int, type(a) in (A, B), {A: 1, B: 2}[type(b)], [c.__name__ for c in (A, B)])
print(a is a, a is not b, a == a, a == b, a != b, a in [a], b in [a], [a].index(a), None is None)
print(callable(A), callable(a), callable(a.__init__), id(a) == id(a), hash(a) == hash(a))
print(isinstance([], list), isinstance({}, dict), isinstance((), tuple), isinstance(1.5, (int, float)), isinstance(a, object))
