# test: lang
# int() of text that is no number says so.


def parse(text):
    try:
        return str(int(text))
    except ValueError as e:
        return "ValueError: " + str(e)


for text in ("12", "", " ", "1.5", "x", "1__0", "_1", "1_", "--1", "+ 1", "0x10", "1e3", "12a", "'", "\n3\t", "٣"):
    print(repr(text), parse(text))


def parse_base(text, base):
    try:
        return str(int(text, base))
    except ValueError as e:
        return "ValueError: " + str(e)


for base in (2, 8, 16, 36, 0, 1, 37):
    print(base, parse_base("12", base), parse_base("zz", base), parse_base("0x1f", base))
