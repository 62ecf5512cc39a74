# test: lang
# Characters of one, two and four bytes.

s = "aé日😀"
print(len(s), s, s[::-1], s[1], s[2], s[3], s[-1], s[1:3], [ord(c) for c in s])
for c in s:
    print(c, len(c), ord(c), repr(c), chr(ord(c)) == c, c in s)
print(s + "x", s * 2, "é" + "日", s.find("日"), s.count("😀"), s.replace("é", "e"), s.replace("a", "😀"))
print(sorted(s), "é" < "z", "日" > "é", "😀" > "\uffff")
print(s.upper(), "ÀÉ".lower(), s.split("日"), "😀".join(["a", "b"]), s.center(10, "·"))
print(s[:1] == "a", s[:2] == "aé", ("é" + "a")[1:] == "a", {"é": 1, "日": 2}["日"], hash("é") == hash("é"))
print(max(s), min(s), "é".isalpha(), "日".isalpha(), "😀".isalpha(), "٣".isdigit())
print(chr(0x10FFFF) == "\U0010ffff", ord(chr(0xD7FF)), repr(chr(0x10FFFF)))
for bad in (-1, 0x110000):
    try:
        print(chr(bad))
    except ValueError as e:
        print("ValueError:", e)
