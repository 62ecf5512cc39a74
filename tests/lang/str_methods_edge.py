# test: lang
# Corners of the methods of str.

print("ß".upper(), "ß".casefold(), "ŉ".upper(), "ǆ".title(), "ǆ".upper(), "İ".lower() == "i̇", "ı".upper(), "ﬁ".upper(), "ﬁ".casefold(), "Σ".lower(), "ΑΣ".lower(), "ΑΣΑ".lower(), "Ά".casefold())
print("hello world's end".title(), "they're ßharp ǆ".title(), "hELLO".swapcase(), "ßA".swapcase(), "élan".capitalize(), "ǆx".capitalize(), "ﬁx".capitalize(), "".title() == "")
print("a\tbc\td".expandtabs(), "a\tb".expandtabs(0), "a\tb\n\tc".expandtabs(4), "\t".expandtabs(1), "ab\rc\td".expandtabs(4), "é\tx".expandtabs(3), "a\tb".expandtabs(-1))
for x in ("abc", "a1", "1a", "_x", "", "é", "a b", "class", "x²", "ª", "℘", "·a", "a·", "ⅷ", "1", "𝔘"):
    print(ascii(x), x.isidentifier(), x.isalpha(), x.isdecimal(), x.isdigit(), x.isnumeric(), x.isalnum())
for x in ("a", "\n", "", " ", "\xa0", "é", "\u200b", "😀", "\ud800", "\x7f", "\u2028", "a\tb"):
    print(ascii(x), x.isprintable(), x.isspace(), x.isascii())
for x in ("ABC", "abc", "Abc", "ABC1", "123", "", "ǅ", "ǅa", "Ab Cd", "Ab cd", "aB", "A", "ªa", "ⅷ", "Ⓐ"):
    print(ascii(x), x.isupper(), x.islower(), x.istitle())
print("abc".removeprefix("ab"), "abc".removeprefix(""), "abc".removesuffix("bc"), "abc".removesuffix(""), "aa".removesuffix("aaa"), "".removeprefix("x") == "")
print("a.b.c".rpartition("."), "abc".rpartition("x"), "a.b.c".partition("."), "".partition("x"), "a--b--c".rpartition("--"))
print("a b  c ".rsplit(), "a,b,c".rsplit(",", 1), " a b c".rsplit(None, 1), "".rsplit(","), "a  b".rsplit(" "), "x".rsplit("x"), " a ".split(None, 0), "a b c".rsplit(None, 0))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l".splitlines(), "a\n\nb\n".splitlines(True), "\n".splitlines(), "a\r".splitlines(True), "".splitlines(keepends=True))
print("42".zfill(5), "-42".zfill(5), "+".zfill(3), "--1".zfill(5), "".zfill(2), "é".zfill(3), "abc".zfill(-1))
print("ab".center(5, "é"), "ab".center(4), "abc".center(6, "*"), "ab".ljust(4, "😀"), "ab".rjust(-1), "x".center(0))
print("aXbXc".replace("X", "", 1), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "é€😀".replace("€", "e"), "abc".replace("b", "😀"), "a😀".replace("😀", "b"), "".replace("", "x"), "x".replace("x", "x"))
print("abcabc".find("c", -2), "abc".find("", 3), "abc".find("", 4), "abc".rfind("", 1, 2), "abc".index("b", 1), "😀a".find("a"), "abc".find("😀"), "aé".rfind("é"), "abc".count("", 1), "aaaa".count("aa"), "abc".count("c", -1), "abc".find("c", None, -1), "abc".find("a", -100, 100))
print("abc".startswith(("x", "a")), "abc".startswith("b", 1), "abc".startswith("", 3), "abc".startswith("", 4), "abc".endswith("c", 0, 2), "abc".endswith(("c", "d"), 1), "abc".endswith(""), "abc".startswith(()))
print("-".join("abc"), "".join(["a", "é", "😀"]), "x".join([]), ", ".join({"a": 1, "b": 2}), "-".join(("p", "q")), "".join(c for c in "abc"))
print("xxabcxx".strip("x"), "éaé".strip("é"), "abc".strip("cba") == "", "  a\u3000".strip(), "abc".lstrip("ab"), "abc".rstrip("bc"), "aé".rstrip("é"), "a".strip(""))
print("abc" < "abd", "a" < "é" < "😀", "Z" < "a", "é" == "e\u0301", "abc" * -1 == "", "é" * 3, "😀"[0] == "😀", len("e\u0301😀"), "😀é"[::-1])
for bad in range(6):
    try:
        if bad == 0:
            "abc".index("x")
        elif bad == 1:
            "abc".split("")
        elif bad == 2:
            "abc".center(5, "ab")
        elif bad == 3:
            "abc".partition("")
        elif bad == 4:
            "abc".rindex("z")
        else:
            print("abc"[3])
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
