# test: lang
# float() of text.


def parse(text):
    try:
        return str(float(text))
    except ValueError as e:
        return "ValueError: " + str(e)


for text in ("1", "1.5", "-1.5e3", ".5", "5.", "1e5", "1E-5", "+3", " 7 ", "inf", "-Infinity", "NaN", "nan", "1_000.25"):
    print(repr(text), parse(text))
for text in ("", ".", "e5", "1e", "1.5.2", "abc", "1__0", "_1", "1_", "0x10", "1 2", "--1", "infin"):
    print(repr(text), parse(text))
print(parse("123456789012345678901234567890"), parse("1e400"), parse("1e-400"), parse("4.9e-324"), parse("2.4e-324"))
print(parse("0.1000000000000000055511151231257827021181583404541015625"), parse("9007199254740992.9999999"))
