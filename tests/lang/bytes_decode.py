# test: lang
# decode and encode, with their error handlers.

print("héllo €😀".encode(), "abc".encode("ascii"), "é".encode("latin-1"), "é".encode("UTF_8"), "".encode(), "é".encode(encoding="utf8", errors="strict"))
print(b"h\xc3\xa9 \xe2\x82\xac\xf0\x9f\x98\x80".decode(), b"\xe9".decode("latin-1"), b"abc".decode("ascii"), b"".decode())
for h in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print("aé€😀z".encode("ascii", h), "aé€😀z".encode("latin-1", h), "a\udc80b".encode("utf-8", h))
for h in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    for raw in (b"a\xffb", b"a\xc3", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80"):
        print(h, ascii(raw.decode("utf-8", h)), ascii(raw.decode("ascii", h)))
print("\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
for raw in (b"a\xffb", b"a\xc3", b"\xe2\x82", b"ab\xe2\x28\xa1", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\x80", b"\xf5", b"\xe0\x80\x80", b"\xf0\x9f\x98z"):
    try:
        raw.decode()
    except UnicodeDecodeError as e:
        print(e)
        print(e.encoding, e.object, e.start, e.end, e.reason)
    try:
        raw.decode("ascii")
    except UnicodeDecodeError as e:
        print(e)
for text in ("aé", "€€x", "x😀", "a\ud800\udfffb"):
    for enc in ("ascii", "latin-1", "utf-8"):
        try:
            print(text.encode(enc))
        except UnicodeEncodeError as e:
            print(e)
            print(repr(e.object), e.start, e.end, e.reason, e.encoding)
            print(isinstance(e, UnicodeError), isinstance(e, ValueError))
try:
    "é".encode("ascii", "nope")
except LookupError as e:
    print(e)
try:
    "é".encode("nope")
except LookupError as e:
    print(e)
