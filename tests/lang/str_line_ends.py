# test: lang
# Every character that ends a line of text or of bytes, and those beside them.
for t in ["a\nb", "a\r\nb\r", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i", "a\x85b", "a\x1fb\x7fc\xa0d", "\n", "", "x\n\ny", "é\nü\x85z"]:
    print(t.splitlines(), t.splitlines(True), t.encode("utf-8").splitlines(), t.encode("utf-8").splitlines(True))
