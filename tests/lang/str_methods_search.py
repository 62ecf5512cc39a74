# test: lang
# find, count, replace, startswith and their ranges.

s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", 1, 3), s.find("z"), s.rfind("a"), s.rfind("a", 0, 10), s.find(""), s.rfind(""))
print(s.index("bra"), s.rindex("bra"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 1, -1))
print(s.startswith("abra"), s.startswith("bra", 1), s.endswith("bra"), s.endswith(""), s.startswith(("x", "ab")))
print(s.replace("a", "A"), s.replace("a", "", 2), s.replace("", "-", 3), s.replace("abra", "x"), "".replace("", "y"))
print("aaa".replace("aa", "b"), "aaaa".count("aa"), s.find("cad", -5), s.find("cad", -7))
for missing in ("z", "abc"):
    try:
        print(s.index(missing))
    except ValueError as e:
        print("ValueError:", e)
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x.py".removesuffix(".c"))
