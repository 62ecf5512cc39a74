# test: lang
# Order of texts that differ anywhere among the first bytes, of all lengths and widths.
import random
random.seed(3)
words = ["", "a", "b", "ab", "abc", "abd", "abcd", "abce", "abcdefg", "abcdefh", "abcdefgh", "abcdefgi"]
words += ["ÿ", "a\xff", "abcdefghijklmnop", "abcdefghijklmnoq", "abcdefghijklmnopq"]
words += ["abc\xffefgh", "abcd\x80", "abcd\x7f", "é", "ж", "жa", "a😀"]
for i in range(300):
    words.append("".join(random.choice("ab\xff\x01") for _ in range(random.randrange(0, 20))))
n = 0
h = 0
for a in words:
    for b in words:
        h = (h * 31 + (a < b) * 4 + (a == b) * 2 + (a <= b) + (a > b) * 8 + (a >= b) * 16 + (a != b) * 32) % 1000000007
print(h, sorted(words)[::7], max(words), min(words))
bs = [w.encode("utf-8") for w in words]
for x in bs:
    for y in bs:
        h = (h * 31 + (x < y) * 4 + (x == y) * 2) % 1000000007
print(h)
