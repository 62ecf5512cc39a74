# test: lang
# Strings order by code points; sorting and de-duplicating words.

words = "pear Apple fig banana apple Fig cherry".split()
print(sorted(words), sorted(words, reverse=True), sorted(words, key=str.lower), sorted(words, key=len))
print(min(words), max(words), max(words, key=len), min(words, key=len))
seen = {}
for w in words:
    seen[w.lower()] = seen.get(w.lower(), 0) + 1
print(seen, sorted(seen.items()))
for a in ("a", "ab", "b", ""):
    for b in ("a", "ab", "b", ""):
        print((a < b) - (a > b), a <= b, a >= b, a == b, end=" ")
    print()
print("10" < "9", "é" > "f", "A" < "_" < "a", "abc" "def" == "abcdef")
