# test: lang
# Padding and alignment.

for width in (0, 3, 6, 7):
    print("[" + "abc".ljust(width) + "]", "[" + "abc".rjust(width) + "]", "[" + "abc".center(width) + "]")
    print("[" + "abc".ljust(width, ".") + "]", "[" + "ab".center(width, "*") + "]", "abc".zfill(width), "-5".zfill(width))
print("+7".zfill(5), "".zfill(3), "a\tb\tcd".expandtabs(4), "a\tb".expandtabs())
for spec in ("10", "<10", ">10", "^10", "*^9", ".2", "-<8.3", "s", "3"):
    print(spec, "[" + format("hello", spec) + "]")
print("[%5s] [%-5s] [%.2s] [%%] [%c] [%r]" % ("abc", "abc", "abc", "x", "q"))
print("{0} {1} {0} {{}}".format("a", "b"), "{:>5}|{:<5}|{:^5}".format("x", "y", "z"))
