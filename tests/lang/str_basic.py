# test: lang
# Concatenation, repetition, comparison, membership, length.

s = "hello"
print(s, len(s), s + " world", s * 2, 3 * "ab", "x" * 0, "x" * -1, "a" "b" 'c')
print(s[0], s[-1], s[1:3], s[:2], s[3:], s[:], s[::2], s[::-1], s[-3:-1], s[10:], s[:10], s[4:1], s[4:1:-1])
print("ell" in s, "z" in s, "" in s, "z" not in s, "lo" in s[2:])
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "a" == "a", "a" != "b")
print(s == "hel" + "lo", s is None, bool(s), bool(""), str(5) + "5", "5" * 3)
t = ""
for c in s:
    t = c + t
print(t, list(s), [ord(c) for c in s], chr(65) + chr(97))
s += "!"
s *= 2
print(s)
for bad in (5, -6, 100):
    try:
        print("hello"[bad])
    except IndexError as e:
        print("IndexError:", e)
