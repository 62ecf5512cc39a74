# test: lang
# One name in several except clauses of a module holds each clause's own class.
class A(Exception):
    def a(self): return "A"
class B(Exception):
    def b(self): return "B"
for i in range(5):
    try:
        if i == 0: raise A("x")
        if i == 1: raise B("y")
        if i == 2: raise KeyError("k")
        print([1][i])
    except A as e:
        print(e.a(), [e.a() for _ in range(2)])
    except B as e:
        def show():
            return e.b()
        print(e.b())
        try:
            raise A("in")
        except A as e:
            print(e.a())
        try:
            print(e)
        except NameError as n:
            print("NameError", n)
    except KeyError as e:
        print(repr(e))
        e = None
        print(e)
    except IndexError as e:
        print(e)
        del e
        print("gone")
