# test: lang
# bytes.translate: a table, bytes to delete by position or name, no table
table = bytes.maketrans(b"abc", b"xyz")
print(b"abcdef".translate(table), b"abcdef".translate(table, b"cd"), b"abcdef".translate(table, delete=b"ab"))
print(b"hello world".translate(None, b"lo"), bytearray(b"hello").translate(None, delete=b"l"), b"abc".translate(None))
for bad in (lambda: b"abc".translate(b"short"), lambda: b"abc".translate(table[:-1], b"a")):
    try:
        bad()
    except ValueError as e:
        print(e)
