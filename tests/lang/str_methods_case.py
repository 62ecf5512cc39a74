# test: lang
# Case and tests of characters.

for s in ("Hello World", "hELLO", "", "123", "straße", "ÀÉî", "they're bill's", "a1b2"):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase())
    print(s.isupper(), s.islower(), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.istitle())
print(" \t\n".isspace(), "x y".isspace(), "12".isdigit(), "1.2".isdigit(), "abc".isidentifier(), "1a".isidentifier())
print("ß".upper(), "ŉ".upper(), "İ".lower() == "i̇", "ǆ".title(), "Σ".lower())
