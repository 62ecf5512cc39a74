# test: lang
# Tests inside try bodies narrow.
class A:
    def __init__(self): self.x = 1
    def a(self): return self.x
class B(A):
    def b(self): return 10
class Node:
    def __init__(self, v, nxt=None):
        self.v = v
        self.nxt = nxt
def f(o, n, u):
    try:
        if n:
            print(n.v)
        if isinstance(o, B):
            print(o.b())
        else:
            print(o.a())
        while n and n.nxt:
            n = n.nxt
        if n is not None:
            print(n.v + 1)
        if not isinstance(u, str) and u is not None and u:
            print(u + 1)
        x = n.v if n else -1
        print(x, o.b() if isinstance(o, B) else 0)
        if not n:
            raise ValueError("none")
        print(n.v)
        if u:
            return u + 1
    except ValueError as e:
        print("error", e)
    finally:
        print("fin")
    return 0
print(f(A(), None, 3))
print(f(B(), Node(1, Node(2)), None))
def g(n, k):
    try:
        if n:
            return n.upper()
        if not k:
            return "k " + repr(k)
        if k is not None:
            return "%d" % (k + 1)
        return "end"
    except KeyError:
        return "key"
    finally:
        print("fin")
print(g(None, 3), g("a", None), g(None, None), g("", 0))


def total(xs):
    result = 0
    for x in xs:
        try:
            if x is None or not isinstance(x, int):
                continue
            result += [10, 20, 30][x]
        except IndexError:
            result += 1000
    return result


print(total([0, None, 2, 5, True]))
