# test: lang
# split() against split(" "), title, upper of sharp s, repr's quotes.
print("  a  b ".split(), "  a  b ".split(" "), "".split(), "".split(" "), "a,b,,".split(","), "a b c".split(None, 1))
print("they're bill's".title(), "straße".upper(), "ǆ".title(), "HELLO wORLD".capitalize(), "ß".casefold() == "ss")
for s in ["it's", 'say "hi"', "it's \"both\"", "tab\t", "\x00\x1f\x7f", "é\u200b", "\U0001f600", "back\\slash", "\xa0"]:
    print(repr(s), len(s))
print("abc".partition("x"), "a.b.c".rpartition("."), "x".join([]), "ab".join(["1"]), "aXbX".replace("X", "", 1))
print("\ta\tb".expandtabs(4), "line\r\nother\x0bv\x1cf".splitlines(), "abc".find(""), "abc".count(""), "abc".rfind("", 5))
