# test: lang
# Escapes, raw strings, triple quotes, and their repr.

texts = ["tab\there", "nl\nhere", 'dq"', "sq'", "both'\"", "back\\slash", "nul\0x", "\x41\u00e9\U0001f600", "\x7f", "\a\b\f\v\r"]
for t in texts:
    print(len(t), repr(t))
print(r"raw\n", R"\\", 'it''s', "it's", """triple
quoted "text" here""", '''a\
b''')
print("é", repr("é"), len("é"), "日本", repr("日本"), len("日本"), repr("\u200b"), repr("\xa0"), repr("\x80"))
print("\101\60\7x" == "A0\x07x", "•")
print([repr("'"), repr('"'), repr("'\"")], ["'", '"', "'\""])
print("a\\tb", "end\\")
print("one" "\n" "two")
