# test: lang
# Operations that go through strings eight bytes at a time, or look for short parts.

base = "".join(map(chr, range(128)))
for n in list(range(20)) + [127, 128]:
    s = base[128 - n:] + base[:3]
    assert s.upper() == "".join([c.upper() for c in s]) and s.lower() == "".join([c.lower() for c in s]), n
    assert s.isascii() and not (s + "\x80").isascii() and not ("é" + s).isascii()
print(base.upper()[90:], base.lower()[60:95])
print([("ab" * k + "é" + "cd" * k).upper() for k in range(6)])

text = "abracadabra " * 3
print([text.count(part) for part in ["abra", "a", "ra ab", " ", "abracadabra abracadabra", "x", "", "abrac" * 9]])
print("aaaaaaa".count("aa"), "aaaa".count("a", 1, 3), "abab".count("ab", 3), "abab".count("ab", -2), "".count("a"), "ab".count("é"))
print("éaéa€".count("éa"), "éaéa".count("é"), "€€€".count("€"), "x".count("", 0, 5), "abc".count("", 3), "abc".count("", 4))
print([("." * k + "needle").find("needle") for k in range(12)], ("n" * 40 + "needle").find("needle"))
print([("ab" * k + "abc").find("abc", k) for k in range(40)])
print([("x" * k + "y").find("y") for k in range(12)], "xyz".find("z", 0, 2), "xyz".find("yz", 1), "xyz".find("zz"))
print(("a" * 17 + "b" + "a" * 18).find("a" * 18), ("a" * 100).find("a" * 50 + "b"), "abc".find("abcd"))

for sep in ["", ",", ", ", "é", "€"]:
    print(sep.join(["a", "", "bc", "d" * 20, ""]), sep.join(["", ""]), sep.join(["one"]), sep.join(str(i) for i in range(5)))
print(",".join(["é", "x", "€", "😀"]), "-".join([]) == "", "".join(["", "", ""]) == "")

print("a\tb\x0bc\x1cd\x85e\xa0f g\x1fh\x80i".split(), b"a\tb\x0bc\x1cd\x85e\xa0f g".split())
print([hash("x" * n) == hash("".join(["x"] * n)) for n in range(20)], hash("abcdefgh"), hash("abcdefghi"), hash("é" * 9))
print("spam and eggs and spam ".replace("spam", "ham") * 2, "aXbX".replace("X", ""), ("ab" * 40).replace("a", "xyz")[:20])
print("".join([c * 3 for c in "abc"]).replace("b", "é"), "a-b".replace("-", "€").upper())

wide = "\u0141\u4101\u0101\u0141 ab\u0100\u0001" * 3  # bytes that repeat across characters
print([wide.find(part, at) for part in ["\u0141", "\u4101", "\u0101", "\u0101\u0141", "a", "ab", "\u0001", "\u0100\u0001\u0141", "b\u0100", "\u0001\u0001"] for at in (0, 5, 9)])
print([wide.count(part) for part in ["\u0141", "\u0101\u0141", "ab", "\u0001", "\u0100"]], wide.find("\u0141", 1, 3), wide.find("b", 0, 6))
tall = "\U00010100\u0001\U00010001\u0100x" * 3
print([tall.find(part) for part in ["\u0001", "\U00010001", "\u0100", "x", "\u0100x\U00010100", "\U00000100\U00010001"]], tall.split("\u0100")[1:], tall.rfind("\u0001"))
