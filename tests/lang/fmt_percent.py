# test: lang
# The % operator.

print("%s %r %a|%5s|%-5s|%.2s|%5.1s|%%|%c%c" % ("a", "é", "é", "ab", "ab", "abc", "abc", "x", 233))
for x in (0, 42, -42, 123456789):
    print("%d %i %u %5d|%-8d|%05d %+d % d %x %X %o %#x %#X %#o %.3d %8.5d|%-+8.3d|%+x %#010x %08.3d" % (x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x))
for x in (0.0, 1.5, -2.25, 1e20, 1e-7, float("inf"), -float("nan")):
    print("%f %.1f %10.2f|%-10.3f|%010.2f %+.1f % f %e %.2E %g %G %#.3g %.0f %#.0f %5.0e" % (x, x, x, x, x, x, x, x, x, x, x, x, x, x, x))
print("%(a)s %(b)5s %(a)r" % {"a": "x", "b": "y"})
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 1, 2.5), "%s" % [1, 2], "%s" % (1,), "%s %s" % (None, True), "%d" % True, "%d" % 3.99, "%x" % 255 , "%i" % -3.5)
print("%%|%%" % (), "no args" % (), "%s" % "é😀", "%ld %hd %Ld" % (1, 2, 3), "%.0s|" % "abc", "%5c|%-5c|" % ("a", 98))
for bad in range(14):
    try:
        if bad == 0:
            print("%d" % "x")
        elif bad == 1:
            print("%s %s" % (1,))
        elif bad == 2:
            print("%s" % (1, 2))
        elif bad == 3:
            print("%q" % 1)
        elif bad == 4:
            print("%" % ())
        elif bad == 5:
            print("%c" % "ab")
        elif bad == 6:
            print("%c" % -1)
        elif bad == 7:
            print("%x" % 1.5)
        elif bad == 8:
            print("%f" % "1")
        elif bad == 9:
            print("%(a)s" % {"b": 1})
        elif bad == 10:
            print("%(a)s" % 1)
        elif bad == 11:
            print("%5%" % 1)
        elif bad == 12:
            print("%-%" % ())
        else:
            print("plain" % 1)
    except (TypeError, ValueError, OverflowError, KeyError) as e:
        print(bad, type(e).__name__, e)
