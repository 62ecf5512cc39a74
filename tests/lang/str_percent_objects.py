# test: lang
# % and format() of objects, in all the ways of showing them.
class P:
    def __init__(self, x): self.x = x
    def __str__(self): return "P%d" % self.x
print("%s|%s|%r|%s" % (P(2), [1, 2], (1, 'a'), None))
print("%s" % P(3))
print("%(a)s %(b)r %(a)d" % {"a": 1, "b": 2})
print("{} {!r} {:>5} {}".format(P(1), [1], "x", (1,)))
print("%s %r %d %5s|%-5s|" % (True, None, True, P(1), "é"))
print("%s" % [1,2], "%s" % ((1,2),))
t = (1, "a")
print(isinstance(t, tuple), tuple(t), isinstance(3, tuple))
print("%.2f %s" % (3.14159, t))
print("%s" % 5, tuple())
