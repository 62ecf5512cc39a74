# test: lang
# __name__ of functions, methods and classes that a variable may be.


def one():
    return 1


def two():
    return 2


class A:
    def m(self):
        return 3

    @classmethod
    def c(cls):
        return 4

    @staticmethod
    def s():
        return 5


table = {}
for f in (one, two):
    table[f.__name__] = f
print(sorted(table), table["one"](), table["two"]())
for f in [one, A().m, A.c, A.s, two]:
    print(f.__name__, f(), end=" ")
print()
for k in [A, int, str]:
    print(k.__name__, end=" ")
print(one.__name__, A.__name__, A.m.__name__, A().m.__name__)
