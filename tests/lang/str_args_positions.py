# test: lang
# Methods of str with start and end: negative, beyond, empty; keyword arguments; ranges of find and count.
s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", -1), s.find("a", -100), s.find("a", 100), s.find("a", 1, 3), s.find("", 3), s.find("", 11), s.find("", 12))
print(s.rfind("a"), s.rfind("a", 0, -1), s.rfind("abra", 0, 4), s.rfind("abra", 1), s.rfind(""), s.rfind("", 2, 4), s.rfind("", 5, 2))
print(s.count("a"), s.count("a", 1), s.count("a", 1, -1), s.count(""), s.count("", 3), s.count("", 20), s.count("abra"), "aaaa".count("aa"))
print(s.index("c"), s.rindex("b"), s.index("a", 8), s.rindex("a", 3, 7))
for f in (s.index, s.rindex):
    try:
        print(f("x"))
    except ValueError as e:
        print(e)
    try:
        print(f("b", 2, 5))
    except ValueError as e:
        print(e)
print(s.startswith("abra"), s.startswith("abra", 7), s.startswith("bra", -4), s.startswith("", 11), s.startswith("", 12), s.startswith(("x", "ab")))
print(s.endswith("abra"), s.endswith("abra", 0, 4), s.endswith(("b", "c")), s.endswith("", 3, 1), s.endswith("a", -1), s.endswith(()))
print(s.startswith("a", None), s.startswith("b", 1, None), s.find("a", None, 1), s.count("a", None, None), s.endswith("a", None, -1))
print(s.replace("a", "-"), s.replace("a", "-", 2), s.replace("", "."), s.replace("", ".", 3), s.replace("abra", ""), s.replace("a", "aa", -1), s.replace("x", "y", 0))
print("".replace("", "x"), "".replace("", "x", 0), "aaa".replace("aa", "b"), "ab".replace("ab", "ab" * 3))
print(s.split("a"), s.split("a", 2), s.split("a", -1), s.split("a", 0), s.split(sep="b", maxsplit=1), s.split(maxsplit=1))
print(s.rsplit("a", 2), s.rsplit("a", 0), s.rsplit(sep="br", maxsplit=1), " a  b  c ".rsplit(None, 1), " a  b  c ".split(None, 1), " a b ".split(None, 0), "  ".split(None, 0))
print(s.partition("c"), s.partition("x"), s.rpartition("a"), s.rpartition("x"), s.partition("abra"))
print(s.strip("ab"), s.lstrip("abr"), s.rstrip("rab"), s.strip(""), s.strip(None), " \t\nx\x0b\x0c\r ".strip(), "\u2003x\u3000".strip())
print(s.removeprefix("abra"), s.removesuffix("abra"), s.removeprefix("x"), s.removesuffix(""), s.removeprefix(s), "aa".removesuffix("a"))
print("a\tbc\td".expandtabs(), "a\tbc\td".expandtabs(4), "a\tbc\td".expandtabs(0), "a\tb".expandtabs(tabsize=2), "ab\tc\n\td".expandtabs(4), repr("\t".expandtabs(-3)))
print("7".zfill(3), "-7".zfill(4), "+7".zfill(4), "--7".zfill(5), "".zfill(2), "abc".zfill(2), "-".zfill(3))
print("ab".center(7, "*"), "ab".center(6), "abc".center(6, "-"), "abc".center(7, "-"), "x".ljust(3, "."), "x".rjust(3, "."), "abc".rjust(2))
for bad in ("", "ab"):
    try:
        print("x".center(5, bad))
    except TypeError as e:
        print(e)
for bad in ("split", "partition", "rpartition", "rsplit"):
    try:
        if bad == "split":
            s.split("")
        elif bad == "rsplit":
            s.rsplit("")
        elif bad == "partition":
            s.partition("")
        else:
            s.rpartition("")
    except ValueError as e:
        print(bad, e)
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a".splitlines(keepends=True))
