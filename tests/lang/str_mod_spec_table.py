# test: lang
# % formatting: flags, widths, precisions given by values, all conversions, errors.
print("%d|%5d|%-5d|%05d|%+d|% d|%i|%u" % (42, 42, 42, 42, 42, 42, 42, 42))
print("%x|%X|%#x|%#X|%o|%#o|%08x|%-8x|" % (255, 255, 255, 255, 8, 8, 255, 255))
print("%f|%.2f|%10.3f|%-10.1f|%+.0f|%e|%.3E|%g|%G|%#g|%.0f|%#.0f" % (3.14159, 3.14159, 3.14159, 3.14159, 2.5, 12345.678, 0.00012, 1e10, 1e-10, 1.0, 0.5, 3.0))
print("%s|%10s|%-10s|%.2s|%10.3s|%r|%.3r|%a" % ("text", "text", "text", "text", "text", "text", "text", "é"))
print("%c%c|%5c|%-3c|" % ("x", 65, "y", 0x263A))
print("%*d|%-*d|%.*f|%*.*f|" % (6, 42, 6, 42, 2, 3.14159, 8, 3, 2.71828))
print("%%|%d%%" % 50)
print("%(name)s is %(age)s, %(name)r" % {"name": "Ann", "age": "7"})
print("%s" % [1, 2], "%s %s" % ("a", (1, 2)), "%s" % None, "%s" % True, "%d" % True, "%s" % 1.0, "%d" % 3.99, "%s" % {"k": 1}, "%r" % (b"x",))
print("%5.1f%%" % 99.55, "%03d:%02d" % divmod(125, 60), "%s" * 3 % (1, 2, 3), "%-20s|" % "left", "%20s|" % "right")
print("%+05d|%-05d|% 05d|%+ d|%#5x|%#06x" % (7, 7, 7, 7, 10, 10))
print("%.10g|%.3g|%g|%g|%g|%g" % (1 / 3, 1234567, 100000, 1000000, 0.0001, 0.00001), "%f %e %g" % (float("inf"), float("nan"), float("-inf")))
for f in (
    lambda: "%d" % "x",
    lambda: "%s %s" % ("only",),
    lambda: "%s" % (1, 2),
    lambda: "plain" % 1,
    lambda: "%z" % 1,
    lambda: "%c" % "ab",
    lambda: "%x" % 1.5,
    lambda: "%" % (),
    lambda: "%(k)s" % {"j": 1},
):
    try:
        print(f())
    except (TypeError, ValueError, KeyError) as e:
        print(type(e).__name__, e)
