# test: lang
# The % operator.

print("%d %i %5d|%-5d|%05d|%+d" % (1, 2, 3, 4, 5, 6), "%x %X %o %#x %#o" % (255, 255, 8, 255, 8))
print("%s %r %s %s" % ("a", "b", 1.5, [1, 2]), "%s" % 5, "%s" % (5,), "%s %s" % (None, True), "100%%" % ())
print("%.3f %10.2f %-10.1f| %e %g" % (1.5, 2.25, 3.125, 12345.678, 0.0001))
print("%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159), "%c%c" % ("a", 98), "% d % d" % (5, -5))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2})


class Shown:
    def __repr__(self):
        return "R!"


print("%s %r %s %s" % (Shown(), [Shown()], (1, 2), {1: 2}), "{} {!r} {:>5}|{}".format(Shown(), [Shown()], "x", True))
try:
    template = "{:>5}"
    print(template.format([1]))
except TypeError as e:
    print(e)
