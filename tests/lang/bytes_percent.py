# test: lang
# bytes % args: numbers as in text, %s and %b take bytes alone, %r and %a ASCII.
def tries(action):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


class Shown:
    def __repr__(self):
        return "Shown(é)"


print(b"%d %s %x %c %b" % (1, b"ab", 255, 65, b"z"))
print(b"%5d|%-5d|%05d|%+d|%#x|%.3f|%e" % (1, 2, 3, 4, 255, 1.5, 12345.678))
print(b"%s" % b"x", b"%d" % 5, b"100%%" % (), b"%s" % bytearray(b"\xff\x00"), b"%10s|%-4b|%.1s" % (b"abc", b"d", b"xyz"))
print(b"%r %a %a" % ("é", b"\xe9", Shown()), b"%c%c" % (b"a", 255))
print(bytearray(b"%d-%d") % (1, 2), b"%s" % (b"",))
data = bytearray(b"n=%d")
data %= 3
print(data)
tries(lambda: b"%s" % "text")
tries(lambda: b"%b" % 5)
tries(lambda: b"%d" % b"1")
tries(lambda: b"%c" % 256)
tries(lambda: b"%c" % b"ab")
tries(lambda: b"%d %d" % (1,))
tries(lambda: b"%d" % (1, 2))
tries(lambda: b"%q" % 1)
