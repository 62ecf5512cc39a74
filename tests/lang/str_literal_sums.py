# test: lang
# Sums of string literals are constants, as in CPython.


def names():
    return "a" + "b" + "c", "x" + ("y" + "z"), "" + "", "é" + "€" + "😀", "\ud83d" + "\ude00" != "\U0001f600"


def mixed(s):
    return "a" + "b" + s + "c" + "d", s + ("e" + "f"), "%s" % s + "g" + "h", "n" * 2 + "o"


print(names(), len("\ud83d" + "\ude00"), "\0" + "a\0" == "\0a\0")
print(mixed("-"))
print({"k" + "1": "v" + "1"}["k1"], ("a" + "b").upper(), f"{'a' + 'b'}", ("long " * 3 + "x" * 4 + "y"), "ab" "cd" + "ef")
s = "p" + "q"
s += "r" + "s"
print(s, s.startswith("p" + "q"), "q" + "r" in s)
