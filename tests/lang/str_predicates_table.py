# test: lang
# The predicates of str over a table of texts.
texts = ["", " ", "a", "A", "Ab", "aB1", "1", "½", "²", "٣", "é", "ß", "ǅ", "_x", "x y", "x\ty", "\n", "\x00", "☃", "Hello World", "HELLO", "hello1", "a.b", "1a", "class", "\u00a0", "\u200b", "中", "Ⅷ"]
for t in texts:
    flags = [t.isalpha(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isalnum(), t.isspace(), t.islower(), t.isupper(), t.istitle(), t.isidentifier(), t.isprintable(), t.isascii()]
    print(f"{t!r:<16}", "".join("01"[x] for x in flags))
for t in texts:
    print(ascii(t.upper()), ascii(t.lower()), ascii(t.title()), ascii(t.capitalize()), ascii(t.swapcase()), ascii(t.casefold()))
print("they're bill's".title(), "x1y2".title(), "HELLO wORLD".capitalize(), "ÀÉ".lower(), "straße".upper(), "ΑΣ".lower(), "İ".lower() == "i̇")
