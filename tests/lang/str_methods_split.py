# test: lang
# split, join, strip.

print("a b  c".split(), "a b  c".split(" "), " a b ".split(), " a b ".split(" "), "".split(), "".split(" "))
print("a,b,,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), " x y z ".split(None, 1), "abc".split("b"))
print("line1\nline2\r\nline3\n".splitlines(), "a\n\nb".splitlines(), "".splitlines(), "a\nb".splitlines(True))
print(",".join(["a", "b", "c"]), "".join(["x"]), "-".join([]), ", ".join("abc"), "+".join(("p", "q")))
print("[" + "  x y ".strip() + "]", "[" + "  x ".lstrip() + "]", "[" + " x  ".rstrip() + "]")
print("xxabcxx".strip("x"), "abcba".strip("ab"), "mississippi".lstrip("ims"), "mississippi".rstrip("ip"))
print("a1b22c".split("2"), "aXbXXc".split("XX"), "\t a \n b".split())
words = "the quick brown the lazy the end".split()
print(words, len(words), " ".join(words[::-1]))
try:
    "abc".split("")
except ValueError as e:
    print("ValueError:", e)
