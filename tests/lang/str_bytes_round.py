# test: lang
# Text to bytes and back: encodings, errors, hex, and methods of both.
text = "héllo ☃"
data = text.encode()
print(data, len(text), len(data), data.decode(), data.decode("utf-8") == text, "abc".encode("ascii"), "é".encode("latin-1"))
for f in (lambda: text.encode("ascii"), lambda: b"\xff\xfe".decode("utf-8").encode()):
    try:
        print(f())
    except (UnicodeEncodeError, UnicodeDecodeError) as e:
        print(type(e).__name__, e)
print(text.encode("ascii", "ignore"), text.encode("ascii", "replace"), b"a\xffb".decode("utf-8", "replace") == "a\ufffdb", b"a\xffb".decode(errors="ignore"))
print(b"abc"[0], b"abc"[1:], list(b"ab"), bytes([65, 66]), bytes(3), b"a" + b"b", b"ab" * 2, b"b" in b"abc", 98 in b"abc", b"a,b".split(b","), b"-".join([b"x", b"y"]))
print(data.hex(), bytes.fromhex("68 69"), b"Hi".upper(), b" x ".strip(), b"abc".replace(b"b", b"-"), b"abc".find(b"c"), b"a" < b"b", hash(b"a") == hash(b"a"))
buffer = bytearray(b"abc")
buffer.append(100)
buffer[0] = 65
buffer += b"!"
del buffer[1]
print(buffer, bytes(buffer), len(buffer), buffer.decode(), buffer == b"Acd!", buffer.pop(), buffer)
print(repr(b"\x00\n\t'\"\\\x7f"), str(b"x"), ascii("é"), "%s" % b"z", f"{b'q'}", [b"l"])
